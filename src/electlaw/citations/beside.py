"""What stands beside a name and belongs to it: its abbreviation in brackets, its number."""

from __future__ import annotations

from functools import cache

from electlaw.citations.grammar import popular
from electlaw.citations.heads import Mention
from electlaw.citations.patterns import pattern
from electlaw.tables import tables

__all__ = ["JOINING", "in_address", "with_neighbours"]

#: An abbreviation in brackets behind a name: ``Undang-Undang Informasi dan Transaksi Elektronik (UU ITE)``, ``(ITE)``.
_ABBREVIATION = pattern(
    rb"\s{0,5}\(\s?[\"']?(?P<type>(?:uu|perpp?u)[\s\-]{1,5})?(?P<short>[a-z0-9&]{2,16}(?:\s[a-z0-9]{2,12}){0,2})[\"']?\s?\)"
)
_OPENED = pattern(rb"\(\s?[\"']?\Z")
_CLOSED = pattern(rb"[\"']?\s?\)")
#: The name in full before its abbreviation, from the type word to the bracket.
_IN_FULL = pattern(rb"(?P<type>undang[\s\-]{1,3}undang|uu)(?P<words>(?:\s{1,3}[a-z][a-z\-]{1,20}){1,10})\s{1,3}\Z")
_LONGEST = 140
_SMALL = frozenset(("dan", "atau", "serta", "dalam", "di", "bagi", "tentang", "yang", "untuk"))
_DRAFT = pattern(rb"(?:rancangan|draf|naskah)\s{1,4}\Z")


def with_neighbours(plain: bytes, text: str, found: list[Mention]) -> list[Mention]:
    """Return mentions, in order, each name with the abbreviation or the number that belongs to it."""
    result: list[Mention] = []
    for mention in found:
        if result and mention.start < result[-1].end:
            continue
        before = result[-1] if result else None
        if mention.form == "name":
            _abbreviated(plain, text, mention, before.end if before else 0)
            _dated(plain, mention)
        elif before and mention.form == "numbered" and _same(plain, before, mention):
            mention.start = result.pop().start
        result.append(mention)
    return result


def _abbreviated(plain: bytes, text: str, mention: Mention, floor: int) -> None:
    """Take into a name what it is short for, before its bracket, or its abbreviation in brackets behind it."""
    bracket = _ABBREVIATION.match(plain, mention.end) if b"(" in plain[mention.end : mention.end + 6] else None
    if bracket:
        short = b" ".join(bracket["short"].split())
        known = (b"perppu " if bracket["type"] and bracket["type"][:1] == b"p" else b"uu ") + short
        written = text[slice(*bracket.span("short"))]
        if (bracket["type"] or written.isupper() or (written[0].isupper() and " " not in written)) and (
            known in popular().values or short.decode() == mention.name
        ):
            mention.end = bracket.end()
        return
    opened = _OPENED.search(plain, max(0, mention.start - 3), mention.start)
    closed = _CLOSED.match(plain, mention.end) if opened else None
    start = _in_full(plain, text, max(floor, opened.start() - _LONGEST), opened.start()) if opened and closed else -1
    if start >= 0 and closed:
        mention.start, mention.end = start, closed.end()


def _in_full(plain: bytes, text: str, floor: int, end: int) -> int:
    """Return where the full name begins that ends at the bracket of its abbreviation; -1 if there is none."""
    last = plain.rfind(b"undang", floor, end)
    start = (
        max(plain.rfind(b"undang", floor, last), plain.rfind(b"uu ", floor, end))
        if last >= 0
        else plain.rfind(b"uu ", floor, end)
    )
    match = _IN_FULL.match(plain, start, end) if start >= 0 else None
    if not match or (start and plain[start - 1 : start].isalnum()) or _DRAFT.search(plain, max(0, start - 16), start):
        return -1
    words = text[slice(*match.span("words"))].split()
    if plain[max(0, start - 8) : start].rstrip().endswith(b"kitab"):
        start = plain.rindex(b"kitab", 0, start)
    return start if all(word[:1].isupper() or word in _SMALL for word in words) else -1


def _same(plain: bytes, name: Mention, numbered: Mention) -> bool:
    """Whether a number right behind a name is that law's own: ``KUHP Undang-Undang Nomor 1 Tahun 2023``."""
    gap = plain[name.end : numbered.start]
    if name.form != "name" or numbered.kind != "uu" or len(gap) > 3 or gap.strip():
        return False
    return any(row["instrument"] == numbered.id for row in tables()["popular-names"].rows(name.name))


#: The year behind a name: ``UU Pemilu Tahun 2017``.
_YEAR = pattern(rb"\s{1,3}(?:(?:tahun|thn\.?|th\.?)\s{1,3})?(?P<year>(?:19|20)[0-9]{2})(?![0-9a-z]|[.,/\-][0-9])")


def _dated(plain: bytes, mention: Mention) -> None:
    """Take into a name the year behind it, if one law of that year bears the name or amends one that does."""
    match = _YEAR.match(plain, mention.end)
    if not match:
        return
    end = f"-{match['year'].decode()}"
    ids = [id for id in _borne_by(mention.name) if id.endswith(end) and id.startswith(f"{mention.kind}-")]
    if len(ids) == 1:
        mention.id, mention.end = ids[0], match.end()


@cache
def _borne_by(name: str) -> tuple[str, ...]:
    """Return the ids of the laws a name has meant, and of those that amend them."""
    ids = dict.fromkeys(row["instrument"] for row in tables()["popular-names"].rows(name))
    relations = tables()["relations"]
    amending = [row["by"] for id in ids for row in relations.rows(id) if row["op"] == "amends"]
    ratifying = [row["by"] for id in amending for row in relations.rows(id) if row["op"] == "ratifies"]
    return tuple(dict.fromkeys([*ids, *amending, *ratifying, *(by for id in ids for by in _amended_by().get(id, ()))]))


@cache
def _amended_by() -> dict[str, list[str]]:
    """Return the statutes that amend each law, as far as only the register knows."""
    found: dict[str, list[str]] = {}
    for row in tables()["register"]:
        if row["amends"] and "amends" not in row["doubt"].split():
            for law in row["amends"].split():
                found.setdefault(law, []).append(row["id"])
    return found


#: Signs that join words in the address of a page.
JOINING = frozenset(b"-/_")


def in_address(plain: bytes, text: str, start: int, end: int) -> bool:
    """Whether a type word stands in the address of a page: ``/2023/mk-putuskan-uu-cipta-kerja``."""
    return plain[start - 1] in JOINING and plain[end : end + 1] in (b"-", b"_") and text[start:end].islower()
