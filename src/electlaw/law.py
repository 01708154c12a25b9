"""`Law`: the face a user holds. Thin methods over the rooms that know; no logic of its own."""

from __future__ import annotations

import attrs

from electlaw.corpus import DATA_FROM, Corpus, builtin
from electlaw.dates import Day, day
from electlaw.errors import Invalid, OutOfCoverage
from electlaw.provisions import Provision, provision
from electlaw.refs import Ref, parse
from electlaw.snapshot import Moment, Snapshot
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from electlaw.brief import Brief
    from electlaw.diff import Diff
    from electlaw.frames import Table
    from electlaw.hierarchy import Precedence
    from electlaw.institutions import Local, Mandate, Matrix, Obligation
    from electlaw.instruments import InstrumentState
    from electlaw.offices import Incumbent, Vacancy
    from electlaw.parameters import Value
    from electlaw.schedule import Schedule, Stage

__all__ = ["Law", "Log", "at", "load"]


#: So many values of parameters a law remembers.
_REMEMBERED = 4096


@attrs.frozen(repr=False)
class Law(Snapshot):
    """The law on one day, as known on another, for everyone or for one subject.

    Immutable, cheap to make, safe to share between threads. Made by `electlaw.at`.
    """

    _answers: dict[str, Provision] = attrs.field(factory=dict, eq=False)
    _values: dict[object, Value] = attrs.field(factory=dict, eq=False)

    def provision(self, ref: str) -> Provision:
        """Return a place of the law as it stood.

        `ref` is a canonical place, a citation (``"Pasal 201 ayat (8) UU 10/2016"``) or an Akoma Ntoso IRI; a bare
        pasal means the Pilkada law. A place its law never had is an answer with the state ``not_found``.

        Raises `Invalid` for what is no reference to a place, `NotFound` for an unknown instrument.

        >>> import electlaw
        >>> electlaw.at("2016-06-30").provision("Pasal 54D").state
        'not_yet'
        """
        try:
            return self._answers[ref]
        except (KeyError, TypeError):
            if not isinstance(ref, str):
                raise Invalid(f"{ref!r} is no reference", id=f"{ref!r} bukan rujukan") from None
            parsed = ref if isinstance(ref, Ref) else self.ref(ref)
            found = provision(self.corpus, parsed, self.moment)
            self._answers[ref] = found
            return found

    def ref(self, text: str) -> Ref:
        """Read a reference; popular names (*UU Pemda*, *KUHP*) mean what they meant on the day asked about."""
        return parse(text, names=lambda name: self.corpus.name(name, self.moment.on))

    def instrument(self, ref: str) -> InstrumentState:
        """Return an instrument as it stood: ``law.instrument("UU 10/2016").state``.

        Raises `NotFound` if the register does not have it, with the nearest it has.
        """
        from electlaw.instruments import instrument_state

        parsed = ref if isinstance(ref, Ref) else self.ref(ref)
        return instrument_state(self.corpus, parsed.instrument, self.moment)

    def parameter(self, key: str, **subject: str | int) -> Value:
        """Return a parameter for a subject: ``law.parameter("nomination.vote_share", office="governor")``.

        What the answer depends on and the subject does not state is named in its `needs`.
        """
        asked: object = (key, *subject.items()) if subject else key
        try:
            return self._values[asked]
        except KeyError:
            from electlaw.parameters import value

            if len(self._values) >= _REMEMBERED:
                self._values.clear()
            self._values[asked] = found = value(self.corpus, key, self._moment_for(subject))
            return found

    def _moment_for(self, subject: Mapping[str, str | int]) -> Moment:
        if not subject:
            return self.moment
        from electlaw.subjects import subject as checked

        return Moment(self.on, self.known, checked(self.corpus, {**self.moment.subject, **subject}))

    @property
    def parameters(self) -> Table:
        """The value standing in each bracket of every parameter, as a table."""
        from electlaw.frames import parameters

        return parameters(self)

    @property
    def provisions(self) -> Table:
        """Every place of the Pilkada law with its state, as a table."""
        from electlaw.frames import provisions

        return provisions(self)

    @property
    def instruments(self) -> Table:
        """Every instrument of the register with its state, as a table."""
        from electlaw.frames import instruments

        return instruments(self)

    @property
    def rulings(self) -> Table:
        """The rulings known by then, as a table."""
        from electlaw.frames import rulings

        return rulings(self)

    @property
    def regions(self) -> Table:
        """The provinces, regencies and cities of the day, as a table."""
        from electlaw.frames import regions

        return regions(self.on)

    @property
    def waves(self) -> Table:
        """Which region votes when: every election of a head of region as known by then, as a table."""
        from electlaw.frames import contests

        return contests(self.known)

    def stages(self, target: str = "", *, region: str = "", on: Day | None = None) -> tuple[Stage, ...]:
        """Return the stages of an event (``"pilkada-2020"``) or of a region, as they stood on the day."""
        from electlaw.schedule import stages

        return stages(region or target, on=on or self.on, known=self.known, corpus=self.corpus)

    def schedule(self, event: str, *, region: str | None = None) -> Schedule:
        """Return the schedule of an election event as it stood, for a region if one is named."""
        from electlaw.schedule import schedule

        return schedule(event, on=self.on, known=self.known, region=region, corpus=self.corpus)

    def institutions(self, region: str, *, kind: str | None = None) -> Local:
        """Return the bodies of a region by their local names; those of a province hold its regencies' as children."""
        from electlaw.institutions import local

        return local(region, on=self.on, known=self.known, kind=kind, corpus=self.corpus)

    def mandates(self, **asked: str) -> tuple[Mandate, ...]:
        """Return who has which role, as it stood: ``law.mandates(stage="campaign", region="Kolaka", kind="pilkada")``.

        Takes what `electlaw.institutions.mandates` takes.
        """
        from electlaw.institutions import mandates

        return mandates(self.on, self.known, corpus=self.corpus, **asked)

    def matrix(self, stage: str | None = None, region: str | None = None, *, kind: str = "pilkada") -> Matrix:
        """Return the responsibility matrix of a stage, or of all, in a region or in general."""
        from electlaw.institutions import matrix

        return matrix(stage, region, on=self.on, known=self.known, kind=kind, corpus=self.corpus)

    def obligations(self, region: str, until: Day, *, kind: str | None = None) -> tuple[Obligation, ...]:
        """Return the reports the bodies of a region owe from the day asked about on, dated where the law allows."""
        from electlaw.institutions import obligations

        return obligations(region, self.on, until, self.known, kind, corpus=self.corpus)

    def office_holder(self, region: str, *, on: Day | None = None) -> Incumbent:
        """Return who headed a region on the day and in which capacity; ``unknown`` where no row covers it."""
        from electlaw.offices import office_holder

        return office_holder(region, on or self.on, self.known, corpus=self.corpus)

    def vacancy(self, region: str, on: Day | None = None) -> Vacancy:
        """Return whether a region lacked an elected head on the day, why, and how the law fills the office."""
        from electlaw.offices import vacancy

        return vacancy(region, on or self.on, self.known, corpus=self.corpus)

    def brief(self, region: str) -> Brief:
        """Return the brief of a region: the law in force, elections ahead, stages, office holders, bodies."""
        from electlaw.brief import brief

        return brief(region, self)

    def prevails(self, one: str, other: str) -> Precedence:
        """Return which of two norms prevails and on which ground: the higher, the special, the later.

        >>> import electlaw
        >>> electlaw.at("2024-09-01").prevails("PKPU 8/2024", "UU 10/2016").ground
        'superior'
        """
        from electlaw.hierarchy import prevails

        return prevails(self.corpus, self.ref(one), self.ref(other), self.moment)

    def having(self, **subject: str | int) -> Law:
        """Return the same law for a subject: ``law.having(event="pilkada-2024", region="11")``."""
        return Law(self._moment_for(subject), self.corpus)

    def diff(self, other: Law) -> Diff:
        """Return what differs from this law to `other`, provisions, instruments and parameters."""
        from electlaw.diff import diff

        return diff(self, other)

    def with_instrument(self, bill: str | Mapping[str, object]) -> Law:
        """Return the law with one more instrument folded in, as if it were known by this law's day of knowledge.

        `bill` is the path of a TOML file or the same content as a mapping (see "A bill" in ``docs/data-format.md``).
        This law and the built-in corpus are not touched.

        Raises `Invalid` naming the field for a bill that cannot be read, or does what cannot be done to this law:
        amends a place its text never had, repeals an instrument nobody knows, bears a number already given.
        """
        from electlaw.bills import checked
        from electlaw.overlay import Overlay
        from electlaw.packs import hypothetical

        rows = checked(self.corpus, hypothetical(bill, self.moment.known), self.moment)
        return Law(self.moment, Overlay(self.corpus, rows))

    def __repr__(self) -> str:
        known = f", known {self.known}" if self.known != self.on else ""
        return f"<Law on {self.on}{known}>"


