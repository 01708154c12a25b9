"""The brief of a region on a day as nodes: law in force, elections, stages, who holds office, bodies, reports due."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from docutils import nodes

from electlaw.acts import Text
from electlaw.corpus import DATA_AS_OF, DATA_FROM
from electlaw.institutions import ROLES, stage_name
from electlaw.sphinx.markup import both, day_both, el, json_script, link, section, table, when_both, window_both
from electlaw.sphinx.provisions import state_badge, words
from electlaw.sphinx.regions import STAGE_STATES, event_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from electlaw.brief import Brief
    from electlaw.corpus import Corpus
    from electlaw.institutions.reporting import Obligation
    from electlaw.offices import Incumbent, Vacancy
    from electlaw.regions import Region
    from electlaw.schedule import Stage

__all__ = ["brief_block", "brief_days", "dated_block", "reports", "said_of_head"]


def brief_block(corpus: Corpus, item: Brief, prefix: str = "brief") -> Iterator[nodes.Node]:
    """Yield the parts of a brief; `prefix` keeps the anchors of several on one page apart."""
    day = [*both("on ", "pada "), *day_both(item.on)]
    if item.known != item.on:
        day += [*both(", as known on ", ", sebagaimana diketahui pada "), *day_both(item.known)]
    yield el("p", item.region.full_name, " ", el("span", day), class_="el-lead")
    yield section(f"{prefix}-hukum", "Law in force", "Hukum yang berlaku", _frames(item))
    if item.special:
        rules = el("ul", [el("li", both(rule.en, rule.id)) for rule in item.special])
        yield section(f"{prefix}-kekhususan", "Special rules", "Kekhususan", rules)
    if item.elections:
        rows = [
            [event_link(corpus, one.event), when_both(one.voting_day), [link("instrument", one.by)] if one.by else ""]
            for one in item.elections
        ]
        heads = (both("Election", "Pemilihan"), both("Voting day", "Hari pemungutan suara"), both("Set by", "Oleh"))
        yield section(f"{prefix}-pemilihan", "Elections ahead", "Pemilihan mendatang", table(heads, rows))
    stages = [*item.running, *item.suspended, *item.ahead]
    if stages:
        yield section(f"{prefix}-tahapan", "Stages", "Tahapan", _stages(stages))
    who = [el("p", both(one.en, one.id)) for one in said_of_head(item.head, item.vacancy)]
    yield section(f"{prefix}-pejabat", "Head of region", "Kepala daerah", who)
    if item.responsibilities:
        yield section(f"{prefix}-peran", "Who does what now", "Siapa mengerjakan apa", _roles(corpus, item))
    yield section(f"{prefix}-lembaga", "Bodies", "Lembaga", _bodies(item))
    if item.due:
        yield section(f"{prefix}-laporan", "Reports due", "Laporan yang jatuh tempo", _due(item))


def dated_block(corpus: Corpus, province: Region) -> Iterator[nodes.Node]:
    """Yield the control for region and day, and what the script needs to show the brief of any."""
    from electlaw.sphinx.dated import dated

    found = dated(corpus, province)
    options = [el("option", one.full_name, value=one.key) for one in found.regions]
    yield el(
        "form",
        el("label", both("Region", "Daerah"), for_="el-brief-region"),
        el("select", *options, id="el-brief-region"),
        el("label", both("Day", "Tanggal"), for_="el-brief-day"),
        el("input", type="date", id="el-brief-day", min=DATA_FROM, max=DATA_AS_OF, required="required"),
        el("button", both("Print", "Cetak"), type="button", class_="el-print"),
        class_="el-briefbar",
        hidden="hidden",
    )
    yield el("div", class_="el-dated-brief", aria_live="polite")
    yield json_script("el-brief-data", found.data)
    items = [el("li", _target(corpus, role, target)) for role, target in found.links]
    yield el("ul", items, class_="el-links", hidden="hidden", data_pagefind_ignore="all")


def _target(corpus: Corpus, role: str, target: str) -> nodes.Node:
    if role == "event":
        return event_link(corpus, target)
    return link(role, target, target) if role == "institution" else link(role, target)


def brief_days(place: Region) -> list[str]:
    """Return the days whose brief a province's page holds, newest first: the data's last and those round a vote."""
    votes = [contest.voting_day.latest for contest in place.contests(known=DATA_AS_OF) if contest.voting_day.exact]
    days = {DATA_AS_OF}
    past = [day for day in votes if day <= DATA_AS_OF]
    if past:
        vote = date.fromisoformat(max(past))
        days |= {(vote + timedelta(days=shift)).isoformat() for shift in (-63, 0)}
    formed = next((change.when.latest for change in place.history() if change.op == "formed"), "")
    return sorted((day for day in days if formed <= day <= DATA_AS_OF), reverse=True)


def _frames(item: Brief) -> nodes.Node:
    rows: list[list[object]] = []
    for frame in item.frames:
        state = frame.instrument
        amended: list[nodes.Node] = []
        for by in state.amended_by:
            amended += [nodes.Text(", ")] if amended else []
            amended.append(link("instrument", by))
        about = both(frame.about.en, frame.about.id)
        rows.append([about, [link("instrument", state.id)], [state_badge(state.state)], amended])
    heads = (
        both("On", "Tentang"),
        both("Instrument", "Peraturan"),
        both("State", "Keadaan"),
        both("Amended by", "Diubah"),
    )
    return table(heads, rows)


def _stages(stages: list[Stage]) -> nodes.Node:
    rows: list[list[object]] = []
    for stage in stages:
        window = window_both(stage.start, stage.end)
        state = el("span", both(*STAGE_STATES[stage.state]), class_=f"el-badge el-stage-{stage.state}")
        by: list[nodes.Node] = [link("instrument", stage.by)] if stage.by else []
        rows.append([both(stage.name("en"), stage.name("id")), window, [state], by])
    heads = (both("Stage", "Tahapan"), both("Window", "Jadwal"), both("State", "Keadaan"), both("By", "Oleh"))
    return table(heads, rows)


def _roles(corpus: Corpus, item: Brief) -> nodes.Node:
    rows: list[list[object]] = []
    for matrix in item.responsibilities:
        for role in ROLES:
            names: list[nodes.Node] = []
            seen: set[tuple[str, str]] = set()
            for mandate in matrix.mandates:
                if mandate.role == role and (mandate.institution, mandate.name) not in seen:
                    seen.add((mandate.institution, mandate.name))
                    names += [nodes.Text(", ")] if names else []
                    names.append(link("institution", mandate.institution, mandate.name))
            if names:
                stage = both(stage_name(matrix.stage, "en", corpus), stage_name(matrix.stage, "id", corpus))
                rows.append([stage, both(ROLES[role].en, ROLES[role].id), names])
    return table((both("Stage", "Tahapan"), both("Role", "Peran"), both("Who", "Siapa")), rows)


def _bodies(item: Brief) -> nodes.Node:
    rows: list[list[object]] = []
    for seat in item.bodies:
        above = ", ".join(str(one) for one in seat.chain())
        rows.append([[link("institution", seat.key, seat.name)], above])
    return table((both("Body", "Lembaga"), both("Under", "Di bawah")), rows)


def reports(due: Iterable[Obligation]) -> list[list[Obligation]]:
    """Return the reports due; those a reader could not tell apart, which several laws ask for, together."""
    found: dict[tuple[object, ...], list[Obligation]] = {}
    for one in due:
        duty = one.duty
        shown = (duty.text, one.name, one.to, one.due or one.reason, duty.verified)
        found.setdefault(shown, []).append(one)
    return list(found.values())


def said_of_head(head: Incumbent, vacancy: Vacancy) -> list[Text]:
    """Return what is said of who heads a region: who, and why the office is vacant or until when it is held."""
    who, why = Text(head.en, head.id), Text(vacancy.en, vacancy.id)
    return [why] if why.en.startswith(who.en) and why.id.startswith(who.id) else [who, why]


def _due(item: Brief) -> nodes.Node:
    rows: list[list[object]] = []
    for alike in reports(item.due):
        one = alike[0]
        due = day_both(one.due) if one.due else both(one.reason.en, one.reason.id)
        under: list[nodes.Node] = []
        for by in dict.fromkeys(other.duty.by for other in alike if other.duty.by):
            under += [nodes.Text(", ")] if under else []
            under.append(link("instrument", by))
        rows.append([both(one.duty.text.en, one.duty.text.id), one.name, one.to, due, under, words(one.duty.verified)])
    heads = (
        both("Report", "Laporan"),
        both("By", "Oleh"),
        both("To", "Kepada"),
        both("Due", "Jatuh tempo"),
        both("Under", "Menurut"),
        both("Verified", "Verifikasi"),
    )
    return table(heads, rows)
