"""The smaller values as cards: a heading, and rows of what is known of them, as text, HTML and Markdown.

What a card shows is a list of attributes; what is empty is left out. Words of the data are shown in the language asked
for, references as people cite them, days as people write them.
"""

from __future__ import annotations

import re
from html import escape

from electlaw.acts import Relation, Text
from electlaw.catalog import day_text, when_text, word
from electlaw.dates import LAST, Span, When
from electlaw.errors import ElectlawError
from electlaw.findings import Finding, Said
from electlaw.refs import Ref, cite
from electlaw.regions import Region
from electlaw.regions.contests import Setting
from electlaw.render.grid import cell, plain
from electlaw.render.schedule import rule_text, window
from electlaw.render.words import amount
from electlaw.schedule.fold import Stage
from electlaw.schedule.rules import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

__all__ = ["CARDS", "LABELS", "html", "markdown", "text"]

_MEETING = (
    "name theme level election_scope region organiser executing_unit committee committee_speaker opened_by venue "
    "date date_end weekday mode legal_bases participants speakers purposes topics responsible outputs follow_up "
    "funding source"
)

#: What each class is called, and the attributes its card shows; the first is the heading.
CARDS = {
    "acts.Act": (Text("Act", "Perbuatan hukum"), "target op by text detail moved known span scope verified"),
    "acts.Instrument": (Text("Instrument", "Peraturan"), "citation title enacted known gazette supplement verified"),
    "acts.Setting": (Text("Value set", "Nilai"), "target op value by provisions known span scope verified"),
    "acts.Text": (Text("Text", "Teks"), "said"),
    "brief.Election": (Text("Election", "Pemilihan"), "name kind office voting_day state by scheduled verified"),
    "brief.Frame": (Text("Legal frame", "Kerangka hukum"), "about instrument"),
    "citations.citation.Citation": (
        Text("Citation", "Rujukan"), "text instrument provisions places kind repairs start end",
    ),
    "citations.mentioned.Named": (Text("Name in a text", "Nama dalam teks"), "text kind meanings start end"),
    "dates.When": (Text("Day", "Hari"), "said"),
    "diff.Change": (Text("Change", "Perubahan"), "target kind by"),
    "facts.Count": (Text("Facts", "Fakta"), "table read report recall with_open_fields"),
    "findings.Finding": (
        Text("Finding", "Temuan"), "code message outcome rule field needs corrected readings practice basis parts",
    ),
    "findings.Ground": (Text("Basis", "Dasar"), "ref verified"),
    "graph.Graph": (Text("Graph of law", "Bagan hukum"), "root nodes edges"),
    "hierarchy.Reason": (Text("Reason", "Alasan"), "text basis"),
    "history.Version": (Text("Version", "Versi"), "summary state by start until holdings restated_by"),
    "institutions.bodies.Institution": (
        Text("Institution", "Lembaga"), "name short kind levels members text basis by verified",
    ),
    "institutions.bodies.Seat": (Text("Institution", "Lembaga"), "name institution region kinds"),
    "institutions.forums.ForumMember": (Text("Member", "Anggota"), "title forum role basis by verified"),
    "institutions.reporting.Duty": (
        Text("Duty to report", "Kewajiban melapor"), "text institution recipient via copy interval basis by verified",
    ),
    "institutions.reporting.MonitoringItem": (Text("Monitoring", "Pemantauan"), "text state verified"),
    "institutions.reporting.Obligation": (
        Text("Report due", "Laporan yang jatuh tempo"), "name duty to via since until due reason",
    ),
    "institutions.roles.Mandate": (
        Text("Mandate", "Mandat"), "name role stage text basis by needs instead_of verified",
    ),
    "integrity.Problem": (Text("Problem in the data", "Masalah data"), "file row reason"),
    "law.Log": (Text("Log of law", "Catatan hukum"), "data_as_of"),
    "meetings.drafting.AgendaItem": (Text("Agenda", "Acara"), "title points"),
    "meetings.drafting.Group": (Text("Participants", "Peserta"), "title names"),
    "meetings.model.Basis": (Text("Legal basis", "Dasar hukum"), "text kind instrument"),
    "meetings.model.CoordinationMeeting": (Text("Coordination meeting", "Rapat koordinasi"), _MEETING),
    "meetings.model.Decision": (Text("Decision", "Keputusan"), "title number date"),
    "meetings.model.Person": (Text("Person", "Orang"), "text name office region capacity"),
    "meetings.model.Problem": (Text("Problem in the meeting", "Masalah dalam rapat"), "field said"),
    "offices.Due": (Text("End of a term", "Akhir masa jabatan"), "day said basis"),
    "offices.Incumbent": (Text("Head of region", "Kepala daerah"), "said region office on known state verified doubts"),
    "offices.Rule": (Text("Rule on a vacancy", "Aturan pengisian jabatan"), "said basis verified"),
    "offices.Term": (
        Text("Term", "Masa jabatan"), "person region office capacity event start until reason by verified",
    ),
    "offices.Vacancy": (
        Text("Vacancy", "Kekosongan jabatan"), "said region office vacant on known predecessor holder rules",
    ),
    "refs.Ref": (Text("Reference", "Rujukan"), "citation id"),
    "regions.contests.Contest": (
        Text("Election", "Pemilihan"), "event kind region office voting_day state by single_pair verified",
    ),
    "regions.contests.Electorate": (Text("Voters", "Pemilih"), "region event voters known verified"),
    "regions.contests.Event": (Text("Election", "Pemilihan"), "said id kind of pairs settings verified"),
    "regions.contests.Setting": (Text("Voting day", "Hari pemungutan suara"), "day state by known"),
    "regions.place.RegionChange": (
        Text("Change of a region", "Perubahan daerah"), "region op was origin by when known verified",
    ),
    "special.SpecialRule": (
        Text("Special rule", "Aturan khusus"), "said region basis start end verified",
    ),
    "rules.basecase.Case": (Text("Case", "Perkara"), "kind stated"),
    "rules.cases.Field": (Text("Field of a case", "Kolom perkara"), "name kind unit text"),
    "rules.engine.Rule": (Text("Rule", "Aturan"), "title code number family about basis keys part_of practice"),
    "scan.Summary": (Text("Scan", "Pemindaian"), "out documents citations findings skipped parts_done kept"),
    "schedule.plan.Order": (Text("Order to vote", "Perintah pemungutan suara"), "day within unit"),
    "schedule.plan.Planned": (Text("Stage planned", "Tahapan terencana"), "stage start end rule problem"),
    "schedule.rules.Rule": (Text("Time limit", "Batas waktu"), "said stage by place verified"),
    "schedule.table.Change": (Text("Change", "Perubahan"), "stage scope before after"),
    "schedule.table.Revision": (Text("Revision", "Perubahan jadwal"), "by op known stages regions voting_day verified"),
    "schedule.taxonomy.StageKey": (Text("Stage", "Tahapan"), "name key parent place only_if"),
    "snapshot.Basis": (Text("Basis", "Dasar"), "instrument place op known verified"),
    "snapshot.Snapshot": (Text("Law", "Hukum"), "on known subject projected"),
    "snapshot.Moment": (Text("Moment", "Saat"), "on known subject"),
}  # fmt: skip

