"""One citation in a text, as found and resolved."""

from __future__ import annotations

import attrs

from electlaw.views import Shown

__all__ = ["Citation"]


@attrs.frozen
class Citation(Shown):
    """One citation in a text.

    Offsets count code points of the text given. ``instrument`` is the canonical id of the instrument named,
    read with the least repair, or None if neither the words nor their context settle it.
    """

    start: int
    end: int
    text: str
    #: Canonical id of the instrument named, or None.
    instrument: str | None
    #: Paths within it, ranges expanded: ``("pasal-7/ayat-2", "pasal-7/ayat-3")``.
    provisions: tuple[str, ...]
    #: The places meant, in the text they live in: ``("uu-1-2015/pasal-7/ayat-2", …)``.
    places: tuple[str, ...]
    #: ``full`` (type, number, year), ``short`` (a part of these, or pointing back), ``name``, ``bare-pasal``.
    kind: str
    #: The kind of instrument (``uu``, ``pkpu``), number and year as read; empty where unnamed.
    type: str = ""
    number: str = ""
    year: str = ""
    #: Offsets of the instrument within the text: its type word, the end of that word, the end of its year.
    named: tuple[int, int, int] | None = None
    #: What was mended to read it: ``uud-for-uu``, ``digit``; ``no-type`` for an elliptic repeat, ``bare`` for a number
    #: with neither year nor ``Nomor``.
    repairs: tuple[str, ...] = ()
    #: The popular name, in normal form.
    name: str = ""
    #: Index of the citation whose title this one stands in, which it amends or is joined to by ``jo``; else None.
    within: int | None = None
    #: How it hangs on that one: ``title``, ``amended-by``, ``jo``.
    link: str = ""

    def __str__(self) -> str:
        return self.text

    def moved(self, by: int, count: int) -> Citation:
        """Return the same citation in a longer text: `by` characters and `count` citations stand before."""
        named = self.named and (self.named[0] + by, self.named[1] + by, self.named[2] + by)
        within = None if self.within is None else self.within + count
        return attrs.evolve(self, start=self.start + by, end=self.end + by, named=named, within=within)
