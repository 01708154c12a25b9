"""Titles of instruments as texts write them, set against the official ones."""

from __future__ import annotations

import re
from functools import lru_cache
from weakref import WeakKeyDictionary

import attrs

from electlaw.citations.grammar import view
from electlaw.citations.patterns import pattern
from electlaw.citations.register import entry
from electlaw.refs import kind_of_name, numbered_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.acts import Instrument
    from electlaw.corpus import Corpus

__all__ = [
    "WHICH", "Title", "TitleIndex", "amended_by_title", "apart", "difference", "index_of", "official", "ordinal",
    "ordinal_name", "ordinal_number", "overlap", "same_words", "telling", "title_after", "words_of",
]  # fmt: skip

_WORD = pattern(rb"[a-z0-9]+")
_ABOUT = pattern(rb"\s{0,4}(?:\([^()]{0,60}\)\s{0,4})?,?\s{0,4}(?:yang\s{1,4})?(?:mengatur\s{1,4})?tentang\s{1,4}")
#: A title does not go past these.
_STOP = pattern(rb"[;:()\[\]?!]|\.\s|\n\s*\n")
_STATUTE = (b"undang", b"undang")
_PERPPU = (b"peraturan", b"pemerintah", b"pengganti", *_STATUTE)
_SAME: dict[bytes, tuple[bytes, ...]] = {
    b"uu": _STATUTE, b"uud": _STATUTE, b"perppu": _PERPPU, b"perpu": _PERPPU, b"no": (b"nomor",),
    b"propinsi": (b"provinsi",),
}  # fmt: skip
#: Words too common in titles to tell one from another.
_COMMON = frozenset(
    b"dan atau serta di ke dari pada atas untuk dalam yang tentang nomor tahun undang peraturan pemerintah perubahan "
    b"kedua ketiga keempat kelima pertama penetapan pengganti menjadi republik indonesia negara daerah provinsi "
    b"kabupaten kota bupati gubernur walikota dengan oleh sebagai terhadap".split()
)
_ORDINALS = (
    "",
    "",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "keenam",
    "ketujuh",
    "kedelapan",
    "kesembilan",
    "kesepuluh",
)


@attrs.frozen
class Title:
    """The words after ``tentang``: offsets in the text, and the words in their normal form, each with its offsets."""

    start: int
    words: tuple[bytes, ...]
    spans: tuple[tuple[int, int], ...]


def title_after(plain: bytes, end: int, most: int = 70) -> Title | None:
    """Return what stands after ``tentang`` right behind a citation that ends at `end`, or None."""
    match = _ABOUT.match(plain, end)
    if not match:
        return None
    words, spans = _words(plain, match.end(), min(len(plain), match.end() + 700), most)
    return Title(match.end(), words, spans) if words else None


def _words(plain: bytes, start: int, end: int, most: int) -> tuple[tuple[bytes, ...], tuple[tuple[int, int], ...]]:
    words: list[bytes] = []
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(plain, start, end):
        if spans and _STOP.search(plain, spans[-1][1], match.start()):
            break
        if match[0] == b"kota" and words and words[-1] == b"wali":
            words[-1], spans[-1] = b"walikota", (spans[-1][0], match.end())
            continue
        for word in _SAME.get(match[0], (match[0],)):
            words.append(word)
            spans.append(match.span())
        if len(words) >= most:
            break
    return tuple(words), tuple(spans)


@lru_cache(maxsize=1024)
def official(title: str) -> tuple[bytes, tuple[bytes, ...], tuple[tuple[int, int], ...]]:
    """Return the view of an official title, its words in their normal form, and their offsets."""
    plain = view(title)
    return (plain, *_words(plain, 0, len(title), 400))


def words_of(title: str) -> tuple[bytes, ...]:
    """Return the words of an official title in their normal form."""
    return official(title)[1]


def telling(word: bytes) -> bool:
    """Whether a word of a title tells it from others."""
    return word not in _COMMON


def overlap(title: Title, proper: tuple[bytes, ...]) -> float:
    """Return the share of the telling words at the head of a written title that the official one has."""
    if title.words[: len(proper)] == proper:
        return 1.0
    telling = [word for word in title.words[:12] if word not in _COMMON][:4]
    if not telling:
        return 1.0
    have = set(proper)
    return sum(word in have for word in telling) / len(telling)


