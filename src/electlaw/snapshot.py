"""The coordinates of a question and what every answer has in common.

An answer is three-valued: besides what is sure it carries the *doubts*, the acts that would change it if a
missing input (event, region, a day known only to the year) said so. With no sure winner the state is ``unknown``.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Act, Holding, Put
from electlaw.corpus import DATA_AS_OF, Corpus
from electlaw.dates import LAST
from electlaw.views import Shown

__all__ = ["STATES", "Basis", "Moment", "Snapshot", "act_json"]

#: The states of a provision or instrument.
STATES = ("in_force", "not_yet", "repealed", "struck", "unknown", "not_found")


@attrs.frozen
class Moment(Shown):
    """The coordinates of a question: the day asked about, the day of knowledge, and the subject."""

    on: str
    known: str
    subject: dict[str, str | int] = attrs.field(factory=dict, hash=False)

    @property
    def projected(self) -> bool:
        """Whether it reaches past the data's cut-off (`electlaw.DATA_AS_OF`)."""
        return self.on > DATA_AS_OF or self.known > DATA_AS_OF


@attrs.frozen
class Basis(Shown):
    """One act an answer rests on."""

    #: The instrument that asserted it.
    instrument: str
    #: The place, instrument or parameter it was asserted of.
    place: str
    op: str
    #: How far it was verified: ``text``, ``report`` or ``recall``.
    verified: str
    #: Keys of the sources it was read in.
    source: str
    known: str

    @classmethod
    def of(cls, act: Act) -> Basis:
        """Build the basis from an act."""
        return cls(act.by, act.target, act.op, act.verified, act.source, str(act.known))

    def to_json(self) -> dict[str, str]:
        """Return the basis as plain data."""
        return {"instrument": self.instrument, "place": self.place, "op": self.op, "verified": self.verified}


@attrs.frozen
class Snapshot(Shown):
    """The log at one moment: what every question is asked of."""

    moment: Moment
    corpus: Corpus = attrs.field(eq=False)

    @property
    def on(self) -> str:
        """The day asked about."""
        return self.moment.on

    @property
    def known(self) -> str:
        """The day of knowledge."""
        return self.moment.known

    @property
    def projected(self) -> bool:
        """Whether answers reach past the data's cut-off (`electlaw.DATA_AS_OF`)."""
        return self.moment.projected


def act_json(act: Act) -> dict[str, object]:
    """Return an act of a history as plain data."""
    until = "" if act.span.end.latest == LAST else str(act.span.end)
    item: dict[str, object] = {
        "by": act.by,
        "op": act.op,
        "known": str(act.known),
        "from": "" if act.span.condition else str(act.span.start),
        "until": until,
        "condition": act.span.condition,
        "applies": str(act.scope),
        "verified": act.verified,
    }
    if isinstance(act, Put | Holding):
        item["summary"] = {"id": act.text["id"], "en": act.text["en"]}
    return item
