"""Reads the head of a numbered instrument backwards from its number: type word, issuer, abbreviation."""

from __future__ import annotations

from operator import add

import attrs

from electlaw.citations import grammar
from electlaw.citations.grammar import NOMOR, REGIONAL, kinds, words
from electlaw.citations.patterns import pattern
from electlaw.refs import numbered_id

__all__ = ["COUNTRIES", "INSTEAD", "Head", "Mention", "allowed", "head_before", "is_page", "mention_of"]


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

_WINDOW = 170
_TO_NUMBER = pattern(rb"[\s.:,#'\")\-]{0,40}")
_ALIAS = pattern(
    rb"\(\s{0,3}[\"']?(?:selanjutnya\s{1,3}disebut\s{1,3}|disingkat\s{1,3})?"
    rb"([a-z][a-z .\-]{0,40}?)[\"']?\s{0,3}\)[\s.,]{0,40}\Z"
)
_BREAK = pattern(rb"[;:!?()\[\]{}\"*]|\n\s*\n|\.\s*\n|,(?!\s)")
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


#: Letters a ministry puts before its numbers: ``Nomor PM 25 Tahun 2021``.
_PREFIXES = frozenset((b"pm", b"km", b"kp", b"sk"))
#: ``Nomor``, parted in scanning.
_PARTED = frozenset(((b"no", b"mor"), (b"n", b"omor"), (b"nom", b"or"), (b"nomo", b"r")))
#: The type words that stand before most numbers, and the ways most numbers are announced.
_QUICK = {
    b"undang-undang": "uu", b"uu": "uu", b"uud": "uud", b"pkpu": "pkpu", b"pp": "pp", b"perppu": "perppu",
    b"perpu": "perppu", b"perpres": "perpres", b"permendagri": "permendagri", b"perbawaslu": "perbawaslu",
}  # fmt: skip
_QUICK_NOMOR = frozenset((b"nomor", b"no.", b"n0.", b"no", b"nomor:", b"no:"))


#: What stands before a statute to make it a regulation in lieu of one.
INSTEAD = pattern(rb"[pf]eraturan\s{1,9}pe(?:m|rn)erintah\s{1,9}(?:\([a-z ]{2,9}\)\s{1,9})?p[ec]ngganti\s{1,9}\Z")


def _quick(plain: bytes, at: int) -> Head | None:
    """Read the commonest heads (``UU Nomor``, ``PKPU``) without going through the words one by one."""
    floor = max(0, at - 72)
    tokens = plain[floor:at].split()
    if len(tokens) < 3:
        return None
    last = len(tokens) - 1
    nomor = tokens[last] in _QUICK_NOMOR
    last -= nomor
    alias = b""
    if tokens[last][:1] == b"(" and tokens[last][-1:] == b")" and last > 1:
        alias = tokens[last][1:-1]
        last -= 1
    kind = _QUICK.get(tokens[last])
    if kind is None or not last:
        return None
    start = plain.rfind(tokens[last], floor, at)
    end, name = start + len(tokens[last]), tokens[last]
    if tokens[last - 1].endswith(b"ngganti"):
        instead = INSTEAD.search(plain, max(0, start - 60), start)
        if not instead:
            return None
        kind, name, start = "perppu", b"pengganti " + name, instead.start()
    return Head(start, end, kind, name, [], alias, nomor)


def head_before(plain: bytes, at: int) -> Head | None:
    """Read the type word (and issuer) that stands before the number at `at`."""
    head = _quick(plain, at) or _read(plain, at)
    if head and plain.endswith(_BILL_ENDS, 0, head.start) and _BILL.search(plain, max(0, head.start - 16), head.start):
        return None
    if head and len(head.name) < _LONGEST_SHORT and plain.endswith(_FULL_ENDS, 0, head.start):
        head.start = _full_name(plain, head)
    return head


#: What makes of an instrument a bill, though it may bear a number.
_BILL_ENDS = (b"gan ", b"gan\n", b"draf ", b"draft ")
_BILL = pattern(rb"(?<![a-z])(?:rancangan|draft?)\s{1,3}\Z")
#: What may end the full name before its abbreviation: ``Peraturan Presiden atau Perpres``, ``Undang-Undang UU``.
_FULL_ENDS = tuple(
    word + blank for word in (b"atau", b"undang", b"presiden", b"pemerintah", b"daerah", b"agung", b"negeri", b"umum",
                              b"ri", b"indonesia") for blank in (b" ", b"\n")
)  # fmt: skip
_LONGEST_SHORT = 12


