"""Drafts the legal frame of a coordination meeting: its bases in official form and order, whom to invite, an agenda.

A draft is no decision. What the data do not know (the venue, the committee, an unread article) is left to be filled in
and is said.
"""

from __future__ import annotations

import attrs

from electlaw.acts import Text
from electlaw.brief import Brief, brief, save
from electlaw.catalog import day_text, when_text
from electlaw.errors import Invalid
from electlaw.institutions import Local, duties, forum, mandates
from electlaw.institutions.acts import log
from electlaw.institutions.reporting import CONCEPTS, INTERVALS
from electlaw.institutions.roles import of_stage
from electlaw.meetings.model import SCOPES, Basis, CoordinationMeeting, Person
from electlaw.refs import cite
from electlaw.snapshot import Moment, Snapshot
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.corpus import Corpus
    from electlaw.dates import Day
    from electlaw.institutions.reporting import Duty
    from electlaw.institutions.roles import Mandate
    from electlaw.instruments import InstrumentState
    from electlaw.regions import Region
    from electlaw.schedule import Stage

__all__ = ["AgendaItem", "Draft", "Group", "draft"]


@attrs.frozen
class Group(Shown):
    """Participants invited in one capacity."""

    title: Text
    names: tuple[str, ...]


@attrs.frozen
class AgendaItem(Shown):
    """One item of the agenda and its points."""

    title: Text
    points: tuple[Text, ...]


@attrs.frozen(repr=False)
class Draft(Shown):
    """The frame of a meeting, ready to be completed; made by `draft`."""

    region: Region
    on: str
    known: str
    scope: tuple[str, ...]
    title: Text
    #: Legal bases in official form, by rank and age.
    bases: tuple[str, ...]
    #: Ids of the instruments, in the same order.
    instruments: tuple[str, ...]
    participants: tuple[Group, ...]
    agenda: tuple[AgendaItem, ...]
    #: What is open, unknown or to be minded.
    notes: tuple[Text, ...]

    def meeting(self) -> CoordinationMeeting:
        """Return the draft as a meeting, so that it can be completed and checked."""
        legal = tuple(Basis(text, "legislation", id) for text, id in zip(self.bases, self.instruments, strict=True))
        return CoordinationMeeting(
            name=self.title["id"], level="province" if self.region.kind == "province" else "regency-city",
            election_scope=self.scope, region=self.region.full_name, organiser=f"Pemerintah {self.region.full_name}",
            date=self.on, legal_bases=legal,
            participants=tuple(Person(text=name) for group in self.participants for name in group.names),
            purposes=tuple(item.title["id"] for item in self.agenda),
        )  # fmt: skip

    def to_text(self, lang: str = "id") -> str:
        """Return the draft as plain text."""
        from electlaw import views

        return views.text(self, lang)

    def to_markdown(self, lang: str = "id") -> str:
        """Return the draft as Markdown."""
        from electlaw import views

        return views.markdown(self, lang)

    def to_html(self, lang: str = "id") -> str:
        """Return the draft as a printable HTML fragment."""
        from electlaw import views

        return views.html(self, lang)

    def to_docx(self, path: str, lang: str = "id") -> None:
        """Write the draft as a DOCX file; needs the extra ``docx`` (python-docx).

        Raises `Invalid` if python-docx is not installed or the file cannot be written.
        """
        from electlaw import views

        save(views.draw(self, "docx", lang), path)

    def to_json(self) -> dict[str, object]:
        """Return the draft as plain data."""

        def both(text: Text) -> dict[str, str]:
            return {"id": text["id"], "en": text["en"]}

        return {
            "region": self.region.key, "on": self.on, "known": self.known, "scope": list(self.scope),
            "title": both(self.title), "legal_bases": list(self.bases), "instruments": list(self.instruments),
            "participants": [{"as": both(group.title), "names": list(group.names)} for group in self.participants],
            "agenda": [{"title": both(i.title), "points": [both(point) for point in i.points]} for i in self.agenda],
            "notes": [both(note) for note in self.notes],
        }  # fmt: skip

    def __repr__(self) -> str:
        return f"<Draft of a meeting in {self.region.full_name} on {self.on}>"

    def __str__(self) -> str:
        return self.to_text()


