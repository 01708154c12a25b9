"""The candidacy of a pair: every rule on how it was put forward and on both members, told in order."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Finding, Said, made
from electlaw.rules import engine
from electlaw.rules.asking import in_force, together
from electlaw.rules.candidate_cases import CandidacyCase, CandidateCase
from electlaw.rules.engine import CaseReport, Rule, answer, register, validate
from electlaw.rules.wording import title_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from electlaw.dates import Day
    from electlaw.law import Law
    from electlaw.rules.cases import Case

__all__ = ["DEPUTY", "HEAD", "PAIR", "ROUTE", "candidacy"]

_ORDER = ("fail", "undetermined", "pass")


_asked: dict[type[Case], tuple[Rule, ...]] = {}


def _rules_for(made: type[Case]) -> tuple[Rule, ...]:
    """Return the rules asked about a part of a candidacy, in order of number."""
    found = _asked.get(made)
    if found is None:
        found = _asked[made] = tuple(item for item in engine.all(parts=False) if item.case is made)
    return found


def _asked_of(law: Law, part: Case, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Ask rules about a part of their kind; the call, which checks the kind, is only needed where none is elected."""
    if part.selection != "elected":
        return tuple([item(law, part) for item in rules])
    return tuple([item.check(item, law, part) for item in rules])


def _gather(rule: Rule, whom: Text, field: str, parts: tuple[Finding, ...]) -> Finding:
    """Return the finding that stands for some others."""
    outcomes = [item.outcome for item in parts]
    outcome = next((end for end in _ORDER if end in outcomes), "not_applicable")
    failed = [item for item in parts if item.outcome == "fail"] if outcome == "fail" else []
    open_ = [item for item in parts if item.outcome == "undetermined"] if "undetermined" in outcomes else []
    told = [item for item in parts if item.readings or item.practice is not None]
    return made(
        f"{'E' if outcome == 'fail' else 'W' if outcome == 'undetermined' else 'I'}{rule.number}",
        Said(_say, whom, outcome, failed or open_, len(parts)),
        {"failed": [item.rule for item in failed], "open": [item.rule for item in open_]},
        together(*[item.basis for item in failed]),
        None,
        None,
        field,
        None,
        rule.code,
        outcome,
        tuple(dict.fromkeys([name for item in open_ for name in item.needs])),
        tuple([(end, _named(item, text)) for item in told for end, text in item.readings]),
        _practices(told),
        parts,
    )


def _named(finding: Finding, text: Text) -> Text:
    """Return a text with the title of the rule it belongs to, worded only when it is read."""
    return Said(_say_named, finding, text)  # type: ignore[return-value]


def _say_named(lang: str, finding: Finding, text: Text) -> str:
    return f"{title_of(finding, lang)}: {text[lang]}"


def _practices(parts: list[Finding]) -> Text | None:
    """Return the divergent practices the parts name, as one text worded only when it is read."""
    told = tuple(item for item in parts if item.practice is not None)
    return Said(_say_practices, told) if told else None  # type: ignore[return-value]


def _say_practices(lang: str, told: tuple[Finding, ...]) -> str:
    return "; ".join(_say_named(lang, item, item.practice) for item in told if item.practice is not None)


_MET = Text(
    "meets every condition that applies of the {} asked", "memenuhi semua syarat yang berlaku dari {} yang diuji"
)
_NONE = Text("no condition applies", "tidak ada syarat yang berlaku")
_TAILS = {
    "fail": Text("fails: ", "tidak memenuhi: "),
    "undetermined": Text("undetermined: ", "belum dapat ditentukan: "),
}


def _say(lang: str, whom: Text, outcome: str, deciding: list[Finding], asked: int) -> str:
    if outcome == "pass":
        return f"{whom[lang]}: {_MET[lang].format(asked)}"
    if outcome == "not_applicable":
        return f"{whom[lang]}: {_NONE[lang]}"
    return f"{whom[lang]}: {_TAILS[outcome][lang]}{', '.join(title_of(item, lang) for item in deciding)}"


def _route(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidacyCase)
    if case.nomination is not None and case.independent is not None:
        text = Text(
            "Put forward by parties and as independents at once: it is one or the other",
            "Diusulkan partai sekaligus perseorangan: harus salah satu",
        )
        return answer(rule, "undetermined", text, field="nomination", needs=("nomination", "independent"))
    part = case.nomination or case.independent
    if part is None:
        text = Text(
            "How the pair was put forward is not stated: nomination or independent",
            "Cara pencalonan tidak disebut: nomination atau independent",
        )
        return answer(rule, "undetermined", text, field="nomination", needs=("nomination", "independent"))
    name = "nomination" if case.nomination is not None else "independent"
    asked = [
        item
        for item in _rules_for(type(part))
        if not item.inputs or any(getattr(part, field) not in (None, ()) for field in item.inputs)
    ] or _rules_for(type(part))
    parts = tuple([_placed(item, name) for item in _asked_of(law, part, asked)])
    whom = (
        Text("Nomination by parties", "Pengusulan oleh partai")
        if name == "nomination"
        else Text("Support of the independent pair", "Dukungan pasangan perseorangan")
    )
    return _gather(rule, whom, name, parts)


