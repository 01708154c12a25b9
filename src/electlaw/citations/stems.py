"""Where a view may hold a word that citations begin with: two passes over the text find all of them at once.

Each pass looks for one letter that all of its words have in common, and asks at each what is beside it; whoever looks
for one of the words asks its own pattern at the places found, and nowhere else.
"""

from __future__ import annotations

from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

__all__ = ["by_letters", "stems_in"]

#: ``uu``, ``undang``, ``kuhp``.
_U = pattern(rb"u(?=u|ndang|h(?<=kuh))")
#: ``pkpu``, ``perppu`` and its like, ``pasal`` (a letter lost or split off), ``ps. 5``, ``mpr``, ``/pid``, ``kompil…``.
_P = pattern(
    rb"p(?=as(?:a[l1i\s]|la|\sa)|er(?:p(?:p?u|res)|men[a-z]{0,14}|bawaslu|da|bup|gub|wali|aturan)(?![a-z0-9])"
    rb"|kpu|\sasa[l1i\s]|s(?:l\.?|\.)?\s{0,3}[0-9]|r(?<=mpr)|i(?:d(?<=/pid)|l(?<=kompil))|dt(?<=/pdt))"
)


def stems_in(plain: bytes) -> dict[bytes, list[int]]:
    """Return where a view may hold the beginnings of names, of places, of decrees and of dockets: by two letters each.

    >>> stems_in(b"pasal 7 uu pilkada dan kuhp")
    {b'uu': [8], b'uh': [24], b'pa': [0]}
    """
    return by_letters(plain, _U, _P)


def by_letters(plain: bytes, *passes: re.Pattern[bytes]) -> dict[bytes, list[int]]:
    """Return where patterns match, by the two letters that stand there, in the order of the view for each pattern."""
    found: dict[bytes, list[int]] = {}
    for match in [match for asked in passes for match in asked.finditer(plain)]:
        at = match.start()
        letters = plain[at : at + 2]
        if letters in found:
            found[letters].append(at)
        else:
            found[letters] = [at]
    return found
