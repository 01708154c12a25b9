"""Rules on the day of a text: what was made, in force, amended or repealed by then; weekdays."""

from __future__ import annotations

from bisect import bisect_left
from weakref import WeakKeyDictionary

from electlaw.citations import register, titles
from electlaw.citations.citation import Citation
from electlaw.citations.patterns import pattern
from electlaw.citations.reading import (
    Reading,
    day_words,
    finding,
    firm,
    frame,
    given_as_law,
    ground,
    historical,
    instrument_of,
    past_years,
    said_in_force,
    title_end,
)
from electlaw.citations.textdates import WEEKDAYS, yearless_in
from electlaw.findings import Finding, Ground
from electlaw.refs import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument, Relation
    from electlaw.citations.textdates import TextDate
    from electlaw.corpus import Corpus

__all__ = ["RULES"]


#: Where only the day of promulgation is known, the signing may have come so many days before it.
_SIGNED_BEFORE = 30


def _made_after(instrument: Instrument, on: str) -> bool:
    """Whether an instrument was surely signed only after a day."""
    if not instrument.known.known or instrument.known.earliest <= on:
        return False
    if len(instrument.enacted) == 10:
        return instrument.enacted > on
    if instrument.kind.startswith("putusan"):
        return True
    from datetime import date, timedelta

    early = instrument.known.earliest
    return (date.fromisoformat(early) - timedelta(days=_SIGNED_BEFORE)).isoformat() > on


def _is_heading(citation: Citation) -> bool:
    """Whether a citation is all in capitals, and not because ``UU 10/2016`` has no other letters."""
    return citation.text.isupper() and not _SHORT.fullmatch(citation.text)


_SHORT = pattern(r"[A-Z]{2,5}[\s.]{1,3}(?:NO\.?\s{0,2})?[0-9]+\s?/\s?[0-9]+")


_AWAITED = pattern(
    rb"\b(?:akan|menunggu|menanti|belum|jelang|menjelang|agenda|jadwal|(?:men|di)jadwalkan|pembacaan|pengucapan)\b"
    rb"(?!.{0,60}\b(?:menurut|berdasarkan|sesuai|melalui|lewat|sejak|dengan)\b)"
)


def _later_than(citation: Citation, instrument: Instrument | None, on: str) -> bool:
    """Whether what is cited was surely made after a day; of an unknown instrument its year alone tells."""
    if instrument is not None:
        return firm(instrument, "known") and _made_after(instrument, on)
    return citation.year.isdigit() and int(citation.year) > int(on[:4])


def _only_a_case(reading: Reading, citation: Citation, start: int) -> bool:
    """Whether a docket is that of a case not yet decided: it has its number before, and its ruling is awaited."""
    if not citation.type.startswith("putusan"):
        return False
    return not reading.plain.startswith(b"putusan", start) or bool(_AWAITED.search(reading.before(start, 80)))


def _future(reading: Reading) -> Iterator[Finding]:
    """E105: an instrument made only after the text's day."""
    on = reading.on
    if on is None:
        return
    for citation in reading.citations:
        if citation.named is None or citation.kind == "name" or not citation.year or _is_heading(citation):
            continue
        instrument = instrument_of(reading, citation)
        start, _, end = citation.named
        if not _later_than(citation, instrument, on) or _only_a_case(reading, citation, start):
            continue
        if instrument is not None:
            when = str(instrument.known)
            shown = day_words(when) if len(when) == 10 else when
            yield finding(
                "E105", (start, end),
                f"{cite(instrument.id)} was made on {when}, after {on}",
                f"{cite(instrument.id)} baru ada pada {shown}, sesudah {day_words(on)}",
                {"instrument": instrument.id, "known": when}, ground(instrument),
            )  # fmt: skip
        else:
            yield finding(
                "E105", (start, end),
                f"an instrument of {citation.year} cannot be cited on {on}",
                f"peraturan tahun {citation.year} tidak mungkin dirujuk pada {day_words(on)}",
                {"year": citation.year}, Ground(citation.instrument or "", "calendar"),
            )  # fmt: skip


def _points_back(citation: Citation) -> bool:
    """Whether a citation only points back, as a law does to itself by ``Undang-Undang ini``."""
    return citation.kind == "short" and not citation.number


