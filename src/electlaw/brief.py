"""One region, one day: the law in force, the elections ahead, the stages, who holds office, the bodies by name.

A brief holds nothing of its own: each part is an answer of another room, for the same day of knowledge.
"""

from __future__ import annotations

from datetime import date

import attrs

from electlaw.acts import Text
from electlaw.dates import LAST, When
from electlaw.files import whole
from electlaw.institutions import local
from electlaw.institutions.reporting import obligations
from electlaw.institutions.roles import matrices
from electlaw.instruments import InstrumentState, instrument_state
from electlaw.offices import Incumbent, Vacancy, office_holder, vacancy
from electlaw.regions import Region, events, region
from electlaw.schedule import schedule, schedules
from electlaw.schedule.lines import VOTE
from electlaw.scope import scope
from electlaw.snapshot import Snapshot
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.institutions import Local, Matrix, Obligation
    from electlaw.schedule import Schedule, Stage
    from electlaw.special import SpecialRule

__all__ = [
    "AHEAD", "Brief", "Election", "Frame", "brief", "due_of", "elections_of", "frames_of", "save",
]  # fmt: skip


@attrs.frozen
class Frame(Shown):
    """One instrument of the legal frame of a region's elections, in its state of the day."""

    #: ``pilkada``, ``pemilu`` or ``government``.
    topic: str
    about: Text
    instrument: InstrumentState

    def to_json(self) -> dict[str, object]:
        """Return the frame as plain data."""
        it = self.instrument
        return {
            "topic": self.topic,
            "about": {"id": self.about["id"], "en": self.about["en"]},
            "instrument": it.id,
            "citation": it.cite(),
            "state": it.state,
            "waits_for": it.waits_for,
            "amended_by": list(it.amended_by),
            "verified": it.verified,
        }


@attrs.frozen
class Election(Shown):
    """An election the region takes part in that is not over, with its voting day as then known."""

    event: str
    #: ``pilkada``, ``pemilu``, or the kind of vote that follows one.
    kind: str
    name: Text
    #: The office to be filled; empty for a general election.
    office: str
    voting_day: When
    #: ``set``, ``postponed`` or ``suspended``.
    state: str
    #: The instrument the day rests on; empty if not known.
    by: str
    verified: str
    #: Whether a schedule of its stages was public by then.
    scheduled: bool = False

    def to_json(self) -> dict[str, object]:
        """Return the election as plain data; a month as ``2024-11``."""
        return {
            "event": self.event,
            "kind": self.kind,
            "name": {"id": self.name["id"], "en": self.name["en"]},
            "office": self.office or None,
            "voting_day": str(self.voting_day) or None,
            "state": self.state,
            "scheduled": self.scheduled,
            "basis": [self.by] if self.by else [],
            "verified": self.verified,
        }


@attrs.frozen(repr=False)
class Brief(Shown):
    """Everything a meeting in a region needs to know of the law on a day; made by `brief`."""

    region: Region
    law: Snapshot
    frames: tuple[Frame, ...]
    special: tuple[SpecialRule, ...]
    elections: tuple[Election, ...]
    #: Stages running on the day, those that come next, and those an act stopped.
    running: tuple[Stage, ...]
    ahead: tuple[Stage, ...]
    suspended: tuple[Stage, ...]
    head: Incumbent
    vacancy: Vacancy
    bodies: Local
    #: Who is responsible, supervises and supports at the stages running and next.
    responsibilities: tuple[Matrix, ...] = ()
    #: Reports that fall due within a month, and those without a day.
    due: tuple[Obligation, ...] = ()

    @property
    def on(self) -> str:
        """The day asked about."""
        return self.law.on

    @property
    def known(self) -> str:
        """The day of knowledge."""
        return self.law.known

    def to_json(self) -> dict[str, object]:
        """Return the brief as plain data (the shape of ``electlaw brief --format json``)."""
        return {
            "region": {"code": self.region.code, "name": self.region.full_name, "kind": self.region.kind},
            "on": self.on,
            "known": self.known,
            "projected": self.law.projected,
            "law": [frame.to_json() for frame in self.frames],
            "special_rules": [
                {"topic": rule.topic, "id": rule.id, "en": rule.en, "basis": list(rule.basis)} for rule in self.special
            ],
            "elections": [election.to_json() for election in self.elections],
            "stages": {
                "running": [stage.to_json() for stage in self.running],
                "ahead": [stage.to_json() for stage in self.ahead],
                "suspended": [stage.to_json() for stage in self.suspended],
            },
            "head": {
                "office": self.head.office,
                "state": self.head.state,
                "person": self.head.person,
                "id": self.head.id,
                "en": self.head.en,
                "verified": self.head.verified,
            },
            "vacancy": {"vacant": self.vacancy.vacant, "id": self.vacancy.id, "en": self.vacancy.en},
            "bodies": [
                {"key": seat.key, "name": seat.name, "kind": seat.institution.kind, "above": [*map(str, seat.chain())]}
                for seat in self.bodies
            ],
            "responsibilities": [
                {
                    "stage": matrix.stage,
                    "kind": matrix.kind,
                    "roles": [
                        {"role": item.role, "name": item.name, "basis": list(item.basis), "verified": item.verified}
                        for item in matrix.mandates
                    ],
                }
                for matrix in self.responsibilities
            ],
            "reports_due": [item.to_json() for item in self.due],
        }

    def to_docx(self, path: str, lang: str = "id") -> None:
        """Write the brief as a DOCX file; needs the extra ``docx`` (python-docx).

        Raises `Invalid` if python-docx is not installed or the file cannot be written.
        """
        from electlaw import views

        save(views.draw(self, "docx", lang), path)

    def __repr__(self) -> str:
        return f"<Brief {self.region.full_name} on {self.on}>"


