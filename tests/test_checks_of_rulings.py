"""What texts say of rulings: the court, the provision tested, the outcome, the numbers set; and what stays unflagged.

The law: 60/PUU-XXII/2024 (20 August 2024) set 10, 8.5, 7.5 and 6.5 percent in Pasal 40 (1) and granted in part;
70/PUU-XXII/2024 was on Pasal 7 (2) e, ages counted when pairs are determined (23 P/HUM/2024: at the inauguration); 60/PUU-XIII/2015 left 10 to 6.5 percent in Pasal 41; 56/PUU-XVII/2019 laid five
years between prison and candidacy; a docket PUU or PHP is the Constitutional Court's, P/HUM the Supreme Court's.
"""

from __future__ import annotations

import pytest

from electlaw.citations import check_text
from electlaw.corpus import builtin

ON = "2025-03-25"

WRONG = [
    ("E119", "Putusan MK Nomor 70/PUU-XXII/2024 menurunkan ambang batas pencalonan menjadi 7,5 persen."),
    ("E120", "Putusan MK Nomor 60/PUU-XXII/2024 menetapkan ambang batas pencalonan 25 persen."),
    ("E120", "Lewat Putusan MK Nomor 60/PUU-XXII/2024, ambang batas pencalonan menjadi 5 persen suara sah."),
    ("E120", "Putusan MK Nomor 60/PUU-XXII/2024 menurunkan ambang batas pencalonan dari 20 persen menjadi 12 persen."),
    (
        "E120",
        "Putusan MK Nomor 60/PUU-XXII/2024 yang mengubah ambang batas pilkada menjadi 3,5 hingga 5 persen disambut.",
    ),
    (
        "E120",
        "Melalui Putusan Nomor 60/PUU-XXII/2024, MK menurunkan ambang batas pencalonan kepala daerah menjadi 15 persen.",
    ),
    ("E120", "Putusan MK Nomor 60/PUU-XIII/2015 menetapkan syarat dukungan calon perseorangan minimal 3 persen."),
    ("E120", "Putusan MK Nomor 56/PUU-XVII/2019 menetapkan masa jeda 3 tahun bagi mantan terpidana."),
    ("E119", "Putusan MK Nomor 60/PUU-XXII/2024 membatalkan Pasal 7 ayat (2) huruf e UU Pilkada."),
    ("E119", "Putusan MK Nomor 70/PUU-XXII/2024 mengubah Pasal 40 ayat (1) UU Pilkada."),
    ("E120", "Putusan MK Nomor 60/PUU-XXII/2024 menolak permohonan Partai Buruh."),
    ("E119", "Putusan MA Nomor 60/PUU-XXII/2024 mengubah ambang batas."),
    ("E119", "Putusan MK Nomor 23 P/HUM/2024 mengubah syarat usia."),
    ("E119", "Mahkamah Agung lewat Putusan Nomor 60/PUU-XXII/2024 mengubah ambang batas."),
    ("E119", "Putusan Mahkamah Agung Nomor 100/PUU-XIII/2015 membolehkan calon tunggal."),
    ("E119", "MA dalam putusan 70/PUU-XXII/2024 menyatakan"),
    ("E119", "Mahkamah Konstitusi dalam Putusan Nomor 23 P/HUM/2024 menyatakan usia dihitung saat pelantikan."),
    # What a ruling is on: 60 on the thresholds, 70 on ages, 56 and 33 on conditions of candidates, 90 on presidents.
    ("E119", "Putusan MK Nomor 60/PUU-XXII/2024 tentang syarat usia calon kepala daerah disambut."),
    ("E119", "Putusan MK Nomor 70/PUU-XXII/2024 mengenai ambang batas pencalonan disambut."),
    ("E119", "Putusan MK Nomor 90/PUU-XXI/2023 mengubah syarat usia calon kepala daerah."),
    ("E119", "Putusan MK Nomor 56/PUU-XVII/2019 membolehkan calon tunggal."),
    ("E119", "Putusan MK Nomor 60/PUU-XXII/2024 tentang politik dinasti menuai kritik."),
    # What it decided in words: 70 counts ages at the determination of pairs, 23 P/HUM at the inauguration.
    ("E120", "Putusan MK Nomor 70/PUU-XXII/2024 menyatakan usia calon dihitung sejak pelantikan."),
    (
        "E120",
        "Putusan MA Nomor 23 P/HUM/2024 menyatakan usia calon kepala daerah dihitung sejak penetapan pasangan calon.",
    ),
    ("E120", "Putusan MK Nomor 56/PUU-XVII/2019 mewajibkan mantan terpidana menunggu tiga tahun setelah bebas."),
    ("E120", "Putusan MK Nomor 60/PUU-XIII/2015 menetapkan syarat dukungan calon perseorangan 3 sampai 6,5 persen."),
    # 126/PUU-XXII/2024: the repeat election within one year.
    ("E120", "Putusan MK Nomor 126/PUU-XXII/2024 memerintahkan pilkada ulang dalam waktu 2 tahun."),
    # 60 is on Pasal 40, 70 on the age of Pasal 7, 69 on campaigning at universities (Pasal 69); 100/PUU-XIII/2015 was the
    # first on the single pair.
    ("E119", "Putusan MK Nomor 60/PUU-XXII/2024 menegaskan usia calon dihitung sejak penetapan pasangan calon."),
    ("E119", "Putusan MK Nomor 69/PUU-XXII/2024 menegaskan syarat umur menurut Pasal 7 ayat (2) huruf e UU Pilkada."),
    ("E119", "Putusan MK Nomor 60/PUU-XXII/2024 mengatur larangan kampanye dalam Pasal 69 UU Pilkada."),
    # Dockets: BUP a regent, GUB a governor, WAKO a mayor; 132/PHPU.BUP was on Tasikmalaya, 260 on Boven Digoel.
    ("E119", "Putusan MK Nomor 304/PHPU.BUP-XXIII/2025 tentang hasil Pilgub Papua."),
    ("E119", "Putusan MK Nomor 47/PHPU.WAKO-XXIII/2025 mengenai sengketa hasil pemilihan bupati."),
    ("E119", "Putusan MK Nomor 132/PHPU.BUP-XXIII/2025 tentang hasil Pilkada Kabupaten Boven Digoel."),
]


