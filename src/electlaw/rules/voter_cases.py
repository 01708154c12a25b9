"""Cases about voters, polling stations, votes and counts held again, postponement and the bodies that run it all."""

from __future__ import annotations

import attrs

from electlaw.errors import Invalid
from electlaw.rules.basecase import Case, count_field, day_field, flag_field, word_field
from electlaw.rules.cases import register_kind

__all__ = ["BodyCase", "PostponementCase", "RecountCase", "RevoteCase", "StationCase", "VoterCase", "VoterListCase"]


@attrs.frozen(kw_only=True)
class VoterCase(Case):
    """One person who wants to vote."""

    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    born: str | None = day_field("The day of birth", "Tanggal lahir")
    married: bool | None = flag_field("Whether the person is or was married", "Apakah sudah atau pernah kawin")
    citizen: bool | None = flag_field("Whether the person is an Indonesian citizen", "Apakah warga negara Indonesia")
    mental_state: str | None = word_field(
        {"none": "none", "tidak terganggu": "none", "disorder": "disorder", "gangguan jiwa": "disorder",
         "permanent_certified": "permanent_certified", "permanen bersurat keterangan": "permanent_certified"},
        "Mental disorder: none, some, or a permanent one that professionals certify to have ended the ability to "
        "choose",
        "Gangguan jiwa: tidak ada, ada, atau permanen yang menurut profesional menghilangkan kemampuan memilih",
    )  # fmt: skip
    vote_revoked: bool | None = flag_field(
        "Whether a final judgment has revoked the right to vote",
        "Apakah hak pilih dicabut dengan putusan berkekuatan hukum tetap",
    )
    service: str | None = word_field(
        {"none": "none", "tidak": "none", "police": "police", "polri": "police", "soldier": "soldier",
         "tni": "soldier"},
        "Whether the person is in active service: none, police, soldier",
        "Apakah dalam dinas aktif: tidak, Polri, TNI",
    )  # fmt: skip
    listed: bool | None = flag_field("Whether the person is on the final list (DPT)", "Apakah terdaftar dalam DPT")
    document: str | None = word_field(
        {"e_ktp": "e_ktp", "e-ktp": "e_ktp", "ktp-el": "e_ktp", "letter": "letter", "surat keterangan": "letter",
         "other_identity": "other_identity", "identitas lain": "other_identity", "none": "none"},
        "What an unlisted person shows", "Dokumen yang ditunjukkan bila tidak terdaftar",
    )  # fmt: skip
    own_area: bool | None = flag_field(
        "Whether the station serves the neighbourhood (RT/RW) of the address on the document",
        "Apakah TPS berada di RT/RW sesuai alamat dokumen",
    )
    last_hour: bool | None = flag_field(
        "Whether an unlisted person came in the last hour of voting",
        "Apakah pemilih tidak terdaftar datang pada satu jam terakhir pemungutan suara",
    )
    invited_on: str | None = day_field(
        "The day the notice to vote was delivered", "Tanggal surat pemberitahuan disampaikan"
    )


@attrs.frozen(kw_only=True)
class VoterListCase(Case):
    """The days of drawing up the list of voters."""

    data_received: str | None = day_field(
        "The day the checked population data came in", "Tanggal data kependudukan hasil validasi diterima"
    )
    updated: str | None = day_field("The day the update was done", "Tanggal pemutakhiran selesai")
    recapped: str | None = day_field(
        "The day PPK handed the recapitulation to the KPU", "Tanggal rekapitulasi diserahkan PPK kepada KPU"
    )
    comments_closed: str | None = day_field(
        "The day comments on the provisional list closed", "Tanggal masukan masyarakat atas DPS berakhir"
    )
    repaired: str | None = day_field("The day the provisional list was repaired", "Tanggal DPS diperbaiki")
    drawn_up: str | None = day_field(
        "The day the drawing up of the final list ended", "Tanggal penyusunan DPT berakhir"
    )
    announced: str | None = day_field("The day the final list was announced", "Tanggal DPT diumumkan")
    fixed: str | None = day_field("The day the final list was fixed", "Tanggal DPT ditetapkan")
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")