def difference(plain: bytes, title: Title, proper: str) -> tuple[int, int, str] | None:
    """Tell where a title that has all the official words departs from their commas: (start, end, corrected).

    None if the words differ (a paraphrase is no slip) or nothing departs.
    """
    spelled, words, spans = official(proper)
    if len(words) < 4 or title.words[: len(words)] != words:
        return None
    for index in range(1, len(words)):
        if spans[index] == spans[index - 1] or title.spans[index] == title.spans[index - 1]:
            continue
        ours = spelled[spans[index - 1][1] : spans[index][0]]
        theirs = plain[title.spans[index - 1][1] : title.spans[index][0]]
        if (b"," in ours) != (b"," in theirs):
            return title.spans[index - 1][0], title.spans[index][1], "," if b"," in ours else ""
    return None


#: The ordinals of amendments, in words or as ``ke-3``.
WHICH = rb"pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh|ke\s?-?\s?(?:[1-9]|10)"
_AMENDS = pattern(rb"perubahan(?:\s+(?P<which>" + WHICH + rb"))?\s+(?:atas|terhadap)\b")


def ordinal(plain: bytes, start: int, end: int) -> tuple[int, int, int] | None:
    """Read ``perubahan kedua atas`` between two offsets: (which, start, end of the phrase); None if it is not there."""
    match = _AMENDS.search(plain, start, end)
    if not match:
        return None
    return ordinal_number(match["which"]), match.start(), match.end()


def ordinal_name(number: int) -> str:
    """Return the words of an ordinal as titles have them: ``Perubahan``, ``Perubahan Kedua``."""
    return f"Perubahan {_ORDINALS[number].capitalize()}".strip()


#: ``perubahan kedua atas Undang-Undang Nomor 1 Tahun 2015``, as official titles have it.
_AMENDS_LAW = (
    rb"\A(?:penetapan\s[a-z\s-]{1,60}?nomor\s+\d+\s+tahun\s+\d{4}\s+tentang\s+)?"
    + _AMENDS.pattern
    + rb"\s+(?P<kind>[a-z][a-z -]{1,60}?)\s+(?:republik indonesia\s+)?nomor\s+(?P<number>\d+[a-z]?)\s+tahun\s+"
    rb"(?P<year>\d{4})"
)


def amended_by_title(title: str) -> tuple[str, int] | None:
    """Return which law an official title says it amends, as its n-th amendment; None if it says nothing of the kind."""
    match = re.match(_AMENDS_LAW, view(title))
    kind = kind_of_name(match["kind"].decode()) if match else None
    if match is None or kind is None:
        return None
    target = numbered_id(kind, match["number"].decode(), match["year"].decode())
    return target, ordinal_number(match["which"])


def ordinal_number(word: bytes | None) -> int:
    """Return the number of an ordinal in an amendment's name; none is the first."""
    if word is None or word == b"pertama":
        return 1
    return int(word[2:].strip(b" -")) if word[-1:].isdigit() else _ORDINALS.index(word.decode())


def same_words(title: Title, proper: tuple[bytes, ...]) -> bool:
    """Whether a written title begins with all the words of an official one."""
    return bool(proper) and title.words[: len(proper)] == proper


def apart(owner: Instrument, named: Instrument) -> bool:
    """Whether two official titles are surely of different matters: neither holds the other, nor are they alike."""
    ours, theirs = words_of(owner.title), words_of(named.title)
    if b" ".join(ours) in b" ".join(theirs) or b" ".join(theirs) in b" ".join(ours):
        return False
    telling = [word for word in ours if word not in _COMMON][:4]
    return bool(telling) and not set(telling) <= set(theirs)


_indexes: WeakKeyDictionary[Corpus, dict[bool, TitleIndex]] = WeakKeyDictionary()


def index_of(corpus: Corpus, *, logged: bool = False) -> TitleIndex:
    """Return the index of all official titles known, or of those in the log, built at its first use."""
    held = _indexes.setdefault(corpus, {})
    if logged not in held:
        held[logged] = TitleIndex(corpus, _TABLES[:1] if logged else _TABLES)
    return held[logged]


