"""Who heads a region, in which capacity, until when, and how the office is filled when it falls vacant.

Facts are sparse on purpose: a term without a row is unknown, never guessed. What a term's end was is shown only once
it was over; before that the end is what the law then said: five years, cut short by Pasal 201 as read by the court.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from electlaw.catalog import day_text, when_text
from electlaw.dates import FIRST, UNKNOWN, When, day, when
from electlaw.errors import Invalid
from electlaw.regions import Region, region
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from electlaw.dates import Day
    from electlaw.regions.gazetteer import Gazetteer, Rows
    from electlaw.tables import Row

__all__ = [
    "CAPACITIES",
    "TERMS_AS_OF",
    "Due",
    "Incumbent",
    "Rule",
    "Term",
    "Vacancy",
    "office_holder",
    "terms",
    "vacancy",
]

#: The rows on who held an office end here; an answer about a later day is marked projected.
TERMS_AS_OF = "2025-11-05"

#: Capacities in which an office is held, with their English and Indonesian names.
CAPACITIES = {
    "elected": ("elected", "terpilih"),
    "successor": ("deputy who took the office over", "wakil yang menggantikan"),
    "determined": ("determined by the DPRD", "ditetapkan DPRD"),
    "pj": ("acting (penjabat)", "penjabat"),
    "plt": ("acting (pelaksana tugas)", "pelaksana tugas"),
    "plh": ("caretaker (pelaksana harian)", "pelaksana harian"),
    "pjs": ("acting during leave (penjabat sementara)", "penjabat sementara"),
}

_DEFINITIVE = frozenset({"elected", "successor", "determined"})
_LAW = "uu-1-2015/pasal-"


@attrs.frozen
class Due(Shown):
    """The day a term is due to end as the law stood on a day, with the places it rests on."""

    day: When
    en: str
    id: str
    basis: tuple[str, ...]


@attrs.frozen
class Term(Shown):
    """One person's time in an office, as known on a day."""

    region: Region
    #: ``"governor"``, ``"regent"`` or ``"mayor"``.
    office: str
    person: str
    #: One of `CAPACITIES`.
    capacity: str
    #: The election that gave the mandate, or None.
    event: str | None
    start: When
    #: Day it ended, the last in office unless another took over that day; None if it was not over or is not known.
    until: When | None
    #: Why it ended: ``term-end``, ``died``, ``resigned``, ``detained``, ``suspended``, ``replaced``, or empty.
    reason: str
    #: The act that put the person into office, empty if not known.
    by: str
    note: str
    source: tuple[str, ...]
    verified: str
    unverified: tuple[str, ...]

    @property
    def acting(self) -> bool:
        """Whether the office was held for want of a definitive head."""
        return self.capacity not in _DEFINITIVE

    def due(self, known: Day) -> Due | None:
        """Return when the term is due to end as the law stood on `known`; None if the law sets no day."""
        return _due(self, day(known))

    def to_json(self) -> dict[str, object]:
        """Return the term as plain data; a month as ``2018-03``."""
        return {
            "region": self.region.code,
            "office": self.office,
            "person": self.person,
            "capacity": self.capacity,
            "event": self.event,
            "start": str(self.start) or None,
            "until": str(self.until) if self.until else None,
            "reason": self.reason or None,
            "by": self.by or None,
            "note": self.note,
            "verified": self.verified,
        }


@attrs.frozen
class Incumbent(Shown):
    """Who held an office on a day, as known on a day."""

    region: Region
    office: str
    on: str
    known: str
    #: ``"held"``, ``"acting"`` or ``"unknown"``.
    state: str
    #: The term, if it is sure.
    term: Term | None
    #: Terms that may have covered the day, or that would tell if their days were known.
    doubts: tuple[Term, ...]
    en: str
    id: str
    #: Whether `on` lies after the last day the facts reach.
    projected: bool = False

    @property
    def person(self) -> str | None:
        """The holder's name, or None if not sure."""
        return self.term.person if self.term else None

    @property
    def verified(self) -> str | None:
        """How well the row is confirmed: ``"text"``, ``"report"``, ``"recall"``; None without a row."""
        return self.term.verified if self.term else None

    def to_json(self) -> dict[str, object]:
        """Return the answer as plain data."""
        return {
            "region": self.region.code,
            "office": self.office,
            "on": self.on,
            "known": self.known,
            "projected": self.projected,
            "state": self.state,
            "person": self.person,
            "term": self.term.to_json() if self.term else None,
            "doubts": [term.to_json() for term in self.doubts],
            "en": self.en,
            "id": self.id,
            "verified": self.verified,
        }


