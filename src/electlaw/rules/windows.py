"""Time limits as rules: an act done in time, counted from, or back from, an event.

One definition holds which parameter sets the limit and which two fields of the case it binds. The law of the day
says how many days and of which kind. The event's own day is not counted, as is general in procedure; where the law
says *sejak* it does not settle that, and a finding that turns on it carries both readings.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from electlaw.acts import Text
from electlaw.errors import OutOfCoverage
from electlaw.findings import Finding, Ground, Said
from electlaw.rules.days import unit_of
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from electlaw.calendar import WorkingDays
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.cases import Case

__all__ = ["Window", "contradiction", "last_day", "open_value", "subject_of", "window", "within"]


@attrs.frozen(kw_only=True)
class Window:
    """A time limit between two fields of a case."""

    #: The parameter that holds its length and unit.
    key: str
    #: The field of the event it counts from, and of the act it binds.
    start: str
    act: str
    #: ``after``: the limit runs forward and the act must come by its end; ``before``: it runs back from the event
    #: and the act must come by the day it reaches; ``not_before``: the act must not come before its end.
    way: str = "after"
    #: Whether the event's own day is not counted (``after``), is day one (``on``), or left open by the law (empty:
    #: it is not counted, and a finding that turns on it says what the other reading gives).
    first: str = "after"
    #: What the limit is called in a message.
    noun: Text = attrs.field(factory=Text)
    #: What those who apply the law do where it leaves day one open.
    practice: Text | None = None
    #: A parameter added to the length where the field beside it is true (more time for more information).
    more: tuple[str, str] | None = None


def subject_of(case: Case, *names: str) -> dict[str, str | int]:
    """Return what a parameter may ask about: region, office and event, and the further fields named."""
    given = {name: getattr(case, name) for name in ("region", "office", "event", *names)}
    return {name: value for name, value in given.items() if value is not None}


_FIELD = {"cycle": "event", "kind": "event"}


def open_value(rule: Rule, law: Law, case: Case, value: Value) -> Finding | None:
    """Return the finding that ends a rule where the law of the day sets nothing or cannot be told, else None."""
    if value.state == "set" and value.stated:
        return None
    if value.state in ("unset", "not_yet"):
        return none_set(rule, law, value)
    needs = tuple(_FIELD.get(name, name) for name in value.needs)
    fields = {item.name for item in attrs.fields(case.__class__)}
    if needs and fields.issuperset(needs):
        return missing(rule, case, needs, {}, grounds(value))
    if value.doubts:
        return _either(rule, law, case, value)
    text = Text("The law governs it, but what it says could not be read",
                "Hukum mengaturnya, tetapi bunyinya tidak dapat dibaca")  # fmt: skip
    return answer(rule, "undetermined", text, {}, grounds(value), needs=needs)


def _either(rule: Rule, law: Law, case: Case, value: Value) -> Finding:
    """Answer by a norm of which it is not known whether it was in force by that day: with it and without it."""
    from electlaw.law import at

    acts = value.doubts
    early = min(max(act.known.earliest, act.span.start.earliest) for act in acts)
    late = max(max(act.known.latest, act.span.start.latest) for act in acts)
    eve = (date.fromisoformat(early) - timedelta(days=1)).isoformat()
    without, within = (rule.check(rule, at(on, corpus=law.corpus), case) for on in (eve, late))
    if without.outcome == within.outcome or within.needs:
        return within
    basis = tuple(Ground(act.by, act.verified) for act in acts)
    said = Said(_say_either, tuple(dict.fromkeys(act.by for act in acts)))
    readings = (
        (within.outcome, _text(_say_with, True, within.message)),
        (without.outcome, _text(_say_with, False, without.message)),
    )
    return answer(rule, "undetermined", said, dict(within.fact), basis, field=within.field, readings=readings)


def _say_either(lang: str, by: tuple[str, ...]) -> str:
    from electlaw.refs import cite

    names = ", ".join(cite(item, short=True) for item in by)
    if lang == "id":
        return f"Belum diketahui apakah {names} sudah berlaku pada hari itu: tanggal pengundangannya tidak tercatat"
    return f"Whether {names} was in force by that day is not known: the day of its promulgation is not on record"


def _say_with(lang: str, inside: bool, message: Text | Said) -> str:
    if lang == "id":
        return f"{'sudah berlaku' if inside else 'belum berlaku'}: {message['id']}"
    return f"{'in force' if inside else 'not yet in force'}: {message['en']}"


def contradiction(rule: Rule, case: Case, earlier: str, later: str, basis: tuple[Ground, ...] = ()) -> Finding:
    """Return the finding that two days of a case contradict each other, naming both fields."""
    first, last = str(getattr(case, earlier)), str(getattr(case, later))
    said = Said(_say_contradiction, earlier, first, later, last)
    return answer(rule, "undetermined", said, {earlier: first, later: last}, basis, field=later, needs=(earlier, later))


def _say_contradiction(lang: str, earlier: str, first: str, later: str, last: str) -> str:
    if lang == "id":
        return f"Tanggal bertentangan: {later} ({last}) mendahului {earlier} ({first})"
    return f"The days contradict each other: {later} ({last}) comes before {earlier} ({first})"


def window(what: Window) -> Callable[[Rule, Law, Case], Finding]:
    """Return the check of a time limit."""

    def check(rule: Rule, law: Law, case: Case) -> Finding:
        return _judge(what, rule, law, case)

    return check


def _judge(what: Window, rule: Rule, law: Law, case: Case) -> Finding:
    value = law.parameter(what.key, **subject_of(case))
    ended = open_value(rule, law, case, value)
    if ended is not None:
        return ended
    basis = grounds(value)
    extra = 0
    if what.more is not None:
        longer = law.parameter(what.more[0])
        asked = getattr(case, what.more[1])
        if asked and longer.state == "set":
            extra, basis = int(longer.stated), grounds(value, longer)
    fact: dict[str, object] = {"window": int(value.stated) + extra, "unit": unit_of(law, value)}
    start, act = getattr(case, what.start), getattr(case, what.act)
    ends: list[str] = []
    if start is not None:
        try:
            ends = _ends(what, law, value, str(start), extra)
        except OutOfCoverage as error:
            return answer(rule, "undetermined", Text(error.en, error.id), fact, basis, field=what.start)
        fact["earliest" if what.way == "not_before" else "deadline"] = ends[0]
    lacks = [name for name, given in ((what.start, start), (what.act, act)) if given is None]
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    if what.way != "before" and str(act) < str(start):
        return contradiction(rule, case, what.start, what.act, basis)
    fact["measured"] = act
    return _weigh(what, rule, str(act), ends, fact, basis)


def _weigh(
    what: Window, rule: Rule, act: str, ends: list[str], fact: dict[str, object], basis: tuple[Ground, ...]
) -> Finding:
    met = [act >= end if what.way == "not_before" else act <= end for end in ends]
    number, unit = int(str(fact["window"])), str(fact["unit"])
    said = Said(_say, what.noun, number, unit, what.way, ends[0], act, met[0])
    readings: tuple[tuple[str, Text], ...] = ()
    if len(set(met)) > 1:
        fact["deadlines"] = list(ends)
        readings = tuple(
            ("pass" if good else "fail", _text(_say_reading, what.noun, number, unit, what.way, end, act, good, how))
            for end, good, how in zip(ends, met, ("after", "on"), strict=True)
        )
    return answer(rule, "pass" if met[0] else "fail", said, fact, basis, field=what.act, readings=readings,
                  practice=what.practice if readings else None if met[0] else rule.practice)  # fmt: skip


def _text(words: Callable[..., str], *values: object) -> Text:
    return Text(words("en", *values), words("id", *values))


def _ends(what: Window, law: Law, value: Value, start: str, extra: int) -> list[str]:
    ways = (what.first,) if what.first else ("after", "on")
    sign = -1 if what.way == "before" else 1
    found = [last_day(law, value, start, first=way, sign=sign, extra=extra) for way in ways]
    return list(dict.fromkeys(found))


#: The calendars of working days as known on a day.
_calendars: dict[str, WorkingDays] = {}


def last_day(law: Law, value: Value, start: str, *, first: str = "after", sign: int = 1, extra: int = 0) -> str:
    """Return the day a limit ends, counted from a day, or back from it where `sign` is -1."""
    from electlaw.calendar import add_months, count, official

    unit = unit_of(law, value)
    number = sign * (int(value.stated) + extra)
    if unit == "year":
        return add_months(start, 12 * number)
    if unit == "month":
        return add_months(start, number)
    calendar = None
    if unit == "working_day":
        calendar = _calendars.get(law.known)
        if calendar is None:
            if len(_calendars) > 255:
                _calendars.clear()
            calendar = _calendars[law.known] = official(law.known)
    return count(start, number, unit, first=first, calendar=calendar)


def within(start: str, end: str) -> int:
    """Return the number of days from one day to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)) // timedelta(days=1)


