"""Reads the head of a numbered instrument backwards from its number: type word, issuer, abbreviation."""

from __future__ import annotations

import re

import attrs

from electlaw.citations import grammar
from electlaw.citations.grammar import NOMOR, REGIONAL, kinds, words
from electlaw.refs import numbered_id

__all__ = ["Head", "Mention", "allowed", "head_before", "mention_of"]


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
    rb"\(\s{0,3}[\"']?(?:selanjutnya\s{1,3}disebut\s{1,3}|disingkat\s{1,3})?"
    rb"([a-z][a-z .\-]{0,40}?)[\"']?\s{0,3}\)[\s.,]{0,9}\Z"
)
_BREAK = re.compile(rb"[;:!?()\[\]{}\"*]|\n\s*\n|\.\s*\n|,(?!\s)")
_STOPS = frozenset(
    b"yang dalam dengan adalah untuk sesuai oleh pada dari karena bahwa itu ini tersebut merupakan yaitu "
    b"yakni melalui terhadap ke di sebagaimana telah akan tidak bukan juga saat ketika sejak hingga sampai "
    b"setelah sebelum menurut berdasarkan pasal ayat huruf angka menjadi mengatakan jo juncto tahun lembaran "
    b"tambahan berita".split()
)
_ISSUER_NOISE = frozenset(b"republik indonesia ri negara nri provinsi prov propinsi kabupaten kab daerah".split())


@attrs.define
class Head:
    """A type word with its issuer and abbreviation, as read backwards from a number."""

    start: int
    end: int
    kind: str
    name: bytes
    issuer: list[bytes]
    alias: bytes
    nomor: bool
    nomor_start: int


def head_before(plain: bytes, at: int) -> Head | None:
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
) -> Head | None:
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
            return Head(found[at].start(), end, kind, name, issuer, alias, nomor, nomor_start)
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


def mention_of(head: Head, end: int, number: str, year: str, repairs: tuple[str, ...], old: str = "") -> Mention:
    """Return the mention of a numbered instrument under a head, mending a UUD put for a statute."""
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


def allowed(head: Head, short: bool) -> bool:
    """Whether what stands between the type word and the number can stand there."""
    rest = [word for word in head.issuer if word not in _ISSUER_NOISE]
    if head.kind in ("peraturan", "keputusan", "instruksi", "se", "permen", "kepmen"):
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
