"""Judges the legal frame of a coordination meeting: days, bases, forms, holders, forums, responsibilities.

A check is silent unless it is sure; where a fact is missing from the data it says so as information, never as an error.
Bases and holders are judged by what was known on the meeting's own day.
"""

from __future__ import annotations

import re

import attrs

from electlaw.acts import Text
from electlaw.findings import Finding, Ground
from electlaw.meetings import aims, people
from electlaw.meetings.judge import Judge, day_words, finding
from electlaw.meetings.model import REQUIRED, CoordinationMeeting
from electlaw.snapshot import Moment, Snapshot
from electlaw.views import Tabled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from electlaw.instruments import InstrumentState

__all__ = ["CODES", "MeetingReport", "check"]

#: What each code says; the first letter is its severity.
CODES = {
    "E601": Text("a field cannot be read", "isian tidak terbaca"),
    "E602": Text("weekday does not fit the date", "hari tidak cocok dengan tanggalnya"),
    "E603": Text("committee set up after the meeting", "panitia dibentuk setelah rapat"),
    "E604": Text("the last day lies before the first", "hari terakhir mendahului hari pertama"),
    "W605": Text("a field every meeting needs is missing", "isian yang wajib ada tidak diisi"),
    "E606": Text("legal basis not yet made on that day", "dasar hukum belum ada pada hari itu"),
    "W607": Text("legal basis no longer in force on that day", "dasar hukum tidak berlaku lagi pada hari itu"),
    "W608": Text("law cited without its latest amendment", "undang-undang dirujuk tanpa perubahan terakhirnya"),
    "W609": Text("no law on an election the meeting is about", "tidak ada undang-undang atas pemilihan yang dibahas"),
    "W610": Text("listed among legal bases but no legislation", "dicantumkan sebagai dasar hukum, bukan peraturan"),
    "I611": Text(
        "basis of the forum or agencies invited is missing", "dasar forum atau instansi yang diundang tidak ada"
    ),
    "E612": Text("someone else held the office that day", "jabatan itu dipegang orang lain pada hari itu"),
    "W613": Text("the office was held in another capacity", "jabatan itu dipegang dalam kedudukan lain"),
    "I614": Text("who held the office is not on record", "pemegang jabatan tidak tercatat"),
    "E615": Text("not a member of Forkopimda", "bukan anggota Forkopimda"),
    "W616": Text("name no longer official on that day", "nama tidak resmi lagi pada hari itu"),
    "E617": Text("not responsible for an election by law", "menurut hukum bukan penanggung jawab pemilihan"),
    "W618": Text("the body with the final responsibility is left out", "lembaga penanggung jawab akhir tidak disebut"),
    "E619": Text("responsibility given to the wrong level", "tanggung jawab diberikan kepada tingkat yang salah"),
    "W620": Text("no schedule of stages was public yet", "jadwal tahapan belum ada"),
    "W621": Text("government monitoring and supervision mixed", "pemantauan pemerintah dan pengawasan tercampur"),
    "I622": Text("two purposes say the same", "dua tujuan berisi sama"),
    "I623": Text("how many are meant", "jumlah yang dimaksud"),
    "I625": Text(
        "legal basis that rests on statutes since ended", "dasar hukum bertumpu pada undang-undang yang dicabut"
    ),
    "I624": Text("nothing said on funding or outcome", "pendanaan atau hasil tidak disebut"),
}

_FULL_NAMES = {
    "name": ("name", "nama"), "level": ("level", "tingkat"), "election_scope": ("elections", "pemilihan"),
    "organiser": ("organiser", "penyelenggara"), "executing_unit": ("executing unit", "pelaksana"),
    "opened_by": ("opener", "pembuka"), "place": ("place", "tempat"), "date": ("date", "tanggal"),
    "legal_bases": ("legal bases", "dasar hukum"), "participants": ("participants", "peserta"),
    "purposes": ("purposes", "tujuan"),
}  # fmt: skip


