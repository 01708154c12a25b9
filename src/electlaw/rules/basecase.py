"""The base of all cases: fields that carry their reader, unit and meaning, and what every case has."""

from __future__ import annotations

from functools import cache

import attrs

from electlaw.acts import Text
from electlaw.corpus import builtin
from electlaw.errors import Ambiguous, Invalid
from electlaw.rules import reading
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = ["Case", "count_field", "day_field", "field", "flag_field", "most_ballots", "word_field"]


def field(read: Any, unit: str, en: str, id: str) -> Any:
    """Return an attrs field with its reader, unit and meaning in both languages."""
    return attrs.field(default=None, metadata={"read": read, "unit": unit, "text": Text(en, id)})


def count_field(en: str, id: str, unit: str = "", *, low: int = 0) -> Any:
    """Return a field for a whole number of at least `low`."""
    return field(reading.count if low == 0 else reading.positive, unit, en, id)


def word_field(words: Mapping[str, str], en: str, id: str) -> Any:
    """Return a field for one of some words."""
    return field(reading.word_of(words), "one of " + ", ".join(dict.fromkeys(words.values())), en, id)


def flag_field(en: str, id: str) -> Any:
    """Return a field for a truth value."""
    return field(reading.flag, "true or false", en, id)


def day_field(en: str, id: str) -> Any:
    """Return a field for a day."""
    return field(reading.iso_day, "YYYY-MM-DD", en, id)


_OFFICES = {
    "governor": "governor", "gubernur": "governor", "regent": "regent", "bupati": "regent", "mayor": "mayor",
    "walikota": "mayor", "wali kota": "mayor",
}  # fmt: skip
_KINDS = {"governor": "province", "regent": "regency", "mayor": "city"}


@attrs.frozen(kw_only=True)
class Case(Shown):
    """What every case has: where, which office, which election, and the day whose law is asked about."""

    region: str | None = field(
        reading.region_code, "name or Kemendagri code",
        "The region whose head is elected", "Daerah yang kepala daerahnya dipilih",
    )  # fmt: skip
    office: str | None = word_field(
        _OFFICES, "The office; follows from the region if left out", "Jabatan; mengikuti daerah bila tidak diisi"
    )
    event: str | None = field(
        reading.event_id, "id in events.tsv",
        "The election, such as pilkada-2017; needed where the law of a day differs by election",
        "Pemilihan, misalnya pilkada-2017; perlu bila hukum pada suatu hari berbeda menurut pemilihannya",
    )  # fmt: skip
    on: str | None = day_field(
        "The day whose law is asked about, unless the caller names one",
        "Hari yang hukumnya ditanyakan, kecuali disebut pemanggil",
    )
    #: How the head of the region comes into office: ``elected``, ``determined`` or ``appointed``.
    selection: str = attrs.field(init=False, default="elected", eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        put = object.__setattr__
        for item in attrs.fields(self.__class__):
            read = item.metadata.get("read")
            value = getattr(self, item.name)
            if read is not None and value is not None:
                put(self, item.name, self._place(value) if item.name == "region" else read(item.name, value))
        if self.region is not None:
            self._fit_office(put)
        self.check()

    def _place(self, value: object) -> str:
        """Return the code of the region; a name that serves several is settled by the office."""
        try:
            return reading.region_code("region", value)
        except Ambiguous:
            office = _OFFICES.get(str(self.office).strip().casefold())
            if office is None:
                raise
            from electlaw.regions import region

            return region(str(value), kind=_KINDS[office]).code

    def _fit_office(self, put: Any) -> None:
        from electlaw.regions import region

        place = region(self.region)
        put(self, "selection", place.head_selection)
        if self.office is None:
            put(self, "office", place.head_office)
        elif self.office != place.head_office:
            raise Invalid(
                f"office: {place.full_name} is headed by a {place.head_office}, not a {self.office}",
                id=f"office: kepala {place.full_name} bukan {self.office}",
                choices=(place.head_office,),
            )

    def check(self) -> None:
        """Refuse what cannot be right; each kind of case adds its own checks."""

    @property
    def kind(self) -> str:
        """The kind of case, ``"nomination"``, as `electlaw.rules.case` takes it."""
        from electlaw.rules.cases import kind_of

        return kind_of(self.__class__)

    def to_json(self) -> dict[str, object]:
        """Return the case as plain data, without the fields that are missing; `case` takes it back."""
        data: dict[str, object] = {"case": self.kind}
        for item in attrs.fields(self.__class__):
            value = getattr(self, item.name)
            if item.metadata and value is not None and value != ():
                data[item.name] = reading.plain(value)
        return data

    def _at_most(self, part: str, whole: str) -> None:
        less, more = getattr(self, part), getattr(self, whole)
        if less is not None and more is not None and less > more:
            raise Invalid(
                f"{part}: {less:,} is more than {whole}, {more:,}",
                id=f"{part}: {less} melebihi {whole}, {more}",
            )


def most_ballots(electorate: int) -> int:
    """Return the most ballots that so many listed voters could ever be given, of the law of whatever day.

    The voters, the reserve (``ballot.reserve``) and the ballots for a re-vote (``ballot.revote_count``), each the
    largest the law ever set: Pasal 80 UU 1/2015.
    """
    share, whole, extra = _spare()
    return electorate - (-electorate * share // whole) + extra


@cache
def _spare() -> tuple[int, int, int]:
    from fractions import Fraction

    log = builtin()
    reserve, revote = (
        max(Fraction(act.value) for act in log.settings(key) if act.value)
        for key in ("ballot.reserve", "ballot.revote_count")
    )
    return (*(reserve / 100).as_integer_ratio(), int(revote))
