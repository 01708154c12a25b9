"""The engine: rules, their registry, and reports.

A rule is a pure function of a law (`electlaw.at`) and a case; it answers with a `Finding`. Rules are registered by
code and found by `all`; other packages add theirs with `register` or the entry point ``electlaw.rules`` (a rule, or
a callable that returns rules).
"""

from __future__ import annotations

import os
import sys

import attrs

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.errors import Invalid, NotFound
from electlaw.findings import Finding, Ground, Said, made
from electlaw.rules.cases import Case
from electlaw.rules.cases import case as make_case
from electlaw.rules.cases import fields as case_fields
from electlaw.views import Shown, Tabled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from electlaw.dates import Day
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.events import Inferred
    from electlaw.rules.shares import Test

__all__ = [
    "FAMILIES",
    "CaseReport",
    "Comparison",
    "Rule",
    "all",
    "answer",
    "compare",
    "grounds",
    "missing",
    "register",
    "rule",
    "validate",
]

#: The families of rules and the modules that register them.
FAMILIES = {
    "nomination": Text("party nomination", "pencalonan oleh partai politik"),
    "independents": Text("independent candidates", "calon perseorangan"),
    "pairs": Text("determination of pairs", "penetapan pasangan calon"),
    "winner": Text("winner", "calon terpilih"),
    "disputes": Text("result disputes", "perselisihan hasil"),
    "frame": Text("legal frame", "kerangka hukum"),
    "eligibility": Text("eligibility", "syarat calon"),
    "convictions": Text("convictions", "pidana"),
    "terms": Text("terms of office", "masa jabatan"),
    "resignations": Text("posts to leave", "pengunduran diri"),
    "incumbents": Text("incumbents", "petahana"),
    "candidacies": Text("candidacy of a pair", "pencalonan pasangan"),
    "process": Text("process disputes", "sengketa proses"),
    "violations": Text("reports and violations", "laporan dan pelanggaran"),
    "campaign": Text("campaigning", "kampanye"),
    "money": Text("campaign money", "dana kampanye"),
    "voters": Text("voters", "pemilih"),
    "polling": Text("polling and counting", "pemungutan dan penghitungan suara"),
    "bodies": Text("ad hoc bodies", "badan ad hoc"),
    "offices": Text("offices", "jabatan"),
    "sanctions": Text("sanctions", "sanksi"),
}

_SEVERITY = {"fail": "E", "undetermined": "W", "pass": "I", "not_applicable": "I"}


@attrs.frozen(eq=False, kw_only=True)
class Rule(Shown):
    """One rule: what it asks, of which kind of case, by which parameters, and the function that answers.

    Call it with a law and a case: ``rule(electlaw.at("2024-08-25"), case)``.
    """

    #: Stable name, ``nomination.votes``.
    code: str
    #: Number in the codes of its findings: ``E501`` fails, ``W501`` is undetermined, ``I501`` passes.
    number: int
    family: str
    title: Text
    #: What it asks and where its edge lies.
    about: Text
    #: Places and rulings it rests on in general; each finding carries those of its day.
    basis: tuple[str, ...]
    #: Parameters it reads.
    keys: tuple[str, ...]
    case: type[Case]
    check: Callable[[Rule, Law, Case], Finding]
    #: Case fields of its own: unless it is named, it is asked where the case states one of them. Empty: always.
    inputs: tuple[str, ...] = ()
    #: The numeric definition, if it has one; then `electlaw.rules.apply` takes the rule.
    test: Test | None = None
    #: The rule it is a part of; such a rule is asked by that one, or by name.
    part_of: str = ""
    #: Where authorities are known to have answered differently under the same law.
    practice: Text | None = None

    def __call__(self, law: Law, case: Case) -> Finding:
        """Answer for a case by a law; raises `Invalid` for another kind of case."""
        if not isinstance(case, self.case):
            kind = self.case.__name__
            raise Invalid(f"{self.code} is asked about a {kind}, not {type(case).__name__}",
                          id=f"{self.code} menilai {kind}, bukan {type(case).__name__}")  # fmt: skip
        if case.selection != "elected":
            return _not_elected(self, case)
        return self.check(self, law, case)

    def in_force(self, law: Law) -> bool:
        """Whether its law holds on that day for anybody."""
        if not self.keys:
            return True
        states = [law.parameter(key) for key in self.keys[:1]]
        return any(value.state not in ("unset", "not_yet") or value.doubts for value in states)

    def to_json(self) -> dict[str, object]:
        """Return its documentation as plain data."""
        return {
            "code": self.code,
            "number": self.number,
            "family": self.family,
            "title": {"id": self.title["id"], "en": self.title["en"]},
            "about": {"id": self.about["id"], "en": self.about["en"]},
            "case": self.case.__name__,
            "basis": list(self.basis),
            "parameters": list(self.keys),
            "numeric": self.test is not None,
            "part_of": self.part_of or None,
            "practice": None if self.practice is None else {"id": self.practice["id"], "en": self.practice["en"]},
        }

    def __repr__(self) -> str:
        return f"<Rule {self.code}>"