#: What each attribute is called.
LABELS = {
    "about": Text("about", "tentang"), "after": Text("after", "menjadi"), "basis": Text("basis", "dasar"),
    "before": Text("before", "semula"), "by": Text("by", "dengan"), "capacity": Text("capacity", "kedudukan"),
    "citation": Text("citation", "rujukan"), "citations": Text("citations", "rujukan"), "code": Text("code", "kode"),
    "committee": Text("committee", "panitia"), "committee_speaker": Text("speaks for it", "ketua panitia"),
    "copy": Text("copy to", "tembusan"), "corrected": Text("write", "tulis"),
    "data_as_of": Text("data to", "data sampai"), "date": Text("date", "tanggal"),
    "date_end": Text("last day", "hari terakhir"), "day": Text("day", "hari"), "detail": Text("what", "isi"),
    "documents": Text("texts", "teks"), "doubts": Text("in doubt", "diragukan"), "due": Text("due", "jatuh tempo"),
    "duty": Text("duty", "kewajiban"), "edges": Text("relations", "hubungan"),
    "election_scope": Text("elections", "pemilihan"), "enacted": Text("enacted", "ditetapkan"),
    "end": Text("end", "akhir"), "event": Text("election", "pemilihan"),
    "executing_unit": Text("executing unit", "pelaksana"), "family": Text("family", "kelompok"),
    "field": Text("field", "kolom"), "file": Text("file", "berkas"), "findings": Text("findings", "temuan"),
    "follow_up": Text("follow-up", "tindak lanjut"), "forum": Text("forum", "forum"),
    "funding": Text("funding", "pendanaan"), "gazette": Text("gazette", "lembaran negara"),
    "holder": Text("holder", "pemegang jabatan"), "holdings": Text("rulings", "putusan"), "id": Text("id", "id"),
    "instead_of": Text("instead of", "menggantikan"), "institution": Text("institution", "lembaga"),
    "instrument": Text("instrument", "peraturan"), "interval": Text("how often", "jangka waktu"),
    "kept": Text("parts there already", "bagian yang sudah ada"), "key": Text("key", "kunci"),
    "keys": Text("parameters", "parameter"), "kind": Text("kind", "jenis"), "kinds": Text("elections", "pemilihan"),
    "known": Text("known", "diketahui"), "legal_bases": Text("legal bases", "dasar hukum"),
    "level": Text("level", "tingkat"), "levels": Text("levels", "tingkat"), "members": Text("members", "anggota"),
    "meanings": Text("may mean", "dapat berarti"),
    "message": Text("message", "pesan"), "mode": Text("mode", "cara"), "moved": Text("moved", "pindah"),
    "name": Text("name", "nama"), "names": Text("names", "nama"), "needs": Text("depends on", "bergantung pada"),
    "nodes": Text("instruments", "peraturan"), "note": Text("note", "catatan"), "number": Text("number", "nomor"),
    "of": Text("follows", "lanjutan dari"), "office": Text("office", "jabatan"), "on": Text("on", "pada"),
    "only_if": Text("only if", "hanya jika"), "op": Text("what", "perbuatan"),
    "opened_by": Text("opened by", "dibuka oleh"), "organiser": Text("organiser", "penyelenggara"),
    "origin": Text("out of", "berasal dari"), "out": Text("result in", "hasil di"), "outcome": Text("outcome", "hasil"),
    "outputs": Text("outputs", "keluaran"), "pairs": Text("pairs determined", "penetapan pasangan calon"),
    "parent": Text("part of", "bagian dari"), "part": Text("part", "bagian"), "part_of": Text("part of", "bagian dari"),
    "participants": Text("participants", "peserta"), "parts": Text("parts", "bagian"),
    "parts_done": Text("parts", "bagian"), "person": Text("person", "orang"), "place": Text("provision", "ketentuan"),
    "places": Text("places", "ketentuan"), "points": Text("points", "pokok"), "practice": Text("practice", "praktik"),
    "predecessor": Text("before", "pendahulu"), "problem": Text("problem", "masalah"),
    "projected": Text("projected", "proyeksi"), "provisions": Text("provisions", "ketentuan"),
    "purposes": Text("purposes", "tujuan"), "readings": Text("readings", "tafsir"), "reason": Text("reason", "alasan"),

    "read": Text("read in the legal text", "dibaca dalam naskah resmi"),
    "recall": Text("not yet confirmed", "belum dikonfirmasi"), "recipient": Text("to", "kepada"),
    "ref": Text("reference", "rujukan"), "region": Text("region", "daerah"), "regions": Text("regions", "daerah"),
    "repairs": Text("mended", "diperbaiki"), "report": Text("secondary source", "sumber sekunder"),
    "responsible": Text("responsible", "penanggung jawab"), "restated_by": Text("restated by", "dimuat kembali dalam"),
    "role": Text("role", "peran"), "root": Text("of", "tentang"), "row": Text("row", "baris"),
    "rule": Text("rule", "aturan"), "rules": Text("rules", "aturan"),
    "scheduled": Text("scheduled", "sudah dijadwalkan"), "scope": Text("applies to", "berlaku bagi"),
    "settings": Text("voting days", "hari pemungutan suara"), "short": Text("short name", "nama singkat"),
    "since": Text("since", "sejak"), "single_pair": Text("single pair", "pasangan calon tunggal"),
    "skipped": Text("not read", "tidak terbaca"), "source": Text("source", "sumber"),
    "span": Text("in force", "masa berlaku"), "speakers": Text("speakers", "pembicara"),
    "stage": Text("stage", "tahapan"), "stages": Text("stages", "tahapan"), "start": Text("start", "awal"),
    "state": Text("state", "status"), "subject": Text("subject", "subjek"),
    "summary": Text("content", "isi"), "supplement": Text("supplement", "tambahan lembaran negara"),
    "table": Text("table", "tabel"), "target": Text("target", "sasaran"), "term": Text("term", "masa jabatan"),
    "text": Text("text", "teks"), "theme": Text("theme", "tema"), "title": Text("title", "judul"),
    "to": Text("to", "kepada"), "topics": Text("topics", "pokok bahasan"), "unit": Text("unit", "satuan"),
    "until": Text("until", "sampai"), "vacant": Text("vacant", "kosong"), "value": Text("value", "nilai"),
    "venue": Text("place", "tempat"), "verified": Text("verified", "verifikasi"), "via": Text("through", "melalui"),
    "voters": Text("voters", "pemilih"), "voting_day": Text("voting day", "hari pemungutan suara"),
    "was": Text("was", "semula"), "weekday": Text("weekday", "hari"), "when": Text("day", "hari"),
    "with_open_fields": Text("single fields unconfirmed", "kolom belum dikonfirmasi"),
    "within": Text("within", "dalam"),
}  # fmt: skip