@attrs.frozen
class Rule(Shown):
    """One rule on a vacancy: what it is about, what it says, what it rests on."""

    topic: str
    en: str
    id: str
    basis: tuple[str, ...]
    source: tuple[str, ...]
    verified: str

    def to_json(self) -> dict[str, object]:
        """Return the rule as plain data."""
        return {"topic": self.topic, "en": self.en, "id": self.id, "basis": list(self.basis), "verified": self.verified}


@attrs.frozen
class Vacancy(Shown):
    """Whether an office lacked a definitive head on a day, why, and how the law fills it."""

    region: Region
    office: str
    on: str
    known: str
    #: True, False, or None if not known.
    vacant: bool | None
    #: ``transition`` (terms of 2022 and 2023), ``term-end``, ``empty-column``, ``new-province``, ``died``,
    #: ``resigned``, ``detained``, ``suspended``, ``campaign-leave``, ``both-vacant``; ``appointed``,
    #: ``determined`` where nobody is elected; empty if not vacant or not known.
    cause: str
    #: The definitive head who left, if known.
    predecessor: Term | None
    holder: Incumbent
    rules: tuple[Rule, ...]
    en: str
    id: str

    def to_json(self) -> dict[str, object]:
        """Return the answer as plain data."""
        return {
            "region": self.region.code,
            "office": self.office,
            "on": self.on,
            "known": self.known,
            "projected": self.holder.projected,
            "vacant": self.vacant,
            "cause": self.cause or None,
            "predecessor": self.predecessor.to_json() if self.predecessor else None,
            "holder": self.holder.to_json(),
            "rules": [rule.to_json() for rule in self.rules],
            "en": self.en,
            "id": self.id,
        }


# -- who held it --


def terms(place: str | Region, known: Day | None = None, *, corpus: Rows | Gazetteer | None = None) -> tuple[Term, ...]:
    """Return the terms of the heads of a region, oldest first, as known on `known`."""
    found = region(place, corpus=corpus)
    iso = None if known is None else day(known)
    rows = found.home.rows("terms", found.key)
    return tuple(_term(found, row, iso) for row in rows if iso is None or when(row["start"]).earliest <= iso)


def _term(found: Region, row: Row, known: str | None) -> Term:
    end = when(row["until"]) if row["until"] else None
    over = end is not None and (known is None or end.latest <= known)
    return Term(
        found,
        row["office"],
        row["person"],
        row["capacity"],
        row["event"] or None,
        when(row["start"]),
        end if over else None,
        row["reason"] if over else "",
        row["by"],
        "; ".join(filter(None, (row["note"], row["end_note"] if over or (known or end) is None else ""))),
        tuple(row["source"].split()),
        row["verified"],
        tuple(row["unverified"].split()),
    )


def office_holder(
    place: str | Region,
    on: Day,
    known: Day | None = None,
    office: str = "head",
    *,
    corpus: Rows | Gazetteer | None = None,
) -> Incumbent:
    """Return who held the office of `place` on `on`, as known on `known` (the same day by default).

    `office` is ``"head"`` or the head's office by name; no rows are kept on deputies. Where no row covers the day, the
    state is ``"unknown"`` and `Incumbent.doubts` lists the terms whose days are too vague to tell.

    >>> office_holder("Kota Kendari", on="2022-11-21").person
    'Asmawa Tosepu'
    """
    found = region(place, corpus=corpus)
    iso = day(on)
    at = day(known) if known is not None else iso
    _office(found, office)
    rows = list(found.home.rows("terms", found.key))
    sure, maybe = _covering(found, rows, min(iso, at), at)
    if at < iso:
        return _incumbent(found, iso, at, None, sure + maybe)
    if sure and not maybe and _run_out(sure[-1], iso, at):
        sure, maybe = [], sure
    return _incumbent(found, iso, at, sure[-1] if sure and not maybe else None, maybe and sure + maybe)


def _run_out(term: Term, on: str, known: str) -> bool:
    """Whether the term was due to end before a day that the facts do not reach."""
    due = term.due(known) if on > TERMS_AS_OF and not term.until else None
    return due is not None and due.day.known and due.day.latest < on


