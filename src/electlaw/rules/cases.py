"""Cases: what a rule is asked about. Typed, checked when made, built from a mapping, JSON, TOML or a table row.

Every field may be missing: a rule that needs it answers ``undetermined`` and names it. What cannot be right (a
negative number of votes, more votes than were cast, a region that never existed) is refused when the case is made.
Each field carries its unit and meaning in both languages; `fields` lists them, and the page of fields is made of it.
"""

from __future__ import annotations

from datetime import datetime

import attrs

from electlaw.acts import Text
from electlaw.errors import Invalid, NotFound
from electlaw.rules import reading
from electlaw.rules.basecase import Case, count_field, day_field, field, flag_field, most_ballots, word_field
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "KINDS",
    "Case",
    "DisputeCase",
    "Field",
    "FrameCase",
    "IndependentCase",
    "NominationCase",
    "PairsCase",
    "Party",
    "ReplacementCase",
    "ResultCase",
    "SupporterCase",
    "case",
    "count_field",
    "day_field",
    "field",
    "fields",
    "flag_field",
    "load",
    "register_kind",
    "word_field",
]


@attrs.frozen(kw_only=True)
class Party:
    """One party of a coalition and what it won in the latest DPRD election of the region."""

    name: str = ""
    votes: int | None = None
    seats: int | None = None
    #: Whether it is a local party of Aceh.
    local: bool = False


@attrs.frozen(kw_only=True)
class NominationCase(Case):
    """A party or coalition that nominates a pair."""

    votes: int | None = count_field(
        "Valid votes of the party or coalition in the latest DPRD election of the region. Under the law until "
        "19 August 2024 only parties that hold a seat count",
        "Suara sah partai atau gabungan partai pada pemilu DPRD terakhir di daerah itu. Sampai 19 Agustus 2024 hanya "
        "partai yang memperoleh kursi yang dihitung",
        "votes",
    )
    valid_votes: int | None = count_field(
        "All valid votes in that DPRD election in the region", "Seluruh suara sah pemilu DPRD di daerah itu", "votes",
        low=1,
    )  # fmt: skip
    seats: int | None = count_field("DPRD seats of the party or coalition", "Kursi DPRD partai atau gabungan", "seats")
    dprd_seats: int | None = count_field(
        "Seats of the DPRD, the appointed ones included", "Jumlah kursi DPRD, termasuk yang diangkat", "seats", low=1
    )
    appointed_seats: int | None = count_field(
        "Appointed seats of DPR Papua or DPR Papua Barat", "Kursi yang diangkat di DPR Papua atau Papua Barat", "seats"
    )
    electorate: int | None = count_field(
        "Voters in the list (DPT) of the latest general election in the region",
        "Jumlah pemilih dalam DPT pemilu terakhir di daerah itu",
        "voters",
        low=1,
    )
    party_kind: str | None = word_field(
        {"national": "national", "local": "local", "mixed": "mixed", "nasional": "national", "lokal": "local"},
        "In Aceh: whether the nominating parties are national, local, or both",
        "Di Aceh: apakah partai pengusul nasional, lokal, atau keduanya",
    )
    pairs_proposed: int | None = count_field(
        "Pairs this party or coalition proposes", "Jumlah pasangan yang diusulkan partai atau gabungan ini", "pairs"
    )
    shared: bool | None = flag_field(
        "Whether one of the parties also nominates another pair",
        "Apakah salah satu partai juga mengusulkan pasangan lain",
    )
    parties: tuple[Party, ...] = attrs.field(
        default=(),
        metadata={
            "read": lambda name, value: _parties(name, value),
            "unit": "list of name, votes, seats, local",
            "text": Text(
                "The parties one by one, in place of votes and seats",
                "Partai satu per satu, sebagai ganti votes dan seats",
            ),
        },
    )

    def check(self) -> None:
        """Check that parties are counted once and no part exceeds its whole."""
        if self.parties:
            self._add_up()
        self._at_most("votes", "valid_votes")
        self._at_most("seats", "dprd_seats")
        self._at_most("appointed_seats", "dprd_seats")
        valid, voters = self.valid_votes, self.electorate
        if valid is not None and voters is not None and valid > most_ballots(voters):
            raise Invalid(f"valid_votes: {valid:,} is more than {voters:,} voters had ballots for",
                          id=f"valid_votes: {valid} melebihi surat suara bagi {voters} pemilih")  # fmt: skip

    def _add_up(self) -> None:
        put = object.__setattr__
        for name in ("votes", "seats"):
            if getattr(self, name) is not None:
                raise Invalid(f"{name}: give it for each party or once, not both",
                              id=f"{name}: isi per partai atau sekali saja, jangan keduanya")  # fmt: skip
            parts = [getattr(party, name) for party in self.parties]
            if None not in parts:
                put(self, name, sum(parts))
        if self.party_kind is None and any(party.local for party in self.parties):
            put(self, "party_kind", "local" if all(party.local for party in self.parties) else "mixed")

    def to_json(self) -> dict[str, object]:
        """Return the case as plain data; sums made of the parties are left out."""
        data = super().to_json()
        if self.parties:
            for name in ("votes", "seats"):
                data.pop(name, None)
        return data


