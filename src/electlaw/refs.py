"""Identities: instruments, places within them, and the ways people and machines write them.

A `Ref` is the canonical text of an identity, such as ``uu-1-2015/pasal-201/ayat-8``: it compares, sorts and
hashes as that text. `parse` reads one reference as people write it, `cite` writes it as Indonesian drafting
practice does, `akn` and `from_akn` convert to and from Akoma Ntoso IRIs. To find references in running text
use `electlaw.find_citations`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from electlaw.errors import Invalid
from electlaw.issuers import issuer_slug, slug
from electlaw.tables import tables
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Ref",
    "akn",
    "akn_day",
    "cite",
    "cite_place",
    "from_akn",
    "instrument_id",
    "kind_names",
    "kind_of_name",
    "normal_name",
    "numbered_id",
    "order_key",
    "own_article",
    "parse",
    "place_path",
    "ruling_id",
    "split_id",
]

#: The text a reference to a bare ``Pasal`` means: the Pilkada law.
DEFAULT_TEXT = "uu-1-2015"

_LONGEST = 400


class Ref(Shown, str):
    """The canonical identity of an instrument or of a place in it.

    >>> ref = parse("Pasal 201 ayat (8) UU 10/2016")
    >>> ref
    Ref('uu-10-2016/pasal-201/ayat-8')
    >>> ref.instrument, ref.path
    ('uu-10-2016', 'pasal-201/ayat-8')
    """

    __slots__ = ()

    @property
    def instrument(self) -> str:
        """The id of the instrument, ``uu-10-2016``."""
        return self.partition("/")[0]

    @property
    def path(self) -> str:
        """The place within the instrument, ``pasal-201/ayat-8``; empty for the instrument itself."""
        return self.partition("/")[2]

    @property
    def parent(self) -> Ref | None:
        """The place that holds this one; the instrument holds its pasal; None above the instrument."""
        above, slash, _ = self.rpartition("/")
        return Ref(above) if slash else None

    def __repr__(self) -> str:
        return f"Ref({str.__repr__(self)})"


# -- names of kinds -------------------------------------------------------------------------------------

_kind_names: dict[str, str] = {}
_DASHES = re.compile(r"[\s.\-\u00ad\u2010-\u2015\u2212]+")


def normal_name(text: str) -> str:
    """Fold case, dashes, dots and spacing, so that ``Undang–undang`` and ``UNDANG UNDANG`` meet."""
    return _DASHES.sub(" ", text).strip().casefold()


def kind_names() -> dict[str, str]:
    """Return the type words of instruments, in their normal form, with the kind each names."""
    if not _kind_names:
        _kind_names.update((row["name"], row["kind"]) for row in tables()["kind-names"])
    return _kind_names


def kind_of_name(name: str) -> str | None:
    """Return the kind of instrument a type word names (``"Undang-Undang"`` is ``"uu"``), or None."""
    rows = tables()["kind-names"].rows(normal_name(name))
    return rows[-1]["kind"] if rows else None


def _kind_and_issuer(words: str) -> tuple[str, str] | None:
    """Split ``Keputusan KPU Sulawesi Selatan`` into its kind and a slug of its issuer."""
    parts = normal_name(words).split(" ")
    for size in range(len(parts), 0, -1):
        kind = kind_of_name(" ".join(parts[:size]))
        if kind:
            return kind, slug(" ".join(parts[size:]))
    return None


# -- instruments ----------------------------------------------------------------------------------------

_NUMBERED = re.compile(
    r"(?P<kind>[a-z](?:[^\d(),;]*?[a-z])?)\.?\s*"
    r"(?:\b(?:no|nomor|nomer)\b\.?|№)?\s*:?\s*"
    r"(?P<number>\d[0-9A-Za-z.\-]*(?:/[A-Za-z][0-9A-Za-z.\-]*)*)\s*"
    r"(?:/|\b(?:tahun|thn|th)\b\.?)\s*(?P<year>\d{4}|\d{2})",
    re.IGNORECASE | re.ASCII,
)
#: Compiled at the first text that may be one.
_RULING = (
    r"(?ai)(?:(?P<court>(?:putusan\s+)?(?:mahkamah\s+konstitusi|mahkamah\s+agung|mk|ma))\s*)?"
    r"(?:putusan\s+)?(?:(?:no|nomor)\.?\s*)?(?P<number>\d+(?:-\d+)*)\s*(?P<p>P)?/(?P<series>[A-Z][A-Z.]*(?:-[IVXLC]+)?)/(?P<year>\d{4})"
)
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9.]+)*-\d{4}")
_SPLIT = re.compile(r"(?P<kind>[a-z][a-z-]*?)-(?P<number>\d[a-z0-9.-]*)-(?P<year>\d{4})")


def own_article(path: str) -> bool:
    """Whether a path is of an amending or ratifying law itself (``pasal-ii``), not of the text it changes."""
    head = path.removeprefix("penjelasan/").partition("/")[0]
    level, _, number = head.partition("-")
    roman = level == "pasal" and number != "" and not number.strip("ivxlc")
    return roman or head in ("batang-tubuh", "penjelasan-umum")


def split_id(instrument: str) -> tuple[str, str, str]:
    """Split ``uu-10-2016`` into kind (with issuer), number and year; empty texts where the id has none."""
    match = _SPLIT.fullmatch(instrument)
    if match:
        return match["kind"], match["number"], match["year"]
    kind, _, year = instrument.rpartition("-")
    return (kind, "", year) if year.isdigit() else (instrument, "", "")


def full_year(year: str) -> str:
    """Complete a two-digit year: Indonesian law begins in 1945, so ``45`` to ``99`` are of the last century."""
    if len(year) == 4:
        return year
    return ("19" if int(year) >= 45 else "20") + year


def instrument_id(text: str, *, names: Callable[[str], str | None] | None = None) -> str:
    """Return the canonical id of the instrument named by `text`.

    Accepts a canonical id, a citation (``UU No. 10 Tahun 2016``, ``Permendagri 61/2011``,
    ``Putusan MK Nomor 60/PUU-XXII/2024``) or, through `names`, a popular name. Raises `Invalid` if it is
    none of these; whether such an instrument exists is not asked here.
    """
    text = text.strip()
    _check_length(text)
    if _ID.fullmatch(text):
        return text
    popular = names(normal_name(text)) if names else None
    if popular:
        return popular
    match = re.fullmatch(_RULING, text) if text.count("/") > 1 else None
    if match:
        court = (match["court"] or "").casefold()
        high = "agung" in court or court.endswith("ma") or match["p"] or match["series"].upper() == "HUM"
        series = f"{'p-' if match['p'] else ''}{match['series']}"
        return ruling_id("ma" if high else "mk", match["number"], series, match["year"])
    match = _NUMBERED.fullmatch(text)
    found = _kind_and_issuer(match["kind"]) if match else None
    if match and found:
        kind, issuer = found
        return numbered_id(kind, match["number"], match["year"], issuer)
    shown = text if len(text) <= 60 else text[:57] + "..."
    raise Invalid(
        f"{shown!r} names no instrument: write for example 'UU 10/2016' or 'PKPU 8/2024'",
        id=f"{shown!r} bukan nama peraturan: tulis misalnya 'UU 10/2016' atau 'PKPU 8/2024'",
        choices=_near_names(text) if names else (),
    )


def _near_names(text: str) -> list[str]:
    """Return the popular names of instruments nearest to a text that names none."""
    from difflib import get_close_matches

    return get_close_matches(normal_name(text), dict.fromkeys(row["name"] for row in tables()["popular-names"]), 3, 0.7)


def numbered_id(kind: str, number: str, year: str, issuer: str = "") -> str:
    """Return the id of a numbered instrument: kind, slug of its issuer if it needs one, number, full year."""
    if number.isdigit() and number[0] != "0" and len(year) == 4 and not issuer:
        return f"{kind}-{number}-{year}"
    issuer = issuer_slug(issuer)
    if kind == "perdasi" and "papua" not in issuer:  # the words are those of any province's regulation
        kind = "perda"
    parts = (kind, issuer, _slug_number(number), full_year(year) if year else "")
    return "-".join([part for part in parts if part])


def ruling_id(court: str, number: str, series: str, year: str) -> str:
    """Return the id of a ruling: ``mk-5-puu-iii-2005`` also for ``005``, as zeros before a docket are but a habit."""
    number = "-".join([part.lstrip("0") or "0" for part in number.split("-")])
    return f"{court}-{number}-{slug(series)}-{year}"


def _slug_number(number: str) -> str:
    return number.casefold().replace("/", "-").lstrip("0") or "0"


def _check_length(text: str) -> None:
    if len(text) > _LONGEST:
        raise Invalid(
            f"a reference of {len(text)} characters: too long to be one (at most {_LONGEST})",
            id=f"rujukan sepanjang {len(text)} karakter: terlalu panjang (paling banyak {_LONGEST})",
        )


# -- places ---------------------------------------------------------------------------------------------

_ELEMENT = re.compile(
    r"\s*,?\s*(?:"
    r"(?P<umum>penjelasan\s+umum)\b|(?P<penjelasan>penjelasan)\b(?:\s+atas\b)?"
    r"|(?P<body>batang\s+tubuh)\b|(?P<annex>lampiran)\b(?:\s+(?P<annexno>[IVXLC]+)\b)?"
    r"|(?:pasal|psl\.?|ps\.?)\s*(?P<pasal>\d+(?:[A-Z]{1,2}|\s[A-Z])?(?:\b|(?=ayat|huruf|angka))|[IVXLC]+\b)"
    r"|(?:ayat\s*)?\(\s*(?P<ayat>\d+[a-z]?)\s*\)|ayat\s*(?P<bare>\d+[a-z]?)\b"
    r"|(?:huruf|hurup|hrf\.?)\s*(?P<huruf>[a-z]{1,2}\s?\d?)\b\.?"
    r"|angka\s*(?P<angka>\d+[a-z]?)\b"
    r"|bab\s+(?P<bab>[IVXLC]+[A-Z]?)\b|bagian\s+(?P<bagian>\d+[a-z]?|ke\w+)\b|paragraf\s+(?P<paragraf>\d+)\b"
    r")",
    re.IGNORECASE | re.ASCII,
)
_STARTS = re.compile(
    r"\b(?:(?:penjelasan|batang\s+tubuh|lampiran|pasal|ps|psl|ayat|huruf|angka|bab)\b|(?:pasal|ps|psl)(?=\d))",
    re.IGNORECASE,
)
#: A letter behind an ayat is a huruf, as people write it: ``Pasal 7 (2) g``.
_BARE_LETTER = r"(?ai)((?:\(\s*\d+[a-z]?\s*\)|\bayat\s+\d+)\s*,?)\s*([a-z])(?![\w./])"
_RANGE = (
    r"(?i)\s*(?:sampai(?:\s+dengan)?|s\s?\.?\s?/?d\s?\.?|hingga|[-–—])"
    r"\s*(?:(?P<level>pasal|ayat|huruf|angka)\s*)?\(?\s*(?P<end>\d+[a-z]*|[a-z])\b"
)
_CANONICAL = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_ORDINALS = {
    "kesatu": "1", "kedua": "2", "ketiga": "3", "keempat": "4", "kelima": "5",
    "keenam": "6", "ketujuh": "7", "kedelapan": "8", "kesembilan": "9", "kesepuluh": "10",
}  # fmt: skip
_WIDE = r"[^\x00-\x7f]"
_LEVELS = (
    "lampiran", "batang-tubuh", "penjelasan", "bab", "bagian", "paragraf", "pasal", "ayat", "huruf", "angka",
)  # fmt: skip


def place_path(text: str) -> str:
    """Return the canonical path of a place: ``Pasal 7 ayat (2) huruf e`` is ``pasal-7/ayat-2/huruf-e``.

    Raises `Invalid` naming the first part that cannot be read, an order that no law has
    (``huruf a Pasal 7``), or a number no law bears (``ayat (0)``).
    """
    _check_length(text)
    parts: list[str] = []
    at, end = 0, len(text)
    while at < end:
        if text[at:].isspace():
            break
        match = _ELEMENT.match(text, at)
        if not match or match.end() == at:
            raise _unreadable(text, at)
        parts.extend(_elements(match, text))
        at = match.end()
    if not parts:
        raise Invalid("no place named: write for example 'Pasal 7 ayat (2)'", id="tidak ada pasal disebut")
    levels = [_LEVELS.index(_level(part)) for part in parts]
    if levels != sorted(set(levels)):
        raise Invalid(
            f"{text.strip()!r}: the parts do not nest (pasal, ayat, huruf, angka)",
            id=f"{text.strip()!r}: urutannya tidak bersusun (pasal, ayat, huruf, angka)",
        )
    return "/".join(parts)


def _unreadable(text: str, at: int) -> Invalid:
    wide = re.search(_WIDE, text[at:])
    shown = text[at : at + 30].strip()
    if wide and wide[0].isdigit():
        return Invalid(
            f"{shown!r}: {wide[0]!r} is not an ordinary digit (0-9)",
            id=f"{shown!r}: {wide[0]!r} bukan angka biasa (0-9)",
        )
    return Invalid(
        f"cannot read {shown!r} as pasal, ayat, huruf or angka",
        id=f"{shown!r} tidak terbaca sebagai pasal, ayat, huruf, atau angka",
    )


def _elements(match: re.Match[str], text: str) -> list[str]:
    level = match.lastgroup or ""
    value = match[level]
    if level in ("umum", "penjelasan"):
        return ["penjelasan-umum" if level == "umum" else "penjelasan"]
    if level == "body":
        return ["batang-tubuh"]
    if level in ("annex", "annexno"):
        return [f"lampiran-{match['annexno'].casefold()}" if match["annexno"] else "lampiran"]
    value = value.replace(" ", "").casefold()
    if level == "bare":
        level = "ayat"
    if level == "bagian":
        value = _ORDINALS.get(value, value)
    if re.fullmatch(r"0+[a-z]*", value):
        raise Invalid(
            f"{text.strip()!r}: no {level} is numbered 0",
            id=f"{text.strip()!r}: tidak ada {level} bernomor 0",
        )
    return [f"{level}-{value.lstrip('0')}"]


def _level(part: str) -> str:
    return part if part in _LEVELS else part.partition("-")[0]


@lru_cache(maxsize=8192)
def order_key(path: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts places as the law orders them: pasal 2, 10, 10a, 11; huruf b, b1, c."""
    key = []
    for part in path.split("/"):
        level = _level(part)
        value = part[len(level) + 1 :]
        number, rest = 0, value
        digits = re.match(r"\d+", value)
        if digits:
            number, rest = int(digits[0]), value[digits.end() :]
        elif level == "bab" or (level == "pasal" and value):
            number, rest = _roman(value), ""
        rank = _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)
        key.append((rank, number, rest))
    return tuple(key)


