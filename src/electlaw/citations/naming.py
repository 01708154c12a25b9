"""Rules on how an instrument is named: type word, number, year, title, ordinal of an amendment, popular name."""

from __future__ import annotations

import re
from itertools import pairwise

from electlaw.citations import register, titles
from electlaw.citations.citation import Citation
from electlaw.citations.patterns import pattern
from electlaw.citations.reading import (
    Reading,
    finding,
    firm,
    ground,
    instrument_of,
)
from electlaw.findings import Finding, Ground
from electlaw.refs import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument

__all__ = ["RULES", "amends", "ends", "ratified_by_title", "succeeds", "wrong_type"]


_BRACKET = pattern(rb"\s{0,3}\(\s{0,3}uud(?:\s+1945)?\s{0,3}\)")


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
        if not title:
            continue
        instrument = instrument_of(reading, citation)
        proper = titles.words_of(instrument.title) if instrument else ()
        if titles.same_words(title, proper):
            continue
        if instrument and not (instrument.title and firm(instrument, "title")):
            instrument = None
        alike = instrument is not None and titles.overlap(title, proper) >= 0.3
        owners = [item for item in reading.index(logged=alike).owners(title) if item.id != citation.instrument]
        if not owners and not alike and (len(title.words) == 1 or ends(reading, title, 1)):
            owners = reading.index().single(title.words[0])
        if not owners or _goes_on(reading, title, owners[0]) or any(amends(proper, owner) for owner in owners):
            continue
        if alike and instrument and not _surely_apart(reading, instrument, owners):
            continue
        if instrument and any(succeeds(reading, owner.id, instrument.id) for owner in owners):
            continue
        same = [item for item in owners if (item.number, item.year) == (citation.number, citation.year)]
        if same:
            yield from wrong_type(citation, same[0])
        else:
            yield from _wrong_number(reading, title, citation, instrument, owners)


def amends(proper: tuple[bytes, ...], owner: Instrument) -> bool:
    """Whether a title is an amendment's that ends in the owner's: the amendment is cited by the law's own title."""
    words = titles.words_of(owner.title)
    return len(proper) > len(words) and proper[-len(words) :] == words and b"perubahan" in proper[: -len(words)]


def succeeds(reading: Reading, new: str, old: str) -> bool:
    """Whether an instrument repealed another, which texts may call by the name of what took its place."""
    relations = reading.corpus.relations(old)
    return any(relation.op == "repeals" and relation.by == new for relation in relations) or (
        new in register.repeals(reading.corpus).get(old, ())
    )


def _surely_apart(reading: Reading, named: Instrument, owners: list[Instrument]) -> bool:
    """Whether the title written is surely not a loose form of that of the instrument named."""
    known = reading.corpus.instrument(named.id) is not None
    return known and all(titles.apart(owner, named) for owner in owners)


def _goes_on(reading: Reading, title: titles.Title, owner: Instrument) -> bool:
    """Whether the title written goes on beyond the owner's: another title that begins alike."""
    size = len(titles.words_of(owner.title))
    rest = reading.text[title.spans[size - 1][1] :][:8].lstrip()
    return rest[:1].isupper() and size <= 4


def _one_off(citation: Citation, owner: Instrument) -> bool:
    """Whether a number and year are one slip away from those of a title's owner: another number, or the year beside."""
    if owner.year == citation.year:
        return True
    years = (owner.year, citation.year)
    return all(year.isdigit() for year in years) and abs(int(years[0]) - int(years[1])) == 1


#: What goes on with the sentence behind a title: a verb, or a word that is in no title's middle.
_SENTENCE_ON = pattern(
    r"\s{1,3}(?:(?:me|di|ber|ter)[a-z]{4,}|menjadi|yang|sudah|telah|tidak|belum|masih|harus|wajib|juga|itu|ini|adalah|akan|pun)\b"
)


_SMALL_ON = pattern(r"\s?,\s{1,3}[a-z]{3,}")


def ends(reading: Reading, title: titles.Title, size: int) -> bool:
    """Whether a written title ends behind so many words: the sentence goes on with a verb, or in small letters."""
    end = title.spans[size - 1][1]
    small = reading.text[title.start].isupper() and _SMALL_ON.match(reading.text, end)
    return bool(small or _SENTENCE_ON.match(reading.text, end))