def _parties(name: str, value: object) -> tuple[Party, ...]:
    if not isinstance(value, list | tuple):
        raise Invalid(f"{name}: a list of parties is wanted", id=f"{name}: yang diminta daftar partai")
    found = []
    for index, item in enumerate(value):
        if isinstance(item, Party):
            item = attrs.asdict(item)
        if not isinstance(item, dict):
            raise Invalid(f"{name}[{index}]: a party is a table of name, votes, seats, local",
                          id=f"{name}[{index}]: partai berupa tabel name, votes, seats, local")  # fmt: skip
        reading.known_keys(item, ("name", "votes", "seats", "local"), f"{name}[{index}]")
        place = f"{name}[{index}]."
        found.append(
            Party(
                name=str(item.get("name") or f"#{index + 1}"),
                votes=reading.maybe(reading.count, f"{place}votes", item.get("votes")),
                seats=reading.maybe(reading.count, f"{place}seats", item.get("seats")),
                local=bool(reading.maybe(reading.flag, f"{place}local", item.get("local"))),
            )
        )
    seen: set[str] = set()
    for party in found:
        key = party.name.casefold().strip()
        if key in seen:
            raise Invalid(f"{name}: {party.name} is listed twice", id=f"{name}: {party.name} tercantum dua kali")
        seen.add(key)
    return tuple(found)


@attrs.frozen(kw_only=True)
class IndependentCase(Case):
    """An independent pair and its supporters."""

    supporters: int | None = count_field(
        "Valid supporters, each counted once", "Pendukung yang sah, dihitung sekali", "persons"
    )
    population: int | None = count_field(
        "Inhabitants of the region; the base until MK 60/PUU-XIII/2015, and in Aceh",
        "Jumlah penduduk daerah; dasar sampai putusan MK 60/PUU-XIII/2015, dan di Aceh",
        "persons", low=1,
    )  # fmt: skip
    electorate: int | None = count_field(
        "Voters in the list (DPT) of the latest election in the region; the base since MK 60/PUU-XIII/2015",
        "Jumlah pemilih dalam DPT pemilu atau pemilihan terakhir di daerah itu; dasar sejak putusan MK "
        "60/PUU-XIII/2015",
        "voters", low=1,
    )  # fmt: skip
    districts_covered: int | None = count_field(
        "Regencies and cities (governor) or sub-districts (regent, mayor) with support",
        "Kabupaten/kota (gubernur) atau kecamatan (bupati, wali kota) yang memiliki dukungan",
        "areas",
    )
    districts: int | None = count_field(
        "All regencies and cities of the province, or all sub-districts of the regency or city",
        "Jumlah kabupaten/kota di provinsi, atau jumlah kecamatan di kabupaten/kota",
        "areas", low=1,
    )  # fmt: skip
    handed_over: str | None = day_field(
        "The day the support was handed to the KPU", "Tanggal penyerahan dukungan kepada KPU"
    )
    registration_opens: str | None = day_field(
        "The first day of the registration of pairs", "Hari pertama pendaftaran pasangan calon"
    )

    def check(self) -> None:
        """Check that no part exceeds its whole."""
        self._at_most("supporters", "population")
        self._at_most("supporters", "electorate")
        self._at_most("districts_covered", "districts")


