"""Collections as tables, through one seam to pandas, polars and Arrow.

Every collection of the library is a `Table`: named columns with real types, documented, in a stable order. Iterate
over it for plain rows, or hand it to the frame library you use: ``law.parameters.to_frame("polars")``. The frame
libraries are never required; the seam is narwhals (``pip install electlaw[frames]``).
"""

from __future__ import annotations

from datetime import date
from importlib import import_module

import attrs

from electlaw.dates import FIRST, LAST, When
from electlaw.errors import Invalid
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from electlaw.citations import Citation
    from electlaw.diff import Change
    from electlaw.findings import Finding
    from electlaw.institutions import Mandate
    from electlaw.schedule import Stage
    from electlaw.snapshot import Snapshot

__all__ = [
    "BACKENDS",
    "Column",
    "Table",
    "changes",
    "citations",
    "contests",
    "findings",
    "instruments",
    "mandates",
    "of",
    "parameters",
    "provisions",
    "regions",
    "rulings",
    "stages",
    "terms",
]

#: Frame libraries a table can become.
BACKENDS = ("pandas", "polars", "pyarrow")


#: The types of pandas that can hold what is unknown: its plain booleans would read it as False.
_PANDAS = {"text": "string", "int": "Int64", "bool": "boolean", "date": "datetime64[s]"}


@attrs.frozen
class Column:
    """One column: its name, its type (``text``, ``int``, ``bool``, ``date``) and what it holds."""

    name: str
    type: str
    about: str


@attrs.frozen(repr=False)
class Table(Shown):
    """A collection as named columns and rows; None where something is unknown."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...] = attrs.field(repr=False)

    def to_frame(self, backend: str = "pandas") -> Any:
        """Return the table as a frame of ``"pandas"``, ``"polars"`` or ``"pyarrow"``.

        Text columns are strings, numbers 64-bit integers, days dates; what is unknown is null.
        Raises `Invalid` for another name, or if narwhals or the frame library is not installed.
        """
        if backend not in BACKENDS:
            raise Invalid(
                f"{backend!r} is no frame library known here",
                id=f"{backend!r} bukan pustaka tabel yang dikenal",
                choices=BACKENDS,
            )
        try:
            data = {column.name: [row[index] for row in self.rows] for index, column in enumerate(self.columns)}
            if backend == "pandas":
                pandas: Any = import_module("pandas")
                arrays = {c.name: pandas.array(data[c.name], dtype=_PANDAS[c.type]) for c in self.columns}
                return pandas.DataFrame(arrays)
            nw: Any = import_module("narwhals")
            types = {"text": nw.String(), "int": nw.Int64(), "bool": nw.Boolean(), "date": nw.Date()}
            schema = {column.name: types[column.type] for column in self.columns}
            return nw.from_dict(data, schema=schema, backend=backend).to_native()
        except ModuleNotFoundError as error:
            raise Invalid(
                f"a frame needs {error.name}: pip install 'electlaw[frames]' {backend}",
                id=f"tabel memerlukan {error.name}: pip install 'electlaw[frames]' {backend}",
            ) from None

    def to_dicts(self) -> list[dict[str, object]]:
        """Return the rows as dictionaries; days as dates."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def schema(self) -> dict[str, tuple[str, str]]:
        """Return the columns by name: their type and what they hold."""
        return {column.name: (column.type, column.about) for column in self.columns}

    def __iter__(self) -> Iterator[dict[str, object]]:
        return iter(self.to_dicts())

    def __len__(self) -> int:
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Table {self.name}: {len(self)} rows of {', '.join(column.name for column in self.columns)}>"


def _table(name: str, items: Iterable[Any], *readers: tuple[str, str, str, Callable[[Any], object]]) -> Table:
    columns = tuple(Column(*reader[:3]) for reader in readers)
    reads = [reader[3] for reader in readers]
    return Table(name, columns, tuple(tuple(read(item) for read in reads) for item in items))


def _first(when: When) -> date | None:
    return None if when.earliest == FIRST else date.fromisoformat(when.earliest)


def _last(when: When) -> date | None:
    return None if when.latest == LAST else date.fromisoformat(when.latest)


def _listed(values: Iterable[object]) -> str:
    return " ".join(map(str, values))


