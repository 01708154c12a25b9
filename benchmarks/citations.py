"""Speed of the scanner and the checker: MB/s on news and on dense legal text, and the slope from 1 kB to 10 MB.

Run ``python benchmarks/citations.py [FILE]`` with the package installed; the texts are made here, so that a run needs
nothing else. The floor in the same run is one pass of a plain regular expression for typed, numbered instruments.
"""

from __future__ import annotations

import re
import sys
import time

from electlaw.citations import check_text, find_citations

PROSE = (
    "Rapat koordinasi itu dihadiri para camat, lurah, dan pimpinan perangkat daerah se-kabupaten. Ketua panitia "
    "menuturkan bahwa persiapan logistik berjalan lancar dan seluruh kotak suara sudah tiba di gudang. Ia berharap "
    "warga datang ke tempat pemungutan suara tanpa rasa takut. Sementara itu, aparat keamanan menyiapkan 1.250 "
    "personel untuk mengamankan 17 kecamatan sejak pekan lalu. Anggaran sebesar Rp 45 miliar dinilai cukup. "
)
NEWS = (
    "KOTA MUTIARA – Pemerintah kabupaten menggelar rapat, Kamis (14/3/2024). " + PROSE * 2
    + "Menurut ketua KPU, Pasal 201 ayat (8) UU Nomor 10 Tahun 2016 sudah menetapkan bulannya. " + PROSE * 2
    + "Jadwal rinci diatur PKPU Nomor 2 Tahun 2024, sedangkan Putusan MK Nomor 60/PUU-XXII/2024 belum ada. " + PROSE
)  # fmt: skip
DENSE = (
    "Ketentuan Pasal 7 ayat (2) huruf g dan huruf h Undang-Undang Nomor 10 Tahun 2016 tentang Perubahan Kedua atas "
    "Undang-Undang Nomor 1 Tahun 2015 sebagaimana dimaksud dalam Pasal 71 ayat (1) jo Pasal 188, Putusan Mahkamah "
    "Konstitusi Nomor 71/PUU-XIV/2016, serta Pasal 18 ayat (4) UUD 1945 dan PKPU 8/2024, tidak mengubah hal itu. "
)
FLOOR = re.compile(
    r"\b(?:undang[-\u2013 ]undang|uu|perppu|pkpu|permendagri|peraturan [a-z ]{2,40}?)\s+"
    r"(?:nomor|no\.?)\s*\d+\s+tahun\s+\d{4}",
    re.IGNORECASE,
)


def rate(work: object, text: str, seconds: float = 0.4) -> float:
    """Return the best MB/s of several rounds."""
    size, best, spent = len(text.encode()) / 1e6, 0.0, 0.0
    while spent < seconds:
        start = time.perf_counter()
        work(text)  # type: ignore[operator]
        took = time.perf_counter() - start
        spent += took
        best = max(best, size / took)
    return best


def floor(text: str) -> int:
    return sum(1 for _ in FLOOR.finditer(text))


def main(arguments: list[str]) -> None:
    texts = {"news": NEWS, "dense": (DENSE + PROSE * 7) * 20}
    if arguments:
        with open(arguments[0], encoding="utf-8") as file:
            texts[arguments[0]] = file.read()
    for text in texts.values():
        check_text(text)
    for name, text in texts.items():
        found = len(find_citations(text))
        print(
            f"{name}: {len(text)} characters, {found} citations; find_citations {rate(find_citations, text):.1f} MB/s, "
            f"check_text {rate(check_text, text):.1f} MB/s, one plain pattern {rate(floor, text):.1f} MB/s"
        )
    for power in range(3, 8):
        text = (NEWS * (10**power // len(NEWS) + 1))[: 10**power]
        print(f"{10**power:>9} characters of news: find_citations {rate(find_citations, text):.1f} MB/s")


if __name__ == "__main__":
    main(sys.argv[1:])
