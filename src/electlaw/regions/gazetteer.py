"""The tables of regions, indexed by code, by name and by day."""

from __future__ import annotations

from bisect import bisect_right

import attrs

from electlaw.dates import day, when
from electlaw.errors import Ambiguous, Invalid, NotFound, OutOfCoverage
from electlaw.regions.names import KINDS, bad_code, fold, nearest, shown, split_kind, without_kind
from electlaw.regions.place import COVERED_FROM, Region, RegionChange
from electlaw.tables import tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Protocol

    from electlaw.dates import Day
    from electlaw.tables import Row

    class Rows(Protocol):
        """Anything that answers with rows of tables: a corpus, a directory, rows in memory."""

        def rows(self, table: str, key: str) -> list[Row]:
            """Return the rows of `table` whose key is `key`."""

        def all(self, table: str) -> Iterable[Row]:
            """Return every row of `table`."""


__all__ = ["Gazetteer"]


class BuiltIn:
    """The built-in tables as the rows of a log."""

    def rows(self, table: str, key: str) -> list[Row]:
        """Return the rows of `table` whose key is `key`."""
        found = tables().get(table)
        return found.rows(key) if found else []

    def all(self, table: str) -> Iterable[Row]:
        """Return every row of `table`."""
        return tables().get(table) or ()


