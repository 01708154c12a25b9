"""The amendment graph of an instrument: what made it law, changed it, ended it, and what hangs on it.

As data, as a Mermaid flow chart and in the DOT language of Graphviz. Arrows run from what acts to what it acts on.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Relation, Text
from electlaw.catalog import when_text, word
from electlaw.corpus import Corpus, unknown_instrument
from electlaw.errors import Invalid
from electlaw.instruments import InstrumentState, instrument_state
from electlaw.refs import cite
from electlaw.snapshot import Moment
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["OPS", "Graph", "graph"]

#: Relations drawn unless others are asked for: the chain, and what ended, revived or displaced its members.
OPS = ("amends", "ratifies", "repeals", "revives", "replaces-in-part", "derogates")

#: All relations that can be asked for.
_ALL = (*OPS, "implements", "tests")

_STATES = {"in_force": "#e3f4ec", "not_yet": "#eeeaf6", "repealed": "#f0f0f0", "unknown": "#fdf1dc"}


@attrs.frozen(repr=False)
class Graph(Shown):
    """Instruments and what they do to each other, around one of them, as known and in force at a moment."""

    root: str
    moment: Moment
    #: The instruments, in the order they became known.
    nodes: tuple[InstrumentState, ...]
    #: What they do to each other, in the order it became known.
    edges: tuple[Relation, ...]

    def to_json(self) -> dict[str, object]:
        """Return the graph as plain data."""
        return {
            "root": self.root,
            "on": self.moment.on,
            "known": self.moment.known,
            "nodes": [
                {
                    "id": node.id,
                    "citation": node.cite(),
                    "title": node.title,
                    "known": str(node.instrument.known),
                    "state": node.state,
                }
                for node in self.nodes
            ],
            "edges": [
                {
                    "by": edge.by,
                    "op": edge.op,
                    "target": edge.target,
                    "detail": edge.detail,
                    "from": "" if edge.span.condition else str(edge.span.start),
                    "condition": edge.span.condition,
                    "verified": edge.verified,
                }
                for edge in self.edges
            ],
        }

    def mermaid(self, lang: str = "en") -> str:
        """Return the graph as a Mermaid flow chart; labels are escaped, so that no title breaks it."""
        names = {node.id: f"n{number}" for number, node in enumerate(self.nodes)}
        lines = ["flowchart TD"]
        lines += [
            f'  {names[node.id]}["{"<br/>".join(_entities(line) for line in _label(node, lang))}"]:::{node.state}'
            for node in self.nodes
        ]
        lines += [
            f'  {names[edge.by]} -->|"{_entities(_does(edge, lang))}"| {names[edge.target]}' for edge in self.edges
        ]
        lines += [f"  classDef {state} fill:{fill},stroke:#5b6770,color:#1b1f23" for state, fill in _STATES.items()]
        return "\n".join(lines) + "\n"

    def dot(self, lang: str = "en") -> str:
        """Return the graph in the DOT language of Graphviz."""
        lines = [
            f"digraph {_quoted(self.root)} {{",
            "  rankdir=TB;",
            '  node [shape=box, style="filled,rounded", fontname="sans-serif"];',
            '  edge [fontname="sans-serif", fontsize=10];',
        ]
        for node in self.nodes:
            label, fill = _quoted("\n".join(_label(node, lang))), _quoted(_STATES[node.state])
            lines.append(f"  {_quoted(node.id)} [label={label}, fillcolor={fill}];")
        lines += [
            f"  {_quoted(edge.by)} -> {_quoted(edge.target)} [label={_quoted(_does(edge, lang))}];"
            for edge in self.edges
        ]
        return "\n".join([*lines, "}"]) + "\n"

    def __repr__(self) -> str:
        return f"<Graph of {cite(self.root, short=True)}: {len(self.nodes)} instruments, {len(self.edges)} relations>"


def graph(corpus: Corpus, id: str, moment: Moment, ops: Iterable[str] = OPS) -> Graph:
    """Return the graph around an instrument, as known by the moment's day of knowledge.

    It holds the whole chain of the text the instrument belongs to, whatever is one step from a member of it, and all
    the instrument itself does to others; an omnibus law that amends many texts is a member of none.
    Raises `NotFound` for an unknown instrument and `Invalid` for an unknown relation.
    """
    wanted = tuple(ops)
    for op in wanted:
        if op not in _ALL:
            raise Invalid(f"no relation {op!r}", id=f"tidak ada hubungan {op!r}", choices=_ALL)
    root = corpus.settled(id)
    if corpus.instrument(root) is None:
        raise unknown_instrument(corpus, root)
    every = [
        relation
        for target in corpus.keys("relations")
        for relation in corpus.relations(target)
        if (relation.op in wanted or relation.by == root) and relation.known.earliest <= moment.known
    ]
    text = corpus.base_of(root)
    edges = [edge for edge in every if text in (corpus.base_of(edge.by), corpus.base_of(edge.target))]
    ids = {root}.union(*({edge.by, edge.target} for edge in edges))
    nodes = sorted((instrument_state(corpus, one, moment) for one in ids), key=_age)
    return Graph(root, moment, tuple(nodes), tuple(sorted(edges, key=lambda edge: (edge.sort_key, edge.target))))


def _age(node: InstrumentState) -> tuple[str, int, str]:
    return (node.instrument.known.latest, node.instrument.order, node.id)


# -- labels ---------------------------------------------------------------------------------------------


def _label(node: InstrumentState, lang: str) -> list[str]:
    return [node.cite(short=True), when_text(node.instrument.known, lang), word(node.state, lang)]


_DOES = {
    "amends": Text("amends", "mengubah"),
    "ratifies": Text("makes law", "menetapkan menjadi undang-undang"),
    "repeals": Text("repeals", "mencabut"),
    "revives": Text("revives", "menghidupkan kembali"),
    "replaces-in-part": Text("replaces in part", "mengganti sebagian"),
    "derogates": Text("derogates from", "menyimpangi"),
    "implements": Text("implements", "melaksanakan"),
    "tests": Text("tests", "menguji"),
}


def _does(edge: Relation, lang: str) -> str:
    shown = _DOES[edge.op][lang]
    return f"{shown} ({word('waits_for', lang)} {edge.span.condition})" if edge.span.condition else shown


def _entities(text: str) -> str:
    """Escape a Mermaid label: whatever could end or mark it up becomes an entity code."""
    return "".join(char if char.isalnum() or char in " .,/-()'" else f"#{ord(char)};" for char in text)


def _quoted(text: str) -> str:
    """Write a DOT string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", " ")
    return f'"{escaped}"'
