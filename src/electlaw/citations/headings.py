"""Finds the places a text refers to, and tells them from the headings of a law's own articles."""

from __future__ import annotations

from electlaw.citations.chains import Chain, chain_at, chain_before, runs_on, simple_chain
from electlaw.citations.grammar import kinds, lost_space
from electlaw.citations.patterns import matches_at, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

__all__ = ["places_in"]

#: A pasal, its first letter perhaps split off in scanning, its word perhaps shortened or broken.
_CHAIN_HEAD = pattern(
    rb"p(?:\x20?asa(?:[l1i](?=\s{0,9}\(?[0-9ivxl]|\s{1,3}(?:tersebut|dimaksud|itu|ini|a\s+quo|yang\s+sama)\b)"
    rb"|\s(?=[0-9]{1,3}[a-z]?\s{1,3}(?:ayat|huruf|uu|undang|kuh|peraturan|jo)\b))"
    rb"|s(?:l\.?|\.)?\s{0,3}(?=[0-9])|as(?:\x20a[l1](?=\s{1,3}[li]?[0-9])|la(?=\s{1,3}[0-9])|a\x20l(?=\s{1,3}[0-9])))"
)
#: The letters it is found by.
_CHAIN_STEMS = (b"pa", b"ps", b"p ")
_BACK_PLACE = pattern(rb"p\s?asal\s{1,3}(?:yang\s+)?(?:tersebut|dimaksud|itu|ini|a\s+quo|sama)\b")


def places_in(plain: bytes, text: str, stems: dict[bytes, list[int]]) -> list[Chain]:
    """Return the chains of places in the text, in order, none overlapping another."""
    chains: list[Chain] = []
    at = 0
    for match in matches_at(_CHAIN_HEAD, plain, sorted([at for stem in _CHAIN_STEMS for at in stems.get(stem, ())])):
        begin = match.start()
        if plain[begin - 6 : begin] in _TWICE and plain.startswith(b"asa", begin + 1):
            begin -= 6
        glued = begin and plain[begin - 1 : begin].isalnum()
        if begin < at or (glued and not plain.endswith(b"juncto", 0, begin) and not lost_space(text, begin)):
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
            heading = _is_heading(plain, begin) or _opens_article(plain, text, begin) or _has_title(plain, text, begin)
        if heading or _runs_on(text, begin):
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
    rb"p\s?asa[l1]\s{1,9}(?:[0-9]{1,2} [0-9]|[0-9][0-9lo]{0,3}[ \t]?[a-z]{0,2}|[ivx]{1,4})\.?[ \t]{0,9}"
    rb"(?:(?:\r?\n)+\s{0,20}(?:\(\s?[1liu]\s?\)|\(u\s|[1-9][0-9]?\.\s|a\.|ayat\s+\(1\)|huruf\s+a\b|cukup|pasal\s|[a-z]{2,}(?<!ayat)(?<!huruf)(?![a-z]))|\s{0,20}\Z|</(?:h[1-6]|p|b|strong|center|div|span)>"
    rb"|\s{1,9}(?:ayat\s+\(1\)\s{1,9}|huruf\s+a\s{1,9}|angka\s+1\s{1,9})?(?:cukup\s{1,9}\^?jelas|yang\s{1,9}dimaksud\s{1,9}dengan))"
)


def _is_tax(plain: bytes, begin: int) -> bool:
    """Whether an article only names a tax, as in ``PPh Pasal 21``, with no instrument behind it."""
    return bool(_TAX.search(plain, max(0, begin - 40), begin)) and not _NUMBERED_NEXT.match(plain, begin)


