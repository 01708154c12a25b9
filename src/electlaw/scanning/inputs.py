"""What a run reads: files cut into tasks of bounded size, and the texts of a task one after the other."""

from __future__ import annotations

import os

import attrs

from electlaw.errors import Invalid
from electlaw.files import why
from electlaw.scanning.batch import arrow, column

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

__all__ = ["Columns", "Document", "Task", "documents", "kind_of", "plan"]

#: Endings of the names of files that are read, and how.
ENDINGS = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip

#: Kinds of which a file is one text.
TEXTS = ("text", "html", "markdown")

#: A task is about this many bytes of input, and at most this many files.
TARGET, MOST_FILES = 4_000_000, 2_000

#: One text of an input: source, row in it, document, text, day, and why there is no text in both languages.
Document = tuple[str, "int | None", "str | None", "str | None", object, "tuple[str, str] | None"]

_NOT_UTF8 = ("not UTF-8 text", "bukan teks UTF-8")
_BINARY = ("binary, not plain text", "bukan teks biasa")
_DELIMITERS = (",", ";", "\t", "|")


@attrs.frozen
class Columns:
    """Which columns of a table or keys of a line hold the text, its id and its day; empty: none."""

    text: str = "text"
    document: str = ""
    on: str = ""


@attrs.frozen
class Task:
    """A bounded piece of the input, scanned as a whole and written as one part."""

    part: int
    #: text, html, markdown, jsonl, csv or parquet.
    kind: str
    #: Bytes of input, for the progress bar.
    size: int
    files: tuple[str, ...]
    #: Of one file: the bytes from `start` to `end`; of Parquet the rows, within row group `group`.
    start: int = 0
    end: int = 0
    #: Number of the first row.
    row: int = 0
    group: int = 0
    #: Size and time of change of the one file when the run was planned.
    stat: tuple[int, int] | None = None


def kind_of(path: str) -> str | None:
    """Return how a file is read by the ending of its name, or None."""
    return ENDINGS.get(os.path.splitext(path)[1].lower())


def plan(inputs: Iterable[str], columns: Columns) -> Iterator[Task]:
    """Yield the tasks of files and folders, in a stable order, holding one at a time.

    Raises `Invalid` for an input that does not exist, cannot be read, or lacks the columns named.
    """
    gathered: list[str] = []
    size = part = 0
    of = ""
    for path, kind in _files(inputs):
        if kind in TEXTS:
            length = _stat(path)[0]
            if gathered and (size + length > TARGET or len(gathered) >= MOST_FILES or kind != of):
                yield Task(part, of, size, tuple(gathered))
                part, size, gathered = part + 1, 0, []
            gathered.append(path)
            size, of = size + length, kind
            continue
        for task in (_of_parquet if kind == "parquet" else _of_lines)(path, kind, columns):
            yield attrs.evolve(task, part=part)
            part += 1
    if gathered:
        yield Task(part, of, size, tuple(gathered))


def documents(task: Task, columns: Columns, base: str = "") -> Iterator[Document]:
    """Yield the texts of a task; files are found from the folder `base`. Raises `Invalid` for a damaged input."""
    if task.kind in TEXTS:
        for path in task.files:
            yield _whole(path, os.path.join(base, path))
        return
    (path,) = task.files
    full = os.path.join(base, path)
    if task.stat is not None and _stat(full) != task.stat:
        raise Invalid(f"{path}: changed since the run began", id=f"{path}: berubah sejak pemindaian dimulai")
    readers = {"jsonl": _json_lines, "csv": _csv_rows, "parquet": _parquet_rows}
    yield from readers[task.kind](task, full, columns)


# -- planning -------------------------------------------------------------------------------------------


def _files(inputs: Iterable[str]) -> Iterator[tuple[str, str]]:
    for given in inputs:
        if not os.path.exists(given):
            raise Invalid(f"{given}: no such file or folder", id=f"{given}: berkas atau folder tidak ada")
        if not os.path.isdir(given):
            yield given, kind_of(given) or "text"
            continue
        for folder, below, names in os.walk(given):
            below.sort()
            for name in sorted(names):
                kind = kind_of(name)
                if kind is not None and not name.startswith((".", "_")):
                    yield os.path.join(folder, name), kind


