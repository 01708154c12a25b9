"""Rules on the day of a text: what was made, in force, amended or repealed by then; places; weekdays."""

from __future__ import annotations

import re
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
    ground,
    historical,
    instrument_of,
    title_end,
)
from electlaw.citations.textdates import WEEKDAYS, yearless_in
from electlaw.findings import Finding, Ground
from electlaw.refs import Ref, cite, cite_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument, Relation
    from electlaw.citations.textdates import TextDate
    from electlaw.corpus import Corpus
    from electlaw.provisions import Provision

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
        if not frame(reading, citation, end) or historical(reading, citation, end):
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
        if not _chain_wanted(reading, citation, index):
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


# -- rules on provisions --------------------------------------------------------------------------------


def _provisions(reading: Reading) -> Iterator[Finding]:
    """E109, E110, W110: the place never existed, did not exist yet, or was repealed on the text's day."""
    from electlaw.corpus import DATA_AS_OF
    from electlaw.law import at

    timeless = None
    for citation in reading.citations:
        if not citation.places or not _surely_joined(reading, citation):
            continue
        for path, place in zip(citation.provisions, citation.places, strict=True):
            if path in _WHOLE:
                continue
            text = place.partition("/")[0]
            if reading.corpus.instrument(text) is None or text not in reading.corpus.texts():
                if _beyond(reading, text, path):
                    yield _no_place(citation, path, place, [])
                    break
                continue
            now = reading.law.provision(Ref(place)) if reading.law is not None else None
            if now is None or now.state == "not_found":
                timeless = timeless or at(DATA_AS_OF, corpus=reading.corpus)
                found = timeless.provision(Ref(place.replace("/penjelasan/", "/")))
                if found.state == "not_found":
                    yield _no_place(citation, path, place, [str(ref) for ref in found.nearest], _grade(reading, place))
                    break
            if now is not None:
                yield from _on_day(reading, citation, path, place, now)


#: Parts named as a whole, of which nothing more is said.
_WHOLE = frozenset(("penjelasan", "lampiran"))
#: The constitutions of 1949 and 1950.
_OTHER_CONSTITUTION = pattern(rb"1949|1950|sementara|\bris\b|serikat")


def _surely_joined(reading: Reading, citation: Citation) -> bool:
    """Whether a citation names the instrument its places are of itself, and not across a comma."""
    if citation.named is None or citation.instrument is None or citation.kind not in ("full", "name"):
        return False
    if citation.type == "uud" and _OTHER_CONSTITUTION.search(reading.plain, citation.start, citation.end + 12):
        return False
    start = citation.named[0]
    return citation.start == start or b"," not in reading.plain[max(citation.start, start - 4) : start]


#: A shorter text than this, as the register has it, may be one whose numbering it could not read.
_LEAST_PASAL = 5


#: A pasal of the Constitution with a letter that scanning turned into a digit: 188 for 18B, 281 for 28I.
_SCANNED_LETTER = pattern(r"[1-3][0-9][0138]")


def _beyond(reading: Reading, text: str, path: str) -> bool:
    """Whether a pasal's number is beyond the last one of a text the register alone knows."""
    number = re.match(r"pasal-([0-9]+)", path)
    last = reading.corpus.last_pasal(text)
    known = register.entry(reading.corpus, text)
    if known is None or known.title.startswith("Penetapan Peraturan Pemerintah Pengganti"):
        return False
    beyond = bool(number and last >= _LEAST_PASAL and int(number[1]) > last)
    return beyond and not (text == "uud-1945" and number and _SCANNED_LETTER.fullmatch(number[1]))


def _grade(reading: Reading, place: str) -> str:
    """How far it was verified that a text lacks a place: as far as its outline was, if it rests on one."""
    text, _, path = place.partition("/")
    rows = reading.corpus.rows(f"outlines/{text}", path.partition("/")[0])
    return rows[0]["verified"] if rows else "text"


def _no_place(citation: Citation, path: str, place: str, nearest: list[str], verified: str = "text") -> Finding:
    text = place.partition("/")[0]
    near_en = f"; the nearest: {', '.join(cite_place(ref.partition('/')[2]) for ref in nearest)}" if nearest else ""
    near_id = near_en.replace("the nearest", "yang terdekat")
    return finding(
        "E109", (citation.start, citation.end),
        f"{cite(text)} has no {cite_place(path)}{near_en}",
        f"{cite(text)} tidak memuat {cite_place(path)}{near_id}",
        {"place": place, "nearest": nearest}, Ground(text, verified),
    )  # fmt: skip


