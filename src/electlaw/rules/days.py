"""Time limits of the law applied to days: what *Hari* meant, counted forward from or back from an event."""

from __future__ import annotations

from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.law import Law
    from electlaw.parameters import Value

__all__ = ["back_from", "forward_from", "unit_of"]


def unit_of(law: Law, value: Value) -> str:
    """Return the unit of a limit as `electlaw.calendar` counts it; *Hari* as the law of the day means it."""
    if value.unit != "hari":
        return {"calendar_day": "day"}.get(value.unit, value.unit)
    meant = law.parameter("calendar.day_meaning").value
    return "working_day" if meant == "working_day" else "day"


def forward_from(law: Law, value: Value, start: str) -> str:
    """Return the last day of a limit that runs from an event, the event's day not counted."""
    return _count(law, value, start, 1)


def back_from(law: Law, value: Value, end: str) -> str:
    """Return the day so many days before an event."""
    return _count(law, value, end, -1)


def _count(law: Law, value: Value, anchor: str, sign: int) -> str:
    from electlaw.calendar import add_months, count

    unit = unit_of(law, value)
    if unit == "year":
        return add_months(anchor, sign * 12 * int(value.stated))
    if unit not in ("day", "working_day", "month"):
        raise Invalid(f"{value.key} is not counted in days", id=f"{value.key} tidak dihitung dalam hari")
    return count(anchor, sign * int(value.stated), unit)
