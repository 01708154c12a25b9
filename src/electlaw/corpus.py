"""The log in memory: reads the tables of the package and of data packs into acts, lazily, place by place."""

from __future__ import annotations

import re

from electlaw.acts import ENDS, Act, Holding, Instrument, Put, Relation, Setting
from electlaw.dates import LAST, UNKNOWN, Span, When, when
from electlaw.errors import NotFound
from electlaw.fold import boundaries, in_order, paint
from electlaw.refs import order_key, own_article, split_id
from electlaw.scope import scope
from electlaw.sources import Directory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from electlaw.sources import Source
    from electlaw.tables import Row

    A = TypeVar("A", bound=Act)


__all__ = ["DATA_AS_OF", "DATA_FROM", "Corpus", "Place", "builtin", "unknown_instrument"]

#: The log of the Pilkada law's norms ends here; answers about later days are marked projected.
DATA_AS_OF = "2026-02-02"

#: The log begins with the first statute on the direct election of heads of region, UU 32/2004.
DATA_FROM = "2004-10-15"

_NEVER = When(LAST, LAST)

#: The title of a statute that turns a regulation in lieu of one into a statute.
_ENACTED = r"penetapan peraturan pemerintah pengganti undang[- ]undang n[a-z]{1,4}\.? ?([0-9]+) tahun ([0-9]{4})"


class Place:
    """Everything the log holds on one place, in the order of painting."""

    __slots__ = ("contents", "first_known", "hits", "holdings", "id", "remarks", "restated")

    def __init__(self, id: str) -> None:
        self.id = id
        #: Acts that give the place content or take it away, from the place itself or from what holds it.
        self.contents: tuple[Act, ...] = ()
        #: Acts that printed it again without a change.
        self.restated: tuple[Put, ...] = ()
        #: What rulings did to it or to what holds it.
        self.holdings: tuple[Holding, ...] = ()
        #: Rulings that concern it and change nothing: history only.
        self.remarks: tuple[Holding, ...] = ()
        #: For each holding the content it hit: the one that stood when it was pronounced.
        self.hits: tuple[Act | None, ...] = ()
        #: The first day on which the public could know of the place; empty if the law never had it.
        self.first_known = ""

    def acts(self) -> list[Act]:
        """Return all acts on the place in the order of painting."""
        return sorted([*self.contents, *self.restated, *self.holdings, *self.remarks], key=lambda act: act.sort_key)