@attrs.frozen(kw_only=True)
class StationCase(Case):
    """A polling station and its ballots."""

    voters: int | None = count_field("Voters of the station", "Jumlah pemilih di TPS", "persons")
    dpt: int | None = count_field("Voters on the final list of the station", "Jumlah pemilih DPT di TPS", "persons")
    additional: int | None = count_field(
        "Voters on the additional list of the station", "Jumlah pemilih daftar tambahan di TPS", "persons"
    )
    ballots: int | None = count_field("Ballots delivered to the station", "Surat suara di TPS", "ballots")
    contest_dpt: int | None = count_field(
        "Voters on the final list of the whole contest", "Jumlah pemilih DPT seluruh daerah pemilihan", "persons"
    )
    printed: int | None = count_field(
        "Ballots printed for the contest, those for re-votes apart",
        "Surat suara yang dicetak, di luar surat suara pemungutan suara ulang", "ballots",
    )  # fmt: skip
    revote_ballots: int | None = count_field(
        "Marked ballots kept for re-votes", "Surat suara bertanda khusus untuk pemungutan suara ulang", "ballots"
    )
    replacements: int | None = count_field(
        "Replacement ballots one voter got", "Surat suara pengganti yang diberikan kepada seorang pemilih", "ballots"
    )
    delivered: str | None = day_field(
        "The day the material reached the station", "Tanggal perlengkapan diterima di TPS"
    )
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    security_officers: int | None = count_field(
        "Security officers at the station", "Petugas keamanan di TPS", "persons"
    )


@attrs.frozen(kw_only=True)
class RevoteCase(Case):
    """A vote held again at a station, by its grounds or by order of the Constitutional Court."""

    security_disturbance: bool | None = flag_field(
        "Whether a security disturbance made the result unusable or the count impossible",
        "Apakah gangguan keamanan membuat hasil tidak dapat digunakan atau penghitungan tidak dapat dilakukan",
    )
    improper_opening: bool | None = flag_field(
        "Whether box or papers were opened against the rules", "Apakah kotak atau berkas dibuka tidak menurut tata cara"
    )
    marked_by_request: bool | None = flag_field(
        "Whether officers had voters mark, sign or name used ballots",
        "Apakah KPPS meminta pemilih memberi tanda, menandatangani, atau menulis nama pada surat suara",
    )
    spoiled: int | None = count_field(
        "Used ballots officers damaged so that they were invalid", "Surat suara terpakai yang dirusak KPPS", "ballots"
    )
    double_voters: int | None = count_field(
        "Persons who voted more than once, at this or another station",
        "Orang yang memilih lebih dari satu kali, di TPS yang sama atau berbeda", "persons",
    )  # fmt: skip
    unregistered: int | None = count_field(
        "Persons who voted without being voters there", "Orang yang tidak terdaftar sebagai pemilih tetapi memilih",
        "persons",
    )  # fmt: skip
    found_by_supervisor: bool | None = flag_field(
        "Whether the sub-district supervisor examined and found it",
        "Apakah hasil penelitian dan pemeriksaan Panwas Kecamatan",
    )
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    revote_day: str | None = day_field("The day of the re-vote", "Hari pemungutan suara ulang")
    ruling: str | None = day_field(
        "The day the Constitutional Court ordered the re-vote", "Tanggal putusan MK yang memerintahkan"
    )
    ordered_days: int | None = count_field("Days the court gave", "Jumlah hari yang diberikan MK", "days", low=1)

    def check(self) -> None:
        """Refuse a number of days no court gives."""
        if self.ordered_days is not None and self.ordered_days > 3_660:
            raise Invalid(f"ordered_days: {self.ordered_days:,} days cannot be right",
                          id=f"ordered_days: {self.ordered_days} hari tidak mungkin")  # fmt: skip


@attrs.frozen(kw_only=True)
class RecountCase(Case):
    """A count held again at a station, or a recapitulation."""

    closed: bool | None = flag_field("Whether the count was closed", "Apakah penghitungan tertutup")
    dark: bool | None = flag_field("Whether the light was poor", "Apakah penerangan kurang")
    unclear_voice: bool | None = flag_field("Whether it was not clearly called", "Apakah suara kurang jelas")
    unclear_writing: bool | None = flag_field("Whether it was not clearly written", "Apakah tulisan kurang jelas")
    no_view: bool | None = flag_field(
        "Whether witnesses, supervisors or the public could not see it well",
        "Apakah saksi, pengawas, atau masyarakat tidak dapat menyaksikan dengan jelas",
    )
    elsewhere: bool | None = flag_field(
        "Whether it was held at another place or time", "Apakah dilakukan di tempat atau waktu lain"
    )
    inconsistent: bool | None = flag_field(
        "Whether valid and invalid ballots were judged inconsistently",
        "Apakah tidak konsisten menentukan surat suara sah dan tidak sah",
    )
    ballots: int | None = count_field("Ballots used", "Surat suara yang digunakan", "ballots")
    voters: int | None = count_field("Persons who voted", "Pengguna hak pilih", "persons")
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    recount_day: str | None = day_field("The day of the recount", "Hari penghitungan ulang")
    level: str | None = word_field(
        {"station": "station", "tps": "station", "higher": "higher", "ppk": "higher", "pps": "higher",
         "discrepancy": "discrepancy", "perbedaan sertifikat": "discrepancy"},
        "Where: at the station; one level up because the station could not; at PPK because certificates differ",
        "Tempat: di TPS; setingkat di atasnya; di PPK karena perbedaan sertifikat",
    )  # fmt: skip


