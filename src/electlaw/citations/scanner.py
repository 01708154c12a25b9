"""Finds what looks like a citation: instruments with their numbers, names, words pointing back, and places.

Each pass looks for something rare in ordinary prose (a digit with a year behind it, ``pasal``, ``uu``,
``undang``) and then reads around it. Nothing here asks whether what is found exists: see `resolver`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from electlaw.citations import grammar
from electlaw.citations.annexes import by_annex
from electlaw.citations.announced import announced
from electlaw.citations.beside import JOINING, in_address, with_neighbours
from electlaw.citations.codes import councils, from_circular, from_code, withheld
from electlaw.citations.colonial import state_papers
from electlaw.citations.gazettes import gazettes
from electlaw.citations.given import given_at
from electlaw.citations.grammar import TAIL, digits, lost_space, number_places, words, year_digits
from electlaw.citations.heads import COUNTRIES, INSTEAD, Mention, allowed, head_before, is_page, mention_of
from electlaw.citations.patterns import matches_at, pattern
from electlaw.issuers import slug
from electlaw.refs import full_year, numbered_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Mention", "mentions"]


# -- passes over the view -------------------------------------------------------------------------------


def mentions(plain: bytes, text: str, stems: dict[bytes, list[int]], given: Iterable[str] = ()) -> list[Mention]:
    """Return the instruments named in the text, in order, none overlapping another.

    `stems` are those of the view; `given` are short names that the text gave to instruments before this stretch of it.
    """
    found: list[Mention] = []
    places = number_places(plain)
    for match in matches_at(TAIL, plain, places):
        _from_number(plain, match, found)
    for mention in found:
        if mention.kind == "putusan":
            _seated(plain, text, mention)
    named = councils(plain, stems) if b"pr" in stems else []
    named += announced(plain)
    if b"pi" in stems or b"pd" in stems:
        named += withheld(plain, stems)
    named += gazettes(plain, text, places)
    named += state_papers(plain)
    if found and any(mention.kind[:1] == "k" for mention in found):
        named += [m for match in _DECISION_BACK.finditer(plain) if (m := _typed_back(plain, text, match))]
    named += by_annex(plain)
    if stems or found:
        named += _named(plain, text, stems, found, set(given))
    if not named:
        return found
    ordered: list[Mention] = []
    for mention in sorted(found + named, key=_position):
        if not ordered or mention.start >= ordered[-1].end:
            ordered.append(mention)
    return with_neighbours(plain, text, ordered)


_FIRST_PART = pattern(rb"\bno(?:mor)?[.:]?\s{1,3}(?P<part>[0-9]{1,2})\s\Z")


def _split_number(plain: bytes, start: int) -> int:
    """Return where a number begins whose digits scanning parted: ``Nomor 7 4 Tahun 2011``."""
    first = _FIRST_PART.search(plain, max(0, start - 14), start)
    return first.start("part") if first else start


def _position(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def _announced(plain: bytes, start: int) -> bool:
    """Whether ``Nomor`` or its like stands before a number, as it must before one that looks like a date."""
    before = plain[max(0, start - 20) : start].rstrip(b" .:,#'\"-\t\r\n")
    return before.endswith((b"nomor", b"no", b"mor", b"mer", b"nr", b"mot", b"mar", b"nomo"))


def _from_number(plain: bytes, match: re.Match[bytes], found: list[Mention]) -> None:
    start = match.start()
    form = match.lastgroup
    if form == "bare" and match["old"] is None:
        return
    if (form == "circular" or match["serial"] is not None) and not _announced(plain, start):
        return
    if form == "short" and plain[start - 1 : start] == b"(":
        return
    while start and plain[start - 1] in b"loi" and (start < 2 or not plain[start - 2 : start - 1].isalnum()):
        start -= 1
    if plain[start - 2 : start - 1].isdigit():
        start = _split_number(plain, start)
    if form == "circular":
        from_circular(plain, match, start, found)
        return
    if form == "court":
        from_code(plain, match, start, found)
        return
    raw = plain[start : match.end("rest")]
    year = match["year"] or match["after"] or match["short"] or match["bare"] or match["cut"]
    repairs: tuple[str, ...] = ()
    old = ""
    if raw.isdigit() and year.isdigit() and match["old"] is None:
        number, full = raw.decode(), full_year(year.decode())
        if full[:3] == "207":  # a 1 misread: ``Tahun 2076``
            full, repairs = f"201{full[3]}", ("digit",)
    else:
        number, full = digits(raw), full_year(year_digits(year))
        if number.encode() != raw or year != year_digits(year).encode():
            repairs = ("digit",)
        old = (
            (b"" if match["serial"] else match["old"] or b"")
            .strip(b".() \r\n\t")
            .decode("ascii")
            .replace("darurat", "drt")
        )
        number += f"-{old}" if old and old != "drt" else ""
    head = head_before(plain, start)
    if match["serial"] is not None:
        if head and head.nomor and head.kind.startswith(("kep", "se", "surat", "instruksi")):
            found.append(
                mention_of(
                    head, match.end(), f"{digits(raw)}-{match['serial'][1:].decode().replace('/', '-')}", full, ()
                )
            )
        return
    if head and allowed(head, match["short"] is not None):
        found.append(mention_of(head, match.end(), number, full, repairs, old))
        return
    shared = [] if head else _shared_year(plain, start)
    if shared and _several(plain, shared, start, match.end(), number, full, found):
        return
    _elliptic(plain, match, start, number, full, found)


_SHARED = pattern(
    rb"([0-9](?<![0-9a-z/,\-][0-9])(?<![0-9]\.[0-9])[0-9]{0,3})\s{0,3}(?:,\s{0,3}(?:dan|serta)?|dan|serta|&|/)\s{0,3}(?:no(?:mor|\.)?\s{0,3})?\Z"
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
) -> bool:
    """Add a list of numbers that share type word and year; tell whether it was one."""
    head = head_before(plain, shared[0][0])
    if not head or not allowed(head, False) or (found and found[-1].end > head.start):
        return False
    for index, (first, last) in enumerate(shared):
        mention = mention_of(head, last, digits(plain[first:last]), year, ())
        if index:
            mention.start = mention.type_end = first
        found.append(mention)
    mention = mention_of(head, end, number, year, ())
    said = _NOMOR_BEFORE.search(plain, max(0, start - 12), start)
    mention.start = mention.type_end = said.start() if said else start
    found.append(mention)
    return True


#: The seat of a court by its name, behind the short word for the court: ``228/Pdt.G/2000/PN Makassar``.
_SEATED = pattern(
    r"\s{1,3}(?!Tanggal|Yang|Dalam|Demi|Dengan|Atas|Pada|Telah|Juncto|Pasal|Undang)(?P<seat>[A-Z][a-z]{3,}"
    r"(?:\s(?:Selatan|Utara|Barat|Timur|Pusat|Tengah|Tenggara))?)(?![a-z])"
)


def _seated(plain: bytes, text: str, ruling: Mention) -> None:
    """Take into a ruling the name of its court's seat."""
    seat = _SEATED.match(text, ruling.end) if plain.endswith(_COURTS, 0, ruling.end) else None
    if seat:
        ruling.end = seat.end()
        ruling.id = f"{ruling.id}-{slug(seat['seat'])}"