def regions(on: str | None = None) -> Table:
    """Return the provinces, regencies and cities; those of the day `on` if given."""
    from electlaw.regions import all_regions

    return _table(
        "regions",
        all_regions(on=on),
        ("code", "text", "Kemendagri code of the day", lambda r: r.code),
        ("name", "text", "official name", lambda r: r.name),
        ("kind", "text", "province, regency, city, administrative-regency, administrative-city", lambda r: r.kind),
        ("province", "text", "code of the province; its own for a province", lambda r: r.province.code),
        ("capital", "text", "seat of its government", lambda r: r.capital or None),
        ("time_zone", "text", "WIB, WITA or WIT", lambda r: r.time_zone),
        ("special_status", "text", "aceh, diy, jakarta, papua", lambda r: r.special_status or None),
        ("elects_head", "bool", "whether voters elect its head", lambda r: r.elects_head),
        ("bps_code", "text", "code of the statistics office", lambda r: r.bps_code or None),
        ("iso", "text", "ISO 3166-2 code of a province", lambda r: r.iso),
        ("verified", "text", "text, report or recall", lambda r: r.verified),
    )


def contests(known: str | None = None) -> Table:
    """Return every election of a head of region (waves, re-votes, repeats), as known on a day."""
    from electlaw.regions import all_regions

    found = [contest for region in all_regions() for contest in region.contests(known=known)]
    return _table(
        "contests",
        found,
        ("region", "text", "Kemendagri code", lambda c: c.region.code),
        ("name", "text", "name of the region", lambda c: c.region.name),
        ("event", "text", "election event", lambda c: c.event),
        ("kind", "text", "pilkada, revote, repeat, postponed, second-round", lambda c: c.kind),
        ("office", "text", "governor, regent or mayor", lambda c: c.office),
        ("voting_first", "date", "first day the vote can be on", lambda c: _first(c.voting_day)),
        (
            "voting_last",
            "date",
            "last day the vote can be on; the same when it is set",
            lambda c: _last(c.voting_day),
        ),
        ("state", "text", "set, postponed or suspended", lambda c: c.state),
        ("single_pair", "bool", "whether one pair stood against the empty column", lambda c: c.single_pair),
        ("result", "text", "empty-column if the empty column won", lambda c: c.result or None),
        ("by", "text", "instrument the day rests on", lambda c: c.by or None),
        ("verified", "text", "text, report or recall", lambda c: c.verified),
    )


def terms() -> Table:
    """Return who headed which region, in which capacity, from when to when."""
    from electlaw.offices import terms as of
    from electlaw.regions import all_regions

    return _table(
        "terms",
        [term for region in all_regions() for term in of(region)],
        ("region", "text", "Kemendagri code", lambda t: t.region.code),
        ("office", "text", "governor, regent or mayor", lambda t: t.office),
        ("person", "text", "name", lambda t: t.person),
        ("capacity", "text", "elected, successor, determined, pj, plt, plh, pjs", lambda t: t.capacity),
        ("event", "text", "election that gave the mandate", lambda t: t.event),
        ("start_first", "date", "first day the term can have begun", lambda t: _first(t.start)),
        ("start_last", "date", "last day the term can have begun", lambda t: _last(t.start)),
        ("until_first", "date", "first day it can have been over", lambda t: _first(t.until) if t.until else None),
        ("until_last", "date", "last day it can have been over", lambda t: _last(t.until) if t.until else None),
        ("reason", "text", "why it ended", lambda t: t.reason or None),
        ("verified", "text", "text, report or recall", lambda t: t.verified),
    )


def instruments(law: Snapshot) -> Table:
    """Return every instrument of the register with its state at the snapshot."""
    from electlaw.instruments import instrument_state
    from electlaw.refs import cite

    states = [instrument_state(law.corpus, it.id, law.moment) for it in law.corpus.instruments()]
    return _table(
        "instruments",
        states,
        ("id", "text", "canonical id", lambda s: s.id),
        ("kind", "text", "kind of instrument (kinds.tsv)", lambda s: s.instrument.kind),
        ("citation", "text", "official citation", lambda s: cite(s.id)),
        ("title", "text", "what follows 'tentang'", lambda s: s.title or None),
        ("known_first", "date", "first day the public can have known it", lambda s: _first(s.instrument.known)),
        ("known_last", "date", "last day the public can have come to know it", lambda s: _last(s.instrument.known)),
        ("state", "text", "in_force, not_yet, repealed, unknown", lambda s: s.state),
        ("amended_by", "text", "ids, separated by a space", lambda s: _listed(s.amended_by) or None),
        ("repealed_by", "text", "id", lambda s: s.repealed_by),
        ("status", "text", "complete, modelled or stub", lambda s: s.instrument.status),
        ("verified", "text", "text, report or recall", lambda s: s.verified),
    )