def _state(reading: Reading) -> Iterator[Finding]:
    """W107: given as a legal basis, though repealed by the text's day."""
    if reading.on is None:
        return
    seen: set[str] = set()
    repealers: dict[str, Ground | None] = {}
    for citation in reading.citations:
        if citation.named is None or citation.link or citation.kind == "name" or citation.instrument in seen:
            continue
        if _points_back(citation):
            continue
        instrument = instrument_of(reading, citation)
        if instrument is None or instrument.known.latest > reading.on:
            continue
        if instrument.id not in repealers:
            repealers[instrument.id] = _repealer(reading, instrument)
        by = repealers[instrument.id]
        if by is None:
            continue
        end = title_end(reading, citation)
        if not given_as_law(reading, citation, end) or _was_law(reading, citation, end, instrument, by.ref):
            continue
        if not _told_of(reading, by.ref):
            seen.add(instrument.id)
            start, _, stop = citation.named
            yield finding(
                "W107", (start, stop),
                f"{cite(instrument.id)} was repealed by {cite(by.ref)}",
                f"{cite(instrument.id)} sudah dicabut oleh {cite(by.ref)}",
                {"instrument": instrument.id, "repealed_by": by.ref}, by,
            )  # fmt: skip


#: A person charged under a law: ``dijerat dengan Pasal 432 UU …``.
_CHARGED = pattern(rb"\bdijerat\s{1,3}(?:(?:dengan|berdasarkan|menurut)\s{1,3})?\Z")
#: What shows that a sentence knows the law is of the future.
_TO_COME = pattern(rb"\b(?:akan|mulai|kelak|nanti\w*|mendatang|belum|baru|jika|bila|apabila|draf|ruu|berlakunya)\b")


def _not_yet_law(reading: Reading) -> Iterator[Finding]:
    """E106: made by the text's day, but not yet in force, and said to be, or a person is charged under it."""
    on, plain = reading.on, reading.plain
    if on is None:
        return
    for citation in reading.citations:
        if citation.named is None or citation.link or citation.kind == "name" or _points_back(citation):
            continue
        said = plain.find(b"berlaku", citation.end, citation.end + _FAR) >= 0
        if not said and plain.find(b"dijerat", max(0, citation.start - _NEAR), citation.start) < 0:
            continue
        instrument = instrument_of(reading, citation)
        if instrument is None or instrument.known.latest > on or not _waits(reading, instrument):
            continue
        if not _used_as_law(reading, citation):
            continue
        start, _, stop = citation.named
        begins = instrument.span.start
        since = str(begins) if begins.exact and not instrument.span.condition else ""
        yield finding(
            "E106", (start, stop),
            f"{cite(instrument.id)} was not yet in force on {on}" + (f", but from {since}" if since else ""),
            f"{cite(instrument.id)} belum berlaku pada {day_words(on)}"
            + (f", melainkan mulai {day_words(since)}" if since else ""),
            {"instrument": instrument.id, "from": since or None, "condition": instrument.span.condition or None},
            ground(instrument),
        )  # fmt: skip


def _used_as_law(reading: Reading, citation: Citation) -> bool:
    """Whether a law is said to be in force, or a person to be charged under it, in a sentence not on the future."""
    end = title_end(reading, citation)
    before = reading.before(citation.start)
    if said_in_force(reading, citation, end):
        return True
    return bool(_CHARGED.search(before)) and not (_TO_COME.search(before) or _TO_COME.search(reading.after(end)))


def _waits(reading: Reading, instrument: Instrument) -> bool:
    """Whether an instrument made by the text's day was surely not yet in force on it."""
    if not firm(instrument, "from"):
        return False
    if reading.corpus.instrument(instrument.id) is None:
        return instrument.span.start.known and instrument.span.start.earliest > (reading.on or "")
    if reading.law is None:
        return False
    stood = reading.law.instrument(instrument.id)
    return stood.state == "not_yet" and not (stood.waits_for and stood.projected)


def _was_law(reading: Reading, citation: Citation, end: int, instrument: Instrument, repealer: str) -> bool:
    """Whether the sentence tells of a year in which an instrument, repealed since, was law."""
    years = past_years(reading, citation, end)
    by = reading.corpus.instrument(repealer) or register.entry(reading.corpus, repealer)
    if not years or by is None:
        return False
    first, last = instrument.known.earliest[:4], max(by.known.latest, by.span.start.latest)[:4]
    return any(first <= str(year) <= last for year in years)


def _told_of(reading: Reading, repealer: str) -> bool:
    """Whether the text speaks of the law that repealed another, and not merely lists it as a basis beside it."""
    named = [other for other in reading.citations if other.instrument == repealer]
    return any(other.link or not frame(reading, other, other.end) for other in named)


