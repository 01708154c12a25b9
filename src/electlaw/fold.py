"""The painter: acts in the order they became known, each painted over the days it has force.

The last paint a day bears is the law. Versions cannot overlap, whatever the order of loading; a later act wins
over an earlier one, a special one over the general. The same painter serves provisions, instruments, parameters,
stages and mandates.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Generic, TypeVar

import attrs

from electlaw.acts import Act

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Painted", "boundaries", "in_order", "paint"]

A = TypeVar("A", bound=Act)

_sort_key = attrgetter("sort_key")
_NOBODY: dict[str, str | int] = {}


@attrs.frozen(slots=False)
class Painted(Generic[A]):
    """What one day bears: the winner, and the acts that would change it if a missing input said so."""

    winner: A | None
    #: Acts above the winner whose knowledge, force or scope is open, latest first.
    doubts: tuple[A, ...] = ()
    #: The first act known by then whose force lies ahead or waits for a condition.
    ahead: A | None = None

    @property
    def sure(self) -> bool:
        """Whether nothing missing could change the answer."""
        return not self.doubts


def in_order(acts: Iterable[A]) -> tuple[A, ...]:
    """Sort acts into the order of painting, whatever order they came in."""
    found = tuple(acts)
    return found if len(found) < 2 else tuple(sorted(found, key=_sort_key))


def paint(acts: Sequence[A], on: str, known: str, subject: Mapping[str, str | int] | None = _NOBODY) -> Painted[A]:
    """Paint `acts` (in painting order) and return what the day `on` bears, as known on the day `known`.

    An act that was not yet known supplies nothing: no state, no end, no doubt. With `subject` None the acts are
    painted as if each applied: for acts that share one scope.
    """
    doubts: list[A] = []
    ahead: A | None = None
    winner: A | None = None
    for act in reversed(acts):
        public = act.known
        reached = public.latest <= known or (None if public.earliest <= known else False)
        if reached is False:
            continue
        within = act.span.contains(on)
        if within is False:
            if not act.span.empty and (act.span.condition or on < act.span.start.earliest):
                ahead = act
            continue
        fits = True if subject is None or not act.scope.conditions else act.scope.fits(subject)
        if fits is False:
            continue
        if reached and within and fits:
            winner = act
            break
        doubts.append(act)
    return Painted(winner, tuple(doubts), ahead)


def boundaries(acts: Iterable[Act]) -> list[str]:
    """Return the days on which the answer can change, sorted: every end of every act's knowledge and force."""
    days: set[str] = set()
    for act in acts:
        for end in (act.known, act.span.start, act.span.end):
            days.update((end.earliest, end.latest))
    return sorted(days)
