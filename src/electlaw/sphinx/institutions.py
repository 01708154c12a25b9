"""Institutions and their mandates: what a body is, its names, its form over the years, its role at each stage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.corpus import DATA_AS_OF
from electlaw.dates import FIRST, LAST
from electlaw.institutions import ROLES, matrix, stage_name
from electlaw.institutions.acts import LEVELS, Fact, log
from electlaw.refs import cite
from electlaw.sphinx.conditions import scope_both
from electlaw.sphinx.markup import both, el, link, section, table, when_both
from electlaw.sphinx.notes import in_indonesian
from electlaw.sphinx.provisions import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.institutions import Mandate, Matrix

__all__ = ["institution_name", "institution_page", "institutions_index", "matrix_block"]

_LEVELS = dict(
    zip(
        LEVELS,
        (
            ("national", "nasional"),
            ("province", "provinsi"),
            ("regency or city", "kabupaten/kota"),
            ("district", "kecamatan"),
            ("village", "desa/kelurahan"),
            ("polling station", "TPS"),
            ("overseas", "luar negeri"),
        ),
        strict=True,
    )
)


def institution_name(corpus: Corpus, key: str) -> str:
    """Return the official name of a body on the last day of the data; its key if none is known."""
    return _name(corpus, key, "official") or key


def _short_name(corpus: Corpus, key: str) -> str:
    return _name(corpus, key, "short") or institution_name(corpus, key)


def _name(corpus: Corpus, key: str, form: str) -> str:
    """Return the name of a form that stands on the last day, rather one for the whole country; else the latest."""
    known = log(corpus).named(key, form)
    standing = [fact for fact in known if fact.span.contains(DATA_AS_OF) is not False]
    everywhere = [fact for fact in standing if not fact.scope.conditions]
    best = everywhere or standing or known
    return best[-1].row["name"] if best else ""


def institutions_index(corpus: Corpus) -> Iterator[nodes.Node]:
    """Yield the bodies by level."""
    acts = log(corpus)
    levels: dict[str, list[list[object]]] = {}
    for key, facts in acts.bodies.items():
        row = next((fact.row for fact in facts if fact.row["level"]), facts[0].row)
        level = row["level"].split("|")[0].split()[0] if row["level"] else ""
        said = next((fact.text for fact in reversed(facts) if fact.text), None)
        about = both(said.en, said.id) if said else ""
        levels.setdefault(level, []).append([[link("institution", key, _short_name(corpus, key))], about])
    for level in [*LEVELS, *(found for found in levels if found not in LEVELS)]:
        if level in levels:
            names = _LEVELS.get(level, ("other", "lainnya"))
            en, id = (name.capitalize() for name in names)
            yield section(f"tingkat-{level}", en, id, table(_HEADS, levels[level]))


_HEADS = (both("Body", "Lembaga"), both("What it is", "Apa itu"))


def institution_page(corpus: Corpus, key: str) -> Iterator[nodes.Node]:
    """Yield the page of a body."""
    acts = log(corpus)
    facts = acts.bodies[key]
    said = next((fact.text for fact in reversed(facts) if fact.text), None)
    if said:
        yield el("p", both(said.en, said.id), class_="el-lead")
    yield section("bentuk", "Its form over the years", "Bentuknya dari tahun ke tahun", _forms(corpus, facts))
    names = acts.names().get(key, ())
    if names:
        yield section("nama", "Names", "Nama", _names(names))
    yield from _mandates(corpus, key)
    below = [other for other, found in acts.bodies.items() if any(fact.row["parent"] == key for fact in found)]
    if below:
        items = [el("li", link("institution", other, _short_name(corpus, other))) for other in below]
        yield section("di-bawahnya", "Bodies under it", "Lembaga di bawahnya", el("ul", items))


def _days(fact: Fact) -> list[nodes.Node]:
    start, end = fact.span.start, fact.span.end
    if start.earliest > FIRST:
        return when_both(start) if end.latest == LAST else [*when_both(start), nodes.Text(" – "), *when_both(end)]
    if end.latest == LAST:
        return both("throughout the data", "sepanjang data")
    return [*both("until ", "hingga "), *when_both(end)]


def _by(fact: Fact) -> list[nodes.Node]:
    return [link("instrument", fact.by)] if fact.by else []


def _places(places: tuple[str, ...]) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    for place in places:
        shown += [nodes.Text(", ")] if shown else []
        shown.append(link("pasal" if "/" in place else "instrument", place, cite(place, short=True)))
    return shown


def _forms(corpus: Corpus, facts: tuple[Fact, ...]) -> nodes.Node:
    rows: list[list[object]] = []
    for fact in reversed(facts):
        row = fact.row
        what: list[nodes.Node] = []
        if fact.ends:
            what.append(el("li", both("ends", "berakhir")))
        if row["members"]:
            number = row["members"].removeprefix("..").replace("..", "–").replace("|", " / ")
            en, id = ("at most ", "paling banyak ") if row["members"].startswith("..") else ("", "")
            jumlah = number
            for level in _LEVELS.values():
                jumlah = jumlah.replace(*level)
            what.append(el("li", both(f"{en}{number} members", f"{id}{jumlah} anggota")))
        if row["term"]:
            what.append(el("li", both(f"term: {row['term']}", f"masa jabatan: {in_indonesian(row['term'])}")))
        if row["parent"]:
            above = link("institution", row["parent"], _short_name(corpus, row["parent"]))
            what.append(el("li", both("under ", "di bawah "), above))
        for other in row["replaces"].replace(",", " ").split():
            before = link("institution", other, _short_name(corpus, other))
            what.append(el("li", both("in the place of ", "menggantikan "), before))
        form = [el("ul", what, class_="el-plain")] if what else ""
        rows.append([_days(fact), _by(fact), form, scope_both(fact.scope), _places(fact.places), words(fact.verified)])
    heads = (
        both("From", "Sejak"),
        both("By", "Oleh"),
        both("Form", "Bentuk"),
        both("For", "Untuk"),
        both("Basis", "Dasar"),
        both("Verified", "Verifikasi"),
    )
    return table(heads, rows)


_FORMS = {
    "official": ("official", "resmi"),
    "short": ("short", "singkat"),
    "seat": ("name in a region", "nama di daerah"),
    "alias": ("other name", "nama lain"),
}


def _names(names: tuple[Fact, ...]) -> nodes.Node:
    rows = [
        [
            _named(fact.row["name"]),
            both(*_FORMS.get(fact.op, (fact.op,) * 2)),
            scope_both(fact.scope),
            _days(fact),
            words(fact.verified),
        ]
        for fact in names
    ]
    heads = (
        both("Name", "Nama"),
        both("Form", "Jenis"),
        both("For", "Untuk"),
        both("Used", "Dipakai"),
        both("Verified", "Verifikasi"),
    )
    return table(heads, rows)


def _named(name: str) -> list[nodes.Node]:
    """Return a name with the slot for that of a region put in words."""
    shown: list[nodes.Node] = []
    for part in re.split(r"(\{\w+\})", name):
        shown += [el("em", both("[region]", "[daerah]"))] if part.startswith("{") else [nodes.Text(part)]
    return shown


def _mandates(corpus: Corpus, key: str) -> Iterator[nodes.Node]:
    acts = log(corpus)
    stages = {stage: number for number, stage in enumerate(acts.stages())}
    rows: list[tuple[tuple[int, int], list[object]]] = []
    for target, facts in acts.mandates().items():
        institution, stage, role, _ = target.split("|")
        if institution != key:
            continue
        for fact in facts:
            name = both(stage_name(stage, "en", corpus), stage_name(stage, "id", corpus))
            what = both("ended", "berakhir") if fact.ends else both(fact.text.en, fact.text.id) if fact.text else []
            shown: list[object] = [name, both(ROLES[role].en, ROLES[role].id), what, _days(fact), _places(fact.places)]
            shown.append(words(fact.verified))
            rows.append(((stages.get(stage, 999), list(ROLES).index(role)), shown))
    if rows:
        heads = (
            both("Stage", "Tahapan"),
            both("Role", "Peran"),
            both("What", "Apa"),
            both("From", "Sejak"),
            both("Basis", "Dasar"),
            both("Verified", "Verifikasi"),
        )
        ordered = [row for _, row in sorted(rows, key=lambda item: item[0])]
        yield section("mandat", "Mandates by stage", "Mandat menurut tahapan", table(heads, ordered))


def matrix_block(corpus: Corpus, on: str, kind: str, stage: str = "", region: str = "") -> nodes.Node:
    """Return the responsibility matrix of a day: stages down, roles across."""
    found: Matrix = matrix(stage or None, region or None, on=on, kind=kind, corpus=corpus)
    cells: dict[tuple[str, str], list[Mandate]] = {}
    for item in (*found.mandates, *found.overall):
        cells.setdefault((item.stage, item.role), []).append(item)
    roles = [role for role in ROLES if any(key[1] == role for key in cells)]
    rows: list[list[object]] = []
    for at in dict.fromkeys(key[0] for key in cells):
        row: list[object] = [both(stage_name(at, "en", corpus), stage_name(at, "id", corpus))]
        for role in roles:
            shown: list[nodes.Node] = []
            for key, name in dict.fromkeys((item.institution, item.name) for item in cells.get((at, role), ())):
                shown += [nodes.Text(", ")] if shown else []
                shown.append(link("institution", key, name))
            row.append(shown)
        rows.append(row)
    return table([both("Stage", "Tahapan"), *(both(ROLES[role].en, ROLES[role].id) for role in roles)], rows)