#: Words of closed lists that the catalogue has in another sense, or not at all.
_CODES = {
    "acting": Text("acting", "penjabat"), "date": Text("day", "hari"), "event": Text("election", "pemilihan"),
    "institution": Text("institution", "lembaga"), "office": Text("office", "jabatan"),
    "region": Text("region", "daerah"), "bare-pasal": Text("pasal alone", "pasal saja"),
    "chair": Text("chair", "ketua"), "circular": Text("circular", "surat edaran"),
    "decision": Text("decision", "keputusan"), "detained": Text("detained", "ditahan"),
    "died": Text("died", "meninggal dunia"), "drop": Text("dropped", "dibatalkan"),
    "dropped": Text("dropped", "dibatalkan"), "full": Text("full", "lengkap"), "held": Text("held", "dijabat"),
    "instrument": Text("instrument", "peraturan"), "internal_decision": Text("internal decision", "keputusan internal"),
    "known": Text("known", "diketahui"), "legislation": Text("legislation", "peraturan perundang-undangan"),
    "member": Text("member", "anggota"), "name": Text("popular name", "nama populer"),
    "national": Text("national", "nasional"), "parameter": Text("parameter", "parameter"),
    "planning_document": Text("planning document", "dokumen perencanaan"), "postpone": Text("postponed", "ditunda"),
    "postponed": Text("postponed", "ditunda"), "provinces": Text("several provinces", "beberapa provinsi"),
    "provision": Text("provision", "ketentuan"), "regency-city": Text("regency or city", "kabupaten/kota"),
    "replaced": Text("replaced", "diganti"), "resigned": Text("resigned", "mengundurkan diri"),
    "repeat": Text("repeat", "pemilihan ulang"), "reported": Text("reported", "dilaporkan"),
    "resume": Text("resumed", "dilanjutkan"), "revote": Text("vote held again", "pemungutan suara ulang"),
    "second-round": Text("second round", "putaran kedua"), "set": Text("set", "ditetapkan"),
    "short": Text("short", "singkat"), "suspend": Text("suspended", "ditunda sementara"),
    "suspended": Text("suspended", "ditunda sementara"), "unset": Text("unset", "ditiadakan"),
    "term-end": Text("end of the term", "akhir masa jabatan"),
    "text": Text("read in the legal text", "dibaca dalam naskah resmi"),
}  # fmt: skip

