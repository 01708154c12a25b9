"""The editors' notes of the log in Indonesian: the tables hold them in English, `notes.tsv` has each a second time."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from electlaw.sphinx.examples import own_table
from electlaw.sphinx.markup import both

if TYPE_CHECKING:
    from docutils import nodes

__all__ = ["in_indonesian", "noted"]


@cache
def _notes() -> dict[str, str]:
    return {row["en"]: row["id"] for row in own_table("notes")}


def in_indonesian(note: str) -> str:
    """Return a note in Indonesian, or as it is written where it reads the same or is a pack's own."""
    return _notes().get(note, note)


def noted(note: str) -> list[nodes.Node]:
    """Return a note in both languages."""
    return both(note, in_indonesian(note))
