"""Cases about disputes over the process, reports of violations, and the proceedings that follow them."""

from __future__ import annotations

from datetime import datetime

import attrs

from electlaw.rules import reading
from electlaw.rules.basecase import Case, count_field, day_field, field, flag_field, word_field
from electlaw.rules.cases import register_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["CrimeCase", "ProcessCase", "ReportCase", "ViolationCase"]


def _moment(en: str, id: str) -> Any:
    return field(reading.moment, "YYYY-MM-DD, or YYYY-MM-DD HH:MM with WIB, WITA or WIT", en, id)


@attrs.frozen(kw_only=True)
class ProcessCase(Case):
    """A dispute over a decision of the KPU: at Bawaslu, the administrative high court and the Supreme Court."""

    petitioner: str | None = word_field(
        {"pair": "pair", "pasangan calon": "pair", "prospective_pair": "prospective_pair",
         "bakal pasangan calon": "prospective_pair", "party": "party", "partai": "party", "voter": "voter",
         "pemilih": "voter", "observer": "observer", "pemantau": "observer"},
        "Who objects", "Pihak yang mengajukan keberatan",
    )  # fmt: skip
    kpu_decision: str | None = day_field(
        "The day of the KPU decision objected to", "Tanggal keputusan KPU yang dipersoalkan"
    )
    objection_filed: str | None = day_field(
        "The day the objection was filed with Bawaslu", "Tanggal keberatan diajukan kepada Bawaslu"
    )
    incomplete_found: str | None = day_field(
        "The day the related party's papers were found incomplete",
        "Tanggal dokumen pihak terkait dinyatakan belum lengkap",
    )
    party_repaired: str | None = day_field(
        "The day the related party completed its papers", "Tanggal pihak terkait melengkapi dokumennya"
    )
    petition_received: str | None = day_field(
        "The day Bawaslu received the petition (registered it as complete)",
        "Tanggal permohonan diterima (diregister) Bawaslu",
    )
    bawaslu_decision: str | None = day_field("The day Bawaslu decided", "Tanggal putusan Bawaslu")
    kpu_followed: str | None = day_field(
        "The day the KPU carried out Bawaslu's decision", "Tanggal KPU menindaklanjuti putusan Bawaslu"
    )
    remedies_used: bool | None = flag_field(
        "Whether the remedies at Bawaslu were all used before going to court",
        "Apakah seluruh upaya administratif di Bawaslu telah ditempuh sebelum ke pengadilan",
    )
    suit_filed: str | None = day_field(
        "The day the suit was filed with the administrative high court",
        "Tanggal gugatan didaftarkan ke Pengadilan Tinggi TUN",
    )
    suit_repaired: str | None = day_field("The day the suit was completed", "Tanggal gugatan diperbaiki")
    suit_complete: str | None = day_field(
        "The day the suit was declared complete", "Tanggal gugatan dinyatakan lengkap"
    )
    judgment: str | None = day_field(
        "The day the administrative high court gave judgment", "Tanggal putusan Pengadilan Tinggi TUN"
    )
    cassation_filed: str | None = day_field("The day cassation was filed", "Tanggal permohonan kasasi diajukan")
    cassation_received: str | None = day_field(
        "The day the Supreme Court received the cassation", "Tanggal permohonan kasasi diterima Mahkamah Agung"
    )
    cassation_decision: str | None = day_field(
        "The day the Supreme Court decided", "Tanggal putusan kasasi Mahkamah Agung"
    )
    review_sought: bool | None = flag_field(
        "Whether a review (peninjauan kembali) of the Supreme Court's decision was sought",
        "Apakah diajukan peninjauan kembali atas putusan Mahkamah Agung",
    )
    ruling: str | None = day_field(
        "The day of the court's ruling the KPU has to follow",
        "Tanggal putusan pengadilan yang harus ditindaklanjuti KPU",
    )
    ruling_followed: str | None = day_field(
        "The day the KPU followed the court's ruling", "Tanggal KPU menindaklanjuti putusan pengadilan"
    )
    pairs_changed: str | None = day_field(
        "The day the KPU changed the pairs because of a court's ruling",
        "Tanggal KPU mengubah penetapan pasangan calon karena putusan pengadilan",
    )
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")


_REPORTERS = {
    "voter": "voter", "pemilih": "voter", "citizen_with_vote": "voter", "observer": "observer", "pemantau": "observer",
    "participant": "participant", "peserta": "participant", "pair": "participant", "pasangan calon": "participant",
    "citizen_without_vote": "outsider", "outsider": "outsider", "organisation": "outsider", "lsm": "outsider",
    "foreigner": "outsider",
}  # fmt: skip