@attrs.frozen(kw_only=True)
class SupporterCase(Case):
    """One supporter of an independent pair."""

    residence_years: int | None = count_field(
        "Whole years the supporter has lived in the region", "Lama berdomisili di daerah itu, tahun penuh", "years"
    )
    in_dpt: bool | None = flag_field(
        "Whether the supporter is named in the voter list of the latest election",
        "Apakah pendukung tercantum dalam DPT pemilu atau pemilihan terakhir",
    )
    eligible: bool | None = flag_field(
        "Whether the supporter is an inhabitant with the right to vote",
        "Apakah pendukung penduduk yang mempunyai hak pilih",
    )
    document: str | None = word_field(
        {"e_ktp": "e_ktp", "e-ktp": "e_ktp", "letter": "letter", "surat keterangan": "letter",
         "other_identity": "other_identity"},
        "What proves who the supporter is: the electronic identity card, a letter of the civil registry, or other",
        "Bukti identitas pendukung: e-KTP, surat keterangan Dukcapil, atau lainnya",
    )  # fmt: skip
    pairs_supported: int | None = count_field(
        "Pairs the supporter backs", "Jumlah pasangan yang didukung orang itu", "pairs"
    )


@attrs.frozen(kw_only=True)
class PairsCase(Case):
    """The determination of the pairs of a contest."""

    pairs: int | None = count_field("Pairs that meet the conditions", "Pasangan calon yang memenuhi syarat", "pairs")
    reopened: bool | None = flag_field(
        "Whether the registration was opened again after fewer than two pairs stood",
        "Apakah pendaftaran sudah dibuka kembali setelah kurang dari dua pasangan",
    )
    postponed_on: str | None = day_field(
        "The day the stages were postponed for want of pairs", "Tanggal tahapan ditunda karena kurang pasangan calon"
    )
    resumed_on: str | None = day_field("The day the stages went on", "Tanggal tahapan dilanjutkan")
    reopened_on: str | None = day_field(
        "The day the registration was opened again", "Tanggal pendaftaran dibuka kembali"
    )

    def check(self) -> None:
        """Check that days come in order."""
        reading.in_order(self, "postponed_on", "resumed_on")
        reading.in_order(self, "postponed_on", "reopened_on")


@attrs.frozen(kw_only=True)
class ReplacementCase(Case):
    """The replacement of a candidate who can no longer stand."""

    cause: str | None = word_field(
        {"death": "death", "meninggal dunia": "death", "incapacity": "incapacity",
         "berhalangan tetap": "incapacity"},
        "Why the candidate falls out: death, or another lasting incapacity",
        "Sebab calon berhalangan: meninggal dunia, atau berhalangan tetap lainnya",
    )  # fmt: skip
    occurred: str | None = day_field("The day it happened", "Tanggal terjadinya")
    proposed: str | None = day_field("The day the replacement was proposed", "Tanggal calon pengganti diusulkan")
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")

    def check(self) -> None:
        """Check that days come in order."""
        reading.in_order(self, "occurred", "proposed")


