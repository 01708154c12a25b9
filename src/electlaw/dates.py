"""Days as the law knows them: exact, known to the month or the year, within a window, or not at all.

Inside the package a day is its ISO text (``"2016-07-01"``): such texts sort, compare and load for nothing.
At the door every function takes a `datetime.date` or ISO text. Intervals are half-open, ``[from, until)``.
"""

from __future__ import annotations

from datetime import date, datetime

import attrs

from electlaw.errors import Invalid
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

__all__ = ["ALWAYS", "FIRST", "LAST", "UNKNOWN", "ZONES", "Day", "Span", "When", "day", "when", "zone"]

#: A day at the door of the package: ISO text or a date.
Day = str | date

#: Before and after everything; never shown to a reader.
FIRST, LAST = "0001-01-01", "9999-12-31"

#: The three official zones of Indonesia and their names in the tz database.
ZONES = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


def day(value: Day) -> str:
    """Return `value` as ISO text of an exact day.

    Raises `Invalid` for anything that is not one, naming what was wrong.

    >>> day("2024-11-27")
    '2024-11-27'
    """
    if isinstance(value, str):
        try:
            if len(value) != 10:
                raise ValueError
            return date.fromisoformat(value).isoformat()
        except ValueError:
            raise _no_day(value) from None
    if isinstance(value, datetime):
        raise Invalid(
            f"{value.isoformat()} is a moment, a day is wanted: pass its date in the zone you mean",
            id=f"{value.isoformat()} adalah waktu, yang diminta hari: berikan tanggalnya menurut zona yang dimaksud",
        )
    if isinstance(value, date):
        return value.isoformat()
    raise _no_day(value)


def _no_day(value: object) -> Invalid:
    shown = repr(value) if len(repr(value)) < 60 else repr(value)[:57] + "..."
    return Invalid(
        f"{shown} is not a day: write it as YYYY-MM-DD",
        id=f"{shown} bukan tanggal: tulis sebagai TTTT-BB-HH",
    )


def zone(name: str) -> ZoneInfo:
    """Return the time zone ``"WIB"`` (UTC+7), ``"WITA"`` (UTC+8) or ``"WIT"`` (UTC+9)."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(ZONES[name])
    except KeyError:
        raise Invalid(
            f"{name!r} is no Indonesian zone", id=f"{name!r} bukan zona waktu Indonesia", choices=tuple(ZONES)
        ) from None


@attrs.frozen(order=False)
class When(Shown):
    """A day known exactly or only within a window; both ends are inclusive ISO texts."""

    earliest: str
    latest: str

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    @property
    def known(self) -> bool:
        """Whether anything is known about the day."""
        return self.earliest != FIRST or self.latest != LAST

    def reached(self, on: str) -> bool | None:
        """Whether the day has come by the end of `on`: True, False, or None if it may have."""
        if self.latest <= on:
            return True
        return None if self.earliest <= on else False

    def __str__(self) -> str:
        early, late = self.earliest, self.latest
        if early == late:
            return early
        if not self.known:
            return ""
        for length in (7, 4):
            if when(early[:length]) == self:
                return early[:length]
        return f"{early}..{late}"


#: Nothing is known about the day.
UNKNOWN = When(FIRST, LAST)


#: Days already read: the log names few days many times.
_read: dict[str, When] = {}


def when(text: str) -> When:
    """Read a day of any precision: ``2016-07-01``, ``2015-04``, ``2015``, ``2020-02-01..2020-03-31`` or ``""``.

    >>> when("2024-02").latest
    '2024-02-29'
    """
    found = _read.get(text)
    if found is None:
        _read[text] = found = _when(text)
    return found


def _when(text: str) -> When:
    if len(text) == 10:
        exact = day(text)
        return When(exact, exact)
    if not text:
        return UNKNOWN
    first, dots, last = text.partition("..")
    if dots:
        window = When(day(first), day(last))
        if window.latest < window.earliest:
            raise Invalid(f"{text!r} ends before it begins", id=f"{text!r} berakhir sebelum dimulai")
        return window
    if len(text) == 4:
        return When(day(f"{text}-01-01"), day(f"{text}-12-31"))
    if len(text) == 7:
        first_day = day(f"{text}-01")
        year, month = int(text[:4]), int(text[5:])
        following = date(year + month // 12, month % 12 + 1, 1)
        return When(first_day, date.fromordinal(following.toordinal() - 1).isoformat())
    raise _no_day(text)


_EVER = When(LAST, LAST)


@attrs.frozen(order=False)
class Span:
    """The days on which something has force: ``[start, end)``, each end as far as it is known.

    A span is empty when its end comes no later than its start (a statute revoked on the day it was promulgated),
    and pending while the event named by `condition` has not happened.
    """

    start: When
    end: When = _EVER
    condition: str = ""

    def contains(self, on: str) -> bool | None:
        """Whether `on` lies within: True, False, or None if that depends on an imprecise end."""
        start, end = self.start, self.end
        if on < start.earliest or on >= end.latest or self.condition:
            return False
        return True if on >= start.latest and on < end.earliest else None

    @property
    def empty(self) -> bool:
        """Whether it surely holds no day."""
        return self.end.latest <= self.start.earliest


#: Every day.
ALWAYS = Span(When(FIRST, FIRST))
