"""Codes of colonial times and spelled abbreviations, told from other words by an article beside them."""

from __future__ import annotations

import re

from electlaw.citations.heads import Mention
from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.citations.chains import Chain

__all__ = ["codes_behind", "state_papers"]

#: Codes of colonial times, and spelled abbreviations, right behind an article of theirs: ``Pasal 163 HIR``.
_BEHIND = pattern(
    rb"\s{1,3}(?:(?:dalam|dari)\s{1,3})?(?P<name>hir|h\.i\.r\.?|r\.?bg|r\.bg\.|bw|b\.w\.?|k\.u\.h\.(?:a\.)?p(?:erdata|idana)?|k\.u\.h\s?perdata"
    rb"|khi|rv|wvk|wvs|konstitusi\s{1,3}(?:republik\s{1,3}indonesia\s{1,3}serikat|ris))(?![a-z0-9])"
)
_FIRST_LETTERS = frozenset((b"h", b"r", b"b", b"k", b"d", b"w", b" ", b"\n"))
_COLONIAL = {b"hir": "hir", b"rbg": "rbg", b"bw": "kuhperdata", b"kuhp": "kuhp", b"kuhpidana": "kuhp",
             b"kuhap": "kuhap", b"kuhperdata": "kuhperdata", b"khi": "khi", b"rv": "rv",
             b"wvk": "kuhd", b"wvs": "kuhp",
             b"konstitusirepublikindonesiaserikat": "konstitusi-ris", b"konstitusiris": "konstitusi-ris"}  # fmt: skip


#: A number of the gazette of the Dutch Indies, by which its ordinances are named: ``Staatsblad 1926 Nomor 226``.
_STATE_PAPER = pattern(
    rb"st(?:aatsbla{1,2}d|bl?(?:a?d)?\.?)\s{0,3}(?:(?:tahun|thn\.?|van)\s{1,3})?(?P<year>1[89][0-9]{2})"
    rb"(?:\s{0,3}(?:nomor|nomer|no)\b[.:]?\s{0,3}|\s?[/:]\s?|\s?[-,]\s?(?:nomor\s|no\.?\s)?)(?P<number>[0-9]{1,4})(?![0-9])"
)


def state_papers(plain: bytes) -> Iterator[Mention]:
    """Yield the ordinances named by their number in the gazette; one in brackets only completes a citation."""
    for match in _STATE_PAPER.finditer(plain):
        start = match.start()
        before = plain[max(0, start - 120) : start]
        if before[-1:].isalnum() or before.rfind(b"(") > before.rfind(b")"):
            continue
        year, number = match["year"].decode(), match["number"].decode()
        id = f"staatsblad-{number}-{year}"
        yield Mention(start, match.end(), "numbered", "staatsblad", number, year, id=id, type_end=start)


#: The same codes right before an article: ``HIR Pasal 8``.
_AHEAD = pattern(rb"(?<![a-z])(?P<name>hir|rbg|bw|khi)[\s,]{1,3}\Z")
_AHEAD_ENDS = (b"r ", b"g ", b"w ", b"i ", b", ")


def codes_behind(plain: bytes, text: str, chains: list[Chain]) -> Iterator[Mention]:
    """Yield the codes that only an article beside them tells from other words: ``Pasal 163 HIR``, ``HIR Pasal 8``."""
    for chain in chains:
        ahead = (
            _AHEAD.search(plain, chain.start - 6, chain.start) if plain.endswith(_AHEAD_ENDS, 0, chain.start) else None
        )
        if ahead and text[slice(*ahead.span("name"))].isupper():
            start, end = ahead.span("name")
            yield Mention(start, end, "name", "uu", name=_COLONIAL[ahead["name"]], type_end=end)
            continue
        near = plain[chain.end + 1 : chain.end + 2] in _FIRST_LETTERS
        match = _BEHIND.match(plain, chain.end) if near else None
        if match and not text[slice(*match.span("name"))].islower():
            start, end = match.span("name")
            name = _COLONIAL.get(re.sub(rb"[.\s]", b"", match["name"]))
            if name:
                yield Mention(start, end, "name", "uu", name=name, type_end=end)
