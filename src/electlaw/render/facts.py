"""How well the log is founded, as text, HTML and Markdown."""

from __future__ import annotations

from electlaw.catalog import word
from electlaw.facts import Facts
from electlaw.render.grid import Grid, grid_html, grid_markdown, grid_text

__all__ = ["html", "markdown", "text"]


def text(value: Facts, *, lang: str = "en") -> str:
    """Return the counts as plain text."""
    return grid_text(_table(value, lang))


def html(value: Facts, *, lang: str = "en") -> str:
    """Return the counts as an HTML fragment."""
    return grid_html(_table(value, lang))


def markdown(value: Facts, *, lang: str = "en") -> str:
    """Return the counts as Markdown."""
    return grid_markdown(_table(value, lang))


def _table(value: Facts, lang: str) -> Grid:
    columns = [word(key, lang) for key in ("table", "text", "report", "recall", "open_fields", "total")]
    rows = [
        [name, *map(str, (item.text, item.report, item.recall, item.with_open_fields, item.total))]
        for name, item in [*((item.table, item) for item in value.counts), (word("total", lang), value.sum)]
    ]
    return word("facts", lang), columns, rows
