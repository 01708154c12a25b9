"""What a name or an abbreviation of several meanings stands for, told by the words around it."""

from __future__ import annotations

from bisect import bisect_left

from electlaw.citations.grammar import kinds, words
from electlaw.citations.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.citations.heads import Mention
    from electlaw.citations.textdates import TextDate

__all__ = [
    "elder",
    "era",
    "fuller",
    "kind_of_pmk",
    "last_year",
    "of_bill",
    "only_one",
    "only_weekday",
    "own_instrument",
]

#: The Constitutional Court makes a handful of regulations a year, the finance ministry two hundred.
_MOST_OF_COURT = 30
_FINANCE = pattern(rb"keuangan|kemenkeu|menkeu|pajak|\bapb[nd]\b|anggaran|cukai|\bdana\b|belanja")
_HEALTH = pattern(rb"kesehatan|menkes|rumah\s{1,4}sakit|\bpasien|medis\b|kedokteran|puskesmas|farmasi|\bobat")
_COURT = pattern(rb"mahkamah|konstitusi|\bmk\b|sengketa|perselisihan|permohonan|pemohon|beracara|\bphpu?\b")


def kind_of_pmk(plain: bytes, mention: Mention) -> str:
    """Return the kind PMK is short for, of the court, the finance or the health minister: by number and words."""
    if not plain.startswith(b"pmk", mention.start):
        return "pmk"
    around = plain[max(0, mention.start - 200) : mention.end + 160]
    many = mention.number.isdigit() and int(mention.number) > _MOST_OF_COURT
    if not many and _COURT.search(around):
        return "pmk"
    money = bool(_FINANCE.search(around))
    if _HEALTH.search(around) and not money:
        return "permenkes"
    return "pmkeu" if many or money else "pmk"


def era(found: list[Mention]) -> str | None:
    """Return the end of the last year a text cites anything of, if it cites rulings or cases.

    Such a text speaks of the law those rulings reviewed or applied.
    """
    if not any(mention.form == "ruling" for mention in found):
        return None
    years = [mention.year for mention in found if len(mention.year) == 4 and mention.year.isdigit()]
    return f"{max(years)}-12-31" if years else None


_LONG_LIVED = frozenset(("uu", "uudrt", "perppu", "uud"))
_IN_CODE = pattern(rb"(?<=[/\-])[0-9]").match
_YEAR = pattern(rb"(?<![0-9])20[0-2][0-9](?![0-9])")


def last_year(plain: bytes, found: list[Mention]) -> str | None:
    """Return the end of the last year a text names, other than in codes and as that of a statute, which may be old."""
    ends = {mention.end for mention in found if mention.kind in _LONG_LIVED}
    years = [
        match[0] for match in _YEAR.finditer(plain) if match.end() not in ends and not _IN_CODE(plain, match.start())
    ]
    return f"{max(years).decode()}-12-31" if years else None


def elder(plain: bytes, rows: list[dict[str, str]]) -> str | None:
    """Return the law a name meant until a few years ago, if a text without a day names no year since.

    Far more has been written in the time of the older law than of the new one.
    """
    last = max([int(match[0]) for match in _YEAR.finditer(plain)], default=0) if rows else 0
    for row in rows:
        if row["words"] == "*" and last < int(row["until"][:4]):
            return row["instrument"]
    return None


def only_weekday(dates: list[TextDate]) -> TextDate | None:
    """Return the one day a text names with its weekday, as reports do: ``Jumat, 14 November 2025``."""
    named = [date for date in dates if date.day and date.weekday is not None and date.fits]
    return named[0] if len({date.day for date in named}) == 1 else None


#: So many mentions behind a word are asked for the one it may point to.
_NEAR = 32


def _start(mention: Mention) -> int:
    return mention.start


def only_one(text: str, found: list[Mention], mention: Mention) -> str | None:
    """Return the one instrument of a kind that a paragraph names, for words that point to it before it is named.

    ``Undang-Undang ini`` in capitals is what a law says of itself, which need not be the one it names.
    """
    if text[mention.start].isupper() and text[mention.start : mention.end].endswith("ini"):
        return None
    at = bisect_left(found, mention.start, key=_start)
    near = found[at + 1 : at + _NEAR]
    end = text.find("\n\n", mention.end, near[-1].end) if near else -1
    near = [other for other in near if end < 0 or other.end <= end]
    named = {other.id for other in near if other.form == "numbered" and other.kind == mention.kind}
    return named.pop() if len(named) == 1 else None


