"""How many facts rest on text, report, recall: every table that says so is counted, row by row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import electlaw
from electlaw import views
from electlaw.acts import VERIFIED
from electlaw.cli import main
from electlaw.corpus import builtin
from electlaw.facts import facts
from electlaw.tables import DATA

ROOT = Path(__file__).parent.parent


def test_every_row_of_every_table_is_counted_once() -> None:
    found = facts(builtin())
    rows = 0
    for path in Path(DATA).rglob("*.tsv"):
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        if "verified" in head.split("\t"):
            rows += len(lines)
    assert found.sum.total == rows
    assert found.sum.total == sum(item.total for item in found.counts)


def test_the_counts_are_those_of_the_rows() -> None:
    found = facts(builtin())["rulings"]
    rows = list(builtin().all("rulings"))
    assert [found.text, found.report, found.recall] == [
        sum(row["verified"] == grade for row in rows) for grade in VERIFIED
    ]
    assert found.with_open_fields == sum(bool(row["unverified"]) for row in rows)


def test_the_provisions_rest_on_the_texts() -> None:
    found = facts(builtin())["provisions"]
    assert found.text / found.total > 0.95


def test_a_pack_is_counted_with_the_log() -> None:
    pack = electlaw.load(str(ROOT / "examples" / "pack-committee"))
    assert facts(pack.corpus).sum.total > facts(builtin()).sum.total


@pytest.mark.parametrize("form", [views.text, views.html, views.markdown])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_three_forms(form: object, lang: str) -> None:
    found = facts(builtin())
    shown = form(found, lang)  # type: ignore[operator]
    assert "provisions" in shown
    assert str(found.sum.total) in shown


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["all"]["total"] == found["all"]["text"] + found["all"]["report"] + found["all"]["recall"]
    assert {item["table"] for item in found["tables"]} >= {"provisions", "holdings", "parameters", "instruments"}
    assert main(["facts"]) == 0
    assert "provisions" in capsys.readouterr().out
