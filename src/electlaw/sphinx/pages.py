"""Whole pages of a site about the law: one builder per kind of thing, each yielding nodes and noting its objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from docutils import nodes

from electlaw.acts import Put
from electlaw.corpus import DATA_AS_OF
from electlaw.instruments import instrument_state
from electlaw.refs import Ref, cite, cite_place, order_key
from electlaw.snapshot import Moment
from electlaw.sphinx import codes, rulebook, topics
from electlaw.sphinx.chapters import chapter_of, chapters, pasal_list
from electlaw.sphinx.institutions import institution_name, institution_page, institutions_index, matrix_block
from electlaw.sphinx.instruments import OUTCOMES, Index, instrument_page, own_places
from electlaw.sphinx.markup import both, day_both, doc_link, el, link, section, table, when_both
from electlaw.sphinx.parameters import families, family_name, key_anchor, parameter_history, parameter_section
from electlaw.sphinx.provisions import anchor, date_bar, history, open_acts, place_block, place_tree
from electlaw.sphinx.regions import event_page, events_index, region_anchor, region_page, regions_index
from electlaw.sphinx.timeline import place_days

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument
    from electlaw.corpus import Corpus
    from electlaw.sphinx.domain import LawDomain

__all__ = ["BUILDERS", "Page", "index_of"]


@attrs.frozen
class Page:
    """What a page is made of: the log, the domain that notes what it describes, and the id of its subject."""

    corpus: Corpus
    domain: LawDomain
    target: str


_indices: dict[int, Index] = {}


def index_of(corpus: Corpus) -> Index:
    """Return the acts of a corpus turned round; read once."""
    found = _indices.get(id(corpus))
    if found is None:
        found = _indices[id(corpus)] = Index(corpus)
    return found


def provision(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a pasal with everything in it: ``uu-1-2015/pasal-7``."""
    text, _, head = page.target.partition("/")
    paths = [path for path in page.corpus.paths(text) if path == head or path.startswith(f"{head}/")]
    notes = [
        path
        for path in page.corpus.paths(text)
        if path == f"penjelasan/{head}" or path.startswith(f"penjelasan/{head}/")
    ]
    for path in [*paths, *notes]:
        page.domain.note("provision", f"{text}/{path}", anchor(path) if path != head else "", cite(f"{text}/{path}"))
    yield from _heading(page.corpus, text, head)
    yield date_bar(place_days(page.corpus, [f"{text}/{path}" for path in [*paths, *notes]]))
    if head in paths:
        yield place_block(page.corpus, text, head, label=head)
    inner = [path for path in paths if path != head]
    yield from place_tree(page.corpus, text, inner, skip=head)
    if notes:
        yield section(
            "penjelasan", "Elucidation", "Penjelasan", place_tree(page.corpus, text, notes, skip=f"penjelasan/{head}")
        )
    yield from _cited(index_of(page.corpus), text, [*paths, *notes])
    yield history(open_acts(page.corpus, [f"{text}/{path}" for path in [*paths, *notes]]), head)


def _heading(corpus: Corpus, text: str, head: str) -> Iterator[nodes.Node]:
    acts = [act for act in corpus.place(f"{text}/{head}").contents if isinstance(act, Put) and act.heading]
    crumbs = [link("instrument", text, cite(text, short=True))]
    bab = chapter_of(corpus, text, head)
    if bab:
        crumbs += [nodes.Text(" › "), link("pasal", f"{text}/{bab}", cite_place(bab))]
    shown: list[nodes.Node] = [el("span", crumbs, class_="el-crumbs"), nodes.Text(" ")]
    if acts:
        title = acts[-1].heading
        shown += [el("span", title[lang], class_=f"el-heading l-{lang}", lang=lang) for lang in ("id", "en")]
    yield el("p", shown, class_="el-lead")


def _cited(index: Index, text: str, paths: list[str]) -> Iterator[nodes.Node]:
    keys: list[str] = []
    froms: list[str] = []
    for path in paths:
        keys += [key for key in index.parameters.get(f"{text}/{path}", ()) if key not in keys]
        froms += [place for place in index.refers.get(f"{text}/{path}", ()) if place not in froms]
    if froms:
        froms.sort(key=lambda place: (Ref(place).instrument, order_key(Ref(place).path)))
        shown = [link("pasal", place, _short(text, place)) for place in froms]
        yield section("dirujuk", "Cited from", "Dirujuk dari", el("p", _joined(shown)))
    if keys:
        items = []
        for key in keys:
            row = index.corpus.rows("parameter-keys", key)[0]
            items.append(el("li", link("parameter", key, el("span", both(row["en"], row["id"])))))
        yield section("parameter", "Parameters resting on it", "Parameter yang bersandar padanya", el("ul", items))


