"""Speed of the scanner and the checker on news and on dense legal text, beside plain passes over the same text.

Run ``python benchmarks/citations.py [--large] [FILE ...]`` with the package installed; the texts are made here, so that
a run needs nothing else. The plain passes only count instruments that are written in one way, and resolve nothing: they
tell how quick the machine is, and what a scanner in Python could reach. Times are of the processor, so that other
processes disturb little. ``--large`` reads 100 MB in pieces as well.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from itertools import repeat

from electlaw.citations import check_text, find_citations, stream_citations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

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

#: An instrument as an editor types it, and as texts have it.
TYPED = re.compile(
    r"\b(?:Undang-Undang|UU|Perppu|PKPU|Permendagri|Peraturan (?:Pemerintah|Presiden|KPU|Bawaslu)) "
    r"(?:Nomor|No\.) \d+ Tahun \d{4}"
)
TOLERANT = re.compile(
    r"\b(?:undang[-\u2013 ]undang|uu|perppu|pkpu|permendagri|peraturan [a-z ]{2,40}?)\s+"
    r"(?:nomor|no\.?)\s*\d+\s+tahun\s+\d{4}",
    re.IGNORECASE,
)
#: Words that are rare, and what is read at each: an instrument around it, or a place behind it.
RARE = {
    "Nomor": re.compile(
        r"(?:(?<=Undang-Undang )|(?<=PKPU )|(?<=UU )|(?<=MK )|(?<=Konstitusi ))Nomor \d+(?: Tahun |/\S+/)\d{4}"
    ),
    "Pasal ": re.compile(r"Pasal \d+[A-Z]?(?: ayat \(\d+\))?(?: huruf [a-z])?"),
    "UUD": re.compile(r"UUD 1945"),
}


def typed(text: str) -> int:
    """Count instruments in one pass of a pattern for the usual form."""
    return sum(1 for _ in TYPED.finditer(text))


def tolerant(text: str) -> int:
    """Count instruments in one pass of a pattern for any case, spacing and dash."""
    return sum(1 for _ in TOLERANT.finditer(text))


def literals(text: str) -> int:
    """Count instruments and places by looking for words that are rare, and reading only there."""
    count = 0
    for word, pattern in RARE.items():
        at = text.find(word)
        while at >= 0:
            count += pattern.match(text, at) is not None
            at = text.find(word, at + 1)
    return count


def rates(text: str, *works: Callable[[str], object], seconds: float = 1.0) -> list[float]:
    """Return the best MB/s of each piece of work; they take turns, so that all meet the same state of the machine."""
    size, best = len(text.encode()) / 1e6, [0.0] * len(works)
    until = time.process_time() + seconds * len(works)
    while time.process_time() < until:
        for index, work in enumerate(works):
            start = time.process_time()
            work(text)
            best[index] = max(best[index], size / (time.process_time() - start))
    return best


def compare(name: str, text: str) -> None:
    """Print how quick the scanner and the checker are on a text, and the plain passes beside them."""
    works = (find_citations, check_text, typed, tolerant, literals)
    found, checked, *plain = rates(text, *works)
    print(
        f"{name}: {len(text.encode()):,} bytes, {len(find_citations(text))} citations\n"
        f"    find_citations {found:6.1f} MB/s\n    check_text     {checked:6.1f} MB/s"
    )
    for work, rate in zip(works[2:], plain, strict=True):
        print(f"    {work.__name__:14} {rate:6.1f} MB/s, find_citations at {found / rate:.2f} of it")


def slope(powers: range) -> None:
    """Print the speed on news of growing length: what is linear keeps it."""
    for power in powers:
        text = (NEWS * (10**power // len(NEWS) + 1))[: 10**power]
        print(f"{10**power:>11,} characters of news: find_citations {rates(text, find_citations)[0]:.1f} MB/s")


def large(size: int = 10**8) -> None:
    """Print the speed and the memory of reading a long text in pieces."""
    piece = (NEWS + "\n\n") * 20
    count = size // len(piece)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = sum(1 for _ in stream_citations(repeat(piece, count)))
    rate = count * len(piece.encode()) / 1e6 / (time.process_time() - start)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(
        f"{count * len(piece):>11,} characters of news: stream_citations {rate:.1f} MB/s, {found:,} citations, "
        f"{grown:.0f} MB more memory at its peak"
    )


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", metavar="FILE", help="texts to measure as well")
    parser.add_argument("--large", action="store_true", help="read 100 MB in pieces as well")
    options = parser.parse_args()
    for text in (NEWS, DENSE):
        check_text(text)
    if options.large:  # first, for the peak of memory is that of the process
        large()
    compare("an article", NEWS)
    compare("a long news text", (NEWS * (10**6 // len(NEWS) + 1))[: 10**6])
    compare("dense legal text", (DENSE + PROSE * 7) * 20)
    for name in options.files:
        with open(name, encoding="utf-8") as file:
            compare(name, file.read())
    slope(range(3, 8))


if __name__ == "__main__":
    main()