def fuller(found: list[Mention], mention: Mention) -> str | None:
    """Return the one instrument of a text that has the number and year of a mention, and its kind with the issuer."""
    ids = {
        other.id for other in found
        if other.number == mention.number and other.year == mention.year and other.id and other.id != mention.id
        and other.id.startswith(f"{mention.kind}-")
    }  # fmt: skip
    return ids.pop() if len(ids) == 1 else None


_BILL = pattern(rb"\s{1,3}(?:(?:dalam|pada|di)\s{1,3})?(?:draf\s{1,3})?(?:ruu|rkuha?p|rancangan)\b")


def of_bill(plain: bytes, end: int) -> bool:
    """Whether a place that ends at `end` is one of a bill: ``Pasal 6 RKUHAP``."""
    return _BILL.match(plain, end) is not None


#: Kinds of instrument that have pasal and may be the text that is read.
_STATUTES = frozenset(("uu", "uudrt", "perppu", "pp", "perpres", "pkpu", "perbawaslu", "permendagri", "perda", "qanun",
                       "peraturan-dkpp", "pmk", "pergub", "perbup", "perwali"))  # fmt: skip
_HEADING_AFTER = pattern(rb"[\s,]{0,20}tentang\s|[\s]{0,20}dengan\s+rahmat")


def own_instrument(plain: bytes, text: str, found: list[Mention]) -> str | None:
    """Return the instrument a text is itself, if it opens with the heading of one: in capitals, its year in words."""
    for mention in found[:3]:
        if mention.start > 600 or mention.form != "numbered" or mention.kind not in _STATUTES:
            continue
        head = text[mention.start : mention.end]
        if "TAHUN" in head and head == head.upper() and _HEADING_AFTER.match(plain, mention.end):
            return mention.id
    return None


#: What a law says before its articles: ``Menetapkan : UNDANG-UNDANG TENTANG …``.
_ENACTED = pattern(
    rb"menetapkan\s{0,4}:\s{0,9}(?P<kind>(?:undang|peraturan|keputusan|qanun|instruksi)[a-z\s,/\-]{0,90}?)\s{1,4}tentang\b"
)


def enacted(plain: bytes, named: list[Mention]) -> tuple[int, str] | None:
    """Return where a text that speaks of itself first enacts an instrument and the kind of that; else None."""
    of_itself = any(mention.form == "back" and plain.endswith(b"ini", 0, mention.end) for mention in named)
    match = _ENACTED.search(plain) if of_itself else None
    found, gaps = words(plain, *match.span("kind")) if match else ([], [])
    hit = kinds().longest(found, gaps, 0) if found else None
    if match and hit:
        return match.end(), hit[1]
    return _closes(plain, named) if of_itself else None


_COMES_INTO_FORCE = pattern(rb"(?:dengan\s{1,3}(?:mulai\s{1,3})?berlakunya|pengundangan)\s{1,3}\Z")


def _closes(plain: bytes, named: list[Mention]) -> tuple[int, str] | None:
    """Return the same for closing articles alone: they speak of their instrument before any of its kind is named."""
    seen = set()
    for mention in named:
        first = mention.form == "back" and mention.kind not in seen and plain.endswith(b"ini", 0, mention.end)
        if first and _COMES_INTO_FORCE.search(plain, max(0, mention.start - 40), mention.start):
            return mention.start - 1, mention.kind
        seen.add(mention.kind)
    return None


_EXPLAINS = pattern(rb"penjelasan\s{1,9}(?:(?:atas|dari|mengenai|tentang|umum)\s{1,9}){0,2}\Z")


def explained_in(plain: bytes, found: list[Mention], enacts: tuple[int, str]) -> str | None:
    """Return the one instrument whose explanation stands behind what a text enacts: that is the text's own."""
    own = {
        mention.id for mention in found
        if mention.form == "numbered" and mention.kind == enacts[1] and mention.start > enacts[0]
        and _EXPLAINS.search(plain, max(0, mention.start - 40), mention.start)
    }  # fmt: skip
    return own.pop() if len(own) == 1 else None
