"""Conditions of candidates: age and schooling, and whether the days of a case can be right (Pasal 7; UU 11/2006).

The other conditions of this family are in `conditions` and `standing`.
"""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Said
from electlaw.rules.asking import (
    ACEH,
    absent,
    ask,
    by_fields,
    in_aceh,
    in_force,
    lack,
    letter,
    months_later,
    places,
    remembered,
    tell,
    together,
)
from electlaw.rules.candidate_cases import SCHOOLING, CandidateCase
from electlaw.rules.engine import Rule, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.asking import Basis
    from electlaw.rules.cases import Case

__all__ = ["AGE", "DATES", "SCHOOL"]

# -- days that contradict each other --------------------------------------------------------------------


_IN_ORDER = Text("No two days contradict each other", "Tidak ada tanggal yang bertentangan")


def _dates(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    clashes = tuple(_clashes(case))
    if not clashes:
        return _in_order(rule, law, case)
    names = tuple(dict.fromkeys(name for clash in clashes for name in (clash[0], clash[2])))
    fact: dict[str, object] = {
        "contradictions": [{case.path + a: first, case.path + b: second} for a, first, b, second in clashes]
    }
    return tell(rule, case, "undetermined", Said(_say_dates, case.path, clashes), fact, field=names[0], needs=names)


@by_fields()
def _in_order(rule: Rule, law: Law, case: Case) -> Finding:
    del law
    assert isinstance(case, CandidateCase)
    return tell(rule, case, "pass", _IN_ORDER)


#: Fields of which the first must not be later than the second: of the case, of a conviction, of a service.
_CASE_DAYS = (
    ("registered", "determined"),
    ("determined", "inauguration"),
    ("determined", "elected_determined"),
    ("campaign_from", "campaign_until"),
    ("leave_from", "leave_until"),
)
_CONVICTION_DAYS = ("final", "released", "over")
_SERVICE_DAYS = (
    ("start", "until"),
    ("start", "inaugurated"),
    ("inaugurated", "until"),
    ("until", "formally_until"),
)
_BIRTH = ("registered", "determined")


def _clashes(case: CandidateCase) -> list[tuple[str, str, str, str]]:
    """Return the pairs of days that cannot both be right: field and day of the first, field and day of the second."""
    found: list[tuple[str, str, str, str]] = []
    _disordered(case, "", _CASE_DAYS, found)
    for index, item in enumerate(case.convictions or ()):
        at = f"convictions[{index}]."
        _unborn(case.born, item, at, _CONVICTION_DAYS, found)
        if not item.conditional:
            _disordered(item, at, (("released", "over"),), found)
    for index, service in enumerate(case.services or ()):
        at = f"services[{index}]."
        _unborn(case.born, service, at, ("start", "inaugurated"), found)
        _disordered(service, at, _SERVICE_DAYS, found)
    _unborn(case.born, case, "", _BIRTH, found)
    return found


def _disordered(
    item: object, at: str, pairs: tuple[tuple[str, str], ...], found: list[tuple[str, str, str, str]]
) -> None:
    for a, b in pairs:
        first, second = getattr(item, a), getattr(item, b)
        if first is not None and second is not None and second < first:
            found.append((at + a, first, at + b, second))


def _unborn(
    born: str | None, item: object, at: str, names: tuple[str, ...], found: list[tuple[str, str, str, str]]
) -> None:
    for name in names:
        day = getattr(item, name)
        if born is not None and day is not None and day <= born:
            found.append(("born", born, at + name, day))


def _say_dates(lang: str, path: str, clashes: tuple[tuple[str, str, str, str], ...]) -> str:
    if lang == "id":
        parts = [f"{path}{b} ({second}) mendahului {path}{a} ({first})" for a, first, b, second in clashes]
        return "Tanggal bertentangan: " + "; ".join(parts)
    parts = [f"{path}{b} ({second}) comes before {path}{a} ({first})" for a, first, b, second in clashes]
    return "Days contradict each other: " + "; ".join(parts)


DATES = Rule(
    code="candidate.dates",
    number=600,
    family="eligibility",
    title=Text("Days of the case", "Tanggal dalam perkara"),
    about=Text(
        "Whether the days stated can all be right; two that contradict each other are named",
        "Apakah tanggal yang disebut mungkin benar semuanya; dua yang bertentangan disebut",
    ),
    basis=(),
    keys=(),
    case=CandidateCase,
    check=_dates,
)


# -- age ------------------------------------------------------------------------------------------------

_MA = Text(
    "The Supreme Court (23 P/HUM/2024, 29 May 2024) measured the age at inauguration, testing only the KPU's "
    "regulation; before it, since 2015, and by it until then KPU measured at the determination of pairs",
    "Mahkamah Agung (23 P/HUM/2024, 29 Mei 2024) mengukur usia saat pelantikan, dengan hanya menguji peraturan KPU; "
    "sejak 2015 KPU mengukurnya pada penetapan pasangan calon",
)
_PREVAILS = Text(
    "The Supreme Court (23 P/HUM/2024) read the KPU's regulation as measuring at inauguration; the Constitutional "
    "Court, which alone says what the statute means, held that every condition of Pasal 7 ayat (2) must be met in the "
    "nomination stage that ends with the determination (70/PUU-XXII/2024, 20 August 2024), and PKPU 10/2024 follows it",
    "Mahkamah Agung (23 P/HUM/2024) membaca peraturan KPU sebagai saat pelantikan; Mahkamah Konstitusi, yang "
    "menafsirkan undang-undangnya, menyatakan setiap syarat Pasal 7 ayat (2) harus dipenuhi pada tahap pencalonan "
    "yang berujung penetapan (70/PUU-XXII/2024, 20 Agustus 2024), dan PKPU 10/2024 mengikutinya",
)
_KIP = Text(
    "KIP Aceh kept the age of 30 of UU 11/2006 for all offices in 2024 and said that ruling 70/PUU-XXII/2024 does not "
    "bind Aceh",
    "KIP Aceh pada 2024 tetap memakai usia 30 tahun menurut UU 11/2006 bagi semua jabatan dan menyatakan putusan "
    "70/PUU-XXII/2024 tidak mengikat Aceh",
)
_REFERENCE_FIELDS = {"pair_determination": "determined", "inauguration": "inauguration"}


def _age_norm(law: Law, office: str | None, region: str | None) -> tuple[Value, Value, Basis, bool, bool]:
    """Return the age, its reference, what both rest on, and whether the two courts' rulings are law."""
    least, b1 = ask(law, "candidate.min_age", ("office", office), ("region", region))
    meant, b2 = ask(law, "candidate.age_reference")
    courts = in_force(law, "ma-23-p-hum-2024"), in_force(law, "mk-70-puu-xxii-2024")
    return least, meant, together(b1, b2), *courts


def _age(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    office = case.sought or case.office
    least, meant, basis, supreme, constitutional = remembered(
        law, ("age", office, case.region), _age_norm, law, office, case.region
    )
    if least.state != "set":
        return absent(rule, case, law, least, basis)
    years = int(least.stated)
    if meant.state != "set":
        return _age_open(rule, case, years, basis)
    field = _REFERENCE_FIELDS[str(meant.value)]
    day = getattr(case, field)
    lacks = [name for name in ("born", field) if getattr(case, name) is None]
    fact: dict[str, object] = {"limit": years, "reference": meant.stated}
    if case.born is not None:
        fact["reached"] = months_later(case.born, 12 * years)
    if lacks:
        return _of_age_before(rule, case, years, fact, basis) or lack(rule, case, lacks, fact, basis)
    met = str(fact["reached"]) <= day
    fact |= {"on": day, "measured": _years(str(case.born), day)}
    readings: tuple[tuple[str, Text], ...] = ()
    practice = None
    if field == "inauguration":
        readings, practice = _both_readings(case, str(fact["reached"])), _MA
    elif in_aceh(case):
        practice = _KIP if constitutional else None
    elif supreme:
        practice = _PREVAILS
    return tell(
        rule,
        case,
        "pass" if met else "fail",
        Said(_say_age, day, meant.stated, fact["measured"], years),
        fact,
        basis,
        field="born",
        readings=readings,
        practice=practice,
    )


def _of_age_before(
    rule: Rule, case: CandidateCase, years: int, fact: dict[str, object], basis: Basis
) -> Finding | None:
    """Answer without the day that counts where the age was reached on one before it: both come after registration."""
    for field in ("determined", "registered"):
        day = getattr(case, field)
        if case.born is not None and day is not None and str(fact["reached"]) <= day:
            age = _years(case.born, day)
            said = Said(_say_age, day, _BEFORE[field], age, years)
            return tell(rule, case, "pass", said, fact | {"on": day, "measured": age}, basis, field="born")
    return None


def _years(born: str, day: str) -> int:
    """Return the whole years of age on a day; who was born on 29 February ages on the last day of the month."""
    years = int(day[:4]) - int(born[:4])
    return years - 1 if day[4:] < born[4:] and day < months_later(born, 12 * years) else years


def _both_readings(case: CandidateCase, reached: str) -> tuple[tuple[str, Text], ...]:
    found = []
    for field, en, id in (
        ("inauguration", "inauguration", "pelantikan"),
        ("determined", "determination of pairs", "penetapan pasangan calon"),
    ):
        day = getattr(case, field)
        if day is not None:
            found.append(("pass" if reached <= day else "fail", Text(f"at {en}, {day}", f"pada {id}, {day}")))
    return tuple(found)


def _age_open(rule: Rule, case: CandidateCase, years: int, basis: Basis) -> Finding:
    """Answer before the first determination of pairs: the statute names no day, and there was no practice yet."""
    if case.born is None or (case.registered is None and case.determined is None):
        return lack(
            rule,
            case,
            [name for name in ("born", "determined") if getattr(case, name) is None],
            {"limit": years},
            basis,
        )
    reached = months_later(case.born, 12 * years)
    fact: dict[str, object] = {"limit": years, "reached": reached}
    found = []
    for field, en, id in (
        ("registered", "registration", "pendaftaran"),
        ("determined", "determination of pairs", "penetapan pasangan calon"),
    ):
        day = getattr(case, field)
        if day is not None:
            found.append(("pass" if reached <= day else "fail", Text(f"at {en}, {day}", f"pada {id}, {day}")))
    outcomes = {outcome for outcome, _ in found}
    outcome = outcomes.pop() if len(outcomes) == 1 else "undetermined"
    text = Text(
        f"{years} years are reached on {reached}; the statute does not name the day on which they are needed",
        f"Usia {years} tahun dicapai pada {reached}; undang-undang tidak menyebut hari acuannya",
    )
    return tell(rule, case, outcome, text, fact, basis, field="born", readings=tuple(found))


_REFERENCES = {
    "pair_determination": Text("determination of pairs", "penetapan pasangan calon"),
    "inauguration": Text("inauguration", "pelantikan"),
    "registration": Text("registration", "pendaftaran"),
}
_BEFORE = {"determined": "pair_determination", "registered": "registration"}


def _say_age(lang: str, day: str, reference: str, measured: int, limit: int) -> str:
    at, on = _REFERENCES[reference][lang], day_text(day, lang)
    if lang == "id":
        return f"Usia {measured} tahun pada {at} ({on}); paling rendah {limit} tahun"
    return f"Aged {measured} at the {at} ({on}); at least {limit} needed"


AGE = Rule(
    code="candidate.age",
    number=606,
    family="eligibility",
    title=Text("Age", "Usia"),
    about=Text(
        "Whether the candidate is at least 30 (governor and deputy, and every office in Aceh) or 25 (regent, mayor, "
        "deputies); reached on the birthday itself. Measured at the determination of pairs; by the Supreme Court's "
        "ruling 23 P/HUM/2024, known from 29 May to 19 August 2024, at inauguration",
        "Apakah calon berusia paling rendah 30 tahun (gubernur dan wakil, serta semua jabatan di Aceh) atau 25 tahun "
        "(bupati, wali kota, wakil); dicapai pada hari ulang tahun. Diukur pada penetapan pasangan calon; menurut "
        "putusan MA 23 P/HUM/2024, 29 Mei sampai 19 Agustus 2024, pada pelantikan",
    ),
    basis=(*letter("e"), f"{ACEH}/huruf-e", "ma-23-p-hum-2024", "mk-70-puu-xxii-2024"),
    keys=("candidate.min_age", "candidate.age_reference"),
    case=CandidateCase,
    check=_age,
    inputs=("born",),
    practice=_PREVAILS,
)


# -- schooling ------------------------------------------------------------------------------------------

_SCHOOL_WORDS = {
    "upper_secondary": Text("upper secondary school or its equal", "SLTA atau sederajat"),
    "bachelor": Text("a bachelor's degree or its equal", "sarjana atau setara"),
}


@by_fields("region", "office", "running_for", "schooling", "diploma_genuine")
def _school(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    office = case.sought or case.office
    least, basis = ask(law, "candidate.education_min", ("office", office), ("region", case.region))
    if least.state != "set":
        return absent(rule, case, law, least, basis)
    fact: dict[str, object] = {"limit": least.stated}
    if case.schooling is not None:
        fact["measured"] = case.schooling
    if case.diploma_genuine is False:
        text = Text(
            "The diploma is not genuine; schooling is proved by a certified copy of it",
            "Ijazah tidak asli; pendidikan dibuktikan dengan salinan ijazah yang dilegalisasi",
        )
        basis = together(
            basis, places(law, "uu-1-2015/pasal-45/ayat-2/huruf-d/angka-1", "uu-1-2015/pasal-45/ayat-2/huruf-j")
        )
        return tell(rule, case, "fail", text, fact, basis, field="diploma_genuine")
    if case.schooling is None:
        return lack(rule, case, ["schooling"], fact, basis)
    met = SCHOOLING.index(case.schooling) >= SCHOOLING.index(str(least.value))
    return tell(
        rule, case, "pass" if met else "fail", Said(_say_school, met, least.stated), fact, basis, field="schooling"
    )


def _say_school(lang: str, met: bool, least: str) -> str:
    wanted = _SCHOOL_WORDS[least][lang]
    if lang == "id":
        return f"Pendidikan {'memenuhi' if met else 'di bawah'} syarat paling rendah {wanted}"
    return f"Schooling {'meets' if met else 'is below'} the least the law asks: {wanted}"


SCHOOL = Rule(
    code="candidate.education",
    number=604,
    family="eligibility",
    title=Text("Schooling", "Pendidikan"),
    about=Text(
        "Whether the candidate finished at least upper secondary school or its equal; for governor and deputy in the "
        "provinces of Papua a bachelor's degree (UU 21/2001)",
        "Apakah calon tamat paling rendah SLTA atau sederajat; bagi gubernur dan wakil di provinsi-provinsi Papua "
        "sarjana (UU 21/2001)",
    ),
    basis=(*letter("c"), f"{ACEH}/huruf-d", "uu-21-2001/pasal-12/huruf-c"),
    keys=("candidate.education_min",),
    case=CandidateCase,
    check=_school,
    inputs=("schooling", "diploma_genuine"),
)


register(DATES, SCHOOL, AGE)

import electlaw.rules.conditions  # noqa: E402  (the other rules of this family)
import electlaw.rules.standing  # noqa: E402, F401