def _office(found: Region, office: str) -> None:
    if office in ("head", found.head_office):
        return
    raise Invalid(
        f"{found.full_name} has no office {office!r} on record: pass 'head' or {found.head_office!r}",
        id=f"tidak ada data jabatan {office!r} untuk {found.full_name}",
        choices=("head", found.head_office),
    )


def _covering(found: Region, rows: list[Row], on: str, known: str) -> tuple[list[Term], list[Term]]:
    """Return the terms that surely cover the day and those that may, in order."""
    sure: list[Term] = []
    maybe: list[Term] = []
    for number, row in enumerate(rows):
        begun = when(row["start"]).reached(on) if row["start"] else None
        left = _left(row, rows[number + 1 :], on)
        if begun is False or left is True:
            continue
        (sure if begun and left is False else maybe).append(_term(found, row, known))
    return sure, maybe


def _left(row: Row, later: list[Row], on: str) -> bool | None:
    """Whether the holder had left by the end of `on`; an unrecorded end lies before the next head at the latest."""
    following = [when(other["start"]) for other in later if other["start"]]
    if row["until"]:
        end = when(row["until"])
        last_day = end.exact and end.latest == on and not any(other.reached(on) for other in following)
        return False if last_day else end.reached(on)
    if any(other.reached(on) for other in following):
        return True
    if not later:
        return False
    return False if on <= max(row["seen"], when(row["start"]).latest) else None


def _incumbent(found: Region, on: str, known: str, term: Term | None, doubts: list[Term]) -> Incumbent:
    office, projected = found.head_office, on > TERMS_AS_OF
    if term is not None:
        state = "acting" if term.acting else "held"
        return Incumbent(found, office, on, known, state, term, (), *_said(found, term), projected)
    if known < on:
        en = f"who holds the office on {day_text(on, 'en')} was not known on {day_text(known, 'en')}"
        id = f"pada {day_text(known, 'id')} belum diketahui pejabat {day_text(on, 'id')}"
    elif doubts and all(_run_out(one, on, known) for one in doubts):
        en = f"the last term on record was due to end before; who headed {found.full_name} then is not known"
        id = f"masa jabatan terakhir yang tercatat sudah habis; kepala {found.full_name} pada hari itu belum diketahui"
    elif doubts:
        en, id = "the days on record are too vague to tell", "tanggal yang tercatat tidak cukup pasti"
    else:
        en = f"who headed {found.full_name} that day is not on record"
        id = f"kepala daerah {found.full_name} pada hari itu tidak tercatat"
    return Incumbent(found, office, on, known, "unknown", None, tuple(doubts), en, id, projected)


def _said(found: Region, term: Term) -> tuple[str, str]:
    """Return the holder, office and capacity in words, English and Indonesian."""
    en, id = CAPACITIES[term.capacity]
    office, jabatan = found.head_office, _OFFICE[found.head_office]
    if term.acting:
        return (
            f"{term.person}, {en} {office} of {found.full_name} since {when_text(term.start, 'en')}",
            f"{term.person}, {id} {jabatan} {found.full_name} sejak {when_text(term.start, 'id')}",
        )
    return (
        f"{term.person}, {office} of {found.full_name} ({en}) since {when_text(term.start, 'en')}",
        f"{term.person}, {jabatan} {found.full_name} ({id}) sejak {when_text(term.start, 'id')}",
    )


_OFFICE = {"governor": "gubernur", "regent": "bupati", "mayor": "wali kota"}


# -- when a term is due to end --


def _due(term: Term, known: str) -> Due | None:
    if term.capacity == "pj":
        return _due_acting(term, known)
    if term.capacity not in _DEFINITIVE:
        return None
    start = _inauguration(term)
    five = _years(start, 5)
    if term.capacity == "determined":
        return _say(five, "five years from inauguration", "lima tahun sejak pelantikan", "uu-13-2012/pasal-25/ayat-1")
    by_law = {
        "pilkada-2017": _cut_2017,
        "pilkada-2018": _cut_2018,
        "pilkada-2020": _cut_2020,
    }.get(term.event or "")
    if by_law is not None and known >= "2016-07-01":
        return by_law(start, five, known)
    return _say(
        five, "five years from inauguration", "lima tahun sejak pelantikan", _LAW + "162", "uu-23-2014/pasal-60"
    )


