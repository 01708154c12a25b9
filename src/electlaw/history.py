"""How a place came to be what it is: its acts in order, and the versions they make along one axis."""

from __future__ import annotations

import attrs

from electlaw.acts import Act, Holding, Text
from electlaw.corpus import Corpus
from electlaw.dates import FIRST, LAST
from electlaw.places import Folded, fold_place
from electlaw.refs import Ref, cite
from electlaw.snapshot import Moment, act_json
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["History", "Version", "trace"]


@attrs.frozen(eq=False, repr=False)
class Version(Shown):
    """One stretch of days on which the answer about a place is the same."""

    #: First day.
    start: str
    #: First day no longer in it; empty while it lasts.
    until: str
    _folded: Folded
    #: The acts that came with it: new content, an end, rulings.
    came: tuple[Act, ...]
    #: Laws that printed the unchanged content again within it.
    restated_by: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Version {self.state} from {self.start}" + (f" until {self.until}>" if self.until else ">")

    @property
    def state(self) -> str:
        """One of `electlaw.snapshot.STATES`."""
        return self._folded.state

    @property
    def by(self) -> str | None:
        """The instrument that gave the content, or took it away."""
        decided = self._folded.content or self._folded.winner
        return decided.by if decided is not None else None

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """Rulings that bear on the content, in order."""
        return self._folded.holdings

    @property
    def doubts(self) -> tuple[Act, ...]:
        """Acts that would change the answer if a missing input said so."""
        return self._folded.doubts

    @property
    def summary(self) -> Text:
        """The content in our own words; empty if there is none, or if it was taken over unchanged."""
        return self._folded.content.text if self._folded.content is not None else Text()

    def to_json(self) -> dict[str, object]:
        """Return the version as plain data."""
        return {
            "from": self.start,
            "until": self.until,
            "state": self.state,
            "by": self.by,
            "came": [{"by": act.by, "op": act.op, "known": str(act.known)} for act in self.came],
            "construed_by": [act.by for act in self.holdings],
            "restated_by": list(self.restated_by),
            "summary": {"id": self.summary["id"], "en": self.summary["en"]},
        }


@attrs.frozen(eq=False, repr=False)
class History(Shown):
    """How a place came to be what it is: the acts in order, and the versions they make along one axis."""

    place: Ref
    moment: Moment
    #: ``on``: versions over the days of force; ``known``: over the days of knowledge.
    axis: str
    acts: tuple[Act, ...]
    versions: tuple[Version, ...]

    def __iter__(self) -> Iterator[Act]:
        return iter(self.acts)

    def __len__(self) -> int:
        return len(self.acts)

    def to_json(self) -> dict[str, object]:
        """Return the history as plain data."""
        return {
            "place": str(self.place),
            "axis": self.axis,
            "on": self.moment.on,
            "known": self.moment.known,
            "acts": [act_json(act) for act in self.acts],
            "versions": [version.to_json() for version in self.versions],
        }

    def __repr__(self) -> str:
        return f"<History of {cite(self.place, short=True)}: {len(self.versions)} versions>"


def _versions(corpus: Corpus, place: Ref, moment: Moment, axis: str) -> Iterator[Version]:
    """Yield the stretches of one axis on which the fold of a place is the same, from the first on which it is law."""
    restated = [act for act in corpus.place(place).restated if act.known.latest <= moment.known]
    starts = _stretches(corpus, place, moment, axis)
    before: tuple[Act, ...] = ()
    ends = [*(start for start, _ in starts[1:]), ""]
    for (start, folded), until in zip(starts, ends, strict=bool(starts)):
        acts = tuple(act for act in (folded.content or folded.winner, *folded.holdings, *folded.doubts) if act)
        again = [
            act.by for act in restated
            if start <= str(act.span.start if axis == "on" else act.known) < (until or LAST)
        ]  # fmt: skip
        yield Version(start, until, folded, tuple(act for act in acts if act not in before), tuple(again))
        before = acts


def _stretches(corpus: Corpus, place: Ref, moment: Moment, axis: str) -> list[tuple[str, Folded]]:
    found: list[tuple[str, Folded]] = []
    for day in corpus.turns(place):
        if not FIRST < day < LAST or (axis == "known" and day > moment.known):
            continue
        at = Moment(day, moment.known, moment.subject) if axis == "on" else Moment(moment.on, day, moment.subject)
        folded = fold_place(corpus, place, at)
        if found or folded.state not in ("not_yet", "not_found"):
            same = found and found[-1][1].signature == folded.signature and found[-1][1].doubts == folded.doubts
            if not same:
                found.append((day, folded))
    return found


def trace(corpus: Corpus, place: Ref, moment: Moment, axis: str) -> History:
    """Return the acts on a place known by the day of knowledge, and the versions they make along an axis."""
    seen = tuple(act for act in corpus.place(place).acts() if act.known.latest <= moment.known)
    return History(place, moment, axis, seen, tuple(_versions(corpus, place, moment, axis)))
