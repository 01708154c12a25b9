"""Terms of office served, and the bar on former heads as deputies (Pasal 7 ayat (2) huruf n and o; Pasal 162).

A term counts once half of it was served, definitively or as acting head, from the real exercise of the office
(MK 22/PUU-VII/2009, 67/PUU-XVIII/2020, 2/PUU-XXI/2023, 129/PUU-XXII/2024). What was known when matters: on the day
the pairs of 2024 were determined the KPU's regulation still counted from inauguration.
"""

from __future__ import annotations

import math
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

import attrs

from electlaw.acts import Text
from electlaw.findings import Said
from electlaw.rules.asking import (
    PILKADA,
    absent,
    aside,
    ask,
    by_fields,
    lack,
    month_length,
    months_later,
    places,
    remembered,
    tell,
    together,
)
from electlaw.rules.candidate_cases import CandidateCase, Service
from electlaw.rules.engine import Rule, register

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value
    from electlaw.rules.asking import Basis
    from electlaw.rules.cases import Case

__all__ = ["FORMER_HEAD", "TERMS", "Term", "terms_of"]

#: What counts as one office: regent and mayor are, and so are their deputies.
_ONE = {"mayor": "regent", "deputy-mayor": "deputy-regent"}

_KPU_2024 = Text(
    "PKPU 8/2024 counted from inauguration and KPU determined candidates by it; the Constitutional Court counts the "
    "real exercise of the office, acting service included (2/PUU-XXI/2023, 129/PUU-XXII/2024): in February 2025 it "
    "struck out three whom KPU had let in (Kutai Kartanegara, Bengkulu Selatan, Tasikmalaya) and let in one whom KPU "
    "had refused (Empat Lawang)",
    "PKPU 8/2024 menghitung sejak pelantikan dan KPU menetapkan calon menurut itu; Mahkamah Konstitusi menghitung "
    "jabatan yang nyata dijalankan, termasuk sebagai pelaksana tugas (2/PUU-XXI/2023, 129/PUU-XXII/2024): pada "
    "Februari 2025 tiga calon yang diloloskan KPU didiskualifikasi (Kutai Kartanegara, Bengkulu Selatan, Tasikmalaya) "
    "dan satu yang ditolak KPU diikutsertakan (Empat Lawang)",
)
_KPU_THEN = Text(
    "PKPU 8/2024 counts from inauguration; ruling 2/PUU-XXI/2023 says that acting and definitive service count alike",
    "PKPU 8/2024 menghitung sejak pelantikan; putusan 2/PUU-XXI/2023 menyatakan jabatan sementara dan definitif sama",
)


def one_office(office: str) -> str:
    """Return the office an office is counted with."""
    return _ONE.get(office, office)


@attrs.frozen
class Term:
    """What a person served of one term of one office."""

    services: tuple[tuple[int, Service], ...]

    @property
    def region(self) -> str | None:
        """The region served."""
        return self.services[0][1].region


def _begin(service: Service) -> str | None:
    return service.start or service.inaugurated


def terms_of(services: tuple[Service, ...], office: str) -> tuple[Term, ...]:
    """Sort services in an office into terms.

    A label says which belong together. Without labels an elected service opens a term; what was served as acting head
    or successor before it, within five years in the same region, is one other term.
    """
    wanted = one_office(office)
    chosen = [pair for pair in enumerate(services) if one_office(pair[1].office or "") == wanted]
    if len(chosen) > 1:
        chosen.sort(key=lambda pair: _begin(pair[1]) or "")
    groups: list[list[tuple[int, Service]]] = []
    for index, item in chosen:
        home = next((group for group in reversed(groups) if _belongs(group, item)), None)
        if home is None:
            groups.append([(index, item)])
        else:
            home.append((index, item))
    return tuple(Term(tuple(group)) for group in groups)


def _belongs(group: list[tuple[int, Service]], item: Service) -> bool:
    first = group[0][1]
    if first.region != item.region:
        return False
    if first.term is not None or item.term is not None:
        return first.term == item.term
    begun, begins = _begin(first), _begin(item)
    if begun is None or begins is None or item.capacity in ("elected", None):
        return False
    return first.capacity not in ("elected", None) and begins < months_later(begun, 60)


# -- measuring ------------------------------------------------------------------------------------------