_COURTS = (b"/pn", b"/pt", b"/pa", b"/pta", b"/ptun", b"/ms")
_NOMOR_BEFORE = pattern(rb"(?<![a-z])no(?:mor|\.)\s{0,3}\Z")
_ELLIPSIS = pattern(
    rb"(?:\s{0,3}\([^()]{0,60}\))?\s{0,4}(?:,|;|/|&|\bjo\b\.?|\bjuncto\b|\bjunto\b|\bjis\b\.?|\bdan\b|\bserta\b|\batau\b|\bmaupun\b|\s){0,4}"
    rb"\s{0,4}(?P<nomor>no(?:mor|mer)?\b\.?:?\s{0,4})?\Z"
)
#: The next item of a list of numbers under one type word: ``a. Nomor 13 Tahun 2003 (…); b. Nomor 67 Tahun 2005``.
_ITEM = pattern(
    rb"\s{0,3}(?:\([^()]{0,200}\))?[\s,;]{0,4}(?:dan|serta)?\s{0,4}[a-z0-9]{1,2}[.)]\s{0,4}(?P<nomor>no(?:mor)?\b\.?\s{0,4})\Z"
)
_AFTER_TITLE = pattern(
    rb"\s{1,4}tentang\s[^;:()]{5,180}?[,;]?\s{1,4}(?:dan|serta|juncto|jo\.?|,)\s{1,4}(?P<nomor>no(?:mor)?\b\.?\s{0,4})\Z"
)


