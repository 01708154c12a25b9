"""The checker of texts: every rule with a slip it must see and the clean twin on which it must stay silent."""

from __future__ import annotations

import os

import pytest

from electlaw.citations import check_text
from electlaw.citations.checks import CODES
from electlaw.findings import SEVERITIES
from electlaw.render import check as drawn

BASE = (
    "tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014 "
    "tentang Pemilihan Gubernur, Bupati, dan Walikota menjadi Undang-Undang"
)
SECOND = f"Undang-Undang Nomor 10 Tahun 2016 tentang Perubahan Kedua atas Undang-Undang Nomor 1 Tahun 2015 {BASE}"


def codes(text: str, on: str | None = None) -> list[str]:
    return [finding.code for finding in check_text(text, on=on).findings]


def one(text: str, code: str, on: str | None = None):
    found = [finding for finding in check_text(text, on=on).findings if finding.code == code]
    assert len(found) == 1, found
    return found[0]


# -- each slip and its clean twin -----------------------------------------------------------------------

PAIRS = [
    # UUD is the Constitution (UU 12/2011 Pasal 7 (1) huruf a); statutes are numbered, it is not.
    ("E101", None, "Menurut Undang-Undang (UUD) Nomor 10 Tahun 2016, calon harus sehat.",
     "Menurut Undang-Undang (UU) Nomor 10 Tahun 2016, calon harus sehat."),
    ("E101", None, "Menurut UUD Nomor 7 Tahun 2017, pemilu diatur.", "Menurut UU Nomor 7 Tahun 2017, pemilu diatur."),
    ("E101", None, "Peraturan Pemerintah Pengganti UUD Nomor 1 Tahun 2014 lahir pada Oktober 2014.",
     "Peraturan Pemerintah Pengganti UU Nomor 1 Tahun 2014 lahir pada Oktober 2014."),
    ("E101", None, "Undang-Undang Dasar Nomor 10 Tahun 2016", "Undang-Undang Dasar Tahun 1945"),
    # UU 7/2017 is the statute on general elections.
    ("E101", None, "PP Nomor 7 Tahun 2017 tentang Pemilihan Umum mengatur kampanye.",
     "UU Nomor 7 Tahun 2017 tentang Pemilihan Umum mengatur kampanye."),
    ("E102", None, "UU Nomor 23 Tahun 2004 tentang Pemerintahan Daerah membagi urusan.",
     "UU Nomor 23 Tahun 2014 tentang Pemerintahan Daerah membagi urusan."),
    # UU 8/2015 is the first, UU 10/2016 the second amendment of UU 1/2015.
    ("E104", None, SECOND.replace("Kedua", "Ketiga"), SECOND),
    ("E104", None, "UU Nomor 8 Tahun 2015 tentang Perubahan Kedua atas UU Nomor 1 Tahun 2015.",
     "UU Nomor 8 Tahun 2015 tentang Perubahan atas UU Nomor 1 Tahun 2015."),
    # PKPU 2/2024 was made on 26 January 2024.
    ("E105", "2022-11-21", "Jadwalnya menurut PKPU Nomor 2 Tahun 2024.", "Jadwalnya menurut PKPU Nomor 3 Tahun 2022."),
    ("E105", "2023-01-10", "Hal itu diatur UU Nomor 99 Tahun 2025.", "Hal itu diatur UU Nomor 99 Tahun 2022."),
    # UU 32/2004 was repealed by UU 23/2014 on 2 October 2014.
    ("W107", "2020-07-01", "Penjabat diangkat berdasarkan UU Nomor 32 Tahun 2004.",
     "Penjabat dulu diangkat berdasarkan UU Nomor 32 Tahun 2004 yang kini sudah dicabut."),
    ("W107", "2020-07-01", "Penjabat diangkat berdasarkan UU Nomor 32 Tahun 2004.",
     "Penjabat diangkat berdasarkan UU Nomor 23 Tahun 2014."),
    # UU 6/2020 (2020-08-11) is the third amendment of UU 1/2015.
    ("W108", "2022-11-21", f"Dasar hukum kegiatan ini adalah {SECOND}.",
     f"Dasar hukum kegiatan ini adalah Undang-Undang Nomor 1 Tahun 2015 {BASE} sebagaimana telah beberapa kali diubah "
     "terakhir dengan Undang-Undang Nomor 6 Tahun 2020."),
    ("W108", "2022-11-21", f"Dasar hukum kegiatan ini adalah {SECOND}.",
     f"Menurut pengamat, {SECOND} membawa calon tunggal."),
    ("W108", "2022-11-21", "UU 1/2015 sebagaimana telah diubah terakhir dengan UU 10/2016 mengatur pilkada.",
     "UU 1/2015 sebagaimana telah diubah terakhir dengan UU 6/2020 mengatur pilkada."),
    # On 1 March 2017 UU 10/2016 was the latest amendment.
    ("W108", "2022-11-21", f"Dasar hukumnya {SECOND}.",
     "Ambang batas itu dasar hukumnya Pasal 40 ayat (1) UU 10/2016."),
    # The Pilkada law ends with Pasal 206; 33A was never inserted; 54D came with UU 10/2016 on 1 July 2016.
    ("E109", None, "Lihat Pasal 33A UU 10/2016.", "Lihat Pasal 54D UU 10/2016."),
    ("E109", None, "Lihat Pasal 301 UU 1/2015.", "Lihat Pasal 201 UU 1/2015."),
    ("E110", "2016-03-01", "Calon tunggal diatur Pasal 54D UU 1/2015.", "Calon tunggal diatur Pasal 54 UU 1/2015."),
    # 21 November 2022 was a Monday.
    ("E111", None, "Rapat digelar Selasa (21/11/2022).", "Rapat digelar Senin (21/11/2022)."),
    ("E111", None, "pada hari Jumat, 27 November 2024", "pada hari Rabu, 27 November 2024"),
    ("E111", None, "Minggu pagi, 26 November 2024", "malam Minggu, 27 November 2024"),
    # PKPU 2/2024 (26 January 2024): 27 November 2024; in November 2022 the statute set the month only.
    ("E114", "2024-03-01", "Pemungutan suara Pilkada Serentak 2024 digelar pada Rabu, 14 Februari 2024.",
     "Pemungutan suara Pilkada Serentak 2024 digelar pada Rabu, 27 November 2024."),
    ("E114", "2022-11-21", "Pemungutan suara Pilkada digelar pada 29 Oktober 2024.",
     "Pemungutan suara Pilkada digelar pada 29 November 2024."),
    ("E114", "2025-04-01", "Pencoblosan Pilkada 2024 berlangsung 20 November 2024.",
     "Pemungutan suara ulang Pilkada berlangsung 5 April 2025."),
    # Ruling 60/PUU-XXII/2024 was pronounced on 20 August 2024; UU 10/2016 promulgated on 1 July 2016.
    ("E116", None, "Putusan MK Nomor 60/PUU-XXII/2024 yang diucapkan 21 Agustus 2024 mengubahnya.",
     "Putusan MK Nomor 60/PUU-XXII/2024 yang diucapkan 20 Agustus 2024 mengubahnya."),
    ("E116", None, "UU Nomor 10 Tahun 2016 diundangkan pada 1 Juni 2016.",
     "UU Nomor 10 Tahun 2016 diundangkan pada 1 Juli 2016."),
    # Its day may stand behind the title, before the verb, or behind it.
    ("E116", None, "UU Nomor 7 Tahun 2017 tentang Pemilihan Umum yang diundangkan pada 15 Agustus 2017.",
     "UU Nomor 7 Tahun 2017 tentang Pemilihan Umum yang diundangkan pada 16 Agustus 2017."),
    ("E116", None, "Pada 21 Agustus 2024, MK membacakan Putusan Nomor 60/PUU-XXII/2024.",
     "Pada 20 Agustus 2024, MK membacakan Putusan Nomor 60/PUU-XXII/2024."),
    ("E116", None, "MK membacakan Putusan Nomor 60/PUU-XXII/2024 pada Rabu (21/8/2024).",
     "MK membacakan Putusan Nomor 60/PUU-XXII/2024 pada Selasa (20/8/2024)."),
    ("E116", None, "Putusan MK Nomor 60/PUU-XXII/2024 dibacakan dalam sidang pleno terbuka pada 21 Agustus 2024.",
     "Putusan MK Nomor 60/PUU-XXII/2024 diputus dalam rapat hakim pada 19 Agustus 2024."),
    # The election itself takes place, is named by its day, or a day is called the day of the vote.
    ("E114", "2024-03-01", "Pilkada Serentak 2024 akan digelar Kamis, 28 November 2024.",
     "Debat Pilkada 2024 digelar pada Senin, 28 Oktober 2024."),
    ("E114", "2024-03-01", "Warga bersiap menjelang Pilkada 20 November 2024.",
     "Bimbingan teknis menghadapi Pilkada, Senin, 28 Oktober 2024."),
    ("E114", "2024-03-01", "KPU menetapkan 20 November 2024 sebagai hari pemungutan suara Pilkada.",
     "KPU menetapkan 27 November 2024 sebagai hari pemungutan suara Pilkada."),
    ("E114", "2023-03-01", "Pemilu 2024 digelar pada 21 Februari 2024.",
     "Pemilu 2024 digelar pada 14 Februari 2024, dan tahapan kampanye berlangsung 28 November 2023."),
    # Titles: UU 7/2017 is on the Pemilu, UU 10/2016 the second amendment of the Pilkada law UU 1/2015.
    ("E102", None, "UU Nomor 10 Tahun 2016 tentang Pemilihan Umum.", "UU Nomor 10 Tahun 2016 tentang Pemilihan Kepala Daerah."),
    ("E102", None, "UU Nomor 17 Tahun 2017 tentang Pemilihan Umum.", "UU Nomor 9 Tahun 2015 tentang Pemerintahan Daerah."),
    ("E102", None, "UU Nomor 11 Tahun 2016 tentang Perubahan Kedua atas UU Nomor 1 Tahun 2015.",
     "UU Nomor 10 Tahun 2016 tentang Perubahan Kedua atas UU Nomor 1 Tahun 2015."),
    ("E102", None, "UU 10/2016 tentang Perubahan Kedua atas UU 1/2014 berlaku.",
     "UU 10/2016 tentang Perubahan Kedua atas UU 1/2015 berlaku."),
    ("E101", None, "Perppu Nomor 10 Tahun 2016 tentang Perubahan Kedua atas UU Nomor 1 Tahun 2015.",
     "Perppu Nomor 2 Tahun 2020 tentang Perubahan Ketiga atas UU Nomor 1 Tahun 2015."),
    ("E103", None, "UU Nomor 7 Tahun 2017 tentang Pilkada.", "UU Nomor 7 Tahun 2017 tentang Pemilu dan Pilkada."),
    ("E103", None, "Menurut UU Pemilu Nomor 10 Tahun 2016, calon harus sehat.",
     "Menurut UU Pilkada Nomor 10 Tahun 2016, calon harus sehat."),
    ("E103", None, "Perppu 1/2014 tentang Pemilu", "Perppu 1/2014 tentang Pemilukada, UU 22/2007 tentang Penyelenggara Pemilu"),
    # The ordinal of an amendment in prose; UU 6/2020 ratified the third.
    ("E104", None, "UU 8/2015, perubahan kedua atas UU 1/2015, berlaku.", "UU 8/2015, perubahan pertama atas UU 1/2015, berlaku."),
    ("E104", None, "UU 10/2016 yang merupakan perubahan ketiga dari UU 1/2015.", "UU 10/2016 yang merupakan perubahan atas UU 1/2015."),
    ("E104", None, "UU 6/2020 tentang perubahan keempat atas UU 1/2015.", "UU 6/2020 tentang perubahan ketiga atas UU 1/2015."),
    # A ruling is not known before it is pronounced; its case has a number long before.
    ("E105", "2024-08-19", "Putusan MK Nomor 60/PUU-XXII/2024 menegaskan hal itu.",
     "MK akan membacakan Putusan Nomor 60/PUU-XXII/2024; perkara Nomor 70/PUU-XXII/2024 masih disidangkan."),
    ("E105", "2016-03-14", "Pencalonan diatur UU 10/2016.", "Pencalonan diatur UU 8/2015."),
    ("W107", "2024-03-14", "Menurut UU 22/2007, KPU berwenang.", "Sebelum 2011, menurut UU 22/2007, KPU berwenang."),
    # UUPA is the agrarian law of 1960 to most lawyers, the law on Aceh's government to others; UU Pilkada between
    # 2 October 2014 and 2 February 2015 is UU 22/2014 or the Perppu that replaced it.
    ("I115", "2022-11-21", "Lembaga itu bekerja menurut UUPA.", "Komisi di Banda Aceh bekerja menurut UUPA."),
    ("I115", "2022-11-21", "Lembaga itu bekerja menurut UUPA.", "Sengketa tanah itu diadili menurut UUPA."),
    ("I115", "2022-11-21", "Gelar itu diatur UU Keistimewaan.", "Gelar Sultan diatur UU Keistimewaan."),
    ("I115", "2014-11-01", "Hal itu diatur UU Pilkada.", "Hal itu diatur UU Pilkada yang baru, Perppu Nomor 1 Tahun 2014."),
    # The Constitution ends with Pasal 37; that of 1950 went on.
    ("E109", None, "Hal itu dijamin Pasal 38 UUD 1945.", "Hal itu dijamin Pasal 37 UUD 1945, dulu Pasal 90 UUD 1950."),
    # UU 7/2017 is a statute; no Perppu has its number.
    ("E101", None, "Perppu Nomor 7 Tahun 2017 tentang Pemilu.", "Perppu Nomor 1 Tahun 2022 tentang Pemilu."),
    # UU 1/2014 is on coasts and islets; the Perppu of that number is on the Pilkada.
    ("E101", None, "UU Nomor 1 Tahun 2014 tentang Pilkada.", "UU Nomor 32 Tahun 2004 tentang Pilkada dan pemda."),
    # UU 1/2015 made law of Perppu 1/2014. Titles of one word; titles behind which the sentence goes on.
    ("E102", None, "UU Nomor 1 Tahun 2015 tentang Penetapan Perppu Nomor 1 Tahun 2015 tentang Pemilihan Gubernur.",
     "UU Nomor 1 Tahun 2015 tentang Penetapan Perppu Nomor 1 Tahun 2014 tentang Pemilihan Gubernur."),
    ("E102", None, "UU Nomor 16 Tahun 2014 tentang Desa mengatur musyawarah.", "UU Nomor 3 Tahun 2024 tentang Desa mengatur musyawarah."),
    ("E102", None, "UU Nomor 12 Tahun 2024 tentang Provinsi Daerah Khusus Jakarta mengatur dua putaran.",
     "UU Nomor 2 Tahun 2024 tentang Provinsi Daerah Khusus Jakarta mengatur dua putaran."),
    ("E102", None, "UU Nomor 10 Tahun 2017 tentang Perubahan Kedua atas UU Nomor 1 Tahun 2015 memuat sanksi.",
     "UU Nomor 10 Tahun 2016 tentang Perubahan Kedua atas UU Nomor 1 Tahun 2015 memuat sanksi."),
    # UU 20/2023 is on the civil service, UU 30/2014 on administration, UU 40/1999 on the press.
    ("E102", None, "Dalam UU Nomor 13 Tahun 2023 tentang Aparatur Sipil Negara, pegawai wajib netral.",
     "Dalam UU Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara, pegawai wajib netral."),
    ("E102", None, "UU Nomor 30 Tahun 2013 tentang Administrasi Pemerintahan mengatur diskresi.",
     "UU Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan mengatur diskresi."),
    ("E102", None, "UU Nomor 40 Tahun 1998 tentang Pers melindungi wartawan.", "UU Nomor 40 Tahun 1999 tentang Pers melindungi wartawan."),
    # Two figures for the year behind a weekday; a day no month has; 15 November 2024 was a Friday.
    ("E111", None, "Rapat digelar Kamis (15/11/24).", "Rapat digelar Jumat (15/11/24), versi 3.2.1 berlaku."),
    ("E111", None, "Rapat digelar Kamis Legi, 15 November 2024.", "Rapat digelar Jumat Legi, 15 November 2024."),
    ("E112", None, "Rapat digelar Kamis (31/9/2023).", "Nomor 31/9/2023 tercantum dalam surat."),
    # The election of a region; Boven Digoel voted on 28 December 2020, a day of its own.
    ("E114", "2024-09-20", "Pemilihan gubernur Sulawesi Tenggara akan dilaksanakan tanggal 28 November 2024.",
     "Pemilihan gubernur Sulawesi Tenggara akan dilaksanakan tanggal 27 November 2024."),
    ("E114", "2020-12-20", "Pilkada Kabupaten Konawe digelar pada 28 Oktober 2020.", "Pilkada Boven Digoel digelar pada 28 Desember 2020."),
    ("E114", "2024-09-20", "Pilkada di Kota Kendari digelar pada 20 November 2024.",
     "Pilkada memasuki masa debat yang digelar pada 19 Oktober 2024."),
    # Signed on 4 May 2020 and 15 August 2017; in force since 1 July 2016.
    ("E116", None, "Perppu Nomor 2 Tahun 2020 diteken Presiden Joko Widodo pada 5 Mei 2020.",
     "Perppu Nomor 2 Tahun 2020 diteken Presiden Joko Widodo pada 4 Mei 2020."),
    ("E116", None, "UU Nomor 7 Tahun 2017 ditandatangani Presiden pada 16 Agustus 2017.",
     "UU Nomor 7 Tahun 2017 disetujui DPR pada 21 Juli 2017."),
    ("E116", None, "UU Nomor 10 Tahun 2016 mulai berlaku sejak 1 Juni 2016.", "UU Nomor 10 Tahun 2016 mulai berlaku sejak 1 Juli 2016."),
    # Voters go to the polls on the day set: 27 November 2024.
    ("E114", "2024-09-20", "Warga diajak datang ke TPS pada 24 November 2024 untuk mencoblos dalam Pilkada.",
     "Warga datang ke TPS pada 5 Oktober 2024 untuk simulasi Pilkada."),
    # A bill is no law yet; a ruling cited for what it demands is not one awaited.
    ("E110", "2016-03-01", "Politik uang dipidana menurut Pasal 187A UU Pilkada.",
     "Dalam revisi UU Pilkada, Pasal 187A mengatur pidana politik uang."),
    ("E105", "2019-11-01", "Mantan terpidana menunggu lima tahun menurut Putusan MK Nomor 56/PUU-XVII/2019.",
     "Mahkamah menjadwalkan pengucapan Putusan Nomor 56/PUU-XVII/2019."),
    # UU 10/2016 may be cited in prose by its own title; a formal basis names the whole chain.
    ("W108", "2022-11-21", f"Dasar hukum kegiatan ini adalah {SECOND}.", f"Hal itu sebagaimana diatur dalam {SECOND}."),
    # UU 1/2022, Pasal 189, repealed UU 28/2009; PP 94/2021 left a part of PP 53/2010 standing.
    ("W107", "2024-03-14", "Pajak dipungut berdasarkan UU Nomor 28 Tahun 2009.", "Hukuman diatur dalam PP Nomor 53 Tahun 2010."),
    # UU 46/2009 ended a chapter of UU 30/2002, not the whole.
    ("W107", "2023-03-14", "Pejabat bertugas berdasarkan UU Nomor 33 Tahun 2004.", "Penyidik bertugas berdasarkan UU Nomor 30 Tahun 2002."),
    # UU 20/2023 (31 October 2023) took the place of UU 5/2014.
    ("W107", "2024-03-14", "Pegawai tunduk pada UU Nomor 5 Tahun 2014.", "Pegawai tunduk pada UU Nomor 20 Tahun 2023."),
    # 20 August 2024 was a Tuesday; the press leaves the year out.
    ("E111", "2024-08-21", "Putusan dibacakan Rabu (20/8).", "Putusan dibacakan Selasa (20/8)."),
    ("E111", "2025-01-03", "Rapat digelar Senin (31/12).", "Rapat digelar Selasa (31/12)."),
    ("E111", "2024-08-21", "Putusan dibacakan Rabu (20/8).", "Pelantikan digelar Senin (2/12), rapat Kamis (1/2)."),
    ("E112", None, "Batasnya 31 April 2024.", "Batasnya 30 April 2024."),
    # A year or an election of the past, in which the law was in force, makes it right: UU 8/2012 until 2017, UU 32/2004
    # until 2014, UU 5/2014 until 2023. The present, and a year in which it was gone, do not.
    ("W107", "2024-09-05", "Pemilu 2019 digelar berdasarkan UU Nomor 8 Tahun 2012.",
     "Pemilu 2014 digelar berdasarkan UU Nomor 8 Tahun 2012."),
    ("W107", "2024-09-05", "Pilkada 2024 diselenggarakan berdasarkan UU Nomor 32 Tahun 2004.",
     "Pilkada 2010 diselenggarakan berdasarkan UU Nomor 32 Tahun 2004."),
    ("W107", "2024-09-05", "KASN menjatuhkan sanksi sesuai UU Nomor 5 Tahun 2014.",
     "Pada 2017 KASN menjatuhkan sanksi sesuai UU Nomor 5 Tahun 2014."),
    ("W107", "2018-09-05", "Pada Pemilu 2014 dan kini KPU bekerja sesuai UU Nomor 15 Tahun 2011.",
     "Pada Pemilu 2014 KPU bekerja sesuai UU Nomor 15 Tahun 2011."),
    ("W107", "2024-09-05", "Penjabat diangkat berdasarkan UU 32/2004 (Lembaran Negara Tahun 2004 Nomor 125).",
     "Penjabat itu diangkat pada 2009 berdasarkan UU 32/2004 (Lembaran Negara Tahun 2004 Nomor 125)."),
    ("W107", "2024-09-05", "UU Nomor 32 Tahun 2004 masih berlaku.", "UU Nomor 32 Tahun 2004 tidak lagi berlaku."),
    ("W108", "2022-11-21", "Dasar hukum Pilkada 2022 adalah UU 1/2015 sebagaimana telah diubah terakhir dengan UU 10/2016.",
     "Dasar hukum Pilkada 2018 adalah UU 1/2015 sebagaimana telah diubah terakhir dengan UU 10/2016."),
    # UU 1/2023 (the Criminal Code) is law from 2 January 2026, UU 14/2008 from 30 April 2010, UU 2/2024 once a decree is set.
    ("E106", "2024-09-05", "UU Nomor 1 Tahun 2023 telah berlaku.", "UU Nomor 1 Tahun 2023 belum berlaku."),
    ("E106", "2024-09-05", "Terdakwa dijerat Pasal 432 UU Nomor 1 Tahun 2023.",
     "Kelak pelaku dijerat Pasal 432 UU Nomor 1 Tahun 2023 mulai 2026."),
    ("E106", "2009-01-01", "UU Nomor 14 Tahun 2008 sudah berlaku.", "UU Nomor 14 Tahun 2008 berlaku dua tahun lagi."),
    ("E106", "2024-06-01", "UU Nomor 2 Tahun 2024 tentang Provinsi Daerah Khusus Jakarta sudah berlaku.",
     "Jika UU Nomor 2 Tahun 2024 sudah berlaku, Jakarta bukan lagi ibu kota."),
    # 60/PUU-XXII/2024 (20 August 2024) struck Pasal 40 ayat (3).
    ("W117", "2024-09-05", "Pasal 40 ayat (3) UU 10/2016 masih berlaku.", "Pasal 40 ayat (3) UU 10/2016 tidak berlaku lagi."),
    ("W117", "2024-09-05", "Pasal 40 ayat (3) UU 10/2016 mensyaratkan kursi DPRD.",
     "Sebelum putusan MK, Pasal 40 ayat (3) UU 10/2016 mensyaratkan kursi DPRD."),
    ("W110", "2018-06-01", "Sesuai Pasal 13 ayat (3) UU Nomor 22 Tahun 2007, tim menerima 545 pendaftar.",
     "Sesuai Pasal 13 ayat (3) UU Nomor 22 Tahun 2007, pada 9 Juli 2007 tim menerima 545 pendaftar."),
    ("W117", "2024-09-05", "Menurut Pasal 40 ayat (3) UU 10/2016, partai harus berkursi.",
     "Pada Pilkada 2020, menurut Pasal 40 ayat (3) UU 10/2016, partai harus berkursi."),
    # 48/PUU-XVII/2019: Panwas Kabupaten/Kota is read as Bawaslu Kabupaten/Kota.
    ("W201", "2020-02-01", "Panwas Kabupaten/Kota mengawasi kampanye.",
     "Putusan MK Nomor 48/PUU-XVII/2019 menyamakan Panwas Kabupaten/Kota dengan Bawaslu Kabupaten/Kota."),
    # UU 3/2024 is the second amendment of UU 6/2014.
    ("E104", None, "UU Nomor 3 Tahun 2024 tentang Perubahan Ketiga atas UU Nomor 6 Tahun 2014 tentang Desa.",
     "UU Nomor 3 Tahun 2024 tentang Perubahan Kedua atas UU Nomor 6 Tahun 2014 tentang Desa."),
    # A title's beginning tells: PKPU 14/2024 and Perbawaslu 13/2024 are on campaign funds, PKPU 13/2024 on the campaign.
    ("E102", None, "PKPU Nomor 13 Tahun 2024 tentang Dana Kampanye Peserta Pemilihan.",
     "PKPU Nomor 14 Tahun 2024 tentang Dana Kampanye Peserta Pemilihan."),
    ("E102", None, "PKPU Nomor 8 Tahun 2024 tentang Dana Kampanye.", "PKPU Nomor 13 Tahun 2024 tentang Kampanye Pilkada."),
    ("E102", None, "Perbawaslu Nomor 12 Tahun 2024 tentang Pengawasan Dana Kampanye menjadi rujukan.",
     "Perbawaslu Nomor 12 Tahun 2024 tentang Pengawasan Kampanye menjadi rujukan."),
    # UU 42/2008 is on electing the President, UU 10/2008 on electing DPR, DPD and DPRD, UU 7/2017 on both.
    ("E103", None, "UU Nomor 42 Tahun 2008 tentang Pemilu Legislatif.", "UU Nomor 10 Tahun 2008 tentang Pemilu Legislatif."),
    ("E103", None, "UU Nomor 10 Tahun 2008 tentang Pilpres.", "UU Nomor 7 Tahun 2017 tentang Pilpres."),
    # UU 24/2003 was amended by UU 8/2011, UU 2/2008 by UU 2/2011; UU 10/2016 amends the Pilkada law alone.
    ("E102", None, "UU 24/2003 sebagaimana telah diubah dengan UU 8/2012.", "UU 24/2003 sebagaimana telah diubah dengan UU 8/2011."),
    ("E102", None, "UU 2/2008 tentang Parpol sebagaimana diubah UU 2/2012.", "UU 2/2008 tentang Parpol sebagaimana diubah UU 2/2011."),
    ("E102", None, "UU 23/2014 sebagaimana telah diubah dengan UU 10/2016.", "Perppu 1/2014 sebagaimana telah diubah dengan UU 10/2016."),
    ("E102", None, "UU 6/2014 tentang Desa sebagaimana telah diubah dengan UU 9/2015.",
     "UU 23/2014 sebagaimana telah diubah dengan UU 11/2020 tentang Cipta Kerja."),
    # A court's judgment is amended by nothing: which law was is not said.
    ("E102", None, "UU 23/2004 sebagaimana telah diubah dengan UU 35/2014.",
     "Putusan Nomor 636/Pid.Sus/2025/PN Jmb sebagaimana telah diubah dengan UU 35/2014."),
    # Of several laws, which one was amended is not sure: UU 20/2001 amended UU 31/1999.
    ("E102", None, "UU 26/2000 sebagaimana telah diubah dengan UU 20/2001.",
     "UU 26/2000 dan UU 31/1999 sebagaimana telah diubah dengan UU 20/2001."),
    # PKPU 5/2020 is the third amendment of PKPU 15/2019; the press leaves out "atas" and writes the ordinal in figures.
    ("E102", None, "PKPU 5/2020 tentang Perubahan Ke-3 PKPU 13/2019.", "PKPU 5/2020 tentang Perubahan Ke-3 PKPU 15/2019."),
    ("E104", None, "PKPU 5/2020 tentang Perubahan Kedua PKPU 15/2019.", "PKPU 5/2020 tentang Perubahan PKPU 15/2019."),
    ("E104", None, "PKPU 5/2020 tentang Perubahan Ke-2 atas PKPU 15/2019.",
     "PKPU 5/2020 tentang Perubahan Ke-3 atas PKPU 15/2019."),
    # The official title has a comma before "dan".
    ("I113", None, SECOND.replace("Bupati, dan", "Bupati dan"), SECOND),
]  # fmt: skip


