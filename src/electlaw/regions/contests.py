"""Elections of heads of region: which region votes at which event, on which day, as known on a day.

A voting day is the last of a series of acts: a statute names the month, a regulation the day, a decree suspends or
moves it. Asked with `known`, a contest shows the day as it was set by then, and nothing that was settled later.
"""

from __future__ import annotations

import attrs

from electlaw.dates import FIRST, UNKNOWN, When, when
from electlaw.errors import NotFound
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.regions.gazetteer import Gazetteer
    from electlaw.regions.place import Region
    from electlaw.tables import Row

__all__ = ["Contest", "Electorate", "Event", "Setting", "contests", "electorate", "events", "next_contest"]


@attrs.frozen
class Setting(Shown):
    """One act on the voting day of an event, or of one region at it."""

    #: Region it is confined to (key), or empty.
    region: str
    #: Since when the public could know it.
    known: When
    #: The day or the window it sets; `UNKNOWN` if it only calls the vote or puts it off.
    day: When
    #: ``"set"``, ``"postponed"``, ``"suspended"`` (stages stopped, the day stood) or ``"dropped"``.
    state: str
    #: Instrument, empty if not known.
    by: str
    source: tuple[str, ...]
    verified: str
    note: str


@attrs.frozen
class Event(Shown):
    """An election event: one wave of votes, or the re-votes, repeats and postponed votes that follow one."""

    id: str
    #: ``"pilkada"``, ``"pemilu"``, ``"second-round"``, ``"postponed"``, ``"revote"`` or ``"repeat"``.
    kind: str
    #: The event it follows, or None.
    of: str | None
    #: The event whose regions it calls again, or None if they are listed.
    like: str | None
    #: When the pairs of candidates were determined.
    pairs: When
    en: str
    name_id: str
    settings: tuple[Setting, ...] = attrs.field(repr=False)
    source: tuple[str, ...] = attrs.field(repr=False)
    verified: str = attrs.field(repr=False)

    def voting_day(self, known: str | None = None) -> When:
        """Return the voting day of the event at large as known on `known`; `UNKNOWN` if none was set by then."""
        setting = _last([s for s in self.settings if not s.region], known)
        return setting.day if setting else UNKNOWN

    def name(self, lang: str = "en") -> str:
        """Return its name in ``"en"`` or ``"id"``."""
        return self.name_id if lang == "id" else self.en


