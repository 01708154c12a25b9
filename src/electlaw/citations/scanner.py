"""Finds what looks like a citation: instruments with their numbers, names, words pointing back, and places.

Each pass looks for something rare in ordinary prose (a digit with a year behind it, ``pasal``, ``uu``,
``undang``) and then reads around it. Nothing here asks whether what is found exists: see `resolver`.
"""

from __future__ import annotations

import re

import attrs

from electlaw.citations import grammar
from electlaw.citations.chains import Chain, chain_at, chain_before
from electlaw.citations.grammar import NOMOR, REGIONAL, TAIL, digits, kinds, words
from electlaw.refs import full_year, numbered_id, ruling_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Mention", "mentions", "places_in"]


@attrs.define
class Mention:
    """An instrument as the text names it; offsets are of the type word and the end of the year."""

    start: int
    end: int
    #: ``numbered``, ``ruling``, ``name``, ``back`` or ``yearless``.
    form: str
    kind: str
    number: str = ""
    year: str = ""
    issuer: str = ""
    #: The canonical id, if the words alone settle it.
    id: str | None = None
    #: What was mended in reading: ``uud-for-uu``, ``digit``, ``no-type`` …
    repairs: tuple[str, ...] = ()
    #: The stretch of the type word as written, with an abbreviation in brackets behind it.
    type_end: int = 0
    #: A popular name in normal form.
    name: str = ""


# -- the head of a numbered instrument: read backwards from its number ----------------------------------

_WINDOW = 220
_MOST_WORDS = 22
_TO_NUMBER = re.compile(rb"[\s.:,#'\"\-]{0,12}")
_ALIAS = re.compile(
    rb"\(\s{0,3}[\"']?(?:selanjutnya\s{1,3}disebut\s{1,3}|disingkat\s{1,3})?([a-z][a-z .\-]{0,40}?)[\"']?\s{0,3}\)[\s.,]{0,9}\Z"
)
_BREAK = re.compile(rb"[;:!?()\[\]{}\"*]|\n\s*\n|\.\s*\n|,(?!\s)")
_STOPS = frozenset(
    b"yang dalam dengan adalah untuk sesuai oleh pada dari karena bahwa itu ini tersebut merupakan yaitu "
    b"yakni melalui terhadap ke di sebagaimana telah akan tidak bukan juga saat ketika sejak hingga sampai "
    b"setelah sebelum menurut berdasarkan pasal ayat huruf angka menjadi mengatakan jo juncto tahun lembaran tambahan berita".split()
)
_ISSUER_NOISE = frozenset(b"republik indonesia ri negara nri provinsi prov propinsi kabupaten kab daerah".split())
_REPAIRED = {b"uud": "uud", b"undang undang dasar": "uud"}


@attrs.define
class _Head:
    start: int
    end: int
    kind: str
    name: bytes
    issuer: list[bytes]
    alias: bytes
    nomor: bool
    nomor_start: int


def _head_before(plain: bytes, at: int) -> _Head | None:
    """Read the type word (and issuer) that stands before the number at `at`."""
    floor = max(0, at - _WINDOW)
    found = list(words(plain, floor, at))[-_MOST_WORDS:]
    if not found:
        return None
    last = len(found) - 1
    nomor, nomor_start = False, at
    if not _TO_NUMBER.fullmatch(plain, found[last].end(), at):
        return None
    if found[last][0] in NOMOR:
        nomor, nomor_start = True, found[last].start()
        last -= 1
    alias = b""
    end = nomor_start
    bracket = (
        _ALIAS.search(plain, max(floor, nomor_start - 60), nomor_start)
        if b")" in plain[max(floor, nomor_start - 9) : nomor_start]
        else None
    )
    if bracket:
        alias, end = bracket[1], bracket.start()
        while last >= 0 and found[last].start() >= end:
            last -= 1
    if last < 0 or _BREAK.search(plain, found[last].end(), end):
        return None
    return _walk(plain, found, last, alias, nomor, nomor_start)


