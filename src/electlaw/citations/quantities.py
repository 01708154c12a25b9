"""Quantities as Indonesian texts write them: ``7,5 persen``, ``tiga hari kerja``, ``Rp75 juta``."""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

#: Where a quantity may stand, and its kind of unit.
Spot = tuple[int, str]

__all__ = [
    "NUMERAL",
    "QUANTITY",
    "Quantity",
    "Spot",
    "family",
    "number_of",
    "quantity_at",
    "quantity_of",
    "sized",
    "spots_in",
]

_ONES = {
    b"satu": 1, b"dua": 2, b"tiga": 3, b"empat": 4, b"lima": 5, b"enam": 6, b"tujuh": 7, b"delapan": 8, b"sembilan": 9,
    b"sepuluh": 10, b"sebelas": 11, b"seratus": 100, b"seribu": 1000,
}  # fmt: skip
_SCALES = {b"ribu": 1000, b"juta": 10**6, b"miliar": 10**9, b"milyar": 10**9, b"triliun": 10**12}
_ONE = rb"(?:" + rb"|".join(sorted(_ONES, reverse=True)) + rb")"
_WHOLE = _ONE + rb"(?:\s(?:belas|puluh|ratus|" + _ONE + rb")){0,6}"
#: In words, with tenths: ``dua puluh lima``, ``tujuh koma lima``.
_SPELLED = rb"(?:(?:nol|" + _WHOLE + rb")\skoma\s" + _ONE + rb"|" + _WHOLE + rb")"
#: A number in figures or words, with the other form in brackets behind it, and its scale.
NUMERAL = (
    rb"(?:(?<![0-9.,/\-])[0-9]{1,3}(?:\.[0-9]{3}){1,5}(?:,[0-9]{1,2})?|(?<![0-9.,/\-])[0-9]{1,15}(?![0-9])(?:[.,][0-9]{1,2})?|(?<![a-z])"
    + _SPELLED
    + rb")(?:\s?\([a-z ,\-]{3,60}\))?(?:\s?(?:ribu|juta|miliar|milyar|triliun)\b)?"
)
_UNIT = (
    rb"(?P<unit>persen|%|tahun|bulan|hari(?:\s(?:kerja|kalender))?|orang|pemilih|kali)(?![a-z])"
    rb"|(?P<rupiah>rupiah(?![a-z]))"
)
#: A quantity: one number, or two that bound a range, with their unit.
QUANTITY = pattern(
    rb"(?P<rp>\brp\.?\s{0,2})?(?P<number>"
    + NUMERAL
    + rb")(?:\s{0,2}(?:%|persen)?\s{0,2}(?:-|hingga|sampai(?:\sdengan)?|s\.?d\.?|dan|atau)\s{0,2}(?P<other>"
    + NUMERAL
    + rb"))?\s{0,3}(?:"
    + _UNIT
    + rb"|(?<=[a-z0-9)])(?(rp)|(?!)))"
)
_FAMILIES = {
    "%": "percent", "persen": "percent", "tahun": "month", "bulan": "month", "hari": "day", "orang": "person",
    "pemilih": "person", "kali": "times", "percent": "percent", "year": "month", "month": "month",
    "day": "day", "working_day": "day", "calendar_day": "day", "hour": "day", "person": "person", "debate": "times",
    "IDR": "IDR",
}  # fmt: skip


@attrs.frozen
class Quantity:
    """A quantity in a text: where it stands, its kind of unit, and its one or two numbers in that kind's least unit."""

    start: int
    end: int
    family: str
    values: frozenset[Fraction]


def family(unit: str) -> str:
    """Return the kind of a unit: ``month`` for years and months, ``day`` for all days and hours; itself if unknown."""
    return _FAMILIES.get(unit, unit)


def sized(value: str, unit: str, kind: str) -> Fraction | None:
    """Return a value of the log in the least unit of a kind; None if it is of another kind or no number."""
    if family(unit) != kind:
        return None
    try:
        number = Fraction(value)
    except ValueError:
        return None
    return number * 12 if unit == "year" else number / 24 if unit == "hour" else number


