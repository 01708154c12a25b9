"""Cases about offices: vacancy and succession, acting heads, appointment and inauguration, the end of a term."""

from __future__ import annotations

import attrs

from electlaw.rules.basecase import Case, count_field, day_field, flag_field, word_field
from electlaw.rules.cases import register_kind

__all__ = ["ActingCase", "AppointmentCase", "InaugurationCase", "TermCase", "VacancyCase"]


@attrs.frozen(kw_only=True)
class VacancyCase(Case):
    """An office of head or deputy that fell empty, and how it was filled."""

    cause: str | None = word_field(
        {"died": "died", "meninggal dunia": "died", "resigned": "resigned", "mengundurkan diri": "resigned",
         "permintaan sendiri": "resigned", "dismissed": "dismissed", "diberhentikan": "dismissed",
         "term_end": "term_end", "akhir masa jabatan": "term_end", "suspended": "suspended",
         "diberhentikan sementara": "suspended", "detained": "suspended", "ditahan": "suspended"},
        "Why the head left or cannot serve", "Sebab kepala daerah berhenti atau tidak dapat bertugas",
    )  # fmt: skip
    head_left: str | None = day_field("The day the head left", "Tanggal kepala daerah berhenti")
    deputy: str | None = word_field(
        {"in_office": "in_office", "menjabat": "in_office", "left": "left", "berhenti": "left", "none": "left",
         "kosong": "left"},
        "The deputy: in office, or gone too", "Wakil: masih menjabat, atau juga berhenti/kosong",
    )  # fmt: skip
    deputy_left: str | None = day_field("The day the deputy's post fell empty", "Tanggal jabatan wakil kosong")
    term_end: str | None = day_field("The day the term ends", "Tanggal akhir masa jabatan")
    filled_by: str | None = word_field(
        {"deputy": "deputy", "wakil": "deputy", "dprd": "dprd", "pemilihan dprd": "dprd", "acting": "acting",
         "penjabat": "acting", "deputy_acts": "deputy_acts", "wakil melaksanakan tugas": "deputy_acts",
         "vote": "vote", "pilkada": "vote"},
        "Who fills the office: the deputy as head, one the DPRD elects, an acting head, the deputy doing the "
        "work, a vote",
        "Pengisi: wakil menjadi kepala daerah, hasil pemilihan DPRD, penjabat, wakil melaksanakan tugas, pilkada",
    )  # fmt: skip
    deputy_filled: bool | None = flag_field("Whether a new deputy was put in", "Apakah wakil yang baru diisi")
    filled_on: str | None = day_field("The day the deputy's post was filled", "Tanggal jabatan wakil diisi")
    nominees: int | None = count_field(
        "Persons (or pairs) put before the DPRD", "Calon (atau pasangan) yang diajukan kepada DPRD", "candidates"
    )
    nominator_seats: int | None = count_field(
        "DPRD seats of the parties that nominate, where the old pair had no party with a seat",
        "Kursi DPRD partai pengusul, bila pasangan lama tanpa partai berkursi", "seats",
    )  # fmt: skip
    dprd_seats: int | None = count_field("Seats of the DPRD", "Jumlah kursi DPRD", "seats", low=1)
    nominator_votes: int | None = count_field("Votes of those parties", "Suara partai pengusul", "votes")
    valid_votes: int | None = count_field("Valid votes of the DPRD election", "Suara sah pemilu DPRD", "votes", low=1)
    proposed: str | None = day_field(
        "The day the DPRD proposed the deputy as head", "Tanggal DPRD mengusulkan wakil sebagai kepala daerah"
    )
    proposal_received: str | None = day_field(
        "The day the governor received it", "Tanggal gubernur menerima usulan DPRD"
    )
    passed_on: str | None = day_field(
        "The day the governor passed it on to the Minister", "Tanggal gubernur meneruskannya kepada Menteri"
    )

    def check(self) -> None:
        """No part exceeds its whole."""
        self._at_most("nominator_seats", "dprd_seats")
        self._at_most("nominator_votes", "valid_votes")


@attrs.frozen(kw_only=True)
class ActingCase(Case):
    """An acting head (penjabat)."""

    rank: str | None = word_field(
        {"pimpinan_tinggi_madya": "pimpinan_tinggi_madya", "madya": "pimpinan_tinggi_madya",
         "eselon i": "pimpinan_tinggi_madya", "pimpinan_tinggi_pratama": "pimpinan_tinggi_pratama",
         "pratama": "pimpinan_tinggi_pratama", "eselon ii": "pimpinan_tinggi_pratama",
         "other": "other", "lain": "other"},
        "The post the acting head comes from", "Jabatan asal penjabat",
    )  # fmt: skip
    active_soldier_or_police: bool | None = flag_field(
        "Whether an active soldier or police officer who has not moved to the civil service",
        "Apakah prajurit TNI atau anggota Polri aktif yang belum beralih menjadi PNS",
    )
    appointed_by: str | None = word_field(
        {"president": "president", "presiden": "president", "minister": "minister", "menteri": "minister",
         "governor": "governor", "gubernur": "governor"},
        "Who appointed", "Yang mengangkat",
    )  # fmt: skip
    started: str | None = day_field("The first day as acting head", "Tanggal mulai menjabat")
    until: str | None = day_field("The last day as acting head", "Tanggal akhir menjabat")
    extensions: int | None = count_field("Extensions of the term", "Jumlah perpanjangan", "extensions")