_MATTERS = {
    "ethics": "ethics", "kode etik": "ethics", "administrative": "administrative", "administrasi": "administrative",
    "dispute": "dispute", "sengketa": "dispute", "crime": "crime", "pidana": "crime",
}  # fmt: skip

_ADDRESSEES = {
    "dkpp": "dkpp", "kpu": "kpu", "bawaslu": "bawaslu", "police": "police", "polri": "police", "kepolisian": "police",
}  # fmt: skip


@attrs.frozen(kw_only=True)
class ReportCase(Case):
    """A report of a violation to Bawaslu."""

    reporter: str | None = word_field(
        _REPORTERS, "Who reports: a citizen with the right to vote there, an observer, a participant, or an outsider",
        "Pelapor: warga negara berhak pilih setempat, pemantau, peserta, atau pihak lain",
    )  # fmt: skip
    known_on: str | None = day_field(
        "The day the violation became known or was found", "Tanggal pelanggaran diketahui atau ditemukan"
    )
    reported: str | None = day_field("The day the report was made", "Tanggal laporan disampaikan")
    received: str | None = day_field(
        "The day the report was received (registered)", "Tanggal laporan diterima (diregistrasi)"
    )
    handled: str | None = day_field("The day Bawaslu acted on the report", "Tanggal Bawaslu menindaklanjuti laporan")
    more_asked: bool | None = flag_field(
        "Whether more information was asked of the reporter", "Apakah diminta keterangan tambahan dari pelapor"
    )
    matter: str | None = word_field(
        _MATTERS, "What the report turned out to be about", "Jenis pelanggaran yang dilaporkan"
    )
    sent_to: str | None = word_field(
        _ADDRESSEES, "Whom the report was passed on to, or who settles it", "Lembaga yang menerima terusan laporan"
    )
    crime_decided: datetime | str | None = _moment(  # noqa: RUF009
        "When Bawaslu decided that the report is of a crime", "Saat Bawaslu memutuskan laporan sebagai tindak pidana",
    )  # fmt: skip
    crime_referred: datetime | str | None = _moment(  # noqa: RUF009
        "When it was passed to the police", "Saat laporan diteruskan ke kepolisian",
    )  # fmt: skip


@attrs.frozen(kw_only=True)
class ViolationCase(Case):
    """An administrative violation, the ordinary one or money politics (structured, systematic and massive)."""

    output: str | None = word_field(
        {"recommendation": "recommendation", "rekomendasi": "recommendation", "decision": "decision",
         "putusan": "decision", "verdict": "decision"},
        "What Bawaslu gave the KPU: a recommendation or a decision",
        "Keluaran Bawaslu kepada KPU: rekomendasi atau putusan",
    )  # fmt: skip
    reviewed: bool | None = flag_field(
        "Whether the KPU examined the matter anew and came to its own result",
        "Apakah KPU memeriksa kembali dan memutus lain",
    )
    output_received: str | None = day_field("The day the KPU received it", "Tanggal KPU menerimanya")
    kpu_acted: str | None = day_field("The day the KPU acted on it", "Tanggal KPU menindaklanjutinya")
    by: str | None = word_field(
        {"candidate": "candidate", "calon": "candidate", "pair": "candidate", "pasangan calon": "candidate",
         "campaign_team": "campaign_team", "tim kampanye": "campaign_team", "party_member": "other",
         "volunteer": "other", "relawan": "other", "other": "other", "lain": "other", "voter": "other"},
        "Who promised or gave money: the candidate, the campaign team, or another",
        "Pihak yang menjanjikan atau memberi uang: calon, tim kampanye, atau pihak lain",
    )  # fmt: skip
    structured: bool | None = flag_field(
        "Whether it was structured: by officials or organisers, together",
        "Apakah terstruktur: melibatkan aparat atau penyelenggara secara kolektif",
    )
    systematic: bool | None = flag_field(
        "Whether it was systematic: planned with care", "Apakah sistematis: direncanakan secara matang"
    )
    massive: bool | None = flag_field(
        "Whether it was massive: of wide effect on the result", "Apakah masif: dampaknya luas terhadap hasil"
    )
    areas_proved: int | None = count_field(
        "Regencies and cities (governor) or sub-districts (regent, mayor) from which the report brings evidence",
        "Kabupaten/kota (gubernur) atau kecamatan (bupati, wali kota) yang dibuktikan laporan", "areas",
    )  # fmt: skip
    areas: int | None = count_field(
        "All regencies and cities of the province, or all sub-districts",
        "Jumlah kabupaten/kota di provinsi, atau kecamatan di kabupaten/kota", "areas", low=1,
    )  # fmt: skip
    report_registered: str | None = day_field(
        "The day Bawaslu Provinsi registered the report", "Tanggal laporan diregister Bawaslu Provinsi"
    )
    bawaslu_decision: str | None = day_field("The day Bawaslu Provinsi decided", "Tanggal putusan Bawaslu Provinsi")
    objection_notice: str | None = day_field(
        "The day notice of the objection was given", "Tanggal pemberitahuan keberatan"
    )
    counter_memorandum: str | None = day_field(
        "The day the counter memorandum came in", "Tanggal kontra memori keberatan diserahkan"
    )
    kpu_decision: str | None = day_field(
        "The day the KPU issued its decision on the sanction", "Tanggal keputusan KPU tentang sanksi"
    )
    appeal_filed: str | None = day_field(
        "The day the pair went to the Supreme Court", "Tanggal pasangan calon mengajukan upaya hukum ke Mahkamah Agung"
    )
    file_received: str | None = day_field(
        "The day the Supreme Court received the file", "Tanggal berkas diterima Mahkamah Agung"
    )
    appeal_decision: str | None = day_field("The day the Supreme Court decided", "Tanggal putusan Mahkamah Agung")
    annulled: bool | None = flag_field(
        "Whether the Supreme Court annulled the KPU's decision", "Apakah Mahkamah Agung membatalkan keputusan KPU"
    )
    reinstated: bool | None = flag_field(
        "Whether the KPU determined the pair again", "Apakah KPU menetapkan kembali pasangan calon itu"
    )

    def check(self) -> None:
        """No part exceeds its whole."""
        self._at_most("areas_proved", "areas")


