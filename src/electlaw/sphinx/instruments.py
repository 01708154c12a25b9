"""The page of an instrument: what it is, what it does, what others did to it, and the places of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import ENDS, Holding
from electlaw.corpus import DATA_AS_OF, REMARKS
from electlaw.places import fold_place
from electlaw.refs import akn, cite, cite_place, order_key
from electlaw.snapshot import Moment
from electlaw.sphinx.charts import chain
from electlaw.sphinx.markup import both, day_both, doc_link, el, link, section, table, when_both, when_text
from electlaw.sphinx.notes import noted
from electlaw.sphinx.provisions import date_bar, place_tree, state_badge, words
from electlaw.sphinx.timeline import instrument_days, instrument_spells, merged_days, place_days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.acts import Act, Instrument, Relation, Setting
    from electlaw.corpus import Corpus
    from electlaw.dates import When
    from electlaw.instruments import InstrumentState

__all__ = ["OUTCOMES", "Index", "instrument_page", "is_english", "own_places", "relation_graph"]

#: The text whose places have pages of their own.
PAGED = "uu-1-2015"


class Index:
    """What acts say of instruments and places, turned round: who asserts what, and who refers to what."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.by: dict[str, list[Act]] = {}
        self.settings: dict[str, list[str]] = {}
        self.refers: dict[str, list[str]] = {}
        self.parameters: dict[str, list[str]] = {}
        for text in corpus.texts():
            for path in corpus.paths(text):
                self._read_place(f"{text}/{path}")
        for key in corpus.parameter_keys():
            for act in corpus.settings(key):
                _add(self.settings, act.by, key)
                for place in act.provisions:
                    _add(self.parameters, place, key)

    def _read_place(self, place: str) -> None:
        for act in self.corpus.place(place).acts():
            if act.target != place:
                continue
            self.by.setdefault(act.by, []).append(act)
            for target in getattr(act, "refers", ()):
                stated = target.split(">")[-1].split("@")[0].split("..")[0]
                full = stated if stated.partition("/")[0].endswith(tuple("0123456789")) and "/" in stated else ""
                text = place.partition("/")[0]
                head = stated.partition("/")[0]
                full = stated if self.corpus.instrument(head) else f"{text}/{stated}"
                _add(self.refers, full, place)


def _add(into: dict[str, list[str]], key: str, value: str) -> None:
    found = into.setdefault(key, [])
    if value not in found:
        found.append(value)


def instrument_page(corpus: Corpus, index: Index, id: str) -> Iterator[nodes.Node]:
    """Yield the contents of an instrument's page."""
    instrument = corpus.instrument(id)
    assert instrument is not None
    spells = instrument_spells(corpus, id)
    paths = own_places(corpus, id)
    days = merged_days(instrument_days(spells), place_days(corpus, [f"{id}/{path}" for path in paths]))
    if instrument.title:
        yield el("p", instrument.title, class_="el-title", lang="id")
    yield from _ruling(corpus, id)
    if len(days) > 1 or not corpus.rows("rulings", id):
        yield date_bar(days)
        yield _state_block(spells)
    if id == PAGED or corpus.base_of(id) == PAGED:
        text = both("The law as amended, article by article", "Undang-undang setelah perubahan, pasal demi pasal")
        yield el("p", doc_link("law/index", text))
    yield _facts(instrument)
    yield from _relations(corpus, id)
    yield from _asserts(index, id)
    if paths:
        yield section("ketentuan", "Provisions", "Ketentuan", place_tree(corpus, id, paths))


def own_places(corpus: Corpus, id: str) -> list[str]:
    """Return the places of a text that are shown on the page of its instrument."""
    paths = corpus.paths(id) if id in corpus.texts() else []
    return paths if id != PAGED else [path for path in paths if not path.startswith(_ELSEWHERE)]


#: Places of the paged text that have pages of their own.
_ELSEWHERE = ("pasal-", "bab-", "penjelasan/pasal-")


