"""Short names a text gives to laws itself: ``(selanjutnya disebut UU AP)``, and ``UU AP`` behind that."""

from __future__ import annotations

import re

from electlaw.citations.grammar import popular
from electlaw.citations.heads import Mention
from electlaw.citations.patterns import pattern

__all__ = ["given_at"]

#: A short name a text gives to a law: ``(selanjutnya disebut UU AP)``, ``("UU AP")``; the words before and the name.
_GIVING = pattern(
    rb"(?:(?P<open>\()\s{0,2}(?:(?:yang\s)?(?:untuk\s)?selanjutnya\s)?|selanjutnya\s)"
    rb"(?:di(?:sebut|singkat)\s)?(?:(?:sebagai|dengan|menjadi)\s)?[\"']?\Z"
)
_GIVING_ENDS = (b"(", b"disebut", b"disingkat", b"sebagai", b"dengan", b"menjadi", b"selanjutnya")
_MOST_WORDS = 4
_SHORT_NAME = pattern(rb"(?P<words>(?:[ \n\-][a-z][a-z0-9&]{0,19}){1,4})(?P<close>[\"']{0,2}\s?[).,;])?(?![a-z0-9])")


def given_at(plain: bytes, text: str, match: re.Match[bytes], given: set[str]) -> Mention | None:
    """Read a short name the text gives to a law itself, where it is given and, behind that, where it stands.

    One written as a word (``UUPTPK``) is also one that is known with a space (``UU PTPK``).
    """
    start, end = match.span()
    if len(match[0]) > 2:
        return _glued(plain, text, start, end, given)
    name = _SHORT_NAME.match(plain, end)
    if not name:
        return None
    parts = re.split(r"[ \n\-]", name["words"].decode("ascii", "replace"))[1:]
    before = plain[max(0, start - 48) : start]
    giving = _GIVING.search(before) if before.rstrip(b" \n\"'").endswith(_GIVING_ENDS) else None
    if giving and name["close"] and (name["close"][-1:] == b")" if giving["open"] else len(parts) <= 2):
        given.add("uu " + " ".join(parts))
    for count in range(min(len(parts), _MOST_WORDS) if given else 0, 0, -1):
        value = "uu " + " ".join(parts[:count])
        if value in given:
            return Mention(start, end + len(" ".join(parts[:count])) + 1, "given", "uu", name=value, type_end=end)
    return None


def _glued(plain: bytes, text: str, start: int, end: int, given: set[str]) -> Mention | None:
    """Read a short name written as one word of capitals: ``UUPTPK``."""
    if not text[start:end].isupper() or (plain[end : end + 1] == b"-" and text[end + 1 : end + 2].isupper()):
        return None
    value = f"uu {text[start + 2 : end].lower()}"
    if value.encode("ascii", "replace") in popular().values:
        return Mention(start, end, "name", "uu", name=value, type_end=start + 2)
    before = plain[max(0, start - 48) : start]
    giving = _GIVING.search(before) if before.rstrip(b" \n\"'").endswith(_GIVING_ENDS) else None
    if giving and (not giving["open"] or plain[end : end + 2].lstrip(b"\"'")[:1] == b")"):
        given.add(value)
    return Mention(start, end, "given", "uu", name=value, type_end=start + 2) if value in given else None
