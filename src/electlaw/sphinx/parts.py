"""What later acts did to the parts of a place: its own summary does not tell it.

The summary of a whole pasal says what the act that gave it said. Courts and later laws often touch an ayat or a huruf
alone; then the pasal as a whole is no longer what its summary says, and a reader has to be told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from electlaw.acts import ENDS, Act, Holding, Put
from electlaw.corpus import REMARKS
from electlaw.places import fold_place

if TYPE_CHECKING:
    from electlaw.corpus import Corpus
    from electlaw.provisions import Provision

__all__ = ["Touched", "acts_within", "kinds_of", "touched"]


@attrs.frozen
class Touched:
    """One act on a part of a place, and whether it bears on some subjects only."""

    place: str
    act: Act
    open: bool = False


#: What an act on a part comes to, for a label: void, read by a court, or changed by another law.
_KINDS = {"struck": "part_void", "struck_phrase": "part_void", "read_as": "part_read", "holding": "part_read"}


def kinds_of(found: tuple[Touched, ...]) -> list[str]:
    """Return the words of the catalogue for what acts on parts come to, the gravest first."""
    kinds = {"part_open" if one.open else _KINDS.get(one.act.op, "part_changed") for one in found}
    return [kind for kind in ("part_void", "part_read", "part_changed", "part_open") if kind in kinds]


_within: dict[tuple[int, str], dict[str, list[str]]] = {}


def _candidates(corpus: Corpus, text: str) -> dict[str, list[str]]:
    """Return for each place of a text the places within it on which more than their first act is on record."""
    key = (id(corpus), text)
    if key not in _within:
        found: dict[str, list[str]] = {}
        for path in corpus.paths(text):
            acts = [act for act in corpus.place(f"{text}/{path}").acts() if act.target == f"{text}/{path}"]
            if len([act for act in acts if act.op not in REMARKS]) < 2 and not any(act.op in ENDS for act in acts):
                continue
            above = path.rpartition("/")[0]
            while above:
                found.setdefault(above, []).append(path)
                above = above.rpartition("/")[0]
        _within[key] = found
    return _within[key]


def acts_within(corpus: Corpus, place: str) -> list[Act]:
    """Return the acts on the parts of a place: on their days what is true of it as a whole can change."""
    text, _, path = place.partition("/")
    return [
        act for part in _candidates(corpus, text).get(path, ()) for act in corpus.place(f"{text}/{part}").acts()
        if act.target == f"{text}/{part}"
    ]  # fmt: skip


def touched(corpus: Corpus, item: Provision) -> tuple[Touched, ...]:
    """Return what stands on the parts of a place and was not the act that gave the place its own content."""
    text, path = item.place.instrument, item.place.path
    parts = _candidates(corpus, text).get(path, ())
    content = fold_place(corpus, item.place, item.moment).content if parts else None
    if content is None or item.state != "in_force":
        return ()
    own = {act.by for act in corpus.place(item.place).acts() if isinstance(act, Put)}
    found: list[Touched] = []
    for part in parts:
        place = f"{text}/{part}"
        folded = fold_place(corpus, place, item.moment)
        winner = folded.winner
        if winner is not None and winner.target == place and winner.sort_key > content.sort_key:
            found += [] if winner.by in own else [Touched(place, winner)]
        readings = [act for act in folded.holdings if act.op == "read_as"]
        for act in folded.holdings:
            if act.target == place and act not in readings[:-1]:
                found.append(Touched(place, act))
        found += [Touched(place, act, True) for act in folded.doubts if isinstance(act, Holding)]
    return tuple(found)