_YES_NO = {True: Text("yes", "ya"), False: Text("no", "tidak")}
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

#: What a card shows without a name before it.
_UNNAMED = ("said", "stated")

#: Attributes that hold references.
_REFERENCES = frozenset(
    ["basis", "by", "citation", "instrument", "moved", "place", "places", "ref", "restated_by", "root", "target"]
)


def text(value: object, *, lang: str = "en") -> str:
    """Return the card as plain text."""
    title, rows = _card(value, lang)
    width = max((len(label) for label, _ in rows), default=0)
    return "\n".join([title, *(f"  {label:<{width}}  {content}".rstrip() for label, content in rows)])


def html(value: object, *, lang: str = "en") -> str:
    """Return the card as an HTML fragment; everything from outside is escaped."""
    title, rows = _card(value, lang)
    body = "".join(
        f'<tr><th style="text-align:left;vertical-align:top">{escape(label)}</th><td>{escape(content)}</td></tr>'
        for label, content in rows
    )
    table = f"<table>{body}</table>" if rows else ""
    return f'<div class="electlaw"><strong>{escape(title)}</strong>{table}</div>'


def markdown(value: object, *, lang: str = "en") -> str:
    """Return the card as Markdown: a heading and a table."""
    title, rows = _card(value, lang)
    lines = [f"| {cell(label)} | {cell(content)} |" for label, content in rows]
    return "\n".join([f"## {plain(title)}", "", "| | |", "|---|---|", *lines])