_TO = rb"\s{1,3}(?:sampai(?:\s{1,3}dengan)?|s\.?\s?d\.?|s/d|hingga)\s{1,3}"
_TO_WORDS = (b"sampai", b"hingga", b"s.d", b"s/d", b"sd.")
_BACKWARDS = pattern(
    rb"(?<![a-z])(?:pasal\s{1,3}(?P<pasal>[0-9]{1,3})(?P<letter>[a-z]?)" + _TO
    + rb"pasal\s{1,3}(?P<to_pasal>[0-9]{1,3})(?P<to_letter>[a-z]?)(?![0-9a-z])"
    rb"|ayat\s{0,3}\((?P<ayat>[0-9]{1,2})\)" + _TO + rb"(?:ayat\s{0,3})?\((?P<to_ayat>[0-9]{1,2})\)"
    rb"|huruf\s{1,3}(?P<huruf>[a-z])" + _TO + rb"(?:huruf\s{1,3})(?P<to_huruf>[a-z])(?![a-z]))"
)  # fmt: skip


def _backwards(reading: Reading) -> Iterator[Finding]:
    """E122: a range of pasals, ayats or letters whose end comes before its beginning."""
    for match in _ranges(reading):
        part = "pasal" if match["pasal"] else "ayat" if match["ayat"] else "huruf"
        first, last = (_step(match[part], match["letter"]), _step(match[f"to_{part}"], match["to_letter"]))
        if last >= first:
            continue
        written = reading.text[match.start() : match.end()]
        yield finding(
            "E122", match.span(),
            f"{written!r} runs backwards", f"“{written}” terbalik: akhirnya mendahului awalnya", {"range": written},
        )  # fmt: skip


def _ranges(reading: Reading) -> Iterator[re.Match[bytes]]:
    """Yield the ranges written in and right behind citations of places."""
    done = 0
    for citation in reading.citations:
        first, last = max(done, citation.start), citation.end + 40
        if citation.provisions and any(reading.plain.find(word, first, last) >= 0 for word in _TO_WORDS):
            for match in _BACKWARDS.finditer(reading.plain, first, last):
                done = match.end()
                yield match


def _step(name: bytes, letter: bytes | None) -> tuple[int, bytes]:
    """Return where a numbered or lettered place stands among its siblings."""
    return (int(name), letter or b"") if name.isdigit() else (0, name)


#: A sentence on law to come.
_PLANNED = pattern(
    rb"\b(?:ruu|rancangan|draf|draft|revisi|merevisi|usul(?:an)?|mengusulkan|diusulkan|pembahasan|membahas|dibahas|akan\s{1,3}(?:di|me)[a-z]+"
    rb"|rencana|merencanakan|wacana|pasal\s{1,3}baru|naskah|perubahan\s{1,3}kedua)\b"
)


def _on_day(reading: Reading, citation: Citation, path: str, place: str, found: Provision) -> Iterator[Finding]:
    if found.state == "not_yet":
        acts = [act for act in reading.corpus.place(place).contents if act.verified != "recall"]
        if not acts:
            return
        instrument = instrument_of(reading, citation)
        if instrument and instrument.known.latest > (reading.on or ""):
            return
        if _PLANNED.search(reading.before(citation.start)) or _PLANNED.search(reading.after(citation.end)):
            return
        yield finding(
            "E110", (citation.start, citation.end),
            f"{cite_place(path)} was not yet law on {reading.on}",
            f"{cite_place(path)} belum berlaku pada {day_words(reading.on or '')}",
            {"place": place, "state": "not_yet", "by": acts[0].by}, Ground(place, acts[0].verified),
        )  # fmt: skip
    elif found.state == "repealed" and found.version and found.verified != "recall":
        if historical(reading, citation, citation.end) or not frame(reading, citation, citation.end):
            return
        moved = str(found.moved_to) if found.moved_to else None
        yield finding(
            "W110", (citation.start, citation.end),
            f"{cite_place(path)} was repealed by {cite(found.version)}",
            f"{cite_place(path)} sudah dihapus oleh {cite(found.version)}",
            {"place": place, "state": "repealed", "by": found.version, "moved_to": moved},
            *_place_grounds(found.basis, place),
        )  # fmt: skip
    elif found.state == "struck":
        if historical(reading, citation, citation.end) or not frame(reading, citation, citation.end):
            return
        by = found.struck_by[0]
        ruling = reading.corpus.instrument(by)
        if by in {other.instrument for other in reading.citations} or ruling is None or not firm(ruling, "known"):
            return
        yield finding(
            "W117", (citation.start, citation.end),
            f"{cite_place(path)} was declared void by {cite(by)}",
            f"{cite_place(path)} sudah dinyatakan tidak mengikat oleh {cite(by)}",
            {"place": place, "state": "struck", "by": by}, *_place_grounds(found.basis, place), ground(ruling),
        )  # fmt: skip


def _place_grounds(basis: tuple[object, ...], place: str) -> tuple[Ground, ...]:
    grounds = [Ground(f"{place}", getattr(item, "verified", "report")) for item in basis]
    return tuple(dict.fromkeys(grounds)) or (Ground(place, "text"),)


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
    _chains,
    _provisions,
    _backwards,
    _weekdays,
)
