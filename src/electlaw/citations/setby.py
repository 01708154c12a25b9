"""Rules on shares and sums a text states of the pasal that sets them: ``Pasal 74 ayat (5) … paling banyak Rp100 juta``.

The log holds every share and sum of the pasals of statutes for which it holds any, so that a number no act ever set
there is wrong. Times, ages and sizes are too many in a pasal, and are left to the rules on their subjects.
"""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from electlaw.citations.citation import Citation
from electlaw.citations.patterns import pattern
from electlaw.citations.quantities import QUANTITY, Quantity, family, quantity_of, sized
from electlaw.citations.reading import Reading
from electlaw.citations.stated import elsewhere, latest_of, wrong

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Setting
    from electlaw.corpus import Corpus
    from electlaw.findings import Finding

__all__ = ["RULES"]

_KINDS = ("percent", "IDR")
_BOUND = (
    rb"(?:paling\s{1,3}(?:sedikit|banyak|rendah|tinggi|kurang)|minimal|maksimal|sekurang-kurangnya|sebesar|sebanyak|lebih\s{1,3}dari"
    rb"|tidak\s{1,3}(?:boleh\s{1,3})?(?:lebih\s{1,3}dari|melebihi)|di\s?atas)(?:\s{1,3}sebesar)?"
)
#: From a pasal to a number it is said to set: a verb of norms with no other number or clause between; or a colon, or
#: a comma behind ``menurut Pasal …``, and a word that bounds the number.
_VERB = pattern(
    rb"[\s,]{1,3}(?:(?:yang|juga|telah|sudah|itu|tersebut|hanya)\s{1,3}){0,3}"
    rb"(?:(?P<sets>mensyaratkan|mewajibkan|mengharuskan|membatasi|menetapkan|menentukan|mematok)"
    rb"|mengatur|menyebut(?:kan)?|menyatakan|memuat)\b"
)
#: Between the verb and the number these begin something else.
_ASIDE = frozenset(
    b"tidak bukan tanpa lain dari hingga antara sementara namun tetapi tapi sedangkan padahal karena sehingga mereka "
    b"selisihnya raihan meraih mencapai unggul".split()
)
_MOST_WORDS = 12
_BEHIND = pattern(rb"(?:\s?:|,)\s{1,3}(?:[^.;:%\n]|\.(?=[0-9])){0,140}?\b" + _BOUND + rb"\s{1,3}")
_BY = pattern(rb"\b(?:menurut|berdasarkan|sesuai(?:\s{1,3}dengan)?|dalam)\s{1,3}(?:ketentuan\s{1,3})?\Z")
#: From a number to the pasal that is said to set it, and what bounds the number.
_SAYS_SO = pattern(
    rb"[^.;:0-9]{0,40}(?:\b(?:sebagaimana|sesuai|menurut|berdasarkan|diatur|tertuang|tercantum|termaktub)\b|\()[^.;0-9]{0,30}\Z"
)
_NOT_SO = pattern(rb"\b(?:tidak|tak|belum|bukan|melanggar|melebihi|melampaui)\b")
_BOUNDED = pattern(rb"\b" + _BOUND + rb"\s{1,3}\Z")
#: What shows that a number is not the one set.
_NOT_SET = pattern(rb"[^.;]{0,30}\b(?:menjadi|naik|turun|bukan|kurang|lebih\s{1,3}(?:rendah|tinggi))\b")

_known: WeakKeyDictionary[Corpus, dict[str, list[Setting]]] = WeakKeyDictionary()


def _set_in(corpus: Corpus) -> dict[str, list[Setting]]:
    """Return the shares and sums that acts set in the pasals of statutes, by pasal; none of a pasal that also fines."""
    if corpus not in _known:
        found: dict[str, list[Setting]] = {}
        fines: set[str] = set()
        for key in dict.fromkeys(row["key"] for row in corpus.all("parameters")):
            for act in corpus.settings(key):
                pasals = {"/".join(place.split("/")[:2]) for place in act.provisions}
                if key.startswith(("penalty.", "penal.")):
                    fines |= pasals if act.unit == "IDR" else set()
                elif act.value and family(act.unit) in _KINDS:
                    for pasal in pasals:
                        if pasal.startswith(("uu-", "perppu-")):
                            found.setdefault(pasal, []).append(act)
        for pasal in fines:
            found[pasal] = [act for act in found.get(pasal, ()) if family(act.unit) != "IDR"]
        _known[corpus] = found
    return _known[corpus]