@pytest.mark.parametrize(("code", "on", "slip", "clean"), PAIRS)
def test_a_slip_is_found_and_its_twin_is_silent(code: str, on: str | None, slip: str, clean: str) -> None:
    assert code in codes(slip, on)
    assert codes(clean, on) == []


def test_on_a_day_when_it_was_the_latest_the_second_amendment_is_enough() -> None:
    assert codes(f"Dasar hukum kegiatan ini adalah {SECOND}.", "2017-03-01") == []


def test_every_code_is_documented_and_begins_with_its_severity() -> None:
    letters = {severity[0].upper() for severity in SEVERITIES}
    assert all(code[0] in letters and text["id"] and text["en"] for code, text in CODES.items())


# -- corrections ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "written", "corrected"),
    [
        ("Undang-Undang (UUD) Nomor 10 Tahun 2016", "E101", "Undang-Undang (UUD)", "Undang-Undang (UU)"),
        ("UUD Nomor 10 Tahun 2016", "E101", "UUD", "UU"),
        ("Peraturan Pemerintah pengganti UUD Nomor 1 tahun 2014", "E101", "Peraturan Pemerintah pengganti UUD",
         "Peraturan Pemerintah Pengganti Undang-Undang"),
        (SECOND.replace("Kedua", "Keempat"), "E104", "Perubahan Keempat atas", "Perubahan Kedua atas"),
        (SECOND.replace("Bupati, dan", "Bupati dan"), "I113", "Bupati dan", "Bupati, dan"),
    ],
)  # fmt: skip
def test_span_and_correction(text: str, code: str, written: str, corrected: str) -> None:
    finding = one(text, code)
    assert text[finding.start : finding.end] == written
    assert finding.corrected == corrected


