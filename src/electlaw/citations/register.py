"""The register of statutes and government regulations beyond the log: titles, days, last pasal, whole repeals.

It is read only when a citation leads beyond the log. About one title in fourteen still carries a slip of scanning,
and absence proves nothing: an entry vouches only for columns it does not list as doubtful.
"""

from __future__ import annotations

from weakref import WeakKeyDictionary

from electlaw.acts import Instrument
from electlaw.dates import when
from electlaw.refs import split_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.corpus import Corpus

__all__ = ["amended", "entry", "promulgated_in", "repeals"]


_entries: WeakKeyDictionary[Corpus, dict[str, Instrument | None]] = WeakKeyDictionary()


def entry(corpus: Corpus, id: str) -> Instrument | None:
    """Return what the register has of an instrument, with its doubtful columns as ``unverified``."""
    known = _entries.setdefault(corpus, {})
    if id not in known:
        rows = corpus.rows("register", id)
        known[id] = _instrument(rows[0]) if rows else None
    return known[id]


def _instrument(row: dict[str, str]) -> Instrument:
    kind, number, year = split_id(row["id"])
    return Instrument(
        row["id"], kind, number, year, row["title"], known=when(row["known"]),
        source=row["source"], verified=row["verified"], unverified=tuple(row["doubt"].split()),
    )  # fmt: skip


_repeals: WeakKeyDictionary[Corpus, dict[str, list[str]]] = WeakKeyDictionary()


def repeals(corpus: Corpus) -> dict[str, list[str]]:
    """Return, for each instrument repealed as a whole by closing articles the register read, those that did it."""
    table = _repeals.get(corpus)
    if table is None:
        table = _repeals[corpus] = {}
        for row in corpus.all("register"):
            if row["revokes"] and "revokes" not in row["doubt"] and row["verified"] == "text":
                for target in row["revokes"].split():
                    table.setdefault(target, []).append(row["id"])
    return table


def amended(corpus: Corpus, id: str) -> str:
    """Return the law an instrument of the register only amends, with which it ends; empty if it is no amendment."""
    rows = corpus.rows("register", id)
    sure = rows and rows[0]["verified"] == "text" and "amends" not in rows[0]["doubt"].split()
    amends = rows[0]["amends"].split() if sure else []
    return amends[0] if len(amends) == 1 and rows[0]["title"].startswith("Perubahan") else ""


_gazettes: WeakKeyDictionary[Corpus, dict[str, list[str]]] = WeakKeyDictionary()


def promulgated_in(corpus: Corpus, issue: str) -> str | None:
    """Return the instrument that an issue of the gazette (``LN 2016/130``) promulgated; None if none or several."""
    table = _gazettes.get(corpus)
    if table is None:
        table = {}
        for name in ("instruments", "register"):
            for row in corpus.all(name):
                if row["gazette"] and row["id"] not in table.setdefault(row["gazette"], []):
                    table[row["gazette"]].append(row["id"])
        _gazettes[corpus] = table
    found = table.get(issue, [])
    return found[0] if len(found) == 1 else None