def _state_block(spells: list[tuple[str, str, InstrumentState]]) -> nodes.Node:
    items = [_spell(*spell) for spell in reversed(spells)]
    head = el("p", el("span", both("State", "Keadaan"), class_="el-place"), class_="el-place-head")
    ol = el("ol", items, class_="el-spells")
    return el("div", head, ol, class_="el-block el-level-0", id="keadaan")


def _spell(start: str, until: str, item: InstrumentState) -> nodes.Node:
    when = [*both("from ", "sejak "), *day_both(start)]
    parts: list[nodes.Node] = [
        el("p", state_badge(item.state), " ", el("span", *when, class_="el-days"), class_="el-meta")
    ]
    for key, ids in (("amended_by", item.amended_by), ("repealed_by", (item.repealed_by,) if item.repealed_by else ())):
        if ids:
            linked: list[nodes.Node] = []
            for number, by in enumerate(ids):
                linked += [nodes.Text(", ")] if number else []
                linked.append(link("instrument", by))
            parts.append(el("p", *words(key), " ", *linked, class_="el-text"))
    if item.waits_for:
        parts.append(el("p", *words("waits_for"), " ", *words(item.waits_for), class_="el-text"))
    attrs = {"data_from": start, "data_until": until, "data_state": item.state}
    return el("li", *parts, class_=f"el-spell el-is-{item.state}", **attrs)


def _facts(item: Instrument) -> nodes.Node:
    rows: list[list[object]] = [[both("Official citation", "Sebutan resmi"), cite(item.id)]]
    if item.enacted:
        rows.append([both("Enacted", "Ditetapkan"), day_both(item.enacted)])
    rows.append([both("Public since", "Diumumkan"), when_both(item.known)])
    gazette = ", ".join(part for part in (item.gazette, item.supplement) if part)
    if gazette:
        rows.append([both("Gazette", "Lembaran"), gazette])
    status = {
        "complete": both("every place of its text is in the data", "seluruh ketentuannya ada dalam data"),
        "modelled": both("in part: what this page tells", "sebagian: yang dimuat di halaman ini"),
        "stub": both("known only as cited", "hanya dikenal dari rujukan"),
    }[item.status]
    rows.append([both("Coverage", "Cakupan"), status])
    rows.append([both("Verified", "Verifikasi"), words(item.verified)])
    rows.append([both("Identifiers", "Pengenal"), [el("code", item.id), nodes.Text(" "), el("code", akn(item.id))]])
    body = el("tbody", [el("tr", el("th", row[0], scope="row"), el("td", row[1])) for row in rows])  # type: ignore[arg-type]
    if item.note:
        body += el("tr", el("th", both("Note", "Catatan"), scope="row"), el("td", noted(item.note)))
    return el("div", el("table", body, class_="table el-table el-facts"), class_="el-scroll", tabindex="0")


def _ruling(corpus: Corpus, id: str) -> Iterator[nodes.Node]:
    for row in corpus.rows("rulings", id):
        yield el("p", both(row["en"], row["id"]), class_="el-lead")
        outcome = row["outcome"]
        yield el("p", el("span", both(*OUTCOMES.get(outcome, (outcome, outcome))), class_="el-badge el-outcome"))
        effects = corpus.effects(id)
        holdings: list[list[object]] = [
            [[link("pasal", act.target)], words(act.op), both(act.text.en, act.text.id), _since(corpus, act)]
            for act in effects
        ]
        tested = [place.strip() for place in row["tested"].split(",") if place.strip()]
        seen = {act.target for act in effects}
        holdings += [[[link("pasal", place)], both("tested", "diuji"), "", ""] for place in tested if place not in seen]
        if holdings:
            heads = (
                both("Place", "Ketentuan"),
                both("Effect", "Akibat"),
                both("Meaning", "Arti"),
                both("Since then", "Sesudahnya"),
            )
            yield section("akibat", "What it did", "Akibat putusan", table(heads, holdings))