def _walk(
    plain: bytes, found: list[re.Match[bytes]], last: int, alias: bytes, nomor: bool, nomor_start: int
) -> _Head | None:
    names = kinds()
    at = last
    while at >= 0:
        word = found[at][0]
        if at < last and _breaks(plain, found[at], found[at + 1]):
            return None
        hit = names.longest(found, at, plain) if word in names.first else None
        if hit and at + hit[0] - 1 <= last:
            at, hit = _leftmost(plain, found, at, hit)
            size, kind = hit
            end = found[at + size - 1].end()
            name = b" ".join([part[0] for part in found[at : at + size]])
            issuer = [part[0] for part in found[at + size : last + 1]]
            return _Head(found[at].start(), end, kind, name, issuer, alias, nomor, nomor_start)
        if word in _STOPS or (word.isdigit() and at < last):
            at, hit = _leftmost(plain, found, at, (1, ""))
            if not hit[1] or at + hit[0] - 1 > last:
                return None
            continue
        at -= 1
    return None


def _breaks(plain: bytes, word: re.Match[bytes], following: re.Match[bytes]) -> bool:
    """Whether something between two words parts them into different phrases."""
    start, end = word.end(), following.start()
    if end - start == 1:
        return plain[start:end] not in (b" ", b"\n", b"-", b".", b"/")
    if _BREAK.search(plain, start, end) or end - start > 30:
        return True
    return b"." in plain[start:end] and len(word[0]) > 5


def _leftmost(plain: bytes, found: list[re.Match[bytes]], at: int, hit: tuple[int, str]) -> tuple[int, tuple[int, str]]:
    """Prefer a longer name that begins earlier and holds this one (``Peraturan Pemerintah Pengganti UU``)."""
    names = kinds()
    stop = at + hit[0]
    for earlier in range(max(0, at - 8), at):
        longer = names.longest(found, earlier, plain)
        if longer and earlier + longer[0] >= stop:
            return earlier, longer
    return at, hit


# -- passes over the view -------------------------------------------------------------------------------


def mentions(plain: bytes, text: str) -> list[Mention]:
    """Return the instruments named in the text, in order, none overlapping another."""
    found: list[Mention] = []
    for match in TAIL.finditer(plain):
        _from_number(plain, match, found)
    _councils(plain, found)
    taken = _Taken(found)
    _named(plain, text, taken)
    return sorted(taken.all, key=lambda mention: mention.start)


class _Taken:
    """Mentions found so far; refuses one that overlaps."""

    __slots__ = ("all", "starts")

    def __init__(self, found: list[Mention]) -> None:
        self.all = found
        self.starts = {mention.start for mention in found}

    def add(self, mention: Mention) -> None:
        self.all.append(mention)
        self.starts.add(mention.start)


def _from_number(plain: bytes, match: re.Match[bytes], found: list[Mention]) -> None:
    start = match.start()
    while start and plain[start - 1] in b"lo" and (start < 2 or not plain[start - 2 : start - 1].isalnum()):
        start -= 1
    if match["circular"] is not None:
        _circular(plain, match, start, found)
        return
    if match["court"] is not None:
        _from_code(plain, match, start, found)
        return
    raw = plain[start : match.end("rest")]
    number = digits(raw)
    repairs = ("digit",) if number.encode() != raw else ()
    if match["bare"] is not None:
        _yearless(plain, match, start, number, found)
        return
    year = match["year"] or match["short"]
    full = full_year(digits(year))
    if year != digits(year).encode():
        repairs = ("digit",)
    old = (match["old"] or b"").strip(b". ").decode("ascii")
    number += f"-{old}" if old and old != "drt" else ""
    head = _head_before(plain, start)
    if head and _allowed(head, match["short"] is not None):
        found.append(_mention(head, match.end(), number, full, repairs, old))
        return
    shared = _shared_year(plain, start)
    if shared and not head:
        _several(plain, shared, start, match.end(), number, full, found)
        return
    _elliptic(plain, match, start, number, full, found)


