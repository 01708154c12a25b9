"""Election schedules: which stages run on a day, which comes next, when a limit ends, and under which instrument.

>>> import electlaw.schedule as schedule
>>> schedule.schedule("pilkada-2020", on="2020-05-05").voting_day.start
When(earliest='2020-12-01', latest='2020-12-31')
"""

from __future__ import annotations

from electlaw.corpus import Corpus, builtin
from electlaw.dates import LAST, day
from electlaw.errors import Invalid, NotFound
from electlaw.schedule.fold import STATES, Rival, Stage
from electlaw.schedule.lines import event_ids, timetable
from electlaw.schedule.plan import Order, Plan, plan
from electlaw.schedule.rules import Deadline, Rule, closing, deadline, deadlines, lasting, rules
from electlaw.schedule.table import Change, Revision, Schedule, build
from electlaw.schedule.taxonomy import StageKey, stage_key, stage_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol, TypeVar

    from electlaw.dates import Day
    from electlaw.regions import Region

    class Spanned(Protocol):
        """What has a first and a last day."""

        @property
        def span(self) -> tuple[str, str] | None:
            """The two days; None if it has none."""

        @property
        def begins(self) -> str | None:
            """The day it is under way from; None if it has none."""

    S = TypeVar("S", bound=Spanned)

__all__ = [
    "STATES",
    "Change",
    "Deadline",
    "Order",
    "Plan",
    "Revision",
    "Rival",
    "Rule",
    "Schedule",
    "Stage",
    "StageKey",
    "closing",
    "current",
    "deadline",
    "deadlines",
    "event_ids",
    "lasting",
    "names",
    "plan",
    "rules",
    "schedule",
    "schedules",
    "stage_key",
    "stage_keys",
    "stages",
    "under_way",
]


def schedule(
    event: str,
    *,
    on: Day,
    known: Day | None = None,
    region: str | Region | None = None,
    corpus: Corpus | None = None,
) -> Schedule:
    """Return the schedule of an event as it stood on a day.

    Args:
        event: id of the event (``"pilkada-2020"``, ``"psu-2025"``).
        on: the day asked about.
        known: the day of knowledge, the same day by default.
        region: a province, regency or city that takes part: its race, with its own lines over the general ones;
            the only one by default, where an event has only one.
        corpus: the log to fold, the built-in one by default.

    Raises:
        NotFound: no such event, or the region does not take part in it (with the events it does).
        Invalid: what is no day.

    """
    log = corpus or builtin()
    table = timetable(event, log)
    on_day = day(on)
    known_day = on_day if known is None else day(known)
    if region is None and len(table.codes) == 1:
        region = next(iter(table.codes))
    if region is None:
        return build(table, on_day, known_day, None)
    return build(table, on_day, known_day, _taking_part(region, event, log, known_day))


def _taking_part(region: str | Region, event: str, corpus: Corpus, known: str) -> Region:
    """Return the region if it takes part, as known that day or ever since: a plan later dropped was one then."""
    from electlaw.regions import region as find

    place = find(region)
    kind = next(row["kind"] for row in corpus.rows("events", event))
    if kind == "pemilu" or place.contests(event, known) or place.contests(event, LAST):
        return place
    if any(row["event"] == event for row in corpus.rows("contests", place.key)):
        return place
    taken = [contest.event for contest in place.contests(None, LAST)]
    raise NotFound(
        f"{place.full_name} takes no part in {event}",
        id=f"{place.full_name} tidak ikut dalam {event}",
        choices=taken,
    )


def stages(
    target: str | Region, *, on: Day, known: Day | None = None, corpus: Corpus | None = None
) -> tuple[Stage, ...]:
    """Return the stages on a day, of an event, or of a region at every event it is in the middle of.

    A region between two elections answers with the next one called, or else with the last.
    """
    return tuple(stage for found in schedules(target, on=on, known=known, corpus=corpus) for stage in found.stages)