def _repealer(reading: Reading, instrument: Instrument) -> Ground | None:
    """Return what had repealed an instrument, or the law it amends, by the text's day; None if nothing surely had."""
    on = reading.on or ""
    if reading.corpus.instrument(instrument.id) is not None:
        sure = [
            relation for relation in reading.corpus.relations(instrument.id)
            if relation.op == "repeals" and relation.known.latest <= on and relation.verified != "recall"
        ]  # fmt: skip
        if not sure or reading.law is None or reading.law.instrument(instrument.id).state != "repealed":
            return None
        return Ground(sure[-1].by, sure[-1].verified)
    ends = register.repeals(reading.corpus)
    base = register.amended(reading.corpus, instrument.id)
    for id in (*ends.get(instrument.id, ()), *(ends.get(base, ()) if base else ())):
        found = reading.corpus.instrument(id) or register.entry(reading.corpus, id)
        if found and found.known.known and found.known.latest <= on and firm(found, "known"):
            return Ground(id, found.verified)
    return None


_ON = rb"(?:\s{1,3}(?:pada|hari|tanggal|di\s{1,3}jakarta)){0,3}[\s,(]{1,4}\Z"
_DATED = pattern(
    rb"[\s,(]{0,4}(?:yang\s{1,3})?(?:telah\s{1,3}|sudah\s{1,3})?"
    rb"(?P<verb>diucapkan|dibacakan|bertanggal|tertanggal|tanggal|diundangkan|disahkan|ditetapkan|diteken|ditandatangani|(?:mulai\s{1,3})?berlaku)"
    rb"(?:\s{1,3}(?:oleh\s{1,3})?presiden(?:\s{1,3}(?:ri|joko\s{1,3}widodo|jokowi|prabowo(?:\s{1,3}subianto)?|susilo\s{1,3}bambang\s{1,3}yudhoyono|sby))?)?"
    rb"(?:\s{1,3}sejak)?(?:\s{1,3}(?:mk|mahkamah(?:\s{1,3}konstitusi)?))?(?:\s{1,3}dalam\s{1,3}sidang(?:\s{1,3}[a-z]{2,12}){0,5}?)?"
    + _ON
)
#: A court reads a ruling: the verb before its number, the day behind it; or the day before both.
_READS = pattern(rb"\b(?:membacakan|mengucapkan)\s{1,3}\Z")
_THEN = pattern(_ON)
_ON_THAT_DAY = pattern(
    rb"[\s,)]{1,4}(?:majelis\s{1,3}hakim\s{1,3})?(?:mk|mahkamah(?:\s{1,3}konstitusi)?)\s{1,3}(?:telah\s{1,3})?"
    rb"(?P<verb>membacakan|mengucapkan)\s{1,3}\Z"
)


def _own_days(reading: Reading) -> Iterator[Finding]:
    """E116: the day a ruling was pronounced, or a law signed or promulgated, given wrongly beside its number."""
    for citation in reading.citations:
        if citation.kind != "full" or citation.named is None:
            continue
        item, verb = _stated_day(reading, citation)
        instrument = instrument_of(reading, citation) if item else None
        if item is None or instrument is None:
            continue
        right = _own_day(instrument, verb)
        if not right or right == item.day:
            continue
        yield finding(
            "E116", (item.start, item.end),
            f"{cite(instrument.id)}: {right}, not {item.day}",
            f"{cite(instrument.id)}: {day_words(right)}, bukan {day_words(item.day)}",
            {"instrument": instrument.id, "day": right}, ground(instrument), corrected=day_words(right),
        )  # fmt: skip


def _stated_day(reading: Reading, citation: Citation) -> tuple[TextDate | None, bytes]:
    """Return the day a text ties to an instrument, and the verb that says what day it is."""
    index = bisect_left(reading.dates, citation.end, key=lambda item: item.start)
    item = reading.dates[index] if index < len(reading.dates) else None
    if item and item.day and item.start - citation.end < _FAR:
        start = item.named[0] if item.named else item.start
        for end in dict.fromkeys((citation.end, title_end(reading, citation))):
            match = _DATED.match(reading.plain, end, start)
            if match and match.end() == start:
                return item, match["verb"]
        if _THEN.match(reading.plain, citation.end, start) and _READS.search(reading.before(citation.start, 40)):
            return item, b"dibacakan"
    before = reading.dates[index - 1] if index else None
    if before and before.day and 0 <= citation.start - before.end < _NEAR:
        match = _ON_THAT_DAY.match(reading.plain, before.end, citation.start)
        if match:
            return before, b"dibacakan"
    return None, b""


