"""Who votes when, and since when that was known."""

from __future__ import annotations

from collections import Counter

import pytest

from electlaw.corpus import builtin
from electlaw.errors import NotFound
from electlaw.regions import all_regions, events, region
from electlaw.schedule import schedule
from electlaw.schedule.lines import timetable
from electlaw.tables import tables

ALL = all_regions()


@pytest.mark.parametrize(
    ("event", "governor", "regent", "mayor", "single"),
    [  # official numbers of the KPU
        ("pilkada-2015", 9, 224, 36, 3),
        ("pilkada-2017", 7, 76, 18, 9),
        ("pilkada-2018", 17, 115, 39, 16),
        ("pilkada-2020", 9, 224, 37, 25),
        ("pilkada-2024", 37, 415, 93, 37),
        ("psu-2021", 2, 13, 1, 0),
        ("psu-2025", 1, 20, 3, 1),
        ("pilkada-ulang-2025", 0, 1, 1, 0),
    ],
)
def test_official_totals(event: str, governor: int, regent: int, mayor: int, single: int) -> None:
    found = [contest for one in ALL for contest in one.contests(event)]
    offices = Counter(contest.office for contest in found)
    assert (offices["governor"], offices["regent"], offices["mayor"]) == (governor, regent, mayor)
    assert sum(contest.single_pair is True for contest in found) == single


def test_who_does_not_elect_takes_part_in_nothing() -> None:
    for one in ALL:
        assert bool(one.contests("pilkada-2024")) == one.elects_head


def test_every_region_that_elects_voted_in_one_of_the_waves_before_2024() -> None:
    # UU 8/2015 and UU 10/2016 Pasal 201: 2015 (again 2020), 2017 or 2018; the four provinces of 2022 first in 2024;
    # Makassar again in 2020 because the empty column won in 2018.
    for one in ALL:
        waves = {c.event for c in one.contests()} & {"pilkada-2015", "pilkada-2017", "pilkada-2018", "pilkada-2020"}
        if not one.elects_head or one.code in {"93", "94", "95", "96"}:
            assert not waves
        elif one.name == "Kota Makassar":
            assert waves == {"pilkada-2018", "pilkada-2020"}
        else:
            assert waves in ({"pilkada-2015", "pilkada-2020"}, {"pilkada-2017"}, {"pilkada-2018"}), one.name


@pytest.mark.parametrize(
    ("on", "event", "day", "by"),
    [
        ("2015-03-18", "pilkada-2017", "2017-02", "uu-8-2015"),
        ("2017-02-14", "pilkada-2017", "2017-02-15", "pkpu-3-2016"),
        ("2017-02-15", "pilkada-2024", "2024-11", "uu-10-2016"),  # voted that day
        ("2022-11-21", "pilkada-2024", "2024-11", "uu-10-2016"),  # only the month was law
        ("2024-01-25", "pilkada-2024", "2024-11", "uu-10-2016"),
        ("2024-01-26", "pilkada-2024", "2024-11-27", "pkpu-2-2024"),
        ("2025-06-26", "pilkada-2029", "2031-10-01..2032-04-20", "mk-135-puu-xxii-2024"),
    ],
)
def test_next_contest_of_kendari_as_law_then_knew(on: str, event: str, day: str, by: str) -> None:
    contest = region("Kendari").next_contest(on)
    assert contest is not None
    assert (contest.event, str(contest.voting_day), contest.by) == (event, day, by)


def test_no_contest_was_called_before_the_calendar() -> None:
    assert region("Kendari").next_contest("2015-03-17") is None


def test_votes_once_due_in_2022_and_2023() -> None:
    # UU 8/2015 Pasal 201 (5), (6) called them, UU 10/2016 replaced them by November 2024.
    kendari = region("Kendari")
    (planned,) = kendari.contests("pilkada-2022", known="2016-06-30")
    assert str(planned.voting_day) == "2022"
    assert planned.single_pair is None
    assert kendari.contests("pilkada-2022", known="2016-07-01") == ()
    assert kendari.contests("pilkada-2022") == ()