# -- findings -------------------------------------------------------------------------------------------


def answer(
    rule: Rule,
    outcome: str,
    message: Text | Said,
    fact: dict[str, object] | None = None,
    basis: tuple[Ground, ...] = (),
    *,
    field: str = "",
    needs: tuple[str, ...] = (),
    readings: tuple[tuple[str, Text], ...] = (),
    practice: Text | None = None,
    parts: tuple[Finding, ...] = (),
) -> Finding:
    """Return the finding of a rule."""
    return made(
        f"{_SEVERITY[outcome]}{rule.number}", message, fact or {}, basis, None, None, field, None,
        rule.code, outcome, needs, readings, practice, parts,
    )  # fmt: skip


def missing(
    rule: Rule, case: Case, needs: Iterable[str], fact: dict[str, object] | None = None, basis: tuple[Ground, ...] = ()
) -> Finding:
    """Return the finding that a rule lacks inputs, naming them."""
    names = tuple(dict.fromkeys(needs))
    return answer(
        rule, "undetermined", Said(_say_missing, case.kind, names), fact, basis,
        field=names[0] if names else "", needs=names,
    )  # fmt: skip


def _say_missing(lang: str, kind: str, names: tuple[str, ...]) -> str:
    texts = {item.name: item.text[lang] for item in case_fields(kind)}
    shown = "; ".join(f"{name} ({texts[name]})" if name in texts else name for name in names)
    return f"Belum dapat ditentukan tanpa: {shown}" if lang == "id" else f"Cannot be decided without: {shown}"


def none_set(rule: Rule, law: Law, value: Value, basis: tuple[Ground, ...] | None = None) -> Finding:
    """Return the finding that the law of the day has no such rule; on the grounds of the value unless given."""
    basis = grounds(value) if basis is None else basis
    return answer(rule, "not_applicable", Said(_say_none, law.on, value.state), {}, basis)


def _say_none(lang: str, on: str, state: str) -> str:
    shown = day_text(on, lang)
    if state == "not_yet":
        return f"Hukum pada {shown} belum mengaturnya" if lang == "id" else f"The law of {shown} had no such rule yet"
    if lang == "id":
        return f"Hukum pada {shown} tidak lagi mengaturnya"
    return f"The law of {shown} has no such rule any more"


def _not_elected(rule: Rule, case: Case) -> Finding:
    if case.selection == "determined":
        text = Text("Governor and deputy of Yogyakarta are not elected; the DPRD determines them",
                    "Gubernur dan Wakil Gubernur DIY tidak dipilih, melainkan ditetapkan DPRD")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, (Ground("uu-13-2012/pasal-18/ayat-1/huruf-c", "text"),))
    text = Text("The heads of the administrative cities and regency of Jakarta are appointed, not elected",
                "Kepala kota dan kabupaten administrasi di Jakarta diangkat, tidak dipilih")  # fmt: skip
    return answer(rule, "not_applicable", text, {}, (Ground("uu-29-2007/pasal-19", "text"),))


