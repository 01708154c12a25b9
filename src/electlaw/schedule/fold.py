"""Folds the acts on a schedule into what each stage is on a day, as known on a day.

The last line painted on a stage is its window; a window that a statute or a court's order set for the vote frames the
day a lower one sets. An act that halts stages marks the lines it hits: *suspended* until resumed; *missed* if the
window passed while they were suspended and no later version dated it anew; *overtaken* if the whole schedule was put
off before it ended. A stage that depends on a condition is gone once an act settles that it will not take place.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text, weakest
from electlaw.dates import FIRST, LAST, UNKNOWN, When
from electlaw.fold import paint
from electlaw.schedule.lines import VOTE, Group, Halt, Line, Timetable
from electlaw.schedule.taxonomy import stage_key, within
from electlaw.snapshot import Basis
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.schedule.plan import Order

__all__ = ["GROUNDS", "STATES", "Asked", "Rival", "Stage", "fold", "fold_group"]

#: The states of a stage. ``done``, ``running`` and ``ahead`` go by the calendar. ``suspended``: halted until an act
#: lets it go on. ``missed``: its days passed while it was suspended, and no later version gave it new ones.
#: ``overtaken``: the vote was put off, or will not be held; its old days hold no more and no new ones are known.
#: ``unscheduled`` waits for a day or for an event outside; ``unknown`` is set by another body, or unsure.
STATES = ("done", "running", "ahead", "suspended", "missed", "overtaken", "unscheduled", "unknown")


@attrs.frozen
class Rival:
    """A norm on the same stage that says something else, and why it does not prevail."""

    by: str
    start: When
    end: When
    rule: str
    #: ``superior`` (the other ranks higher), ``special`` (the other is confined to the region), ``later`` (the other
    #: is later), ``outside`` (the day lies outside the window a higher norm sets) or ``unknown``.
    ground: str
    verified: str
    source: str


# Without slots: attrs writes the fields of a frozen class into its dict, in two thirds of the time.
@attrs.frozen(eq=False, repr=False, slots=False)
class Stage(Shown):
    """One stage of a schedule on a day: its window, its state, and the acts that say so."""

    #: The line whose window stands; None if the vote was put off with no new day.
    line: Line | None
    state: str
    #: ``"national"``, ``"province|regency-city"``, ``"province"`` or ``"regency-city"``.
    scope: str
    #: Code of the region whose own line this is; empty for a general line.
    region: str
    asked: Asked
    group: Group
    #: The act that suspended, put off or dropped it, or under whose suspension it was missed.
    halt: Halt | None = None
    #: The window of a higher norm around it.
    frame: Line | None = None
    #: Acts that would change the answer if their day of publication were known better.
    doubts: tuple[Line, ...] = ()

    @property
    def table(self) -> Timetable:
        """Everything the log holds on the schedule it belongs to."""
        return self.asked.table

    @property
    def until(self) -> str:
        """The day up to which acts count: the earlier of the day asked about and the day of knowledge."""
        return self.asked.until

    @property
    def event(self) -> str:
        """Id of the event (``events.tsv``)."""
        return self.asked.table.event

    @property
    def stage(self) -> str:
        """Key of the stage (``stage-keys.tsv``)."""
        return self.group.stage

    @property
    def start(self) -> When:
        """First day, as far as it is set; for a vote with no day yet, the window it must lie in."""
        line = self.line or self.frame
        return line.start if line else UNKNOWN

    @property
    def end(self) -> When:
        """Last day, as far as it is set."""
        line = self.line or self.frame
        return line.end if line else UNKNOWN

    @property
    def by(self) -> str:
        """Id of the instrument whose line stands."""
        line = self.line or self.frame
        return line.by if line else (self.halt.by if self.halt else "")

    @property
    def rule(self) -> str:
        """The rule behind the window in a few words, as reported; empty if none was."""
        line = self.line or self.frame
        return line.rule if line else ""

    @property
    def order(self) -> Order | None:
        """The order of a court to vote (again) within a time, which frames the vote; None if there is none."""
        from electlaw.schedule.plan import Order

        frame = self.frame
        return Order(frame.known.latest, frame.within, frame.unit) if frame and frame.within else None

    @property
    def late(self) -> bool:
        """Whether the day set for the vote lies after the last day a court's order left for it."""
        line, frame = self.line, self.frame
        return bool(line and frame and frame.within and line.end.known and line.end.latest > frame.end.latest)

    @property
    def note(self) -> str:
        """What a reader should know of the line: whom it concerns, where copies differ."""
        line = self.line or self.frame
        return line.note if line else (self.halt.note if self.halt else "")

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The acts it rests on: the line, others that set the same days, the higher norm around it, the halt."""
        acts = [act for act in (self.line, *self._agreeing(), self.frame, self.halt) if act is not None]
        seen = {(act.by, act.source): act for act in reversed(acts)}
        return tuple(Basis.of(act) for act in acts if seen[act.by, act.source] is act)

    @property
    def verified(self) -> str:
        """The weakest verification among the acts it rests on, or else among those in doubt."""
        acts = [act for act in (self.line, self.frame, self.halt) if act is not None]
        return weakest([act.verified for act in acts or self.doubts])

    def name(self, lang: str = "en") -> str:
        """Return the name of the stage in the taxonomy, in ``"en"`` or ``"id"``."""
        return stage_key(self.stage, self.table.corpus).name[lang]

    @property
    def official_name(self) -> str:
        """The name the version in force uses (Indonesian); empty if it names none."""
        return self.line.name if self.line else ""

    @property
    def place(self) -> str:
        """The place of the statutory list of stages (Pasal 5) it falls under; empty if none."""
        return stage_key(self.stage, self.table.corpus).place

    @property
    def only_if(self) -> Text | None:
        """The condition it depends on, in both languages; None if it always takes place.

        A second round held as an event of its own depends on nothing any more.
        """
        said = stage_key(self.stage, self.table.corpus).only_if
        if not said or (self.table.kind == "second-round" and within(self.stage, "runoff_stage")):
            return None
        return said

    def _agreeing(self) -> Iterator[Line]:
        line = self.line
        if line is None:
            return
        for other in reversed(self.group.lines):
            if other is line or other.known.latest > self.until:
                continue
            if other.days == line.days and (line.end.known or other.rule == line.rule):
                yield other

    @property
    def rivals(self) -> tuple[Rival, ...]:
        """Norms on the same stage that say something else and were not replaced by the one that stands."""
        return tuple(_rivals(self))

    def __repr__(self) -> str:
        days = f"{self.start} to {self.end}" if self.start.known else f"until {self.end}"
        if self.start == self.end:
            days = str(self.start)
        place = f" in {self.region}" if self.region else ""
        return f"<Stage {self.stage} of {self.event}{place}: {days if self.end.known else 'no day'}, {self.state}>"

    def to_json(self) -> dict[str, object]:
        """Return the stage as plain data; days as ISO text, a month as ``2020-12``, None where there is none."""
        return {
            "event": self.event,
            "stage": self.stage,
            "start": _json_day(self.start),
            "end": _json_day(self.end),
            "state": self.state,
            "scope": self.scope,
            "region": self.region or None,
            "basis": list(dict.fromkeys(item.instrument for item in self.basis if item.instrument)),
            "verified": self.verified,
            "rule": self.rule or None,
            "only_if": {"en": self.only_if["en"], "id": self.only_if["id"]} if self.only_if else None,
            "note": self.note or None,
            "name": {"en": self.name("en"), "id": self.name("id")},
        }


def _json_day(day: When) -> str | None:
    return str(day) or None


#: Why a norm does not prevail, as shown to a reader.
GROUNDS = {
    "superior": Text("the other ranks higher", "peraturan lain lebih tinggi"),
    "special": Text("the other is made for the region", "peraturan lain khusus untuk daerah ini"),
    "later": Text("the other is later", "peraturan lain lebih baru"),
    "outside": Text(
        "outside the window a higher norm sets", "di luar rentang waktu yang ditetapkan peraturan lebih tinggi"
    ),
    "unknown": Text("not known which prevails", "tidak diketahui mana yang berlaku"),
}


def _rivals(stage: Stage) -> Iterator[Rival]:
    line = stage.line or stage.frame
    seen = {line.family} if line else set()
    for other in reversed(stage.group.lines):
        if other is line or other.known.latest > stage.until:
            continue
        if other.family in seen or (line is not None and _says(other) == _says(line)):
            continue
        outside = stage.frame is not None and not _allowed(other, stage.frame)
        seen.add(other.family)
        yield Rival(
            other.by, other.start, other.end, other.rule, "outside" if outside else _ground(line, other, stage),
            other.verified, other.source,
        )  # fmt: skip


def _says(line: Line) -> tuple[str, str, str]:
    return (*line.days, line.rule)


def _ground(winner: Line | None, loser: Line, stage: Stage) -> str:
    if winner is None:
        return "unknown"
    if winner.scope.special and not loser.scope.special:
        return "special"
    ranks = [_RANKS.get(line.by.partition("-")[0], 9) for line in (winner, loser)]
    if ranks[0] < ranks[1]:
        return "superior"
    if stage.doubts or winner.known.latest == loser.known.latest:
        return "unknown" if stage.doubts else "later"
    return "later"


#: Rank of the kinds of instrument that set schedules, highest first.
_RANKS = {"uud": 0, "uu": 1, "perppu": 1, "mk": 1, "pp": 2, "perpres": 3, "keppres": 3, "pkpu": 4, "pmk": 4}


# -- the fold -------------------------------------------------------------------------------------------


def fold(table: Timetable, on: str, known: str, element: str, region: str = "") -> tuple[Stage, ...]:
    """Return the stages of one race on a day; of one region if it has lines or halts of its own.

    The answer is remembered with the timetable: regions without lines of their own share it.
    """
    own = region if region and table.own(region) else ""
    key = (on, known, element, own)
    found = table.memo.get(key)
    if found is None:
        if len(table.memo) >= _MOST_REMEMBERED:
            table.memo.clear()
        asked = Asked(table, on, known, own)
        stages = (fold_group(group, asked) for group in table.groups(element, own))
        found = table.memo[key] = tuple(stage for stage in stages if stage is not None)
    return found  # type: ignore[return-value]


_MOST_REMEMBERED = 256

_SCOPES = {"": "province|regency-city", "national": "national", "province": "province", "regency-city": "regency-city"}


class Asked:
    """What is asked of a timetable: the day, the day of knowledge, the region; and the halts in force for it."""

    __slots__ = ("halts", "known", "on", "region", "table", "until")

    def __init__(self, table: Timetable, on: str, known: str, region: str) -> None:
        self.table = table
        self.on = on
        self.known = known
        #: Code of the region, or empty.
        self.region = region
        self.until = on if on < known else known
        #: The halts known and in force, each with the day it ended, or `LAST`.
        self.halts: list[tuple[Halt, str]] = []
        if table.halts:
            seen = [
                act
                for act in table.halts
                if act.known.latest <= known
                and act.span.start.latest <= on
                and (not act.regions or region in act.regions)
            ]
            self.halts = [(act, self._end(act, seen)) for act in seen if act.op != "resume"]

    def _end(self, act: Halt, seen: list[Halt]) -> str:
        ends = [other.span.start.latest for other in seen if other.op == "resume" and other.of == act.by]
        return min(ends, default=LAST)

    def on_line(self, line: Line) -> tuple[str, Halt] | None:
        """Return the state a halt puts a line into, and the halt; None if none does."""
        found = None
        for act, until in self.halts:
            if act.known.latest <= line.known.latest or line.end.latest < act.span.start.earliest:
                continue
            if act.stages and line.stage not in act.stages:
                continue
            if act.op in ("postpone", "drop"):
                return "overtaken", act
            if until == LAST:
                found = ("suspended", act)
            elif line.end.latest < until:
                found = ("missed", act)
        return found

    def free(self, frame: Line) -> bool:
        """Whether the vote was put off after the window was set, so that the window binds its day no more."""
        return any(act.known.latest > frame.known.latest for act in self.put_off())

    def put_off(self) -> Iterator[Halt]:
        """Yield the acts that put the vote off, the last first."""
        for act, _ in reversed(self.halts):
            if act.op == "postpone" and (not act.stages or VOTE in act.stages):
                yield act


def fold_group(group: Group, asked: Asked, element: str = "") -> Stage | None:
    """Fold the lines on one stage; `element` names the race where the other race has lines of its own."""
    lines: list[Line] = group.lines
    frame = None
    if group.frames:
        frame = _frame(group.frames, asked)
        if frame is not None and not frame.within:
            lines = [line for line in lines if _allowed(line, frame)]
    line, doubts = _painted(lines, asked)
    if doubts and line is not None:
        doubts = tuple(act for act in doubts if _says(act) != _says(line))
    if line is None and not doubts and frame is None:
        return None
    hit = asked.on_line(line) if line is not None and asked.halts else None
    if hit is not None and hit[1].settles:
        return None
    state, halt = hit or (_by_calendar(line, frame, doubts, asked.on), None)
    if group.stage == VOTE:
        state, line, frame, halt = _vote(state, line, frame, halt, asked)
    shown = line or frame or (doubts[-1] if doubts else None)
    scope = element or (_SCOPES[shown.only] if shown else "national")
    own = asked.region if (shown is not None and shown.regions) or (halt is not None and halt.regions) else ""
    return Stage(line, state, scope, own, asked, group, halt, frame, doubts)


def _painted(lines: list[Line], asked: Asked) -> tuple[Line | None, tuple[Line, ...]]:
    """Paint the lines on one stage: the last one surely known and in force, if none above it is unsure.

    Lines have no end but by later ones, so the general painter is asked only where an imprecise day leaves a doubt.
    """
    on, known = asked.on, asked.known
    for line in reversed(lines):
        public, start = line.known, line.span.start
        if public.latest <= known and start.latest <= on:
            return line, ()
        if public.earliest <= known and start.earliest <= on:
            painted = paint(lines, on, known, {"region": asked.region} if asked.region else {})
            return painted.winner, painted.doubts
    return None, ()


def _frame(frames: list[Line], asked: Asked) -> Line | None:
    """Return the window a statute or court set for the vote, as known; the last one replaces the others.

    A window binds no more once the vote was put off after it was set.
    """
    for frame in reversed(frames):
        if frame.known.latest <= asked.until:
            return None if asked.halts and asked.free(frame) else frame
    return None


def _allowed(line: Line, frame: Line) -> bool:
    """Whether a window leaves room for a day.

    The window of a statute binds a day set before or after it; the limit of a court's order may be missed, and the
    vote is held all the same (Yalimo in 2022): the stage is then `Stage.late`.
    """
    if frame.within:
        return True
    return frame.start.earliest <= line.start.earliest and line.end.latest <= frame.end.latest


def _vote(
    state: str, line: Line | None, frame: Line | None, halt: Halt | None, asked: Asked
) -> tuple[str, Line | None, Line | None, Halt | None]:
    """Return what becomes of the vote: put off with no new day, it is unscheduled."""
    if line is None and frame is not None:
        hit = asked.on_line(frame)
        if hit and hit[1].op == "drop":
            return "overtaken", None, frame, hit[1]
        latest = next(asked.put_off(), None)
        return state, None, frame, latest if latest and latest.known.latest <= frame.known.latest else None
    if state == "overtaken" and halt is not None and halt.op == "postpone":
        return "unscheduled", None, None, halt
    return state, line, frame, halt


def _by_calendar(line: Line | None, frame: Line | None, doubts: tuple[Line, ...], on: str) -> str:
    if line is None:
        return "unscheduled" if frame is not None and not doubts and on <= frame.end.latest else "unknown"
    start, end = line.start, line.end
    if line.kind == "fixed" and line.dated:
        return "ahead" if on < start.earliest else "done" if on > end.latest else "running"
    if not end.known and not start.known:
        return "unscheduled" if line.kind == "relative" else "unknown"
    if on > end.latest:
        return "done"
    if start.earliest == FIRST:
        return "running" if end.exact and on == end.latest else "ahead"
    if on < start.earliest:
        return "ahead"
    return "running" if start.latest <= on <= end.earliest and end.known else "unknown"