def _inauguration(term: Term) -> When:
    """Return when the pair took office: a successor serves out the term of the head elected with them."""
    if term.capacity != "successor":
        return term.start
    first = [other.start for other in terms(term.region) if other.event == term.event and other.capacity == "elected"]
    return first[0] if first else UNKNOWN


def _cut_2017(start: When, five: When, known: str) -> Due:
    del start, known
    return _say(
        _earlier(five, "2022-12-31"),
        "heads elected in 2017 serve until 2022, five years at most",
        "kepala daerah hasil 2017 menjabat sampai 2022, paling lama lima tahun",
        _LAW + "201/ayat-3",
        _LAW + "162",
    )


def _cut_2018(start: When, five: When, known: str) -> Due:
    if known < "2023-12-21" or start.latest < "2019-01-01":
        return _say(
            _earlier(five, "2023-12-31"),
            "heads elected in 2018 serve until 2023, five years at most",
            "kepala daerah hasil 2018 menjabat sampai 2023, paling lama lima tahun",
            _LAW + "201/ayat-5",
            *(("mk-143-puu-xxi-2023",) if known >= "2023-12-21" else ()),
        )
    return _say(
        _earlier(five, "2024-10-27"),
        "elected in 2018 and inaugurated in 2019: five years, but not past a month before the vote of November 2024",
        "terpilih 2018 dan dilantik 2019: lima tahun, tidak melewati satu bulan sebelum pemungutan suara 2024",
        _LAW + "201/ayat-5",
        "mk-143-puu-xxi-2023",
    )


def _cut_2020(start: When, five: When, known: str) -> Due:
    del start
    if known < "2024-03-20":
        return _say(
            _earlier(five, "2024-12-31", "2024-01-01"),
            "heads elected in 2020 serve until 2024",
            "kepala daerah hasil 2020 menjabat sampai 2024",
            _LAW + "201/ayat-7",
        )
    inaugurated = "2025-02-20" if known >= "2025-02-11" else ""
    return _say(
        _earlier(five, inaugurated or LATER, inaugurated or "2024-11-28"),
        "until the heads elected in 2024 are inaugurated, five years at most",
        "sampai pelantikan kepala daerah hasil 2024, paling lama lima tahun",
        _LAW + "201/ayat-7",
        "mk-27-puu-xxii-2024",
        *(("perpres-13-2025",) if inaugurated else ()),
    )


#: A bound that binds nothing.
LATER = "9998-12-31"


def _due_acting(term: Term, known: str) -> Due | None:
    del known
    if term.start.latest < "2015-03-18":
        return None
    return _say(
        _years(term.start, 1),
        "one year, which may be extended by one, or until a head is inaugurated",
        "satu tahun, dapat diperpanjang satu tahun, atau sampai kepala daerah dilantik",
        _LAW.replace("pasal-", "penjelasan/pasal-") + "201/ayat-9",
    )


def _say(due: When, en: str, id: str, *basis: str) -> Due:
    return Due(due, en, id, basis)


def _years(start: When, number: int) -> When:
    return When(_add(start.earliest, number), _add(start.latest, number)) if start.known else UNKNOWN


def _add(iso: str, number: int) -> str:
    begun = date.fromisoformat(iso)
    try:
        return begun.replace(year=begun.year + number).isoformat()
    except ValueError:  # 29 February
        return (begun + timedelta(days=1)).replace(year=begun.year + number).isoformat()


def _earlier(due: When, latest: str, earliest: str = "") -> When:
    """Cut a due day off at `latest`; with `earliest` it lies anywhere between the two."""
    last = min(due.latest, latest)
    return When(min(earliest or due.earliest, last), last)


# -- how it is filled --


def vacancy(
    place: str | Region, on: Day, known: Day | None = None, *, corpus: Rows | Gazetteer | None = None
) -> Vacancy:
    """Tell whether the office of the head lacked a definitive holder on `on`, why, and how the law fills it.

    >>> vacancy("Kota Kendari", on="2022-11-21").cause
    'transition'
    """
    found = region(place, corpus=corpus)
    iso = day(on)
    at = day(known) if known is not None else iso
    holder = office_holder(found, iso, at)
    if found.head_selection == "appointed":
        en, id = "the governor appoints the head; there is no elected office", "kepala diangkat gubernur, bukan dipilih"
        return Vacancy(found, found.head_office, iso, at, False, "appointed", None, holder, (), en, id)
    term = holder.term
    if term is None:
        return _by_calendar(found, iso, at, holder)
    if not term.acting:
        return _filled(found, iso, at, holder, term)
    predecessor = _predecessor(found, term, at)
    cause = _cause(found, term, predecessor, at)
    rules = _rules(found, cause, term.capacity, at)
    reasons = [rule for rule in rules if rule.topic == "why"]
    en = reasons[0].en if reasons else "why the office was vacant is not on record"
    id = reasons[0].id if reasons else "sebab kekosongan tidak tercatat"
    return Vacancy(found, found.head_office, iso, at, True, cause, predecessor, holder, rules, en, id)