def grounds(*values: Value) -> tuple[Ground, ...]:
    """Return what values rest on: their provisions and the acts that set them."""
    found: dict[str, Ground] = {}
    for value in values:
        for act in value.basis:
            if not act.instrument.startswith("practice:"):
                found.setdefault(act.instrument, Ground(act.instrument, act.verified))
        for place in value.provisions:
            found.setdefault(place, Ground(place, value.verified))
    return tuple(found.values())


# -- registry -------------------------------------------------------------------------------------------

_rules: dict[str, Rule] = {}
#: Their titles by language, as long as no rule comes or goes.
_titles: dict[str, _Titles] = {}
_loaded = False


def register(*rules: Rule) -> None:
    """Add rules to the registry; raises `Invalid` if a code or number is taken by another rule."""
    for item in rules:
        held = _rules.get(item.code)
        if held is item:
            continue
        if held is not None or any(other.number == item.number for other in _rules.values()):
            raise Invalid(f"a rule {item.code!r} ({item.number}) is registered already",
                          id=f"aturan {item.code!r} ({item.number}) sudah terdaftar")  # fmt: skip
        _rules[item.code] = item
    _titles.clear()


def unregister(code: str) -> None:
    """Take a rule out of the registry."""
    _rules.pop(code, None)
    _titles.clear()


def load_families() -> None:
    """Import the modules of all families and the rules of other packages, once."""
    global _loaded
    if _loaded:
        return
    _loaded = True
    from importlib import import_module

    for family in FAMILIES:
        import_module(f"electlaw.rules.{family}")
    if _announced(sys.path):
        _load_plugins()


def _announced(paths: Iterable[str]) -> bool:
    """Whether an installed package may announce rules; tells without loading `importlib.metadata`, which costs."""
    for path in paths:
        try:
            names = os.listdir(path or ".")
        except NotADirectoryError:
            return True
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                try:
                    with open(os.path.join(path, name, "entry_points.txt"), encoding="utf-8") as file:
                        if "[electlaw.rules]" in file.read():
                            return True
                except OSError:
                    continue
    return False


def _load_plugins() -> None:
    from importlib.metadata import entry_points

    for point in entry_points(group="electlaw.rules"):
        try:
            found = point.load()
            made = found if isinstance(found, Rule) else found()
            register(*([made] if isinstance(made, Rule) else made))
        except Invalid:
            raise
        except Exception as error:
            raise Invalid(f"the rules of {point.value} cannot be loaded: {error}",
                          id=f"aturan dari {point.value} tidak dapat dimuat: {error}") from error  # fmt: skip


def all(on: Day | None = None, *, family: str | None = None, parts: bool = True) -> tuple[Rule, ...]:
    """Return the registered rules in order of number.

    Args:
        on: only those whose law holds on that day for anybody.
        family: only those of one of `FAMILIES`, or of another package's family.
        parts: whether to list rules that are asked as part of another one too.

    """
    load_families()
    found = sorted(_rules.values(), key=lambda item: item.number)
    if family is not None:
        families = {item.family for item in found}
        if family not in families:
            raise NotFound(f"no family of rules {family!r}", id=f"tidak ada kelompok aturan {family!r}",
                           choices=tuple(sorted(families)))  # fmt: skip
        found = [item for item in found if item.family == family]
    if not parts:
        found = [item for item in found if not item.part_of]
    if on is not None:
        from electlaw.law import at

        law = at(on)
        found = [item for item in found if item.in_force(law)]
    return tuple(found)


class _Titles(dict[str, str]):
    """Titles by code; a code without one stands for itself."""

    def __missing__(self, code: str) -> str:
        return code


def titles(lang: str) -> Mapping[str, str]:
    """Return the titles of the rules registered so far by code."""
    found = _titles.get(lang)
    if found is None:
        found = _titles[lang] = _Titles({item.code: item.title[lang] for item in _rules.values()})
    return found