@pytest.mark.parametrize(
    ("known", "day", "state"),
    [
        ("2015-03-18", "2020", "set"),
        ("2016-07-01", "2020-09", "set"),
        ("2019-08-09", "2020-09-23", "set"),
        ("2020-03-21", "2020-09-23", "suspended"),
        ("2020-05-03", "2020-09-23", "suspended"),
        ("2020-05-04", "2020-12", "set"),
        ("2020-06-12", "2020-12-09", "set"),
    ],
)
def test_the_moves_of_2020(known: str, day: str, state: str) -> None:
    (contest,) = region("Medan").contests("pilkada-2020", known=known)
    assert (str(contest.voting_day), contest.state) == (day, state)
    event = next(one for one in events() if one.id == "pilkada-2020")
    assert str(event.voting_day(known)) == day


def test_a_vote_put_off_the_day_before() -> None:
    kalteng = region("Kalteng")
    days = [kalteng.contests("pilkada-2015", known=known)[0] for known in ("2015-12-07", "2015-12-08", "2016-01-27")]
    assert [str(c.voting_day) for c in days] == ["2015-12-09", "", "2016-01-27"]
    assert [c.state for c in days] == ["set", "postponed", "set"]
    waiting = kalteng.next_contest("2015-12-20")
    assert waiting is not None
    assert waiting.event == "pilkada-2015"


def test_second_round_in_jakarta() -> None:
    # UU 29/2007 Pasal 11: more than half of the votes, or a second round.
    assert region("DKI").contests("pilkada-2017-dki-putaran-2", known="2017-03-03") == ()
    (second,) = region("DKI").contests("pilkada-2017-dki-putaran-2", known="2017-03-04")
    assert (second.kind, str(second.voting_day)) == ("second-round", "2017-04-19")


def test_the_empty_column_won_and_the_vote_was_repeated() -> None:
    (first, again) = (region("Pangkalpinang").contests(e)[0] for e in ("pilkada-2024", "pilkada-ulang-2025"))
    assert (first.single_pair, first.result, str(again.voting_day)) == (True, "empty-column", "2025-08-27")
    (then,) = region("Pangkalpinang").contests("pilkada-2024", known="2024-11-27")
    assert (then.single_pair, then.result) == (True, "")
    assert region("Makassar").contests("pilkada-2018")[0].result == "empty-column"
    # Makassar's vote in 2020 follows from that result.
    assert region("Makassar").contests("pilkada-2020", known="2018-06-30") == ()


def test_a_single_pair_is_not_known_before_the_pairs_are_determined() -> None:
    one = region("Papua Barat")
    assert one.contests("pilkada-2024")[0].single_pair is True
    assert one.contests("pilkada-2024", known="2024-09-21")[0].single_pair is None


def test_a_pair_left_alone_later() -> None:
    # KPU, 2 April 2018: Bone joins the regions with a single pair.
    bone = region("Bone")
    assert bone.contests("pilkada-2018", known="2018-04-01")[0].single_pair is None
    assert bone.contests("pilkada-2018", known="2018-04-02")[0].single_pair is True


def test_postponed_votes_of_2018_and_2020() -> None:
    for name, event, put_off, voted in (
        ("Paniai", "pilkada-2018", "2018-06-27", "2018-07-25"),
        ("Boven Digoel", "pilkada-2020", "2020-12-07", "2020-12-28"),
        ("Pematangsiantar", "pilkada-2015", "2015-12-08", "2016-11-16"),
    ):
        (waiting,) = region(name).contests(event, known=put_off)
        assert (waiting.state, waiting.voting_day.known) == ("postponed", False)
        (held,) = region(name).contests(event)
        assert str(held.voting_day) == voted


def test_revotes_of_2021_that_were_put_off() -> None:
    days = {name: str(region(name).contests("psu-2021")[0].voting_day) for name in ("Nabire", "Boven Digoel", "Kalsel")}
    assert days == {"Nabire": "2021-07-28", "Boven Digoel": "2021-07-17", "Kalsel": "2021-06-09"}


