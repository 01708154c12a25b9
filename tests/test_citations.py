"""Citations in running text: what is found, where, and what it means."""

from __future__ import annotations

import pytest

import electlaw
from electlaw.citations import find_citations
from tests.evaluation.score import alarms, half, score


def only(text: str):
    found = find_citations(text)
    assert len(found) == 1, found
    return found[0]


def test_a_chain_joined_to_its_instrument_is_one_citation_from_pasal_to_the_year() -> None:
    citation = only("Menurut Pasal 201 ayat (8) UU Nomor 10 Tahun 2016 tentang Pilkada, hari itu ditetapkan.")
    assert citation.text == "Pasal 201 ayat (8) UU Nomor 10 Tahun 2016"
    assert citation.instrument == "uu-10-2016"
    assert citation.provisions == ("pasal-201/ayat-8",)
    assert citation.kind == "full"


def test_a_place_of_an_amending_law_lives_in_the_amended_text() -> None:
    assert only("Pasal 201 ayat (8) UU 10/2016").places == ("uu-1-2015/pasal-201/ayat-8",)


@pytest.mark.parametrize(
    "text",
    ["UU 10/2016", "UU No. 10/2016", "Undang-Undang Nomor 10 Tahun 2016", "Undang–undang No.10 tahun 2016",
     "undang undang nomor 10 tahun 2016", "UNDANG-UNDANG REPUBLIK INDONESIA NOMOR 10 TAHUN 2016",
     "Undang-\nUndang\nNomor\n10 Tahun\n2016", "UU\u00a0No.\u00a010\u00a0Tahun\u00a02016",
     "Undang-Undang (UU) Nomor 10 Tahun 2016",
     "UU RI No 10 Th. 2016", "UU Pilkada Nomor 10 Tahun 2016", "UndangUndang Nomor 10 Tahun 2016"],
)  # fmt: skip
def test_ways_of_writing_one_statute(text: str) -> None:
    citation = only(text)
    assert (citation.start, citation.end, citation.instrument) == (0, len(text), "uu-10-2016")


def test_a_dasar_put_for_a_statute_is_mended_and_remembered() -> None:
    citation = only("Undang-Undang (UUD) Nomor 10 tahun 2016")
    assert citation.instrument == "uu-10-2016"
    assert citation.repairs == ("uud-for-uu",)


@pytest.mark.parametrize(
    ("text", "on", "instrument"),
    [
        ("UU Pemda", None, "uu-23-2014"),
        ("UU Pemda", "2010-05-01", "uu-32-2004"),
        ("UU Pemilu", "2009-01-01", "uu-10-2008"),
        ("UU Pemilu", "2022-11-21", "uu-7-2017"),
        ("JAKARTA, 3 Maret 2009 - Revisi UU Pemilu dibahas.", None, "uu-10-2008"),
    ],
)
def test_a_popular_name_means_what_it_meant_on_the_day(text: str, on: str | None, instrument: str) -> None:
    (citation,) = find_citations(text, on=on)
    assert citation.instrument == instrument


@pytest.mark.parametrize(
    ("on", "place"),
    [(None, "kuhp/pasal-149"), ("2024-11-01", "uu-1-1946/pasal-149"), ("2026-01-02", "uu-1-2023/pasal-149")],
)
def test_a_code_is_its_name_and_its_places_are_of_the_act_that_holds_it_on_the_day(on: str | None, place: str) -> None:
    (citation,) = find_citations("Pasal 149 KUHP", on=on)
    assert (citation.instrument, citation.places) == ("kuhp", (place,))


def test_a_pasal_before_the_phrase_in_question_is_of_the_statute_behind_it() -> None:
    text = "UU 7/2017 lain. Diuji Pasal 34 ayat (2) sepanjang frasa “tanpa biaya” Undang-Undang Nomor 20 Tahun 2003."
    _, pasal, statute = find_citations(text)
    assert (pasal.instrument, statute.instrument) == ("uu-20-2003", "uu-20-2003")


@pytest.mark.parametrize("letter", ["a", "b"])
def test_accuracy_on_the_labelled_passages_does_not_fall(letter: str) -> None:
    passages = half(letter)
    assert len(passages) >= {"a": 400, "b": 120}[letter]
    for name, value in score(passages).items():
        assert (value.precision, value.recall) == (1.0, 1.0), (letter, name, str(value))


def test_passages_without_a_slip_raise_no_alarm() -> None:
    assert alarms(half("a") + half("b")) == {}


def test_an_ayat_between_two_pasals_is_read_once() -> None:
    found = find_citations("Pasal 10 UUD ayat (2) Pasal 11")
    assert [c.provisions for c in found] == [("pasal-10",), ("pasal-11/ayat-2",)]
    assert found[0].end <= found[1].start
    assert find_citations("Pasal 10 UUD ayat (2) dan lain-lain")[0].provisions == ("pasal-10/ayat-2",)


@pytest.mark.parametrize(
    ("text", "instrument"),
    [
        ("Pasal (163) HIR", "hir"),
        ("Pasal 1320 B.W.", "kuhperdata"),
        ("Perdasi Papua Nomor 6 Tahun 2011", "perdasi-papua-6-2011"),
        ("UU Keterbukaan Informasi Publik", "uu-14-2008"),  # not in the log: the register knows it by its title
        ("PMK Nomor 3 Tahun 2024 tentang tata beracara", "pmk-3-2024"),
        ("PMK Nomor 24 Tahun 2022 tentang rekam medis", "permenkes-24-2022"),
        ("PMK Nomor 168 Tahun 2023 tentang pajak", "pmkeu-168-2023"),
        ("Putusan Nomor 42/PUU-XIII-2015", "mk-42-puu-xiii-2015"),
        ("Putusan MK Nomor 04/PUUVII/2009", "mk-4-puu-vii-2009"),
    ],
)
def test_names_and_numbers_found_in_unseen_texts(text: str, instrument: str) -> None:
    assert only(text).instrument == instrument


