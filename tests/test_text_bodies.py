"""The checker of texts on bodies: outdated names, offices of the wrong election, responsibility at the wrong level."""

from __future__ import annotations

import pytest

from electlaw.citations import check_text
from electlaw.corpus import builtin

CODES = ("W201", "W202", "W203")


def codes(text, on="2022-11-21"):
    return [item.code for item in check_text(text, on=on, select=CODES).findings]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Surat dikirim ke Departemen Dalam Negeri sebelum pilkada.", "2022-11-21"),  # before a day, not the past
        ("Rakor dihadiri Ketua KPUD Kolaka.", "2022-11-21"),  # KPU Kabupaten/Kota since UU 22/2007
        ("Panwaslu Kabupaten/Kota mengawasi pemungutan suara.", "2020-12-09"),  # Bawaslu Kabupaten/Kota
        ("Panwas Kabupaten/Kota menerima laporan.", "2024-11-27"),
    ],
)
def test_outdated_names(text, on):
    assert codes(text, on) == ["W201"]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("KPUD menyelenggarakan pilkada langsung.", "2005-06-27"),  # official then
        ("Panwaslu Kabupaten/Kota mengawasi.", "2014-04-09"),
        ("Panwas Kabupaten/Kota mengawasi pilkada.", "2018-06-27"),
        ("KPU Kabupaten/Kota, yang dulu disebut KPUD, menetapkan DPT.", "2022-11-21"),  # history
        ("Panwaslu Kecamatan dan Panwaslu Kelurahan/Desa dilantik.", "2023-11-21"),  # official in the Pemilu
        ("Panwas Kecamatan bertugas.", "2024-11-21"),  # official in the Pilkada
        ("Menurut Pasal 30, Panwas Kabupaten/Kota mengawasi tahapan.", "2024-11-27"),  # the words of the norm
        ("Istilah “KPUD” tidak ada lagi.", "2022-11-21"),
        ("Sebelum 2007, KPUD menetapkan DPT.", "2022-11-21"),
        ("Seluruh SKPD mendukung pilkada.", "2024-11-21"),  # PP 12/2019 Pasal 1 angka 65
        ("Bawaslu Kabupaten Kolaka dan KPU Provinsi hadir.", "2022-11-21"),
    ],
)
def test_names_that_are_right_for_their_time(text, on):
    assert codes(text, on) == []


def test_the_name_that_is_right_is_given():
    found = check_text("Ketua KPUD hadir.", on="2022-11-21", select=CODES).findings[0]
    assert found.fact["official"] == ["KPU Provinsi", "KPU Kabupaten/Kota"]
    assert found.fact["until"] == "2007-04-19"
    assert (found.start, found.end) == (6, 10)
    assert found.basis[0].ref == "uu-32-2004"


def test_heads_of_regions_are_not_elected_in_the_pemilu():
    # UU 1/2015 Pasal 1 angka 1
    assert codes("Pemilu 2024 digelar untuk memilih gubernur dan bupati.") == ["W202"]
    assert codes("Bupati dipilih melalui pemilu legislatif.") == ["W202"]
    assert codes("Pileg 2024 digelar untuk memilih calon bupati.") == ["W202"]
    assert codes("Pemilu serentak dan pilkada untuk memilih gubernur digelar tahun itu.") == []
    assert codes("Dalam pemilu daerah, warga memilih gubernur.") == []
    assert codes("Pemilu kepala daerah memilih gubernur dan bupati.") == []
    assert codes("Setelah pemilu, warga akan memilih gubernur pada November.") == []
    assert codes("Mantan bupati dipilih melalui pemilu legislatif.") == []


def test_offices_of_the_pemilu_are_not_elected_in_the_pilkada():
    # UU 7/2017 Pasal 1 angka 1
    assert codes("Pilkada 2024 digelar untuk memilih presiden.") == ["W202"]
    assert codes("Warga ikut pilkada untuk memilih anggota DPRD.") == ["W202"]
    assert codes("Anggota DPRD Kota Kendari dipilih langsung melalui Pilkada.") == ["W202"]
    assert codes("Presiden dipilih dalam Pilkada 2024.") == ["W202"]
    assert codes("Presiden dan gubernur dipilih melalui Pemilu dan Pilkada.") == []
    assert codes("Anggota DPRD tidak dipilih melalui Pilkada.") == []
    assert codes("Mantan anggota DPRD dipilih melalui Pilkada.") == []
    assert codes("Anggota DPRD yang dipilih dalam Pilkada itu harus mundur.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Pilkada digelar untuk memilih gubernur dan bupati.",
        "Pemilu dan Pilkada merupakan arena memilih kepala negara, anggota legislatif, dan kepala daerah.",
        "Pilkada bukan untuk memilih presiden.",
        "Setelah Pilkada, DPR memilih anggota BPK.",
        "Pemilu untuk memilih presiden digelar Februari. Pilkada digelar November.",
    ],
)
def test_offices_named_rightly(text):
    assert codes(text) == []