def _form(value: object) -> tuple[Text, str] | None:
    for made in type(value).__mro__:
        found = CARDS.get(f"{made.__module__.removeprefix('electlaw.')}.{made.__name__}")
        if found:
            return found
    return None


def _card(value: object, lang: str) -> tuple[str, list[tuple[str, str]]]:
    form = _form(value)
    if form is None:
        return repr(value), []
    named, fields = form
    heading, *rest = fields.split()
    rows = []
    for name in rest:
        label = LABELS[name][lang] if name not in _UNNAMED else ""
        for number, shown in enumerate(_lines(value, name, lang)):
            rows.append((label if not number else "", shown))
    return f"{named[lang]}: {'; '.join(_lines(value, heading, lang))}", rows


def _lines(value: object, name: str, lang: str) -> list[str]:
    """Return what a card shows of one attribute: nothing, a line, or several."""
    found = _special(value, name, lang)
    if found is None:
        found = getattr(value, "place" if name == "venue" else name, None)
    if isinstance(found, tuple | list | frozenset):
        several = [shown for item in found if (shown := _shown(item, name, lang))]
        return ["; ".join(several)] if several and all(isinstance(item, str) for item in found) else several
    shown = _shown(found, name, lang)
    return [shown] if shown else []


def _special(value: object, name: str, lang: str) -> object:
    """Return what is no attribute of its own: texts in two languages, the fields of a case, a rule in words."""
    if name == "said":
        return _said(value, lang)
    if name == "stated":
        return list(_stated(value))
    if name == "parts_done":
        return getattr(value, "parts", None)
    if name == "region" and not hasattr(value, "region"):
        return getattr(value, "key", None)
    if name == "read":
        return getattr(value, "text", None)
    if name == "citation":
        return cite(value if isinstance(value, Ref) else getattr(value, "id", ""))
    if name == "value":
        return amount(getattr(value, "value", ""), getattr(value, "unit", ""), lang)
    if name == "unit" and hasattr(value, "kind"):
        from electlaw.render.fields import unit_text

        return unit_text(getattr(value, "unit", ""), lang)
    if name == "id" and isinstance(value, Ref):
        return str(value)
    if name == "data_as_of":
        from electlaw.corpus import DATA_AS_OF

        return DATA_AS_OF
    if name == "subject":
        moment: Any = getattr(value, "moment", value)
        return [f"{key}={item}" for key, item in moment.subject.items()]
    return None


