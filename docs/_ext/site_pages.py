"""Writes the source of every generated page before a build: a title and one directive; the extension does the rest."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from electlaw.corpus import builtin
from electlaw.institutions.acts import log
from electlaw.refs import cite, cite_place
from electlaw.regions import all_regions, events
from electlaw.sphinx import codes, rulebook
from electlaw.sphinx.chapters import chapters
from electlaw.sphinx.institutions import institution_name
from electlaw.sphinx.parameters import families, family_name, key_anchor
from electlaw.sphinx.regions import event_name
from electlaw.sphinx.topics import topics

LAW = "uu-1-2015"
FOLDERS = (
    "law",
    "instruments",
    "rulings",
    "parameters",
    "regions",
    "elections",
    "institutions",
    "rules",
    "codes",
    "topics",
    "briefs",
)

#: A family of parameters with more rows than this has a page per parameter.
MOST_ROWS = 200

CORPUS = builtin()


def escape(text: str) -> str:
    """Return a text that reStructuredText takes as it is."""
    return re.sub(r"([\\*`|_<>:\[\]])", r"\\\1", text)


def pair(id: str, en: str) -> str:
    """Return a title in both languages."""
    return id if id == en else f"{id} · {en}"


class Site:
    """The pages to write: name below ``docs`` to text."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}

    def page(self, name: str, title: str, *directives: str, children: list[str] | None = None, meta: str = "") -> None:
        """Add a page with a title, directives, and a hidden toctree of `children` (``Title <name>``)."""
        parts = [meta] if meta else []
        parts += [escape(title), "=" * max(len(escape(title)), 3), ""]
        parts += [f".. {one}\n" for one in directives]
        if children:
            parts += [".. toctree::", "   :hidden:", "", *(f"   {child}" for child in children), ""]
        self.pages[name] = "\n".join(parts)

    def write(self, root: Path) -> None:
        """Write what changed, remove what is no page any more."""
        for folder in FOLDERS:
            home = root / folder
            old = {path.relative_to(root).with_suffix("").as_posix() for path in home.rglob("*.rst")}
            for name in old - set(self.pages):
                (root / f"{name}.rst").unlink()
        for name, text in self.pages.items():
            path = root / f"{name}.rst"
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")


def law_pages(site: Site) -> None:
    """The Pilkada law: a page per chapter and per pasal."""
    found = chapters(CORPUS, LAW)
    children = []
    for bab, heads in found.items():
        children.append(f"{cite_place(bab)} <{bab}>")
        below = [f"{cite_place(head)} <{head}>" for head in heads]
        site.page(f"law/{bab}", chapter_title(bab), f"law:page:: chapter {LAW}/{bab}", children=below)
        for head in heads:
            site.page(f"law/{head}", f"{cite_place(head)} UU Pilkada", f"law:page:: provision {LAW}/{head}")
    site.page("law/index", "UU Pilkada · The Pilkada law", f"law:page:: contents {LAW}", children=children)


def chapter_title(bab: str) -> str:
    """Return the chapter's number and its Indonesian name."""
    rows = CORPUS.rows(f"provisions/{LAW}", bab)
    named = [(row["id"], row["en"]) for row in rows if row["id"]]
    return pair(*(f"{cite_place(bab)} {name}" for name in named[-1])) if named else cite_place(bab)


def instrument_pages(site: Site) -> None:
    """A page per instrument, grouped by kind; rulings have a folder of their own."""
    kinds: dict[str, list[str]] = {}
    for item in CORPUS.instruments():
        kinds.setdefault(item.kind, []).append(item.id)
    groups: list[str] = []
    rulings: list[str] = []
    for kind, ids in kinds.items():
        ids.sort(key=newest_first)
        row = CORPUS.rows("kinds", kind)[0]
        name = pair(row["long_id"], row["long_en"])
        if kind.startswith("putusan-"):
            rulings += ids
            continue
        groups.append(f"{name} <{kind}>")
        site.page(f"instruments/{kind}", name, f"law:page:: kind {kind}", children=[_entry(id) for id in ids])
        for id in ids:
            site.page(f"instruments/{id}", cite(id, short=True), f"law:page:: instrument {id}")
    site.page("instruments/chronicle", "Kronik · Chronicle", "law:page:: chronicle all")
    groups = ["Kronik · Chronicle <chronicle>", *sorted(groups)]
    site.page("instruments/index", "Peraturan · Instruments", "law:page:: kinds all", children=groups)
    for id in rulings:
        site.page(f"rulings/{id}", cite(id, short=True), f"law:page:: instrument {id}")
    site.page("rulings/index", "Putusan · Rulings", "law:page:: rulings all", children=[_entry(id) for id in rulings])