@attrs.frozen
class _Way:
    """How service is counted: from which day, and whether acting service counts."""

    start: str
    acting: bool

    def said(self) -> Text:
        """Return the way in words."""
        en = "from inauguration" if self.start == "inauguration" else "from the real exercise of the office"
        id = "sejak pelantikan" if self.start == "inauguration" else "sejak jabatan nyata dijalankan"
        if not self.acting:
            en, id = f"{en}, acting service left out", f"{id}, tanpa masa penjabat"
        return Text(en, id)


@attrs.frozen
class _Served:
    """Whether a term counts: yes, no, or open for lack of inputs."""

    counts: bool | None
    months: int
    days: int
    needs: tuple[str, ...] = ()


def _between(start: str, end: str) -> tuple[int, int]:
    """Return the whole months and further days from one day to another."""
    year, month = int(end[:4]), int(end[5:7])
    months = (year - int(start[:4])) * 12 + month - int(start[5:7])
    first, last = int(start[8:]), int(end[8:])
    if last >= first:
        return months, last - first
    if last == month_length(year, month):
        return months, 0
    before = month_length(year, month - 1) if month > 1 else 31
    return months - 1, max(before - first, 0) + last


def _measure(case: CandidateCase, term: Term, way: _Way, half: int) -> _Served:
    spans: list[tuple[str, str]] = []
    needs: list[str] = []
    open_end = False
    for index, item in term.services:
        at = f"services[{index}]."
        start = _start(item, way)
        if start == "":
            continue
        if start is None:
            needs.append(f"{at}inaugurated" if way.start == "inauguration" else f"{at}start")
            continue
        end = item.until or case.term_end or case.inauguration
        if way.start == "inauguration" and item.formally_until is not None:
            end = item.formally_until
        if end is None:
            end, open_end = max(start, case.determined or case.registered or start), True
            needs.append(f"{at}until")
        if end < start:
            return _Served(None, 0, 0, (f"{at}start", f"{at}until"))
        spans.append((start, end))
    months, days = _total(spans)
    if spans and months >= half:
        return _Served(True, months, days)
    if needs and (open_end or any(not name.endswith("until") for name in needs)):
        return _Served(None, months, days, tuple(needs))
    return _Served(False, months, days)


def _start(item: Service, way: _Way) -> str | None:
    """Return the first day counted, an empty text if the service does not count, None if the case does not tell."""
    acting = item.capacity == "acting"
    if acting and not way.acting:
        return ""
    if way.start == "inauguration":
        return item.inaugurated or ("" if acting else None if item.start is None else _unsworn(item))
    return item.start or item.inaugurated


def _unsworn(item: Service) -> str | None:
    """Return the start of an elected head, who takes office by inauguration; a successor need not have."""
    return item.start if item.capacity in ("elected", None) else None


