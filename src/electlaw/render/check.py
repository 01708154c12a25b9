"""A judged text as plain text for a terminal and as annotated HTML; nothing of the text gets through unescaped."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise

from electlaw.citations.report import Report
from electlaw.findings import Finding
from electlaw.views import clean

__all__ = ["html", "plain", "text"]

_WORDS = {
    "error": {"id": "salah", "en": "error"},
    "warning": {"id": "periksa", "en": "warning"},
    "info": {"id": "catatan", "en": "note"},
    "citations": {"id": "rujukan hukum", "en": "legal citations"},
    "findings": {"id": "temuan", "en": "findings"},
    "judged": {"id": "dinilai menurut hukum pada", "en": "judged by the law as known on"},
    "argument": {"id": "tanggal yang diberikan", "en": "the day given"},
    "text": {"id": "tanggal yang disebut teks", "en": "the text's own date"},
    "undated": {
        "id": "teks tidak menyebut tanggalnya sendiri: pemeriksaan yang memerlukan tanggal dilewati",
        "en": "the text states no date of its own: checks that need one are skipped",
    },
    "write": {"id": "tulis", "en": "write"},
    "unresolved": {"id": "peraturannya tidak disebut", "en": "instrument not named"},
    "basis": {"id": "dasar", "en": "basis"},
}


def plain(value: str) -> str:
    """Return `value` on one line without control characters, fit for a terminal."""
    return clean(re.sub(r"\s+", " ", value)).encode("utf-8", "replace").decode().strip()


def _word(key: str, lang: str) -> str:
    return _WORDS[key]["id" if lang == "id" else "en"]


def text(report: Report, *, lang: str = "id") -> str:
    """Return the report as plain text: the day, the citations with what they mean, the findings with their place."""
    lines = [_day_line(report, lang), "", f"{len(report.citations)} {_word('citations', lang)}"]
    starts = _line_starts(report.text)
    for citation in report.citations:
        meant = ", ".join(citation.places) or citation.instrument or _word("unresolved", lang)
        lines.append(f"  {_position(starts, citation.start)}  {_short(plain(citation.text))}  → {_short(meant, 120)}")
    lines += ["", f"{len(report.findings)} {_word('findings', lang)}"]
    for finding in report.findings:
        lines += _finding_lines(report, finding, starts, lang)
    return "\n".join(lines)


def _day_line(report: Report, lang: str) -> str:
    source = f"{plain(report.source)}: " if report.source else ""
    if report.on is None:
        return source + _word("undated", lang)
    line = f"{source}{_word('judged', lang)} {report.on}"
    if report.on_from == "text" and report.on_span:
        return f"{line} ({_word('text', lang)}: “{plain(report.text[slice(*report.on_span)])}”)"
    return f"{line} ({_word('argument', lang)})"


def _finding_lines(report: Report, finding: Finding, starts: list[int], lang: str) -> list[str]:
    start, end = finding.start or 0, finding.end or 0
    head = (
        f"  {_position(starts, start)}  {finding.code} {_word(finding.severity, lang)}: {plain(finding.message[lang])}"
    )
    lines = [head, f"      “{_short(plain(report.text[start:end]))}”"]
    if finding.corrected is not None:
        lines[-1] += f"  {_word('write', lang)}: “{plain(finding.corrected)}”"
    if finding.basis:
        grounds = ", ".join(f"{ground.ref} ({ground.verified})" for ground in finding.basis)
        lines.append(f"      {_word('basis', lang)}: {plain(grounds)}")
    return lines


def _short(value: str, most: int = 90) -> str:
    return value if len(value) <= most else f"{value[: most - 1]}…"


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]


def _position(starts: list[int], at: int) -> str:
    from bisect import bisect_right

    line = bisect_right(starts, at)
    return f"{line}:{at - starts[line - 1] + 1}"


def html(report: Report, *, lang: str = "id") -> str:
    """Return the text as HTML with citations and findings marked, and the findings listed below it."""
    items = "".join(
        f'<li class="{finding.severity}"><code>{escape(finding.code)}</code> {escape(clean(finding.message[lang]))}'
        f"{_write(finding, lang)}</li>"
        for finding in report.findings
    )
    return (
        f'<article class="electlaw-check" lang="id"><p>{escape(_day_line(report, lang))}</p>'
        f'<div class="electlaw-text" style="white-space:pre-wrap">{_marked(report, lang)}</div>'
        f"<ol>{items}</ol></article>"
    )


def _write(finding: Finding, lang: str) -> str:
    if finding.corrected is None:
        return ""
    return f" <em>{_word('write', lang)}: {escape(clean(finding.corrected))}</em>"


def _marked(report: Report, lang: str) -> str:
    """Cut the text at every border of a mark, so that marks may overlap without crossing in the HTML."""
    marks: list[tuple[int, int, str, str]] = [
        (citation.start, citation.end, "citation", ", ".join(citation.places) or citation.instrument or "")
        for citation in report.citations
    ]
    marks += [
        (finding.start, finding.end, finding.severity, f"{finding.code} {finding.message[lang]}")
        for finding in report.findings
        if finding.start is not None and finding.end is not None
    ]
    borders = sorted({0, len(report.text), *(mark[0] for mark in marks), *(mark[1] for mark in marks)})
    opening: dict[int, list[tuple[int, int, str, str]]] = {}
    for mark in marks:
        opening.setdefault(mark[0], []).append(mark)
    active: list[tuple[int, int, str, str]] = []
    pieces = []
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark[1] > start] + opening.get(start, [])
        piece = escape(clean(report.text[start:end]))
        if active:
            names = " ".join(dict.fromkeys(mark[2] for mark in active))
            title = escape(clean("; ".join(mark[3] for mark in active if mark[3])), quote=True)
            piece = f'<mark class="{names}" title="{title}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)
