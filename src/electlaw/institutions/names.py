"""Names of institutions as texts use them: which body a name means, and whether it was official on a day."""

from __future__ import annotations

import re
from bisect import bisect_right

import attrs

from electlaw.dates import When, day
from electlaw.errors import Ambiguous, NotFound
from electlaw.institutions.acts import Fact, log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.dates import Day

__all__ = ["NameUse", "institution_key", "known_names", "name_use", "names_in", "outdated_in"]

_SPACE = re.compile(r"[\s.]+")


@attrs.frozen
class NameUse:
    """What a name means and whether the law of a day used it."""

    name: str
    #: Keys of the institutions it may mean.
    institutions: tuple[str, ...]
    #: ``"official"`` on the day, ``"former"`` (official on other days), ``"later"`` (official only afterwards),
    #: ``"alias"`` (never official).
    status: str
    #: The span in which it was official, as far as recorded: first day and first day after.
    since: When | None
    until: When | None
    #: Short official names on the day, one per institution that then existed.
    official: tuple[str, ...]
    #: Instrument that made it official, empty if not recorded.
    by: str
    verified: str

    @property
    def outdated(self) -> bool:
        """Whether it had been official but no longer was on the day."""
        return self.status == "former"


def _normal(name: str) -> str:
    return _SPACE.sub(" ", name).strip().casefold()


def _index(corpus: Corpus | None) -> dict[str, list[Fact]]:
    acts = log(corpus)
    found = acts.memo.get(("names",))
    if found is None:
        index: dict[str, list[Fact]] = {}
        for facts in acts.names().values():
            for act in facts:
                if act.op != "seat":
                    index.setdefault(_normal(act.row["name"]), []).append(act)
        found = acts.memo[("names",)] = index
    return found  # type: ignore[return-value]


def known_names(corpus: Corpus | None = None) -> tuple[str, ...]:
    """Return every name on record that is no local one, longest first."""
    names = {act.row["name"] for facts in _index(corpus).values() for act in facts}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def institution_key(name: str, *, corpus: Corpus | None = None) -> str:
    """Return the key of the institution a key or name means.

    Raises `Ambiguous` if it fits several, `NotFound` with the nearest names.

    >>> institution_key("Panwascam")
    'panwaslu-kecamatan'
    """
    acts = log(corpus)
    normal = _normal(name)
    if normal in acts.bodies:
        return normal
    found = _index(corpus).get(normal, ())
    keys = tuple(dict.fromkeys(act.target for act in found))
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise Ambiguous(
            f"{name!r} fits several institutions", id=f"{name!r} cocok dengan beberapa lembaga", choices=keys
        )
    from difflib import get_close_matches

    pool = {
        **{_normal(key): key for key in acts.bodies},
        **{key: items[0].row["name"] for key, items in _index(corpus).items()},
    }
    near = [pool[item] for item in get_close_matches(normal, pool, 5, 0.6)]
    raise NotFound(f"no institution {name!r}", id=f"tidak ada lembaga {name!r}", choices=near)


def name_use(name: str, on: Day, known: Day | None = None, corpus: Corpus | None = None) -> NameUse | None:
    """Return what a name means on a day, or None if it is not on record.

    >>> name_use("KPUD", "2022-11-21").status
    'former'
    >>> name_use("KPUD", "2005-06-01").status
    'official'
    """
    on_day = day(on)
    known_day = on_day if known is None else day(known)
    found = [act for act in _index(corpus).get(_normal(name), ()) if act.known.earliest <= known_day]
    if not found:
        return None
    official = [act for act in found if act.op != "alias"]
    standing = [act for act in official if act.span.contains(on_day) is not False]
    keys = tuple(dict.fromkeys(act.target for act in standing or found))
    shown = (standing or official or found)[-1]
    if standing:
        status = "official"
    elif not official:
        status = "alias"
    else:
        status = "former" if any(act.span.end.latest <= on_day for act in official) else "later"
    return NameUse(
        name=found[0].row["name"], institutions=keys, status=status,
        since=shown.span.start if official else None,
        until=shown.span.end if official else None,
        official=_official(keys, on_day, known_day, corpus), by=shown.by, verified=shown.verified,
    )  # fmt: skip


def _official(keys: tuple[str, ...], on: str, known: str, corpus: Corpus | None) -> tuple[str, ...]:
    """Return the short names that stand on a day for the institutions a name means, or for their successors."""
    acts = log(corpus)
    names: list[str] = []
    for key in keys:
        for form in ("short", "official"):
            standing = [
                act.row["name"]
                for act in acts.named(key, form)
                if act.known.latest <= known and act.span.contains(on) is True
            ]
            if standing:
                names.append(standing[0])
                break
    return tuple(dict.fromkeys(names))


