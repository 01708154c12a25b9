"""What the rules about candidates share: the law of a day asked once, places in force, and findings that name fields.

Values and grounds are kept per law, for a report asks the same of two persons and many rules ask the same again.
"""

from __future__ import annotations

from electlaw.acts import Text, weakest
from electlaw.catalog import day_text
from electlaw.findings import Ground, Said, made
from electlaw.rules.cases import fields
from electlaw.rules.engine import grounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeAlias

    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.candidate_cases import CandidateCase
    from electlaw.rules.cases import Case
    from electlaw.rules.engine import Rule

    Check: TypeAlias = Callable[[Rule, Law, Case], Finding]

__all__ = [
    "ACEH",
    "PILKADA",
    "Basis",
    "absent",
    "aside",
    "ask",
    "by_fields",
    "in_aceh",
    "in_force",
    "lack",
    "letter",
    "month_length",
    "months_later",
    "places",
    "remembered",
    "tell",
    "together",
]

Basis = tuple[Ground, ...]

#: The places of the conditions of candidates: the Pilkada law, and the law on Aceh.
PILKADA = "uu-1-2015/pasal-7"
ACEH = "uu-11-2006/pasal-67/ayat-2"

_SEVERITY = {"fail": "E", "undetermined": "W", "pass": "I", "not_applicable": "I"}

#: What each living law was asked, by question; and what it says of the few values of some fields.
_asked: dict[int, dict[tuple[object, ...], Any]] = {}
_told: dict[int, dict[object, Finding]] = {}
#: So many answers a law remembers.
_REMEMBERED = 4096


def _open(store: dict[int, Any], law: Law) -> Any:
    """Return the memory of a law, made at its first question and dropped with it."""
    from weakref import finalize

    held = store[id(law)] = {}
    finalize(law, store.pop, id(law), None)
    return held


def _keep(memory: dict[Any, Any], key: object, value: Any) -> Any:
    if len(memory) >= _REMEMBERED:
        memory.clear()
    memory[key] = value
    return value


def ask(law: Law, key: str, *subject: tuple[str, str | int | None]) -> tuple[Value, Basis]:
    """Return a parameter for a subject, and what it rests on."""
    memory = _asked.get(id(law))
    if memory is None:
        memory = _open(_asked, law)
    question = (key, *subject)
    found = memory.get(question)
    if found is None:
        value = law.parameter(key, **{name: stated for name, stated in subject if stated is not None})
        found = _keep(memory, question, (value, _of_the_day(law, grounds(value))))
    return found  # type: ignore[no-any-return]


def _of_the_day(law: Law, basis: Basis) -> Basis:
    """Return grounds without the places of the Pilkada law that were not yet, or no longer, its text on that day."""
    return tuple(
        ground
        for ground in basis
        if not ground.ref.startswith("uu-1-2015/") or law.provision(ground.ref).state not in ("not_yet", "repealed")
    )


def places(law: Law, *names: str) -> Basis:
    """Return those of some places that are law on that day, with the rulings that bear on them."""
    memory = _asked.get(id(law))
    if memory is None:
        memory = _open(_asked, law)
    found = memory.get(names)
    if found is None:
        grounds_: dict[str, Ground] = {}
        for name in names:
            state = law.provision(name)
            if state.state == "in_force":
                basis = state.basis
                grounds_[name] = Ground(name, basis[0].verified if basis else "recall")
        found = _keep(memory, names, tuple(grounds_.values()))
    return found  # type: ignore[no-any-return]


def remembered(law: Law, key: tuple[object, ...], make: Callable[..., Any], *args: object) -> Any:
    """Return what ``make(*args)`` gives, made once for a law and a key: an answer of the law, not one on a case."""
    memory = _asked.get(id(law))
    if memory is None:
        memory = _open(_asked, law)
    found = memory.get(key)
    if found is None:
        found = _keep(memory, key, make(*args))
    return found


def by_fields(*names: str) -> Callable[[Check], Check]:
    """Mark a check whose answer depends on the law and these fields alone: each of their values is answered once.

    For fields of few values (truth values, words, a small number, the region), so that the answers are a table.
    """
    from operator import attrgetter

    get = attrgetter("path", *names)

    def marked(check: Check) -> Check:
        def asked(rule: Rule, law: Law, case: Case) -> Finding:
            key = (rule.number, get(case))
            memory = _told.get(id(law))
            if memory is None:
                memory = _open(_told, law)
            found = memory.get(key)
            if found is None:
                found = _keep(memory, key, check(rule, law, case))
            return found

        return asked

    return marked


