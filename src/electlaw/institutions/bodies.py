"""Bodies and their local seats: which exist in a region on a day, what they are called, whom they answer to."""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.corpus import DATA_AS_OF, DATA_FROM
from electlaw.dates import day
from electlaw.errors import NotFound, OutOfCoverage
from electlaw.fold import paint
from electlaw.institutions.acts import LEVELS, Fact, Log, log
from electlaw.regions import Region, region
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.dates import Day

__all__ = ["KINDS", "Institution", "Local", "Seat", "body", "covered", "local", "office_of"]

#: The two regimes an institution may serve.
KINDS = ("pilkada", "pemilu")

#: Bodies only an autonomous region has, not an administrative unit (UU 29/2007 Pasal 19).
_OF_A_DAERAH = frozenset({"dprd-kabkota", "sekretaris-daerah", "badan-kesbangpol-kabkota", "forkopimda-kabkota"})


@attrs.frozen(eq=False)
class Institution(Shown):
    """A body as it stood on a day for one kind of election."""

    key: str
    #: Official name in the law of that day.
    name: str
    #: Official short name; the name where there is none.
    short: str
    #: One or more of `LEVELS`.
    levels: tuple[str, ...]
    #: ``organiser``, ``supervisor``, ``ethics``, ``court``, ``government``, ``coordination_forum`` …
    kind: str
    #: Key of the body it belongs or answers to; empty if none.
    parent_key: str
    #: ``permanent``, ``standing``, ``temporary``, ``ad_hoc``, ``per_election``, ``contract``.
    permanence: str
    #: Number of members: ``7``, ``5|7`` (fixed place by place), ``3..7``, ``..11``; empty if not known or not one.
    members: str
    term: str
    #: What it is, in both languages.
    text: Text
    #: Places of the law it rests on.
    basis: tuple[str, ...]
    #: Instrument that gave it this form; empty if the body is older than the log and its founding was not read.
    by: str
    #: Keys of bodies in whose place it stands.
    replaces: tuple[str, ...]
    source: str
    verified: str
    unverified: tuple[str, ...]
    note: str

    @property
    def level(self) -> str:
        """The widest level it sits at."""
        return self.levels[0]

    def __str__(self) -> str:
        return self.short

    def to_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {
            "key": self.key, "name": self.name, "short": self.short, "levels": list(self.levels), "kind": self.kind,
            "parent": self.parent_key, "permanence": self.permanence, "members": self.members, "term": self.term,
            "en": self.text.en, "id": self.text.id, "basis": list(self.basis), "by": self.by,
            "verified": self.verified, "unverified": list(self.unverified),
        }  # fmt: skip


@attrs.frozen(eq=False)
class Seat(Shown):
    """An institution in one region: ``KPU Kabupaten Kolaka``, in Aceh ``KIP Kabupaten Pidie``."""

    institution: Institution
    name: str
    #: Elections it serves under this name: ``("pilkada", "pemilu")`` or one of them.
    kinds: tuple[str, ...]
    _home: Local

    @property
    def key(self) -> str:
        """Key of the institution."""
        return self.institution.key

    @property
    def region(self) -> Region:
        """The region it sits in."""
        return self._home.region

    @property
    def parent(self) -> Seat | Institution | None:
        """The seat (in the province) or national body it answers to, or None."""
        return self._home.parent_of(self)

    def chain(self) -> tuple[Seat | Institution, ...]:
        """Return those above it, the nearest first: ``KPU Provinsi Sulawesi Tenggara``, then ``KPU``."""
        found: list[Seat | Institution] = []
        above = self.parent
        while above is not None and above not in found:
            found.append(above)
            above = above.parent if isinstance(above, Seat) else self._home.national(above.parent_key)
        return tuple(found)

    def __str__(self) -> str:
        return self.name

    def to_json(self) -> dict[str, object]:
        """Return it as plain values, with the names of those above it."""
        return {
            **self.institution.to_json(),
            "seat": self.name,
            "kinds": list(self.kinds),
            "region": self.region.key,
            "above": [str(above) for above in self.chain()],
        }


