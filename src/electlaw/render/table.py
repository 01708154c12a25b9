"""Tables as text and HTML: the first rows, and how many more there are."""

from __future__ import annotations

from html import escape

from electlaw.frames import Table
from electlaw.render.grid import cell

__all__ = ["html", "markdown", "text"]

_SHOWN = 20
_WIDEST = 40


def text(table: Table, *, lang: str = "en") -> str:
    """Return the first rows in columns."""
    rows = [[column.name for column in table.columns], *(_cells(row) for row in table.rows[:_SHOWN])]
    widths = [max(len(row[index]) for row in rows) for index in range(len(table.columns))]
    lines = ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines + _more(table, lang))


def html(table: Table, *, lang: str = "en") -> str:
    """Return the first rows as an HTML table; everything is escaped."""
    head = "".join(f'<th title="{escape(c.about)}">{escape(c.name)}</th>' for c in table.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in _cells(row)) + "</tr>" for row in table.rows[:_SHOWN]
    )
    more = "".join(f"<p>{escape(line)}</p>" for line in _more(table, lang))
    return f'<div class="electlaw"><table><tr>{head}</tr>{body}</table>{more}</div>'


def markdown(table: Table, *, lang: str = "en") -> str:
    """Return the first rows as a Markdown table."""
    rows = [[column.name for column in table.columns], ["---"] * len(table.columns), *map(_cells, table.rows[:_SHOWN])]
    lines = [f"| {' | '.join(row if number == 1 else map(cell, row))} |" for number, row in enumerate(rows)]
    return "\n".join(lines + _more(table, lang))


def _cells(row: tuple[object, ...]) -> list[str]:
    shown = ("" if cell is None else str(cell) for cell in row)
    return [cell if len(cell) <= _WIDEST else cell[: _WIDEST - 1] + "…" for cell in shown]


def _more(table: Table, lang: str) -> list[str]:
    rest = len(table) - _SHOWN
    if rest <= 0:
        return []
    return [f"… dan {rest} baris lagi" if lang == "id" else f"… and {rest} rows more"]
