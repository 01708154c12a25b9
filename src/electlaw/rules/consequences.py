"""Administrative sanctions: what the law of the day lays on a conduct, and what has to establish it."""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.findings import Ground, Said
from electlaw.rules.cases import Case
from electlaw.rules.engine import Rule, answer, grounds, missing, register
from electlaw.rules.sanction_cases import SanctionCase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["CONSEQUENCE", "beside", "say_beside"]

_L = "uu-1-2015/pasal-"

#: For each conduct the sanctions open, what has to establish it (empty: the KPU itself), and the places.
_CONSEQUENCES: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "incumbent_replacement": (("cancellation",), (), (_L + "71",)),
    "incumbent_programme": (("cancellation",), (), (_L + "71",)),
    "banned_donation": (("cancellation",), (), (_L + "76/ayat-3", _L + "76/ayat-4", _L + "76/ayat-5")),
    "nomination_reward_taken": (("nomination_ban", "administrative_fine"), ("final_judgment",),
                                (_L + "47/ayat-2", _L + "47/ayat-3", _L + "47/ayat-6")),
    "nomination_reward_given": (("cancellation",), ("final_judgment",), (_L + "47/ayat-5",)),
    "banned_place_or_parade": (("warning", "activity_stopped"), (), (_L + "72/ayat-2",)),
    "independent_withdrawal": (("administrative_fine",), (), (_L + "53/ayat-4",)),
    "party_withdrawal": (("no_new_nominee",), (), (_L + "53/ayat-2",)),
    "acting_head_breach": (("none",), (), (_L + "71/ayat-4", _L + "71/ayat-5")),
    "false_finance_report": (("none",), (), (_L + "187/ayat-7",)),
    "recommendation_ignored": (("warning",), (), (_L + "141",)),
}  # fmt: skip


