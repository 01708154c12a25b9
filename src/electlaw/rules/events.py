"""The election of a case that does not name it: the one of its region that was under way on its day.

The day is the first the case states of those that date it (registration, determination, the vote …), else every other
day of the matter it states, else the day whose law is asked about. Where exactly one election fits, the case is taken
to be of it and the report says so; where several do, or none and a rule needs it, the report names them.
"""

from __future__ import annotations

from copy import copy
from datetime import datetime

import attrs

from electlaw.rules.asking import remembered
from electlaw.rules.candidate_cases import CandidateCase
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from electlaw.law import Law
    from electlaw.rules.cases import Case

    C = TypeVar("C", bound=Case)

__all__ = ["Inferred", "choices", "settled"]

#: The fields that date a case within its election, the surest first.
_DAYS = (
    "registered",
    "determined",
    "pairs_determined",
    "voting_day",
    "handed_over",
    "registration_opens",
    "campaign_start",
    "announced",
    "activity_day",
)
#: Days that lie outside the election a case is of, or may.
_ASIDE = frozenset({"on", "born", "term_end", "inauguration", "acting_head_left", "predecessor_term_end", "repeat_day"})
#: Kinds of cases that turn on no election.
_APART = frozenset({"vacancy", "acting", "appointment", "inauguration", "term", "sanction"})


@attrs.frozen
class Inferred(Shown):
    """What a report says of the election: those that may be meant, and the region and day they were looked up by."""

    events: tuple[str, ...]
    region: str
    day: str
    #: Whether they were under way on that day.
    fits: bool = True

    @property
    def event(self) -> str | None:
        """The one event that fits, where it is exactly one."""
        return self.events[0] if self.fits and len(self.events) == 1 else None


def settled(case: C, law: Law) -> tuple[C, Inferred | None]:
    """Return the case with its event, and how it was found; the case itself where it names one or has no region."""
    if case.event is not None or case.region is None or case.selection != "elected" or case.kind in _APART:
        return case, None
    if "event" in law.moment.subject:
        return case, None
    days = _days(case) or [law.on]
    fitting = [remembered(law, ("events", case.region, day), _under_way, law, case.region, day) for day in days]
    events = tuple(event for event in fitting[0] if all(event in others for others in fitting))
    found = Inferred(events, case.region, days[0])
    return (case if found.event is None else _placed(case, found.event)), found


def choices(law: Law, found: Inferred) -> Inferred:
    """Return the elections a case may be of, where more than one fits or none: all of the region known of."""
    if found.events:
        return found
    from electlaw.regions import region

    known = tuple(contest.event for contest in region(found.region).contests(None, law.known))
    return Inferred(known, found.region, found.day, fits=False)


def _days(case: Case) -> list[str]:
    """Return the day that dates a case, or all other days of the matter that it states."""
    for name in _DAYS:
        value = getattr(case, name, None)
        if value is not None:
            return [_iso(value)]
    fields = [item for item in attrs.fields(type(case)) if str(item.metadata.get("unit")).startswith("YYYY-MM-DD")]
    stated = [getattr(case, item.name) for item in fields if item.name not in _ASIDE]
    return [_iso(value) for value in stated if value is not None]


def _iso(value: datetime | str) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else value


def _under_way(law: Law, region: str, day: str) -> tuple[str, ...]:
    from electlaw.schedule import under_way

    return tuple(one.event for one in under_way(region, on=day, known=law.known, corpus=law.corpus))


def _placed(case: C, event: str) -> C:
    """Return a case as if it had named the event, its parts too."""
    made = copy(case)
    put = object.__setattr__
    put(made, "event", event)
    for name in ("head", "deputy", "nomination", "independent"):
        part = getattr(made, name, None)
        if part is not None and part.event is None:
            put(made, name, _placed(part, event))
    if isinstance(made, CandidateCase):
        made.check()
    return made
