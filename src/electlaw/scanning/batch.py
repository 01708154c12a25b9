"""The seam of every engine: one picklable function from a batch of texts to a batch of citations and findings."""

from __future__ import annotations

from importlib import import_module

import attrs

from electlaw.errors import ElectlawError, Invalid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from electlaw.citations.report import Report
    from electlaw.corpus import Corpus

__all__ = ["COLUMNS", "RECORDS", "Scanner", "arrow", "column"]

#: What a row of the output is: a citation found, a finding of the checker, or a text that could not be read.
RECORDS = ("citation", "finding", "skipped")

#: Columns of the output after those kept from the input: name, type, the records that have it, what it holds.
COLUMNS = (
    ("record", "text", RECORDS, "citation, finding or skipped"),
    ("on", "date", RECORDS[:2], "day the text was judged on; null if none was given and the text states none"),
    ("start", "int", RECORDS[:2], "offset of the first character in the text, in code points"),
    ("end", "int", RECORDS[:2], "offset after the last character"),
    ("cited", "text", RECORDS[:2], "the words between start and end"),
    ("kind", "text", RECORDS[:1], "full, short, name, bare-pasal"),
    ("instrument", "text", RECORDS[:1], "canonical id of the instrument named, if the words settle it"),
    ("provisions", "text", RECORDS[:1], "places within it, separated by a space"),
    ("places", "text", RECORDS[:1], "places in the text they live in, separated by a space"),
    ("code", "text", RECORDS[1:2], "stable code of the finding"),
    ("severity", "text", RECORDS[1:2], "error, warning, info"),
    ("corrected", "text", RECORDS[1:2], "what should stand in place of the words, where that is certain"),
    ("basis", "text", RECORDS[1:2], "places and instruments it rests on, separated by a space"),
    ("message_en", "text", RECORDS[1:], "what is wrong, English"),
    ("message_id", "text", RECORDS[1:], "what is wrong, Indonesian"),
)

_NAMES = tuple(column[0] for column in COLUMNS)

#: Logs by the path of their pack, read once in a process.
_LOGS: dict[str, Corpus] = {}


def arrow() -> Any:
    """Return pyarrow. Raises `Invalid` naming the extra if it is not installed."""
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError:
        raise Invalid(
            "scan needs pyarrow: pip install 'electlaw[scan]'",
            id="scan memerlukan pyarrow: pip install 'electlaw[scan]'",
        ) from None


