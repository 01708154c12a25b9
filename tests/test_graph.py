"""Amendment graphs: who did what to whom, in three forms, with every label escaped."""

from __future__ import annotations

import json
import re

import pytest

import electlaw
from electlaw.cli import main
from electlaw.graph import Graph, graph

LAST_KNOWN = electlaw.DATA_AS_OF


def drawn(id: str, on: str = LAST_KNOWN, known: str | None = None, **options: object) -> Graph:
    law = electlaw.at(on, known)
    return graph(law.corpus, id, law.moment, **options)  # type: ignore[arg-type]


def done(found: Graph, *ops: str) -> set[tuple[str, str, str]]:
    return {(edge.by, edge.op, edge.target) for edge in found.edges if not ops or edge.op in ops}


def test_the_chain_of_the_pilkada_law() -> None:
    assert done(drawn("uu-10-2016"), "amends", "ratifies") == {
        ("uu-1-2015", "ratifies", "perppu-1-2014"),
        ("uu-8-2015", "amends", "uu-1-2015"),
        ("uu-10-2016", "amends", "uu-1-2015"),
        ("perppu-2-2020", "amends", "uu-1-2015"),
        ("uu-6-2020", "ratifies", "perppu-2-2020"),
        ("uu-1-2026", "amends", "uu-1-2015"),
    }
    assert ("perppu-1-2014", "repeals", "uu-22-2014") in done(drawn("uu-10-2016"))


def test_every_member_of_a_chain_has_the_same_graph() -> None:
    edges = [done(drawn(id), "amends", "ratifies", "repeals") for id in ("uu-1-2015", "uu-10-2016", "perppu-1-2014")]
    assert edges[0] == edges[1] == edges[2]


def test_an_omnibus_law_joins_no_chains() -> None:
    assert "uu-7-2017" not in {node.id for node in drawn("uu-10-2016").nodes}
    assert {"uu-7-2017", "uu-1-2015"} <= {node.id for node in drawn("uu-1-2026").nodes}


def test_only_what_was_known() -> None:
    ids = [node.id for node in drawn("uu-1-2015", on="2015-06-01").nodes]
    assert "uu-8-2015" in ids
    assert "uu-10-2016" not in ids


def test_rulings_and_regulations_on_request() -> None:
    assert "mk-60-puu-xxii-2024" not in {node.id for node in drawn("uu-1-2015").nodes}
    full = {node.id for node in drawn("uu-1-2015", ops=("amends", "tests", "implements")).nodes}
    assert {"mk-60-puu-xxii-2024", "pkpu-8-2024", "uu-10-2016"} <= full


def test_what_the_instrument_does_itself_is_always_shown() -> None:
    assert ("pkpu-8-2024", "implements", "uu-1-2015") in done(drawn("pkpu-8-2024"))


def test_nodes_stand_in_the_order_they_became_known() -> None:
    known = [node.instrument.known.latest for node in drawn("uu-1-2015").nodes]
    assert known == sorted(known)


def test_bad_input() -> None:
    with pytest.raises(electlaw.NotFound):
        drawn("uu-10-2061")
    with pytest.raises(electlaw.Invalid, match="no relation 'amend'"):
        drawn("uu-10-2016", ops=("amend",))


EVIL = 'a"b]c|d\\e<f>`g`;\n%%{x}'


@pytest.fixture
def evil() -> Graph:
    bill = {
        "id": "uu-99-2026", "kind": "uu", "number": 99, "year": 2026, "title": EVIL, "source": "s",
        "relations": [{"target": "uu-1-2015", "op": "repeals", "condition": EVIL, "source": "s"}],
    }  # fmt: skip
    law = electlaw.at("2026-01-10").with_instrument(bill)
    return graph(law.corpus, "uu-1-2015", law.moment)


def test_mermaid_labels_cannot_break_the_chart(evil: Graph) -> None:
    lines = evil.mermaid().splitlines()
    assert lines[0] == "flowchart TD"
    node, edge, style = (
        r'  n\d+\["[^"\]\|<>`]*(?:<br/>[^"\]\|<>`]*)*"\]:::\w+',
        r'  n\d+ -->\|"[^"\|<>`]*"\| n\d+',
        r"  classDef \w+ fill:#\w+,stroke:#\w+,color:#\w+",
    )
    for line in lines[1:]:
        assert re.fullmatch(f"{node}|{edge}|{style}", line), line
    assert "a#34;b#93;c#124;d#92;e#60;f#62;" in evil.mermaid()


def test_dot_strings_are_closed(evil: Graph) -> None:
    dot = evil.dot()
    string = r'"(?:[^"\\\n]|\\.)*"'
    for line in dot.splitlines()[4:-1]:
        assert re.fullmatch(rf"  {string}(?: -> {string})? \[label={string}(?:, fillcolor={string})?\];", line), line
    assert r"a\"b]c|d\\e<f>" in dot
    assert dot.endswith("}\n")


@pytest.mark.parametrize(("lang", "word"), [("en", "amends"), ("id", "mengubah")])
def test_arrows_speak_both_languages(lang: str, word: str) -> None:
    assert f'-->|"{word}"|' in drawn("uu-10-2016").mermaid(lang)
    assert f'[label="{word}"]' in drawn("uu-10-2016").dot(lang)


@pytest.mark.parametrize(("form", "start"), [("mermaid", "flowchart TD\n"), ("dot", 'digraph "uu-10-2016" {\n')])
def test_the_command(form: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "UU 10/2016", "--on", LAST_KNOWN, "--format", form]) == 0
    assert capsys.readouterr().out.startswith(start)


def test_the_command_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", "UU Pilkada", "--on", LAST_KNOWN, "--format", "json", "--also", "tests"]) == 0
    found = json.loads(capsys.readouterr().out)
    ids = {node["id"] for node in found["nodes"]}
    assert {"by", "op", "target", "from", "verified"} <= set(found["edges"][0])
    assert all({edge["by"], edge["target"]} <= ids for edge in found["edges"])
    assert main(["graph", "UU 10/2061", "--on", LAST_KNOWN]) == 2
    assert "nearest" in capsys.readouterr().err
