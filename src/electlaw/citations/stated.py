"""Rules on numbers a text states of the law: ages, shares, days, sums, sizes; the tiers of electorates; penalties.

A number is judged only where every word between its subject and it is one that names or bounds the subject, and it is
wrong only if no act the log knows ever set it: what was right once is left alone, and so are bills, petitions, other
elections and what happened in fact.
"""

from __future__ import annotations

import re
from fractions import Fraction
from weakref import WeakKeyDictionary

import attrs

from electlaw.acts import Text
from electlaw.citations.patterns import pattern
from electlaw.citations.quantities import family, quantity_at, sized
from electlaw.citations.reading import Reading, finding
from electlaw.findings import Finding, Ground

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.acts import Setting
    from electlaw.citations.quantities import Quantity
    from electlaw.corpus import Corpus

__all__ = ["CODES", "RULES", "elsewhere", "latest_of", "wrong"]

#: What each code of this module says.
CODES = {
    "E121": Text("number the law does not set", "angka yang tidak ditetapkan undang-undang"),
}

# -- the statements known -------------------------------------------------------------------------------

#: Words that may stand between a subject and its number whatever the subject is.
_FILLERS = frozenset(
    b"pilkada pemilihan pemilukada pilgub pilbup kepala daerah gubernur bupati wali kota walikota dan atau serta wakil "
    b"calon pasangan untuk bagi di pada dalam yang itu ini akan telah sudah adalah yakni yaitu ialah selama "
    b"berlangsung ditetapkan ditentukan dibatasi diatur menjadi sebesar sebanyak hanya harus wajib mesti serentak "
    b"tahun jakarta provinsi kabupaten minimal maksimal kini tetap dengan oleh ke kepada dari menurut uu"
    b" undang-undang".split()
) | {b"%d" % year for year in range(2015, 2030)}
#: A sentence on a bill, a wish, a petition, another election, the past, or one that says a number is wrong.
_ELSE = pattern(
    rb"\b(?:r?uu\s{1,3}baru|ruu|rancangan|revisi|merevisi|usul(?:an|annya|kan)?|diusulkan|wacana|opsi|meminta|minta|ingin|berharap|pemohon"
    rb"|mendalilkan|petitum|presiden|capres|cawapres|pilpres|pileg|caleg|legislatif|parlemen|desa|kades|pilkades|osis|rektor"
    rb"|dulu|dahulu|semula|sebelumnya|awalnya|lama\b(?<!paling\slama)|pernah|kala\s{1,3}itu|saat\s{1,3}itu|waktu\s{1,3}itu|bukan|hoaks"
    rb"|keliru|salah\s{1,3}satu(?=\s{1,3}negara)|negara\s{1,3}lain|amerika|filipina|malaysia|inggris|india|jika\s{1,3}diubah|naik|turun|diturunkan"
    rb"|dinaikkan|dikurangi|ditambah\s{1,3}menjadi|partisipasi|target|menargetkan|tahun\s{1,3}(?:19[0-9]{2}|200[0-9]|201[0-4]))\b"
)
_NOT_BEFORE = pattern(rb"\b(?:tidak|tak|bukan|belum)(?:\s{1,3}(?:lagi|harus|wajib|perlu|cukup|sampai)){0,2}\s{1,3}\Z")


@attrs.frozen
class Statement:
    """How texts state one number of the law: its subject, and the words that must or must not stand with it."""

    keys: tuple[str, ...]
    #: The one circumstance it is about, as the table of parameters writes it; empty for any.
    applies: str
    topic: re.Pattern[bytes]
    #: Who or what must be named beside the number; what must bound it; what must stand in the sentence; what must not.
    holder: re.Pattern[bytes] | None
    bound: re.Pattern[bytes] | None
    near: re.Pattern[bytes] | None
    norm: re.Pattern[bytes] | None
    no: re.Pattern[bytes] | None
    apart: re.Pattern[bytes] | None
    #: Words that may stand between.
    fill: frozenset[bytes]
    since: str
    #: Numbers that other laws set of the same subject.
    also: frozenset[str]


def _words(listed: str) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in listed.split("|")) if listed else ()


