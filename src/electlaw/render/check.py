"""A judged text as plain text for a terminal and as annotated HTML; nothing of the text gets through unescaped."""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from itertools import pairwise

from electlaw.citations.report import Report, part_at, part_name
from electlaw.findings import Finding
from electlaw.render.grid import plain as marked
from electlaw.views import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["html", "markdown", "page", "plain", "text"]

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
    "set_aside": {
        "id": "teks merujuk beberapa peraturan dari tahun-tahun sesudahnya, jadi bukan tanggalnya sendiri: pemeriksaan "
        "yang memerlukan tanggal dilewati",
        "en": "the text cites several instruments of later years, so this is not its own day: checks that need one are "
        "skipped",
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
    where = _Where(report, lang)
    for citation in report.citations:
        meant = ", ".join(citation.places) or citation.instrument or _word("unresolved", lang)
        lines.append(f"  {where(citation.start)}  {_short(plain(citation.text))}  → {_short(meant, 120)}")
    lines += ["", f"{len(report.findings)} {_word('findings', lang)}"]
    for finding in report.findings:
        lines += _finding_lines(report, finding, where, lang)
    return "\n".join(lines)


def _day_line(report: Report, lang: str) -> str:
    source = f"{plain(report.source)}: " if report.source else ""
    if report.on is None and report.on_span:
        return f"{source}“{plain(report.cited(*report.on_span))}”: {_word('set_aside', lang)}"
    if report.on is None:
        return source + _word("undated", lang)
    line = f"{source}{_word('judged', lang)} {report.on}"
    if report.on_from == "text" and report.on_span:
        return f"{line} ({_word('text', lang)}: “{plain(report.cited(*report.on_span))}”)"
    return f"{line} ({_word('argument', lang)})"


def _finding_lines(report: Report, finding: Finding, where: _Where, lang: str) -> list[str]:
    start, end = finding.start or 0, finding.end or 0
    head = f"  {where(start)}  {finding.code} {_word(finding.severity, lang)}: {plain(finding.message[lang])}"
    lines = [head, f"      “{_short(plain(report.cited(start, end)))}”"]
    if finding.corrected is not None:
        lines[-1] += f"  {_word('write', lang)}: “{plain(finding.corrected)}”"
    if finding.basis:
        grounds = ", ".join(f"{ground.ref} ({ground.verified})" for ground in finding.basis)
        lines.append(f"      {_word('basis', lang)}: {plain(grounds)}")
    return lines


def _short(value: str, most: int = 90) -> str:
    return value if len(value) <= most else f"{value[: most - 1]}…"


class _Where:
    """Says where an offset lies: line and column, of the file or of its page or paragraph."""

    def __init__(self, report: Report, lang: str) -> None:
        self._report, self._lang = report, lang
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(report.text))]

    def __call__(self, offset: int) -> str:
        part = part_at(self._report.parts, offset)
        at = offset - self._report.offset
        line = bisect_right(self._starts, at)
        column = at - max(self._starts[line - 1], part[0] if part else 0) + 1
        if part is None:
            return f"{line + self._report.line - 1}:{column}"
        return f"{part_name(part, self._lang)}, {line - bisect_right(self._starts, part[0]) + 1}:{column}"


_LINE_END = re.compile(r"\r\n|\r|\n")


def markdown(report: Report, *, lang: str = "id") -> str:
    """Return the day and the findings as Markdown, each with the words it is about."""
    lines = [f"## {marked(_day_line(report, lang))}", ""]
    for finding in report.findings:
        words = _short(plain(report.cited(finding.start or 0, finding.end or 0)))
        said = f"**{finding.code}** {_word(finding.severity, lang)}: {marked(plain(finding.message[lang]))}"
        write = f"; {_word('write', lang)}: “{marked(plain(finding.corrected))}”" if finding.corrected else ""
        lines.append(f"- {said} (“{marked(words)}”{write})")
    return "\n".join(lines if report.findings else [*lines, f"0 {_word('findings', lang)}"])


def html(report: Report, *, lang: str = "id") -> str:
    """Return the text as HTML with citations and findings marked, and the findings listed below it."""
    where = _Where(report, lang)
    items = "".join(
        f'<li class="{finding.severity}"><code>{escape(finding.code)}</code> {where(finding.start or 0)} '
        f"{escape(clean(finding.message[lang]))}{_write(finding, lang)}</li>"
        for finding in report.findings
    )
    drawn = (
        f'<article class="electlaw-check" lang="id"><p>{escape(_day_line(report, lang))}</p>'
        f'<div class="electlaw-text" style="white-space:pre-wrap">{_marked(report, lang)}</div>'
        f"<ol>{items}</ol></article>"
    )
    return drawn.encode("utf-8", "replace").decode()


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
    ends = report.offset, report.offset + len(report.text)
    borders = sorted({*ends, *(mark[0] for mark in marks), *(mark[1] for mark in marks)})
    opening: dict[int, list[tuple[int, int, str, str]]] = {}
    for mark in marks:
        opening.setdefault(mark[0], []).append(mark)
    active: list[tuple[int, int, str, str]] = []
    pieces = []
    for start, end in pairwise(borders):
        active = [mark for mark in active if mark[1] > start] + opening.get(start, [])
        piece = escape(clean(_LINE_END.sub("\n", report.cited(start, end))))
        if active:
            names = " ".join(dict.fromkeys(mark[2] for mark in active))
            title = escape(clean("; ".join(mark[3] for mark in active if mark[3])), quote=True)
            piece = f'<mark class="{names}" title="{title}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


_STYLE = (
    "body{font:1rem/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}article{margin:2rem 0}"
    "mark{background:#e4ecf7}mark.warning{background:#fff0c2}mark.error{background:#ffd5d5}mark.info{background:#e3f4e3}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}mark{color:#111}a{color:#9cf}}"
)


def page(reports: Iterable[Report], *, lang: str = "id") -> Iterator[str]:
    """Yield the pieces of a whole HTML page with the annotated texts, one after the other."""
    title = "electlaw check"
    yield (
        f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>\n"
    )
    for report in reports:
        yield html(report, lang=lang) + "\n"
    yield "</body></html>\n"