def _placed(item: Finding, name: str) -> Finding:
    """Return a finding on a part with its field names as the whole case has them."""
    field = f"{name}.{item.field}" if item.field else ""
    needs = tuple([f"{name}.{need}" for need in item.needs]) if item.needs else ()
    return made(
        item.code,
        item.message,
        item.fact,
        item.basis,
        None,
        None,
        field,
        None,
        item.rule,
        item.outcome,
        needs,
        item.readings,
        item.practice,
        item.parts,
    )


_PEOPLE = {
    "head": Text("Candidate for head", "Calon kepala daerah"),
    "deputy": Text("Candidate for deputy", "Calon wakil kepala daerah"),
}


def _person(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidacyCase)
    name = rule.code.rpartition(".")[2]
    person: CandidateCase | None = getattr(case, name)
    if person is None:
        text = Text(f"The candidate for {name} is not stated", f"Data {_PEOPLE[name]['id'].lower()} tidak disebut")
        return answer(rule, "undetermined", text, field=name, needs=(name,))
    parts = _asked_of(law, person, _rules_for(CandidateCase))
    whom = (
        _PEOPLE[name]
        if person.name is None
        else Text(f"{_PEOPLE[name]['en']}, {person.name}", f"{_PEOPLE[name]['id']}, {person.name}")
    )
    return _gather(rule, whom, name, parts)


def _pair(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidacyCase)
    head, deputy = case.head, case.deputy
    if head is None or deputy is None:
        if not in_force(law, "uu-8-2015"):
            text = Text(
                "Until 17 March 2015 the head stood alone", "Sampai 17 Maret 2015 calon kepala daerah maju sendiri"
            )
            return answer(rule, "not_applicable", text)
        name = "head" if head is None else "deputy"
        text = Text("A pair has two members", "Pasangan calon terdiri atas dua orang")
        return answer(rule, "undetermined", text, field=name, needs=(name,))
    if head.name is not None and deputy.name is not None and head.name.casefold() == deputy.name.casefold():
        text = Text("Head and deputy are the same person", "Calon kepala daerah dan wakil orang yang sama")
        return answer(rule, "fail", text, field="deputy.name")
    return answer(rule, "pass", Text("A pair of two", "Pasangan dua orang"), field="deputy")


_RULES = (
    (
        "candidacy.pair",
        640,
        Text("The pair", "Pasangan calon"),
        Text("Whether two persons stand together", "Apakah dua orang maju bersama"),
        _pair,
        ("uu-1-2015/pasal-1/angka-4",),
    ),
    (
        "candidacy.route",
        641,
        Text("How the pair was put forward", "Cara pencalonan"),
        Text(
            "Whether the nomination, or the support of an independent pair, meets every rule on it",
            "Apakah pengusulan partai, atau dukungan perseorangan, memenuhi semua ketentuannya",
        ),
        _route,
        ("uu-1-2015/pasal-39", "uu-1-2015/pasal-40", "uu-1-2015/pasal-41"),
    ),
    (
        "candidacy.head",
        642,
        Text("The candidate for head", "Calon kepala daerah"),
        Text(
            "Whether the candidate for head meets every condition", "Apakah calon kepala daerah memenuhi semua syarat"
        ),
        _person,
        ("uu-1-2015/pasal-7",),
    ),
    (
        "candidacy.deputy",
        643,
        Text("The candidate for deputy", "Calon wakil"),
        Text("Whether the candidate for deputy meets every condition", "Apakah calon wakil memenuhi semua syarat"),
        _person,
        ("uu-1-2015/pasal-7",),
    ),
)

PAIR, ROUTE, HEAD, DEPUTY = (
    Rule(
        code=code,
        number=number,
        family="candidacies",
        title=title,
        about=about,
        basis=basis,
        keys=(),
        case=CandidacyCase,
        check=check,
    )
    for code, number, title, about, check, basis in _RULES
)

_ALL = (PAIR, ROUTE, HEAD, DEPUTY)
register(*_ALL)


def candidacy(
    case: CandidacyCase | Mapping[str, object],
    law: Law | None = None,
    *,
    on: Day | None = None,
    known: Day | None = None,
) -> CaseReport:
    """Ask every rule about the candidacy of a pair: how it was put forward, and both members, in order.

    The law is that of `law`, or of the day `on` as known on `known`, or of the case's own day.

    >>> report = candidacy({"region": "Jawa Tengah", "event": "pilkada-2024", "head": {"born": "1994-12-25"}},
    ...                    on="2024-09-22")
    >>> report["candidate.age"].outcome
    'fail'
    """
    given = case if isinstance(case, CandidacyCase) else {"case": "candidacy", **case}
    return validate(given, on, known=known, law=law, rules=_ALL)
