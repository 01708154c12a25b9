"""The checker of texts: general rules on citations and dates, judged by what was known on the text's own day.

A rule is silent unless it is sure: what is doubtful in the data, or missing from them, makes no finding, and a rule
that needs the day of the text is skipped when there is none.
"""

from __future__ import annotations

from contextlib import suppress

import attrs

from electlaw.acts import Text
from electlaw.citations import bodies, events, misnamed, naming, places, setby, stated, tiers, timing
from electlaw.citations.blocks import blocks
from electlaw.citations.citation import Citation
from electlaw.citations.grammar import view
from electlaw.citations.markup import rendered
from electlaw.citations.reading import Reading
from electlaw.citations.report import Report
from electlaw.citations.resolver import Stretch, find_in
from electlaw.citations.textdates import dates_in, own_date, stamped_in
from electlaw.errors import ElectlawError, NotFound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from electlaw.citations.markup import Rendered
    from electlaw.citations.textdates import TextDate
    from electlaw.corpus import Corpus
    from electlaw.dates import Day
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["CODES", "check_text", "chosen", "stream_checks"]

#: What each code says; the first letter is its severity.
CODES = {
    "E101": Text("wrong type word for the instrument meant", "salah menyebut jenis peraturan"),
    "E102": Text("number or year does not fit the title", "nomor atau tahun tidak cocok dengan judulnya"),
    "E103": Text(
        "law of one election called by the name of the other", "undang-undang pemilu disebut pilkada, atau sebaliknya"
    ),
    "E104": Text("wrong ordinal of the amendment", "urutan perubahan salah"),
    "E105": Text("not yet made on the text's day", "belum ada pada tanggal teks"),
    "E106": Text("said to be in force before it was", "disebut berlaku, padahal belum"),
    "W107": Text("cited as law in force though repealed", "dirujuk sebagai hukum yang berlaku, padahal sudah dicabut"),
    "W108": Text("amended law cited without its latest amendment", "dirujuk tanpa perubahan terakhirnya"),
    "E109": Text("no such provision", "ketentuan itu tidak ada"),
    "E110": Text("provision not yet made on the text's day", "ketentuan itu belum ada pada tanggal teks"),
    "W110": Text("provision repealed by the text's day", "ketentuan itu sudah dihapus pada tanggal teks"),
    "E111": Text("weekday does not fit the date", "hari tidak cocok dengan tanggalnya"),
    "E112": Text("no such day in the calendar", "tanggal itu tidak ada dalam kalender"),
    "E116": Text("day of the instrument given wrongly", "tanggal peraturan atau putusan salah"),
    "W117": Text("provision declared void by a court", "ketentuan itu sudah dinyatakan tidak mengikat oleh pengadilan"),
    "E118": Text("number of a ruling at odds with its year", "nomor putusan tidak sesuai dengan tahunnya"),
    "E114": Text("voting day other than the one set", "hari pemungutan suara tidak sesuai ketetapan"),
    "I113": Text("title departs from the official one", "judul menyimpang dari judul resmi"),
    "I115": Text(
        "popular name that fits several laws of that day", "nama populer yang cocok dengan beberapa undang-undang"
    ),
    "E122": Text("range of places that runs backwards", "rentang ketentuan yang terbalik"),
    "E119": Text("ruling given to another court, provision or election", "putusan salah disandarkan"),
    "E120": Text("content of the ruling misstated", "isi putusan salah disebut"),
    **stated.CODES,
    **bodies.CODES,
}


def check_text(
    text: str,
    on: Day | None = None,
    region: str | None = None,
    *,
    source: str = "",
    markup: bool | str = False,
    corpus: Corpus | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
) -> Report:
    """Find the citations of a text and judge them by the law as known on a day.

    `on` is that day; without it the text's own date is taken if it states one, else checks that need a day are
    skipped. `region` names the region the text is about. `select` and `ignore` are codes or their beginnings.

    Raises `Invalid` for what is no day or no text, `NotFound` for a code that does not exist, `NotFound` or `Ambiguous`
    for the region; never for what the text says.

    >>> [finding.code for finding in check_text("Undang-Undang (UUD) Nomor 10 Tahun 2016").findings]
    ['E101']
    """
    corpus, given = _asked(on, corpus)
    picked = _picker(chosen(select), chosen(ignore))
    shown = rendered(text, markup)
    plain = view(shown.text)
    found = list(dates_in(plain))
    stamp = stamped_in(text, markup) if given is None else None
    own = stamp or (own_date(plain, found) if given is None else None)
    judged = given or (own.day if own else None)
    citations = find_in(shown.text, plain, judged, corpus)
    if own and own is not stamp and _later(citations, own.day) >= _TOO_MANY_LATER:
        judged = None
    regions = _regions(region, plain)
    reading = Reading(
        shown.text, plain, citations, found, judged, corpus, _law(judged, corpus), regions[0] if region else ""
    )  # fmt: skip
    return Report(
        source, text, judged, "argument" if given is not None else "text" if judged else None,
        _own_span(shown, own, stamp), regions,
        tuple([shown.citation(citation) for citation in citations]),
        tuple([shown.finding(item) for item in _findings(reading, picked)]),
    )  # fmt: skip