def number_of(written: bytes) -> Fraction | None:
    """Read a number in figures or words, with its scale; None for what is none."""
    written = re.sub(rb"\([^)]*\)", b" ", written).strip()
    scale = 1
    for word, size in _SCALES.items():
        if written.endswith(word) and written != word:
            written, scale = written[: -len(word)].strip(), size
            break
    if written[:1].isdigit():
        plain = re.sub(rb"\.(?=[0-9]{3}(?![0-9]))", b"", written).replace(b",", b".")
        return Fraction(plain.decode()) * scale
    whole, _, tenths = written.partition(b" koma ")
    total = Fraction(0) if whole == b"nol" else _spelled(whole.split())
    return None if total is None else (total + Fraction(_ONES.get(tenths, 0), 10)) * scale


def _spelled(words: list[bytes]) -> Fraction | None:
    """Add up a number in words below a thousand: ``dua puluh lima``."""
    total = last = 0
    for word in words:
        if word in _ONES:
            total, last = total + last, _ONES[word]
        elif word == b"belas":
            last += 10
        elif word == b"puluh":
            last *= 10
        elif word == b"ratus":
            last *= 100
    return Fraction(total + last) if total + last else None


#: Where quantities are looked for: their units, and what stands right before those.
_ANCHORS = tuple(
    (pattern(unit), family(unit.decode()))
    for unit in (b"persen", b"%", b"tahun", b"bulan", b"hari", b"orang", b"pemilih", b"kali")
)
_SUM = pattern(rb"rp(?=[. \n]{0,2}[0-9])")
_COUNTED = (
    *(b"0123456789)%"[index : index + 1] for index in range(12)), *_ONES, b"belas", b"puluh", b"ratus", *_SCALES,
)  # fmt: skip
_OF_A_LAW = pattern(rb"tahun\s{1,3}[0-9]{2}")
#: Where a number may begin, and how far before its unit that may be.
_BEGINS = pattern(rb"(?<![0-9a-z.,/\-])[0-9]|(?<![a-z])(?:nol\skoma|" + _ONE + rb")")
_REACH = 70


def spots_in(plain: bytes) -> list[Spot]:
    """Return where a view of a text may state a quantity, in order: where its unit stands, or a sum begins."""
    return sorted((*_units(plain), *_sums(plain)))


def quantity_at(plain: bytes, spot: Spot) -> Quantity | None:
    """Read the quantity at a spot; None if there is none."""
    at, kind = spot
    begins = [at] if kind == "IDR" else [begin.start() for begin in _BEGINS.finditer(plain, max(0, at - _REACH), at)]
    for begin in begins:
        match = QUANTITY.match(plain, begin)
        item = quantity_of(match) if match and match.end() > at else None
        if item:
            return item
    return None


def _units(plain: bytes) -> Iterator[Spot]:
    """Yield where a unit stands behind a number."""
    for unit, kind in _ANCHORS:
        for found in unit.finditer(plain):
            at = found.start()
            if plain[max(0, at - 12) : at].rstrip().endswith(_COUNTED) and not _OF_A_LAW.match(plain, at):
                yield at, kind


def _sums(plain: bytes) -> Iterator[Spot]:
    """Return where a sum of money stands."""
    return ((found.start(), "IDR") for found in _SUM.finditer(plain))


def quantity_of(match: re.Match[bytes]) -> Quantity | None:
    """Read a match of `QUANTITY`; None if its numbers cannot be read."""
    unit = "IDR" if match["rp"] or match["rupiah"] else (match["unit"] or b"").decode().split()[0]
    numbers = [number_of(match[part]) for part in ("number", "other") if match[part]]
    read = [number for number in numbers if number is not None]
    if len(read) < len(numbers):
        return None
    times = 12 if unit == "tahun" else 1
    return Quantity(match.start(), match.end(), family(unit), frozenset(number * times for number in read))
