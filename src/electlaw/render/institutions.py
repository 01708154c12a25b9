"""Institutions of a region and the responsibility matrix as text, HTML and Markdown."""

from __future__ import annotations

from html import escape

from electlaw.acts import Text
from electlaw.catalog import day_text, word
from electlaw.institutions.bodies import Local, Seat
from electlaw.institutions.roles import ROLES, Mandate, Matrix, stage_name
from electlaw.refs import cite

__all__ = ["html", "markdown", "places_text", "text"]

_WORDS = {
    "matrix": Text("Responsibilities", "Pembagian tanggung jawab"),
    "institutions": Text("Institutions", "Lembaga"),
    "above": Text("under", "di bawah"),
    "below": Text("district and below", "kecamatan ke bawah"),
    "unnamed": Text("also (local name not on record)", "juga (nama setempat tidak tercatat)"),
    "overall": Text("All stages", "Seluruh tahapan"),
    "role": Text("role", "peran"),
    "institution": Text("institution", "lembaga"),
    "basis": Text("basis", "dasar"),
    "no_basis": Text("article not read", "pasal belum dibaca"),
    "needs": Text("depends on", "bergantung pada"),
    "none": Text("no mandate on record", "tidak ada mandat yang tercatat"),
    "members": Text("members", "anggota"),
}

#: One line of a matrix: role, institution, its basis, what to know about it.
_Line = tuple[str, str, str, str]


def text(value: object, *, lang: str = "en") -> str:
    """Return the institutions of a region, or a matrix, as plain text."""
    if isinstance(value, Local):
        return "\n".join(_local(value, lang, 0))
    assert isinstance(value, Matrix)
    lines = [_title(value, lang)]
    for heading, found in _sections(value, lang):
        lines.append(f"\n{heading}")
        rows = _lines(found, lang)
        if not rows:
            lines.append(f"  {_WORDS['none'][lang]}")
            continue
        wide = [max(len(row[at]) for row in rows) for at in range(2)]
        for role, name, basis, more in rows:
            tail = f"{basis}{f' [{more}]' if more else ''}"
            lines.append(f"  {role:<{wide[0]}}  {name:<{wide[1]}}  {tail}".rstrip())
    lines += [f"\n* {note[lang]}" for note in value.notes]
    return "\n".join(lines)


def html(value: object, *, lang: str = "en") -> str:
    """Return the institutions of a region, or a matrix, as an HTML fragment; everything is escaped."""
    if isinstance(value, Local):
        return f'<div class="electlaw">{_local_html(value, lang)}</div>'
    assert isinstance(value, Matrix)
    head = "".join(f"<th>{escape(_WORDS[key][lang])}</th>" for key in ("role", "institution", "basis"))
    parts = [f"<strong>{escape(_title(value, lang))}</strong>"]
    for heading, found in _sections(value, lang):
        rows = "".join(
            f"<tr><td>{escape(role)}</td><td>{escape(name)}</td>"
            f"<td>{escape(basis)}{escape(f' [{more}]' if more else '')}</td></tr>"
            for role, name, basis, more in _lines(found, lang)
        )
        if not rows:
            rows = f'<tr><td colspan="3">{escape(_WORDS["none"][lang])}</td></tr>'
        parts.append(f"<table><caption>{escape(heading)}</caption><tr>{head}</tr>{rows}</table>")
    parts += [f"<p>{escape(note[lang])}</p>" for note in value.notes]
    return f'<div class="electlaw">{"".join(parts)}</div>'


def markdown(value: object, *, lang: str = "en") -> str:
    """Return the institutions of a region, or a matrix, as Markdown."""
    if isinstance(value, Local):
        return "\n".join(_local_markdown(value, lang, 0))
    assert isinstance(value, Matrix)
    lines = [f"## {_title(value, lang)}"]
    for heading, found in _sections(value, lang):
        lines += [f"\n### {heading}\n", f"| {' | '.join(_WORDS[k][lang] for k in ('role', 'institution', 'basis'))} |"]
        lines.append("|---|---|---|")
        for role, name, basis, more in _lines(found, lang):
            lines.append(f"| {role} | {_cell(name)} | {_cell(basis + (f' [{more}]' if more else ''))} |")
    lines += [f"\n> {note[lang]}" for note in value.notes]
    return "\n".join(lines)


