"""A coordination meeting (*rapat koordinasi*, rakor) as data, read leniently: what cannot be read becomes a problem.

A rakor makes no law: it is an act of coordination by a government body, and cannot move the responsibility the law lays
on KPU and Bawaslu.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

import attrs

from electlaw.dates import day
from electlaw.errors import ElectlawError, Invalid
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from electlaw.meetings.checks import MeetingReport
    from electlaw.snapshot import Snapshot

__all__ = [
    "BASIS_KINDS",
    "LEVELS",
    "REQUIRED",
    "SCOPES",
    "Basis",
    "CoordinationMeeting",
    "Decision",
    "Person",
    "Problem",
]

#: Levels a meeting may have.
LEVELS = ("national", "provinces", "province", "regency-city")

#: Elections a meeting may be about.
SCOPES = ("pilkada", "pemilu")

#: What a listed basis can be; only the first is legislation (UU 12/2011 Pasal 7 and 8).
BASIS_KINDS = ("legislation", "ruling", "circular", "decision", "planning_document", "internal_decision", "unknown")

#: Fields a meeting must have.
REQUIRED = (
    "name", "level", "election_scope", "organiser", "executing_unit", "opened_by", "place", "date", "legal_bases",
    "participants", "purposes",
)  # fmt: skip

_PLAN = re.compile(
    r"\b(?:program|rencana)\s+kerja\b|\b(?:RKPD|RPJMD|Renja|Renstra|DPA|RKA|kalender\s+kegiatan)\b", re.I
)
_INTERNAL = re.compile(
    r"\b(?:keputusan|SK|surat\s+perintah|surat\s+tugas)\s+(?:kepala|sekretaris|ketua\s+panitia|direktur|camat)\b", re.I
)
_CIRCULAR = re.compile(r"\bsurat\s+edaran\b|\bSE\s|\bsurat\s+(?:menteri|mendagri|gubernur|dirjen)\b", re.I)


@attrs.frozen
class Problem(Shown):
    """Something in the input that could not be read: the field, and why, in both languages."""

    field: str
    en: str
    id: str


@attrs.frozen
class Basis(Shown):
    """One legal basis as listed."""

    text: str
    #: One of `BASIS_KINDS`.
    kind: str
    #: Id of the instrument it names; empty if it names none that can be read.
    instrument: str


@attrs.frozen
class Person(Shown):
    """A person or office at the meeting."""

    #: What the input says, as one text.
    text: str
    name: str = ""
    office: str = ""
    #: Region of the office; empty for the meeting's own.
    region: str = ""
    #: In whose capacity they act (``"member of Forkopimda"``, ``"on behalf of the governor"``).
    capacity: str = ""


@attrs.frozen
class Decision(Shown):
    """The decision that set up the committee."""

    title: str
    number: str = ""
    date: str = ""


@attrs.frozen
class CoordinationMeeting(Shown):
    """A coordination meeting; made by `from_dict`, judged by `check`, drafted by `electlaw.meetings.draft`."""

    name: str = ""
    theme: str = ""
    level: str = ""
    election_scope: tuple[str, ...] = ()
    #: The region it is held for, as anything `electlaw.regions.region` takes.
    region: str = ""
    organiser: str = ""
    executing_unit: str = ""
    committee: Decision | None = None
    committee_speaker: Person | None = None
    opened_by: Person | None = None
    place: str = ""
    #: ISO day it begins, and its last day where it has several.
    date: str = ""
    date_end: str = ""
    weekday: str = ""
    mode: str = ""
    legal_bases: tuple[Basis, ...] = ()
    participants: tuple[Person, ...] = ()
    speakers: tuple[Person, ...] = ()
    purposes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    #: Bodies named as formally responsible, each with the matter or election where one was given.
    responsible: tuple[Person, ...] = ()
    outputs: tuple[str, ...] = ()
    follow_up: str = ""
    funding: str = ""
    source: str = ""
    #: What of the input could not be read.
    problems: tuple[Problem, ...] = ()

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> CoordinationMeeting:
        """Read a meeting from plain values. Never raises for its content: what cannot be read is in `problems`.

        >>> CoordinationMeeting.from_dict({"name": "Rakor", "date": "2022-11-31"}).problems[0].field
        'date'
        """
        return _Reader(data).meeting()

    @classmethod
    def load(cls, path: str) -> CoordinationMeeting:
        """Read a meeting from a JSON or TOML file; raises `Invalid` if the file itself cannot be read."""
        try:
            with open(path, "rb") as file:
                raw = file.read()
        except OSError:
            raise Invalid(f"{path}: no such file", id=f"{path}: berkas tidak ada") from None
        return cls.from_dict(_parsed(path, raw))

    def check(self, law: Snapshot | None = None) -> MeetingReport:
        """Judge its legal frame by the law of its day as then known, or by `law`."""
        from electlaw.meetings.checks import check

        return check(self, law)

    def to_dict(self) -> dict[str, object]:
        """Return it as plain values, in the form `from_dict` takes."""

        def plain(value: object) -> object:
            if isinstance(value, tuple):
                return [plain(item) for item in value]
            if isinstance(value, Basis | Person | Decision):
                return {field.name: item for field in attrs.fields(type(value)) if (item := getattr(value, field.name))}
            return value

        fields = {f.name: getattr(self, f.name) for f in attrs.fields(type(self)) if f.name != "problems"}
        return {name: plain(value) for name, value in fields.items() if value}


def _parsed(path: str, raw: bytes) -> Mapping[str, object]:
    try:
        if path.endswith(".toml"):
            import tomllib

            return tomllib.loads(raw.decode())
        import json

        data = json.loads(raw)
    except ValueError as error:
        raise Invalid(f"{path}: not readable: {error}", id=f"{path}: tidak terbaca: {error}") from None
    if not isinstance(data, dict):
        raise Invalid(f"{path}: holds no meeting", id=f"{path}: tidak memuat rapat")
    return data


def basis_of(text: str) -> Basis:
    """Read one listed basis: which instrument it names, and of what kind it is."""
    from electlaw.citations import find_citations

    if _PLAN.search(text):
        return Basis(text, "planning_document", "")
    if _INTERNAL.search(text):
        return Basis(text, "internal_decision", "")
    named = [item for item in find_citations(text) if item.instrument and item.within is None]
    if named:
        found = named[0].instrument or ""
        return Basis(text, _kind_of(found), found)
    return Basis(text, "circular" if _CIRCULAR.search(text) else "unknown", "")


def _kind_of(instrument: str) -> str:
    from electlaw.corpus import builtin
    from electlaw.refs import split_id

    corpus = builtin()
    found = corpus.instrument(instrument)
    kind = found.kind if found else split_id(instrument)[0]
    rows = corpus.rows("kinds", kind)
    rank = rows[0]["rank"] if rows else ""
    if rank[:1].isdigit() or rank == "p8":
        return "legislation"
    return {"j": "ruling", "e": "circular", "k": "decision"}.get(rank, "unknown")


class _Reader:
    """Reads one mapping field by field and collects what is wrong with it."""

    def __init__(self, data: Mapping[str, object]) -> None:
        self.data = data
        self.problems: list[Problem] = []

    def meeting(self) -> CoordinationMeeting:
        known = [field.name for field in attrs.fields(CoordinationMeeting) if field.name != "problems"]
        for key in self.data:
            if key not in known:
                near = get_close_matches(str(key), known, 1, 0.6)
                hint = f" ({near[0]}?)" if near else ""
                self._problem(str(key), f"unknown field{hint}", f"isian tidak dikenal{hint}")
        text, texts, people = self._text, self._texts, self._people
        return CoordinationMeeting(
            name=text("name"), theme=text("theme"), level=self._word("level", LEVELS),
            election_scope=self._words("election_scope", SCOPES), region=text("region"), organiser=text("organiser"),
            executing_unit=text("executing_unit"), committee=self._decision(),
            committee_speaker=self._person("committee_speaker"), opened_by=self._person("opened_by"),
            place=text("place"), date=self._day("date"), date_end=self._day("date_end"), weekday=text("weekday"),
            mode=text("mode"), legal_bases=tuple(basis_of(item) for item in texts("legal_bases")),
            participants=people("participants"), speakers=people("speakers"), purposes=texts("purposes"),
            topics=texts("topics"), responsible=people("responsible"), outputs=texts("outputs"),
            follow_up=text("follow_up"), funding=text("funding"), source=text("source"), problems=tuple(self.problems),
        )  # fmt: skip

    def _problem(self, field: str, en: str, id: str) -> None:
        self.problems.append(Problem(field, en, id))

    def _text(self, name: str) -> str:
        value = self.data.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value.strip()
        self._problem(name, f"a text is wanted, not {value!r:.40}", f"harus berupa teks, bukan {value!r:.40}")
        return ""

    def _texts(self, name: str) -> tuple[str, ...]:
        value = self.data.get(name)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list | tuple):
            self._problem(name, "a list is wanted", "harus berupa daftar")
            return ()
        found = []
        for number, item in enumerate(items):
            text = item.get("text") if isinstance(item, dict) else item
            if isinstance(text, str) and text.strip():
                found.append(text.strip())
            else:
                self._problem(f"{name}[{number}]", "no text in it", "tidak memuat teks")
        return tuple(found)

    def _words(self, name: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        found = []
        for text in self._texts(name):
            word = text.casefold()
            if word in allowed:
                found.append(word)
            else:
                choices = ", ".join(allowed)
                self._problem(name, f"{text!r} is none of {choices}", f"{text!r} bukan salah satu dari {choices}")
        return tuple(dict.fromkeys(found))

    def _word(self, name: str, allowed: tuple[str, ...]) -> str:
        if not self._text(name):
            return ""
        found = self._words(name, allowed)
        return found[0] if found else ""

    def _day(self, name: str) -> str:
        value = self.data.get(name)
        if value is None or value == "":
            return ""
        try:
            return day(value)  # type: ignore[arg-type]
        except ElectlawError as error:
            self._problem(name, error.en, error.id)
            return ""

    def _decision(self) -> Decision | None:
        value = self.data.get("committee")
        if value is None:
            return None
        if isinstance(value, str):
            return Decision(value.strip())
        if not isinstance(value, dict):
            self._problem("committee", "a text or a table is wanted", "harus berupa teks atau tabel")
            return None
        inner = _Reader(value)
        decision = Decision(inner._text("title"), inner._text("number"), inner._day("date"))
        self.problems += [Problem(f"committee.{item.field}", item.en, item.id) for item in inner.problems]
        return decision

    def _person(self, name: str) -> Person | None:
        value = self.data.get(name)
        return None if value is None else self._one(name, value)

    def _people(self, name: str) -> tuple[Person, ...]:
        value = self.data.get(name)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self._problem(name, "a list is wanted", "harus berupa daftar")
            return ()
        found = [self._one(f"{name}[{number}]", item) for number, item in enumerate(value)]
        return tuple(item for item in found if item is not None)

    def _one(self, field: str, value: object) -> Person | None:
        if isinstance(value, str) and value.strip():
            return Person(text=value.strip())
        if isinstance(value, dict):
            inner = _Reader(value)
            parts = {key: inner._text(key) for key in ("name", "office", "region", "capacity")}
            text = inner._text("text") or " ".join(filter(None, (parts["office"], parts["name"])))
            self.problems += [Problem(f"{field}.{item.field}", item.en, item.id) for item in inner.problems]
            if text:
                return Person(text=text, **parts)
        self._problem(field, "no person or office in it", "tidak memuat orang atau jabatan")
        return None
