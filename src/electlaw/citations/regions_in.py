"""Regions a text is about: names that follow a word for a region, an office or a body, or open the report."""

from __future__ import annotations

import re

from electlaw.citations.grammar import Names, words
from electlaw.citations.patterns import matches_at, pattern
from electlaw.citations.stems import by_letters
from electlaw.errors import ElectlawError
from electlaw.regions import all_regions
from electlaw.regions.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.regions import Region

__all__ = ["names_and_bearers", "region_names_in", "regions_in"]

_PROVINCE = ("province",)
_REGENCY = ("regency", "administrative-regency")
_CITY = ("city", "administrative-city")
#: The words before a name, the kinds of region they leave open, two letters of theirs, and where in them these stand.
_CUES = tuple(
    (pattern(word + rb"\s{1,3}(?P<next>[a-z]+)"), kinds, letters, before)
    for word, kinds, letters, before in (
        (rb"provinsi", _PROVINCE, b"pr", 0),
        (rb"prov\.?", _PROVINCE, b"pr", 0),
        (rb"kabupaten", _REGENCY, b"ka", 0),
        (rb"kab\.?", _REGENCY, b"ka", 0),
        (rb"pemprov", _PROVINCE, b"pe", 0),
        (rb"pemkab", _REGENCY, b"pe", 0),
        (rb"pemkot", _CITY, b"pe", 0),
        (rb"gubernur", _PROVINCE, b"be", 2),
        (rb"bupati", _REGENCY, b"pa", 2),
        (rb"kota", _CITY, b"ko", 0),
        (rb"kpu", (), b"pu", 1),
        (rb"bawaslu", (), b"ba", 0),
        (rb"dprd", (), b"pr", 1),
    )
)
#: These letters, each with what else of its words stands beside it: a pass for each first letter finds all words.
_LETTERS = (
    pattern(
        rb"p(?=ro(?:v\.?\s|vinsi\s)|em(?:prov|kab|kot)\s|u\s(?<=kpu.)|ati\s(?<=bupati.)|rd\s(?<=dprd.))", re.DOTALL
    ),
    pattern(rb"k(?=ab(?:upaten|\.)?\s|ota\s)"),
    pattern(rb"b(?=awaslu\s|ernur\s(?<=gubernur.))", re.DOTALL),
)
_DATELINE = pattern(rb"\A\s{0,20}(?:[a-z.]{2,20}\s?,\s{1,3})?(?P<name>[a-z][a-z ]{2,28}?)\s{0,3}(?:,|:|\(|-{1,2}|\|)")
_known: dict[str, tuple[Names, dict[str, list[Region]]]] = {}


def names_and_bearers() -> tuple[Names, dict[str, list[Region]]]:
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
        written = {name.replace("sumatera", "sumatra"): name for name in bearers}
        _known["names"] = (Names({**written, **{name: name for name in bearers}}), bearers)
    return _known["names"]


def regions_in(plain: bytes) -> tuple[str, ...]:
    """Return the codes of the regions named, in order of first mention; a name two regions bear is left out."""
    found: dict[str, None] = {}
    for _, _, regions in region_names_in(plain):
        if len({region.key for region in regions}) == 1:
            found[regions[0].code] = None
    return tuple(found)


def _cues(plain: bytes) -> Iterator[tuple[re.Match[bytes], tuple[str, ...]]]:
    """Yield what may announce the name of a region, with the word behind it, and the kinds it leaves open."""
    found = by_letters(plain, *_LETTERS)
    for ahead, kinds, letters, before in _CUES if found else ():
        starts = found.get(letters)
        if starts:
            for cue in matches_at(ahead, plain, [at - before for at in starts]):
                yield cue, kinds


def region_names_in(plain: bytes) -> Iterator[tuple[int, int, list[Region]]]:
    """Yield the offsets of the names of regions, the one that opens the text first, with all regions each may mean."""
    names, bearers = names_and_bearers()
    dateline = _DATELINE.match(plain)
    if dateline:
        opening = _name_at(plain, dateline.start("name"), (), names, bearers)
        if opening and opening[1] == dateline.end("name"):
            yield opening
    cues = []
    for cue, kinds in _cues(plain):
        start = cue.start()
        apart = not (start and plain[start - 1 : start].isalpha()) or plain[max(0, start - 4) : start] == b"wali"
        if apart and cue["next"] in names.first:
            cues.append((cue.start("next"), kinds))
    for at, kinds in sorted(cues):
        hit = _name_at(plain, at, kinds, names, bearers)
        if hit:
            yield hit


def _name_at(
    plain: bytes, start: int, kinds: tuple[str, ...], names: Names, bearers: dict[str, list[Region]]
) -> tuple[int, int, list[Region]] | None:
    """Return the name that begins at an offset, and the regions of these kinds that bear it."""
    tokens, gaps = words(plain, start, start + 60)
    hit = names.longest(tokens, gaps, 0) if tokens else None
    if hit is None:
        return None
    fitting = [region for region in bearers[hit[1]] if not kinds or region.kind in kinds]
    end = start + sum(map(len, tokens[: hit[0]])) + sum(map(len, gaps[: hit[0] - 1]))
    return (start, end, fitting) if fitting else None
