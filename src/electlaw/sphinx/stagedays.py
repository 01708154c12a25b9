"""What runs, what is halted and what comes next in a region on every day, as spells.

An event is folded once for each race, and again only for regions with lines, halts or a result of their own.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from electlaw.brief import AHEAD
from electlaw.corpus import DATA_AS_OF, DATA_FROM
from electlaw.dates import LAST, when
from electlaw.schedule import current
from electlaw.schedule.lines import timetable
from electlaw.schedule.table import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from electlaw.corpus import Corpus
    from electlaw.dates import When
    from electlaw.regions import Region
    from electlaw.schedule import Stage

__all__ = ["Running", "StageRow", "day_after", "ends", "stages_on"]


@attrs.frozen
class StageRow:
    """A stage with its window, as a brief shows it."""

    event: str
    stage: str
    en: str
    id: str
    start: When
    end: When
    by: str


#: The stages running, halted and coming.
Running = tuple[tuple[StageRow, ...], tuple[StageRow, ...], tuple[StageRow, ...]]


@attrs.frozen
class _Stretch:
    """What an event contributes on the days of one spell."""

    event: str
    span: tuple[str, str] | None
    begins: str | None
    running: tuple[StageRow, ...]
    halted: tuple[StageRow, ...]
    ahead: tuple[StageRow, ...]


def ends(value: When) -> list[str]:
    """Return the ends of a day known to some precision that are days at all."""
    return [end for end in (value.earliest, value.latest) if "0001-01-01" < end < LAST] if value.known else []


def day_after(iso: str, days: int = 1) -> str:
    """Return the day so many days after another."""
    from datetime import date

    return date.fromordinal(date.fromisoformat(iso).toordinal() + days).isoformat()


def _row(stage: Stage) -> StageRow:
    return StageRow(stage.event, stage.stage, stage.name("en"), stage.name("id"), stage.start, stage.end, stage.by)


_stretches: dict[tuple[int, str, str, str], tuple[list[str], list[_Stretch]]] = {}


def _event(corpus: Corpus, event: str, place: Region) -> tuple[list[str], list[_Stretch]]:
    """Return the spells of an event for the race of a region: first days, and what holds from each on."""
    table = timetable(event, corpus)
    results = {row["result"] for row in corpus.rows("contests", place.key) if row["event"] == event}
    own = place.key if table.own(place.key) or "empty-column" in results else ""
    key = (id(corpus), event, table.element_of(place.key), own)
    if key not in _stretches:
        first: list[str] = []
        found: list[_Stretch] = []
        for day in sorted(_days(corpus, event, place)):
            stretch = _stretch(corpus, event, place, day)
            if not found or found[-1] != stretch:
                first.append(day)
                found.append(stretch)
        _stretches[key] = (first, found)
    return _stretches[key]


def _stretch(corpus: Corpus, event: str, place: Region, day: str) -> _Stretch:
    found = build(timetable(event, corpus), day, day, place)
    rows = [tuple(map(_row, part)) for part in (found.running, found.in_state("suspended"), found.next(AHEAD))]
    return _Stretch(event, found.span, found.begins, *rows)


def _days(corpus: Corpus, event: str, place: Region) -> set[str]:
    """Return the days on which the stages of an event may change their state."""
    table = timetable(event, corpus)
    acts = [*table.lines, *table.halts]
    said = {day for act in acts for value in (act.known, act.span.start, act.span.end) for day in ends(value)}
    results = {row["result_known"] for row in corpus.rows("contests", place.key) if row["result_known"]}
    said |= {day for result in results for day in ends(when(result))}
    said = {DATA_FROM, *(day for day in said if DATA_FROM < day <= DATA_AS_OF)}
    days = set(said)
    for day in said:
        for stage in build(table, day, day, place).stages:
            days |= {shifted for end in _window(stage) for shifted in (end, day_after(end))}
    return {day for day in days if DATA_FROM <= day <= DATA_AS_OF}


def _window(stage: Stage) -> list[str]:
    return ends(stage.start) + ends(stage.end)


def stages_on(
    corpus: Corpus, place: Region, asked: Iterable[str], elections: dict[str, list[str]]
) -> dict[str, Running]:
    """Return what runs on each day on which it changes.

    Args:
        corpus: the log.
        place: a province, regency or city.
        asked: the days on which the elections of the region or what is known of them change.
        elections: the events ahead from each of these days on.

    """
    days = sorted({DATA_FROM, *(day for day in asked if DATA_FROM < day <= DATA_AS_OF)})
    called = {day: [one.event for one in place.contests(None, day)] if place.elects_head else [] for day in days}
    every = dict.fromkeys(event for found in (called, elections) for events in found.values() for event in events)
    spells = {event: _event(corpus, event, place) for event in every}
    changes = sorted({*days, *(day for first, _ in spells.values() for day in first)})
    firsts = sorted(elections)
    found: dict[str, Running] = {}
    for day in changes:
        own = [_at(spells[event], day) for event in called[days[bisect_right(days, day) - 1]]]
        shown = list(current(own, day)) if own else []
        ahead = elections[firsts[bisect_right(firsts, day) - 1]]
        shown += [_at(spells[event], day) for event in ahead if event not in {one.event for one in shown}]
        found[day] = _together(shown)
    return found


def _at(spells: tuple[list[str], list[_Stretch]], day: str) -> _Stretch:
    return spells[1][bisect_right(spells[0], day) - 1]


def _together(shown: list[_Stretch]) -> Running:
    ahead = [row for one in shown for row in one.ahead]
    return (
        tuple(row for one in shown for row in one.running),
        tuple(row for one in shown for row in one.halted),
        tuple(sorted(ahead, key=lambda row: (row.start.earliest, row.end.latest))[:AHEAD]),
    )