def test_the_complete_chain_is_given_as_the_right_fact() -> None:
    finding = one(f"Dasar hukum kegiatan ini adalah {SECOND}.", "W108", "2022-11-21")
    assert finding.fact == {
        "instrument": "uu-1-2015", "latest": "uu-6-2020", "chain": ["uu-8-2015", "uu-10-2016", "perppu-2-2020"],
    }  # fmt: skip
    assert {ground.ref for ground in finding.basis} == {"uu-8-2015", "uu-10-2016", "perppu-2-2020"}


# -- the day of a text ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Bupati membuka rapat, Senin (21/11/2022).", "2022-11-21"),
        ("KENDARI, 21 November 2022 – Rapat dibuka.", "2022-11-21"),
        ("Ditetapkan di Jakarta pada tanggal 26 Januari 2024", "2024-01-26"),
        ("Rapat Senin (21/11/2022), lanjutan Rabu (23/11/2022).", None),
        ("Pemungutan suara digelar 27 November 2024.", None),
        ("Tanpa tanggal.", None),
    ],
)
def test_the_day_a_text_gives_as_its_own(text: str, on: str | None) -> None:
    report = check_text(text)
    assert report.on == on
    assert report.on_from == ("text" if on else None)


def test_a_date_a_text_looks_back_on_is_not_its_own() -> None:
    text = "Rakor itu digelar Senin (21/11/2022). Kini berlaku PKPU 2/2024 dan PKPU 8/2024."
    report = check_text(text)
    assert (report.on, report.on_from) == (None, None)
    assert report.findings == ()
    # The report names the date that was set aside, and why.
    assert report.on_span is not None
    assert text[slice(*report.on_span)] == "21/11/2022"
    assert "21/11/2022" in drawn.text(report, lang="en").splitlines()[0]
    assert "of later years" in drawn.text(report, lang="en").splitlines()[0]


