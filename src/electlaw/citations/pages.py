"""What the foot and head of a page put into the middle of a citation: page numbers, running heads, addresses."""

from __future__ import annotations

from electlaw.citations.patterns import pattern

__all__ = ["leaves"]

_ITEM = (
    r"(?:PRESIDEN\s{1,9}REPUBLIK\s{1,9}INDONESIA|www\.\S{1,40}|jdih\.\S{1,40}|-\s?\d{1,4}\s?-"
    r"|[Hh]al(?:aman)?\.?\s?\d{1,4}(?:\s{1,3}dari\s{1,3}\d{1,4}(?:\s{1,3}hal(?:aman)?\.?)?)?"
    r"(?:\s{1,3}(?:Putusan|Penetapan)\s[^\n]{0,80})?)"
)
#: The end of one page and the beginning of the next, from the last line's end on.
_LEAF = pattern(r"\n\s{0,40}" + _ITEM + r"(?:\s{1,40}" + _ITEM + r"){0,2}\s{0,40}(?<=\n)[ \t]{0,40}(?=\S)")
#: A citation that is not at its end yet, and words that go on with one.
_OPEN = pattern(
    r"(?i)(?:undang-?|undang-?\s?undang(?:\s(?:ri|republik(?:\sindonesia)?))?|\bnomor|\bno\.|nomor\s\d{1,4}(?:\stahun)?|\bpasal"
    r"|pasal\s\d{1,3}[a-z]?|\bayat|ayat\s\(\d{1,2}\)|\bhuruf|huruf\s[a-z]|\bperaturan(?:\s(?:pemerintah|presiden|menteri|daerah))?|\bkitab)"
    r"\s{0,9}\Z"
)
_GOES_ON = pattern(
    r"(?i)(?:undang|nomor\b|no\.|tahun\s\d|\d{1,4}\b|ayat\s\(|\(\d|huruf\s|republik\b|indonesia\b|pemerintah\b|presiden\b|menteri\b|daerah\b"
    r"|hukum\b|pidana\b|uu\s)"
)
#: What stands at the end of every page, in one pass that begins with a literal.
_MARK = pattern(r"\n(?:(?<=-\n)|[Hh]al|PRESIDEN)")


def leaves(source: str) -> list[tuple[int, int]]:
    """Return the stretches that a turned page puts between two parts of one citation."""
    if not _MARK.search(source):
        return []
    return [
        match.span() for match in _LEAF.finditer(source)
        if _OPEN.search(source, max(0, match.start() - 48), match.start()) and _GOES_ON.match(source, match.end())
    ]  # fmt: skip