class Gazetteer:
    """The regions of a log (the built-in tables by default), looked up by code, by name and by day."""

    __slots__ = (
        "_aliases",
        "_bps",
        "_exact",
        "_formed",
        "_history",
        "_index",
        "_keys",
        "_log",
        "_regions",
        "_states",
        "memo",
    )

    def __init__(self, log: Rows | None = None) -> None:
        self._log = log or BuiltIn()
        #: What the modules over the tables of regions have read of them.
        self.memo: dict[str, object] = {}
        self._regions: dict[str, Region] = {}
        #: Written form -> region, for what needs no reading: codes first, then every text that was once
        #: resolved.
        self._exact: dict[str, Region] = {}
        self._bps: dict[str, Region] = {}
        self._history: dict[str, list[Row]] | None = None
        self._formed: dict[str, Row] = {}
        self._index: dict[str, list[_Named]] | None = None
        self._keys: list[str] = []
        #: Other names of each region, with the days they were borne.
        self._aliases: dict[str, list[tuple[str, str, str]]] = {}
        self._states: dict[str, tuple[list[str], list[Region]]] = {}
        for row in self.rows("regions"):
            self._add(row)

    def rows(self, table: str, key: str | None = None) -> Iterable[Row]:
        """Return the rows of a table, those of one key if given."""
        return self._log.all(table) if key is None else self._log.rows(table, key)

    def _add(self, row: Row) -> None:
        code = row["code"]
        found = Region(
            code,
            code,
            row["name"],
            row["short"],
            row["kind"],
            row["parent"],
            row["capital"],
            row["zone"],
            row["special"],
            row["iso"] or None,
            row["ocd"] or None,
            row["bps"],
            row["bps_before_2023"] or None,
            tuple(row["source"].split()),
            row["verified"],
            tuple(row["unverified"].split()),
            self,
        )
        self._regions[code] = found
        exact = self._exact
        exact[code] = exact[code.replace(".", "")] = found
        if found.iso:
            exact[found.iso] = found
        if found.ocd_id:
            exact[found.ocd_id] = found
        for bps in (row["bps"], row["bps_before_2023"]):
            if bps:
                self._bps[bps] = found

    # -- by identity --

    def by_key(self, key: str) -> Region:
        """Return the region with the newest Kemendagri code `key`."""
        return self._regions[key]

    def by_code(self, code: str) -> Region:
        """Return the region with the Kemendagri code `code`, its newest or one it had before."""
        found = self._exact.get(code)
        return found if found is not None else self._read_code(code)

    def by_bps(self, code: str) -> Region:
        """Return the region with the BPS code `code`, its present one or the one before 2023."""
        text = code.strip().replace(".", "") if isinstance(code, str) else ""
        if not (text.isascii() and text.isdigit() and len(text) in (2, 4)):
            raise Invalid(
                f"{shown(code)} is no BPS code of a region: it has 2 digits (province) or 4",
                id=f"{shown(code)} bukan kode BPS wilayah: kodenya 2 angka (provinsi) atau 4",
            )
        found = self._bps.get(text)
        if found is None:
            raise NotFound(f"no region has the BPS code {text}", id=f"tidak ada wilayah dengan kode BPS {text}")
        return found

    def regions(self, on: Day | None = None) -> tuple[Region, ...]:
        """Return all regions in order of code; with `on` those of that day, in their state of that day."""
        if on is None:
            return tuple(self._regions.values())
        iso = day(on)
        _covered(iso)
        return tuple(self.state(key, iso) for key in self._regions if self._exists(key, iso))

    # -- over time --

    def _load_history(self) -> dict[str, list[Row]]:
        history: dict[str, list[Row]] = {}
        for row in self.rows("region-history"):
            history.setdefault(row["code"], []).append(row)
            if row["op"] == "formed":
                self._formed[row["code"]] = row
            elif row["op"] == "recoded":
                old, now = row["was"], self._regions[row["code"]]
                self._exact.setdefault(old, now)
                self._exact.setdefault(old.replace(".", ""), now)
        self._history = history
        return history

    def history(self, key: str, known: str | None) -> tuple[RegionChange, ...]:
        """Return the changes of the region `key`, oldest first, as far as known on `known`."""
        history = self._history or self._load_history()
        changes = (self._change(row) for row in history.get(key, ()))
        return tuple(c for c in changes if known is None or c.known.latest <= known)

    def _change(self, row: Row) -> RegionChange:
        return RegionChange(
            row["code"],
            row["op"],
            row["was"],
            tuple(self._regions[code] for code in row["origin"].split(",") if code),
            row["by"],
            when(row["from"]),
            when(row["known"] or row["from"]),
            row["condition"],
            row["note"],
            tuple(row["source"].split()),
            row["verified"],
            tuple(row["unverified"].split()),
        )

    def _exists(self, key: str, iso: str) -> bool:
        if self._history is None:
            self._load_history()
        row = self._formed.get(key)
        return row is None or when(row["from"]).latest <= iso

    def state(self, key: str, iso: str) -> Region:
        """Return the region `key` in its state on the day `iso` (see `Region.at`)."""
        _covered(iso)
        if not self._exists(key, iso):
            raise self._not_yet(key, iso)
        days, states = self._states.get(key) or self._timeline(key)
        return attrs.evolve(states[bisect_right(days, iso)], on=iso)

    def _timeline(self, key: str) -> tuple[list[str], list[Region]]:
        """Undo the changes of a region, newest first: the days of change and the states between them."""
        assert self._history is not None
        state = self._regions[key]
        states, days = [state], []
        for row in reversed(self._history.get(key, ())):
            undo = _UNDO.get(row["op"])
            if undo is None or row["condition"] or not row["from"]:
                continue
            state = undo(state, row["was"])
            days.append(when(row["from"]).latest)
            states.append(state)
        days.reverse()
        states.reverse()
        found = self._states[key] = (days, states)
        return found

    def _not_yet(self, key: str, iso: str) -> NotFound:
        now, row = self._regions[key], self._formed[key]
        origin = [self._regions[code].full_name for code in row["origin"].split(",") if code]
        came = f", split from {' and '.join(origin)}" if origin else ""
        dari = f", dimekarkan dari {' dan '.join(origin)}" if origin else ""
        return NotFound(
            f"{now.full_name} did not exist on {iso}: it was formed on {row['from']} ({row['by']}){came}",
            id=f"{now.full_name} belum ada pada {iso}: dibentuk {row['from']} ({row['by']}){dari}",
            choices=origin,
        )

    # -- by name --

    def aliases(self, key: str, on: str = "") -> tuple[str, ...]:
        """Return the other names of the region `key`; with `on` those it bore by then, but the official one."""
        if self._index is None:
            self._build_index()
        names = self._aliases.get(key, ())
        if not on:
            return tuple(text for text, _, _ in names)
        official = self.state(key, on).name
        return tuple(text for text, start, _ in names if text != official and (not start or when(start).earliest <= on))

    def _build_index(self) -> dict[str, list[_Named]]:
        index: dict[str, list[_Named]] = {}
        since: dict[str, str] = {}
        formers: list[tuple[str, str, str]] = []
        for key, rows in (self._history or self._load_history()).items():
            for row in rows:
                if row["op"] == "renamed" and row["from"]:
                    formers.append((key, row["was"], row["from"]))
                    since[key] = row["from"]
        for key, now in self._regions.items():
            for text in {now.short_name, now.full_name, f"{KINDS[now.kind]} {now.short_name}"}:
                _enter(index, text, _Named(now, since.get(key, ""), ""))
        for row in self.rows("region-names"):
            now = self._regions[row["code"]]
            self._alias(index, now, row["name"], row["from"], row["until"])
        for key, text, until in formers:
            now = self._regions[key]
            self._alias(index, now, text, "", until)
            _enter(index, without_kind(text), _Named(now, "", until))
        self._index = index
        self._keys = list(index)
        return index

    def _alias(self, index: dict[str, list[_Named]], now: Region, text: str, start: str, until: str) -> None:
        _enter(index, text, _Named(now, start, until))
        self._aliases.setdefault(now.key, []).append((text, start, until))

    def find(self, text: str, kinds: frozenset[str], within: Region | None, iso: str | None) -> Region:
        """Resolve a written name or code; see `region`."""
        words = fold(text)
        if "," in text and within is None:
            head, _, tail = text.rpartition(",")
            within = self._province(fold(tail))
            words = fold(head) if within else words
        if not words:
            raise Invalid("a region is wanted, the text is empty", id="nama wilayah kosong")
        if all(word.isdigit() for word in words):
            found = self._read_code("".join(words) if len(words[0]) == 2 else " ".join(words))
            if kinds and found.kind not in kinds:
                raise self._none(text, kinds, within, [found.full_name])
            return found
        named, hinted = self._candidates(words)
        kinds = (kinds & hinted if kinds else hinted) if hinted else kinds
        fits = [n for n in named if not kinds or n.region.kind in kinds]
        if within is not None:
            fits = [n for n in fits if self._lies_in(n.region, within, iso)]
        if not fits:
            raise self._none(text, kinds, within, [n.region.full_name for n in named])
        fits = self._of_the_day(fits, iso)
        found = fits[0].region
        others = {n.region.key for n in fits}
        if len(others) > 1:
            raise self._ambiguous(text, [self._regions[key] for key in sorted(others)])
        return found

    def _province(self, words: list[str]) -> Region | None:
        """Return the one province the words name, if they do."""
        named, _ = self._candidates(words) if words else ([], None)
        found = {n.region.key: n.region for n in named if n.region.kind == "province"}
        return next(iter(found.values())) if len(found) == 1 else None

    def _candidates(self, words: list[str]) -> tuple[list[_Named], frozenset[str]]:
        """Find what bears the name as it stands, else without the words for a kind; and those kinds."""
        index = self._index or self._build_index()
        named = index.get("".join(words))
        if named:
            return named, frozenset()
        bare, hinted = split_kind(words)
        named = index.get("".join(bare), []) if bare else []
        return named, hinted

    def _lies_in(self, found: Region, within: Region, iso: str | None) -> bool:
        if iso is not None and self._exists(found.key, iso):
            found = self.state(found.key, iso)
        return within.key in (found.key, found.parent_key)

    def _of_the_day(self, named: list[_Named], iso: str | None) -> list[_Named]:
        """Keep who bears the name on the day; without a day or a bearer then, who bears it now; else all."""
        if iso is not None:
            then = [n for n in named if n.borne_on(iso) and self._exists(n.region.key, iso)]
            if then:
                return then
        return [n for n in named if not n.until] or named

    def _read_code(self, code: str) -> Region:
        text = code.strip().replace(".", "") if isinstance(code, str) else ""
        if self._history is None:
            self._load_history()
        found = self._exact.get(text)
        if found is not None and text:
            return found
        bps = self._bps.get(text)
        raise bad_code(text or code, bps.full_name if bps else "")

    def _ambiguous(self, text: str, found: Iterable[Region]) -> Ambiguous:
        return Ambiguous(
            f"{shown(text)} fits several regions: name its kind or its province, or take the code",
            id=f"{shown(text)} cocok dengan beberapa wilayah: sebut jenis, provinsi, atau kodenya",
            choices=[f"{one.full_name} ({one.code})" for one in found],
        )

    def _none(self, text: str, kinds: frozenset[str], within: Region | None, found: list[str]) -> NotFound:
        what = " or ".join(sorted(kinds)) if 0 < len(kinds) < len(KINDS) else "region"
        place = f" in {within.full_name}" if within else ""
        di = f" di {within.full_name}" if within else ""
        nama = " atau ".join(KINDS[kind] for kind in sorted(kinds)) if 0 < len(kinds) < len(KINDS) else "wilayah"
        return NotFound(
            f"no {what}{place} is called {shown(text)}",
            id=f"tidak ada {nama}{di} bernama {shown(text)}",
            choices=found or self.suggest(text),
        )

    def suggest(self, text: str, limit: int = 5) -> list[str]:
        """Return the names of at most `limit` regions whose name comes nearest to `text`."""
        words = fold(text)
        bare, kinds = split_kind(words)
        index = self._index or self._build_index()
        best: dict[str, str] = {}
        for key in nearest("".join(bare or words), self._keys):
            for named in index[key]:
                if not kinds or named.region.kind in kinds:
                    best.setdefault(named.region.key, named.region.full_name)
        return list(best.values())[:limit]


