"""Calendar days, working days and clocks, as the election laws and the courts count them.

*Hari* in the Pilkada law has been a calendar day since 18 March 2015 (before, a working day: Pasal 1 angka 28);
*hari kerja* is Monday to Friday without the holidays the government sets. The Constitutional Court does not work on
days of joint leave (*cuti bersama*) either. The holidays are those of the `holidays` package, loaded at first use;
this library adds only what that package does not know: since when each day was listed, and days listed for a while
and dropped again (``holiday-acts.tsv``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime, timedelta

from electlaw.dates import day, when, zone
from electlaw.errors import Invalid, OutOfCoverage
from electlaw.tables import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from electlaw.dates import Day
    from electlaw.tables import Row

__all__ = ["UNITS", "WorkingDays", "add_months", "count", "instant", "official"]

#: Units of a time limit.
UNITS = ("hour", "day", "working_day", "month")

#: Working days are counted from here on; the list of joint leave begins in 2002.
_FIRST_YEAR = 2004


class WorkingDays:
    """A calendar of working days between two days, both included.

    Counts by bisection in the list of working days, so a limit of 45 working days costs what one of 3 costs.
    """

    __slots__ = ("_days", "_first", "_last", "name")

    def __init__(self, holidays: Iterable[Day], first: Day, last: Day, name: str = "") -> None:
        """Make a calendar from the days off besides Saturday and Sunday.

        Raises `Invalid` if `last` comes before `first`.
        """
        self._first, self._last = _ordinal(first), _ordinal(last)
        if self._last < self._first:
            raise Invalid(f"the calendar ends on {day(last)}, before it begins",
                          id=f"kalender berakhir pada {day(last)}, sebelum dimulai")  # fmt: skip
        off = {_ordinal(item) for item in holidays}
        span = range(self._first, self._last + 1)
        self._days = [number for number in span if (number + 6) % 7 < 5 and number not in off]
        self.name = name

    @property
    def first(self) -> str:
        """The first day it covers."""
        return date.fromordinal(self._first).isoformat()

    @property
    def last(self) -> str:
        """The last day it covers."""
        return date.fromordinal(self._last).isoformat()

    def is_working(self, on: Day) -> bool:
        """Whether `on` is a working day. Raises `OutOfCoverage` outside the calendar."""
        number = self._inside(on)
        at = bisect_left(self._days, number)
        return at < len(self._days) and self._days[at] == number

    def after(self, start: Day, number: int) -> str:
        """Return the working day `number` working days after `start`, which is not itself counted.

        Raises `Invalid` for a number below 1 and `OutOfCoverage` if the answer lies outside the calendar.
        """
        return self._pick(bisect_right(self._days, self._inside(start)) + _positive(number) - 1, start)

    def before(self, end: Day, number: int) -> str:
        """Return the working day `number` working days before `end`, which is not itself counted."""
        return self._pick(bisect_left(self._days, self._inside(end)) - _positive(number), end)

    def from_on(self, start: Day, number: int) -> str:
        """Return the last of `number` working days of which `start`, or the first working day after it, is day one.

        So the Constitutional Court counts: announced on a Friday evening, Friday is day one; on a Saturday, Monday.
        """
        return self._pick(bisect_left(self._days, self._inside(start)) + _positive(number) - 1, start)

    def between(self, start: Day, end: Day) -> int:
        """Return the number of working days from `start` to the day before `end`.

        Raises `Invalid` if `end` comes before `start`.
        """
        low, high = self._inside(start), self._inside(end)
        if high < low:
            raise Invalid(f"{day(end)} is before {day(start)}", id=f"{day(end)} mendahului {day(start)}")
        return bisect_left(self._days, high) - bisect_left(self._days, low)

    def _inside(self, value: Day) -> int:
        number = _ordinal(value)
        if self._first <= number <= self._last:
            return number
        raise self._outside(day(value))

    def _pick(self, index: int, start: Day) -> str:
        if 0 <= index < len(self._days):
            return date.fromordinal(self._days[index]).isoformat()
        raise self._outside(f"the limit counted from {day(start)}", f"batas waktu yang dihitung dari {day(start)}")

    def _outside(self, what: str, what_id: str = "") -> OutOfCoverage:
        return OutOfCoverage(
            f"{what} lies outside the holiday data ({self.first} to {self.last})",
            id=f"{what_id or what} berada di luar data hari libur ({self.first} sampai {self.last})",
        )

    def __repr__(self) -> str:
        return f"<WorkingDays {self.first} to {self.last}{', ' + self.name if self.name else ''}>"


def _ordinal(value: Day) -> int:
    if isinstance(value, str):
        try:
            if len(value) == 10:
                return date.fromisoformat(value).toordinal()
        except ValueError:
            pass
    return date.fromisoformat(day(value)).toordinal()


def _positive(number: int) -> int:
    if number < 1:
        raise Invalid(f"a limit of {number} days: at least 1 is wanted", id=f"batas {number} hari: minimal 1")
    return number


_made: dict[tuple[frozenset[str], frozenset[str], bool], WorkingDays] = {}
_latest: WorkingDays | None = None
_base: tuple[frozenset[str], frozenset[str], int] | None = None


def official(known: Day | None = None, *, joint_leave: bool = True) -> WorkingDays:
    """Return the official calendar: as it finally stood, or as it was known on the day `known`.

    Args:
        known: the day of knowledge. The lists of 2020, 2021 and 2023 were revised while they ran, and a voting day
            becomes a holiday only days before it; a list revised later reads as it stood.
        joint_leave: whether days of joint leave (*cuti bersama*) are off, as the Constitutional Court holds.

    Raises `Invalid` if the `holidays` package is missing or too old.

    """
    global _latest
    if known is None and joint_leave and _latest is not None:
        return _latest
    holidays, leave, last = _package()
    added, dropped = _revisions(None if known is None else day(known), holidays, leave if joint_leave else frozenset())
    key = (added, dropped, joint_leave)
    found = _made.get(key)
    if found is None:
        off = (holidays | leave if joint_leave else holidays) - dropped | added
        name = "joint leave off" if joint_leave else "joint leave worked"
        found = _made[key] = WorkingDays(off, f"{_FIRST_YEAR}-01-01", f"{last}-12-31", name)
    if known is None and joint_leave:
        _latest = found
    return found


def _package() -> tuple[frozenset[str], frozenset[str], int]:
    """Read the `holidays` package: public holidays, joint leave, and the last year whose joint leave it lists."""
    global _base
    if _base is None:
        try:
            from holidays import country_holidays
        except ImportError:
            raise Invalid(
                "working days need the holidays package: pip install 'holidays>=0.109'",
                id="hari kerja memerlukan paket holidays: pip install 'holidays>=0.109'",
            ) from None
        years = range(_FIRST_YEAR, _FIRST_YEAR + 40)
        try:
            leave = country_holidays("ID", years=years, categories=("government",), language="id")
            listed = {item.year for item in leave}
            last = _FIRST_YEAR
            while last + 1 in listed:
                last += 1
            years = range(_FIRST_YEAR, last + 1)
            public = country_holidays("ID", years=years, categories=("public",), language="id")
        except (NotImplementedError, ValueError) as error:
            raise Invalid(
                f"the installed holidays package does not know Indonesia's joint leave ({error}): holidays>=0.109",
                id=f"paket holidays yang terpasang belum memuat cuti bersama ({error}): perlu holidays>=0.109",
            ) from None
        _base = (
            frozenset(item.isoformat() for item in public),
            frozenset(item.isoformat() for item in leave if item.year <= last),
            last,
        )
    return _base


def _revisions(
    known: str | None, holidays: frozenset[str], leave: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the days off on the list as known on a day but not on the final one, and the other way round."""
    added: set[str] = set()
    dropped: set[str] = set()
    if known is not None:
        for on, acts in _listings().items():
            if acts[0]["kind"] == "joint-leave" and not leave:
                continue
            listed = acts[0]["op"] == "drop"
            for act in acts:
                if _known(act) <= known:
                    listed = act["op"] == "list"
            final = on in holidays or on in leave
            if listed != final:
                (added if listed else dropped).add(on)
    return frozenset(added), frozenset(dropped)


