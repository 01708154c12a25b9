"""The life of a place, an instrument or a parameter as spells: stretches of days on which the answer is the same."""

from __future__ import annotations

from electlaw.acts import Put
from electlaw.corpus import DATA_FROM
from electlaw.dates import LAST
from electlaw.fold import boundaries
from electlaw.instruments import InstrumentState, instrument_state
from electlaw.provisions import Provision, provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from electlaw.acts import Act
    from electlaw.corpus import Corpus

    T = TypeVar("T")

__all__ = ["instrument_spells", "place_spells", "spells"]


def spells(days: Iterable[str], ask: Callable[[str], T], same: Callable[[T], object]) -> list[tuple[str, str, T]]:
    """Ask on each day on which an answer may change, and join the stretches with the same answer."""
    wanted = sorted({DATA_FROM, *(day for day in days if DATA_FROM < day < LAST)})
    found: list[tuple[str, T]] = []
    for day in wanted:
        answer = ask(day)
        if not found or same(found[-1][1]) != same(answer):
            found.append((day, answer))
    ends = [start for start, _ in found[1:]] + [""]
    return [(start, until, answer) for (start, answer), until in zip(found, ends, strict=True)]


def place_spells(corpus: Corpus, place: str, known: str = "") -> list[tuple[str, str, Provision]]:
    """Return the spells of a place, each day as known on that day, or as known on `known`.

    The days before the law had the place are left out.
    """

    def ask(day: str) -> Provision:
        return provision(corpus, Ref(place), Moment(day, known or day))

    found = spells(boundaries(_acts(corpus, place)), ask, _same_place)
    return found[1:] if found and found[0][2].state == "not_yet" else found


def _acts(corpus: Corpus, place: str) -> list[Act]:
    """Return the acts on a place and on what was renumbered into it."""
    seen: list[Act] = []
    queue, done = [place], set[str]()
    while queue:
        one = queue.pop()
        if one in done:
            continue
        done.add(one)
        acts = corpus.place(one).acts()
        seen += acts
        queue += [act.moved for act in acts if isinstance(act, Put) and act.op == "renumber" and act.moved]
    return seen


def _same_place(item: Provision) -> object:
    return (item.state, item.version, item.content_since, item.summary, item.holdings, item.doubts, item.moved_to)


def instrument_spells(corpus: Corpus, id: str) -> list[tuple[str, str, InstrumentState]]:
    """Return the spells of an instrument, each day as known on that day."""
    acts = [*corpus.whole(id), *corpus.relations(id)]

    def ask(day: str) -> InstrumentState:
        return instrument_state(corpus, id, Moment(day, day))

    found = spells(boundaries(acts), ask, lambda item: (item.state, item.amended_by, item.repealed_by, item.waits_for))
    return found[1:] if found and found[0][2].state == "not_yet" and not found[0][2].waits_for else found
