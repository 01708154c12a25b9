"""Long texts read in stretches, so that no more than one of them is held at a time."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["SHORT", "blocks"]

#: A text no longer than this many characters is read in one: what it names further on tells of what is before.
SHORT = 3000


def blocks(pieces: Iterable[str], size: int) -> Iterator[tuple[str, bool]]:
    """Yield a text given in pieces in stretches of `size` to twice `size` characters, the last one shorter.

    With each comes whether it is the whole text. A `size` below `SHORT` is taken for it.
    """
    held, whole = "", True
    size = max(size, SHORT)
    for piece in pieces:
        held += piece
        while len(held) >= 2 * size:
            cut = _cut(held, size)
            yield held[:cut], False
            held, whole = held[cut:], False
    if held:
        yield held, whole


def _cut(text: str, size: int) -> int:
    """Return where to cut a text of at least twice `size`: behind the last end of a paragraph, line or sentence."""
    for end in ("\n\n", ".\n", "\n", ". ", " "):
        at = text.rfind(end, size, 2 * size)
        if at >= 0:
            return at + len(end)
    return 2 * size
