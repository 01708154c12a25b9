"""Duties to monitor and to report, and the dated obligations they make for a region and a period.

Three things share the words *pemantauan* and *pengawasan* and are kept apart here: monitoring of political developments
by the government, supervision by Bawaslu, observation by accredited observers; see `CONCEPTS`.
"""

from __future__ import annotations

from datetime import date

import attrs

from electlaw.acts import Text
from electlaw.dates import LAST, day, when
from electlaw.errors import Invalid
from electlaw.institutions.acts import Fact, log, winner
from electlaw.institutions.bodies import Local, Seat, body, covered, local, office_of
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.corpus import Corpus
    from electlaw.dates import Day
    from electlaw.regions import Region

__all__ = ["CONCEPTS", "INTERVALS", "Duty", "MonitoringItem", "Obligation", "duties", "monitoring", "obligations"]

#: What a duty is part of; the first three are different things for which usage has one word.
CONCEPTS = {
    "monitoring": Text(
        "monitoring of political developments by the government (Permendagri 61/2011)",
        "pemantauan perkembangan politik oleh pemerintah (Permendagri 61/2011)",
    ),
    "supervision": Text(
        "supervision by Bawaslu and its bodies (UU 1/2015 Pasal 22A; UU 7/2017 Pasal 89)",
        "pengawasan oleh Bawaslu dan jajarannya (UU 1/2015 Pasal 22A; UU 7/2017 Pasal 89)",
    ),
    "observation": Text(
        "observation by accredited observers (UU 1/2015 Pasal 123)",
        "pemantauan oleh pemantau terakreditasi (UU 1/2015 Pasal 123)",
    ),
    "administration": Text("reports of the organisers", "laporan penyelenggara"),
    "coordination": Text(
        "reports on the coordination forums (PP 12/2022)", "laporan forum koordinasi pimpinan (PP 12/2022)"
    ),
    "accountability": Text(
        "account of acting heads of region (PP 6/2005)", "pertanggungjawaban penjabat kepala daerah (PP 6/2005)"
    ),
}

#: How often a duty falls due.
INTERVALS = {
    "monthly": Text("once a month", "setiap bulan"),
    "quarterly": Text("at least every three months", "sekurang-kurangnya setiap tiga bulan"),
    "yearly": Text("once a year", "setiap tahun"),
    "each_stage": Text("for each stage", "setiap tahapan"),
    "periodic": Text("periodically, no interval set", "berkala, tanpa jangka waktu"),
    "when_needed": Text("whenever needed", "sewaktu-waktu jika diperlukan"),
    "once": Text("once", "satu kali"),
    "unknown": Text("interval unknown", "jangka waktu tidak diketahui"),
}


@attrs.frozen
class Duty(Shown):
    """A duty to report as it stood on a day."""

    key: str
    institution: str
    #: One of `CONCEPTS`.
    concept: str
    recipient: str
    via: str
    copy: tuple[str, ...]
    #: One of `INTERVALS`.
    interval: str
    #: Stage it follows (``inauguration``) and within how many days; empty and 0 for others.
    after: str
    days: int
    text: Text
    basis: tuple[str, ...]
    by: str
    source: str
    verified: str
    note: str


@attrs.frozen
class Obligation(Shown):
    """One report that is due, or that falls due in a way that has no day."""

    duty: Duty
    #: Who owes it: the local name.
    name: str
    #: To whom, through whom, by their names for the region.
    to: str
    via: str
    #: The days it covers, half-open.
    since: str
    until: str
    #: Last day on which it is in time, as far as one follows from the law; None if none does.
    due: str | None
    #: ``"dated"``, ``"on_demand"`` (no day by its nature), ``"depends"`` (a fact is missing), ``"unknown"`` (the norm
    #: could not be read).
    state: str
    #: Why there is no day, or how it was reckoned.
    reason: Text

    def to_json(self) -> dict[str, object]:
        """Return it as plain values."""
        duty = self.duty
        return {
            "duty": duty.key, "institution": duty.institution, "name": self.name, "concept": duty.concept,
            "to": self.to, "via": self.via, "copy": list(duty.copy), "interval": duty.interval, "since": self.since,
            "until": self.until, "due": self.due, "state": self.state, "en": duty.text["en"], "id": duty.text["id"],
            "reason_en": self.reason.en, "reason_id": self.reason.id, "basis": list(duty.basis), "by": duty.by,
            "verified": duty.verified,
        }  # fmt: skip


