"""The data format documents what a subject may state, every unit, and what a bill may do."""

from __future__ import annotations

import re
from pathlib import Path

from electlaw.corpus import builtin
from electlaw.packs import WORDS
from electlaw.subjects import OFFICES, values
from electlaw.tables import tables

TEXT = (Path(__file__).parent.parent / "docs" / "data-format.md").read_text(encoding="utf-8")
SUBJECTS = TEXT.partition("### Subject keys and units")[2].partition("\n## ")[0]
BILL = TEXT.partition("## A bill")[2].partition("\n## ")[0]


def listed(part: str) -> dict[str, set[str]]:
    """The rows of the tables in a part: each name in the first cell, and the words of the row."""
    rows = [line.strip("|").split("|") for line in part.splitlines() if line.startswith("| `")]
    return {
        name: set(re.findall(r"`([^`]+)`", "|".join(row))) for row in rows for name in re.findall(r"`([^`]+)`", row[0])
    }


def test_every_subject_key_is_documented_with_its_values() -> None:
    found = listed(SUBJECTS)
    names = {name for row in tables()["parameter-keys"] for name in row["inputs"].split()}
    assert names <= set(found)
    assert set(OFFICES) <= found["office"]
    for name in sorted(names - {"offence", "category"}):
        assert set(values(builtin(), name)) <= found[name], name
    assert values(builtin(), "category")[0] in found["category"]


def test_every_unit_is_documented() -> None:
    units = {row["word"] for row in tables()["parameter-words"] if row["kind"] == "unit"}
    used = {row["unit"] for row in tables()["parameters"]} | {row["unit"] for row in tables()["parameter-keys"]}
    assert (used - {""}) <= units <= set(listed(SUBJECTS))


def test_what_a_bill_may_do_is_listed_by_table() -> None:
    for table, column in (("relations", "op"), ("provisions", "op"), ("holdings", "form"), ("parameters", "op")):
        assert WORDS[table, column] <= listed(BILL)[f"[[{table}]]"]