def rulings(law: Snapshot) -> Table:
    """Return the rulings known at the snapshot."""
    from electlaw.refs import cite

    found = [
        (row, it) for row in law.corpus.all("rulings")
        if (it := law.corpus.instrument(row["ruling"])) is not None and it.known.latest <= law.known
    ]  # fmt: skip
    return _table(
        "rulings",
        found,
        ("id", "text", "canonical id", lambda r: r[0]["ruling"]),
        ("citation", "text", "official citation", lambda r: cite(r[0]["ruling"])),
        ("number", "text", "official number", lambda r: r[1].number),
        ("court", "text", "mk or ma", lambda r: r[0]["court"]),
        ("pronounced_first", "date", "first day it can have been pronounced", lambda r: _first(r[1].known)),
        ("pronounced_last", "date", "last day it can have been pronounced", lambda r: _last(r[1].known)),
        ("outcome", "text", "granted, granted-in-part, rejected …", lambda r: r[0]["outcome"]),
        ("tested", "text", "places tested, comma separated", lambda r: r[0]["tested"] or None),
        ("en", "text", "what it did, English", lambda r: r[0]["en"] or None),
        ("id_text", "text", "what it did, Indonesian", lambda r: r[0]["id"] or None),
        ("verified", "text", "text, report or recall", lambda r: r[0]["verified"]),
    )


def parameters(law: Snapshot) -> Table:
    """Return the value standing in each bracket of every parameter at the snapshot."""
    from electlaw.diff import standing as of

    found = ((key, target, acts[0]) for key in law.corpus.parameter_keys()
             for target, (state, acts) in of(law, key).items() if state == "set")  # fmt: skip
    standing = [
        (key, str(act.scope), act) for key, target, act in found
        if target == (f"{key} [{act.scope}]" if act.scope else key)
    ]  # fmt: skip
    return _table(
        "parameters",
        standing,
        ("key", "text", "key of the parameter", lambda p: p[0]),
        ("applies", "text", "conditions under which it applies", lambda p: p[1] or None),
        ("value", "text", "exact value as the law sets it", lambda p: p[2].value or None),
        ("unit", "text", "unit", lambda p: p[2].unit or None),
        ("comparator", "text", ">=, > …", lambda p: p[2].row.get("comparator") or None),
        ("base", "text", "what a share is of", lambda p: p[2].row.get("base") or None),
        ("by", "text", "instrument that set it", lambda p: p[2].by),
        ("known", "date", "since when the public knew it", lambda p: _last(p[2].known)),
        ("provisions", "text", "places it rests on, separated by a space", lambda p: _listed(p[2].provisions) or None),
        ("verified", "text", "text, report or recall", lambda p: p[2].verified),
    )


def provisions(law: Snapshot, text: str = "uu-1-2015") -> Table:
    """Return every place of a text with its state at the snapshot."""
    from electlaw.provisions import provision
    from electlaw.refs import Ref, cite

    found = [provision(law.corpus, Ref(f"{text}/{path}"), law.moment) for path in law.corpus.paths(text)]
    return _table(
        "provisions",
        found,
        ("place", "text", "canonical place", lambda p: str(p.place)),
        ("citation", "text", "official citation", lambda p: cite(str(p.place))),
        ("state", "text", "in_force, not_yet, repealed, struck, unknown", lambda p: p.state),
        ("version", "text", "instrument that last restated it", lambda p: p.version),
        ("content_since", "text", "instrument since which its content stands", lambda p: p.content_since),
        ("construed_by", "text", "rulings, separated by a space", lambda p: _listed(p.construed_by) or None),
        ("struck_by", "text", "rulings, separated by a space", lambda p: _listed(p.struck_by) or None),
        ("en", "text", "summary, English", lambda p: p.summary.en or None),
        ("id_text", "text", "summary, Indonesian", lambda p: p.summary.id or None),
        ("verified", "text", "text, report or recall", lambda p: p.verified if p.basis else None),
    )


def stages(found: Iterable[Stage]) -> Table:
    """Return stages of a schedule as a table."""
    return _table(
        "stages",
        found,
        ("event", "text", "election event", lambda s: s.event),
        ("stage", "text", "key of the stage", lambda s: s.stage),
        ("name_en", "text", "name, English", lambda s: s.name("en")),
        ("name_id", "text", "name, Indonesian", lambda s: s.name("id")),
        ("start_first", "date", "first day it can begin", lambda s: _first(s.start)),
        ("start_last", "date", "last day it can begin", lambda s: _last(s.start)),
        ("end_first", "date", "first day it can end", lambda s: _first(s.end)),
        ("end_last", "date", "last day it can end", lambda s: _last(s.end)),
        ("state", "text", "done, running, ahead, suspended, unscheduled …", lambda s: s.state),
        ("scope", "text", "national, province, regency-city", lambda s: s.scope),
        ("region", "text", "code, where the line is one region's own", lambda s: s.region or None),
        ("by", "text", "instrument", lambda s: s.by or None),
        ("verified", "text", "text, report or recall", lambda s: s.verified),
    )