@attrs.frozen(kw_only=True)
class Scanner:
    """Finds and checks the citations of a batch of texts: an Arrow batch in, an Arrow batch out.

    Pure and picklable, so that any engine can carry it: ``scanner(batch)`` for one `pyarrow.RecordBatch`,
    `batches` for an iterator of them, as Spark's ``mapInArrow`` gives. Each output row is one citation, one finding
    or one text skipped, with the columns kept from its input row and those of `COLUMNS`.

    Raises `Invalid` when called on a batch without the columns named, never for a text.
    """

    #: Input column with the text.
    text: str = "text"
    #: Input columns carried over to each output row, such as an id or an address.
    keep: tuple[str, ...] = ()
    #: Input column with the day a text is judged on; empty or unreadable: the day the text itself states.
    on_column: str = ""
    #: The day of every text without one in `on_column`.
    on: str | None = None
    #: The region the texts are about.
    region: str | None = None
    #: Path or name of a data pack folded over the built-in log; every worker must be able to read it.
    pack: str | None = None
    #: ``html`` or ``markdown`` (true: HTML) for texts with their marks in them.
    markup: bool | str = False

    def ready(self) -> None:
        """Raise what is wrong with the day, region or pack, before any text is read."""
        self._report("")

    def schema(self, given: Any) -> Any:
        """Return the Arrow schema of the output for an input of the schema `given`."""
        pa = arrow()
        types = {"text": pa.string(), "int": pa.int64(), "date": pa.date32()}
        for name in self.keep:
            column(given, name)
        column(given, self.text, "text")
        if self.on_column:
            column(given, self.on_column, "day")
        clash = next((name for name in self.keep if name in _NAMES), None)
        if clash is not None:
            raise Invalid(
                f"column {clash!r} cannot be kept: the output has one of that name",
                id=f"kolom {clash!r} tidak dapat dibawa: keluaran memakai nama itu",
            )
        kept = [given.field(name) for name in self.keep]
        return pa.schema([*kept, *(pa.field(name, types[type]) for name, type, _, _ in COLUMNS)])

    def __call__(self, batch: Any) -> Any:
        """Return the citations and findings of the texts in a `pyarrow.RecordBatch`, in the order of the texts."""
        pa = arrow()
        if not isinstance(batch, pa.RecordBatch | pa.Table):
            kind = type(batch).__name__
            raise Invalid(f"an Arrow batch is wanted, not a {kind}", id=f"yang diminta batch Arrow, bukan {kind}")
        schema = self.schema(batch.schema)
        texts = batch.column(self.text).to_pylist()
        days = batch.column(self.on_column).to_pylist() if self.on_column else [None] * len(texts)
        origin: list[int] = []
        rows: list[tuple[object, ...]] = []
        for index, (text, day) in enumerate(zip(texts, days, strict=True)):
            before = len(rows)
            rows.extend(self._rows(text, day))
            origin.extend([index] * (len(rows) - before))
        taken = pa.array(origin, type=pa.int64())
        arrays = [batch.column(name).take(taken) for name in self.keep]
        columns = zip(*rows, strict=True) if rows else [()] * len(_NAMES)
        for name, values in zip(_NAMES, columns, strict=True):
            arrays.append(pa.array(values, type=schema.field(name).type))
        return pa.RecordBatch.from_arrays(arrays, schema=schema)

    def batches(self, given: Iterable[Any]) -> Iterator[Any]:
        """Yield the output of each batch, one held at a time."""
        for batch in given:
            yield self(batch)

    def _report(self, text: str, on: str | None = None) -> Report:
        from electlaw.citations import check_text

        return check_text(
            text,
            on=on or self.on,
            region=self.region,
            markup=self.markup,
            corpus=_log(self.pack) if self.pack else None,
        )

    def _rows(self, text: object, day: object) -> Iterator[tuple[object, ...]]:
        if not isinstance(text, str):
            yield _skipped("no text", "tidak ada teks")
            return
        try:
            yield from _of(self._report(text, _day(day)), text)
        except (ElectlawError, MemoryError):
            raise
        except Exception as error:  # one text must not end a run over a million
            yield _skipped(f"the check failed: {error!r}", f"pemeriksaan gagal: {error!r}")


def column(given: Any, name: str, holds: str = "") -> None:
    """Raise `Invalid` if an Arrow schema has no column of a name, or one that cannot hold a ``text`` or a ``day``."""
    if name not in given.names:
        raise Invalid(f"no column {name!r}", id=f"tidak ada kolom {name!r}", choices=given.names)
    types: Any = import_module("pyarrow.types")
    found = given.field(name).type
    found = found.value_type if types.is_dictionary(found) else found
    views = getattr(types, "is_string_view", types.is_string)
    text = any(check(found) for check in (types.is_string, types.is_large_string, types.is_null, views))
    day = text or types.is_date(found) or types.is_timestamp(found)
    if holds and not (day if holds == "day" else text):
        wanted = {"text": ("texts", "teks"), "day": ("days", "hari")}[holds]
        raise Invalid(
            f"column {name!r} holds {found}, not {wanted[0]}", id=f"kolom {name!r} memuat {found}, bukan {wanted[1]}"
        )


def _log(pack: str) -> Corpus:
    if pack not in _LOGS:
        from electlaw.law import load

        _LOGS[pack] = load(pack).corpus
    return _LOGS[pack]


def _day(value: object) -> str | None:
    """Return what a column holds as a day, ``YYYY-MM-DD``, or None if it holds none."""
    from electlaw.dates import day

    if value is None:
        return None
    try:
        return day(str(value)[:10])
    except Invalid:
        return None


def _of(report: Report, text: str) -> Iterator[tuple[object, ...]]:
    from datetime import date

    on = date.fromisoformat(report.on) if report.on else None
    for c in report.citations:
        where = " ".join(c.provisions) or None, " ".join(c.places) or None
        yield "citation", on, c.start, c.end, c.text, c.kind, c.instrument, *where, *[None] * 6
    for f in report.findings:
        words = text[f.start : f.end] if f.start is not None else None
        basis = " ".join(ground.ref for ground in f.basis) or None
        said = f.message["en"], f.message["id"]
        yield "finding", on, f.start, f.end, words, *[None] * 4, f.code, f.severity, f.corrected, basis, *said


def _skipped(en: str, id: str) -> tuple[object, ...]:
    return "skipped", *[None] * 12, en, id