def draft(
    place: str | Region,
    on: Day,
    scope: str | Iterable[str] = SCOPES,
    known: Day | None = None,
    corpus: Corpus | None = None,
) -> Draft:
    """Draft a coordination meeting in a region on a day, for the elections in `scope`.

    Bases, names, holders and stages are those known on `known` (the meeting's own day by default).

    Raises `NotFound` or `Ambiguous` for the region, `Invalid` for the scope, `OutOfCoverage` for the day.

    >>> draft("Sultra", on="2022-11-21", scope=["pilkada"]).instruments[0]
    'uu-23-2014'
    """
    from electlaw.corpus import builtin
    from electlaw.institutions.bodies import covered

    kinds = (scope,) if isinstance(scope, str) else tuple(scope)
    for kind in kinds:
        if kind not in SCOPES:
            raise Invalid(f"{kind!r} is no kind of election", id=f"{kind!r} bukan jenis pemilihan", choices=SCOPES)
    on_day, known_day = covered(on, known)
    view = brief(place, Snapshot(Moment(on_day, known_day), corpus or builtin()))
    bases = sorted(_frames(view, kinds), key=_rank)
    return Draft(
        region=view.region, on=on_day, known=known_day, scope=kinds, title=_title(view.region, kinds),
        bases=tuple(official(state, view.law) for state in bases), instruments=tuple(state.id for state in bases),
        participants=tuple(_participants(view)), agenda=tuple(_agenda(view, kinds)), notes=tuple(_notes(view, kinds)),
    )  # fmt: skip


def _title(place: Region, kinds: tuple[str, ...]) -> Text:
    words = " dan ".join(kind.capitalize() for kind in sorted(kinds))
    return Text(
        f"Coordination meeting on {words.replace(' dan ', ' and ')} in {place.full_name}",
        f"Rapat Koordinasi {words} {place.full_name}",
    )


# -- legal bases ----------------------------------------------------------------------------------------


def _frames(view: Brief, kinds: tuple[str, ...]) -> Iterator[InstrumentState]:
    """Return the instruments of the frame that are law: of the elections in scope, of government, of the stages."""
    seen = set()
    for frame in view.frames:
        if frame.topic in (*kinds, "government") and frame.instrument.state in ("in_force", "unknown"):
            seen.add(frame.instrument.id)
            yield frame.instrument
    from electlaw.instruments import instrument_state

    for stage in (*view.running, *view.ahead):
        by = stage.by
        if by and by not in seen and _kind_of_event(stage) in kinds and view.law.corpus.instrument(by):
            seen.add(by)
            state = instrument_state(view.law.corpus, by, view.law.moment)
            if state.state in ("in_force", "unknown") and state.instrument.kind == "pkpu":
                yield state


def _kind_of_event(stage: Stage) -> str:
    return "pemilu" if stage.event.startswith("pemilu") else "pilkada"


def _rank(state: InstrumentState) -> tuple[str, str, int]:
    from electlaw.tables import tables

    rows = tables()["kinds"].rows(state.instrument.kind)
    number = "".join(char for char in state.instrument.number if char.isdigit())
    return (rows[0]["rank"] if rows else "z", state.instrument.year, int(number or 0))


def official(state: InstrumentState, law: Snapshot) -> str:
    """Cite an instrument as an official document does, with its latest amendment as then known.

    ``Undang-Undang Nomor 1 Tahun 2015 tentang … sebagaimana telah diubah beberapa kali, terakhir dengan …``.
    """
    text = f"{state.cite()}{_about(state.title)}"
    chain = state.amended_by
    counted = [by for by in chain if not _ratified(by, law)]
    if not counted:
        return text
    latest = law.corpus.instrument(counted[-1])
    ending = f"{cite(counted[-1])}{_about(latest.title if latest else '')}"
    if len(counted) == 1:
        return f"{text} sebagaimana telah diubah dengan {ending}"
    return f"{text} sebagaimana telah diubah beberapa kali, terakhir dengan {ending}"


def _about(title: str) -> str:
    return f" tentang {title}" if title else ""


def _ratified(id: str, law: Snapshot) -> bool:
    """Whether a Perppu has since become a statute, which then stands in the chain in its place."""
    return any(act.op == "ratifies" and act.known.latest <= law.known for act in law.corpus.relations(id))


# -- participants ---------------------------------------------------------------------------------------


