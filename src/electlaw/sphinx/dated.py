"""The briefs of a province and of its regencies and cities on every day, as data for the browser.

A brief changes on few days. Each part is asked for on the days on which it can change and kept as spells, ``[first day,
answer]``; the script of the site shows the spell a day lies in. Days are counted from the first one. Texts are numbers
in a list of both languages, links numbers in a list the page holds, and names of regions are slots, since most regions
of a province share the rest: ``{r}`` is the whole name, ``{n}`` the name without its kind.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from electlaw.brief import due_of, elections_of, frames_of
from electlaw.catalog import word
from electlaw.corpus import DATA_AS_OF, DATA_FROM
from electlaw.dates import LAST, when
from electlaw.fold import boundaries
from electlaw.institutions import ROLES, local, stage_key, stage_name
from electlaw.institutions.acts import log
from electlaw.institutions.reporting import months_on
from electlaw.institutions.roles import mandates, matrices
from electlaw.law import at
from electlaw.offices import office_holder, terms, vacancy
from electlaw.regions import all_regions, events
from electlaw.scope import scope
from electlaw.sphinx.briefs import said_of_head
from electlaw.sphinx.markup import when_text
from electlaw.sphinx.stagedays import day_after, ends, stages_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from electlaw.acts import Act
    from electlaw.corpus import Corpus
    from electlaw.dates import When
    from electlaw.institutions import Mandate
    from electlaw.institutions.reporting import Obligation
    from electlaw.regions import Region
    from electlaw.sphinx.stagedays import Running, StageRow

__all__ = ["Dated", "dated"]

#: How many days before its last one a report is first among those due within a month.
_DUE = 30

#: A list of spells: the number of its first day, and what holds from it on.
Spells = list[list[object]]


def _day(number: int) -> str:
    return (date.fromisoformat(DATA_FROM) + timedelta(days=number)).isoformat()


def _number(iso: str) -> int:
    return date.fromisoformat(iso).toordinal() - date.fromisoformat(DATA_FROM).toordinal()


def _spells(days: Iterable[str], ask: Callable[[str], object], since: str = DATA_FROM) -> Spells:
    """Ask on each day on which the answer may change; keep the days on which it does."""
    found: Spells = []
    for day in sorted({since, *(day for day in days if since < day <= DATA_AS_OF)}):
        answer = ask(day)
        if not found or found[-1][1] != answer:
            found.append([_number(day), answer])
    return found


class Dated:
    """The briefs of one province: what the script needs, and the links the page must hold for it."""

    def __init__(self, corpus: Corpus, province: Region) -> None:
        self.corpus = corpus
        self.province = province
        self._linked: dict[tuple[str, str], int] = {}
        self._texts: dict[tuple[str, str], int] = {}
        self._rows: dict[StageRow, int] = {}
        self._windows: list[list[object]] = []
        self._alike: dict[str, int] = {}
        self._slotted: dict[tuple[str, str], int] = {}
        facts = (fact for found in log(corpus).table("duties", "duty|interval", "").values() for fact in found)
        self._duty_keys = sorted({fact.row["duty"] for fact in facts})
        self._variants: dict[str, dict[str, int]] = {}
        self._stages: dict[tuple[str, str], int] = {}
        self.regions = [province, *(one for one in all_regions(within=province, corpus=corpus) if one != province)]
        places = [self._place(place) for place in self.regions]
        kinds = {kind: self._kind(self._typical(kind)) for kind in dict.fromkeys(one.kind for one in self.regions)}
        self.data: dict[str, object] = {
            "from": DATA_FROM,
            "to": DATA_AS_OF,
            "places": places,
            "kinds": kinds,
            "rows": self._windows,
            "names": self._names(),
            **{name: [json.loads(one) for one in found] for name, found in self._variants.items()},
            "texts": [list(dict.fromkeys(pair)) for pair in self._texts],
        }

    @property
    def links(self) -> list[tuple[str, str]]:
        """What is linked to, in the order of the numbers: (role, target)."""
        return list(self._linked)

    # -- numbers for what is said more than once --

    def _text(self, en: str, id: str) -> int:
        return self._texts.setdefault((en, id), len(self._texts))

    def _when(self, value: When) -> int:
        if value.exact and value.latest == LAST:
            return self._text("open", "terbuka")
        if not value.known:
            return self._text("day unknown", "tanggal tidak diketahui")
        return self._text(when_text(value, "en"), when_text(value, "id"))

    def _link(self, role: str, target: str) -> int:
        """Return the number of a link; 0 is none."""
        if not target:
            return 0
        return self._linked.setdefault((role, target), len(self._linked) + 1)

    def _variant(self, name: str, spells: Spells) -> int:
        """Return the number of a list of spells among those of its kind, which regions share."""
        found = self._variants.setdefault(name, {})
        return found.setdefault(json.dumps(spells), len(found))

    # -- a region --

    def _typical(self, kind: str) -> Region:
        """Return the region that stands for all of its kind: the oldest, if possible with one name of its own."""
        found = [one for one in self.regions if one.kind == kind]

        def rank(place: Region) -> tuple[str, bool, int]:
            return _since(place), _bare(place) in self.province.name, len(self._named(place))

        return min(found, key=rank)

    def _named(self, place: Region) -> Spells:
        """Return the names of a region: whole and without its kind."""

        def names(day: str) -> object:
            then = place.at(day)
            return [then.full_name, _bare(then)]

        days = [day for change in place.history() for day in ends(change.when)]
        return _spells(days, names, _since(place))

    def _place(self, place: Region) -> list[object]:
        since = _since(place)
        elections = self._election_spells(place)
        ahead = {_day(int(str(number))): [row[3] for row in rows] for number, rows in elections}  # type: ignore[attr-defined]
        shown: Spells = [[number, [row[:3] for row in rows]] for number, rows in elections]  # type: ignore[attr-defined]
        return [
            place.key,
            self._named(place),
            place.kind,
            _number(since),
            self._laws(place),
            self._variant("elections", shown),
            self._stages_of(place, ahead),
            _spells(self._head_days(place), lambda day: self._head(place, day), since),
            _spells(self._account_days(place), lambda day: self._due(place, day, accounts=True), since),
            self._variant("special", _spells(self._special_days(place), lambda day: self._special(place, day))),
        ]

    def _laws(self, place: Region) -> int:
        """Return the number of the spells of the frame, which regions it applies to alike share."""
        subject: dict[str, str | int] = {"region": place.code}
        rows = list(self.corpus.all("frames"))
        alike = json.dumps([bool(scope(row["applies"]).fits(subject)) for row in rows])
        if alike not in self._alike:
            acts = [act for row in rows for act in self._acts(row["instrument"])]
            self._alike[alike] = self._variant("laws", _spells(boundaries(acts), lambda day: self._frames(place, day)))
        return self._alike[alike]

    def _acts(self, id: str) -> list[Act]:
        """Return the acts on an instrument as a whole, and those on what changed it."""
        found: list[Act] = []
        queue, done = [id], set[str]()
        while queue:
            one = queue.pop()
            if one not in done:
                done.add(one)
                relations = self.corpus.relations(one)
                found += [*self.corpus.whole(one), *relations]
                queue += [act.by for act in relations]
        return found

    def _frames(self, place: Region, day: str) -> object:
        return [
            [
                self._text(frame.about.en, frame.about.id),
                self._link("instrument", frame.instrument.id),
                self._text(word(frame.instrument.state, "en"), word(frame.instrument.state, "id")),
                frame.instrument.state,
                [self._link("instrument", by) for by in frame.instrument.amended_by],
            ]
            for frame in frames_of(place, at(day, corpus=self.corpus))
        ]

    def _special_days(self, place: Region) -> set[str]:
        said = [row[end] for row in self.corpus.all("special-rules") for end in ("from", "until") if row[end]]
        turns = [when(day) for day in said] + [change.when for change in place.history()]
        return {day for value in turns for day in ends(value)}

    def _special(self, place: Region, day: str) -> object:
        return [self._text(rule.en, rule.id) for rule in place.at(max(day, _since(place))).special_rules(day)]

    # -- elections and stages --

    def _election_spells(self, place: Region) -> Spells:
        days = self._known_days(place)
        votes = {act.day for event in events(corpus=self.corpus) for act in event.settings}
        days |= {day_after(vote.latest) for vote in votes if vote.known and vote.latest < LAST}
        return _spells(days, lambda day: self._elections(place, day))

    def _known_days(self, place: Region) -> set[str]:
        """Return the days on which more was known of the elections of a region."""
        days = {day for event in events(corpus=self.corpus) for act in event.settings for day in ends(act.known)}
        rows = self.corpus.rows("contests", place.key)
        said = {row[column] for row in rows for column in ("known", "single_known", "result_known") if row[column]}
        days |= {day for one in said for day in ends(when(one))}
        return days | {day for change in place.history() for day in ends(change.when)}

    def _elections(self, place: Region, day: str) -> object:
        return [
            [self._link("event", one.event), self._when(one.voting_day), self._link("instrument", one.by), one.event]
            for one in elections_of(place.at(max(day, _since(place))), at(day, corpus=self.corpus))
        ]

    def _stages_of(self, place: Region, ahead: dict[str, list[str]]) -> int:
        days = self._known_days(place)
        spells: Spells = []
        for day, running in stages_on(self.corpus, place, days, ahead).items():
            answer = self._running(running)
            if not spells or spells[-1][1] != answer:
                spells.append([_number(day), answer])
        return self._variant("stages", spells)

    def _running(self, found: Running) -> list[list[int]]:
        return [[self._row(row) for row in part] for part in found]

    def _row(self, row: StageRow) -> int:
        if row not in self._rows:
            kind = "pemilu" if row.event.startswith("pemilu") else "pilkada"
            stage = self._stages.setdefault((kind, row.stage), len(self._stages))
            self._rows[row] = len(self._rows)
            name, by = self._text(row.en, row.id), self._link("instrument", row.by)
            self._windows.append([name, self._when(row.start), self._when(row.end), by, stage])
        return self._rows[row]

    # -- who holds the office --

    def _head_days(self, place: Region) -> set[str]:
        days = {day for item in self.corpus.instruments() if item.status != "stub" for day in ends(item.known)}
        days |= {f"{year}-01-01" for year in range(int(DATA_FROM[:4]) + 1, int(DATA_AS_OF[:4]) + 1)}
        days |= {row[end] for row in self.corpus.all("vacancy-rules") for end in ("from", "until") if row[end]}
        for term in terms(place):
            for value in (term.start, term.until):
                days |= set(ends(value)) | {day_after(end, 1) for end in ends(value)} if value else set()
        seen = {row["seen"] for row in self.corpus.rows("terms", place.key) if row["seen"]}
        days |= {day_after(day, more) for day in seen for more in (0, 1)}
        days |= self._known_days(place)
        return days | {day_after(one.voting_day.latest, more) for one in place.contests() for more in (0, 1)}

    def _head(self, place: Region, day: str) -> object:
        then = place.at(day)
        said = said_of_head(office_holder(then, day, day), vacancy(then, day, day))
        return [self._text(one.en, one.id) for one in said]

    # -- bodies, roles and reports: one list for all regions of a kind --

    def _kind(self, place: Region) -> dict[str, object]:
        acts = log(self.corpus)
        moved = [day for change in place.history() for day in ends(change.when)]
        named = boundaries(fact for found in (acts.bodies, acts.names()) for facts in found.values() for fact in facts)
        given = boundaries(fact for facts in acts.mandates().values() for fact in facts)
        since = _since(place)
        due = {*named, *moved, *self._due_days()}
        return {
            "bodies": _spells([*named, *moved], lambda day: self._bodies(place, day), since),
            "roles": self._roles(place, [*named, *given, *moved], since),
            "due": _spells(due, lambda day: self._due(place, day, accounts=False), since),
        }

    def _bodies(self, place: Region, day: str) -> object:
        seats = local(place, on=day, known=day, corpus=self.corpus)
        return [
            [
                self._link("institution", seat.key),
                self._slots(place, seat.name),
                self._slots(place, ", ".join(str(one) for one in seat.chain())),
            ]
            for seat in seats
        ]

    def _roles(self, place: Region, days: list[str], since: str) -> dict[str, int]:
        """Return for each stage of a kind of election who has which role."""
        found: dict[str, int] = {}
        for kind in ("pemilu", "pilkada"):
            stages = sorted({stage_key(stage, self.corpus) for of, stage in self._stages if of == kind})
            answers = _spells(days, self._asked(place, stages, kind), since)
            for number, stage in enumerate(stages):
                spells: Spells = []
                for day, answer in answers:
                    who = answer[number]  # type: ignore[index]
                    if not spells or spells[-1][1] != who:
                        spells.append([day, who])
                found[f"{kind} {stage}"] = self._variant("roles", spells)
        return found

    def _asked(self, place: Region, stages: list[str], kind: str) -> Callable[[str], list[int]]:
        """Return a function that answers for a day; the same mandates as on the last day asked give the same answer."""
        last: list[tuple[object, list[int]]] = []

        def who(day: str) -> list[int]:
            asked = {"on": day, "known": day, "kind": kind, "region": place, "corpus": self.corpus}
            said = [(one.stage, one.role, one.institution, one.name) for one in mandates(**asked)]  # type: ignore[arg-type]
            if not last or last[-1][0] != said:
                found = matrices(stages, **asked)  # type: ignore[arg-type]
                last[:] = [(said, [self._who_at(place, matrix.mandates) for matrix in found])]
            return last[-1][1]

        return who

    def _who_at(self, place: Region, found: Iterable[Mandate]) -> int:
        rows: Spells = []
        for role in ROLES:
            bodies = dict.fromkeys((one.institution, one.name) for one in found if one.role == role)
            who = [[self._link("institution", key), self._slots(place, name)] for key, name in bodies]
            if who:
                rows.append([self._text(ROLES[role].en, ROLES[role].id), who])
        return self._variant("who", rows)

    def _names(self) -> Spells:
        """Return the stage that answers for each stage of a kind of election, and its name, in the order of numbers."""
        found: Spells = []
        for kind, stage in self._stages:
            key = stage_key(stage, self.corpus)
            name = self._text(stage_name(key, "en", self.corpus), stage_name(key, "id", self.corpus))
            found.append([f"{kind} {key}", name])
        return found

    def _duties(self, *intervals: str) -> set[str]:
        """Return the days on which duties of these intervals (or all) begin, end, or are known."""
        table = log(self.corpus).table("duties", "duty|interval", "")
        facts = (fact for found in table.values() for fact in found)
        days = set(boundaries(fact for fact in facts if not intervals or fact.row["interval"] in intervals))
        return days | {day_after(day, -_DUE) for day in days if DATA_FROM < day < LAST}

    def _due_days(self) -> set[str]:
        days = self._duties()
        first = min(day for day in self._duties("monthly", "yearly") if day > DATA_FROM)
        for year in range(int(first[:4]), int(DATA_AS_OF[:4]) + 1):
            for month in range(1, 13):
                days |= _round(day_after(f"{year + month // 12}-{month % 12 + 1:02}-01", -1))
        return days

    def _account_days(self, place: Region) -> set[str]:
        """Return the days round the accounts of acting heads, which are counted from their day in office."""
        days = self._duties("quarterly") | self._named_in_accounts()
        for term in terms(place):
            turns = ends(term.start) + (ends(term.until) if term.until else [])
            days |= {day_after(end, more) for end in turns for more in (-_DUE - 1, -_DUE, -1, 0, 1)}
            if term.capacity == "pj" and term.start.exact:
                days |= {day for months in range(3, 121, 3) for day in _round(months_on(term.start.latest, months))}
        return days

    def _named_in_accounts(self) -> set[str]:
        """Return the days on which a body that gives or takes such an account changes its form or name."""
        acts = log(self.corpus)
        duties = [fact.row for found in acts.table("duties", "duty|interval", "").values() for fact in found]
        columns = ("institution", "recipient", "via")
        keys = {row[column] for row in duties if row["interval"] == "quarterly" for column in columns}
        names = acts.names()
        return set(boundaries(fact for key in keys for fact in (*names.get(key, ()), *acts.bodies.get(key, ()))))

    def _due(self, place: Region, day: str, *, accounts: bool) -> object:
        found = due_of(place, at(day, corpus=self.corpus))
        return [self._report(place, one) for one in found if (one.duty.interval == "quarterly") == accounts]

    def _report(self, place: Region, one: Obligation) -> list[int]:
        """Return the number of a report and its last day, -1 where it has none."""
        row: Spells = [
            [
                self._text(one.duty.text.en, one.duty.text.id),
                self._slots(place, one.name),
                self._slots(place, one.to),
                self._text(one.reason.en, one.reason.id),
                self._text(word(one.duty.verified, "en"), word(one.duty.verified, "id")),
                self._duty_keys.index(one.duty.key),
                self._link("instrument", one.duty.by),
            ]
        ]
        return [self._variant("reports", row), _number(one.due) if one.due else -1]

    def _slots(self, place: Region, name: str) -> int:
        """Return a name with the region's own taken out."""
        key = (place.key, name)
        if key not in self._slotted:
            shown = name
            if place.kind != "province":
                for _, names in self._named(place):
                    assert isinstance(names, list)
                    shown = shown.replace(names[0], "{r}")
                    shown = re.sub(rf"(?<!Provinsi )(?<!Gubernur ){re.escape(names[1])}", "{n}", shown)
            self._slotted[key] = self._text(shown, shown)
        return self._slotted[key]


def _bare(place: Region) -> str:
    """Return the name of a regency or city without its kind: ``Kendari`` of ``Kota Kendari``."""
    for kind in ("Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "):
        if place.name.startswith(kind):
            return place.name.removeprefix(kind)
    return place.name


def _since(place: Region) -> str:
    """Return the first day of a region in the data."""
    return max(DATA_FROM, *(change.when.latest for change in place.history() if change.op == "formed"), DATA_FROM)


def _round(due: str) -> set[str]:
    """Return the days on which a report begins and ends to be one due within a month."""
    return {day_after(due, -_DUE), day_after(due)}


def dated(corpus: Corpus, province: Region) -> Dated:
    """Return the briefs of a province over all days."""
    return Dated(corpus, province)
