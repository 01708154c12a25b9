"""Numeric rules: a measure stands to a share of a base, the share given by the law's brackets.

One definition serves the single case and the table (`electlaw.rules.apply`). The law of a day is worked out once per
subject into a `Plan`: the upper edges of the brackets and, for each, the exact share, the comparison and the base.
Everything after that is whole-number arithmetic: ``at least`` rounds the needed number up, ``more than`` takes the
next whole number above, ``at most`` rounds the allowed number down.
"""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction

import attrs

from electlaw.acts import Text
from electlaw.findings import Finding, Ground, Said, made
from electlaw.rules.engine import answer, grounds, missing, none_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.cases import Case
    from electlaw.rules.engine import Rule

__all__ = [
    "AnyOf",
    "LimitTest",
    "Plan",
    "Segment",
    "ShareTest",
    "Test",
    "VotesTest",
    "judge",
    "numbers",
    "plan_for",
]

#: What the parameters call an input and what a case calls it.
_FIELDS = {"cycle": "event", "kind": "event", "party": "party_kind"}


@attrs.frozen(kw_only=True)
class ShareTest:
    """The numeric definition of a rule."""

    #: The parameter that holds the share.
    key: str
    #: The case field measured, and one taken off it.
    measure: str
    less: str = ""
    #: What the parameter's base is called in a case; the first is used where the parameter names none.
    bases: dict[str, str] = attrs.field(hash=False)
    #: A case field taken off the base where a truth value of the law says it does not count.
    base_less: str = ""
    base_less_key: str = ""
    #: Fields the brackets may run over.
    brackets: tuple[str, ...] = ()
    #: Case fields the parameter may ask about besides.
    subject: tuple[str, ...] = ("office", "region", "event")
    #: A parameter that says what an unclear base means.
    base_key: str = ""
    #: Fields (one, or several together) that are at most another field.
    within: tuple[tuple[str | tuple[str, ...], str], ...] = ()
    #: A number of valid votes and the voters who cast them: no more votes than ballots.
    ballots: tuple[str, str] | None = None
    noun: Text
    base_noun: Text = attrs.field(factory=Text)

    def bounds(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Return `within` with every part as several fields."""
        return tuple((parts if isinstance(parts, tuple) else (parts,), whole) for parts, whole in self.within)

    def inputs(self) -> tuple[str, ...]:
        """Return the numeric fields it reads."""
        names = [self.measure, self.less, *self.bases.values(), self.base_less, *self.brackets]
        names += [name for parts, whole in self.bounds() for name in (*parts, whole)]
        names += self.ballots or ()
        return tuple(dict.fromkeys(name for name in names if name))


@attrs.frozen
class AnyOf:
    """Routes of which one is enough; those that do not apply do not count."""

    codes: tuple[str, ...]


@attrs.frozen(kw_only=True)
class LimitTest:
    """A number compared with an absolute limit, of the law or of another field, by the single rule itself."""

    measure: str
    #: Case fields on whose words the limit depends.
    subject: tuple[str, ...]
    #: The limits a finding's fact may name, the one a table shows first.
    edges: tuple[str, ...] = ("limit",)
    #: The field that holds the limit, if it is no number of the law.
    against: str = ""

    def inputs(self) -> tuple[str, ...]:
        """Return the numeric fields it reads."""
        return (self.measure, self.against) if self.against else (self.measure,)


@attrs.frozen(kw_only=True)
class VotesTest:
    """Who has most votes, by a column for each pair."""

    #: Returns how the winner is found for a subject (None: the law sets nothing, empty: not known) and the majority.
    law: Callable[[Law, dict[str, str | None]], tuple[str | None, Fraction | int]] = attrs.field(eq=False, repr=False)
    subject: tuple[str, ...] = ("office", "region")

    def inputs(self) -> tuple[str, ...]:
        """Return the numeric fields it reads besides the votes."""
        return ("valid_votes", "voters", "round")


#: A numeric definition.
Test = ShareTest | AnyOf | LimitTest | VotesTest


@attrs.frozen
class Segment:
    """One bracket: the share as numerator and denominator, how the measure stands to it, and of what."""

    numerator: int
    denominator: int
    operator: str
    #: The case fields that may be the base: one, or the readings of an open question.
    bases: tuple[str, ...]
    stated: str
    #: The case field taken off the base, or empty.
    less: str
    #: Regions that have a rule of their own, where the subject names none.
    elsewhere: tuple[str, ...]
    value: Value = attrs.field(eq=False, repr=False)
    basis: tuple[Ground, ...] = attrs.field(eq=False, repr=False)

    @property
    def off(self) -> bool:
        """Whether the law sets nothing here."""
        return not self.operator

    def limit(self, base: int) -> int:
        """Return the least number that passes (``>=``, ``>``) or the greatest (``<=``)."""
        product = self.numerator * base
        if self.operator == ">=":
            return -(-product // self.denominator)
        if self.operator == ">":
            return product // self.denominator + 1
        return product // self.denominator


@attrs.frozen
class Plan:
    """The law of one day for one subject."""

    #: The field the brackets run over, or empty.
    by: str
    edges: tuple[int, ...]
    segments: tuple[Segment, ...]
    #: Fields without which the law of the day cannot be told.
    needs: tuple[str, ...] = ()
    #: The values that may stand where the data know the day of an act too roughly to tell.
    open: tuple[Segment, ...] = ()
    #: What the law says where only that is known.
    value: Value | None = attrs.field(default=None, eq=False, repr=False)


#: The plans of each living law, by rule and subject.
_plans: dict[int, dict[tuple[str, tuple[str | None, ...]], Plan]] = {}


def plan_for(law: Law, code: str, test: ShareTest, stated: tuple[str | None, ...]) -> Plan:
    """Return the plan of a test for the subject whose fields (`ShareTest.subject`) are `stated`."""
    plans = _plans.get(id(law))
    if plans is None:
        from weakref import finalize

        plans = _plans[id(law)] = {}
        finalize(law, _plans.pop, id(law), None)
    key = (code, stated)
    found = plans.get(key)
    if found is None:
        if len(plans) > 4096:
            plans.clear()
        found = plans[key] = _make(law, test, stated)
    return found


def _make(law: Law, test: ShareTest, stated: tuple[str | None, ...]) -> Plan:
    inward = {field: name for name, field in _FIELDS.items()} | {"event": "event"}
    subject: dict[str, str | int] = {
        inward.get(name, name): value for name, value in zip(test.subject, stated, strict=True) if value is not None
    }
    whole = law.parameter(test.key, **subject)
    if _sure(whole):
        return Plan("", (), (_segment(law, test, subject, whole),))
    if whole.doubts and not whole.needs:
        return Plan("", (), (), (), _alternatives(law, test, subject, whole), whole)
    lacking: list[tuple[str, ...]] = []
    for by in test.brackets:
        edges = _edges(law, test.key, by)
        values = [law.parameter(test.key, **subject, **{by: at}) for at in (*edges, edges[-1] + 1)] if edges else []
        if values and all(map(_sure, values)):
            made = tuple(_segment(law, test, {**subject, by: at}, value) for at, value in _points(edges, values))
            return Plan(by, tuple(edges), made)
        open_ones = [name for value in values if not _sure(value) for name in value.needs]
        lacking.append(tuple(dict.fromkeys(open_ones)))
    names = [name for name in whole.needs if all_have(lacking, name)] or list(whole.needs)
    needs = tuple(dict.fromkeys(_FIELDS.get(name, name) for name in names))
    return Plan("", (), (), needs, (), whole)


def _alternatives(law: Law, test: ShareTest, subject: dict[str, str | int], whole: Value) -> tuple[Segment, ...]:
    from electlaw.fold import Painted
    from electlaw.parameters import Value

    acts = [*whole.doubts, *([whole.act] if whole.act is not None else [])]
    if not all(act.op == "set" and act.value for act in acts):
        return ()
    values = [
        Value(whole.key, whole.moment, "set", Fraction(act.value) / 100, act.unit, Painted(act), law.corpus)
        for act in acts
    ]  # fmt: skip
    return tuple(_segment(law, test, subject, value) for value in values)


def all_have(lists: list[tuple[str, ...]], name: str) -> bool:
    """Whether every list holds the name."""
    return all(name in names for names in lists)


def _points(edges: list[int], values: list[Value]) -> list[tuple[int, Value]]:
    return list(zip((*edges, edges[-1] + 1), values, strict=True))


def _sure(value: Value) -> bool:
    """Whether the value stands; where the region is named, its own rules may still hang on what is missing."""
    if value.state not in ("set", "unset", "not_yet"):
        return False
    if "region" not in value.moment.subject:
        return True
    set_to = value.act.value if value.act is not None else ""
    return not any(act.value != set_to for act in value.doubts)


def _elsewhere(value: Value) -> tuple[str, ...]:
    """Return the regions with a rule of their own, for an answer that names no region."""
    if "region" in value.moment.subject:
        return ()
    conditions = (item for act in value.doubts for item in act.scope.conditions)
    return tuple(sorted({code for item in conditions if item.name == "region" for code in item.values}))


def _edges(law: Law, key: str, by: str) -> list[int]:
    edges: set[int] = set()
    for act in law.corpus.settings(key):
        for condition in act.scope.conditions:
            if condition.name == by:
                bound = int(condition.values[0])
                edges.add(bound if condition.operator in ("<=", ">") else bound - 1)
    return sorted(edges)


def _segment(law: Law, test: ShareTest, subject: dict[str, str | int], value: Value) -> Segment:
    if value.state != "set":
        return Segment(0, 1, "", (), "", "", (), value, grounds(value))
    share = value.value
    assert not isinstance(share, str | None)
    word = value.get("base")
    words: tuple[str, ...] = (word,)
    basis = grounds(value)
    if test.base_key and word not in test.bases:
        meant = law.parameter(test.base_key, **subject)
        if meant.state == "set" and meant.value in test.bases:
            words, basis = (str(meant.value),), grounds(value, meant)
        else:
            words = tuple(test.bases)
    less = ""
    if test.base_less_key:
        counted = law.parameter(test.base_less_key, **subject)
        if counted.value is False:
            less, basis = test.base_less, grounds(value, counted)
    first = next(iter(test.bases.values()))
    bases = tuple(dict.fromkeys(test.bases.get(name, first) for name in words))
    operator = value.get("comparator") or ">="
    return Segment(
        share.numerator, share.denominator, operator, bases, value.stated, less, _elsewhere(value), value, basis
    )


# -- one case -------------------------------------------------------------------------------------------


def judge(rule: Rule, law: Law, case: Case, measure: int | None = None) -> Finding:
    """Answer a numeric rule for a case; `measure` stands in for the field measured."""
    test: ShareTest = rule.test  # type: ignore[assignment]
    plan = plan_for(law, rule.code, test, tuple([getattr(case, name) for name in test.subject]))
    if not plan.segments:
        return _unsettled(rule, law, test, case, plan, measure)
    segment = plan.segments[0]
    if plan.by:
        at = getattr(case, plan.by)
        if at is None:
            lacks = [name for name in (plan.by, *_absent(test, plan.segments[0], case, measure)) if name]
            return missing(rule, case, lacks)
        segment = plan.segments[bisect_left(plan.edges, at)]
    return _by_segment(rule, law, test, case, segment, measure)


def _unsettled(rule: Rule, law: Law, test: ShareTest, case: Case, plan: Plan, measure: int | None) -> Finding:
    """Answer where the law of the day is open: for want of a field, or because an act is dated only roughly."""
    basis = grounds(plan.value) if plan.value is not None else ()
    found = [_by_segment(rule, law, test, case, segment, measure) for segment in plan.open]
    if not found:
        if plan.needs:
            return missing(rule, case, plan.needs, {}, basis)
        text = Text("What the law of that day set is not known", "Isi hukum pada hari itu tidak diketahui")
        return answer(rule, "undetermined", text, {}, basis, field=test.measure)
    readings = tuple((item.outcome, Text(item.message["en"], item.message["id"])) for item in found)
    if len({item.outcome for item in found}) == 1:
        return attrs.evolve(found[0], readings=readings)
    basis = tuple(dict.fromkeys(ground for item in found for ground in item.basis))
    return answer(rule, "undetermined", Said(_say_open, readings), {"readings": [item.fact for item in found]}, basis,
                  field=test.measure, readings=readings)  # fmt: skip


def _by_segment(
    rule: Rule, law: Law, test: ShareTest, case: Case, segment: Segment, measure: int | None
) -> Finding:  # fmt: skip
    if not segment.operator:
        return none_set(rule, law, segment.value, segment.basis)
    if measure is None:
        measure = getattr(case, test.measure)
        if measure is not None and test.less:
            less = getattr(case, test.less)
            measure = None if less is None else measure - less
    if len(segment.bases) > 1:
        return _both(rule, test, case, segment, measure)
    base = getattr(case, segment.bases[0])
    if segment.less and base is not None:
        base -= getattr(case, segment.less) or 0
    if base is None or measure is None:
        return _lacking(rule, test, case, segment, measure, base)
    limit = segment.limit(base)
    met = measure <= limit if segment.operator == "<=" else measure >= limit
    fact: dict[str, object] = {
        "measured": measure, "limit": limit, "base": base, "share": segment.stated, "of": segment.bases[0],
    }  # fmt: skip
    if segment.elsewhere:
        fact["otherwise_in"] = list(segment.elsewhere)
    return made(
        f"I{rule.number}" if met else f"E{rule.number}",
        Said(_say, test, segment, measure, limit, base, met),
        fact,
        segment.basis, None, None, test.measure, None, rule.code, "pass" if met else "fail",
        (), (), None if met else rule.practice,
    )  # fmt: skip


def _absent(test: ShareTest, segment: Segment, case: Case, measure: int | None) -> list[str]:
    names = [*segment.bases]
    if measure is None:
        names += [test.measure, test.less]
    return [name for name in names if name and getattr(case, name) is None]


def _lacking(
    rule: Rule, test: ShareTest, case: Case, segment: Segment, measure: int | None, base: int | None
) -> Finding:
    fact: dict[str, object] = {"share": segment.stated, "of": segment.bases[0]}
    if base is not None:
        fact |= {"limit": segment.limit(base), "base": base}
    if measure is not None:
        fact["measured"] = measure
    return missing(rule, case, _absent(test, segment, case, measure), fact, segment.basis)


def _both(rule: Rule, test: ShareTest, case: Case, segment: Segment, measure: int | None) -> Finding:
    lacks = _absent(test, segment, case, measure)
    if lacks or measure is None:
        return missing(rule, case, lacks, {"share": segment.stated}, segment.basis)
    found: list[tuple[str, Text]] = []
    facts: list[dict[str, object]] = []
    for name in segment.bases:
        base = getattr(case, name)
        limit = segment.limit(base)
        met = measure <= limit if segment.operator == "<=" else measure >= limit
        facts.append({"measured": measure, "limit": limit, "base": base, "share": segment.stated, "of": name})
        said = Said(_say, test, segment, measure, limit, base, met, name)
        found.append(("pass" if met else "fail", Text(said.en, said.id)))
    outcomes = {end for end, _ in found}
    if len(outcomes) == 1:
        return answer(rule, outcomes.pop(), found[0][1], facts[0], segment.basis, field=test.measure,
                      readings=tuple(found))  # fmt: skip
    return answer(rule, "undetermined", Said(_say_open, tuple(found)), {"readings": facts}, segment.basis,
                  field=test.measure, readings=tuple(found))  # fmt: skip


# -- words ----------------------------------------------------------------------------------------------


def numbers(number: int, lang: str) -> str:
    """Write a number with the language's separators.

    >>> numbers(23910, "id")
    '23.910'
    """
    return f"{number:,}".replace(",", ".") if lang == "id" else f"{number:,}"


_BASES = {
    "winner_votes": Text("the winner's votes", "suara peraih terbanyak"),
    "valid_votes": Text("all valid votes", "seluruh suara sah"),
    "population": Text("the population", "jumlah penduduk"),
    "electorate": Text("the voters on the list", "pemilih dalam DPT"),
}


def _say(
    lang: str, test: ShareTest, segment: Segment, measure: int, limit: int, base: int, met: bool, of: str = ""
) -> str:
    name = of or segment.bases[0]
    whole = (_BASES[name] if len(test.bases) > 1 and name in _BASES else test.base_noun)[lang]
    n, most, full = numbers(measure, lang), numbers(limit, lang), numbers(base, lang)
    noun, operator = test.noun[lang], segment.operator
    if lang == "id":
        share = segment.stated.replace(".", ",")
        end = ("terpenuhi" if met else "tidak terpenuhi") + _say_elsewhere(lang, segment)
        if operator == ">":
            return f"{noun}: {n}; harus lebih dari {share}% dari {whole} ({full}), yaitu sekurangnya {most}: {end}"
        bound = "paling banyak" if operator == "<=" else "paling sedikit"
        return f"{noun}: {n}; {bound} {most} ({share}% dari {whole}, {full}): {end}"
    end = ("met" if met else "not met") + _say_elsewhere(lang, segment)
    if operator == ">":
        return f"{noun}: {n}; more than {segment.stated}% of {whole} ({full}) is needed, so {most}: {end}"
    bound = "at most" if operator == "<=" else "at least"
    return f"{noun}: {n}; {bound} {most} ({segment.stated}% of {whole}, {full}): {end}"


def _say_elsewhere(lang: str, segment: Segment) -> str:
    if not segment.elsewhere:
        return ""
    from electlaw.regions import region

    names = ", ".join(region(code).short_name for code in segment.elsewhere)
    return f"; di {names} berlaku aturan lain" if lang == "id" else f"; another rule holds in {names}"


def _say_open(lang: str, found: tuple[tuple[str, Text], ...]) -> str:
    both = " / ".join(text[lang] for _, text in found)
    return f"Hukum belum jelas; dua bacaan: {both}" if lang == "id" else f"The law is unsettled; two readings: {both}"