def _here(corpus: Corpus, place: str) -> list[Setting]:
    """Return what was set at a place, below it or above it in its pasal."""
    acts = _set_in(corpus).get("/".join(place.split("/")[:2]), ())
    return [
        act for act in acts
        if any(f"{one}/".startswith(f"{place}/") or f"{place}/".startswith(f"{one}/") for one in act.provisions)
    ]  # fmt: skip


def _numbers(reading: Reading) -> Iterator[Finding]:
    """E121: a share or a sum said to stand in a pasal in which no act ever set it."""
    if reading.on is None or not any(kind in _KINDS for _, kind in reading.spots()):
        return
    for citation in reading.citations:
        if len(citation.places) != 1:
            continue
        for number in (_after(reading, citation), _before(reading, citation)):
            item = quantity_of(number) if number else None
            if item is None or not _here(reading.corpus, citation.places[0]):
                continue
            if elsewhere(reading.plain, citation.start - 160, max(item.end, citation.end) + 100):
                continue
            yield from _judged(reading, citation.places[0], item)


def _after(reading: Reading, citation: Citation) -> re.Match[bytes] | None:
    """Return the number a pasal is said to set, behind it in the sentence."""
    plain = reading.plain
    last = citation.end + len(reading.after(citation.end, 260))
    lead = _VERB.match(plain, citation.end, last)
    if lead:
        number = QUANTITY.search(plain, lead.end(), last)
        if number and not _leads(plain, lead, number.start()):
            return None
    else:
        behind = _BEHIND.match(plain, citation.end, last)
        by = behind and (b":" in behind[0][:2] or _BY.search(reading.before(citation.start)))
        number = QUANTITY.match(plain, behind.end(), last) if behind and by else None
    return number if number and not _NOT_SET.match(plain, number.end(), last) else None


def _leads(plain: bytes, verb: re.Match[bytes], end: int) -> bool:
    """Whether only words of its object stand between a verb and a number, and a bound where the verb is weak."""
    bound = _BOUNDED.search(plain, verb.end(), end)
    between = plain[verb.end() : bound.start() if bound else end]
    words = between.split()
    if len(words) > _MOST_WORDS or between.strip(b" abcdefghijklmnopqrstuvwxyz/-\n") or not _ASIDE.isdisjoint(words):
        return False
    return verb["sets"] is not None or bound is not None


def _before(reading: Reading, citation: Citation) -> re.Match[bytes] | None:
    """Return the number that stands before a pasal which is said to set it."""
    plain = reading.plain
    first = citation.start - len(reading.before(citation.start))
    numbers = list(QUANTITY.finditer(plain, first, citation.start))
    number = numbers[-1] if numbers else None
    if number is None or not _SAYS_SO.match(plain, number.end(), citation.start):
        return None
    if _NOT_SO.search(plain, number.end(), citation.start):
        return None
    return number if _BOUNDED.search(plain, first, number.start()) else None


def _judged(reading: Reading, place: str, item: Quantity) -> Iterator[Finding]:
    acts = [act for act in _here(reading.corpus, place) if family(act.unit) == item.family and act.verified != "recall"]
    ahead = reading.plain[item.end : item.end + 16]
    if b"kursi" in ahead or b"suara" in ahead:  # of seats or of votes
        acts = [act for act in acts if (act.row["base"] == "dprd_seats") == (b"kursi" in ahead)]
    values = {sized(act.value, act.unit, item.family) for act in acts}
    right = latest_of(acts, reading.on or "")
    if right and None not in values and not item.values & values:
        yield wrong(reading, right[0].target, item, right)


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_numbers,)