_UNITS = {
    "day": (("day", "days"), "hari"),
    "working_day": (("working day", "working days"), "hari kerja"),
    "month": (("month", "months"), "bulan"),
    "year": (("year", "years"), "tahun"),
}


def count_text(lang: str, number: int, unit: str) -> str:
    """Return a number of days, months or years in words."""
    english, indonesian = _UNITS[unit]
    return f"{number} {indonesian}" if lang == "id" else f"{number} {english[number != 1]}"


def _say(lang: str, noun: Text, number: int, unit: str, way: str, end: str, act: str, met: bool) -> str:
    from electlaw.catalog import day_text

    length, last, done = count_text(lang, number, unit), day_text(end, lang), day_text(act, lang)
    if lang == "id":
        verdict = "sesuai" if met else ("terlalu awal" if way == "not_before" else "terlambat")
        limit = {"not_before": "paling cepat", "before": "paling lambat"}.get(way, "sampai")
        return f"{noun['id']}: {length}, {limit} {last}; dilakukan {done}: {verdict}"
    verdict = "in order" if met else ("too early" if way == "not_before" else "late")
    limit = {"not_before": "not before", "before": "by"}.get(way, "until")
    return f"{noun['en']}: {length}, {limit} {last}; done on {done}: {verdict}"


def _say_reading(
    lang: str, noun: Text, number: int, unit: str, way: str, end: str, act: str, met: bool, how: str
) -> str:
    on = how == "on"
    if lang == "id":
        counted = "hari peristiwa dihitung sebagai hari pertama" if on else "hari peristiwa tidak dihitung"
    else:
        counted = "the day of the event is day one" if on else "the day of the event is not counted"
    return f"{_say(lang, noun, number, unit, way, end, act, met)} ({counted})"
