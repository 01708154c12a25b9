"""Provinces, regencies and cities: find one the way people write it, as it stood on a day.

A name, alias or code is looked up *timelessly*: ``region("Toba Samosir")`` and ``region("91.01")`` find the
region that bore that name or code once. What `on` changes is the region's state: its name, code, parent and
capital on that day. A region asked for before it was formed is an error that says what it came from.

Codes are the Interior Ministry's (Kemendagri); those of the statistics office (BPS) differ from them, cross
them in Papua, and are taken by keyword only: ``region(bps="9401")``.
"""

from __future__ import annotations

from electlaw.corpus import builtin
from electlaw.dates import day
from electlaw.errors import Invalid
from electlaw.regions.gazetteer import Gazetteer
from electlaw.regions.names import KINDS, kinds_named, shown
from electlaw.regions.place import COVERED_FROM, Region, RegionChange

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.dates import Day
    from electlaw.regions.contests import Event
    from electlaw.regions.gazetteer import Rows

__all__ = ["COVERED_FROM", "KINDS", "Gazetteer", "Region", "RegionChange", "all_regions", "events", "region"]

_builtin: Gazetteer | None = None
_packed: dict[int, tuple[object, Gazetteer]] = {}
_MOST_REMEMBERED = 20_000
_MOST_PACKS = 8


def _gazetteer(corpus: Rows | Gazetteer | None = None) -> Gazetteer:
    """Return the regions of a corpus (anything that answers with rows of tables), or the built-in ones."""
    global _builtin
    if corpus is None or corpus is builtin():
        if _builtin is None:
            _builtin = Gazetteer()
        return _builtin
    if isinstance(corpus, Gazetteer):
        return corpus
    held = _packed.get(id(corpus))
    if held is None:
        if len(_packed) >= _MOST_PACKS:
            del _packed[next(iter(_packed))]
        held = _packed[id(corpus)] = (corpus, Gazetteer(corpus))
    return held[1]


def _place(within: str | Region, home: Gazetteer) -> Region:
    return home.by_key(within.key) if isinstance(within, Region) else region(within, kind="province", corpus=home)


def region(
    name: str | Region | None = None,
    *,
    bps: str | None = None,
    kind: str | None = None,
    within: str | Region | None = None,
    on: Day | None = None,
    corpus: Rows | Gazetteer | None = None,
) -> Region:
    """Find a region by any of its names or codes.

    Args:
        name: official or short name, abbreviation, former name, with or without "Kab."/"Kota"/"Provinsi", in
            any case and spacing; or a Kemendagri code (``"74.71"``, ``"7471"``), ISO 3166-2 code
            (``"ID-SG"``) or Open Civic Data id. A `Region` is taken too (for its state on `on`).
        bps: a code of the statistics office instead of `name`.
        kind: ``"province"``, ``"regency"`` or ``"city"`` (which include the administrative ones), or
            ``"administrative-regency"``, ``"administrative-city"``.
        within: the province it lies in.
        on: the day whose state is wanted; without it the newest known.
        corpus: the data to look in, the built-in ones by default.

    Raises:
        Ambiguous: the name fits several regions (29 short names serve two); the error lists them.
        NotFound: nothing is called so, with the nearest names; or it did not exist yet on `on`.
        Invalid: the text can be no name and no code.
        OutOfCoverage: `on` lies before `COVERED_FROM`; a code of a district or village.

    >>> region("Sultra").name
    'Sulawesi Tenggara'
    >>> region("kab. kendari").name
    'Kabupaten Konawe'

    """
    home = _builtin if corpus is None and _builtin is not None else _gazetteer(corpus)
    if kind is None and within is None and on is None and bps is None and name.__class__ is str:
        found = home._exact.get(name)
        if found is not None:
            return found
    if isinstance(name, Region) and bps is None and kind is None and within is None:
        return name if on is None else home.state(name.key, day(on))
    iso = None if on is None else day(on)
    if bps is not None:
        if name is not None:
            raise Invalid("pass a name or a BPS code, not both", id="berikan nama atau kode BPS, jangan keduanya")
        found = home.by_bps(bps)
    else:
        kinds = kinds_named(kind)
        place = None if within is None else _place(within, home)
        found = home.find(name, kinds, place, iso)  # type: ignore[arg-type]
        if not kinds and place is None and iso is None and len(home._exact) < _MOST_REMEMBERED:
            home._exact[name] = found  # type: ignore[index]
    return found if iso is None else home.state(found.key, iso)


def all_regions(
    kind: str | None = None,
    within: str | Region | None = None,
    on: Day | None = None,
    *,
    corpus: Rows | Gazetteer | None = None,
) -> tuple[Region, ...]:
    """Return the regions in order of code.

    `kind` keeps one of `KINDS` exactly (415 regencies do not include the administrative one), `within` those
    of a province, `on` those that existed that day, in their state of that day.
    """
    home = _gazetteer(corpus)
    if kind is not None and kind not in KINDS:
        raise Invalid(
            f"{shown(kind)} is no kind of region",
            id=f"{shown(kind)} bukan jenis wilayah",
            choices=tuple(KINDS),
        )
    place = None if within is None else _place(within, home)
    return tuple(
        one
        for one in home.regions(on)
        if (kind is None or one.kind == kind) and (place is None or one.parent_key == place.key)
    )


def events(*, corpus: Rows | Gazetteer | None = None) -> tuple[Event, ...]:
    """Return the election events, oldest first."""
    from electlaw.regions.contests import events as read

    return read(_gazetteer(corpus))
