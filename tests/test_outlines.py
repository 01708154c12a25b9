"""What a text's outline says of places no act row names: UU 7/2017, its pasal, ayat and huruf."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw.corpus import builtin
from electlaw.errors import Invalid
from electlaw.integrity import check
from electlaw.outlines import lacks, parts_of
from electlaw.packs import pack

UU = "uu-7-2017"
ROWS = list(builtin().all(f"outlines/{UU}"))
HEADS = [row["place"] for row in ROWS if "/" not in row["place"]]


def test_every_pasal_of_the_election_law_stands_in_its_outline_once() -> None:
    """UU 7/2017 has 573 pasal, numbered without a gap (its closing article is Pasal 573)."""
    assert [f"pasal-{number}" for number in range(1, 574)] == HEADS
    assert builtin().last_pasal(UU) == len(HEADS)


def test_parts_are_written_once_and_only_what_was_not_read_is_left_open() -> None:
    for row in ROWS:
        parts = parts_of(row)
        assert len(parts) == len(set(parts)), row["place"]
    read = [row for row in ROWS if row["verified"] == "text" and "/" not in row["place"]]
    assert len(read) >= 227


#: Read in the law: KPU's tasks are a to l, Bawaslu's a to m with eleven items under d, a candidate for President meets
#: a to t, parties a to i, and bans in campaigning are a to j and a to k.
COUNTS = {
    "pasal-1/angka-": 38, "pasal-12/huruf-": 12, "pasal-93/huruf-": 13, "pasal-93/huruf-d/angka-": 11,
    "pasal-169/huruf-": 20, "pasal-173/ayat-2/huruf-": 9, "pasal-182/huruf-": 16, "pasal-227/huruf-": 16,
    "pasal-280/ayat-1/huruf-": 10, "pasal-280/ayat-2/huruf-": 11, "pasal-167/ayat-": 8, "pasal-92/ayat-": 13,
}  # fmt: skip


@pytest.mark.parametrize(("within", "number"), COUNTS.items())
def test_counts_of_parts_are_those_of_the_law(within: str, number: int) -> None:
    row = next(row for row in ROWS if row["place"] == within.split("/")[0])
    assert len([part for part in parts_of(row) if re.fullmatch(within + "[0-9a-z]+", part)]) == number


def test_places_are_law_from_the_day_of_promulgation() -> None:
    assert electlaw.at("2017-08-15").provision("Pasal 455 UU 7/2017").state == "not_yet"
    found = electlaw.at("2017-08-16").provision("Pasal 455 UU 7/2017")
    assert (found.state, found.version, found.content_since) == ("in_force", UU, UU)
    assert electlaw.at("2024-02-14").provision("UU 7/2017 Pasal 93 huruf d angka 11").state == "in_force"


def test_a_part_is_never_said_to_be_missing_where_the_pasal_was_not_read() -> None:
    law = electlaw.at("2024-02-14")
    assert law.provision("Pasal 455 ayat (1) UU 7/2017").state == "unknown"
    assert law.provision("Pasal 573A UU 7/2017").state == "unknown"
    assert law.provision("Pasal 117 ayat (9) UU 7/2017").state == "unknown"


def test_a_part_that_a_pasal_never_had_is_not_found_with_the_nearest() -> None:
    law = electlaw.at("2024-02-14")
    found = law.provision("Pasal 280 ayat (9) UU 7/2017")
    assert found.state == "not_found"
    assert [str(ref) for ref in found.nearest] == [f"{UU}/pasal-280/ayat-{ayat}" for ayat in (4, 3, 2)]
    assert law.provision("Pasal 93 huruf z UU 7/2017").state == "not_found"
    assert law.provision("Pasal 169 ayat (1) huruf q UU 7/2017").state == "not_found"
    assert law.provision("Pasal 574 UU 7/2017").nearest[0] == f"{UU}/pasal-573"


def test_texts_that_cite_the_election_law_rightly_pass_and_a_missing_ayat_is_marked() -> None:
    right = (
        "Jakarta, 12 Desember 2023. Pasal 280 ayat (1) huruf j UU Nomor 7 Tahun 2017 melarang politik uang; Pasal 283 "
        "ayat (1) UU 7/2017 menjaga netralitas; Pasal 492 UU 7/2017, Pasal 523 ayat (2) UU 7/2017, Pasal 455 UU 7/2017, "
        "dan Pasal 169 huruf q UU 7/2017."
    )
    assert electlaw.check_text(right).findings == ()
    wrong = electlaw.check_text(right.replace("Pasal 523 ayat (2)", "Pasal 523 ayat (4)")).findings
    assert [finding.code for finding in wrong] == ["E109"]


@pytest.mark.parametrize("table", ["mandates", "duties", "institutions", "parameters", "stage-rules", "holdings"])
def test_all_places_of_the_election_law_that_the_tables_rest_on_exist(table: str) -> None:
    law = electlaw.at("2024-02-14")
    cited: set[str] = set()
    for row in builtin().all(table):
        for column in ("places", "place", "basis", "provision"):
            cited.update(re.findall(rf"{UU}/[a-z0-9/-]+", row.get(column) or ""))
    assert cited
    states = {place: law.provision(place).state for place in cited}
    assert {place for place, state in states.items() if state in ("unknown", "not_found", "not_yet")} <= OPEN


#: Ayat of pasal whose structure was not read: nothing more is claimed of them than that the pasal exists.
OPEN = {
    f"{UU}/pasal-474/ayat-2", f"{UU}/pasal-475/ayat-1",
}  # fmt: skip


def test_rulings_on_the_election_law() -> None:
    """Pronounced: 87/PUU-XX/2022 on 30 November 2022, 90/PUU-XXI/2023 on 16 October 2023, 62/PUU-XXII/2024 on 2 January 2025."""
    convict = "Pasal 240 ayat (1) huruf g UU 7/2017"
    assert electlaw.at("2022-11-29").provision(convict).construed_by == ()
    assert electlaw.at("2022-11-30").provision(convict).construed_by == ("mk-87-puu-xx-2022",)
    age = "Pasal 169 huruf q UU 7/2017"
    assert electlaw.at("2023-10-15").provision(age).construed_by == ()
    assert electlaw.at("2023-10-16").provision(age).construed_by == ("mk-90-puu-xxi-2023",)
    assert electlaw.at("2025-01-01").provision("Pasal 222 UU 7/2017").state == "in_force"
    assert electlaw.at("2025-01-02").provision("Pasal 222 UU 7/2017").state == "struck"


def test_penalties_of_the_election_law_are_adjusted_by_the_general_rule() -> None:
    """UU 1/2026 Pasal II ayat (5): up to 12 months II, 36 months III, 60 months IV, 96 months V."""
    law = electlaw.at("2026-01-02")
    categories = {"490": "II", "497": "III", "517": "IV", "544": "V"}
    for pasal, category in categories.items():
        found = law.provision(f"Pasal {pasal} UU 7/2017")
        assert found.adjusted_by == ("uu-1-2026",)
        assert f"(category {category})" in found.holdings[0].text.en
    assert electlaw.at("2026-01-01").provision("Pasal 490 UU 7/2017").adjusted_by == ()


letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


@given(st.integers(1, 40), st.integers(0, 40), letters, letters)
def test_ranges_list_what_they_name_in_order(first: int, more: int, one: str, other: str) -> None:
    low, high = sorted((one, other))
    row = {"place": "pasal-9", "parts": f"{first}-{first + more} {first}:{low}-{high} ?"}
    parts = parts_of(row)
    ayat = [f"pasal-9/ayat-{number}" for number in range(first, first + more + 1)]
    huruf = [f"pasal-9/ayat-{first}/huruf-{chr(code)}" for code in range(ord(low), ord(high) + 1)]
    assert parts == ayat + huruf
    assert not lacks([row], f"pasal-9/ayat-{first + more + 1}")
    closed = {**row, "parts": row["parts"].removesuffix(" ?")}
    assert lacks([closed], f"pasal-9/ayat-{first + more + 1}")
    assert not any(lacks([closed], part) for part in parts)


@pytest.mark.parametrize("parts", ["4-1", "a-", "c-a", "ab", "1-", "#x", "-"])
def test_parts_written_wrongly_are_refused(parts: str) -> None:
    with pytest.raises(Invalid, match="pasal-9"):
        parts_of({"place": "pasal-9", "parts": parts})


def test_a_pack_may_bring_an_outline_and_its_mistakes_are_reported(tmp_path: Path) -> None:
    header = "place\tparts\theading\theading_id\ten\tid\tsource\tverified\tnote\n"
    folder = tmp_path / "outlines"
    folder.mkdir()
    file = folder / "uu-30-2014.tsv"
    file.write_text(header + "pasal-1\t1-2\tUse\tPenggunaan\t\t\tmemory\trecall\t\n", encoding="utf-8")
    assert check(str(tmp_path)) == []
    law = electlaw.at("2024-01-01", corpus=builtin().extended(pack(str(tmp_path))))
    assert law.provision("Pasal 1 ayat (2) UU 30/2014").state == "in_force"
    assert law.provision("Pasal 1 ayat (3) UU 30/2014").state == "not_found"
    file.write_text(header + "pasal-1\t2-1\tUse\tPenggunaan\t\t\tmemory\trecall\t\n", encoding="utf-8")
    assert [problem.file for problem in check(str(tmp_path))] == ["outlines/uu-30-2014.tsv"]
