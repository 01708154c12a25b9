"""Data packs: a user's own acts, in the same tables or as TOML, folded over the built-in log.

A pack is a folder or TOML file, or what an installed package announces under the entry point ``electlaw.packs``: a
function that returns the path, under the name users give.
"""

from __future__ import annotations

import os

from electlaw.dates import when
from electlaw.errors import ElectlawError, Invalid
from electlaw.sources import Rows
from electlaw.tables import Row, Tables, tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["WORDS", "Rows", "hypothetical", "installed", "located", "pack", "table_columns", "written"]


#: The closed lists of words: table, column, allowed words.
WORDS = {
    ("instruments", "status"): {"complete", "modelled", "stub"},
    ("relations", "op"): {
        "amends", "ratifies", "repeals", "revives", "implements", "replaces-in-part", "derogates", "tests",
    },
    ("provisions", "op"): {"enact", "insert", "amend", "restate", "renumber", "repeal"},
    ("holdings", "form"): {
        "struck", "struck_phrase", "read_as", "holding", "revives", "note", "inadmissible", "adjusts",
    },
    ("parameters", "op"): {"set", "unset"},
    ("stages", "kind"): {"fixed", "until", "relative", "external", "heading", "window"},
    ("stages", "scope"): {"", "national", "province", "regency-city"},
    ("event-dates", "state"): {"set", "postponed", "suspended", "dropped"},
    ("event-dates", "unit"): {"", "day", "working_day"},
    ("schedule-acts", "op"): {"suspend", "resume", "postpone", "drop"},
    ("stage-rules", "kind"): {"latest", "from", "start", "window", "length", "lasts", "close", "hours"},
    ("stage-rules", "unit"): {"hour", "day", "working_day", "month"},
    ("stage-rules", "first"): {"", "after", "on"},
    ("stage-rules", "zone"): {"", "WIB", "WITA", "WIT", "local"},
    ("holiday-acts", "op"): {"list", "drop"},
    ("holiday-acts", "kind"): {"holiday", "joint-leave"},
    ("institutions", "op"): {"exists", "ends"},
    ("institution-names", "form"): {"official", "short", "seat", "variant", "alias"},
    ("mandates", "op"): {"gives", "ends"},
    ("mandates", "role"): {
        "responsible", "supervises", "supports", "funds", "decides_disputes", "reports", "is_consulted",
    },
    ("duties", "kind"): {
        "monitoring", "supervision", "observation", "administration", "coordination", "accountability",
    },
    ("duties", "interval"): {
        "monthly", "quarterly", "yearly", "each_stage", "periodic", "when_needed", "once", "unknown",
    },
    ("forum-members", "role"): {"chair", "member"},
    ("monitoring", "state"): {"known", "reported", "unknown"},
}  # fmt: skip

#: Tables in which every act is some instrument's.
_NEED_BY = frozenset({"relations", "provisions", "holdings", "parameters"})


def table_columns(name: str) -> tuple[str, ...] | None:
    """Return the columns of a table as the built-in log has them, or None for a table it does not know."""
    for folder, first in (("provisions/", "uu-1-2015"), ("outlines/", "uu-7-2017")):
        if name.startswith(folder):
            name = folder + first
    found = tables().get(name)
    return found.columns if found else None


def installed() -> dict[str, str]:
    """Return the packs that installed packages announce: name to path.

    Raises `Invalid` for a package that announces a pack it cannot give.
    """
    from importlib.metadata import entry_points

    found: dict[str, str] = {}
    for point in entry_points(group="electlaw.packs"):
        try:
            path = point.load()
            found[point.name] = os.fspath(path() if callable(path) else path)
        except Exception as error:
            raise Invalid(
                f"the pack {point.value} cannot be loaded: {error}",
                id=f"paket {point.value} tidak dapat dimuat: {error}",
            ) from error
    return found


def located(path: str) -> str:
    """Return the path of a pack given by path, or by the name an installed package announces.

    Raises `Invalid` where there is neither, with the names there are.
    """
    if os.path.exists(path):
        return path
    announced = {} if os.sep in path else installed()
    if path not in announced:
        raise Invalid(
            f"{path}: no such file or directory, and no installed pack of that name",
            id=f"{path}: berkas atau direktori tidak ada, dan tidak ada paket terpasang bernama itu",
            choices=sorted(announced),
        )
    return announced[path]


def pack(path: str) -> Rows:
    """Read the pack in a directory or one TOML file, or the installed pack of that name.

    Raises `Invalid` naming file, row and reason.
    """
    path = located(path)
    collected: dict[str, list[Row]] = {}
    if os.path.isfile(path):
        _collect(collected, _toml(path), os.path.basename(path))
        return Rows(collected)
    directory = Tables(path)
    for name in [*directory.names(), *directory.names("provisions"), *directory.names("outlines")]:
        columns = table_columns(name)
        if columns is None:
            raise Invalid(
                f"{name}.tsv: the log has no such table",
                id=f"{name}.tsv: tidak ada tabel seperti itu",
                choices=tuple(sorted(tables().names())),
            )
        for row in directory[name]:
            collected.setdefault(name, []).append(_complete(row, columns, f"{name}.tsv"))
    for file in sorted(os.listdir(path)):
        if file.endswith(".toml"):
            _collect(collected, _toml(os.path.join(path, file)), file)
    if not collected:
        raise Invalid(f"{path}: no tables and no TOML files in it", id=f"{path}: tidak memuat tabel atau TOML")
    return Rows(collected)