@attrs.frozen(kw_only=True)
class ResultCase(Case):
    """The result of a vote as the KPU determined it."""

    votes: tuple[tuple[str, int], ...] | None = field(
        reading.votes_by_pair, "table of pair to votes",
        "Valid votes of each pair", "Suara sah setiap pasangan calon",
    )  # fmt: skip
    pair_votes: int | None = count_field(
        "Votes of the one pair that stood alone", "Suara pasangan calon tunggal", "votes"
    )
    empty_votes: int | None = count_field(
        "Votes for the empty column (2015: disagree)", "Suara kolom kosong (2015: tidak setuju)", "votes"
    )
    valid_votes: int | None = count_field(
        "All valid votes, the empty column included; the sum if left out",
        "Seluruh suara sah, termasuk kolom kosong; jumlahnya bila tidak diisi",
        "votes", low=1,
    )  # fmt: skip
    voters: int | None = count_field(
        "Persons who voted, on the list or added on the day", "Pengguna hak pilih, termasuk yang tambahan", "persons",
        low=1,
    )  # fmt: skip
    round: int | None = count_field("Round of voting, 1 or 2", "Putaran pemungutan suara, 1 atau 2", low=1)
    districts_won: tuple[tuple[str, int], ...] | None = field(
        reading.votes_by_pair, "table of pair to areas",
        "Regencies and cities (governor) or sub-districts (regent, mayor) each pair won; for a tie",
        "Kabupaten/kota (gubernur) atau kecamatan (bupati, wali kota) yang dimenangi setiap pasangan; untuk suara sama",
    )  # fmt: skip
    voting_day: str | None = day_field("Voting day", "Hari pemungutan suara")
    repeat_day: str | None = day_field(
        "The day of the election held again after the single pair lost",
        "Hari pemilihan berikutnya setelah calon tunggal kalah",
    )

    def check(self) -> None:
        """Check that sums are sums and nobody has more votes than were cast."""
        put = object.__setattr__
        total = None
        if self.votes is not None:
            total = sum(number for _, number in self.votes)
            if len(self.votes) == 1 and self.pair_votes is None:
                put(self, "pair_votes", self.votes[0][1])
            if len(self.votes) == 1:
                total = None if self.empty_votes is None else total + self.empty_votes
        elif self.pair_votes is not None and self.empty_votes is not None:
            total = self.pair_votes + self.empty_votes
        if total is not None and self.valid_votes is None and total:
            put(self, "valid_votes", total)
        elif total is not None and self.valid_votes is not None and total != self.valid_votes:
            raise Invalid(
                f"valid_votes: {self.valid_votes:,} is not the sum of the votes, {total:,}",
                id=f"valid_votes: {self.valid_votes} tidak sama dengan jumlah suara, {total}",
            )
        self._at_most("pair_votes", "valid_votes")
        self._at_most("valid_votes", "voters")
        reading.in_order(self, "voting_day", "repeat_day")


