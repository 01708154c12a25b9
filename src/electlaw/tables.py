"""Reads the tables of the log: tab-separated files, found row by key without parsing the rest.

The format is described in ``docs/data-format.md``. A table is read as written; nothing is compiled.
"""

from __future__ import annotations

import os

from electlaw.errors import Invalid, NotFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["DATA", "Row", "Table", "Tables", "tables"]

#: One row: column name to text; every column of the header is present.
Row = dict[str, str]

#: The directory of the built-in tables.
DATA = os.path.join(os.path.dirname(__file__), "data")


#: A table asked this often is indexed as a whole.
_FEW = 10


class Table:
    """One file of the log. The first column is the key; rows of one key stand together."""

    __slots__ = ("_asked", "_data", "_index", "columns", "name")

    def __init__(self, name: str, data: bytes) -> None:
        end = data.find(b"\n")
        head = data[:end] if end >= 0 else data
        try:
            self.columns = tuple(head.decode().split("\t"))
        except UnicodeDecodeError:
            raise Invalid(f"{name}: not UTF-8 text", id=f"{name}: bukan teks UTF-8") from None
        self.name = name
        self._asked = 0
        self._index: dict[str, list[str]] | None = None
        self._data = data if data.endswith(b"\n") else data + b"\n"

    def rows(self, key: str) -> list[Row]:
        """Return the rows whose first column is `key`, in file order; an empty list if there is none."""
        if self._index is None:
            self._asked += 1
            if self._asked < _FEW:
                return self._scan(key)
            self._index = self._read_index()
        return list(map(self._row, self._index.get(key, ())))

    def _read_index(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for line in self._decoded():
            index.setdefault(line.partition("\t")[0], []).append(line)
        return index

    def keys(self) -> list[str]:
        """Return the keys of the table, each once, in file order."""
        if self._index is None:
            self._index = self._read_index()
        return list(self._index)

    def _decoded(self) -> list[str]:
        try:
            text = self._data.decode()
        except UnicodeDecodeError as error:
            number = self._data.count(b"\n", 0, error.start) + 1
            raise Invalid(
                f"{self.name}, line {number}: not UTF-8 text",
                id=f"{self.name}, baris {number}: bukan teks UTF-8",
            ) from None
        return [line for line in text.split("\n")[1:] if line]

    def _scan(self, key: str) -> list[Row]:
        data = self._data
        mark = b"\n" + key.encode() + b"\t"
        start = data.find(mark)
        if start < 0:
            return []
        found = []
        start += 1
        while data.startswith(mark[1:], start):
            end = data.index(b"\n", start)
            found.append(self._row(data[start:end].decode()))
            start = end + 1
        return found

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._decoded())

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield (line number, raw line) below the header, for those who check the form of a table."""
        yield from enumerate(self._data.split(b"\n")[1:-1], 2)

    def _row(self, line: str) -> Row:
        cells = line.split("\t")
        if len(cells) != len(self.columns):
            raise self._misfit(line)
        return dict(zip(self.columns, cells, strict=False))

    def _misfit(self, line: str) -> Invalid:
        number = self._data[: self._data.find(line.encode())].count(b"\n") + 1
        cells, columns = line.count("\t") + 1, len(self.columns)
        return Invalid(
            f"{self.name}, line {number}: {cells} fields, the header has {columns}",
            id=f"{self.name}, baris {number}: {cells} kolom, kepala tabel memuat {columns}",
        )


class Tables:
    """A directory of tables, each read at its first use."""

    __slots__ = ("_read", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self._read: dict[str, Table | None] = {}

    def get(self, name: str) -> Table | None:
        """Return the table ``name`` (``"instruments"``, ``"provisions/uu-1-2015"``), or None if absent."""
        try:
            return self._read[name]
        except KeyError:
            pass
        table: Table | None
        try:
            with open(os.path.join(self.path, *name.split("/")) + ".tsv", "rb") as file:
                table = Table(f"{name}.tsv", file.read())
        except FileNotFoundError:
            table = None
        self._read[name] = table
        return table

    def __getitem__(self, name: str) -> Table:
        table = self.get(name)
        if table is None:
            raise NotFound(f"no table {name!r} in {self.path}", id=f"tidak ada tabel {name!r} di {self.path}")
        return table

    def names(self, folder: str = "") -> list[str]:
        """Return the names of the tables in ``folder`` (``""`` is the top), sorted."""
        path = os.path.join(self.path, *folder.split("/")) if folder else self.path
        prefix = f"{folder}/" if folder else ""
        if not os.path.isdir(path):
            return []
        return sorted(prefix + name[:-4] for name in os.listdir(path) if name.endswith(".tsv"))


_builtin = Tables(DATA)


def tables() -> Tables:
    """Return the built-in tables."""
    return _builtin
