"""Topics as nodes: what the log holds on one matter, across articles, rulings, numbers, rules, stages and bodies."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.corpus import DATA_AS_OF
from electlaw.institutions import ROLES, matrix, stage_name
from electlaw.institutions.acts import log
from electlaw.refs import cite, cite_place, order_key
from electlaw.sphinx import rulebook
from electlaw.sphinx.chapters import chapters, pasal_list
from electlaw.sphinx.examples import own_table
from electlaw.sphinx.instruments import OUTCOMES
from electlaw.sphinx.markup import both, doc_link, el, link, section, table, when_both
from electlaw.sphinx.parameters import families

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.tables import Row

__all__ = ["actors_index", "topic_page", "topics", "topics_index"]

LAW = "uu-1-2015"


@cache
def topics() -> dict[str, Row]:
    """Return the topics by key: names in both languages and what belongs to each."""
    return {row["key"]: row for row in own_table("topics")}


def _listed(row: Row, column: str) -> list[str]:
    return [part for part in row[column].split(",") if part]


def places_of(corpus: Corpus, row: Row) -> list[str]:
    """Return the pasal of a topic in the order of the law; it names chapters, pasal and ranges of pasal."""
    every = [head for heads in chapters(corpus, LAW).values() for head in heads]
    found: set[str] = set()
    for part in _listed(row, "places"):
        first, _, last = part.partition("..")
        if first.startswith("bab-"):
            found.update(chapters(corpus, LAW)[first])
        else:
            found.update(head for head in every if order_key(first) <= order_key(head) <= order_key(last or first))
    return sorted(found, key=order_key)


def topics_index(corpus: Corpus) -> Iterator[nodes.Node]:
    """Yield the ways into the site: by topic, by actor, by date."""
    ways = el(
        "p",
        both("By topic below; ", "Menurut topik di bawah; "),
        doc_link("topics/actors", *both("by actor", "menurut pelaku")),
        "; ",
        doc_link("instruments/chronicle", *both("by date", "menurut tanggal")),
        ".",
        class_="el-lead",
    )
    yield ways
    cards = []
    for key, row in topics().items():
        heads = places_of(corpus, row)
        about = both(f"{len(heads)} articles", f"{len(heads)} pasal")
        cards.append(el("li", doc_link(f"topics/{key}", el("strong", both(row["en"], row["id"]))), el("p", about)))
    yield el("ul", cards, class_="el-cards")


def topic_page(corpus: Corpus, key: str) -> Iterator[nodes.Node]:
    """Yield the page of a topic."""
    row = topics()[key]
    heads = places_of(corpus, row)
    yield section("pasal", "Articles", "Pasal", pasal_list(corpus, LAW, heads))
    hits = _rulings(corpus, heads)
    if hits:
        columns = (both("Pronounced", "Diucapkan"), both("Ruling", "Putusan"), both("Articles", "Pasal"))
        yield section("putusan", "Rulings", "Putusan", table((*columns, both("Outcome", "Amar")), hits))
    keys = [one for family in _listed(row, "parameters") for one in families(corpus)[family]]
    if keys:
        items = [el("li", link("parameter", one, _named(corpus.rows("parameter-keys", one)[0]))) for one in keys]
        yield section("angka", "Numbers", "Angka", el("ul", items))
    rules = [rule for family in _listed(row, "rules") for rule in rulebook.families()[family]]
    if rules:
        items = [el("li", link("rule", rule.code, el("span", both(rule.title.en, rule.title.id)))) for rule in rules]
        yield section("aturan", "Rules that can be computed", "Aturan yang dapat dihitung", el("ul", items))
    who = _who(corpus, _listed(row, "stages"))
    if who:
        columns = (both("Stage", "Tahapan"), both("Role", "Peran"), both("Who", "Siapa"))
        yield section("siapa", "Who does what", "Siapa mengerjakan apa", table(columns, who))


def _named(row: Row) -> nodes.Node:
    return el("span", both(row["en"], row["id"]))


def _rulings(corpus: Corpus, heads: list[str]) -> list[list[object]]:
    """Return the rulings that hit an article of the topic or were asked about one, newest first."""
    touched: dict[str, set[str]] = {}
    asked = [(row["place"], row["by"]) for row in corpus.all("holdings")]
    asked += [
        (place.strip(), row["ruling"]) for row in corpus.all("rulings") for place in row["tested"].split(",") if place
    ]
    for place, ruling in asked:
        text, _, path = place.removeprefix("penjelasan/").partition("/")
        head = path.removeprefix("penjelasan/").partition("/")[0]
        if text == LAW and head in heads:
            touched.setdefault(ruling, set()).add(head)
    found: list[tuple[str, list[object]]] = []
    for id, places in touched.items():
        item = corpus.instrument(id)
        if item is None:
            continue
        shown: list[nodes.Node] = []
        for head in sorted(places, key=order_key):
            shown += [nodes.Text(", ")] if shown else []
            shown.append(link("pasal", f"{LAW}/{head}", cite_place(head)))
        outcomes = [row["outcome"] for row in corpus.rows("rulings", id)]
        outcome = both(*OUTCOMES.get(outcomes[0], (outcomes[0],) * 2)) if outcomes else ""
        found.append((item.known.latest, [when_both(item.known), [link("ruling", id)], shown, outcome]))
    return [row for _, row in sorted(found, key=lambda one: one[0], reverse=True)]


def _who(corpus: Corpus, stages: list[str]) -> list[list[object]]:
    rows: list[list[object]] = []
    for stage in stages:
        found = matrix(stage, on=DATA_AS_OF, kind="pilkada", corpus=corpus).mandates
        for role in ROLES:
            names: list[nodes.Node] = []
            for mandate in found:
                if mandate.role == role:
                    names += [nodes.Text(", ")] if names else []
                    names.append(link("institution", mandate.institution, mandate.name))
            if names:
                stage_both = both(stage_name(stage, "en", corpus), stage_name(stage, "id", corpus))
                rows.append([stage_both, both(ROLES[role].en, ROLES[role].id), names])
    return rows


def actors_index(corpus: Corpus) -> Iterator[nodes.Node]:
    """Yield the bodies in alphabetical order, each with its roles at each stage and the articles it acts under."""
    from electlaw.sphinx.institutions import institution_name

    acts = log(corpus)
    roles: dict[str, dict[str, list[str]]] = {}
    bases: dict[str, list[str]] = {}
    for target, facts in acts.mandates().items():
        institution, stage, role, _ = target.split("|")
        stages = roles.setdefault(institution, {}).setdefault(role, [])
        if stage not in stages:
            stages.append(stage)
        for fact in facts:
            places = bases.setdefault(institution, [])
            places += [place for place in map(_pasal, fact.places) if place not in places]
    rows: list[list[object]] = []
    for key in sorted(acts.bodies, key=lambda one: institution_name(corpus, one).casefold()):
        does = [
            el("li", el("strong", both(f"{ROLES[role].en}: ", f"{ROLES[role].id}: ")), *_stages(corpus, stages))
            for role, stages in roles.get(key, {}).items()
        ]
        shown: list[nodes.Node] = []
        for place in sorted(
            bases.get(key, ()), key=lambda one: (one.partition("/")[0], order_key(one.partition("/")[2]))
        ):
            shown += [nodes.Text("; ")] if shown else []
            shown.append(link("pasal" if "/" in place else "instrument", place, cite(place, short=True)))
        rows.append(
            [[link("institution", key, institution_name(corpus, key))], [el("ul", does, class_="el-plain")], shown]
        )
    yield table((both("Body", "Lembaga"), both("Role at", "Peran pada"), both("Acts under", "Dasar")), rows)


def _pasal(place: str) -> str:
    """Return the article of a place: the first two steps."""
    return "/".join(place.split("/")[:2])


def _stages(corpus: Corpus, stages: list[str]) -> list[nodes.Node]:
    en = ", ".join(stage_name(stage, "en", corpus) for stage in stages)
    id = ", ".join(stage_name(stage, "id", corpus) for stage in stages)
    return both(en, id)
