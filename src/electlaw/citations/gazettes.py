"""Issues of the state gazette, which stand for what they promulgated: ``Lembaran Negara Tahun 2016 Nomor 130``."""

from __future__ import annotations

from electlaw.citations.heads import Mention
from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

__all__ = ["gazettes"]

_ISSUE = pattern(
    rb"(?:lembaran|berita)\s{1,9}negara(?:\s{1,9}(?:republik\s{1,9}indonesia|ri))?\s{1,9}"
    rb"(?:(?:tahun|thn\.?)\s{1,9}(?P<year>[12][0-9]{3})\s{1,9}(?:nomor|no\.?)\s{0,9}(?P<number>[0-9]{1,4})"
    rb"|(?:nomor|no\.?)\s{0,9}(?P<first>[0-9]{1,4})\s{1,9}tahun\s{1,9}(?P<then>[12][0-9]{3}))(?![0-9])"
    rb"|[lb]n(?:ri)?\s{1,3}(?P<short_year>[12][0-9]{3})\s?/\s?(?P<short_number>[0-9]{1,4})(?![0-9])"
)
#: What stands between the beginning of one and its first figure, at most.
_REACH = 84
_SHORT = (b"ln", b"bn", b"ri")


def gazettes(plain: bytes, text: str, places: list[int]) -> list[Mention]:
    """Return the issues of the gazette named in a view, whose first figures stand at some of `places`, in order."""
    found: list[Mention] = []
    at = 0
    for place in places:
        start = _begins(plain, place)
        match = _ISSUE.match(plain, start) if start >= at else None
        if match:
            at = match.end()
            mention = _gazette(plain, text, match)
            if mention:
                found.append(mention)
    return found


def _begins(plain: bytes, place: int) -> int:
    """Return where an issue of the gazette may begin whose first figure is at `place`; -1 if none does."""
    first = max(0, place - _REACH)
    before = plain[first:place].rstrip()
    if before.endswith(_SHORT):
        return first + len(before) - (4 if before.endswith(b"ri") else 2)
    at = before.rfind(b"negara")
    word = max(before.rfind(b"lembaran", 0, at), before.rfind(b"berita", 0, at)) if at >= 0 else -1
    return first + word if word >= 0 else -1


def _gazette(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    """Read a gazette number in running text; one in brackets, or behind ``Tambahan``, only completes a citation.

    In capitals it is the foot of a law, which says where that law itself was printed.
    """
    start = match.start()
    if text[start : start + 8] in ("LEMBARAN", "BERITA N"):
        return None
    before = plain[max(0, start - 160) : start]
    if before[-1:].isalnum() or before.rstrip().endswith(b"tambahan") or before.rfind(b"(") > before.rfind(b")"):
        return None
    year = match["year"] or match["then"] or match["short_year"]
    number = match["number"] or match["first"] or match["short_number"]
    series = f"{plain[start : start + 1].decode()}n"
    return Mention(start, match.end(), "gazette", series, number.decode(), year.decode(), type_end=start)
