"""Drawings: how instruments hang together, when stages run.

Every drawing repeats what a table beside it says, so it is hidden from screen readers.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from electlaw.catalog import day_text, word
from electlaw.sphinx.markup import both, day_text_both, el

if TYPE_CHECKING:
    from docutils import nodes

    from electlaw.acts import Text

__all__ = ["chain", "gantt"]


def svg(width: int, height: int, *children: nodes.Node) -> nodes.Node:
    """Return a drawing that scales down with the page as long as it can be read."""
    return el(
        "svg",
        *children,
        viewBox=f"0 0 {width} {height}",
        class_="el-chart",
        role="presentation",
        aria_hidden="true",
        style=f"min-width:{min(width, 400)}px;max-width:{width}px",
    )


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def gantt(bars: list[tuple[Text, str, str, str]], mark: str = "") -> nodes.Node:
    """Return stages as bars over days: (name, first day, last day, state); `mark` is a day to draw through all."""
    days = [_day(day) for _, start, end, _ in bars for day in (start, end)]
    first, last = min(days) - 3, max(days) + 3

    def across(at: int) -> str:
        return f"{100 * (at - first) / (last - first):.2f}%"

    ticks = [
        el("span", day_text_both(month, "MMM y"), style=f"left:{across(month.toordinal())}")
        for month in _months(date.fromordinal(first), date.fromordinal(last))
    ]
    rows = []
    for label, start, end, state in bars:
        begin, stop = _day(start), _day(end) + 1
        place = f"left:{across(begin)};width:{100 * (stop - begin) / (last - first):.2f}%"
        bar = el("span", class_=f"el-bar el-bar-{state}", style=place, title=_window(start, end))
        rows.append(
            el("div", el("span", both(label.en, label.id), class_="el-gantt-name"), el("span", bar, class_="el-track"))
        )
    drawn = [el("div", ticks, class_="el-ticks"), *rows]
    if mark and first <= _day(mark) <= last:
        drawn.append(el("div", el("span", style=f"left:{across(_day(mark))}"), class_="el-mark"))
    said = both("When the stages run; the days are in the table.", "Kapan tahapan berjalan; tanggalnya ada di tabel.")
    return el("figure", el("figcaption", said), el("div", drawn, aria_hidden="true"), class_="el-gantt")


def _window(start: str, end: str) -> str:
    """Return the days of a bar in both languages: a tooltip holds one text."""
    found = [" – ".join(dict.fromkeys(day_text(day, lang) for day in (start, end))) for lang in ("id", "en")]
    return " / ".join(dict.fromkeys(found))


def _months(first: date, last: date) -> list[date]:
    """Return first days of months, at most eight, evenly apart."""
    found = [date(first.year + month // 12, month % 12 + 1, 1) for month in range(first.month, first.month + 600)]
    within = [day for day in found if day <= last]
    step = next(step for step in (1, 2, 3, 6, 12, 24, 120, 600) if len(within) <= 8 * step)
    return [day for day in within if (day.month - 1 + 12 * day.year) % step == 0]


def chain(nodes_: list[tuple[str, str, list[nodes.Node]]], edges: list[tuple[str, str, str]]) -> nodes.Node:
    """Return instruments as boxes in order of time and what they do to each other as arcs.

    `nodes_` are (id, label, day), oldest first; `edges` are (from, to, kind). A day is the nodes of its text.
    """
    line, left = 34, 120 + 7 * max(len(label) for _, label, _ in nodes_)
    width, height = left + 200, line * len(nodes_) + 20
    at = {id: 20 + number * line for number, (id, _, _) in enumerate(nodes_)}
    parts: list[nodes.Node] = []
    for number, (source, target, kind) in enumerate(edges):
        if source not in at or target not in at:
            continue
        top, bottom = at[target], at[source]
        bend = left + 40 + min(abs(bottom - top), 110) + 6 * (number % 4)
        path = f"M{left} {bottom}C{bend} {bottom} {bend} {top} {left + 4} {top}"
        title = el("title", f"{word(kind, 'id')} / {word(kind, 'en')}")
        parts.append(el("path", title, d=path, class_=f"el-arc el-arc-{kind}"))
        parts.append(el("path", d=f"M{left + 10} {top - 4}L{left + 2} {top}L{left + 10} {top + 4}", class_="el-head"))
    for id, label, day in nodes_:
        parts.append(el("text", *day, x="4", y=str(at[id] + 4)))
        parts.append(el("text", label, x=str(left - 10), y=str(at[id] + 4), text_anchor="end", class_="el-node"))
    return el("div", svg(width, height, *parts), class_="el-scroll", tabindex="0")
