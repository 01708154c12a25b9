"""Rules on how an instrument is named: type word, number, year, title, ordinal of an amendment."""

from __future__ import annotations

import re

from electlaw.citations import titles
from electlaw.citations.reading import (
    Reading,
    finding,
    firm,
    ground,
    instrument_of,
)
from electlaw.citations.resolver import Citation
from electlaw.findings import Finding, Ground
from electlaw.refs import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument

__all__ = ["RULES"]


_BRACKET = re.compile(rb"\s{0,3}\(\s{0,3}uud(?:\s+1945)?\s{0,3}\)")


def _type_words(reading: Reading) -> Iterator[Finding]:
    """E101: the Constitution's abbreviation where a statute is meant (``Undang-Undang (UUD) Nomor 10``)."""
    for citation in reading.citations:
        if "uud-for-uu" not in citation.repairs or citation.named is None:
            continue
        start, end, _ = citation.named
        bracket = _BRACKET.match(reading.plain, end)
        end = bracket.end() if bracket else end
        written = reading.text[start:end]
        proper = _proper_type(written, citation.type, bracket is not None)
        yield finding(
            "E101", (start, end),
            f"{written!r}: UUD is the Constitution; {cite(citation.instrument or '')} is meant",
            f"“{written}”: UUD berarti Undang-Undang Dasar; yang dimaksud {cite(citation.instrument or '')}",
            {"instrument": citation.instrument, "type": citation.type},
            *_known_ground(reading, citation), corrected=proper,
        )  # fmt: skip


def _proper_type(written: str, kind: str, bracket: bool) -> str:
    if kind == "perppu":
        return "Peraturan Pemerintah Pengganti Undang-Undang"
    if bracket:
        return f"{written.partition('(')[0].rstrip()} (UU)"
    return "UU" if "." not in written and len(written) <= 4 else "Undang-Undang"


def _known_ground(reading: Reading, citation: Citation) -> tuple[Ground, ...]:
    instrument = instrument_of(reading, citation)
    return (ground(instrument),) if instrument else ()


def _number_and_title(reading: Reading) -> Iterator[Finding]:
    """E101, E102: the title written is that of another instrument than the number names."""
    for citation in reading.citations:
        if (
            citation.kind != "full"
            or citation.instrument is None
            or citation.named is None
            or citation.type.startswith("putusan")
        ):
            continue
        title = reading.title(citation)
        if not title or len(title.words) < 2:
            continue
        instrument = instrument_of(reading, citation)
        if instrument and titles.overlap(title, titles.words_of(instrument.title)) >= 0.3:
            continue
        if instrument and not (instrument.title and firm(instrument, "title")):
            continue
        owners = [item for item in reading.index().owners(title) if item.id != citation.instrument]
        if not owners or _goes_on(reading, title, owners[0]):
            continue
        same = [item for item in owners if (item.number, item.year) == (citation.number, citation.year)]
        if same:
            yield from _wrong_type(citation, same[0])
        else:
            yield from _wrong_number(reading, citation, instrument, owners)


def _goes_on(reading: Reading, title: titles.Title, owner: Instrument) -> bool:
    """Whether the title written goes on beyond the owner's: another title that begins alike."""
    size = len(titles.words_of(owner.title))
    rest = reading.text[title.spans[size - 1][1] :][:8].lstrip()
    return rest[:1].isupper() and size <= 4


def _wrong_type(citation: Citation, right: Instrument) -> Iterator[Finding]:
    if citation.named is None or citation.type in (right.kind, "peraturan", "keputusan") or right.kind == "uudrt":
        return
    yield finding(
        "E101", citation.named[:2],
        f"{citation.text!r} has the title of {cite(right.id)}",
        f"“{citation.text}” berjudul {cite(right.id)}",
        {"instrument": right.id, "type": right.kind}, ground(right),
        corrected=cite(right.id).partition(" Nomor ")[0],
    )  # fmt: skip


#: So many words make a title telling enough to go against a number that nothing is known about.
_TELLING = 6


def _wrong_number(
    reading: Reading, citation: Citation, named: Instrument | None, owners: list[Instrument]
) -> Iterator[Finding]:
    if any(item.kind != citation.type for item in owners):
        return
    near = [item for item in owners if item.number == citation.number or item.year == citation.year]
    if named is None and not (near and len(titles.words_of(owners[0].title)) >= _TELLING):
        return
    meant = near if len(near) == 1 else owners
    names = [cite(item.id) for item in meant[:4]]
    start, _, end = citation.named or (citation.start, 0, citation.end)
    own_en = f"; that is on {named.title!r}" if named else ""
    own_id = f"; peraturan itu tentang {named.title}" if named else ""
    yield finding(
        "E102", (start, end),
        f"{reading.text[start:end]!r} does not bear this title, {' or '.join(names)} does{own_en}",
        f"“{reading.text[start:end]}” tidak berjudul demikian, yang berjudul demikian {' atau '.join(names)}{own_id}",
        {"instrument": [item.id for item in meant]}, *(ground(item) for item in meant[:4]),
        corrected=names[0] if len(meant) == 1 else None,
    )  # fmt: skip


def _ordinals(reading: Reading) -> Iterator[Finding]:
    """E104: ``perubahan ketiga atas`` for what is the second amendment."""
    for citation in reading.citations:
        instrument = instrument_of(reading, citation)
        if instrument is None or not firm(instrument, "title") or citation.kind == "bare-pasal":
            continue
        title = reading.title(citation)
        right = titles.ordinal(titles.official(instrument.title)[0], 0, 40)
        if not title or right is None or right[1] != 0:
            continue
        written = titles.ordinal(reading.plain, title.start, title.start + 40)
        if written is None or written[1] != title.start or written[0] == right[0]:
            continue
        proper = titles.ordinal_name(right[0])
        yield finding(
            "E104", written[1:],
            f"{cite(instrument.id)} is “{proper} atas …”",
            f"{cite(instrument.id)} adalah “{proper} atas …”",
            {"instrument": instrument.id, "ordinal": right[0]}, ground(instrument), corrected=f"{proper} atas",
        )  # fmt: skip


def _title_form(reading: Reading) -> Iterator[Finding]:
    """I113: all the words of the official title, but not its commas."""
    for citation in reading.citations:
        instrument = reading.corpus.instrument(citation.instrument or "")
        if instrument is None or citation.link == "title" or not firm(instrument, "title"):
            continue
        title = reading.title(citation)
        found = titles.difference(reading.plain, title, instrument.title) if title else None
        if found is None:
            continue
        start, end, sign = found
        first, _, last = reading.text[start:end].replace(",", "").partition(" ")
        yield finding(
            "I113", (start, end),
            f"the official title of {cite(instrument.id)} reads {first + sign + ' ' + last!r} here",
            f"judul resmi {cite(instrument.id)} di sini berbunyi “{first}{sign} {last}”",
            {"instrument": instrument.id, "title": instrument.title}, ground(instrument),
            corrected=f"{first}{sign} {last}",
        )  # fmt: skip


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_type_words, _number_and_title, _ordinals, _title_form)
