"""The chapters of a text and the lists of their pasal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Put
from electlaw.refs import Ref, cite_place, order_key
from electlaw.sphinx.markup import both, el, link, when_both
from electlaw.sphinx.parts import touched
from electlaw.sphinx.provisions import by_whom, part_badges, spaced, state_badge
from electlaw.sphinx.timeline import place_spells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus

__all__ = ["chapter_of", "chapters", "pasal_list"]


def chapter_of(corpus: Corpus, text: str, head: str) -> str:
    """Return the chapter (``bab-iii``) that holds a pasal in the latest law, or an empty text."""
    for bab, heads in chapters(corpus, text).items():
        if head in heads:
            return bab
    return ""


_chapters: dict[tuple[int, str], dict[str, list[str]]] = {}


def chapters(corpus: Corpus, text: str) -> dict[str, list[str]]:
    """Return the chapters of a text with their pasal, in order; what no chapter names stands under ``""``."""
    key = (id(corpus), text)
    if key not in _chapters:
        heads = sorted({path.split("/")[0] for path in corpus.paths(text) if path.startswith("pasal-")}, key=order_key)
        found: dict[str, list[str]] = {}
        left = dict.fromkeys(heads)
        for path in sorted((p for p in corpus.paths(text) if p.startswith("bab-") and "/" not in p), key=order_key):
            acts = [act for act in corpus.place(f"{text}/{path}").contents if isinstance(act, Put) and act.refers]
            found[path] = [head for head in heads if head in left and any(_covers(act.refers, head) for act in acts)]
            for head in found[path]:
                left.pop(head)
        if left:
            found[""] = list(left)
        _chapters[key] = found
    return _chapters[key]


def _covers(refers: tuple[str, ...], head: str) -> bool:
    at = order_key(head)
    for item in refers:
        first, _, last = item.partition("..")
        if order_key(first) <= at <= order_key(last or first):
            return True
    return False


def pasal_list(corpus: Corpus, text: str, heads: list[str]) -> nodes.Node:
    """Return a list of pasal with what each says in the latest law and the days on which they are law."""
    return el("ul", [el("li", *_pasal_line(corpus, f"{text}/{head}")) for head in heads], class_="el-pasal-list")


#: How many of the acts on the parts of a pasal its line in a list names, the latest first.
_NAMED = 3


def _pasal_line(corpus: Corpus, place: str) -> Iterator[nodes.Node]:
    spells = place_spells(corpus, place)
    yield link("pasal", place, cite_place(Ref(place).path))
    said = [item for _, _, item in spells if item.summary]
    if said:
        text = said[-1].summary
        yield el("span", " ", both(text.en, text.id), class_="el-gist")
    if spells and spells[-1][2].state in ("repealed", "struck"):
        yield nodes.Text(" ")
        yield state_badge(spells[-1][2].state)
    since = touched(corpus, spells[-1][2]) if spells else ()
    if since:
        yield nodes.Text(" ")
        yield from spaced(part_badges(since))
        named: list[nodes.Node] = []
        acts = [first for first, _ in by_whom(since)][::-1]
        for act in acts[:_NAMED]:
            named += [nodes.Text(", " if named else ": "), link("instrument", act.by)]
            named += [nodes.Text(" ("), *when_both(act.known), nodes.Text(")")]
        if len(acts) > _NAMED:
            more = len(acts) - _NAMED
            named += both(f", and {more} before", f", dan {more} sebelumnya")
        yield el("span", named, class_="el-origin")