_read: dict[str, list[Row]] | None = None


def _listings() -> dict[str, list[Row]]:
    global _read
    if _read is None:
        _read = {}
        for row in tables()["holiday-acts"]:
            _read.setdefault(row["day"], []).append(row)
        for acts in _read.values():
            acts.sort(key=_known)
    return _read


def _known(act: Row) -> str:
    """Return the day by which an act on a holiday was surely known."""
    row = next(iter(tables()["instruments"].rows(act["by"])), None)
    return when(row["known"]).latest if row else ""


def add_months(start: Day, months: int) -> str:
    """Return the same day of another month, or that month's last day where there is no such day."""
    first = date.fromisoformat(day(start))
    total = first.year * 12 + first.month - 1 + months
    year, month = divmod(total, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(first.day, last)).isoformat()


def count(
    start: Day, number: int, unit: str = "day", *, first: str = "after", calendar: WorkingDays | None = None
) -> str:
    """Return the day a time limit ends, or begins where `number` is negative.

    Args:
        start: the day of the anchor.
        number: how many units; negative counts back.
        unit: ``"day"`` (calendar), ``"working_day"`` or ``"month"``.
        first: ``"after"`` if the anchor's day is not counted (*setelah*), ``"on"`` if it is day one.
        calendar: the working days to use; the official ones by default.

    Raises `Invalid` for an unknown unit or convention, `OutOfCoverage` outside the holiday data.

    >>> count("2024-09-22", 3)
    '2024-09-25'

    """
    if first not in ("after", "on"):
        raise Invalid(f"{first!r} is no way to count", id=f"{first!r} bukan cara menghitung", choices=("after", "on"))
    shift = 0 if first == "after" or not number else (-1 if number > 0 else 1)
    if unit == "day":
        return date.fromordinal(_ordinal(start) + number + shift).isoformat()
    if unit == "month":
        return add_months(start, number)
    if unit != "working_day":
        raise Invalid(f"{unit!r} is no unit of days", id=f"{unit!r} bukan satuan hari", choices=UNITS[1:])
    days = calendar or official()
    if number == 0:
        return days.from_on(start, 1)
    if number < 0:
        return days.before(start if first == "after" else count(start, 1), -number)
    return days.after(start, number) if first == "after" else days.from_on(start, number)


def instant(on: Day, hour: str, zone_name: str) -> datetime:
    """Return the aware moment of a clock time on a day; ``"24:00"`` is the end of the day.

    Raises `Invalid` for what is no time of day or no Indonesian zone (``"WIB"``, ``"WITA"``, ``"WIT"``).
    """
    try:
        hours, minutes = (int(part) for part in hour.split(":"))
        midnight = datetime.fromisoformat(day(on)).replace(tzinfo=zone(zone_name))
        if not (0 <= minutes < 60 and 0 <= hours * 60 + minutes <= 1440):
            raise ValueError
    except ValueError as error:
        if isinstance(error, Invalid):
            raise
        raise Invalid(f"{hour!r} is no time of day", id=f"{hour!r} bukan jam") from None
    return midnight + timedelta(hours=hours, minutes=minutes)
