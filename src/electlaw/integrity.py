"""Checks the form of the log: every problem in the tables with file, row and reason (``electlaw data check``)."""

from __future__ import annotations

import os
import re

import attrs

from electlaw.acts import VERIFIED, Text
from electlaw.corpus import Corpus, builtin
from electlaw.dates import when
from electlaw.errors import ElectlawError
from electlaw.outlines import parts_of
from electlaw.packs import WORDS, located, pack, table_columns
from electlaw.refs import order_key, own_article
from electlaw.scope import scope
from electlaw.tables import DATA, Tables
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.acts import Act
    from electlaw.tables import Row

__all__ = ["Problem", "check"]

_DAYS = ("enacted", "known", "from", "until", "start", "end")
_PATH = re.compile(r"[a-z][a-z-]*(?:-[0-9a-z]+)?(?:/[a-z][a-z-]*(?:-[0-9a-z]+)?)*")

#: The tables whose rows may wait for a condition.
_CONDITIONAL = ("instruments", "relations", "parameters", "region-history")


#: The tables of institutions; see ``electlaw.institutions``.
_BODIES = {"institutions", "institution-names", "mandates", "duties", "forum-members"}

#: The tables of schedules; see ``electlaw.schedule``.
_SCHEDULE = {"stages", "stage-keys", "stage-rules", "schedule-acts", "schedule-versions", "holiday-acts"}


@attrs.frozen
class Problem(Shown):
    """One thing wrong with the data."""

    file: str
    #: Line of the file, counted from 1; 0 when the problem is of the file as a whole.
    row: int
    reason: Text

    def message(self, lang: str = "en") -> str:
        """Return where it is and what it is, in ``"en"`` or ``"id"``."""
        where = f"{self.file}:{self.row}" if self.row else self.file
        return f"{where}: {self.reason[lang]}"

    def to_json(self) -> dict[str, object]:
        """Return the problem as plain data; ``reason`` is the English message."""
        both = {"id": self.reason.id, "en": self.reason.en}
        return {"file": self.file, "row": self.row, "reason": self.reason.en, "message": both}

    def __str__(self) -> str:
        return self.message()


def check(path: str | None = None) -> list[Problem]:
    """Check the built-in log, or a data pack (a directory, or the name of an installed one) folded over it.

    Returns every problem found; an empty list means the data keep the format of ``docs/data-format.md``.
    """
    if path is None:
        corpus, directory = builtin(), Tables(DATA)
    else:
        path = located(path)
        formed = _check_forms(Tables(path)) if os.path.isdir(path) else []
        if formed:
            return formed
        try:
            corpus = builtin().extended(pack(path))
        except ElectlawError as error:
            file, _, reason = error.message("en").partition(": ")
            return [Problem(file, 0, Text(reason, error.message("id").partition(": ")[2]))]
        directory = Tables(path if os.path.isdir(path) else os.path.dirname(path) or ".")
    names = [*directory.names(), *directory.names("provisions"), *directory.names("outlines")]
    try:
        return _check(corpus, directory, names)
    except ElectlawError as error:
        return [Problem(directory.path, 0, _said(error))]


def _said(error: ElectlawError, column: str = "") -> Text:
    return Text(column + error.message("en"), column + error.message("id"))


def _check(corpus: Corpus, directory: Tables, names: list[str]) -> list[Problem]:
    known = _Known(corpus)
    found = _check_forms(directory)
    if found:
        return found
    for name in names:
        whole = dict.fromkeys(table_columns(name) or (), "")
        for line, row in enumerate(directory[name], 2):
            found += [Problem(f"{name}.tsv", line, reason) for reason in known.row(name, {**whole, **row})]
    found += [Problem("(fold)", 0, reason) for reason in _unordered(corpus)]
    return found


def _check_forms(directory: Tables) -> list[Problem]:
    """Return every problem of form in the tables of a directory."""
    found: list[Problem] = []
    for name in [*directory.names(), *directory.names("provisions"), *directory.names("outlines")]:
        if table_columns(name) is None:
            known = ", ".join(sorted(Tables(DATA).names()))
            found.append(
                Problem(
                    f"{name}.tsv",
                    0,
                    Text(
                        f"the log has no such table (tables: {known})", f"tidak ada tabel seperti itu (tabel: {known})"
                    ),
                )
            )
        else:
            found += _check_form(directory, name)
    return found