def _full_name(plain: bytes, head: Head) -> int:
    """Return where the full name begins that stands before its abbreviation, else where that begins."""
    found, gaps = words(plain, max(0, head.start - 60), head.start)
    while found and found[-1] in _BEFORE_SHORT:
        found.pop()
    names = kinds()
    for at in range(max(0, len(found) - 5), len(found) - 1):
        hit = names.longest(found, gaps, at)
        if hit == (len(found) - at, head.kind):
            return plain.rfind(found[at] + gaps[at] + found[at + 1], 0, head.start)
    return head.start


_BEFORE_SHORT = (b"atau", b"ri", b"indonesia", b"republik")


def _read(plain: bytes, at: int) -> Head | None:
    """Read any head, word by word."""
    floor = max(0, at - _WINDOW)
    address = plain.rfind(b".go.id", floor, at)  # at the head of a page of the courts' directory
    floor = address + 6 if address >= 0 else floor
    found, gaps = words(plain, floor, at)
    if not found:
        return None
    last = len(found) - 1
    if len(gaps) <= last:
        gaps.append(b"")
    if found[last][-5:] == b"nomor" and len(found[last]) > 5:  # glued in extraction: ``INDONESIANOMOR``
        found[last:] = [found[last][:-5], b"nomor"]
        gaps.insert(last, b"")
        last += 1
    elif found[last][-2:] == b"no" and found[last][:-2] in _QUICK:  # ``UUNo.``
        found[last:] = [found[last][:-2], b"no"]
        gaps.insert(last, b"")
        last += 1
    if not _TO_NUMBER.fullmatch(gaps[last]):
        return None
    nomor, nomor_start = False, at
    if found[last] in NOMOR:
        nomor, nomor_start = True, at - len(found[last]) - len(gaps[last])
        last -= 1
    elif found[last] in _PREFIXES and last and found[last - 1] in NOMOR:
        nomor, nomor_start = True, at - sum(map(len, found[last - 1 :])) - sum(map(len, gaps[last - 1 :]))
        last -= 2
    elif last and (found[last - 1], found[last]) in _PARTED:
        nomor, nomor_start = True, at - len(gaps[last]) - len(gaps[last - 1]) - 5
        last -= 2
    if (
        nomor
        and last > 2
        and found[last].isdigit()
        and (dated := _DATED.search(plain, max(floor, nomor_start - 36), nomor_start))
    ):
        head = head_before(plain, dated.start())
        if head:
            head.nomor = True
        return head
    if last > 0 and len(found[last]) <= 2 and gaps[last][:1] in b".)" and b":" in gaps[last - 1]:
        last -= 1  # the letter of a list: "Peraturan Pemerintah: a. Nomor 13 …"
        gaps[last] = b" " * len(gaps[last])
    alias = b""
    if last >= 0 and b")" in gaps[last]:
        bracket = _ALIAS.search(plain, max(floor, nomor_start - 60), nomor_start)
        if not bracket:
            return None
        alias = bracket[1]
        inside = len(words(alias, 0, len(alias))[0])
        last -= inside
        if last >= 0:
            gaps[last] = gaps[last].replace(b"(", b" ")
    if last > 0 and is_page(found, gaps, last):
        gaps[last - 1] = b" " * (len(gaps[last - 1]) + len(found.pop(last)) + len(gaps.pop(last)))
        last -= 1
    if last < 0 or (_BREAK.search(gaps[last]) and not (nomor and gaps[last].isspace())):
        return None
    head = _walk(found, gaps, last, at, _Announced(alias, nomor))
    if nomor and (head is None or head.name == b"undang" or head.kind in _UNSAID):
        mended = _mended(found[: last + 1], gaps[: last + 1])
        if mended is None and (head is None or head.issuer):
            mended = _respelled(found[: last + 1], gaps[: last + 1])
        if mended:
            again = _walk(*mended, len(mended[0]) - 1, nomor_start, _Announced(alias, nomor))
            head = again or head
    return head


def _mended(found: list[bytes], gaps: list[bytes]) -> tuple[list[bytes], list[bytes]] | None:
    """Join fragments of the words of type names that scanning parted (``Peratu ran``); None if there are none.

    The space between them goes to the gap behind, so that lengths stay what they were.
    """
    whole = grammar.kind_words()
    if whole.isdisjoint(map(add, found, found[1:])):  # no two of them make a word, as in nearly all texts
        return None
    words_, between = [found[0]], [gaps[0]]
    for word, gap in zip(found[1:], gaps[1:], strict=True):
        joined = words_[-1] + word
        if (
            joined in whole
            and len(joined) > 4
            and len(between[-1]) <= 3
            and not (words_[-1] in whole and word in whole)
        ):
            words_[-1], between[-1] = joined, gap + b" " * len(between[-1])
        else:
            words_.append(word)
            between.append(gap)
    return (words_, between) if len(words_) < len(found) else None


