"""A schedule as it stood on a day: its stages, what runs, what is next, how it came about, what changed."""

from __future__ import annotations

from datetime import date

import attrs

from electlaw.acts import Text, weakest
from electlaw.corpus import DATA_AS_OF
from electlaw.dates import When, day, when
from electlaw.errors import Invalid, NotFound
from electlaw.schedule.fold import STATES, Asked, Stage, fold, fold_group
from electlaw.schedule.lines import ELEMENTS, VOTE, Group, Halt, Line, Timetable
from electlaw.schedule.taxonomy import stage_key, within
from electlaw.views import Shown, Tabled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from electlaw.corpus import Corpus
    from electlaw.dates import Day
    from electlaw.regions import Region
    from electlaw.schedule.rules import Deadline

__all__ = ["Change", "Revision", "Schedule", "build"]

#: States that come of an act, not of the calendar.
_HALTED = frozenset({"suspended", "missed", "overtaken", "unscheduled", "unknown"})


@attrs.frozen(repr=False)
class Revision(Shown):
    """One act in the history of a schedule: a version, a suspension, a resumption, a postponement."""

    known: When
    by: str
    #: ``"set"``, ``"suspend"``, ``"resume"``, ``"postpone"`` or ``"drop"``.
    op: str
    #: Keys of the stages it set or stopped; empty for all.
    stages: tuple[str, ...]
    regions: tuple[str, ...]
    verified: str
    #: The voting day, or window, it set; None if it set none.
    voting_day: When | None

    def __repr__(self) -> str:
        vote = f", vote {self.voting_day}" if self.voting_day else ""
        many = f"{len(self.stages)} stages" if len(self.stages) > 1 else "".join(self.stages) or "all stages"
        return f"<Revision of {self.known} by {self.by or 'an act not found'}: {self.op} {many}{vote}>"


@attrs.frozen
class Change(Shown):
    """How one stage differs between two schedules; a stage only one of them has is None in the other."""

    stage: str
    scope: str
    region: str
    before: Stage | None
    after: Stage | None

    def to_json(self) -> dict[str, object]:
        """Return the change as plain data."""
        return {
            "stage": self.stage,
            "scope": self.scope,
            "before": self.before.to_json() if self.before else None,
            "after": self.after.to_json() if self.after else None,
        }