def test_the_day_of_publication_in_a_pages_marks_stands_whatever_the_page_cites() -> None:
    later = "UU 10/2016 dan UU 7/2017 berlaku."
    for text, markup in (
        (f"---\ndate: 2015-06-01\n---\n{later}", "markdown"),
        (f'<meta property="article:published_time" content="2015-06-01T08:00:00+07:00"><p>{later}</p>', "html"),
    ):
        report = check_text(text, markup=markup)
        assert (report.on, report.on_from) == ("2015-06-01", "text")
        assert [item.code for item in report.findings] == ["E105", "E105"]


def test_the_day_given_goes_before_the_texts_own() -> None:
    report = check_text("Rapat Senin (21/11/2022).", on="2024-01-01")
    assert (report.on, report.on_from) == ("2024-01-01", "argument")


@pytest.mark.parametrize("on", [None, "2024-09-05"])
@pytest.mark.parametrize(
    "text",
    [
        "Penjelasan UU 1/2015 ayat (1)", "Penjelasan UU 10/2016 huruf a", "Penjelasan Umum UU 1/2015 angka 3",
        "Penjelasan UU 7/2017 ayat (2) huruf b",
    ],
)  # fmt: skip
def test_an_elucidation_cited_without_its_pasal_is_no_slip_and_no_error(text: str, on: str | None) -> None:
    report = check_text(text, on=on)
    assert report.citations
    assert report.findings == ()


