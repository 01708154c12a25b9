"""The one taxonomy of stages: for every event, every version and every mandate, in both languages."""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.corpus import Corpus, builtin
from electlaw.errors import NotFound
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.tables import Row

__all__ = ["StageKey", "expanded", "stage_key", "stage_keys", "within"]


@attrs.frozen
class StageKey(Shown):
    """A stage of an election, or an event outside the schedule that a time limit counts from."""

    key: str
    #: Key of the stage it is part of; empty at the top.
    parent: str
    #: The place of the statutory list of stages (Pasal 5) it falls under; empty if none.
    place: str
    name: Text
    #: The condition it depends on (``only where fewer than two pairs registered``); empty if it always takes place.
    only_if: Text = attrs.field(factory=Text)


_MOST_CORPORA = 8

_read: dict[int, tuple[Corpus, dict[str, StageKey]]] = {}


def stage_keys(corpus: Corpus | None = None) -> dict[str, StageKey]:
    """Return the taxonomy, key to stage, parents before children as the table has them.

    The place is inherited: *coklit* falls under Pasal 5 ayat (2) huruf h, updating the voter list. So is the condition:
    every stage of a second round depends on the first.
    """
    corpus = corpus or builtin()
    held = _read.get(id(corpus))
    if held is None or held[0] is not corpus:
        rows = {row["key"]: row for row in corpus.all("stage-keys")}
        found = {}
        for key, row in rows.items():
            only_if = Text(_inherited(rows, key, "only_if_en"), _inherited(rows, key, "only_if_id"))
            name = Text(row["en"], row["id"])
            found[key] = StageKey(key, row["parent"], _inherited(rows, key, "place"), name, only_if)
        if len(_read) >= _MOST_CORPORA:
            _read.clear()
        held = _read[id(corpus)] = (corpus, found)
    return held[1]


def _inherited(rows: dict[str, Row], key: str, column: str) -> str:
    """Return what a stage says in a column, or else the nearest stage it is part of; empty if none does."""
    said, at = rows[key].get(column, ""), rows[key]["parent"]
    while not said and at in rows:
        said, at = rows[at].get(column, ""), rows[at]["parent"]
    return said


def stage_key(key: str, corpus: Corpus | None = None) -> StageKey:
    """Return one stage of the taxonomy. Raises `NotFound` with the nearest keys.

    >>> stage_key("quiet_period").name["id"]
    'Masa tenang'
    """
    keys = stage_keys(corpus)
    try:
        return keys[key]
    except (KeyError, TypeError):
        from difflib import get_close_matches

        shown = repr(key) if len(repr(key)) < 60 else repr(key)[:57] + "..."
        near = get_close_matches(str(key).lower().replace("-", "_").replace(" ", "_"), keys, 4, 0.5)
        near = near or [name for name, one in keys.items() if not one.parent][:8]
        raise NotFound(f"no stage {shown}", id=f"tidak ada tahapan {shown}", choices=near) from None


def within(key: str, ancestor: str, corpus: Corpus | None = None) -> bool:
    """Whether a stage is `ancestor` or part of it."""
    keys = stage_keys(corpus)
    at: str = key
    while at:
        if at == ancestor:
            return True
        found = keys.get(at)
        at = found.parent if found else ""
    return False


def expanded(keys: frozenset[str], corpus: Corpus | None = None) -> frozenset[str]:
    """Return stages together with every stage that is part of one of them."""
    if not keys:
        return keys
    return keys | {key for key in stage_keys(corpus) if any(within(key, above, corpus) for above in keys)}
