"""Parameters as nodes: each value a law set, for whom, since when, and a chart of how it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Text
from electlaw.dates import LAST
from electlaw.refs import cite_place
from electlaw.sphinx.conditions import scope_both, value_both, word_both
from electlaw.sphinx.lanes import lanes_drawing
from electlaw.sphinx.markup import both, el, link, section, table, when_both
from electlaw.sphinx.notes import noted
from electlaw.sphinx.provisions import words

if TYPE_CHECKING:
    from electlaw.acts import Setting
    from electlaw.corpus import Corpus

__all__ = ["families", "family_name", "key_anchor", "parameter_history", "parameter_section"]


def families(corpus: Corpus) -> dict[str, list[str]]:
    """Return the keys by family, what stands before the first dot, in the order of the table."""
    found: dict[str, list[str]] = {}
    for key in corpus.parameter_keys():
        found.setdefault(key.partition(".")[0], []).append(key)
    return found


#: The families of the built-in table by name.
_FAMILIES = {
    "calendar": Text("Days and calendar", "Hari dan kalender"),
    "candidate": Text("Candidates", "Calon"),
    "deputy": Text("Deputies", "Wakil"),
    "resignation": Text("Resignation from posts", "Pengunduran diri"),
    "term": Text("Terms of office", "Masa jabatan"),
    "nomination": Text("Nomination by parties", "Pencalonan oleh partai"),
    "public_test": Text("Public test", "Uji publik"),
    "replacement": Text("Replacement of candidates", "Penggantian calon"),
    "independent": Text("Independent candidates", "Calon perseorangan"),
    "single_pair": Text("Single pair", "Calon tunggal"),
    "winner": Text("Winner", "Calon terpilih"),
    "incumbent": Text("Incumbents", "Petahana"),
    "head": Text("Heads of region", "Kepala daerah"),
    "campaign": Text("Campaign", "Kampanye"),
    "neutrality": Text("Neutrality", "Netralitas"),
    "voter": Text("Voters", "Pemilih"),
    "voter_list": Text("Voter lists", "Daftar pemilih"),
    "polling_station": Text("Polling stations", "TPS"),
    "ballot": Text("Ballots", "Surat suara"),
    "body": Text("Organising bodies", "Badan penyelenggara"),
    "result": Text("Results", "Hasil"),
    "monitor": Text("Observers", "Pemantau"),
    "dispute": Text("Result disputes", "Perselisihan hasil"),
    "process": Text("Process disputes", "Sengketa proses"),
    "violation": Text("Violations", "Pelanggaran"),
    "tsm": Text("Structured, systematic and massive violations", "Pelanggaran terstruktur, sistematis, dan masif"),
    "crime": Text("Election crimes", "Tindak pidana pemilihan"),
    "appointment": Text("Appointment", "Pengangkatan"),
    "inauguration": Text("Inauguration", "Pelantikan"),
    "vacancy": Text("Vacancies", "Kekosongan jabatan"),
    "acting": Text("Acting heads", "Penjabat"),
    "schedule": Text("Schedule", "Jadwal"),
    "postponement": Text("Postponement", "Penundaan"),
    "revote": Text("Revotes", "Pemungutan suara ulang"),
    "recount": Text("Recounts", "Penghitungan suara ulang"),
    "penalty": Text("Penalties", "Ancaman pidana"),
    "penal": Text("General penal law", "Hukum pidana umum"),
}


def family_name(family: str) -> Text:
    """Return the name of a family as a title; of a family of somebody else's the key."""
    plain = family.replace("_", " ").capitalize()
    return _FAMILIES.get(family) or Text(plain, plain)


def key_anchor(key: str) -> str:
    """Return the anchor of a key on the page of its family."""
    return key.replace(".", "-").replace("_", "-")


def parameter_section(corpus: Corpus, key: str) -> nodes.section:
    """Return the section on one parameter: what it means, its history, a chart where its values are numbers."""
    row = corpus.rows("parameter-keys", key)[0]
    found = section(key_anchor(key), row["en"], row["id"], el("p", el("code", key), class_="el-origin"))
    found.extend(parameter_history(corpus, key))
    return found


def parameter_history(corpus: Corpus, key: str) -> list[nodes.Node]:
    """Return the chart and the table of the acts that set a parameter, newest first."""
    acts = corpus.settings(key)
    rows = [_row(act) for act in sorted(acts, key=lambda act: (act.known.latest, act.order), reverse=True)]
    heads = (
        both("In force", "Berlaku"),
        both("Value", "Nilai"),
        both("For", "Untuk"),
        both("Set by", "Ditetapkan oleh"),
        both("Verified", "Verifikasi"),
    )
    chart = lanes_drawing(corpus, key)
    return [*([chart] if chart is not None else []), table(heads, rows, "el-settings")]


def _row(act: Setting) -> list[object]:
    until = act.span.end
    force = when_both(act.span.start)
    if until.latest != LAST:
        force += [nodes.Text(" – "), *when_both(until)]
    by: list[nodes.Node] = [_by(act.by)]
    for place in act.provisions:
        by += [nodes.Text(", "), link("pasal", place, cite_place(place.partition("/")[2]))]
    note = [el("p", noted(act.note), class_="el-note")] if act.note else []
    return [force, _value(act) + note, scope_both(act.scope), by, words(act.verified)]


def _by(by: str) -> nodes.Node:
    if by.startswith("practice:"):
        return el("span", both("practice", "praktik"))
    return link("instrument", by)


def _value(act: Setting) -> list[nodes.Node]:
    if act.op == "unset":
        return both("no such value any more", "tidak ada nilai lagi")
    if not act.value:
        return words("unknown")
    row = act.row
    comparator = _COMPARATORS.get(row.get("comparator", ""), "")
    shown: list[nodes.Node] = [nodes.Text(f"{comparator} ")] if comparator else []
    shown.append(el("strong", *value_both(act.value)))
    if act.unit:
        shown += [nodes.Text(" "), *word_both(act.unit)]
    if row.get("base"):
        shown += [*both(" of ", " dari "), *word_both(row["base"])]
    if row.get("counted"):
        where, _, event = row["counted"].partition(":")
        en, id = {"from": (" from ", " sejak "), "before": (" before ", " sebelum ")}.get(where, (f" {where} ",) * 2)
        shown += [*both(en, id), *word_both(event)]
    return shown


_COMPARATORS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}
