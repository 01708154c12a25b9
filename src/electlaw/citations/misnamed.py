"""Rules on instruments named by less than their title: a shortened title, the kind of an election, an amending act.

A shortened title is judged only where it begins the title of one other instrument that is one slip away, and has a
telling word the instrument named does not have.
"""

from __future__ import annotations

from electlaw.citations import titles
from electlaw.citations.citation import Citation
from electlaw.citations.naming import amends, ends, ratified_by_title, succeeds, wrong_type
from electlaw.citations.patterns import pattern
from electlaw.citations.reading import Reading, finding, firm, ground, instrument_of
from electlaw.refs import cite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Instrument
    from electlaw.findings import Finding

__all__ = ["RULES"]

# -- shortened titles -----------------------------------------------------------------------------------


def _shortened(reading: Reading) -> Iterator[Finding]:
    """E101, E102: the beginning of another instrument's title, where the one named is on something else."""
    for citation in reading.citations:
        title = reading.title(citation) if citation.kind == "full" and citation.link != "title" else None
        named = instrument_of(reading, citation) if title and not citation.type.startswith("putusan") else None
        if title is None or named is None or not named.title or not firm(named, "title") or "digit" in citation.repairs:
            continue
        if title.words[0] == b"perubahan":
            continue  # which law an amendment amends is judged by its own rules
        proper = titles.words_of(named.title)
        size = min(len(proper), len(title.words))
        if proper[:size] == title.words[:size]:
            continue  # its own title, as far as either goes
        least = next((size for size in range(2, len(title.words)) if ends(reading, title, size)), len(title.words))
        alike = [owner for owner in reading.index().beginning(title, least) if _begins(reading, title, owner, proper)]
        twins = [owner for owner in alike if (owner.number, owner.year) == (citation.number, citation.year)]
        if twins:
            yield from wrong_type(citation, twins[0])
            continue
        meant = [owner for owner in alike if _may_be_meant(reading, citation, owner)]
        if len(meant) != 1 or any(amends(proper, owner) for owner in meant):
            continue
        (right,) = meant
        start, _, end = citation.named or (citation.start, 0, citation.end)
        yield finding(
            "E102", (start, end),
            f"{cite(named.id)} is on {named.title!r}; a title that begins so has {cite(right.id)}",
            f"{cite(named.id)} tentang {named.title}; yang judulnya berawal demikian {cite(right.id)}",
            {"instrument": [right.id]}, ground(right), ground(named), corrected=cite(right.id),
        )  # fmt: skip


def _may_be_meant(reading: Reading, citation: Citation, owner: Instrument) -> bool:
    """Whether an instrument is one slip away from the one cited, and did not take its place."""
    if owner.kind != citation.type or owner.id == citation.instrument or not firm(owner, "title"):
        return False
    near = owner.number == citation.number or owner.year == citation.year
    return near and not succeeds(reading, owner.id, citation.instrument or "")


def _begins(reading: Reading, title: titles.Title, owner: Instrument, proper: tuple[bytes, ...]) -> bool:
    """Whether a written title is the beginning of an owner's and ends there, with a telling word of its own."""
    shared = 0
    for ours, theirs in zip(title.words, titles.words_of(owner.title), strict=False):
        if ours != theirs:
            break
        shared += 1
    if shared < 2 or not (shared == len(title.words) or ends(reading, title, shared)):
        return False
    return any(titles.telling(word) and word not in proper for word in title.words[:shared])


# -- the two kinds of Pemilu ----------------------------------------------------------------------------

_KIND = pattern(
    rb"(?:(?P<legislature>pileg|pemilu\s{1,4}legislatif|pemilihan\s{1,4}(?:umum\s{1,4})?legislatif)"
    rb"|(?P<president>pilpres|pemilu\s{1,4}presiden|pemilihan\s{1,4}presiden))(?![a-z])(?!\s{0,3}(?:dan|serta|/|,|&)\s)"
)
_ABOUT = pattern(rb"\s{0,4},?\s{0,4}(?:yang\s{1,4}mengatur\s{1,4})?tentang\s{1,4}")
_NAMES = {"legislature": "Pileg", "president": "Pilpres"}


def _kinds_of_pemilu(reading: Reading) -> Iterator[Finding]:
    """E103: the law on electing the President called by the name of the legislative election, or the reverse."""
    for citation in reading.citations:
        if citation.kind != "full" or citation.type not in ("uu", "perppu") or citation.named is None:
            continue
        about = _ABOUT.match(reading.plain, citation.end)
        named = (about and _KIND.match(reading.plain, about.end())) or _KIND.search(
            reading.plain, citation.named[0], citation.named[2]
        )
        instrument = instrument_of(reading, citation) if named else None
        right = _kind_of(instrument) if instrument else ""
        if named is None or instrument is None or not right or named[right] is not None:
            continue
        yield finding(
            "E103", named.span(),
            f"{cite(instrument.id)} is on {instrument.title!r}",
            f"{cite(instrument.id)} tentang {instrument.title}",
            {"instrument": instrument.id, "election": right}, ground(instrument), corrected=_NAMES[right],
        )  # fmt: skip