def _total(spans: list[tuple[str, str]]) -> tuple[int, int]:
    """Return the months and days of some spans; spans that touch are one, days of spans apart make months of 30."""
    if len(spans) == 1:
        return _between(*spans[0])
    merged: list[tuple[str, str]] = []
    for start, end in sorted(spans):
        if merged:
            following = (date.fromisoformat(merged[-1][1]) + timedelta(days=1)).isoformat()
            if start <= following:
                merged[-1] = (merged[-1][0], max(merged[-1][1], end))
                continue
        merged.append((start, end))
    months = days = 0
    for start, end in merged:
        more, left = _between(start, end)
        months, days = months + more, days + left
    return (months, days) if len(merged) == 1 else (months + days // 30, days % 30)


# -- the rule -------------------------------------------------------------------------------------------


@attrs.frozen
class _Norm:
    """The law on terms for one office on one day."""

    most: Value
    limit: int
    #: How service is counted, or the ways between which the law of the day had not settled.
    ways: tuple[_Way, ...]
    start: Value
    #: Months of service from which a term counts; where the law of the day does not say, the least and the most.
    enough: tuple[int, ...]
    basis: Basis


def _norm(law: Law, office: str, region: str | None) -> _Norm:
    most, b1 = ask(law, "term.max", ("office", office), ("region", region))
    start, b2 = ask(law, "term.count_start")
    acting, b3 = ask(law, "term.acting_counts")
    share, b4 = ask(law, "term.count_min")
    length, _ = ask(law, "term.length", ("office", office), ("region", region))
    _, b5 = ask(law, "term.same_office")
    starts = [str(start.value)] if start.state == "set" else ["inauguration", "real_exercise"]
    counts = [bool(acting.value)] if acting.state == "set" else [True, False]
    ways = tuple(_Way(first, count) for first in starts for count in counts)
    here = places(law, "uu-1-2015/pasal-7/ayat-2/huruf-n", "uu-1-2015/pasal-7/huruf-n")
    limit = int(most.stated) if most.state == "set" else 0
    return _Norm(most, limit, ways, start, _enough(share, length), together(b1, b2, b3, b4, b5, here))


def _terms(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    office = case.sought
    if office is None:
        return lack(rule, case, ["region"] if case.office is None else ["running_for"])
    norm: _Norm = remembered(law, ("terms", office, case.region), _norm, law, office, case.region)
    if norm.most.state != "set":
        return absent(rule, case, law, norm.most, norm.basis)
    if case.services is None:
        return lack(rule, case, ["services"], {"limit": norm.limit}, norm.basis)
    vague = [f"services[{index}].office" for index, item in enumerate(case.services) if item.office is None]
    if vague:
        return lack(rule, case, vague, {"limit": norm.limit}, norm.basis)
    if any(item.capacity == "definitive" for item in case.services):
        return _either(rule, law, case)
    terms = terms_of(case.services, office)
    found = [(way, _count(case, terms, way, months)) for way in norm.ways for months in norm.enough]
    return _conclude(rule, case, norm, terms, found)


#: So many services whose capacity is open are read both ways; beyond it is asked at once.
_MOST_READINGS = 6


def _either(rule: Rule, law: Law, case: CandidateCase) -> Finding:
    """Answer where a service is only said to be definitive: by election it opens a term, as successor it goes on.

    The two are apart only where acting service in the same office and region came before it, within one term.
    """
    services = case.services or ()
    open_ = [index for index, item in enumerate(services) if item.capacity == "definitive"]
    unclear = [index for index in open_ if _follows_acting(services, services[index])]
    found = [
        _terms(rule, law, attrs.evolve(case, services=_read(services, open_, dict(zip(unclear, chosen, strict=False)))))
        for chosen in product(("elected", "successor"), repeat=min(len(unclear), _MOST_READINGS))
    ]
    if len(unclear) <= _MOST_READINGS and len({item.outcome for item in found}) == 1:
        return found[0]
    needs = [f"services[{index}].capacity" for index in unclear]
    return lack(rule, case, needs, {"limit": found[0].fact.get("limit")}, found[0].basis)


def _read(services: tuple[Service, ...], open_: list[int], chosen: dict[int, str]) -> tuple[Service, ...]:
    """Return the services with a capacity for those that are only definitive: the one chosen, else elected."""
    return tuple(
        attrs.evolve(item, capacity=chosen.get(index, "elected")) if index in open_ else item
        for index, item in enumerate(services)
    )


def _follows_acting(services: tuple[Service, ...], item: Service) -> bool:
    begins = _begin(item)
    return item.term is None and any(
        other.capacity == "acting" and _belongs([(0, other)], attrs.evolve(item, capacity="successor"))
        for other in services
        if begins is not None and (_begin(other) or "9") <= begins
    )


#: More months than anybody serves, for a term of which the law of the day does not say how long it is.
_ENDLESS = 12_000


def _enough(share: Value, length: Value) -> tuple[int, ...]:
    """Return the months of service from which a term counts: any and all of it where the law does not say."""
    whole = Fraction(length.stated) * 12 if length.state == "set" else None
    if share.state != "set" or whole is None:
        return 0, _ENDLESS if whole is None else math.ceil(whole)
    assert isinstance(share.value, Fraction)
    return (math.ceil(share.value * whole),)


def _count(case: CandidateCase, terms: tuple[Term, ...], way: _Way, half: int) -> list[tuple[Term, _Served]]:
    return [(term, _measure(case, term, way, half)) for term in terms]


def _outcome(limit: int, served: list[tuple[Term, _Served]]) -> tuple[str, int, int]:
    """Return the outcome with the number of terms that surely and that perhaps count."""
    counts = [item.counts for _, item in served]
    sure, perhaps = counts.count(True), counts.count(None)
    outcome = "fail" if sure >= limit else "undetermined" if sure + perhaps >= limit else "pass"
    return outcome, sure, perhaps


_UNCOUNTED = Text("How the terms are counted was not yet settled", "Cara menghitung masa jabatan belum diputus")
_UNMEASURED = Text(
    "How much of a term counts as one the law of that day does not say",
    "Berapa lama menjabat yang dihitung satu masa jabatan tidak diatur hukum pada hari itu",
)
_PARTS = (
    Text("any part of a term counts", "sebagian pun dihitung satu masa jabatan"),
    Text("only a whole term counts", "hanya masa jabatan penuh yang dihitung"),
)


def _conclude(
    rule: Rule,
    case: CandidateCase,
    norm: _Norm,
    terms: tuple[Term, ...],
    found: list[tuple[_Way, list[tuple[Term, _Served]]]],
) -> Finding:
    limit, basis = norm.limit, norm.basis
    ends = [_outcome(limit, served) for _, served in found]
    _, served = found[0]
    outcome, sure, _ = ends[0]
    fact: dict[str, object] = {
        "limit": limit,
        "measured": sure,
        "half_months": norm.enough[0] if len(norm.enough) == 1 else None,
        "terms": [
            {"region": term.region, "months": item.months, "days": item.days, "counts": item.counts}
            for term, item in served
        ],
    }
    if any(end[0] != outcome for end in ends):
        unsaid = len(norm.enough) > 1
        ways = [part if unsaid else way.said() for way in norm.ways for part in _PARTS[: len(norm.enough)]]
        readings = tuple(dict.fromkeys((end[0], said) for end, said in zip(ends, ways, strict=True)))
        text = _UNMEASURED if unsaid else _UNCOUNTED
        return tell(rule, case, "undetermined", text, fact, basis, field="services", readings=readings)
    if outcome == "undetermined":
        needs = [name for _, item in served if item.counts is None for name in item.needs]
        return lack(rule, case, needs, fact, basis)
    readings, practice = _told_apart(case, norm, terms, outcome)
    return tell(
        rule,
        case,
        outcome,
        Said(_say_terms, limit, sure, [(item.months, item.days) for _, item in served]),
        fact,
        basis,
        field="services",
        readings=readings,
        practice=practice,
    )


def _told_apart(
    case: CandidateCase, norm: _Norm, terms: tuple[Term, ...], outcome: str
) -> tuple[tuple[tuple[str, Text], ...], Text | None]:
    """Return the other way of counting, where authorities went apart and it would have led elsewhere."""
    start = norm.start
    if start.state != "set" or len(terms) < norm.limit or len(norm.enough) > 1:
        return (), None
    other = _Way("inauguration" if start.value == "real_exercise" else "real_exercise", True)
    elsewhere = _outcome(norm.limit, _count(case, terms, other, norm.enough[0]))[0]
    if elsewhere == outcome:
        return (), None
    own = _Way(str(start.value), True)
    return (
        (outcome, own.said()),
        (elsewhere, other.said()),
    ), _KPU_2024 if start.value == "real_exercise" else _KPU_THEN


def _say_terms(lang: str, limit: int, sure: int, spans: list[tuple[int, int]]) -> str:
    if lang == "id":
        parts = [f"{months // 12} tahun {months % 12} bulan {days} hari" for months, days in spans]
        told = f" ({'; '.join(parts)})" if parts else ""
        return f"Telah menjabat {sure} masa jabatan dalam jabatan yang sama{told}; harus kurang dari {limit}"
    parts = [f"{months // 12} years {months % 12} months {days} days" for months, days in spans]
    told = f" ({'; '.join(parts)})" if parts else ""
    return f"{sure} terms served in the same office{told}; must be fewer than {limit}"


TERMS = Rule(
    code="candidate.terms",
    number=616,
    family="terms",
    title=Text("Terms served", "Masa jabatan yang telah dijalani"),
    about=Text(
        "Whether fewer than two terms were served in the same office. Two and a half years count as a term, to the "
        "day; acting service counts; from the real exercise of the office, which suspension ends (Empat Lawang 2024). "
        "Head and deputy are apart, regent and mayor one office, in whatever region",
        "Apakah kurang dari dua masa jabatan dalam jabatan yang sama. Dua setengah tahun dihitung satu masa jabatan, "
        "tepat pada harinya; masa penjabat dihitung; sejak jabatan nyata dijalankan. Kepala daerah dan wakil "
        "terpisah, bupati dan wali kota satu jabatan, di daerah mana pun",
    ),
    basis=(
        f"{PILKADA}/huruf-n",
        f"{PILKADA}/ayat-2/huruf-n",
        "uu-1-2015/pasal-162/ayat-1",
        "uu-1-2015/pasal-162/ayat-2",
        "uu-11-2006/pasal-65/ayat-2",
        "mk-22-puu-vii-2009",
        "mk-67-puu-xviii-2020",
        "mk-2-puu-xxi-2023",
        "mk-129-puu-xxii-2024",
    ),
    keys=("term.max", "term.length", "term.count_min", "term.count_start", "term.acting_counts", "term.same_office"),
    case=CandidateCase,
    check=_terms,
    inputs=("services",),
    practice=_KPU_2024,
)


# -- former heads as deputies ---------------------------------------------------------------------------


_DEPUTIES = Text("Only candidates for deputy are asked", "Hanya bagi calon wakil")


@by_fields()
def _not_deputy(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    return aside(rule, case, _DEPUTIES, ask(law, "candidate.former_head_as_deputy_bar")[1])


def _former_head(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, CandidateCase)
    bar, basis = ask(law, "candidate.former_head_as_deputy_bar")
    if bar.state != "set":
        return absent(rule, case, law, bar, basis)
    if case.running_for is None:
        return lack(rule, case, ["running_for"], {}, basis)
    if case.running_for == "head":
        return _not_deputy(rule, law, case)
    lacks = [name for name in ("services", "office") if getattr(case, name) is None]
    if lacks:
        return lack(rule, case, ["region" if name == "office" else name for name in lacks], {}, basis)
    here = bar.value == "same_region"
    kind = one_office(str(case.office))
    held = [
        (index, item)
        for index, item in enumerate(case.services or ())
        if item.capacity != "acting" and item.office is not None and one_office(item.office) == kind
    ]
    unclear = [f"services[{index}].region" for index, item in held if here and item.region is None]
    barring = [item for _, item in held if not here or item.region == case.region]
    fact: dict[str, object] = {"bar": bar.stated, "held": len(barring)}
    if here and case.region is None and held:
        return lack(rule, case, ["region"], fact, basis)
    if barring:
        text = (
            Text(
                "Was head of the same region; a former head may not be its deputy",
                "Pernah menjadi kepala daerah di daerah yang sama; mantan kepala daerah tidak boleh menjadi wakilnya",
            )
            if here
            else Text(
                "Was head of a region; a former head may not run for deputy",
                "Pernah menjadi kepala daerah; mantan kepala daerah tidak boleh menjadi calon wakil",
            )
        )
        return tell(rule, case, "fail", text, fact, basis, field="services")
    if unclear:
        return lack(rule, case, unclear, fact, basis)
    text = (
        Text("Never head of that region", "Belum pernah menjadi kepala daerah di daerah itu")
        if here
        else Text("Never head of a region", "Belum pernah menjadi kepala daerah")
    )
    return tell(rule, case, "pass", text, fact, basis, field="services")


FORMER_HEAD = Rule(
    code="candidate.former_head",
    number=617,
    family="terms",
    title=Text("No former head as deputy", "Mantan kepala daerah sebagai calon wakil"),
    about=Text(
        "Whether a candidate for deputy was never head of the same kind: anywhere from 18 March 2015, in the same "
        "region since 1 July 2016. Acting heads were not heads",
        "Apakah calon wakil belum pernah menjadi kepala daerah sejenis: di mana pun sejak 18 Maret 2015, di daerah "
        "yang sama sejak 1 Juli 2016. Penjabat bukan kepala daerah definitif",
    ),
    basis=(f"{PILKADA}/huruf-o", f"{PILKADA}/ayat-2/huruf-o"),
    keys=("candidate.former_head_as_deputy_bar",),
    case=CandidateCase,
    check=_former_head,
    inputs=("services",),
)

register(TERMS, FORMER_HEAD)