_WHY = {
    "monthly": Text(
        "once each month; the regulation sets no day, so the month's last day is the latest",
        "satu kali setiap bulan; peraturan tidak menetapkan hari, jadi paling lambat akhir bulan",
    ),
    "yearly": Text(
        "once each year; the regulation sets no day, so the year's last day is the latest",
        "satu kali setiap tahun; peraturan tidak menetapkan hari, jadi paling lambat akhir tahun",
    ),
    "quarterly": Text(
        "at least every three months, reckoned from the day the acting head took office",
        "sekurang-kurangnya tiga bulan sekali, dihitung sejak penjabat dilantik",
    ),
    "vague": Text(
        "at least every three months; the day the acting head took office is not known exactly",
        "sekurang-kurangnya tiga bulan sekali; hari pelantikan penjabat tidak diketahui pasti",
    ),
    "holder": Text(
        "falls on an acting head only; who headed the region in these days is not on record",
        "hanya bagi penjabat; pemegang jabatan pada hari-hari itu tidak tercatat",
    ),
    "each_stage": Text("falls due with each stage", "jatuh tempo bersama setiap tahapan"),
    "periodic": Text("periodic; the law sets no interval", "berkala; undang-undang tidak menetapkan jangka waktunya"),
    "when_needed": Text("whenever needed", "sewaktu-waktu jika diperlukan"),
    "unknown": Text(
        "the interval could not be read in the regulation", "jangka waktunya tidak terbaca dalam peraturannya"
    ),
    "once": Text(
        "counted from an event whose day was not given", "dihitung dari peristiwa yang harinya tidak diberikan"
    ),
}


def duties(
    place: str | Region,
    on: Day,
    known: Day | None = None,
    kind: str | None = None,
    corpus: Corpus | None = None,
) -> tuple[Duty, ...]:
    """Return the duties to monitor and report that lie on bodies of a region on a day.

    `kind` keeps the duties of one kind of election (those of no election in particular are always kept).
    """
    on_day, known_day = covered(on, known)
    home = local(place, on_day, known_day, kind, corpus)
    return tuple(duty for duty, _ in _standing(home, kind, corpus))


def _standing(home: Local, kind: str | None, corpus: Corpus | None) -> Iterator[tuple[Duty, Seat | None]]:
    acts = log(corpus)
    below = () if home.region.kind == "province" else home.below
    here = {item.key for item in (*home.unnamed, *below)}
    for group in acts.table("duties", "duty|interval", "").values():
        for one in (kind,) if kind else ("pilkada", "pemilu"):
            subject: dict[str, str | int] = {"region": home.region.key, "kind": one, "office": office_of(home.region)}
            act = winner(group, home.on, home.known, subject)
            if act is None:
                continue
            key = act.row["institution"]
            seat = home.seat(key)
            if seat is None and key not in here:
                continue
            yield _duty(act, seat), seat
            break


def _duty(act: Fact, seat: Seat | None) -> Duty:
    row = act.row
    return Duty(
        key=row["duty"], institution=seat.key if seat else row["institution"], concept=row["kind"],
        recipient=row["recipient"], via=row["via"], copy=tuple(row["copy"].split(",")) if row["copy"] else (),
        interval=row["interval"], after=row["after"], days=int(row["days"] or 0), text=act.text, basis=act.places,
        by=act.by, source=act.source, verified=act.verified, note=act.note,
    )  # fmt: skip


def obligations(
    place: str | Region,
    since: Day,
    until: Day,
    known: Day | None = None,
    kind: str | None = None,
    events: dict[str, Day] | None = None,
    corpus: Corpus | None = None,
) -> tuple[Obligation, ...]:
    """Return what the bodies of a region must report in ``[since, until)``, dated as far as the law allows.

    Duties are those that stood at the beginning of the period, and those that began within it. `events` gives the days
    of stages a duty counts from (``{"inauguration": "2025-02-20"}``). Nothing is guessed: an obligation without a day
    says why it has none.

    >>> found = obligations("Kabupaten Kolaka", "2022-11-01", "2023-01-01")
    >>> [item.due for item in found if item.duty.key == "forkopimda-kabkota-report" and item.due]
    ['2022-11-30', '2022-12-31', '2022-12-31']
    """
    first, last = covered(since, known)[0], day(until)
    if last <= first:
        raise Invalid(f"the period {first} to {last} is empty", id=f"jangka waktu {first} sampai {last} kosong")
    known_day = day(known) if known is not None else last
    found: list[Obligation] = []
    seen: set[tuple[str, str]] = set()
    for start in _starts(first, last, known_day, corpus):
        home = local(place, start, known_day, kind, corpus)
        for duty, seat in _standing(home, kind, corpus):
            if (duty.key, duty.interval) not in seen:
                seen.add((duty.key, duty.interval))
                found += _dated(duty, seat, home, start, last, known_day, events or {})
    return tuple(sorted(found, key=lambda item: (item.due or LAST, item.duty.key, item.since)))


