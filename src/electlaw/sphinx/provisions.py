"""Places of the law as nodes: every version of a place with its days, its rulings and what is open about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Holding, Put
from electlaw.catalog import word
from electlaw.corpus import DATA_AS_OF, DATA_FROM, REMARKS
from electlaw.dates import day
from electlaw.refs import cite, cite_place, order_key
from electlaw.sphinx.conditions import scope_both
from electlaw.sphinx.markup import both, day_both, el, link, section, table, when_both
from electlaw.sphinx.notes import noted
from electlaw.sphinx.parts import kinds_of, touched
from electlaw.sphinx.timeline import place_spells, spells_before

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.acts import Act
    from electlaw.corpus import Corpus
    from electlaw.provisions import Provision
    from electlaw.refs import Ref
    from electlaw.sphinx.parts import Touched
    from electlaw.sphinx.timeline import Days

__all__ = [
    "anchor",
    "by_whom",
    "date_bar",
    "history",
    "open_acts",
    "part_badges",
    "place_block",
    "place_on",
    "place_tree",
    "spaced",
    "state_badge",
    "words",
]


def anchor(path: str) -> str:
    """Return the stable anchor of a place on the page of its pasal: ``ayat-2-huruf-e``; of the pasal its own name."""
    return path.replace("/", "-")


def words(key: str) -> list[nodes.Node]:
    """Return a word of the catalogue in both languages."""
    return both(word(key, "en"), word(key, "id"))


def state_badge(state: str) -> nodes.Node:
    """Return the label of a state."""
    return el("span", words(state), class_=f"el-badge el-{state}")


def date_bar(days: Days) -> nodes.Node:
    """Return the date control of a page (a script shows it); `days` are the days of change and who made them."""
    options = [el("option", "…", value="")]
    for at, by in days:
        named = ", ".join(cite(one, short=True) for one in by)
        options.append(el("option", f"{at} · {named}" if named else at, value=at, data_by=named))
    return el(
        "form",
        el("label", both("The law on", "Hukum pada"), for_="el-date"),
        el("input", type="date", id="el-date", name="on", min=DATA_FROM, required="required"),
        el("button", both("Latest", "Terbaru"), type="button", class_="el-latest"),
        el("label", both("Changes", "Perubahan"), for_="el-jump"),
        el("select", *options, id="el-jump"),
        el("button", both("All versions", "Semua versi"), type="button", class_="el-all", aria_pressed="false"),
        el(
            "button",
            both("As known at the latest", "Menurut pengetahuan terbaru"),
            type="button",
            class_="el-known",
            aria_pressed="false",
            hidden="hidden",
        ),
        el("output", class_="el-summary", aria_live="polite"),
        class_="el-datebar",
        hidden="hidden",
        data_since=DATA_FROM,
        data_cutoff=DATA_AS_OF,
    )


def place_tree(corpus: Corpus, text: str, paths: list[str], *, skip: str = "") -> Iterator[nodes.Node]:
    """Yield the blocks of places in the order of the law; `skip` is the place the page is about."""
    for path in sorted(paths, key=order_key):
        yield place_block(corpus, text, path, label=path.removeprefix(skip).lstrip("/") if skip else path)


def place_on(corpus: Corpus, place: str, on: str, known: str) -> nodes.Node:
    """Return a place in its state of one day, as known on another."""
    from electlaw.provisions import provision
    from electlaw.refs import Ref
    from electlaw.snapshot import Moment

    item = provision(corpus, Ref(place), Moment(day(on), day(known)))
    since = next((start for start, until, _ in place_spells(corpus, place) if start <= on < (until or "9")), on)
    head = el("p", link("pasal", place, cite(place)), class_="el-place-head")
    when = el("p", both("The law on ", "Hukum pada "), day_both(on), class_="el-origin")
    return el("div", head, when, el("ol", _spell(corpus, since, "", item), class_="el-spells"), class_="el-quote")


def place_block(corpus: Corpus, text: str, path: str, *, label: str, anchored: bool = True) -> nodes.Node:
    """Return a place with all its versions, newest first; with an anchor on the page of its pasal."""
    place = f"{text}/{path}"
    spells = place_spells(corpus, place)
    level = path.count("/")
    items = [_spell(corpus, *spell) for spell in reversed(spells)]
    items += [_elsewhere(corpus, *before) for before in reversed(spells_before(corpus, place))]
    if anchored:
        name: nodes.Node = el("a", *_label(label or path), href=f"#{anchor(path)}", class_="el-place")
    else:
        name = link("pasal", place, label)
    ids = {"id": anchor(path)} if anchored else {}
    head = el("p", name, class_="el-place-head")
    lists = [el("ol", items, class_="el-spells"), *_hindsight(corpus, place, spells)]
    return el("div", head, lists, class_=f"el-block el-level-{level}", **ids)


def _hindsight(corpus: Corpus, place: str, spells: list[tuple[str, str, Provision]]) -> list[nodes.Node]:
    """Return the versions as known at the end where they differ: a court said later what the law meant all along."""
    later = place_spells(corpus, place, DATA_AS_OF)
    if [spell[:2] for spell in later] == [spell[:2] for spell in spells]:
        return []
    head = el("p", both("As known at the latest:", "Sebagaimana diketahui terakhir:"), class_="el-origin")
    items = [_spell(corpus, *spell) for spell in reversed(later)]
    return [el("div", head, el("ol", items, class_="el-spells"), class_="el-hindsight")]


def _label(path: str) -> list[nodes.Node]:
    return [nodes.Text(cite_place(path))]


def _spell(corpus: Corpus, start: str, until: str, item: Provision) -> nodes.Node:
    when = [*both("from ", "sejak "), *day_both(start)]
    if until:
        when += [nodes.Text(" – "), *day_both(_before(until))]
    since = touched(corpus, item)
    badges = [state_badge(item.state), *part_badges(since)]
    parts: list[nodes.Node] = [el("p", spaced(badges), " ", el("span", *when, class_="el-days"), class_="el-meta")]
    parts += [_touched(item, since)] if since else []
    if item.summary and item.state in ("in_force", "struck"):
        struck = " el-struck-text" if item.state == "struck" else ""
        said = [el("span", words("its_text"), ": ", class_="el-said")] if since or item.holdings else []
        parts.append(el("p", *said, *both(item.summary.en, item.summary.id), class_=f"el-text{struck}"))
    parts += [_holding(act) for act in item.holdings]
    parts += [_doubt(act) for act in item.doubts]
    parts.append(_origin(item))
    return el(
        "li", *parts, class_=f"el-spell el-is-{item.state}", data_from=start, data_until=until, data_state=item.state
    )


def _elsewhere(corpus: Corpus, start: str, until: str, gave: Ref) -> nodes.Node:
    """Return a pointer to where the rule of a place stood in the law before."""
    name = cite_place(gave.path) if gave.path in corpus.paths(gave.instrument) else cite(gave, short=True)
    head = [el("span", words("stood_at"), class_="el-badge"), nodes.Text(" "), link("pasal", str(gave), name)]
    days = [*both("from ", "sejak "), *day_both(start), nodes.Text(" – "), *day_both(_before(until))]
    attrs = {"data_from": start, "data_until": until, "data_state": "elsewhere"}
    shown = el("p", head, " ", el("span", days, class_="el-days"), class_="el-meta")
    return el("li", shown, class_="el-spell el-is-elsewhere", **attrs)


def spaced(items: Iterable[nodes.Node]) -> list[nodes.Node]:
    """Return nodes with a space between any two."""
    found: list[nodes.Node] = []
    for item in items:
        found += [nodes.Text(" "), item] if found else [item]
    return found


def part_badges(since: tuple[Touched, ...]) -> list[nodes.Node]:
    """Return the labels of what later acts did to the parts of a place."""
    return [el("span", words(kind), class_=f"el-badge el-{kind}") for kind in kinds_of(since)]


def by_whom(since: tuple[Touched, ...]) -> list[tuple[Act, list[Touched]]]:
    """Return what was done to parts by instrument, in the order they became known."""
    found: dict[str, list[Touched]] = {}
    for one in sorted(since, key=lambda one: (one.act.known.latest, one.act.order)):
        found.setdefault(one.act.by, []).append(one)
    return [(group[0].act, group) for group in found.values()]


def _touched(item: Provision, since: tuple[Touched, ...]) -> nodes.Node:
    """Say which parts differ from what the summary of the whole says, by which act and since when."""
    lines = [el("p", words("parts_since"), ":")]
    for first, group in by_whom(since):
        type = "ruling" if isinstance(first, Holding) and first.op != "adjusts" else "instrument"
        line: list[nodes.Node] = [link(type, first.by), nodes.Text(" ("), *when_both(first.known), nodes.Text("): ")]
        done: dict[tuple[str, str], tuple[Act, list[nodes.Node]]] = {}
        for one in group:
            _, into = done.setdefault((one.act.op, str(one.act.scope)), (one.act, []))
            into += [nodes.Text(", ")] if into else []
            path = one.place.partition("/")[2]
            shown = cite_place(path.removeprefix(item.place.path).lstrip("/"))
            into.append(el("a", shown, href=f"#{anchor(path)}"))
        for number, (act, places) in enumerate(done.values()):
            line += [nodes.Text("; ")] if number else []
            line += [*places, nodes.Text(" "), *words(f"done_{act.op}" if act.op in _DONE else act.op), *_for(act)]
        lines.append(el("p", line))
    return el("div", lines, class_="el-parts")


#: What was done to a part, where the catalogue has words of its own for a list.
_DONE = ("adjusts", "holding", "read_as", "revives", "struck", "struck_phrase")


def _before(until: str) -> str:
    from datetime import date

    return date.fromordinal(date.fromisoformat(until).toordinal() - 1).isoformat()


def _holding(act: Holding) -> nodes.Node:
    content: list[nodes.Node] = [*words(act.op), nodes.Text(" "), link("ruling", act.by)]
    if act.text:
        content += [nodes.Text(": "), *both(act.text.en, act.text.id)]
    return el("p", *content, *_for(act), class_=f"el-holding el-{act.op}")


def _for(act: Act) -> list[nodes.Node]:
    """Say for whom or what an act is, if not for all."""
    if not act.scope:
        return []
    return [el("span", " (", both("for: ", "bagi: "), scope_both(act.scope), ")", class_="el-scope")]


def _doubt(act: Act) -> nodes.Node:
    """Say what would hold instead for some, or if a day known only roughly were known."""
    head = [*words("doubt"), nodes.Text(": ")]
    if isinstance(act, Holding):
        content: list[nodes.Node] = [*words(act.op), nodes.Text(" "), link("ruling", act.by)]
        if act.text:
            content += [nodes.Text(": "), *both(act.text.en, act.text.id)]
    else:
        content = [link("instrument", act.by)]
    reason = _for(act) or [nodes.Text(" ("), *when_both(act.known), nodes.Text(")")]
    return el("p", *head, *content, *reason, class_="el-doubt")


def _origin(item: Provision) -> nodes.Node:
    content: list[nodes.Node] = []

    def add(key: str, node: nodes.Node) -> None:
        content.append(el("span", *words(key), " ", node, class_="el-fact"))

    if item.version:
        add("repealed" if item.state == "repealed" else "version", link("instrument", item.version))
    if item.content_since and item.content_since != item.version:
        add("content_since", link("instrument", item.content_since))
    if item.moved_to:
        add("moved_to", link("pasal", item.moved_to, cite_place(item.moved_to.path)))
    if item.moved_from:
        add("moved_from", link("pasal", item.moved_from, cite_place(item.moved_from.path)))
    if item.waits_for:
        content.append(el("span", *words("waits_for"), " ", *words(item.waits_for), class_="el-fact"))
    if item.verified and item.verified != "text":
        content.append(
            el("span", *words("verified"), ": ", *words(item.verified), class_=f"el-fact el-v-{item.verified}")
        )
    return el("p", *content, class_="el-origin")


# -- history --------------------------------------------------------------------------------------------


def open_acts(corpus: Corpus, places: list[str]) -> list[Act]:
    """Return the acts on places of a page themselves, restatements too, in the order they became known."""
    found: dict[int, Act] = {}
    for place in places:
        for act in corpus.place(place).acts():
            if act.target == place:
                found[id(act)] = act
    return sorted(found.values(), key=lambda act: (act.known.latest, act.order))


def history(acts: list[Act], within: str) -> nodes.section:
    """Return a table of what happened, one row per instrument and kind of act; `within` is the page's own place."""
    rows: list[list[object]] = []
    grouped: dict[tuple[str, str], list[Act]] = {}
    for act in acts:
        grouped.setdefault((act.by, act.op), []).append(act)
    for (by, op), group in grouped.items():
        type = "ruling" if isinstance(group[0], Holding) else "instrument"
        rows.append(
            [when_both(group[0].known), [link(type, by)], [*words(op), nodes.Text(" "), *_targets(group, within)]]
        )
    heads = (both("Public since", "Diumumkan"), both("By", "Oleh"), both("What", "Apa"))
    return section("riwayat", "History", "Riwayat", table(heads, rows, "el-history"))


def _targets(group: list[Act], within: str) -> Iterator[nodes.Node]:
    for number, act in enumerate(sorted(group, key=lambda act: order_key(act.target.partition("/")[2]))):
        if number:
            yield nodes.Text(", ")
        path = act.target.partition("/")[2]
        rest = path.removeprefix(within).lstrip("/") if within else path
        yield el("a", cite_place(rest or path), href=f"#{anchor(path)}")
        note = act.note if isinstance(act, Put) and act.note else ""
        if note:
            yield el("span", " (", noted(note), ")", class_="el-note")
        if isinstance(act, Holding) and act.op in REMARKS and act.text:
            yield el("span", ": ", both(act.text.en, act.text.id), class_="el-note")
