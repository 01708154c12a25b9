"""A text being judged, and what the rules of the checker share: its sentences, the frame of a citation, grounds."""

from __future__ import annotations

import re
from bisect import bisect_left

import attrs

from electlaw.acts import Text
from electlaw.citations import register, titles
from electlaw.citations.citation import Citation
from electlaw.citations.patterns import pattern
from electlaw.citations.textdates import MONTHS, TextDate
from electlaw.findings import Finding, Ground

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.acts import Instrument
    from electlaw.citations.quantities import Spot
    from electlaw.corpus import Corpus
    from electlaw.law import Law

__all__ = [
    "Reading",
    "day_words",
    "finding",
    "firm",
    "frame",
    "given_as_law",
    "ground",
    "historical",
    "instrument_of",
    "last_sentence",
    "past_years",
    "said_in_force",
    "title_end",
]


@attrs.define
class Reading:
    """A text being judged: its view, citations, dates, and the law of its day."""

    text: str
    plain: bytes
    citations: list[Citation]
    dates: list[TextDate]
    on: str | None
    corpus: Corpus
    law: Law | None
    #: The code of the region the text is said to be about; empty if none was given.
    region: str = ""
    _amended: set[int] | None = None
    _titles: dict[int, titles.Title | None] = attrs.field(factory=dict)
    _heads: dict[int, int] = attrs.field(factory=dict)
    _before: dict[tuple[int, int], bytes] = attrs.field(factory=dict)
    _regions: dict[str, bool] = attrs.field(factory=dict)
    _on_elections: bool | None = None
    _spots: list[Spot] | None = None

    def index(self, *, logged: bool = False) -> titles.TitleIndex:
        """Return the index of official titles, all or those in the log."""
        return titles.index_of(self.corpus, logged=logged)

    def title(self, citation: Citation) -> titles.Title | None:
        """Return the title written behind a citation, or None."""
        end = citation.end
        if end not in self._titles:
            self._titles[end] = titles.title_after(self.plain, end)
        return self._titles[end]

    def amended(self) -> set[int]:
        """Return the indexes of the citations whose amendment the text names."""
        if self._amended is None:
            self._amended = {
                citation.within for citation in self.citations
                if citation.link == "amended-by" and citation.within is not None
            }  # fmt: skip
        return self._amended

    def between(self, first: int, last: int) -> list[Citation]:
        """Return the citations that begin from one offset up to another, exclusive."""
        begin = bisect_left(self.citations, first, key=lambda citation: citation.start)
        end = bisect_left(self.citations, last, lo=begin, key=lambda citation: citation.start)
        return self.citations[begin:end]

    def names(self, region: str) -> bool:
        """Whether the text has the name of a region, given by its code."""
        if region not in self._regions:
            from electlaw.regions import region as named

            self._regions[region] = named(region).name.lower().encode("ascii", "replace") in self.plain
        return self._regions[region]

    def on_elections(self) -> bool:
        """Whether the text speaks of elections: most texts do not, and what is said of their law need not be sought."""
        if self._on_elections is None:
            self._on_elections = any(words.search(self.plain) for words in _ELECTION)
        return self._on_elections

    def spots(self) -> list[Spot]:
        """Return where the text may state quantities, in order."""
        if self._spots is None:
            from electlaw.citations.quantities import spots_in

            self._spots = spots_in(self.plain)
        return self._spots

    def before(self, at: int, most: int = 260) -> bytes:
        """Return what stands before an offset in its sentence."""
        held = self._before.get((at, most))
        if held is None:
            held = self._before[at, most] = last_sentence(self.plain[max(0, at - most) : at])
        return held

    def heading(self, at: int) -> bytes:
        """Return the line that heads the list in which an offset stands as an item; empty outside a list."""
        head = self._head(self.plain.rfind(b"\n", max(0, at - _LONGEST_LIST), at) + 1)
        if head < 0 or at - head > _LONGEST_LIST:
            return b""
        end = self.plain.find(b"\n", head, head + 400)
        return self.plain[head : end if end >= 0 else head + 400].rstrip()

    def _head(self, line: int) -> int:
        """Return where the line begins that heads the list an item is in; -1 outside a list, or with no heading."""
        items = []
        begin = line
        while begin > 0 and begin not in self._heads and _ITEM.match(self.plain, begin):
            items.append(begin)
            begin = self.plain.rfind(b"\n", 0, begin - 1) + 1
        head = self._heads.get(begin, -1)
        if items and begin not in self._heads and not _ITEM.match(self.plain, begin):
            head = begin if self.plain[begin : items[-1]].strip() else -1
        self._heads.update(dict.fromkeys(items, head))
        return head

    def after(self, at: int, most: int = 160) -> bytes:
        """Return what stands behind an offset in its sentence."""
        return re.split(rb"(?<=[a-z0-9)\"])[.!?](?:\s|\Z)|\n", self.plain[at : at + most])[0]


