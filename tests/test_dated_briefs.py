"""The briefs of every day a page carries are those the library gives for that day."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta

import pytest

pytest.importorskip("sphinx")

from electlaw import at
from electlaw.brief import brief
from electlaw.corpus import DATA_AS_OF, builtin
from electlaw.institutions import ROLES, stage_name
from electlaw.refs import cite
from electlaw.regions import region
from electlaw.sphinx.briefs import said_of_head
from electlaw.sphinx.dated import dated
from electlaw.sphinx.markup import when_text

#: A province like most, one split twice with laws of its own and one split off, one whose cities elect nobody, and one
#: that shares its name with a city.
PROVINCES = ("74", "91", "94", "31", "15")
DAYS = 8


def on(spells, day):
    found = []
    for first, answer in spells:
        if first <= day:
            found = answer
    return found


def shown(data, links, key, iso):
    """Return what the script shows of a region on a day, in Indonesian."""
    day = date.fromisoformat(iso).toordinal() - date.fromisoformat(data["from"]).toordinal()
    place = next(one for one in data["places"] if one[0] == key)
    _, names, kind, since, laws, elections, stages, heads, accounts, special = place
    full, bare = on(names, max(day, since))
    shared = data["kinds"][kind]

    def text(number):
        return data["texts"][number][-1].replace("{r}", full).replace("{n}", bare)

    def link(number):
        return links[number - 1][1] if number else ""

    running, halted, ahead = on(data["stages"][stages], day)
    asked = [
        data["rows"][n][4]
        for kind in ("pemilu ", "pilkada ")
        for n in (*running, *ahead)
        if data["names"][data["rows"][n][4]][0].startswith(kind)
    ]
    roles = []
    for stage in dict.fromkeys(asked):
        of, name = data["names"][stage]
        found = on(data["roles"][shared["roles"][of]], day)
        roles += [
            (text(name), text(role), tuple((link(id), text(label)) for id, label in who))
            for role, who in (data["who"][found] if isinstance(found, int) else [])
        ]
    due = [(data["reports"][row][0], last) for row, last in (*on(shared["due"], day), *on(accounts, day))]
    due.sort(key=lambda one: (one[1] if one[1] >= 0 else 10**6, one[0][5]))
    return {
        "laws": [
            (text(about), link(id), state, tuple(map(link, amended)))
            for about, id, _, state, amended in on(data["laws"][laws], day)
        ],
        "special": list(map(text, on(data["special"][special], day))),
        "elections": [(link(event), text(when), link(by)) for event, when, by in on(data["elections"][elections], day)],
        "stages": [
            [
                (text(data["rows"][n][0]), text(data["rows"][n][1]), text(data["rows"][n][2]), link(data["rows"][n][3]))
                for n in part
            ]
            for part in (running, halted, ahead)
        ],
        "head": list(map(text, on(heads, day))),
        "roles": roles,
        "bodies": [(link(id), text(name), text(above)) for id, name, above in on(shared["bodies"], day)],
        "due": [(text(row[0]), text(row[1]), text(row[2]), last) for row, last in due],
    }


def window(value):
    if value.exact and value.latest == "9999-12-31":
        return "terbuka"
    return when_text(value, "id") if value.known else "tanggal tidak diketahui"


def asked(key, iso, start):
    """Return the same of the brief itself."""
    item = brief(region(key), at(iso))
    roles = []
    for matrix in item.responsibilities:
        for role in ROLES:
            # a body with two mandates for one role is named once
            who = tuple(dict.fromkeys((one.institution, one.name) for one in matrix.mandates if one.role == role))
            if who:
                roles.append((stage_name(matrix.stage, "id", builtin()), ROLES[role].id, who))
    first = date.fromisoformat(start).toordinal()
    return {
        "laws": [
            (f.about.id, f.instrument.id, f.instrument.state, tuple(f.instrument.amended_by)) for f in item.frames
        ],
        "special": [rule.id for rule in item.special],
        "elections": [(one.event, window(one.voting_day), one.by or "") for one in item.elections],
        "stages": [
            [(one.name("id"), window(one.start), window(one.end), one.by or "") for one in part]
            for part in (item.running, item.suspended, item.ahead)
        ],
        "head": [one.id for one in said_of_head(item.head, item.vacancy)],
        "roles": roles,
        "bodies": [(one.key, one.name, ", ".join(map(str, one.chain()))) for one in item.bodies],
        "due": [
            (one.duty.text.id, one.name, one.to, date.fromisoformat(one.due).toordinal() - first if one.due else -1)
            for one in item.due
        ],
    }


@pytest.mark.parametrize("province", PROVINCES)
def test_every_day_is_the_brief_of_that_day(province):
    found = dated(builtin(), region(province))
    data = json.loads(json.dumps(found.data))
    chance = random.Random(province)
    last = date.fromisoformat(DATA_AS_OF).toordinal()
    for place in data["places"]:
        begin = date.fromisoformat(data["from"]).toordinal() + place[3]
        for _ in range(DAYS):
            iso = date.fromordinal(chance.randint(max(begin, last - 4000), last)).isoformat()
            assert shown(data, found.links, place[0], iso) == asked(place[0], iso, data["from"]), (place[0], iso)


def test_the_days_round_a_vote():
    # 27 November 2024; the day before and after, and the days round the schedule of January 2024
    found = dated(builtin(), region("74"))
    data = json.loads(json.dumps(found.data))
    for iso in ("2024-01-25", "2024-01-26", "2024-11-26", "2024-11-27", "2024-11-28"):
        for step in range(3):
            day = (date.fromisoformat(iso) + timedelta(days=step)).isoformat()
            assert shown(data, found.links, "74.71", day) == asked("74.71", day, data["from"]), day


def test_a_known_answer():
    # the day of the vote of 2024 was set by PKPU 2/2024 on 26 January 2024; before, the statute set the month only
    found = dated(builtin(), region("74"))
    data = json.loads(json.dumps(found.data))

    def voting(iso):
        votes = shown(data, found.links, "74.71", iso)["elections"]
        return [(event, when) for event, when, _ in votes if event == "pilkada-2024"]

    assert voting("2022-11-21") == [("pilkada-2024", "November 2024")]
    assert voting("2024-02-01") == [("pilkada-2024", "27 November 2024")]
    assert not voting("2024-11-28")


def test_links_have_names():
    found = dated(builtin(), region("31"))
    assert all(cite(target, short=True) for role, target in found.links if role == "instrument")