@attrs.frozen(kw_only=True)
class CrimeCase(Case):
    """The proceedings on an election crime, from the report to the execution of the judgment."""

    reported: str | None = day_field(
        "The day the police received the report from Bawaslu", "Tanggal penyidik menerima laporan dari Bawaslu"
    )
    file_sent: str | None = day_field(
        "The day the police gave the file to the prosecutor", "Tanggal penyidik menyerahkan berkas ke penuntut umum"
    )
    file_returned: str | None = day_field(
        "The day the prosecutor returned the incomplete file", "Tanggal penuntut umum mengembalikan berkas"
    )
    file_resent: str | None = day_field(
        "The day the police gave the file in again", "Tanggal penyidik menyerahkan kembali berkas"
    )
    file_accepted: str | None = day_field(
        "The day the prosecutor received the file with which the case goes to court",
        "Tanggal penuntut umum menerima berkas yang dilimpahkan",
    )
    brought: str | None = day_field("The day the case was brought to court", "Tanggal perkara dilimpahkan")
    judgment: str | None = day_field("The day the district court gave judgment", "Tanggal putusan Pengadilan Negeri")
    appeal_filed: str | None = day_field("The day of the appeal", "Tanggal permohonan banding")
    appeal_sent: str | None = day_field(
        "The day the file went to the high court", "Tanggal berkas dilimpahkan ke Pengadilan Tinggi"
    )
    appeal_judgment: str | None = day_field("The day the high court gave judgment", "Tanggal putusan Pengadilan Tinggi")
    cassation_sought: bool | None = flag_field(
        "Whether anyone went on from the high court to the Supreme Court",
        "Apakah diajukan upaya hukum atas putusan Pengadilan Tinggi",
    )
    delivered: str | None = day_field(
        "The day the final judgment reached the prosecutor", "Tanggal putusan disampaikan kepada penuntut umum"
    )
    executed: str | None = day_field("The day it was carried out", "Tanggal putusan dilaksanakan")
    result_relevant: bool | None = flag_field(
        "Whether the judgment may change the votes", "Apakah putusan dapat memengaruhi perolehan suara"
    )
    final_judgment: str | None = day_field("The day the last judgment was given", "Tanggal putusan terakhir")
    result_day: str | None = day_field(
        "The day the KPU determines the result", "Tanggal KPU menetapkan hasil pemilihan"
    )


for _name, _made in (
    ("process", ProcessCase),
    ("report", ReportCase),
    ("violation", ViolationCase),
    ("crime", CrimeCase),
):
    register_kind(_name, _made)