def wrong_type(citation: Citation, right: Instrument) -> Iterator[Finding]:
    """Yield the finding on an instrument cited by the number of another kind."""
    if citation.named is None or citation.type in (right.kind, "peraturan", "keputusan") or right.kind == "uudrt":
        return
    yield finding(
        "E101", citation.named[:2],
        f"{citation.text!r} has the number and matter of {cite(right.id)}",
        f"“{citation.text}” bernomor dan bermateri {cite(right.id)}",
        {"instrument": right.id, "type": right.kind}, ground(right),
        corrected=cite(right.id).partition(" Nomor ")[0],
    )  # fmt: skip


#: So many words make a title telling enough to go against a number that nothing is known about.
_TELLING = 6


def _wrong_number(
    reading: Reading, title: titles.Title, citation: Citation, named: Instrument | None, owners: list[Instrument]
) -> Iterator[Finding]:
    owners = [item for item in owners if item.kind == citation.type]
    if "digit" in citation.repairs or not owners:
        return  # a number read from damaged figures cannot tell against a title
    near = [item for item in owners if item.number == citation.number or item.year == citation.year]
    size = len(titles.words_of(owners[0].title))
    whole = size == len(title.words) or ends(reading, title, size)
    if named is None and not (
        near and (size >= _TELLING or (whole and any(_one_off(citation, item) for item in near)))
    ):
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
        title = reading.title(citation) if citation.kind != "bare-pasal" else None
        instrument = instrument_of(reading, citation) if title else None
        if title is None or instrument is None or not firm(instrument, "title"):
            continue
        right = titles.ordinal(titles.official(instrument.title)[0], 0, 40)
        if right is None or right[1] != 0:
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


#: Words that lead from an instrument to what it amends: a title, or prose with an ordinal.
_OF_AMENDMENT = pattern(
    rb"(?P<title>\s{0,4},?\s{0,4}(?:yang\s{1,4})?tentang\s{1,4})?(?:[\s,(]{1,4}(?:yang\s{1,4})?(?:(?:merupakan|adalah|ialah|yakni|yaitu|sebagai)\s{1,4})?)?"
    rb"(?P<phrase>perubahan(?:\s{1,4}(?P<which>"
    + titles.WHICH
    + rb"))?(?P<of>\s{1,4}(?:atas|dari|terhadap))?)\s{1,4}\Z"
)


def _amendments(reading: Reading) -> Iterator[Finding]:
    """E101, E102, E104: an instrument said to be the n-th amendment of a law, which it is not."""
    for citation, law in pairwise(reading.citations):
        if citation.kind != "full" or law.kind != "full" or not law.instrument or not citation.instrument:
            continue
        if not 10 < law.start - citation.end < 60:
            continue
        match = _OF_AMENDMENT.match(reading.plain, citation.end, law.start)
        if not match or not (match["title"] or match["which"]):
            continue
        said = titles.ordinal_number(match["which"]) if match["which"] or match["of"] else 0
        instrument = instrument_of(reading, citation)
        if instrument is not None and not firm(instrument, "title"):
            continue
        right = titles.amended_by_title(instrument.title) if instrument else None
        if instrument and right:
            yield from _amends_other(reading, instrument, right, law, said, match.span("phrase"))
        elif match["title"] and said:
            yield from _no_amendment(reading, citation, law, said)


def _amends_other(
    reading: Reading, instrument: Instrument, right: tuple[str, int], law: Citation, said: int, span: tuple[int, int]
) -> Iterator[Finding]:
    target, which = right
    if law.named and reading.corpus.base_of(law.instrument or "") != reading.corpus.base_of(target):
        yield finding(
            "E102", (law.named[0], law.named[2]),
            f"{cite(instrument.id)} amends {cite(target)}, not {cite(law.instrument or '')}",
            f"{cite(instrument.id)} mengubah {cite(target)}, bukan {cite(law.instrument or '')}",
            {"instrument": [target]}, ground(instrument), corrected=cite(target),
        )  # fmt: skip
    elif said and which != said and titles.ordinal(reading.plain, *span) != (which, *span):
        proper = titles.ordinal_name(which)
        yield finding(
            "E104", span,
            f"{cite(instrument.id)} is “{proper} atas {cite(target)}”",
            f"{cite(instrument.id)} adalah “{proper} atas {cite(target)}”",
            {"instrument": instrument.id, "ordinal": which}, ground(instrument), corrected=f"{proper} atas",
        )  # fmt: skip