def _since(corpus: Corpus, act: Holding) -> list[nodes.Node]:
    """Say what became of what a ruling did to a place, as far as the data go: nothing if it bears on it still."""
    if act.op in REMARKS or not corpus.place(act.target).contents:
        return []
    found = fold_place(corpus, act.target, Moment(DATA_AS_OF, DATA_AS_OF))
    bearing = [one for one in (*found.holdings, *found.doubts) if isinstance(one, Holding)]
    if any((one.by, one.op, one.target) == (act.by, act.op, act.target) for one in bearing):
        later = [one for one in found.holdings if one.op == "read_as" and one.sort_key > act.sort_key]
        anew = act.op == "read_as" and later and str(later[-1].scope) == str(act.scope)
        return [*words("read_anew"), nodes.Text(" "), link("ruling", later[-1].by)] if anew else []
    winner = found.winner
    if winner is None or winner.sort_key <= act.sort_key:
        return []
    key = "repealed_by" if winner.op in ENDS else "replaced_by"
    return [*words(key), nodes.Text(" "), link("instrument", winner.by)]


OUTCOMES = {
    "granted": ("granted", "dikabulkan"),
    "granted-in-part": ("granted in part", "dikabulkan sebagian"),
    "rejected": ("rejected", "ditolak"),
    "rejected-with-holding": ("rejected, with a binding holding", "ditolak, dengan penafsiran yang mengikat"),
    "inadmissible": ("inadmissible", "tidak dapat diterima"),
    "unknown": ("outcome unknown", "amar tidak diketahui"),
}


#: Words of a detail that are Indonesian; a detail with others is a note.
_OURS = re.compile(r"\b(?!pasal\b|ayat\b|huruf\b|angka\b|dan\b)[a-z]{3,}", re.IGNORECASE)


def is_english(detail: str) -> bool:
    """Whether the detail of a relation is a note, not only the places it is about."""
    return _OURS.search(detail) is not None


def _detail(act: Relation) -> nodes.Node:
    if act.op == "tests":
        return nodes.Text(f" ({', '.join(cite_place(path.strip()) for path in act.detail.split(','))})")
    if is_english(act.detail):
        return el("span", " (", noted(act.detail), ")")
    return nodes.Text(f" ({act.detail})")


def _relations(corpus: Corpus, id: str) -> Iterator[nodes.Node]:
    found: list[tuple[When, list[object]]] = []
    for act in corpus.relations(id):
        what = [*words(act.op), *([_detail(act)] if act.detail else [])]
        found.append((_public(corpus, act), [[link("instrument", act.by)], what]))
    for act in corpus.relations_by(id):
        what = [*both("it ", "ia "), *both(*DOES.get(act.op, (act.op, act.op)))]
        what += [nodes.Text(" "), link("instrument", act.target)]
        found.append((_public(corpus, act), [_itself(id), what]))
    found.sort(key=lambda one: one[0].latest)
    rows: list[list[object]] = [[when_both(known), *row] for known, row in found]
    if rows:
        heads = (both("Public since", "Diumumkan"), both("By", "Oleh"), both("What", "Apa"))
        drawing = relation_graph(corpus, id)
        drawn = [drawing] if drawing is not None else []
        yield section("rantai", "Its place in the chain", "Tempat dalam rantai", table(heads, rows), drawn)


def _public(corpus: Corpus, act: Relation) -> When:
    """Return since when what one instrument does to another can be known: not before both are."""
    known = act.known
    for id in (act.by, act.target):
        item = corpus.instrument(id)
        if item is not None and known.latest < item.known.earliest:
            known = item.known
    return known


def _itself(id: str) -> list[nodes.Node]:
    ruling = id.startswith(("mk-", "ma-"))
    return both("this ruling", "putusan ini") if ruling else both("this instrument", "peraturan ini")


