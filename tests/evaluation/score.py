"""Scores the scanner on labelled passages: precision, recall and F1 of spans, instruments and places.

A passage file holds blocks: a line ``=== id tags`` and the text, in which each citation stands as
``[[text]]{instrument paths}``: ``-`` for no instrument, paths parted by commas, as `find_citations` gives them.
Run ``python tests/evaluation/score.py [-v] [FILE…]``.
"""

from __future__ import annotations

import glob
import os
import re
import sys

HERE = os.path.dirname(__file__)
LABEL = re.compile(r"\[\[(.+?)\]\]\{([^{}\s]+)(?: ([^{}]+))?\}", re.DOTALL)


class Passage:
    """A labelled text: `gold` maps (start, end) to (instrument or None, paths)."""

    def __init__(self, name: str, tags: frozenset[str], marked: str) -> None:
        self.name, self.tags = name, tags
        self.gold: dict[tuple[int, int], tuple[str | None, tuple[str, ...]]] = {}
        text, last = "", 0
        for match in LABEL.finditer(marked):
            text += marked[last : match.start()]
            instrument = None if match[2] == "-" else match[2]
            paths = tuple(match[3].split(",")) if match[3] else ()
            self.gold[len(text), len(text) + len(match[1])] = (instrument, paths)
            text += match[1]
            last = match.end()
        self.text = text + marked[last:]


def read(path: str) -> list[Passage]:
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"^=== ", file.read(), flags=re.MULTILINE)[1:]
    passages = []
    for block in blocks:
        head, _, body = block.partition("\n")
        name, *tags = head.split()
        passages.append(Passage(name, frozenset(tags), body.rstrip("\n")))
    return passages


def half(letter: str) -> list[Passage]:
    """Return the passages of one half: ``a`` to write rules on, ``b`` only to measure."""
    return [passage for path in sorted(glob.glob(f"{HERE}/passages-{letter}*.txt")) for passage in read(path)]


class Score:
    """Counts of right, wrong and missed."""

    def __init__(self) -> None:
        self.right = self.found = self.gold = 0

    def add(self, found: set[object], gold: set[object]) -> None:
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.right}/{self.found}/{self.gold})"


def score(passages: list[Passage], verbose: bool = False) -> dict[str, Score]:
    """Return scores of ``span``, of ``full`` (span, instrument and places), and of spans by the passages' tags."""
    from electlaw.citations import find_citations

    scores: dict[str, Score] = {"span": Score(), "full": Score()}
    for passage in passages:
        found = {(c.start, c.end): (c.instrument, c.provisions) for c in find_citations(passage.text)}
        scores["span"].add(set(found), set(passage.gold))
        scores["full"].add(set(found.items()), set(passage.gold.items()))
        for tag in sorted(passage.tags):
            scores.setdefault(tag, Score()).add(set(found), set(passage.gold))
        if verbose and found != passage.gold:
            _show(passage, found)
    return scores


def _show(passage: Passage, found: dict[tuple[int, int], tuple[str | None, tuple[str, ...]]]) -> None:
    print(f"{passage.name}:")
    for title, one, other in (("missed", passage.gold, found), ("found", found, passage.gold)):
        for span, value in sorted(one.items()):
            if other.get(span) != value:
                print(f"   {title:6} {passage.text[slice(*span)]!r} {value}")


def alarms(passages: list[Passage]) -> dict[str, int]:
    """Return how many findings each rule makes on the passages, which hold no slip in law."""
    from electlaw.citations import check_text

    counts: dict[str, int] = {}
    for passage in passages:
        for finding in check_text(passage.text).findings:
            counts[finding.code] = counts.get(finding.code, 0) + 1
    return counts


def main(arguments: list[str]) -> None:
    verbose = "-v" in arguments
    paths = [argument for argument in arguments if not argument.startswith("-")]
    sets = {path: read(path) for path in paths} or {"a": half("a"), "b": half("b")}
    for name, passages in sets.items():
        print(f"{name}: {len(passages)} passages")
        for key, value in score(passages, verbose and (bool(paths) or name == "a")).items():
            print(f"  {key:6} {value}")
        print(f"  false alarms by rule: {alarms(passages) or 'none'}")


if __name__ == "__main__":
    main(sys.argv[1:])