def _mention(head: _Head, end: int, number: str, year: str, repairs: tuple[str, ...], old: str = "") -> Mention:
    kind, issuer = head.kind, ""
    if kind == "uud":
        kind, repairs = "uu", (*repairs, "uud-for-uu")
    elif kind == "perppu" and head.name.split()[-1] in (b"uud", b"dasar"):
        repairs = (*repairs, "uud-for-uu")
    if head.alias and head.alias.strip() in (b"uud", b"uud 1945") and kind in ("uu", "perppu"):
        repairs = (*repairs, "uud-for-uu")
    if old == "drt":
        kind = "uudrt"
    if kind in REGIONAL:
        issuer = " ".join([word.decode("ascii") for word in head.issuer if word not in _ISSUER_NOISE])
    id = numbered_id(kind, number, year, issuer)
    return Mention(head.start, end, "numbered", kind, number, year, issuer, id, repairs, head.end)


def _allowed(head: _Head, short: bool) -> bool:
    """Whether what stands between the type word and the number can stand there."""
    rest = [word for word in head.issuer if word not in _ISSUER_NOISE]
    if head.kind in ("peraturan", "keputusan", "instruksi", "surat-edaran", "surat-keputusan"):
        return head.nomor
    if not rest:
        return True
    if head.kind in REGIONAL:
        return head.nomor or len(rest) <= 4
    if not head.nomor:
        return len(rest) <= 2 and not short and head.kind == "uu" and _is_name(rest)
    return len(rest) <= 6


def _is_name(rest: list[bytes]) -> bool:
    names = grammar.popular().values
    return b"uu " + b" ".join(rest) in names


_SHARED = re.compile(
    rb"(?<![0-9a-z/.,\-])([0-9]{1,4})\s{0,3}(?:,\s{0,3}(?:dan|serta)?|dan|serta|&|/)\s{0,3}(?:no(?:mor|\.)?\s{0,3})?\Z"
)


def _shared_year(plain: bytes, start: int) -> list[tuple[int, int]]:
    """Return the numbers before `start` that share its year: ``PKPU Nomor 8 dan 10 Tahun 2024``."""
    numbers: list[tuple[int, int]] = []
    while len(numbers) < 12:
        match = _SHARED.search(plain, max(0, start - 24), start)
        if not match:
            break
        start = match.start()
        numbers.insert(0, (start, match.end(1)))
    return numbers


def _several(
    plain: bytes, shared: list[tuple[int, int]], start: int, end: int, number: str, year: str, found: list[Mention]
) -> None:
    head = _head_before(plain, shared[0][0])
    if not head or not _allowed(head, False) or (found and found[-1].end > head.start):
        return
    for index, (first, last) in enumerate(shared):
        mention = _mention(head, last, digits(plain[first:last]), year, ())
        if index:
            mention.start = mention.type_end = first
        found.append(mention)
    mention = _mention(head, end, number, year, ())
    mention.start = mention.type_end = start
    found.append(mention)


_ELLIPSIS = re.compile(
    rb"(?:\s{0,3}\([^()]{0,60}\))?\s{0,4}(?:,|;|/|&|\bjo\b\.?|\bjuncto\b|\bjunto\b|\bjis\b\.?|\bdan\b|\bserta\b|\batau\b|\bmaupun\b|\s){0,4}"
    rb"\s{0,4}(?P<nomor>no(?:mor|mer)?\b\.?:?\s{0,4})?\Z"
)
_AFTER_TITLE = re.compile(
    rb"\s{1,4}tentang\s[^;:()]{5,180}?[,;]?\s{1,4}(?:dan|serta|juncto|jo\.?|,)\s{1,4}(?P<nomor>no(?:mor)?\b\.?\s{0,4})\Z"
)


