"""For whom a question is asked: the names and values a subject may state, read from what the acts distinguish."""

from __future__ import annotations

import re

import attrs

from electlaw.corpus import DATA_AS_OF
from electlaw.errors import Invalid, NotFound
from electlaw.scope import derived

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from electlaw.corpus import Corpus

__all__ = ["OFFICES", "subject", "values"]

#: Offices filled at regional elections, and what they are called in Indonesian.
OFFICES = {
    "governor": "gubernur",
    "deputy-governor": "wakil gubernur",
    "regent": "bupati",
    "deputy-regent": "wakil bupati",
    "mayor": "wali kota",
    "deputy-mayor": "wakil wali kota",
}
_OFFICE_OF = {id: en for en, id in OFFICES.items()} | {"walikota": "mayor", "wakil walikota": "deputy-mayor"}
_ALWAYS = ("event", "kind", "cycle", "region", "office")
_CODE = re.compile(r"\d\d(?:\.\d\d)?")
#: Names whose values a register lists, or that have their own check.
_REGISTERS = ("event", "region", "office")
#: So many words are all named to whoever states none of them.
_FEW = 8


@attrs.frozen(eq=False)
class _Known:
    """What a corpus lets a subject state."""

    corpus: Corpus
    #: The names its acts distinguish.
    names: frozenset[str]
    #: Those whose values are whole numbers.
    numbers: frozenset[str]
    #: The words of those that have a closed list of them.
    words: dict[str, tuple[str, ...]]
    #: What was found valid before.
    valid: dict[tuple[str, object], str | int] = attrs.field(factory=dict)
    #: Regions and offices found to go together.
    pairs: set[tuple[object, object]] = attrs.field(factory=set)


_read: dict[int, _Known] = {}


def subject(corpus: Corpus, given: Mapping[str, str | int | None]) -> dict[str, str | int]:
    """Return a subject ready to be asked about: regions as codes, offices, words and numbers checked.

    Regions may be named as people write them, offices in Indonesian; None stands for not stated. Raises `Invalid`
    for an unknown name, a value that no act distinguishes, and an office the region does not have; `NotFound` for an
    unknown event or office; each with the nearest.
    """
    known = _known(corpus)
    full: dict[str, str | int] = {}
    for name, value in given.items():
        if value is None:
            continue
        try:
            full[name] = known.valid[name, value]
        except (KeyError, TypeError):
            full[name] = known.valid[name, value] = _checked(known, name, value)
    region, office = full.get("region"), full.get("office")
    if region is not None and office is not None and (region, office) not in known.pairs:
        _check_office(corpus, str(region), str(office))
        known.pairs.add((region, office))
    return derived(full)


def values(corpus: Corpus, name: str) -> tuple[str, ...]:
    """Return the words a subject may state under a name; none where it takes numbers or what a register lists."""
    return _known(corpus).words.get(name, ())


def _known(corpus: Corpus) -> _Known:
    found = _read.get(id(corpus))
    if found is None:
        texts = [row["applies"] for table in ("parameters", "holdings") for row in corpus.all(table) if row["applies"]]
        compared = {found for text in texts for found in re.findall(r"([a-z_]+)\s*(!=|<=|>=|=|<|>)\s*([^\s;]+)", text)}
        inputs = {name for row in corpus.all("parameter-keys") for name in row["inputs"].split()}
        names = frozenset({name for name, _, _ in compared} | inputs | set(_ALWAYS))
        listed: dict[str, set[str]] = {}
        for name, _, words in compared:
            listed.setdefault(name, set()).update(words.split("|"))
        for row in corpus.all("parameter-words"):
            if row["of"]:
                listed.setdefault(row["of"], set()).add(row["word"])
        numbers = frozenset(
            {name for name, sign, _ in compared if sign not in ("=", "!=")}
            | {name for name, words in listed.items() if name != "region" and all(map(str.isdigit, words))}
            | {"cycle"}
        )
        closed = {name: tuple(sorted(words)) for name, words in listed.items() if name not in (*numbers, *_REGISTERS)}
        found = _read[id(corpus)] = _Known(corpus, names, numbers, closed)
    return found


def _checked(known: _Known, name: str, value: object) -> str | int:
    if name not in known.names:
        raise Invalid(
            f"{name!r} is nothing the law distinguishes by",
            id=f"{name!r} bukan hal yang dibedakan hukum",
            choices=_near(name, known.names),
        )
    if name in known.numbers:
        return _number(name, value)
    if not isinstance(value, str):
        raise Invalid(f"{name}: {value!r} is no text", id=f"{name}: {value!r} bukan teks")
    if name == "region":
        return _region(known.corpus, value)
    if name == "office":
        return _office(value)
    if name == "event":
        return _event(known.corpus, value)
    return _word(name, value, known.words.get(name, ()))


def _word(name: str, value: str, words: tuple[str, ...]) -> str:
    """Return the word of a closed list that is meant; difference of case, spaces and underscores is none."""
    if value in words or not words:
        return value
    plain = "-".join(value.casefold().replace("_", " ").split())
    for word in words:
        if word.casefold() == plain:
            return word
    raise Invalid(
        f"{name}: {value!r} is nothing the law distinguishes",
        id=f"{name}: {value!r} bukan yang dibedakan hukum",
        choices=words if len(words) <= _FEW else _near(value, words) or words[:_FEW],
    )


def _check_office(corpus: Corpus, region: str, office: str) -> None:
    """Refuse an office that a regency or city does not have; a province stands for all within it."""
    row = corpus.row("regions", region)
    if row is None or row["kind"] == "province":
        return
    head = "mayor" if row["kind"].endswith("city") else "regent"
    asked = office.removeprefix("deputy-")
    if asked != head:
        raise Invalid(
            f"office: {row['name']} ({region}) is headed by a {head}, not a {asked}",
            id=f"office: {row['name']} ({region}) dikepalai {OFFICES[head]}, bukan {OFFICES[asked]}",
            choices=(head, f"deputy-{head}"),
        )


def _near(word: str, words: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
    from difflib import get_close_matches

    return tuple(get_close_matches(word, sorted(words), 4, 0.5))


def _number(name: str, value: object) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Invalid(
            f"{name}: {value!r} is no whole number from 0",
            id=f"{name}: {value!r} bukan bilangan bulat mulai 0",
        )
    return value


def _region(corpus: Corpus, value: str) -> str:
    if _CODE.fullmatch(value) and corpus.rows("regions", value):
        return value
    from electlaw.regions import region

    return region(value, corpus=corpus).code


def _office(value: str) -> str:
    word = " ".join(value.casefold().replace("_", " ").split())
    found = _OFFICE_OF.get(word) or word.replace(" ", "-")
    if found not in OFFICES:
        raise NotFound(f"no office {value!r}", id=f"tidak ada jabatan {value!r}", choices=tuple(OFFICES))
    return found


def _event(corpus: Corpus, value: str) -> str:
    events = tuple(row["id"] for row in corpus.all("events"))
    coming = re.fullmatch(r"(?:pilkada|pemilu)-(20\d\d)", value)
    if value not in events and not (coming and DATA_AS_OF[:4] < coming[1] <= _last_year(corpus)):
        raise NotFound(
            f"no election event {value!r}",
            id=f"tidak ada pemilihan {value!r}",
            choices=_near(value, events) or events[-4:],
        )
    return value


def _last_year(corpus: Corpus) -> str:
    """Return the last year in which an act lets an election be; the law calls none after it yet."""
    return max(row["day"].rpartition("..")[2][:4] for row in corpus.all("event-dates"))