def places_text(places: tuple[str, ...]) -> str:
    """Cite places in short form, those of one text together: ``Pasal 8 ayat (2), Pasal 11 huruf e UU 1/2015``."""
    groups: dict[str, list[str]] = {}
    for place in places:
        instrument, _, path = place.partition("/")
        groups.setdefault(instrument, []).append(path)
    shown = []
    for instrument, paths in groups.items():
        name = cite(instrument, short=True)
        articles = ", ".join(
            cite(f"{instrument}/{path}", short=True).removesuffix(f" {name}") for path in paths if path
        )
        shown.append(f"{articles} {name}".strip())
    return "; ".join(shown)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _title(value: Matrix, lang: str) -> str:
    about = stage_name(value.stage, lang) if value.stage else _WORDS["overall"][lang]
    where = f", {value.region.full_name}" if value.region else ""
    kind = value.kind.capitalize()
    shown = f"{_WORDS['matrix'][lang]}: {about}{where} ({kind}), {word('on', lang)} {day_text(value.on, lang)}"
    if value.known != value.on:
        shown += f", {word('known', lang)} {day_text(value.known, lang)}"
    return shown


def _sections(value: Matrix, lang: str) -> list[tuple[str, tuple[Mandate, ...]]]:
    if not value.stage:
        return [
            (stage_name(stage, lang), tuple(item for item in value.mandates if item.stage == stage))
            for stage in value.stages()
        ]
    found = value.stages()
    sections = [(stage_name(found[0] if found else value.stage, lang), value.mandates)]
    if value.overall:
        sections.append((_WORDS["overall"][lang], value.overall))
    return sections


def _lines(found: tuple[Mandate, ...], lang: str) -> list[_Line]:
    order = list(ROLES)
    rows: list[_Line] = []
    last = ""
    for item in sorted(found, key=lambda m: order.index(m.role)):
        role = "" if item.role == last else ROLES[item.role][lang]
        last = item.role
        rows.append((role, item.name, places_text(item.basis) or _WORDS["no_basis"][lang], _more(item, lang)))
    return rows


def _more(item: Mandate, lang: str) -> str:
    notes = []
    if item.needs:
        notes.append(f"{_WORDS['needs'][lang]} {', '.join(item.needs)}")
    if item.verified != "text":
        notes.append(word(item.verified, lang))
    return "; ".join(notes)


def _seat(seat: Seat, lang: str) -> str:
    above = seat.chain()
    under = f" ({_WORDS['above'][lang]} {', '.join(str(item) for item in above)})" if above else ""
    return f"{seat.name}{under}"


def _local(value: Local, lang: str, depth: int) -> list[str]:
    pad = "  " * depth
    lines = [f"{pad}{value.region.full_name}, {word('on', lang)} {day_text(value.on, lang)}"]
    lines += [f"{pad}  {_seat(seat, lang)}" for seat in value.seats]
    if not depth:
        lines += [f"{pad}  {_WORDS[key][lang]}: {shown}" for key, shown in _rest(value)]
    for child in value.children:
        lines += _local(child, lang, depth + 1)
    return lines


def _rest(value: Local) -> list[tuple[str, str]]:
    return [
        ("unnamed", ", ".join(item.short for item in value.unnamed)),
        ("below", ", ".join(item.short for item in value.below)),
    ]


def _local_html(value: Local, lang: str) -> str:
    items = "".join(f"<li>{escape(_seat(seat, lang))}</li>" for seat in value.seats)
    items += "".join(f"<li>{_local_html(child, lang)}</li>" for child in value.children)
    return f"{escape(value.region.full_name)}<ul>{items}</ul>"


def _local_markdown(value: Local, lang: str, depth: int) -> list[str]:
    pad = "  " * depth
    lines = [f"{pad}- **{value.region.full_name}**"]
    lines += [f"{pad}  - {_seat(seat, lang)}" for seat in value.seats]
    for child in value.children:
        lines += _local_markdown(child, lang, depth + 1)
    return lines