def _elliptic(plain: bytes, match: re.Match[bytes], start: int, number: str, year: str, found: list[Mention]) -> None:
    """Take a number without a type word as a repeat of the instrument just before: ``UU 32/04 jo 12/08``."""
    if not found:
        return
    last = found[-1]
    if last.form != "numbered" or not last.end <= start <= last.end + 240:
        return
    gap = _ELLIPSIS.match(plain, last.end, start) or _AFTER_TITLE.match(plain, last.end, start)
    if not gap or gap.end() != start or start == last.end:
        return
    begin = gap.start("nomor") if gap["nomor"] else start
    id = numbered_id(last.kind, number, year, last.issuer)
    found.append(Mention(begin, match.end(), "numbered", last.kind, number, year, last.issuer, id, ("no-type",), begin))


_YEARLESS = frozenset(("uu", "perppu", "pkpu", "pp", "perpres", "permendagri", "perbawaslu", "peraturan-dkpp", "pmk"))


def _yearless(plain: bytes, match: re.Match[bytes], start: int, number: str, found: list[Mention]) -> None:
    if re.match(
        rb"\s{0,3}(?:,|dan|serta|&|/)\s{0,3}[0-9]|\s?/|[.,][0-9]|\s{0,3}tahun", plain[match.end() : match.end() + 20]
    ):
        return
    head = _head_before(plain, start)
    if not head or head.kind not in _YEARLESS or not head.nomor or head.issuer:
        return
    found.append(Mention(head.start, match.end(), "yearless", head.kind, number, type_end=head.end))


# -- numbers with codes: rulings, decrees, circulars ----------------------------------------------------

_SERIES = re.compile(
    rb"(?P<series>(?:puu|phpu|php|skln|pup|pan)[a-z.\-]{0,24}|p\s?/\s?hum|hum|p\.?hum)(?:/(?P<roman>[ivxlc]{1,7}))?/(?P<year>[12][0-9lo]{3})"
)
_ETHICS = re.compile(
    rb"-?(?P<series>pke-dkpp|dkpp-pke-[ivxlc]{1,7}|pke|dkpp)(?:/(?P<roman>[ivxlc]{1,7}))?/(?P<year>[12][0-9]{3})"
)
_SPACES = re.compile(rb"\s+")
_TAHUN = re.compile(rb",?(?:tahun|thn\.?|th\.?)")
_COURTS = ((b"konstitusi", "mk"), (b"agung", "ma"), (b"dkpp", "dkpp"), (b"dewan kehormatan", "dkpp"))
_RULING_HEAD = re.compile(
    rb"(?:amar\s{1,9})?(?:putusan|penetapan|ketetapan)(?:\s{1,9}(?:sela|akhir|perkara|sengketa|majelis\s{1,9}hakim|hakim))?"
    rb"(?:\s{1,9}(?P<court>mahkamah\s{1,9}konstitusi|mk|mahkamah\s{1,9}agung|ma|dkpp|dewan\s{1,9}kehormatan\s{1,9}penyelenggara\s{1,9}pemil(?:u|ihan\s{1,9}umum)"
    rb"|pt?\s?tun[a-z ]{0,24}|pengadilan[a-z ]{0,40}|pn[a-z ]{0,24}|bawaslu[a-z /]{0,40}|mkmk|majelis\s{1,9}kehormatan\s{1,9}(?:mk|mahkamah\s{1,9}konstitusi)))?"
    rb"(?:\s{1,9}(?:republik\s{1,9}indonesia|ri))?(?:\s{0,9}\([a-z \-]{2,24}\))?(?:\s{1,9}(?:dalam|atas|pada|terhadap|untuk|register|dengan))?(?:\s{1,9}(?:register\s{1,9})?perkara)?[\s,:]{0,9}"
    rb"(?:" + grammar.NUMBER_WORD + rb")?[\s:]{0,9}"
)
_ONLY_NUMBER = re.compile(rb"(?<![a-z])" + grammar.NUMBER_WORD + rb"[\s:]{0,9}\Z")


