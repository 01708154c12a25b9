"""A meeting's report and a drafted meeting as text, Markdown, HTML and DOCX, all from one outline."""

from __future__ import annotations

from html import escape

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Finding
from electlaw.meetings.checks import MeetingReport
from electlaw.meetings.drafting import Draft
from electlaw.render.grid import plain
from electlaw.views import clean

__all__ = ["docx", "html", "markdown", "text"]

_WORDS = {
    "bases": Text("Legal bases", "Dasar hukum"),
    "participants": Text("Participants", "Peserta"),
    "agenda": Text("Agenda", "Susunan acara"),
    "notes": Text("Notes", "Catatan"),
    "draft": Text("draft", "rancangan"),
    "nothing": Text("nothing found", "tidak ada temuan"),
    "error": Text("error", "galat"),
    "warning": Text("warning", "peringatan"),
    "info": Text("note", "catatan"),
    "checked": Text("Meeting", "Rapat"),
    "basis": Text("basis", "dasar"),
}

#: A heading, and its entries: a text and the entries below it.
_Section = tuple[str, list[tuple[str, list[str]]]]


def text(value: object, *, lang: str = "id") -> str:
    """Return a draft or a report as plain text."""
    if isinstance(value, MeetingReport):
        return _report(value, lang)
    title, sections = _outline(value, lang)
    lines = [title]
    for heading, entries in sections:
        lines.append(f"\n{heading}")
        for number, (entry, below) in enumerate(entries, 1):
            lines.append(f"  {number}. {clean(entry)}")
            lines += [f"     - {clean(item)}" for item in below]
    return "\n".join(lines)


def markdown(value: object, *, lang: str = "id") -> str:
    """Return a draft or a report as Markdown."""
    if isinstance(value, MeetingReport):
        lines = [
            f"- **{item.code}** {f'`{item.field}` ' if item.field else ''}{plain(item.message[lang])}"
            for item in value.findings
        ]
        return "\n".join([f"## {plain(_heading(value, lang))}", "", *(lines or [_WORDS["nothing"][lang]])])
    title, sections = _outline(value, lang)
    lines = [f"# {title}"]
    for heading, entries in sections:
        lines.append(f"\n## {heading}\n")
        for number, (entry, below) in enumerate(entries, 1):
            lines.append(f"{number}. {clean(entry)}")
            lines += [f"   - {clean(item)}" for item in below]
    return "\n".join(lines)


def html(value: object, *, lang: str = "id") -> str:
    """Return a draft or a report as an HTML fragment; everything is escaped."""
    if isinstance(value, MeetingReport):
        items = "".join(
            f"<li><strong>{escape(item.code)}</strong> {escape(item.field)}: {escape(item.message[lang])}</li>"
            for item in value.findings
        )
        return f'<div class="electlaw"><strong>{escape(_heading(value, lang))}</strong><ul>{items}</ul></div>'
    title, sections = _outline(value, lang)
    parts = [f"<h1>{escape(title)}</h1>"]
    for heading, entries in sections:
        items = "".join(f"<li>{escape(entry)}{_list(below)}</li>" for entry, below in entries)
        parts.append(f"<h2>{escape(heading)}</h2><ol>{items}</ol>")
    return f'<div class="electlaw" lang="{escape(lang)}">{"".join(parts)}</div>'


def docx(value: object, *, lang: str = "id") -> bytes:
    """Return a draft as the content of a DOCX file.

    Raises `Invalid` if python-docx (the extra ``docx``) is not installed.
    """
    from electlaw.render.word_file import document

    return document(*_outline(value, lang))


def _list(items: list[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>" if items else ""


def _outline(value: object, lang: str) -> tuple[str, list[_Section]]:
    assert isinstance(value, Draft)
    title = f"{value.title[lang]}, {day_text(value.on, lang)} ({_WORDS['draft'][lang]})"
    ending = ";" if lang == "id" else ""
    last = len(value.bases) - 1
    return title, [
        (_WORDS["bases"][lang], [(f"{b}{'.' if at == last else ending}", []) for at, b in enumerate(value.bases)]),
        (_WORDS["participants"][lang], [(group.title[lang], list(group.names)) for group in value.participants]),
        (_WORDS["agenda"][lang], [(item.title[lang], [point[lang] for point in item.points]) for item in value.agenda]),
        (_WORDS["notes"][lang], [(note[lang], []) for note in value.notes]),
    ]


def _heading(value: MeetingReport, lang: str) -> str:
    name = value.meeting.name or _WORDS["checked"][lang]
    return f"{name}, {day_text(value.on, lang)}" if value.on else name


def _report(value: MeetingReport, lang: str) -> str:
    lines = [clean(_heading(value, lang))]
    if not value.findings:
        lines.append(f"  {_WORDS['nothing'][lang]}")
    lines += [_finding(item, lang) for item in value.findings]
    return "\n".join(lines)


def _finding(item: Finding, lang: str) -> str:
    grounds = ", ".join(ground.ref for ground in item.basis)
    tail = f" [{_WORDS['basis'][lang]}: {grounds}]" if grounds else ""
    where = f" {item.field}" if item.field else ""
    return f"  {item.code}{where}: {clean(item.message[lang])}{tail}"