def test_a_province_formed_later_was_not_called_before_it_existed() -> None:
    assert region("Papua Selatan").contests("pilkada-2024", known="2022-07-24") == ()
    (contest,) = region("Papua Selatan").contests("pilkada-2024", known="2022-07-25")
    assert str(contest.voting_day) == "2024-11"


def test_revotes_of_2025() -> None:
    (contest,) = region("Papua").contests("psu-2025", known="2025-02-24")
    assert str(contest.voting_day) == "2025-02-25..2025-08-23"  # within 180 days
    days = [str(region("Papua").contests("psu-2025", known=k)[0].voting_day) for k in ("2025-03-03", "2025-03-26")]
    assert days == ["2025-08-09", "2025-08-06"]
    assert region("Papua").contests("psu-2025", known="2025-02-23") == ()
    assert region("Siak").contests("psu-2025")[0].extent == "part"


@pytest.mark.parametrize("known", ["2015-06-01", "2016-06-30", "2018-06-27", "2020-04-01", "2022-11-21", "2025-01-01"])
def test_what_becomes_known_later_changes_nothing(known: str) -> None:
    """A day shown on `known` was set by an act of that day or before."""
    by_event = {one.id: one for one in events()}
    for one in ALL:
        for contest in one.contests(known=known):
            acts = [s for s in by_event[contest.event].settings if s.day == contest.voting_day]
            assert any(s.known.latest <= known for s in acts), (one, contest)


def test_an_unknown_event_lists_those_there_are() -> None:
    with pytest.raises(NotFound) as missing:
        region("Kendari").contests("pilkada-1999")
    assert "pilkada-2024" in missing.value.choices


def test_electorate_names_its_election() -> None:
    jakarta = {count.event: count.voters for count in region("DKI").electorate()}
    assert jakarta == {"pemilu-2024": 8_252_897, "pilkada-2024": 8_214_007}
    # The official domestic total of the 2024 general election.
    provinces = [one for one in ALL if one.kind == "province"]
    assert sum(count.voters for one in provinces for count in one.electorate("pemilu-2024")) == 203_056_748
    # KPU Sulawesi Tenggara, 22 September 2024; KPU Kendari the same month.
    assert [count.voters for count in region("Sultra").electorate("pilkada-2024")] == [1_876_792]
    assert {c.event: c.voters for c in region("Kendari").electorate()} == {
        "pemilu-2024": 238_205,
        "pilkada-2024": 238_683,
    }
    assert region("Kota Bau-Bau").electorate() == ()


def test_special_rules() -> None:
    topics = {rule.topic for rule in region("Banda Aceh").special_rules()}
    assert topics >= {"organiser", "supervisor", "local-parties", "party-threshold"}
    assert all(rule.basis for one in ALL for rule in one.special_rules())
    assert region("Kendari").special_rules() == ()
    assert [rule.topic for rule in region("Jakarta Selatan").special_rules("2024-11-27")] == [
        "winner",
        "appointed-heads",
    ]
    # UU 11/2006 Pasal 91: local parties and coalitions with them; every party only with Qanun Aceh 12/2016.
    assert "every-party-threshold" not in {rule.topic for rule in region("Aceh").special_rules("2015-12-31")}
    assert "every-party-threshold" in {rule.topic for rule in region("Aceh").special_rules("2017-01-01")}
    (local,) = [rule for rule in region("Aceh").special_rules("2015-12-31") if rule.topic == "party-threshold"]
    assert local.en.startswith("Local parties")
    # UU 7/2017 took Pasal 60 (1), (2), (4) away; ruling 66/PUU-XV/2017 of 11 January 2018 brought them back.
    for day, holds in (("2017-08-15", True), ("2017-08-16", False), ("2018-01-10", False), ("2018-01-11", True)):
        assert ("supervisor" in {rule.topic for rule in region("Aceh").special_rules(day)}) is holds
    # Perppu 1/2008 of 16 April 2008 brought Papua Barat under the special autonomy.
    assert region("Papua Barat").special_rules("2008-04-15") == ()
    assert {rule.topic for rule in region("Papua Barat").special_rules("2008-04-16")} == {
        "indigenous-governor",
        "deputy-vacancy",
    }
    assert region("DIY").special_rules("2012-09-02") == ()
    assert [rule.topic for rule in region("DIY").special_rules("2012-09-03")] == ["governor"]