def _ruling_start(plain: bytes, start: int) -> tuple[int, bytes]:
    """Return where the ruling's citation begins (``Putusan`` or ``Nomor``) and the court's words."""
    floor = max(0, start - 160)
    best = max(
        plain.rfind(b"putusan", floor, start),
        plain.rfind(b"etetapan", floor, start) - 1,
        plain.rfind(b"enetapan", floor, start) - 1,
    )
    if best >= floor:
        match = _RULING_HEAD.match(plain, best, start)
        if match and match.end() == start:
            if plain[max(0, best - 5) : best] == b"amar ":
                return best, match["court"] or b""
            return best, match["court"] or b""
    match = _ONLY_NUMBER.search(plain, max(0, start - 20), start)
    return (match.start(), b"") if match else (start, b"")


def _from_code(plain: bytes, match: re.Match[bytes], start: int, found: list[Mention]) -> None:
    raw = plain[start : match.end("rest")]
    code = _SPACES.sub(b"", plain[match.end("rest") : match.end()])
    series = _SERIES.search(b"/" + code.lstrip(b"/"))
    if series and series.start() <= 1 or code.startswith(b"p/hum"):
        _ruling(plain, match, start, raw, code, found)
        return
    ethics = _ETHICS.search(raw + code)
    if ethics:
        number = re.match(rb"[0-9]+(?:-[0-9]+)*", raw)
        if number:
            begin, _ = _ruling_start(plain, start)
            tail = "-".join(part.decode() for part in (ethics["series"], ethics["roman"] or b"") if part)
            id = ruling_id("dkpp", number[0].decode(), tail, ethics["year"].decode())
            found.append(
                Mention(
                    begin, match.end(), "ruling", "putusan-dkpp", number[0].decode(), ethics["year"].decode(), id=id
                )
            )
        return
    _coded(plain, match, start, raw, code, found)


def _ruling(plain: bytes, match: re.Match[bytes], start: int, raw: bytes, code: bytes, found: list[Mention]) -> None:
    tail = re.fullmatch(rb"/?(?P<series>.+?)(?:/|,?tahun)(?P<year>[12][0-9lo]{3})", code)
    if not tail:
        return
    year = digits(tail["year"])
    series = tail["series"].decode("ascii", "replace")
    before = _shared_numbers(plain, start)
    first = before[0][0] if before else start
    begin, court = _ruling_start(plain, first)
    high = "hum" in series or b"agung" in court or court == b"ma"
    name = "ma" if high else "mk"
    kind = f"putusan-{name}"
    number = digits(raw)
    for index, (left, right) in enumerate(before):
        value = digits(plain[left:right])
        where = begin if not index else left
        found.append(Mention(where, right, "ruling", kind, value, year, id=ruling_id(name, value, series, year)))
    where = start if before else begin
    if found and found[-1].end > where:
        where = start
    found.append(Mention(where, match.end(), "ruling", kind, number, year, id=ruling_id(name, number, series, year)))


_SHARED_RULING = re.compile(
    rb"(?<![0-9a-z/.,\-])([0-9]{1,4})\s{0,3}(?:,\s{0,3}(?:dan|serta)?|dan|serta|&)\s{0,3}(?:no(?:mor|\.)?\s{0,3})?\Z"
)


def _shared_numbers(plain: bytes, start: int) -> list[tuple[int, int]]:
    """Return docket numbers before `start` that share its series: ``Nomor 60 dan 70/PUU-XXII/2024``."""
    numbers: list[tuple[int, int]] = []
    at = start
    while len(numbers) < 12:
        match = _SHARED_RULING.search(plain, max(0, at - 24), at)
        if not match:
            break
        at = match.start()
        numbers.insert(0, (at, match.end(1)))
    if numbers and _ruling_start(plain, at)[0] < at:
        return numbers
    return []