def rule(code: str) -> Rule:
    """Return a rule by its code; raises `NotFound` with the nearest ones."""
    load_families()
    try:
        return _rules[code]
    except KeyError:
        from electlaw.rules.reading import near

        raise NotFound(f"no rule {code!r}", id=f"tidak ada aturan {code!r}", choices=near(code, _rules)) from None


def _fitting(case: Case) -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """Return the rules a case asks by what it states, and the codes of those it does not."""
    fitting = [item for item in all(parts=False) if isinstance(case, item.case)]
    asked = [
        item for item in fitting
        if not item.inputs or any(getattr(case, name) not in (None, ()) for name in item.inputs)
    ] or fitting  # fmt: skip
    return tuple(asked), tuple(item.code for item in fitting if item not in asked)


def _named(case: Case, rules: Iterable[Rule | str]) -> tuple[Rule, ...]:
    named = [rules] if isinstance(rules, str | Rule) else list(rules)
    found: list[Rule] = []
    for item in named:
        if isinstance(item, Rule):
            found.append(item)
        elif item in FAMILIES:
            found += [other for other in all(family=item, parts=False) if isinstance(case, other.case)]
        else:
            found.append(rule(item))
    return tuple(dict.fromkeys(found))


# -- reports --------------------------------------------------------------------------------------------


@attrs.frozen(repr=False)
class CaseReport(Tabled):
    """What the rules say of one case by the law of one day."""

    case: Case
    #: The day whose law was asked about, and the day of knowledge.
    on: str
    known: str
    findings: tuple[Finding, ...]
    #: Whether the question reaches past the data's cut-off.
    projected: bool = False
    #: Rules that fit the case but were not asked, for it states nothing they judge.
    unasked: tuple[str, ...] = ()
    #: The election, where the case names none: the one it was taken to be of, or those a rule asks to choose from.
    election: Inferred | None = None

    @property
    def outcome(self) -> str:
        """``fail`` if any rule fails, else ``undetermined`` if any is, else ``pass``, else ``not_applicable``."""
        outcomes = {item.outcome for item in self.findings}
        return next((end for end in ("fail", "undetermined", "pass") if end in outcomes), "not_applicable")

    @property
    def exit_code(self) -> int:
        """0 nothing fails, 1 a rule fails, 3 undetermined and nothing fails."""
        return {"fail": 1, "undetermined": 3}.get(self.outcome, 0)

    @property
    def needs(self) -> tuple[str, ...]:
        """The case fields that would settle what is undetermined."""
        return tuple(dict.fromkeys(name for item in self.findings for name in item.needs))

    def __getitem__(self, code: str) -> Finding:
        """Return the finding of a rule, also of one that was asked as part of another."""
        for item in _flat(self.findings):
            if item.rule == code:
                return item
        raise NotFound(f"no finding of a rule {code!r}", id=f"tidak ada temuan aturan {code!r}",
                       choices=tuple(item.rule for item in _flat(self.findings)))  # fmt: skip

    def explain(self, lang: str = "en") -> tuple[str, ...]:
        """Return the reasons in order, gravest first: outcome, what was compared, basis."""
        from electlaw.rules.wording import reasons

        return tuple(reasons(self, lang))

    def to_json(self) -> dict[str, object]:
        """Return the report as plain data; its schema is ``report``."""
        found = self.election
        return {
            "case": self.case.to_json(),
            "on": self.on,
            "known": self.known,
            "projected": self.projected,
            "outcome": self.outcome,
            "needs": list(self.needs),
            "unasked": list(self.unasked),
            "inferred": {} if found is None or found.event is None else {"event": found.event},
            "choices": {} if found is None or found.event is not None else {"event": list(found.events)},
            "findings": [item.to_json() for item in self.findings],
        }

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __repr__(self) -> str:
        return f"<CaseReport {self.case.kind} on {self.on}: {self.outcome}>"

    def __str__(self) -> str:
        from electlaw import views

        return views.text(self)


def _flat(findings: Iterable[Finding]) -> Iterator[Finding]:
    for item in findings:
        yield item
        yield from _flat(item.parts)