#: A day stands so near to the number it belongs to; behind a title, so far from it.
_NEAR, _FAR = 90, 700


_REGISTERED = pattern(rb"/(?:puu|phpu|php|skln)[a-z.\-]{0,24}?-(?P<roman>[ivxlc]{1,7})/(?P<year>20[0-9]{2})")
#: An ``l`` is a mis-scanned ``I``: the court's fiftieth year is 2052.
_ROMAN = {105: 1, 108: 1, 118: 5, 120: 10, 99: 100}
#: The court was founded in 2003: its year of work I.
_BEFORE_YEAR_ONE = 2002


def _court_years(reading: Reading) -> Iterator[Finding]:
    """E118: the Roman numeral in a ruling's number is the court's year of work, and so fixes the year behind it."""
    for citation in reading.citations:
        if citation.type != "putusan-mk":
            continue
        match = _REGISTERED.search(reading.plain, citation.start, citation.end)
        if match is None or reading.corpus.instrument(citation.instrument or "") is not None:
            continue
        values = [_ROMAN[letter] for letter in match["roman"]]
        work = sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
        if work + _BEFORE_YEAR_ONE == int(match["year"]):
            continue
        roman = match["roman"].decode().upper()
        yield finding(
            "E118", (match.start("roman"), match.end("year")),
            f"{roman} is the court's year {work + _BEFORE_YEAR_ONE}, not {match['year'].decode()}",
            f"{roman} adalah tahun {work + _BEFORE_YEAR_ONE}, bukan {match['year'].decode()}",
            {"year": work + _BEFORE_YEAR_ONE}, Ground("kalender", "calendar"),
        )  # fmt: skip


def _own_day(instrument: Instrument, verb: bytes) -> str:
    """Return the day a verb means for an instrument, if it is known for sure: pronounced, promulgated or signed."""
    if instrument.kind.startswith("putusan"):
        known = verb in (b"diucapkan", b"dibacakan", b"bertanggal", b"tertanggal", b"tanggal")
        return str(instrument.known) if known and instrument.known.exact and firm(instrument, "known") else ""
    if verb == b"diundangkan":
        return str(instrument.known) if instrument.known.exact and firm(instrument, "known") else ""
    if verb in (b"disahkan", b"ditetapkan", b"diteken", b"ditandatangani"):
        return instrument.enacted if len(instrument.enacted) == 10 and firm(instrument, "enacted") else ""
    if verb.endswith(b"berlaku") and instrument.span.start.exact and firm(instrument, "from", "known"):
        return str(instrument.span.start)
    return ""


_WITH_CHANGES = pattern(
    rb"[^.;]{0,90}\b(?:beserta\s+perubahan|dan\s+perubahan|(?:telah|sudah)\s+(?:beberapa\s+kali\s+)?(?:di|be)?rubah|telah\s+(?:beberapa\s+kali\s+)?diubah|diperbarui|beberapa\s+kali)"
)
_LAST = pattern(rb"\b(?:terakhir|paling\s+akhir|terkini)\b")


def _chains(reading: Reading) -> Iterator[Finding]:
    """W108: the frame of a matter rests on an amended law, and the text names no trace of its latest amendment."""
    on = reading.on
    if on is None:
        return
    cited = {citation.instrument for citation in reading.citations}
    seen: set[str] = set()
    for index, citation in enumerate(reading.citations):
        if citation.instrument is None or citation.named is None or citation.provisions or citation.kind == "name":
            continue
        if _points_back(citation):
            continue
        base = reading.corpus.base_of(citation.instrument)
        chain = _amendments(reading.corpus, base, on)
        if not chain or base in seen:
            continue
        latest = _same_text(reading.corpus, chain[-1].by)
        if latest & cited or (reading.law is not None and reading.law.instrument(base).state == "repealed"):
            continue
        if not _chain_wanted(reading, citation, index) or _was_whole(reading, citation, chain[-1]):
            continue
        seen.add(base)
        yield _incomplete(reading, citation, base, chain)


_known_chains: WeakKeyDictionary[Corpus, dict[str, list[Relation]]] = WeakKeyDictionary()


def _chain(corpus: Corpus, base: str) -> list[Relation]:
    """Return the amendments of a text in the order they became known."""
    known = _known_chains.setdefault(corpus, {})
    if base not in known:
        found = [relation for relation in corpus.relations(base) if relation.op == "amends"]
        known[base] = sorted(found, key=lambda relation: (relation.known.latest, relation.order))
    return known[base]


