"""Rules on numbers tied to something else a text names: the tier of an electorate, the pasal of a penalty.

``Provinsi dengan DPT lebih dari 12 juta jiwa: 6,5 persen`` states what the law sets for one tier; ``Pasal 187A …
penjara paling singkat 36 bulan`` what one pasal threatens.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from weakref import WeakKeyDictionary

import attrs

from electlaw.citations.patterns import pattern
from electlaw.citations.quantities import NUMERAL, QUANTITY, Quantity, number_of, quantity_at, quantity_of, sized
from electlaw.citations.reading import Reading
from electlaw.citations.stated import elsewhere, latest_of, wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Setting
    from electlaw.citations.citation import Citation
    from electlaw.corpus import Corpus
    from electlaw.findings import Finding
    from electlaw.law import Law

__all__ = ["RULES"]

# -- tiers of electorates -------------------------------------------------------------------------------

_HEADS = rb"(?:\s{0,3}(?:jiwa|orang|pemilih|penduduk))?"
_TIER = pattern(
    rb"(?:(?P<over>lebih\s(?:banyak\s)?dari|di\s?atas|melebihi|>)\s)?(?P<low>" + NUMERAL + rb")" + _HEADS
    + rb"\s{0,2}(?:sampai(?:\sdengan)?|hingga|s\.?d\.?|-)\s{0,2}(?P<high>" + NUMERAL + rb")" + _HEADS
    + rb"|(?:lebih\s(?:banyak\s)?dari|di\s?atas|melebihi|>)\s(?P<above>" + NUMERAL + rb")" + _HEADS
    + rb"|(?:sampai(?:\sdengan)?|hingga|paling\sbanyak|kurang\sdari|di\s?bawah|maksimal|tidak\slebih\sdari)\s(?P<below>"
    + NUMERAL + rb")" + _HEADS
)  # fmt: skip
_PEOPLE = (b"dpt", b"penduduk", b"jiwa", b"pemilih")
_OF_PEOPLE = pattern(rb"\b(?:dpt|daftar\spemilih\stetap|penduduk(?:nya)?|berpenduduk|jiwa|pemilih)\b")
#: What the share is of: the words for a margin of votes, for support, for a party's votes.
_SUBJECT = pattern(
    rb"(?P<margin>selisih|perbedaan\s(?:perolehan\s)?suara)|(?P<support>didukung|dukungan|perseorangan|independen)"
    rb"|(?P<votes>suara\ssah|mengusul|mengusung|pencalonan|pengusungan)"
)
_KEYS = {"margin": "dispute.margin", "support": "independent.support_share", "votes": "nomination.vote_share"}
_FOR_A_TIER = pattern(
    rb"\s{1,3}(?:[a-z]{3,12}\s){0,3}(?:(?P<for>untuk|bagi)|di|pada|jika|apabila|bila)\s[^.;%0-9]{0,60}\Z"
)
_BOUNDARY = pattern(rb"[.;]\s|\n")
_NEVER = Fraction(10**12)
#: No tier of electorates ends or begins below so many.
_LEAST_TIER = 100_000
#: What leads to a share that the law demands, and is not just one that was won.
_DEMANDED = pattern(
    rb"(?:\b(?:paling\s(?:sedikit|banyak|rendah|tinggi)|minimal|maksimal|sekurang-kurangnya|sebesar|sebanyak|adalah|maka|yakni|yaitu|cukup"
    rb"|ambang\sbatas|syarat(?:\sdukungan)?|selisih|(?:mem)?butuh(?:kan)?|mensyaratkan|menetapkan|mewajibkan|(?:harus|wajib|perlu)"
    rb"(?:\s(?:meraih|memperoleh|mengantongi|mengumpulkan|memiliki|punya|didukung))?)|[:=,-])\s{0,3}(?:sebesar\s{1,3})?\Z|(?:jiwa|orang|pemilih|penduduk)\s{0,2}\Z"
)


def _tiers(reading: Reading) -> Iterator[Finding]:
    """E121: a share said to hold for a tier of electorates for which the law sets another."""
    if reading.on is None or not reading.on_elections():
        return
    for match in _near_shares(reading):
        bounds = _bounds(match)
        item = _share_of(reading.plain, match) if bounds and _of_people(reading.plain, match) else None
        subject = _subject_of(reading.plain, item) if item else ""
        if item is None or not subject or _LACKING.match(reading.plain, item.end):
            continue
        if elsewhere(reading.plain, match.start() - 120, item.end + 60):
            continue
        acts = latest_of([act for act in reading.corpus.settings(_KEYS[subject]) if act.value], reading.on)
        right = _for_tier(acts, bounds, _level(reading.plain, match)) if bounds else []
        values = {sized(act.value, act.unit, "percent") for act in right}
        if right and not item.values & values:
            yield wrong(reading, _KEYS[subject], item, right)


def _near_shares(reading: Reading) -> Iterator[re.Match[bytes]]:
    """Yield what may be a tier, near a share and a word for people."""
    done = 0
    for at, kind in reading.spots():
        first, last = max(done, at - 200), at + 120
        if kind != "percent" or last <= done or not any(word in reading.plain[first:last] for word in _PEOPLE):
            continue
        for match in _TIER.finditer(reading.plain, first, last):
            yield match
            done = match.end()


def _bounds(match: re.Match[bytes]) -> tuple[Fraction, Fraction] | None:
    """Return the bounds of a tier as written: above the one, up to the other."""
    low, high, above, below = (
        number_of(match[name]) if match[name] else None for name in ("low", "high", "above", "below")
    )
    if low is not None and high is not None and low < 1000 <= high:  # 2 sampai 6 juta
        low *= 10**6 if high >= 10**6 else 1000
    if high is None:
        low, high = (above, _NEVER) if below is None else (Fraction(0), below)
    if low is None or max(low, high if high < _NEVER else low) < _LEAST_TIER:
        return None
    return low, high


def _tier_of(act: Setting) -> tuple[Fraction, Fraction] | None:
    """Return the bounds of the electorates a value is for; None if it is for all."""
    low, high = Fraction(0), _NEVER
    for part in act.row["applies"].split("; "):
        found = re.fullmatch(r"(?:electorate|population)(<=|>)(\d+)", part)
        if found and found[1] == ">":
            low = Fraction(found[2])
        elif found:
            high = Fraction(found[2])
    return None if not low and high == _NEVER else (low, high)


#: Whose election a tier is of, by the last word before it.
_LEVEL = pattern(rb"(?P<governor>provinsi|gubernur|pilgub)|(?P<regent>kabupaten|kota\b|bupati|pilbup|pilwalkot)")

#: The same right behind it: ``DPT 2-6 juta di provinsi``.
_LEVEL_BEHIND = pattern(rb"\s{1,3}(?:di|untuk|pada)\s{1,3}(?:tingkat\s{1,3})?(?:" + _LEVEL.pattern + rb")")
#: A share still lacking, not the one demanded.
_LACKING = pattern(rb"[a-z\s]{0,20}\b(?:lagi|tambahan|untuk\s{1,3}menang)\b")


def _level(plain: bytes, match: re.Match[bytes]) -> str:
    """Return the office a tier is for; empty if the text does not say right before it, or right behind it."""
    found = list(_LEVEL.finditer(plain, max(0, match.start() - 90), match.start()))
    last = found[-1] if found else _LEVEL_BEHIND.match(plain, match.end())
    return (last.lastgroup or "") if last else ""


def _for_tier(acts: list[Setting], bounds: tuple[Fraction, Fraction], level: str) -> list[Setting]:
    """Return the values for a tier: those of its very bounds, else for a known office those of all it overlaps."""
    mine = [(act, tier) for act in acts if (tier := _tier_of(act)) and (not level or level in act.row["applies"])]
    exact = [act for act, tier in mine if tier == bounds]
    if exact or not level:
        return exact
    return [act for act, (low, high) in mine if max(low, bounds[0]) < min(high, bounds[1])]


def _of_people(plain: bytes, match: re.Match[bytes]) -> bool:
    """Whether the numbers of a tier count people."""
    return _OF_PEOPLE.search(plain, max(0, match.start() - 60), match.end() + 20) is not None


def _subject_of(plain: bytes, item: Quantity) -> str:
    """Return what a share is of, as the text last said before it, or says right behind it; empty if it does not."""
    found = list(_SUBJECT.finditer(plain, max(0, item.start - 400), item.start))
    last = found[-1] if found else _SUBJECT.search(plain, item.end, item.end + 60)
    return (last.lastgroup or "") if last else ""


def _share_of(plain: bytes, match: re.Match[bytes]) -> Quantity | None:
    """Return the share a text gives for a tier: before it behind ``untuk``, else the next behind it."""
    before = _shares(plain, max(0, match.start() - 110), match.start())
    leading = _FOR_A_TIER.match(plain, before[-1].end(), match.start()) if before else None
    if leading and (leading["for"] or _DEMANDED.search(plain, max(0, before[-1].start() - 40), before[-1].start())):
        return quantity_of(before[-1])
    end = min(len(plain), match.end() + 170)
    stop = _BOUNDARY.search(plain, match.end(), end)
    end = stop.start() if stop else end
    other = _TIER.search(plain, match.end(), end)
    end = other.start() if other and _bounds(other) else end
    after = _shares(plain, match.end(), min(len(plain), end + 1))
    demanded = len(after) == 1 and _DEMANDED.search(plain, match.start(), after[0].start())
    return quantity_of(after[0]) if demanded else None


def _shares(plain: bytes, first: int, last: int) -> list[re.Match[bytes]]:
    """Return the shares written in a stretch of text."""
    return [found for found in QUANTITY.finditer(plain, first, last) if found["unit"] in (b"%", b"persen")]


# -- the tier of a region -------------------------------------------------------------------------------

#: What is demanded of candidates, before its share.
_CONDITION = pattern(
    rb"\b(?:syarat|ambang\sbatas|threshold|mensyaratkan|(?:mem)?butuh(?:kan)?|harus|wajib|cukup|minimal|paling\ssedikit)\b"
)


def _of_region(reading: Reading) -> Iterator[Finding]:
    """E121: a share said to hold in the region the text is about, where its voters put it in another tier."""
    law = reading.law
    if law is None or not reading.region or not reading.on_elections():
        return
    for spot in reading.spots():
        item = quantity_at(reading.plain, spot) if spot[1] == "percent" else None
        if item is None:
            continue
        first = item.start - len(reading.before(item.start, 300))
        last = item.end + len(reading.after(item.end, 200))
        subject = _subject_of(
            reading.plain[first:last], attrs.evolve(item, start=item.start - first, end=item.end - first)
        )
        if subject not in _BY_VOTERS or not _said_of_region(reading, item, first, last):
            continue
        known = [act for act in reading.corpus.settings(_KEYS[subject]) if act.value]
        if any(f"region={reading.region[:2]}" in act.row["applies"] for act in known):
            continue  # a region with a rule of its own
        acts = [act for act in latest_of(known, reading.on or "") if _tier_of(act)]
        tiers = {sized(act.value, act.unit, "percent") for act in acts}
        right = _tiers_of(reading, law, acts)
        values = {sized(act.value, act.unit, "percent") for act in right}
        if len(values) == 1 and item.values <= tiers and not item.values & values:
            yield wrong(reading, _KEYS[subject], item, right)


#: The shares that go by the number of voters, which the log has for regions.
_BY_VOTERS = ("votes", "support")


def _said_of_region(reading: Reading, item: Quantity, first: int, last: int) -> bool:
    """Whether a sentence gives a share as a condition in the region the text is about, for all its candidates."""
    from electlaw.regions import region

    plain = reading.plain
    place = region(reading.region)
    name = place.short_name.lower().encode("ascii", "replace")
    if name not in plain[first:last] or not _CONDITION.search(plain, first, item.start):
        return False
    others = {found.lastgroup for found in _LEVEL.finditer(plain, first, last)} - {_office(reading.region)}
    tier = any(_bounds(match) for match in _TIER.finditer(plain, first, last))
    return not (others or tier or elsewhere(plain, first, last) or _LACKING.match(plain, item.end))


def _office(code: str) -> str:
    """Return the office voted on in a region: of a province, whose code is short, the governor."""
    return "regent" if "." in code else "governor"


def _tiers_of(reading: Reading, law: Law, acts: list[Setting]) -> list[Setting]:
    """Return the values for the voters of the region by every count then known; none if there is no count."""
    from electlaw.regions import region

    counts = {one.voters for one in region(reading.region).electorate(known=law.known)}
    mine = [(act, _tier_of(act)) for act in acts if _office(reading.region) in act.row["applies"]]
    return [act for act, tier in mine if tier and any(tier[0] < count <= tier[1] for count in counts)]


# -- penalties ------------------------------------------------------------------------------------------

_LEAST = pattern(rb"\b(?:paling\s(?:singkat|sedikit|rendah)|minimal|sekurang-kurangnya)\s{1,3}\Z")
_MOST = pattern(rb"\b(?:paling\s(?:lama|banyak|tinggi)|maksimal|selama-lamanya|setinggi-tingginya)\s{1,3}\Z")
_PRISON = pattern(rb"\b(?:penjara|kurungan|hukuman\sbadan)\b")
_FINE = pattern(rb"\bdenda\b")
#: What is penalised by units of a kind, and the word for it.
_OF_PENALTIES = {"month": ("prison", _PRISON), "IDR": ("fine", _FINE)}
#: From a penalty to the pasal that is said to threaten it.
_SAYS_SO = pattern(
    rb"[^.;0-9]{0,60}(?:\b(?:sebagaimana|sesuai|menurut|berdasarkan|diatur|tertuang|tercantum|termaktub)\b|\()[^.;0-9]{0,40}\Z"
)
_known: WeakKeyDictionary[Corpus, dict[str, list[Setting]]] = WeakKeyDictionary()


def _threats(corpus: Corpus) -> dict[str, list[Setting]]:
    """Return the penalties a place threatens or holds, by place: of an offence, and of the pasal that has several."""
    if corpus not in _known:
        found = _known[corpus] = {}
        for key in ("prison_min", "prison_max", "fine_min", "fine_max"):
            for act in corpus.settings(f"penalty.{key}"):
                if act.value and act.provisions:
                    offence = act.provisions[0]
                    for place in {offence, "/".join(offence.split("/")[:2])}:
                        found.setdefault(place, []).append(act)
    return _known[corpus]


def _offences(corpus: Corpus, citation: Citation) -> list[Setting]:
    """Return the penalties of the offences a citation names, by pasal or ayat."""
    threats = _threats(corpus)
    found = (threats.get(place) or threats.get(place.rpartition("/")[0]) for place in citation.places)
    return [act for acts in found for act in acts or ()]


def _penalties(reading: Reading) -> Iterator[Finding]:
    """E121: a penalty said to be threatened by a pasal that sets another."""
    if not any(citation.places for citation in reading.citations):
        return
    if not any(kind in _OF_PENALTIES for _, kind in reading.spots()):
        return
    done = -1
    for citation in reading.citations:
        if citation.start < done or not citation.places or not _offences(reading.corpus, citation):
            continue
        first = citation.start - len(reading.before(citation.start))
        done = citation.end + len(reading.after(citation.end, 420))
        acts = _of_sentence(reading, first, done)
        if not acts or elsewhere(reading.plain, first, done):
            continue
        for item in _quantities(reading, first, done):
            if item.start > citation.end or _SAYS_SO.match(reading.plain, item.end, citation.start):
                yield from _threat(reading, acts, item, first)


def _of_sentence(reading: Reading, first: int, last: int) -> list[Setting]:
    """Return the penalties a sentence may speak of; none if it also cites another law's pasal."""
    cited = [citation for citation in reading.between(first, last) if citation.provisions]
    texts = {place.partition("/")[0] for citation in cited for place in citation.places}
    if len(texts) > 1 or not all(citation.places for citation in cited):
        return []
    return [act for citation in cited for act in _offences(reading.corpus, citation)]


def _quantities(reading: Reading, first: int, last: int) -> Iterator[Quantity]:
    """Yield the times and sums between two offsets."""
    spots = reading.spots()
    for spot in spots[bisect_left(spots, (first, "")) : bisect_left(spots, (last, ""))]:
        item = quantity_at(reading.plain, spot) if spot[1] in _OF_PENALTIES else None
        if item:
            yield item


def _threat(reading: Reading, acts: list[Setting], item: Quantity, first: int) -> Iterator[Finding]:
    plain = reading.plain
    kind = _OF_PENALTIES.get(item.family)
    lead = plain[max(first, item.start - 60) : item.start]
    end = "min" if _LEAST.search(lead) else "max" if _MOST.search(lead) else ""
    if kind is None or not end or len(item.values) > 1:
        return
    if not kind[1].search(plain, max(first, item.start - 130), item.start):
        return
    key = f"penalty.{kind[0]}_{end}"
    mine = [act for act in acts if act.target == key]
    values = {sized(act.value, act.unit, item.family) for act in mine}
    right = latest_of(mine, reading.on or "9999")
    if right and None not in values and not item.values & values:
        yield wrong(reading, key, item, right)


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_tiers, _of_region, _penalties)
