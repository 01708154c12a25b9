"""Titled tables as text, HTML and Markdown."""

from __future__ import annotations

import re
from html import escape

__all__ = ["Grid", "cell", "grid_html", "grid_markdown", "grid_text", "plain"]

#: A title, the names of columns, and rows. A row of one cell is a heading within the table.
Grid = tuple[str, list[str], list[list[str]]]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def plain(text: str) -> str:
    """Escape what Markdown would take for markup."""
    return _SPECIAL.sub(r"\\\1", text)


def cell(text: str) -> str:
    """Write a text as one cell of a Markdown table."""
    return plain(" ".join(text.split()))


def grid_html(grid: Grid) -> str:
    """Write a table as an HTML fragment; everything in it is escaped."""
    title, columns, rows = grid
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>"
        if len(row) > 1
        else f'<tr><th colspan="{len(columns)}" style="text-align:left">{escape(row[0])}</th></tr>'
        for row in rows
    )
    rows_html = (
        f'<thead style="text-align:left"><tr>{head}</tr></thead><tbody style="vertical-align:top">{body}</tbody>'
    )
    return f'<div class="electlaw"><strong>{escape(title)}</strong><table>{rows_html}</table></div>'


def grid_markdown(grid: Grid) -> str:
    """Write a table as Markdown, with a table of its own under each heading."""
    title, columns, rows = grid
    head = ["", "| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    lines = [f"## {plain(title)}"]
    if not rows or len(rows[0]) > 1:
        lines += head
    for row in rows:
        if len(row) == 1:
            lines += ["", f"### {plain(row[0])}", *head]
        else:
            lines.append("| " + " | ".join(map(cell, row)) + " |")
    return "\n".join(lines)


def grid_text(grid: Grid) -> str:
    """Write a table in columns of plain text, numbers to the right."""
    title, columns, rows = grid
    widths = [max(len(row[index]) for row in [columns, *rows]) for index in range(len(columns))]
    lines = [
        "  ".join(
            text.rjust(width) if text.isdigit() else text.ljust(width) for text, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in [columns, *rows]
    ]
    return "\n".join([title, *lines])