@attrs.frozen(kw_only=True)
class DisputeCase(Case):
    """A petition against a result."""

    population: int | None = count_field(
        "Inhabitants of the region by the interior ministry's half-yearly figure, not its voters",
        "Jumlah penduduk menurut data semester Kementerian Dalam Negeri, bukan jumlah pemilih",
        "persons", low=1,
    )  # fmt: skip
    winner_votes: int | None = count_field(
        "Votes of the pair with most votes", "Suara pasangan peraih terbanyak", "votes"
    )
    petitioner_votes: int | None = count_field(
        "Votes of the petitioner; of the empty column where an observer files",
        "Suara pemohon; suara kolom kosong bila pemantau yang mengajukan",
        "votes",
    )
    valid_votes: int | None = count_field("All valid votes", "Seluruh suara sah", "votes", low=1)
    announced: datetime | str | None = field(  # noqa: RUF009
        reading.moment, "YYYY-MM-DD, or YYYY-MM-DD HH:MM with WIB, WITA or WIT",
        "When the KPU announced the result", "Saat KPU mengumumkan penetapan hasil",
    )  # fmt: skip
    filed: datetime | str | None = field(  # noqa: RUF009
        reading.moment, "YYYY-MM-DD, or YYYY-MM-DD HH:MM with WIB, WITA or WIT",
        "When the petition was filed (by the court's deed, in its time)",
        "Saat permohonan diajukan (menurut akta Mahkamah, waktu Mahkamah)",
    )  # fmt: skip
    petitioner: str | None = word_field(
        {"pair": "pair", "pasangan calon": "pair", "observer": "observer", "pemantau": "observer",
         "party": "party", "partai": "party", "voter": "voter", "pemilih": "voter"},
        "Who files: a pair of candidates, an election observer, a party, a voter",
        "Pemohon: pasangan calon, pemantau pemilihan, partai, atau pemilih",
    )  # fmt: skip
    accredited: bool | None = flag_field(
        "Whether the observer is accredited by the KPU for this election",
        "Apakah pemantau terakreditasi KPU untuk pemilihan ini",
    )
    pairs: int | None = count_field("Pairs that stood", "Jumlah pasangan calon peserta pemilihan", "pairs", low=1)

    def check(self) -> None:
        """Check that the winner has most votes, and both together no more than were valid."""
        self._at_most("petitioner_votes", "winner_votes")
        self._at_most("winner_votes", "valid_votes")
        if None not in (self.winner_votes, self.petitioner_votes, self.valid_votes):
            together = self.winner_votes + self.petitioner_votes  # type: ignore[operator]
            if together > self.valid_votes:  # type: ignore[operator]
                raise Invalid(
                    f"winner_votes and petitioner_votes: {together:,} is more than valid_votes, {self.valid_votes:,}",
                    id=f"winner_votes dan petitioner_votes: {together} melebihi valid_votes, {self.valid_votes}",
                )


@attrs.frozen(kw_only=True)
class FrameCase(Case):
    """The legal frame of an act: what it cites, and a value it lays down under a higher norm."""

    citation: str | None = field(
        reading.words, "reference",
        "A provision the act rests on, as cited", "Ketentuan yang menjadi dasar, sebagaimana dikutip",
    )  # fmt: skip
    instrument: str | None = field(
        reading.words, "reference",
        "An instrument the act rests on, as cited", "Peraturan yang menjadi dasar, sebagaimana dikutip",
    )  # fmt: skip
    parameter: str | None = field(
        reading.words, "key in parameter-keys.tsv",
        "The matter the act rules on", "Perihal yang diatur",
    )  # fmt: skip
    value: str | int | float | bool | None = field(
        reading.scalar, "as the parameter table writes it",
        "The value the act lays down", "Nilai yang ditetapkan",
    )  # fmt: skip
    laid_down_by: str | None = field(
        reading.words, "reference",
        "The instrument that lays the value down", "Peraturan yang menetapkan nilai itu",
    )  # fmt: skip
    electorate: int | None = count_field("Voters, where the value depends on them", "Jumlah pemilih, bila perlu", low=1)
    population: int | None = count_field("Inhabitants, where it depends on them", "Jumlah penduduk, bila perlu", low=1)


#: The kinds of cases by the word a mapping names them with.
KINDS: dict[str, type[Case]] = {
    "nomination": NominationCase,
    "independent": IndependentCase,
    "supporter": SupporterCase,
    "pairs": PairsCase,
    "replacement": ReplacementCase,
    "result": ResultCase,
    "dispute": DisputeCase,
    "frame": FrameCase,
}


def register_kind(name: str, made: type[Case]) -> None:
    """Add a kind of case, so that a mapping can name it; raises `Invalid` if the name is taken."""
    if KINDS.setdefault(name, made) is not made:
        raise Invalid(f"a kind of case {name!r} is registered already",
                      id=f"jenis perkara {name!r} sudah terdaftar")  # fmt: skip


def _all_kinds() -> dict[str, type[Case]]:
    from electlaw.rules.engine import load_families

    load_families()
    return KINDS


def kind_of(made: type[Case]) -> str:
    """Return the word for a kind of case."""
    return next((name for name, other in KINDS.items() if other is made), made.__name__)


