"""Cases about persons: one candidate, and the whole candidacy of a pair.

Days that contradict each other (a judgment before birth, a term that ends before it begins) do not stop the making of
a case: the rule ``candidate.dates`` says so and names both fields.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.errors import Invalid
from electlaw.rules import reading
from electlaw.rules.basecase import Case, count_field, day_field, field, flag_field, word_field
from electlaw.rules.cases import IndependentCase, NominationCase, register_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "SCHOOLING",
    "CandidacyCase",
    "CandidateCase",
    "Conviction",
    "Post",
    "Programme",
    "Replacement",
    "Service",
    "office_of",
]

#: Schooling from lowest to highest.
SCHOOLING = ("none", "primary", "lower_secondary", "upper_secondary", "diploma", "bachelor", "master", "doctor")

_SCHOOLS = {name: name for name in SCHOOLING} | {
    "sd": "primary",
    "smp": "lower_secondary",
    "sltp": "lower_secondary",
    "sma": "upper_secondary",
    "smk": "upper_secondary",
    "slta": "upper_secondary",
    "paket c": "upper_secondary",
    "s1": "bachelor",
    "s2": "master",
    "s3": "doctor",
    "d3": "diploma",
}
_SIX = ("governor", "deputy-governor", "regent", "deputy-regent", "mayor", "deputy-mayor")
_OFFICES = {name: name for name in _SIX} | {
    "gubernur": "governor",
    "wakil gubernur": "deputy-governor",
    "bupati": "regent",
    "wakil bupati": "deputy-regent",
    "walikota": "mayor",
    "wali kota": "mayor",
    "wakil walikota": "deputy-mayor",
    "wakil wali kota": "deputy-mayor",
}
_CAPACITIES = {
    "elected": "elected",
    "terpilih": "elected",
    "hasil pemilihan": "elected",
    "successor": "successor",
    "pengganti": "successor",
    "sisa masa jabatan": "successor",
    "definitive": "definitive",
    "definitif": "definitive",
    "acting": "acting",
    "pj": "acting",
    "penjabat": "acting",
    "plt": "acting",
    "pelaksana tugas": "acting",
    "plh": "acting",
    "pelaksana harian": "acting",
    "pjs": "acting",
    "penjabat sementara": "acting",
    "pejabat sementara": "acting",
}
_POSTS = {
    "legislator": "legislator",
    "dpr": "legislator",
    "dpd": "legislator",
    "dprd": "legislator",
    "legislator-elect": "legislator-elect",
    "military": "military",
    "tni": "military",
    "police": "police",
    "polri": "police",
    "civil-servant": "civil-servant",
    "pns": "civil-servant",
    "asn": "civil-servant",
    "village-head": "village-head",
    "kepala desa": "village-head",
    "enterprise": "enterprise",
    "bumn": "enterprise",
    "bumd": "enterprise",
    "head-elsewhere": "head-elsewhere",
}


def _number(name: str, value: object) -> float:
    """Read a number of years, whole or not."""
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = -1.0
    if isinstance(value, bool) or not 0 <= number <= 200:
        raise Invalid(f"{name}: {value!r} is no number of years", id=f"{name}: {value!r} bukan jumlah tahun")
    return int(number) if number == int(number) else number


class _Row:
    """The base of what a case lists several of: its fields are read like those of a case."""

    __slots__ = ()


def _rows(made: Any) -> Any:
    """Return a reader of a list of tables."""
    names = [item.name for item in attrs.fields(made)]

    def read(name: str, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise Invalid(f"{name}: a list of tables is wanted", id=f"{name}: yang diminta daftar tabel")
        found = []
        for index, row in enumerate(value):
            if isinstance(row, made):
                row = {key: item for key, item in attrs.asdict(row).items() if item is not None}
            if not isinstance(row, dict):
                raise Invalid(
                    f"{name}[{index}]: a table of {', '.join(names)} is wanted",
                    id=f"{name}[{index}]: yang diminta tabel {', '.join(names)}",
                )
            reading.known_keys(row, names, f"{name}[{index}]")
            fields = {item.name: item.metadata["read"] for item in attrs.fields(made)}
            found.append(
                made(**{key: reading.maybe(fields[key], f"{name}[{index}].{key}", item) for key, item in row.items()})
            )
        return tuple(found)

    return read


def _list(made: Any, en: str, id: str) -> Any:
    names = ", ".join(item.name for item in attrs.fields(made))
    return field(_rows(made), f"list of {names}; an empty list: none", en, id)


@attrs.frozen(kw_only=True)
class Conviction(_Row):
    """One conviction by a final judgment."""

    offence: str | None = field(reading.words, "text", "The offence", "Tindak pidana")
    threat: float | None = field(
        _number, "years", "Longest prison the law threatens for the offence", "Ancaman pidana penjara paling lama"
    )
    imprisoned: bool | None = flag_field("Whether prison was imposed", "Apakah dijatuhi pidana penjara")
    final: str | None = day_field("The day the judgment became final", "Tanggal putusan berkekuatan hukum tetap")
    released: str | None = day_field("The day the person left prison", "Tanggal keluar dari penjara")
    conditional: bool | None = flag_field(
        "Whether the release was conditional (parole)", "Apakah keluar karena pembebasan bersyarat"
    )
    over: str | None = day_field(
        "The day the whole sentence was over: conditional release, its probation year, a suspended sentence's "
        "probation, and prison in place of unpaid compensation included",
        "Tanggal seluruh pidana berakhir, termasuk pembebasan bersyarat dan masa percobaannya, pidana percobaan, dan "
        "pidana pengganti uang pengganti",
    )
    negligence: bool | None = flag_field(
        "Whether the offence was one of negligence", "Apakah tindak pidana karena kealpaan"
    )
    political: bool | None = flag_field(
        "Whether it was an offence only for holding another political view than the regime",
        "Apakah tindak pidana politik: hanya karena pandangan politik berbeda dengan rezim",
    )
    amnestied: bool | None = flag_field(
        "Whether amnesty or rehabilitation was granted", "Apakah telah mendapat amnesti atau rehabilitasi"
    )
    drug_kingpin: bool | None = flag_field("Whether as a drug kingpin", "Apakah sebagai bandar narkoba")
    child_sex: bool | None = flag_field(
        "Whether a sexual crime against a child", "Apakah kejahatan seksual terhadap anak"
    )


@attrs.frozen(kw_only=True)
class Service(_Row):
    """One stretch of service as head or deputy."""

    office: str | None = word_field(_OFFICES, "The office", "Jabatan")
    region: str | None = field(reading.region_code, "name or Kemendagri code", "The region", "Daerah")
    capacity: str | None = word_field(
        _CAPACITIES,
        "Elected; successor for the rest of a term; definitive, where it is not said which of the two; or acting or "
        "temporary head (Pj, Plt, Plh, Pjs)",
        "Hasil pemilihan; pengganti sisa masa jabatan; definitif, bila tidak disebut yang mana dari keduanya; atau "
        "penjabat/pelaksana tugas (Pj, Plt, Plh, Pjs)",
    )
    start: str | None = day_field(
        "The first day the office was really exercised", "Hari pertama jabatan nyata dijalankan"
    )
    inaugurated: str | None = day_field("The day of inauguration", "Tanggal pelantikan")
    until: str | None = day_field(
        "The last day the office was really exercised (suspension ends it); empty while it goes on",
        "Hari terakhir jabatan nyata dijalankan (pemberhentian sementara mengakhirinya); kosong bila masih",
    )
    formally_until: str | None = day_field(
        "The day of permanent dismissal, where it came later than the end of real exercise",
        "Tanggal pemberhentian tetap, bila lebih lambat dari akhir jabatan yang nyata dijalankan",
    )
    term: str | None = field(
        reading.words,
        "text",
        "A label of the term it belongs to, such as 2016-2021",
        "Nama periode, misalnya 2016-2021",
    )


@attrs.frozen(kw_only=True)
class Post(_Row):
    """A post that a candidate must leave."""

    kind: str | None = word_field(_POSTS, "The kind of post", "Jenis jabatan atau pekerjaan")
    notified: bool | None = flag_field(
        "Whether the leadership of the chamber was told of the candidacy", "Apakah pencalonan diberitahukan ke pimpinan"
    )
    statement: bool | None = flag_field(
        "Whether a written statement of resignation was handed in", "Apakah pernyataan tertulis mundur diserahkan"
    )
    left: str | None = day_field("The day from which the post is left", "Tanggal mulai berhenti dari jabatan")


@attrs.frozen(kw_only=True)
class Replacement(_Row):
    """Officials replaced by a head or deputy."""

    day: str | None = day_field("The day of the replacement", "Tanggal penggantian pejabat")
    kind: str | None = word_field(
        {
            "transfer": "transfer",
            "mutasi": "transfer",
            "dismissal": "transfer",
            "pemberhentian": "transfer",
            "promotion": "transfer",
            "filling": "filling",
            "pengisian": "filling",
            "acting": "acting",
            "pelaksana tugas": "acting",
        },
        "A transfer between posts (also dismissal or promotion); filling of a vacant post by an appointment; naming "
        "an acting official for a vacant post",
        "Mutasi (juga pemberhentian atau promosi); pengisian jabatan kosong; penunjukan pelaksana tugas jabatan kosong",
    )
    approved: bool | None = flag_field(
        "Whether the Minister of Home Affairs approved it in writing", "Apakah disetujui tertulis oleh Mendagri"
    )
    approved_on: str | None = day_field("The day of that approval", "Tanggal persetujuan itu")
    revoked: str | None = day_field("The day it was revoked, if it was", "Tanggal pencabutan penggantian, bila dicabut")


@attrs.frozen(kw_only=True)
class Programme(_Row):
    """A use of power, programmes or activities of the region by a head or deputy."""

    day: str | None = day_field("The day of the use", "Tanggal penggunaan")
    favours: bool | None = flag_field(
        "Whether it favoured or harmed a pair (until 30 June 2016: whether it served the election)",
        "Apakah menguntungkan atau merugikan pasangan calon (sampai 30 Juni 2016: untuk kegiatan Pemilihan)",
    )


@attrs.frozen(kw_only=True)
class CandidateCase(Case):
    """One candidate for head or deputy."""

    name: str | None = field(reading.words, "text", "The person's name", "Nama calon")
    running_for: str | None = word_field(
        {"head": "head", "kepala daerah": "head", "deputy": "deputy", "wakil": "deputy"},
        "Whether as head or as deputy",
        "Sebagai calon kepala daerah atau wakil",
    )
    registered: str | None = day_field(
        "The day the pair was registered with the KPU", "Tanggal pendaftaran pasangan calon di KPU"
    )
    determined: str | None = day_field(
        "The day the KPU determines the pairs; that of the event if left out",
        "Tanggal KPU menetapkan pasangan calon; mengikuti pemilihannya bila tidak diisi",
    )
    inauguration: str | None = day_field(
        "The day the elected pairs are inaugurated, actual or planned", "Tanggal pelantikan pasangan terpilih"
    )
    born: str | None = day_field("Date of birth", "Tanggal lahir")
    citizen: bool | None = flag_field(
        "Whether an Indonesian citizen, and of no other state", "Apakah WNI dan bukan warga negara lain"
    )
    devout: bool | None = flag_field(
        "Whether faith in God is declared (in Aceh: practises the rules of the own religion)",
        "Apakah menyatakan bertakwa kepada Tuhan (di Aceh: menjalankan syariat agamanya)",
    )
    loyal: bool | None = flag_field(
        "Whether loyalty to Pancasila, the Constitution and the unitary state is declared",
        "Apakah menyatakan setia kepada Pancasila, UUD 1945 dan NKRI",
    )
    schooling: str | None = word_field(_SCHOOLS, "Highest schooling finished", "Pendidikan terakhir yang tamat")
    diploma_genuine: bool | None = flag_field("Whether the diploma was found genuine", "Apakah ijazah terbukti asli")
    public_test: bool | None = flag_field("Whether the public test was taken", "Apakah telah mengikuti uji publik")
    healthy: bool | None = flag_field(
        "Whether the examining team found the person able in body and mind",
        "Apakah dinyatakan mampu jasmani dan rohani oleh tim pemeriksa",
    )
    drug_free: bool | None = flag_field(
        "Whether the examining team found no drug abuse", "Apakah dinyatakan bebas penyalahgunaan narkotika"
    )
    convictions: tuple[Conviction, ...] | None = _list(
        Conviction, "Final convictions", "Putusan pidana yang berkekuatan hukum tetap"
    )
    disclosed: bool | None = flag_field(
        "Whether an ex-convict told the public so openly and honestly",
        "Apakah mantan terpidana mengumumkannya secara terbuka dan jujur",
    )
    repeat_offender: bool | None = flag_field("Whether a repeat offender", "Apakah pelaku kejahatan berulang")
    vote_revoked: bool | None = flag_field(
        "Whether the right to vote or be elected is taken away by a final judgment",
        "Apakah hak pilih sedang dicabut putusan berkekuatan hukum tetap",
    )
    disgraceful: bool | None = flag_field(
        "Whether a disgraceful act was done (gambling, drunkenness, drugs, adultery …)",
        "Apakah pernah berbuat tercela (judi, mabuk, narkoba, zina …)",
    )
    police_record: bool | None = flag_field(
        "Whether the police certificate (SKCK) was handed in", "Apakah SKCK diserahkan"
    )
    wealth_reported: bool | None = flag_field(
        "Whether the list of personal wealth was handed in", "Apakah daftar kekayaan pribadi diserahkan"
    )
    state_debt: bool | None = flag_field(
        "Whether a running debt harms state finances", "Apakah punya utang yang merugikan keuangan negara"
    )
    bankrupt: bool | None = flag_field("Whether declared bankrupt", "Apakah sedang dinyatakan pailit")
    tax_number: bool | None = flag_field("Whether the person has a tax number", "Apakah punya NPWP")
    tax_years: int | None = count_field(
        "Last years for which the tax return was filed (or from which on there was a duty)",
        "Jumlah tahun terakhir dengan laporan pajak (atau sejak menjadi wajib pajak)",
        "years",
    )
    tax_arrears: bool | None = flag_field("Whether tax is in arrears", "Apakah ada tunggakan pajak")
    services: tuple[Service, ...] | None = _list(
        Service, "Service as head or deputy, acting service included", "Riwayat sebagai kepala daerah atau wakil"
    )
    acting_head: bool | None = flag_field(
        "Whether acting head (penjabat) of a region", "Apakah berstatus penjabat kepala daerah"
    )
    acting_head_left: str | None = day_field(
        "The day the person stopped being acting head", "Tanggal berhenti sebagai penjabat"
    )
    posts: tuple[Post, ...] | None = _list(
        Post, "Posts held at registration that a candidate must leave", "Jabatan yang dipegang saat mendaftar"
    )
    incumbent_relative: bool | None = flag_field(
        "Whether married or related in the first degree (2015: also uncle, aunt, sibling, in-law) to the incumbent",
        "Apakah terikat kawin atau sedarah satu tingkat (2015: juga paman, bibi, saudara, ipar) dengan petahana",
    )
    term_between: bool | None = flag_field(
        "Whether one term lies between the incumbent's and this election", "Apakah ada jeda satu masa jabatan"
    )
    indigenous_papuan: bool | None = flag_field(
        "Whether recognised as an indigenous Papuan", "Apakah diakui sebagai orang asli Papua"
    )
    mrp_approved: bool | None = flag_field(
        "Whether the MRP gave its consideration and approval", "Apakah MRP memberi pertimbangan dan persetujuan"
    )
    known_in_region: bool | None = flag_field(
        "In Aceh: whether the person knows the region and is known there",
        "Di Aceh: apakah mengenal dan dikenal di daerahnya",
    )
    reads_quran: bool | None = flag_field(
        "In Aceh: whether a Muslim candidate can read the Quran", "Di Aceh: apakah calon muslim mampu membaca Al-Quran"
    )
    papers_true: bool | None = flag_field(
        "Whether the papers that prove the conditions were found complete and true",
        "Apakah dokumen bukti syarat dinyatakan lengkap dan benar",
    )
    incumbent: bool | None = flag_field(
        "Whether the sitting head or deputy of the region, who stands again there",
        "Apakah petahana: kepala daerah atau wakil yang sedang menjabat di daerah itu",
    )
    term_end: str | None = day_field("The day the incumbent's term ends", "Tanggal berakhirnya masa jabatan petahana")
    replacements: tuple[Replacement, ...] | None = _list(
        Replacement, "Officials the incumbent replaced", "Penggantian pejabat oleh petahana"
    )
    programmes: tuple[Programme, ...] | None = _list(
        Programme, "Powers, programmes and activities used", "Kewenangan, program, dan kegiatan yang digunakan"
    )
    elected_determined: str | None = day_field(
        "The day the elected pair is determined", "Tanggal penetapan pasangan calon terpilih"
    )
    campaign_from: str | None = day_field("First day of the campaign", "Hari pertama kampanye")
    campaign_until: str | None = day_field("Last day of the campaign", "Hari terakhir kampanye")
    leave_taken: bool | None = flag_field(
        "Whether the incumbent was on unpaid leave when campaigning", "Apakah petahana cuti saat berkampanye"
    )
    leave_from: str | None = day_field("First day of the leave", "Hari pertama cuti")
    leave_until: str | None = day_field("Last day of the leave", "Hari terakhir cuti")
    facilities_used: bool | None = flag_field(
        "Whether facilities of the office were used in the campaign", "Apakah fasilitas jabatan dipakai berkampanye"
    )
    #: Where the candidate stands in a larger case (``head.``), put before the names of fields.
    path: str = attrs.field(default="", eq=False, repr=False)
    #: Whether the region is of Aceh; None without a region.
    aceh: bool | None = attrs.field(init=False, default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        office = _OFFICES.get(str(self.office).casefold(), "")
        if office.startswith("deputy-"):
            object.__setattr__(self, "office", office.removeprefix("deputy-"))
            object.__setattr__(self, "running_for", "deputy")
        super().__attrs_post_init__()
        if self.region is not None:
            object.__setattr__(self, "aceh", self.region.startswith("11"))

    def check(self) -> None:
        """Complete the day of determination from the event."""
        if self.determined is None and self.event is not None:
            day = _pairs_day(self.event)
            if day:
                object.__setattr__(self, "determined", day)

    @property
    def sought(self) -> str | None:
        """The office sought, ``"deputy-regent"``; None if the case does not tell."""
        return office_of(self.office, self.running_for)

    @property
    def sits(self) -> bool | None:
        """Whether the person is the sitting head or deputy of the region, as stated or as the services tell."""
        if self.incumbent is not None or self.services is None or self.region is None:
            return self.incumbent
        return any(
            item.region == self.region and item.capacity != "acting" and (item.until or "9") > (self.determined or "0")
            for item in self.services
        )

    def to_json(self) -> dict[str, object]:
        """Return the case as plain data; an empty list, which says there are none, stays."""
        data = super().to_json()
        for item in attrs.fields(self.__class__):
            if item.metadata and getattr(self, item.name) == ():
                data[item.name] = []
        return data


def office_of(head: str | None, running_for: str | None) -> str | None:
    """Return the office a person runs for in a region headed by a governor, regent or mayor."""
    if head is None or running_for is None:
        return None
    return f"deputy-{head}" if running_for == "deputy" else head


_pairs: dict[str, str] = {}


def _pairs_day(event: str) -> str:
    """Return the day the pairs of an event were determined, if the log knows it."""
    if not _pairs:
        from electlaw.corpus import builtin

        for row in builtin().all("events"):
            _pairs[row["id"]] = row["pairs"]
    day = _pairs.get(event, "")
    return day if len(day) == 10 else ""


def _nested(name: str, value: object) -> object:
    if isinstance(value, Case | dict):
        return value
    raise Invalid(f"{name}: a table of fields is wanted", id=f"{name}: yang diminta tabel berisi kolom")


#: What a pair shares with both its members.
_SHARED = ("region", "office", "event", "on", "registered", "determined", "inauguration")


@attrs.frozen(kw_only=True)
class CandidacyCase(Case):
    """The candidacy of a pair: how it was put forward, and both members."""

    registered: str | None = day_field(
        "The day the pair was registered with the KPU", "Tanggal pendaftaran pasangan calon di KPU"
    )
    determined: str | None = day_field(
        "The day the KPU determines the pairs; that of the event if left out",
        "Tanggal KPU menetapkan pasangan calon; mengikuti pemilihannya bila tidak diisi",
    )
    inauguration: str | None = day_field(
        "The day the elected pairs are inaugurated, actual or planned", "Tanggal pelantikan pasangan terpilih"
    )
    nomination: NominationCase | None = field(  # noqa: RUF009
        _nested, "table: fields of a nomination", "The nomination by parties", "Pengusulan oleh partai"
    )
    independent: IndependentCase | None = field(  # noqa: RUF009
        _nested,
        "table: fields of an independent case",
        "The support of an independent pair",
        "Dukungan pasangan perseorangan",
    )
    head: CandidateCase | None = field(  # noqa: RUF009
        _nested, "table: fields of a candidate", "The candidate for head", "Calon kepala daerah"
    )
    deputy: CandidateCase | None = field(  # noqa: RUF009
        _nested, "table: fields of a candidate", "The candidate for deputy", "Calon wakil"
    )

    def check(self) -> None:
        """Make the parts; each takes over what the pair shares."""
        put = object.__setattr__
        for name in ("head", "deputy"):
            if getattr(self, name) is not None:
                put(self, name, self._made(CandidateCase, name, {"running_for": name, "path": f"{name}."}))
        for name, made in (("nomination", NominationCase), ("independent", IndependentCase)):
            if getattr(self, name) is not None:
                put(self, name, self._made(made, name, {}))

    def _made(self, made: type[Case], name: str, own: dict[str, str]) -> Case:
        given = getattr(self, name)
        names = [item.name for item in attrs.fields(made) if item.metadata]
        if isinstance(given, Case):
            if not isinstance(given, made):
                raise Invalid(f"{name}: a {made.__name__} is wanted", id=f"{name}: yang diminta {made.__name__}")
            given = {key: getattr(given, key) for key in names}
        given = {key: value for key, value in given.items() if key != "case" and not reading.missing(value)}
        reading.known_keys(given, names, name)
        for key in (key for key in _SHARED if key in names):
            value = getattr(self, key)
            if value is not None:
                given.setdefault(key, value)
        try:
            return made(**{**given, **own})
        except Invalid as error:
            raise Invalid(f"{name}.{error.en}", id=f"{name}.{error.id}", choices=error.choices) from None

    def to_json(self) -> dict[str, object]:
        """Return the case as plain data; the parts without what they share with the pair."""
        data: dict[str, object] = {"case": self.kind}
        for item in attrs.fields(self.__class__):
            value = getattr(self, item.name)
            if item.metadata and value is not None:
                data[item.name] = self._plain(value) if isinstance(value, Case) else reading.plain(value)
        return data

    def _plain(self, part: Case) -> dict[str, object]:
        shared = {name: getattr(self, name) for name in _SHARED}
        data = part.to_json()
        return {
            name: value
            for name, value in data.items()
            if name not in ("case", "running_for") and (name not in shared or value != shared[name])
        }


register_kind("candidate", CandidateCase)
register_kind("candidacy", CandidacyCase)

#: Words for the six offices.
OFFICE_WORDS = {
    "governor": Text("governor", "gubernur"),
    "deputy-governor": Text("deputy governor", "wakil gubernur"),
    "regent": Text("regent", "bupati"),
    "deputy-regent": Text("deputy regent", "wakil bupati"),
    "mayor": Text("mayor", "wali kota"),
    "deputy-mayor": Text("deputy mayor", "wakil wali kota"),
}