def _respelled(found: list[bytes], gaps: list[bytes]) -> tuple[list[bytes], list[bytes]] | None:
    """Put right the last words of a type name that are one letter off (``perpes``); None if there are none.

    What a word gains goes from the gap behind, so that lengths stay what they were.
    """
    words_, between = list(found), list(gaps)
    for at in range(max(0, len(found) - 6), len(found)):
        right = grammar.respelled(found[at])
        if right:
            words_[at] = right
            between[at] = (
                gaps[at][len(right) - len(found[at]) :]
                if len(right) > len(found[at])
                else gaps[at] + b" " * (len(found[at]) - len(right))
            )
    return (words_, between) if words_ != found else None


#: The day of a decision between its issuer and its number: ``Keputusan DPRD … tanggal 9 Juli 1987 No. 10/…``.
_DATED = pattern(rb"[\s,]{1,4}(?:ter)?tanggal\s{1,3}[0-9]{1,2}\s{1,3}[a-z]{3,9}\s{1,3}[0-9]{4}[\s,]{1,4}\Z")


@attrs.frozen
class _Announced:
    """What stands between an issuer and its number."""

    alias: bytes
    nomor: bool


def _walk(found: list[bytes], gaps: list[bytes], last: int, number: int, announced: _Announced) -> Head | None:
    """Go back from the word before the number to the type word, over the name of an issuer."""
    names = kinds()
    at = last
    within: tuple[int, int] = (0, 0)
    while at >= 0:
        if at < last and b")" in gaps[at]:
            opened = _opened(gaps, at)
            if opened is None or within[1]:
                return None
            within, at = (opened + 1, at + 1), opened
        word = found[at]
        if at < last and at + 1 != within[0] and _breaks(word, gaps[at]) and not _state_next(found, gaps, at):
            earlier, (length, known) = _leftmost(found, gaps, at, (2, "")) if gaps[at].isspace() else (at, (2, ""))
            if not known and gaps[at].isspace() and (whole := names.longest(found, gaps, at)) and whole[0] > 1:
                length, known = whole
            if not known or earlier + length - 1 > last:
                return None
            at = earlier
            word = found[at]
        hit = names.longest(found, gaps, at) if word in names.first else None
        if hit and at + hit[0] - 1 <= last:
            at, (size, kind) = _leftmost(found, gaps, at, hit)
            if found[at] in (b"keputusan", b"instruksi") and at and found[at - 1] == b"surat":
                at, size = at - 1, size + 1
            start = number - sum(map(len, found[at:])) - sum(map(len, gaps[at:]))
            end = start + sum(map(len, found[at : at + size])) + sum(map(len, gaps[at : at + size - 1]))
            name, issuer = b" ".join(found[at : at + size]), found[at + size : last + 1]
            if within[1]:
                issuer = found[at + size : within[0]] + found[within[1] : last + 1]
                for count in range(min(len(issuer), 4), 0, -1):
                    longer = names.values.get(b" ".join([name, *issuer[:count]]))
                    if longer:
                        kind, issuer = longer, issuer[count:]
                        break
            return Head(start, end, kind, name, issuer, announced.alias, announced.nomor)
        if (word in _STOPS and not _in_name(found, at)) or (word.isdigit() and at < last):
            at, hit = _leftmost(found, gaps, at, (1, ""))
            if not hit[1] or at + hit[0] - 1 > last:
                return None
            continue
        if at == last and word[:2] == b"uu" and len(word) > 3 and _is_glued(word):
            start = number - len(word) - sum(map(len, found[at + 1 :])) - sum(map(len, gaps[at:]))
            return Head(start, start + len(word), "uu", word, [], announced.alias, announced.nomor)
        if word[:6] in _MINISTRIES and len(word) > 6 and last - at < 4:
            start = number - sum(map(len, found[at:])) - sum(map(len, gaps[at:]))
            return Head(
                start,
                start + len(word),
                names.values.get(grammar.respelled(word) or word) or word.decode("ascii"),
                word,
                found[at + 1 : last + 1],
                announced.alias,
                announced.nomor,
            )
        at -= 1
    return None


#: What abbreviations of ministers' regulations and decisions begin with: ``Permenhut``, ``Kepmenaker``.
_MINISTRIES = frozenset((b"permen", b"kepmen"))


def _in_name(found: list[bytes], at: int) -> bool:
    """Whether a word that ends a head is part of a name: ``Menteri Dalam Negeri``."""
    return found[at] == b"dalam" and found[at + 1 : at + 2] == [b"negeri"]