@attrs.frozen
class Field(Shown):
    """One documented field of a kind of case."""

    kind: str
    name: str
    unit: str
    text: Text


def fields(kind: str) -> tuple[Field, ...]:
    """Return the fields of a kind of case, those of every case last; `NotFound` for an unknown kind."""
    found = [
        Field(kind, item.name, item.metadata["unit"], item.metadata["text"])
        for item in attrs.fields(_case_class(kind))
        if item.metadata
    ]
    return tuple(found[4:] + found[:4])


def _case_class(kind: str) -> type[Case]:
    found = KINDS.get(kind) or _all_kinds().get(kind)
    if found is None:
        raise NotFound(f"no kind of case {kind!r}", id=f"tidak ada jenis perkara {kind!r}",
                       choices=reading.near(str(kind), KINDS) or tuple(KINDS))  # fmt: skip
    return found


def case(data: Mapping[str, object] | Case) -> Case:
    """Make a case from a mapping (a JSON object, a TOML table, a row); its key ``case`` names the kind.

    Without that key the kind is the one whose fields fit. A key it does not have is refused with the nearest right
    one. Empty cells and NaN are missing values.

    Raises `Invalid` naming the field for what cannot be right.

    >>> case({"case": "pairs", "region": "Sultra", "pairs": 2}).office
    'governor'
    """
    if isinstance(data, Case):
        return data
    if not hasattr(data, "items"):
        raise Invalid("a case is a table of fields and values", id="perkara adalah tabel berisi kolom dan nilainya")
    given = {str(key): value for key, value in data.items() if not reading.missing(value)}
    kind = given.pop("case", None)
    made = _fitting(given) if kind is None else _case_class(str(kind))
    reading.known_keys(given, [item.name for item in attrs.fields(made) if item.metadata], "")
    return made(**given)  # type: ignore[arg-type]


def _fitting(given: Mapping[str, object]) -> type[Case]:
    fitting = [
        made
        for made in _all_kinds().values()
        if set(given) <= {item.name for item in attrs.fields(made) if item.metadata}
    ]
    if len(fitting) == 1:
        return fitting[0]
    raise Invalid(
        "the case does not say its kind: add the key 'case'",
        id="jenis perkara tidak disebut: tambahkan kunci 'case'",
        choices=tuple(name for name, made in KINDS.items() if made in fitting) or tuple(KINDS),
    )


def load(text: str, name: str = "case") -> Case:
    """Read a case from JSON or TOML text; `name` (a path) ends in ``.toml`` or ``.json``, else the text decides.

    Raises `Invalid` with line and column for what is neither.
    """
    data = _parsed(text, name)
    if isinstance(data, list):
        raise Invalid(
            f"{name}: a list of {len(data)}; one case is wanted, a table of fields",
            id=f"{name}: daftar berisi {len(data)}; yang diminta satu perkara, tabel berisi kolom",
        )
    if not isinstance(data, dict):
        raise Invalid(f"{name}: a table of fields is wanted", id=f"{name}: yang diminta tabel berisi kolom")
    return case(data)


def _parsed(text: str, name: str) -> object:
    """Return what a text holds: by the ending of its name, else JSON if it starts like that, else TOML."""
    start = text.lstrip()[:1]
    if name.endswith(".json") or (start == "{" and not name.endswith(".toml")):
        return _json(text, name)
    if start == "[" and not name.endswith(".toml"):  # a list in JSON, or the head of a table in TOML
        try:
            return _json(text, name)
        except Invalid:
            pass
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what = ("TOML", "TOML") if name.endswith(".toml") else ("JSON or TOML", "JSON atau TOML")
        raise Invalid(f"{name}: not {what[0]}: {error}", id=f"{name}: bukan {what[1]}: {error}") from None


def _json(text: str, name: str) -> object:
    import json

    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Invalid(f"{name}: not JSON: {error.msg} at {where}", id=f"{name}: bukan JSON ({where})") from None
