"""Where the log's rows come from: a directory of tables, or rows written in memory."""

from __future__ import annotations

from electlaw.tables import Row, Tables, tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Protocol

    class Source(Protocol):
        """Anything that answers with rows: a directory of tables, or rows written in memory."""

        def rows(self, table: str, key: str) -> list[Row]: ...
        def all(self, table: str) -> Iterable[Row]: ...
        def keys(self, table: str) -> Iterable[str]: ...
        def texts(self) -> Iterable[str]: ...


__all__ = ["Directory", "Rows"]


class Directory:
    """A directory of tables as a source of the log."""

    __slots__ = ("_outlines", "_tables")

    def __init__(self, path: str | None = None) -> None:
        self._tables = Tables(path) if path else tables()
        self._outlines: list[str] | None = None

    def rows(self, table: str, key: str) -> list[Row]:
        """Return the rows of `table` whose key is `key`; of a text without such acts what its outline implies."""
        found = self._tables.get(table)
        rows = found.rows(key) if found else []
        if rows or not table.startswith("provisions/"):
            return rows
        return self._outlined(table.removeprefix("provisions/"), key)

    def _outlined(self, text: str, path: str) -> list[Row]:
        if self._outlines is None:
            self._outlines = self._tables.names("outlines")
        return _outlined(self, text, path) if f"outlines/{text}" in self._outlines else []

    def all(self, table: str) -> Iterable[Row]:
        """Return every row of `table`."""
        return self._tables.get(table) or ()

    def keys(self, table: str) -> list[str]:
        """Return the keys of `table`, each once, in file order."""
        found = self._tables.get(table)
        return found.keys() if found else []

    def texts(self) -> list[str]:
        """Return the ids of the texts whose places it has acts on."""
        return [name.partition("/")[2] for name in self._tables.names("provisions")]


class Rows:
    """Rows written in memory as a source of the log."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Mapping[str, list[Row]]) -> None:
        self._tables = tables

    def rows(self, table: str, key: str) -> list[Row]:
        """Return the rows of `table` whose key is `key`."""
        found = self._tables.get(table, [])
        first = next(iter(found[0])) if found else ""
        rows = [row for row in found if row[first] == key]
        if rows or not table.startswith("provisions/"):
            return rows
        text = table.removeprefix("provisions/")
        return _outlined(self, text, key) if f"outlines/{text}" in self._tables else []

    def all(self, table: str) -> Iterable[Row]:
        """Return every row of `table`."""
        return self._tables.get(table, ())

    def keys(self, table: str) -> list[str]:
        """Return the keys of `table`, each once, in the order of the rows."""
        return list(dict.fromkeys(next(iter(row.values())) for row in self._tables.get(table, ())))

    def texts(self) -> list[str]:
        """Return the ids of the texts whose places it has acts on."""
        return [name.partition("/")[2] for name in self._tables if name.startswith("provisions/")]


def _outlined(source: Source, text: str, path: str) -> list[Row]:
    """Return the act that the outline of a text in this source implies for a place."""
    from electlaw.outlines import act_rows

    return act_rows(lambda place: source.rows(f"outlines/{text}", place), text, path)