class Corpus:
    """The acts of the built-in log and of any packs over it.

    Immutable for its users: everything is read at first use and remembered. `extended` returns a new corpus.
    """

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the built-in log as its name, any other as its sources."""
        if self is _builtin:
            return (builtin, ())
        return (Corpus, (self._sources,))

    def __init__(self, sources: tuple[Source, ...]) -> None:
        self._sources = sources
        self._instruments: dict[str, Instrument | None] = {}
        self._wholes: dict[str, tuple[Act, ...]] = {}
        self._places: dict[str, Place] = {}
        self._settings: dict[str, tuple[Setting, ...]] = {}
        self._bases: dict[str, str] | None = None
        self._names: dict[str, list[Row]] = {}
        self._met: dict[str, tuple[When, When]] | None = None
        self._above: dict[tuple[str, str], tuple[tuple[Act, ...], list[Row]]] = {}
        self._brackets: dict[str, dict[str, tuple[Setting, ...]]] = {}
        self._singles: dict[tuple[str, str], Row | None] = {}
        self._relations: dict[tuple[str, tuple[str, ...]], tuple[Relation, ...]] = {}
        self._puts: dict[tuple[str, str], tuple[Put, ...]] = {}
        self._held: dict[str, dict[str, list[Row]]] | None = None
        self._turns: dict[str, tuple[str, ...]] = {}
        self._paths: dict[str, list[str]] = {}
        self._all_places: list[str] | None = None
        self._texts: list[str] | None = None
        self._place_ids: dict[str, str] = {}

    # -- rows -------------------------------------------------------------------------------------------

    def rows(self, table: str, key: str) -> list[Row]:
        """Return the rows of `table` with this key, built-in ones first."""
        found = self._sources[0].rows(table, key)
        for source in self._sources[1:]:
            found = found + source.rows(table, key)
        return found

    def row(self, table: str, key: str) -> Row | None:
        """Return the first row of `table` with this key, remembered; None if there is none."""
        try:
            return self._singles[table, key]
        except KeyError:
            found = next(iter(self.rows(table, key)), None)
            self._singles[table, key] = found
            return found

    def all(self, table: str) -> Iterator[Row]:
        """Iterate over every row of `table`, built-in ones first."""
        for source in self._sources:
            yield from source.all(table)

    def keys(self, table: str) -> list[str]:
        """Return the keys of `table`, each once, built-in ones first."""
        return list(dict.fromkeys(key for source in self._sources for key in source.keys(table)))

    def extended(self, *sources: Source) -> Corpus:
        """Return this corpus with further sources folded over it; this one is not touched."""
        return Corpus(self._sources + sources)

    # -- instruments ------------------------------------------------------------------------------------

    def instrument(self, id: str) -> Instrument | None:
        """Return the instrument with this id, or None if the register does not have it."""
        try:
            return self._instruments[id]
        except KeyError:
            rows = self.rows("instruments", id)
            found = self._instrument(rows[-1]) if rows else None
            self._instruments[id] = found
            return found

    def instruments(self) -> Iterator[Instrument]:
        """Iterate over every instrument of the register."""
        for id in self.keys("instruments"):
            found = self.instrument(id)
            if found is not None:
                yield found

    def _instrument(self, row: Row) -> Instrument:
        known = when(row.get("known", "") or row.get("enacted", "") or row.get("year", ""))
        return Instrument(
            id=row["id"],
            kind=row["kind"],
            number=row["number"],
            year=row["year"],
            title=row["title"],
            enacted=row.get("enacted", ""),
            known=known,
            span=self._span(row, known),
            order=int(row.get("order") or 0),
            gazette=row.get("gazette", ""),
            supplement=row.get("supplement", ""),
            status=row.get("status", "stub"),
            source=row.get("source", ""),
            verified=row["verified"],
            unverified=tuple(row.get("unverified", "").split()),
            note=row.get("note", ""),
        )

    def _span(self, row: Row, begin: When, condition: str = "") -> Span:
        condition = row.get("condition", "") or condition
        start = when(row["from"]) if row.get("from") else begin
        return Span(start, when(row["until"]) if row.get("until") else _NEVER, condition)

    def whole(self, id: str) -> tuple[Act, ...]:
        """Return the acts on an instrument as a whole, in painting order: its enactment, its repeal, its revival."""
        try:
            return self._wholes[id]
        except KeyError:
            self._wholes[id] = found = self._commenced(in_order(self._whole(id)))
            return found

    def _whole(self, id: str) -> Iterator[Act]:
        instrument = self.instrument(id)
        if instrument is None:
            return
        enacting = Act(
            target=id, by=id, op="enact", known=instrument.known, span=instrument.span,
            order=(instrument.order, id, -1), row={"source": instrument.source, "verified": instrument.verified},
        )  # fmt: skip
        yield enacting
        yield from self.relations(id, "repeals", "revives")

    def relations(self, target: str, *ops: str) -> tuple[Relation, ...]:
        """Return what other instruments do to `target` as a whole, or only these `ops`, in painting order."""
        try:
            return self._relations[target, ops]
        except KeyError:
            rows = enumerate(self.rows("relations", target))
            found = in_order(self._relation(row, index) for index, row in rows if not ops or row["op"] in ops)
            self._relations[target, ops] = found
            return found

    def relations_by(self, by: str) -> list[Relation]:
        """Return what the instrument `by` does to others as a whole."""
        return [self._relation(row, index) for index, row in enumerate(self.all("relations")) if row["by"] == by]

    def _relation(self, row: Row, index: int) -> Relation:
        known, span, order = self._coordinates(row, index)
        return Relation(
            target=row["target"], by=row["by"], op=row["op"], known=known, span=span, order=order, row=row,
        )  # fmt: skip

    def _coordinates(self, row: Row, index: int) -> tuple[When, Span, tuple[int, str, int]]:
        """Return known, span and order of an act: its instrument's own unless the row says otherwise."""
        by = row["by"]
        instrument = self._instruments.get(by) or self.instrument(by)
        if instrument is None:
            known = when(row["from"]) if row.get("from") else UNKNOWN
            return known, self._span(row, known), (0, by, index)
        span = instrument.span
        if row.get("from") or row.get("until") or row.get("condition"):
            span = self._span(row, span.start, span.condition)
        return instrument.known, span, (instrument.order, by, index)

    def _commenced(self, acts: tuple[A, ...]) -> tuple[A, ...]:
        """Add to acts in painting order those that a met condition gave force.

        An act whose condition was met stands once more behind its pending self, with force from that day and known
        since the meeting was; a later act on the same target stays above it.
        """
        met = self._conditions_met()
        if not met or not any(act.span.condition in met for act in acts):
            return acts
        import attrs

        found: list[A] = []
        for act in acts:
            found.append(act)
            if act.span.condition in met:
                start, known = met[act.span.condition]
                found.append(attrs.evolve(act, known=known, span=Span(start, act.span.end)))
        return tuple(found)

    def _conditions_met(self) -> dict[str, tuple[When, When]]:
        """Return for each condition that was met the day force begins and the day the public could know of it."""
        if self._met is None:
            self._met = {}
            for row in self.all("conditions"):
                instrument = self.instrument(row["by"])
                if instrument:
                    start = when(row["from"]) if row["from"] else instrument.span.start
                    self._met[row["condition"]] = (start, instrument.known)
        return self._met

    # -- names ------------------------------------------------------------------------------------------

    def base_of(self, id: str) -> str:
        """Return the text the articles of an instrument belong to.

        The articles an amending law restates belong to the amended text, and a Perppu and the statute that
        ratified it name one text: ``uu-10-2016``, ``perppu-1-2014`` and ``uu-6-2020`` all lead to ``uu-1-2015``.
        """
        if self._bases is None:
            self._bases = self._read_bases()
        return self._bases.get(id, id)

    def _read_bases(self) -> dict[str, str]:
        amends: dict[str, set[str]] = {}
        ratifies: dict[str, str] = {}
        for row in self.all("relations"):
            if row["op"] == "amends":
                amends.setdefault(row["by"], set()).add(row["target"])
            elif row["op"] == "ratifies":
                ratifies[row["by"]] = row["target"]
        bases: dict[str, str] = {}
        for by, targets in amends.items():
            if len(targets) == 1:
                bases[by] = next(iter(targets))
        for by, target in ratifies.items():
            if target in bases:
                bases[by] = target
            else:
                bases[target] = by
        for id in bases:
            seen, base = {id}, bases[id]
            while base in bases and base not in seen:
                seen.add(base)
                base = bases[base]
            bases[id] = base
        return bases

    def place_of(self, ref: str) -> str:
        """Return the one place a reference means, whichever law of a chain it is cited through.

        Raises `NotFound` for an instrument the register does not have, with the nearest it has.
        """
        try:
            return self._place_ids[ref]
        except KeyError:
            pass
        instrument, slash, path = ref.partition("/")
        instrument = self.settled(instrument)
        if self.instrument(instrument) is None:
            raise unknown_instrument(self, instrument)
        if slash and not own_article(path):
            instrument = self.base_of(instrument)
        inner = path.removeprefix("lampiran/")
        if inner != path and inner in self.paths(instrument):
            path = inner
        self._place_ids[ref] = place = f"{instrument}{slash}{path}"
        return place

    def name(self, normal: str, on: str | None = None) -> str | None:
        """Return the instrument a popular name means on a day (today's law if no day is given), or None.

        A name known with ``uu`` is understood with the words spelled out as well.
        """
        rows = self._named(normal)
        if not rows and normal.startswith("undang undang "):
            rows = self._named(f"uu {normal[14:]}")
        best = None
        for row in rows:
            if on is None or ((row["from"] or "") <= on and (not row["until"] or on < row["until"])):
                best = row["instrument"]
        return best

    def always(self, normal: str) -> str | None:
        """Return the instrument a popular name means on every day; None if that depends on the day, or for no name."""
        rows = self._named(normal)
        return rows[0]["instrument"] if len(rows) == 1 and not (rows[0]["from"] or rows[0]["until"]) else None

    def meanings(self, normal: str) -> set[str]:
        """Return the instruments a popular name has meant, on whatever day."""
        return {row["instrument"] for row in self._named(normal)}

    def _named(self, normal: str) -> list[Row]:
        found = self._names.get(normal)
        if found is None:
            found = self.rows("popular-names", normal)
            if found:
                self._names[normal] = found
        return found

    def settled(self, id: str) -> str:
        """Return `id`, or the instrument a name used as an id (``kuhp``) means in the latest law."""
        return self.name(id.replace("-", " ")) or id if id == "kuhp" else id

    def last_pasal(self, text: str) -> int:
        """Return the number of the last pasal of a text as the register has it; 0 if it does not say.

        A statute that turns a regulation in lieu into one has its text: ``uu-1-2015`` ends as ``perppu-1-2014`` does.
        """
        row = self.row("register", text)
        enacted = row and re.match(_ENACTED, row["title"], re.IGNORECASE)
        last = self.last_pasal(f"perppu-{enacted[1]}-{enacted[2]}") if enacted else 0
        return last or int(row["last_pasal"] or 0) if row else 0

    # -- places -----------------------------------------------------------------------------------------

    def texts(self) -> list[str]:
        """Return the ids of the texts with acts on places."""
        if self._texts is None:
            self._texts = sorted({text for source in self._sources for text in source.texts()})
        return self._texts

    def paths(self, text: str) -> list[str]:
        """Return the paths of all places of a text that ever were law, in file order."""
        try:
            return self._paths[text]
        except KeyError:
            self._paths[text] = found = self.keys(f"provisions/{text}")
            return found

    def places(self) -> list[str]:
        """Return the ids of all places that ever were law, text by text."""
        if self._all_places is None:
            self._all_places = [f"{text}/{path}" for text in self.texts() for path in self.paths(text)]
        return self._all_places

    def place(self, id: str) -> Place:
        """Return all acts on the place `id`; the place of a name the law never had holds nothing of its own."""
        try:
            return self._places[id]
        except KeyError:
            self._places[id] = found = self._place(id)
            return found

    def _place(self, id: str) -> Place:
        text, _, path = id.partition("/")
        place = Place(id)
        contents: list[Act] = []
        restated: list[Put] = []
        own = self._own(text, path)
        for act in own:
            (restated if act.op == "restate" else contents).append(act)
        if own:
            place.first_known = min([act.known.earliest for act in own])
        if restated:
            place.restated = in_order(restated)
        ends, held = self._from_above(text, path.rpartition("/")[0])
        contents += ends
        place.contents = self._commenced(in_order(contents))
        if rows := self._held_in(text).get(path, []) + held:
            self._attach_holdings(place, rows)
        return place

    def _from_above(self, text: str, holder: str) -> tuple[tuple[Act, ...], list[Row]]:
        """Return what befalls all that `holder` holds: the acts that end it and the rows of rulings.

        They are those on it, on what holds it, and on the text as a whole; the explanations as a whole hold nothing.
        """
        key = (text, holder)
        try:
            return self._above[key]
        except KeyError:
            pass
        held = self._held_in(text)
        if not holder or holder == "penjelasan":
            found = tuple(act for act in in_order(self._whole(text)) if act.op != "enact"), held.get("", [])
        else:
            own = tuple(_before_own(act) for act in self._own(text, holder) if act.op in ENDS)
            ends, rows = self._from_above(text, holder.rpartition("/")[0])
            found = own + ends, held.get(holder, []) + rows
        self._above[key] = found
        return found

    def _own(self, text: str, path: str) -> tuple[Put, ...]:
        """Return the acts on a place itself, in file order."""
        key = (text, path)
        try:
            return self._puts[key]
        except KeyError:
            rows = self.rows(f"provisions/{text}", path)
            place = f"{text}/{path}"
            self._puts[key] = found = tuple([self._put(place, row, index) for index, row in enumerate(rows)])
            return found

    def _put(self, place: str, row: Row, index: int) -> Put:
        known, span, order = self._coordinates(row, index)
        return Put(
            target=place, by=row["by"], op=row["op"], known=known, span=span, order=order, row=row,
        )  # fmt: skip

    def _held_in(self, text: str) -> dict[str, list[Row]]:
        """Return the rows of rulings and adjusting statutes on a text, by the path they name."""
        if self._held is None:
            self._held = {}
            for row in self.all("holdings"):
                of, _, held = row["place"].partition("/")
                self._held.setdefault(of, {}).setdefault(held, []).append(row)
        return self._held.get(text) or {}

    def effects(self, ruling: str) -> list[Holding]:
        """Return what a ruling or adjusting statute did, place by place."""
        rows = [row for row in self.all("holdings") if row["by"] == ruling]
        return [self._holding(row, index) for index, row in enumerate(rows)]

    def held_within(self, id: str) -> list[str]:
        """Return the places within a place that a ruling or adjustment names, in legal order."""
        text, _, path = id.partition("/")
        held = self._held_in(text)
        return [f"{text}/{one}" for one in sorted((p for p in held if p.startswith(f"{path}/")), key=order_key)]

    def _attach_holdings(self, place: Place, rows: list[Row]) -> None:
        holdings = [self._holding(row, index) for index, row in enumerate(rows)]
        revived = [act for act in holdings if act.op == "revives"]
        if revived:
            place.contents = in_order([*place.contents, *revived])
        place.remarks = in_order(act for act in holdings if act.op in REMARKS)
        place.holdings = in_order(act for act in holdings if act.op != "revives" and act.op not in REMARKS)
        place.hits = tuple(self._hit(place, act) for act in place.holdings)

    def _hit(self, place: Place, holding: Holding) -> Act | None:
        day = holding.known.latest
        return paint(place.contents, day, day).winner

    def _holding(self, row: Row, index: int) -> Holding:
        instrument = self.instrument(row["by"])
        known = instrument.known if instrument else UNKNOWN
        force, end = row["force"], row.get("until", "")
        start = known if force == "pronounced" else _FROM_CONTENT if force == "declares" else when(force)
        return Holding(
            target=row["place"],
            by=row["by"],
            op=row["form"],
            known=known,
            span=Span(start, when(end) if end else _NEVER),
            scope=scope(row["applies"]),
            order=(instrument.order if instrument else 0, row["by"], index),
            row=row,
        )

    # -- parameters -------------------------------------------------------------------------------------

    def parameter_keys(self) -> list[str]:
        """Return the documented keys of parameters, in the order of the table."""
        return self.keys("parameter-keys")

    def settings(self, key: str) -> tuple[Setting, ...]:
        """Return the acts that set or unset a parameter, in painting order; empty for an unknown key."""
        try:
            return self._settings[key]
        except KeyError:
            acts = in_order(self._setting(row, index) for index, row in enumerate(self.rows("parameters", key)))
            self._settings[key] = found = self._commenced(acts)
            return found

    def turns(self, id: str) -> tuple[str, ...]:
        """Return the sorted days on which the answer about a place, instrument or parameter can change."""
        try:
            return self._turns[id]
        except KeyError:
            self._turns[id] = found = tuple(boundaries(self._acts_on(id)))
            return found

    def _acts_on(self, id: str) -> list[Act]:
        if "/" not in id:
            return [*(self.settings(id) or self.whole(id))]
        acts = self.place(id).acts()
        for act in acts[:]:
            if isinstance(act, Put) and act.op == "renumber" and act.moved:
                acts += self.place(act.moved).acts()
        return acts

    def brackets(self, key: str) -> dict[str, tuple[Setting, ...]]:
        """Return the acts on a parameter by the conditions under which they apply, each in painting order."""
        try:
            return self._brackets[key]
        except KeyError:
            groups: dict[str, list[Setting]] = {}
            for act in self.settings(key):
                groups.setdefault(str(act.scope), []).append(act)
            self._brackets[key] = found = {bracket: tuple(acts) for bracket, acts in groups.items()}
            return found

    def _setting(self, row: Row, index: int) -> Setting:
        known, span, order = self._coordinates(row, index)
        return Setting(
            target=row["key"], by=row["by"], op=row["op"], known=known, span=span, scope=scope(row["applies"]),
            order=order, row=row,
        )  # fmt: skip


