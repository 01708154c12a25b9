"""Dates written in Indonesian text, the weekday beside them, and the day a text itself is of."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone

import attrs

from electlaw.citations.grammar import alike
from electlaw.citations.patterns import matches_at, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MONTHS", "WEEKDAYS", "TextDate", "dates_in", "own_date", "stamped_in", "yearless_in"]

#: Weekdays from Monday, in the standard spelling.
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_WEEKDAY = {b"senin": 0, b"selasa": 1, b"rabu": 2, b"kamis": 3, b"jumat": 4, b"jum'at": 4, b'jum"at': 4,
            b"sabtu": 5, b"minggu": 6, b"ahad": 6}  # fmt: skip

#: Months, in the standard spelling.
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
          "November", "Desember")  # fmt: skip
_MONTH = {name.lower().encode(): number for number, name in enumerate(MONTHS, 1)}
_MONTH.update({b"pebruari": 2, b"nopember": 11, b"jan": 1, b"feb": 2, b"mar": 3, b"apr": 4, b"jun": 6, b"jul": 7,
               b"agu": 8, b"agt": 8, b"ags": 8, b"agust": 8, b"sep": 9, b"sept": 9, b"okt": 10, b"nov": 11, b"nop": 11,
               b"des": 12})  # fmt: skip

_NAMES = b"|".join(sorted(_MONTH, reverse=True))
_DATE = pattern(
    rb"(?P<day>[0-9](?<![0-9/.,\-][0-9])[0-9]?)(?:"
    rb"\s{1,3}(?P<month>" + _NAMES + rb")\.?,?\s{1,3}(?P<year>(?:19|20)[0-9]{2})"
    rb"|\s?(?P<sign>[/.\-])\s?(?P<number>[0-9]{1,2})\s?(?P=sign)\s?(?P<short>(?:(?:19|20)[0-9]{2}|[12][0-9](?=\)))))(?![0-9]|[/.\-][0-9])"
)
#: A place where `_DATE` may match, in a view whose figures are alike.
_LIKE_DATE = pattern(
    rb"0(?<![0/.,\-]0)(?=0?+(?:\s{1,3}+(?:j[au]|feb|peb|m[ae]|a[gp]|sep|ok|no|de)|\s?+[/.\-]\s?00?+\s?[/.\-]))"
)
#: The weekday before a date: ``Senin (``, ``Senin, ``, ``hari Senin tanggal ``, ``Senin pagi (``.
_BEFORE = pattern(
    rb"(?<![a-z\-])(?P<malam>malam\s{1,3})?(?P<name>senin|selasa|rabu|kamis|jum['\"]?at|sabtu|minggu|ahad)"
    rb"(?:\s{1,3}(?:legi|pahing|pon|wage|kliwon))?"
    rb"(?:\s{1,3}(?:pagi|siang|sore|malam|petang|dini\s+hari|lalu|kemarin|besok|mendatang|pekan\s+(?:lalu|ini|depan)|ini))?"
    rb"\s{0,3}[,:]?\s{0,3}\(?\s{0,2}(?:(?:pada\s{1,3})?(?:tanggal|tgl\.?)\s{1,3})?\Z"
)


_WEEKDAY_NAME = pattern(rb"senin|selasa|rabu|kamis|jum|sabtu|minggu|ahad")
_WEEKDAY_REACH = 48
#: ``malam`` before the name takes no more.
_MALAM = 8


@attrs.frozen
class TextDate:
    """A date in a text: where it stands, what it says, and the weekday named with it."""

    start: int
    end: int
    #: ISO text; empty for a day the calendar does not have (31 April).
    day: str
    #: 0 for Monday; None if no weekday is named.
    weekday: int | None
    #: Offsets of the weekday's name.
    named: tuple[int, int] | None
    #: Whether it stands in brackets behind the weekday, as the press dates its reports.
    bracketed: bool

    @property
    def fits(self) -> bool:
        """Whether the weekday is the date's own (True where none is named)."""
        return self.weekday is None or not self.day or date.fromisoformat(self.day).weekday() == self.weekday