def stream_checks(
    pieces: Iterable[str],
    on: Day | None = None,
    region: str | None = None,
    *,
    source: str = "",
    corpus: Corpus | None = None,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    block: int = 1 << 20,
) -> Iterator[Report]:
    r"""Judge a long text given in pieces, holding no more than about `block` characters at a time.

    Yields one report for each stretch, its offsets those of the whole text. A text that fits one stretch is judged
    as `check_text` does; in a longer one the day is that given, or stated in the first stretch, and a rule sees the
    stretch it reads and what earlier ones named.

    >>> [report.findings[0].start for report in stream_checks(["UUD Nomor 10 Tahun 2016"])]
    [0]
    """
    corpus, given = _asked(on, corpus)
    picked = _picker(chosen(select), chosen(ignore))
    judged, own, before = given, None, None
    offset, line = 0, 1
    for text, whole in blocks(pieces, block):
        shown = rendered(text)
        plain = view(shown.text)
        found = list(dates_in(plain))
        if before is None and given is None:
            own = own_date(plain, found)
            judged = own.day if own else None
        stretch = Stretch(shown.text, plain, judged, corpus, before, whole)
        citations = stretch.citations()
        if before is None and own and _later(citations, own.day) >= _TOO_MANY_LATER:
            judged = None
        regions = _regions(region, plain)
        reading = Reading(
            shown.text, plain, citations, found, judged, corpus, _law(judged, corpus), regions[0] if region else ""
        )  # fmt: skip
        yield Report(
            source, text, judged, "argument" if given is not None else "text" if judged else None,
            shown.span(own.start, own.end) if own and before is None else None, regions,
            tuple(shown.citation(citation).moved(offset, 0) for citation in citations),
            tuple(_moved(shown.finding(item), offset) for item in _findings(reading, picked)), offset=offset, line=line,
        )  # fmt: skip
        offset, line, before = offset + len(text), line + text.count("\n"), stretch


def _own_span(shown: Rendered, own: TextDate | None, stamp: TextDate | None) -> tuple[int, int] | None:
    """Return where the source states its own day: in what it shows, or in a mark."""
    if own is None:
        return None
    return (own.start, own.end) if own is stamp else shown.span(own.start, own.end)


def _asked(on: Day | None, corpus: Corpus | None) -> tuple[Corpus, str | None]:
    """Return the log to judge by, and the day given, as written in ISO form."""
    from electlaw.corpus import builtin
    from electlaw.dates import day

    return corpus or builtin(), None if on is None else day(on)


def _findings(reading: Reading, picked: Callable[[str], bool]) -> tuple[Finding, ...]:
    """Return what the rules find, in the order of the text."""
    found: dict[tuple[str, int | None, int | None], Finding] = {}
    for rule in _rules(reading):
        with suppress(ElectlawError):  # what no place or day can be made of is doubtful, and the other rules go on
            for finding in rule(reading):
                if picked(finding.code):
                    found.setdefault((finding.code, finding.start, finding.end), finding)
    return tuple(sorted(found.values(), key=lambda finding: (finding.start or 0, finding.code)))


def _rules(reading: Reading) -> Iterator[Callable[[Reading], Iterator[Finding]]]:
    """Yield the rules to ask; those on rulings are loaded for a text that cites one."""
    yield from _RULES
    if any(citation.type.startswith("putusan") for citation in reading.citations):
        from electlaw.citations import results, rulings

        yield from (*rulings.RULES, *results.RULES)


def _moved(finding: Finding, by: int) -> Finding:
    """Return a finding in a longer text, `by` characters before it."""
    if not by or finding.start is None or finding.end is None:
        return finding
    return attrs.evolve(finding, start=finding.start + by, end=finding.end + by)


#: So many instruments of later years tell that the date found is of an event the text looks back on, not its own; the
#: day of publication in the marks of a page stands.
_TOO_MANY_LATER = 2


def _later(citations: list[Citation], on: str) -> int:
    """Return how many instruments cited are of years after a day."""
    years = {c.instrument: c.year for c in citations if c.instrument and len(c.year) == 4 and c.year.isdigit()}
    return sum(year > on[:4] for year in years.values())


def _law(on: str | None, corpus: Corpus) -> Law | None:
    from electlaw.errors import OutOfCoverage
    from electlaw.law import at

    if on is None:
        return None
    try:
        return at(on, corpus=corpus)
    except OutOfCoverage:
        return None


def _regions(region: str | None, plain: bytes) -> tuple[str, ...]:
    """Return the code of the region given, or of those the text names."""
    if region is None:
        from electlaw.citations.regions_in import regions_in

        return regions_in(plain)
    from electlaw.regions import region as named

    return (named(region).code,)


def chosen(codes: str | Iterable[str]) -> tuple[str, ...]:
    """Return codes or their beginnings, as upper case. Raises `NotFound` for one with which no code begins."""
    asked = tuple(code.strip().upper() for code in (codes.split(",") if isinstance(codes, str) else codes))
    for code in asked:
        if not any(known.startswith(code) for known in CODES):
            from difflib import get_close_matches

            raise NotFound(
                f"no finding has a code {code!r}",
                id=f"tidak ada temuan berkode {code!r}",
                choices=get_close_matches(code, CODES, 5, 0.5) or sorted({known[0] for known in CODES}),
            )
    return tuple(code for code in asked if code)


def _picker(select: tuple[str, ...], ignore: tuple[str, ...]) -> Callable[[str], bool]:
    return lambda code: (not select or code.startswith(select)) and not (ignore and code.startswith(ignore))


_RULES = tuple(
    rule for module in (naming, misnamed, timing, places, events, stated, setby, tiers, bodies) for rule in module.RULES
)
