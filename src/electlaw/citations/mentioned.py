"""Regions, institutions, offices, elections and days named in a text, each with all it may mean."""

from __future__ import annotations

import attrs

from electlaw.citations.grammar import view
from electlaw.citations.markup import rendered
from electlaw.citations.patterns import pattern
from electlaw.citations.textdates import dates_in
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus

__all__ = ["KINDS", "Named", "named_in"]

#: What may be named.
KINDS = ("region", "institution", "office", "event", "date")


@attrs.frozen
class Named(Shown):
    """One name in a text: offsets in code points, the words, what kind of thing, and all it may mean."""

    start: int
    end: int
    text: str
    #: One of `KINDS`.
    kind: str
    #: Region codes, keys of institutions, keys of offices, ids of events, or the day in ISO form; more than one where
    #: the name alone does not settle it.
    meanings: tuple[str, ...]


_OFFICES = {
    b"gubernur": ("governor",), b"bupati": ("regent",), b"wali kota": ("mayor",), b"walikota": ("mayor",),
    b"kepala daerah": ("governor", "regent", "mayor"),
}  # fmt: skip
_OFFICE = pattern(rb"(?P<deputy>wakil\s{1,3})?(?P<office>gubernur|bupati|wali\s?kota|kepala\s{1,3}daerah)(?![a-z])")
_EVENT = pattern(
    rb"(?:(?P<local>pilkada|pemilukada|pilgub|pilbup|pilwalkot|pilwali)|(?P<general>pemilu|pileg|pilpres|pemilihan\s{1,3}umum))"
    rb"(?:\s{1,3}(?:serentak|nasional|tahun)(?![a-z])){0,3}"
)
_YEAR = pattern(rb"(?:\s{1,3}tahun)?\s{1,3}(?P<year>20[0-9]{2})(?![0-9])")


def named_in(text: str, *, markup: bool | str = False, corpus: Corpus | None = None) -> list[Named]:
    """Return what a text names, in order: regions, institutions, offices, elections with their year, days in full.

    A region counts behind a word for one (``Bupati``, ``KPU``, ``di``), or by capitals where a region would stand.
    Never raises, whatever the text.

    >>> [(name.kind, name.meanings) for name in named_in("Bupati Kolaka dan KPU RI membahas Pilkada 2024.")]
    [('office', ('regent',)), ('region', ('74.01',)), ('institution', ('kpu',)), ('event', ('pilkada-2024',))]
    """
    shown = rendered(text, markup)
    plain = view(shown.text)
    offices = list(_offices(plain))
    covered = {at for start, end, _, _ in offices for at in range(start, end)}
    institutions = _institutions(shown.text, corpus)
    bodies = [hit for hit in institutions if hit[0] not in covered and plain[hit[0] : hit[1]].strip()]
    regions = list(_regions(plain, shown.text))
    found = [*regions, *bodies, *offices, *_events(plain, regions), *_days(plain)]
    return [
        Named(*(span := shown.span(start, end)), text[slice(*span)], kind, meanings)
        for start, end, kind, meanings in sorted(set(found), key=lambda item: (item[0], -item[1], KINDS.index(item[2])))
    ]


_Hit = tuple[int, int, str, tuple[str, ...]]


def _regions(plain: bytes, text: str) -> Iterator[_Hit]:
    from electlaw.citations.gazetteer import region_mentions

    for start, end, regions in region_mentions(plain, text):
        yield start, end, "region", tuple(dict.fromkeys(region.code for region in regions))


def _institutions(text: str, corpus: Corpus | None) -> Iterator[_Hit]:
    from electlaw.institutions.names import names_in

    for start, end, keys in names_in(text, corpus):
        yield start, end, "institution", keys


def _offices(plain: bytes) -> Iterator[_Hit]:
    for match in _OFFICE.finditer(plain):
        if match.start() and plain[match.start() - 1 : match.start()].isalpha():
            continue
        keys = _OFFICES[b" ".join(match["office"].split())]
        yield *match.span(), "office", tuple(f"deputy-{key}" for key in keys) if match["deputy"] else keys


def _events(plain: bytes, regions: list[_Hit]) -> Iterator[_Hit]:
    """Yield the elections named with their year, at once or behind the region: ``Pilgub Jatim 2018``."""
    from electlaw.regions import events

    known = {event.id for event in events()}
    ends = {start: end for start, end, _, _ in regions}
    for match in _EVENT.finditer(plain):
        at = match.end()
        year = _YEAR.match(plain, ends.get(at + 1, at))
        id = f"{'pilkada' if match['local'] else 'pemilu'}-{year['year'].decode()}" if year else ""
        if year and id in known and not (match.start() and plain[match.start() - 1 : match.start()].isalpha()):
            yield match.start(), year.end(), "event", (id,)


def _days(plain: bytes) -> Iterator[_Hit]:
    return ((item.start, item.end, "date", (item.day,)) for item in dates_in(plain) if item.day)
