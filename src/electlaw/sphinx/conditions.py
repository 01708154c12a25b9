"""Conditions and values of the tables in the words of both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.refs import cite_place
from electlaw.render.words import number, table_word
from electlaw.sphinx.markup import both, el, link
from electlaw.tables import tables

if TYPE_CHECKING:
    from electlaw.scope import Scope

__all__ = ["scope_both", "value_both", "word_both"]


def word_both(word: str) -> list[nodes.Node]:
    """Return a word of the tables in both languages; one that is not documented as it stands."""
    return both(table_word(word, "en"), table_word(word, "id"))


def value_both(value: str) -> list[nodes.Node]:
    """Return a value: numbers grouped as each language does, words in both."""
    return both(number(value, "en"), number(value, "id"))


_OPERATORS = {
    "=": (": ", ": "),
    "!=": (": any but ", ": selain "),
    "<=": (" ≤ ", " ≤ "),
    ">=": (" ≥ ", " ≥ "),
    "<": (" < ", " < "),
    ">": (" > ", " > "),
}
_NAMES = {
    "region": ("region", "wilayah"),
    "office": ("office", "jabatan"),
    "event": ("election", "pemilihan"),
    "kind": ("kind of election", "jenis pemilihan"),
    "cycle": ("year of the election", "tahun pemilihan"),
    "offence": ("offence", "tindak pidana"),
    "party": ("put up by", "pengusul"),
}


def scope_both(scope: Scope) -> list[nodes.Node]:
    """Return to whom or what an act applies."""
    if not scope:
        return both("everyone", "semua")
    shown: list[nodes.Node] = []
    for condition in scope.conditions:
        shown += [nodes.Text("; ")] if shown else []
        shown += both(*_NAMES[condition.name]) if condition.name in _NAMES else word_both(condition.name)
        shown += both(*_OPERATORS[condition.operator])
        for place, value in enumerate(condition.values):
            shown += [nodes.Text(" / ")] if place else []
            shown += _stated(condition.name, value)
    return shown


def _stated(name: str, value: str) -> list[nodes.Node]:
    if name == "region":
        rows = tables()["regions"].rows(value)
        if rows:
            return [link("region", value, rows[0]["name"])]
    if name == "event" and (rows := tables()["events"].rows(value)):
        return [link("event", value, el("span", both(rows[0]["en"], rows[0]["name_id"])))]
    if name == "offence":
        return [nodes.Text(cite_place(value))]
    return [nodes.Text(value)] if name == "cycle" else value_both(value)