def _elliptic(plain: bytes, match: re.Match[bytes], start: int, number: str, year: str, found: list[Mention]) -> None:
    """Take a number without a type word as a repeat of the instrument just before: ``UU 32/04 jo 12/08``."""
    if not found:
        return
    last = found[-1]
    if last.form != "numbered" or not last.end <= start <= last.end + 240:
        return
    gap = (
        _ELLIPSIS.match(plain, last.end, start)
        or _ITEM.match(plain, last.end, start)
        or _AFTER_TITLE.match(plain, last.end, start)
    )
    if not gap or gap.end() != start or start == last.end:
        return
    begin = gap.start("nomor") if gap["nomor"] else start
    id = numbered_id(last.kind, number, year, last.issuer)
    found.append(Mention(begin, match.end(), "numbered", last.kind, number, year, last.issuer, id, ("no-type",), begin))


# -- names and words that point back --------------------------------------------------------------------

#: How names begin, with the stem each is found by and how far that is behind its beginning; -1: behind ``kitab``.
_NAME_HEADS = tuple(
    (pattern(source), stem, before)
    for source, stem, before in (
        (rb"uu[a-z]{0,8}(?:(?![a-z0-9])|(?<=uud)(?=1945))", b"uu", 0),
        (rb"undang(?:[\s\-]{0,4}(?:undang|ljndang)(?![a-z])|(?=\s{1,4}dasar))", b"un", 0),
        (rb"pkpu(?![a-z0-9])", b"pk", 0),
        (rb"per(?:p(?:pu|u|res)|men[a-z]{0,14}|bawaslu|da|bup|gub|wali|aturan)(?![a-z0-9])", b"pe", 0),
        (
            rb"kuh(?:a\s?p(?:idana)?|p(?:er(?:data)?|dt|idana|m|\s{1,3}militer)?|\s{1,3}(?:perdata|pidana)|d)(?:(?![a-z0-9])|(?=juncto|jo(?![a-z])))",
            b"uh",
            1,
        ),
        (rb"kitab\s{1,9}undang", b"un", -1),
        (rb"kompil{1,2}asi\s{1,9}hukum\s{1,9}islam(?![a-z])", b"pi", 3),
    )
)
_BACK = pattern(grammar.BACK_WORDS)
_URGENT = pattern(rb"\s{1,4}darurat" + grammar.BACK_WORDS)
#: Instruments that words after their type and issuer point back to: ``Peraturan Menteri ini``, ``Keputusan ini``.
_TYPED_BACK = (
    rb"(?:\s{1,9}(?!(?:yang|dan|untuk|tentang|atau|serta|ini|itu|tersebut)\b|perundang)[a-z][a-z/\-]{1,19}){0,7}?)"
    rb"\s{1,9}(?:tersebut|termaksud|dimaksud|ini|itu|a\s+quo)\b"
)
_REGULATION_BACK = pattern(rb"(?P<type>peraturan" + _TYPED_BACK)
#: Looked for where a decision was named.
_DECISION_BACK = pattern(rb"(?P<type>keputusan" + _TYPED_BACK)
#: Words before ``Undang-Undang tentang …`` by which it is being made.
_MADE = pattern(rb"\b(?:membentuk|menetapkan|rancangan|pembentukan|mengesahkan)[\s:]{1,20}\Z")
_SINGLE = {b"pkpu": "pkpu", b"perppu": "perppu", b"perpu": "perppu", b"perpres": "perpres",
           b"permendagri": "permendagri", b"perbawaslu": "perbawaslu", b"perda": "perda", b"perbup": "perbup",
           b"pergub": "pergub", b"perwali": "perwali"}  # fmt: skip
