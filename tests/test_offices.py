"""Who held an office, when the term is due to end as law then stood, why an office is vacant."""

from __future__ import annotations

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.dates import when
from electlaw.errors import Invalid
from electlaw.offices import CAPACITIES, TERMS_AS_OF, office_holder, terms, vacancy
from electlaw.regions import Region, all_regions, events, region
from electlaw.regions.gazetteer import BuiltIn
from electlaw.tables import Row, tables

HEADED = sorted({row["code"] for row in tables()["terms"]})


def test_acting_mayor_of_kendari() -> None:
    holder = office_holder("Kota Kendari", on="2022-11-21")
    assert (holder.state, holder.person) == ("acting", "Asmawa Tosepu")
    assert holder.term is not None
    assert (holder.term.capacity, str(holder.term.start)) == ("pj", "2022-10-10")
    assert holder.term.by == "kepmendagri-131.74-5770-2022"
    assert holder.term.source
    assert holder.verified == "report"


def test_an_end_is_not_known_before_its_time() -> None:
    then = office_holder("Kendari", on="2022-11-21").term
    later = office_holder("Kendari", on="2022-11-21", known="2024-01-01").term
    assert then is not None
    assert later is not None
    assert then.until is None
    assert then.reason == ""
    assert str(later.until) == "2023-12-27"


@given(st.sampled_from(HEADED), st.dates(date(2014, 10, 2), date(2026, 1, 1)))
def test_no_answer_shows_what_became_known_later(code: str, on: object) -> None:
    holder = office_holder(code, on)  # type: ignore[arg-type]
    for term in (*terms(code, on), *holder.doubts, *([holder.term] if holder.term else [])):  # type: ignore[arg-type]
        assert term.start.earliest <= str(on)
        if term.until is None:
            assert term.reason == ""
        else:
            assert term.until.latest <= str(on)


def test_a_holder_on_a_later_day_is_not_known() -> None:
    holder = office_holder("Kendari", on="2024-06-01", known="2022-11-21")
    assert (holder.state, holder.person) == ("unknown", None)
    assert [term.person for term in holder.doubts] == ["Asmawa Tosepu"]
    assert "not known" in holder.en


def test_without_a_row_the_holder_is_unknown() -> None:
    for name in ("Kota Medan", "Kabupaten Bangka", "Jakarta Pusat"):
        holder = office_holder(name, on="2023-01-01")
        assert (holder.state, holder.person, holder.doubts) == ("unknown", None, ())
    # Between the end of the term on 12 June 2024 and the oath of the acting governor on the 19th.
    assert office_holder("Lampung", on="2024-06-15").state == "unknown"


def test_the_day_a_term_ends_is_its_last_unless_another_takes_over() -> None:
    assert office_holder("Kendari", on="2022-10-09").person == "Sulkarnain Kadir"
    assert office_holder("Kendari", on="2022-10-10").person == "Asmawa Tosepu"
    assert office_holder("Jabar", on="2023-09-05").person == "Bey Machmudin"


def test_a_vague_day_leaves_a_doubt() -> None:
    holder = office_holder("Kolaka Timur", on="2025-08-11")
    assert holder.state == "unknown"
    assert {term.person for term in holder.doubts} == {"Yosep Sahaka"}
    # Nobody saw the end of his time: sure on the day of the oath, a doubt after it.
    assert office_holder("Kendari", on="2023-12-27").person == "Muhammad Yusup"
    assert office_holder("Kendari", on="2024-06-01").state == "unknown"
    assert office_holder("Muna", on="2024-06-05").person == "Bachrun Labuta"
    assert office_holder("Muna", on="2024-06-06").state == "unknown"


def test_after_the_last_day_of_the_facts_an_answer_is_projected() -> None:
    assert office_holder("Riau", on=TERMS_AS_OF).person == "SF Hariyanto"
    assert not office_holder("Sultra", on=TERMS_AS_OF).projected
    assert office_holder("Sultra", on="2026-03-01").projected