def hypothetical(bill: str | Mapping[str, object], known: str) -> Rows:
    """Read a bill as acts known by the day `known`, whatever day of publication it hopes for."""
    collected = written(bill)
    for row in collected.get("instruments", ()):
        _exact(row, "known")
        if not row["known"] or row["known"] > known:
            row["from"] = row["from"] or row["known"]
            row["known"] = known
        row["from"] = row["from"] or known
    return Rows(collected)


def _exact(row: Row, field: str) -> None:
    try:
        when(row[field])
    except ElectlawError as error:
        raise Invalid(
            f"bill, instruments: {field}: {error.en}", id=f"rancangan, instruments: {field}: {error.id}"
        ) from None


def written(bill: str | Mapping[str, object]) -> dict[str, list[Row]]:
    """Read a bill, a TOML file or its content, as the tables it writes rows of."""
    collected: dict[str, list[Row]] = {}
    if isinstance(bill, str):
        _collect(collected, _toml(bill), os.path.basename(bill))
    else:
        _collect(collected, bill, "bill")
    return collected


def _toml(path: str) -> Mapping[str, object]:
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Invalid(f"{path}: not TOML: {error}", id=f"{path}: bukan TOML: {error}") from None


def _collect(into: dict[str, list[Row]], data: Mapping[str, object], file: str) -> None:
    """Add the content of one TOML file: the instrument's own keys at the top, its acts as arrays of tables."""
    own = {key: value for key, value in data.items() if not isinstance(value, list | dict)}
    listed = data.get("instruments")
    named = [str(item.get("id", "")) for item in listed if isinstance(item, dict)] if isinstance(listed, list) else []
    by = str(own.get("id", "")) or (named[0] if len(named) == 1 else "")
    if own:
        columns = table_columns("instruments") or ()
        into.setdefault("instruments", []).append(_complete(_texts(own), columns, file))
    for name, value in data.items():
        if name in own:
            continue
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise Invalid(
                f"{file}: {name!r} must be an array of tables",
                id=f"{file}: {name!r} harus berupa larik tabel",
            )
        for number, item in enumerate(value, 1):
            where = f"{file}, {name} {number}"
            table, row = _table_of(name, _texts(item), where)
            columns = table_columns(table) or ()
            if not columns:
                raise Invalid(
                    f"{where}: the log has no table {name!r}",
                    id=f"{where}: tidak ada tabel {name!r}",
                    choices=("instruments", "relations", "provisions", "holdings", "parameters"),
                )
            if "by" in columns and not row.get("by"):
                row["by"] = by
            if name in _NEED_BY and not row.get("by"):
                raise Invalid(
                    f"{where}: 'by' is missing: name the instrument that does it",
                    id=f"{where}: 'by' tidak diisi: sebut peraturan yang melakukannya",
                )
            full = _complete(row, columns, where)
            _check_words(full, where, name)
            into.setdefault(table, []).append(full)


def _table_of(name: str, row: Row, where: str) -> tuple[str, Row]:
    if name != "provisions":
        return name, row
    text, slash, path = row.get("place", "").partition("/")
    if not slash:
        raise Invalid(
            f"{where}: 'place' must name text and place",
            id=f"{where}: 'place' harus menyebut naskah dan tempat",
        )
    return f"provisions/{text}", {**row, "place": path}


def _texts(item: Mapping[str, object]) -> Row:
    return {key: _text(value) for key, value in item.items()}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _complete(row: Row, columns: tuple[str, ...], where: str) -> Row:
    unknown = [name for name in row if name not in columns]
    if unknown:
        from difflib import get_close_matches

        near = get_close_matches(unknown[0], columns, 3, 0.5) or list(columns)
        raise Invalid(
            f"{where}: unknown column {unknown[0]!r}",
            id=f"{where}: kolom {unknown[0]!r} tidak dikenal",
            choices=near,
        )
    if not row.get(columns[0]):
        raise Invalid(f"{where}: {columns[0]!r} is missing", id=f"{where}: {columns[0]!r} tidak diisi")
    full = {name: row.get(name, "") for name in columns}
    if "verified" in full and not full["verified"]:
        full["verified"] = "recall"
    return full


def _check_words(row: Row, where: str, table: str) -> None:
    """Refuse a word that is not on the closed list of its column; of an act's kind also its absence."""
    for (of, column), words in WORDS.items():
        value = row.get(column, "")
        if of != table or value in words or not (value or table in _NEED_BY):
            continue
        from difflib import get_close_matches

        raise Invalid(
            f"{where}: {column} is {value!r}, not one of {', '.join(sorted(words))}",
            id=f"{where}: {column} berisi {value!r}, bukan salah satu dari {', '.join(sorted(words))}",
            choices=get_close_matches(value, words, 3, 0.5),
        )
