"""HTML elements as document nodes, and texts in both languages.

Pages are built as trees of nodes, never as strings of HTML: whatever comes from the data or from a user's pack is
escaped by the one writer below. Other builders (text, LaTeX) see the contents only.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from babel.dates import format_date
from docutils import nodes
from sphinx import addnodes

from electlaw.dates import LAST, When, day, when
from electlaw.refs import cite

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sphinx.application import Sphinx

__all__ = [
    "add_nodes",
    "badge",
    "both",
    "day_both",
    "day_text_both",
    "doc_link",
    "el",
    "json_script",
    "law_element",
    "link",
    "section",
    "table",
    "when_both",
    "window_both",
]

#: Followed by a line end, so that searchers of the text do not read two cells as one word.
_BLOCKS = frozenset({"dd", "div", "li", "p", "td", "th", "tr"})
_VOID = frozenset({"br", "hr", "input"})


class law_element(nodes.General, nodes.Inline, nodes.TextElement):  # noqa: N801 (docutils names nodes so)
    """One HTML element: `tag` and its attributes `attrs`; everything is escaped when written."""


def el(tag: str, *children: nodes.Node | str | Iterable[nodes.Node], **attrs: str) -> law_element:
    """Return an element; an attribute ``class_`` or ``data_on`` is written ``class``, ``data-on``."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attrs.items()}
    element = law_element("", tag=tag, attrs=named)
    if "id" in named:
        element["ids"].append(named.pop("id"))
    for child in children:
        if isinstance(child, str):
            element += nodes.Text(child)
        elif isinstance(child, nodes.Node):
            element += child
        else:
            element.extend(child)
    return element


def both(en: str, id: str = "", tag: str = "span") -> list[nodes.Node]:
    """Return a text in both languages, of which the reader's switch shows one; one text if they are the same."""
    if not en or not id or en == id:
        return [nodes.Text(en or id)]
    return [el(tag, id, class_="l-id", lang="id"), el(tag, en, class_="l-en", lang="en")]


def day_both(iso: str) -> list[nodes.Node]:
    """Return an exact day as people write it in each language."""
    value = when(iso)
    return when_both(value) if iso else both("unknown", "tidak diketahui")


def day_text_both(value: date, pattern: str) -> list[nodes.Node]:
    """Return a day by a pattern of CLDR, ``"d MMM y"``, in both languages."""
    return both(format_date(value, pattern, locale="en"), format_date(value, pattern, locale="id"))


def when_both(value: When) -> list[nodes.Node]:
    """Return a day of any precision in both languages."""
    if value.exact and value.latest == LAST:
        return both("open", "terbuka")
    if not value.known:
        return both("day unknown", "tanggal tidak diketahui")
    return both(when_text(value, "en"), when_text(value, "id"))


def window_both(start: When, end: When) -> list[nodes.Node]:
    """Return a stretch of days; one day once, and words between ends that are themselves stretches."""
    if start == end:
        return when_both(start)
    vague = any(" – " in when_text(value, "en") for value in (start, end) if value.known and value.latest != LAST)
    between = both(" until ", " sampai ") if vague else [nodes.Text(" – ")]
    return [*when_both(start), *between, *when_both(end)]


@cache
def when_text(value: When, lang: str) -> str:
    """Return a day of any precision as people write it in one language."""
    shown = str(value)
    if len(shown) == 4:
        return shown
    if len(shown) == 7:
        return format_date(_date(f"{shown}-01"), "MMMM y", locale=lang)
    ends = dict.fromkeys((value.earliest, value.latest))
    return " – ".join(format_date(_date(end), "d MMMM y", locale=lang) for end in ends)


def _date(iso: str):  # type: ignore[no-untyped-def]
    from datetime import date

    return date.fromisoformat(day(iso))


