"""Numbers announced as such with no year in figures behind them: ``PKPU Nomor 8``, ``uu no 35 2009``, dockets."""

from __future__ import annotations

import re

from electlaw.citations.codes import UNSIGNED, unsigned
from electlaw.citations.grammar import NUMBER_WORD, YEARLESS, digits
from electlaw.citations.heads import Mention, allowed, head_before, mention_of
from electlaw.citations.patterns import matches_at, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["announced"]


def announced(plain: bytes) -> list[Mention]:
    """Return what is named by a number that is announced as one and has no year in figures behind it."""
    starts = [match.start() for match in _ANNOUNCED.finditer(plain)]
    if not starts:
        return []
    named = [m for match in matches_at(_LETTER_NUMBER, plain, starts) if (m := _from_letter(plain, match))]
    named += [m for match in matches_at(YEARLESS, plain, starts) if (m := _yearless(plain, match))]
    named += [unsigned(plain, match) for match in matches_at(UNSIGNED, plain, starts)]
    named += [m for match in matches_at(_DOCKETS, plain, starts) for m in _dockets(plain, match)]
    return named


#: Where a number is announced that may have no year behind it: the patterns of such are tried nowhere else.
_ANNOUNCED = pattern(
    rb"no(?:mor\b[.:]?|\.|(?=\s))(?=\s{0,4}(?:[li]|(?>[0-9]{1,4}[a-z]?)(?!\s?/|\s{0,3}tahun\s{1,9}[0-9])))"
)
#: A number that scanning turned into letters altogether: ``Nomor l Tahun 2015``.
_LETTER_NUMBER = pattern(
    rb"no(?:mor\s|\.\s?)\s{0,3}(?P<number>[li][lio]{0,2})\s{1,3}tahun\s{1,3}(?P<year>(?:19|2[0o])[0-9lo]{2})(?![0-9a-z])"
)


def _from_letter(plain: bytes, match: re.Match[bytes]) -> Mention | None:
    head = head_before(plain, match.start("number"))
    if not head or not allowed(head, False):
        return None
    return mention_of(head, match.end(), digits(match["number"]), digits(match["year"]), ("digit",))


#: A ruling by its number alone: ``putusan nomor 90``.
_RULING = pattern(rb"(?<![a-z])(?P<word>putusan)\s{1,3}" + NUMBER_WORD + rb"\s{0,3}\Z")
_YEARLESS = frozenset((
    "uu", "perppu", "pkpu", "pp", "perpres", "inpres", "keppres", "perma", "sema", "perbawaslu", "peraturan-dkpp",
    "pmk", "putusan-mk", "putusan-ma", "keputusan-kpu",
))  # fmt: skip


#: What the kinds begin with of which many bodies make their own.
_OF_MANY = ("permen", "perda", "pergub", "perbup", "perwali", "qanun")


def _yearless(plain: bytes, match: re.Match[bytes]) -> Mention | None:
    """Read ``PKPU Nomor 8``, an instrument named before with its year; its year may also stand bare, or first."""
    start = match.start("number")
    head = head_before(plain, start)
    if head is None and (first := _YEAR_FIRST.search(plain, max(0, start - 28), start)):
        head = head_before(plain, first.start())
        if head is None or head.kind not in _YEARLESS or _FIGURE.search(plain, head.end, first.start()):
            return None
        return mention_of(head, match.end(), digits(match["number"]), first["year"].decode(), ())
    ruling = None if head else _RULING.search(plain, max(0, start - 24), start)
    if ruling:
        return Mention(
            ruling.start(), match.end(), "yearless", "putusan-mk", digits(match["number"]), type_end=ruling.end("word")
        )
    if not head or not head.nomor:
        return None
    if match["dashed"]:
        return (
            mention_of(head, match.end(), digits(match["number"]), match["dashed"].decode(), ())
            if allowed(head, False)
            else None
        )
    issuer = head.issuer and [word for word in head.issuer if word not in (b"ri", b"republik", b"indonesia")]
    if issuer or not (head.kind in _YEARLESS or head.kind.startswith(_OF_MANY)):
        return None
    year = _YEAR_BARE.match(plain, match.end())
    if year:
        return mention_of(head, year.end(), digits(match["number"]), year["year"].decode(), ())
    return Mention(head.start, match.end(), "yearless", head.kind, digits(match["number"]), type_end=head.end)


#: The year before the number: ``Undang-Undang Tahun 1999 Nomor 23``; and bare behind it: ``uu no 35 2009``.
_YEAR_FIRST = pattern(rb"\btahun\s{1,4}(?P<year>(?:19[4-9]|20[0-4])[0-9])[\s,]{1,4}(?:nomor|no\.?)[\s:]{0,4}\Z")
_FIGURE = pattern(rb"[0-9]")
_YEAR_BARE = pattern(rb"\s{1,2}(?P<year>(?:19[4-9]|20[0-4])[0-9])(?![a-z0-9]|[.,/\-][0-9])")
#: Rulings by their numbers alone: ``Putusan MK nomor 60 dan 70``.
_DOCKETS = pattern(
    rb"no(?:mor\b|\.|(?=\s))\s{0,3}(?P<first>[0-9]{1,3})\s{1,3}(?:dan|serta|&)\s{1,3}(?:no(?:mor|\.)\s{0,3})?(?P<second>[0-9]{1,3})"
    rb"(?![0-9a-z]|\s?/|[.,\-][0-9]|\s{0,3}(?:tahun|thn|th)\b)"
)


def _dockets(plain: bytes, match: re.Match[bytes]) -> Iterator[Mention]:
    head = head_before(plain, match.start("first"))
    if head and head.nomor and head.kind in ("putusan-mk", "putusan-ma"):
        yield Mention(head.start, match.end("first"), "yearless", head.kind, match["first"].decode(), type_end=head.end)
        start = match.start("second")
        yield Mention(start, match.end(), "yearless", head.kind, match["second"].decode(), type_end=start)
