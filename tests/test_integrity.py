"""The data check: the built-in log passes, and every kind of fault is named with file and row."""

from pathlib import Path

import pytest

from electlaw.errors import Invalid
from electlaw.integrity import check

HEADERS = {
    "instruments": "id kind number year title known source verified status",
    "relations": "target by op source verified",
    "provisions/uu-1-2015": "place by op moved refers en from source verified",
    "holdings": "place by form force applies source verified",
    "parameters": "key by op applies value provision source verified",
    "conditions": "condition by source verified",
    "sources": "key note",
}
GOOD = {
    "instruments": [
        "uu-98-2025 uu 98 2025 T 2025-01-02 s text modelled",
        "uu-99-2025 uu 99 2025 T 2025-01-02 s text modelled",
    ],
    "sources": ["s a"],
}


def problems(tmp_path: Path, **tables: list[str]) -> list[str]:
    for name, rows in {
        **GOOD,
        **{key.replace("__", "/").replace("_law", "uu-1-2015"): rows for key, rows in tables.items()},
    }.items():
        path = tmp_path / f"{name}.tsv"
        path.parent.mkdir(exist_ok=True)
        lines = [HEADERS[name], *rows]
        path.write_text("".join(line.replace(" ", "\t").replace("~", " ") + "\n" for line in lines), encoding="utf-8")
    return [str(problem) for problem in check(str(tmp_path))]


def test_the_built_in_log_has_no_problems() -> None:
    assert [str(problem) for problem in check()] == []


def test_a_good_pack_has_none(tmp_path: Path) -> None:
    assert problems(tmp_path, provisions___law=["pasal-3/ayat-1 uu-99-2025 amend   A  s text"]) == []


@pytest.mark.parametrize(
    ("tables", "where", "reason"),
    [
        ({"relations": ["uu-1-2015 uu-97-2025 amends s text"]}, "relations.tsv:2", "'uu-97-2025' is no instrument"),
        ({"relations": ["uu-1-2015 uu-99-2025 changes s text"]}, "relations.tsv:2", "op is 'changes'"),
        ({"relations": ["uu-1-2015 uu-99-2025 amends  text"]}, "relations.tsv:2", "no source"),
        ({"relations": ["uu-1-2015 uu-99-2025 amends t text"]}, "relations.tsv:2", "'t' is not in sources.tsv"),
        ({"relations": ["uu-1-2015 uu-99-2025 amends s sure"]}, "relations.tsv:2", "verified is 'sure'"),
        ({"instruments": ["uu-99-2025 law 99 2025 T 2025-01-02 s text stub"]}, "instruments.tsv:2", "kind 'law'"),
        ({"instruments": ["uu-99-2025 uu 99 2025 T 2025-13-02 s text stub"]}, "", "not a day"),
        (
            {"provisions___law": ["pasal-3/ayat-1 uu-99-2025 amend pasal-999  A  s text"]},
            "provisions/uu-1-2015.tsv:2",
            "never had",
        ),
        (
            {"provisions___law": ["pasal-3/ayat-1 uu-99-2025 amend  pasal-9a A  s text"]},
            "provisions/uu-1-2015.tsv:2",
            "never had",
        ),
        (
            {"provisions___law": ["Pasal-3 uu-99-2025 amend   A  s text"]},
            "provisions/uu-1-2015.tsv:2",
            "not written as a path",
        ),
        ({"holdings": ["uu-1-2015/pasal-999 uu-99-2025 struck pronounced  s text"]}, "holdings.tsv:2", "never had it"),
        (
            {"holdings": ["uu-1-2015/pasal-40 uu-99-2025 struck pronounced region=99 s text"]},
            "holdings.tsv:2",
            "no region",
        ),
        ({"holdings": ["uu-1-2015/pasal-40 uu-99-2025 struck pronounced who s text"]}, "", "no condition"),
        ({"parameters": ["no.such.key uu-99-2025 set  5  s text"]}, "parameters.tsv:2", "not in parameter-keys.tsv"),
        (
            {"holdings": ["pkpu-9-2020/pasal-4 uu-99-2025 struck pronounced  s text"]},
            "holdings.tsv:2",
            "write it as of 'pkpu-3-2017'",
        ),
        ({"conditions": ["no-such-event uu-99-2025 s text"]}, "conditions.tsv:2", "no act waits for"),
        ({"relations": ["uu-1-2015 uu-99-2025 amends s"]}, "", "4 fields"),
        (
            {
                "provisions___law": [
                    "pasal-3/ayat-1 uu-98-2025 amend   A  s text",
                    "pasal-3/ayat-1 uu-99-2025 amend   B  s text",
                ]
            },
            "(fold)",
            "the order of uu-98-2025 and uu-99-2025 is not determined",
        ),
    ],
)
def test_faults_are_named(tmp_path: Path, tables: dict[str, list[str]], where: str, reason: str) -> None:
    found = problems(tmp_path, **tables)
    assert any(reason in problem and problem.startswith(where) for problem in found), found


def test_an_id_that_stands_twice(tmp_path: Path) -> None:
    row = GOOD["instruments"][0]
    assert any("stands twice" in problem for problem in problems(tmp_path, instruments=[row, row]))


def test_rows_of_a_key_that_do_not_stand_together(tmp_path: Path) -> None:
    rows = [
        "uu-1-2015 uu-99-2025 amends s text",
        "uu-8-2015 uu-99-2025 amends s text",
        "uu-1-2015 uu-98-2025 amends s text",
    ]
    assert any("do not stand together" in problem for problem in problems(tmp_path, relations=rows))


def test_blank_space_at_the_ends_of_a_field(tmp_path: Path) -> None:
    assert any("blank space" in p for p in problems(tmp_path, relations=["uu-1-2015 uu-99-2025 amends s~ text"]))


def test_every_fault_of_form_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "instrument.tsv").write_text("id\nx\n", encoding="utf-8")
    (tmp_path / "relations.tsv").write_text("target\tbye\nuu-1-2015\tuu-99-2025\n", encoding="utf-8")
    found = [str(problem) for problem in check(str(tmp_path))]
    assert any("no such table" in problem for problem in found)
    assert any("unknown column 'bye'" in problem for problem in found)


def test_a_missing_pack_is_unusable_input(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="no such file"):
        check(str(tmp_path / "nowhere"))


def test_a_table_may_lack_columns(tmp_path: Path) -> None:
    (tmp_path / "instruments.tsv").write_text("id\tkind\nuu-1-2030\tuu\n", encoding="utf-8")
    found = [str(problem) for problem in check(str(tmp_path))]
    assert any("no source" in problem for problem in found)