def link(type: str, target: str, *content: nodes.Node | str | Iterable[nodes.Node]) -> nodes.Node:
    """Return a cross-reference of the law domain; without content it shows the short citation."""
    shown = el("span", *(content or (cite(target, short=True),)))
    return addnodes.pending_xref(
        "", shown, refdomain="law", reftype=type, reftarget=target, refexplicit=True, refwarn=False
    )


def doc_link(docname: str, *content: nodes.Node | str | Iterable[nodes.Node]) -> nodes.Node:
    """Return a link to a page of the site."""
    return link("page", docname, *content)


def json_script(id: str, data: object) -> nodes.Node:
    """Return data for a script of the page: no text in it can end the element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return nodes.raw("", f'<script type="application/json" id="{escape(id)}">{text}</script>', format="html")


def badge(key: str, en: str, id: str) -> law_element:
    """Return a small label; `key` names its colour in the style sheet."""
    return el("span", both(en, id), class_=f"el-badge el-{key}")


def section(id: str, en: str, name: str, *children: nodes.Node | Iterable[nodes.Node]) -> nodes.section:
    """Return a section with a title in both languages (`name` is the Indonesian one)."""
    found = nodes.section("", nodes.title("", "", *both(en, name)), ids=[id], names=[])
    for child in children:
        if isinstance(child, nodes.Node):
            found += child
        else:
            found.extend(child)
    return found


#: A column whose texts are all this short is not broken: a day stays on one line.
_SHORT = 18


def table(heads: Iterable[Iterable[nodes.Node]], rows: Iterable[Iterable[object]], class_: str = "") -> law_element:
    """Return a table that scrolls by itself on a narrow screen; a cell is text, a node or a list of nodes."""
    head = el("thead", el("tr", [el("th", cell, scope="col") for cell in heads]))
    cells = [[el("td", *_cell(cell)) for cell in row] for row in rows]
    columns = enumerate(zip(*cells, strict=True), 1)
    short = [number for number, column in columns if max(map(_longest, column)) <= _SHORT]
    classes = ["table", "el-table", *([class_] if class_ else []), *(f"el-c{number}" for number in short)]
    body = el("tbody", [el("tr", row) for row in cells])
    return el("div", el("table", head, body, class_=" ".join(classes)), class_="el-scroll", tabindex="0")


def _longest(node: nodes.Node, lang: str = "") -> int:
    """Return how many characters a reader of either language sees at most; of one language, for `lang`."""
    if not lang:
        return max(_longest(node, "id"), _longest(node, "en"))
    if isinstance(node, nodes.Text):
        return len(node)
    classes = node["attrs"].get("class", "").split() if isinstance(node, law_element) else []
    hidden = {"l-id", "l-en"} - {f"l-{lang}"}
    return 0 if hidden & set(classes) else sum(_longest(child, lang) for child in node.children)


def _cell(cell: object) -> list[nodes.Node]:
    if isinstance(cell, nodes.Node):
        return [cell]
    if isinstance(cell, str):
        return [nodes.Text(cell)]
    assert isinstance(cell, list)
    return cell


def _visit(self: nodes.NodeVisitor, node: nodes.Element) -> None:
    attrs = dict(node["attrs"])
    if node["ids"]:
        attrs["id"] = node["ids"][0]
    written = "".join(f' {name}="{escape(str(value))}"' for name, value in attrs.items())
    self.body.append(f"<{node['tag']}{written}>")  # type: ignore[attr-defined]


def _depart(self: nodes.NodeVisitor, node: nodes.Element) -> None:
    if node["tag"] not in _VOID:
        end = "\n" if node["tag"] in _BLOCKS else ""
        self.body.append(f"</{node['tag']}>{end}")  # type: ignore[attr-defined]


def _pass(self: nodes.NodeVisitor, node: nodes.Element) -> None:
    """Other builders take the contents."""


def add_nodes(app: Sphinx) -> None:
    """Register the node with every builder."""
    other = (_pass, _pass)
    app.add_node(law_element, html=(_visit, _depart), text=other, latex=other, man=other, texinfo=other)