@attrs.frozen(kw_only=True)
class AppointmentCase(Case):
    """The confirmation of an elected pair."""

    conveyed: str | None = day_field(
        "The day the KPU conveyed the elected pair to the DPRD", "Tanggal KPU menyampaikan calon terpilih kepada DPRD"
    )
    dprd_proposed: str | None = day_field(
        "The day the DPRD proposed confirmation", "Tanggal DPRD mengusulkan pengesahan"
    )
    file_complete: str | None = day_field(
        "The day proposal and papers were complete", "Tanggal usul dan berkas diterima lengkap"
    )
    confirmed: str | None = day_field("The day of confirmation", "Tanggal pengesahan")
    bypass_received: str | None = day_field(
        "The day the KPU's own proposal came in, the DPRD having made none",
        "Tanggal usulan KPU diterima karena DPRD tidak mengusulkan",
    )
    bypass_confirmed: str | None = day_field(
        "The day of confirmation on that way", "Tanggal pengesahan melalui jalur itu"
    )


@attrs.frozen(kw_only=True)
class InaugurationCase(Case):
    """The inauguration of an elected pair."""

    officer: str | None = word_field(
        {"president": "president", "presiden": "president", "vice_president": "vice_president",
         "wakil presiden": "vice_president", "minister": "minister", "menteri": "minister", "governor": "governor",
         "gubernur": "governor", "deputy_governor": "deputy_governor", "wakil gubernur": "deputy_governor"},
        "Who inaugurated", "Yang melantik",
    )  # fmt: skip
    others_prevented: bool | None = flag_field(
        "Whether those who come before that officer were prevented", "Apakah pejabat yang lebih dahulu berhalangan"
    )
    inaugurated: str | None = day_field("The day of inauguration", "Tanggal pelantikan")
    predecessor_term_end: str | None = day_field(
        "The day the predecessor's term ends", "Tanggal akhir masa jabatan sebelumnya"
    )
    predecessor_elected: int | None = count_field(
        "The year in which the predecessor was elected", "Tahun pemilihan pejabat sebelumnya", "year"
    )
    legal_status: str | None = word_field(
        {"none": "none", "tidak ada": "none", "suspect": "suspect", "tersangka": "suspect", "defendant": "defendant",
         "terdakwa": "defendant", "convict": "convict", "terpidana": "convict"},
        "Where criminal proceedings against the elected stand", "Status hukum calon terpilih",
    )  # fmt: skip
    detained: bool | None = flag_field(
        "Whether the elected person is held in custody", "Apakah calon terpilih sedang ditahan"
    )
    taken: str | None = word_field(
        {"inaugurated": "inaugurated", "dilantik": "inaugurated", "suspended": "suspended",
         "dilantik lalu diberhentikan sementara": "suspended", "dismissed": "dismissed",
         "dilantik lalu diberhentikan": "dismissed", "not_inaugurated": "not_inaugurated",
         "tidak dilantik": "not_inaugurated"},
        "What was done: inaugurated, inaugurated and suspended at once, inaugurated and dismissed at once, not "
        "inaugurated",
        "Yang dilakukan: dilantik, dilantik dan diberhentikan sementara, dilantik dan diberhentikan, tidak dilantik",
    )  # fmt: skip
    partner_lost: str | None = word_field(
        {"head": "head", "kepala daerah": "head", "deputy": "deputy", "wakil": "deputy"},
        "Which of the elected pair died, fell out or withdrew before it", "Calon terpilih yang berhalangan "
                                                                          "sebelum pelantikan",
    )  # fmt: skip
    installed_as: str | None = word_field(
        {"head": "head", "kepala daerah": "head", "deputy": "deputy", "wakil": "deputy", "none": "none"},
        "As what the other was inaugurated", "Jabatan yang dilantikkan kepada pasangannya",
    )  # fmt: skip


@attrs.frozen(kw_only=True)
class TermCase(Case):
    """The end of a head's term."""

    inaugurated: str | None = day_field("The day of inauguration", "Tanggal pelantikan")
    elected_in: str | None = word_field(
        {"2015": "pilkada-2015", "2017": "pilkada-2017", "2018": "pilkada-2018", "2020": "pilkada-2020",
         "2024": "pilkada-2024", "pilkada-2015": "pilkada-2015", "pilkada-2017": "pilkada-2017",
         "pilkada-2018": "pilkada-2018", "pilkada-2020": "pilkada-2020", "pilkada-2024": "pilkada-2024"},
        "The election that gave the office", "Pemilihan yang memberi jabatan",
    )  # fmt: skip
    left: str | None = day_field("The last day in office", "Hari terakhir menjabat")


for _name, _made in (
    ("vacancy", VacancyCase), ("acting", ActingCase), ("appointment", AppointmentCase),
    ("inauguration", InaugurationCase), ("term", TermCase),
):  # fmt: skip
    register_kind(_name, _made)