def _roman(text: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    total = 0
    for this, following in zip(text, text[1:] + " ", strict=True):
        value = values.get(this, 0)
        total += -value if value < values.get(following, 0) else value
    return total


# -- references -----------------------------------------------------------------------------------------


def parse(text: str, *, names: Callable[[str], str | None] | None = None, default: str = DEFAULT_TEXT) -> Ref:
    """Read one reference: canonical, Akoma Ntoso, or as people write it.

    A place may stand before or after its instrument; a place alone belongs to `default`, the Pilkada law.

    Raises `Invalid` if it cannot be read.

    >>> parse("UU 10/2016 Pasal 7 ayat (2) huruf e")
    Ref('uu-10-2016/pasal-7/ayat-2/huruf-e')
    >>> parse("Pasal 54D")
    Ref('uu-1-2015/pasal-54d')
    """
    _check_length(text)
    text = text.strip()
    if not text:
        raise Invalid("an empty reference", id="rujukan kosong")
    if text.startswith("/akn/"):
        return from_akn(text)
    if "/" in text and _CANONICAL.fullmatch(text):
        head = text.partition("/")[0]
        if _ID.fullmatch(head) or head == "kuhp":
            return Ref(text)
        if _level(head) in _LEVELS:
            return Ref(f"{default}/{text}")
    if _CANONICAL.fullmatch(text):
        if _ID.fullmatch(text):
            return Ref(text)
        if re.fullmatch(r"pasal-\d+[a-z]*", text):
            return Ref(f"{default}/{text}")
    _check_width(text)
    start = _STARTS.search(text)
    if not start:
        return Ref(instrument_id(text, names=names))
    text = re.sub(_BARE_LETTER, r"\1 huruf \2", text)
    place, rest = _take_place(text, start.start())
    head = text[: start.start()].strip(" ,")
    rest = re.sub(r"^(?:\s|,|dari|pada|dalam)+", "", rest).strip()
    if head and rest:
        raise Invalid(
            f"{text!r} names an instrument on both sides of the place",
            id=f"{text!r} menyebut peraturan di kedua sisi pasal",
        )
    named = head or rest
    return Ref(f"{instrument_id(named, names=names) if named else default}/{place_path(place)}")


def _take_place(text: str, start: int) -> tuple[str, str]:
    """Split `text` from `start` into the longest run of place elements and what follows."""
    at = start
    while True:
        match = _ELEMENT.match(text, at)
        if not match or match.end() == at:
            break
        at = match.end()
    if at == start:
        raise _unreadable(text, start)
    rest = text[at:]
    _check_range(text, text[start:at], rest)
    if re.match(r"\s*(?:sampai(?:\s+dengan)?|s\.?/?d\.?|dan|atau|hingga)\b|\s*[-–]\s*\d", rest, re.IGNORECASE):
        raise Invalid(
            f"{text!r} names several places: give one, or use find_citations",
            id=f"{text!r} menyebut beberapa tempat: sebut satu saja, atau pakai find_citations",
        )
    if re.match(r"\s*(?:ayat|huruf|angka|pasal|\()", rest, re.IGNORECASE):
        raise _unreadable(text, at)
    return text[start:at], rest


def _check_range(text: str, place: str, rest: str) -> None:
    """Name a range that runs backwards; any other is several places."""
    found = re.match(_RANGE, rest)
    if not found:
        return
    first = place_path(place).rpartition("/")[2]
    level, end = (found["level"] or _level(first)).casefold(), found["end"].casefold()
    if level == _level(first) and order_key(f"{level}-{end}") < order_key(first):
        raise Invalid(
            f"{text!r} is a reversed range: it ends before it begins",
            id=f"{text!r} adalah rentang terbalik: akhirnya mendahului awalnya",
        )


def _check_width(text: str) -> None:
    """Refuse full-width characters by name: an input method wrote them, and no law is cited so."""
    found = re.search("[\uff01-\uff5e]", text)
    if found and not found[0].isdigit():
        plain = chr(ord(found[0]) - 0xFEE0)
        raise Invalid(
            f"{text!r}: {found[0]!r} is a full-width character: write {plain!r}",
            id=f"{text!r}: {found[0]!r} huruf lebar penuh: tulis {plain!r}",
        )


# -- writing --------------------------------------------------------------------------------------------


def cite_place(path: str) -> str:
    """Write a path as drafting practice does: ``Pasal 7 ayat (2) huruf e``."""
    words = []
    for part in path.split("/") if path else ():
        level = _level(part)
        value = part[len(level) + 1 :]
        if level in ("pasal", "bab", "lampiran"):
            name = "BAB" if level == "bab" else level.capitalize()
            words.append(f"{name} {value.upper()}".rstrip())
        elif level == "ayat":
            words.append(f"ayat ({value})")
        elif level in ("penjelasan", "batang-tubuh"):
            words.append(part.replace("-", " ").capitalize())
        elif level == "bagian":
            words.append(f"Bagian {value}")
        else:
            words.append(f"{level} {value}")
    return " ".join(words)


def cite(ref: str, *, short: bool = False) -> str:
    """Write a reference in the official form, or in the short form of the press.

    >>> cite("uu-10-2016/pasal-7/ayat-2")
    'Pasal 7 ayat (2) Undang-Undang Nomor 10 Tahun 2016'
    >>> cite("uu-10-2016", short=True)
    'UU 10/2016'
    """
    instrument, _, path = ref.partition("/")
    name = _cite_instrument(instrument, short)
    return f"{cite_place(path)} {name}" if path else name


@lru_cache(maxsize=1 << 12)
def _cite_instrument(instrument: str, short: bool) -> str:
    kind, number, year = split_id(instrument)
    for row in tables()["instruments"].rows(instrument):
        if not instrument.endswith(f"-{_slug_number(row['number'])}-{row['year']}"):
            kind = row["kind"]
        number, year = row["number"], row["year"]
        kind = kind if kind.startswith(row["kind"]) else row["kind"]
    words = kind.split("-")
    for size in range(len(words), 0, -1):
        for known in tables()["kinds"].rows("-".join(words[:size])):
            return _numbered(known, " ".join(words[size:]).title().replace("Dki ", "DKI "), number, year, short)
    return instrument


def _numbered(kind: dict[str, str], issuer: str, number: str, year: str, short: bool) -> str:
    name = kind["short_id"] if short else kind["long_id"]
    if issuer:
        name += f" {issuer}"
    if not number:
        return f"{name} {year}" if short else f"{name} Tahun {year}" if year else name
    nomor = "" if short else "Nomor "
    if number.endswith(f"/{year}"):
        return f"{name} {nomor}{number}"
    return f"{name} {number}/{year}" if short and "/" not in number else f"{name} {nomor}{number} Tahun {year}"


_TO_AKN = {
    "pasal": "art",
    "ayat": "para",
    "huruf": "point",
    "angka": "item",
    "bab": "chp",
    "bagian": "part",
    "paragraf": "subpart",
}
_FROM_AKN = {value: key for key, value in _TO_AKN.items()}
_AKN = (
    r"/akn/id/(?P<type>act|judgment)/(?P<kind>[a-z][a-z-]*)/(?P<year>\d{4})/(?P<number>[a-z0-9.-]+)"
    r"(?:/ind(?:@(?P<on>\d{4}-\d{2}-\d{2}))?)?(?:/!(?P<part>[a-z-]+))?(?:~(?P<eid>[A-Za-z0-9_]+))?"
)


def akn(ref: str, on: str | None = None) -> str:
    """Return the Akoma Ntoso IRI of an instrument or place, as an expression of day `on` if given.

    >>> akn("uu-10-2016/pasal-7/ayat-2", on="2016-07-01")
    '/akn/id/act/uu/2016/10/ind@2016-07-01/!main~art_7__para_2'
    """
    instrument, _, path = ref.partition("/")
    kind, number, year = split_id(instrument)
    family = "judgment" if kind in ("mk", "ma") else "act"
    iri = f"/akn/id/{family}/{kind}/{year}/{number or 'nn'}"
    if on:
        iri += f"/ind@{on}"
    if path:
        iri += "" if on else "/ind"
        component, parts = "main", path.split("/")
        if parts[0].startswith(("penjelasan", "batang-tubuh", "lampiran")):
            component = parts.pop(0)
        eid = "__".join(f"{_TO_AKN.get(_level(part), '')}_{part[len(_level(part)) + 1 :]}" for part in parts)
        iri += f"/!{component}" + (f"~{eid}" if eid else "")
    if not _same(iri, ref):
        raise Invalid(
            f"{ref[:80]!r} is no canonical reference: read it with electlaw.parse first",
            id=f"{ref[:80]!r} bukan rujukan baku: baca dahulu dengan electlaw.parse",
        )
    return iri


def _same(iri: str, ref: str) -> bool:
    """Whether an IRI reads back as the reference it was made of, and its place as one a law may have."""
    path = ref.partition("/")[2]
    try:
        return from_akn(iri) == ref and (not path or place_path(cite_place(path)) == path)
    except Invalid:
        return False


def akn_day(iri: str) -> str | None:
    """Return the day of the expression an Akoma Ntoso IRI names; None for a work.

    >>> akn_day("/akn/id/act/uu/2016/10/ind@2016-07-01/!main~art_7")
    '2016-07-01'
    """
    match = re.fullmatch(_AKN, iri)
    return match["on"] if match else None


def from_akn(iri: str) -> Ref:
    """Read an Akoma Ntoso IRI back into a reference; the day of an expression is for `akn_day`."""
    match = re.fullmatch(_AKN, iri)
    if not match:
        raise Invalid(
            f"{iri[:80]!r} is no Akoma Ntoso IRI of an Indonesian instrument",
            id=f"{iri[:80]!r} bukan IRI Akoma Ntoso",
        )
    number = "" if match["number"] == "nn" else match["number"]
    instrument = "-".join(part for part in (match["kind"], number, match["year"]) if part)
    parts = [] if match["part"] in (None, "main") else [match["part"]]
    for piece in match["eid"].split("__") if match["eid"] else ():
        level, _, value = piece.rpartition("_")
        if level not in _FROM_AKN:
            raise Invalid(f"{piece!r} is no part of an Indonesian instrument", id=f"{piece!r} bukan bagian peraturan")
        parts.append(f"{_FROM_AKN[level]}-{value}")
    return Ref("/".join([instrument, *parts]))
