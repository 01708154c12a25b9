"""How well the log is founded: the facts of each table by how far they were verified."""

from __future__ import annotations

import attrs

from electlaw.acts import VERIFIED
from electlaw.corpus import Corpus
from electlaw.tables import tables
from electlaw.views import Shown

__all__ = ["Count", "Facts", "facts"]


@attrs.frozen
class Count(Shown):
    """The facts of one table."""

    table: str
    #: Read in the legal text or a faithful copy.
    text: int
    #: Taken from a secondary source.
    report: int
    #: Not yet confirmed.
    recall: int
    #: Rows of which single columns rest on memory although the row as a whole does not.
    with_open_fields: int

    @property
    def total(self) -> int:
        """All facts of the table."""
        return self.text + self.report + self.recall

    def to_json(self) -> dict[str, object]:
        """Return the count as plain data."""
        return {
            "table": self.table, "text": self.text, "report": self.report, "recall": self.recall, "total": self.total,
            "with_open_fields": self.with_open_fields,
        }  # fmt: skip


@attrs.frozen(repr=False)
class Facts(Shown):
    """The facts of the log, table by table."""

    counts: tuple[Count, ...]

    @property
    def sum(self) -> Count:
        """All tables together."""
        return Count(
            "*",
            sum(item.text for item in self.counts),
            sum(item.report for item in self.counts),
            sum(item.recall for item in self.counts),
            sum(item.with_open_fields for item in self.counts),
        )

    def __getitem__(self, table: str) -> Count:
        return next(item for item in self.counts if item.table == table)

    def to_json(self) -> dict[str, object]:
        """Return the counts as plain data (the shape of ``electlaw facts --format json``)."""
        return {"tables": [item.to_json() for item in self.counts], "all": self.sum.to_json()}

    def __repr__(self) -> str:
        return f"<Facts: {self.sum.total} in {len(self.counts)} tables>"


def facts(corpus: Corpus) -> Facts:
    """Count the facts of every table that says how far each was verified; the provisions of all texts are one."""
    names = [name for name in tables().names() if "verified" in tables()[name].columns]
    counts = [_count(corpus, name, [name]) for name in names]
    counts.append(_count(corpus, "provisions", [f"provisions/{text}" for text in corpus.texts()]))
    counts.append(_count(corpus, "outlines", tables().names("outlines")))
    return Facts(tuple(sorted(counts, key=lambda item: item.table)))


def _count(corpus: Corpus, table: str, names: list[str]) -> Count:
    grades = dict.fromkeys(VERIFIED, 0)
    open_fields = 0
    for name in names:
        for row in corpus.all(name):
            grades[row["verified"]] += 1
            open_fields += bool(row.get("unverified"))
    return Count(table, grades["text"], grades["report"], grades["recall"], open_fields)