_NEGARA, _REPUBLIK, _INDONESIA, _TAHUN, _UNDANG = (
    rb"\s?".join([bytes([letter]) for letter in word])
    for word in (b"negara", b"republik", b"indonesia", b"tahun", b"undang")
)
_INDONESIA = b"[il]" + _INDONESIA[1:]
_CONSTITUTION = pattern(
    rb"(?:uud|" + _UNDANG + rb"[\s\-]{0,4}undang"
    rb"(?:\s{1,4}d\s?a\s?s\s?a\s?r(?:\s{0,3}\(uud\))?|(?=\s{1,4}negara\s{1,4}republik\s{1,4}indonesia\s{1,4}tahun\s{1,4}1945)))"
    rb"(?:\s{1,4}(?:"
    + rb"|".join((_NEGARA, rb"nri|n\s?ri|nkri", _REPUBLIK, _INDONESIA, rb"ri|tahun"))
    + rb")(?:\b|(?=19))){0,5}"
    rb"(?:\s{0,4}\((?:uud|uud 1945|uud nri)\))?\s{0,4}(?:(?:" + _TAHUN + rb"|thn\.?|th\.?)\s{0,4})?"
    rb"(?P<year>1\s?9\s?4\s?5|'45|45|1950)?"
)
#: Its name without one of its words.
_HALF = pattern(rb"undang\s{1,9}dasar(?:\s{1,9}(?:negara|republik|indonesia|ri|tahun|nri)){0,5}\s{1,9}1945(?![0-9])")
#: The constitution of 1950.
_PROVISIONAL = pattern(
    rb"undang[\s\-]{0,4}undang\s{1,4}dasar\s{1,4}sementara(?:\s{1,4}(?:negara\s{1,4})?(?:republik\s{1,4}indonesia|ri)\b)?"
    rb"(?:\s{1,4}(?:tahun\s{1,4})?1950)?"
)
#: The first half of ``Undang-Undang`` with a space that scanning put into it.
_BROKEN = pattern(rb"(?<![a-z])u\s?n\s?d\s?a\s?n\s?g[\s\-]{1,5}\Z")
_CODES = {
    b"kuhp": "kuhp", b"kuhpidana": "kuhp", b"kuh pidana": "kuhp", b"kuhap": "kuhap", b"kuha p": "kuhap",
    b"kuhapidana": "kuhap", b"kuhper": "kuhperdata", b"kuhperdata": "kuhperdata",
    b"kuhpm": "kuhpm", b"kuhp militer": "kuhpm", b"kuhpdt": "kuhperdata", b"kuh perdata": "kuhperdata", b"kuhd": "kuhd",
}  # fmt: skip
_KITAB = pattern(
    rb"kitab\s{1,9}undang[\s\-]{0,4}undang\s{1,9}hukum\s{1,9}(?:\(kuh\)\s{1,9})?(?:(?P<acara>a\s?c\s?a\s?r\s?a\s{1,9})?pidana(?P<militer>\s{1,9}militer)?|(?P<perdata>perdata)|(?P<dagang>dagang))(?:\s{0,9}\(?kuha?[pd][a-z]{0,6}(?![a-z0-9])\)?)?"
)


def _books(plain: bytes, starts: list[int]) -> list[int]:
    """Return where ``kitab`` may stand before ``undang``."""
    found = [plain.rfind(b"kitab", max(0, at - 14), at) for at in starts]
    return [at for at in found if at >= 0]


def _named(
    plain: bytes, text: str, stems: dict[bytes, list[int]], found: list[Mention], given: set[str]
) -> list[Mention]:
    """Return the mentions by name, and by words that point back, that no mention in `found` holds."""
    covered = _cover([(mention.start, mention.end) for mention in found])
    ends = [mention.end for mention in found]
    named: list[Mention] = []
    for head, stem, before in _NAME_HEADS:
        starts = stems.get(stem)
        if starts is None:
            continue
        if before:
            starts = [at - before for at in starts] if before > 0 else _books(plain, starts)
        for match in matches_at(head, plain, starts):
            start = match.start()
            if (start and plain[start - 1 : start].isalnum() and not lost_space(text, start)) or covered(start):
                continue
            if start and plain[start - 1] in JOINING and in_address(plain, text, start, match.end()):
                continue
            mention = _name_at(plain, text, match)
            if mention is None and stem == b"uu":
                mention = given_at(plain, text, match, given)
            named_so = mention is not None and mention.form in ("name", "given")
            if named_so and (_is_title(plain, start, ends) or _is_draft(plain, start)):
                continue
            if mention and not covered(mention.end - 1):
                named.append(mention)
    named += [mention for mention in _repeated(plain, found) if not covered(mention.start)]
    return named