def _coded(plain: bytes, match: re.Match[bytes], start: int, raw: bytes, code: bytes, found: list[Mention]) -> None:
    """Read a decree or circular whose number carries a classification: ``179/PL.02-Kpt/01/KPU/II/2020``."""
    year = re.search(rb"(?:/|tahun)([12][0-9lo]{3})(?:/|\Z)", code)
    number = digits(raw)
    head = _head_before(plain, start)
    if not head:
        begin, _ = _ruling_start(plain, start)
        if plain.startswith((b"putusan", b"penetapan"), begin) and year:
            tail = code.strip(b"/").replace(b"/", b"-").decode("ascii", "replace")
            id = f"putusan-{number}-{tail}"
            found.append(
                Mention(
                    begin, match.end(), "ruling", "putusan", number, digits(year[1]), id=re.sub(r"[^a-z0-9]+", "-", id)
                )
            )
        return
    kind = head.kind
    if kind == "pmk" and re.search(rb"/pmk", code):
        head.kind = "pmkeu"
    if not year:
        return
    if re.fullmatch(rb"/(?:pnps|prp|drt)/[0-9]{4}", code):
        word = code.split(b"/")[1].decode()
        number = number if word == "drt" else f"{number}-{word}"
        found.append(_mention(head, match.end(), number, digits(year[1]), (), word))
        return
    if _allowed(head, False):
        found.append(_mention(head, match.end(), number, digits(year[1]), ()))


def _circular(plain: bytes, match: re.Match[bytes], start: int, found: list[Mention]) -> None:
    """Read a ministry's circular, whose number has no year: ``SE Mendagri Nomor 100.2.1.3/1575/SJ``."""
    head = _head_before(plain, start)
    if head and head.nomor:
        number = plain[start : match.end()].decode("ascii", "replace")
        id = f"{head.kind}-{re.sub(r'[^a-z0-9.]+', '-', number)}"
        found.append(Mention(head.start, match.end(), "numbered", head.kind, number, id=id, type_end=head.end))


_COUNCIL = re.compile(
    rb"(?P<number>[ivxlc]{1,8})\s?/\s?mprs?\s?/\s?(?P<year>[12][0-9]{3})"
    rb"|(?P<other>[0-9]{1,2})\s?/\s?mprs?\s?/\s?(?P<other_year>[12][0-9]{3})"
)
_COUNCIL_HEAD = re.compile(
    rb"(?:tap|ketetapan)\s{1,9}(?:mprs?|majelis\s{1,9}permusyawaratan\s{1,9}rakyat)(?:\s{1,9}(?:ri|republik\s{1,9}indonesia|sementara))*"
    rb"(?:\s{0,9}\([a-z \-]{2,24}\))?[\s,]{0,9}(?:" + grammar.NUMBER_WORD + rb")?[\s:]{0,9}"
)


def _councils(plain: bytes, found: list[Mention]) -> None:
    """Find decrees of the People's Consultative Assembly: ``TAP MPR Nomor XI/MPR/1998``."""
    at = plain.find(b"mpr")
    while at >= 0:
        for match in _COUNCIL.finditer(plain, max(0, at - 14), at + 14):
            start = match.start()
            floor = max(0, start - 120)
            head = max(plain.rfind(b"tap", floor, start), floor)
            if (
                plain[max(0, head - 6) : head + 3] == b"ketetap"[:0] + plain[max(0, head - 6) : head + 3]
                and plain[head - 4 : head] == b"kete"
            ):
                head -= 4
            begun = _COUNCIL_HEAD.match(plain, head, start)
            if begun and begun.end() == start:
                number = (match["number"] or match["other"]).decode()
                year = (match["year"] or match["other_year"]).decode()
                found[:] = [mention for mention in found if mention.end <= head or mention.start >= match.end()]
                found.append(
                    Mention(head, match.end(), "numbered", "tap-mpr", number, year, id=f"tap-mpr-{number}-{year}")
                )
            at = max(at, match.end() - 1)
        at = plain.find(b"mpr", at + 1)


# -- names and words that point back --------------------------------------------------------------------

