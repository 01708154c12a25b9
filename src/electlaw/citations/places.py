"""Rules on places in instruments: what never existed, did not exist yet, was repealed or declared void; ranges."""

from __future__ import annotations

import re
from contextlib import suppress

from electlaw.citations import register
from electlaw.citations.citation import Citation
from electlaw.citations.patterns import pattern
from electlaw.citations.reading import (
    Reading,
    day_words,
    finding,
    firm,
    given_as_law,
    ground,
    historical,
    instrument_of,
    past_years,
)
from electlaw.errors import OutOfCoverage
from electlaw.findings import Finding, Ground
from electlaw.refs import Ref, cite, cite_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.provisions import Provision

__all__ = ["RULES"]


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
            if _apart_from_pasals(path):
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


def _apart_from_pasals(path: str) -> bool:
    """Whether an ayat, huruf or angka is named of an elucidation alone, whose general part the log does not number."""
    return path.startswith("penjelasan/") and not path.startswith(("penjelasan/pasal-", "penjelasan/bab-"))


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
        if not _place_as_law(reading, citation) or _place_was_law(reading, citation, place):
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
        if not _place_as_law(reading, citation) or _place_was_law(reading, citation, place):
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


#: A pasal that opens a clause and lays something down: ``Pasal 40 ayat (3) UU 10/2016 mewajibkan``.
_CLAUSE = pattern(rb"(?:\A|[,:;\"(]|\b(?:bahwa|karena|sebab|adapun|sementara|sedangkan|namun|tetapi))\s*\Z")
_LAYS_DOWN = pattern(
    rb"[\s,]{1,3}(?:(?:juga|itu|tersebut|tegas|secara\s{1,3}tegas|jelas)\s{1,3}){0,2}"
    rb"(?:mewajibkan|mensyaratkan|mengharuskan|melarang|membatasi|memerintahkan|mengizinkan|membolehkan|memperbolehkan)\b"
)
#: What shows that a text on a pasal is on its end.
_ENDED = pattern(
    rb"\b(?:mk|mahkamah|putusan|pemohon|permohonan|diuji|gugat\w*|digugat|inkonstitusional\w*|bertentangan|batal|dibatalkan|dihapus|dicabut)\b"
)

#: So far around a pasal a text may tell of its end.
_AROUND = 4000


def _place_as_law(reading: Reading, citation: Citation) -> bool:
    """Whether a place is given as law of the text's day: as a basis, in force, or as what lays a rule down."""
    if given_as_law(reading, citation, citation.end):
        return True
    before = reading.before(citation.start)
    if not _CLAUSE.search(before) or not _LAYS_DOWN.match(reading.plain, citation.end):
        return False
    told = _ENDED.search(reading.plain, max(0, citation.start - _AROUND), citation.end + _AROUND)
    return not historical(reading, citation, citation.end) and not told


#: States in which a place was law, or in an instrument then in force whose places the log does not hold.
_WAS_LAW = ("in_force", "unknown")


def _place_was_law(reading: Reading, citation: Citation, place: str) -> bool:
    """Whether the sentence tells of a year in which a place, not law since, was in force."""
    from electlaw.law import at

    for year in past_years(reading, citation, citation.end):
        with suppress(OutOfCoverage):
            days = (f"{year}-01-01", f"{year}-12-31")
            if any(at(day, corpus=reading.corpus).provision(Ref(place)).state in _WAS_LAW for day in days):
                return True
    return False


def _place_grounds(basis: tuple[object, ...], place: str) -> tuple[Ground, ...]:
    grounds = [Ground(f"{place}", getattr(item, "verified", "report")) for item in basis]
    return tuple(dict.fromkeys(grounds)) or (Ground(place, "text"),)


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_provisions, _backwards)