def _short(text: str, place: str) -> str:
    ref = Ref(place)
    return cite_place(ref.path) if ref.instrument == text else cite(place, short=True)


def _joined(items: list[nodes.Node]) -> Iterator[nodes.Node]:
    for number, item in enumerate(items):
        if number:
            yield nodes.Text("; ")
        yield item


def as_of() -> nodes.Node:
    """Return the day of what is told without a day to choose: the last of the data."""
    day = day_both(DATA_AS_OF)
    return el(
        "p",
        both("As of ", "Keadaan "),
        day,
        both(", the last day of the data.", ", hari terakhir data."),
        class_="el-as-of",
    )


# -- chapters -------------------------------------------------------------------------------------------


def chapter(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a chapter: its parts, its versions, its pasal with what each is about."""
    text, _, bab = page.target.partition("/")
    parts = [path for path in page.corpus.paths(text) if path == bab or path.startswith(f"{bab}/")]
    for path in parts:
        page.domain.note("provision", f"{text}/{path}", anchor(path) if path != bab else "", cite(f"{text}/{path}"))
    yield date_bar(place_days(page.corpus, [f"{text}/{path}" for path in parts]))
    yield as_of()
    yield pasal_list(page.corpus, text, chapters(page.corpus, text)[bab])
    yield section("bagian", "The chapter and its parts", "Bab dan bagiannya", place_tree(page.corpus, text, parts))


def instrument(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of an instrument or ruling."""
    page.domain.note("instrument", page.target, "", cite(page.target))
    for path in own_places(page.corpus, page.target):
        page.domain.note("provision", f"{page.target}/{path}", anchor(path), cite(f"{page.target}/{path}"))
    yield from instrument_page(page.corpus, index_of(page.corpus), page.target)


def family(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a family of parameters."""
    for key in families(page.corpus)[page.target]:
        page.domain.note("parameter", key, key_anchor(key), page.corpus.rows("parameter-keys", key)[0]["en"])
        yield parameter_section(page.corpus, key)


def parameter(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of one parameter of a large family."""
    page.domain.note("parameter", page.target, "", page.corpus.rows("parameter-keys", page.target)[0]["en"])
    yield el("p", el("code", page.target), class_="el-origin")
    yield from parameter_history(page.corpus, page.target)


def parameter_list(page: Page) -> Iterator[nodes.Node]:
    """Yield the list of the parameters of a large family."""
    yield _parameters(page.corpus, families(page.corpus)[page.target])


def _parameters(corpus: Corpus, keys: list[str]) -> nodes.Node:
    items = []
    for key in keys:
        row = corpus.rows("parameter-keys", key)[0]
        items.append(el("li", link("parameter", key, el("span", both(row["en"], row["id"])))))
    return el("ul", items)


def all_families(page: Page) -> Iterator[nodes.Node]:
    """Yield the list of all parameters by family."""
    for name, keys in families(page.corpus).items():
        head = el(
            "p",
            doc_link(f"parameters/{name}", el("strong", both(family_name(name).en, family_name(name).id))),
            class_="el-bab",
        )
        yield el("div", head, _parameters(page.corpus, keys))


def province(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a province; its regencies and cities are described on it."""
    from electlaw.regions import all_regions, region

    page.domain.note("region", page.target, "", region(page.target, corpus=page.corpus).full_name)
    for child in all_regions(within=page.target, corpus=page.corpus):
        if child.key != page.target:
            page.domain.note("region", child.key, region_anchor(child.key), child.name)
    if f"briefs/{page.target}" in page.domain.env.found_docs:
        yield el(
            "p", doc_link(f"briefs/{page.target}", *both("Its brief on any day", "Ringkasannya pada hari apa pun"))
        )
    yield from region_page(page.corpus, page.target)


def briefs(page: Page) -> Iterator[nodes.Node]:
    """Yield the brief of a province, its regencies and cities on any day, and without scripts on some days."""
    from electlaw.brief import brief
    from electlaw.law import at
    from electlaw.regions import region
    from electlaw.sphinx.briefs import brief_block, brief_days, dated_block

    place = region(page.target, corpus=page.corpus)
    yield el(
        "p",
        both(
            "One region, one day: choose both, read or print the brief as then known. ",
            "Satu daerah, satu hari: pilih keduanya, baca atau cetak ringkasan sebagaimana diketahui saat itu. ",
        ),
        both("More on the province: ", "Tentang provinsinya: "),
        link("region", place.key, place.full_name),
        ".",
        class_="el-lead el-ask",
    )
    yield from dated_block(page.corpus, place)
    fixed = both("The province on days round its votes", "Provinsi pada hari-hari sekitar pemungutan suara")
    yield el("p", el("strong", fixed), class_="el-fixed")
    for number, day in enumerate(brief_days(place)):
        content = list(brief_block(page.corpus, brief(place, at(day, corpus=page.corpus)), f"b{number}"))
        opened = {"open": "open"} if number == 0 else {}
        yield el("details", el("summary", day_both(day)), content, class_="el-brief", id=f"b-{day}", **opened)


def brief_list(page: Page) -> Iterator[nodes.Node]:
    """Yield the provinces, each with its briefs."""
    from electlaw.regions import all_regions

    yield el(
        "p",
        both(
            "One province, one day: the law in force, elections ahead, stages, who holds office, bodies, reports due.",
            "Satu provinsi, satu hari: hukum yang berlaku, pemilihan mendatang, tahapan, pejabat, lembaga, laporan.",
        ),
        class_="el-lead",
    )
    items = [
        el("li", doc_link(f"briefs/{place.key}", place.name)) for place in all_regions("province", corpus=page.corpus)
    ]
    yield el("ul", items)


def event(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of an election event."""
    page.domain.note("event", page.target, "", page.corpus.rows("events", page.target)[0]["name_id"])
    yield from event_page(page.corpus, page.target)


def institution(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a body."""
    page.domain.note("institution", page.target, "", institution_name(page.corpus, page.target))
    yield from institution_page(page.corpus, page.target)


def rules(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a family of rules."""
    for rule in rulebook.families()[page.target]:
        at = rulebook.rule_anchor(rule.code)
        page.domain.note("rule", rule.code, at, rule.title.en)
        for letter in "EWI":
            page.domain.note("code", f"{letter}{rule.number}", at, rule.title.en)
    yield from rulebook.family_page(page.corpus, page.target)


def finding_codes(page: Page) -> Iterator[nodes.Node]:
    """Yield the page of a group of codes."""
    for example in codes.codes_of(page.target):
        page.domain.note("code", example.code, codes.code_anchor(example.code), example.title.en)
    yield from codes.codes_page(page.corpus, page.target)


def matrix(page: Page) -> Iterator[nodes.Node]:
    """Yield who is responsible at which stage of a pilkada on the last day of the data."""
    yield as_of()
    yield matrix_block(page.corpus, DATA_AS_OF, page.target)


# -- indexes --------------------------------------------------------------------------------------------


def contents(page: Page) -> Iterator[nodes.Node]:
    """Yield the table of contents of a text: its chapters, each with its pasal."""
    state = instrument_state(page.corpus, page.target, Moment(DATA_AS_OF, DATA_AS_OF))
    ratified = [act.by for act in page.corpus.relations(page.target) if act.op == "ratifies"]
    chain = dict.fromkeys((page.target, *ratified, *state.amended_by))
    shown = _joined([link("instrument", by) for by in chain])
    yield el(
        "p",
        both("The regional-election law and what changed it: ", "Undang-undang pemilihan dan yang mengubahnya: "),
        shown,
        class_="el-lead",
    )
    yield as_of()
    for bab, heads in chapters(page.corpus, page.target).items():
        rows = [row for row in page.corpus.rows(f"provisions/{page.target}", bab) if row["id"] or row["en"]]
        name = both(rows[-1]["en"], rows[-1]["id"]) if rows else []
        summary = el(
            "summary", link("pasal", f"{page.target}/{bab}", cite_place(bab)), " ", el("span", name), class_="el-bab"
        )
        yield el("details", summary, pasal_list(page.corpus, page.target, heads), class_="el-chapter", open="open")


def kinds(page: Page) -> Iterator[nodes.Node]:
    """Yield the list of kinds of instruments with how many there are of each."""
    counts: dict[str, int] = {}
    for item in page.corpus.instruments():
        counts[item.kind] = counts.get(item.kind, 0) + 1
    rows = []
    for row in page.corpus.all("kinds"):
        kind = row["kind"]
        if kind in counts:
            home = "rulings/index" if kind.startswith("putusan-") else f"instruments/{kind}"
            rows.append([doc_link(home, *both(row["long_en"], row["long_id"])), row["short_id"], str(counts[kind])])
    yield table((both("Kind", "Jenis"), both("Short", "Singkatan"), both("In the data", "Dalam data")), rows)


def kind(page: Page) -> Iterator[nodes.Node]:
    """Yield the list of instruments of one kind, newest first."""
    items = [item for item in page.corpus.instruments() if item.kind == page.target]
    yield instrument_list(items)


def chronicle(page: Page) -> Iterator[nodes.Node]:
    """Yield the instruments with acts in the log, year by year as they became known, with how much each did."""
    index = index_of(page.corpus)
    years: dict[str, list[list[object]]] = {}
    items = [item for item in page.corpus.instruments() if item.status != "stub" and item.known.known]
    for item in sorted(items, key=lambda item: (item.known.latest, item.order, item.id), reverse=True):
        acts = len(index.by.get(item.id, ()))
        values = len(index.settings.get(item.id, ()))
        did = []
        if acts:
            did += both(f"{acts} acts on places ", f"{acts} tindakan atas ketentuan ")
        if values:
            did += both(f"{values} parameters", f"{values} parameter")
        row: list[object] = [
            when_both(item.known),
            [link("instrument", item.id)],
            el("span", item.title, lang="id"),
            did,
        ]
        years.setdefault(item.known.latest[:4], []).append(row)
    heads = (
        both("Public since", "Diumumkan"),
        both("Instrument", "Peraturan"),
        both("On", "Tentang"),
        both("Did", "Melakukan"),
    )
    for year, rows in years.items():
        yield section(f"tahun-{year}", year, year, table(heads, rows))


def instrument_list(items: list[Instrument]) -> nodes.Node:
    """Return a table of instruments, newest first."""
    rows: list[list[object]] = []
    for item in sorted(items, key=lambda item: (item.known.latest, item.id), reverse=True):
        mark = [] if item.status == "stub" else [el("span", both("modelled", "dimuat"), class_="el-badge el-modelled")]
        rows.append([when_both(item.known), [link("instrument", item.id)], [el("span", item.title, lang="id"), *mark]])
    return table((both("Public since", "Diumumkan"), both("Instrument", "Peraturan"), both("On", "Tentang")), rows)


def rulings(page: Page) -> Iterator[nodes.Node]:
    """Yield the rulings, newest first, with what each decided."""
    rows: list[list[object]] = []
    found = list(page.corpus.all("rulings"))
    known = {row["ruling"]: item.known for row in found if (item := page.corpus.instrument(row["ruling"])) is not None}
    for row in sorted(found, key=lambda row: (known[row["ruling"]].latest, row["ruling"]), reverse=True):
        id = row["ruling"]
        outcome = both(*OUTCOMES.get(row["outcome"], (row["outcome"],) * 2))
        rows.append([when_both(known[id]), [link("ruling", id)], outcome, both(row["en"], row["id"])])
    heads = (both("Pronounced", "Diucapkan"), both("Ruling", "Putusan"), both("Outcome", "Amar"), both("On", "Tentang"))
    yield table(heads, rows)


#: Kind of page to its builder.
BUILDERS: dict[str, Callable[[Page], Iterator[nodes.Node]]] = {
    "actors": lambda page: topics.actors_index(page.corpus),
    "brief-list": brief_list,
    "briefs": briefs,
    "chapter": chapter,
    "chronicle": chronicle,
    "codes": finding_codes,
    "codes-index": lambda _page: codes.codes_index(),
    "contents": contents,
    "event": event,
    "events": lambda page: events_index(page.corpus),
    "families": all_families,
    "family": family,
    "institution": institution,
    "institutions": lambda page: institutions_index(page.corpus),
    "kind": kind,
    "kinds": kinds,
    "matrix": matrix,
    "rulebook": lambda _page: rulebook.families_index(),
    "rules": rules,
    "rulings": rulings,
    "instrument": instrument,
    "parameter": parameter,
    "parameter-list": parameter_list,
    "province": province,
    "provinces": lambda page: regions_index(page.corpus),
    "provision": provision,
    "topic": lambda page: topics.topic_page(page.corpus, page.target),
    "topics": lambda page: topics.topics_index(page.corpus),
}