def _no_amendment(reading: Reading, citation: Citation, law: Citation, said: int) -> Iterator[Finding]:
    """Flag an instrument with the title of an amendment which, for all that is known, another one is."""
    made = reading.index().amendments(law.instrument or "", said)
    same = [item for item in made if (item.number, item.year) == (citation.number, citation.year)]
    if same:
        yield from wrong_type(citation, same[0])
        return
    alike = [item for item in made if item.kind == citation.type]
    near = [item for item in alike if item.year == citation.year or item.number == citation.number]
    if len(near) == 1 and citation.named:
        yield finding(
            "E102", (citation.named[0], citation.named[2]),
            f"{citation.text!r} is not that amendment of {cite(law.instrument or '')}, {cite(near[0].id)} is",
            f"“{citation.text}” bukan perubahan {cite(law.instrument or '')} itu, melainkan {cite(near[0].id)}",
            {"instrument": [near[0].id]}, ground(near[0]), corrected=cite(near[0].id),
        )  # fmt: skip


_RATIFIES = pattern(rb"\s{0,4},?\s{0,4}(?:yang\s{1,4})?tentang\s{1,4}penetapan\s{1,4}\Z")
#: ``Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014``, as official titles have it.
_RATIFIED = pattern(
    rb"\Apenetapan\s(?:peraturan pemerintah pengganti undang.undang|perpp?u)\s(?:republik indonesia\s)?"
    rb"nomor\s(?P<number>\d+)\stahun\s(?P<year>\d{4})"
)


def ratified_by_title(title: str) -> str:
    """Return the Perppu an official title says it makes law; empty if it says nothing of the kind."""
    match = _RATIFIED.match(titles.official(title)[0])
    return f"perppu-{int(match['number'])}-{match['year'].decode()}" if match else ""


def _ratified(reading: Reading) -> Iterator[Finding]:
    """E102: a statute said in its title to make law of a Perppu which is not the one it did."""
    for citation, law in pairwise(reading.citations):
        if law.type != "perppu" or citation.type != "uu" or not law.named or not law.instrument:
            continue
        if not 10 < law.start - citation.end < 40 or not _RATIFIES.match(reading.plain, citation.end, law.start):
            continue
        instrument = instrument_of(reading, citation)
        target = ratified_by_title(instrument.title) if instrument else ""
        if instrument is None or not target or not firm(instrument, "title") or "digit" in law.repairs:
            continue
        if law.instrument == target:
            continue
        yield finding(
            "E102", (law.named[0], law.named[2]),
            f"{cite(instrument.id)} made law of {cite(target)}, not of {cite(law.instrument)}",
            f"{cite(instrument.id)} menetapkan {cite(target)}, bukan {cite(law.instrument)}",
            {"instrument": [target]}, ground(instrument), corrected=cite(target),
        )  # fmt: skip


#: Short names of the two elections, as they stand for a title or behind the type word.
_ELECTIONS = pattern(
    rb"(?:(?P<pemilu>pemilu(?!\s{0,2}kada|kada|\s{1,4}(?:kepala|gubernur|bupati|wali))|pileg|pilpres)"
    rb"|(?P<pilkada>pilkada|pemilukada|pemilihan\s{1,4}kepala\s{1,4}daerah))(?![a-z])"
)
_SHORT_TITLE = pattern(rb"\s{0,4},?\s{0,4}(?:yang\s{1,4}mengatur\s{1,4})?tentang\s{1,4}")