#: What one instrument does to a place itself is painted over what it does to all that holds it.
_BEFORE_OWN = 1_000_000
_FROM_CONTENT = When("0001-01-01", "0001-01-01")
REMARKS = frozenset({"note", "inadmissible"})


def _before_own(act: Put) -> Put:
    import attrs

    order, by, index = act.order
    return attrs.evolve(act, order=(order, by, index - _BEFORE_OWN))


_builtin: Corpus | None = None


def builtin() -> Corpus:
    """Return the corpus of the tables that the package ships."""
    global _builtin
    if _builtin is None:
        _builtin = Corpus((Directory(),))
    return _builtin


def unknown_instrument(corpus: Corpus, id: str) -> NotFound:
    """Build the error for an instrument the register does not have, with the nearest it has."""
    from difflib import get_close_matches

    ids = corpus.keys("instruments")
    kind, number, year = split_id(id)
    near = get_close_matches(id, ids, 4, 0.75)
    if number and year:
        kin = [(other, split_id(other)) for other in ids if other.startswith(f"{kind}-")]
        aim = _leading(year), _leading(number)
        of_kind = [(other, _leading(y), n) for other, (k, n, y) in kin if k == kind and y and n]
        same = sorted((abs(y - aim[0]), other) for other, y, n in of_kind if n == number)
        beside = sorted((abs(y - aim[0]), abs(_leading(n) - aim[1]), other) for other, y, n in of_kind)
        near = [other for _, other in same[:3]] + [other for *_, other in beside[:2]] + near
    near = list(dict.fromkeys(near))
    return NotFound(
        f"no instrument '{id}' in the register",
        id=f"tidak ada peraturan '{id}' dalam daftar",
        choices=near[:5],
    )


def _leading(number: str) -> int:
    """Return the number a text begins with, 0 for one that begins with none."""
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    return int(digits or 0)