def test_without_a_day_what_needs_one_is_skipped() -> None:
    assert codes("Penjabat diangkat berdasarkan UU Nomor 32 Tahun 2004.") == []


def test_codes_are_selected_and_ignored_by_their_beginnings() -> None:
    text = "Undang-Undang (UUD) Nomor 10 Tahun 2016, Selasa (21/11/2022)"
    assert [f.code for f in check_text(text, select=["E111"]).findings] == ["E111"]
    assert [f.code for f in check_text(text, ignore=["E111"]).findings] == ["E101"]


def test_the_json_form_of_a_report() -> None:
    item = check_text("Undang-Undang (UUD) Nomor 10 Tahun 2016", source="x.txt").to_json()
    assert list(item) == ["source", "on", "on_from", "on_span", "regions", "citations", "findings"]
    assert item["citations"] == [
        {"start": 0, "end": 39, "text": "Undang-Undang (UUD) Nomor 10 Tahun 2016", "instrument": "uu-10-2016",
         "provisions": [], "places": [], "kind": "full"}
    ]  # fmt: skip
    (finding,) = item["findings"]
    assert finding["code"] == "E101"
    assert finding["severity"] == "error"
    assert (finding["start"], finding["end"]) == (0, 19)
    assert set(finding["message"]) == {"id", "en"}
    assert finding["basis"] == [{"instrument": "uu-10-2016", "verified": "text"}]


