"""Independent pairs: number and spread of supporters, the hand-over, who may support (Pasal 41, 48)."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.catalog import day_text
from electlaw.findings import Said
from electlaw.rules.cases import Case, IndependentCase, SupporterCase
from electlaw.rules.days import back_from
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.shares import ShareTest, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["HANDOVER", "SPREAD", "SUPPORT", "SUPPORTER"]


def _handover(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, IndependentCase)
    value = law.parameter("independent.handover_latest")
    if value.state != "set":
        return none_set(rule, law, value)
    lacks = [name for name in ("handed_over", "registration_opens") if getattr(case, name) is None]
    fact: dict[str, object] = {"days": int(value.stated)}
    if case.registration_opens is not None:
        fact["latest"] = back_from(law, value, case.registration_opens)
    if lacks:
        return missing(rule, case, lacks, fact, grounds(value))
    assert case.handed_over is not None
    latest = str(fact["latest"])
    fact["measured"] = case.handed_over
    met = case.handed_over <= latest
    return answer(
        rule, "pass" if met else "fail", Said(_say_handover, case.handed_over, latest, value.stated), fact,
        grounds(value), field="handed_over",
    )  # fmt: skip


def _say_handover(lang: str, handed: str, latest: str, days: str) -> str:
    on, end = day_text(handed, lang), day_text(latest, lang)
    if lang == "id":
        return f"Dukungan diserahkan {on}; paling lambat {end} ({days} hari sebelum pendaftaran dibuka)"
    return f"Support handed over on {on}; {end} at the latest ({days} days before registration opens)"


# -- one supporter --------------------------------------------------------------------------------------

#: What each word of `independent.supporter_document` takes.
_DOCUMENTS = {
    "e_ktp": ("e_ktp",),
    "e_ktp_or_letter": ("e_ktp", "letter"),
    "e_ktp_or_other_identity": ("e_ktp", "other_identity", "letter"),
}


def _supporter(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SupporterCase)
    subject = {name: value for name, value in (("office", case.office), ("region", case.region)) if value}
    residence, roll, paper, pairs = (
        law.parameter(f"independent.{name}", **subject)
        for name in ("supporter_residence", "supporter_roll", "supporter_document", "supports_per_person_max")
    )
    checks = (
        (residence, "residence_years", _resident(residence, case)),
        (roll, "in_dpt" if roll.value == "named_in_dpt" else "eligible", _on_roll(roll, case)),
        (paper, "document", _proved(paper, case)),
        (pairs, "pairs_supported", _single(pairs, case)),
    )
    asked = [item for item in checks if item[0].state == "set"]
    if not asked:
        return none_set(rule, law, pairs)
    failed = [(value, name) for value, name, met in asked if met is False]
    open_ones = [name for _, name, met in asked if met is None]
    fact: dict[str, object] = {value.key: value.stated for value, _, _ in asked}
    if failed:
        basis = grounds(*(value for value, _ in failed))
        names = tuple(name for _, name in failed)
        return answer(rule, "fail", Said(_say_supporter, names), fact, basis, field=names[0])
    basis = grounds(*(value for value, _, _ in asked))
    if open_ones:
        return missing(rule, case, open_ones, fact, basis)
    return answer(rule, "pass", Said(_say_supporter, ()), fact, basis)


def _resident(value: Value, case: SupporterCase) -> bool | None:
    return None if case.residence_years is None else case.residence_years >= int(value.stated or 0)


def _on_roll(value: Value, case: SupporterCase) -> bool | None:
    return case.in_dpt if value.value == "named_in_dpt" else case.eligible


def _proved(value: Value, case: SupporterCase) -> bool | None:
    return None if case.document is None else case.document in _DOCUMENTS.get(value.stated, (case.document,))


def _single(value: Value, case: SupporterCase) -> bool | None:
    return None if case.pairs_supported is None else case.pairs_supported <= int(value.stated or 1)


_FAULTS = {
    "residence_years": Text("has not lived there long enough", "belum cukup lama berdomisili"),
    "in_dpt": Text("is not named in the voter list", "tidak tercantum dalam DPT"),
    "eligible": Text("is no inhabitant with the right to vote", "bukan penduduk yang mempunyai hak pilih"),
    "document": Text("shows no document the law takes", "tidak menunjukkan bukti yang diterima undang-undang"),
    "pairs_supported": Text("backs more than one pair", "mendukung lebih dari satu pasangan"),
}


def _say_supporter(lang: str, faults: tuple[str, ...]) -> str:
    if not faults:
        return "Dukungan sah" if lang == "id" else "The support is valid"
    listed = "; ".join(_FAULTS[name][lang] for name in faults)
    return f"Dukungan tidak sah: pendukung {listed}" if lang == "id" else f"The support is void: the supporter {listed}"


SUPPORT = Rule(
    code="independent.support", number=511, family="independents",
    title=Text("Number of supporters", "Jumlah dukungan"),
    about=Text(
        "Whether the valid supporters reach the share of the population (until MK 60/PUU-XIII/2015, and in Aceh) or of "
        "the voters on the list of the latest election, rounded up to a whole person; the upper edge of a bracket "
        "belongs to it",
        "Apakah dukungan sah mencapai persentase jumlah penduduk (sampai putusan MK 60/PUU-XIII/2015, dan di Aceh) "
        "atau jumlah pemilih dalam DPT terakhir, dibulatkan ke atas; batas atas kelompok termasuk kelompok itu",
    ),
    basis=("uu-1-2015/pasal-41/ayat-1", "uu-1-2015/pasal-41/ayat-2", "mk-60-puu-xiii-2015",
           "uu-11-2006/pasal-68/ayat-1"),
    keys=("independent.support_share", "independent.support_base", "independent.support_rounding"),
    case=IndependentCase, check=judge, inputs=("supporters", "population", "electorate"),
    test=ShareTest(
        key="independent.support_share", measure="supporters",
        bases={"dpt_latest_election": "electorate", "population": "population"},
        brackets=("electorate", "population"), noun=Text("Supporters", "Dukungan"),
        within=(("supporters", "population"), ("supporters", "electorate")),
    ),
)  # fmt: skip

SPREAD = Rule(
    code="independent.spread", number=512, family="independents",
    title=Text("Spread of supporters", "Sebaran dukungan"),
    about=Text(
        "Whether there is support in more than half of the areas: 11 of 20, 11 of 21; in Aceh in at least half",
        "Apakah dukungan tersebar di lebih dari separuh wilayah: 11 dari 20, 11 dari 21; di Aceh paling sedikit "
        "separuh",
    ),
    basis=("uu-1-2015/pasal-41/ayat-1/huruf-e", "uu-1-2015/pasal-41/ayat-2/huruf-e", "uu-11-2006/pasal-68/ayat-1"),
    keys=("independent.spread", "independent.spread_count"),
    case=IndependentCase, check=judge, inputs=("districts_covered", "districts"),
    test=ShareTest(
        key="independent.spread", measure="districts_covered", bases={"": "districts"},
        within=(("districts_covered", "districts"),),
        noun=Text("Areas with support", "Wilayah dengan dukungan"), base_noun=Text("the areas", "jumlah wilayah"),
    ),
)  # fmt: skip

HANDOVER = Rule(
    code="independent.handover", number=513, family="independents",
    title=Text("Hand-over of the support", "Penyerahan dukungan"),
    about=Text("Whether the support was handed over early enough before registration opens",
               "Apakah dukungan diserahkan cukup awal sebelum pendaftaran dibuka"),
    basis=("uu-1-2015/pasal-48/ayat-2",), keys=("independent.handover_latest", "calendar.day_meaning"),
    case=IndependentCase, check=_handover, inputs=("handed_over", "registration_opens"),
)  # fmt: skip

SUPPORTER = Rule(
    code="independent.supporter", number=514, family="independents",
    title=Text("Who may support", "Syarat pendukung"),
    about=Text("Whether one supporter counts: residence, voter list, document, one pair only",
               "Apakah satu pendukung dihitung: domisili, daftar pemilih, bukti, satu pasangan saja"),
    basis=("uu-1-2015/pasal-41/ayat-3", "uu-1-2015/pasal-41/ayat-4", "mk-54-puu-xiv-2016"),
    keys=("independent.supports_per_person_max", "independent.supporter_residence", "independent.supporter_roll",
          "independent.supporter_document"),
    case=SupporterCase, check=_supporter,
)  # fmt: skip

register(SUPPORT, SPREAD, HANDOVER, SUPPORTER)