def at(on: Day, known: Day | None = None, *, corpus: Corpus | None = None, **subject: str | int) -> Law:
    """Return the law as it stood on the day `on`, as known on the day `known` (the same day by default).

    Keyword arguments name the subject for whom it is asked: ``event``, ``region``, ``office``; a region by any of
    its names.

    Raises `Invalid` for what is no day and `OutOfCoverage` for a day before the log begins.

    >>> import electlaw
    >>> electlaw.at("2024-11-27", known="2022-11-21")
    <Law on 2024-11-27, known 2022-11-21>
    """
    on_day = day(on)
    known_day = on_day if known is None else day(known)
    for asked in (on_day, known_day):
        if asked < DATA_FROM:
            raise OutOfCoverage(
                f"{asked} is before the log of legal acts begins ({DATA_FROM}, UU 32/2004)",
                id=f"{asked} mendahului awal catatan hukum ini ({DATA_FROM}, UU 32/2004)",
            )
    law = Law(Moment(on_day, known_day), builtin() if corpus is None else corpus)
    return law.having(**subject) if subject else law


@attrs.frozen
class Log(Shown):
    """The built-in log with a data pack folded over it; made by `electlaw.load`."""

    corpus: Corpus

    def at(self, on: Day, known: Day | None = None, **subject: str | int) -> Law:
        """Return the law as it stood on `on`, as known on `known`; see `electlaw.at`."""
        return at(on, known, corpus=self.corpus, **subject)


def load(path: str) -> Log:
    """Fold the data pack in the directory (or TOML file) `path` over the built-in log.

    Raises `Invalid` naming file, row and reason if the pack cannot be read.

    ``electlaw.load("our-decrees").at("2022-11-21")`` then answers with the pack's acts.
    """
    from electlaw.packs import pack

    return Log(builtin().extended(pack(path)))