@attrs.frozen(kw_only=True)
class PostponementCase(Case):
    """An election that cannot be held in part of its area."""

    cause: str | None = word_field(
        {"riot": "riot", "kerusuhan": "riot", "security": "security", "gangguan keamanan": "security",
         "disaster": "disaster", "bencana alam": "disaster", "nonnatural_disaster": "nonnatural_disaster",
         "bencana nonalam": "nonnatural_disaster", "other_disturbance": "other_disturbance",
         "gangguan lain": "other_disturbance", "no_budget": "other", "other": "other"},
        "What stands in the way", "Sebab tidak dapat dilaksanakan",
    )  # fmt: skip
    disturbed: str | None = word_field(
        {"some_stages": "some_stages", "sebagian tahapan": "some_stages", "all_stages": "all_stages",
         "seluruh tahapan": "all_stages"},
        "Whether some or all of the stages cannot be held", "Sebagian atau seluruh tahapan terganggu",
    )  # fmt: skip
    kind_chosen: str | None = word_field(
        {"lanjutan": "lanjutan", "continued": "lanjutan", "susulan": "susulan", "supplementary": "susulan"},
        "What was ordered: a continued (lanjutan) or a supplementary (susulan) election",
        "Yang ditetapkan: pemilihan lanjutan atau susulan",
    )  # fmt: skip
    areas_unable: int | None = count_field(
        "Regencies and cities (governor) or sub-districts (regent, mayor) that cannot vote",
        "Kabupaten/kota (gubernur) atau kecamatan (bupati, wali kota) yang tidak dapat memilih", "areas",
    )  # fmt: skip
    areas: int | None = count_field("All of them", "Jumlah seluruhnya", "areas", low=1)
    voters_unable: int | None = count_field(
        "Listed voters who cannot vote", "Pemilih terdaftar yang tidak dapat memilih", "persons"
    )
    voters: int | None = count_field("All listed voters", "Seluruh pemilih terdaftar", "persons", low=1)
    decided_by: str | None = word_field(
        {"kpu": "kpu", "minister": "minister", "menteri": "minister", "governor": "governor", "gubernur": "governor",
         "kpu_with_government_and_dpr": "kpu_with_government_and_dpr"},
        "Who ordered it", "Pihak yang menetapkan",
    )  # fmt: skip

    def check(self) -> None:
        """No part exceeds its whole."""
        self._at_most("areas_unable", "areas")
        self._at_most("voters_unable", "voters")


BODIES = {
    "ppk": "ppk", "pps": "pps", "kpps": "kpps", "bawaslu_provinsi": "bawaslu_provinsi",
    "bawaslu provinsi": "bawaslu_provinsi", "panwas_kabkota": "panwas_kabkota",
    "panwas kabupaten/kota": "panwas_kabkota", "panwas_kecamatan": "panwas_kecamatan",
    "panwas kecamatan": "panwas_kecamatan", "panwascam": "panwas_kecamatan", "ppl": "ppl",
    "pengawas_tps": "pengawas_tps", "pengawas tps": "pengawas_tps", "kpu_kabkota": "kpu_kabkota",
    "kpu kabupaten/kota": "kpu_kabkota", "kip_aceh": "kip_aceh", "kip aceh": "kip_aceh",
    "kip_kabkota": "kip_kabkota", "kip kabupaten/kota": "kip_kabkota",
}  # fmt: skip


@attrs.frozen(kw_only=True)
class BodyCase(Case):
    """A body that runs or supervises the election: its size, its formation and its end."""

    body: str | None = word_field(BODIES, "The body", "Badan")
    members: int | None = count_field("Its members", "Jumlah anggota", "persons")
    women: int | None = count_field("Women among them", "Jumlah perempuan", "persons")
    formed: str | None = day_field("The day it was formed", "Tanggal dibentuk")
    dissolved: str | None = day_field("The day it was dissolved", "Tanggal dibubarkan")
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    first_stage: str | None = day_field(
        "The day the first stage (preparation) begins", "Tanggal tahapan pertama (persiapan) dimulai"
    )
    last_stage: str | None = day_field("The day the last stage ends", "Tanggal seluruh tahapan selesai")

    def check(self) -> None:
        """No part exceeds its whole."""
        self._at_most("women", "members")


for _name, _made in (
    ("voter", VoterCase), ("voter_list", VoterListCase), ("station", StationCase), ("revote", RevoteCase),
    ("recount", RecountCase), ("postponement", PostponementCase), ("body", BodyCase),
):  # fmt: skip
    register_kind(_name, _made)