def test_a_term_that_ran_out_after_the_last_day_of_the_facts_is_not_asserted() -> None:
    # Sworn in on 20 February 2025 for five years (Pasal 162): who follows is not known.
    assert office_holder("Kendari", on="2030-02-20").person == "Siska Karina Imran"
    after = office_holder("Kendari", on="2031-01-01")
    assert (after.state, after.person, after.projected) == ("unknown", None, True)
    assert [term.person for term in after.doubts] == ["Siska Karina Imran"]
    assert vacancy("Kendari", on="2031-01-01").vacant is None


def test_holders_in_words() -> None:
    kendari = office_holder("Kendari", on="2018-01-01")
    assert kendari.en.startswith("Adriatma Dwi Putra, mayor of Kota Kendari (elected) since 9 October 2017")
    assert kendari.id.startswith("Adriatma Dwi Putra, wali kota Kota Kendari (terpilih) sejak 9 Oktober 2017")
    assert "governor of Provinsi Daerah Istimewa Yogyakarta (determined" in office_holder("DIY", on="2020-01-01").en
    assert "acting (penjabat) mayor of Kota Kendari" in office_holder("Kendari", on="2022-11-21").en


def test_answers_as_plain_data() -> None:
    answer = vacancy("Kendari", on="2022-11-21").to_json()
    assert json.loads(json.dumps(answer)) == answer
    assert answer["vacant"] is True
    assert answer["holder"]["term"]["by"] == "kepmendagri-131.74-5770-2022"  # type: ignore[index]
    assert office_holder("Kota Medan", on="2023-01-01").to_json()["term"] is None


def test_no_rows_are_kept_on_deputies() -> None:
    with pytest.raises(Invalid, match="deputy-mayor"):
        office_holder("Kendari", on="2022-11-21", office="deputy-mayor")
    assert office_holder("Kendari", on="2022-11-21", office="mayor").person == "Asmawa Tosepu"


@pytest.mark.parametrize(
    ("place", "on", "person", "capacity"),
    [
        ("Sultra", "2018-02-18", "Saleh Lasata", "plt"),
        ("Sultra", "2018-02-19", "Teguh Setyabudi", "pj"),
        ("Sultra", "2023-09-04", "Ali Mazi", "elected"),
        ("Sultra", "2023-09-05", "Andap Budhi Revianto", "pj"),
        ("DIY", "2024-11-27", "Hamengku Buwono X", "determined"),
        ("DKI", "2024-10-16", "Heru Budi Hartono", "pj"),
        ("DKI", "2024-10-17", "Teguh Setyabudi", "pj"),
        ("Papua Pegunungan", "2025-04-16", None, None),
        ("Papua Pegunungan", "2025-04-17", "John Tabo", "elected"),
        ("Kolaka Timur", "2023-11-27", "Abdul Azis", "successor"),
        # Governors of the terms before the votes in waves.
        ("DKI", "2017-06-14", "Djarot Saiful Hidayat", "plt"),
        ("DKI", "2017-06-15", "Djarot Saiful Hidayat", "successor"),
        ("Jabar", "2018-06-13", "Ahmad Heryawan", "elected"),
        ("Jabar", "2018-06-17", "Iwa Karniwa", "plh"),
        ("Jabar", "2018-06-18", "Mochamad Iriawan", "pj"),
        ("Sulsel", "2018-04-08", "Syahrul Yasin Limpo", "elected"),
        ("Sulsel", "2018-04-09", "Soni Sumarsono", "pj"),
        ("Sumut", "2016-05-25", "Tengku Erry Nuradi", "successor"),
        ("Jatim", "2019-02-12", "Soekarwo", "elected"),
        ("Riau", "2018-12-10", "Wan Thamrin Hasyim", "successor"),
        ("Buton Tengah", "2025-03-20", "Kostantinus Bukide", "pj"),
        ("Buton Tengah", "2025-03-21", "Azhari", "elected"),
    ],
)
def test_holders(place: str, on: str, person: str | None, capacity: str | None) -> None:
    holder = office_holder(place, on=on)
    assert holder.person == person
    assert (holder.term.capacity if holder.term else None) == capacity


