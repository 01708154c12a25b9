"""Regions mentioned anywhere in a text, with all that each name may mean.

A name behind a word for a region needs no more. Any other has to be written with capitals and to stand where a region
would: many regions share their names with rivers, people, companies and plain words (``Batu``, ``Malang``, ``Bima``).
"""

from __future__ import annotations

from electlaw.citations.grammar import Names, words
from electlaw.citations.patterns import pattern
from electlaw.citations.regions_in import names_and_bearers, region_names_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahocorasick_rs import BytesAhoCorasick

    from electlaw.regions import Region

__all__ = ["first_words", "region_mentions"]

_WORD = pattern(rb"[a-z0-9]+")
#: Words that a place follows, however its name is written.
_WHERE = pattern(rb"(?<![a-z])(?:di|ke|dari|se|asal|warga|wilayah|daerah|masyarakat|kawasan)[\s\-]{1,3}\Z")
#: Words whose name is not a region's: rivers and streets, smaller places, persons, companies.
_OTHER = pattern(
    rb"(?<![a-z])(?:sungai|gunung|danau|selat|laut|teluk|tanjung|pulau|kali|jalan|jl\.?|gang|desa|kelurahan|kecamatan"
    rb"|distrik|kampung|dusun|nagari|suku|bahasa|bapak|pak|ibu|bu|saudara|sdr\.?|pt\.?|cv\.?|bank|universitas)\s{1,3}\Z"
)
_SENTENCE = pattern(rb"(?:\A|[.!?:;|\n\"(\[])[\s\"(]{0,3}\Z")
_NEXT_CAPITAL = pattern(r"[ \u00a0]{1,2}[A-Z]")
#: A line in capitals, which say nothing there.
_SHOUTED = pattern(r"[A-Z]{2,}[ ,.]{1,2}\Z")


def region_mentions(plain: bytes, text: str) -> Iterator[tuple[int, int, list[Region]]]:
    """Yield the offsets of the names of regions in a text, in order, with all regions each may mean.

    `plain` is the view of `text`. A name of one word that opens a sentence counts if the text also has it elsewhere,
    as it may be a plain word; one that runs on in capitals is a part of another name (``Bima Arya``).
    """
    told = {start: (end, regions) for start, end, regions in region_names_in(plain)}
    sure = {plain[start:end] for start, (end, _) in told.items()}
    opening: list[tuple[int, int, list[Region]]] = []
    for start, end, regions in _capitals(plain, text):
        if any(at in told for at in range(start, end)):
            continue
        if _SENTENCE.search(plain, max(0, start - 6), start) and b" " not in plain[start:end]:
            opening.append((start, end, regions))
        else:
            told[start] = end, regions
            sure.add(plain[start:end])
    told.update({start: (end, regions) for start, end, regions in opening if plain[start:end] in sure})
    at = 0
    for start, (end, regions) in sorted(told.items()):
        if start >= at:
            yield start, end, regions
            at = end


def first_words(plain: bytes, names: Names) -> Iterator[int]:
    """Yield where a whole word stands that opens one of the names; quicker if ``ahocorasick_rs`` is installed."""
    finder = _finder(names)
    if finder is None:
        for match in _WORD.finditer(plain):
            if match[0] in names.first:
                yield match.start()
        return
    for _, start, end in finder.find_matches_as_indexes(plain, overlapping=True):
        if not plain[max(0, start - 1) : start].isalnum() and not plain[end : end + 1].isalnum():
            yield start


_finders: dict[int, BytesAhoCorasick] = {}


def _finder(names: Names) -> BytesAhoCorasick | None:
    try:
        from ahocorasick_rs import BytesAhoCorasick
    except ImportError:
        return None
    if id(names) not in _finders:
        _finders[id(names)] = BytesAhoCorasick(list(names.first))
    return _finders[id(names)]


def _capitals(plain: bytes, text: str) -> Iterator[tuple[int, int, list[Region]]]:
    """Yield the names written with capitals that stand where a region would, and not as a part of another name."""
    names, bearers = names_and_bearers()
    for start in first_words(plain, names):
        if not text[start].isupper():
            continue
        tokens, gaps = words(plain, start, start + 60)
        hit = names.longest(tokens, gaps, 0)
        if hit is None:
            continue
        size, name = hit
        end = start + sum(map(len, tokens[:size])) + sum(map(len, gaps[: size - 1]))
        regions = bearers[name]
        if _stands(plain, text, start, end, name, regions):
            yield start, end, regions


def _stands(plain: bytes, text: str, start: int, end: int, name: str, regions: list[Region]) -> bool:
    """Whether a name stands for a region: behind a word of place, or plainly as the name of one and nothing more."""
    written = text[start:end]
    before = max(0, start - 14)
    if not all(word[0].isupper() for word in written.split()) or _OTHER.search(plain, before, start):
        return False
    if _WHERE.search(plain, before, start):
        return True
    if not any(region.kind == "province" or name in region.full_name.lower() for region in regions):
        return False
    if " " in name:
        return True
    return not _NEXT_CAPITAL.match(text, end) and not _SHOUTED.search(text, before, start)