def _any_of(listed: str) -> re.Pattern[bytes] | None:
    found = rb"|".join(re.escape(word).replace(rb"\ ", rb"\s{1,3}") for word in _words(listed))
    return pattern(rb"\b(?:" + found + rb")\b") if found else None


def _statement(row: dict[str, str]) -> Statement:
    spoken = " ".join(row[column].replace("|", " ") for column in ("topic", "holder", "bound", "fill"))
    topic = _any_of(row["topic"])
    assert topic is not None
    return Statement(
        tuple(row["key"].split("|")), row["applies"], topic, _any_of(row["holder"]),
        _any_of(row["bound"]), _any_of(row["near"]), _any_of(row["norm"]), _any_of(row["not"]), _any_of(row["apart"]),
        frozenset(spoken.encode().split()) | _FILLERS, row["since"], frozenset(row["also"].split()),
    )  # fmt: skip


# -- reading them ---------------------------------------------------------------------------------------

_WORD = pattern(rb"[a-z][a-z/'\-]*|20[0-9]{2}(?![0-9.,])|[^a-z\s,]")
_MOST_WORDS = 24


def _numbers(reading: Reading) -> Iterator[Finding]:
    """E121: a number of the law that no act ever set."""
    plain = reading.plain
    if reading.on is None or not reading.on_elections():
        return
    spots = reading.spots()
    kinds = _by_family(reading.corpus) if spots else {}
    sentences = _Sentences(reading)
    for spot in spots:
        topics, statements = kinds.get(spot[1], ((), ()))
        near = plain[max(0, spot[0] - _FAR) : spot[0] + _NEAR]
        if not any(topic in near for topic in topics):
            continue
        item = quantity_at(plain, spot)
        if item is None:
            continue
        first, last = sentences.around(item)
        if elsewhere(plain, first, last):
            continue
        for statement in statements:
            if statement.since <= reading.on and _states(plain, statement, item, first, last):
                yield from _judged(reading, statement, item)


#: A subject stands no farther before its number, nor behind it.
_FAR, _NEAR = 240, 120