# -- how a report is drawn ------------------------------------------------------------------------------


def test_the_drawn_report_names_line_and_column_the_day_and_the_correction() -> None:
    text = "Baris satu.\nMenurut UUD Nomor 10 Tahun 2016, Senin (21/11/2022)."
    lines = drawn.text(check_text(text, source="berita.txt"), lang="en").splitlines()
    assert lines[0] == "berita.txt: judged by the law as known on 2022-11-21 (the text's own date: “21/11/2022”)"
    assert "  2:9  UUD Nomor 10 Tahun 2016  → uu-10-2016" in lines
    assert any(line.startswith("  2:9  E101 error:") for line in lines)
    assert "      “UUD”  write: “UU”" in lines


def test_hostile_text_is_escaped_in_every_output() -> None:
    text = "<script>alert(1)</script>\x1b[31m UUD Nomor 10 Tahun 2016 \u202e\ud800 \x00"
    report = check_text(text, source="<b>\x1b]0;x\x07")
    shown, page = drawn.text(report), drawn.html(report)
    for output in (shown, page):
        assert not set(output) & set("\x00\x07\x1b\u202e")
    assert "<script>" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page
    shown.encode("utf-8")


def test_marks_that_overlap_do_not_cross_in_the_html() -> None:
    page = drawn.html(check_text("Menurut Undang-Undang (UUD) Nomor 10 Tahun 2016."))
    assert page.count("<mark") == page.count("</mark>") == 2
    assert "error" in page