_NAME_HEADS = re.compile(
    rb"uu(?<![a-z0-9_]uu)(?![a-z0-9])|undang[\s\-]{0,4}undang(?![a-z])|uud(?<![a-z0-9]uud)(?![a-z])|uupa(?![a-z])"
)
_OTHER_HEADS = re.compile(
    rb"p(?:kpu|erpp?u|erpres|ermendagri|erbawaslu)(?![a-z0-9])|kuha?p(?:er)?(?![a-z0-9])|kitab\s{1,9}undang"
)
_BACK = re.compile(grammar.BACK_WORDS)
_SINGLE = {b"pkpu": "pkpu", b"perppu": "perppu", b"perpu": "perppu", b"perpres": "perpres",
           b"permendagri": "permendagri", b"perbawaslu": "perbawaslu"}  # fmt: skip
_CONSTITUTION = re.compile(
    rb"(?:uud|undang[\s\-]{0,4}undang\s{1,4}dasar)(?:\s{1,4}(?:negara|nri|n\s?ri|republik|indonesia|ri|tahun)\b){0,5}(?:\s{0,4}\((?:uud|uud 1945|uud nri)\))?\s{0,4}(?:tahun\s{1,4})?(?P<year>1945|'45|45|1950)?"
)
_CODES = {b"kuhp": "kuhp", b"kuhap": "kuhap", b"kuhper": "kuhperdata"}
_KITAB = re.compile(
    rb"kitab\s{1,9}undang[\s\-]{0,4}undang\s{1,9}hukum\s{1,9}(?:(?P<acara>acara\s{1,9})?pidana|(?P<perdata>perdata))(?:\s{0,9}\(kuha?p(?:er(?:data)?)?\))?"
)


def _named(plain: bytes, text: str, taken: _Taken) -> None:
    ends = sorted((mention.start, mention.end) for mention in taken.all)
    covered = _cover(ends)
    for pattern in (_NAME_HEADS, _OTHER_HEADS):
        for match in pattern.finditer(plain):
            start = match.start()
            if start and plain[start - 1 : start].isalnum():
                continue
            if covered(start):
                continue
            mention = _name_at(plain, text, match)
            if mention and not covered(mention.end - 1):
                taken.add(mention)