def _filled(found: Region, on: str, known: str, holder: Incumbent, term: Term) -> Vacancy:
    due = term.due(known)
    en, id = holder.en, holder.id
    if due is not None and due.day.known:
        en = f"{en}; due to leave {when_text(due.day, 'en')}: {due.en}"
        id = f"{id}; berakhir {when_text(due.day, 'id')}: {due.id}"
    cause = "determined" if term.capacity == "determined" else ""
    return Vacancy(found, found.head_office, on, known, False, cause, None, holder, (), en, id)


def _by_calendar(found: Region, on: str, known: str, holder: Incumbent) -> Vacancy:
    """Tell what the calendar of Pasal 201 alone says of an office without a row on its holder."""
    voted = [c.event for c in found.contests(known=known) if c.voting_day.latest <= on]
    over = _TRANSITION.get(voted[-1]) if voted else None
    if known < "2016-07-01" or over is None or not over <= on < _FIRST_OF_2025:
        return Vacancy(found, found.head_office, on, known, None, "", None, holder, (), holder.en, holder.id)
    rules = _rules(found, "transition", "pj", known)
    en, id = f"{rules[0].en} Who it was is not on record.", f"{rules[0].id} Nama penjabat tidak tercatat."
    return Vacancy(found, found.head_office, on, known, True, "transition", None, holder, rules, en, id)


#: First day on which no head elected at the event can still serve: the end of 2022; of the heads elected in 2018 those
#: inaugurated in 2019 could serve to one month before the vote of 27 November 2024.
_TRANSITION = {"pilkada-2017": "2023-01-01", "pilkada-2018": "2024-10-28"}

#: First inauguration after the vote of 2024, of the governor of Aceh.
_FIRST_OF_2025 = "2025-02-12"


def _predecessor(found: Region, term: Term, known: str) -> Term | None:
    """Return the last definitive head before an acting one."""
    before = [one for one in terms(found, known) if not one.acting and one.start.latest <= term.start.latest]
    return before[-1] if before else None


def _cause(found: Region, term: Term, predecessor: Term | None, known: str) -> str:
    if term.capacity == "pjs":
        return "campaign-leave"
    if predecessor is None:
        return "new-province" if _no_vote_yet(found, term) else ""
    failed = [c for c in found.contests(known=known) if c.result == "empty-column" and c.voting_day.latest <= known]
    due = predecessor.due(known)
    gone = due is not None and due.day.known and due.day.latest <= term.start.latest
    if failed and failed[-1].voting_day.latest >= predecessor.start.latest:
        return "empty-column"
    if predecessor.event in ("pilkada-2017", "pilkada-2018") and (gone or predecessor.reason == "term-end"):
        return "transition"
    if gone or predecessor.reason == "term-end":
        return "term-end"
    return predecessor.reason if predecessor.reason != "replaced" else ""


def _no_vote_yet(found: Region, term: Term) -> bool:
    """Whether the province is one of those whose first head is still to be elected."""
    first = any(rule.topic == "first-head" for rule in found.special_rules())
    return first and all(c.voting_day.earliest > term.start.latest for c in found.contests())


def _rules(found: Region, cause: str, capacity: str, known: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            row["topic"],
            row["en"],
            row["id"],
            tuple(row["basis"].split()),
            tuple(row["source"].split()),
            row["verified"],
        )
        for row in found.home.rows("vacancy-rules")
        if _meets(row["cause"], cause)
        and _meets(row["capacity"], capacity)
        and _meets(row["office"], found.head_office)
        if (row["from"] or FIRST) <= known and not (row["until"] and row["until"] <= known)
    )


def _meets(words: str, word: str) -> bool:
    return not words or word in words.split()