# -- the report this project starts from ----------------------------------------------------------------


@pytest.fixture
def seed() -> str:
    path = os.environ.get("ELECTLAW_SEED")
    if not path:
        pytest.skip("ELECTLAW_SEED names no file")
    with open(path, encoding="utf-8") as file:
        return file.read()


def test_what_is_wrong_in_the_report_is_found_and_what_is_right_is_not_flagged(seed: str) -> None:
    report = check_text(seed)
    assert (report.on, report.on_from) == ("2022-11-21", "text")
    assert set(report.regions) == {"74", "74.71"}
    found = {(finding.code, seed[finding.start : finding.end]) for finding in report.findings}
    assert ("E101", "Undang-Undang (UUD)") in found
    assert ("E101", "Peraturan Pemerintah pengganti UUD") in found
    assert ("W108", "Undang-Undang (UUD) Nomor 10 tahun 2016") in found
    assert ("I113", "Bupati dan") in found
    wrong = {(finding.start, finding.end) for finding in report.findings}
    for right in ("perubahan kedua", "Permendagri Nomor 61 Tahun 2011", "21/11/2022"):
        at = seed.index(right)
        assert not any(start <= at < end for start, end in wrong)


BASIS = "Kendari, 14 Maret 2024\n"


@pytest.mark.parametrize(
    ("text", "code", "span"),
    [
        (
            BASIS + "Dasar hukum:\n1. UU Nomor 32 Tahun 2004;\n2. UU Nomor 7 Tahun 2017.",
            "W107",
            "UU Nomor 32 Tahun 2004",
        ),
        (
            BASIS + "Mengingat : 1. Undang-Undang Nomor 32 Tahun 2004;\n2. UU Nomor 7 Tahun 2017;",
            "W107",
            "Undang-Undang Nomor 32 Tahun 2004",
        ),
        (BASIS + "Panitia bekerja berdasarkan:\n- UU 32/2004\n- UU 23/2014", "W107", "UU 32/2004"),
        (BASIS + "Dasar hukum: UU 1/2015 sebagaimana telah diubah dengan UU 8/2015.", "W108", "UU 1/2015"),
        (BASIS + "Tercantum dalam Putusan MK Nomor 60/PUU-XXI/2024.", "E118", "XXI/2024"),
        (
            "Jakarta, 25 September 2024\nBerdasarkan Pasal 40 ayat (3) UU 10/2016, hanya partai berkursi yang mengusulkan.",
            "W117",
            "Pasal 40 ayat (3) UU 10/2016",
        ),
    ],
)
def test_what_a_reviewer_found_missing(text: str, code: str, span: str) -> None:
    found = [(item.code, text[item.start : item.end]) for item in check_text(text).findings]
    assert (code, span) in found