def _cover(spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    from bisect import bisect_right

    starts = [start for start, _ in spans]

    def covered(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < spans[index][1]

    return covered


def _name_at(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    start, end = match.span()
    word = match[0]
    if word.startswith(b"kitab"):
        code = _KITAB.match(plain, start)
        if not code:
            return None
        name = "kuhap" if code["acara"] else "kuhperdata" if code["perdata"] else "kuhp"
        return Mention(start, code.end(), "name", "uu", name=name, type_end=code.end())
    if word in _CODES:
        return Mention(start, end, "name", "uu", name=_CODES[word], type_end=end)
    back = _BACK.match(plain, end)
    kind = _SINGLE.get(word, "uu")
    if back and not word.startswith(b"uud"):
        return Mention(start, back.end(), "back", kind, type_end=end)
    if word in _SINGLE:
        return None
    basic = _CONSTITUTION.match(plain, start)
    if basic and (word == b"uud" or basic.end() > end):
        return Mention(
            start, len(basic[0].rstrip()) + start, "name", "uud", id="uud-1945", name="uud", type_end=basic.end()
        )
    return _popular_at(plain, text, match)


def _popular_at(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    """Read ``UU Pilkada``: the type word, then the longest name the table has."""
    start = match.start()
    found = list(words(plain, start, min(len(plain), start + 120)))[:12]
    hit = grammar.popular().longest(found, 0, plain)
    if not hit:
        return None
    end = found[hit[0] - 1].end()
    if text[end : end + 1].isalnum():
        return None
    return Mention(start, end, "name", "uu", name=hit[1], type_end=match.end())


# -- places ---------------------------------------------------------------------------------------------

_CHAIN_HEADS = re.compile(rb"asa[l1i](?=\s{0,9}[0-9ivxl])|ps(?:l\.?|\.)?\s{0,2}(?=[0-9])")
_BACK_PLACE = re.compile(rb"(?:\s+yang)?\s+(?:tersebut|dimaksud|termaksud|tsb|itu|ini|a\s+quo|yang\s+sama)\b")


def places_in(plain: bytes, text: str, start: int = 0) -> list[Chain]:
    """Return the chains of places in the text, in order, none overlapping another."""
    chains: list[Chain] = []
    at = start
    for match in _CHAIN_HEADS.finditer(plain):
        begin = _chain_start(plain, match.start())
        if begin < at or (begin and plain[begin - 1 : begin].isalnum()):
            continue
        if _is_heading(plain, begin):
            continue
        first = _wider(plain, begin)
        if first < at:
            first = begin
        chain = chain_at(plain, text, first) or chain_at(plain, text, begin)
        if not chain or not chain.whole:
            continue
        if first == begin:
            wider = chain_before(plain, text, chain)
            chain = wider if wider.start >= at else chain
        chains.append(chain)
        at = chain.end
    return chains


_HEADING = re.compile(
    rb"p\s?asa[l1]\s{1,9}(?:[0-9]{1,4}\s?[a-z]{0,2}|[ivx]{1,4})\.?[ \t]{0,9}"
    rb"(?:(?:\r?\n)+\s{0,20}(?:\(\s?[1l]\s?\)|[1a]\.|ayat\s+\(1\)|huruf\s+a\b|cukup|[a-z]{2,}(?<!ayat)(?<!huruf)\s)"
    rb"|\s{1,9}(?:ayat\s+\(1\)\s{1,9}|huruf\s+a\s{1,9}|angka\s+1\s{1,9})?(?:cukup\s{1,9}\^?jelas|yang\s{1,9}dimaksud\s{1,9}dengan))"
)
_LINE_BEFORE = re.compile(rb"(?:\A|\n)[ \t]{0,30}\Z")


def _is_heading(plain: bytes, begin: int) -> bool:
    """Whether a pasal heads the text that follows rather than refers to another: it stands alone on its line."""
    match = _HEADING.match(plain, begin)
    if not match:
        return False
    if b"\n" not in match[0] and plain[begin : match.end()].endswith((b"jelas", b"dengan")):
        return (
            plain[max(0, begin - 2) : begin] in (b". ", b"", b" ", b"\n", b".\n") or plain[begin - 1 : begin] == b"\n"
        )
    return _LINE_BEFORE.search(plain, max(0, begin - 40), begin) is not None and not _REFERS.search(
        plain, max(0, begin - 40), begin
    )


#: Words at the end of a line after which a pasal on the next line is referred to.
_REFERS = re.compile(
    rb"(?:dalam|pada|dari|dan|atau|dengan|menurut|ketentuan|berdasarkan|oleh|atas|yakni|yaitu|penjelasan|melanggar|jo\.?|sampai|,)\s*\Z"
)


def _chain_start(plain: bytes, start: int) -> int:
    """Return where ``Pasal`` begins, also if scanning split off its first letter; -1 for another word."""
    if plain[start : start + 2] == b"ps":
        return start
    if plain[start - 1 : start] == b"p":
        return start - 1
    return start - 2 if plain[start - 2 : start] == b"p " else -1


_WIDER = re.compile(rb"(?:penjelasan(?:\s{1,9}atas)?(?:\s{1,9}ketentuan)?|lampiran(?:\s{1,9}[ivx]{1,6})?)\s{1,9}\Z")


def _wider(plain: bytes, begin: int) -> int:
    """Return the start of ``Penjelasan`` or ``Lampiran`` right before a pasal, else the pasal's own."""
    window = max(0, begin - 40)
    for word in (b"penjelasan", b"lampiran"):
        at = plain.rfind(word, window, begin)
        if at >= 0 and _WIDER.fullmatch(plain, at, begin):
            return at
    return begin