@attrs.frozen(eq=False)
class Local(Shown):
    """The institutions of one region on a day; a province holds those of its regencies and cities as children."""

    region: Region
    on: str
    known: str
    #: The one kind of election asked for, or empty for both.
    kind: str
    _log: Log = attrs.field(repr=False)
    _memo: dict[str, object] = attrs.field(factory=dict, repr=False)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """The institutions that sit here, by the name they bear here."""
        found = self._memo.get("seats")
        if found is None:
            found = self._memo["seats"] = tuple(_seats(self))
        return found  # type: ignore[return-value]

    @property
    def children(self) -> tuple[Local, ...]:
        """The regencies and cities of a province that existed that day, each with its own."""
        if self.region.kind != "province":
            return ()
        found = self._memo.get("children")
        if found is None:
            places = _children(self._log, self.region, self.on)
            found = tuple(Local(place, self.on, self.known, self.kind, self._log, {"above": self}) for place in places)
            self._memo["children"] = found
        return found  # type: ignore[return-value]

    def __iter__(self) -> Iterator[Seat]:
        return iter(self.seats)

    def __len__(self) -> int:
        return len(self.seats)

    @property
    def projected(self) -> bool:
        """Whether the day lies past the data's cut-off."""
        return self.on > DATA_AS_OF

    def seat(self, key: str) -> Seat | None:
        """Return the first seat of the institution `key` here, or of one that stands in its place; None if none."""
        for seat in self.seats:
            if seat.key == key:
                return seat
        for seat in self.seats:
            if key in seat.institution.replaces:
                return seat
        return None

    def of_kind(self, kind: str) -> tuple[Seat, ...]:
        """Return the seats of one kind, such as ``"organiser"`` or ``"coordination_forum"``."""
        return tuple(seat for seat in self.seats if seat.institution.kind == kind)

    @property
    def above(self) -> Local | None:
        """The institutions of the province, for a regency or city."""
        if self.region.kind == "province":
            return None
        found = self._memo.get("above")
        if found is None:
            parent = self.region.parent
            assert parent is not None
            found = self._memo["above"] = Local(parent.at(self.on), self.on, self.known, self.kind, self._log)
        return found  # type: ignore[return-value]

    @property
    def unnamed(self) -> tuple[Institution, ...]:
        """The bodies of this level whose name or seat here is not on record: police, prosecution, courts."""
        level = "province" if self.region.kind == "province" else "regency-city"
        present = _present(self._log, self.region, level, self.on, self.known, self.kind)
        return tuple(item for item, template, _ in present if template is None)

    @property
    def below(self) -> tuple[Institution, ...]:
        """The bodies of district, village and polling station, which have no name of their own here."""
        found = []
        for level in LEVELS[3:6]:
            found += [item for item, _, _ in _present(self._log, self.region, level, self.on, self.known, self.kind)]
        return tuple(found)

    def national(self, key: str) -> Institution | None:
        """Return the national body `key` as it stood, or None."""
        for item, _, _ in _present(self._log, None, "national", self.on, self.known, self.kind):
            if item.key == key:
                return item
        return None

    def parent_of(self, seat: Seat) -> Seat | Institution | None:
        """Return what a seat here answers to."""
        key = seat.institution.parent_key
        if not key:
            return None
        place: Local | None = self
        while place is not None:
            found = place.seat(key)
            if found is not None and found is not seat:
                return found
            place = place.above
        return self.national(key)

    def to_json(self) -> dict[str, object]:
        """Return it as plain values."""
        return {
            "region": {"key": self.region.key, "name": self.region.full_name},
            "on": self.on,
            "known": self.known,
            "kind": self.kind,
            "seats": [seat.to_json() for seat in self.seats],
            "below": [item.to_json() for item in self.below],
            "children": [child.to_json() for child in self.children],
        }

    def __str__(self) -> str:
        return f"{self.region.full_name}: {', '.join(seat.name for seat in self.seats)}"


def local(
    place: str | Region,
    on: Day,
    known: Day | None = None,
    kind: str | None = None,
    corpus: Corpus | None = None,
) -> Local:
    """Return the institutions of a region as they stood on `on`, as known on `known` (the same day by default).

    `place` is anything `electlaw.regions.region` takes; `kind` keeps ``"pilkada"`` or ``"pemilu"``. A province is a
    tree: its regencies and cities are `Local.children`.

    Raises `NotFound`, `Ambiguous` or `Invalid` for the region, `OutOfCoverage` for a day before the log begins.

    >>> local("Kabupaten Kolaka", on="2022-11-21").seat("kpu-kabkota").name
    'KPU Kabupaten Kolaka'
    """
    on_day, known_day = covered(on, known)
    found = region(place).at(on_day)
    return Local(found, on_day, known_day, kind or "", log(corpus))


def covered(on: Day, known: Day | None) -> tuple[str, str]:
    """Return both days as text; refuse what lies before the log."""
    on_day = day(on)
    known_day = on_day if known is None else day(known)
    for asked in (on_day, known_day):
        if asked < DATA_FROM:
            raise OutOfCoverage(
                f"{asked} is before the log of legal acts begins ({DATA_FROM}, UU 32/2004)",
                id=f"{asked} mendahului awal catatan hukum ini ({DATA_FROM}, UU 32/2004)",
            )
    return on_day, known_day


def office_of(place: Region) -> str:
    """Return the office whose election concerns a region: its own head's, or the governor's where that is appointed."""
    return "governor" if place.kind.startswith("administrative") else place.head_office


# -- painting -------------------------------------------------------------------------------------------


def _children(acts: Log, place: Region, on: str) -> tuple[Region, ...]:
    """Return the regencies and cities of a province on a day: of those it ever had, the ones it had then."""
    home = place.home
    memo = ("kin", id(home), place.key)
    kin = acts.memo.get(memo)
    if kin is None:
        ever = [child.key for child in home.regions() if child.parent_key == place.key]
        ever += [row["code"] for row in home.rows("region-history") if row["op"] == "moved" and row["was"] == place.key]
        kin = acts.memo[memo] = tuple(sorted(set(ever)))
    found = []
    for key in kin:  # type: ignore[attr-defined]
        try:
            child = home.state(key, on)
        except NotFound:
            continue
        if child.parent_key == place.key:
            found.append(child)
    return tuple(found)


