"""Annexes named by their numbers: ``Lampiran I``, ``Lampiran III dan Lampiran IV``."""

from __future__ import annotations

from electlaw.citations.chains import Chain
from electlaw.citations.heads import Mention
from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["annexes", "by_annex", "with_annexes"]

_NUMBER = rb"(?:[ivx]{1,6}|[0-9]{1,2})(?![a-z0-9]|[.,][0-9])"
_JOINED = rb"\s{0,3},?\s{1,3}(?:(?:dan|atau|serta)\s{1,3})?"
_LIST = pattern(rb"lampiran\s{1,3}" + _NUMBER + rb"(?:" + _JOINED + rb"lampiran\s{1,3}" + _NUMBER + rb"){0,12}")
_ONE = pattern(rb"lampiran\s{1,3}(" + _NUMBER + rb")")
#: A place within an annex, with which it is read.
_WITHIN = pattern(rb"\s{1,3}pasal\s")
_LINE_BEFORE = pattern(rb"(?:\A|\n)[ \t]{0,40}\Z")


def annexes(plain: bytes, text: str) -> Iterator[Chain]:
    """Yield the annexes a text refers to by their numbers; one in capitals on its own line is a heading."""
    for match in _LIST.finditer(plain) if b"lampiran" in plain else ():
        start, end = match.span()
        if (start and plain[start - 1 : start].isalnum()) or _WITHIN.match(plain, end):
            continue
        if text[start : start + 8].isupper() and _LINE_BEFORE.search(plain, max(0, start - 42), start):
            continue
        numbers = _ONE.findall(plain, start, end)
        first = text[start:end].split()[1].rstrip(",")
        if first.isdigit() or first.isupper():
            yield Chain(start, end, [f"lampiran-{number.decode()}" for number in numbers])


#: A decision named by its annex.
_OF_THIS = pattern(
    rb"lampiran\s{1,9}(?P<type>(?P<kind>keputusan|instruksi)"
    rb"(?:\s{1,9}(?!yang|dan|untuk|tentang|atau|serta)[a-z/]{2,19}){0,4}?\s{1,9}ini\b)"
)


def by_annex(plain: bytes) -> Iterator[Mention]:
    """Yield the decisions that only the word before them tells from prose: ``Lampiran Keputusan ini``."""
    for match in _OF_THIS.finditer(plain) if b"lampiran" in plain else ():
        yield Mention(match.start("type"), match.end(), "back", match["kind"].decode(), type_end=match.end())


def with_annexes(chains: list[Chain], found: list[Chain]) -> list[Chain]:
    """Return chains of places and annexes, in order, without annexes that a chain holds."""
    held = [(chain.start, chain.end) for chain in chains]
    kept = [annex for annex in found if not any(start < annex.end and annex.start < end for start, end in held)]
    return sorted([*chains, *kept], key=_start) if kept else chains


def _start(chain: Chain) -> int:
    return chain.start
