"""What single provisions say, as read in the law: Papua since 2021, the penal adjustment, general explanations."""

from __future__ import annotations

import pytest

import electlaw
from electlaw import akn, cite, parse


def test_papua_before_and_after_the_second_amendment_of_its_autonomy() -> None:
    """UU 2/2021, in force 19 July 2021: Pasal 17 ayat (3), 20 ayat (1) a and 28 as printed in it; Pasal 12 untouched."""
    before, after = electlaw.at("2021-07-18"), electlaw.at("2021-07-19")
    places = {
        "Pasal 17 ayat (3)": ("in_force", "in_force"),
        "Pasal 20 ayat (1) huruf a": ("in_force", "in_force"),
        "Pasal 28 ayat (1)": ("in_force", "repealed"),
        "Pasal 28 ayat (2)": ("in_force", "repealed"),
        "Pasal 28 ayat (4)": ("in_force", "in_force"),
        "Pasal 6A": ("not_yet", "in_force"),
        "Pasal 12 huruf a": ("in_force", "in_force"),
    }
    for place, states in places.items():
        found = [law.provision(f"{place} UU 21/2001") for law in (before, after)]
        assert tuple(provision.state for provision in found) == states
        changed = "uu-21-2001" if place == "Pasal 12 huruf a" else "uu-2-2021"
        assert found[1].version == changed
    assert "not replaced" in before.provision("Pasal 17 ayat (3) UU 21/2001").summary.en
    assert "filled" in after.provision("Pasal 17 ayat (3) UU 21/2001").summary.en
    assert "DPRP" in before.provision("Pasal 20 ayat (1) huruf a UU 21/2001").summary.en
    assert "DPRP" not in after.provision("Pasal 20 ayat (1) huruf a UU 21/2001").summary.en


def test_papua_keeps_what_the_amendment_printed_again() -> None:
    """Pasal 17 ayat (1), (2) and (6) are printed again without a change."""
    law = electlaw.at("2024-11-27")
    for ayat in (1, 2, 6):
        found = law.provision(f"Pasal 17 ayat ({ayat}) UU 21/2001")
        assert (found.version, found.content_since) == ("uu-2-2021", "uu-21-2001")
    assert law.provision("Pasal 17 ayat (3) UU 2/2021").cited_contains


@pytest.mark.parametrize("ayat", range(1, 12))
def test_the_body_of_the_penal_adjustment_is_whole(ayat: int) -> None:
    """UU 1/2026 has nine pasal, I to IX; Pasal II has eleven ayat."""
    law = electlaw.at("2026-01-02")
    assert law.provision(f"Pasal II ayat ({ayat}) UU 1/2026").state == "in_force"
    assert law.provision("Pasal IX UU 1/2026").state == "in_force"


def test_grounds_on_which_the_deputy_follows() -> None:
    """Pasal 173 ayat (1): a lasting inability and a judgment in UU 8/2015; death, request, removal in UU 10/2016."""
    old, new = electlaw.at("2016-06-30"), electlaw.at("2016-07-01")
    for letter, word in (("a", "dies"), ("b", "request"), ("c", "removed")):
        place = f"Pasal 173 ayat (1) huruf {letter} UU 1/2015"
        found = new.provision(place)
        assert (found.content_since, word in found.summary.en) == ("uu-10-2016", True)
        assert word not in old.provision(place).summary.en or letter == "b"


def test_general_explanations_belong_to_the_law_they_explain() -> None:
    """Each amending law explains itself: its general explanation is no place of the text it amends."""
    law = electlaw.at("2020-01-01")
    for number, points in (("8/2015", "abcdefg"), ("10/2016", "abcdefgh")):
        id = f"uu-{number.replace('/', '-')}"
        found = law.provision(f"Penjelasan Umum UU {number}")
        assert (str(found.place), found.state, found.version) == (f"{id}/penjelasan-umum", "in_force", id)
        for letter in points:
            assert law.provision(f"Penjelasan Umum huruf {letter} UU {number}").state == "in_force"
    assert electlaw.at("2014-10-02").provision("Penjelasan Umum Perppu 1/2014").state == "in_force"
    assert law.provision("Penjelasan Umum UU 1/2015").version == "uu-1-2015"
    assert str(law.provision("Penjelasan Pasal 7 UU 10/2016").place) == "uu-1-2015/penjelasan/pasal-7"


def test_general_explanations_are_written_read_and_found() -> None:
    ref = parse("Penjelasan Umum huruf a angka 3 UU 10/2016")
    assert str(ref) == "uu-10-2016/penjelasan-umum/huruf-a/angka-3"
    assert parse(akn(ref)) == ref
    assert parse(cite(ref)) == ref
    found = electlaw.find_citations("Menurut Penjelasan Umum Undang-Undang Nomor 8 Tahun 2015, pemilihan satu putaran.")
    assert [citation.places for citation in found] == [("uu-8-2015/penjelasan-umum",)]
