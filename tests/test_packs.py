"""Data packs: a user's own instruments, folded over the built-in log in either form."""

import os
from pathlib import Path

import pytest

import electlaw
from electlaw.errors import Invalid
from electlaw.integrity import check
from electlaw.packs import pack

ROOT = Path(__file__).parent.parent
PACK = str(ROOT / "examples" / "pack-committee")
DECREE = "keputusan-kepala-badan-kesbangpol-sulawesi-tenggara-99-2022"


def test_a_committee_decree_joins_the_log() -> None:
    log = electlaw.load(PACK)
    assert log.at("2022-11-15").instrument(DECREE).state == "not_yet"
    decree = log.at("2022-11-21").instrument(DECREE)
    assert decree.state == "in_force"
    assert decree.title == "Pembentukan Panitia Penyelenggara Rapat Koordinasi"
    assert [act.target for act in decree.does("implements")] == ["permendagri-61-2011"]
    assert log.at("2022-11-21").provision("Pasal 54D").state == "in_force"


def test_the_built_in_log_is_not_touched() -> None:
    electlaw.load(PACK)
    with pytest.raises(electlaw.NotFound):
        electlaw.at("2022-11-21").instrument(DECREE)


def test_the_example_pack_has_no_problems() -> None:
    assert check(PACK) == []


def write(path: Path, name: str, *lines: str) -> None:
    path.joinpath(name).parent.mkdir(exist_ok=True)
    path.joinpath(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_tables_and_toml_give_the_same_acts(tmp_path: Path) -> None:
    tables, toml = tmp_path / "tables", tmp_path / "toml"
    tables.mkdir()
    toml.mkdir()
    write(
        tables,
        "instruments.tsv",
        "id\tkind\tnumber\tyear\ttitle\tknown\tsource\tverified",
        "uu-99-2025\tuu\t99\t2025\tContoh\t2025-01-02\ts\ttext",
    )
    write(
        tables,
        "provisions/uu-1-2015.tsv",
        "place\tby\top\ten\tsource\tverified",
        "pasal-40/ayat-1\tuu-99-2025\tamend\tFive percent.\ts\ttext",
    )
    write(
        tables,
        "parameters.tsv",
        "key\tby\top\tvalue\tsource\tverified",
        "nomination.vote_share\tuu-99-2025\tset\t5\ts\ttext",
    )
    write(
        toml,
        "law.toml",
        'id = "uu-99-2025"\nkind = "uu"\nnumber = 99\nyear = 2025\ntitle = "Contoh"\nknown = 2025-01-02\nsource = "s"\nverified = "text"',
        '[[provisions]]\nplace = "uu-1-2015/pasal-40/ayat-1"\nop = "amend"\nen = "Five percent."\nsource = "s"\nverified = "text"',
        '[[parameters]]\nkey = "nomination.vote_share"\nop = "set"\nvalue = 5\nsource = "s"\nverified = "text"',
    )
    one, two = (electlaw.load(str(path)).corpus for path in (tables, toml))
    assert one.instrument("uu-99-2025") == two.instrument("uu-99-2025")
    for place in ("uu-1-2015/pasal-40/ayat-1", "uu-1-2015/pasal-41"):
        assert one.place(place).contents == two.place(place).contents
    assert one.settings("nomination.vote_share") == two.settings("nomination.vote_share")
    found = electlaw.load(str(toml)).at("2025-02-01").provision("Pasal 40 ayat (1)")
    assert found.content_since == "uu-99-2025"
    assert found.construed_by == ()  # the reading of the old text is gone with the old text


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("bad.toml", 'id = "x', "not TOML"),
        ("bad.toml", 'id = "uu-99-2025"\nkinds = "uu"', "unknown column 'kinds'"),
        ("bad.toml", 'id = "uu-99-2025"\nkind = "uu"\n[[provision]]\nplace = "x"', "no table 'provision'"),
        ("bad.toml", 'id = "uu-99-2025"\n[[provisions]]\nplace = "pasal-1"', "must name text and place"),
        ("bad.toml", '[[relations]]\ntarget = "uu-1-2015"\nop = "amends"', "'by' is missing"),
        ("instruments.tsv", "id\tkind\nuu-99-2025", "1 fields"),
        ("instrument.tsv", "id\tkind\nuu-99-2025\tuu", "no such table"),
        ("instruments.tsv", "id\tkinds\nuu-99-2025\tuu", "unknown column 'kinds'"),
    ],
)
def test_what_is_wrong_with_a_pack_is_named(tmp_path: Path, name: str, text: str, reason: str) -> None:
    write(tmp_path, name, text)
    with pytest.raises(electlaw.Invalid) as error:
        electlaw.load(str(tmp_path))
    assert reason in str(error.value)
    assert name.split(".")[0] in str(error.value)


def test_missing_and_empty_packs(tmp_path: Path) -> None:
    with pytest.raises(electlaw.Invalid, match="no such"):
        electlaw.load(os.path.join(str(tmp_path), "nowhere"))
    with pytest.raises(electlaw.Invalid, match="no tables"):
        electlaw.load(str(tmp_path))


def test_a_single_file_is_a_pack() -> None:
    assert pack(os.path.join(PACK, "decree.toml")).rows("instruments", DECREE)


BILL = {
    "id": "uu-99-2026",
    "kind": "uu",
    "number": "99",
    "year": "2026",
    "title": "Contoh",
    "provisions": [{"place": "uu-1-2015/pasal-40/ayat-1", "op": "amend", "en": "Five percent of valid votes."}],
}


def test_a_bill_changes_one_place_and_ends_the_reading_of_the_old_text() -> None:
    law = electlaw.at("2025-06-01")
    bill = law.with_instrument(BILL)
    changed = [change for change in law.diff(bill).changes if change.kind == "provision"]
    assert [change.target for change in changed] == ["uu-1-2015/pasal-40/ayat-1"]
    assert changed[0].by == ("uu-99-2026",)
    assert bill.provision("Pasal 40 ayat (1)").construed_by == ()
    assert law.provision("Pasal 40 ayat (1)").construed_by != ()


def test_an_instrument_written_as_a_table_of_its_own(tmp_path: Path) -> None:
    write(
        tmp_path,
        "law.toml",
        '[[instruments]]\nid = "uu-99-2025"\nkind = "uu"\nnumber = 99\nyear = 2025\ntitle = "Contoh"\nknown = 2025-01-02',
        '[[relations]]\ntarget = "uu-1-2015"\nop = "amends"',
    )
    assert electlaw.load(str(tmp_path)).at("2025-02-01").instrument("UU 1/2015").amended_by[-1] == "uu-99-2025"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"place": "uu-1-2015/pasal-1", "op": "amned"}, "op is 'amned'.*nearest: amend"),
        ({"place": "uu-1-2015/pasal-1"}, "op is ''"),
    ],
)
def test_a_bill_with_a_word_no_table_knows_is_refused(row: dict[str, str], reason: str) -> None:
    with pytest.raises(Invalid, match=reason):
        electlaw.at("2026-01-15").with_instrument({"id": "uu-9-2027", "kind": "uu", "provisions": [row]})