def _participants(view: Brief) -> Iterator[Group]:
    bodies = view.bodies
    yield Group(Text("Forkopimda (chair and members)", "Forkopimda (ketua dan anggota)"), tuple(_forum(view)))
    yield Group(Text("Election organisers, invited", "Penyelenggara, diundang"), tuple(_each(bodies, "organiser")))
    yield Group(Text("Election supervisors, invited", "Pengawas, diundang"), tuple(_each(bodies, "supervisor")))
    if bodies.children:
        heads = tuple(_heads(bodies, view))
        yield Group(Text("Heads of regencies and cities", "Kepala daerah kabupaten/kota"), heads)
    agencies = [seat.name for place in (bodies, *bodies.children) for seat in place if "kesbangpol" in seat.key]
    yield Group(Text("Agencies for national unity and politics", "Badan Kesatuan Bangsa dan Politik"), tuple(agencies))
    yield Group(
        Text("Others by topic", "Lainnya sesuai pokok bahasan"),
        ("Kepala perangkat daerah terkait", "Pimpinan instansi vertikal terkait"),
    )


def _forum(view: Brief) -> Iterator[str]:
    place = view.region
    for member in forum(place, view.on, view.known):
        if member.role == "chair":
            yield _holder(view) or f"{member.title['id']} {place.short_name}"
        else:
            yield member.title["id"]


def _holder(view: Brief) -> str:
    term = view.head.term
    if term is None:
        return ""
    seat = next((seat.name for seat in view.bodies if seat.key in ("gubernur", "bupati-walikota")), "")
    return f"{_CAPACITY.get(term.capacity, '')}{seat} ({term.person})" if seat else ""


_CAPACITY = {"pj": "Penjabat ", "plt": "Pelaksana Tugas ", "plh": "Pelaksana Harian ", "pjs": "Penjabat Sementara "}


def _each(bodies: Local, kind: str) -> Iterator[str]:
    names = [seat.name for place in (bodies, *bodies.children) for seat in place.of_kind(kind)]
    yield from dict.fromkeys(names)


def _heads(bodies: Local, view: Brief) -> Iterator[str]:
    from electlaw.offices import office_holder

    for place in bodies.children:
        seat = place.seat("bupati-walikota")
        if seat is None:
            continue
        found = office_holder(place.region, view.on, view.known, corpus=view.law.corpus)
        acting = _CAPACITY.get(found.term.capacity, "") if found.term else ""
        yield f"{acting}{seat.name}"


# -- agenda ---------------------------------------------------------------------------------------------


def _agenda(view: Brief, kinds: tuple[str, ...]) -> Iterator[AgendaItem]:
    head = _holder(view) or "-"
    mine = {
        kind: mandates(view.on, view.known, kind=kind, region=view.region, corpus=view.law.corpus) for kind in kinds
    }
    yield AgendaItem(
        Text("Opening", "Pembukaan"),
        (Text("Report of the committee", "Laporan panitia"), Text(f"Address by {head}", f"Sambutan {head}")),
    )
    for election in view.elections:
        kind = "pemilu" if election.kind == "pemilu" else "pilkada"
        if kind in kinds:
            yield AgendaItem(
                Text(f"Stages of the {election.name.en}", f"Tahapan {election.name.id}"),
                tuple(_stages(view, election.event, mine[kind])),
            )
    yield AgendaItem(Text("Responsibility and support", "Tanggung jawab dan dukungan"), tuple(_support(mine)))
    yield AgendaItem(
        Text("Monitoring, supervision and reports", "Pemantauan, pengawasan, dan pelaporan"),
        tuple(_reports(view, kinds)),
    )
    yield AgendaItem(
        Text("Conclusions and follow-up", "Kesimpulan dan tindak lanjut"),
        (
            Text("Agreements, who acts and by when", "Kesepakatan, pelaksana, dan tenggatnya"),
            Text("Funding of the meeting and of support", "Pendanaan rapat dan dukungan"),
        ),
    )


def _stages(view: Brief, event: str, found: tuple[Mandate, ...]) -> Iterator[Text]:
    election = next(item for item in view.elections if item.event == event)
    yield Text(
        f"Voting day: {when_text(election.voting_day, 'en')}",
        f"Pemungutan suara: {when_text(election.voting_day, 'id')}",
    )
    if not election.scheduled:
        yield Text("No schedule of stages was public yet", "Jadwal tahapan belum ditetapkan")
    for stages, en, id in ((view.running, "running", "berjalan"), (view.ahead, "next", "berikutnya")):
        for stage in stages:
            if stage.event == event:
                who = _who(view, stage.stage, found)
                yield Text(
                    f"{stage.name('en')} ({en}): {_window(stage, 'en')}{who}",
                    f"{stage.name('id')} ({id}): {_window(stage, 'id')}{who}",
                )


def _window(stage: Stage, lang: str) -> str:
    shown = [when_text(day, lang) for day in (stage.start, stage.end) if day.known]
    return " – ".join(dict.fromkeys(shown)) or "-"