#: How many coming stages a brief shows, and how many days of reports falling due.
AHEAD = 5
_DUE = 31


def brief(place: str | Region, law: Snapshot) -> Brief:
    """Return the brief of a region for the day and the knowledge of `law`.

    Raises `NotFound` or `Ambiguous` for a region that is none or several, and `OutOfCoverage` where the day
    lies before the data.

    >>> import electlaw
    >>> [str(e.voting_day) for e in brief("Sultra", electlaw.at("2022-11-21")).elections]
    ['2024-02-14', '2024-11']
    """
    found = region(place, on=law.on)
    elections = elections_of(found, law)
    timetables = _timetables(found, law, elections)
    running = tuple(stage for one in timetables for stage in one.running)
    ahead = _coming(timetables)
    scheduled = {one.event for one in timetables if any(stage.stage != VOTE for stage in one.stages)}
    return Brief(
        region=found,
        law=law,
        frames=frames_of(found, law),
        special=found.special_rules(law.on),
        elections=tuple(attrs.evolve(one, scheduled=one.event in scheduled) for one in elections),
        running=running,
        ahead=ahead,
        suspended=tuple(stage for one in timetables for stage in one.in_state("suspended")),
        head=office_holder(found, law.on, law.known),
        vacancy=vacancy(found, law.on, law.known),
        bodies=local(found, on=law.on, known=law.known, corpus=law.corpus),
        responsibilities=tuple(_responsibilities(found, law, (*running, *ahead))),
        due=due_of(found, law),
    )


def due_of(place: Region, law: Snapshot) -> tuple[Obligation, ...]:
    """Return the reports that fall due within a month, and those without a day."""
    found = obligations(place, law.on, _later(law.on), law.known, corpus=law.corpus)
    return tuple(item for item in found if item.duty.interval != "when_needed")


def _responsibilities(place: Region, law: Snapshot, stages: tuple[Stage, ...]) -> Iterator[Matrix]:
    """Yield the matrix of each stage, those of one kind of election together."""
    for kind in ("pemilu", "pilkada"):
        keys = [stage.stage for stage in stages if stage.event.startswith("pemilu") == (kind == "pemilu")]
        if keys:
            yield from matrices(keys, place, on=law.on, known=law.known, kind=kind, corpus=law.corpus)


def _later(on: str) -> str:
    """Return the day `_DUE` days on."""
    return date.fromordinal(date.fromisoformat(on).toordinal() + _DUE).isoformat()


def save(content: bytes, path: str) -> None:
    """Write the content of a file; raises `Invalid` if it cannot be written."""
    with whole(path, binary=True) as file:
        file.write(content)


def frames_of(place: Region, law: Snapshot) -> tuple[Frame, ...]:
    """Return the instruments of the frame that were public by the day of knowledge, also if they wait for an event."""
    subject: dict[str, str | int] = {"region": place.code}
    found = []
    for row in law.corpus.all("frames"):
        state = instrument_state(law.corpus, row["instrument"], law.moment)
        if scope(row["applies"]).fits(subject) and (state.state != "not_yet" or state.waits_for):
            found.append(Frame(row["topic"], Text(row["en"], row["id"]), state))
    return tuple(found)


def elections_of(place: Region, law: Snapshot) -> tuple[Election, ...]:
    """Return the general elections and the region's own that were not over, soonest first."""
    names = {event.id: Text(event.en, event.name_id) for event in events()}
    found = [
        Election(c.event, c.kind, names[c.event], c.office, c.voting_day, c.state, c.by, c.verified)
        for c in place.contests(known=law.known)
        if c.voting_day.latest >= law.on
    ]
    for event in events():
        last = [setting for setting in event.settings if setting.known.latest <= law.known and not setting.region]
        if event.kind == "pemilu" and last and law.on <= last[-1].day.latest < LAST:
            day, by, verified = last[-1].day, last[-1].by, last[-1].verified
            found.append(Election(event.id, event.kind, names[event.id], "", day, last[-1].state, by, verified))
    return tuple(sorted(found, key=lambda election: (election.voting_day.latest, election.event)))


def _timetables(place: Region, law: Snapshot, elections: tuple[Election, ...]) -> tuple[Schedule, ...]:
    """Return the schedules of the elections ahead, and of one whose vote is over while its stages still run."""
    found: dict[str, Schedule] = {}
    if place.elects_head and place.contests(None, law.known):
        found = {one.event: one for one in schedules(place, on=law.on, known=law.known, corpus=law.corpus)}
    for election in elections:
        if election.event not in found:
            at = {"on": law.on, "known": law.known}
            found[election.event] = schedule(election.event, **at, region=place, corpus=law.corpus)
    return tuple(found.values())


def _coming(timetables: tuple[Schedule, ...]) -> tuple[Stage, ...]:
    """Return the stages that come next, as many as a brief shows."""
    found = [stage for one in timetables for stage in one.next(AHEAD)]
    return tuple(sorted(found, key=lambda stage: (stage.start.earliest, stage.end.latest))[:AHEAD])