def _repeated(plain: bytes, found: list[Mention]) -> Iterator[Mention]:
    """Yield where the short type word of an instrument named in full means it again: ``PMK itu``, ``Permenaker 18``."""
    shortened = grammar.abbreviations()
    kinds = {}
    for mention in reversed(found):
        for word in shortened.get(mention.kind, ()):
            kinds[word] = mention.kind
    for alike in _words_of(tuple(sorted(kinds))):
        for match in alike.finditer(plain):
            start, end = match.span()
            if start and plain[start - 1 : start].isalnum():
                continue
            back = _BACK.match(plain, end)
            short = None if back else _SHORT_NUMBER.match(plain, end)
            if back:
                yield Mention(start, back.end(), "back", kinds[match[0]], type_end=end)
            elif short:
                number = short["number"].decode()
                yield Mention(start, short.end(), "yearless", kinds[match[0]], number, repairs=("bare",), type_end=end)


@lru_cache(maxsize=64)
def _words_of(words_: tuple[bytes, ...]) -> tuple[re.Pattern[bytes], ...]:
    """Return the patterns for words, in alphabetical order: one for each first letter, which is quick to look for."""
    groups: dict[bytes, list[bytes]] = {}
    for word in words_:
        groups.setdefault(word[:1], []).append(re.escape(word[1:]))
    return tuple([re.compile(first + rb"(?:" + rb"|".join(rest) + rb")(?=\s)") for first, rest in groups.items()])


def _is_title(plain: bytes, start: int, ends: list[int]) -> bool:
    """Whether a name is the title of the instrument right before it: ``UU 1/2023 tentang KUHP``."""
    about = plain.rfind(b"tentang", max(0, start - 75), start)
    if about < 0 or not _ABOUT.match(plain, about, start):
        return False
    before = bisect_right(ends, start) - 1
    return before >= 0 and about + 7 - ends[before] < _ABOUT_REACH


def _is_draft(plain: bytes, start: int) -> bool:
    """Whether a name is that of a bill or of a collection: ``RUU Pemilu``."""
    return plain[max(0, start - 5) : start].rstrip().endswith(_DRAFT_ENDS) and bool(
        _DRAFT.search(plain, max(0, start - 32), start)
    )


_DRAFT_ENDS = (b"uu", b"n", b"f", b"i", b"g")


_ABOUT = pattern(rb"tentang(?=\s{1,4}(?:kitab\s{1,4}undang[\s\-]{0,3}undang[a-z\s]{1,30}\(?)?\Z)")
#: What makes of a name a bill: ``RUU KUHAP``, ``Rancangan Undang-Undang Pemilu``.
_DRAFT = pattern(rb"\b(?:r\s?uu|rancangan(?:\s{1,4}undang[\s\-]{0,3}undang)?|draf|kodifikasi)\s{1,4}\Z")
_ABOUT_REACH = 40


