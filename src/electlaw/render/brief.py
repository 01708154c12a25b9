"""A brief as text, Markdown and printable HTML, all from one outline."""

from __future__ import annotations

from html import escape

from electlaw.brief import Brief
from electlaw.catalog import day_text, when_text, word
from electlaw.refs import cite
from electlaw.regions import events
from electlaw.render.schedule import named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.institutions import Matrix, Obligation
    from electlaw.schedule import Stage

__all__ = ["docx", "html", "markdown", "text"]

#: A heading and its lines.
Section = tuple[str, list[str]]


def _title(brief: Brief, lang: str) -> str:
    title = f"{brief.region.full_name}, {day_text(brief.on, lang)}"
    if brief.known != brief.on:
        title += f" ({word('known', lang)} {day_text(brief.known, lang)})"
    return title + (f" ({word('projected', lang)})" if brief.law.projected else "")


def _sections(brief: Brief, lang: str) -> list[Section]:
    sections = [
        (word("law_in_force", lang), _law(brief, lang)),
        (word("elections_ahead", lang), _elections(brief, lang)),
        (word("stages_running", lang), _stages(brief, brief.running, lang)),
        (word("stages_ahead", lang), _stages(brief, brief.ahead, lang)),
        (word("stages_suspended", lang), _stages(brief, brief.suspended, lang)),
        (word("head_of_region", lang), _head(brief, lang)),
        (word("bodies", lang), [f"{seat.name} ({word(seat.institution.kind, lang)})" for seat in brief.bodies]),
        (word("responsibilities", lang), [_matrix(matrix, lang) for matrix in brief.responsibilities]),
        (word("reports_due", lang), [_due(item, lang) for item in brief.due]),
        (word("special_rules", lang), [rule.id if lang == "id" else rule.en for rule in brief.special]),
    ]
    silent_if_empty = {
        word(key, lang) for key in ("stages_suspended", "special_rules", "responsibilities", "reports_due")
    }
    shown = [(heading, lines) for heading, lines in sections if lines or heading not in silent_if_empty]
    return [(heading, lines or [word("none_known", lang)]) for heading, lines in shown]


def _law(brief: Brief, lang: str) -> list[str]:
    lines = []
    for frame in brief.frames:
        it = frame.instrument
        line = f"{it.cite(short=True)}: {frame.about[lang]}; {word(it.state, lang)}"
        if it.waits_for:
            line += f", {word('waits_for', lang)} {word(it.waits_for, lang)}"
        if it.amended_by:
            line += f"; {word('amended_by', lang)} {', '.join(cite(by, short=True) for by in it.amended_by)}"
        lines.append(line + _doubt(it.verified, lang))
    return lines


def _doubt(verified: str, lang: str) -> str:
    return "" if verified == "text" else f" [{word(verified, lang)}]"


def _elections(brief: Brief, lang: str) -> list[str]:
    lines = []
    for election in brief.elections:
        office = f" ({word(election.office, lang)})" if election.office else ""
        day = when_text(election.voting_day, lang)
        basis = f"; {word('basis', lang)} {cite(election.by, short=True)}" if election.by else ""
        stages = "" if election.scheduled else f"; {word('unscheduled', lang)}"
        lines.append(f"{election.name[lang]}{office}: {day}{basis}{stages}{_doubt(election.verified, lang)}")
    return lines


def _stages(brief: Brief, stages: tuple[Stage, ...], lang: str) -> list[str]:
    """Return the lines of stages, each with its election where the brief shows stages of several."""
    shown = {stage.event for stage in (*brief.running, *brief.ahead, *brief.suspended)}
    names = {event.id: event.name(lang) for event in events()} if len(shown) > 1 else {}
    return [_stage(stage, names.get(stage.event, ""), lang) for stage in stages]


def _stage(stage: Stage, election: str, lang: str) -> str:
    days = " – ".join(dict.fromkeys(when_text(day, lang) for day in (stage.start, stage.end) if day.known))
    label = f"{election}: {named(stage, lang)}" if election else named(stage, lang)
    return f"{label}: {days or word('unknown', lang)}{_doubt(stage.verified, lang)}"


def _head(brief: Brief, lang: str) -> list[str]:
    said = brief.head.id if lang == "id" else brief.head.en
    lines = [said[:1].upper() + said[1:]]
    if brief.head.verified:
        lines[0] += _doubt(brief.head.verified, lang)
    if brief.vacancy.vacant:
        lines.append(brief.vacancy.id if lang == "id" else brief.vacancy.en)
    return lines


#: The roles a brief shows for a stage.
_ROLES = ("responsible", "supervises", "supports")


def _matrix(matrix: Matrix, lang: str) -> str:
    from electlaw.institutions.roles import ROLES, stage_name

    parts = []
    for role in _ROLES:
        names = dict.fromkeys(item.name for item in matrix.by_role(role))
        if names:
            parts.append(f"{ROLES[role][lang]} {', '.join(names)}")
    return f"{stage_name(matrix.stage, lang)} ({matrix.kind.capitalize()}): {'; '.join(parts) or word('unknown', lang)}"


def _due(item: Obligation, lang: str) -> str:
    from electlaw.institutions.reporting import INTERVALS

    when = day_text(item.due, lang) if item.due else INTERVALS[item.duty.interval][lang]
    basis = item.duty.basis[0] if item.duty.basis else item.duty.by
    shown = f"; {word('basis', lang)} {cite(basis, short=True)}" if basis else ""
    return (
        f"{when}: {item.name} → {item.to}: {item.duty.text[lang].rstrip('.')}{shown}{_doubt(item.duty.verified, lang)}"
    )


def text(brief: Brief, *, lang: str = "en") -> str:
    """Return the brief as plain text."""
    parts = [_title(brief, lang)]
    for heading, lines in _sections(brief, lang):
        parts.append("")
        parts.append(heading.upper())
        parts += [f"  - {line}" for line in lines]
    return "\n".join(parts)


def markdown(brief: Brief, *, lang: str = "en") -> str:
    """Return the brief as Markdown."""
    parts = [f"# {_title(brief, lang)}"]
    for heading, lines in _sections(brief, lang):
        parts.append(f"\n## {heading}\n")
        parts += [f"- {_escaped(line)}" for line in lines]
    return "\n".join(parts)


def _escaped(line: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>" else char for char in line)


def html(brief: Brief, *, lang: str = "en") -> str:
    """Return the brief as a printable HTML fragment; everything from the data is escaped."""
    parts = [f"<h1>{escape(_title(brief, lang))}</h1>"]
    for heading, lines in _sections(brief, lang):
        items = "".join(f"<li>{escape(line)}</li>" for line in lines)
        parts.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    return f'<article class="electlaw brief" lang="{escape(lang)}">{"".join(parts)}</article>'


def docx(brief: Brief, *, lang: str = "en") -> bytes:
    """Return the brief as the content of a DOCX file; needs the extra ``docx``.

    Raises `Invalid` if python-docx is not installed.
    """
    from electlaw.render.word_file import document

    return document(
        _title(brief, lang), [(heading, [(line, []) for line in lines]) for heading, lines in _sections(brief, lang)]
    )
