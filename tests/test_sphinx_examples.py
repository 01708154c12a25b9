"""The worked examples of the site: what the tables say they show is what the library answers."""

from __future__ import annotations

import pytest

pytest.importorskip("sphinx")
pytest.importorskip("holidays")

from electlaw import rules
from electlaw.corpus import builtin
from electlaw.refs import order_key
from electlaw.rules.engine import FAMILIES
from electlaw.sphinx.chapters import chapters
from electlaw.sphinx.examples import code_examples, rule_examples, titles
from electlaw.sphinx.parameters import families
from electlaw.sphinx.topics import places_of, topics

RULES = {rule.code: rule for rule in rules.all() if rule.family in FAMILIES}


def test_every_rule_has_an_example_on_either_side_of_its_edge() -> None:
    missing = [code for code in RULES if len({one.outcome for one in rule_examples().get(code, ())}) < 2]
    assert not missing, "add rows to src/electlaw/sphinx/rule-examples.tsv"


def test_every_example_is_of_a_rule() -> None:
    assert set(rule_examples()) <= set(RULES)


@pytest.mark.parametrize("code", rule_examples())
def test_a_rule_answers_as_its_example_says(code: str) -> None:
    for example in rule_examples()[code]:
        assert example.finding().outcome == example.outcome, example


def test_every_code_has_an_example() -> None:
    assert set(code_examples()) == set(titles())


@pytest.mark.parametrize("code", code_examples())
def test_a_code_is_found_in_its_example_and_not_in_the_twin(code: str) -> None:
    example = code_examples()[code]
    assert example.findings()
    assert not example.findings(example.clean)
    assert example.about.en
    assert example.about.id


def test_topics_leave_no_article_rule_or_number_out() -> None:
    found = topics().values()
    heads = [head for heads in chapters(builtin(), "uu-1-2015").values() for head in heads]
    listed = {head for row in found for head in places_of(builtin(), row)}
    assert sorted(listed, key=order_key) == sorted(heads, key=order_key)
    assert {family for row in found for family in row["rules"].split(",") if family} == set(FAMILIES)
    numbers = {family for row in found for family in row["parameters"].split(",") if family}
    assert numbers == set(families(builtin()))


def test_what_readers_meet_has_a_name():
    from electlaw.corpus import builtin
    from electlaw.facts import facts
    from electlaw.rules import all as all_rules
    from electlaw.rules.cases import kind_of
    from electlaw.sphinx.examples import name_of

    keys = [("table", count.table) for count in facts(builtin()).counts]
    keys += [("case", kind_of(rule.case)) for rule in all_rules()]
    for kind, key in keys:
        name = name_of(kind, key)
        assert name.en, key
        assert "-" not in name.en
        assert "_" not in name.en
        assert "_" not in name.id


def test_a_rule_is_described_in_words():
    from electlaw.corpus import builtin
    from electlaw.sphinx.rulebook import family_page

    said = "\n".join(node.astext() for node in family_page(builtin(), "nomination"))
    words = said.partition("electlaw.rules.validate")[0]
    assert "a party or coalition that nominates a pair" in words
    assert "NominationCase" not in words
    assert "valid_votes" not in words
