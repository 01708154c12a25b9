"""What texts state of the law in numbers: ages, shares, days, sums, sizes, tiers, penalties; and what stays unflagged.

The law: UU 1/2015 as amended, Pasal 7 (2) e (30 and 25 years), 41 (independents), 67 (2) (three days of quiet), 68
(three debates), 71 (2) (six months), 74 (5) (75 and 750 million), 80 (1) (2.5 percent), 134 (4) (seven days), 157
(three and 45 working days), 158 (margins), 162 (five years), 187A and 188 (penalties); 56/PUU-XVII/2019 (five years);
60/PUU-XXII/2024 (tiers of nomination); UU 29/2007 Pasal 11 and UU 2/2024 Pasal 10 (Jakarta); UU 10/2016 Pasal 54D.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw.citations import check_text
from electlaw.citations.grammar import view
from electlaw.citations.quantities import QUANTITY, number_of, quantity_of
from electlaw.corpus import builtin

ON = "2024-10-01"


def codes(text: str, on: str = ON) -> list[str]:
    return [item.code for item in check_text(text, on=on, select=["E121"]).findings]


TWINS = [
    ("Calon gubernur harus berusia paling rendah {} tahun.", "35", "30"),
    ("Pasal 7 UU Pilkada mensyaratkan calon bupati berusia paling rendah {} tahun.", "30", "25"),
    ("Syarat usia minimal calon wali kota adalah {} tahun.", "21", "25"),
    ("Berusia paling rendah {} tahun untuk calon gubernur dan calon wakil gubernur.", "25 (dua puluh lima)", "30 (tiga puluh)"),
    ("Masa tenang pilkada berlangsung selama {} hari.", "lima", "tiga"),
    ("Debat publik antarpasangan calon bupati digelar paling banyak {} kali.", "5 (lima)", "3 (tiga)"),
    ("Jumlah pemilih tiap TPS pada Pilkada 2024 paling banyak {} orang.", "900", "600"),
    ("Surat suara pilkada dicetak sesuai DPT ditambah cadangan {} persen.", "5", "2,5"),
    ("Calon tunggal dinyatakan menang bila meraih lebih dari {} persen suara sah.", "30", "50"),
    ("Pada Pilkada Jakarta ada putaran kedua bila tidak ada pasangan yang meraih lebih dari {} persen suara.", "30", "50"),
    ("Petahana dilarang mengganti pejabat {} bulan sebelum tanggal penetapan pasangan calon.", "tiga", "enam"),
    ("Permohonan hasil pilkada ke MK diajukan paling lambat {} hari kerja sejak pengumuman penetapan perolehan suara.", "7", "3"),
    ("MK wajib memutus perselisihan hasil pemilihan kepala daerah paling lama {} hari kerja.", "60", "45"),
    ("Sesuai Pasal 158 UU Pilkada, selisih perolehan suara paling banyak {} persen.", "3", "2"),
    ("Sumbangan dana kampanye pilkada dari perseorangan paling banyak Rp{}.", "100 juta", "75 juta"),
    ("Sumbangan dana kampanye pilkada dari badan hukum swasta dibatasi Rp{}.", "1 miliar", "750.000.000,00"),
    ("PPK beranggotakan {} orang untuk pemilihan itu.", "tujuh", "lima"),
    ("Menurut UU Pilkada, masa jabatan gubernur, bupati, dan wali kota adalah {} tahun.", "enam", "lima"),
    ("Mantan terpidana wajib menunggu masa jeda {} tahun untuk maju pilkada.", "sepuluh", "lima"),
    ("Pemilih dalam pilkada genap berumur {} tahun atau sudah kawin.", "18", "17"),
    ("Laporan pelanggaran pilkada disampaikan ke Bawaslu paling lama {} hari sejak diketahui.", "10", "7"),
    # Tiers: the electorate, and the share beside it.
    ("Gugatan pilkada di provinsi dengan penduduk lebih dari 12 juta jiwa: selisih suara paling banyak {} persen.", "2", "0,5"),
    ("Calon perseorangan di kabupaten dengan DPT lebih dari satu juta jiwa harus didukung paling sedikit {}%.", "10", "6,5"),
    ("Partai mengusulkan calon di provinsi dengan DPT 2 sampai 6 juta jiwa bila meraih suara sah paling sedikit {} persen.", "10", "8,5"),
    ("Dukungan calon perseorangan: {} persen untuk DPT sampai 250 ribu jiwa.", "8,5", "10"),
    ("Selisih suara pilkada paling banyak {} persen di provinsi berpenduduk lebih dari 12 juta jiwa.", "1", "0,5"),
    # Penalties: the pasal, and what it threatens.
    ("Pasal 187A UU Pilkada mengancam penjara paling singkat {} bulan dan paling lama 72 bulan.", "12", "36"),
    ("Politik uang diancam denda paling banyak Rp{} sebagaimana Pasal 187A ayat (1) UU Pilkada.", "5 miliar", "1 miliar"),
    ("Pasal 188 UU Pilkada: pidana penjara paling lama {} bagi pejabat.", "3 tahun", "6 (enam) bulan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), TWINS)
def test_a_number_the_law_never_set_is_found_and_its_own_is_not(text: str, wrong: str, right: str) -> None:
    assert codes(text.format(wrong)) == ["E121"]
    assert codes(text.format(right)) == []


@pytest.mark.parametrize(
    "text",
    [
        # What happened in fact is no statement of the law.
        "Calon gubernur itu baru berusia 35 tahun, termuda di antara peserta.",
        "Selisih perolehan suara kedua pasangan mencapai 3 persen.",
        "Dengan DPT lebih dari 12 juta jiwa, koalisi itu menguasai 40 persen suara sah.",
        "Calon tunggal itu unggul dengan 61 persen suara sah.",
        "Selisih suara pilkada kurang dari 1 persen di provinsi berpenduduk lebih dari 12 juta jiwa itu.",
        "Pasangan calon itu menerima sumbangan dana kampanye Rp100 juta dari perseorangan.",
        "Sebanyak sembilan anggota KPPS pilkada jatuh sakit.",
        "Jaksa menuntut terdakwa Pasal 187A UU Pilkada dengan penjara 40 bulan dan denda Rp250 juta.",
        "Bawaslu menertibkan alat peraga selama tujuh hari, termasuk pada masa tenang pilkada.",
        # Wishes, bills, petitions, other elections and offices, and older law.
        "Fraksi itu mengusulkan usia minimal calon gubernur 35 tahun dalam revisi UU Pilkada.",
        "Pemohon meminta MK menaikkan usia minimal calon gubernur menjadi 40 tahun.",
        "Usia minimal calon presiden 40 tahun, sedangkan calon gubernur 30 tahun.",
        "Sumbangan dana kampanye pemilu dari perseorangan paling banyak Rp2,5 miliar, kata calon bupati itu.",
        "Masa jabatan kepala desa adalah delapan tahun, berbeda dari bupati.",
        "Dulu syarat dukungan calon perseorangan 2 persen.",
        # The penalty of another law's pasal in the same sentence.
        "Pasal 187A UU Pilkada berbeda dari Pasal 523 UU Nomor 7 Tahun 2017 yang mengancam penjara paling lama 4 tahun.",
    ],
)
def test_what_is_no_statement_of_this_law_is_left_alone(text: str) -> None:
    assert codes(text) == []


def test_what_was_law_once_is_not_called_wrong() -> None:
    # 800 in the statute, 500 by the regulation for 2020, 600 by that for 2024; 25 percent until 20 August 2024.
    for number in ("500", "600", "800"):
        assert codes(f"Pada pilkada, pemilih tiap TPS paling banyak {number} orang.") == []
    assert codes("Ambang batas pencalonan kepala daerah sebesar 25 persen suara sah.") == []


def test_a_number_of_one_region_counts_where_the_text_names_it() -> None:
    # UU 11/2006 Pasal 67: thirty years for the regents of Aceh too.
    text = "Calon bupati {}wajib berusia minimal 30 tahun."
    assert codes(text.format("")) == ["E121"]
    assert codes("Di Aceh aturannya lain. " + text.format("")) == []


def test_before_the_laws_the_log_knows_nothing_is_judged() -> None:
    # UU 32/2004 Pasal 58: thirty years for all heads of regions.
    assert codes("Calon bupati wajib berusia minimal 30 tahun.", on="2005-06-01") == []


def test_the_right_number_and_the_places_it_stands_in_are_given() -> None:
    text = "Calon gubernur wajib berusia minimal 25 tahun."
    (finding,) = check_text(text, on=ON, select=["E121"]).findings
    assert text[finding.start : finding.end] == "25 tahun"
    assert finding.fact == {"parameter": "candidate.min_age", "values": ["30"], "unit": "year"}
    assert finding.corrected == "30 tahun"
    assert "uu-1-2015/pasal-7/huruf-e" in {ground.ref for ground in finding.basis}


# -- the words of the table, and the quantities read ----------------------------------------------------


def test_the_words_are_of_parameters_the_log_has() -> None:
    corpus = builtin()
    for row in corpus.all("number-words"):
        for key in row["key"].split("|"):
            assert any(act.value and act.verified != "recall" for act in corpus.settings(key)), key


@pytest.mark.parametrize(
    ("text", "family", "values"),
    [
        ("7,5 persen", "percent", ["15/2"]),
        ("8.5%", "percent", ["17/2"]),
        ("6,5 sampai 10 persen", "percent", ["13/2", "10"]),
        ("tiga hari kerja", "day", ["3"]),
        ("dua puluh lima tahun", "month", ["300"]),
        ("36 (tiga puluh enam) bulan", "month", ["36"]),
        ("Rp75.000.000,00 (tujuh puluh lima juta rupiah)", "IDR", ["75000000"]),
        ("Rp 1,5 miliar", "IDR", ["1500000000"]),
        ("seratus juta rupiah", "IDR", ["100000000"]),
        ("delapan ratus orang", "person", ["800"]),
        ("dua belas bulan", "month", ["12"]),
    ],
)
def test_quantities_in_figures_and_words(text: str, family: str, values: list[str]) -> None:
    match = QUANTITY.search(view(text))
    assert match is not None
    item = quantity_of(match)
    assert item is not None
    assert item.family == family
    assert sorted(map(str, item.values)) == sorted(values)


_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")


def spelled(number: int) -> str:
    """Spell a number below a thousand."""
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return f"{_UNITS[number - 10]} belas"
    if number < 100:
        return f"{_UNITS[number // 10]} puluh {spelled(number % 10)}".strip()
    head = "seratus" if number < 200 else f"{_UNITS[number // 100]} ratus"
    return f"{head} {spelled(number % 100)}".strip()


@given(st.integers(1, 999))
def test_a_number_is_the_same_in_words_and_in_figures(number: int) -> None:
    assert number_of(spelled(number).encode()) == number_of(str(number).encode()) == number


# -- ranges that run backwards --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Pasal {} sampai dengan Pasal {} UU Nomor 10 Tahun 2016",
        "Pasal {} s.d. Pasal {} UU Pilkada",
        "Pasal 7 ayat ({}) sampai dengan ayat ({}) UU Pilkada",
    ],
)
def test_a_range_that_runs_backwards(text: str) -> None:
    def found(first: str, last: str) -> list[str]:
        return [item.code for item in check_text(text.format(first, last), select=["E122"]).findings]

    assert found("30", "20") == ["E122"]
    assert found("20", "30") == []
    assert found("20", "20") == []


def test_letters_of_a_range_are_in_the_order_of_the_alphabet() -> None:
    text = "Pasal 7 ayat (2) huruf {} sampai dengan huruf {} UU Nomor 10 Tahun 2016"
    assert [item.code for item in check_text(text.format("t", "a"), select=["E122"]).findings] == ["E122"]
    assert check_text(text.format("a", "t"), select=["E122"]).findings == ()
    assert check_text("Pasal 187A sampai dengan Pasal 187D UU Pilkada", select=["E122"]).findings == ()


def test_pasals_read_one_after_the_other_are_no_range() -> None:
    text = "Pasal 76 dibahas lebih dulu, dan sampai dengan rapat besok baru Pasal 69 UU Pilkada."
    assert check_text(text, select=["E122"]).findings == ()


# -- a number beside the pasal that sets it -------------------------------------------------------------

BESIDE = [
    # UU 10/2016: Pasal 74 (5) 75 and 750 million; 158 2 percent in letter a; 41 10 percent in letter a; 40 (1) until 20
    # August 2024 20 percent of seats or 25 of votes; 54D 50 percent.
    ("Pasal 74 ayat (5) UU 10/2016 membatasi sumbangan perseorangan paling banyak Rp{}.", "100.000.000", "75.000.000"),
    ("Sumbangan paling banyak Rp{} menurut Pasal 74 ayat (5) UU Nomor 10 Tahun 2016.", "1 miliar", "750 juta"),
    ("Pasal 158 ayat (1) huruf a UU 10/2016 mensyaratkan selisih paling banyak {}.", "3%", "2%"),
    ("Menurut Pasal 158 ayat (2) huruf a UU 10/2016, selisih suara paling banyak sebesar {} persen.", "2,5", "2"),
    (
        "Pasal 158 ayat (2) huruf a UU 10/2016: kabupaten berpenduduk sampai 250.000 jiwa, selisih paling banyak {}%.",
        "2,5", "2",
    ),
    ("Pasal 158 ayat (1) huruf b UU 10/2016 mengatur selisih paling banyak {} persen.", "tiga koma lima", "satu koma lima"),
    ("Pasal 41 ayat (1) huruf a UU 10/2016 mensyaratkan dukungan paling sedikit {}.", "8,5%", "10%"),
    ("Pasal 54D ayat (1) UU Pilkada mensyaratkan lebih dari {} suara sah.", "30%", "50%"),
    ("Pasal 40 ayat (1) UU 10/2016 mensyaratkan {} persen kursi DPRD atau 25 persen suara sah.", "15", "20"),
    ("Pasal 40 ayat (1) UU 10/2016 mensyaratkan {} persen kursi DPRD.", "25", "20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), BESIDE)
def test_a_share_or_sum_no_act_ever_set_in_a_pasal(text: str, wrong: str, right: str) -> None:
    assert codes(text.format(wrong), "2024-08-05") == ["E121"]
    assert codes(text.format(right), "2024-08-05") == []


@pytest.mark.parametrize(
    "text",
    [
        "Selisih suara keduanya 3,4 persen, jauh di atas ambang Pasal 158 ayat (2) UU 10/2016.",
        "Pasal 158 UU Pilkada mengatur ambang batas itu sementara selisih mereka 7 persen.",
        "Pasal 158 UU Pilkada mengatur ambang batas, dan selisih mereka 7 persen.",
        "Pemohon meminta Pasal 158 ayat (1) huruf a UU 10/2016 mensyaratkan selisih paling banyak 5%.",
        "Calon itu menerima paling banyak Rp200 juta, melanggar Pasal 74 ayat (5) UU 10/2016.",
        "Dana itu paling banyak Rp200 juta sehingga tidak sesuai Pasal 74 ayat (5) UU 10/2016.",
        # A fine of the same statute, and a time, which is left to the rules on its subject.
        "Pasal 187A UU Pilkada mengatur denda paling banyak Rp1 miliar.",
        "Pasal 158 ayat (1) huruf a UU 10/2016 mensyaratkan permohonan paling lambat tiga hari.",
    ],
)
def test_what_a_pasal_is_not_said_to_set_is_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("written", "value"), [("tujuh koma lima", "15/2"), ("nol koma lima", "1/2"), ("dua puluh koma satu", "201/10")]
)
def test_tenths_in_words(written: str, value: str) -> None:
    assert str(number_of(written.encode())) == value


# -- tiers as the press writes them, and the tier of a region -------------------------------------------

TIERS = [
    # 60/PUU-XXII/2024: provinces up to 2 million voters 10 percent, to 6 million 8.5, to 12 million 7.5, above 6.5.
    ("Putusan MK 60/PUU-XXII/2024 menetapkan {} persen suara sah untuk provinsi dengan DPT lebih dari 12 juta jiwa.", "7,5", "6,5"),
    ("Menurut Putusan MK 60/PUU-XXII/2024, provinsi dengan DPT lebih dari 12.000.000 jiwa mensyaratkan suara sah paling sedikit {} persen.", "7,5", "6,5"),
    ("Provinsi dengan DPT sampai dengan 2 juta jiwa butuh {} persen suara sah.", "8,5", "10"),
    ("Kabupaten dengan DPT di atas 1 juta pemilih wajib meraih {} persen suara sah.", "7,5", "6,5"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), TIERS)
def test_the_tiers_of_nomination_as_the_press_writes_them(text: str, wrong: str, right: str) -> None:
    assert codes(text.format(wrong)) == ["E121"]
    assert codes(text.format(right)) == []


def test_a_share_still_lacking_is_not_the_one_demanded() -> None:
    text = "Di provinsi dengan DPT lebih dari 12 juta, pasangan itu butuh 3 persen suara sah lagi untuk menang."
    assert codes(text) == []


@pytest.mark.parametrize(
    ("region", "text", "wrong", "right"),
    [
        # The rolls of 2024: Jawa Barat 35.7 million voters, Kota Kendari 238 thousand.
        ("Jawa Barat", "Di Jawa Barat syarat pencalonan gubernur {} persen suara sah.", "10", "6,5"),
        ("Kota Kendari", "Di Kendari ambang batas pencalonan wali kota {} persen suara sah.", "8,5", "10"),
        ("Jawa Barat", "Calon perseorangan di Jawa Barat butuh dukungan minimal {} persen DPT.", "7,5", "6,5"),
    ],
)
def test_a_share_is_that_of_the_regions_voters(region: str, text: str, wrong: str, right: str) -> None:
    def found(number: str, **more: str) -> list[str]:
        return [item.code for item in check_text(text.format(number), on=ON, select=["E121"], **more).findings]

    assert found(wrong, region=region) == ["E121"]
    assert found(right, region=region) == []
    assert found(wrong) == []


@pytest.mark.parametrize(
    "text",
    [
        "Di Jawa Barat syarat pencalonan bupati 10 persen suara sah.",
        "Di Jawa Barat partai itu meraih 10 persen suara sah.",
        "Syarat pencalonan gubernur 10 persen suara sah berlaku di provinsi kecil.",
        "Dulu di Jawa Barat syarat pencalonan gubernur 10 persen suara sah.",
    ],
)
def test_what_is_not_said_of_the_region_is_left_alone(text: str) -> None:
    assert check_text(text, on=ON, region="Jawa Barat", select=["E121"]).findings == ()


def test_a_region_with_a_rule_of_its_own_is_left_alone() -> None:
    # Qanun Aceh 12/2016 Pasal 22: fifteen percent.
    text = "Di Aceh syarat pencalonan gubernur 10 persen suara sah."
    assert check_text(text, on=ON, region="Aceh", select=["E121"]).findings == ()