def relation_graph(corpus: Corpus, id: str) -> nodes.Node | None:
    """Return an instrument and those it is related with, and these among themselves, as a drawing."""
    family = {id}
    near = [*corpus.relations(id), *corpus.relations_by(id)]
    family.update(end for act in near if act.op != "tests" for end in (act.by, act.target))
    base = corpus.base_of(id)
    if base != id and base in family:
        family.update(act.by for act in corpus.relations(base) if act.op in ("amends", "ratifies"))
    found = [item for one in family if (item := corpus.instrument(one)) is not None]
    found.sort(key=lambda item: (item.known.latest, item.order, item.id))
    if len(found) < 2 or len(found) > 40:
        return None
    boxes = [(item.id, cite(item.id, short=True), _shown_day(item)) for item in found]
    acts = [act for one in family for act in corpus.relations(one) if act.by in family and act.op != "tests"]
    edges = dict.fromkeys((act.by, act.target, act.op) for act in acts)
    return chain(boxes, list(edges))


def _shown_day(item: Instrument) -> list[nodes.Node]:
    """Return the day an instrument became known as a drawing takes it."""
    if not item.known.known:
        return [nodes.Text(item.year)]
    return both(when_text(item.known, "en"), when_text(item.known, "id"), "tspan")


DOES = {
    "amends": ("amends", "mengubah"),
    "ratifies": ("makes law of", "menetapkan menjadi undang-undang"),
    "repeals": ("repeals", "mencabut"),
    "revives": ("revives", "menghidupkan kembali"),
    "implements": ("implements", "melaksanakan"),
    "replaces-in-part": ("replaces in part", "mengganti sebagian"),
    "derogates": ("derogates from", "menyimpangi"),
    "tests": ("tests", "menguji"),
}


def _asserts(index: Index, id: str) -> Iterator[nodes.Node]:
    acts = [
        act
        for act in index.by.get(id, ())
        if not isinstance(act, Holding) and not act.target.startswith(f"{id}/pasal-i")
    ]
    texts: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        text, _, path = act.target.partition("/")
        if text != id or text == PAGED:
            head = path.removeprefix("penjelasan/").partition("/")[0]
            texts.setdefault((act.op, head), []).append(act)
    if texts:
        rows: list[list[object]] = []
        ops: dict[str, list[nodes.Node]] = {}
        for (op, head), group in sorted(texts.items(), key=lambda item: order_key(item[0][1])):
            into = ops.setdefault(op, [])
            into += [nodes.Text(", ")] if into else []
            if head == "penjelasan-umum":
                into += both("general explanation", "penjelasan umum")
                continue
            target = f"{group[0].target.partition('/')[0]}/{head}"
            into.append(link("pasal", target, cite_place(head)))
        rows = [[words(op), found] for op, found in ops.items()]
        heads = (both("Act", "Tindakan"), both("Articles touched", "Pasal yang disentuh"))
        yield section(
            "isi", "What it does, article by article", "Apa yang dilakukannya, pasal demi pasal", table(heads, rows)
        )
    keys = index.settings.get(id, ())
    if keys:
        items = [
            el("li", link("parameter", key, _name(index.corpus, key)), _set_anew(index.corpus, id, key)) for key in keys
        ]
        yield section("parameter", "Parameters it sets", "Parameter yang ditetapkannya", el("ul", items))


def _set_anew(corpus: Corpus, id: str, key: str) -> list[nodes.Node]:
    """Say who set a parameter anew for all it had been set for, if somebody did."""
    acts = corpus.settings(key)
    own = [act for act in acts if act.by == id]
    later = [
        next((act for act in acts if act.by != id and act.sort_key > mine.sort_key and _covers(act, mine)), None)
        for mine in own
    ]
    if not own or None in later:
        return []
    first = later[-1]
    assert first is not None
    type = "ruling" if first.by.startswith(("mk-", "ma-")) else "instrument"
    said: list[nodes.Node] = [*both("; set anew by ", "; ditetapkan kembali oleh "), link(type, first.by)]
    return [el("span", said, " (", when_both(first.known), ")", class_="el-origin")]


def _covers(later: Setting, earlier: Setting) -> bool:
    """Whether a later act is about all an earlier one was about."""
    return not later.scope or str(later.scope) == str(earlier.scope)


def _name(corpus: Corpus, key: str) -> nodes.Node:
    row = corpus.rows("parameter-keys", key)[0]
    return el("span", both(row["en"], row["id"]))