def last_sentence(text: bytes) -> bytes:
    """Return what stands behind the last end of a sentence in a stretch of text."""
    at = len(text)
    while at > 0:
        at = max(text.rfind(b".", 0, at), text.rfind(b"\n", 0, at), text.rfind(b"!", 0, at), text.rfind(b"?", 0, at))
        end = _SENTENCE_END.match(text, at) if at >= 0 else None
        if end:
            return text[end.end() :]
    return text


#: What a text on elections names.
_ELECTION = (
    pattern(rb"pem(?:il|ungutan)"), pattern(rb"pil(?:kada|gub|bup)"), pattern(rb"c(?:alon|oblos)"),
    pattern(rb"suara\ssah"),
)  # fmt: skip
#: The end of a sentence: not the full stop behind the number of a list's item.
_SENTENCE_END = pattern(rb"(?<=[a-z0-9)\"])(?<![\s:;(][0-9])(?<![\s:;(][0-9]{2})[.!?]\s|\n")
#: How a line begins that is an item of a list.
_ITEM = pattern(rb"[ \t]{0,12}(?:[0-9]{1,2}[.)]|[a-z][.)]|[-*\x95]|\?)[ \t]{1,8}")
_LONGEST_LIST = 4000

_STRONG = pattern(
    rb"\b(?:dasar(?:\s+(?:hukum(?:nya)?|pelaksanaan|penyelenggaraan|kegiatan|pertimbangan|pembentukan|yuridis))+|(?<!pada\s)dasarnya|landasan(?!\s+(?:filosofis|sosiologis|moral|ideologis|berpikir|teor|konsep))"
    rb"|mengingat(?=\s*:)|payung\s+hukum(?:nya)?|konsideran|dasar\s+acara|regulasi\s+yang\s+(?:dipakai|digunakan|menjadi))\b"
)
_WEAK = pattern(
    rb"\b(?:berdasarkan|berlandaskan|berpedoman|mengacu|merujuk|sesuai|sebagaimana\s+(?:diatur|diamanatkan|tertuang|tercantum|dimaksud)"
    rb"|merupakan\s+amanat|amanat|diatur\s+(?:dalam|di|oleh|pada)|mengikuti|tunduk\s+pada|melanggar|dijerat|atas\s+dasar)\b"
    rb"|\bmenurut\s+(?:ketentuan\s+)?\Z"
)
_FOLLOWING = pattern(rb"\b(?:menjadi|sebagai|merupakan)\s+(?:dasar|landasan|payung|acuan|pedoman|rujukan)\b")
_HISTORY = pattern(
    rb"\b(?:dicabut|mencabut|pencabutan|tidak\s+(?:lagi\s+)?berlaku|dulu|dahulu|sebelum(?:nya)?|lama|pernah|kala\s+itu|saat\s+itu|ketika"
    rb"|waktu\s+itu|kemudian|era|zaman|sejarah|riwayat|diganti|digantikan|mengganti(?:kan)?|pengganti\b(?!\s+undang)|semula|awalnya|masa\s+lalu"
    rb"|lahir(?:nya)?|didirikan|dibentuk|terbentuk(?:nya)?|berubah|perubahan\s+dari|bekas|eks|mantan|pada\s+masa|sejak|rezim|tahun\s+(?:19|20)[0-9]{2}\s+silam|telah\s+diubah"
    rb"|yang\s+(?:telah\s+)?(?:diangkat|ditetapkan|dipilih|diterbitkan|dikeluarkan|diberikan|dilantik)\s+berdasarkan"
    rb"|dinyatakan|pengujian|menguji|diuji|uji\s+materi|mengubah|merevisi|revisi|dibatalkan|membatalkan|ditolak|menolak|perubahan\s+ke[a-z]+)\b"
)


def frame(reading: Reading, citation: Citation, end: int) -> str:
    """Tell whether a citation is given as the legal basis of something: ``strong``, ``weak`` or nothing."""
    before = reading.before(citation.start)
    if _STRONG.search(before) or _FOLLOWING.search(reading.after(end, 90)):
        return "strong"
    heading = reading.heading(citation.start)
    if heading.endswith(b":") and (_STRONG.search(heading) or _WEAK.search(heading)):
        return "strong"
    if re.match(rb"\s*(?:dasar\s+hukum|mengingat|landasan\s+hukum)\s*(?::|\Z)", heading):
        return "strong"
    return "weak" if _WEAK.search(before[-90:]) else ""


def historical(reading: Reading, citation: Citation, end: int) -> bool:
    """Whether the sentence speaks of the citation as history, or of a change or test of it."""
    return bool(_HISTORY.search(reading.before(citation.start)) or _HISTORY.search(reading.after(end)))


#: A year that is told of: no part of a number, nor of a gazette's (``Tahun 2004 Nomor 125``).
_YEAR = pattern(rb"(?<![0-9/.])(?:19|20)[0-9]{2}(?![0-9/]|\s{1,3}(?:nomor|no\.?|jo\.?)\b)")
#: A sentence on the present, whatever years it names besides.
_NOW = pattern(
    rb"\b(?:kini|sekarang|saat\s{1,3}ini|masih|hari\s{1,3}ini|tetap\s{1,3}berlaku|ke\s{1,3}depan|mendatang)\b"
)


