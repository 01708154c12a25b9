"""The acts on the schedule of one event: stage lines, voting days, suspensions, resumptions, postponements."""

from __future__ import annotations

import attrs

from electlaw.acts import Act
from electlaw.corpus import Corpus, builtin
from electlaw.dates import UNKNOWN, Span, When, when
from electlaw.errors import NotFound
from electlaw.schedule.taxonomy import expanded
from electlaw.scope import EVERYONE, scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.tables import Row

__all__ = ["ELEMENTS", "Group", "Halt", "Line", "Timetable", "event_ids", "timetable"]

#: The two kinds of race a schedule line can be about.
ELEMENTS = ("province", "regency-city")

VOTE = "voting_day"


@attrs.frozen(eq=False, repr=False)
class Line(Act):
    """One line of one version of a schedule: a window set for one stage."""

    event: str = ""
    stage: str = ""
    #: As the table has it: ``""`` (both races), ``"national"``, ``"province"`` or ``"regency-city"``.
    only: str = ""
    #: Codes of the regions it is confined to; empty for all.
    regions: tuple[str, ...] = ()
    start: When = UNKNOWN
    end: When = UNKNOWN
    #: ``fixed``, ``until`` (only a last day), ``relative`` (a rule, no day), ``external`` (set by another body),
    #: ``window`` (a frame within which the day must be set) or ``heading``.
    kind: str = "fixed"
    #: The rule behind it in a few words, as reported.
    rule: str = ""
    #: The name this version uses, and its number in the annex.
    name: str = ""
    number: str = ""
    #: The instrument whose text this version changes: versions of one family replace each other.
    family: str = ""
    #: For a window a court's order leaves: the number of units from the order, and the unit; 0 for any other line.
    within: int = 0
    unit: str = ""

    #: Whether both ends of its window are exact days.
    dated: bool = attrs.field(init=False)

    @dated.default
    def _dated(self) -> bool:
        return self.start.exact and self.end.exact

    @property
    def days(self) -> tuple[str, str]:
        """The window as written, for comparison."""
        return str(self.start), str(self.end)


@attrs.frozen(eq=False, repr=False)
class Halt(Act):
    """An act that stops stages or lets them go on: ``suspend``, ``resume``, ``postpone`` or ``drop``."""

    #: Keys of the stages it names and of all within them; empty for every stage.
    stages: frozenset[str] = frozenset()
    #: For ``resume`` the suspending instrument.
    of: str = ""
    regions: tuple[str, ...] = ()

    @property
    def settles(self) -> bool:
        """Whether it settles for the whole event that stages will not take place: no second round is held."""
        return self.op == "drop" and bool(self.stages) and not self.regions


@attrs.define(eq=False)
class Group:
    """The lines on one stage of one race, in the order of painting."""

    stage: str
    element: str
    lines: list[Line] = attrs.field(factory=list)
    frames: list[Line] = attrs.field(factory=list)

    def add(self, line: Line) -> None:
        """Add a line; `sort` must follow."""
        (self.frames if line.kind == "window" else self.lines).append(line)

    def sort(self) -> Group:
        """Bring the lines into the order of painting."""
        self.lines.sort(key=lambda act: act.sort_key)
        self.frames.sort(key=lambda act: act.sort_key)
        return self


