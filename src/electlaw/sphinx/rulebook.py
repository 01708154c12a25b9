"""Validation rules as nodes: what each asks, where its edge lies, what it rests on, what a case must state."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Text
from electlaw.refs import cite
from electlaw.sphinx.markup import both, el, link, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.rules import Rule

__all__ = ["families", "families_index", "family_page", "rule_anchor"]


@cache
def families() -> dict[str, list[Rule]]:
    """Return the rules by family, in order of number."""
    from electlaw import rules

    found: dict[str, list[Rule]] = {}
    for rule in sorted(rules.all(), key=lambda rule: rule.number):
        found.setdefault(rule.family, []).append(rule)
    return found


def family_text(family: str) -> Text:
    """Return the name of a family; of another package's family its key."""
    from electlaw.rules.engine import FAMILIES

    found = FAMILIES.get(family) or Text(family, family)
    return Text(_title(found.en), _title(found.id))


def _title(text: str) -> str:
    return text[:1].upper() + text[1:]


def rule_anchor(code: str) -> str:
    """Return the anchor of a rule on the page of its family."""
    return code.replace(".", "-").replace("_", "-")


def families_index() -> Iterator[nodes.Node]:
    """Yield all rules by family."""
    for family, found in families().items():
        rows = [
            [el("code", f"{rule.number}"), [link("rule", rule.code, el("span", both(rule.title.en, rule.title.id)))]]
            for rule in found
        ]
        name = family_text(family)
        heads = (both("Number", "Nomor"), both("Rule", "Aturan"))
        yield section(family, name.en, name.id, table(heads, rows))


def family_page(corpus: Corpus, family: str) -> Iterator[nodes.Node]:
    """Yield the page of a family of rules."""
    for rule in families()[family]:
        yield section(rule_anchor(rule.code), rule.title.en, rule.title.id, _rule(corpus, rule))


def _rule(corpus: Corpus, rule: Rule) -> Iterator[nodes.Node]:
    codes = el("span", el("code", rule.code), " ", el("code", f"E{rule.number}"), " ", el("code", f"W{rule.number}"))
    yield el("p", codes, class_="el-origin")
    yield el("p", both(f"{rule.about.en}.", f"{rule.about.id}."))
    facts: list[nodes.Node] = [_fact("Basis", "Dasar", [_basis(target) for target in rule.basis])]
    if rule.keys:
        keys = []
        for key in rule.keys:
            rows = corpus.rows("parameter-keys", key)
            keys.append(link("parameter", key, el("span", both(rows[0]["en"], rows[0]["id"]))))
        facts.append(_fact("Numbers it reads", "Angka yang dibacanya", keys))
    if rule.part_of:
        facts.append(_fact("Part of", "Bagian dari", [link("rule", rule.part_of, rule.part_of)]))
    case = el("code", rule.case.__name__)
    facts.append(_fact("Asked of", "Ditanyakan tentang", [case]))
    if rule.inputs:
        facts.append(_fact("When the case states", "Bila perkara menyebut", [el("code", name) for name in rule.inputs]))
    if rule.test is not None:
        facts.append(el("li", both("Also for whole columns at once.", "Juga untuk seluruh kolom sekaligus.")))
    yield el("ul", facts, class_="el-facts")
    if rule.practice is not None:
        yield el("p", both(f"Practice: {rule.practice.en}.", f"Praktik: {rule.practice.id}."), class_="el-doubt")


def _fact(en: str, id: str, items: list[nodes.Node]) -> nodes.Node:
    shown: list[nodes.Node] = [el("strong", both(f"{en}: ", f"{id}: "))]
    for number, item in enumerate(items):
        shown += [nodes.Text("; ")] if number else []
        shown.append(item)
    return el("li", *shown)


def _basis(target: str) -> nodes.Node:
    return link("pasal" if "/" in target else "instrument", target, cite(target, short=True))