def validate(
    case: Case | Mapping[str, object],
    on: Day | None = None,
    *,
    known: Day | None = None,
    rules: Iterable[Rule | str] | str | None = None,
    law: Law | None = None,
) -> CaseReport:
    """Ask the rules about a case by the law of a day.

    Args:
        case: a case, or a mapping `electlaw.rules.case` makes one of.
        on: the day whose law is asked about; the case's own ``on`` if left out.
        known: the day of knowledge, by default the same day.
        rules: rules, their codes or families; by default those that judge something the case states. The report
            names those that fit and were not asked.
        law: a law to use instead (with a data pack, a bill, an event).

    Raises `Invalid` if no day is given.

    >>> validate({"case": "pairs", "region": "Sultra", "pairs": 2}, on="2024-09-22").outcome
    'pass'

    """
    made = make_case(case)
    if law is None:
        law = _law(on if on is not None else made.on, known)
    inferred = None
    if made.event is None and made.region is not None:
        from electlaw.rules.events import settled

        made, inferred = settled(made, law)
    chosen, unasked = _fitting(made) if rules is None else (_named(made, rules), ())
    findings = tuple([item(law, made) for item in chosen])
    return CaseReport(made, law.on, law.known, findings, law.projected, unasked, _told(inferred, findings, law))


def _told(inferred: Inferred | None, findings: tuple[Finding, ...], law: Law) -> Inferred | None:
    """Return what the report says of the election: how it was inferred, or which ones a rule may need."""
    if inferred is None or inferred.event is not None:
        return inferred
    if not any(name.rpartition(".")[2] == "event" for item in findings for name in item.needs):
        return None
    from electlaw.rules.events import choices

    return choices(law, inferred)


_laws: dict[tuple[str, str | None], Law] = {}


def _law(on: Day | None, known: Day | None) -> Law:
    from electlaw.dates import day
    from electlaw.law import at

    if on is None:
        raise Invalid("on which day? pass on=... or the field 'on'", id="pada hari apa? isi on=... atau kolom 'on'")
    key = (day(on), None if known is None else day(known))
    found = _laws.get(key)
    if found is None:
        if len(_laws) > 63:
            _laws.clear()
        found = _laws[key] = at(*key)
    return found


def differ(one: Finding, other: Finding) -> bool:
    """Whether two findings of a rule, or of the rules it is made of, differ in outcome or compared numbers."""
    if (one.outcome, one.fact) != (other.outcome, other.fact):
        return True
    parts = {item.rule: item for item in other.parts}
    return any(item.rule not in parts or differ(item, parts[item.rule]) for item in one.parts)


@attrs.frozen(repr=False)
class Comparison(Shown):
    """The same case by two laws."""

    before: CaseReport
    after: CaseReport

    @property
    def changed(self) -> tuple[tuple[Finding, Finding], ...]:
        """The pairs of findings whose outcome or compared numbers differ."""
        later = {item.rule: item for item in self.after.findings}
        pairs = ((item, later[item.rule]) for item in self.before.findings if item.rule in later)
        return tuple((a, b) for a, b in pairs if differ(a, b))

    def explain(self, lang: str = "en") -> tuple[str, ...]:
        """Return what changed and why, in order."""
        from electlaw.rules.wording import differences

        return tuple(differences(self, lang))

    def to_json(self) -> dict[str, object]:
        """Return both reports and the codes of the rules whose findings differ."""
        return {
            "before": self.before.to_json(),
            "after": self.after.to_json(),
            "changed": [item.rule for item, _ in self.changed],
        }

    def __repr__(self) -> str:
        return f"<Comparison {self.before.outcome} on {self.before.on}, {self.after.outcome} on {self.after.on}>"


def compare(
    case: Case | Mapping[str, object], before: Day, after: Day, *, rules: Iterable[Rule | str] | str | None = None
) -> Comparison:
    """Ask the rules about the same case by the laws of two days, each as known on that day."""
    made = make_case(case)
    return Comparison(validate(made, before, rules=rules), validate(made, after, rules=rules))
