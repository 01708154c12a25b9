"""A corpus with one source folded over another corpus, which answers for all that the source does not touch."""

from __future__ import annotations

from electlaw.corpus import Corpus

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.acts import Act, Instrument, Setting
    from electlaw.corpus import Place
    from electlaw.sources import Source

__all__ = ["Overlay"]


class Overlay(Corpus):
    """The acts of a corpus and of one more source, such as a bill.

    What the source cannot change is asked of the corpus below: nothing is read twice, and what is the same is one.
    """

    def __init__(self, below: Corpus, source: Source) -> None:
        super().__init__((*below._sources, source))
        self._below = below
        self._new = set(source.keys("instruments"))
        self._set = set(source.keys("parameters"))
        #: Instruments it ends or revives as a whole.
        self._ended = {row["target"] for row in source.all("relations") if row["op"] in ("repeals", "revives")}
        #: Places it acts on, by text; the empty path is the text as a whole.
        self._touched: dict[str, set[str]] = {}
        acted_on = [f"{text}/{path}" for text in source.texts() for path in source.keys(f"provisions/{text}")]
        for place in (*acted_on, *source.keys("holdings"), *self._ended):
            text, _, path = place.partition("/")
            self._touched.setdefault(text, set()).add(path)
        #: Whether it may change anything at all: it meets a condition, or writes an instrument of the corpus anew.
        self._open = bool(source.keys("conditions")) or any(below.instrument(id) for id in self._new)

    def instrument(self, id: str) -> Instrument | None:
        """Return the instrument with this id, or None if the register does not have it."""
        return super().instrument(id) if self._open or id in self._new else self._below.instrument(id)

    def whole(self, id: str) -> tuple[Act, ...]:
        """Return the acts on an instrument as a whole, in painting order."""
        touched = self._open or id in self._new or id in self._ended
        return super().whole(id) if touched else self._below.whole(id)

    def place(self, id: str) -> Place:
        """Return all acts on the place `id`."""
        return super().place(id) if self._open or self._touches(id) else self._below.place(id)

    def _touches(self, id: str) -> bool:
        """Whether it acts on a place or on what holds it."""
        text, _, path = id.partition("/")
        touched = self._touched.get(text)
        if touched is None:
            return False
        while path and path not in touched:
            path = path.rpartition("/")[0]
        return path in touched

    def settings(self, key: str) -> tuple[Setting, ...]:
        """Return the acts that set or unset a parameter, in painting order."""
        return super().settings(key) if self._open or key in self._set else self._below.settings(key)
