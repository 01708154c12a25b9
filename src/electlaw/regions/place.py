"""A region in its state of one day, and what happened to it."""

from __future__ import annotations

import attrs

from electlaw.dates import day
from electlaw.regions.names import KINDS
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.dates import Day, When
    from electlaw.regions.contests import Contest, Electorate
    from electlaw.regions.gazetteer import Gazetteer
    from electlaw.special import SpecialRule

__all__ = ["COVERED_FROM", "KINDS", "Region", "RegionChange"]

#: First day on which the state of regions is covered: UU 32/2004 in force, heads elected by voters.
COVERED_FROM = "2004-10-15"

_HEAD = {"province": "governor", "regency": "regent", "city": "mayor"}


@attrs.frozen(eq=False)
class Region(Shown):
    """A province, regency or city in its state of one day (of today as far as the data know, without a day).

    Two regions are equal if they are the same region in the same state; `key` is the same in every state.
    """

    #: Identity: the newest Kemendagri code (``"93.01"``).
    key: str
    #: Kemendagri code on the day asked for (Merauke had ``"91.01"`` until 2022-11-08).
    code: str
    #: Official name (``"Kota Kendari"``, ``"Sulawesi Tenggara"``).
    name: str
    #: Name without the word for its kind.
    short_name: str
    #: One of `KINDS`.
    kind: str
    #: Key of the province it lies in; empty for a province.
    parent_key: str
    #: Seat of its government.
    capital: str
    #: ``"WIB"``, ``"WITA"`` or ``"WIT"``.
    time_zone: str
    #: ``"aceh"``, ``"diy"``, ``"jakarta"``, ``"papua"`` or empty.
    special_status: str
    #: ISO 3166-2 code of a province (``"ID-SG"``), or None.
    iso: str | None
    #: Open Civic Data division id of a province, or None: the scheme has none for regencies and cities.
    ocd_id: str | None
    #: BPS code since 2023.
    bps_code: str
    #: BPS code before 2023 where it differed, or None.
    bps_code_before_2023: str | None
    #: Keys of the sources the row was read in.
    source: tuple[str, ...]
    #: ``"text"``, ``"report"`` or ``"recall"``.
    verified: str
    #: Fields that rest on memory alone whatever `verified` says.
    unverified: tuple[str, ...]
    home: Gazetteer = attrs.field(repr=False)
    #: The day whose state it is; empty for the newest known. What it tells of itself is what was known that day.
    on: str = attrs.field(default="", repr=False)

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Region):
            return NotImplemented
        return self._state() == other._state()

    def __hash__(self) -> int:
        return hash(self.key)

    def __str__(self) -> str:
        return self.full_name

    def _state(self) -> tuple[str, ...]:
        return self.key, self.code, self.name, self.parent_key, self.capital

    @property
    def full_name(self) -> str:
        """The name with the word for its kind (``"Provinsi Bengkulu"``)."""
        return f"Provinsi {self.name}" if self.kind == "province" else self.name

    @property
    def parent(self) -> Region | None:
        """The province it lies in; None for a province."""
        return self.home.by_key(self.parent_key) if self.parent_key else None

    @property
    def province(self) -> Region:
        """The province it lies in; a province itself."""
        return self.parent or self

    @property
    def elects_head(self) -> bool:
        """Whether its voters elect its head.

        Not in Yogyakarta, whose governor and deputy are determined by the DPRD (UU 13/2012), nor in the six
        units of Jakarta, whose heads the governor appoints (UU 29/2007 Pasal 19).
        """
        return self.head_selection == "elected"

    @property
    def head_selection(self) -> str:
        """How the head comes into office: ``"elected"``, ``"determined"`` (Yogyakarta) or ``"appointed"``."""
        if self.kind.startswith("administrative"):
            return "appointed"
        return "determined" if self.kind == "province" and self.special_status == "diy" else "elected"

    @property
    def head_office(self) -> str:
        """Office of the head: ``"governor"``, ``"regent"`` or ``"mayor"``."""
        return _HEAD[self.kind.removeprefix("administrative-")]

    @property
    def deputy_office(self) -> str:
        """Office of the deputy: ``"deputy-governor"``, ``"deputy-regent"`` or ``"deputy-mayor"``."""
        return f"deputy-{self.head_office}"

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names it goes or went by, but for differences of spacing, case and punctuation."""
        return self.home.aliases(self.key, self.on)

    @property
    def origin(self) -> tuple[Region, ...]:
        """The regions it was split from when it was formed; empty if not known."""
        return tuple(found for change in self.history() if change.op == "formed" for found in change.origin)

    def at(self, on: Day) -> Region:
        """Return the region in its state on the day `on`.

        Raises `NotFound` if it had not been formed, naming what it came from, and `OutOfCoverage` for a day
        before `COVERED_FROM`.
        """
        return self.home.state(self.key, day(on))

    def is_within(self, other: Region | str) -> bool:
        """Whether it is `other` or lies in it (a region, or a Kemendagri code)."""
        key = other.key if isinstance(other, Region) else self.home.by_code(other).key
        return key in (self.key, self.parent_key)

    def children(self, on: Day | None = None) -> tuple[Region, ...]:
        """Return the regencies and cities of a province, in order of code; on the day `on` if given."""
        return tuple(child for child in self.home.regions(on) if child.parent_key == self.key)

    def history(self, known: Day | None = None) -> tuple[RegionChange, ...]:
        """Return what happened to it, oldest first, as far as known on `known` (by default the day of its state)."""
        return self.home.history(self.key, self._known(known))

    def _known(self, known: Day | None) -> str | None:
        """Return the day of knowledge: the one asked for, or the day of its state; None for all that is known."""
        return (self.on or None) if known is None else day(known)

    def contests(self, event: str | None = None, known: Day | None = None) -> tuple[Contest, ...]:
        """Return the elections of its head it takes or took part in, oldest first.

        `event` keeps one election event (``"pilkada-2024"``). `known` keeps those whose calling was known
        that day, each with its voting day as then known; by default the day of the region's state, if it has one.
        """
        from electlaw.regions.contests import contests

        return contests(self, event, self._known(known))

    def next_contest(self, on: Day, known: Day | None = None) -> Contest | None:
        """Return the first contest not voted on by the end of `on`, as then known; None if none was called."""
        from electlaw.regions.contests import next_contest

        return next_contest(self, day(on), day(known if known is not None else on))

    def electorate(self, event: str | None = None, known: Day | None = None) -> tuple[Electorate, ...]:
        """Return the counts of registered voters (DPT), each with its election; never the population.

        `known` keeps those known that day; by default the day of the region's state, if it has one.
        """
        from electlaw.regions.contests import electorate

        at = self._known(known)
        return tuple(one for one in electorate(self, event) if at is None or one.known.latest <= at)

    def to_json(self) -> dict[str, object]:
        """Return the region as plain data (the shape of ``electlaw region --format json``)."""
        return {
            "code": self.code,
            "key": self.key,
            "on": self.on or None,
            "name": self.name,
            "full_name": self.full_name,
            "short_name": self.short_name,
            "kind": self.kind,
            "parent": self.parent.code if self.parent else None,
            "province": self.province.name,
            "capital": self.capital,
            "time_zone": self.time_zone,
            "special_status": self.special_status or None,
            "head_office": self.head_office,
            "head_selection": self.head_selection,
            "elects_head": self.elects_head,
            "iso": self.iso,
            "ocd_id": self.ocd_id,
            "bps_code": self.bps_code,
            "aliases": list(self.aliases),
            "history": [change.to_json() for change in self.history()],
            "contests": [contest.to_json() for contest in self.contests()],
            "source": list(self.source),
            "verified": self.verified,
            "unverified": list(self.unverified),
        }

    def special_rules(self, on: Day | None = None) -> tuple[SpecialRule, ...]:
        """Return the rules that hold here instead of the general ones: those in force on `on`.

        By default those of the day of the region's state; of any day if it has none.
        """
        from electlaw.special import special_rules

        return special_rules(self, self._known(on))


@attrs.frozen
class RegionChange(Shown):
    """One thing that happened to a region: formed, moved, renamed, recoded, seated, capital or status.

    `known` is the day since when the public could know it. `was` holds the old name, code, parent or
    capital; `when` the day it has force (as far as known), `condition` the event that must happen first;
    `by` the instrument that did it, empty if not known.
    """

    key: str
    op: str
    was: str
    origin: tuple[Region, ...]
    by: str
    when: When
    known: When
    condition: str
    note: str
    source: tuple[str, ...]
    verified: str
    unverified: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Return the change as plain data."""
        return {
            "op": self.op,
            "was": self.was,
            "origin": [one.code for one in self.origin],
            "by": self.by or None,
            "from": str(self.when),
            "condition": self.condition or None,
            "note": self.note,
            "verified": self.verified,
        }
