"""Instruments: whether a statute, regulation or ruling is law at a moment, and what others did to it."""

from __future__ import annotations

import attrs

from electlaw.acts import ENDS, Act, Holding, Instrument, Relation, Text
from electlaw.corpus import Corpus, unknown_instrument
from electlaw.fold import Painted, paint
from electlaw.refs import cite
from electlaw.snapshot import Basis, Moment, act_json
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.tables import Row

__all__ = ["InstrumentState", "instrument_state"]


@attrs.frozen(repr=False)
class InstrumentState(Shown):
    """An instrument at one moment: whether it is law, and what others did to it as far as then known."""

    instrument: Instrument
    moment: Moment
    #: One of `STATES` but ``struck`` and ``not_found``.
    state: str
    _painted: Painted[Act] = attrs.field(eq=False)
    _corpus: Corpus = attrs.field(eq=False)

    @property
    def id(self) -> str:
        """Its canonical id."""
        return self.instrument.id

    @property
    def title(self) -> str:
        """Its official title, what follows *tentang*."""
        return self.instrument.title

    def cite(self, *, short: bool = False) -> str:
        """Return its official citation, or the short one."""
        return cite(self.id, short=short)

    @property
    def stub(self) -> bool:
        """Whether the register knows it only as cited."""
        return self.instrument.status == "stub"

    @property
    def outcome(self) -> str:
        """What a court decided: ``granted``, ``granted-in-part``, ``rejected`` …; empty for what is no ruling."""
        row = self._ruling()
        return row["outcome"] if row else ""

    @property
    def summary(self) -> Text:
        """What a ruling did, in our own words; for anything else its title."""
        row = self._ruling()
        return Text(row["en"], row["id"]) if row else Text(self.title, self.title)

    def _ruling(self) -> Row | None:
        """Return the row on the ruling, once it was pronounced."""
        rows = self._corpus.rows("rulings", self.id)
        return rows[0] if rows and self.instrument.known.latest <= self.moment.known else None

    @property
    def effects(self) -> tuple[Holding, ...]:
        """What a ruling did place by place, once it was pronounced."""
        known = self.instrument.known.latest <= self.moment.known
        return tuple(self._corpus.effects(self.id)) if known else ()

    def relations(self, *ops: str) -> tuple[Relation, ...]:
        """Return what others did to it by the day of knowledge, in order: ``relations("amends", "repeals")``."""
        return tuple(
            act for act in self._corpus.relations(self.id)
            if act.known.latest <= self.moment.known and (not ops or act.op in ops)
        )  # fmt: skip

    def does(self, *ops: str) -> tuple[Relation, ...]:
        """Return what it does to others."""
        return tuple(act for act in self._corpus.relations_by(self.id) if not ops or act.op in ops)

    @property
    def amended_by(self) -> tuple[str, ...]:
        """The instruments that amended it by the day asked about, in order, each in the form now binding.

        A ratified Perppu stands under its own name until the statute that ratified it is known.
        """
        found = []
        for act in self.relations("amends"):
            if act.span.contains(self.moment.on) is not True:
                continue
            found.append(act.by)
            found += [
                ratified.by for ratified in self._corpus.relations(act.by)
                if ratified.op == "ratifies" and ratified.known.latest <= self.moment.known
            ]  # fmt: skip
        return tuple(dict.fromkeys(found))

    @property
    def repealed_by(self) -> str | None:
        """The instrument that ended it, if it is no longer law."""
        winner = self._painted.winner
        return winner.by if self.state == "repealed" and winner is not None else None

    @property
    def waits_for(self) -> str | None:
        """The condition its force waits for."""
        ahead = self._painted.ahead
        return ahead.span.condition or None if self.state == "not_yet" and ahead is not None else None

    @property
    def doubts(self) -> tuple[Act, ...]:
        """Acts that would change the state if a day known only roughly said so."""
        return self._painted.doubts

    @property
    def basis(self) -> tuple[Basis, ...]:
        """The acts the state rests on."""
        return tuple(Basis.of(act) for act in (self._painted.winner, self._painted.ahead) if act is not None)

    @property
    def verified(self) -> str:
        """How far the register's row on it was verified."""
        return self.instrument.verified

    @property
    def projected(self) -> bool:
        """Whether the question reaches past the data's cut-off."""
        return self.moment.projected

    def history(self) -> tuple[Act, ...]:
        """Return its enactment and everything done to it by the day of knowledge, in order.

        What an older statute does to it, as one that derogates from it, is known since it is known itself.
        """
        own = self.instrument.known
        acts = [
            attrs.evolve(act, known=own) if act.known.latest < own.earliest else act
            for act in (*self._corpus.whole(self.id), *self._corpus.relations(self.id))
        ]
        unique = {(act.by, act.op, act.span): act for act in acts if act.known.latest <= self.moment.known}
        return tuple(sorted(unique.values(), key=lambda act: (act.known.latest, act.by != self.id, act.order)))

    def to_json(self) -> dict[str, object]:
        """Return the answer as plain data."""
        it = self.instrument
        return {
            "ref": it.id,
            "place": it.id,
            "citation": cite(it.id),
            "title": it.title,
            "on": self.moment.on,
            "known": self.moment.known,
            "projected": self.projected,
            "state": self.state,
            "version": self.repealed_by or (self.amended_by[-1] if self.amended_by else it.id),
            "content_since": it.id,
            "construed_by": [act.by for act in self.relations("tests")],
            "enacted": it.enacted,
            "published": str(it.known),
            "gazette": it.gazette,
            "supplement": it.supplement,
            "amended_by": list(self.amended_by),
            "repealed_by": self.repealed_by,
            "waits_for": self.waits_for,
            "summary": {"id": self.summary["id"], "en": self.summary["en"]},
            "outcome": self.outcome or None,
            "effects": [{"place": act.target, "op": act.op} for act in self.effects],
            "history": [act_json(act) for act in self.history()],
            "basis": [item.to_json() for item in self.basis],
            "verified": self.verified,
        }

    def __repr__(self) -> str:
        return f"<Instrument {self.cite(short=True)} on {self.moment.on}: {self.state}>"


def instrument_state(corpus: Corpus, id: str, moment: Moment) -> InstrumentState:
    """Answer whether an instrument is law at a moment; raises `NotFound` if the register does not have it."""
    settled = corpus.settled(id)
    instrument = corpus.instrument(settled)
    if instrument is None:
        raise unknown_instrument(corpus, settled)
    painted = paint(corpus.whole(settled), moment.on, moment.known, moment.subject)
    winner = painted.winner
    if winner is None:
        state = "unknown" if painted.doubts else "not_yet"
    else:
        state = "repealed" if winner.op in ENDS else "in_force"
    return InstrumentState(instrument, moment, state, painted, corpus)