def _matches(plain: bytes) -> list[re.Match[bytes]]:
    return matches_at(_DATE, plain, [like.start() for like in _LIKE_DATE.finditer(alike(plain))])


def _weekday_before(plain: bytes, at: int) -> re.Match[bytes] | None:
    """Return the weekday that stands before a date, if one does; it is read from where a name of one first stands."""
    named = _WEEKDAY_NAME.search(plain, max(0, at - _WEEKDAY_REACH), at)
    return _BEFORE.search(plain, max(0, at - _WEEKDAY_REACH, named.start() - _MALAM), at) if named else None


def dates_in(plain: bytes) -> Iterator[TextDate]:
    """Yield the full dates (day, month, year) in a view of a text, in order."""
    for match in _matches(plain):
        month = _MONTH[match["month"]] if match["month"] else int(match["number"])
        start = match.start()
        before = _weekday_before(plain, start)
        year = match["year"] or match["short"]
        if month > 12 or (len(year) == 2 and not before):
            continue
        year = year if len(year) == 4 else b"20" + year
        try:
            day = date(int(year), month, int(match["day"])).isoformat()
        except ValueError:
            day = ""
        if not day and ((match["sign"] and not before) or not 1 <= int(match["day"]) <= 31 or not month):
            continue
        named = weekday = None
        if before and not before["malam"]:
            weekday, named = _WEEKDAY[before["name"].replace(b'"', b"'")], before.span("name")
        bracketed = plain[max(0, start - 2) : start].rstrip().endswith(b"(") or (
            named is not None and plain[max(0, named[0] - 1) : named[0]] == b"("
        )
        yield TextDate(start, match.end(), day, weekday, named, bracketed)


#: Day and month in brackets, the year left out, as the press dates what it reports: ``Selasa (20/8)``.
_YEARLESS = pattern(rb"\(\s{0,2}(?P<day>[0-9]{1,2})\s?[/\-]\s?(?P<month>[0-9]{1,2})\s{0,2}\)")
#: A report is of days no further before its own, and after it, than this.
_BEFORE_IT, _AFTER_IT = 45, 14


def yearless_in(plain: bytes, on: str) -> Iterator[TextDate]:
    """Yield the dates without a year beside a weekday, in the year that brings them near to a day, if one does."""
    own = date.fromisoformat(on)
    for match in _YEARLESS.finditer(plain):
        before = _weekday_before(plain, match.start())
        if not before or before["malam"]:
            continue
        for year in (own.year - 1, own.year, own.year + 1):
            try:
                day = date(year, int(match["month"]), int(match["day"]))
            except ValueError:
                continue
            if -_AFTER_IT <= (own - day).days <= _BEFORE_IT:
                weekday = _WEEKDAY[before["name"].replace(b'"', b"'")]
                yield TextDate(
                    match.start("day"), match.end("month"), day.isoformat(), weekday, before.span("name"), True
                )


#: Where HTML, and the front matter of Markdown, state when a page was published.
_TAG = pattern(r"<(?:(?P<meta>meta)|time)\s(?P<rest>[^<>]{1,400})>", re.IGNORECASE)
_PUBLISHED = pattern(r"published_time|datepublished|pub-?date|publish-?date|dc\.date|\bdate\b", re.IGNORECASE)
_STAMP = r"(?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.]{4,15}(?:Z|[ ]?[+\-][0-9:]{4,6})?)?)"
_VALUE = pattern(r"(?:content|datetime)\s?=\s?[\"']" + _STAMP, re.IGNORECASE)
_LINKED = pattern(r"\"datePublished\"\s?:\s?\"" + _STAMP)
_FRONT = pattern(
    r"\A---[ \t]*\r?\n(?:(?!---)[^\n]{0,400}\n){0,40}?(?:date|published|tanggal)[ \t]*:[ \t]*[\"']?" + _STAMP
)
#: Pages are dated by the time of Jakarta, whatever clock their publisher's system keeps.
_JAKARTA = timezone(timedelta(hours=7))
_HEAD = 60_000


