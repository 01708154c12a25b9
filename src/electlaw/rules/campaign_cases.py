"""Cases about campaigning and campaign money."""

from __future__ import annotations

import attrs

from electlaw.rules import reading
from electlaw.rules.basecase import Case, count_field, day_field, field, flag_field, word_field
from electlaw.rules.cases import register_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["CampaignCase", "DonationCase", "FinanceCase"]

_METHODS = {
    "limited_meeting": "limited_meeting", "pertemuan terbatas": "limited_meeting", "dialogue": "dialogue",
    "tatap muka": "dialogue", "debate": "debate", "debat": "debate", "material": "material",
    "bahan kampanye": "material", "props": "props", "alat peraga": "props", "media_ads": "media_ads",
    "iklan": "media_ads", "other": "other", "lain": "other",
}  # fmt: skip

_PLACES = {
    "worship": "worship", "tempat ibadah": "worship", "school": "school", "sekolah": "school",
    "pesantren": "school", "university": "university", "perguruan tinggi": "university", "kampus": "university",
    "government_facility": "government_facility", "fasilitas pemerintah": "government_facility",
    "other": "other", "lain": "other",
}  # fmt: skip

#: What Pasal 69 bans besides places, with the letter it stands in.
CONDUCTS = {
    "pancasila_challenged": "a", "insult": "b", "incitement": "c", "violence": "d", "public_order_disturbed": "e",
    "overthrow_urged": "f", "props_damaged": "g", "state_facilities_or_budget": "h", "parade": "j",
    "outside_schedule": "k",
}  # fmt: skip

_CONDUCTS = {name: name for name in (*CONDUCTS, "none")} | {
    "penghinaan": "insult", "hasutan": "incitement", "kekerasan": "violence", "merusak alat peraga": "props_damaged",
    "fasilitas negara": "state_facilities_or_budget", "pawai": "parade", "konvoi": "parade",
    "di luar jadwal": "outside_schedule", "tidak ada": "none",
}  # fmt: skip

_PERSONS = {
    "bumn_official": "bumn_official", "pejabat bumn": "bumn_official", "pejabat bumd": "bumn_official",
    "civil_servant": "civil_servant", "asn": "civil_servant", "pns": "civil_servant", "police": "police",
    "polri": "police", "soldier": "soldier", "tni": "soldier", "village_head": "village_head",
    "kepala desa": "village_head", "lurah": "village_head", "village_staff": "village_staff",
    "perangkat desa": "village_staff", "perangkat kelurahan": "village_staff", "regional_head": "regional_head",
    "kepala daerah": "regional_head", "state_official": "state_official", "pejabat negara": "state_official",
    "legislator": "state_official", "regional_official": "regional_official", "pejabat daerah": "regional_official",
    "other": "other", "lain": "other",
}  # fmt: skip


def _money(en: str, id: str) -> Any:
    return field(reading.money, "IDR", en, id)


@attrs.frozen(kw_only=True)
class CampaignCase(Case):
    """An act of campaigning: when, where, by which means, with whom."""

    pairs_determined: str | None = day_field("The day the pairs were determined", "Tanggal penetapan pasangan calon")
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    activity_day: str | None = day_field("The day of the activity", "Tanggal kegiatan")
    ad_day: str | None = day_field(
        "The day a campaign ad ran in print or electronic media", "Tanggal iklan kampanye di media massa"
    )
    method: str | None = word_field(_METHODS, "The means of campaigning", "Metode kampanye")
    funded_by: str | None = word_field(
        {"kpu": "kpu", "pair": "pair", "pasangan calon": "pair", "party": "pair", "partai": "pair"},
        "Who pays for and carries out that means: the KPU, or the pair and its parties",
        "Pihak yang mendanai dan melaksanakan: KPU, atau pasangan calon dan partainya",
    )  # fmt: skip
    debates: int | None = count_field("Debates held by the KPU", "Jumlah debat yang diselenggarakan KPU", "debates")
    props_removed: str | None = day_field("The day campaign props were cleared", "Tanggal alat peraga dibersihkan")
    place: str | None = word_field(_PLACES, "Where the activity took place", "Tempat kegiatan")
    permitted: bool | None = flag_field(
        "Whether those in charge of the place gave leave", "Apakah penanggung jawab tempat memberi izin"
    )
    attributes: bool | None = flag_field(
        "Whether campaign attributes were worn or shown there", "Apakah atribut kampanye dipakai di sana"
    )
    conduct: str | None = word_field(
        _CONDUCTS, "What was done, of what Pasal 69 bans", "Perbuatan, dari yang dilarang Pasal 69"
    )
    person: str | None = word_field(
        _PERSONS, "The person the pair involved in its campaign", "Orang yang dilibatkan dalam kampanye"
    )
    on_leave: bool | None = flag_field(
        "Whether that official had leave or permission to campaign",
        "Apakah pejabat itu memiliki izin cuti atau izin kampanye",
    )
    material_ratio: int | None = count_field(
        "Campaign material the pair added, in percent of what the KPU supplies",
        "Bahan kampanye tambahan, persen dari yang difasilitasi KPU", "percent",
    )  # fmt: skip
    item_value: int | None = _money(
        "Value of one piece of other campaign material", "Nilai satu buah bahan kampanye lain"
    )