def _elections(reading: Reading) -> Iterator[Finding]:
    """E103: the law of one election called by the name of the other."""
    for citation in reading.citations:
        if citation.kind != "full" or citation.type not in ("uu", "perppu") or citation.named is None:
            continue
        title = _SHORT_TITLE.match(reading.plain, citation.end)
        named = (title and _ELECTIONS.match(reading.plain, title.end())) or _ELECTIONS.search(
            reading.plain, citation.named[0], citation.named[2]
        )
        instrument = instrument_of(reading, citation) if named else None
        if named and title and (instrument is None or _of_other_matter(instrument)):
            yield from _of_other_type(reading, citation, "pemilu" if named["pemilu"] else "pilkada")
        proper = _election_of(instrument) if instrument else ""
        if named is None or instrument is None or not proper or named[proper] is not None:
            continue
        if _BOTH.match(reading.plain, named.end()):
            continue
        other = "pemilu" if proper == "pilkada" else "pilkada"
        yield finding(
            "E103", named.span(),
            f"{cite(instrument.id)} is the law of the {proper.capitalize()}, not of the {other.capitalize()}",
            f"{cite(instrument.id)} mengatur {proper.capitalize()}, bukan {other.capitalize()}",
            {"instrument": instrument.id, "election": proper}, ground(instrument),
            corrected=proper.capitalize(),
        )  # fmt: skip


def _of_other_matter(instrument: Instrument) -> bool:
    """Whether a law is surely on neither election nor regional government, which once held the rules of the Pilkada."""
    title = b" ".join(titles.words_of(instrument.title))
    return firm(instrument, "title") and not re.search(rb"pemilihan|pemerintah|otonomi|khusus|istimewa|daerah", title)


def _of_other_type(reading: Reading, citation: Citation, election: str) -> Iterator[Finding]:
    """E101: no such instrument is known, but a law on that election has its number and year."""
    for kind in ("uu", "perppu"):
        twin = reading.corpus.instrument(f"{kind}-{citation.number}-{citation.year}")
        if kind != citation.type and twin is not None and _election_of(twin) == election:
            yield from wrong_type(citation, twin)


_BOTH = pattern(rb"\s{0,3}(?:dan|serta|maupun|atau|/|,|&|-)\s{0,3}")


def _election_of(instrument: Instrument) -> str:
    """Return the election a statute is on by its official title; empty if it names neither, or is not sure."""
    if not firm(instrument, "title"):
        return ""
    title = b" ".join(titles.words_of(instrument.title))
    if b"pemilihan gubernur" in title:
        return "pilkada"
    return "pemilu" if b"pemilihan umum" in title and b"kepala daerah" not in title else ""


def _title_form(reading: Reading) -> Iterator[Finding]:
    """I113: all the words of the official title, but not its commas."""
    for citation in reading.citations:
        title = reading.title(citation) if citation.link != "title" else None
        instrument = reading.corpus.instrument(citation.instrument or "") if title else None
        if title is None or instrument is None or not firm(instrument, "title"):
            continue
        found = titles.difference(reading.plain, title, instrument.title)
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


def _doubtful_names(reading: Reading) -> Iterator[Finding]:
    """I115: a popular name that fits several laws of the text's day, in a text that does not tell which."""
    on = reading.on
    seen: set[str] = set()
    for citation in reading.citations:
        if on is None or citation.kind != "name" or citation.name in seen:
            continue
        seen.add(citation.name)
        valid = [
            row for row in reading.corpus.rows("name-doubts", citation.name)
            if row["words"] != "*" and row["from"] <= on and (not row["until"] or on < row["until"])
        ]  # fmt: skip
        rows = list({row["instrument"]: row for row in reversed(valid)}.values())[::-1]
        if len(rows) < 2 or _settled(reading, rows):
            continue
        names = [cite(row["instrument"]) for row in rows]
        yield finding(
            "I115", (citation.start, citation.end),
            f"{citation.text!r} may mean {' or '.join(names)}: give number and year",
            f"“{citation.text}” dapat berarti {' atau '.join(names)}: sebutkan nomor dan tahunnya",
            {"instruments": [row["instrument"] for row in rows]},
            *(Ground(row["instrument"], row["verified"]) for row in rows),
        )  # fmt: skip


def _settled(reading: Reading, rows: list[dict[str, str]]) -> bool:
    """Whether a text that uses a name of several laws tells which: it cites one in full, or speaks of its matter."""
    laws = {row["instrument"] for row in rows}
    if any(other.instrument in laws and other.kind == "full" for other in reading.citations):
        return True
    words = b"|".join(re.escape(word.encode()) for row in rows for word in row["words"].split("|"))
    return re.search(rb"(?<![a-z])(?:" + words + rb")", reading.plain) is not None


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    _type_words,
    _number_and_title,
    _amendments,
    _ratified,
    _elections,
    _ordinals,
    _title_form,
    _doubtful_names,
)
