"""The life of a place, an instrument or a parameter as spells: stretches of days on which the answer is the same."""

from __future__ import annotations

from electlaw.acts import ENDS, Holding, Put
from electlaw.corpus import DATA_FROM
from electlaw.dates import LAST
from electlaw.fold import boundaries
from electlaw.instruments import InstrumentState, instrument_state
from electlaw.places import fold_place
from electlaw.provisions import Provision, provision
from electlaw.refs import Ref
from electlaw.snapshot import Moment
from electlaw.sphinx.parts import acts_within, touched

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from electlaw.acts import Act
    from electlaw.corpus import Corpus

    T = TypeVar("T")

__all__ = [
    "instrument_days",
    "instrument_spells",
    "merged_days",
    "place_days",
    "place_spells",
    "spells",
    "spells_before",
]

#: The days on which something changed, newest first, and who made the change.
Days = list[tuple[str, tuple[str, ...]]]


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

    def same(item: Provision) -> object:
        return (*_same_place(item), touched(corpus, item))

    found = spells(boundaries([*_acts(corpus, place), *acts_within(corpus, place)]), ask, same)
    return found[1:] if found and found[0][2].state == "not_yet" else found


def spells_before(corpus: Corpus, place: str) -> list[tuple[str, str, Ref]]:
    """Return where the rule of a place stood before the place took it over: first day, day after the last, and place.

    A place that was new has none.
    """
    found: list[tuple[str, str, Ref]] = []
    own = place_spells(corpus, place)
    seen = {place}
    while own:
        gave = own[0][2].moved_from
        if gave is None or str(gave) in seen:
            break
        seen.add(str(gave))
        end = own[0][0]
        own = [
            one for one in place_spells(corpus, str(gave)) if one[0] < end and one[2].state in ("in_force", "struck")
        ]
        if own:
            found.insert(0, (own[0][0], min(own[-1][1] or end, end), gave))
    return found


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


def _same_place(item: Provision) -> tuple[object, ...]:
    return (item.state, item.version, item.content_since, item.summary, item.holdings, item.doubts, item.moved_to)


def place_days(corpus: Corpus, places: Iterable[str]) -> Days:
    """Return the days on which the answer on any of some places changes, and the acts that make it change."""
    found: dict[str, dict[str, None]] = {}
    for place in places:
        before: Provision | None = None
        for start, _, item in place_spells(corpus, place):
            found.setdefault(start, {}).update(dict.fromkeys(_changed_by(corpus, start, before, item)))
            before = item
    return sorted(((day, tuple(by)) for day, by in found.items()), reverse=True)


def _changed_by(corpus: Corpus, day: str, before: Provision | None, after: Provision) -> list[str]:
    """Return who made a place on a day what it then is: who gave, restated or ended it, who came to bear on it.

    What an older ruling says of a norm that a new law takes over is no change of that day.
    """
    old, new = (_standing(corpus, item) for item in (before, after))
    said = [after.version] if before is None or before.version != after.version else []
    said += [act.by for act in new if act not in old and day in boundaries([act])]
    return [by for by in dict.fromkeys(said) if by]


def _standing(corpus: Corpus, item: Provision | None) -> list[Act]:
    if item is None:
        return []
    winner = fold_place(corpus, item.place, item.moment).winner
    gave = [winner] if isinstance(winner, Holding) or (winner is not None and winner.op in ENDS) else []
    return [*gave, *item.holdings, *item.doubts, *(one.act for one in touched(corpus, item))]


def merged_days(*parts: Days) -> Days:
    """Return several lists of days as one."""
    found: dict[str, dict[str, None]] = {}
    for day, by in (one for part in parts for one in part):
        found.setdefault(day, {}).update(dict.fromkeys(by))
    return sorted(((day, tuple(by)) for day, by in found.items()), reverse=True)


def instrument_days(spells: list[tuple[str, str, InstrumentState]]) -> Days:
    """Return the days on which the state of an instrument changes, and who changed it."""
    found: Days = []
    before: tuple[str, ...] = ()
    for start, _, state in spells:
        now = (*state.amended_by, *((state.repealed_by,) if state.repealed_by else ()))
        found.append((start, tuple(by for by in now if by not in before) or (state.id,)))
        before = now
    return found[::-1]


def instrument_spells(corpus: Corpus, id: str) -> list[tuple[str, str, InstrumentState]]:
    """Return the spells of an instrument, each day as known on that day."""
    relations = corpus.relations(id)
    ratified = [act for one in relations if one.op == "amends" for act in corpus.relations(one.by)]
    acts = [*corpus.whole(id), *relations, *ratified]

    def ask(day: str) -> InstrumentState:
        return instrument_state(corpus, id, Moment(day, day))

    found = spells(boundaries(acts), ask, lambda item: (item.state, item.amended_by, item.repealed_by, item.waits_for))
    return found[1:] if found and found[0][2].state == "not_yet" and not found[0][2].waits_for else found