@attrs.frozen
class Contest(Shown):
    """The election of the head (and deputy) of one region at one event, as known on a day."""

    region: Region
    event: str
    #: Kind of the event, see `Event.kind`.
    kind: str
    #: ``"governor"``, ``"regent"`` or ``"mayor"``.
    office: str
    #: The voting day, as far as it was known.
    voting_day: When
    #: State of the last act on it, see `Setting.state`.
    state: str
    #: The act the day rests on, empty if not known.
    by: str
    #: Whether a single pair stood against the empty column; None if not known (yet).
    single_pair: bool | None
    #: ``"whole"`` region, ``"part"`` (some polling stations) or empty if not known; re-votes only.
    extent: str
    #: ``"empty-column"`` if the empty column won, else empty.
    result: str
    note: str
    source: tuple[str, ...]
    verified: str
    unverified: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Return the contest as plain data."""
        return {
            "event": self.event,
            "kind": self.kind,
            "office": self.office,
            "voting_day": str(self.voting_day),
            "state": self.state,
            "by": self.by or None,
            "single_pair": self.single_pair,
            "result": self.result or None,
            "verified": self.verified,
        }


@attrs.frozen
class Electorate(Shown):
    """Number of voters on the final list (DPT) of one election in one region; never a number of inhabitants."""

    region: str
    event: str
    voters: int
    #: Since when it was known.
    known: When
    note: str
    source: tuple[str, ...]
    verified: str


def _last(settings: list[Setting], known: str | None) -> Setting | None:
    """Return the act that holds on `known`: the last one surely known by then."""
    seen = [s for s in settings if known is None or s.known.latest <= known]
    return max(seen, key=lambda s: (s.known.latest, bool(s.region))) if seen else None


def events(home: Gazetteer) -> tuple[Event, ...]:
    """Return the events, oldest first."""
    found = home.memo.get("events")
    if found is None:
        found = home.memo["events"] = tuple(_event(home, row) for row in home.rows("events"))
    return found  # type: ignore[return-value]


def _event(home: Gazetteer, row: Row) -> Event:
    settings = tuple(
        Setting(
            found["code"],
            when(found["known"]),
            when(found["day"]),
            found["state"],
            found["by"],
            tuple(found["source"].split()),
            found["verified"],
            found["note"],
        )
        for found in home.rows("event-dates", row["id"])
    )
    return Event(
        row["id"],
        row["kind"],
        row["of"] or None,
        row["regions"] or None,
        when(row["pairs"]),
        row["en"],
        row["name_id"],
        settings,
        tuple(row["source"].split()),
        row["verified"],
    )


def contests(region: Region, event: str | None = None, known: str | None = None) -> tuple[Contest, ...]:
    """Return the elections of the head of `region` (see `Region.contests`)."""
    everything = events(region.home)
    if event is not None and all(one.id != event for one in everything):
        raise NotFound(
            f"no election event {event!r}",
            id=f"tidak ada pemilihan {event!r}",
            choices=[one.id for one in everything],
        )
    rows = {row["event"]: row for row in region.home.rows("contests", region.key)}
    called = (
        _contest(region, one, rows[one.like or one.id], known)
        for one in everything
        if (one.like or one.id) in rows and event in (None, one.id)
    )
    return tuple(contest for contest in called if contest is not None)


def _contest(region: Region, event: Event, call: Row, known: str | None) -> Contest | None:
    if known is not None and not _called_by(region, event, call, known):
        return None
    setting = _last([s for s in event.settings if s.region in ("", region.key)], known)
    if setting is None or setting.state == "dropped":
        return None
    voted = known is None or event.voting_day().latest <= known
    call = _BLANK | {"verified": call["verified"], "source": call["source"]} if event.like else call
    pairs = when(call["single_known"]) if call["single_known"] else event.pairs
    return Contest(
        region,
        event.id,
        event.kind,
        region.head_office,
        setting.day,
        setting.state,
        setting.by,
        None if _after(pairs, known) or not call["single_pair"] else call["single_pair"] == "yes",
        call["extent"],
        "" if _after(when(call["result_known"]), known) else call["result"],
        call["note"] if voted else "",
        tuple(dict.fromkeys([*call["source"].split(), *setting.source])),
        _weakest(call["verified"], setting.verified),
        tuple(call["unverified"].split()),
    )


#: A row of contests.tsv that tells nothing, for events that call the regions of another event again.
_BLANK = dict.fromkeys(("single_pair", "single_known", "extent", "result", "result_known", "note", "unverified"), "")


def _called_by(region: Region, event: Event, call: Row, known: str) -> bool:
    """Whether it was known that this region votes: it existed, and nothing later put it on the list."""
    formed = next((c.when.latest for c in region.history() if c.op == "formed"), FIRST)
    return formed <= known and (event.like is not None or not call["known"] or when(call["known"]).latest <= known)


def _after(day: When, known: str | None) -> bool:
    return known is not None and day.known and day.latest > known


def _weakest(*words: str) -> str:
    return max(words, key=("text", "report", "recall").index)


def next_contest(region: Region, on: str, known: str) -> Contest | None:
    """Return the first contest not voted on by the end of `on`, as known on `known` (see `Region.next_contest`)."""
    return next((c for c in contests(region, None, known) if c.voting_day.latest > on), None)


def electorate(region: Region, event: str | None = None) -> tuple[Electorate, ...]:
    """Return the counts of voters of a region (see `Region.electorate`)."""
    return tuple(
        Electorate(
            row["code"],
            row["event"],
            int(row["voters"]),
            when(row["known"]),
            row["note"],
            tuple(row["source"].split()),
            row["verified"],
        )
        for row in region.home.rows("electorate", region.key)
        if event is None or row["event"] == event
    )