def past_years(reading: Reading, citation: Citation, end: int) -> tuple[int, ...]:
    """Return the years up to that of the text's day which the sentence around a citation tells of, or its heading.

    A law named for what was done in a year is right if it was law then. None for a sentence on the present. `end` is
    where the citation ends, with its title.
    """
    before, after = reading.before(citation.start), reading.after(end)
    if _NOW.search(before) or _NOW.search(after):
        return ()
    first = citation.start - len(before)
    apart = [
        (other.start, other.end) for other in reading.between(max(0, first - 60), end + len(after))
        if other.end > first
    ]  # fmt: skip
    told = [
        int(match[0]) for start, stop in ((first, citation.start), (end, end + len(after)))
        for match in _YEAR.finditer(reading.plain, start, stop)
        if not any(low <= match.start() < high for low, high in apart)
    ]  # fmt: skip
    heading = reading.heading(citation.start)
    if heading.endswith(b":"):
        told += [int(match[0]) for match in _YEAR.finditer(heading)]
    return tuple(year for year in told if year <= int((reading.on or "9999")[:4]))


_IN_FORCE = pattern(
    rb"[\s,]{1,3}(?:(?:itu|ini|tersebut)\s{1,3})?(?:(?:yang\s{1,3})?(?:(?:sampai|hingga)\s{1,3}(?:saat\s{1,3}ini|kini|sekarang)\s{1,3})?"
    rb"(?:telah|sudah|kini|masih|tetap|saat\s{1,3}ini|sekarang)(?:\s{1,3}(?:telah|sudah|masih|tetap|resmi|mulai|juga)){0,2}\s{1,3}berlaku"
    rb"|yang\s{1,3}berlaku(?:\s{1,3}(?:saat\s{1,3}ini|kini|sekarang))?(?=\s{0,2}(?:[.,;)]|\Z)))"
    rb"(?!\s{1,3}(?:pada|sejak|mulai|sampai|hingga|selama|jika|apabila|bila|setelah|ketika|saat(?!\s{1,3}ini)"
    rb"|untuk\s{1,3}sementara|surut|[0-9]))"
)
_NOT_IN_FORCE = pattern(
    rb"\b(?:tidak|tak|belum|bukan|apakah|jika|bila|apabila|andai\w*|seolah\w*|anggapan|hoaks|keliru|akan)\b"
)


def said_in_force(reading: Reading, citation: Citation, end: int) -> bool:
    """Whether what is cited is said to be law now: ``UU … masih berlaku``, ``Pasal … yang berlaku``."""
    after = reading.after(end, 90)
    return bool(_IN_FORCE.match(after)) and not (
        _NOT_IN_FORCE.search(reading.before(citation.start)) or _NOT_IN_FORCE.search(after)
    )


def given_as_law(reading: Reading, citation: Citation, end: int) -> bool:
    """Whether a citation is given as law of the text's day: as the basis of something, or said to be in force."""
    if said_in_force(reading, citation, end):
        return True
    return bool(frame(reading, citation, end)) and not historical(reading, citation, end)


def title_end(reading: Reading, citation: Citation) -> int:
    """Return where the citation and its title, as far as it is the official one, end."""
    title = reading.title(citation)
    if not title:
        return citation.end
    instrument = instrument_of(reading, citation)
    official = titles.words_of(instrument.title) if instrument else ()
    shared = 0
    for ours, theirs in zip(official, title.words, strict=False):
        if ours != theirs:
            break
        shared += 1
    return title.spans[max(shared, 1) - 1][1]


def instrument_of(reading: Reading, citation: Citation) -> Instrument | None:
    """Return the instrument a citation names, as the log has it, else the register; None if neither does."""
    if not citation.instrument:
        return None
    return reading.corpus.instrument(citation.instrument) or register.entry(reading.corpus, citation.instrument)


def ground(instrument: Instrument) -> Ground:
    """Return the ground a finding has in an instrument."""
    return Ground(instrument.id, instrument.verified)


def firm(instrument: Instrument, *fields: str) -> bool:
    """Whether columns of an instrument were read somewhere, not only remembered."""
    return instrument.verified != "recall" and not any(field in instrument.unverified for field in fields)


def day_words(day: str) -> str:
    """Write a day as Indonesian does: ``21 November 2022``."""
    return f"{int(day[8:])} {MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def finding(
    code: str,
    span: tuple[int, int],
    en: str,
    id: str,
    fact: dict[str, object],
    *basis: Ground,
    corrected: str | None = None,
) -> Finding:
    """Build a finding on a span; the message in English, then in Indonesian."""
    return Finding(code, Text(en, id), fact, basis, span[0], span[1], corrected=corrected)