def is_page(found: list[bytes], gaps: list[bytes], at: int) -> bool:
    """Whether a figure among words is the number of a page over which the sentence goes on, below an empty line."""
    return found[at].isdigit() and len(found[at]) <= 3 and gaps[at - 1].count(b"\n") > 1 and not gaps[at - 1].strip()


def _opened(gaps: list[bytes], closed: int) -> int | None:
    """Return the word before the bracket that closes behind word `closed`: ``Peraturan Gubernur (Pergub) …``."""
    for at in range(closed - 1, max(-1, closed - 5), -1):
        if b"(" in gaps[at]:
            return at
        if b")" in gaps[at]:
            return None
    return None


def _state_next(found: list[bytes], gaps: list[bytes], at: int) -> bool:
    """Whether the name of the state or region is on a line further down: ``PERATURAN DAERAH``, ``KABUPATEN …``."""
    return gaps[at].isspace() and len(gaps[at]) < 9 and (found[at + 1] in _STATES or found[at] in _STATES)


_STATES = (b"republik", b"kabupaten", b"kota", b"provinsi")


def _breaks(word: bytes, gap: bytes) -> bool:
    """Whether the gap behind a word parts it from the next phrase."""
    if len(gap) == 1:
        return gap not in b" \n-./"
    if _BREAK.search(gap) or len(gap) > 30:
        return True
    return b"." in gap and len(word) > 5


def _leftmost(found: list[bytes], gaps: list[bytes], at: int, hit: tuple[int, str]) -> tuple[int, tuple[int, str]]:
    """Prefer a longer name that begins earlier and holds this one (``Peraturan Pemerintah Pengganti UU``)."""
    names = kinds()
    stop = at + hit[0]
    for earlier in range(max(0, at - 8), at):
        if found[earlier] in names.first:
            longer = names.longest(found, gaps, earlier)
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
    if head.alias.strip() in (b"perppu", b"perpu") and kind == "uu":
        kind = "perppu"  # ``Undang-Undang (Perppu) Nomor 1 Tahun 2014``
    if old == "drt":
        kind = "uudrt"
    elif head.name.endswith(b"pnps") and not number.endswith("pnps"):
        number += "-pnps"
    if kind in REGIONAL:
        issuer = " ".join([word.decode("ascii") for word in head.issuer if word not in _ISSUER_NOISE])
        if kind == "perdasi" and "papua" not in issuer:
            kind = "perda"
    id = numbered_id(kind, number, year, issuer)
    return Mention(head.start, end, "numbered", kind, number, year, issuer, id, repairs, head.end)


#: Countries whose laws texts speak of.
COUNTRIES = frozenset(
    b"india malaysia amerika singapura australia inggris israel jepang china tiongkok prancis perancis jerman belanda "
    b"filipina thailand korea rusia vietnam brunei pakistan turki mesir saudi kanada".split()
)
#: Kinds so general that a number must be announced as one.
_GENERAL = frozenset(("peraturan", "keputusan", "instruksi", "se", "surat"))
#: Kinds whose words a longer name may go on with, in words that scanning parted.
_UNSAID = _GENERAL | {"permen", "kepmen"}
#: Kinds whose words are common nouns too: an announced number must stand right behind the issuer's short name.
_COMMON = frozenset(("pedoman", "fatwa", "maklumat"))


def allowed(head: Head, short: bool) -> bool:
    """Whether what stands between the type word and the number can stand there."""
    if not head.issuer:
        return head.nomor or not (head.kind in _GENERAL or head.kind in ("permen", "kepmen"))
    rest = [word for word in head.issuer if word not in _ISSUER_NOISE]
    if head.kind == "uu" and len(rest) == 1 and rest[0] in COUNTRIES:
        return False
    if head.kind in _COMMON:
        return head.nomor and len(rest) <= 3 and b"tentang" not in rest
    if head.kind in _GENERAL:
        return head.nomor
    if not rest:
        return True
    if head.kind in REGIONAL:
        return head.nomor or len(rest) <= 4
    if not head.nomor:
        return len(rest) <= 2 and not short and head.kind == "uu" and _is_name(rest)
    return len(rest) <= 6


def _is_glued(word: bytes) -> bool:
    """Whether a word is a popular name written in one: ``UUPA``, ``UUITE``."""
    names = grammar.popular().values
    return word in names or b"uu " + word[2:] in names


def _is_name(rest: list[bytes]) -> bool:
    names = grammar.popular().values
    return b"uu " + b" ".join(rest) in names