def _said(value: object, lang: str) -> str:
    if isinstance(value, When):
        return when_text(value, lang)
    if isinstance(value, Text):
        return value[lang]
    if isinstance(value, Rule):
        return rule_text(value, lang)
    indonesian = getattr(value, "name_id", None) or getattr(value, "id", "")
    return str(indonesian if lang == "id" else getattr(value, "en", ""))


def _stated(case: object) -> Iterator[str]:
    """Yield the fields a case states."""
    plain_form: dict[str, object] = case.to_json()  # type: ignore[attr-defined]
    for name, item in plain_form.items():
        if name != "case":
            yield f"{name} = {item}"


def _shown(item: object, name: str, lang: str) -> str:
    """Return one value as a reader wants it."""
    if item is None or item == "":
        return ""
    if isinstance(item, bool):
        return _YES_NO[item][lang]
    if isinstance(item, Text | Said):
        return item[lang]
    if isinstance(item, When):
        return when_text(item, lang)
    if isinstance(item, Span):
        return _span(item, lang)
    if isinstance(item, Region):
        return item.full_name
    if isinstance(item, str):
        return _word(item, name, lang)
    if isinstance(item, tuple):
        return ": ".join(_shown(inner, name, lang) for inner in item)
    if hasattr(item, "instrument") and hasattr(item, "cite"):
        return f"{item.cite(short=True)}: {word(getattr(item, 'state', ''), lang)}"
    if isinstance(item, Stage):
        return f"{window(item.start, item.end, lang)} ({word(f'stage_{item.state}', lang)})"
    if isinstance(item, Setting):
        return f"{when_text(item.day, lang)} ({_CODES[item.state][lang]})"
    if isinstance(item, Finding):
        return f"{item.code} {item.message[lang]}"
    if isinstance(item, Relation):
        return f"{cite(item.target, short=True)}: {word(item.op, lang)} ({cite(item.by, short=True)})"
    if _form(item):
        return _card(item, lang)[0].partition(": ")[2]
    return str(item)


def _span(span: Span, lang: str) -> str:
    if span.condition:
        return f"{word('waits_for', lang)} {word(span.condition, lang)}"
    start = when_text(span.start, lang)
    return start if span.end.latest == LAST else f"{start} – {when_text(span.end, lang)}"


def _word(item: str, name: str, lang: str) -> str:
    """Return a text of the data: a day, a reference or a word of a closed list in the language asked for."""
    if _ISO.fullmatch(item):
        return day_text(item, lang)
    if name in _REFERENCES:
        try:
            return cite(item, short=name != "citation")
        except (ElectlawError, ValueError):
            return item
    return _listed(item, name, lang)


def _listed(item: str, name: str, lang: str) -> str:
    if name in ("stage", "stages", "parent"):
        from electlaw.schedule.taxonomy import stage_key

        try:
            return stage_key(item).name[lang]
        except ElectlawError:
            return item
    if name in ("region", "regions", "origin"):
        from electlaw.regions import region

        try:
            return region(item).full_name
        except ElectlawError:
            return item
    if name in ("capacity", "concept", "interval", "role", "family", "outcome"):
        return _from_lists(item, name, lang)
    if name == "unit":
        return word(f"unit_{item}", lang)
    if name in ("state", "reason", "op", "kind", "office", "verified", "result", "level", "levels", "kinds", "scope"):
        if name == "scope":
            return word(f"race_{item}", lang)
        return _CODES[item][lang] if item in _CODES else word(item, lang)
    if name == "election_scope":
        return item.capitalize()
    return item


def _from_lists(item: str, name: str, lang: str) -> str:
    from electlaw.institutions.reporting import CONCEPTS, INTERVALS
    from electlaw.institutions.roles import ROLES
    from electlaw.offices import CAPACITIES
    from electlaw.rules.engine import FAMILIES
    from electlaw.rules.wording import say

    if name == "outcome":
        return say(item, lang)
    if name == "capacity":
        english, indonesian = CAPACITIES.get(item, (item, item))
        return indonesian if lang == "id" else english
    lists = {"concept": CONCEPTS, "interval": INTERVALS, "role": ROLES, "family": FAMILIES}
    found = lists[name].get(item) or _CODES.get(item)
    return found[lang] if found else word(item, lang)