def _kind_of(instrument: Instrument) -> str:
    """Return which Pemilu a statute is on by its official title; empty if on both, on neither, or if it is not sure."""
    words = titles.words_of(instrument.title) if firm(instrument, "title") else ()
    if not {b"pemilihan", b"umum"} <= set(words):
        return ""
    president, legislature = b"presiden" in words, b"perwakilan" in words
    return "" if president == legislature else "president" if president else "legislature"


# -- amending acts --------------------------------------------------------------------------------------


#: No more citations than those of one title stand between a law and what amended it.
_MOST_BETWEEN = 8


def _changed_by(reading: Reading) -> Iterator[Finding]:
    """E102: an instrument said to have amended a law, by its title on another law or on a matter of its own."""
    for index, citation in enumerate(reading.citations):
        if citation.link != "amended-by" or citation.within is None or citation.kind != "full" or not citation.named:
            continue
        law = reading.citations[citation.within]
        if index - citation.within > _MOST_BETWEEN:
            continue
        between = {other.instrument for other in reading.citations[citation.within + 1 : index]} - {law.instrument}
        if any(other is None or not _same_law(reading, other, law.instrument or "") for other in between):
            continue  # of several laws, which one is meant is not sure
        act = instrument_of(reading, citation)
        if law.kind != "full" or not law.instrument or act is None or not act.title or not firm(act, "title"):
            continue
        if law.type != citation.type and {law.type, citation.type} != {"uu", "perppu"}:
            continue  # an instrument is amended by one of its kind
        if law.repairs or citation.repairs or _amended(reading, law.instrument, act.id):
            continue
        target = titles.amended_by_title(act.title)
        made = [item for item in reading.index().all_amendments(law.instrument) if item.kind == citation.type]
        near = [item for item in made if item.number == citation.number or item.year == citation.year]
        if target and not _same_law(reading, target[0], law.instrument):
            yield _no_amendment(citation, law.instrument, act, target[0], near)
        elif target is None and len(near) == 1 and not _of_many_laws(reading, act):
            yield _no_amendment(citation, law.instrument, act, "", near)


def _amended(reading: Reading, law: str, act: str) -> bool:
    """Whether the log or the register has it that an act amended a law."""
    if act == law or reading.corpus.base_of(law) == reading.corpus.base_of(act):
        return True
    rows = reading.corpus.rows("register", act)
    return any(law in row["amends"].split() for row in rows) or any(
        relation.by == act for relation in reading.corpus.relations(law)
    )


def _same_law(reading: Reading, one: str, other: str) -> bool:
    """Whether two ids name one text: the same, a law and what amends it, or a Perppu and what made law of it."""
    if reading.corpus.base_of(one) == reading.corpus.base_of(other):
        return True
    pair = [(item, _instrument(reading, item)) for item in (one, other)]
    return any(
        found is not None and ratified_by_title(found.title) == beside[0]
        for (_, found), beside in zip(pair, reversed(pair), strict=True)
    )


def _instrument(reading: Reading, id: str) -> Instrument | None:
    """Return an instrument as the log has it, else the register."""
    from electlaw.citations.register import entry

    return reading.corpus.instrument(id) or entry(reading.corpus, id)


#: An act that changes many laws, or makes law of a Perppu, does not say so in its title.
_OMNIBUS = (b"cipta", b"penetapan", b"harmonisasi", b"penyesuaian", b"perubahan")


def _of_many_laws(reading: Reading, act: Instrument) -> bool:
    """Whether an act may amend laws its title does not name."""
    if any(word in titles.words_of(act.title) for word in _OMNIBUS):
        return True
    rows = reading.corpus.rows("register", act.id)
    return any(row["amends"] for row in rows) or any(
        relation.op == "amends" for relation in reading.corpus.relations_by(act.id)
    )


def _no_amendment(citation: Citation, law: str, act: Instrument, target: str, near: list[Instrument]) -> Finding:
    start, _, end = citation.named or (citation.start, 0, citation.end)
    right = near[0] if len(near) == 1 else None
    does = (
        (f"amends {cite(target)}", f"mengubah {cite(target)}")
        if target
        else (f"is on {act.title!r}", f"tentang {act.title}")
    )
    meant = (f"; {cite(right.id)} does", f"; yang mengubahnya {cite(right.id)}") if right else ("", "")
    return finding(
        "E102", (start, end),
        f"{cite(act.id)} {does[0]} and does not amend {cite(law)}{meant[0]}",
        f"{cite(act.id)} {does[1]}, bukan perubahan {cite(law)}{meant[1]}",
        {"instrument": [right.id] if right else [], "amends": target or None}, ground(act),
        *([ground(right)] if right else ()), corrected=cite(right.id) if right else None,
    )  # fmt: skip


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_shortened, _kinds_of_pemilu, _changed_by)
