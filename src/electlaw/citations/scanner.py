"""Finds what looks like a citation: instruments with their numbers, names, words pointing back, and places.

Each pass looks for something rare in ordinary prose (a digit with a year behind it, ``pasal``, ``uu``,
``undang``) and then reads around it. Nothing here asks whether what is found exists: see `resolver`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from electlaw.citations import grammar
from electlaw.citations.chains import Chain, chain_at, chain_before, runs_on, simple_chain
from electlaw.citations.codes import councils, from_circular, from_code
from electlaw.citations.given import given_at
from electlaw.citations.grammar import YEARLESS, digits, numbers, words
from electlaw.citations.heads import Mention, allowed, head_before, mention_of
from electlaw.citations.patterns import matches_at, pattern
from electlaw.refs import full_year, numbered_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["Mention", "codes_behind", "mentions", "places_in"]


# -- passes over the view -------------------------------------------------------------------------------


def mentions(plain: bytes, text: str, given: Iterable[str] = ()) -> list[Mention]:
    """Return the instruments named in the text, in order, none overlapping another.

    `given` are short names that the text gave to instruments before this stretch of it.
    """
    found: list[Mention] = []
    for match in numbers(plain):
        _from_number(plain, match, found)
    named = councils(plain)
    announced = [match.start() for match in _ANNOUNCED.finditer(plain)]
    named += [m for match in matches_at(_LETTER_NUMBER, plain, announced) if (m := _from_letter(plain, match))]
    named += [m for match in matches_at(YEARLESS, plain, announced) if (m := _yearless(plain, match))]
    named += [m for match in matches_at(_DOCKETS, plain, announced) for m in _dockets(plain, match)]
    named += [
        mention for words_ in _GAZETTES for match in words_.finditer(plain) if (mention := _gazette(plain, match))
    ]
    named += _named(plain, text, found, set(given))
    if not named:
        return found
    ordered: list[Mention] = []
    for mention in sorted(found + named, key=_position):
        if not ordered or mention.start >= ordered[-1].end:
            ordered.append(mention)
    return ordered


#: Where a number is announced that may have no year behind it: the patterns of such are tried nowhere else.
_ANNOUNCED = pattern(rb"no(?:mor\b[.:]?|\.|(?=\s))(?=\s{0,4}(?:[li]|(?>[0-9]{1,4}[a-z]?)(?!\s?/|\s{0,3}tahun\b)))")
#: A number that scanning turned into letters altogether: ``Nomor l Tahun 2015``.
_LETTER_NUMBER = pattern(
    rb"no(?:mor\s|\.\s?)\s{0,3}(?P<number>[li][lio]{0,2})\s{1,3}tahun\s{1,3}(?P<year>(?:19|2[0o])[0-9lo]{2})(?![0-9a-z])"
)


def _from_letter(plain: bytes, match: re.Match[bytes]) -> Mention | None:
    head = head_before(plain, match.start("number"))
    if not head or not allowed(head, False):
        return None
    return mention_of(head, match.end(), digits(match["number"]), digits(match["year"]), ("digit",))


#: An issue of the state gazette that stands for what it promulgated.
_GAZETTES = tuple(
    pattern(rb"(?P<which>" + word + rb")" + rest)
    for words_, rest in (
        (
            (rb"lembaran", rb"berita"),
            rb"\s{1,9}negara(?:\s{1,9}(?:republik\s{1,9}indonesia|ri))?\s{1,9}"
            rb"(?:(?:tahun|thn\.?)\s{1,9}(?P<year>[12][0-9]{3})\s{1,9}(?:nomor|no\.?)\s{0,9}(?P<number>[0-9]{1,4})"
            rb"|(?:nomor|no\.?)\s{0,9}(?P<first>[0-9]{1,4})\s{1,9}tahun\s{1,9}(?P<then>[12][0-9]{3}))(?![0-9])",
        ),
        ((rb"ln", rb"bn"), rb"(?:ri)?\s{1,3}(?P<year>[12][0-9]{3})\s?/\s?(?P<number>[0-9]{1,4})(?![0-9])"),
    )
    for word in words_
)


def _gazette(plain: bytes, match: re.Match[bytes]) -> Mention | None:
    """Read a gazette number in running text; one in brackets, or behind ``Tambahan``, only completes a citation."""
    start = match.start()
    before = plain[max(0, start - 160) : start]
    if before[-1:].isalnum() or before.rstrip().endswith(b"tambahan") or before.rfind(b"(") > before.rfind(b")"):
        return None
    series = "LN" if match["which"] in (b"ln", b"lembaran") else "BN"
    parts = match.groupdict()
    year, number = parts["year"] or parts.get("then"), parts["number"] or parts.get("first")
    if not year or not number:
        return None
    return Mention(start, match.end(), "gazette", series.lower(), number.decode(), year.decode(), type_end=start)


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
    year = match["year"] or match["after"] or match["short"] or match["bare"]
    repairs: tuple[str, ...] = ()
    old = ""
    if raw.isdigit() and year.isdigit() and match["old"] is None:
        number, full = raw.decode(), full_year(year.decode())
    else:
        number, full = digits(raw), full_year(digits(year))
        if number.encode() != raw or year != digits(year).encode():
            repairs = ("digit",)
        old = (b"" if match["serial"] else match["old"] or b"").strip(b".() \r\n\t").decode("ascii")
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
    rb"(?<![0-9a-z/,\-])(?<![0-9]\.)([0-9]{1,4})\s{0,3}(?:,\s{0,3}(?:dan|serta)?|dan|serta|&|/)\s{0,3}(?:no(?:mor|\.)?\s{0,3})?\Z"
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


_YEARLESS = frozenset((
    "uu", "perppu", "pkpu", "pp", "perpres", "permendagri", "perbawaslu", "peraturan-dkpp", "pmk", "putusan-mk",
    "putusan-ma",
))  # fmt: skip


def _yearless(plain: bytes, match: re.Match[bytes]) -> Mention | None:
    """Read ``PKPU Nomor 8``, an instrument named before with its year."""
    head = head_before(plain, match.start("number"))
    if not head or head.kind not in _YEARLESS or not head.nomor or head.issuer:
        return None
    return Mention(head.start, match.end(), "yearless", head.kind, digits(match["number"]), type_end=head.end)


#: Rulings by their numbers alone: ``Putusan MK nomor 60 dan 70``.
_DOCKETS = pattern(
    rb"no(?:mor\b|\.|(?=\s))\s{0,3}(?P<first>[0-9]{1,3})\s{1,3}(?:dan|serta|&)\s{1,3}(?:no(?:mor|\.)\s{0,3})?(?P<second>[0-9]{1,3})"
    rb"(?![0-9a-z]|\s?/|[.,\-][0-9]|\s{0,3}(?:tahun|thn|th)\b)"
)


def _dockets(plain: bytes, match: re.Match[bytes]) -> Iterator[Mention]:
    head = head_before(plain, match.start("first"))
    if head and head.nomor and head.kind in ("putusan-mk", "putusan-ma"):
        yield Mention(head.start, match.end("first"), "yearless", head.kind, match["first"].decode(), type_end=head.end)
        start = match.start("second")
        yield Mention(start, match.end(), "yearless", head.kind, match["second"].decode(), type_end=start)


# -- names and words that point back --------------------------------------------------------------------

#: Each begins with a literal that is rare in prose, so that a pass costs little.
_NAME_HEADS = tuple(
    pattern(source)
    for source in (
        rb"uu[a-z]{0,8}(?![a-z0-9])",
        rb"undang[\s\-]{0,4}undang(?![a-z])",
        rb"pkpu(?![a-z0-9])",
        rb"per(?:p(?:pu|u|res)|mendagri|bawaslu|da|bup|gub|wali)(?![a-z0-9])",
        rb"kuh(?:ap(?:idana)?|p(?:er(?:data)?|dt|idana)?|\s{1,3}(?:perdata|pidana)|d)(?:(?![a-z0-9])|(?=juncto|jo(?![a-z])))",
        rb"kitab\s{1,9}undang",
    )
)
_BACK = pattern(grammar.BACK_WORDS)
#: Words before ``Undang-Undang tentang …`` by which it is being made.
_MADE = pattern(rb"\b(?:membentuk|menetapkan|rancangan|pembentukan|mengesahkan)[\s:]{1,6}\Z")
_SINGLE = {b"pkpu": "pkpu", b"perppu": "perppu", b"perpu": "perppu", b"perpres": "perpres",
           b"permendagri": "permendagri", b"perbawaslu": "perbawaslu", b"perda": "perda", b"perbup": "perbup",
           b"pergub": "pergub", b"perwali": "perwali"}  # fmt: skip
_CONSTITUTION = pattern(
    rb"(?:uud|undang[\s\-]{0,4}undang"
    rb"(?:\s{1,4}dasar|(?=\s{1,4}negara\s{1,4}republik\s{1,4}indonesia\s{1,4}tahun\s{1,4}1945)))(?:\s{1,4}(?:negara|nri|n\s?ri|republik|indonesia|ri|tahun)\b){0,5}"
    rb"(?:\s{0,4}\((?:uud|uud 1945|uud nri)\))?\s{0,4}(?:(?:tahun|thn\.?|th\.?)\s{1,4})?(?P<year>1945|'45|45|1950)?"
)
_CODES = {
    b"kuhp": "kuhp", b"kuhpidana": "kuhp", b"kuh pidana": "kuhp", b"kuhap": "kuhap",
    b"kuhapidana": "kuhap", b"kuhper": "kuhperdata", b"kuhperdata": "kuhperdata",
    b"kuhpdt": "kuhperdata", b"kuh perdata": "kuhperdata", b"kuhd": "kuhd",
}  # fmt: skip
_KITAB = pattern(
    rb"kitab\s{1,9}undang[\s\-]{0,4}undang\s{1,9}hukum\s{1,9}(?:(?P<acara>acara\s{1,9})?pidana|(?P<perdata>perdata)|(?P<dagang>dagang))(?:\s{0,9}\(?kuha?[pd][a-z]{0,6}(?![a-z0-9])\)?)?"
)


def _named(plain: bytes, text: str, found: list[Mention], given: set[str]) -> list[Mention]:
    """Return the mentions by name, and by words that point back, that no mention in `found` holds."""
    covered = _cover([(mention.start, mention.end) for mention in found])
    ends = [mention.end for mention in found]
    named: list[Mention] = []
    for head in _NAME_HEADS:
        for match in head.finditer(plain):
            start = match.start()
            if (start and plain[start - 1 : start].isalnum()) or covered(start):
                continue
            mention = _name_at(plain, text, match)
            if mention is None and head is _NAME_HEADS[0]:
                mention = given_at(plain, text, match, given)
            named_so = mention is not None and mention.form in ("name", "given")
            if named_so and (_is_title(plain, start, ends) or _is_draft(plain, start)):
                continue
            if mention and not covered(mention.end - 1):
                named.append(mention)
    return named


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
        _DRAFT.search(plain, max(0, start - 20), start)
    )


_DRAFT_ENDS = (b"uu", b"n", b"f", b"i")


_ABOUT = pattern(rb"tentang(?=\s{1,4}(?:kitab\s{1,4}undang[\s\-]{0,3}undang[a-z\s]{1,30}\(?)?\Z)")
#: What makes of a name a bill: ``RUU KUHAP``, ``Rancangan Undang-Undang Pemilu``.
_DRAFT = pattern(rb"\b(?:r\s?uu|rancangan|draf|kodifikasi)\s{1,4}\Z")
_ABOUT_REACH = 40


#: Codes of colonial times, and spelled abbreviations, right behind an article of theirs: ``Pasal 163 HIR``.
_BEHIND = pattern(
    rb"\s{1,3}(?:(?:dalam|dari)\s{1,3})?(?P<name>hir|h\.i\.r\.?|r\.?bg|r\.bg\.|bw|b\.w\.?|k\.u\.h\.(?:a\.)?p(?:erdata|idana)?|k\.u\.h\s?perdata"
    rb"|khi|kompilasi\s{1,3}hukum\s{1,3}islam)(?![a-z0-9])"
)
_FIRST_LETTERS = frozenset((b"h", b"r", b"b", b"k", b"d", b" ", b"\n"))
_COLONIAL = {b"hir": "hir", b"rbg": "rbg", b"bw": "kuhperdata", b"kuhp": "kuhp", b"kuhpidana": "kuhp",
             b"kuhap": "kuhap", b"kuhperdata": "kuhperdata", b"khi": "khi", b"kompilasihukumislam": "khi"}  # fmt: skip


def codes_behind(plain: bytes, text: str, chains: list[Chain]) -> Iterator[Mention]:
    """Yield the codes that only an article before them tells from other words: ``Pasal 163 HIR``, ``Pasal 1320 BW``."""
    for chain in chains:
        near = plain[chain.end + 1 : chain.end + 2] in _FIRST_LETTERS
        match = _BEHIND.match(plain, chain.end) if near else None
        if match and not text[slice(*match.span("name"))].islower():
            start, end = match.span("name")
            name = _COLONIAL.get(re.sub(rb"[.\s]", b"", match["name"]))
            if name:
                yield Mention(start, end, "name", "uu", name=name, type_end=end)


def _cover(spans: list[tuple[int, int]]) -> Callable[[int], bool]:
    starts = [start for start, _ in spans]

    def covered(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < spans[index][1]

    return covered


def _name_at(plain: bytes, text: str, match: re.Match[bytes]) -> Mention | None:
    start, end = match.span()
    word = b" ".join(match[0].split())
    if word.startswith(b"kitab"):
        code = _KITAB.match(plain, start)
        if not code:
            return None
        name = "kuhap" if code["acara"] else "kuhperdata" if code["perdata"] else "kuhd" if code["dagang"] else "kuhp"
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
    stop = min(len(plain), start + 120)
    glued = plain.find(b"juncto", start, stop)  # the space before a word in italics is often lost
    found, gaps = words(plain, start, glued if glued > 0 else stop)
    about = 1 if found[0] in (b"uu", b"undang2") else 2
    if found[about : about + 1] == [b"tentang"] and len(gaps) > about:
        if _MADE.search(plain, max(0, start - 24), start):
            return None
        gaps[about - 1] += found.pop(about) + gaps.pop(about)
        inner = gaps[about - 1]
        gaps[about - 1] = b" "
    else:
        inner = b""
    hit = grammar.popular().longest(found, gaps, 0)
    if not hit:
        return None
    end = start + sum(map(len, found[: hit[0]])) + sum(map(len, gaps[: hit[0] - 1]))
    if inner and hit[0] > about:
        end += len(inner) - 1
    elif inner:
        return None
    if end != glued and text[end : end + 1].isalnum():
        return None
    return Mention(start, end, "name", "uu", name=hit[1], type_end=match.end())


# -- places ---------------------------------------------------------------------------------------------

_CHAIN_HEADS = (
    pattern(
        rb"asa(?:[l1i](?=\s{0,9}\(?[0-9ivxl]|\s{1,3}(?:tersebut|dimaksud|itu|a\s+quo|yang\s+sama)\b)"
        rb"|\s(?=[0-9]{1,3}[a-z]?\s{1,3}(?:ayat|huruf|uu|undang|kuh|peraturan|jo)\b))"
    ),
    pattern(rb"ps(?:l\.?|\.)?\s{0,3}(?=[0-9])"),
    pattern(rb"pas a[l1](?=\s{1,3}[li]?[0-9])"),
)
_BACK_PLACE = pattern(rb"p\s?asal\s{1,3}(?:yang\s+)?(?:tersebut|dimaksud|itu|a\s+quo|sama)\b")


def places_in(plain: bytes, text: str, start: int = 0) -> list[Chain]:
    """Return the chains of places in the text, in order, none overlapping another."""
    chains: list[Chain] = []
    at = start
    for found in sorted([match.start() for head in _CHAIN_HEADS for match in head.finditer(plain)]):
        begin = _chain_start(plain, found)
        glued = begin and plain[begin - 1 : begin].isalnum()
        if begin < at or (glued and not plain.endswith(b"juncto", 0, begin)):
            continue
        if plain.endswith(_TAX_ENDS, 0, begin) and _is_tax(plain, begin):
            taxed = chain_at(plain, text, begin)
            at = taxed.end if taxed else at
            continue
        simple = simple_chain(plain, begin)
        pointing = None if simple else _BACK_PLACE.match(plain, begin)
        if pointing:
            at = pointing.end()
            chains.append(chain_before(plain, text, Chain(begin, at, [""])))
            continue
        if simple and runs_on(plain, simple):
            heading = _comes_new(plain, begin)
        else:
            heading = _is_heading(plain, begin) or _opens_article(plain, text, begin)
        if heading:
            continue
        first = _wider(plain, begin)
        if first < at:
            first = begin
        chain = chain_at(plain, text, first) if first < begin or not simple else simple
        chain = chain or chain_at(plain, text, begin)
        if not chain or not chain.whole:
            continue
        if first == begin:
            wider = chain_before(plain, text, chain)
            chain = wider if wider.start >= at else chain
        chains.append(chain)
        at = chain.end
    return chains


_HEADING = pattern(
    rb"p\s?asa[l1]\s{1,9}(?:[0-9][0-9lo]{0,3}[ \t]?[a-z]{0,2}|[ivx]{1,4})\.?[ \t]{0,9}"
    rb"(?:(?:\r?\n)+\s{0,20}(?:\(\s?[1li]\s?\)|[1a]\.|ayat\s+\(1\)|huruf\s+a\b|cukup|pasal\s|[a-z]{2,}(?<!ayat)(?<!huruf)(?![a-z]))|\s{0,20}\Z"
    rb"|\s{1,9}(?:ayat\s+\(1\)\s{1,9}|huruf\s+a\s{1,9}|angka\s+1\s{1,9})?(?:cukup\s{1,9}\^?jelas|yang\s{1,9}dimaksud\s{1,9}dengan))"
)


def _is_tax(plain: bytes, begin: int) -> bool:
    """Whether an article only names a tax, as in ``PPh Pasal 21``, with no instrument behind it."""
    return bool(_TAX.search(plain, max(0, begin - 40), begin)) and not _NUMBERED_NEXT.match(plain, begin)


_TAX_ENDS = (b"pph ", b"pph) ", b"pph\n", b"penghasilan ", b"penghasilan\n")
#: A tax named after its article: ``PPh Pasal 21``.
_TAX = pattern(rb"(?<!uu\s)(?<!undang\s)(?:\bpph\)?|pa\s?j\s?ak\s{1,3}penghasilan)\s{1,3}\Z")
#: A heading announced at the foot of the page before: ``Pasal 44…`` and, over the leaf, ``Pasal 44``.
_OMITTED = frozenset(b"?.")
_CATCHWORD = pattern(
    rb"p\s?asa[l1]\s{1,9}(?P<number>[0-9]{1,4}[a-z]?)\s?(?:\?|\.\s?\.\s?\.?)\s{1,40}(?:-\s?[0-9]{1,4}\s?-\s{1,40})?p?asa[l1]\s{1,9}(?P=number)\b"
)
#: An article whose lines run on: ``… WILAYAH Pasal 3 (1) Pemerintah Kota …``.
_FLAT = pattern(
    rb"p\s?asa[l1]\s{1,9}[0-9l][0-9lo]{0,3}\s?[a-z]?\s{1,9}\(\s?[1l]\s?\)\s{1,9}"
    rb"(?!uu|undang|peraturan|per[a-z]{1,12}\s{1,3}(?:no|[0-9])|pp\b|pkpu|kuh|kitab|konvensi|kovenan|statuta|piagam|deklarasi|perjanjian|qanun|perda)(?=[a-z])"
)
_FLAT_BEFORE = pattern(r"(?:[.;:]|[A-Z]{3,}[ ,]+[A-Z]{3,}|\A)\s*\Z")


def _opens_article(plain: bytes, text: str, begin: int) -> bool:
    """Whether a pasal opens its own text in a law whose line breaks were lost."""
    match = _FLAT.match(plain, begin) if b"(" in plain[begin + 6 : begin + 12] else None
    if not match or not text[match.end()].isupper():
        return False
    return _FLAT_BEFORE.search(text[max(0, begin - 60) : begin]) is not None


_LINE_BEFORE = pattern(rb"(?:\A|\n)[ \t]{0,30}\Z")


#: A pasal at the end of a line whose instrument begins the next.
_NUMBERED_NEXT = pattern(
    rb"p\s?asa[l1]\s{1,9}[0-9ivx]{1,4}\s?[a-z]{0,2}\s{1,9}(?:dalam\s|dari\s)?(?:uu|undang[\s\-]{1,9}undang|perpp?u|pp|pkpu|pmk|perpres"
    rb"|permendagri|perbawaslu|peraturan\s{1,9}[a-z]{2,14})\b[^.;:]{0,80}?[0-9]"
)


_AS_FOLLOWS = (b": ", b":\n", b' "', b'\n"', b"berikut ", b"berikut\n")
#: What an amending law says before the new text of an article.
_AMENDED = pattern(
    rb"sehingga\s{1,4}(?:[a-z]{3,14}\s{1,4}){0,2}berbunyi\s{1,4}sebagai\s{1,4}berikut\s{0,3}:?\s{0,9}\"?\Z"
)


def _comes_new(plain: bytes, begin: int) -> bool:
    """Whether a pasal stands where an amending law gives its new text."""
    return plain.endswith(_AS_FOLLOWS, 0, begin) and bool(_AMENDED.search(plain, max(0, begin - 90), begin))


def _is_heading(plain: bytes, begin: int) -> bool:
    """Whether a pasal heads the text that follows rather than refers to another: it stands alone on its line."""
    if not _OMITTED.isdisjoint(plain[begin + 6 : begin + 14]) and _CATCHWORD.match(plain, begin):
        return True
    if _comes_new(plain, begin):
        return True
    match = _HEADING.match(plain, begin)
    if not match or _NUMBERED_NEXT.match(plain, begin):
        return False
    if match.end() == len(plain) and not plain[:begin].strip():
        return False
    if b"\n" not in match[0] and plain[begin : match.end()].endswith((b"jelas", b"dengan")):
        return (
            plain[max(0, begin - 2) : begin] in (b". ", b"", b" ", b"\n", b".\n") or plain[begin - 1 : begin] == b"\n"
        )
    return _LINE_BEFORE.search(plain, max(0, begin - 40), begin) is not None and not _REFERS.search(
        plain, max(0, begin - 40), begin
    )


#: Words at the end of a line after which a pasal on the next line is referred to.
_REFERS = pattern(
    rb"(?:dalam|pada|dari|dan|atau|dengan|menurut|ketentuan|berdasarkan|oleh|atas|yakni|yaitu|penjelasan|melanggar|jo\.?|sampai|,)\s*\Z"
)


def _chain_start(plain: bytes, start: int) -> int:
    """Return where ``Pasal`` begins, also if scanning split off its first letter; -1 for another word."""
    if plain[start : start + 2] == b"ps" or plain[start : start + 4] == b"pas ":
        return start
    if plain[start - 1 : start] == b"p":
        double = start >= 7 and plain[start - 7 : start - 1] in (b"pasal-", b"pasal ", b"pasa1-")
        return start - 7 if double else start - 1
    return start - 2 if plain[start - 2 : start] == b"p " else -1


_WIDER = pattern(rb"(?:penjelasan(?:\s{1,9}atas)?(?:\s{1,9}ketentuan)?|lampiran(?:\s{1,9}[ivx]{1,6})?)\s{1,9}\Z")


def _wider(plain: bytes, begin: int) -> int:
    """Return the start of ``Penjelasan`` or ``Lampiran`` right before a pasal, else the pasal's own."""
    window = max(0, begin - 40)
    for word in (b"penjelasan", b"lampiran"):
        at = plain.rfind(word, window, begin)
        if at >= 0 and _WIDER.fullmatch(plain, at, begin):
            return at
    return begin