@pytest.mark.parametrize(
    ("place", "on", "due", "basis"),
    [
        # UU 10/2016 Pasal 201 (3): heads of 2017 serve until 2022; five years from 9 October 2017.
        ("Kendari", "2021-01-01", "2022-10-09", "uu-1-2015/pasal-201/ayat-3"),
        # Pasal 201 (5): heads of 2018 until 2023; ruling 143/PUU-XXI/2023 of 21 December 2023 for those of 2019.
        ("Jatim", "2023-12-20", "2023-12-31", "uu-1-2015/pasal-201/ayat-5"),
        ("Jatim", "2023-12-21", "2024-02-13", "mk-143-puu-xxi-2023"),
        ("Jabar", "2023-01-01", "2023-09-05", "uu-1-2015/pasal-201/ayat-5"),
        # Pasal 201 (7): heads of 2020 until 2024; ruling 27/PUU-XXII/2024 of 20 March 2024.
        ("Sumbar", "2024-03-19", "2024", "uu-1-2015/pasal-201/ayat-7"),
        ("Sumbar", "2024-03-20", "2024-11-28..2026-02-25", "mk-27-puu-xxii-2024"),
        ("Sumbar", "2025-02-11", "2025-02-20", "perpres-13-2025"),
        ("Sumbar", "2025-03-01", "2030-02-20", "uu-1-2015/pasal-162"),
        ("DIY", "2023-01-01", "2027-10-10", "uu-13-2012/pasal-25/ayat-1"),
        # The explanation of Pasal 201 (9): one year, once extended by one.
        ("Kendari", "2022-11-21", "2023-10-10", "uu-1-2015/penjelasan/pasal-201/ayat-9"),
    ],
)
def test_when_a_term_is_due_to_end_as_law_then_stood(place: str, on: str, due: str, basis: str) -> None:
    term = office_holder(place, on=on).term
    assert term is not None
    expected = term.due(on)
    assert expected is not None
    assert str(expected.day) == due
    assert basis in expected.basis


def test_a_successor_serves_out_the_term_of_the_pair() -> None:
    # Adriatma Dwi Putra was inaugurated on 9 October 2017, his deputy took over in January 2019.
    term = office_holder("Kendari", on="2020-01-01").term
    assert term is not None
    assert term.capacity == "successor"
    due = term.due("2020-01-01")
    assert due is not None
    assert str(due.day) == "2022-10-09"


def test_why_kendari_had_an_acting_mayor() -> None:
    empty = vacancy("Kota Kendari", on="2022-11-21")
    assert (empty.vacant, empty.cause) == (True, "transition")
    assert empty.predecessor is not None
    assert empty.predecessor.person == "Sulkarnain Kadir"
    topics = {rule.topic: rule for rule in empty.rules}
    assert topics["rank"].basis == ("uu-1-2015/pasal-201/ayat-11",)  # first rank of senior leadership for a mayor
    assert topics["length"].basis == ("uu-1-2015/penjelasan/pasal-201/ayat-9",)
    # Permendagri 4/2023 of 4 April 2023 was not law yet.
    assert not any("permendagri-4-2023" in place for rule in empty.rules for place in rule.basis)
    later = vacancy("Kota Kendari", on="2023-06-01")
    assert any("permendagri-4-2023/pasal-9" in rule.basis for rule in later.rules)
    ranks = {rule.topic: rule for rule in vacancy("Sultra", on="2024-01-01").rules}
    assert ranks["rank"].basis == ("uu-1-2015/pasal-201/ayat-10",)  # middle rank for a governor


@pytest.mark.parametrize(
    ("place", "on", "cause"),
    [
        ("Kolaka Timur", "2021-04-01", "died"),
        ("Sulsel", "2021-06-01", "detained"),
        ("Sultra", "2018-01-01", "suspended"),
        ("Papua Selatan", "2023-01-01", "new-province"),
        ("Sultra", "2018-06-01", "term-end"),
        ("Sultra", "2024-06-01", "transition"),
        ("Sulbar", "2024-05-15", "transition"),  # the provincial secretary between two acting governors
        ("Riau", "2025-11-05", "detained"),
    ],
)
def test_causes(place: str, on: str, cause: str) -> None:
    empty = vacancy(place, on=on)
    assert (empty.vacant, empty.cause) == (True, cause)
    assert any(rule.topic == "why" for rule in empty.rules)
    assert empty.en
    assert empty.id