def codes(text: str) -> list[str]:
    return [item.code for item in check_text(text, on=ON, select=["E119", "E120"]).findings]


@pytest.mark.parametrize(("code", "text"), WRONG)
def test_what_is_said_wrongly_of_a_ruling(code: str, text: str) -> None:
    assert codes(text) == [code]


RIGHT = [
    "Putusan MK Nomor 70/PUU-XXII/2024 mengubah batas usia calon.",
    "Putusan MK Nomor 60/PUU-XXII/2024 dan Putusan Nomor 70/PUU-XXII/2024 mengubah ambang batas pencalonan.",
    "Putusan MK Nomor 116/PUU-XXI/2023 menghapus ambang batas parlemen.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menetapkan ambang batas pencalonan 7,5 persen untuk Jakarta.",
    "Lewat Putusan MK Nomor 60/PUU-XXII/2024, ambang batas pencalonan menjadi 6,5 sampai 10 persen suara sah.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menurunkan ambang batas pencalonan dari 20 persen menjadi 7,5 persen.",
    "Putusan MK Nomor 60/PUU-XXII/2024 mengubah ambang batas pencalonan yang semula 20 persen kursi atau 25 persen suara sah.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menghapus ambang batas 20 persen kursi DPRD.",
    "Sebelum Putusan MK Nomor 60/PUU-XXII/2024, ambang batas pencalonan sebesar 25 persen.",
    "DPR menganulir Putusan MK Nomor 60/PUU-XXII/2024, ambang batas pencalonan menjadi 20 persen kursi dalam RUU.",
    "Setelah Putusan MK Nomor 60/PUU-XXII/2024, Baleg DPR menetapkan ambang batas 20 persen kursi bagi partai berkursi.",
    "Pemohon perkara nomor 60/PUU-XXII/2024 meminta ambang batas 5 persen.",
    "Putusan MK Nomor 60/PUU-XXII/2024 mengubah ambang batas pencalonan kepala daerah menjadi setara calon perseorangan.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menetapkan ambang batas pencalonan 10 persen untuk DPT sampai 2 juta.",
    "Partai atau gabungan partai politik tak lagi harus mengumpulkan 20 persen kursi DPRD atau 25 persen suara sah berkat Putusan MK Nomor 60/PUU-XXII/2024.",
    "Putusan MK Nomor 56/PUU-XVII/2019 menetapkan masa jeda 5 tahun bagi mantan terpidana.",
    "Putusan MK Nomor 60/PUU-XXII/2024 mengubah Pasal 40 ayat (1) UU Pilkada.",
    "Putusan MK Nomor 60/PUU-XXII/2024 dan Putusan MK Nomor 70/PUU-XXII/2024 mengubah Pasal 40 ayat (1) dan Pasal 7 ayat (2) UU Pilkada.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menguji Pasal 40 ayat (3) UU 10/2016.",
    "Putusan MK Nomor 60/PUU-XXII/2024 mengabulkan permohonan sebagian.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menolak permohonan pemohon untuk selain dan selebihnya.",
    "MA melalui Putusan Nomor 23 P/HUM/2024 mengubah PKPU.",
    "Putusan MA Nomor 23 P/HUM/2024, berbeda dengan Putusan MK Nomor 70/PUU-XXII/2024.",
    "Mahkamah Agung dan Mahkamah Konstitusi dalam Putusan Nomor 70/PUU-XXII/2024",
    "Putusan MK Nomor 60/PUU-XXII/2024 tentang ambang batas pencalonan disambut.",
    "Putusan MK Nomor 70/PUU-XXII/2024 tentang syarat usia calon kepala daerah disambut.",
    "Putusan MK Nomor 90/PUU-XXI/2023 mengubah syarat usia calon presiden.",
    "Putusan MK Nomor 90/PUU-XXI/2023 tentang syarat usia minimal calon wakil presiden.",
    "Putusan MK Nomor 100/PUU-XIII/2015 membolehkan calon tunggal.",
    "Putusan MK Nomor 60/PUU-XXII/2024 dan 70/PUU-XXII/2024 tentang ambang batas dan syarat usia dibacakan bersamaan.",
    "Putusan MK Nomor 70/PUU-XXII/2024 menyatakan usia calon dihitung sejak penetapan pasangan calon.",
    "Putusan MA Nomor 23 P/HUM/2024 menyatakan usia calon dihitung sejak pelantikan pasangan terpilih.",
    "Putusan MK Nomor 70/PUU-XXII/2024 menyatakan usia calon dihitung sejak penetapan, bukan pelantikan.",
    "Putusan MK Nomor 56/PUU-XVII/2019 mewajibkan mantan terpidana menunggu lima tahun setelah bebas.",
    "Putusan MK Nomor 60/PUU-XXII/2024 mengubah ambang batas pencalonan 25 persen suara sah menjadi 7,5 persen.",
    "Putusan MK Nomor 126/PUU-XXII/2024 memerintahkan pilkada ulang dalam waktu 1 tahun.",
    "Putusan MK Nomor 70/PUU-XXII/2024 menegaskan syarat umur menurut Pasal 7 ayat (2) huruf e UU Pilkada.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menegaskan ambang batas, sebagaimana Pasal 7 UU Pilkada mengatur usia.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menetapkan hal itu. Pasal 69 UU Pilkada tetap.",
    "Putusan MK Nomor 60/PUU-XXII/2024 menegaskan kewenangan KPU menurut Pasal 10 UU Pilkada.",
    "Putusan MK Nomor 304/PHPU.GUB-XXIII/2025 tentang hasil Pilgub Papua.",
    "Putusan MK Nomor 260/PHPU.BUP-XXIII/2025 tentang hasil Pilkada Kabupaten Boven Digoel.",
    "Putusan MK Nomor 132/PHPU.BUP-XXIII/2025 tentang hasil Pilkada Tasikmalaya.",
    "Putusan MK Nomor 147/PHPU.BUP-XXIII/2025 tentang hasil Pilkada Kabupaten Pringsewu.",
    "Putusan PHPU MK Nomor 2/PHPU.BUP-XXIII/2025 dan Putusan Nomor 97/PHP.GUB-XIX/2021.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_said_rightly_or_of_something_else(text: str) -> None:
    assert codes(text) == []


def test_the_right_numbers_and_their_place_are_given() -> None:
    text = "Putusan MK Nomor 60/PUU-XXII/2024 menetapkan ambang batas pencalonan 25 persen."
    (finding,) = check_text(text, on=ON, select=["E120"]).findings
    assert text[finding.start : finding.end] == "25 persen"
    assert finding.fact["values"] == ["10", "8.5", "7.5", "6.5"]
    assert {ground.ref for ground in finding.basis} == {"uu-1-2015/pasal-40/ayat-1", "mk-60-puu-xxii-2024"}


def test_the_court_is_corrected_in_the_form_it_was_written() -> None:
    short, long = (
        check_text(text, on=ON, select=["E119"]).findings[0].corrected
        for text in ("Putusan MA Nomor 60/PUU-XXII/2024", "Putusan Mahkamah Agung Nomor 60/PUU-XXII/2024")
    )
    assert (short, long) == ("MK", "Mahkamah Konstitusi")


def test_the_words_name_parameters_that_rulings_set() -> None:
    corpus = builtin()
    for row in corpus.all("ruling-words"):
        acts = [act for key in row["key"].split("|") for act in corpus.settings(key)]
        assert any(act.by.startswith(("mk-", "ma-")) for act in acts)
        assert not row["value"] or any(act.value == row["value"] for act in acts)
