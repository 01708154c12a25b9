"""Drawings as SVG elements: how a value changed, how instruments hang together, when stages run.

Every drawing repeats what a table beside it says, so it is hidden from screen readers.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from electlaw.catalog import day_text, word
from electlaw.corpus import DATA_AS_OF
from electlaw.sphinx.markup import both, el

if TYPE_CHECKING:
    from fractions import Fraction

    from docutils import nodes

    from electlaw.acts import Text

__all__ = ["chain", "gantt", "step_chart"]

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP = 640, 220, 70, 190, 14


def svg(width: int, height: int, *children: nodes.Node) -> nodes.Node:
    """Return a drawing that scales down with the page."""
    return el(
        "svg",
        *children,
        viewBox=f"0 0 {width} {height}",
        class_="el-chart",
        role="presentation",
        aria_hidden="true",
        style=f"max-width:{width}px",
    )


def _day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def step_chart(lines: dict[str, list[tuple[str, Fraction | None]]]) -> nodes.Node:
    """Return a chart of values over days; one line per subject, a gap where the law has no value."""
    starts = [_day(day) for points in lines.values() for day, _ in points]
    first, last = min(starts) - 120, _day(DATA_AS_OF)
    top = max((value for points in lines.values() for _, value in points if value is not None), default=1) or 1
    across = (_WIDTH - _LEFT - 10) / (last - first)

    def x(at: int) -> float:
        return round(_LEFT + (at - first) * across, 1)

    def y(value: Fraction) -> float:
        return round(float(_BOTTOM - (_BOTTOM - _TOP - 10) * value / top), 1)

    parts = [el("line", x1=str(_LEFT), x2=str(_WIDTH - 10), y1=str(_BOTTOM), y2=str(_BOTTOM), class_="el-axis")]
    for year in range(date.fromordinal(first).year + 1, date.fromordinal(last).year + 1):
        at = x(_day(f"{year}-01-01"))
        parts.append(el("line", x1=str(at), x2=str(at), y1=str(_TOP), y2=str(_BOTTOM), class_="el-grid"))
        if (last - first) < 4000 or year % 2 == 0:
            parts.append(el("text", str(year), x=str(at), y=str(_BOTTOM + 16), text_anchor="middle"))
    shown = set()
    for number, points in enumerate(lines.values()):
        for (day, value), until in zip(points, [*(day for day, _ in points[1:]), DATA_AS_OF], strict=True):
            if value is None:
                continue
            level, begin, end = y(value), x(_day(day)), x(max(_day(until), _day(day)))
            parts.append(el("path", d=f"M{begin} {level}H{end}", class_=f"el-line el-line-{number}"))
            parts.append(el("circle", cx=str(begin), cy=str(level), r="3", class_=f"el-dot el-line-{number}"))
            if value not in shown:
                shown.add(value)
                parts.append(el("text", _label(value), x=str(_LEFT - 8), y=str(level + 4), text_anchor="end"))
    return svg(_WIDTH, _HEIGHT, *parts)


def _label(value: Fraction) -> str:
    if value.denominator == 1:
        number = int(value)
        for size, unit in ((10**9, "G"), (10**6, "M")):
            if number >= size and number % (size // 100) == 0:
                return f"{number / size:g} {unit}"
        return f"{number:,}"
    return f"{float(value):g}"


def gantt(bars: list[tuple[Text, str, str, str]], mark: str = "") -> nodes.Node:
    """Return stages as bars over days: (name, first day, last day, state); `mark` is a day to draw through all."""
    days = [_day(day) for _, start, end, _ in bars for day in (start, end)]
    first, last = min(days) - 3, max(days) + 3
    left, line = 250, 18
    width, height = 900, line * len(bars) + 34
    across = (width - left - 10) / (last - first)

    def x(at: int) -> float:
        return round(left + (at - first) * across, 1)

    parts: list[nodes.Node] = []
    at = date.fromordinal(first).replace(day=1)
    while at.toordinal() <= last:
        if at.toordinal() >= first:
            here = str(x(at.toordinal()))
            parts.append(el("line", x1=here, x2=here, y1="18", y2=str(height - 6), class_="el-grid"))
            if at.month in (1, 4, 7, 10) or (last - first) < 300:
                parts.append(el("text", f"{at.month}/{at.year}", x=here, y="12", text_anchor="middle"))
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    for number, (label, start, end, state) in enumerate(bars):
        top = 22 + number * line
        begin, stop = x(_day(start)), x(_day(end) + 1)
        size = str(round(max(stop - begin, 3), 1))
        shown = both(_cut(label.en), _cut(label.id), "tspan")
        parts.append(el("text", shown, x=str(left - 8), y=str(top + 11), text_anchor="end"))
        box = {"x": str(begin), "y": str(top), "width": size, "height": str(line - 6), "rx": "2"}
        title = f"{label.id} / {label.en}: {_window(start, end)}"
        parts.append(el("rect", el("title", title), class_=f"el-bar el-bar-{state}", **box))
    if mark and first <= _day(mark) <= last:
        here = str(x(_day(mark)))
        parts.append(el("line", x1=here, x2=here, y1="18", y2=str(height - 6), class_="el-mark"))
    return el("div", svg(width, height, *parts), class_="el-scroll el-wide", tabindex="0")


def _window(start: str, end: str) -> str:
    """Return the days of a bar in both languages: a tooltip holds one text."""
    found = [" – ".join(dict.fromkeys(day_text(day, lang) for day in (start, end))) for lang in ("id", "en")]
    return " / ".join(dict.fromkeys(found))


def _cut(label: str) -> str:
    return label if len(label) < 40 else f"{label[:38]}…"


def chain(nodes_: list[tuple[str, str, list[nodes.Node]]], edges: list[tuple[str, str, str]]) -> nodes.Node:
    """Return instruments as boxes in order of time and what they do to each other as arcs.

    `nodes_` are (id, label, day), oldest first; `edges` are (from, to, kind). A day is the nodes of its text.
    """
    line, left = 34, 352
    width, height = 640, line * len(nodes_) + 20
    at = {id: 20 + number * line for number, (id, _, _) in enumerate(nodes_)}
    parts: list[nodes.Node] = []
    for number, (source, target, kind) in enumerate(edges):
        if source not in at or target not in at:
            continue
        top, bottom = at[target], at[source]
        bend = left + 40 + min(abs(bottom - top), 200) + 6 * (number % 4)
        path = f"M{left} {bottom}C{bend} {bottom} {bend} {top} {left + 4} {top}"
        parts.append(
            el("path", el("title", f"{word(kind, 'id')} / {word(kind, 'en')}"), d=path, class_=f"el-arc el-arc-{kind}")
        )
        parts.append(el("path", d=f"M{left + 10} {top - 4}L{left + 2} {top}L{left + 10} {top + 4}", class_="el-head"))
    for id, label, day in nodes_:
        parts.append(el("text", *day, x="4", y=str(at[id] + 4)))
        parts.append(el("text", label, x=str(left - 10), y=str(at[id] + 4), text_anchor="end", class_="el-node"))
    return svg(width, height, *parts)