def in_force(law: Law, instrument: str) -> bool:
    """Whether an instrument is law on that day, as known on the day of knowledge."""
    return remembered(law, ("in force", instrument), _is_law, law, instrument)  # type: ignore[no-any-return]


def _is_law(law: Law, instrument: str) -> bool:
    return law.instrument(instrument).state == "in_force"


def in_aceh(case: Case) -> bool:
    """Whether a case is of Aceh."""
    return case.region is not None and case.region.partition(".")[0] == "11"


def letter(name: str) -> tuple[str, str]:
    """Return the places of a letter of Pasal 7 that kept its name when the pasal was split in 2016."""
    return f"{PILKADA}/huruf-{name}", f"{PILKADA}/ayat-2/huruf-{name}"


def together(*parts: Basis) -> Basis:
    """Return grounds without repetition; what was verified in two ways counts as the weaker."""
    found: dict[str, Ground] = {}
    for part in parts:
        for ground in part:
            held = found.get(ground.ref)
            if held is None or (
                held.verified != ground.verified and weakest([held.verified, ground.verified]) != held.verified
            ):
                found[ground.ref] = ground
    return tuple(found.values())


def tell(
    rule: Rule,
    case: CandidateCase,
    outcome: str,
    message: Text | Said,
    fact: dict[str, object] | None = None,
    basis: Basis = (),
    *,
    field: str = "",
    needs: tuple[str, ...] = (),
    readings: tuple[tuple[str, Text], ...] = (),
    practice: Text | None = None,
) -> Finding:
    """Return the finding of a rule on one candidate; names of fields say where the candidate stands."""
    path = case.path
    if path:
        field = path + field if field else ""
        needs = tuple([path + name for name in needs])
    return made(
        f"{_SEVERITY[outcome]}{rule.number}",
        message,
        fact or {},
        basis,
        None,
        None,
        field,
        None,
        rule.code,
        outcome,
        needs,
        readings,
        practice,
    )


def lack(
    rule: Rule, case: CandidateCase, needs: Iterable[str], fact: dict[str, object] | None = None, basis: Basis = ()
) -> Finding:
    """Return the finding that a rule lacks inputs, naming them."""
    names = tuple(dict.fromkeys(needs))
    return tell(
        rule,
        case,
        "undetermined",
        Said(_say_lack, case.path, names),
        fact,
        basis,
        field=names[0] if names else "",
        needs=names,
    )


_texts: dict[str, Text] = {}


def _say_lack(lang: str, path: str, names: tuple[str, ...]) -> str:
    if not _texts:
        _texts.update({item.name: item.text for item in fields("candidate")})
    shown = "; ".join(f"{path}{name} ({_texts[name][lang]})" if name in _texts else path + name for name in names)
    return f"Belum dapat ditentukan tanpa: {shown}" if lang == "id" else f"Cannot be decided without: {shown}"


def absent(rule: Rule, case: CandidateCase, law: Law, value: Value, basis: Basis = ()) -> Finding:
    """Return the finding that the law of the day has no such condition, or that a missing input decides it."""
    if value.state == "unknown":
        needs = ["running_for" if name == "office" and case.office else name for name in value.needs]
        return lack(rule, case, needs, {}, basis)
    return aside(rule, case, Said(_say_none, law.on, value.state), basis)


def _say_none(lang: str, on: str, state: str) -> str:
    day = day_text(on, lang)
    if lang == "id":
        return f"Hukum pada {day} {'belum' if state == 'not_yet' else 'tidak lagi'} mengaturnya"
    return f"The law of {day} had no such condition{' yet' if state == 'not_yet' else ' any more'}"


def aside(rule: Rule, case: CandidateCase, message: Text | Said, basis: Basis = ()) -> Finding:
    """Return the finding that a rule does not apply."""
    return tell(rule, case, "not_applicable", message, {}, basis)


def months_later(day: str, months: int) -> str:
    """Return the same day so many months later, as ISO text; the last day of the month where there is no such day.

    >>> months_later("1994-09-22", 360)
    '2024-09-22'
    """
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 + months, 12)
    date = day[8:]
    if date > "28":
        last = month_length(year, month + 1)
        if int(date) > last:
            date = str(last)
    return f"{year:04}{_MONTHS[month]}{date}"


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month, 1 to 12."""
    return 29 if month == 2 and year % 4 == 0 and (year % 100 or year % 400 == 0) else _LAST[month - 1]


#: The months as a date writes them, and their last days.
_MONTHS = tuple(f"-{number:02}-" for number in range(1, 13))
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
