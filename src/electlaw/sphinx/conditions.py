"""Conditions and values of the tables in the words of both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.sphinx.markup import both, link
from electlaw.tables import tables

if TYPE_CHECKING:
    from electlaw.scope import Scope

__all__ = ["scope_both", "value_both", "word_both"]


def word_both(word: str) -> list[nodes.Node]:
    """Return a word of the tables in both languages; one that is not documented as it stands."""
    rows = tables()["parameter-words"].rows(word)
    return both(rows[0]["en"], rows[0]["id"]) if rows else [nodes.Text(word.replace("_", " "))]


def value_both(value: str) -> list[nodes.Node]:
    """Return a value: numbers grouped as each language does, words in both."""
    if value.isdigit() and len(value) > 4:
        grouped = f"{int(value):,}"
        return both(grouped, grouped.replace(",", "."))
    if value in ("true", "false"):
        return both("yes", "ya") if value == "true" else both("no", "tidak")
    if value.replace(".", "", 1).isdigit() and "." in value:
        return both(value, value.replace(".", ","))
    return word_both(value)


_OPERATORS = {"=": ": ", "!=": " ≠ ", "<=": " ≤ ", ">=": " ≥ ", "<": " < ", ">": " > "}
_NAMES = {
    "region": ("region", "wilayah"),
    "office": ("office", "jabatan"),
    "event": ("election", "pemilihan"),
    "kind": ("kind of election", "jenis pemilihan"),
    "cycle": ("year of the election", "tahun pemilihan"),
}


def scope_both(scope: Scope) -> list[nodes.Node]:
    """Return to whom or what an act applies."""
    if not scope:
        return both("everyone", "semua")
    shown: list[nodes.Node] = []
    for condition in scope.conditions:
        shown += [nodes.Text("; ")] if shown else []
        shown += both(*_NAMES[condition.name]) if condition.name in _NAMES else word_both(condition.name)
        shown.append(nodes.Text(_OPERATORS[condition.operator]))
        for number, value in enumerate(condition.values):
            shown += [nodes.Text(" / ")] if number else []
            shown += _stated(condition.name, value)
    return shown


def _stated(name: str, value: str) -> list[nodes.Node]:
    if name == "region":
        rows = tables()["regions"].rows(value)
        if rows:
            return [link("region", value, rows[0]["name"])]
    if name == "event" and tables()["events"].rows(value):
        return [link("event", value, value)]
    return [nodes.Text(value)] if name == "cycle" else value_both(value)
