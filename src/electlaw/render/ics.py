"""Schedules as iCalendar (RFC 5545), for people to import: one all-day event a stage.

A stage keeps its UID whatever day it is moved to, so that a newer file updates an imported calendar: its SEQUENCE
grows with every version of the line. Nothing reads the clock: the stamp is the day of knowledge.
"""

from __future__ import annotations

from datetime import date

from electlaw.catalog import word
from electlaw.dates import FIRST, LAST
from electlaw.refs import cite
from electlaw.schedule.fold import Stage
from electlaw.schedule.table import Schedule
from electlaw.views import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ics"]

_STATUS = {"suspended": "TENTATIVE", "unknown": "TENTATIVE", "overtaken": "CANCELLED", "missed": "CANCELLED"}


def ics(*schedules: Schedule, lang: str = "id") -> str:
    """Return the stages of one or several schedules that have exact days as a calendar.

    Its lines end in CRLF and hold at most 75 octets. A stage with only a last day (*paling lambat*) is an event on
    that day. Stages put off with no new day are marked cancelled, suspended ones tentative; a vote with no day yet is a
    tentative event over the window it must lie in.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//electlaw//election schedules//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(', '.join(_name(schedule) for schedule in schedules))}",
    ]
    for schedule in schedules:
        for stage in schedule.stages:
            lines += _event(stage, schedule, lang)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _name(schedule: Schedule) -> str:
    return f"{schedule.event} {schedule.region.full_name}" if schedule.region else schedule.event


def _event(stage: Stage, schedule: Schedule, lang: str) -> Iterator[str]:
    days = _days(stage)
    if days is None:
        return
    first, last, status = days
    following = date.fromordinal(date.fromisoformat(last).toordinal() + 1)
    place = f" ({_region(stage.region)})" if stage.region and schedule.region is None else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(stage, schedule)}"
    yield f"DTSTAMP:{schedule.known.replace('-', '')}T000000Z"
    yield f"SEQUENCE:{_sequence(stage)}"
    yield f"DTSTART;VALUE=DATE:{first.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{following:%Y%m%d}"
    condition = f" ({stage.only_if[lang]})" if stage.only_if else ""
    if stage.state == "unscheduled":
        condition += f" ({word('stage_unscheduled', lang)})"
    yield f"SUMMARY:{_escaped(stage.name(lang) + condition + place)}"
    yield f"DESCRIPTION:{_escaped(_description(stage, lang))}"
    yield f"STATUS:{status}"
    yield f"CATEGORIES:{_escaped(stage.event)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(stage: Stage) -> tuple[str, str, str] | None:
    """Return the first and the last day of an event and its status; None for a stage without days."""
    start, end = stage.start, stage.end
    if stage.line is None and stage.frame is not None and stage.state == "unscheduled":
        return start.earliest, end.latest, "TENTATIVE"
    if stage.line is None and stage.halt is not None:
        # A vote put off with no new day: what a calendar already holds is called off.
        former = [
            line for line in stage.group.lines if line.known.latest <= stage.until and line.dated and line.end.known
        ]
        return (former[-1].start.latest, former[-1].end.latest, "CANCELLED") if former else None
    if not end.exact or end.latest == LAST or not (start.exact or start.earliest == FIRST):
        return None
    return start.latest if start.exact else end.latest, end.latest, _STATUS.get(stage.state, "CONFIRMED")


def _region(code: str) -> str:
    from electlaw.regions import region

    return region(code).full_name


def _uid(stage: Stage, schedule: Schedule) -> str:
    """Return an id of the stage that does not depend on its days, its state or the day of the query."""
    where = stage.region or (schedule.region.key if schedule.region else "") or stage.scope.replace("|", "+")
    return f"{stage.event}.{stage.stage}.{where}@electlaw"


def _sequence(stage: Stage) -> int:
    group = stage.group
    return sum(1 for line in (*group.lines, *group.frames) if line.known.latest <= stage.until) + len(stage.asked.halts)


def _description(stage: Stage, lang: str) -> str:
    basis = "; ".join(cite(item.instrument, short=True) for item in stage.basis if item.instrument)
    state = f"{word('stage_state', lang)}: {word(f'stage_{stage.state}', lang)}"
    verified = f"{word('verified', lang)}: {word(stage.verified, lang)}"
    return f"{state}. {word('basis', lang)}: {basis or '-'}. {verified}. {word('event_note', lang)}"


def _escaped(value: str) -> str:
    safe = clean(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return safe.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Yield a content line in parts of at most 75 octets, continued ones after a space, never within a character."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > 75:
            yield part
            part, size = " ", 1
        part += character
        size += width
    yield part
