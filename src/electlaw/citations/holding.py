"""Whether an instrument may hold a place: by the number of its last pasal, and by its pasal where all are known."""

from __future__ import annotations

from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.corpus import Corpus

__all__ = ["may_hold", "surely_holds"]

_PASAL = pattern(r"pasal-(\d+)([a-z]*)")
_LAST_OF_CONSTITUTION = 37


def may_hold(corpus: Corpus, id: str, path: str) -> bool:
    """Whether a text may have the pasal of a path, as far as that is known; one with a letter needs to be listed."""
    pasal = _PASAL.search(path)
    if not pasal:
        return True
    if id == "uud-1945":
        return int(pasal[1]) <= _LAST_OF_CONSTITUTION
    base = corpus.base_of(id)
    last = corpus.last_pasal(base)
    if last and int(pasal[1]) > last:
        return False
    return not pasal[2] or not last or _is_listed(corpus, base, pasal[0]) or not _is_whole(corpus, base, last)


def surely_holds(corpus: Corpus, id: str, path: str) -> bool:
    """Whether a text may have the pasal of a path and, if it has a letter, is known to."""
    pasal = _PASAL.search(path)
    if not pasal or not may_hold(corpus, id, path):
        return False
    return not pasal[2] or id == "uud-1945" or _is_listed(corpus, corpus.base_of(id), pasal[0])


def _is_listed(corpus: Corpus, text: str, pasal: str) -> bool:
    """Whether the log or the outline of a text has a pasal."""
    return bool(corpus.rows(f"provisions/{text}", pasal) or corpus.rows(f"outlines/{text}", pasal))


def _is_whole(corpus: Corpus, text: str, last: int) -> bool:
    """Whether every pasal of a text is listed, up to its last one."""
    return all(_is_listed(corpus, text, f"pasal-{number}") for number in range(1, last + 1))