class Timetable:
    """Everything the log holds on the schedule of one event."""

    def __init__(self, event: str, corpus: Corpus) -> None:
        self.event = event
        self.corpus = corpus
        #: Kind of the event (``events.tsv``).
        self.kind = ""
        self.lines: tuple[Line, ...] = ()
        self.halts: tuple[Halt, ...] = ()
        #: Codes of the regions listed as taking part in this very event.
        self.codes: frozenset[str] = frozenset()
        #: (race, region or "") to its groups in the order of the tables.
        self._groups: dict[tuple[str, str], list[Group]] = {}
        self._own: dict[str, list[Group]] = {}
        self._regional: tuple[str, ...] | None = None
        self._shared: list[tuple[Group, str]] | None = None
        #: Answers already folded; see `electlaw.schedule.fold`.
        self.memo: dict[tuple[str, str, str, str], tuple[object, ...]] = {}

    @property
    def regional(self) -> tuple[str, ...]:
        """Codes of the regions with lines or halts of their own, in order."""
        if self._regional is None:
            lines = {code for line in self.lines for code in line.regions}
            self._regional = tuple(sorted(lines.union(*(act.regions for act in self.halts))))
        return self._regional

    def element_of(self, code: str) -> str:
        """Return the race of a region: the governor's for a province, else the regent's or mayor's."""
        return ELEMENTS["." in code]

    def shared(self) -> list[tuple[Group, str]]:
        """Return the general groups of both races, each once: those of both with ``""``, the others with their race."""
        if self._shared is None:
            province, regency = (self.groups(element) for element in ELEMENTS)
            twins = {group.stage: group for group in regency}
            found: list[tuple[Group, str]] = []
            for group in province:
                twin = twins.get(group.stage)
                same = twin is not None and twin.lines == group.lines and twin.frames == group.frames
                if same:
                    del twins[group.stage]
                found.append((group, "" if same else ELEMENTS[0]))
            rest = [(group, ELEMENTS[1]) for group in regency if group.stage in twins]
            order = {stage: at for at, stage in enumerate(dict.fromkeys(line.stage for line in self.lines))}
            self._shared = sorted([*found, *rest], key=lambda pair: order[pair[0].stage])
        return self._shared

    def groups(self, element: str, region: str = "") -> list[Group]:
        """Return the groups of a race, with the lines of one region over the general ones."""
        key = (element, region)
        found = self._groups.get(key)
        if found is None:
            found = self._groups[key] = list(self._grouped(element, region))
        return found

    def own_groups(self, region: str) -> list[Group]:
        """Return the groups with lines or halts of a region's own."""
        found = self._own.get(region)
        if found is None:
            halted = any(region in act.regions for act in self.halts)
            found = self._own[region] = [
                group
                for group in self.groups(self.element_of(region), region)
                if any(region in line.regions for line in (*group.lines, *group.frames))
                or (halted and group.stage == VOTE)
            ]
        return found

    def own(self, region: str) -> bool:
        """Whether a region has lines or halts of its own."""
        return region in self.regional

    def _grouped(self, element: str, region: str) -> Iterator[Group]:
        groups: dict[str, Group] = {}
        for line in self.lines:
            if line.kind == "heading" or (line.only in ELEMENTS and line.only != element):
                continue
            if line.regions and region not in line.regions:
                continue
            group = groups.get(line.stage)
            if group is None:
                group = groups[line.stage] = Group(line.stage, element)
            group.add(line)
        return (group.sort() for group in groups.values())


_MOST_CORPORA = 8

_read: dict[int, tuple[Corpus, dict[str, Timetable]]] = {}


def event_ids(corpus: Corpus | None = None) -> list[str]:
    """Return the ids of the election events, oldest first."""
    return list(dict.fromkeys(row["id"] for row in (corpus or builtin()).all("events")))


def timetable(event: str, corpus: Corpus | None = None) -> Timetable:
    """Return the timetable of an event.

    Raises `NotFound` with the nearest ids if there is no such event.
    """
    corpus = corpus or builtin()
    held = _read.get(id(corpus))
    if held is None or held[0] is not corpus:
        if len(_read) >= _MOST_CORPORA:
            _read.clear()
        held = _read[id(corpus)] = (corpus, {})
    found = held[1].get(event)
    if found is None:
        found = held[1][event] = _read_event(event, corpus)
    return found


def _read_event(event: str, corpus: Corpus) -> Timetable:
    rows = corpus.rows("events", event) if event else []
    if not rows:
        raise _no_event(event, corpus)
    table = Timetable(event, corpus)
    reader = _Reader(corpus)
    own = [*reader.lines(event)]
    halts = [*reader.halts(event)]
    table.kind = rows[-1]["kind"]
    parent = rows[-1].get("of", "")
    table.codes = frozenset(row["code"] for row in corpus.all("contests") if row["event"] == event)
    if parent and _follows(rows[-1], parent, corpus) and not any(line.stage != VOTE for line in own):
        inherited = timetable(parent, corpus)
        codes = set(table.codes)
        own = [*_inherit(inherited.lines, codes, own, event), *own]
        halts = [*(act for act in inherited.halts if not act.regions or codes & set(act.regions)), *halts]
    races = {table.element_of(code) for code in table.codes}
    table.lines = tuple(_of_race(line, races) for line in own)
    halts = [attrs.evolve(act, stages=expanded(act.stages, corpus)) for act in halts]
    table.halts = tuple(sorted(halts, key=lambda act: act.sort_key))
    return table


def _of_race(line: Line, races: set[str]) -> Line:
    """Return the vote of an event of one race (a re-vote in one regency) as of that race, not of the whole country."""
    if line.stage == VOTE and line.only == "national" and len(races) == 1:
        return attrs.evolve(line, only=next(iter(races)))
    return line


def _follows(row: Row, parent: str, corpus: Corpus) -> bool:
    """Whether an event keeps the schedule of the event it follows: a vote put off, a part of a set of re-votes."""
    kind = next((found["kind"] for found in corpus.rows("events", parent)), "")
    return row["kind"] == "postponed" or row["kind"] == kind


