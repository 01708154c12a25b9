"""Outlines: what pasal, ayat, huruf and angka a text has, one short row for a pasal.

The places of a text that no rule, mandate or parameter rests on need no row of their own among its acts: that they
are law since the text is follows from its outline, read when one of them is asked for. The column `parts` of
``outlines/TEXT.tsv`` lists what a pasal holds:

- ``1-4``: ayat (1) to (4); ``a-k``: huruf a to k; ``#1-38``: angka 1 to 38 of the pasal itself;
- ``2:a-k``: ayat (2) has huruf a to k; ``c:1-3``: huruf c has angka 1 to 3; ``2:b:1-3`` both;
- ``?``: further parts may exist: the pasal was not read in full, or a later law that was not read changed it.
"""

from __future__ import annotations

from electlaw.errors import Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from electlaw.tables import Row

__all__ = ["act_rows", "lacks", "parts_of"]

_BLANK = dict.fromkeys(
    ("moved", "heading", "heading_id", "en", "id", "refers", "from", "until", "condition", "note"), ""
)


def act_rows(outline: Callable[[str], list[Row]], text: str, path: str) -> list[Row]:
    """Return the act that put `path` into `text`, as a row of its acts; empty if the outline does not have it.

    `outline` gives the rows of the text's outline for a place.
    """
    rows = outline(path)
    if rows:
        return [{**_BLANK, **rows[0], "place": path, "by": text, "op": "enact"}]
    head = path.partition("/")[0]
    above = outline(head) if head != path else []
    if not above or path not in parts_of(above[0]):
        return []
    source = {column: above[0][column] for column in ("source", "verified")}
    return [{**_BLANK, **source, "place": path, "by": text, "op": "enact"}]


def lacks(rows: list[Row], path: str) -> bool:
    """Whether a pasal, by its row in the outline, surely has no part `path`."""
    return bool(rows) and rows[0]["place"] != path and "?" not in rows[0]["parts"] and path not in parts_of(rows[0])


def parts_of(row: Row) -> list[str]:
    """Return the paths of the parts a row of an outline lists, in legal order.

    Raises `Invalid` for parts that are not written as they should be.

    >>> parts_of({"place": "pasal-280", "parts": "1-2 2:a-b"})
    ['pasal-280/ayat-1', 'pasal-280/ayat-2', 'pasal-280/ayat-2/huruf-a', 'pasal-280/ayat-2/huruf-b']
    """
    found = []
    for token in row["parts"].split():
        if token != "?":
            *holders, last = token.split(":")
            path = row["place"]
            for step in holders:
                path = f"{path}/{_level(path, step)}-{step}"
            found += [f"{path}/{_level(path, one)}-{one.lstrip('#')}" for one in _range(last, row)]
    return found


def _level(path: str, step: str) -> str:
    if step.isdigit():
        return "angka" if "/huruf-" in path else "ayat"
    return "angka" if step.startswith("#") else "huruf"


def _range(written: str, row: Row) -> list[str]:
    mark = "#" if written.startswith("#") else ""
    first, dash, last = written.removeprefix("#").partition("-")
    last = last if dash else first
    if first.isdigit() and last.isdigit() and int(first) <= int(last):
        return [f"{mark}{number}" for number in range(int(first), int(last) + 1)]
    if not mark and len(first) == len(last) == 1 and first.isalpha() and first <= last:
        return [chr(code) for code in range(ord(first), ord(last) + 1)]
    raise Invalid(
        f"{row['place']}: {written!r} is no part of an outline",
        id=f"{row['place']}: {written!r} bukan bagian kerangka",
    )