@attrs.frozen
class MeetingReport(Tabled):
    """A meeting judged on a day."""

    meeting: CoordinationMeeting = attrs.field(repr=False)
    #: The day it was judged on; None if the meeting has none and no law was given.
    on: str | None
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(item.severity == "error" for item in self.findings)

    def codes(self) -> tuple[str, ...]:
        """Return the codes found, in order, each once."""
        return tuple(dict.fromkeys(item.code for item in self.findings))

    def to_json(self) -> dict[str, object]:
        """Return the report as plain data."""
        return {
            "name": self.meeting.name,
            "on": self.on,
            "findings": [item.to_json() for item in self.findings],
        }

    def __str__(self) -> str:
        from electlaw import views

        return views.text(self)


def check(meeting: CoordinationMeeting, law: Snapshot | None = None) -> MeetingReport:
    """Judge a meeting by the law of its day as then known, or by `law`; never raises for the meeting's content."""
    if law is None and meeting.date:
        from electlaw.corpus import DATA_FROM, builtin

        if meeting.date >= DATA_FROM:
            law = Snapshot(Moment(meeting.date, meeting.date), builtin())
    judge = Judge(meeting, law)
    found = [item for rule in _RULES for item in rule(judge)]
    order = {"error": 0, "warning": 1, "info": 2}
    found.sort(key=lambda item: order[item.severity])
    return MeetingReport(meeting, law.on if law else None, tuple(found))


# -- the fields themselves ------------------------------------------------------------------------------


def _unread(judge: Judge) -> Iterator[Finding]:
    for item in judge.meeting.problems:
        yield finding("E601", item.field, f"{item.field}: {item.en}", f"{item.field}: {item.id}")


def _missing(judge: Judge) -> Iterator[Finding]:
    bad = {item.field.partition("[")[0].partition(".")[0] for item in judge.meeting.problems}
    for name in REQUIRED:
        if not getattr(judge.meeting, name) and name not in bad:
            en, id = _FULL_NAMES[name]
            yield finding("W605", name, f"nothing is said of the {en}", f"{id} tidak disebut", {"missing": name})
    absent = [name for name in ("funding", "outputs") if not getattr(judge.meeting, name)]
    if absent and not judge.meeting.problems:
        yield finding(
            "I624", absent[0],
            "neither funding nor outcome is stated" if len(absent) == 2 else f"no {absent[0]} stated",
            "pendanaan dan hasil tidak disebut" if len(absent) == 2 else f"{absent[0]} tidak disebut",
            {"missing": absent, "rule": "pp-12-2022/pasal-29"}, Ground("pp-12-2022/pasal-29", "text"),
        )  # fmt: skip


def _days(judge: Judge) -> Iterator[Finding]:
    meeting = judge.meeting
    if not meeting.date:
        return
    if meeting.weekday:
        from datetime import date

        from electlaw.catalog import WEEKDAYS

        at = date.fromisoformat(meeting.date).weekday()
        right = WEEKDAYS["id"].split()[at]
        given = meeting.weekday.casefold().replace("jum'at", "jumat").strip(" ,")
        if given not in (right.casefold(), WEEKDAYS["en"].split()[at].casefold()):
            yield finding(
                "E602", "weekday", f"{day_words(meeting.date, 'en')} is a {WEEKDAYS['en'].split()[at]}",
                f"{day_words(meeting.date, 'id')} jatuh pada hari {right}", {"weekday": right, "date": meeting.date},
                Ground(meeting.date, "calendar"),
            )  # fmt: skip
    if meeting.date_end and meeting.date_end < meeting.date:
        yield finding(
            "E604", "date_end", f"ends {day_words(meeting.date_end, 'en')}, before it begins",
            f"berakhir {day_words(meeting.date_end, 'id')}, sebelum dimulai", {"date": meeting.date},
        )  # fmt: skip
    if meeting.committee and meeting.committee.date > meeting.date:
        yield finding(
            "E603", "committee",
            f"the committee was set up on {day_words(meeting.committee.date, 'en')}, after the meeting",
            f"panitia dibentuk {day_words(meeting.committee.date, 'id')}, setelah rapat",
            {"decision": meeting.committee.date, "date": meeting.date},
        )  # fmt: skip