def test_rows_of_the_tables_refer_to_events_regions_and_sources() -> None:
    sources = {row["key"] for row in tables()["sources"]}
    known = {one.id for one in events()}
    keys = {one.key for one in ALL}
    for name in ("events", "event-dates", "contests", "electorate", "special-rules"):
        for row in tables()[name]:
            assert row["source"], row
            assert set(row["source"].split()) <= sources, row
            assert row["verified"] in {"text", "report", "recall"}, row
            assert row.get("event", row.get("of") or "pilkada-2024") in known, row
            assert row.get("code", "") in keys | {""}, row
    for row in tables()["contests"]:
        assert region(row["code"]).elects_head
        assert row["single_pair"] in {"yes", "no", ""}
    for row in tables()["event-dates"]:
        assert row["state"] in {"set", "postponed", "suspended", "dropped"}


def test_second_revotes_after_2020() -> None:
    """Rulings 141/PHP.BUP-XIX/2021 (3 June 2021, Labuhanbatu) and 145/PHP.BUP-XIX/2021 (29 June 2021, Yalimo)."""
    labuhanbatu, yalimo = region("12.10"), region("95.06")
    assert labuhanbatu.contests("psu-2021-labuhanbatu", known="2021-06-02") == ()
    (ordered,) = labuhanbatu.contests("psu-2021-labuhanbatu", known="2021-06-03")
    assert (ordered.by, str(ordered.voting_day)) == ("mk-141-php-bup-xix-2021", "2021-06-04..2021-06-23")
    (held,) = labuhanbatu.contests("psu-2021-labuhanbatu")
    assert (str(held.voting_day), held.extent) == ("2021-06-19", "part")
    (waiting,) = yalimo.contests("psu-2022-yalimo", known="2021-09-01")
    assert (waiting.by, str(waiting.voting_day)) == ("mk-145-php-bup-xix-2021", "2021-06-30..2021-12-17")
    assert str(yalimo.contests("psu-2022-yalimo")[0].voting_day) == "2022-01-26"
    # Of the four regencies ruled on again on 3 June 2021 only Labuhanbatu had to vote anew.
    assert [one.key for one in ALL if one.contests("psu-2021-labuhanbatu")] == ["12.10"]


def test_every_event_but_a_general_election_says_which_regions_vote() -> None:
    called = {row["event"] for row in builtin().all("contests")}
    for event in events():
        assert event.kind == "pemilu" or (event.like or event.id) in called, event.id


def test_a_vote_of_one_region_has_a_schedule_for_that_region_only() -> None:
    for event, codes in (
        ("psu-2025-papua", {"91"}),
        ("pilkada-ulang-2025-bangka", {"19.01"}),
        ("pilkada-ulang-2025-pangkalpinang", {"19.71"}),
        ("pilkada-2015-susulan", {"12.08", "12.72", "62", "71.71", "92.03"}),
    ):
        assert timetable(event).codes == codes
        with pytest.raises(NotFound):
            schedule(event, on="2025-08-01", region="Sultra")


def test_schedules_and_events_agree_on_the_day_of_the_vote() -> None:
    """A day that a version of a schedule sets for the vote is one that the events know too."""
    days: dict[str, set[str]] = {}
    for row in builtin().all("event-dates"):
        days.setdefault(row["event"], set()).add(row["day"])
    for row in builtin().all("stages"):
        if row["stage"] == "voting_day" and row["start"]:
            assert row["start"] in days[row["event"]], row