def _seats(home: Local) -> Iterator[Seat]:
    place = home.region
    level = "province" if place.kind == "province" else "regency-city"
    full, short = place.full_name, place.short_name
    for item, template, kinds in _present(home._log, place, level, home.on, home.known, home.kind):
        if template is None:
            continue
        head, which = template
        yield Seat(item, head + full if which == "place" else head + short if which else head, kinds, home)


def _present(
    acts: Log, place: Region | None, level: str, on: str, known: str, kind: str
) -> tuple[tuple[Institution, tuple[str, str] | None, tuple[str, ...]], ...]:
    """Return the institutions of a level in a region, shared by all regions nothing tells apart."""
    code = "" if place is None else place.key if place.key in acts.singled else place.parent_key or place.key
    office = "" if place is None else place.head_office
    memo = ("present", code, office, level, on, known, kind)
    found = acts.memo.get(memo)
    if found is None:
        found = acts.memo[memo] = tuple(_paint_level(acts, code, office, place, level, on, known, kind))
        if len(acts.memo) > 4096:
            acts.memo.clear()
    return found  # type: ignore[return-value]


def _paint_level(
    acts: Log, code: str, office: str, place: Region | None, level: str, on: str, known: str, kind: str
) -> Iterator[tuple[Institution, tuple[str, str] | None, tuple[str, ...]]]:
    merged: dict[tuple[str, str], tuple[Institution, tuple[str, str] | None, tuple[str, ...]]] = {}
    for one in (kind,) if kind else KINDS:
        subject: dict[str, str | int] = {"kind": one}
        if place is not None:
            subject["region"], subject["office"] = code, office
        here = [body(acts, key, on, known, subject) for key in acts.bodies if level in _levels(acts, key)]
        standing = [item for item in here if item is not None]
        replaced = {key for item in standing for key in item.replaces}
        for item in standing:
            if item.key in replaced or (place is not None and _absent(item, place)):
                continue
            template = _template(acts, item, on, known, subject)
            at = (item.key, template[0] if template else item.name)
            if at in merged:
                first, same, kinds = merged[at]
                merged[at] = (first, same, (*kinds, one))
            else:
                merged[at] = (item, template, (one,))
    yield from merged.values()


def _absent(item: Institution, place: Region) -> bool:
    """Whether a region has no such body by its nature: the administrative units of Jakarta are no *daerah*."""
    return item.key in _OF_A_DAERAH and place.kind.startswith("administrative")


def _levels(acts: Log, key: str) -> tuple[str, ...]:
    found = acts.levels.get(key)
    if found is None:
        found = acts.levels[key] = tuple(_first(acts.bodies[key]).row["level"].split("|"))
    return found


def body(acts: Log, key: str, on: str, known: str, subject: dict[str, str | int]) -> Institution | None:
    """Return the institution `key` as it stood for a subject, or None where it did not exist."""
    asked = acts.asks(key)
    memo = ("body", key, on, known, *[subject.get(name) for name in asked])
    if memo in acts.memo:
        return acts.memo[memo]  # type: ignore[return-value]
    found = acts.memo[memo] = _body(acts, key, on, known, subject)
    return found


def _body(acts: Log, key: str, on: str, known: str, subject: dict[str, str | int]) -> Institution | None:
    mine = acts.bodies[key]
    painted = paint(mine, on, known, subject).winner
    if painted is None or painted.ends:
        return None
    first = _first(mine)

    def get(column: str) -> str:
        return painted.row[column] or first.row[column]

    name = _name(acts, key, "official", on, known, subject) or key
    places = painted.places or first.places
    return Institution(
        key=key,
        name=name,
        short=_name(acts, key, "short", on, known, subject) or name,
        levels=tuple(get("level").split("|")),
        kind=get("kind"),
        parent_key=get("parent"),
        permanence=get("permanence"),
        members=get("members"),
        term=get("term"),
        text=painted.text or first.text,
        basis=places,
        by=painted.by,
        replaces=tuple(get("replaces").split(",")) if get("replaces") else (),
        source=painted.source,
        verified=painted.verified,
        unverified=painted.unverified or first.unverified,
        note=painted.note or first.note,
    )


def _first(acts: tuple[Fact, ...]) -> Fact:
    """Return the row that describes the body: the one that names its level."""
    return next(act for act in acts if act.row["level"])


def _name(acts: Log, key: str, form: str, on: str, known: str, subject: dict[str, str | int]) -> str:
    found = paint(acts.named(key, form), on, known, subject).winner
    return found.row["name"] if found else ""


def _template(
    acts: Log, item: Institution, on: str, known: str, subject: dict[str, str | int]
) -> tuple[str, str] | None:
    text = _name(acts, item.key, "seat", on, known, subject)
    if not text:
        return None
    for which in ("place", "name"):
        head, found, _ = text.partition("{" + which + "}")
        if found:
            return head, which
    return text, ""
