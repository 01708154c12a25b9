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

    __slots__ = ("_tables",)

    def __init__(self, path: str | None = None) -> None:
        self._tables = Tables(path) if path else tables()

    def rows(self, table: str, key: str) -> list[Row]:
        """Return the rows of `table` whose key is `key`."""
        found = self._tables.get(table)
        return found.rows(key) if found else []

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
        found = self._tables.get(table)
        if not found:
            return []
        first = next(iter(found[0]))
        return [row for row in found if row[first] == key]

    def all(self, table: str) -> Iterable[Row]:
        """Return every row of `table`."""
        return self._tables.get(table, ())

    def keys(self, table: str) -> list[str]:
        """Return the keys of `table`, each once, in the order of the rows."""
        return list(dict.fromkeys(next(iter(row.values())) for row in self._tables.get(table, ())))

    def texts(self) -> list[str]:
        """Return the ids of the texts whose places it has acts on."""
        return [name.partition("/")[2] for name in self._tables if name.startswith("provisions/")]
