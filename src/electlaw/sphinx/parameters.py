"""Parameters as nodes: each value a law set, for whom, since when, and a chart of how it changed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.dates import LAST
from electlaw.refs import cite_place
from electlaw.sphinx.charts import step_chart
from electlaw.sphinx.markup import both, el, link, section, table, when_both
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


def family_name(family: str) -> str:
    """Return the name of a family as a title."""
    return family.replace("_", " ").capitalize()


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
    rows = [_row(corpus, act) for act in sorted(acts, key=lambda act: (act.known.latest, act.order), reverse=True)]
    heads = (
        both("In force", "Berlaku"),
        both("Value", "Nilai"),
        both("For", "Untuk"),
        both("Set by", "Ditetapkan oleh"),
        both("Verified", "Verifikasi"),
    )
    chart = _chart(corpus, key)
    return [*([chart] if chart is not None else []), table(heads, rows, "el-settings")]


def _row(corpus: Corpus, act: Setting) -> list[object]:
    until = act.span.end
    force = when_both(act.span.start)
    if until.latest != LAST:
        force += [nodes.Text(" – "), *when_both(until)]
    by: list[nodes.Node] = [_by(act.by)]
    for place in act.provisions:
        by += [nodes.Text(", "), link("pasal", place, cite_place(place.partition("/")[2]))]
    note = [el("p", act.note, class_="el-note l-en", lang="en")] if act.note else []
    return [force, _value(corpus, act) + note, _scope(corpus, act), by, words(act.verified)]


def _by(by: str) -> nodes.Node:
    if by.startswith("practice:"):
        return el("span", both("practice", "praktik"))
    return link("instrument", by)


def word_both(corpus: Corpus, word: str) -> list[nodes.Node]:
    """Return a word of the tables of parameters in both languages."""
    rows = corpus.rows("parameter-words", word)
    return both(rows[0]["en"], rows[0]["id"]) if rows else [nodes.Text(word)]


def _value(corpus: Corpus, act: Setting) -> list[nodes.Node]:
    if act.op == "unset":
        return both("no such value any more", "tidak ada nilai lagi")
    if not act.value:
        return words("unknown")
    extra = dict(act.extra)
    comparator = _COMPARATORS.get(extra.get("comparator", ""), "")
    shown: list[nodes.Node] = [nodes.Text(f"{comparator} ")] if comparator else []
    shown.append(el("strong", *_number(corpus, act.value)))
    if act.unit:
        shown += [nodes.Text(" "), *word_both(corpus, act.unit)]
    if extra.get("base"):
        shown += [*both(" of ", " dari "), *word_both(corpus, extra["base"])]
    if extra.get("counted"):
        where, _, event = extra["counted"].partition(":")
        en, id = {"from": (" from ", " sejak "), "before": (" before ", " sebelum ")}.get(where, (f" {where} ",) * 2)
        shown += [*both(en, id), *word_both(corpus, event)]
    return shown


_COMPARATORS = {">=": "≥", ">": ">", "<=": "≤", "<": "<"}


def _number(corpus: Corpus, value: str) -> list[nodes.Node]:
    if value.isdigit() and len(value) > 4:
        grouped = f"{int(value):,}"
        return both(grouped, grouped.replace(",", "."))
    if value in ("true", "false"):
        return both("yes", "ya") if value == "true" else both("no", "tidak")
    if value.replace(".", "", 1).isdigit() and "." in value:
        return both(value, value.replace(".", ","))
    return word_both(corpus, value)


def _scope(corpus: Corpus, act: Setting) -> list[nodes.Node]:
    if not act.scope:
        return both("everyone", "semua")
    shown: list[nodes.Node] = []
    for condition in act.scope.conditions:
        shown += [nodes.Text("; ")] if shown else []
        shown += word_both(corpus, condition.name)
        operator = {"=": ":", "!=": " ≠", "<=": " ≤", ">=": " ≥"}.get(condition.operator, f" {condition.operator}")
        shown.append(nodes.Text(f"{operator} "))
        for number, value in enumerate(condition.values):
            shown += [nodes.Text(" / ")] if number else []
            shown += _condition_value(corpus, condition.name, value)
    return shown


def _condition_value(corpus: Corpus, name: str, value: str) -> list[nodes.Node]:
    if name == "region":
        rows = corpus.rows("regions", value)
        if rows:
            return [link("region", value, rows[0]["name"])]
    if name == "event" and corpus.rows("events", value):
        return [link("event", value, value)]
    return _number(corpus, value)


def _chart(corpus: Corpus, key: str) -> nodes.Node | None:
    lines: dict[str, list[tuple[str, Fraction | None]]] = {}
    units = set()
    for act in corpus.settings(key):
        start = act.span.start
        if not start.exact and act.op != "unset":
            return None
        value = None
        if act.op == "set":
            try:
                value = Fraction(act.value)
            except (ValueError, ZeroDivisionError):
                return None
            units.add(act.unit)
        lines.setdefault(str(act.scope), []).append((start.earliest, value))
    changes = max((len(points) for points in lines.values()), default=0)
    if changes < 2 or len(units) != 1 or len(lines) > 6:
        return None
    return step_chart(lines)