def _amendments(corpus: Corpus, base: str, on: str) -> list[Relation]:
    """Return the amendments of a text known by a day, in order; empty if a doubtful one is the last."""
    found = [relation for relation in _chain(corpus, base) if relation.known.latest <= on]
    return [] if found and found[-1].verified == "recall" else found


def _same_text(corpus: Corpus, id: str) -> set[str]:
    """Return an amendment with the statute that ratified it, if it is a Perppu."""
    if not id.startswith("perppu"):
        return {id}
    return {id, *(relation.by for relation in corpus.relations(id) if relation.op == "ratifies")}


def _chain_wanted(reading: Reading, citation: Citation, index: int) -> bool:
    """Whether a citation claims to name the law as it stands: as a formal basis, or as the last amendment."""
    if citation.link == "amended-by":
        return bool(_LAST.search(reading.before(citation.start, 60)))
    if citation.link:
        return False
    end = title_end(reading, citation)
    if index in reading.amended():
        before = reading.before(citation.start)
        return frame(reading, citation, end) == "strong" and not _HISTORY_APART.search(before)
    if _WITH_CHANGES.match(reading.plain, end):
        return False
    if historical(reading, citation, end):
        title = reading.title(citation)
        spelled = title is not None and titles.ordinal(reading.plain, title.start, title.start + 30) is not None
        if not spelled or _HISTORY_APART.search(reading.before(citation.start)):
            return False
    return frame(reading, citation, end) == "strong"


def _was_whole(reading: Reading, citation: Citation, latest: Relation) -> bool:
    """Whether the sentence tells of a year before the latest amendment."""
    years = past_years(reading, citation, title_end(reading, citation))
    return any(citation.year <= str(year) < latest.known.latest[:4] for year in years)


_HISTORY_APART = pattern(
    rb"\b(?:dicabut|dulu|dahulu|sebelumnya|pernah|sejarah|riwayat|semula|awalnya|pengujian|menguji|uji\s+materi|revisi|merevisi)\b"
)


def _incomplete(reading: Reading, citation: Citation, base: str, chain: list[Relation]) -> Finding:
    ratified = sorted(_same_text(reading.corpus, chain[-1].by) - {chain[-1].by})
    latest = chain[-1].by
    for id in ratified:
        instrument = reading.corpus.instrument(id)
        if instrument and instrument.kind == "uu" and instrument.known.latest <= (reading.on or ""):
            latest = id
    start, _, end = citation.named or (citation.start, 0, citation.end)
    times = "telah diubah dengan" if len(chain) == 1 else "telah beberapa kali diubah, terakhir dengan"
    full = f"{cite(base)} sebagaimana {times} {cite(latest)}"
    return finding(
        "W108",
        (start, end),
        f"by then last amended by {cite(latest)}; in full: {full}",
        f"saat itu perubahan terakhirnya {cite(latest)}; selengkapnya: {full}",
        {"instrument": base, "latest": latest, "chain": [step.by for step in chain]},
        *(Ground(step.by, step.verified) for step in chain),
    )


# -- rules on dates -------------------------------------------------------------------------------------


def _weekdays(reading: Reading) -> Iterator[Finding]:
    """E111, E112: the weekday does not fit its date, or the calendar has no such day."""
    from datetime import date

    sure = reading.on and all(item.fits for item in reading.dates if item.day == reading.on)
    short = yearless_in(reading.plain, reading.on) if reading.on and sure else ()
    for item in (*reading.dates, *short):
        written = reading.text[item.start : item.end]
        if not item.day:
            yield finding(
                "E112", (item.start, item.end),
                f"{written!r} is no day of the calendar", f"“{written}” tidak ada dalam kalender", {"date": written},
            )  # fmt: skip
        elif not item.fits and item.named is not None:
            right = WEEKDAYS[date.fromisoformat(item.day).weekday()]
            said = WEEKDAYS[item.weekday or 0]
            yield finding(
                "E111", (item.named[0], item.end),
                f"{item.day} was a {right}, not a {said}",
                f"{day_words(item.day)} jatuh pada hari {right}, bukan {said}",
                {"date": item.day, "weekday": right}, Ground("kalender", "calendar"),
            )  # fmt: skip


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    _future,
    _own_days,
    _court_years,
    _state,
    _not_yet_law,
    _chains,
    _weekdays,
)
