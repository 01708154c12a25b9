"""The files the site offers for download."""

import csv
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

pytest.importorskip("sphinx")

import electlaw


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "_ext"))
    try:
        import site_downloads
    finally:
        sys.path.pop(0)
    out = tmp_path_factory.mktemp("site")
    site_downloads.write(SimpleNamespace(builder=SimpleNamespace(format="html"), outdir=str(out)), None)
    assert {path.name for path in (out / "downloads").iterdir()} >= set(site_downloads.FILES)
    return out / "downloads"


def tables(files):
    for path in files.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield path, list(csv.DictReader(file))


def test_a_spreadsheet_knows_the_encoding(files):
    for path in files.glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_row_says_its_day_and_in_words_how_far_it_was_verified(files):
    for path, rows in tables(files):
        assert rows, path
        for row in rows:
            assert row["as_of"] == electlaw.DATA_AS_OF
            if row["verified"]:
                assert {row["verified_en"], row["verified_id"]}.isdisjoint(("", row["verified"]))


def test_every_column_is_described_beside_the_files(files):
    readme = (files / "README.md").read_text(encoding="utf-8")
    for path, rows in tables(files):
        described = readme.partition(f"## {path.name}\n")[2].partition("\n## ")[0]
        for name in rows[0]:
            assert f"| `{name}` |" in described, (path.name, name)


def test_a_provision_and_a_ruling_are_cited_as_people_cite_them(files):
    found = {path.name: rows for path, rows in tables(files)}
    cited = {row["place"]: row["citation"] for row in found["provisions.csv"]}
    assert cited["uu-1-2015/pasal-40/ayat-1"].startswith("Pasal 40 ayat (1) Undang-Undang Nomor 1 Tahun 2015")
    ruling = next(row for row in found["rulings.csv"] if row["id"] == "mk-60-puu-xxii-2024")
    assert "60/PUU-XXII/2024" in ruling["citation"]


def test_id_is_an_identifier_wherever_it_stands(files):
    for _, rows in tables(files):
        if "id" in rows[0]:
            assert all(" " not in row["id"] for row in rows)