# -- legal bases ----------------------------------------------------------------------------------------


def _spelling(judge: Judge) -> Iterator[Finding]:
    """Wrong type words, numbers, ordinals and titles, as the checker of texts finds them."""
    from electlaw.citations import check_text

    if judge.law is None:
        return
    for number, basis in enumerate(judge.meeting.legal_bases):
        if basis.kind in ("planning_document", "internal_decision"):
            continue
        found = check_text(
            basis.text, on=judge.law.on, corpus=judge.law.corpus, select=("E101", "E102", "E104", "I113")
        )
        for item in found.findings:
            yield attrs.evolve(item, field=f"legal_bases[{number}]")


def _in_force(judge: Judge) -> Iterator[Finding]:
    for number, basis in enumerate(judge.meeting.legal_bases):
        state = judge.state(basis.instrument) if basis.instrument else None
        if state is None or judge.law is None:
            continue
        field, ground = f"legal_bases[{number}]", Ground(state.id, state.verified)
        known = state.instrument.known
        if known.earliest > judge.law.known:
            yield finding(
                "E606", field, f"{state.cite(short=True)} was made public on {known}, after the meeting",
                f"{state.cite(short=True)} baru diumumkan {known}, setelah rapat",
                {"instrument": state.id, "known": str(known)}, ground,
            )  # fmt: skip
        elif state.state == "repealed" and not state.doubts:
            yield _repealed(state, field, ground)


def _repealed(state: InstrumentState, field: str, ground: Ground) -> Finding:
    from electlaw.refs import cite

    by = state.repealed_by or ""
    ender = cite(by, short=True) if by else "?"
    return finding(
        "W607", field, f"{state.cite(short=True)} was ended by {ender}",
        f"{state.cite(short=True)} sudah dicabut dengan {ender}", {"instrument": state.id, "repealed_by": by}, ground,
    )  # fmt: skip


def _outdated_bases(judge: Judge) -> Iterator[Finding]:
    """Say of a basis in force that the statutes it was itself founded on have ended, where these were read."""
    law = judge.law
    if law is None:
        return
    from electlaw.refs import cite

    for number, basis in enumerate(judge.meeting.legal_bases):
        state = judge.state(basis.instrument) if basis.instrument else None
        if state is None or state.state == "repealed":
            continue
        under = [row["on"] for row in law.corpus.rows("rests-on", state.id)]
        ended = [id for id in under if (found := judge.state(id)) is not None and found.state == "repealed"]
        if ended:
            shown = ", ".join(cite(id, short=True) for id in ended)
            yield finding(
                "I625", f"legal_bases[{number}]", f"{state.cite(short=True)} itself rests on {shown}, since ended",
                f"{state.cite(short=True)} bertumpu pada {shown} yang sudah dicabut",
                {"instrument": state.id, "ended": ended}, *(Ground(id, judge.verified(id)) for id in ended),
            )  # fmt: skip


def _latest_form(judge: Judge) -> Iterator[Finding]:
    law = judge.law
    if law is None:
        return
    cited, done = judge.cited(), set()
    for number, basis in enumerate(judge.meeting.legal_bases):
        if basis.kind != "legislation" or not basis.instrument:
            continue
        base = law.corpus.base_of(basis.instrument)
        state = judge.state(base)
        if base in done or state is None or state.state != "in_force" or not state.amended_by:
            continue
        done.add(base)
        latest = state.amended_by[-1]
        if latest in cited or "lampiran" in basis.text.casefold():
            continue
        from electlaw.refs import cite

        yield finding(
            "W608", f"legal_bases[{number}]",
            f"{cite(base, short=True)} was last amended by {cite(latest, short=True)}, which the list lacks",
            f"{cite(base, short=True)} terakhir diubah dengan {cite(latest, short=True)}, yang tidak dicantumkan",
            {"instrument": base, "latest": latest, "chain": list(state.amended_by)},
            Ground(latest, judge.verified( latest)),
        )  # fmt: skip