_TAX_ENDS = (b"pph ", b"pph) ", b"pph\n", b"final ", b"badan ", b"impor ", b"penghasilan ", b"penghasilan\n")
#: A tax named after its article: ``PPh Pasal 21``.
_TAX = pattern(
    rb"(?<!uu\s)(?<!undang\s)(?:\bpph\)?|pa\s?j\s?ak\s{1,3}penghasilan)(?:\s{1,3}(?:final|badan|impor))?\s{1,3}\Z"
)
#: A heading announced at the foot of the page before: ``Pasal 44…`` and, over the leaf, ``Pasal 44``.
_OMITTED = frozenset(b"?.")
_CATCHWORD = pattern(
    rb"p\s?asa[l1]\s{1,9}(?P<number>[0-9]{1,4}[a-z]?)\s?(?:\?|\.\s?\.\s?\.?)(?:\s{1,40}(?:-\s?[0-9]{1,4}\s?-\s{1,40})?p?asa[l1]\s{1,9}(?P=number)\b|\s{0,9}\Z)"
)
#: An article whose lines run on: ``… WILAYAH Pasal 3 (1) Pemerintah Kota …``.
_FLAT = pattern(
    rb"p\s?asa[l1]\s{1,9}[0-9l][0-9lo]{0,3}\s?[a-z]?\s{1,9}\(\s?[1l]\s?\)\s{1,9}"
    rb"(?!uu|undang|peraturan|per[a-z]{1,12}\s{1,3}(?:no|[0-9])|pp\b|pkpu|kuh|kitab|konvensi|kovenan|statuta|piagam|deklarasi|perjanjian|qanun|perda)(?=[a-z])"
)
_FLAT_BEFORE = pattern(r"(?:[.;:]|[A-Z]{3,}[ ,]+[A-Z]{3,}|\A)\s*\Z")


#: An article whose first sentence follows on its line: ``Pasal 154 Segala biaya …``, and what stands before it.
_RUN_ON = pattern(
    r"[Pp]\s?[Aa]\s?[Ss]\s?[Aa]\s?[Ll1]\s{1,3}(?:[0-9lOI]{1,4}[A-Z]?|[IVX]{1,4})(?=\s|[A-Z][a-z]{2})\s{0,3}(?P<word>[A-Z][a-z]{2,}|[A-Z](?=\s[a-z]))(?P<rest>\s[a-z]|[\s,])?"
)
_RUN_ON_BEFORE = pattern(r"(?:[^\d\s][.;]|[A-Z]{3,}[ ,]+(?:DAN )?[A-Z]{3,}|berikut\s?:)\s*\Z")
#: Words that continue a reference to a place rather than begin its text.
_CONTINUES = frozenset((
    "ayat", "huruf", "angka", "butir", "konvensi", "kovenan", "statuta", "piagam", "deklarasi", "perjanjian",
    "konstitusi", "kode", "anggaran", "protokol", "persetujuan", "traktat", "rancangan", "raperda", "juncto",
    "junto", "tentang", "dan", "atau", "kompilasi", "bagian", "bab", "lampiran", "penjelasan", "sampai", "jis",
    "naskah", "pedoman", "memorandum", "burgerlijk", "nomor", "memuat", "mengatur", "menyebutkan", "menyatakan",
    "tersebut", "itu", "ini", "kitab", "perpu", "undang",
))  # fmt: skip


def _opens_article(plain: bytes, text: str, begin: int) -> bool:
    """Whether a pasal opens its own text in a law whose line breaks were lost."""
    match = _FLAT.match(plain, begin) if b"(" in plain[begin + 6 : begin + 12] else None
    if not match or not text[match.end()].isupper():
        return False
    return _FLAT_BEFORE.search(text[max(0, begin - 60) : begin]) is not None


_WITHIN = (",", ")", "(", "-", "/", '"')


def _runs_on(text: str, begin: int) -> bool:
    """Whether a pasal heads the sentence that follows it on its line, in a law whose line breaks were lost."""
    before = text[max(0, begin - 3) : begin].rstrip()[-1:]
    match = _RUN_ON.match(text, begin)
    if match and (_opens_sentence(match) or text[match.start("word") - 1].isdigit()):
        return True
    if before.islower() or before.isdigit() or before in _WITHIN:
        return False
    if not match or not _RUN_ON_BEFORE.search(text[max(0, begin - 40) : begin]):
        return False
    word = match["word"].lower()
    if word in _CONTINUES:
        return False
    names = kinds().first
    return word.encode("ascii") not in names or (
        b"ini " in text[match.end() : match.end() + 48].lower().encode("ascii", "replace") and match["rest"] is not None
    )


#: Words that begin a sentence where they are capital: behind a place referred to they are not.
_OPENERS = frozenset((
    "agar", "apabila", "atas", "bagi", "barang", "dalam", "dengan", "jika", "kecuali", "pada", "segala", "selain",
    "semua", "setiap", "untuk", "guna",
))  # fmt: skip