@pytest.mark.parametrize(
    "text",
    [
        BASIS + "Dasar hukum:\n1. UU Nomor 13 Tahun 2012;\n2. UU Nomor 23 Tahun 2014 beserta perubahannya.",
        BASIS + "UU 32/2004 sudah dicabut oleh UU 23/2014.",
        BASIS + "Dasar hukum: UU 1/2015 sebagaimana telah diubah beberapa kali, terakhir dengan UU 6/2020.",
        BASIS + "Putusan MK Nomor 60/PUU-XXII/2024, 100/PUU-XIII/2015 dan 97/PHP.GUB-XIX/2021.",
        "Jakarta, 21 Agustus 2024\nPasal 40 ayat (3) UU 10/2016 dinyatakan bertentangan dengan UUD 1945.",
        "Jakarta, 19 Agustus 2024\nBerdasarkan Pasal 40 ayat (3) UU 10/2016, hanya partai berkursi yang mengusulkan.",
    ],
)
def test_their_clean_twins_stay_silent(text: str) -> None:
    codes = {item.code for item in check_text(text).findings}
    assert not codes & {"W107", "W108", "W110", "W117", "E118"}


@pytest.mark.parametrize("on", ["2015-03-01", "2020-12-09", "2024-08-20", "2026-01-01"])
def test_popular_names_of_one_law_are_not_doubtful(on: str) -> None:
    names = ("UU Pilkada", "UU Pemilu", "UU Pemda", "KUHP", "UU Otsus", "UU ASN", "UU Cipta Kerja", "UU Desa", "UU MD3")
    assert codes(". ".join(f"Hal itu diatur {name}" for name in names), on) == []


def test_what_scanning_did_is_no_slip_in_law() -> None:
    # 28B, scanned as 288; the hyphen of Undang-Undang lost; a regulation signed 26 days before it was promulgated.
    assert codes("Hal itu dijamin Pasal 288 ayat (2) UUD 1945.") == []
    assert codes("Peraturan Pemerintah Pengganti UndangUndang Nomor 2 Tahun 2022 tentang Cipta Kerja") == []
    assert (
        codes("Ditetapkan di Jakarta pada tanggal 27 Juni 1951. Peraturan Pemerintah Nomor 37 Tahun 1951 berlaku.")
        == []
    )


def test_days_without_a_year_are_not_judged_by_a_day_that_is_itself_in_doubt() -> None:
    # The report's own day does not fit its weekday, so its year may be wrong.
    text = "Rapat dibuka Selasa (7/10/2026). Warga datang Senin (6/10) dan Rabu (8/10)."
    assert codes(text) == ["E111"]


@pytest.mark.parametrize(
    "text",
    [
        # Found in clean statutes, rulings and reports: wholes, words that point back, history, and base titles.
        "PENJELASAN ATAS UNDANG-UNDANG NOMOR 10 TAHUN 2016",
        "Mengingat: Undang-Undang Nomor 32 Tahun 2004. Pejabat diangkat berdasarkan Undang-Undang ini.",
        "Jakarta, 3 Maret 2025\nPejabat yang telah diangkat berdasarkan Undang-Undang Nomor 32 Tahun 2004 tetap bertugas.",
        "Undang-Undang Nomor 12 Tahun 2008 tentang Pemerintahan Daerah",
        # The code of 1946, by the name of the one that repealed it.
        "Pasal 289 UU Nomor 1 Tahun 1946 tentang Kitab Undang-Undang Hukum Pidana.",
    ],
)
def test_clean_sentences_of_statutes_and_rulings_stay_silent(text: str) -> None:
    assert codes(text) == []