def judge_verified(judge: Judge, instrument: str) -> str:
    """Return how far the register's row on an instrument was verified."""
    state = judge.state(instrument)
    return state.verified if state else "recall"


def _election_laws(judge: Judge) -> Iterator[Finding]:
    law = judge.law
    if law is None or not judge.meeting.legal_bases:
        return
    bases = {law.corpus.base_of(item) for item in judge.cited()}
    for kind in judge.meeting.election_scope:
        frame = _frame(law, kind)
        if frame and frame not in bases:
            from electlaw.refs import cite

            shown = cite(frame, short=True)
            yield finding(
                "W609", "legal_bases", f"the meeting is about the {kind}; {shown} is not among its bases",
                f"rapat membahas {kind}; {shown} tidak ada di antara dasarnya", {"scope": kind, "missing": frame},
                Ground(frame, judge.verified( frame)),
            )  # fmt: skip


#: The statutes on each kind of election, latest last.
_STATUTES = {
    "pilkada": ("uu-32-2004", "uu-1-2015"),
    "pemilu": ("uu-8-2012", "uu-7-2017"),
}


def _frame(law: Snapshot, kind: str) -> str:
    """Return the statute on a kind of election that was law on the day; empty if none of the register was."""
    from electlaw.instruments import instrument_state

    for id in reversed(_STATUTES[kind]):
        state = instrument_state(law.corpus, law.corpus.base_of(id), law.moment)
        if state.state == "in_force":
            return state.id
    return ""


def _no_legislation(judge: Judge) -> Iterator[Finding]:
    words = {
        "planning_document": ("a planning document", "dokumen perencanaan"),
        "internal_decision": ("an internal decision", "keputusan internal"),
    }
    for number, basis in enumerate(judge.meeting.legal_bases):
        if basis.kind in words:
            en, id = words[basis.kind]
            yield finding(
                "W610", f"legal_bases[{number}]", f"{en} is no legislation: list it apart from the legal bases",
                f"{id} bukan peraturan perundang-undangan: cantumkan terpisah dari dasar hukum", {"kind": basis.kind},
                Ground("uu-12-2011/pasal-7", "text"), Ground("uu-12-2011/pasal-8", "text"),
            )  # fmt: skip


_FORUM = re.compile(r"forkopim|forum koordinasi pimpinan", re.I)
_VERTICAL = re.compile(r"(?:instansi|lembaga) vertikal", re.I)


def _forum_basis(judge: Judge) -> Iterator[Finding]:
    law = judge.law
    if law is None or not judge.meeting.legal_bases:
        return
    texts = " ".join(item.text for item in judge.meeting.participants)
    wanted = [
        id for id, pattern in (("uu-23-2014", _VERTICAL), ("uu-23-2014", _FORUM), ("pp-12-2022", _FORUM))
        if pattern.search(texts)
    ]  # fmt: skip
    absent = []
    for id in dict.fromkeys(wanted):
        state = judge.state(id)
        if state is not None and state.state == "in_force" and id not in judge.cited():
            absent.append(id)
    if absent:
        from electlaw.refs import cite

        shown = ", ".join(cite(id, short=True) for id in absent)
        yield finding(
            "I611", "legal_bases", f"Forkopimda and vertical agencies are invited; they rest on {shown}",
            f"Forkopimda dan instansi vertikal diundang; dasarnya {shown}", {"missing": absent},
            *(Ground(id, judge.verified( id)) for id in absent),
        )  # fmt: skip


_RULES: tuple[Callable[[Judge], Iterator[Finding]], ...] = (
    _unread, _missing, _days, _spelling, _in_force, _outdated_bases, _latest_form, _election_laws, _no_legislation,
    _forum_basis, *people.RULES, *aims.RULES,
)  # fmt: skip