_DONORS = {
    "person": "person", "perseorangan": "person", "legal-entity": "legal-entity", "legal_entity": "legal-entity",
    "badan hukum swasta": "legal-entity", "nominating-party": "nominating-party",
    "nominating_party": "nominating-party", "partai pengusul": "nominating-party", "other-party": "other-party",
    "other_party": "other-party", "partai lain": "other-party", "pair": "pair", "pasangan calon": "pair",
    "foreign": "foreign", "asing": "foreign", "unidentified": "unidentified", "tanpa identitas": "unidentified",
    "government": "government", "pemerintah": "government", "pemerintah daerah": "government", "bumn": "bumn",
    "bumd": "bumn", "bumdes": "bumn",
}  # fmt: skip


@attrs.frozen(kw_only=True)
class DonationCase(Case):
    """A donation to the campaign of a pair, all that one donor gave for it taken together."""

    donor: str | None = word_field(
        _DONORS,
        "Who gives: a person, a private legal entity, a nominating or other party, the pair, or one the law forbids",
        "Pemberi: perseorangan, badan hukum swasta, partai pengusul atau lain, pasangan calon, atau yang dilarang",
    )  # fmt: skip
    total: int | None = _money(
        "All the donor gave for this campaign, things and services at market price",
        "Seluruh sumbangan pemberi itu untuk kampanye ini, barang dan jasa menurut harga pasar",
    )  # fmt: skip
    identified: bool | None = flag_field(
        "Whether the donor's identity is stated clearly", "Apakah identitas pemberi jelas"
    )
    independent: bool | None = flag_field(
        "Whether the pair stands as independents", "Apakah pasangan calon perseorangan"
    )


@attrs.frozen(kw_only=True)
class FinanceCase(Case):
    """The account, reports and audit of campaign money."""

    account_registered: bool | None = flag_field(
        "Whether the special account was registered with the KPU",
        "Apakah rekening khusus dana kampanye didaftarkan kepada KPU",
    )
    campaign_start: str | None = day_field("The first day of the campaign", "Hari pertama masa kampanye")
    campaign_end: str | None = day_field("The last day of the campaign", "Hari terakhir masa kampanye")
    initial_report: str | None = day_field(
        "The day of the initial report (LADK)", "Tanggal laporan awal dana kampanye (LADK)"
    )
    donation_report: str | None = day_field(
        "The day of the report of donations (LPSDK)", "Tanggal laporan penerimaan sumbangan (LPSDK)"
    )
    final_report: str | None = day_field(
        "The day of the final report (LPPDK)", "Tanggal laporan penerimaan dan pengeluaran (LPPDK)"
    )
    report_received: str | None = day_field("The day the KPU received the report", "Tanggal KPU menerima laporan")
    to_auditor: str | None = day_field(
        "The day the KPU handed it to the auditor", "Tanggal KPU menyerahkannya kepada kantor akuntan publik"
    )
    auditor_received: str | None = day_field(
        "The day the auditor received it", "Tanggal kantor akuntan publik menerimanya"
    )
    audit_done: str | None = day_field("The day the audit was done", "Tanggal audit selesai")
    audit_received: str | None = day_field("The day the KPU received the audit", "Tanggal KPU menerima hasil audit")
    audit_published: str | None = day_field("The day it was published", "Tanggal hasil audit diumumkan")
    banned_reported: str | None = day_field(
        "The day a banned donation was reported", "Tanggal sumbangan terlarang dilaporkan"
    )
    banned_used: bool | None = flag_field("Whether it was used", "Apakah sumbangan terlarang digunakan")
    banned_handed_over: bool | None = flag_field(
        "Whether it was handed to the state treasury", "Apakah sumbangan terlarang diserahkan ke kas negara"
    )
    spent: int | None = _money("What the pair spent", "Pengeluaran kampanye pasangan calon")
    spending_cap: int | None = _money("The limit the regional KPU set", "Batas pengeluaran yang ditetapkan KPU daerah")


register_kind("campaign", CampaignCase)
register_kind("donation", DonationCase)
register_kind("finance", FinanceCase)