def _starts(first: str, last: str, known: str, corpus: Corpus | None) -> list[str]:
    """Return the first day and every later day within the period on which a duty began."""
    days = {first}
    for group in log(corpus).table("duties", "duty|interval", "").values():
        for act in group:
            begin = act.span.start
            if begin.exact and first < begin.latest < last and act.known.latest <= known:
                days.add(begin.latest)
    return sorted(days)


def _dated(
    duty: Duty, seat: Seat | None, home: Local, first: str, last: str, known: str, events: dict[str, Day]
) -> Iterator[Obligation]:
    interval = duty.interval
    name = seat.name if seat else _named(home, duty.institution)
    to, via = _named(home, duty.recipient), _named(home, duty.via)

    def made(since: str, until: str, due: str | None, state: str, why: str) -> Obligation:
        return Obligation(duty, name, to, via, since, until, due, state, _WHY[why])

    if interval == "monthly":
        for start, end in _months(first, last):
            if (due := _before(end)) < last:
                yield made(start, end, due, "dated", "monthly")
    elif interval == "yearly":
        for year in range(int(first[:4]), int(last[:4]) + 1):
            if first <= (due := f"{year}-12-31") < last:
                yield made(f"{year}-01-01", f"{year + 1}-01-01", due, "dated", "yearly")
    elif interval == "quarterly":
        yield from _quarters(made, home, first, last, known)
    elif interval == "once":
        given = events.get(duty.after)
        if given is None:
            yield made(first, last, None, "depends", "once")
        else:
            due = date.fromordinal(date.fromisoformat(day(given)).toordinal() + duty.days).isoformat()
            if first <= due < last:
                yield made(day(given), due, due, "dated", "once")
    else:
        state = "unknown" if interval == "unknown" else "on_demand"
        yield made(first, last, None, state, interval)


def _quarters(
    made: Callable[[str, str, str | None, str, str], Obligation], home: Local, first: str, last: str, known: str
) -> Iterator[Obligation]:
    """Yield the accounts of those who acted as head in the period, every three months of their time in office."""
    from electlaw.offices import terms

    covered_days = False
    for term in terms(home.region, known):
        end = term.until.earliest if term.until else LAST
        if end <= first or term.start.earliest >= last:
            continue
        covered_days = True
        if term.capacity != "pj":
            continue
        if not term.start.exact:
            yield made(max(first, term.start.earliest), min(last, end), None, "depends", "vague")
            continue
        begin = term.start.latest
        for number in range(1, 41):
            start, due = months_on(begin, 3 * (number - 1)), months_on(begin, 3 * number)
            if due >= last or due > end:
                break
            if due >= first:
                yield made(start, due, due, "dated", "quarterly")
    if not covered_days:
        yield made(first, last, None, "depends", "holder")


def _named(home: Local, key: str) -> str:
    """Return the name of an institution as seen from a region: its seat there or above, else its short name."""
    if not key:
        return ""
    place: Local | None = home
    while place is not None:
        seat = place.seat(key)
        if seat is not None:
            return seat.name
        place = place.above
    subject: dict[str, str | int] = {"region": home.region.key, "kind": "pilkada", "office": home.region.head_office}
    item = body(home._log, key, home.on, home.known, subject)
    return item.short if item else key


def _months(first: str, last: str) -> Iterator[tuple[str, str]]:
    year, month = int(first[:4]), int(first[5:7])
    while (start := f"{year:04}-{month:02}-01") < last:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        yield start, f"{year:04}-{month:02}-01"


def _before(iso: str) -> str:
    return date.fromordinal(date.fromisoformat(iso).toordinal() - 1).isoformat()


def months_on(iso: str, count: int) -> str:
    """Return the same day `count` months on; the month's last day where it has no such day."""
    year, month, number = int(iso[:4]), int(iso[5:7]) + count, int(iso[8:])
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return min(f"{year:04}-{month:02}-{number:02}", when(f"{year:04}-{month:02}").latest)


# -- Permendagri 61/2011 --------------------------------------------------------------------------------


@attrs.frozen
class MonitoringItem(Shown):
    """One thing to know about Permendagri 61/2011, and whether it is known."""

    key: str
    part: str
    #: ``"known"`` (read in the text), ``"reported"`` (by others), ``"unknown"`` (the articles could not be read).
    state: str
    text: Text
    source: str
    verified: str


def monitoring(corpus: Corpus | None = None) -> tuple[MonitoringItem, ...]:
    """Return what is known of Permendagri 61/2011, of which only the opening could be read, and what is not."""
    from electlaw.corpus import builtin

    return tuple(
        MonitoringItem(
            row["key"], row["part"], row["state"], Text(row["en"], row["id"]), row["source"], row["verified"]
        )
        for row in (corpus or builtin()).all("monitoring")
    )
