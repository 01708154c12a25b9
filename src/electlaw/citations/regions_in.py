"""Regions a text is about: names that follow a word for a region, an office or a body, or open the report."""

from __future__ import annotations

import re

from electlaw.citations.grammar import Names, words
from electlaw.errors import ElectlawError
from electlaw.regions import all_regions
from electlaw.regions.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.regions import Region

__all__ = ["regions_in"]

_PROVINCE = ("province",)
_REGENCY = ("regency", "administrative-regency")
_CITY = ("city", "administrative-city")
#: The words before a name, and the kinds of region they leave open; each is looked for by itself, which is quick.
_CUES = tuple(
    (re.compile(word + rb"\s{1,3}(?P<next>[a-z]+)"), kinds)
    for words_, kinds in (
        ((rb"provinsi", rb"prov\.?", rb"pemprov", rb"gubernur"), _PROVINCE),
        ((rb"kabupaten", rb"kab\.?", rb"pemkab", rb"bupati"), _REGENCY),
        ((rb"kota", rb"pemkot"), _CITY),
        ((rb"kpu", rb"bawaslu", rb"dprd"), ()),
    )
    for word in words_
)
_DATELINE = re.compile(
    rb"\A\s{0,20}(?:[a-z.]{2,20}\s?,\s{1,3})?(?P<name>[a-z][a-z ]{2,28}?)\s{0,3}(?:,|:|\(|-{1,2}|\|)"
)
_known: dict[str, tuple[Names, dict[str, list[Region]]]] = {}


def _names() -> tuple[Names, dict[str, list[Region]]]:
    """Return the names of all regions, in words, and who bears each; built at the first use."""
    if not _known:
        bearers: dict[str, list[Region]] = {}
        for region in all_regions():
            for name in {region.short_name, *region.home.aliases(region.key)}:
                try:
                    key = " ".join(fold(name))
                except ElectlawError:
                    continue
                bearers.setdefault(key, []).append(region)
        _known["names"] = (Names({name: name for name in bearers}), bearers)
    return _known["names"]


def regions_in(plain: bytes) -> tuple[str, ...]:
    """Return the codes of the regions named, in order of first mention; a name two regions bear is left out."""
    names, bearers = _names()
    found: dict[str, None] = {}
    dateline = _DATELINE.match(plain)
    if dateline:
        _add(plain, dateline.start("name"), (), names, bearers, found, whole=dateline["name"])
    cues = []
    for pattern, kinds in _CUES:
        for cue in pattern.finditer(plain):
            start = cue.start()
            apart = not (start and plain[start - 1 : start].isalpha()) or plain[max(0, start - 4) : start] == b"wali"
            if apart and cue["next"] in names.first:
                cues.append((cue.start("next"), kinds))
    for at, kinds in sorted(cues):
        _add(plain, at, kinds, names, bearers, found)
    return tuple(found)


def _add(
    plain: bytes,
    start: int,
    kinds: tuple[str, ...],
    names: Names,
    bearers: dict[str, list[Region]],
    found: dict[str, None],
    *,
    whole: bytes = b"",
) -> None:
    tokens, gaps = words(plain, start, start + 60)
    if not tokens:
        return
    hit = names.longest(tokens, gaps, 0)
    if hit is None or (whole and hit[1].encode() != b" ".join(whole.split())):
        return
    fitting = [region for region in bearers[hit[1]] if not kinds or region.kind in kinds]
    if len({region.key for region in fitting}) == 1:
        found[fitting[0].code] = None