def _open_to(law: Law, conduct: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the sanctions open for a conduct on the day, what has to establish it, and the places."""
    tsm = law.parameter("tsm.decision").state == "set"
    if conduct == "tsm_money_politics":
        by = "bawaslu_decision" if tsm else "final_judgment"
        return ("cancellation",), (by,), (_L + "73/ayat-2", *((_L + "135a/ayat-5",) if tsm else ()))
    sanctions, proof, places = _CONSEQUENCES[conduct]
    if conduct == "nomination_reward_taken" and law.parameter("nomination.reward_fine").state != "set":
        return sanctions[:1], proof, places[:2]
    if conduct.startswith("incumbent"):
        return sanctions, proof, (f"{_L}71/ayat-{'5' if tsm else '4'}",)
    return sanctions, proof, places


#: Conducts that an offence may be as well.
_ALSO = {
    "pasal-187/ayat-3": ("banned_place_or_parade",),
    "pasal-187/ayat-6": ("banned_donation",),
    "pasal-187a/ayat-1": ("tsm_money_politics",),
    "pasal-187b": ("nomination_reward_taken",),
    "pasal-187c": ("nomination_reward_given",),
    "pasal-188": ("incumbent_programme",),
    "pasal-190": ("incumbent_replacement",),
    "pasal-191/ayat-1": ("independent_withdrawal", "party_withdrawal"),
    "pasal-191/ayat-2": ("independent_withdrawal", "party_withdrawal"),
}


def beside(law: Law, offence: str) -> dict[str, dict[str, list[str]]]:
    """Return the administrative sanctions open beside a penalty, by conduct, with what has to establish each."""
    found = {}
    for conduct in _ALSO.get(offence, ()):
        sanctions, proof, places = _open_to(law, conduct)
        found[conduct] = {"open": list(sanctions), "proof": list(proof), "places": list(places)}
    return found


def say_beside(lang: str, found: dict[str, dict[str, list[str]]]) -> str:
    """Return those sanctions in words, or an empty text."""
    named = dict.fromkeys(item for one in found.values() for item in one["open"])
    if not named:
        return ""
    shown = ", ".join(_SANCTIONS[item][lang == "id"] for item in named)
    return (
        f"; sanksi administratif di sampingnya: {shown}"
        if lang == "id"
        else f"; beside it, by the law's terms: {shown}"
    )


_SANCTIONS = {
    "cancellation": ("cancellation of the candidacy", "pembatalan sebagai calon"),
    "warning": ("a warning", "peringatan"),
    "activity_stopped": (
        "the activity stopped, if it disturbs security",
        "penghentian kegiatan bila mengganggu keamanan",
    ),
    "administrative_fine": ("an administrative fine", "denda administratif"),
    "nomination_ban": (
        "no nomination in the area in the next period",
        "larangan mengusulkan calon pada periode berikutnya",
    ),
    "no_new_nominee": ("no new nominee", "tidak dapat mengusulkan pengganti"),
    "none": ("no administrative sanction", "tidak ada sanksi administratif"),
}
_PROOFS = {
    "final_judgment": ("a court's final judgment", "putusan pengadilan yang berkekuatan hukum tetap"),
    "bawaslu_decision": ("a decision of Bawaslu Provinsi", "putusan Bawaslu Provinsi"),
}


def _consequence(rule: Rule, law: Law, case: Case) -> Finding:
    assert isinstance(case, SanctionCase)
    if case.conduct is None:
        return missing(rule, case, ["conduct"])
    if case.conduct == "acting_head_breach" and law.parameter("tsm.decision").state != "set":
        text = Text("Acting heads were not named by Pasal 71 until 30 June 2016",
                    "Penjabat belum disebut Pasal 71 sampai 30 Juni 2016")  # fmt: skip
        return answer(rule, "not_applicable", text, {}, (Ground(_L + "71", "text"),))
    sanctions, proof, places = _open_to(law, case.conduct)
    basis = tuple(Ground(place, "text") for place in places)
    fact: dict[str, object] = {"open": list(sanctions), "proof": list(proof)}
    if case.conduct == "independent_withdrawal":
        fine = law.parameter("independent.withdrawal_fine", **({"office": case.office} if case.office else {}))
        fact["fine"] = fine.stated or None
        basis = (*grounds(fine), *basis)
    lacks = ["consequence"] if case.consequence is None else []
    if proof and case.proved_by is None:
        lacks.append("proved_by")
    if case.consequence is not None and case.consequence not in sanctions:
        return answer(rule, "fail", Said(_say_open, sanctions, proof), fact, basis, field="consequence")
    if proof and case.proved_by is not None and case.proved_by not in proof:
        return answer(rule, "fail", Said(_say_open, sanctions, proof), fact, basis, field="proved_by")
    if lacks:
        return missing(rule, case, lacks, fact, basis)
    return answer(rule, "pass", Said(_say_open, sanctions, proof), fact, basis, field="consequence")


def _say_open(lang: str, sanctions: tuple[str, ...], proof: tuple[str, ...]) -> str:
    at = lang == "id"
    named = (" dan/atau " if at else " and/or ").join(_SANCTIONS[item][at] for item in sanctions)
    shown = (" atau " if at else " or ").join(_PROOFS[item][at] for item in proof)
    if at:
        return f"Sanksinya {named}{f', berdasarkan {shown}' if shown else ''}"
    return f"The sanction is {named}{f', on the strength of {shown}' if shown else ''}"


CONSEQUENCE = Rule(
    code="sanction.consequence", number=777, family="sanctions",
    title=Text("Administrative sanction", "Sanksi administratif"),
    about=Text("Whether the administrative sanction is the one the law of the day lays on the conduct, and "
               "rests on what "
               "has to establish it",
               "Apakah sanksi administratif sesuai hukum pada hari itu dan didasarkan pada pembuktian yang "
               "diminta"),
    basis=(_L + "47", _L + "53", _L + "71", _L + "72/ayat-2", _L + "73/ayat-2", _L + "76/ayat-4", _L + "141"),
    keys=("nomination.reward_fine", "independent.withdrawal_fine"), case=SanctionCase, check=_consequence,
    inputs=("conduct",),
)  # fmt: skip

register(CONSEQUENCE)
