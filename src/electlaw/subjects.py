"""For whom a question is asked: the names and values a subject may state, read from what the acts distinguish."""

from __future__ import annotations

import re

from electlaw.corpus import DATA_AS_OF
from electlaw.errors import Invalid, NotFound
from electlaw.scope import derived

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from electlaw.corpus import Corpus

__all__ = ["OFFICES", "subject"]

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

#: For each corpus: the names its acts distinguish, those compared with numbers, and what was found valid.
_read: dict[int, tuple[Corpus, frozenset[str], frozenset[str], dict[tuple[str, object], str | int]]] = {}


def subject(corpus: Corpus, given: Mapping[str, str | int | None]) -> dict[str, str | int]:
    """Return a subject ready to be asked about: regions as codes, offices and numbers checked.

    Regions may be named as people write them, offices in Indonesian; None stands for not stated. Raises `Invalid`
    for an unknown name or a value that can be none, `NotFound` for an unknown event or office, with the nearest.
    """
    _, names, numbers, valid = _known(corpus)
    full: dict[str, str | int] = {}
    for name, value in given.items():
        if value is None:
            continue
        try:
            full[name] = valid[name, value]
        except (KeyError, TypeError):
            full[name] = valid[name, value] = _checked(corpus, name, value, names, numbers)
    return derived(full)


def _known(
    corpus: Corpus,
) -> tuple[Corpus, frozenset[str], frozenset[str], dict[tuple[str, object], str | int]]:
    found = _read.get(id(corpus))
    if found is None:
        texts = [row["applies"] for table in ("parameters", "holdings") for row in corpus.all(table) if row["applies"]]
        compared = {(name, sign) for text in texts for name, sign in re.findall(r"([a-z_]+)\s*(!=|<=|>=|=|<|>)", text)}
        inputs = {name for row in corpus.all("parameter-keys") for name in row["inputs"].split()}
        names = frozenset({name for name, _ in compared} | inputs | set(_ALWAYS))
        numbers = frozenset({name for name, sign in compared if sign not in ("=", "!=")} | {"cycle"})
        found = _read[id(corpus)] = (corpus, names, numbers, {})
    return found


def _checked(corpus: Corpus, name: str, value: object, names: frozenset[str], numbers: frozenset[str]) -> str | int:
    if name not in names:
        raise Invalid(
            f"{name!r} is nothing the law distinguishes by",
            id=f"{name!r} bukan hal yang dibedakan hukum",
            choices=_near(name, names),
        )
    if name in numbers:
        return _number(name, value)
    if not isinstance(value, str):
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise Invalid(f"{name}: {value!r} is no text", id=f"{name}: {value!r} bukan teks")
    if name == "region":
        return _region(corpus, value)
    if name == "office":
        return _office(value)
    if name == "event":
        return _event(corpus, value)
    return value


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
    if value not in events and not (coming and coming[1] > DATA_AS_OF[:4]):
        raise NotFound(
            f"no election event {value!r}",
            id=f"tidak ada pemilihan {value!r}",
            choices=_near(value, events) or events[-4:],
        )
    return value
