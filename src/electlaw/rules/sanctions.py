"""Penalties of election crimes and administrative sanctions, by the text and the criminal code of the day.

A sentence is measured by the law of the day of the act and by the law of the day of judgment. Where they differ the
newer one governs unless the older favours the offender (Pasal 1 ayat (2) of the old code, Pasal 3 of the code of
2023); where one is milder in one way and harsher in another, and the answer turns on it, both readings are given.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.findings import Ground, Said
from electlaw.rules import consequences as _consequences
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, none_set, register
from electlaw.rules.sanction_cases import SanctionCase
from electlaw.rules.threats import MONTH, Threat, threat
from electlaw.rules.windows import contradiction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

#: Registered by its own module.
CONSEQUENCE = _consequences.CONSEQUENCE

__all__ = ["CONSEQUENCE", "RULES"]

# -- which law ------------------------------------------------------------------------------------------


@attrs.frozen
class _Laws:
    older: Threat
    newer: Threat
    #: ``older``, ``newer``, or ``mixed``; ``same`` where they do not differ.
    governs: str
    basis: tuple[Ground, ...]


def _both(rule: Rule, law: Law, case: SanctionCase) -> _Laws | Finding:
    """Return what the law threatened on the day of the act and on that of judgment, or the finding that ends it."""
    needs = [name for name in ("offence", "acted") if getattr(case, name) is None]
    if needs:
        return missing(rule, case, needs)
    judged = case.judged or law.on
    if str(case.acted) > judged:
        if case.judged is not None:
            return contradiction(rule, case, "acted", "judged")
        text = Text(f"The act ({case.acted}) lies after the day whose law is asked about ({judged})",
                    f"Perbuatan ({case.acted}) terjadi setelah hari yang hukumnya ditanyakan ({judged})")  # fmt: skip
        return answer(rule, "undetermined", text, {}, field="acted", needs=("acted", "judged"))
    name, corporate = str(case.offence), case.offender == "corporation"
    then = _law_of(law, str(case.acted))
    now = _law_of(law, judged)
    older = threat(then, name, corporation=corporate, amount=case.amount)
    newer = threat(now, name, corporation=corporate, amount=case.amount)
    change = grounds(now.parameter("penal.change_of_law"))
    return _Laws(older, newer, _governs(older, newer), change)


def _law_of(law: Law, on: str) -> Law:
    if on == law.on:
        return law
    from electlaw.law import at

    known = max(on, law.known)
    key = (id(law.corpus), on, known)
    found = _laws.get(key)
    if found is None or found.corpus is not law.corpus:
        if len(_laws) > 63:
            _laws.clear()
        found = _laws[key] = at(on, known, corpus=law.corpus)
    return found


#: Laws of other days than the one asked about, kept for the next sentence.
_laws: dict[tuple[int, str, str], Law] = {}


def _governs(older: Threat, newer: Threat) -> str:
    if not newer.punishable:
        return "newer"
    if not older.punishable:
        return "older"
    if (older.prison_min, older.prison_max, older.fine_min, older.fine_max, older.both) == (
        newer.prison_min, newer.prison_max, newer.fine_min, newer.fine_max, newer.both,
    ):  # fmt: skip
        return "same"
    pairs = list(zip(older.harshness(), newer.harshness(), strict=True))
    if all(after <= before for before, after in pairs):
        return "newer"
    return "older" if all(before <= after for before, after in pairs) else "mixed"


def _offence(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    laws = _both(rule, law, case)
    if not isinstance(laws, _Laws):
        return laws
    if not laws.older.punishable:
        text = Text("Not an offence on the day of the act: no one is punished by a later law",
                    "Belum atau bukan tindak pidana pada hari perbuatan: tidak dapat dipidana")  # fmt: skip
        return answer(rule, "fail", text, {}, laws.older.basis, field="acted")
    if not laws.newer.punishable:
        text = Text("No longer an offence on the day of judgment: the proceedings end",
                    "Tidak lagi tindak pidana pada hari putusan: perkara dihentikan")  # fmt: skip
        return answer(rule, "fail", text, {}, (*laws.newer.basis, *laws.basis), field="judged")
    also = _consequences.beside(_law_of(law, str(case.acted)), str(case.offence))
    return answer(rule, "pass", Said(_say_offence, also), {"administrative": also}, laws.older.basis, field="offence")


def _say_offence(lang: str, also: dict[str, dict[str, list[str]]]) -> str:
    tail = _consequences.say_beside(lang, also)
    if lang == "id":
        return f"Tindak pidana pada hari perbuatan dan masih demikian pada hari putusan{tail}"
    return f"An offence on the day of the act and still on the day of judgment{tail}"


def _law(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    laws = _both(rule, law, case)
    if not isinstance(laws, _Laws):
        return laws
    basis = (*laws.basis, *laws.newer.basis)
    fact: dict[str, object] = {"governs": laws.governs, "older": _shown(laws.older), "newer": _shown(laws.newer)}
    if laws.governs == "same":
        text = Text(
            "The law did not change between act and judgment", "Hukum tidak berubah antara perbuatan dan putusan"
        )
        return answer(rule, "not_applicable", text, fact, basis)
    if case.law_applied is None:
        return missing(rule, case, ["law_applied"], fact, basis)
    if laws.governs == "mixed":
        text = Text("The newer law is milder in one way and harsher in another; it governs unless the older "
                    "favours the "
                    "offender in this case",
                    "Hukum baru lebih ringan di satu sisi dan lebih berat di sisi lain; hukum baru berlaku "
                    "kecuali yang "
                    "lama menguntungkan pelaku dalam perkara ini")  # fmt: skip
        readings = (("pass" if case.law_applied == "newer" else "fail", Text("the newer law favours the offender",
                                                                            "hukum baru menguntungkan pelaku")),
                    ("pass" if case.law_applied == "older" else "fail", Text("the older law favours the offender",
                                                                            "hukum lama menguntungkan "
                                                                            "pelaku")))  # fmt: skip
        return answer(rule, "undetermined", text, fact, basis, field="law_applied", readings=readings)
    met = case.law_applied == laws.governs
    return answer(rule, "pass" if met else "fail", Said(_say_governs, laws.governs), fact, basis, field="law_applied")


def _say_governs(lang: str, governs: str) -> str:
    if lang == "id":
        return f"Yang berlaku hukum yang {'baru' if governs == 'newer' else 'lama'}, karena lebih ringan bagi pelaku"
    return f"The {governs} law governs, being the milder one for the offender"


def _shown(one: Threat) -> dict[str, object]:
    return {
        "on": one.on, "punishable": one.punishable, "prison_months": [_months(one.prison_min),
                                                                      *map(_months, one.prison_max)],
        "fine": [one.fine_min, *one.fine_max], "both": one.both, "category": one.category or None,
    }  # fmt: skip


def _months(days: int) -> int | str:
    return days // MONTH if days % MONTH == 0 else f"{days} d"


# -- the sentence ---------------------------------------------------------------------------------------


def _by_law(rule: Rule, laws: _Laws, judge: _Judge, field: str, fact: dict[str, object]) -> Finding:
    """Judge a sentence by the governing law, or by both where neither is the milder one in every way."""
    if not laws.older.punishable or not laws.newer.punishable:
        text = Text("Not an offence by both laws; see whether it is punishable at all",
                    "Bukan tindak pidana menurut kedua hukum; lihat apakah dapat dipidana")  # fmt: skip
        return answer(rule, "fail", text, fact, (*laws.older.basis, *laws.newer.basis), field=field)
    chosen = {"older": (laws.older,), "mixed": (laws.newer, laws.older)}.get(laws.governs, (laws.newer,))
    results = [(one, judge.outcomes(one)) for one in chosen]
    fact |= {"governs": laws.governs, "threat": _shown(results[0][0])}
    basis = (*results[0][0].basis, *(laws.basis if laws.governs != "same" else ()))
    flat = {outcome for _, outcomes in results for outcome, _ in outcomes}
    if len(flat) == 1:
        outcome, text = results[0][1][0]
        practice = rule.practice if outcome == "fail" else None
        return answer(rule, outcome, text, fact, basis, field=field, practice=practice)
    readings = tuple(pair for _, outcomes in results for pair in outcomes)
    text = Text("The law leaves open how far its maximum goes; the readings stand below",
                "Hukum tidak menegaskan batas maksimumnya; bacaannya tercantum")  # fmt: skip
    if laws.governs == "mixed":
        text = Text("The answer turns on which of the two laws favours the offender in this case",
                    "Jawabannya bergantung pada hukum mana yang menguntungkan pelaku dalam perkara ini")  # fmt: skip
    return answer(rule, "undetermined", text, fact, basis, field=field, readings=readings)


@attrs.frozen
class _Judge:
    """Measures one number of a sentence by a threat."""

    measured: int
    kind: str

    def outcomes(self, one: Threat) -> list[tuple[str, Text]]:
        """Return the outcome under each reading of the law."""
        low = one.prison_min if self.kind == "prison" else one.fine_min
        tops = one.prison_max if self.kind == "prison" else one.fine_max
        found: list[tuple[str, Text]] = []
        for top in tops or (0,):
            met = low <= self.measured <= top
            text = Text(_say_range("en", self.kind, self.measured, low, top, one.on),
                        _say_range("id", self.kind, self.measured, low, top, one.on))  # fmt: skip
            found.append(("pass" if met else "fail", text))
        return found


def _say_range(lang: str, kind: str, measured: int, low: int, top: int, on: str) -> str:
    from electlaw.catalog import day_text

    words = _prison_text if kind == "prison" else _rupiah_text
    done, least, most = (words(lang, number) for number in (measured, low, top))
    by = day_text(on, lang)
    if lang == "id":
        noun = "Penjara" if kind == "prison" else "Denda"
        bounds = f"{least} sampai {most}" if low else f"paling banyak {most}"
        return f"{noun} {done}; ancaman menurut hukum {by}: {bounds}"
    noun = "Prison of" if kind == "prison" else "Fine of"
    bounds = f"{least} to {most}" if low else f"at most {most}"
    return f"{noun} {done}; the law of {by} threatens {bounds}"


def _prison_text(lang: str, days: int) -> str:
    months, rest = divmod(days, MONTH)
    parts = (
        [f"{months} {'bulan' if lang == 'id' else 'month' if months == 1 else 'months'}"] if months or not rest else []
    )
    if rest:
        parts.append(f"{rest} {'hari' if lang == 'id' else 'day' if rest == 1 else 'days'}")
    return " ".join(parts)


def _rupiah_text(lang: str, number: int) -> str:
    grouped = f"{number:,}"
    return f"Rp{grouped.replace(',', '.')}" if lang == "id" else f"Rp{grouped}"


def _sentence(case: SanctionCase) -> int | None:
    if case.prison_months is None and case.prison_days is None:
        return None
    return (case.prison_months or 0) * MONTH + (case.prison_days or 0)


def _prison(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    laws = _both(rule, law, case)
    if not isinstance(laws, _Laws):
        return laws
    if case.offender == "corporation":
        text = Text("A corporation is fined, not imprisoned", "Korporasi didenda, tidak dipenjara")
        return answer(rule, "not_applicable", text, {}, laws.newer.basis)
    measured = _sentence(case)
    if measured is None:
        return missing(rule, case, ["prison_months"], {"threat": _shown(laws.newer)}, laws.newer.basis)
    if not measured:
        text = Text("No prison was imposed; whether prison had to be is another rule's question",
                    "Tidak ada pidana penjara; apakah wajib dijatuhkan dinilai aturan lain")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, laws.newer.basis)
    return _by_law(rule, laws, _Judge(measured, "prison"), "prison_months", {"measured_days": measured})


def _fine(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    laws = _both(rule, law, case)
    if not isinstance(laws, _Laws):
        return laws
    if case.fine is None:
        return missing(rule, case, ["fine"], {"threat": _shown(laws.newer)}, laws.newer.basis)
    if case.fine == 0:
        text = Text("No fine was imposed; whether one had to be is another rule's question",
                    "Tidak ada denda; apakah wajib dijatuhkan dinilai aturan lain")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, laws.newer.basis)
    lacks = tuple(dict.fromkeys((*laws.older.needs, *laws.newer.needs)))
    if lacks:
        return missing(rule, case, lacks, {}, laws.newer.basis)
    return _by_law(rule, laws, _Judge(case.fine, "fine"), "fine", {"measured": case.fine})


def _together(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    laws = _both(rule, law, case)
    if not isinstance(laws, _Laws):
        return laws
    prison = _sentence(case)
    lacks = [name for name, given in (("prison_months", prison), ("fine", case.fine)) if given is None]
    governing = laws.older if laws.governs == "older" else laws.newer
    fact: dict[str, object] = {"both": governing.both, "governs": laws.governs}
    if not governing.punishable:
        return answer(rule, "not_applicable", Text("Not an offence by the governing law", "Bukan tindak pidana"), fact,
                      governing.basis)  # fmt: skip
    if lacks:
        return missing(rule, case, lacks, fact, governing.basis)
    corporate = case.offender == "corporation"
    if not prison and not case.fine:
        text = Text("Neither prison nor a fine was imposed", "Tidak ada pidana penjara maupun denda")
        return answer(rule, "fail", text, fact, governing.basis, field="prison_months")
    if governing.both and not corporate and not (prison and case.fine):
        text = Text("The law threatens prison and a fine together; one alone is not enough",
                    "Ancamannya penjara dan denda sekaligus; salah satu saja tidak cukup")  # fmt: skip
        return answer(rule, "fail", text, fact, governing.basis, field="fine" if prison else "prison_months")
    text = Text("Prison and fine are combined as the law has it" if governing.both else
                "The law lets the court impose prison, a fine, or both",
                "Penjara dan denda dijatuhkan bersama sesuai hukum" if governing.both else
                "Hukum membolehkan penjara, denda, atau keduanya")  # fmt: skip
    return answer(rule, "pass", text, fact, governing.basis, field="fine")


def _adjusted(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    change = law.parameter("penal.change_of_law")
    if change.value != "newer_unless_older_favours":
        text = Text("Before 2 January 2026 a final sentence was not adjusted to a milder law",
                    "Sebelum 2 Januari 2026 putusan berkekuatan hukum tetap tidak disesuaikan dengan hukum "
                    "yang ringan")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, grounds(change))
    basis = (Ground("uu-1-2023/pasal-3/ayat-7", "text"), Ground("uu-1-2023/pasal-3/ayat-4", "text"))
    lacks = [name for name in ("offence", "final") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    now = threat(law, str(case.offence), corporation=case.offender == "corporation", amount=case.amount)
    if not now.punishable:
        text = Text(
            "No longer an offence: the sentence is not carried out",
            "Bukan lagi tindak pidana: pidana tidak dilaksanakan",
        )
        return answer(rule, "fail", text, {}, (*basis, *now.basis), field="offence")
    over = []
    prison = _sentence(case) or 0
    if prison > max(now.prison_max):
        over.append("prison_months")
    if now.fine_max and (case.fine or 0) > max(now.fine_max):
        over.append("fine")
    fact: dict[str, object] = {"threat": _shown(now), "over": over}
    if over:
        text = Text("The final sentence is above what the newer law threatens: its execution is brought down to that",
                    "Pidana yang berkekuatan hukum tetap melebihi ancaman hukum baru: pelaksanaannya "
                    "disesuaikan")  # fmt: skip
        return answer(rule, "fail", text, fact, (*basis, *now.basis), field=over[0])
    text = Text(
        "The final sentence is not above what the newer law threatens", "Pidana tidak melebihi ancaman hukum baru"
    )
    return answer(rule, "pass", text, fact, (*basis, *now.basis))


def _settled(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    known = law.parameter("penal.settlement")
    if known.state != "set":
        return none_set(rule, law, known)
    basis = (*grounds(known), *grounds(law.parameter("penal.category_amount", category="IV")))
    lacks = [name for name in ("offence", "paid") if getattr(case, name) is None]
    if lacks:
        return missing(rule, case, lacks, {}, basis)
    now = threat(law, str(case.offence))
    if not now.punishable or max(now.prison_max) > 12 * MONTH:
        text = Text("Only a crime with prison of at most one year can be settled by payment",
                    "Hanya tindak pidana berancaman penjara paling lama satu tahun yang dapat diselesaikan dengan "
                    "membayar")  # fmt: skip
        return answer(rule, "fail", text, {}, basis, field="offence")
    price = int(law.parameter("penal.category_amount", category="IV").stated)
    fact: dict[str, object] = {"price": price, "measured": case.paid}
    if (case.paid or 0) < price:
        text = Text(f"Paid too little: {_rupiah_text('en', price)} ends the prosecution",
                    f"Pembayaran kurang: {_rupiah_text('id', price)} mengakhiri penuntutan")  # fmt: skip
        return answer(rule, "fail", text, fact, basis, field="paid")
    if case.prosecutor_agreed is None:
        return missing(rule, case, ["prosecutor_agreed"], fact, basis)
    if not case.prosecutor_agreed:
        text = Text("The prosecutor has to agree", "Penuntut umum harus menyetujui")
        return answer(rule, "fail", text, fact, basis, field="prosecutor_agreed")
    text = Text("Payment of the maximum of category IV ended the prosecution",
                "Pembayaran denda maksimum kategori IV mengakhiri penuntutan")  # fmt: skip
    return answer(rule, "pass", text, fact, basis, field="paid")


_KEYS = ("penalty.prison_min", "penalty.prison_max", "penalty.fine_min", "penalty.fine_max", "penalty.link",
         "penalty.increase", "penalty.fine_multiple", "penalty.fine_category", "penal.change_of_law",
         "penal.fine_category_by_prison", "penal.category_amount", "penal.fine_floor", "penal.prison_cap",
         "penal.special_minimum", "penal.fine_multiple_rule", "penal.annex_rule")  # fmt: skip
_BASIS = ("uu-1-2015/pasal-177", "uu-1-2026/pasal-i", "uu-1-2026/pasal-ii", "uu-1-2023/pasal-3/ayat-1")

RULES = (
    Rule(
        code="sanction.offence", number=770, family="sanctions", title=Text("Punishable at all", "Dapat dipidana"),
        about=Text("Whether the act was an offence on its day and still is on the day of judgment",
                   "Apakah perbuatan merupakan tindak pidana pada harinya dan masih demikian pada hari putusan"),
        basis=_BASIS, keys=_KEYS[1:2], case=SanctionCase, check=_offence, inputs=("offence",),
    ),
    Rule(
        code="sanction.law", number=771, family="sanctions", title=Text("Which law governs", "Hukum yang berlaku"),
        about=Text("Whether the right law was applied to an act done before the law changed: the newer, unless "
                   "the older "
                   "favours the offender",
                   "Apakah hukum yang diterapkan tepat bagi perbuatan sebelum perubahan: yang baru, kecuali yang lama "
                   "menguntungkan pelaku"),
        basis=_BASIS, keys=("penal.change_of_law",), case=SanctionCase, check=_law, inputs=("law_applied",),
    ),
    Rule(
        code="sanction.prison", number=772, family="sanctions", title=Text("Prison", "Pidana penjara"),
        about=Text("Whether the prison sentence lies within what the governing law threatens; special minimums "
                   "fell on 2 "
                   "January 2026",
                   "Apakah pidana penjara dalam rentang ancaman hukum yang berlaku; minimum khusus hapus sejak 2 "
                   "Januari "
                   "2026"),
        basis=_BASIS, keys=_KEYS, case=SanctionCase, check=_prison, inputs=("prison_months", "prison_days"),
        practice=Text("Courts have gone below a special minimum: 12 months on probation under Pasal 187A (PN "
                      "Barabai, January "
                      "2025)",
                      "Pengadilan pernah menjatuhkan pidana di bawah minimum khusus: 12 bulan percobaan menurut "
                      "Pasal 187A "
                      "(PN Barabai, Januari 2025)"),
    ),
    Rule(
        code="sanction.fine", number=773, family="sanctions", title=Text("Fine", "Pidana denda"),
        about=Text("Whether the fine lies within what the governing law threatens: the printed range, since 2 "
                   "January 2026 at most the category the prison maximum leads to (Annex I of UU 1/2026, which "
                   "may list numbers "
                   "of its own, could not be read)",
                   "Apakah denda dalam rentang ancaman hukum yang berlaku: rentang yang tertulis, sejak 2 Januari 2026 "
                   "paling banyak kategori menurut maksimum penjara (Lampiran I UU 1/2026, yang mungkin memuat angka "
                   "tersendiri, tidak dapat dibaca)"),
        basis=_BASIS, keys=(*_KEYS, "penal.corporate_category_min", "penal.corporate_category_max"), case=SanctionCase,
        check=_fine, inputs=("fine",),
        practice=Text("Courts have gone below a special minimum: Rp2 million under Pasal 187A (PN Sleman, "
                      "December 2024)",
                      "Pengadilan pernah menjatuhkan denda di bawah minimum khusus: Rp2 juta menurut Pasal 187A "
                      "(PN Sleman, "
                      "Desember 2024)"),
    ),
    Rule(
        code="sanction.together", number=774, family="sanctions",
        title=Text("Prison and fine together", "Penjara dan denda bersama"),
        about=Text("Whether prison and fine were combined as the governing law has it: where it says 'and', both; "
                   "since 2 "
                   "January 2026 'and' is read as 'and/or'",
                   "Apakah penjara dan denda digabung sesuai hukum yang berlaku: 'dan' berarti keduanya; sejak 2 "
                   "Januari "
                   "2026 dibaca 'dan/atau'"),
        basis=(*_BASIS, "uu-1-2026/pasal-ii/ayat-5/huruf-a"), keys=("penalty.link", "penal.prison_and_fine"),
        case=SanctionCase, check=_together, inputs=("prison_months", "fine"),
    ),
    Rule(
        code="sanction.adjustment", number=775, family="sanctions",
        title=Text("Final sentence and a milder law", "Putusan tetap dan hukum yang lebih ringan"),
        about=Text("Whether a final sentence lies within what the newer law threatens; if not its execution is brought "
                   "down to it (since 2 January 2026)",
                   "Apakah pidana yang berkekuatan hukum tetap dalam batas hukum baru; bila tidak pelaksanaannya "
                   "disesuaikan (sejak 2 Januari 2026)"),
        basis=("uu-1-2023/pasal-3/ayat-7",), keys=("penal.change_of_law",), case=SanctionCase, check=_adjusted,
        inputs=("final",),
    ),
    Rule(
        code="sanction.settlement", number=776, family="sanctions",
        title=Text("Settlement by payment", "Penyelesaian dengan pembayaran"),
        about=Text("Whether paying the maximum of category IV ended the prosecution of a crime with prison of at "
                   "most one "
                   "year, the prosecutor agreeing (since 2 January 2026)",
                   "Apakah pembayaran maksimum kategori IV mengakhiri penuntutan tindak pidana berancaman paling "
                   "lama satu "
                   "tahun dengan persetujuan penuntut umum (sejak 2 Januari 2026)"),
        basis=("uu-1-2023/pasal-132/ayat-1/huruf-e",), keys=("penal.settlement",), case=SanctionCase, check=_settled,
        inputs=("paid",),
    ),
)  # fmt: skip

register(*RULES)