def test_where_nobody_is_elected() -> None:
    assert vacancy("Jakarta Pusat", on="2023-01-01").cause == "appointed"
    assert vacancy("DIY", on="2023-01-01").cause == "determined"
    assert vacancy("DIY", on="2023-01-01").vacant is False


def test_a_filled_office_says_when_it_falls_vacant() -> None:
    filled = vacancy("Kendari", on="2021-01-01")
    assert filled.vacant is False
    assert "9 October 2022" in filled.en


def test_the_calendar_alone_tells_of_an_office_without_a_row() -> None:
    # Palangka Raya and Bekasi (city) voted in 2018, Batu in 2017, Medan in 2020.
    assert vacancy("Kota Batu", on="2023-01-01").vacant is True
    assert vacancy("Kota Batu", on="2022-12-31").vacant is None
    assert vacancy("Kota Batu", on="2025-02-20").vacant is None
    assert vacancy("Kota Bekasi", on="2024-10-27").vacant is None
    assert vacancy("Kota Bekasi", on="2024-10-28").cause == "transition"
    assert vacancy("Kota Medan", on="2024-06-01").vacant is None
    assert vacancy("Kota Batu", on="2023-01-01").holder.state == "unknown"


def test_a_stand_in_heads_the_region_during_campaign_leave_only() -> None:
    # Sulawesi Tengah: leave of the governor from 25 September to 23 November 2024
    held = {day: office_holder("Sulawesi Tengah", on=day) for day in ("2024-09-24", "2024-11-12", "2024-11-24")}
    assert [one.person for one in held.values()] == ["Rusdy Mastura", "Novalina", "Rusdy Mastura"]
    term = held["2024-11-12"].term
    assert term is not None
    assert term.capacity == "pjs"


@pytest.mark.parametrize("code", HEADED)
def test_rows_of_a_region_are_in_order_and_sure_terms_do_not_overlap(code: str) -> None:
    # a Pjs stands in during campaign leave while the head's own term runs on (Pasal 70 ayat (3))
    rows = [term for term in terms(code) if term.capacity != "pjs"]
    for earlier, later in pairwise(rows):
        assert earlier.start.earliest <= later.start.latest
        if earlier.until is not None:
            assert earlier.until.earliest <= later.start.latest, (earlier.person, later.person)


def test_rows_are_sound() -> None:
    sources = {row["key"] for row in tables()["sources"]}
    known = {one.id for one in events()}
    for row in tables()["terms"]:
        place = region(row["code"])
        assert row["office"] == place.head_office, row
        assert row["capacity"] in CAPACITIES, row
        assert row["event"] in known | {""}, row
        assert set(row["source"].split()) <= sources, row
        assert row["source"], row
        assert row["verified"] in {"text", "report", "recall"}, row
        if row["until"] and row["start"]:
            assert when(row["start"]).earliest <= when(row["until"]).latest, row
        if row["event"]:
            assert place.contests(row["event"]), row
            assert when(row["start"]).latest > "2014-10-02", row
    for row in tables()["vacancy-rules"]:
        assert set(row["source"].split()) <= sources, row
        assert row["verified"] in {"text", "report", "recall"}, row


def test_every_region_answers() -> None:
    def ask(one: Region) -> None:
        assert office_holder(one, on="2024-06-01").state in {"held", "acting", "unknown"}
        assert vacancy(one, on="2024-06-01").en

    for one in all_regions():
        ask(one)


def test_all_provinces_have_rows() -> None:
    assert {one.code for one in all_regions("province")} <= set(HEADED)
    assert {one.code for one in region("Sultra").children()} <= set(HEADED)


def test_a_log_of_ones_own() -> None:
    row = dict.fromkeys(tables()["terms"].columns, "") | {
        "code": "12.71",
        "office": "mayor",
        "person": "A",
        "capacity": "pj",
        "start": "2024-01-02",
        "verified": "report",
    }

    class Pack(BuiltIn):
        def rows(self, table: str, key: str) -> list[Row]:
            return [*super().rows(table, key), *([row] if (table, key) == ("terms", "12.71") else [])]

    assert office_holder("Medan", on="2024-02-01", corpus=Pack()).person == "A"
    assert vacancy("Medan", on="2024-02-01", corpus=Pack()).vacant is True
    assert office_holder("Medan", on="2024-02-01").person is None