@attrs.frozen
class _Named:
    """A region under one of its names, with the days it bore it (empty: always, still)."""

    region: Region
    start: str
    until: str

    def borne_on(self, iso: str) -> bool:
        """Whether the name was borne on the day (a vague end counts as its last day)."""
        begun = not self.start or when(self.start).latest <= iso
        return begun and (not self.until or iso < when(self.until).latest)


def _rename(state: Region, was: str) -> Region:
    return attrs.evolve(state, name=was, short_name=without_kind(was))


def _enter(index: dict[str, list[_Named]], text: str, named: _Named) -> None:
    entries = index.setdefault("".join(fold(text)), [])
    if named not in entries:
        entries.append(named)


_UNDO: dict[str, Callable[[Region, str], Region]] = {
    "renamed": _rename,
    "recoded": lambda state, was: attrs.evolve(state, code=was),
    "moved": lambda state, was: attrs.evolve(state, parent_key=was),
    "capital": lambda state, was: attrs.evolve(state, capital=was),
}


def _covered(iso: str) -> None:
    if iso < COVERED_FROM:
        raise OutOfCoverage(
            f"the state of regions is covered from {COVERED_FROM} on, not {iso}",
            id=f"keadaan wilayah dicakup sejak {COVERED_FROM}, bukan {iso}",
        )