def _inherit(lines: tuple[Line, ...], codes: set[str], own: list[Line], event: str) -> Iterator[Line]:
    """Yield the lines of the event it follows that hold for its regions."""
    vote_set = any(line.stage == VOTE for line in own)
    regional = any(line.stage == VOTE and codes & set(line.regions) for line in lines)
    for line in lines:
        if line.stage == VOTE and (vote_set or (regional and not line.regions)):
            continue
        if not line.regions or not codes or codes & set(line.regions):
            yield attrs.evolve(line, event=event)


def _no_event(event: str, corpus: Corpus) -> NotFound:
    from difflib import get_close_matches

    ids = event_ids(corpus)
    shown = repr(event) if len(str(event)) < 60 else repr(event)[:57] + "..."
    near = get_close_matches(str(event).lower(), ids, 4, 0.5) or ids[-4:]
    return NotFound(f"no election event {shown}", id=f"tidak ada pemilihan {shown}", choices=near)


#: What a region's own vote, once put off, takes with it: the vote and all that follows.
_FROM_THE_VOTE = (
    "voting_and_counting elected_determination dispute_settlement appointment_proposal evaluation_and_reporting"
    " inauguration"
)


class _Reader:
    """Reads rows of the schedule tables into acts."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def lines(self, event: str) -> Iterator[Line]:
        seen = set()
        for index, row in enumerate(self.corpus.rows("stages", event)):
            line = self._line(row, index)
            if line.stage == VOTE and not line.regions:
                seen.add((line.by, str(line.end)))
            yield line
        for index, row in enumerate(self.corpus.rows("event-dates", event)):
            if row["state"] == "set" and row["day"]:
                line = self._vote(row, index)
                if (line.by, str(line.end)) not in seen:
                    yield line

    def _line(self, row: Row, index: int) -> Line:
        known, span, order, family = self._coordinates(row, index)
        codes = tuple(row["region"].split("|")) if row["region"] else ()
        kind = row["kind"]
        return Line(
            target=f"{row['event']}/{row['stage']}", by=row["by"], op="set", known=known, span=span,
            scope=scope(f"region={row['region']}") if codes else EVERYONE, order=order, row=row,
            event=row["event"], stage=row["stage"], only=row["scope"],
            regions=codes, start=when(row["start"]), end=when(row["end"]), kind=kind, rule=row["rule"],
            name=row["name"], number=row["line"], family=family,
        )  # fmt: skip

    def _vote(self, row: Row, index: int) -> Line:
        """Read a voting day, or the window a statute or a court set for it."""
        known, span, order, family = self._coordinates(row, index)
        code, day = row["code"], when(row["day"])
        within, unit = int(row["within"] or 0), row["unit"]
        said = f"within {within} {unit.replace('_', ' ')}s of {row['known']}" if within else ""
        return Line(
            target=f"{row['event']}/{VOTE}", by=row["by"], op="set", known=known, span=span,
            scope=scope(f"region={code}") if code else EVERYONE, order=order, row=row,
            event=row["event"], stage=VOTE,
            only=ELEMENTS["." in code] if code else "national", regions=(code,) if code else (), start=day, end=day,
            kind="fixed" if day.exact else "window", rule=said, family=family, within=within, unit=unit,
        )  # fmt: skip

    def halts(self, event: str) -> Iterator[Halt]:
        for index, row in enumerate(self.corpus.rows("schedule-acts", event)):
            yield self._halt(row, index, row["op"], row["region"], row["stages"], row["of"])
        for index, row in enumerate(self.corpus.rows("event-dates", event)):
            op = {"postponed": "postpone", "dropped": "drop"}.get(row["state"])
            if op:
                yield self._halt(row, index, op, row["code"], _FROM_THE_VOTE if row["code"] else "")

    def _halt(self, row: Row, index: int, op: str, region: str, stages: str = "", of: str = "") -> Halt:
        known, span, order, _ = self._coordinates(row, index)
        return Halt(
            target=row["event"], by=row["by"], op=op, known=known, span=span, order=order, row=row,
            stages=frozenset(stages.split()), of=of,
            regions=tuple(region.split("|")) if region else (),
        )  # fmt: skip

    def _coordinates(self, row: Row, index: int) -> tuple[When, Span, tuple[int, str, int], str]:
        """Return known, span, order and family: of the row, else of the version, else of the instrument."""
        by = row["by"]
        version = next(iter(self.corpus.rows("schedule-versions", by)), None) if by else None
        instrument = self.corpus.instrument(by) if by else None
        family = version["family"] if version else ""
        if by and not family:
            family = self.corpus.base_of(by)
        text = row.get("known", "") or (version["known"] if version else "")
        known = when(text) if text else instrument.known if instrument else UNKNOWN
        start = when(row["from"]) if row.get("from") else instrument.span.start if instrument and not text else known
        return known, Span(start), (instrument.order if instrument else 0, by, index), family