def mandates(found: Iterable[Mandate]) -> Table:
    """Return mandates as a table: ``frames.mandates(law.mandates(stage="campaign", region="Kolaka"))``."""
    return _table(
        "mandates",
        found,
        ("institution", "text", "key of the institution", lambda m: m.institution),
        ("name", "text", "its name, the local one where a region was asked for", lambda m: m.name),
        ("level", "text", "widest level it sits at", lambda m: m.level or None),
        ("stage", "text", "key of the stage", lambda m: m.stage),
        ("role", "text", "responsible, supervises, supports, funds, decides_disputes …", lambda m: m.role),
        ("en", "text", "what it does, English", lambda m: m.text.en or None),
        ("id", "text", "what it does, Indonesian", lambda m: m.text.id or None),
        ("basis", "text", "places, separated by a space", lambda m: _listed(m.basis) or None),
        ("by", "text", "instrument that gave it", lambda m: m.by or None),
        ("applies", "text", "to whom it applies", lambda m: m.applies or None),
        ("needs", "text", "what would settle it, separated by a space", lambda m: _listed(m.needs) or None),
        ("verified", "text", "text, report or recall", lambda m: m.verified),
    )


def changes(found: Iterable[Change]) -> Table:
    """Return the changes of a difference as a table."""
    return _table(
        "changes",
        found,
        ("kind", "text", "provision, instrument, parameter", lambda c: c.kind),
        ("target", "text", "place, instrument, or parameter with its bracket", lambda c: c.target),
        ("before", "text", "state before; null if it was not there", lambda c: c.before[0] if c.before else None),
        ("after", "text", "state after; null if it is gone", lambda c: c.after[0] if c.after else None),
        ("by", "text", "instruments that made it, separated by a space", lambda c: _listed(c.by) or None),
    )


def citations(found: Iterable[Citation]) -> Table:
    """Return citations found in a text as a table."""
    return _table(
        "citations",
        found,
        ("start", "int", "offset of the first character, in code points", lambda c: c.start),
        ("end", "int", "offset after the last character", lambda c: c.end),
        ("text", "text", "as written", lambda c: c.text),
        ("kind", "text", "full, short, name, bare-pasal", lambda c: c.kind),
        ("instrument", "text", "canonical id of the instrument named", lambda c: c.instrument),
        ("provisions", "text", "places within it, separated by a space", lambda c: _listed(c.provisions) or None),
        ("places", "text", "places in the text they live in", lambda c: _listed(c.places) or None),
    )


def findings(found: Iterable[Finding]) -> Table:
    """Return findings of a check or a validation as a table."""
    return _table(
        "findings",
        found,
        ("code", "text", "stable code", lambda f: f.code),
        ("severity", "text", "error, warning, info", lambda f: f.severity),
        ("rule", "text", "rule that made it", lambda f: f.rule or None),
        ("outcome", "text", "pass, fail, undetermined, not_applicable", lambda f: f.outcome or None),
        ("field", "text", "case field it judges", lambda f: f.field or None),
        ("start", "int", "offset in a text", lambda f: f.start),
        ("end", "int", "offset after the span", lambda f: f.end),
        ("en", "text", "message, English", lambda f: f.message["en"]),
        ("id", "text", "message, Indonesian", lambda f: f.message["id"]),
        ("basis", "text", "places and instruments, separated by a space", lambda f: _listed(g.ref for g in f.basis)),
    )


#: The table each answer that holds a collection is, by class.
_OF: dict[str, Callable[[Any], Table]] = {
    "CaseReport": lambda report: findings(report.findings),
    "Diff": lambda diff: changes(diff.changes),
    "Matrix": lambda matrix: mandates((*matrix.mandates, *matrix.overall)),
    "MeetingReport": lambda report: findings(report.findings),
    "Report": lambda report: findings(report.findings),
    "Schedule": lambda schedule: stages(schedule.stages),
}


def of(answer: object) -> Table:
    """Return the table of an answer that holds a collection: a schedule's stages, a report's findings and so on.

    Raises `Invalid` for what holds none.
    """
    name = type(answer).__name__
    if name not in _OF:
        raise Invalid(f"{name} is no table", id=f"{name} bukan tabel", choices=tuple(_OF))
    return _OF[name](answer)
