"""Provinces with their regencies and cities, and the events at which they vote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Text
from electlaw.corpus import DATA_AS_OF
from electlaw.offices import CAPACITIES, terms
from electlaw.regions import all_regions, events
from electlaw.regions import region as find
from electlaw.schedule import schedule, stage_key
from electlaw.sphinx.charts import gantt
from electlaw.sphinx.markup import both, el, link, section, table, when_both, window_both
from electlaw.sphinx.provisions import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from electlaw.corpus import Corpus
    from electlaw.dates import When
    from electlaw.regions import Region
    from electlaw.regions.contests import Contest, Event

__all__ = ["event_page", "events_index", "region_anchor", "region_page", "regions_index", "timeline_block"]


def region_anchor(key: str) -> str:
    """Return the anchor of a regency or city on the page of its province: ``r-74-71``."""
    return f"r-{key.replace('.', '-')}"


KINDS = {
    "province": ("province", "provinsi"),
    "regency": ("regency", "kabupaten"),
    "city": ("city", "kota"),
    "administrative-regency": ("administrative regency", "kabupaten administrasi"),
    "administrative-city": ("administrative city", "kota administrasi"),
}
OFFICES = {
    "governor": ("Governor", "Gubernur"),
    "regent": ("Regent", "Bupati"),
    "mayor": ("Mayor", "Wali Kota"),
}
STATES = {
    "set": ("", ""),
    "postponed": ("postponed", "ditunda"),
    "suspended": ("stages suspended", "tahapan dihentikan"),
    "dropped": ("dropped", "batal"),
}


def region_page(corpus: Corpus, key: str) -> Iterator[nodes.Node]:
    """Yield the page of a province."""
    place = find(key, corpus=corpus)
    children = [child for child in all_regions(within=place, corpus=corpus) if child.key != key]
    yield el("p", _introduction(place, children), class_="el-lead")
    yield from _special(place)
    yield section("pemilihan", "Elections of its head", "Pemilihan kepala daerahnya", _contests(corpus, place))
    if children:
        title = ("Regencies and cities", "Kabupaten dan kota")
        yield section("kabupaten-kota", *title, _children(children))
    yield from _terms(place)
    yield from _electorate(corpus, [place, *children])
    yield from _history([place, *children])


def _introduction(place: Region, children: list[Region]) -> list[nodes.Node]:
    regencies = sum(child.kind.endswith("regency") for child in children)
    cities = len(children) - regencies
    counted = ("regency" if regencies == 1 else "regencies", "city" if cities == 1 else "cities")
    below = f"{regencies} {counted[0]}, {cities} {counted[1]}"
    en = f"Province {place.code}, capital {place.capital}, {place.time_zone}; {below}."
    id = f"Provinsi {place.code}, ibu kota {place.capital}, {place.time_zone}; {regencies} kabupaten, {cities} kota."
    how = {
        "elected": both("", ""),
        "determined": both(
            " Its governor is determined by the DPRD, not elected.", " Gubernurnya ditetapkan DPRD, tidak dipilih."
        ),
        "appointed": both("", ""),
    }[place.head_selection]
    return [*both(en, id), *how]


def _special(place: Region) -> Iterator[nodes.Node]:
    rules = place.special_rules()
    if not rules:
        return
    items = []
    for rule in rules:
        content: list[nodes.Node] = [*both(rule.en, rule.id), nodes.Text(" ")]
        for number, target in enumerate(rule.basis):
            content += [nodes.Text(", ")] if number else []
            content.append(link("pasal" if "/" in target else "instrument", target))
        until = [nodes.Text(" – "), *when_both(rule.end)] if rule.end else []
        days = el("span", both("from ", "sejak "), when_both(rule.start), until, class_="el-days")
        items.append(el("li", *content, " (", days, ")"))
    yield section("kekhususan", "Special rules", "Kekhususan", el("ul", items))


def _contests(corpus: Corpus, place: Region) -> nodes.Node:
    rows: list[list[object]] = []
    for contest in reversed(place.contests()):
        day = when_both(contest.voting_day)
        if contest.state != "set":
            day = [*day, nodes.Text(" ("), *both(*STATES[contest.state]), nodes.Text(")")]
        by: list[nodes.Node] = [link("instrument", contest.by)] if contest.by else []
        rows.append([event_link(corpus, contest.event), day, by, _what(contest), words(contest.verified)])
    heads = (
        both("Event", "Pemilihan"),
        both("Voting day", "Hari pemungutan suara"),
        both("Set by", "Ditetapkan oleh"),
        both("Notes", "Catatan"),
        both("Verified", "Verifikasi"),
    )
    return table(heads, rows) if rows else el("p", both("None in the data.", "Tidak ada dalam data."))


def event_link(corpus: Corpus, id: str) -> nodes.Node:
    """Return a link to an event under its name."""
    name = event_name(next(one for one in events(corpus=corpus) if one.id == id))
    return link("event", id, el("span", both(name.en, name.id)))


def event_name(event: Event) -> Text:
    """Return the name of an event; the years of its vote with it where the name states others."""
    day = event.voting_day()
    years = vote_years(day)
    stated = set(re.findall(r"\b(?:19|20)\d\d\b", event.en))
    if not day.known or not stated or stated & set(range_of(years)):
        return Text(event.name("en"), event.name("id"))
    return Text(f"{event.name('en')} (vote {years})", f"{event.name('id')} (pemungutan suara {years})")


def vote_years(day: When) -> str:
    """Return the year or years a vote may be in, ``2031–2032``."""
    return "–".join(dict.fromkeys((day.earliest[:4], day.latest[:4])))


def range_of(years: str) -> list[str]:
    """Return each year of ``2031–2032``."""
    first, _, last = years.partition("–")
    return [str(year) for year in range(int(first), int(last or first) + 1)]


def _vote_label(contest: Contest) -> str:
    """Return a short name of a vote: the year of a wave, the key of any other."""
    if contest.kind == "pilkada" and contest.voting_day.known:
        return vote_years(contest.voting_day)
    return contest.event.replace("pilkada-", "")


def _what(contest: object) -> list[nodes.Node]:
    shown: list[nodes.Node] = []
    if getattr(contest, "single_pair", None):
        shown += both("single pair", "calon tunggal")
    if getattr(contest, "result", "") == "empty-column":
        shown += [nodes.Text("; ")] if shown else []
        shown += both("the empty column won", "kolom kosong menang")
    if getattr(contest, "extent", "") == "part":
        shown += both("some polling stations", "sebagian TPS")
    return shown


def _children(children: list[Region]) -> nodes.Node:
    rows: list[list[object]] = []
    for child in children:
        votes: list[nodes.Node] = []
        for contest in child.contests():
            votes += [nodes.Text(", ")] if votes else []
            votes.append(link("event", contest.event, _vote_label(contest)))
        kind = both(*KINDS[child.kind])
        name = el("span", child.name, id=region_anchor(child.key))
        rows.append([child.code, name, kind, child.capital, votes])
    heads = (
        both("Code", "Kode"),
        both("Name", "Nama"),
        both("Kind", "Jenis"),
        both("Capital", "Ibu kota"),
        both("Voted or votes at", "Memilih pada"),
    )
    return table(heads, rows)


def _terms(place: Region) -> Iterator[nodes.Node]:
    rows: list[list[object]] = []
    for term in reversed(terms(place)):
        end = (
            when_both(term.until) if term.until else both("not over as far as known", "belum berakhir sejauh diketahui")
        )
        capacity = both(*CAPACITIES[term.capacity])
        rows.append(
            [both(*OFFICES[term.office]), term.person, capacity, when_both(term.start), end, words(term.verified)]
        )
    if rows:
        heads = (
            both("Office", "Jabatan"),
            both("Person", "Nama"),
            both("Capacity", "Kedudukan"),
            both("From", "Sejak"),
            both("Until", "Sampai"),
            both("Verified", "Verifikasi"),
        )
        yield section("pejabat", "Who held the office", "Siapa yang menjabat", table(heads, rows))


def _electorate(corpus: Corpus, places: list[Region]) -> Iterator[nodes.Node]:
    rows: list[list[object]] = []
    for place in places:
        for count in place.electorate():
            voters = f"{count.voters:,}"
            shown = both(voters, voters.replace(",", "."))
            rows.append([place.name, event_link(corpus, count.event), shown, words(count.verified)])
    if rows:
        heads = (
            both("Region", "Wilayah"),
            both("Event", "Pemilihan"),
            both("Voters", "Pemilih"),
            both("Verified", "Verifikasi"),
        )
        yield section("dpt", "Registered voters (DPT)", "Pemilih terdaftar (DPT)", table(heads, rows))


CHANGES = {
    "formed": ("formed", "dibentuk"),
    "moved": ("moved from another province", "pindah provinsi"),
    "renamed": ("renamed", "berganti nama"),
    "recoded": ("new code", "kode baru"),
    "seated": ("new capital", "ibu kota baru"),
    "capital": ("new capital", "ibu kota baru"),
    "status": ("status", "status"),
}


def _history(places: list[Region]) -> Iterator[nodes.Node]:
    found = [(change.when.latest, place, change) for place in places for change in place.history()]
    rows: list[list[object]] = []
    for _, place, change in sorted(found, key=lambda item: item[0], reverse=True):
        by: list[nodes.Node] = [link("instrument", change.by)] if change.by else []
        was = f" ({change.was})" if change.was else ""
        what = [*both(*CHANGES.get(change.op, (change.op,) * 2)), nodes.Text(was)]
        rows.append([when_both(change.when), place.name, what, by, words(change.verified)])
    if rows:
        heads = (
            both("Day", "Tanggal"),
            both("Region", "Wilayah"),
            both("What", "Apa"),
            both("By", "Oleh"),
            both("Verified", "Verifikasi"),
        )
        yield section("riwayat", "History", "Riwayat", table(heads, rows))


def regions_index(corpus: Corpus) -> Iterator[nodes.Node]:
    """Yield the list of provinces."""
    rows: list[list[object]] = []
    for place in all_regions("province", corpus=corpus):
        children = len(all_regions(within=place, corpus=corpus))
        special = both(*SPECIAL[place.special_status]) if place.special_status else ""
        rows.append(
            [
                place.code,
                [link("region", place.key, place.name)],
                place.capital,
                place.time_zone,
                str(children),
                special,
            ]
        )
    heads = (
        both("Code", "Kode"),
        both("Province", "Provinsi"),
        both("Capital", "Ibu kota"),
        both("Zone", "Zona"),
        both("Regencies and cities", "Kabupaten dan kota"),
        both("Special", "Khusus"),
    )
    yield table(heads, rows)


SPECIAL = {
    "aceh": ("autonomy of Aceh", "otonomi Aceh"),
    "diy": ("Yogyakarta", "keistimewaan Yogyakarta"),
    "jakarta": ("capital", "kekhususan Jakarta"),
    "papua": ("autonomy of Papua", "otonomi khusus Papua"),
}

EVENT_KINDS = {
    "pilkada": ("regional elections", "pilkada"),
    "pemilu": ("general election", "pemilu"),
    "second-round": ("second round", "putaran kedua"),
    "postponed": ("postponed votes", "pemungutan suara susulan"),
    "revote": ("re-votes", "pemungutan suara ulang"),
    "repeat": ("repeated elections", "pemilihan ulang"),
}


def events_index(corpus: Corpus) -> Iterator[nodes.Node]:
    """Yield the list of election events, newest first."""
    rows = [
        [when_both(event.voting_day()), event_link(corpus, event.id), both(*EVENT_KINDS[event.kind])]
        for event in reversed(events(corpus=corpus))
    ]
    yield table((both("Voting day", "Hari pemungutan suara"), both("Event", "Pemilihan"), both("Kind", "Jenis")), rows)


def event_page(corpus: Corpus, id: str) -> Iterator[nodes.Node]:
    """Yield the page of an election event: its voting day as it came to be, and who voted."""
    event = next(one for one in events(corpus=corpus) if one.id == id)
    lead = [
        *both(*EVENT_KINDS[event.kind]),
        nodes.Text("; "),
        *both("voting day ", "hari pemungutan suara "),
        *when_both(event.voting_day()),
    ]
    if event.of:
        lead += [nodes.Text("; "), *both("follows ", "lanjutan dari "), event_link(corpus, event.of)]
    yield el("p", lead, class_="el-lead")
    yield section("hari", "How the voting day came to be", "Bagaimana hari itu ditetapkan", _settings(corpus, event))
    yield from _timeline(corpus, event.id, DATA_AS_OF)
    yield from _taking_part(corpus, event)


def _timeline(corpus: Corpus, event: str, on: str, region: str = "") -> Iterator[nodes.Node]:
    """Yield the section on the stages of an event, if it has any."""
    block = timeline_block(corpus, event, on, region)
    if block:
        yield section("tahapan", "Stages", "Tahapan", block)


def timeline_block(corpus: Corpus, event: str, on: str, region: str = "") -> list[nodes.Node]:
    """Return the stages of an event as they stood on a day: a drawing, and the table it repeats."""
    found = schedule(event, on=on, region=region or None, corpus=corpus)
    bars: list[tuple[Text, str, str, str]] = []
    rows: list[list[object]] = []
    dated = [stage for stage in found.stages if stage.start.known and stage.end.known]
    keys = {stage.stage for stage in dated}
    dated.sort(key=lambda stage: (stage.start.earliest, stage.end.latest))
    for stage in [*dated, *(stage for stage in found.stages if stage not in dated)]:
        whole = stage_key(stage.stage, corpus).parent not in keys
        if whole and stage in dated and stage.start.earliest > "0001-01-01" and stage.end.latest < "9999-12-31":
            bars.append((Text(stage.name("en"), stage.name("id")), stage.start.earliest, stage.end.latest, stage.state))
        where: list[nodes.Node] = both(*SCOPES.get(stage.scope, (stage.scope,) * 2))
        if stage.region:
            where = [link("region", stage.region, find(stage.region, corpus=corpus).name)]
        by: list[nodes.Node] = [link("instrument", stage.by)] if stage.by else []
        name = both(stage.name("en"), stage.name("id"))
        window = window_both(stage.start, stage.end)
        state = el("span", both(*STAGE_STATES[stage.state]), class_=f"el-badge el-stage-{stage.state}")
        rows.append([name, window, [state], where, by, words(stage.verified)])
    if not rows:
        return []
    heads = (
        both("Stage", "Tahapan"),
        both("Window", "Jadwal"),
        both("State", "Keadaan"),
        both("Where", "Lingkup"),
        both("By", "Oleh"),
        both("Verified", "Verifikasi"),
    )
    return [*([gantt(bars)] if bars else []), table(heads, rows)]


SCOPES = {
    "national": ("all", "semua"),
    "province|regency-city": ("both races", "provinsi dan kabupaten/kota"),
    "province": ("governor", "gubernur"),
    "regency-city": ("regents and mayors", "bupati dan wali kota"),
}
STAGE_STATES = {
    "done": ("done", "selesai"),
    "running": ("running", "berjalan"),
    "ahead": ("ahead", "akan datang"),
    "suspended": ("suspended", "dihentikan"),
    "missed": ("missed", "terlewat"),
    "overtaken": ("overtaken", "tidak berlaku lagi"),
    "unscheduled": ("no day", "tanpa tanggal"),
    "unknown": ("unknown", "tidak diketahui"),
}


def _settings(corpus: Corpus, event: Event) -> nodes.Node:
    rows: list[list[object]] = []
    for act in event.settings:
        where: list[nodes.Node] = (
            [link("region", act.region, find(act.region, corpus=corpus).name)] if act.region else both("all", "semua")
        )
        by: list[nodes.Node] = [link("instrument", act.by)] if act.by else []
        state = both(*STATES[act.state]) if act.state != "set" else []
        rows.append(
            [when_both(act.known), by, where, when_both(act.day) if act.day.known else "–", state, words(act.verified)]
        )
    heads = (
        both("Public since", "Diumumkan"),
        both("By", "Oleh"),
        both("Where", "Di mana"),
        both("Voting day", "Hari pemungutan suara"),
        both("State", "Keadaan"),
        both("Verified", "Verifikasi"),
    )
    return table(heads, rows)


def _taking_part(corpus: Corpus, event: Event) -> Iterator[nodes.Node]:
    if event.kind == "pemilu":
        return
    by_province: dict[str, list[nodes.Node]] = {}
    count = 0
    for place in all_regions(corpus=corpus):
        if not place.contests(event.id):
            continue
        count += 1
        into = by_province.setdefault(place.province.key, [])
        into += [nodes.Text(", ")] if into else []
        shown = both("the province", "provinsi") if place.kind == "province" else [nodes.Text(place.name)]
        into.append(link("region", place.key, el("span", shown)))
    rows = [[[link("region", key, find(key, corpus=corpus).name)], found] for key, found in by_province.items()]
    if rows:
        head = el("p", both(f"{count} regions.", f"{count} wilayah."))
        heads = (both("Province", "Provinsi"), both("Votes in", "Memilih di"))
        yield section("wilayah", "Where", "Wilayah", head, table(heads, rows))