class _Sentences:
    """The sentences of a text around its quantities, each found once."""

    __slots__ = ("_first", "_last", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading, self._first, self._last = reading, 0, -1

    def around(self, item: Quantity) -> tuple[int, int]:
        """Return the offsets of the sentence a quantity stands in, as far as it matters."""
        if item.end > self._last:
            self._first = item.start - len(self._reading.before(item.start, 300))
            self._last = item.end + len(self._reading.after(item.end, 300))
        return self._first, self._last


_families: WeakKeyDictionary[Corpus, dict[str, tuple[tuple[bytes, ...], list[Statement]]]] = WeakKeyDictionary()


def _by_family(corpus: Corpus) -> dict[str, tuple[tuple[bytes, ...], list[Statement]]]:
    """Return the statements by the kind of unit their numbers have, and the words for all their subjects."""
    if corpus not in _families:
        grouped: dict[str, list[Statement]] = {}
        topics: dict[str, set[str]] = {}
        for row in corpus.all("number-words"):
            statement = _statement(row)
            kinds = {family(act.unit) for key in statement.keys for act in corpus.settings(key) if act.value}
            for kind in kinds:
                grouped.setdefault(kind, []).append(statement)
                topics.setdefault(kind, set()).update(row["topic"].split("|"))
        _families[corpus] = {
            kind: (tuple(word.encode() for word in sorted(topics[kind])), found) for kind, found in grouped.items()
        }
    return _families[corpus]


def elsewhere(plain: bytes, first: int, last: int) -> bool:
    """Whether a stretch of text is on something else than the law as it is: a bill, a wish, another election."""
    return _ELSE.search(plain, max(0, first), last) is not None


def _run(plain: bytes, first: int, end: int, fill: frozenset[bytes]) -> int:
    """Return where the words that may stand before a number begin."""
    start = end
    words = list(_WORD.finditer(plain, max(first, end - 240), end))[-_MOST_WORDS:]
    for word in reversed(words):
        if word[0] not in fill:
            break
        start = word.start()
    return start


def _behind(plain: bytes, start: int, last: int, fill: frozenset[bytes]) -> int:
    """Return where the words that may stand behind a number end."""
    end = start
    for word in _WORD.finditer(plain, start, min(last, start + 120)):
        if word[0] not in fill or b"," in plain[end : word.start()]:
            break
        end = word.end()
    return end


_FOR = pattern(rb"\s{1,3}(?:untuk|bagi)\s")


def _states(plain: bytes, statement: Statement, item: Quantity, first: int, last: int) -> bool:
    """Whether a quantity of a sentence is the one a statement is about, by the words around it."""
    if not statement.topic.search(plain, first, last):
        return False
    if statement.near and not statement.near.search(plain, first, last):
        return False
    if statement.norm and not statement.norm.search(plain, first, last):
        return False
    if statement.no and statement.no.search(plain, first, last):
        return False
    begin = _run(plain, first, item.start, statement.fill)
    end = _behind(plain, item.end, last, statement.fill)
    if _NOT_BEFORE.search(plain, first, item.start):
        return False
    said = plain[begin : item.start] + b" ; " + plain[item.end : end]
    if not statement.topic.search(said) or (statement.bound and not statement.bound.search(said)):
        return False
    owner = plain[item.end : end] if _FOR.match(plain, item.end, end) else said
    if statement.apart and statement.apart.search(owner):
        return False
    return statement.holder is None or bool(statement.holder.search(owner))


# -- judging them ---------------------------------------------------------------------------------------


def _applies(reading: Reading, act: Setting, wanted: str) -> bool:
    """Whether a value is for a circumstance, ``office=governor``: it names it, or nothing of its kind.

    One for a region is so only in a text that names the region.
    """
    name, _, value = wanted.partition("=")
    own = dict(part.partition("=")[::2] for part in act.row["applies"].split("; "))
    if name == "region":
        return value in own.get("region", "").split("|")
    if "region" in own and not any(reading.names(code) for code in own["region"].split("|")):
        return False
    return name not in own or value in own[name].split("|")


def _judged(reading: Reading, statement: Statement, item: Quantity) -> Iterator[Finding]:
    acts = [
        act for key in statement.keys for act in reading.corpus.settings(key)
        if act.value and _applies(reading, act, statement.applies)
    ]  # fmt: skip
    kin = [act for act in acts if family(act.unit) == item.family]
    if not kin or (item.family == "day" and len(kin) < len(acts) and item.values & {Fraction(1)}):
        return
    values = {size for act in acts if (size := sized(act.value, act.unit, item.family)) is not None}
    if item.values & (values | {Fraction(other) for other in statement.also}):
        return
    latest = latest_of(kin, reading.on or "")
    if not latest:
        return
    yield wrong(reading, statement.keys[0], item, latest)


def latest_of(acts: list[Setting], on: str) -> list[Setting]:
    """Return the values the last act known by a day set; those for one region only if there are no others."""
    known = [act for act in acts if act.known.latest <= on and act.verified != "recall"]
    general = [act for act in known if "region=" not in act.row["applies"]] or known
    if not general:
        return []
    by = max(general, key=lambda act: (act.known.latest, act.order)).by
    return [act for act in general if act.by == by]


def wrong(reading: Reading, key: str, item: Quantity, acts: list[Setting]) -> Finding:
    """Return the finding on a number, with those the law sets."""
    label = reading.corpus.row("parameter-keys", key) or {"en": key, "id": key}
    right = _listed(reading.corpus, acts)
    written = reading.text[item.start : item.end]
    return finding(
        "E121", (item.start, item.end),
        f"{label['en']}: {right.en}, not {written!r}", f"{label['id']}: {right.id}, bukan “{written}”",
        {"parameter": key, "values": list(dict.fromkeys(act.value for act in acts)), "unit": acts[0].unit},
        *dict.fromkeys(Ground(place, act.verified) for act in acts for place in act.provisions[:1]),
        corrected=None if len({act.value for act in acts}) > 1 else right.id,
    )  # fmt: skip


def _listed(corpus: Corpus, acts: list[Setting]) -> Text:
    unit = acts[0].unit
    if unit == "hari":  # plainly days here, whatever the law of the day means by them
        unit = "day"
    row = corpus.row("parameter-words", unit) or {"en": unit, "id": unit}
    found = list(dict.fromkeys(act.value for act in acts))
    return Text(f"{', '.join(found)} {row['en']}", f"{'; '.join(found).replace('.', ',')} {row['id']}")


#: The rules of this module.
RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (_numbers,)
