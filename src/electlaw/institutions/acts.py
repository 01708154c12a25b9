"""The log's acts on institutions, their names and their mandates, read once for a corpus and grouped for painting."""

from __future__ import annotations

from functools import lru_cache

import attrs

from electlaw.acts import Act, Text
from electlaw.corpus import Corpus, builtin
from electlaw.dates import FIRST, LAST, UNKNOWN, Span, When, when
from electlaw.fold import in_order, paint
from electlaw.scope import scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeVar

    from electlaw.tables import Row

    A = TypeVar("A", bound="Fact")

__all__ = ["LEVELS", "Fact", "Log", "log", "winner"]

#: Levels of the state an institution sits at, from the widest to the narrowest.
LEVELS = ("national", "province", "regency-city", "district", "village", "polling-station", "overseas")

_BEFORE = When(FIRST, FIRST)
_NEVER = When(LAST, LAST)


@attrs.frozen(eq=False)
class Fact(Act):
    """One row on an institution (`op` is ``exists``, ``ends``, ``gives`` …), a name, a mandate, a seat or a duty."""

    places: tuple[str, ...] = ()
    text: Text = attrs.field(factory=Text)
    unverified: tuple[str, ...] = ()

    @property
    def ends(self) -> bool:
        """Whether it takes away what an earlier act gave."""
        return self.op == "ends"


def _fact(corpus: Corpus, row: Row, index: int, target: str, op: str) -> Fact:
    by = row["by"]
    instrument = corpus.instrument(by) if by else None
    start = when(row["from"]) if row["from"] else None
    if instrument is not None:
        known, force = instrument.known, instrument.span
        order = (instrument.order, by, index)
    else:
        known = start or (UNKNOWN if by else _BEFORE)
        force, order = Span(known), (0, by, index)
    if start or row.get("until"):
        force = Span(start or force.start, when(row["until"]) if row.get("until") else _NEVER, force.condition)
    return Fact(
        target=target, by=by, op=op, known=known, span=force, scope=scope(row["applies"]), order=order,
        places=tuple((row.get("places") or row.get("basis") or "").split(",")) if _placed(row) else (),
        text=Text(row.get("en", ""), row.get("id", "")),
        unverified=tuple(row.get("unverified", "").split()), row=row,
    )  # fmt: skip


def _placed(row: Row) -> bool:
    return bool(row.get("places") or row.get("basis"))


def winner(acts: tuple[A, ...], on: str, known: str, subject: Mapping[str, str | int]) -> A | None:
    """Return the act that surely stands, or None if there is none or it ends."""
    found = paint(acts, on, known, subject).winner
    return None if found is None or found.ends else found


class Log:
    """Every act on institutions of one corpus, by key, in painting order."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        #: Acts of existence by institution, in the order of the table.
        self.bodies = self._grouped("institutions", "institution", "op")
        self._named: dict[tuple[str, str], tuple[Fact, ...]] = {}
        self._asks: dict[str, frozenset[str]] = {}
        self._tables: dict[str, dict[str, tuple[Fact, ...]]] = {}
        self._stages: dict[str, tuple[str, Text]] | None = None
        self.memo: dict[tuple[object, ...], object] = {}
        #: Levels of each body, as its first row names them.
        self.levels: dict[str, tuple[str, ...]] = {}
        #: Codes below a province that some act singles out; regions elsewhere share their province's answer.
        self.singled = frozenset(self._single_codes())

    def table(self, name: str, *columns: str) -> dict[str, tuple[Fact, ...]]:
        """Return the acts of a table grouped by the values of `columns` (joined by ``|``), read at first use."""
        try:
            return self._tables[name]
        except KeyError:
            self._tables[name] = found = self._grouped(name, *columns)
            return found

    def names(self) -> dict[str, tuple[Fact, ...]]:
        """Return the names by institution; `Fact.op` is the form: official, short, seat, alias."""
        return self.table("institution-names", "institution", "form")

    def mandates(self) -> dict[str, tuple[Fact, ...]]:
        """Return the mandates by institution, stage, role and item."""
        return self.table("mandates", "institution|stage|role|item", "op")

    def stages(self) -> dict[str, tuple[str, Text]]:
        """Return the one vocabulary of stages: key to parent and name, in its order."""
        if self._stages is None:
            self._stages = {
                row["key"]: (row["parent"], Text(row["en"], row["id"])) for row in self.corpus.all("stage-keys")
            }
        return self._stages

    def named(self, key: str, form: str) -> tuple[Fact, ...]:
        """Return the names of one form of an institution, in painting order."""
        found = self._named.get((key, form))
        if found is None:
            found = tuple(act for act in self.names().get(key, ()) if act.op == form)
            self._named[key, form] = found
        return found

    def asks(self, key: str) -> frozenset[str]:
        """Return what the acts on an institution and its names depend on: ``region``, ``office``, ``kind``."""
        found = self._asks.get(key)
        if found is None:
            acts = (*self.bodies[key], *self.names().get(key, ()))
            found = frozenset(item.name for act in acts for item in act.scope.conditions)
            self._asks[key] = found
        return found

    def _grouped(self, name: str, columns: str, op: str = "") -> dict[str, tuple[Fact, ...]]:
        groups: dict[str, list[Fact]] = {}
        keys = columns.split("|")
        for index, row in enumerate(self.corpus.all(name)):
            key = "|".join(row[column] for column in keys) if len(keys) > 1 else row[columns]
            groups.setdefault(key, []).append(_fact(self.corpus, row, index, key, row[op] if op else "gives"))
        return {key: in_order(acts) for key, acts in groups.items()}

    def _single_codes(self) -> Iterator[str]:
        yield from _codes(act for acts in self.bodies.values() for act in acts)
        yield from _codes(act for acts in self.names().values() for act in acts)


def _codes(acts: Iterable[Fact]) -> Iterator[str]:
    for act in acts:
        for condition in act.scope.conditions:
            if condition.name == "region":
                yield from (code for code in condition.values if "." in code)


@lru_cache(maxsize=8)
def _of(corpus: Corpus) -> Log:
    return Log(corpus)


def log(corpus: Corpus | None = None) -> Log:
    """Return the acts on institutions of `corpus` (the built-in one by default), read once."""
    return _of(builtin() if corpus is None else corpus)