def _opens_sentence(match: re.Match[str]) -> bool:
    """Whether what is behind a pasal's number can only begin a sentence: ``Pasal 4 Dengan terbentuknya …``."""
    rest = match["rest"] or ""
    return match["word"].lower() in _OPENERS and rest[-1:].islower()


_LINE_BEFORE = pattern(
    rb"(?:(?:\A|\n)(?:#{1,6}\s)?|<(?:h[1-6]|p|b|strong|center|div|span)(?:\s[^<>]{0,30})?>)[ \t]{0,30}\Z"
)


#: A pasal at the end of a line whose instrument begins the next.
_NUMBERED_NEXT = pattern(
    rb"p\s?asa[l1]\s{1,9}[0-9ivx]{1,4}\s?[a-z]{0,2}\s{1,9}(?:dalam\s|dari\s)?(?:uu|undang[\s\-]{1,9}undang|perpp?u|pp|pkpu|pmk|perpres"
    rb"|permendagri|perbawaslu|peraturan\s{1,9}[a-z]{2,14})\b(?!\s{1,9}ini\b)[^.;:]{0,80}?[0-9]"
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
    match = _HEADING.match(plain, begin) or _EMPTY_BEHIND.match(plain, begin)
    if not match or (_NUMBERED_NEXT.match(plain, begin) and not _stands_alone(plain, begin)):
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


_EMPTY_BEFORE = pattern(rb"\n[ \t\r]{0,9}\n[ \t]{0,30}\Z")
_EMPTY_BEHIND = pattern(rb"pasal[ \t]{1,3}[0-9]{1,3}[a-z]?(?: ayat \([0-9]{1,2}\))?[ \t\r]{0,9}\n[ \t\r]{0,9}\n")


def _stands_alone(plain: bytes, begin: int) -> bool:
    """Whether a pasal has empty lines before and behind."""
    return _EMPTY_BEHIND.match(plain, begin) is not None and bool(
        _EMPTY_BEFORE.search(plain, max(0, begin - 50), begin)
    )


#: A pasal with its own title on a line, as contracts have it: ``PASAL 3 - PELEPASAN HAK``.
_TITLED = pattern(r"PASAL[ ]{1,3}(?:[0-9IVX]{1,4}[A-Z]?[ ]{0,3}[-:\u2013\u2014][ ]{1,3}[A-Z]{2}|[0-9]{1,3}[A-Z]{4})")
#: A pasal as the name of a part of data: ``"Pasal 2": [``.
_KEY = pattern(rb"pasal\s{1,3}[0-9]{1,4}[a-z]?\"\s?:")
#: The first ayat on the line below a pasal that ends a line, and the end of what is before.
_FIRST_BELOW = pattern(rb"pasal\s{1,3}[0-9]{1,4}[a-z]?\.?[ \t]{0,9}\r?\n\s{0,20}\(\s?1\s?\)")
_SENTENCE_ENDS = (b". ", b"; ", b"? ", b".\n")


def _has_title(plain: bytes, text: str, begin: int) -> bool:
    """Whether a pasal in capitals at the beginning of a line has its title behind it, or a mark makes it a title."""
    if plain.endswith(b"# ", 0, begin) or (plain.endswith(b'"', 0, begin) and _KEY.match(plain, begin)):
        return True
    if plain.endswith(_SENTENCE_ENDS, 0, begin) and _FIRST_BELOW.match(plain, begin):
        return True
    return _TITLED.match(text, begin) is not None and bool(_LINE_BEFORE.search(plain, max(0, begin - 40), begin))


#: The word before itself: ``Pasal-pasal 7``.
_TWICE = frozenset((b"pasal-", b"pasal ", b"pasa1-"))
_WIDER = pattern(rb"(?:penjelasan(?:\s{1,9}atas)?(?:\s{1,9}ketentuan)?|lampiran(?:\s{1,9}[ivx]{1,6})?)\s{1,9}\Z")


def _wider(plain: bytes, begin: int) -> int:
    """Return the start of ``Penjelasan`` or ``Lampiran`` right before a pasal, else the pasal's own."""
    window = max(0, begin - 40)
    for word in (b"penjelasan", b"lampiran"):
        at = plain.rfind(word, window, begin)
        if at >= 0 and _WIDER.fullmatch(plain, at, begin):
            return at
    return begin
