"""Coordination meetings on elections: their legal frame checked, or drafted for a region, a day and an election."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.meetings.checks import CODES, MeetingReport, check
    from electlaw.meetings.drafting import Draft, draft
    from electlaw.meetings.model import Basis, CoordinationMeeting, Decision, Person

_HOMES = {
    "Basis": "model",
    "CODES": "checks",
    "CoordinationMeeting": "model",
    "Decision": "model",
    "Draft": "drafting",
    "MeetingReport": "checks",
    "Person": "model",
    "check": "checks",
    "draft": "drafting",
}

__all__ = [
    "CODES",
    "Basis",
    "CoordinationMeeting",
    "Decision",
    "Draft",
    "MeetingReport",
    "Person",
    "check",
    "draft",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(__import__(f"{__name__}.{home}", fromlist=[name]), name)
    globals()[name] = value
    return value