@attrs.frozen(eq=False, repr=False)
class Schedule(Tabled):
    """The schedule of one event as it stood on a day, for all or for one region."""

    event: str
    on: str
    known: str
    #: The region it was asked for, or None.
    region: Region | None
    #: The stages in the order of the tables; each with its window, state and basis.
    stages: tuple[Stage, ...]
    table: Timetable

    @property
    def corpus(self) -> Corpus:
        """The log it was folded from."""
        return self.table.corpus

    def __repr__(self) -> str:
        place = f" for {self.region.full_name}" if self.region else ""
        known = f", known {self.known}" if self.known != self.on else ""
        return f"<Schedule of {self.event}{place} on {self.on}{known}: {len(self.stages)} stages>"

    def stage(self, key: str, *, scope: str | None = None, region: str | None = None) -> Stage:
        """Return one stage: ``schedule.stage("campaign").state``.

        Args:
            key: a key of the taxonomy.
            scope: ``"province"`` or ``"regency-city"`` where the two races have windows of their own.
            region: code of a region where regions have windows of their own.

        Raises:
            NotFound: no such key (with the nearest), or this schedule has no such stage.
            Invalid: several windows fit; the message names what tells them apart.

        """
        stage_key(key, self.corpus)
        found = [one for one in self.stages if one.stage == key]
        if region is not None:
            found = [one for one in found if one.region == region]
        if scope is not None:
            found = [one for one in found if scope in one.scope.split("|") or one.scope == "national"]
        if not found:
            raise NotFound(
                f"the schedule of {self.event} as known on {self.known} has no {key}",
                id=f"jadwal {self.event} sebagaimana diketahui pada {self.known} tidak memuat {key}",
                choices=[one.stage for one in self.stages if within(one.stage, key, self.corpus)][:5],
            )
        general = [one for one in found if not one.region]
        if len(general) == 1 and region is None:
            return general[0]
        if len(found) > 1:
            which = [one.region or one.scope for one in found]
            raise Invalid(
                f"{key} has {len(found)} windows in {self.event}: say which scope or region",
                id=f"{key} memiliki {len(found)} jadwal pada {self.event}: sebutkan lingkup atau daerahnya",
                choices=which[:12],
            )
        return found[0]

    __getitem__ = stage

    def __contains__(self, key: str) -> bool:
        return any(one.stage == key for one in self.stages)

    def __iter__(self) -> Iterator[Stage]:
        return iter(self.stages)

    def __len__(self) -> int:
        return len(self.stages)

    # -- questions --------------------------------------------------------------------------------------

    @property
    def voting_day(self) -> Stage:
        """The vote: its day, or the window it must lie in. Raises like `stage`."""
        return self.stage(VOTE)

    @property
    def campaign(self) -> Stage:
        """The campaign."""
        return self.stage("campaign")

    @property
    def quiet_period(self) -> Stage:
        """The quiet period."""
        return self.stage("quiet_period")

    @property
    def running(self) -> tuple[Stage, ...]:
        """The stages that run on the day asked about, those that end first before the others."""
        return tuple(sorted(self.in_state("running"), key=lambda one: one.end.latest))

    def in_state(self, *states: str) -> tuple[Stage, ...]:
        """Return the stages in any of the states."""
        return tuple(one for one in self.stages if one.state in states)

    def only(self, states: Iterable[str] | None = None, number: int | None = None) -> Schedule:
        """Return the schedule with only some of its stages: those in some states, the next so many to begin, or both.

        Raises `Invalid` for an unknown state, or a number below one.
        """
        kept = self.stages if number is None else self.next(number)
        wanted = STATES if states is None else tuple(states)
        for state in wanted:
            if state not in STATES:
                raise Invalid(f"{state!r} is no state", id=f"{state!r} bukan keadaan tahapan", choices=STATES)
        return attrs.evolve(self, stages=tuple(one for one in kept if one.state in wanted))

    @property
    def nothing(self) -> Text:
        """What to say of a schedule without a stage: nothing of it was known on the day."""
        return Text(
            f"{self.event}: no stage was known on {self.known}",
            f"{self.event}: belum ada tahapan yang diketahui pada {self.known}",
        )

    def within(self, key: str) -> tuple[Stage, ...]:
        """Return the stages that are part of a stage of the taxonomy, itself included: ``within("nomination")``."""
        stage_key(key, self.corpus)
        return tuple(one for one in self.stages if within(one.stage, key, self.corpus))

    def next(self, number: int = 1) -> tuple[Stage, ...]:
        """Return the stages that begin next, at most `number`, the earliest first."""
        if number < 1:
            raise Invalid(f"{number}: at least one stage is wanted", id=f"{number}: minimal satu tahapan")
        ahead = [one for one in self.in_state("ahead") if one.start.known]
        return tuple(sorted(ahead, key=lambda one: (one.start.earliest, one.end.latest))[:number])

    def days_left(self, key: str = VOTE) -> int | None:
        """Return the calendar days from the day asked about to the last day of a stage; None if it has no day yet.

        0 on the last day itself, negative after it.
        """
        end = self.stage(key).end
        if not end.exact or not end.known:
            return None
        return date.fromisoformat(end.latest).toordinal() - date.fromisoformat(self.on).toordinal()

    @property
    def span(self) -> tuple[str, str] | None:
        """First and last day of its stages, as far as set; None if no stage has a day."""
        starts = [one.start.earliest for one in self.stages if one.start.known and one.start.earliest > "0001-01-01"]
        ends = [one.end.latest for one in self.stages if one.end.known and one.end.latest < "9999-12-31"]
        return (min(starts + ends), max(ends)) if ends else None

    @property
    def begins(self) -> str | None:
        """The day it is under way from: that of its first stage, or of the court's order a re-vote rests on."""
        span = self.span
        return min([span[0], *(one.order.day for one in self.stages if one.order)]) if span else None

    def versions(self) -> tuple[str, ...]:
        """Return the instruments whose lines stand, in the order they became known."""
        lines = sorted({one.line for one in self.stages if one.line}, key=lambda line: line.sort_key)
        return tuple(dict.fromkeys(line.by for line in lines if line.by))

    def history(self) -> tuple[Revision, ...]:
        """Return the acts that made this schedule, as known, oldest first: versions and what halted them."""
        code = self.region.key if self.region else None
        element = self.table.element_of(code) if code else None
        found: dict[tuple[str, str, str], Revision] = {}
        acts: list[Line | Halt] = [line for line in self.table.lines if line.kind != "heading"]
        acts += self.table.halts
        for act in sorted(acts, key=lambda one: (one.known.latest, one.order)):
            if act.known.latest > self.known or (code and act.regions and code not in act.regions):
                continue
            only = act.only if isinstance(act, Line) else ""
            if element and only in ELEMENTS and only != element:
                continue
            key = (act.by, act.op, str(act.known))
            found[key] = _revised(found.get(key), act)
        return tuple(found.values())

    def diff(self, other: Schedule) -> tuple[Change, ...]:
        """Return how the stages of `other` differ from these: windows moved, stages halted, added or gone.

        That time passes is no difference: a stage that ran and is done has not changed.
        """
        if not isinstance(other, Schedule):
            raise Invalid("only two schedules can be compared", id="hanya dua jadwal yang dapat dibandingkan")
        mine, theirs = (_by_place(one.stages) for one in (self, other))
        found = []
        for place in dict.fromkeys([*mine, *theirs]):
            before, after = mine.get(place), theirs.get(place)
            if _face(before) != _face(after):
                found.append(Change(*place, before, after))
        return tuple(found)

    def deadline(self, stage: str, anchor: Day | datetime | None = None) -> Deadline:
        """Return the limit of a stage by the rules in force; see `electlaw.schedule.rules.deadline`."""
        from electlaw.schedule.rules import deadline

        return deadline(
            stage, anchor, event=self.event, region=self.region, on=self.on, known=self.known, corpus=self.corpus
        )

    def closes(self, key: str) -> datetime | None:
        """Return the moment a stage closes on its last day, where a rule sets the hour; None if none does.

        A local hour wants a schedule of one region: 23.59 in WIT is 21.59 in WIB.
        """
        from electlaw.schedule.rules import closing

        end = self.stage(key).end
        if not end.exact or not end.known:
            return None
        place = self.region.key if self.region else None
        return closing(
            key, end.latest, on=self.on, known=self.known, event=self.event, region=place, corpus=self.corpus
        )

    @property
    def projected(self) -> bool:
        """Whether it reaches past the data's cut-off (`electlaw.DATA_AS_OF`)."""
        return self.on > DATA_AS_OF or self.known > DATA_AS_OF

    def to_json(self) -> list[dict[str, object]]:
        """Return the rows: the stages of the version in force on the day, as plain data."""
        return [one.to_json() for one in self.stages]


