"""What the command prints as JSON has a version and keeps the schema it publishes."""

import json
from pathlib import Path
from typing import Any

import pytest

import electlaw
from electlaw.cli import main
from electlaw.export import schema

jsonschema = pytest.importorskip("jsonschema")

ARTICLE = str(Path(__file__).parent.parent / "examples" / "berita-rakor.txt")
NOMINATION = '{"case": "nomination", "region": "Sultra", "votes": 1, "valid_votes": 10, "electorate": 1867931}'


def keeps(name: str, data: Any) -> None:
    found = list(jsonschema.Draft202012Validator(schema(name)).iter_errors(data))
    assert found == [], found[0].message


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("check", ("check", ARTICLE)),
        ("check", ("check", ARTICLE, "--on", "2022-11-21")),
        ("provision", ("law", "Pasal 40 ayat (1)", "--on", "2024-08-21")),
        ("provision", ("law", "Pasal 54D", "--on", "2016-06-30")),
        ("instrument", ("law", "UU 22/2014", "--on", "2014-10-02")),
        ("instrument", ("law", "Putusan MK 60/PUU-XXII/2024", "--on", "2024-08-21")),
        ("region", ("region", "Kota Kendari")),
        ("region", ("region", "Merauke", "--on", "2020-01-01")),
        ("diff", ("diff", "2024-08-19", "2024-08-21")),
        ("diff", ("diff", "2016-06-30", "2016-07-01")),
        ("chain", ("export", "UU 2/2024", "--on", "2026-02-02")),
    ],
)
def test_what_the_command_prints(name: str, command: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    main([*command, "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["schema_version"] == 1
    keeps(name, data)


def test_reports_and_scans(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.json").write_text(NOMINATION)
    main(["validate", str(tmp_path / "case.json"), "--on", "2024-08-27", "--format", "json"])
    keeps("report", json.loads(capsys.readouterr().out))
    pytest.importorskip("pyarrow")
    main(["scan", ARTICLE, "--out", str(tmp_path / "out"), "--jobs", "1", "--format", "json"])
    keeps("scan", json.loads(capsys.readouterr().out))


@pytest.mark.parametrize("on", ["2014-10-02", "2015-03-18", "2016-07-01", "2020-05-04", "2024-08-20", "2026-02-02"])
def test_answers_of_every_kind_of_day(on: str) -> None:
    law = electlaw.at(on)
    for place in ("Pasal 3 ayat (1)", "Pasal 4", "Pasal 7 ayat (2) huruf g", "Pasal 54C ayat (2)", "Pasal 201A"):
        keeps("provision", law.provision(place).to_json())
    for row in list(law.instruments)[::9]:
        keeps("instrument", law.instrument(str(row["id"])).to_json())


def test_every_region() -> None:
    from electlaw.regions import all_regions

    for region in list(all_regions())[::7]:
        keeps("region", region.to_json())


def test_a_published_schema_has_no_version_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    main(["schema", "check"])
    assert json.loads(capsys.readouterr().out) == schema("check")
