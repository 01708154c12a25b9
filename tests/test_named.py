"""What a text names: regions, institutions, offices, elections, days; doubt is kept."""

from __future__ import annotations

import sys
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.citations import named_in
from electlaw.citations.gazetteer import first_words
from electlaw.citations.grammar import view
from electlaw.citations.mentioned import KINDS
from electlaw.citations.regions_in import names_and_bearers


def named(text: str, kind: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(name.text, name.meanings) for name in named_in(text) if name.kind == kind]


def test_a_name_of_two_regions_keeps_both_and_a_word_before_it_settles_it() -> None:
    assert named("Bawaslu Bandung menerima laporan.", "region") == [("Bandung", ("32.04", "32.73"))]
    assert named("Bupati Bandung dan Wali Kota Bandung hadir.", "region") == [
        ("Bandung", ("32.04",)),
        ("Bandung", ("32.73",)),
    ]


def test_the_region_that_opens_a_report() -> None:
    assert named("KENDARI, 21 November 2022 - Rapat dibuka.", "region") == [("KENDARI", ("74.71",))]


def test_a_region_is_found_wherever_it_stands() -> None:
    text = "Logistik dikirim dari Makassar ke Konawe\nSelatan. Warga Muna Barat, Sultra, menunggu. Makassar siap."
    assert named(text, "region") == [
        ("Makassar", ("73.71",)), ("Konawe\nSelatan", ("74.05",)), ("Muna Barat", ("74.13",)), ("Sultra", ("74",)),
        ("Makassar", ("73.71",)),
    ]  # fmt: skip
    assert named("Hujan turun di Bima.", "region") == [("Bima", ("52.06", "52.72"))]
    assert named("Pejabat di Sumatra Utara hadir.", "region") == [("Sumatra Utara", ("12",))]


def test_a_word_for_a_region_decides_over_a_shorter_older_name() -> None:
    assert named("Anggaran Kabupaten Kutai Barat naik.", "region") == [("Kutai Barat", ("64.07",))]


@pytest.mark.parametrize(
    "text",
    [
        "Batu itu besar.", "Malang nian nasibnya.", "batu di jalan", "Kabut menutup Sungai Kapuas.",
        "Menurut Bima Arya, hal itu wajar.", "Ia tinggal di Jalan Serang.", "PALU HAKIM DIKETUK",
    ],
)  # fmt: skip
def test_words_rivers_streets_and_people_are_no_regions(text: str) -> None:
    assert named(text, "region") == []


def test_institutions_by_their_names_and_all_bodies_a_name_may_mean() -> None:
    text = "Ketua KPU RI, Bawaslu Provinsi dan Kesbangpol hadir."
    assert named(text, "institution") == [
        ("KPU RI", ("kpu",)), ("Bawaslu Provinsi", ("bawaslu-provinsi",)),
        ("Kesbangpol", ("badan-kesbangpol-provinsi", "badan-kesbangpol-kabkota")),
    ]  # fmt: skip


def test_offices_and_their_deputies() -> None:
    text = "Wakil Wali Kota, gubernur, dan kepala daerah lain."
    assert [meanings for _, meanings in named(text, "office")] == [
        ("deputy-mayor",), ("governor",), ("governor", "regent", "mayor")
    ]  # fmt: skip


def test_elections_with_their_year_and_days_in_full() -> None:
    text = "Pilkada Serentak 2024, Pilgub 2018, Pemilu 2019, pilkada 2011, Selasa (20/8/2024), 31 April 2024."
    assert [meanings for _, meanings in named(text, "event")] == [
        ("pilkada-2024",),
        ("pilkada-2018",),
        ("pemilu-2019",),
    ]
    assert named(text, "date") == [("20/8/2024", ("2024-08-20",))]


def test_names_in_tags_are_not_the_texts() -> None:
    text = '<img alt="KPU RI di Kota Kendari 20 Agustus 2024"> <b>Bawaslu RI</b>'
    assert [(name.text, name.kind) for name in named_in(text, markup=True)] == [("Bawaslu RI", "institution")]


def test_an_election_is_named_with_its_region_between() -> None:
    assert named("Menjelang Pilgub Jatim 2018 dan Pemilu 2024.", "event") == [
        ("Pilgub Jatim 2018", ("pilkada-2018",)), ("Pemilu 2024", ("pemilu-2024",)),
    ]  # fmt: skip
    assert named("Pilkada kita di 2024", "event") == []


WORDS = [
    "Bupati ",
    "Kota ",
    "Bandung",
    "KPU ",
    "Pilkada ",
    "2024 ",
    "20 Agustus 2024 ",
    "\ud800",
    "\x00",
    "é",
    "\n",
    ", ",
]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=20).map("".join)))
def test_any_text_gives_names_whose_words_are_the_texts(text: str) -> None:
    for name in named_in(text):
        assert text[name.start : name.end] == name.text
        assert name.text
        assert name.kind in KINDS
        assert name.meanings


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*WORDS, "Kolaka", "timur", " ", "-", "0", "\xe9", "Sumatra"]), max_size=30).map("".join)
)
def test_the_library_for_names_finds_what_the_plain_search_finds(text: str) -> None:
    pytest.importorskip("ahocorasick_rs")
    names, _ = names_and_bearers()
    plain = view(text)
    fast = list(first_words(plain, names))
    with mock.patch.dict(sys.modules, {"ahocorasick_rs": None}):
        assert fast == list(first_words(plain, names))
