"""Bills: whether what a hypothetical instrument does can be done to the law it is folded into, field by field.

A data pack may write a log of its own; a bill acts on the law there is. So a place it amends must be there, an
instrument it repeals must be in the register, and its own id must be new.
"""

from __future__ import annotations

from electlaw.acts import Text
from electlaw.dates import when
from electlaw.errors import ElectlawError, Invalid
from electlaw.tables import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from electlaw.corpus import Corpus
    from electlaw.snapshot import Moment
    from electlaw.sources import Rows
    from electlaw.tables import Row

__all__ = ["checked", "hints"]

#: What can only be done to a place that is there.
_ON_WHAT_IS = ("amend", "restate", "renumber", "repeal")
#: Kinds whose instruments have no title.
_UNTITLED = ("mk", "ma")


def checked(corpus: Corpus, bill: Rows, moment: Moment) -> Rows:
    """Return the rows of a bill; raises `Invalid` naming the field that does not fit the law, with the nearest."""
    own = bill.keys("instruments")
    for row in bill.all("instruments"):
        _instrument(corpus, row)
    for row in bill.all("relations"):
        _known(corpus, own, row["target"], "relations: target")
    for text in bill.texts():
        _known(corpus, own, text, "provisions: place")
        for row in bill.all(f"provisions/{text}"):
            _provision(corpus, bill, text, row, moment)
    for row in bill.all("holdings"):
        _known(corpus, own, row["place"], "holdings: place")
        if row["place"].partition("/")[0] not in own:
            _there(corpus, row["place"], moment, "holdings: place")
    for row in bill.all("parameters"):
        _parameter(corpus, row)
    for table in ("instruments", "relations", "holdings", "parameters", *(f"provisions/{it}" for it in bill.texts())):
        for row in bill.all(table):
            _common(corpus, own, table.partition("/")[0], row)
    return bill


def hints(bill: str | Mapping[str, object], moment: Moment) -> Iterator[Text]:
    """Yield what whoever compares a bill may have overlooked."""
    from electlaw.packs import written

    for row in written(bill).get("instruments", ()):
        if not row["known"]:
            yield Text(
                f"{row['id']}: no 'known'; taken as known on {moment.known} and in force from then on",
                f"{row['id']}: tanpa 'known'; dianggap diketahui pada {moment.known} dan berlaku sejak itu",
            )
        elif (row["from"] or row["known"]) > moment.on:
            since = row["from"] or row["known"]
            yield Text(
                f"{row['id']} has force from {since}, after {moment.on}: it changes nothing yet on that day",
                f"{row['id']} berlaku sejak {since}, sesudah {moment.on}: belum mengubah apa pun pada hari itu",
            )


def _wrong(en: str, id: str, choices: Sequence[str] = ()) -> Invalid:
    return Invalid(f"bill, {en}", id=f"rancangan, {id}", choices=choices)


def _near(word: str, words: Sequence[str]) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(get_close_matches(word, words, 4, 0.4) or words[:4])


def _instrument(corpus: Corpus, row: Row) -> None:
    if corpus.instrument(row["id"]) is not None:
        raise _wrong(
            f"id: '{row['id']}' is in the register already; give the bill a number no instrument bears",
            f"id: '{row['id']}' sudah ada dalam daftar; beri rancangan nomor yang belum dipakai",
        )
    kinds = tables()["kinds"].keys()
    if row["kind"] not in kinds:
        raise _wrong(
            f"kind: {row['kind']!r} is no kind of instrument (kinds.tsv)",
            f"kind: {row['kind']!r} bukan jenis peraturan (kinds.tsv)",
            _near(row["kind"], kinds),
        )
    if not row["title"] and row["kind"] not in _UNTITLED:
        raise _wrong(f"title: {row['id']} has none", f"title: {row['id']} tidak berjudul")


def _known(corpus: Corpus, own: Sequence[str], id: str, field: str) -> None:
    """Refuse what lies in no instrument of the register or the bill."""
    from electlaw.corpus import unknown_instrument

    instrument = id.partition("/")[0]
    if instrument not in own and corpus.instrument(corpus.settled(instrument)) is None:
        error = unknown_instrument(corpus, instrument)
        raise _wrong(f"{field}: {error.en}", f"{field}: {error.id}", error.choices)


def _provision(corpus: Corpus, bill: Rows, text: str, row: Row, moment: Moment) -> None:
    own = set(bill.keys(f"provisions/{text}"))
    above = row["place"].rpartition("/")[0]
    if text not in bill.keys("instruments"):
        if row["op"] in _ON_WHAT_IS:
            _there(corpus, f"{text}/{row['place']}", moment, "provisions: place")
        elif above and above not in own:
            _there(corpus, f"{text}/{above}", moment, "provisions: place")
    if row["moved"]:
        moved = row["moved"] if "/" in row["moved"] and row["moved"].partition("/")[0] in corpus.texts() else ""
        place = moved or f"{text}/{row['moved']}"
        if row["op"] != "repeal" and place.removeprefix(f"{text}/") not in own:
            _there(corpus, place, moment, "provisions: moved")


def _there(corpus: Corpus, place: str, moment: Moment, field: str) -> None:
    """Refuse a place that its text never had."""
    from electlaw.provisions import provision
    from electlaw.refs import Ref

    if "/" not in place:
        return
    found = provision(corpus, Ref(place), moment)
    if found.state == "not_found":
        raise _wrong(
            f"{field}: '{place}' is no place its text ever had",
            f"{field}: '{place}' tidak pernah ada dalam naskahnya",
            found.nearest,
        )


def _parameter(corpus: Corpus, row: Row) -> None:
    key = corpus.row("parameter-keys", row["key"])
    if key is None:
        raise _wrong(
            f"parameters: key: no parameter {row['key']!r}",
            f"parameters: key: tidak ada parameter {row['key']!r}",
            _near(row["key"], corpus.parameter_keys()),
        )
    from electlaw.parameters import readable

    if row["value"] and not readable(row["value"], key):
        raise _wrong(
            f"parameters: value: {row['value']!r} is no {key['type']}",
            f"parameters: value: {row['value']!r} bukan {key['type']}",
            key["values"].split(),
        )


def _common(corpus: Corpus, own: Sequence[str], table: str, row: Row) -> None:
    """Refuse days that are none, an actor nobody knows, and conditions that cannot be read."""
    from electlaw.scope import scope

    for field in ("known", "from", "until", "applies"):
        try:
            (scope if field == "applies" else when)(row.get(field, ""))
        except ElectlawError as error:
            raise _wrong(f"{table}: {field}: {error.en}", f"{table}: {field}: {error.id}", error.choices) from None
    if row.get("by"):
        _known(corpus, own, row["by"], f"{table}: by")