#: Forms too general to be judged in running text.
_TOO_GENERAL = frozenset({"panitia pengawas", "panwaslu", "komisi independen pemilihan"})


def outdated_in(
    text: str, on: Day, known: Day | None = None, corpus: Corpus | None = None
) -> Iterator[tuple[int, int, NameUse]]:
    """Yield the names in a text that had been official but no longer were on a day, with their offsets.

    Silent for names whose period rests on memory, for forms too general to be sure of, and where a longer name that is
    still official stands at the same place.

    >>> [use.official for _, _, use in outdated_in("Ketua KPUD Kolaka", "2022-11-21")]
    [('KPU Provinsi', 'KPU Kabupaten/Kota')]
    """
    on_day = day(on)
    known_day = on_day if known is None else day(known)
    finder, uses = _outdated(on_day, known_day, corpus)
    for match in finder.matches(text):
        use = uses.get(_normal(match[0]))
        if use is not None:
            yield match.start(), match.end(), use


def _outdated(on: str, known: str, corpus: Corpus | None) -> tuple[_Finder, dict[str, NameUse]]:
    """Return a finder of the names outdated on a day, the longest first and with their capitals, and what they mean.

    A longer name that is no outdated one (``Panwaslu Kecamatan``) is found too, where it begins with one.
    """
    acts = log(corpus)
    turns = _turns(corpus)
    memo = ("outdated", bisect_right(turns, on), bisect_right(turns, known))
    found = acts.memo.get(memo)
    if found is None:
        names = [name for name in known_names(corpus) if len(name) > 3 and _normal(name) not in _TOO_GENERAL]
        used = {_normal(name): name_use(name, on, known, corpus) for name in names}
        uses = {key: use for key, use in used.items() if use and use.outdated and use.verified != "recall"}
        shown = [
            name
            for name in names
            if _normal(name) in uses
            or ((use := used[_normal(name)]) and use.status == "official" and _normal(name).startswith(tuple(uses)))
        ]
        found = acts.memo[memo] = _Finder(shown), uses
    return found  # type: ignore[return-value]


def _turns(corpus: Corpus | None) -> list[str]:
    """Return the days on which what a name means, or whether it is official, can change."""
    acts = log(corpus)
    found = acts.memo.get(("name-turns",))
    if found is None:
        whens = [
            when
            for facts in _index(corpus).values()
            for act in facts
            for when in (act.known, act.span.start, act.span.end)
        ]
        found = acts.memo["name-turns",] = sorted({day for when in whens for day in (when.earliest, when.latest)})
    return found  # type: ignore[return-value]


def names_in(text: str, corpus: Corpus | None = None) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the names of institutions in a text, with their offsets and the keys of all bodies each may mean.

    >>> [keys for _, _, keys in names_in("Ketua KPU RI dan Bawaslu Provinsi hadir.")]
    [('kpu',), ('bawaslu-provinsi',)]
    """
    acts = log(corpus)
    finder = acts.memo.get(("names-in",))
    if finder is None:
        names = [name for name in known_names(corpus) if len(name) > 2]
        finder = acts.memo["names-in",] = _Finder(names)
    index = _index(corpus)
    for match in finder.matches(text):  # type: ignore[attr-defined]
        keys = tuple(dict.fromkeys(act.target for act in index.get(_normal(match[0]), ())))
        if keys:
            yield match.start(), match.end(), keys


class _Finder:
    """Finds whole names in a text, the longest first.

    Each first letter is looked for by itself, which is quick; the pattern of all names is tried where one is found.
    """

    __slots__ = ("_begins", "_whole")

    def __init__(self, names: list[str]) -> None:
        by_letter: dict[str, list[str]] = {}
        seconds: dict[str, set[str]] = {}
        for name in sorted(names, key=len, reverse=True):
            seconds.setdefault(name[0], set()).add(r"\s" if name[1:2] == " " else re.escape(name[1:2]))
            by_letter.setdefault(name[0], []).append(re.escape(name[1:]).replace(r"\ ", r"\s+"))
        groups = [rf"{re.escape(first)}(?<![\w-].)(?:{'|'.join(rest)})" for first, rest in by_letter.items()]
        self._whole = re.compile(rf"(?:{'|'.join(groups)})(?![\w-])" if groups else r"(?!)")
        self._begins = [
            re.compile(rf"{re.escape(first)}(?=(?:{'|'.join(sorted(second))}))") for first, second in seconds.items()
        ]

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the names in a text, from the left."""
        end = 0
        for start in sorted([begin.start() for begins in self._begins for begin in begins.finditer(text)]):
            match = self._whole.match(text, start) if start >= end else None
            if match:
                end = match.end()
                yield match