def _who(view: Brief, stage: str, found: tuple[Mandate, ...]) -> str:
    """Return who is responsible for a stage, by name; for none in particular those responsible for all."""
    own = of_stage(log(view.law.corpus), list(found), stage)
    names = [item.name for item in own if item.role == "responsible"]
    names = names or [item.name for item in found if item.stage == "overall" and item.role == "responsible"]
    return f"; {', '.join(dict.fromkeys(names))}" if names else ""


def _support(mine: dict[str, tuple[Mandate, ...]]) -> Iterator[Text]:
    for kind, found in mine.items():
        for role, en, id in (
            ("responsible", "responsible", "penanggung jawab"), ("supervises", "supervises", "pengawas"),
        ):  # fmt: skip
            names = dict.fromkeys(i.name for i in found if i.stage == "overall" and i.role == role)
            if names:
                shown = ", ".join(names)
                yield Text(f"{kind.capitalize()}, {en}: {shown}", f"{kind.capitalize()}, {id}: {shown}")
        for item in found:
            if item.stage in _SUPPORT and item.role != "supervises":
                about = f"{kind.capitalize()}: {item.name}. "
                yield Text(about + item.text["en"], about + item.text["id"])


_SUPPORT = frozenset({"funding", "local_government_support", "voter_participation"})


def _reports(view: Brief, kinds: tuple[str, ...]) -> Iterator[Text]:
    """Say who must report to whom and how often; duties of an acting head only where one heads the region."""
    merged: dict[str, tuple[Duty, list[str]]] = {}
    for kind in kinds:
        for duty in duties(view.region, view.on, view.known, kind, view.law.corpus):
            if duty.key.startswith("pj-") and view.head.term is not None and view.head.term.capacity != "pj":
                continue
            intervals = merged.setdefault(duty.key, (duty, []))[1]
            if duty.interval not in intervals:
                intervals.append(duty.interval)
    for duty, intervals in merged.values():
        seat = view.bodies.seat(duty.institution)
        who = seat.name if seat else _short(view, duty.institution)
        often = {lang: ", ".join(INTERVALS[one][lang] for one in intervals) for lang in ("en", "id")}
        yield Text(
            f"{who} → {_short(view, duty.recipient)} ({often['en']}): {duty.text.en} [{CONCEPTS[duty.concept].en}]",
            f"{who} → {_short(view, duty.recipient)} ({often['id']}): {duty.text.id} [{CONCEPTS[duty.concept].id}]",
        )


def _short(view: Brief, key: str) -> str:
    """Return a body's name as seen from the region: its seat there or above, else its short name."""
    place: Local | None = view.bodies
    while place is not None:
        seat = place.seat(key)
        if seat is not None:
            return seat.name
        named = next((item for item in (*place.unnamed, *place.below) if item.key == key), None)
        if named is not None:
            return named.short
        place = place.above
    item = view.bodies.national(key)
    return item.short if item else key


# -- notes ----------------------------------------------------------------------------------------------


def _notes(view: Brief, kinds: tuple[str, ...]) -> Iterator[Text]:
    yield Text(
        "KPU and Bawaslu are invited; they are no members of Forkopimda.",
        "KPU dan Bawaslu diundang; keduanya bukan anggota Forkopimda.",
    )
    yield Text(
        "Work programme and committee decision are listed apart: they are no legislation (UU 12/2011 Pasal 7 and 8).",
        "Program kerja dan keputusan panitia dicantumkan terpisah: bukan peraturan perundang-undangan "
        "(UU 12/2011 Pasal 7 dan 8).",
    )
    if view.head.term is None:
        yield Text(
            f"Who heads {view.region.full_name} on that day is not on record.",
            f"Kepala daerah {view.region.full_name} pada hari itu tidak tercatat.",
        )
    for kind in kinds:
        if not any((item.kind == "pemilu") == (kind == "pemilu") for item in view.elections):
            yield Text(
                f"No {kind} ahead is on record for this day.",
                f"Tidak ada {kind} mendatang yang tercatat pada hari itu.",
            )
    if any(id == "permendagri-61-2011" for id in (frame.instrument.id for frame in view.frames)):
        yield Text(
            "The articles of Permendagri 61/2011 could not be read: intervals and lines of its reports are unknown.",
            "Pasal Permendagri 61/2011 tidak dapat dibaca: jangka waktu dan jalur laporannya tidak diketahui.",
        )
    yield Text(
        f"As known on {day_text(view.known, 'en')}.", f"Sebagaimana diketahui pada {day_text(view.known, 'id')}."
    )
