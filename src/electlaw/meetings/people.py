"""Judges who is named at a meeting: holders of offices, members of forums, names of bodies, responsibilities."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from electlaw.errors import ElectlawError
from electlaw.findings import Finding, Ground
from electlaw.meetings.judge import Judge, finding
from electlaw.meetings.model import SCOPES, Person

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.regions import Region
    from electlaw.snapshot import Snapshot

__all__ = ["RULES"]

_HEAD = re.compile(
    r"(?P<cap>\b(?:pjs|pj|plt|plh|penjabat sementara|penjabat|pelaksana tugas|pelaksana harian)\b\.?\s*)?"
    r"(?<!wakil )\b(?P<office>gubernur|bupati|wali\s?kota)\b\s*(?P<place>(?:[A-Z][\w'-]+\s?){0,4})",
)
_CAPACITY = {
    "pj": "pj", "penjabat": "pj", "pjs": "pjs", "penjabat sementara": "pjs", "plt": "plt", "pelaksana tugas": "plt",
    "plh": "plh", "pelaksana harian": "plh",
}  # fmt: skip
_OFFICES = {"gubernur": "governor", "bupati": "regent", "walikota": "mayor", "wali kota": "mayor"}
_KIND = {"governor": "province", "regent": "regency", "mayor": "city"}
_TITLES = re.compile(
    r"\b(?:prof|dr|drs|dra|ir|h|hj|kh|tgb|mayjen|letjen|brigjen|komjen|irjen|purn)\b\.?|\([^)]*\)|,.*$", re.I
)


def _holders(judge: Judge) -> Iterator[Finding]:
    opened = judge.meeting.opened_by
    if opened is not None:
        yield from _holder(judge, opened, "opened_by")
    for field in ("participants", "speakers"):
        for number, person in enumerate(getattr(judge.meeting, field)):
            if person.name or _HEAD_CAPACITY.search(person.office or person.text):
                yield from _holder(judge, person, f"{field}[{number}]")


_HEAD_CAPACITY = re.compile(r"\b(?:pjs|pj|plt|plh|penjabat)\b", re.I)


def _holder(judge: Judge, person: Person, field: str) -> Iterator[Finding]:
    """Judge whether a person held the office of a head of region on the day, and in which capacity."""
    law = judge.law
    shown = person.office or person.text
    match = _HEAD.search(_lowered(shown))
    if law is None or match is None:
        return
    office = _OFFICES[re.sub(r"\s+", " ", match["office"].casefold())]
    place = _place(judge, person, office, match["place"] or "")
    if place is None or place.head_office != office or law.known < law.on:
        return
    from electlaw.offices import office_holder

    found = office_holder(place, law.on, law.known, corpus=law.corpus)
    if found.term is None:
        yield finding(
            "I614", field, f"who headed {place.full_name} that day is not on record",
            f"kepala daerah {place.full_name} pada hari itu tidak tercatat", {"region": place.key, "office": office},
        )  # fmt: skip
        return
    term = found.term
    ground = Ground(term.by or f"terms:{place.key}", term.verified)
    said = _said(match["cap"], person)
    if person.name and not _same_person(person.name, term.person):
        if term.verified == "recall" or "person" in term.unverified:
            return
        if said in _STAND_INS and not term.acting:
            yield finding(
                "I614", field, f"{term.person} headed {place.full_name} that day; who stood in is not on record",
                f"kepala daerah {place.full_name} pada hari itu {term.person}; penggantinya sementara tidak tercatat",
                {"region": place.key, "office": office, "person": term.person}, ground,
            )  # fmt: skip
            return
        yield finding(
            "E612", field, f"the {office} of {place.full_name} that day was {term.person}",
            f"kepala daerah {place.full_name} pada hari itu {term.person}",
            {"region": place.key, "office": office, "person": term.person, "capacity": term.capacity}, ground,
        )  # fmt: skip
        return
    real = term.capacity if term.acting else ""
    if said != real and not (term.verified == "recall" or "capacity" in term.unverified):
        from electlaw.offices import CAPACITIES

        en, id = CAPACITIES[term.capacity]
        yield finding(
            "W613", field, f"{term.person} headed {place.full_name} that day as {en}",
            f"{term.person} memimpin {place.full_name} pada hari itu sebagai {id}",
            {"region": place.key, "office": office, "capacity": term.capacity, "said": said or "head"}, ground,
        )  # fmt: skip


#: Capacities of those who stand in for a head on leave or away: mostly for weeks, and not kept for every region.
_STAND_INS = ("pjs", "plt", "plh")


def _said(before_office: str | None, person: Person) -> str:
    """Return the capacity a person is said to act in: as written before the office, or in the field of its own."""
    for text in (before_office or "", person.capacity):
        found = _CAPACITY.get(text.casefold().strip(" ."))
        if found:
            return found
    return ""


def _lowered(text: str) -> str:
    """Lower the words for offices and capacities, keeping the capitals that show where a place name stands."""
    return re.sub(
        r"(?i)\b(?:pjs|pj|plt|plh|penjabat|sementara|pelaksana|tugas|harian|wakil|gubernur|bupati|wali\s?kota)\b",
        lambda match: match[0].lower(), text,
    )  # fmt: skip


def _place(judge: Judge, person: Person, office: str, named: str) -> Region | None:
    from electlaw.regions import region

    for name in filter(None, (person.region, named.strip())):
        try:
            found = region(name, kind=_KIND[office])
            return found.at(judge.law.on) if judge.law else found
        except ElectlawError:
            words = name.split()
            if len(words) > 1:
                try:
                    return region(words[0], kind=_KIND[office])
                except ElectlawError:
                    pass
    if named.strip() or person.region or judge.region is None:
        return None
    return judge.region.province if office == "governor" else judge.region


def _same_person(said: str, recorded: str) -> bool:
    """Whether two writings of a name may be one person's: titles aside, the words of one are among the other's."""
    first, second = _name_words(said), _name_words(recorded)
    if not first or not second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return all(any(_alike(word, other) for other in longer) for word in shorter)


def _name_words(name: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[\w'-]+", _TITLES.sub(" ", name)) if len(word) > 1]


def _alike(first: str, second: str) -> bool:
    return first == second or SequenceMatcher(None, first, second).ratio() > 0.8


_ORGANISER = re.compile(r"\b(?:KPUD?|Bawaslu|KIP|Panwas\w*)\b")
_MEMBER = re.compile(
    r"\b(?:anggota|unsur|tergabung|member)\b.*\bforkopim"
    r"|\bforkopim\w*\b.*\b(?:anggota|terdiri|yaitu|meliputi|member)\b",
    re.I,
)


def _forum_members(judge: Judge) -> Iterator[Finding]:
    for number, person in enumerate(judge.meeting.participants):
        inside = re.search(r"forkopim\w*[^(]*\(([^)]*)\)", person.text, re.I)
        named = _ORGANISER.search(inside[1]) if inside else None
        if named is None and _MEMBER.search(person.capacity):
            named = _ORGANISER.search(person.text)
        if named:
            yield finding(
                "E615", f"participants[{number}]", f"{named[0]} is invited to Forkopimda, never a member of it",
                f"{named[0]} diundang, bukan anggota Forkopimda", {"institution": named[0]},
                Ground("uu-23-2014/pasal-26/ayat-3", "text"), Ground("pp-12-2022/pasal-3", "text"),
            )  # fmt: skip


def _names(judge: Judge) -> Iterator[Finding]:
    from electlaw.institutions.names import outdated_in

    law = judge.law
    if law is None:
        return
    meeting = judge.meeting
    texts = [("organiser", meeting.organiser), ("executing_unit", meeting.executing_unit)]
    for field in ("participants", "speakers", "responsible"):
        texts += [(f"{field}[{at}]", person.text) for at, person in enumerate(getattr(meeting, field))]
    texts += [(f"purposes[{at}]", text) for at, text in enumerate(meeting.purposes)]
    for field, text in texts:
        for _, _, use in outdated_in(text, law.on, law.known, law.corpus):
            now = " / ".join(use.official)
            yield finding(
                "W616", field, f"{use.name} was official until {use.until}" + (f"; now {now}" if now else ""),
                f"{use.name} resmi sampai {use.until}" + (f"; kini {now}" if now else ""),
                {"name": use.name, "official": list(use.official), "until": str(use.until)},
                Ground(use.by or "institution-names", use.verified),
            )  # fmt: skip


def _responsible(judge: Judge) -> Iterator[Finding]:
    """Judge those named as formally responsible against the mandates over all stages."""
    law, meeting = judge.law, judge.meeting
    if law is None or not meeting.responsible:
        return
    from electlaw.institutions import mandates

    given = {
        (item.institution, item.role)
        for kind in meeting.election_scope or SCOPES
        for item in mandates(law.on, law.known, kind=kind, stage="overall", corpus=law.corpus)
    }
    answerable = {key for key, role in given if role in ("responsible", "supervises")}
    named: set[str] = set()
    for number, person in enumerate(meeting.responsible):
        keys = _bodies(person.text, law)
        named |= keys
        if keys and not keys & answerable and not keys & _ORGANISING:
            yield finding(
                "E617", f"responsible[{number}]",
                f"{person.text} is not responsible for an election: it supports or takes part",
                f"{person.text} bukan penanggung jawab pemilihan: mendukung atau turut serta",
                {"institution": sorted(keys)},
                Ground("uu-1-2015/pasal-8", "text"), Ground("uu-1-2015/pasal-22a", "text"),
            )  # fmt: skip
        yield from _level(person, keys, f"responsible[{number}]")
    final = [(key, place) for key, place in _FINAL if key in answerable and key not in named]
    for key, place in final:
        if any(name.startswith(key) for name in named):
            shown = key.upper() if key == "kpu" else key.capitalize()
            yield finding(
                "W618", "responsible", f"{shown} itself, which has the final responsibility, is left out",
                f"{shown} yang memikul tanggung jawab akhir tidak disebut", {"missing": key}, Ground(place, "text"),
            )  # fmt: skip


#: Bodies that organise without a mandate over all stages of their own.
_ORGANISING = frozenset({"ppk", "pps", "kpps", "dkpp", "panwaslu-kecamatan", "panwaslu-kelurahan-desa", "pengawas-tps"})
_FINAL = (("kpu", "uu-1-2015/pasal-10a"), ("bawaslu", "uu-1-2015/pasal-22d"))

_GOVERNOR = re.compile(r"\b(?:pemilihan|pilkada|pilgub)\s*(?:gubernur)|\bpilgub\b|governor", re.I)
_REGENT = re.compile(r"\bpemilihan\s+(?:bupati|wali\s?kota)|\bpil(?:bup|wali|wako)\w*|regent|mayor", re.I)


def _level(person: Person, keys: set[str], field: str) -> Iterator[Finding]:
    matter = f"{person.capacity} {person.office}"
    wrong = None
    if _GOVERNOR.search(matter) and not _REGENT.search(matter) and keys & {"kpu-kabkota", "kip-kabkota"}:
        wrong = ("KPU Provinsi", "the governor", "Pemilihan Gubernur", "uu-1-2015/pasal-8/ayat-2")
    elif _REGENT.search(matter) and not _GOVERNOR.search(matter) and keys & {"kpu-provinsi", "kip-aceh"}:
        wrong = ("KPU Kabupaten/Kota", "regent or mayor", "Pemilihan Bupati/Walikota", "uu-1-2015/pasal-8/ayat-3")
    if wrong:
        right, en, id, place = wrong
        yield finding(
            "E619", field, f"{right} runs the election of {en}", f"{right} yang menyelenggarakan {id}",
            {"right": right}, Ground(place, "text"),
        )  # fmt: skip


def _bodies(text: str, law: Snapshot) -> set[str]:
    """Return the institutions a text names, read widely: ``KPU Kabupaten Kolaka`` is KPU Kabupaten/Kota."""
    from electlaw.institutions.names import name_use

    plain = re.sub(r"\s+", " ", text).strip()
    exact = name_use(plain, law.on, law.known, law.corpus)
    if exact:
        return set(exact.institutions)
    for pattern, key in _WIDE:
        if re.match(pattern, plain, re.I):
            return {key}
    return set()


_WIDE = (
    (r"KPUD?\b.*\b(?:prov|provinsi)\b", "kpu-provinsi"), (r"KPUD?\b.*\b(?:kab|kota|kabupaten)\b", "kpu-kabkota"),
    (r"Bawaslu\b.*\bprov", "bawaslu-provinsi"), (r"Bawaslu\b.*\b(?:kab|kota)", "bawaslu-kabkota"),
    (r"KPU\b", "kpu"), (r"Bawaslu\b", "bawaslu"), (r"(?:pemerintah|pemprov|pemkab|pemkot)\b", "perangkat-daerah"),
    (r"(?:pj\.?\s*)?gubernur\b", "gubernur"), (r"(?:pj\.?\s*)?(?:bupati|wali\s?kota)\b", "bupati-walikota"),
    (r"(?:badan\s+)?kesbangpol\b", "badan-kesbangpol-provinsi"), (r"(?:kapol|pol)(?:ri|da|res|sek)\b", "polri"),
)  # fmt: skip


RULES = (_holders, _forum_members, _names, _responsible)
