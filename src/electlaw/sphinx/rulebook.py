"""Validation rules as nodes: what each asks, where its edge lies, what it rests on, and a worked example."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Text
from electlaw.refs import cite
from electlaw.rules.cases import kind_of
from electlaw.rules.wording import say
from electlaw.sphinx.conditions import value_both
from electlaw.sphinx.examples import name_of, rule_examples
from electlaw.sphinx.markup import both, day_both, el, link, section, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.rules import Rule
    from electlaw.sphinx.examples import RuleExample

__all__ = ["families", "families_index", "family_page", "family_text", "rule_anchor"]


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
    yield el("p", el("code", rule.code), class_="el-origin")
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
    facts.append(_fact("Asked of", "Ditanyakan tentang", [_case(rule)]))
    if rule.inputs:
        facts.append(
            _fact("When the case states", "Bila perkara menyebut", [_field(rule, name) for name in rule.inputs])
        )
    if rule.test is not None:
        facts.append(
            el("li", both("Can be asked of a whole table of cases.", "Dapat ditanyakan atas seluruh tabel perkara."))
        )
    fails, lacks = el("code", f"E{rule.number}"), el("code", f"W{rule.number}")
    said = [*both("if it is not met ", "bila tidak terpenuhi "), fails]
    said += [*both(", if something needed is unknown ", ", bila ada yang diperlukan tetapi tidak diketahui "), lacks]
    facts.append(_fact("Code of the finding", "Kode temuan", [el("span", said)]))
    yield el("ul", facts, class_="el-facts")
    if rule.practice is not None:
        yield el("p", both(f"Practice: {rule.practice.en}.", f"Praktik: {rule.practice.id}."), class_="el-doubt")
    yield from _examples(rule)


def _case(rule: Rule) -> nodes.Node:
    """Return what a rule is asked of in words; a kind of case of a plugin by its name."""
    name = name_of("case", kind_of(rule.case))
    return el("span", both(name.en, name.id), title=rule.case.__name__)


def _field(rule: Rule, name: str) -> nodes.Node:
    """Return a field of a case in words, its name in the code as its title."""
    text = _meanings(rule).get(name)
    if text is None:
        return el("code", name)
    en, id = (said.split(". ")[0].rstrip(".") for said in (text.en, text.id))
    return el("span", both(en, id), title=name)


def _fact(en: str, id: str, items: list[nodes.Node]) -> nodes.Node:
    shown: list[nodes.Node] = [el("strong", both(f"{en}: ", f"{id}: "))]
    for number, item in enumerate(items):
        shown += [nodes.Text("; ")] if number else []
        shown.append(item)
    return el("li", *shown)


def _basis(target: str) -> nodes.Node:
    return link("pasal" if "/" in target else "instrument", target, cite(target, short=True))


# -- worked examples ------------------------------------------------------------------------------------


def _examples(rule: Rule) -> Iterator[nodes.Node]:
    """Yield the worked example: what the cases share, then each with what sets it apart and what the rule answers."""
    found = rule_examples().get(rule.code, ())
    if not found:
        return
    first = found[0]
    shared = {
        name: value
        for name, value in first.case.items()
        if name != "case" and all(other.case.get(name) == value for other in found)
    }
    head = both("Worked example", "Contoh")
    when = [*both(", by the law of ", ", menurut hukum pada "), *day_both(first.on)]
    yield el("p", el("strong", head), *when, class_="el-example-head")
    stated = [el("li", *_stated(rule, name, value)) for name, value in shared.items()]
    if stated:
        yield el("ul", stated, class_="el-stated")
    rows = [_answer(rule, example, shared) for example in found]
    heads = (both("The case states", "Perkara menyebut"), both("Outcome", "Hasil"), both("Finding", "Temuan"))
    yield table(heads, rows, "el-example")
    yield _in_python(found[-1])


def _answer(rule: Rule, example: RuleExample, shared: dict[str, object]) -> list[object]:
    finding = example.finding()
    own = [name for name in example.case if name != "case" and name not in shared]
    stated = el("ul", [el("li", *_stated(rule, name, example.case[name])) for name in own], class_="el-plain")
    outcome = el(
        "span",
        both(say(finding.outcome, "en"), say(finding.outcome, "id")),
        class_=f"el-badge el-outcome-{finding.outcome}",
    )
    basis: list[nodes.Node] = []
    for ground in finding.basis:
        basis += [nodes.Text("; ")] if basis else []
        basis.append(_basis(ground.ref))
    said: list[nodes.Node] = [el("div", both(finding.message["en"], finding.message["id"]))]
    if basis:
        said.append(el("div", *basis, class_="el-origin"))
    return [[stated], [outcome], said]


def _meanings(rule: Rule) -> dict[str, Text]:
    import attrs

    return {item.name: item.metadata["text"] for item in attrs.fields(rule.case) if item.metadata}


def _stated(rule: Rule, name: str, value: object) -> list[nodes.Node]:
    """Return a field of a case with its value."""
    return [_field(rule, name), nodes.Text(": "), *_value(name, value)]


def _value(name: str, value: object) -> list[nodes.Node]:
    if name == "region":
        from electlaw.regions import region

        place = region(str(value))
        return [link("region", place.key, place.full_name)]
    if isinstance(value, bool):
        return both("yes", "ya") if value else both("no", "tidak")
    if isinstance(value, int):
        return value_both(str(value))
    if isinstance(value, str):
        return day_both(value) if _is_day(value) else [el("code", value)]
    return [el("code", json.dumps(value, ensure_ascii=False), class_="el-json")]


def _is_day(text: str) -> bool:
    return len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit()


def _in_python(example: RuleExample) -> nodes.Node:
    given = ", ".join(f'"{name}": {value!r}' for name, value in example.case.items())
    code = f'electlaw.rules.validate({{{given}}}, on="{example.on}", rules="{example.rule}")'
    summary = el("summary", both("The last one in Python", "Yang terakhir dengan Python"))
    return el("details", summary, el("pre", el("code", code)), class_="el-code")