def test_responsibility_at_the_wrong_level():
    # UU 8/2015 Pasal 8 (2), (3)
    assert codes("KPU Kabupaten Kolaka bertanggung jawab atas penyelenggaraan pemilihan gubernur.") == ["W203"]
    assert codes("KPU Provinsi adalah penanggung jawab pemilihan bupati.") == ["W203"]
    assert codes("Penanggung jawab penyelenggaraan Pilkada adalah gubernur.") == ["W203"]
    # UU 8/2015 Pasal 8 (1)
    assert codes("Bawaslu Provinsi bertanggung jawab atas penyelenggaraan Pilkada.") == ["W203"]
    assert codes("Bupati Kolaka adalah penanggung jawab pelaksanaan pemilihan.") == ["W203"]


@pytest.mark.parametrize(
    "text",
    [
        "KPU Provinsi bertanggung jawab atas pemilihan gubernur.",
        "KPU Kabupaten/Kota bertanggung jawab atas penyelenggaraan pemilihan bupati.",
        "KPU Kota Kendari bertanggung jawab atas Pilgub dan Pilwali di wilayahnya.",
        "Gubernur bertanggung jawab atas dukungan pemerintah daerah.",
        "Penanggung jawab Pilkada adalah KPU.",
        "KPU dan Bawaslu bertanggung jawab atas penyelenggaraan Pilkada.",
        "Bawaslu bertanggung jawab atas pengawasan penyelenggaraan Pilkada.",
        "Bupati bertanggung jawab atas dukungan bagi pelaksanaan pemilihan.",
        "Gubernur bertanggung jawab atas pelaksanaan pemilihan kepala desa.",
    ],
)
def test_responsibility_named_rightly(text):
    assert codes(text) == []


def test_a_name_whose_last_day_is_known_within_a_window():
    # UU 39/2008 kept the name until the ministry was formed; PP 16/2010 (28 January 2010) has the new one.
    assert codes("Depdagri meminta daerah siap.", on="2024-03-14") == ["W201"]
    assert codes("Depdagri meminta daerah siap.", on="2009-03-14") == []
    found = check_text("Depdagri meminta daerah siap.", on="2024-03-14", select=["W201"]).findings[0]
    assert "2010-01-28 at the latest" in found.message["en"]
    assert found.fact["official"] == ["Kemendagri"]


def test_grounds_are_places_the_law_has():
    corpus = builtin()
    rows = list(corpus.all("check-grounds"))
    assert rows
    assert all(corpus.place(row["place"]).contents for row in rows)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gubernur Sultra dipilih dalam Pemilu 2024.", "W202"),
        ("KPU memilih anggota DPRD dalam Pilkada 2024.", "W202"),
        # UU 1/2015 as amended: Pasal 8 (who holds which election), 157 (disputes on results go to the court).
        ("KPU Provinsi menetapkan pasangan calon bupati.", "W203"),
        ("KPU Kabupaten Kolaka menetapkan pasangan calon gubernur.", "W203"),
        ("Bawaslu menetapkan hasil Pilkada.", "W203"),
        ("Sengketa hasil Pilkada diajukan ke PTUN.", "W203"),
        ("Sengketa hasil Pilkada diadili Mahkamah Agung.", "W203"),
    ],
)
def test_common_forms_of_giving_a_task_to_the_wrong_election_or_body(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Gubernur Sultra dipilih dalam Pilkada 2024.",
        "Gubernur dipilih dalam Pemilu 2009 menurut istilah saat itu.",
        "KPU tidak memilih anggota DPRD dalam Pilkada 2024.",
        "Partai memilih anggota DPRD dalam Pilkada 2024.",
        "KPU Kabupaten Konawe menetapkan pasangan calon bupati.",
        "KPU Provinsi Papua mengambil alih KPU Mimika dan menetapkan pasangan calon bupati.",
        "Bawaslu menetapkan hasil pengawasan Pilkada.",
        "Sengketa hasil Pilkada diajukan ke MK.",
        "Sengketa proses Pilkada diajukan ke PTTUN.",
        "Dulu sengketa hasil Pilkada diadili Mahkamah Agung.",
    ],
)
def test_their_right_twins_stay_silent(text: str) -> None:
    assert codes(text) == []