def _check_form(directory: Tables, name: str) -> Iterator[Problem]:
    table, file = directory[name], f"{name}.tsv"
    columns = table_columns(name)
    unknown = [column for column in table.columns if columns and column not in columns]
    if unknown:
        yield Problem(
            file,
            1,
            Text(
                f"unknown column {unknown[0]!r} (columns: {', '.join(columns or ())})",
                f"kolom {unknown[0]!r} tidak dikenal (kolom: {', '.join(columns or ())})",
            ),
        )
    finished: set[bytes] = set()
    current = b""
    for line, raw in table.lines():
        cells = raw.split(b"\t")
        if len(cells) != len(table.columns):
            yield Problem(
                file,
                line,
                Text(
                    f"{len(cells)} fields, the header has {len(table.columns)}",
                    f"{len(cells)} kolom, kepala tabel memuat {len(table.columns)}",
                ),
            )
        if not cells[0]:
            yield Problem(file, line, Text(f"{table.columns[0]!r} is empty", f"{table.columns[0]!r} kosong"))
        if cells[0] != current:
            finished.add(current)
            current = cells[0]
            if current in finished:
                yield Problem(
                    file,
                    line,
                    Text(
                        f"rows of {current.decode(errors='replace')!r} do not stand together",
                        f"baris-baris {current.decode(errors='replace')!r} tidak berurutan",
                    ),
                )
        if any(cell != cell.strip() for cell in cells) or b"\r" in raw:
            yield Problem(
                file, line, Text("a field begins or ends with blank space", "isian berawal atau berakhir dengan spasi")
            )


