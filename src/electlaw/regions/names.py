"""Reads the written name of a region: folds it to what does not vary, takes off the words for a kind.

One normaliser serves look-up and index, so what one folds the other finds. All of it is linear in the text.
"""

from __future__ import annotations

from electlaw.errors import Invalid, NotFound, OutOfCoverage

__all__ = ["KINDS", "bad_code", "fold", "kinds_named", "nearest", "shown", "split_kind", "without_kind"]

#: The kinds of region with their Indonesian names.
KINDS = {
    "province": "Provinsi",
    "regency": "Kabupaten",
    "city": "Kota",
    "administrative-regency": "Kabupaten Administrasi",
    "administrative-city": "Kota Administrasi",
}

_PROVINCE = frozenset({"province"})
_REGENCY = frozenset({"regency", "administrative-regency"})
_CITY = frozenset({"city", "administrative-city"})
_LOCAL = _REGENCY | _CITY

#: Words that tell the kind of region before or after its name, and the kinds they allow.
_KIND_WORDS = {
    **dict.fromkeys(("provinsi", "propinsi", "prov", "prop", "province", "pemprov"), _PROVINCE),
    **dict.fromkeys(("kabupaten", "kab", "regency", "pemkab"), _REGENCY),
    **dict.fromkeys(("kota", "kotamadya", "kodya", "city", "municipality", "pemkot"), _CITY),
    **dict.fromkeys(("administrasi", "administrative"), _LOCAL),
}

#: Words written in more than one way inside a name.
_SAME_WORD = {"kep": "kepulauan", "sumatra": "sumatera", "adm": "administrasi", "peg": "pegunungan"}

_PUNCTUATION = ".,-_/()'\"\u2018\u2019\u2010\u2011\u2013\u2014&"
_TO_SPACE = dict.fromkeys(map(ord, _PUNCTUATION), " ")
_LONGEST = 120


def shown(text: object) -> str:
    """Return what was passed as a message shows it: quoted and no longer than 60 characters."""
    quoted = repr(text)
    return quoted if len(quoted) <= 60 else f"{quoted[:56]}...'"


def fold(text: str) -> list[str]:
    """Fold a written name into its words: compatibility forms, accents, case and punctuation do not matter.

    Raises `Invalid` for what no name of a region can hold, naming the first such character.
    """
    if not isinstance(text, str):
        raise Invalid(
            f"a region is named by a text, not by {shown(text)}",
            id=f"wilayah ditulis sebagai teks, bukan {shown(text)}",
        )
    if len(text) > _LONGEST:
        raise Invalid(
            f"no name of a region has {len(text)} characters: {shown(text[:30])}",
            id=f"tidak ada nama wilayah sepanjang {len(text)} huruf: {shown(text[:30])}",
        )
    folded = text
    if not text.isascii():
        from unicodedata import combining, normalize

        folded = "".join(c for c in normalize("NFKD", text) if not combining(c))
    folded = folded.casefold().translate(_TO_SPACE)
    words = folded.split()
    for word in words:
        if not (word.isascii() and word.isalnum()):
            raise _strange(text, word)
    return [_SAME_WORD.get(word, word) for word in words]


def _strange(text: str, word: str) -> Invalid:
    from unicodedata import name

    char = next(c for c in word if not (c.isascii() and c.isalnum()))
    called = name(char, "no name").lower()
    if char.isalpha():
        reason, alasan = "a letter of another script", "huruf dari aksara lain"
    else:
        reason, alasan = "no part of a name", "bukan bagian nama"
    return Invalid(
        f"{shown(text)} holds U+{ord(char):04X} ({called}), {reason}",
        id=f"{shown(text)} memuat U+{ord(char):04X} ({called}), {alasan}",
    )


def split_kind(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """Take the words for a kind off a name's start and end; return the rest and the kinds they allow."""
    kinds: frozenset[str] = frozenset()
    first, last = 0, len(words)
    while first < last and words[first] in _KIND_WORDS:
        kinds = _narrow(kinds, words[first])
        first += 1
    while last > first and words[last - 1] in _KIND_WORDS:
        kinds = _narrow(kinds, words[last - 1])
        last -= 1
    return words[first:last], kinds


def _narrow(kinds: frozenset[str], word: str) -> frozenset[str]:
    more = _KIND_WORDS[word]
    if word in ("administrasi", "administrative"):
        more = frozenset({"administrative-regency", "administrative-city"})
    return kinds & more if kinds else more


def without_kind(text: str) -> str:
    """Take the word for its kind off an official name."""
    for kind in ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "):
        if text.startswith(kind):
            return text[len(kind) :]
    return text


#: A piece of a name shorter than this leads nowhere.
_PIECE = 4


def nearest(key: str, keys: list[str]) -> list[str]:
    """Return the keys nearest to `key`, best first, then those it is a piece of."""
    pieces = [k for k in keys if key in k] if len(key) >= _PIECE else []
    return list(dict.fromkeys([*_alike(key, keys), *sorted(pieces, key=len)]))[:8]


def _alike(key: str, keys: list[str]) -> list[str]:
    try:
        from rapidfuzz import fuzz, process  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from difflib import get_close_matches

        near = [k for k in keys if k[:1] == key[:1] and abs(len(k) - len(key)) <= 2]
        return get_close_matches(key, near, n=8, cutoff=0.7)
    return [found for found, _, _ in process.extract(key, keys, scorer=fuzz.ratio, limit=8, score_cutoff=70)]


def bad_code(code: str, bps_region: str) -> Exception:
    """Say why `code` is no Kemendagri code of a region; `bps_region` bears it as a BPS code, if any does."""
    if not (code.isascii() and code.isdigit()):
        return Invalid(f"{shown(code)} is no code of a region", id=f"{shown(code)} bukan kode wilayah")
    if len(code) in (6, 10):
        return OutOfCoverage(
            f"{code} is a district's or village's code: covered are codes of 2 digits (province) and 4",
            id=f"{code} kode kecamatan atau desa: yang dicakup kode 2 angka (provinsi) dan 4",
        )
    if len(code) not in (2, 4):
        return Invalid(
            f"{shown(code)} has {len(code)} digits: a Kemendagri code has 2 (province) or 4 (regency, city)",
            id=f"{shown(code)} {len(code)} angka: kode Kemendagri 2 angka (provinsi) atau 4 (kabupaten/kota)",
        )
    hint = f"; as a BPS code it is {bps_region}: say bps={code!r}" if bps_region else ""
    petunjuk = f"; sebagai kode BPS ialah {bps_region}: tulis bps={code!r}" if bps_region else ""
    return NotFound(
        f"no region has the Kemendagri code {code}{hint}",
        id=f"tidak ada wilayah berkode Kemendagri {code}{petunjuk}",
    )


def kinds_named(kind: str | None) -> frozenset[str]:
    """Return the kinds a user means by ``"regency"``, ``"kota"`` and so on; none for None."""
    if kind is None:
        return frozenset()
    if kind in ("administrative-regency", "administrative-city"):
        return frozenset({kind})
    found = _KIND_WORDS.get(kind.casefold()) if isinstance(kind, str) else None
    if found is None or found == _LOCAL:
        raise Invalid(
            f"{shown(kind)} is no kind of region",
            id=f"{shown(kind)} bukan jenis wilayah",
            choices=tuple(KINDS),
        )
    return found
