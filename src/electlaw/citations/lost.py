"""Places whose word ``Pasal`` the writer left out, and pasal that share an instrument named behind the next one."""

from __future__ import annotations

from bisect import bisect_left

from electlaw.citations.chains import Chain, chain_at
from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.citations.heads import Mention

__all__ = ["lost_chains", "sharing"]

#: A place behind ``jo`` or the like, up to its instrument: ``KUHP jo 55 ayat (1) ke-1 KUHP``.
_PLACE = (
    rb"(?P<place>[0-9]{1,3}[a-z]?"
    rb"(?:[\s\-]{0,3}(?:ayat|huruf|ke|angka|butir)?[\s\-]{0,3}\(?[0-9a-z]{1,2}\)?){0,4})\s{1,3}\Z"
)
_JOINED = pattern(
    rb"[\s,;]{0,4}(?:(?:jo|juncto|junto|jis|dan|atau|serta|subsid[ae]?i?r|subs|sub|lebih\s{1,3}subsid[ae]?i?r|dan\s?/\s?atau|dan\s{1,3}atau)"
    rb"\b\.?\s{1,3}|,\s{1,3})" + _PLACE
)
#: A pasal whose offence is named between its word and its number: ``pasal pencurian 362 KUHP``.
_WORDED = pattern(
    rb"(?<![a-z])pasal\s{1,3}(?:(?!yang|dalam|dengan|pada|tentang|dari|ayat|huruf|angka|butir)[a-z]{4,16}\s{1,3}){1,3}"
    + _PLACE
)
#: A place with its ayat right before a code: ``193 ayat (2) KUHAP``.
_UNNAMED = pattern(
    rb"(?<![0-9a-z/.,\-])(?<!pasal )(?P<place>[0-9]{1,3}[a-z]?\s{1,3}ayat\s{0,3}\(?[0-9]{1,2}\)?)\s{1,3}\Z"
)
_FIGURE = frozenset(b"0123456789)")
_REACH = 70
_BOOKS = frozenset(("kuhp", "kuhap", "kuhperdata"))


def lost_chains(plain: bytes, text: str, found: list[Mention], paired: dict[int, Chain]) -> Iterator[tuple[int, Chain]]:
    """Yield (index of an instrument, the chain right before it whose word ``Pasal`` was left out)."""
    for index, mention in enumerate(found):
        before = plain[mention.start - 2 : mention.start]
        if len(before) < 2 or before[1:] not in (b" ", b"\n") or index in paired:
            continue
        if before[0] not in _FIGURE and not plain[max(0, mention.start - 3) : mention.start - 2].isdigit():  # ``156a``
            continue
        if mention.form not in ("name", "numbered", "given") or "no-type" in mention.repairs:
            continue
        end = _end_before(found, paired, index)
        near = index - 1 in paired and 0 < mention.start - end <= _REACH
        match = _JOINED.match(plain, end, mention.start) if near else None
        begin = match.start("place") if match else -1
        if not match and (match := _WORDED.search(plain, max(end, mention.start - _REACH), mention.start)):
            begin = match.start()
        if not match and mention.name in _BOOKS:
            match = _UNNAMED.search(plain, max(end, mention.start - 32), mention.start)
            begin = match.start("place") if match else -1
        chain = _read(plain, text, match.start("place"), mention.start) if match else None
        if chain:
            yield index, Chain(begin, chain.end, chain.paths)


def _end_before(found: list[Mention], paired: dict[int, Chain], index: int) -> int:
    """Return where the instrument before this one, or the place behind it, ends; 0 if there is none."""
    if not index:
        return 0
    behind = paired.get(index - 1)
    return max(found[index - 1].end, behind.end if behind else 0)


def _read(plain: bytes, text: str, start: int, end: int) -> Chain | None:
    """Read a stretch as a chain as if ``Pasal`` stood before it; None unless it reaches to the end."""
    chain = chain_at(b"pasal " + plain[start:end], "pasal " + text[start:end], 0)
    if not chain or chain.end - 6 + start < end - 3:
        return None
    return Chain(start, chain.end - 6 + start, chain.paths)


#: What stands between counts of one charge: ``Pasal 340 subsidair Pasal 338 KUHP``.
_SHARES = pattern(
    rb"[\s,;:]{0,4}(?:(?:lebih|lagi|subsid[ae]?i?r|subs|primair|primer|dan|atau|kedua|ketiga|kesatu|pertama|keempat|alternatif|jo|juncto"
    rb"|serta|dakwaan)[\s.,;:]{1,4}){1,5}\Z"
)


def sharing(plain: bytes, left: list[Chain], owners: dict[int, Mention]) -> Iterator[tuple[int, Mention]]:
    """Yield (offset of a chain, its instrument) for chains that share the instrument of the chain behind them.

    `owners` are the instruments of chains by these chains' offsets.
    """
    starts = sorted([*owners, *(chain.start for chain in left)])
    known = dict(owners)
    for chain in reversed(left):
        after = bisect_left(starts, chain.end)
        if after == len(starts) or starts[after] - chain.end > 60 or starts[after] not in known:
            continue
        if _SHARES.match(plain, chain.end, starts[after]):
            known[chain.start] = known[starts[after]]
            yield chain.start, known[chain.start]