def _stat(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except OSError as error:
        raise _unreadable(path, error) from None
    return found.st_size, found.st_mtime_ns


def _unreadable(path: str, error: OSError) -> Invalid:
    return Invalid(f"{path}: {why(error)}", id=f"{path}: tidak terbaca ({why(error, 'id')})")


def _of_lines(path: str, kind: str, columns: Columns) -> Iterator[Task]:
    """Cut a file of JSON lines or CSV records at ends of records, counting them."""
    stat = _stat(path)
    try:
        file = open(path, "rb")  # noqa: SIM115
    except OSError as error:
        raise _unreadable(path, error) from None
    with file:
        begin = at = first = 0

        def lines() -> Iterator[str]:
            nonlocal at
            for raw in file:
                at += len(raw)
                yield raw.decode("utf-8", "surrogateescape")

        records: Iterator[object] = lines()
        if kind == "csv":
            records = _csv(path, lines(), _header(path, columns)[0])
            next(records, None)
            begin = at
        for row, _ in enumerate(records, 1):
            if at - begin >= TARGET:
                yield Task(0, kind, at - begin, (path,), begin, at, first, stat=stat)
                begin, first = at, row
        if at > begin:
            yield Task(0, kind, at - begin, (path,), begin, at, first, stat=stat)


def _of_parquet(path: str, kind: str, columns: Columns) -> Iterator[Task]:
    stat = _stat(path)
    found = _parquet(path)
    for name, holds in ((columns.text, "text"), (columns.document, ""), (columns.on, "day")):
        if name:
            try:
                column(found.schema_arrow, name, holds)
            except Invalid as error:
                raise Invalid(f"{path}: {error.en}", id=f"{path}: {error.id}", choices=error.choices) from None
    row = 0
    for group in range(found.num_row_groups):
        held = found.metadata.row_group(group)
        count, size = held.num_rows, max(held.total_byte_size, 1)
        step = max(1, count * TARGET // size)
        for start in range(0, count, step):
            end = min(start + step, count)
            share = size * (end - start) // count
            yield Task(0, kind, share, (path,), start, end, row + start, group, stat)
        row += count


# -- reading --------------------------------------------------------------------------------------------


def _whole(path: str, full: str) -> Document:
    shown = os.fsencode(path).decode("utf-8", "replace")
    try:
        with open(full, "rb") as file:
            data = file.read()
    except OSError as error:
        return shown, None, shown, None, None, (why(error), f"tidak terbaca ({why(error, 'id')})")
    if b"\x00" in data[:8192]:
        return shown, None, shown, None, None, _BINARY
    try:
        return shown, None, shown, data.decode("utf-8-sig"), None, None
    except UnicodeDecodeError:
        return shown, None, shown, None, None, _NOT_UTF8


def _slice(task: Task, full: str) -> Iterator[bytes]:
    try:
        with open(full, "rb") as file:
            file.seek(task.start)
            left = task.end - task.start
            while left > 0 and (raw := file.readline(left)):
                left -= len(raw)
                yield raw
    except OSError as error:
        raise _unreadable(task.files[0], error) from None


def _json_lines(task: Task, full: str, columns: Columns) -> Iterator[Document]:
    import json

    source = task.files[0]
    for row, raw in enumerate(_slice(task, full), task.row):
        if not raw.strip():
            continue
        try:
            item = json.loads(raw.decode("utf-8-sig"))
        except UnicodeDecodeError:
            yield source, row, None, None, None, _NOT_UTF8
            continue
        except (ValueError, RecursionError):
            yield source, row, None, None, None, ("not a line of JSON", "bukan baris JSON")
            continue
        yield _picked(source, row, item if isinstance(item, dict) else {}, columns)


def _picked(source: str, row: int, item: dict[str, object], columns: Columns) -> Document:
    text, name = item.get(columns.text), item.get(columns.document) if columns.document else None
    document = None if name is None else _safe(str(name))
    day = item.get(columns.on) if columns.on else None
    if not isinstance(text, str):
        why = (f"no text under {columns.text!r}", f"tidak ada teks pada {columns.text!r}")
        return source, row, document, None, day, why
    if _safe(text) != text:
        return source, row, document, None, day, _NOT_UTF8
    return source, row, document, text, day, None


def _safe(text: str) -> str:
    """Return the text with what UTF-8 cannot hold replaced."""
    return text.encode("utf-8", "replace").decode()


def _header(path: str, columns: Columns) -> tuple[str, list[str]]:
    """Return the delimiter and the names in the first record of a CSV file.

    Raises `Invalid` if no usual delimiter gives a column with the name of the text's.
    """
    seen: list[str] = []
    wanted = [name for name in (columns.text, columns.document, columns.on) if name]
    for delimiter in _DELIMITERS:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            names = next(_csv(path, file, delimiter), [])
        if all(name in names for name in wanted):
            return delimiter, names
        seen = max(seen, names, key=len)
    missing = next(name for name in wanted if name not in seen)
    raise Invalid(f"{path}: no column {missing!r}", id=f"{path}: tidak ada kolom {missing!r}", choices=seen[:20])


def _csv(path: str, lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    import csv

    csv.field_size_limit(1 << 26)
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        reason = f"line {reader.line_num}: {error}"
        raise Invalid(f"{path}: not CSV: {reason}", id=f"{path}: bukan CSV: {reason}") from None


def _csv_rows(task: Task, full: str, columns: Columns) -> Iterator[Document]:
    source = task.files[0]
    delimiter, names = _header(full, columns)
    lines = (raw.decode("utf-8", "surrogateescape") for raw in _slice(task, full))
    for row, record in enumerate(_csv(source, lines, delimiter), task.row):
        if record:
            yield _picked(source, row, dict(zip(names, record, strict=False)), columns)


def _parquet(path: str) -> Any:
    arrow()
    from importlib import import_module

    pq: Any = import_module("pyarrow.parquet")
    try:
        return pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 20)
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from None


def _damaged(path: str, error: Exception) -> Invalid:
    reason = " ".join(str(error).split())[:160]
    return Invalid(f"{path}: damaged Parquet: {reason}", id=f"{path}: berkas Parquet rusak: {reason}")


def _parquet_rows(task: Task, full: str, columns: Columns) -> Iterator[Document]:
    source = task.files[0]
    wanted = list(dict.fromkeys(filter(None, (columns.text, columns.document, columns.on))))
    found = _parquet(full)
    at = 0
    try:
        for batch in found.iter_batches(batch_size=256, row_groups=[task.group], columns=wanted, use_threads=False):
            low, high = max(task.start - at, 0), min(task.end - at, batch.num_rows)
            for offset, item in enumerate(batch.slice(low, high - low).to_pylist() if low < high else ()):
                yield _picked(source, task.row + at + low + offset - task.start, item, columns)
            at += batch.num_rows
            if at >= task.end:
                return
    except (OSError, ValueError) as error:
        raise _damaged(source, error) from None