@pytest.mark.parametrize(
    "text",
    [
        "RUU Pemilu dan Rancangan Undang-Undang Pilkada dibahas.",
        "Potongan PPh Pasal 21 atas honor petugas.",
        "Pengaduan Nomor 88-P/L-DKPP/III/2019 diterima.",
        "PASAL DEMI PASAL\nPasal 1\nCukup jelas.\nPasal 2\nCukup jelas.",
    ],
)
def test_what_only_looks_like_a_citation(text: str) -> None:
    assert find_citations(text) == []


def test_the_title_of_a_code_is_no_second_citation() -> None:
    title = "UU Nomor 8 Tahun 1981 tentang Kitab Undang-Undang Hukum Acara Pidana (KUHAP)"
    assert only(title).instrument == "uu-8-1981"


def test_scanned_letters_are_mended_but_an_articles_own_letter_stays() -> None:
    assert only("Pas al I83 Undang-Undang N omor 7 Tahun 2 017").places == ("uu-7-2017/pasal-183",)
    assert only("Pasal 28I ayat (l) UUD 1945").places == ("uud-1945/pasal-28i/ayat-1",)


@pytest.mark.parametrize(
    ("text", "instruments"),
    [
        ("PMK Nomor 37 Tahun 2025 terbit. PMK itu berlaku.", ["pmkeu-37-2025"] * 2),
        ("Peraturan Pemerintah Nomor 16 Tahun 2005 dicabut; PP 16 itu lama.", ["pp-16-2005"] * 2),
        ("Permenaker Nomor 18 Tahun 2022 dan isi Permenaker 18.", ["permenaker-18-2022"] * 2),
        ("PMK itu dan PP ini belum terbit.", []),
    ],
)
def test_a_short_type_word_points_back_to_what_was_named_in_full(text: str, instruments: list[str]) -> None:
    assert [citation.instrument for citation in find_citations(text)] == instruments


def test_a_moratorium_of_debts_is_no_regulation() -> None:
    (citation,) = find_citations("Perkara PKPU Nomor 128/Pdt.Sus-PKPU/2025/PN Niaga Smg didaftarkan.")
    assert citation.type == "putusan"


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Panitia danPasal 66 UU 32/2004 disebut.", ["Pasal 66 UU 32/2004"]),
        ("Ia dijerat pasal 340 KUHP dan atau 338 KUHP.", ["pasal 340 KUHP", "338 KUHP"]),
        ("Setia pada UUD NKRI 1945.", ["UUD NKRI 1945"]),
        ("Rancangan Undang-Undang KUHAP dibahas.", []),
        ("Pasal 8\nPeraturan Pemerintah ini mulai berlaku setelah 30 (tiga puluh) hari.", []),
        ("HAM, ttd X LEMBARAN NEGARA REPUBLIK INDONESIA TAHUN 2016 NOMOR 130", []),
        ("Lihat Lembaran Negara Republik Indonesia Tahun 2016 Nomor 130.",
         ["Lembaran Negara Republik Indonesia Tahun 2016 Nomor 130"]),
        ("Direktori Putusan Mahkamah Agung Republik Indonesia\nputusan.mahkamahagung.go.id\nPENETAPAN\n"
         "Nomor 7/Pen.Div/2026/PN Kdi", ["PENETAPAN\nNomor 7/Pen.Div/2026/PN Kdi"]),
    ],
)  # fmt: skip
def test_signs_lost_and_words_that_only_look_like_citations(text: str, cited: list[str]) -> None:
    assert [citation.text for citation in find_citations(text)] == cited


@pytest.mark.parametrize("asked", [{"on": "kemarin"}, {"on": "2010"}, {"markup": "rst"}])
def test_a_day_or_a_markup_that_is_none_is_refused(asked: dict[str, str]) -> None:
    with pytest.raises(electlaw.Invalid):
        find_citations("UU 10/2016", **asked)  # type: ignore[arg-type]


def test_an_issuer_that_is_an_abbreviated_province_has_one_id() -> None:
    for text, id in (
        ("Pergub Jatim Nomor 5 Tahun 2020", "pergub-jawa-timur-5-2020"),
        ("Peraturan Gubernur Jawa Timur Nomor 5 Tahun 2020", "pergub-jawa-timur-5-2020"),
        ("Perda DKI Nomor 1 Tahun 2012", "perda-dki-jakarta-1-2012"),
    ):
        assert [c.instrument for c in find_citations(text)] == [id]
        assert str(electlaw.parse(text)) == id


@pytest.mark.parametrize(
    "text",
    ["Rancangan Undang-Undang Nomor 5 Tahun 2020", "Undang-Undang Malaysia Nomor 5 Tahun 2000", "KUHP Belanda",
     "paslon meraih 40 persen, nomor 2 menyusul"],
)  # fmt: skip
def test_bills_foreign_laws_and_prose_are_no_citations(text: str) -> None:
    assert find_citations(text) == []