class _Known:
    """What the rows may refer to."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.instruments = {row["id"] for row in corpus.all("instruments")}
        self.statutes = self.instruments | {row["id"] for row in corpus.all("register")}
        self.sources = {row["key"] for row in corpus.all("sources")}
        self.kinds = {row["kind"] for row in corpus.all("kinds")}
        self.regions = {row["code"] for row in corpus.all("regions")}
        self.keys = {row["key"] for row in corpus.all("parameter-keys")}
        self.places: dict[str, set[str]] = {text: set(corpus.paths(text)) for text in corpus.texts()}
        self.events = {row["id"] for row in corpus.all("events")}
        self.stages = {row["key"] for row in corpus.all("stage-keys")}
        self.bodies = {row["institution"] for row in corpus.all("institutions")}
        self.seen: set[str] = set()

    def row(self, name: str, row: Row) -> Iterator[Text]:
        """Yield what is wrong with one row."""
        table = name.partition("/")[0]
        yield from self._common(table, row)
        if table == "instruments":
            yield from self._instrument(row)
        elif table == "relations":
            yield from self._ids(row, "target", "by")
        elif table == "provisions":
            yield from self._provision(name.partition("/")[2], row)
        elif table == "outlines":
            yield from self._outline(name.partition("/")[2], row)
        elif table == "holdings":
            yield from self._holding(row)
        elif table == "parameters":
            yield from self._parameter(row)
        elif table == "conditions":
            yield from self._condition(row)
        elif table == "popular-names":
            if row["instrument"] not in self.statutes:
                yield Text(
                    f"instrument {row['instrument']!r} is neither in instruments.tsv nor in register.tsv",
                    f"peraturan {row['instrument']!r} tidak ada dalam instruments.tsv maupun register.tsv",
                )
        elif table in _SCHEDULE:
            yield from self._schedule(row)
        elif table == "event-dates":
            yield from self._event_date(row)
        elif table in _BODIES:
            yield from self._body(row)
        else:
            yield from self._other(row)

    def _common(self, table: str, row: Row) -> Iterator[Text]:
        for column in _DAYS:
            try:
                when(row.get(column, ""))
            except ElectlawError as error:
                if column != "from" or row[column] not in ("conditional",):
                    yield _said(error, f"{column}: ")
        if "verified" in row:
            if not row["source"]:
                yield Text("no source", "tanpa sumber")
            if row["verified"] not in VERIFIED:
                yield Text(
                    f"verified is {row['verified']!r}, not one of {', '.join(VERIFIED)}",
                    f"verified berisi {row['verified']!r}, bukan salah satu dari {', '.join(VERIFIED)}",
                )
        for key in row["source"].split() if table != "sources" and "verified" in row else ():
            if key not in self.sources:
                yield Text(f"source {key!r} is not in sources.tsv", f"sumber {key!r} tidak ada dalam sources.tsv")
        if "applies" in row:
            try:
                conditions = scope(row["applies"]).conditions
            except ElectlawError as error:
                yield _said(error, "applies: ")
            else:
                yield from self._regions(conditions)
        for (of, column), words in WORDS.items():
            if of == table and row[column] not in words:
                yield Text(
                    f"{column} is {row[column]!r}, not one of {', '.join(sorted(words))}",
                    f"{column} berisi {row[column]!r}, bukan salah satu dari {', '.join(sorted(words))}",
                )
        for column in row.get("unverified", "").split():
            if column not in row:
                yield Text(
                    f"unverified names {column!r}, which is no column",
                    f"unverified menyebut {column!r}, yang bukan kolom",
                )

    def _other(self, row: Row) -> Iterator[Text]:
        """Yield what is wrong with a row of any other table: the ids and places it names."""
        for column in ("by", "instrument", "ruling"):
            if row.get(column):
                yield from self._ids(row, column)
        for place in re.split(r"[ ,]+", row.get("basis", "")):
            if place:
                yield from self._place(place, "basis")
        if row.get("event") and row["event"] not in self.events:
            yield Text(
                f"event {row['event']!r} is not in events.tsv", f"pemilihan {row['event']!r} tidak ada dalam events.tsv"
            )

    def _body(self, row: Row) -> Iterator[Text]:
        """Yield what is wrong with a row on an institution: the bodies, stages, places and instruments it names."""
        if row["by"]:
            yield from self._ids(row, "by")
        named = [row.get(column, "") for column in ("institution", "parent", "recipient", "via", "member")]
        for column in ("replaces", "copy"):
            named += row.get(column, "").split(",")
        for key in named:
            if key and key not in self.bodies:
                yield Text(
                    f"institution {key!r} is not in institutions.tsv",
                    f"lembaga {key!r} tidak ada dalam institutions.tsv",
                )
        for stage in (row.get("stage", ""), row.get("after", "")):
            if stage and stage not in self.stages:
                yield Text(
                    f"stage {stage!r} is not in stage-keys.tsv", f"tahapan {stage!r} tidak ada dalam stage-keys.tsv"
                )
        for place in (row.get("places") or row.get("basis") or "").split(","):
            if place:
                yield from self._place(place, "places")
        if bool(row.get("en")) != bool(row.get("id")):
            yield Text("a summary stands in one language only", "ringkasan hanya ada dalam satu bahasa")

    def _schedule(self, row: Row) -> Iterator[Text]:
        """Yield what is wrong with a row of the schedule tables."""
        if row.get("by"):
            yield from self._ids(row, "by")
        if "event" in row and row["event"] not in self.events:
            yield Text(
                f"event {row['event']!r} is not in events.tsv", f"pemilihan {row['event']!r} tidak ada dalam events.tsv"
            )
        named = [row[column] for column in ("stage", "anchor", "parent") if row.get(column)]
        for key in named + row.get("stages", "").split():
            if key not in self.stages:
                yield Text(f"stage {key!r} is not in stage-keys.tsv", f"tahapan {key!r} tidak ada dalam stage-keys.tsv")
        for code in row["region"].split("|") if row.get("region") else ():
            if code not in self.regions:
                yield Text(f"region {code!r} is no region", f"daerah {code!r} bukan daerah")
        if row.get("place"):
            yield from self._place(row["place"], "place")
        if row.get("start") and row.get("end") and row["end"] < row["start"]:
            yield Text(
                f"ends on {row['end']}, before it begins on {row['start']}",
                f"berakhir {row['end']}, sebelum dimulai {row['start']}",
            )

    def _event_date(self, row: Row) -> Iterator[Text]:
        """Yield what is wrong with an act on a voting day."""
        if row["by"]:
            yield from self._ids(row, "by")
        if row["event"] not in self.events:
            yield Text(
                f"event {row['event']!r} is not in events.tsv", f"pemilihan {row['event']!r} tidak ada dalam events.tsv"
            )
        if row["code"] and row["code"] not in self.regions:
            yield Text(f"region {row['code']!r} is no region", f"daerah {row['code']!r} bukan daerah")
        if bool(row["within"]) != bool(row["unit"]) or (row["within"] and not row["within"].isdecimal()):
            yield Text(
                f"within {row['within']!r} {row['unit']!r}: a number and its unit stand together",
                f"within {row['within']!r} {row['unit']!r}: bilangan dan satuannya harus diisi bersama",
            )
        if row["within"] and (not row["day"] or when(row["day"]).exact):
            yield Text(
                f"within {row['within']} {row['unit']}, but day {row['day']!r} is not the window the order leaves",
                f"within {row['within']} {row['unit']}, tetapi day {row['day']!r} bukan masa menurut perintah itu",
            )

    def _condition(self, row: Row) -> Iterator[Text]:
        yield from self._ids(row, "by")
        waiting = (other.get("condition") for table in _CONDITIONAL for other in self.corpus.all(table))
        if row["condition"] not in waiting:
            yield Text(
                f"no act waits for the condition {row['condition']!r}",
                f"tidak ada perbuatan hukum yang menunggu syarat {row['condition']!r}",
            )

    def _regions(self, conditions: Iterable[object]) -> Iterator[Text]:
        for condition in conditions:
            if getattr(condition, "name", "") == "region":
                for code in getattr(condition, "values", ()):
                    if code not in self.regions:
                        yield Text(f"region {code!r} is no region", f"daerah {code!r} bukan daerah")

    def _ids(self, row: Row, *columns: str) -> Iterator[Text]:
        for column in columns:
            if row[column] not in self.instruments:
                yield Text(
                    f"{column} {row[column]!r} is no instrument of the register",
                    f"{column} {row[column]!r} bukan peraturan dalam register",
                )

    def _instrument(self, row: Row) -> Iterator[Text]:
        if row["id"] in self.seen:
            yield Text(f"id {row['id']!r} stands twice", f"id {row['id']!r} tercantum dua kali")
        self.seen.add(row["id"])
        if row["kind"] not in self.kinds:
            yield Text(f"kind {row['kind']!r} is not in kinds.tsv", f"jenis {row['kind']!r} tidak ada dalam kinds.tsv")

    def _provision(self, text: str, row: Row) -> Iterator[Text]:
        if text not in self.instruments:
            yield Text(
                f"text {text!r} is no instrument of the register", f"naskah {text!r} bukan peraturan dalam register"
            )
        yield from self._ids(row, "by")
        yield from self._home(text, row["place"])
        if not _PATH.fullmatch(row["place"]):
            yield Text(
                f"place {row['place']!r} is not written as a path",
                f"tempat {row['place']!r} tidak ditulis sebagai jalur",
            )
        targets = [row["moved"]] if row["moved"] else []
        for reference in row["refers"].split(",") if row["refers"] else ():
            stated, *meant = reference.split(">")
            targets += meant or stated.split("..")
        for target in targets:
            place, _, by = target.partition("@")
            yield from self._target(text, place)
            if by and by not in self.instruments:
                yield Text(
                    f"refers to {target!r}: {by!r} is no instrument of the register",
                    f"merujuk {target!r}: {by!r} bukan peraturan dalam register",
                )

    def _outline(self, text: str, row: Row) -> Iterator[Text]:
        """Yield what is wrong with a row of an outline: its text, its place, its parts."""
        if text not in self.instruments:
            yield Text(
                f"text {text!r} is no instrument of the register", f"naskah {text!r} bukan peraturan dalam register"
            )
        yield from self._home(text, row["place"])
        try:
            parts = parts_of(row)
        except ElectlawError as error:
            yield _said(error)
            return
        if len(set(parts)) < len(parts) or not all(_PATH.fullmatch(path) for path in (row["place"], *parts)):
            yield Text(
                f"the parts of {row['place']!r} are not each written once, as a path",
                f"bagian-bagian {row['place']!r} tidak masing-masing ditulis satu kali sebagai jalur",
            )

    def _target(self, text: str, target: str) -> Iterator[Text]:
        head, _, path = target.partition("/")
        if head in self.instruments:
            if path and head in self.places and self._complete(head) and path not in self.places[head]:
                yield Text(
                    f"refers to {target!r}, which the text never had",
                    f"merujuk {target!r}, yang tidak pernah ada dalam naskah itu",
                )
        elif self._complete(text) and target not in self.places.get(text, ()):
            yield Text(
                f"refers to {target!r}, which the text never had",
                f"merujuk {target!r}, yang tidak pernah ada dalam naskah itu",
            )

    def _complete(self, text: str) -> bool:
        instrument = self.corpus.instrument(text)
        return instrument is not None and instrument.status == "complete"

    def _place(self, place: str, column: str) -> Iterator[Text]:
        text, _, path = place.partition("/")
        if text not in self.instruments:
            yield Text(
                f"{column} {place!r}: {text!r} is no instrument of the register",
                f"{column} {place!r}: {text!r} bukan peraturan dalam register",
            )
        elif path and self._complete(text) and path not in self.places.get(text, ()):
            yield Text(
                f"{column} {place!r}: the text never had it", f"{column} {place!r}: tidak pernah ada dalam naskah itu"
            )
        elif path:
            yield from self._home(text, path)

    def _home(self, text: str, path: str) -> Iterator[Text]:
        home = self.corpus.base_of(text)
        if home != text and not own_article(path):
            yield Text(
                f"place {path!r} of {text!r} belongs to the text it amends: write it as of {home!r}",
                f"tempat {path!r} pada {text!r} termasuk naskah yang diubahnya: tulis pada {home!r}",
            )

    def _holding(self, row: Row) -> Iterator[Text]:
        yield from self._ids(row, "by")
        yield from self._place(row["place"], "place")
        if row["force"] not in ("pronounced", "declares"):
            try:
                when(row["force"])
            except ElectlawError as error:
                yield _said(error, "force: ")

    def _parameter(self, row: Row) -> Iterator[Text]:
        if not row["by"].startswith("practice:"):
            yield from self._ids(row, "by")
        if row["key"] not in self.keys:
            yield Text(
                f"key {row['key']!r} is not in parameter-keys.tsv",
                f"kunci {row['key']!r} tidak ada dalam parameter-keys.tsv",
            )
        for place in row["provision"].split(",") if row["provision"] else ():
            yield from self._place(place.strip(), "provision")


def _unordered(corpus: Corpus) -> Iterator[Text]:
    """Yield pairs of acts on one target whose order of becoming known is not determined."""
    for text in corpus.texts():
        for path in sorted(corpus.paths(text), key=order_key):
            place = corpus.place(f"{text}/{path}")
            yield from _clashes(place.id, place.contents)
    for instrument in corpus.instruments():
        yield from _clashes(instrument.id, corpus.whole(instrument.id))
    for key in corpus.parameter_keys():
        for acts in corpus.brackets(key).values():
            yield from _clashes(key, acts)


def _clashes(target: str, acts: Iterable[Act]) -> Iterator[Text]:
    previous: Act | None = None
    for act in acts:
        if previous is not None and previous.by != act.by and previous.scope == act.scope:
            overlap = previous.known.latest >= act.known.earliest
            if overlap and previous.order[0] == act.order[0]:
                yield Text(
                    f"{target}: the order of {previous.by} and {act.by} is not determined (same day, no order)",
                    f"{target}: urutan {previous.by} dan {act.by} tidak tertentu (hari yang sama, tanpa order)",
                )
        previous = act