def _typed_back(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    """Read ``Peraturan Menteri ini``; a type too general for a name of its own only as laws write it, in capitals."""
    start, end = match.span("type")
    if plain[start - 1 : start].isalnum():
        return None
    found, gaps = words(plain, start, end)
    hit = grammar.kinds().longest(found, gaps, 0)
    if not hit:
        return None
    kind = hit[1]
    if not all(word[:1].isupper() for word in text[start:end].split() if word not in _SMALL):
        general = kind in ("peraturan", "keputusan", "instruksi") or hit[0] < len(found)
        if general or kind == "uu":
            return None
    elif (
        kind in ("peraturan", "keputusan", "instruksi")
        and len(found) == 1
        and _SENTENCE.search(plain, max(0, start - 4), start)
    ):
        return None
    return Mention(start, match.end(), "back", kind, type_end=end)


#: Words written small within a name.
_SMALL = frozenset(("dan", "dalam", "bagi", "untuk", "di"))
#: The end of a sentence before one that begins with a word of no weight: ``… hari ini. Keputusan ini berat.``.
_SENTENCE = pattern(rb"[.!?\"]\s{0,3}\Z")


def _cover(spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    starts = [start for start, _ in spans]

    def covered(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < spans[index][1]

    return covered


def _name_at(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    start, end = match.span()
    word = b" ".join(match[0].split())
    if word == b"peraturan":
        pointing = _REGULATION_BACK.match(plain, start)
        return _typed_back(plain, text, pointing) if pointing else None
    if word.startswith(b"kitab"):
        code = _KITAB.match(plain, start)
        if not code:
            return None
        name = (
            "kuhpm"
            if code["militer"]
            else "kuhap"
            if code["acara"]
            else "kuhperdata"
            if code["perdata"]
            else "kuhd"
            if code["dagang"]
            else "kuhp"
        )
        return Mention(start, code.end(), "name", "uu", name=name, type_end=code.end())
    if word in _CODES or word.startswith(b"kompil"):
        if _ABROAD.match(plain, end):
            return None
        return Mention(start, end, "name", "uu", name=_CODES.get(word, "khi"), type_end=end)
    if word == b"uuds":
        end += 5 if plain[end : end + 5] == b" 1950" else 0
        return Mention(start, end, "name", "uud", id="uuds-1950", name="uuds", type_end=end)
    if word == b"undang":
        half = _HALF.match(plain, start)
        if half:
            return Mention(start, half.end(), "name", "uud", id="uud-1945", name="uud", type_end=half.end())
        broken = _BROKEN.search(plain, max(0, start - 16), start)
        whole = _CONSTITUTION.match(plain, broken.start()) if broken else None
        if not broken or not whole:
            return None
        start = broken.start()
        return Mention(
            start, start + len(whole[0].rstrip()), "name", "uud", id="uud-1945", name="uud", type_end=whole.end()
        )
    back = _BACK.match(plain, end)
    if word[:6] == b"undang" and (urgent := _URGENT.match(plain, end)):
        return Mention(start, urgent.end(), "back", "uudrt", type_end=urgent.end())
    if word[:6] == b"undang" and (provisional := _PROVISIONAL.match(plain, start)):
        return Mention(start, provisional.end(), "name", "uud", id="uuds-1950", name="uuds", type_end=end)
    ministry = word.startswith(b"permen") and word not in _SINGLE
    kind = grammar.kinds().values.get(word, word.decode()) if ministry else _SINGLE.get(word, "uu")
    if back and not word.startswith(b"uud"):
        if _COUNTED.search(plain, max(0, start - 9), start):
            return None
        return Mention(start, back.end(), "back", kind, type_end=end)
    short = _SHORT_NUMBER.match(plain, end) if word in _SHORT or ministry else None
    if short:
        return Mention(start, short.end(), "yearless", kind, short["number"].decode(), repairs=("bare",), type_end=end)
    if kind == "perppu":
        return _popular_at(plain, text, match)
    if word in _SINGLE or ministry:
        return None
    if plain.endswith(_INSTEAD_ENDS, 0, start) and (instead := INSTEAD.search(plain, max(0, start - 60), start)):
        return _in_lieu(plain, text, match, instead.start())
    basic = _CONSTITUTION.match(plain, start)
    if basic and (word == b"uud" or basic.end() > end):
        return Mention(
            start, len(basic[0].rstrip()) + start, "name", "uud", id="uud-1945", name="uud", type_end=basic.end()
        )
    return _popular_at(plain, text, match)


#: An instrument by its number alone, if the text names it in full elsewhere: ``Perpres 191``.
_SHORT_NUMBER = pattern(rb"\s(?P<number>[1-9][0-9]{0,2})(?![0-9a-z/\-]|[.,][0-9]|\s?(?:tahun|thn|th)\b)")
_SHORT = frozenset((b"uu", *_SINGLE))


def _squeezed(plain: bytes, match: re.Match[bytes]) -> Mention | None:
    """Read a long popular name into whose words scanning put spaces: ``UU Administ rasi Kependudukan``."""
    start, end = match.span()
    four = _FOUR_LETTERS.match(plain, end)
    names = grammar.squeezed(four[0].translate(None, b" \n\r-")) if four else []
    if not names:
        return None
    squeezed = bytearray()
    ends: list[int] = []
    for index in range(end, min(len(plain), end + 90)):
        byte = plain[index]
        if byte in _LETTERS:
            squeezed.append(byte)
            ends.append(index + 1)
        elif byte not in b" \n\r-":
            break
    for size, name in names:
        if bytes(squeezed[: len(size)]) == size and not plain[ends[len(size) - 1] : ends[len(size) - 1] + 1].isalnum():
            return Mention(start, ends[len(size) - 1], "name", "uu", name=name, type_end=end)
    return None


#: Four letters with blanks among them, behind a blank, as far as they stand within the reach of a name.
_FOUR_LETTERS = pattern(rb"(?=\s)(?:[ \n\r\-]{0,40}[a-z]){4}")
#: A country behind a name: the law is that country's.
_ABROAD = pattern(rb"\s{1,3}(?:di\s)?(?:" + rb"|".join(sorted(COUNTRIES)) + rb"|as)(?![a-z])")
_BRACKET_NEXT = pattern(rb"\s{0,4}\(")
_LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyz")
#: Before words that point at several laws together: ``kedua UU itu``.
_COUNTED = pattern(rb"(?<![a-z])(?:ke)?(?:dua|tiga|empat|lima|enam)\s{1,3}\Z")


_INSTEAD_ENDS = (b"pengganti ", b"pengganti\n")
_ABBREVIATED = pattern(rb"\s{0,3}(?:\(perpp?u\))?\s{1,3}(?=[a-z])")


def _in_lieu(plain: bytes, text: str, match: re.Match[bytes], start: int) -> Mention | None:
    """Read ``Peraturan Pemerintah Pengganti Undang-Undang (Perppu) Cipta Kerja``."""
    behind = _ABBREVIATED.match(plain, match.end())
    if not behind:
        return None
    found, gaps = words(plain, behind.end(), min(len(plain), behind.end() + 80))
    hit = grammar.popular().longest([b"perppu", *found], [b" ", *gaps], 0) if found else None
    if not hit:
        return None
    size = hit[0] - 1
    end = behind.end() + sum(map(len, found[:size])) + sum(map(len, gaps[: size - 1]))
    return (
        Mention(start, end, "name", "perppu", name=hit[1], type_end=match.end())
        if not text[end : end + 1].isalnum()
        else None
    )


#: Type words of names, and the word behind one: most that follow begin no name.
_TYPES = frozenset((b"uu", b"undang-undang", b"undang undang", b"perppu", b"perpu"))
_NEXT_WORD = pattern(rb"[\s.,\-]{1,40}([a-z0-9]{1,40})")
_DAMAGED = {b"ljndang": b"undang", b"pernilu": b"pemilu", b"undangundang": b"uu"}


def _popular_at(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    """Read ``UU Pilkada``: the type word, then the longest name the table has."""
    start = match.start()
    if plain[max(0, start - 9) : start].rstrip().endswith(b"itab"):  # the rest of a code's own title
        return None
    behind = _NEXT_WORD.match(plain, match.end()) if match[0] in _TYPES else None
    if behind and behind[1] not in grammar.second_words() and not behind[1].isdigit() and b"juncto" not in behind[1]:
        return _squeezed(plain, match)
    stop = min(len(plain), start + 120)
    glued = plain.find(b"juncto", start, stop)  # the space before a word in italics is often lost
    found, gaps = words(plain, start, glued if glued > 0 else stop)
    about = 1 if found[0] in (b"uu", b"undang2", b"undangundang", b"perppu", b"perpu") else 2
    if len(gaps) > about and (found[about] == b"tentang" or is_page(found, gaps, about)):
        if found[about] == b"tentang" and _MADE.search(plain, max(0, start - 36), start):
            return None
        gaps[about - 1] += found.pop(about) + gaps.pop(about)
        inner = gaps[about - 1]
        gaps[about - 1] = b" "
    else:
        inner = b""
    hit = grammar.popular().longest([_DAMAGED.get(part, part) for part in found], gaps, 0)
    if not hit:
        return _squeezed(plain, match)
    end = start + sum(map(len, found[: hit[0]])) + sum(map(len, gaps[: hit[0] - 1]))
    if inner and hit[0] > about:
        end += len(inner) - 1
        if b"tentang" in inner and (b")" in inner or not _BRACKET_NEXT.match(plain, end)):
            return None  # a title, which names a matter as often as a law
    elif inner:
        return None
    if (end != glued and text[end : end + 1].isalnum()) or _ABROAD.match(plain, end):
        return None
    kind = "perppu" if hit[1].startswith("perppu") else "uu"
    return Mention(start, end, "name", kind, name=hit[1], type_end=match.end())
