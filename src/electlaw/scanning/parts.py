"""One part of a run: the texts of a task scanned, and written so that a part is there whole or not at all."""

from __future__ import annotations

import os
from importlib import import_module

import attrs

from electlaw.errors import Invalid
from electlaw.files import why
from electlaw.scanning.batch import COLUMNS, RECORDS, Scanner, arrow
from electlaw.scanning.inputs import Columns, Document, Task, documents

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

__all__ = ["FOLDERS", "Done", "Run", "is_done", "part_path"]

#: The folder of each kind of record within DIR; the citations of a part are written last and mark it done.
FOLDERS = {"finding": "findings", "skipped": "skipped", "citation": "citations"}

#: A batch handed to the scanner holds about this many characters, and at most this many texts.
_CHARACTERS, _TEXTS = 1_000_000, 500

#: Columns of the input that the output carries: where a text came from.
_ORIGIN = ("source", "row", "document")


@attrs.frozen
class Done:
    """What one part holds."""

    part: int
    size: int
    documents: int
    citations: int
    findings: int
    skipped: int


def part_path(out: str, record: str, part: int) -> str:
    """Return where the rows of one kind of record of a part stand."""
    return os.path.join(out, FOLDERS[record], f"part-{part:06}.parquet")


def is_done(out: str, part: int) -> bool:
    """Return whether a part was written whole."""
    return os.path.exists(part_path(out, "citation", part))


@attrs.frozen
class Run:
    """What a worker needs to scan any task: picklable, the same for all engines."""

    out: str
    base: str
    columns: Columns
    scanner: Scanner

    def __call__(self, task: Task) -> Done:
        """Scan a task and write its part; doing it again gives the same files.

        Raises `Invalid` for a damaged input or an output that cannot be written, leaving nothing half-written.
        """
        from electlaw.corpus import DATA_AS_OF

        scanner = attrs.evolve(self.scanner, markup=task.kind if task.kind in ("html", "markdown") else "")
        written = _Writers(self.out, task.part, DATA_AS_OF)
        count = 0
        try:
            for batch in _batches(documents(task, self.columns, self.base)):
                count += len(batch)
                written.add(_scanned(scanner, batch))
            written.finish(count)
        except OSError as error:
            raise _unwritable(self.out, error) from None
        finally:
            written.discard()
        counts = written.counts
        return Done(task.part, task.size, count, counts["citation"], counts["finding"], counts["skipped"])


def _unwritable(out: str, error: OSError) -> Invalid:
    return Invalid(f"{out}: cannot write: {why(error)}", id=f"{out}: tidak dapat ditulis: {why(error, 'id')}")


def _batches(found: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    size = 0
    for document in found:
        batch.append(document)
        size += len(document[3] or "")
        if size >= _CHARACTERS or len(batch) >= _TEXTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _scanned(scanner: Scanner, batch: list[Document]) -> Any:
    """Return the output for a batch, with the reader's own reasons for texts it could not give."""
    pa = arrow()
    given = pa.table(
        {
            "source": pa.array([d[0] for d in batch], pa.string()),
            "row": pa.array([d[1] for d in batch], pa.int64()),
            "document": pa.array([d[2] for d in batch], pa.string()),
            "given": pa.array([d[3] for d in batch], pa.string()),
            "day": pa.array([None if d[4] is None else str(d[4]) for d in batch], pa.string()),
        }
    )
    read = [d[5] is None for d in batch]
    scanner = attrs.evolve(scanner, text="given", keep=_ORIGIN, on_column="day")
    texts = given.filter(pa.array(read)).combine_chunks().to_batches()
    schema = scanner.schema(given.schema)
    tables = [pa.Table.from_batches([scanner(piece) for piece in texts], schema=schema)]
    failed = [d for d in batch if d[5] is not None]
    if failed:
        columns = {name: [d[index] for d in failed] for index, name in enumerate(_ORIGIN)}
        reasons = [d[5] or ("", "") for d in failed]
        columns |= {"record": ["skipped"] * len(failed)}
        columns |= {"message_en": [r[0] for r in reasons], "message_id": [r[1] for r in reasons]}
        missing = {name: [None] * len(failed) for name in schema.names if name not in columns}
        tables.append(pa.table({**columns, **missing}).select(schema.names).cast(schema))
    return pa.concat_tables(tables)


class _Writers:
    """The three files of a part, under names no reader looks at until they are whole."""

    def __init__(self, out: str, part: int, data: str) -> None:
        from uuid import uuid4

        self.counts = dict.fromkeys(RECORDS, 0)
        self._final = {record: part_path(out, record, part) for record in FOLDERS}
        mark = uuid4().hex[:12]
        self._hidden = {
            record: os.path.join(os.path.dirname(path), f".{os.path.basename(path)}.{mark}.tmp")
            for record, path in self._final.items()
        }
        self._meta = {"electlaw.schema": "scan/1", "electlaw.data_as_of": data}
        self._open: dict[str, Any] = {}

    def add(self, table: Any) -> None:
        """Append the rows of one batch to the files of their kinds."""
        compute: Any = import_module("pyarrow.compute")
        for record in FOLDERS:
            rows = table.filter(compute.equal(table.column("record"), record)).select(_names(record))
            self.counts[record] += rows.num_rows
            self._writer(record, rows.schema).write_table(rows)

    def finish(self, documents: int) -> None:
        """Close the files and give them their names; the citations last."""
        if not self._open:
            return self.add_empty(documents)
        for record in FOLDERS:
            writer = self._open.pop(record)
            writer.add_key_value_metadata({"electlaw.documents": str(documents)})
            writer.close()
            _settle(self._hidden[record])
        for record in FOLDERS:
            os.replace(self._hidden[record], self._final[record])
        return None

    def add_empty(self, documents: int) -> None:
        """Write a part of an input without any text."""
        pa = arrow()
        given = pa.schema(
            [("source", pa.string()), ("row", pa.int64()), ("document", pa.string()), ("text", pa.string())]
        )
        self.add(Scanner(keep=_ORIGIN).schema(given).empty_table())
        self.finish(documents)

    def discard(self) -> None:
        """Remove what did not get its name."""
        import contextlib

        for writer in self._open.values():
            with contextlib.suppress(OSError):
                writer.close()
        for path in self._hidden.values():
            with contextlib.suppress(OSError):
                os.remove(path)

    def _writer(self, record: str, schema: Any) -> Any:
        if record not in self._open:
            pq: Any = import_module("pyarrow.parquet")
            schema = schema.with_metadata(self._meta)
            self._open[record] = pq.ParquetWriter(self._hidden[record], schema, compression="zstd")
        return self._open[record]


def _names(record: str) -> list[str]:
    """Return the columns of the rows of one kind of record."""
    return [*_ORIGIN, *(name for name, _, records, _ in COLUMNS if record in records and name != "record")]


def _settle(path: str) -> None:
    """See that a file is on the disk before it gets its name."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
