"""Cases about the penalty of an offence and the administrative consequence of a conduct."""

from __future__ import annotations

import attrs

from electlaw.errors import Ambiguous, Invalid
from electlaw.rules import reading
from electlaw.rules.basecase import Case, count_field, day_field, field, flag_field, word_field
from electlaw.rules.cases import register_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["CONDUCTS", "SanctionCase", "offence"]


def offence(name: str, value: object) -> str:
    """Read an offence: ``Pasal 187A ayat (1)`` or ``pasal-187a/ayat-1``, a penal pasal of the Pilkada law.

    Raises `Ambiguous` where only the ayat of a pasal threaten a penalty, `Invalid` for any other place.
    """
    from electlaw.corpus import builtin
    from electlaw.refs import parse

    text = str(value).strip()
    ref = builtin().place_of(parse(f"Pasal {text}" if text[:1].isdigit() else text))
    place = ref.partition("/")[2]
    known = _offences()
    if place in known and ref.startswith("uu-1-2015/"):
        return place
    parts = sorted(item for item in known if item.startswith(f"{place}/"))
    if parts and ref.startswith("uu-1-2015/"):
        raise Ambiguous(f"{name}: each ayat of {place} is an offence of its own", choices=parts,
                        id=f"{name}: setiap ayat {place} merupakan tindak pidana tersendiri")  # fmt: skip
    raise Invalid(f"{name}: {value} threatens no penalty", id=f"{name}: {value} tidak mengancam pidana",
                  choices=reading.near(place, known))  # fmt: skip


_known: frozenset[str] = frozenset()


def _offences() -> frozenset[str]:
    global _known
    if not _known:
        from electlaw.corpus import builtin

        acts = builtin().settings("penalty.prison_max")
        _known = frozenset(v for act in acts for c in act.scope.conditions if c.name == "offence" for v in c.values)
    return _known


#: What a person or body did, and the words for it.
CONDUCTS = {
    "tsm_money_politics": "tsm_money_politics", "politik uang tsm": "tsm_money_politics",
    "incumbent_replacement": "incumbent_replacement", "penggantian pejabat": "incumbent_replacement",
    "incumbent_programme": "incumbent_programme", "penyalahgunaan program": "incumbent_programme",
    "banned_donation": "banned_donation", "sumbangan terlarang": "banned_donation",
    "nomination_reward_taken": "nomination_reward_taken", "menerima imbalan pencalonan": "nomination_reward_taken",
    "nomination_reward_given": "nomination_reward_given", "memberi imbalan pencalonan": "nomination_reward_given",
    "banned_place_or_parade": "banned_place_or_parade", "tempat terlarang": "banned_place_or_parade",
    "independent_withdrawal": "independent_withdrawal", "pengunduran diri perseorangan": "independent_withdrawal",
    "party_withdrawal": "party_withdrawal", "partai menarik calon": "party_withdrawal",
    "acting_head_breach": "acting_head_breach", "pelanggaran penjabat": "acting_head_breach",
    "false_finance_report": "false_finance_report", "laporan dana tidak benar": "false_finance_report",
    "recommendation_ignored": "recommendation_ignored", "mengabaikan rekomendasi": "recommendation_ignored",
}  # fmt: skip

_CONSEQUENCES = {
    "cancellation": "cancellation", "pembatalan": "cancellation", "warning": "warning", "peringatan": "warning",
    "activity_stopped": "activity_stopped", "penghentian kegiatan": "activity_stopped",
    "administrative_fine": "administrative_fine", "denda administratif": "administrative_fine",
    "nomination_ban": "nomination_ban", "larangan mengusulkan": "nomination_ban",
    "no_new_nominee": "no_new_nominee", "tidak dapat mengusulkan pengganti": "no_new_nominee", "none": "none",
    "tidak ada": "none",
}  # fmt: skip


def _money(en: str, id: str) -> Any:
    return field(reading.money, "IDR", en, id)


@attrs.frozen(kw_only=True)
class SanctionCase(Case):
    """A sentence, or an administrative sanction, and the day of the act it answers."""

    offence: str | None = field(
        offence, "pasal, as cited",
        "The offence: a penal pasal of the Pilkada law", "Tindak pidana: pasal pidana UU Pilkada",
    )  # fmt: skip
    acted: str | None = day_field("The day of the act", "Tanggal perbuatan")
    judged: str | None = day_field(
        "The day of the judgment; the day whose law is asked about if left out",
        "Tanggal putusan; hari yang hukumnya ditanyakan bila tidak diisi",
    )
    offender: str | None = word_field(
        {"person": "person", "orang": "person", "corporation": "corporation", "korporasi": "corporation"},
        "Who is sentenced: a person or a corporation", "Terpidana: orang atau korporasi",
    )  # fmt: skip
    prison_months: int | None = count_field(
        "Prison imposed, whole months", "Pidana penjara yang dijatuhkan, bulan penuh", "months"
    )
    prison_days: int | None = count_field(
        "Prison imposed, days beside the months; a month is thirty days",
        "Pidana penjara yang dijatuhkan, hari di samping bulan; satu bulan tiga puluh hari", "days",
    )  # fmt: skip
    fine: int | None = _money("Fine imposed; 0 for none", "Denda yang dijatuhkan; 0 bila tidak ada")
    amount: int | None = _money(
        "The amount a fine is a multiple of (the donation taken)",
        "Jumlah yang menjadi dasar denda kelipatan (sumbangan yang diterima)",
    )  # fmt: skip
    law_applied: str | None = word_field(
        {"older": "older", "lama": "older", "newer": "newer", "baru": "newer"},
        "Which law was applied: the one of the day of the act or the newer one",
        "Hukum yang diterapkan: hukum pada hari perbuatan atau yang baru",
    )  # fmt: skip
    final: str | None = day_field("The day the judgment became final", "Tanggal putusan berkekuatan hukum tetap")
    paid: int | None = _money("Paid to end the prosecution", "Dibayar untuk mengakhiri penuntutan")
    prosecutor_agreed: bool | None = flag_field(
        "Whether the prosecutor agreed to that", "Apakah penuntut umum menyetujuinya"
    )
    conduct: str | None = word_field(CONDUCTS, "What was done, for its administrative consequence",
                                     "Perbuatan yang dinilai sanksi administratifnya")  # fmt: skip
    consequence: str | None = word_field(_CONSEQUENCES, "The administrative sanction imposed",
                                         "Sanksi administratif yang dijatuhkan")  # fmt: skip
    proved_by: str | None = word_field(
        {"final_judgment": "final_judgment", "putusan pengadilan": "final_judgment",
         "bawaslu_decision": "bawaslu_decision", "putusan bawaslu": "bawaslu_decision", "kpu": "kpu"},
        "What established it: a court's final judgment, a decision of Bawaslu Provinsi, or the KPU itself",
        "Dasar pembuktiannya: putusan pengadilan berkekuatan tetap, putusan Bawaslu Provinsi, atau KPU sendiri",
    )  # fmt: skip


register_kind("sanction", SanctionCase)
