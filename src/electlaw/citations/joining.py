"""Pairs places with instruments: ``Pasal 7 UU Pilkada``, ``UU Pilkada Pasal 7``, and lists of either."""

from __future__ import annotations

import re
from bisect import bisect_right

from electlaw.citations.chains import Chain, chain_at
from electlaw.citations.lost import lost_chains, sharing
from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.citations.heads import Mention

__all__ = ["joined_in", "points_back"]

_FORWARD = pattern(
    rb"[\s,]{0,9}(?:(?:dari|dalam|pada|di\s{1,3}dalam|di|menurut|sebagaimana\s{1,3}diatur\s{1,3}(?:dalam|di|pada))\s{1,9})?(?:ketentuan\s{1,9})?"
    rb"(?:lampiran\s{1,9})?\"?\Z"
)
#: A pasal, then the words of it in question, then its instrument: ``Pasal 34 sepanjang frasa “…” UU 20/2003``; or its
#: instrument in brackets, which part the two: ``Pasal 18 (UUD 1945)``.
_PHRASE = pattern(
    rb"\s{0,3}\(\s?\Z|\s{1,3}(?:(?:sepanjang|terkait|khususnya)\s{1,3})?(?:frasa|frase|kata|norma)\s{1,3}['\"][^'\"]{1,240}['\"]\s{1,3}"
    rb"(?:(?:dalam|pada|dari)\s{1,3})?\Z"
)
_BACKWARD = pattern(rb"\s{0,9}[,:]?\s{0,9}(?:(?:pada|dalam|di)\s{1,9})?\Z")
#: Signs and line ends, which part a pasal from an instrument.
_PARTING = frozenset(b",:;(\n")


def joined_in(
    plain: bytes, text: str, found: list[Mention], chains: list[Chain]
) -> tuple[dict[int, Chain], list[Chain], dict[int, Mention]]:
    """Pair chains with the instruments right behind or before them.

    Returns the chain of each index in `found` that has one, the chains left, and of those the instruments that follow
    further behind and are theirs too, by the offset of the pasal.
    """
    chains = [part for chain in chains for part in _parted(plain, text, found, chain)]
    starts = [mention.start for mention in found]
    after = [bisect_right(starts, chain.end - 1) for chain in chains]
    pairs: dict[int, Chain] = {}
    left: list[Chain] = []
    phrased: dict[int, Mention] = {}
    for chain, index, (behind, before) in zip(chains, after, _ways(plain, found, chains, after), strict=True):
        if before and index - 1 not in pairs:
            pairs[index - 1] = chain
        elif behind:
            pairs[index] = chain
        elif points_back(chain) or not index or chain.start >= found[index - 1].end:
            left.append(chain)
            if index < len(found) and _fills(_PHRASE, plain, chain.end, found[index].start):
                phrased[chain.start] = found[index]
    pairs.update(lost_chains(plain, text, found, pairs))
    if left:
        phrased.update(sharing(plain, left, {chain.start: found[index] for index, chain in pairs.items()}))
    return pairs, left, phrased


_LAST_PASAL = pattern(rb"(?:,|dan|serta|atau)\s{1,3}(?=pasal\s)")


def _parted(plain: bytes, text: str, found: list[Mention], chain: Chain) -> tuple[Chain, ...]:
    """Part a chain of which the last pasal is of the instrument behind, the others of that before it.

    Both stand right beside it with nothing between: ``UU ITE pasal 28 serta pasal 156 KUHP``.
    """
    if len(chain.paths) < 2 or plain[chain.end : chain.end + 1] != b" " or plain[chain.start - 1 : chain.start] != b" ":
        return (chain,)
    index = bisect_right(found, chain.start, key=_start)
    if not 0 < index < len(found) or found[index - 1].end != chain.start - 1 or found[index].start != chain.end + 1:
        return (chain,)
    joins = list(_LAST_PASAL.finditer(plain, chain.start, chain.end))
    first = _again(plain, text, chain.start, joins[-1].start()) if joins else None
    second = _again(plain, text, joins[-1].end(), chain.end) if joins else None
    return (first, second) if first and second else (chain,)


def _again(plain: bytes, text: str, start: int, end: int) -> Chain | None:
    """Read a stretch of a chain by itself."""
    chain = chain_at(plain[start:end], text[start:end], 0)
    return Chain(start, start + chain.end, chain.paths) if chain else None


def _start(mention: Mention) -> int:
    return mention.start


def points_back(chain: Chain) -> bool:
    """Whether a chain has no pasal of its own but points back to one."""
    return not chain.paths[0] or chain.paths[0].startswith("/")


def _ways(plain: bytes, found: list[Mention], chains: list[Chain], after: list[int]) -> list[tuple[bool, bool]]:
    """Tell of each chain whether it may belong to the instrument behind it, and whether to the one before it.

    Where both may be, the one has it that no sign parts from it; else the way the list goes on decides, whose last
    member has only one to belong to: ``UU 10/2016, Pasal 71, UU 7/2017, Pasal 280``.
    """
    ways: list[tuple[bool, bool]] = []
    for at in range(len(after) - 1, -1, -1):
        chain, index = chains[at], after[at]
        behind = before = False
        if not points_back(chain):
            behind = index < len(found) and _leads_to(plain, chain, found[index])
            before = index > 0 and _follows(plain, chain, found[index - 1])
        if behind and before:
            before = _apart(plain, chain.end, found[index].start)
            if before == _apart(plain, found[index - 1].end, chain.start):
                before = at + 1 < len(after) and after[at + 1] == index + 1 and ways[-1][1]
        ways.append((behind, before))
    return ways[::-1]


def _apart(plain: bytes, start: int, end: int) -> bool:
    """Whether what stands between two offsets parts them more than a blank or a word does."""
    return not _PARTING.isdisjoint(plain[start:end])


def _leads_to(plain: bytes, chain: Chain, mention: Mention) -> bool:
    if mention.start - chain.end > 60 or mention.form == "ruling" or "no-type" in mention.repairs:
        return False
    return _fills(_FORWARD, plain, chain.end, mention.start)


def _follows(plain: bytes, chain: Chain, mention: Mention) -> bool:
    if mention.form == "ruling" or chain.start - mention.end > 40 or mention.end > chain.start:
        return False
    return _fills(_BACKWARD, plain, mention.end, chain.start)


def _fills(asked: re.Pattern[bytes], plain: bytes, start: int, end: int) -> bool:
    match = asked.match(plain, start, end)
    return match is not None and match.end() == end