def schedules(
    target: str | Region, *, on: Day, known: Day | None = None, corpus: Corpus | None = None
) -> tuple[Schedule, ...]:
    """Return the schedules that concern an event, or a region, on a day; see `stages`.

    An event is named by its id, in any case and with spaces for hyphens (``"Pilkada 2024"``).

    Raises:
        NotFound: no such event or region, or no election of the region's head was known by then.
        Invalid: the head of the region is not elected.

    """
    log = corpus or builtin()
    if isinstance(target, str):
        event = "-".join(target.lower().split())
        if event in event_ids(log) or event.partition("-")[0] in ("pilkada", "pemilu", "psu"):
            return (schedule(event, on=on, known=known, corpus=log),)
    from electlaw.regions import region as find

    place = _found(target, log) if isinstance(target, str) else find(target)
    on_day = day(on)
    known_day = on_day if known is None else day(known)
    if not place.elects_head:
        raise Invalid(
            f"the head of {place.full_name} is not elected by voters",
            id=f"kepala daerah {place.full_name} tidak dipilih oleh pemilih",
        )
    found = _of_region(place, on_day, known_day, log)
    if not found:
        raise NotFound(
            f"no election of the head of {place.full_name} was known on {known_day}",
            id=f"belum ada pemilihan kepala daerah {place.full_name} yang diketahui pada {known_day}",
            choices=[contest.event for contest in place.contests(None, LAST)],
        )
    return current(found, on_day)


def _found(name: str, corpus: Corpus) -> Region:
    """Return a region by its name; what is neither a region nor an event raises, with the nearest of both."""
    from difflib import get_close_matches

    from electlaw.regions import region as find

    try:
        return find(name)
    except NotFound as error:
        events = event_ids(corpus)
        near = get_close_matches("-".join(name.lower().split()), events, 3, 0.5)
        choices = [*error.choices, *near] or events[-4:]
        raise NotFound(
            f"no region or election event is called {name!r}",
            id=f"tidak ada daerah atau pemilihan bernama {name!r}",
            choices=choices,
        ) from None


def under_way(
    region: str | Region, *, on: Day, known: Day | None = None, corpus: Corpus | None = None
) -> tuple[Schedule, ...]:
    """Return the schedules of a region in the middle of which a day lies; none between two elections."""
    from electlaw.regions import region as find

    on_day = day(on)
    known_day = on_day if known is None else day(known)
    return _running(_of_region(find(region), on_day, known_day, corpus or builtin()), on_day)


def _of_region(place: Region, on: str, known: str, corpus: Corpus) -> list[Schedule]:
    return [build(timetable(contest.event, corpus), on, known, place) for contest in place.contests(None, known)]


def names(stage: str, corpus: Corpus | None = None) -> tuple[tuple[str, str, str], ...]:
    """Return the official names of a stage (Indonesian): event, version and the name that version uses.

    Raises `NotFound` for a key the taxonomy does not have.

    >>> ("pilkada-2024", "pkpu-2-2024", "Pelaksanaan Kampanye") in names("campaign")
    True
    """
    log = corpus or builtin()
    stage_key(stage, log)
    found = [
        (event, line.by, line.name)
        for event in event_ids(log)
        for line in timetable(event, log).lines
        if line.stage == stage and line.name and line.event == event
    ]
    return tuple(dict.fromkeys(found))


def current(found: list[S], on: str) -> tuple[S, ...]:
    """Keep the schedules in the middle of which a day lies, or else the next, or else the last.

    Takes whatever has a ``span`` and a day it ``begins``.
    """
    running = _running(found, on)
    if running:
        return running
    spans = [(one.span, one) for one in found]
    coming = [(span[0], index, one) for index, (span, one) in enumerate(spans) if span is not None and span[0] > on]
    if coming:
        return (min(coming)[2],)
    past = [(span[1], index, one) for index, (span, one) in enumerate(spans) if span is not None]
    return (max(past)[2],) if past else tuple(found[-1:])


def _running(found: list[S], on: str) -> tuple[S, ...]:
    """Keep the schedules in the middle of which a day lies.

    A re-vote is under way from the order of the court on, though no stage of it may have a day yet.
    """
    spans = [(one.span, one) for one in found]
    return tuple(one for span, one in spans if span is not None and (one.begins or span[0]) <= on <= span[1])