def stamped_in(text: str, markup: bool | str) -> TextDate | None:
    """Return the day of publication that a page states in its marks, or None.

    >>> stamped_in('<time datetime="2014-05-31T18:30:00Z">', "html").day
    '2014-06-01'
    """
    for match in _stamps(text[:_HEAD], "html" if markup is True else markup):
        with suppress(ValueError):
            said = datetime.fromisoformat(match["stamp"])
            day = (said.astimezone(_JAKARTA) if said.tzinfo else said).date().isoformat()
            return TextDate(*match.span("stamp"), day, None, None, False)
    return None


def _stamps(text: str, markup: bool | str) -> Iterator[re.Match[str]]:
    """Yield the stamps of a page, the surest first."""
    if markup == "markdown":
        yield from _FRONT.finditer(text)
    if markup != "html":
        return
    tags = list(_TAG.finditer(text))
    meta = [tag for tag in tags if tag["meta"] and _PUBLISHED.search(tag["rest"])]
    times = [tag for tag in tags if not tag["meta"]]
    yield from (value for tag in meta if (value := _VALUE.search(text, *tag.span())))
    yield from _LINKED.finditer(text)
    yield from (value for tag in times if (value := _VALUE.search(text, *tag.span())))


#: The time of day behind the date of a report: ``Minggu, 1 Jun 2014 | 10:15 WIB``.
_CLOCK = pattern(
    rb"\)?[\s,|i\-]{1,5}(?:(?:pukul|jam)\s)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\s{0,2}(?:wib|wita|wit)(?![a-z])"
)
_DATELINE = pattern(rb"\A\s{0,20}[^\n.;:]{2,60}?[,(]\s{0,3}\Z")
_SIGNED = pattern(
    rb"(?:ditetapkan|dibuat|dikeluarkan|diundangkan)\s+di\s+[a-z .]{3,40}?\s{0,9},?\s{0,9}"
    rb"(?:pada\s+)?(?:tanggal|tgl\.?)\s{0,9}:?\s{0,9}\Z"
)


def _clocked(plain: bytes, item: TextDate) -> bool:
    """Whether a date with the hour begins a line, or follows a sign that parts it from the reporter's name."""
    start = item.named[0] if item.named else item.start
    before = plain[max(0, start - 4) : start].rstrip(b" ")
    return (not before or before.endswith((b"\n", b"|", b" i", b"-", b":"))) and bool(_CLOCK.match(plain, item.end))


def own_date(plain: bytes, found: list[TextDate]) -> TextDate | None:
    """Return the date a text gives as its own, or None if it gives none or several.

    A dateline (``Kendari, 21 November 2022``), a date with the hour, or the day a decree was made comes first, then the
    day a report puts in brackets behind the weekday: in its opening, else anywhere, but only if it is one and the same.
    """
    real = [item for item in found if item.day]
    for item in real:
        if item.start > 120:
            break
        start = item.named[0] if item.named else item.start
        if _DATELINE.match(plain[:start]):
            return item
    clocked = [item for item in real if item.start < 700 and _clocked(plain, item)]
    if len({item.day for item in clocked}) == 1:
        return clocked[0]
    signed = [item for item in real if _SIGNED.search(plain, max(0, item.start - 90), item.start)]
    if signed:
        return signed[0] if len({item.day for item in signed[:1]}) == 1 else None
    reported = [item for item in real if item.bracketed and item.weekday is not None]
    for group in ([item for item in reported if item.start < 700], reported):
        days = {item.day for item in group}
        if len(days) == 1:
            return group[0]
        if days:
            return None
    return None
