"""Relative rules: time limits as data, evaluated when their anchor is given and left as rules when it is not.

A limit counts from an anchor, an event of the outside world (*the result is announced*) or another stage. How it
counts is data too: calendar or working days or hours, whether the anchor's day is day one, the closing hour and its
zone. Where the law leaves open whether the anchor's day counts, the answer is undetermined and names both days.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import attrs

from electlaw.acts import Act
from electlaw.calendar import WorkingDays, count, instant
from electlaw.corpus import Corpus, builtin
from electlaw.dates import Span, day, when, zone
from electlaw.errors import Invalid, NotFound
from electlaw.fold import in_order, paint
from electlaw.scope import derived, scope
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from electlaw.dates import Day
    from electlaw.regions import Region
    from electlaw.schedule.fold import Stage
    from electlaw.tables import Row

__all__ = ["BESIDE", "Deadline", "Rule", "closing", "deadline", "deadlines", "lasting", "rules"]

#: Kinds that say more of a stage whose limit another rule sets: they do not compete with it.
BESIDE = frozenset({"close", "hours", "lasts"})


@attrs.frozen(eq=False, repr=False)
class Rule(Act):
    """One time limit as one instrument sets it."""

    stage: str = ""
    #: What it counts from: a key of the taxonomy, often of an event outside the schedule.
    anchor: str = ""
    #: ``latest`` (no later than), ``from`` (not before), ``start`` (begins then), ``window`` (those days),
    #: ``length`` (lasts at most), ``lasts`` (lasts so long), ``close`` (the hour the last day closes) or ``hours`` (the
    #: hour every other day closes).
    kind: str = "latest"
    #: How many units; negative counts back from the anchor.
    offset: int = 0
    unit: str = "day"
    #: ``"after"``: the anchor's day is not counted; ``"on"``: it is day one; ``""``: the law leaves it open.
    first: str = "after"
    #: Closing time of the last day, ``"24:00"``; empty if none is set.
    close: str = ""
    #: ``"WIB"``, ``"WITA"``, ``"WIT"``, ``"local"`` or empty.
    zone: str = ""
    #: The place of the law it stands in; empty for norms that were read in reports only.
    place: str = ""
    #: The instrument whose text this one changes or, as a ruling does, reads.
    family: str = ""

    def evaluate(
        self, anchor: Day | datetime, *, zone_name: str = "WIB", calendar: WorkingDays | None = None
    ) -> tuple[str, ...]:
        """Return the day the limit ends, or the two days it may end on where the law leaves day one open."""
        on = _day_in(anchor, self.zone if self.zone not in ("", "local") else zone_name)
        ways = (self.first,) if self.first else ("after", "on")
        found = [count(on, self.offset, self.unit, first=way, calendar=calendar) for way in ways]
        return tuple(sorted(set(found)))

    @property
    def says(self) -> tuple[object, ...]:
        """What it says, for comparison with another rule."""
        return (self.kind, self.anchor, self.offset, self.unit, self.first)

    def to_json(self) -> dict[str, object]:
        """Return the rule as plain data."""
        names = ("stage", "by", "anchor", "kind", "offset", "unit", "first", "close", "zone", "place", "verified")
        return {name: getattr(self, name) for name in names}


@attrs.frozen(eq=False, repr=False)
class Deadline(Shown):
    """A time limit: its day and hour where they can be told, the rule, and the norms it prevails over."""

    stage: str
    #: ``determined``; ``undetermined`` (the law, or the clock, leaves two days open); ``rule`` (no anchor given).
    state: str
    #: The last day (``latest``), or the first (``start``, ``from``); empty unless determined.
    day: str
    #: The moment it closes, an aware datetime; None if no hour is set.
    at: datetime | None
    #: The days it may fall on; one if determined.
    days: tuple[str, ...]
    #: Why it is not determined (``first_day``: the law leaves open whether the anchor's day counts; ``anchor_date``:
    #: the moment falls on two dates), or the key of the anchor that is missing; empty if determined.
    needs: tuple[str, ...]
    rule: Rule
    #: Why this rule prevails over the others: ``superior``, ``special``, ``later``, or empty if it stands alone.
    ground: str = ""
    #: The norms on the same limit that say something else, evaluated with the same anchor.
    others: tuple[Deadline, ...] = ()
    #: Acts whose application depends on what was not stated (office, event).
    doubts: tuple[Rule, ...] = ()

    def __repr__(self) -> str:
        at = f", closing {self.at.isoformat()}" if self.at else ""
        return f"<Deadline {self.stage}: {' or '.join(self.days) or 'a rule'}{at}, by {self.by}>"

    @property
    def verified(self) -> str:
        """How far the rule was verified."""
        return self.rule.verified

    @property
    def by(self) -> str:
        """Id of the instrument that sets it."""
        return self.rule.by

    def to_json(self) -> dict[str, object]:
        """Return the limit as plain data."""
        return {
            "stage": self.stage,
            "state": self.state,
            "day": self.day or None,
            "at": self.at.isoformat() if self.at else None,
            "days": list(self.days),
            "needs": list(self.needs),
            "rule": self.rule.to_json(),
            "ground": self.ground or None,
            "others": [other.to_json() for other in self.others],
        }


_read: dict[int, tuple[Corpus, dict[str, tuple[Rule, ...]]]] = {}
_MOST_CORPORA = 8


def rules(stage: str, corpus: Corpus | None = None) -> tuple[Rule, ...]:
    """Return every rule the log holds on a stage, in the order of painting; empty if there is none."""
    log = corpus or builtin()
    held = _read.get(id(log))
    if held is None or held[0] is not log:
        if len(_read) >= _MOST_CORPORA:
            _read.clear()
        held = _read[id(log)] = (log, {})
    found = held[1].get(stage)
    if found is None:
        rows = log.rows("stage-rules", stage) if stage else []
        found = held[1][stage] = in_order(_rule(log, row, index) for index, row in enumerate(rows))
    return found


def _rule(corpus: Corpus, row: Row, index: int) -> Rule:
    by = row["by"]
    instrument = corpus.instrument(by)
    version = next(iter(corpus.rows("schedule-versions", by)), None)
    known = when(version["known"]) if version and version["known"] else instrument.known if instrument else when("")
    start = when(row["from"]) if row["from"] else instrument.span.start if instrument and not version else known
    span = Span(start, when(row["until"])) if row["until"] else Span(start)
    return Rule(
        target=row["stage"], by=by, op="set", known=known, span=span, scope=scope(row["applies"]),
        order=(instrument.order if instrument else 0, by, index), row=row, stage=row["stage"],
        anchor=row["anchor"], kind=row["kind"], offset=int(row["offset"]),
        unit=row["unit"], first=row["first"], close=row["close"], zone=row["zone"], place=row["place"],
        family=(version or {}).get("family", "") or row["place"].partition("/")[0] or corpus.base_of(by),
    )  # fmt: skip


def deadline(
    stage: str,
    anchor: Day | datetime | None = None,
    *,
    on: Day,
    known: Day | None = None,
    event: str | None = None,
    region: str | Region | None = None,
    office: str | None = None,
    zone_name: str | None = None,
    calendar: WorkingDays | None = None,
    corpus: Corpus | None = None,
) -> Deadline:
    """Return the time limit of a stage by the rules in force on a day.

    Args:
        stage: a key of the taxonomy with rules (``"dispute_filing"``).
        anchor: the day, or the aware moment, it counts from; without it the rule is left as a rule.
        on: the day whose law is asked for.
        known: the day of knowledge, the same day by default; also for the lists of holidays.
        event: id of the event, where rules differ by event; without it the general rules of the Pilkada law.
        region: the region, for its office and its local time.
        office: ``"governor"``, ``"regent"`` or ``"mayor"``, if no region is given.
        zone_name: local zone for a moment or a closing hour, if no region is given.
        calendar: working days to use instead of the official ones as known.
        corpus: the log, the built-in one by default.

    Raises:
        NotFound: no such stage, or no rule on it that day.
        Invalid: a naive datetime where a clock matters; a day where the limit runs in hours; an anchor before its
            stage begins at the event.
        OutOfCoverage: the limit leaves the holiday data.

    >>> deadline("dispute_filing", "2024-12-03", on="2024-12-03", event="pilkada-2024").day
    '2024-12-05'

    """
    from electlaw.schedule.taxonomy import stage_key

    log = corpus or builtin()
    stage_key(stage, log)
    on_day, known_day = day(on), day(known if known is not None else on)
    subject, local = _subject(event, region, office, zone_name)
    standing, doubts = _standing(stage, on_day, known_day, subject, log)
    if not standing:
        raise _no_rule(stage, on_day, log, doubts)
    if anchor is not None and event:
        _check_anchor(standing[0].anchor, anchor, event, region, on_day, known_day, log)
    working = calendar or _Known(known_day)
    first, *rest = (_evaluate(rule, anchor, local, working) for rule in standing)
    if not rest:
        return attrs.evolve(first, doubts=doubts)
    return attrs.evolve(first, ground=_ground(standing[0], standing[1]), others=tuple(rest), doubts=doubts)


def closing(
    stage: str,
    last: Day,
    *,
    on: Day,
    known: Day | None = None,
    event: str | None = None,
    region: str | Region | None = None,
    zone_name: str | None = None,
    corpus: Corpus | None = None,
) -> datetime | None:
    """Return the moment a stage closes on a day, its last one as a rule; None where no rule sets the hour.

    ``closing("nomination_registration", "2024-08-29", on="2024-08-27", event="pilkada-2024", region="Papua")`` is
    23.59 in WIT. A local hour wants a region or `zone_name`; without them the answer is None. Of a stage whose days
    the event's schedule sets, the hour of the last day is given for that day only; the others close at their ordinary
    hour. Raises `Invalid` for a day outside them.
    """
    log = corpus or builtin()
    on_day, known_day = day(on), day(known if known is not None else on)
    subject, local = _subject(event, region, None, zone_name)
    timed = [rule for rule in rules(stage, log) if rule.close]
    timed_last = [rule for rule in timed if rule.kind != "hours"]
    if event and any(rule.kind == "close" for rule in timed_last):
        ends = _is_last(stage, day(last), event, region, on_day, known_day, log)
        timed = timed_last if ends else [rule for rule in timed if rule.kind == "hours"]
    else:
        timed = timed_last
    winner = paint(timed, on_day, known_day, subject).winner
    if winner is None or not _zone_given(winner, local):
        return None
    return instant(last, winner.close, _zone_of(winner, local))


def _is_last(
    stage: str, asked: str, event: str, region: str | Region | None, on: str, known: str, corpus: Corpus
) -> bool:
    """Whether a day is the last of a stage of an event, as its schedule then stood; taken to be where it sets none."""
    windows = [one for one in _stages(stage, event, region, on, known, corpus) if one.start.exact and one.end.exact]
    found = [one for one in windows if one.start.latest <= asked <= one.end.latest]
    if windows and not found:
        days = f"{windows[0].start}..{windows[0].end}"
        raise Invalid(
            f"{asked} is not a day of {stage} of {event} ({days})",
            id=f"{asked} bukan hari {stage} {event} ({days})",
        )
    return not found or any(one.end.latest == asked for one in found)


def _stages(key: str, event: str, region: str | Region | None, on: str, known: str, corpus: Corpus) -> list[Stage]:
    """Return the windows of a stage of an event, as its schedule then stood."""
    from electlaw.schedule.lines import timetable
    from electlaw.schedule.table import build

    place = None
    if region is not None:
        from electlaw.regions import region as find

        place = find(region)
    return [one for one in build(timetable(event, corpus), on, known, place).stages if one.stage == key]


def lasting(
    stage: str,
    *,
    on: Day,
    known: Day | None = None,
    event: str,
    within: int | None = None,
    corpus: Corpus | None = None,
) -> Rule | None:
    """Return the rule that says how long a stage of an event lasts, ``lasting("campaign", event="psu-2025", ...)``.

    Args:
        stage: a key of the taxonomy.
        on: the day whose law is asked for.
        known: the day of knowledge, the same day by default.
        event: id of the event.
        within: the calendar days a court's order left for the vote, where the length depends on them.
        corpus: the log, the built-in one by default.

    None if no rule sets a length: the statute sets none for the campaign, only its first day and its end (Pasal 67).

    """
    subject, _ = _subject(event, None, None, None)
    if within is not None:
        subject["within"] = within
    told = [rule for rule in rules(stage, corpus or builtin()) if rule.kind == "lasts"]
    return paint(told, day(on), day(known if known is not None else on), subject).winner


def _zone_given(rule: Rule, local: str | None) -> bool:
    return rule.zone != "local" or local is not None


#: Outside events that cannot come before the vote.
_AFTER_THE_VOTE = frozenset(
    {"result_announcement", "dispute_register", "mk_register_notice", "mk_ruling", "mk_ruling_copy"}
)


def _check_anchor(
    name: str, anchor: Day | datetime, event: str, region: str | Region | None, on: str, known: str, corpus: Corpus
) -> None:
    """Raise `Invalid` for an anchor before its stage begins, or before the vote where it can only follow it."""
    from electlaw.schedule.lines import VOTE

    stage = VOTE if name in _AFTER_THE_VOTE else name
    found = _stages(stage, event, region, on, known, corpus)
    if not found or any(not one.start.known for one in found):
        return
    first = min(one.start.earliest for one in found)
    asked = anchor.date().isoformat() if isinstance(anchor, datetime) else day(anchor)
    if asked < first and stage == name:
        raise Invalid(
            f"{asked} comes before {name} of {event} ({first})",
            id=f"{asked} mendahului {name} {event} ({first})",
        )
    if asked < first:
        raise Invalid(
            f"{name} on {asked} would come before {stage} of {event} ({first})",
            id=f"{name} pada {asked} mendahului {stage} {event} ({first})",
        )


def deadlines(
    anchors: Mapping[str, Day | datetime], *, on: Day, known: Day | None = None, event: str | None = None,
    region: str | Region | None = None, corpus: Corpus | None = None,
) -> tuple[Deadline, ...]:  # fmt: skip
    """Return every limit that counts from one of the anchors, by the rules in force on a day, earliest first.

    Raises `NotFound` for an anchor no rule counts from.
    """
    log = corpus or builtin()
    all_rules = {row["stage"]: row for row in log.all("stage-rules")}
    known_anchors = {row["anchor"] for row in log.all("stage-rules")}
    unknown = [name for name in anchors if name not in known_anchors]
    if unknown:
        from difflib import get_close_matches

        raise NotFound(
            f"no limit counts from {unknown[0]!r}",
            id=f"tidak ada batas waktu yang dihitung dari {unknown[0]!r}",
            choices=get_close_matches(str(unknown[0]), known_anchors, 4, 0.4)
            or list(dict.fromkeys(row["anchor"] for row in log.all("stage-rules")))[:8],
        )
    found = []
    for stage in all_rules:
        try:
            open_rule = deadline(stage, on=on, known=known, event=event, region=region, corpus=log)
        except NotFound:
            continue
        anchor = anchors.get(open_rule.rule.anchor)
        if anchor is not None:
            found.append(deadline(stage, anchor, on=on, known=known, event=event, region=region, corpus=log))
    return tuple(sorted(found, key=lambda one: one.days))


class _Known(WorkingDays):
    """The official calendar as known on a day, read only when a working day is asked for."""

    __slots__ = ("_asked", "_real")

    def __init__(self, known: str) -> None:
        self._asked = known
        self._real: WorkingDays | None = None

    def _calendar(self) -> WorkingDays:
        if self._real is None:
            from electlaw.calendar import official

            self._real = official(self._asked)
        return self._real

    def after(self, start: Day, number: int) -> str:
        return self._calendar().after(start, number)

    def before(self, end: Day, number: int) -> str:
        return self._calendar().before(end, number)

    def from_on(self, start: Day, number: int) -> str:
        return self._calendar().from_on(start, number)


def _subject(
    event: str | None, region: str | Region | None, office: str | None, zone_name: str | None
) -> tuple[dict[str, str | int], str | None]:
    subject: dict[str, str | int] = {} if event else {"kind": "pilkada"}
    if event:
        subject["event"] = event
        if event.partition("-")[0] == "psu":
            subject["kind"] = "pilkada"
    if office:
        subject["office"] = office
    if region is not None:
        from electlaw.regions import region as find

        place = find(region)
        subject |= {"region": place.key, "office": place.head_office}
        zone_name = zone_name or place.time_zone
    return derived(subject), zone_name


def _standing(
    stage: str, on: str, known: str, subject: Mapping[str, str | int], corpus: Corpus
) -> tuple[list[Rule], tuple[Rule, ...]]:
    """Return the rules on a limit that stand side by side, the prevailing one first, and the doubtful ones.

    A rule replaces earlier ones of the same law or regulation; rules of different ones stand side by side.
    """
    by_family: dict[str, list[Rule]] = {}
    for rule in rules(stage, corpus):
        if rule.kind not in BESIDE:
            by_family.setdefault(rule.family, []).append(rule)
    found: list[Rule] = []
    doubts: list[Rule] = []
    for acts in by_family.values():
        painted = paint(acts, on, known, subject)
        doubts += painted.doubts
        if painted.winner is not None:
            found.append(painted.winner)
    found.sort(key=lambda rule: (_special(rule), rule.sort_key), reverse=True)
    standing = found[:1]
    for rule in found[1:]:
        if all(rule.says != other.says for other in standing):
            standing.append(rule)
    return standing, tuple(doubts)


def _special(rule: Rule) -> bool:
    return any(item.name in ("event", "office", "region") for item in rule.scope.conditions)


def _ground(winner: Rule, loser: Rule) -> str:
    if _special(winner) and not _special(loser):
        return "special"
    return "later"


def _no_rule(stage: str, on: str, corpus: Corpus, doubts: tuple[Rule, ...]) -> NotFound:
    if doubts:
        needs = sorted({item.name for rule in doubts for item in rule.scope.conditions})
        return NotFound(
            f"which rule on {stage} holds on {on} depends on: {', '.join(needs) or 'the day of publication'}",
            id=f"aturan {stage} yang berlaku pada {on} bergantung pada: {', '.join(needs) or 'tanggal pengundangan'}",
        )
    stages = list(dict.fromkeys(row["stage"] for row in corpus.all("stage-rules")))
    from difflib import get_close_matches

    return NotFound(
        f"no time limit on {stage} is known to hold on {on}",
        id=f"tidak ada batas waktu {stage} yang diketahui berlaku pada {on}",
        choices=get_close_matches(stage, [name for name in stages if name != stage], 4, 0.5),
    )


def _evaluate(rule: Rule, anchor: Day | datetime | None, local: str | None, calendar: WorkingDays) -> Deadline:
    if anchor is None:
        return Deadline(rule.stage, "rule", "", None, (), (rule.anchor,), rule)
    if rule.unit == "hour":
        moment = _moment(anchor, rule)
        at = moment + timedelta(hours=rule.offset)
        ended = at.astimezone(zone(_zone_of(rule, local))).date().isoformat()
        return Deadline(rule.stage, "determined", ended, at, (ended,), (), rule)
    days = rule.evaluate(anchor, zone_name=local or "WIB", calendar=calendar)
    needs: tuple[str, ...] = ("first_day",) if len(days) > 1 else ()
    other = _other_date(rule, anchor, local, calendar)
    if other and other not in days:
        days, needs = tuple(sorted({*days, other})), (*needs, "anchor_date")
    if needs:
        return Deadline(rule.stage, "undetermined", "", None, days, needs, rule)
    zone_name = _zone_of(rule, local)
    at_close = instant(days[0], rule.close, zone_name) if rule.close and zone_name else None
    return Deadline(rule.stage, "determined", days[0], at_close, days, (), rule)


def _other_date(rule: Rule, anchor: Day | datetime, local: str | None, calendar: WorkingDays) -> str | None:
    """Return the other day a limit may end on, when the anchor's moment falls on two dates, local and the court's."""
    if not isinstance(anchor, datetime) or rule.zone in ("", "local"):
        return None
    own = anchor.date().isoformat() if local is None else anchor.astimezone(zone(local)).date().isoformat()
    if own == _day_in(anchor, rule.zone) or not rule.first:
        return None
    return count(own, rule.offset, rule.unit, first=rule.first, calendar=calendar)


def _zone_of(rule: Rule, local: str | None) -> str:
    return (local or "") if rule.zone == "local" else rule.zone or local or "WIB"


def _moment(anchor: Day | datetime, rule: Rule) -> datetime:
    if not isinstance(anchor, datetime):
        raise Invalid(
            f"{rule.stage} runs {rule.offset} hours from {rule.anchor}: give its moment, not only its day",
            id=f"{rule.stage} berjalan {rule.offset} jam sejak {rule.anchor}: berikan waktunya, bukan hanya tanggal",
        )
    return _aware(anchor)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise Invalid(
            f"{moment.isoformat()} has no time zone: say which (WIB, WITA or WIT)",
            id=f"{moment.isoformat()} tanpa zona waktu: sebutkan WIB, WITA, atau WIT",
        )
    return moment


def _day_in(anchor: Day | datetime, zone_name: str) -> str:
    """Return the date of an anchor: of a moment, its date in the zone."""
    if isinstance(anchor, datetime):
        return _aware(anchor).astimezone(zone(zone_name)).date().isoformat()
    return day(anchor)


def shift(start: Day, days: int) -> str:
    """Return the calendar day so many days after `start` (before it, if negative)."""
    return date.fromordinal(date.fromisoformat(day(start)).toordinal() + days).isoformat()