def parameter_pages(site: Site) -> None:
    """A page per family of parameters."""
    found = families(CORPUS)
    for name, keys in found.items():
        if sum(len(CORPUS.settings(key)) for key in keys) <= MOST_ROWS:
            site.page(f"parameters/{name}", family_title(name), f"law:page:: family {name}")
            continue
        for key in keys:
            row = CORPUS.rows("parameter-keys", key)[0]
            site.page(f"parameters/{key_anchor(key)}", pair(row["id"], row["en"]), f"law:page:: parameter {key}")
        children = [f"{key.partition('.')[2]} <{key_anchor(key)}>" for key in keys]
        site.page(f"parameters/{name}", family_title(name), f"law:page:: parameter-list {name}", children=children)
    children = [f"{family_title(name)} <{name}>" for name in found]
    site.page("parameters/index", "Parameter · Parameters", "law:page:: families all", children=children)


def family_title(family: str) -> str:
    """Return the name of a family of parameters in both languages."""
    name = family_name(family)
    return pair(name.id, name.en)


def region_pages(site: Site) -> None:
    """A page per province and per election event."""
    provinces = all_regions("province")
    for place in provinces:
        site.page(f"regions/{place.key}", place.full_name, f"law:page:: province {place.key}")
    children = [f"{place.name} <{place.key}>" for place in provinces]
    site.page("regions/index", "Wilayah · Regions", "law:page:: provinces all", children=children)
    for place in provinces:
        site.page(
            f"briefs/{place.key}",
            pair(f"Ringkasan {place.full_name}", f"Brief: {place.full_name}"),
            f"law:page:: briefs {place.key}",
        )
    children = [f"{place.name} <{place.key}>" for place in provinces]
    site.page("briefs/index", "Ringkasan · Briefs", "law:page:: brief-list all", children=children)
    votes = events()[::-1]
    named = {event.id: event_name(event) for event in votes}
    for key, name in named.items():
        site.page(f"elections/{key}", pair(name.id, name.en), f"law:page:: event {key}")
    children = [f"{pair(name.id, name.en)} <{key}>" for key, name in named.items()]
    site.page("elections/index", "Pemilihan · Elections", "law:page:: events all", children=children)


def institution_pages(site: Site) -> None:
    """A page per body, and the matrix of mandates."""
    keys = {key: institution_name(CORPUS, key) for key in log(CORPUS).bodies}
    for key, name in keys.items():
        site.page(f"institutions/{key}", name, f"law:page:: institution {key}")
    site.page("institutions/matrix", "Siapa mengerjakan apa · Who does what", "law:page:: matrix pilkada")
    children = ["Matriks · Matrix <matrix>", *(f"{name} <{key}>" for key, name in keys.items())]
    site.page("institutions/index", "Lembaga · Institutions", "law:page:: institutions all", children=children)


def rule_pages(site: Site) -> None:
    """A page per family of validation rules."""
    found = rulebook.families()
    for family in found:
        name = rulebook.family_text(family)
        site.page(f"rules/{family}", pair(name.id, name.en), f"law:page:: rules {family}")
    names = {family: rulebook.family_text(family) for family in found}
    children = [f"{pair(name.id, name.en)} <{family}>" for family, name in names.items()]
    site.page("rules/index", "Aturan · Rules", "law:page:: rulebook all", children=children)


def code_pages(site: Site) -> None:
    """A page per group of codes of findings."""
    for group, (en, id) in codes.GROUPS.items():
        site.page(f"codes/{group}", f"Kode: {id} · Codes: {en}", f"law:page:: codes {group}")
    children = [f"{id} · {en} <{group}>" for group, (en, id) in codes.GROUPS.items()]
    site.page("codes/index", "Kode temuan · Codes of findings", "law:page:: codes-index all", children=children)


def topic_pages(site: Site) -> None:
    """A page per topic, and the index of actors; the index by date is the chronicle of the instruments."""
    for key, row in topics().items():
        site.page(f"topics/{key}", pair(row["id"], row["en"]), f"law:page:: topic {key}")
    site.page("topics/actors", "Indeks pelaku · Index of actors", "law:page:: actors all")
    children = ["Pelaku · Actors <actors>", *(f"{pair(row['id'], row['en'])} <{key}>" for key, row in topics().items())]
    site.page("topics/index", "Topik · Topics", "law:page:: topics all", children=children)


def newest_first(id: str) -> tuple[int, int, str]:
    """Sort key of instruments of one kind: by year and number, newest first."""
    item = CORPUS.instrument(id)
    digits = re.match(r"\d+", item.number)
    return (-int(item.year or 0), -int(digits[0]) if digits else 0, id)


def _entry(id: str) -> str:
    return f"{cite(id, short=True)} <{id}>"


def write(app: Sphinx, _config: Config) -> None:
    """Write every generated page."""
    site = Site()
    law_pages(site)
    instrument_pages(site)
    parameter_pages(site)
    region_pages(site)
    institution_pages(site)
    rule_pages(site)
    code_pages(site)
    topic_pages(site)
    site.write(Path(app.srcdir))


def setup(app: Sphinx) -> dict[str, object]:
    """Connect to the build."""
    app.connect("config-inited", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