#: Two words of a title fit into so many characters.
_HEAD = 80
_PLAIN_HEAD = pattern(r"([A-Za-z]+) ([A-Za-z]+)(?![A-Za-z0-9])")
#: Words whose normal form is another, or depends on the next.
_NOT_PLAIN = frozenset((*_SAME, b"wali"))


def _head(title: str) -> tuple[bytes, ...]:
    """Return the first two words of an official title in their normal form; fewer if it has no more."""
    match = _PLAIN_HEAD.match(title)
    if match:
        words = match[1].lower().encode(), match[2].lower().encode()
        if _NOT_PLAIN.isdisjoint(words):
            return words
    return _words(view(title[:_HEAD]), 0, _HEAD, 2)[0][:2]


class TitleIndex:
    """Official titles by their first words; tells whose title a text has written, and which law amended which."""

    __slots__ = ("_amendments", "_by_head", "_changing", "_corpus", "_words")

    def __init__(self, corpus: Corpus, tables: tuple[tuple[str, str], ...]) -> None:
        self._corpus = corpus
        self._by_head: dict[tuple[bytes, ...], list[tuple[str, str]]] = {}
        self._words: dict[str, tuple[bytes, ...]] = {}
        self._changing: list[tuple[str, str]] = []
        self._amendments: dict[tuple[str, int], list[str]] | None = None
        known: set[str] = set()
        for row, doubt in ((row, doubt) for table, doubt in tables for row in corpus.all(table)):
            id, title = row["id"], row["title"]
            if id in known or id.startswith(("mk-", "ma-")):
                continue
            known.add(id)
            if not title or row["verified"] == "recall" or "title" in row[doubt].split():
                continue
            head = _head(title)
            if head:
                self._by_head.setdefault(head, []).append((id, title))
            if "erubahan" in title:
                self._changing.append((id, title))

    def amendments(self, law: str, which: int) -> list[Instrument]:
        """Return the instruments whose titles say they are the n-th amendment of a law, or ratify it."""
        if self._amendments is None:
            self._amendments = {}
            for id, title in self._changing:
                amended = amended_by_title(title)
                if amended:
                    self._amendments.setdefault(amended, []).append(id)
        return self._instruments(self._amendments.get((law, which), []))

    def all_amendments(self, law: str) -> list[Instrument]:
        """Return the instruments whose titles say they amend a law, in the order of their ordinals."""
        return [item for which in range(1, len(_ORDINALS)) for item in self.amendments(law, which)]

    def beginning(self, title: Title, least: int) -> list[Instrument]:
        """Return the instruments whose official title begins with the first words of the written one, so many or more.

        At least two words are asked for.
        """
        alike = self._by_head.get(title.words[:2], ()) if len(title.words) > 1 else ()
        words = title.words[:least]
        return self._instruments(
            [id for id, official_title in alike if self._words_of(id, official_title)[:least] == words]
        )

    def _words_of(self, id: str, official_title: str) -> tuple[bytes, ...]:
        words = self._words.get(id)
        if words is None:
            words = self._words[id] = _words(view(official_title), 0, len(official_title), 400)[0]
        return words

    def _instruments(self, ids: list[str]) -> list[Instrument]:
        found = (self._corpus.instrument(id) or entry(self._corpus, id) for id in ids)
        return [instrument for instrument in found if instrument is not None]

    def owners(self, title: Title) -> list[Instrument]:
        """Return the instruments whose whole official title the written one begins with; the longest title wins."""
        best = 0
        found: list[str] = []
        for id, official_title in self._by_head.get(title.words[:2], ()):
            words = self._words_of(id, official_title)
            size = len(words)
            if size >= best and title.words[:size] == words:
                if size > best:
                    best, found = size, []
                found.append(id)
        return self._instruments(found)

    def single(self, word: bytes) -> list[Instrument]:
        """Return the instruments whose official title is one word."""
        return self._instruments([id for id, _ in self._by_head.get((word,), ())])


#: The tables with titles, and their columns of what is doubtful.
_TABLES = (("instruments", "unverified"), ("register", "doubt"))