def _revised(earlier: Revision | None, act: Line | Halt) -> Revision:
    """Return the revision an act belongs to, with the act added."""
    named = (act.stage,) if isinstance(act, Line) else tuple(sorted(act.stages))
    vote = act.start if isinstance(act, Line) and act.stage == VOTE else None
    if earlier is None:
        return Revision(act.known, act.by, act.op, named, act.regions, act.verified, vote)
    return attrs.evolve(
        earlier,
        stages=tuple(dict.fromkeys(earlier.stages + named)),
        regions=tuple(dict.fromkeys(earlier.regions + act.regions)),
        voting_day=earlier.voting_day or vote,
        verified=weakest([earlier.verified, act.verified]),
    )


def _by_place(stages: Iterable[Stage]) -> dict[tuple[str, str, str], Stage]:
    found = {}
    for one in stages:
        elements = ELEMENTS if one.scope in ("national", "province|regency-city") else (one.scope,)
        for element in elements:
            found[one.stage, element, one.region] = one
    return found


def _face(stage: Stage | None) -> tuple[object, ...] | None:
    if stage is None:
        return None
    return (str(stage.start), str(stage.end), stage.state if stage.state in _HALTED else "", stage.rule)


def build(table: Timetable, on: Day, known: Day, region: Region | None) -> Schedule:
    """Fold a timetable into the schedule of a day."""
    on_day, known_day = day(on), day(known)
    if region is not None:
        stages = fold(table, on_day, known_day, table.element_of(region.key), region.key)
        if _nobody_elected(table, region.key, known_day):
            stages = tuple(one for one in stages if not any(within(one.stage, key) for key in _OF_THE_ELECTED))
        return Schedule(table.event, on_day, known_day, region, stages, table)
    return Schedule(table.event, on_day, known_day, None, _everywhere(table, on_day, known_day), table)


#: Stages about the pair elected; there are none where the empty column won (UU 10/2016 Pasal 54D).
_OF_THE_ELECTED = ("elected_determination", "appointment_proposal", "inauguration")


def _nobody_elected(table: Timetable, code: str, known: str) -> bool:
    """Whether the empty column won in a region, as known on a day."""
    return any(
        row["event"] == table.event
        and row["result"] == "empty-column"
        and (not row["result_known"] or when(row["result_known"]).latest <= known)
        for row in table.corpus.rows("contests", code)
    )


def _says_the_same(one: Stage, other: Stage) -> bool:
    """Whether the acts known so far say the same of both races, whatever came to part them later."""
    return (
        one.line is other.line and one.frame is other.frame and one.halt is other.halt
        and one.doubts == other.doubts and one.state == other.state
    )  # fmt: skip


def _own_known(group: Group, code: str, known: str) -> bool:
    """Whether a region may have had a line of its own on a stage by a day: what came later tells nothing of it."""
    return any(code in line.regions and line.known.earliest <= known for line in (*group.lines, *group.frames))


def _everywhere(table: Timetable, on: str, known: str) -> tuple[Stage, ...]:
    """Return the stages of both races, those they share once, then each region's own."""
    key = (on, known, "all", "")
    found = table.memo.get(key)
    if found is None:
        asked = Asked(table, on, known, "")
        whole: list[Stage] = []
        split: dict[str, tuple[int, Group]] = {}
        for group, element in table.shared():
            stage = fold_group(group, asked, element)
            if stage is None:
                continue
            if not element:
                whole.append(stage)
            elif group.stage not in split:
                split[group.stage] = (len(whole), group)
                whole.append(stage)
            elif _says_the_same(whole[split[group.stage][0]], stage):
                at, first = split[group.stage]
                whole[at] = fold_group(first, asked) or stage
            else:
                whole.append(stage)
        regional = []
        for code in table.regional:
            asked = Asked(table, on, known, code)
            for group in table.own_groups(code):
                if group.stage != VOTE and not _own_known(group, code, known):
                    continue
                stage = fold_group(group, asked)
                if stage is not None and stage.region:
                    regional.append(stage)
        own = {stage.stage for stage in regional}
        general = [stage for stage in whole if stage.line is not None or stage.stage not in own]
        found = table.memo[key] = (*general, *regional)
    return found  # type: ignore[return-value]
