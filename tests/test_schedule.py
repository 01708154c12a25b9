"""Schedules as they stood on a day: what the instruments and reports of the time say."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import electlaw
from electlaw import schedule as schedules
from electlaw import views
from electlaw.calendar import count, official
from electlaw.corpus import builtin
from electlaw.errors import Invalid, NotFound
from electlaw.schedule import event_ids, plan, schedule, stage_key, stage_keys, stages
from electlaw.schedule.lines import timetable
from electlaw.schedule.rules import shift

EVENTS = event_ids(builtin())


def vote(event: str, on: str, known: str | None = None, **where: str) -> tuple[str, str]:
    found = schedule(event, on=on, known=known, **where).voting_day
    return str(found.start), found.state


# -- pilkada 2020, version by version -------------------------------------------------------------------


def test_in_2019_only_the_month_was_law() -> None:
    assert vote("pilkada-2020", "2019-01-01") == ("2020-09", "unscheduled")
    assert vote("pilkada-2020", "2016-06-30") == ("2020", "unscheduled")


def test_stages_suspended_while_the_vote_still_stood_in_september() -> None:
    found = schedule("pilkada-2020", on="2020-05-01")
    assert (str(found.voting_day.start), found.voting_day.state) == ("2020-09-23", "ahead")
    coklit = found.stage("voter_list_verification")
    assert coklit.state == "suspended"
    assert coklit.halt is not None
    assert coklit.halt.by == "keputusan-kpu-179-2020"
    assert found.stage("adhoc_pps_inauguration").state == "suspended"
    assert found.stage("independent_support_verification").state == "suspended"
    assert found.stage("nomination_registration").state == "ahead"


def test_the_perppu_put_off_the_vote_to_a_month() -> None:
    found = schedule("pilkada-2020", on="2020-05-05")
    day = found.voting_day
    assert (str(day.start), str(day.end), day.state) == ("2020-12", "2020-12", "unscheduled")
    assert [item.instrument for item in day.basis] == ["perppu-2-2020"]
    assert found.stage("nomination_registration").state == "overtaken"
    assert found.stage("campaign").state == "overtaken"
    # A day the lower norm had set before lies outside the month, and is named with the reason.
    assert [(rival.by, rival.ground) for rival in day.rivals] == [("pkpu-2-2020", "outside")]


def test_scheduled_anew_within_the_month() -> None:
    found = schedule("pilkada-2020", on="2020-06-20")
    day = found.voting_day
    assert (str(day.start), day.state) == ("2020-12-09", "ahead")
    assert {item.instrument for item in day.basis} == {"pkpu-5-2020", "perppu-2-2020"}
    assert str(found.stage("nomination_registration").start) == "2020-09-04"
    assert str(found.stage("campaign").start) == "2020-09-26"
    # Nobody set a new day for the oath of PPS of 22 March.
    assert found.stage("adhoc_pps_inauguration").state == "missed"


def test_what_was_known_on_1_may_about_20_june() -> None:
    found = schedule("pilkada-2020", on="2020-06-20", known="2020-05-01")
    assert str(found.voting_day.start) == "2020-09-23"
    assert found.stage("voter_list_verification").state == "suspended"


def test_the_decision_to_resume_ends_the_suspension() -> None:
    assert schedule("pilkada-2020", on="2020-06-14").in_state("suspended")
    assert not schedule("pilkada-2020", on="2020-06-15").in_state("suspended")


def test_history_names_every_version_in_order() -> None:
    revisions = schedule("pilkada-2020", on="2020-12-01", region="Sumatera Barat").history()
    assert [(str(one.known)[:10], one.by, one.op) for one in revisions] == [
        ("2015-03-18", "uu-8-2015", "set"),
        ("2016-07-01", "uu-10-2016", "set"),
        ("2019-08-09", "pkpu-15-2019", "set"),
        ("2019-08-09", "pkpu-16-2019", "set"),
        ("2020-02-28", "pkpu-2-2020", "set"),
        ("2020-03-21", "keputusan-kpu-179-2020", "suspend"),
        ("2020-03-24", "surat-kpu-285-2020", "suspend"),
        ("2020-05-04", "perppu-2-2020", "postpone"),
        ("2020-05-04", "perppu-2-2020", "set"),
        ("2020-06-12", "pkpu-5-2020", "set"),
        ("2020-06-15", "keputusan-kpu-258-2020", "resume"),
    ]
    assert [str(one.voting_day) for one in revisions if one.voting_day][-2:] == ["2020-12", "2020-12-09"]


def test_diff_tells_acts_from_the_passing_of_time() -> None:
    before, after = (schedule("pilkada-2020", on=on) for on in ("2020-05-05", "2020-06-20"))
    changed = {change.stage: change for change in before.diff(after)}
    assert str(changed["campaign"].before.start) == "2020-07-11"
    assert str(changed["campaign"].after.start) == "2020-09-26"
    assert changed["recapitulation_district"].before is None
    quiet = schedule("pilkada-2024", on="2024-11-20")
    assert quiet.diff(schedule("pilkada-2024", on="2024-11-25")) == ()
    assert quiet.diff(quiet) == ()


# -- other events ---------------------------------------------------------------------------------------


def test_november_2022_knew_the_day_of_the_pemilu_and_the_month_of_the_pilkada() -> None:
    assert vote("pemilu-2024", "2024-02-14", "2022-11-21") == ("2024-02-14", "running")
    assert vote("pilkada-2024", "2024-11-27", "2022-11-21") == ("2024-11", "unscheduled")
    assert vote("pilkada-2024", "2024-01-25") == ("2024-11", "unscheduled")
    assert vote("pilkada-2024", "2024-01-26") == ("2024-11-27", "ahead")


@pytest.mark.parametrize(
    ("event", "day"),
    [
        ("pilkada-2015", "2015-12-09"),
        ("pilkada-2017", "2017-02-15"),
        ("pilkada-2017-dki-putaran-2", "2017-04-19"),
        ("pilkada-2018", "2018-06-27"),
        ("pemilu-2019", "2019-04-17"),
        ("pilkada-2020", "2020-12-09"),
        ("pemilu-2024", "2024-02-14"),
        ("pilkada-2024", "2024-11-27"),
        ("pilkada-ulang-2025", "2025-08-27"),
        ("psu-2025-b", "2025-08-06"),
    ],
)
def test_the_day_each_event_voted(event: str, day: str) -> None:
    assert vote(event, day) == (day, "running")


def test_the_next_elections_after_ruling_135_are_windows() -> None:
    # At least two years and at most two and a half after the oaths of October 2029.
    found = schedule("pilkada-2029", on="2025-07-01").voting_day
    assert (str(found.start), found.state) == ("2031-10-01..2032-04-20", "unscheduled")
    assert [item.instrument for item in found.basis] == ["mk-135-puu-xxii-2024"]
    assert vote("pilkada-2029", "2025-06-25") == ("2029", "unscheduled")


def test_elections_of_2022_and_2023_were_dropped_by_uu_10_2016() -> None:
    assert vote("pilkada-2022", "2016-06-30") == ("2022", "unscheduled")
    assert vote("pilkada-2022", "2016-07-01") == ("2022", "overtaken")


def test_a_version_whose_day_is_known_to_the_month_only() -> None:
    # PKPU 2/2015 is of April 2015.
    assert vote("pilkada-2015", "2015-03-20") == ("2015-12", "unscheduled")
    found = schedule("pilkada-2015", on="2015-04-10")
    assert found.stage("campaign").state == "unknown"
    assert [line.by for line in found.stage("campaign").doubts] == ["pkpu-2-2015"]
    assert schedule("pilkada-2015", on="2015-05-10").stage("campaign").state == "ahead"


def test_a_vote_put_off_the_day_before() -> None:
    # Kalimantan Tengah: put off on 8 December 2015, held on 27 January 2016.
    assert vote("pilkada-2015", "2015-12-07", region="Kalimantan Tengah") == ("2015-12-09", "ahead")
    assert vote("pilkada-2015", "2015-12-20", region="Kalimantan Tengah") == ("", "unscheduled")
    assert vote("pilkada-2015", "2016-01-28", region="Kalimantan Tengah") == ("2016-01-27", "done")
    assert vote("pilkada-2015", "2015-12-20", region="Sumatera Barat") == ("2015-12-09", "done")


@pytest.mark.parametrize(
    ("place", "on", "said"),
    [
        ("Kalimantan Tengah", "2016-01-02", ("2016-01", "unscheduled")),
        ("Kalimantan Tengah", "2016-01-04", ("2016-01-27", "ahead")),
        ("Fakfak", "2016-01-02", ("2016-01", "unscheduled")),
        ("Fakfak", "2016-01-05", ("2016-01-16", "ahead")),
        ("Manado", "2016-01-15", ("2016-01-16..2016-02-29", "unscheduled")),
        ("Manado", "2016-01-22", ("2016-02-17", "ahead")),
        ("Paniai", "2018-07-10", ("2018-07-25", "ahead")),
    ],
)
def test_a_vote_put_off_gets_a_window_and_then_a_day(place: str, on: str, said: tuple[str, str]) -> None:
    assert vote("pilkada-2018" if place == "Paniai" else "pilkada-2015", on, region=place) == said


def test_what_follows_a_vote_put_off_waits_with_it() -> None:
    manado = schedule("pilkada-2015", on="2016-01-16", region="Manado")
    assert manado.stage("evaluation_and_reporting_without_dispute").state == "overtaken"
    assert manado.running == ()
    (notices,) = [
        one
        for one in schedule("pilkada-2015", on="2016-01-25", region="Kalimantan Tengah").running
        if one.stage == "voting_notice_delivery"
    ]
    assert [one.instrument for one in notices.basis] == ["keputusan-kpu-kalimantan-tengah-7-2016"]


def test_papuas_revote_moved_from_saturday_to_wednesday() -> None:
    for on, day in (
        ("2025-03-01", "2025-02-25..2025-08-23"),
        ("2025-03-10", "2025-08-09"),
        ("2025-03-27", "2025-08-06"),
    ):
        assert vote("psu-2025", on, region="Provinsi Papua")[0] == day
    campaign = schedule("psu-2025", on="2025-03-27", region="Provinsi Papua").campaign
    assert (str(campaign.start), str(campaign.end)) == ("2025-03-26", "2025-08-02")


# -- re-votes: the window a ruling leaves, until a day is set -------------------------------------------


@pytest.mark.parametrize(
    ("region", "ruled", "window", "by"),
    [
        # Reports of the rulings of 18, 19 and 22 March 2021: 30 days, and 30, 45, 60 and 90 working days.
        ("Teluk Wondama", "2021-03-18", "2021-03-19..2021-04-17", "mk-32-php-bup-xix-2021"),
        ("Kalimantan Selatan", "2021-03-19", "2021-03-20..2021-06-21", "mk-124-php-gub-xix-2021"),
        ("Kabupaten Nabire", "2021-03-19", "2021-03-20..2021-08-03", "mk-84-php-bup-xix-2021"),
        ("Kabupaten Halmahera Utara", "2021-03-22", "2021-03-23..2021-05-31", "mk-57-php-bup-xix-2021"),
        ("Kabupaten Labuhanbatu", "2021-03-22", "2021-03-23..2021-05-04", "mk-58-php-bup-xix-2021"),
        ("Kabupaten Siak", "2025-02-24", "2025-02-25..2025-03-26", "mk-73-phpu-bup-xxiii-2025"),
        ("Kota Sabang", "2025-02-24", "2025-02-25..2025-04-10", "mk-47-phpu-wako-xxiii-2025"),
    ],
)
def test_a_ruling_leaves_a_window_until_the_day_is_set(region: str, ruled: str, window: str, by: str) -> None:
    event = f"psu-{ruled[:4]}"
    (found,) = (one for one in stages(region, on=ruled) if one.event == event)
    assert (found.stage, found.state, found.by) == ("voting_day", "unscheduled", by)
    assert str(found.start) == str(found.end) == window
    assert found.rule.startswith("within ")
    assert found.to_json()["start"] == window


def test_kalimantan_selatan_between_its_ruling_and_its_vote() -> None:
    # Ordered on 19 March 2021, 9 June named by KPU on 2 April.
    region = "Kalimantan Selatan"
    before = {one.event for one in stages(region, on="2021-03-18")}
    assert "psu-2021" not in before
    assert vote("psu-2021", "2021-04-01", region=region) == ("2021-03-20..2021-06-21", "unscheduled")
    assert vote("psu-2021", "2021-04-20", region=region) == ("2021-06-09", "ahead")
    assert vote("psu-2021", "2021-06-10", region=region) == ("2021-06-09", "done")
    found = schedule("psu-2021", on="2021-04-20", region=region).voting_day
    assert found.order is not None
    assert (found.order.day, found.order.within, found.order.unit) == ("2021-03-19", 60, "working_day")
    assert {item.instrument for item in found.basis} >= {"mk-124-php-gub-xix-2021"}


def test_sabu_raijua_was_called_by_a_later_ruling() -> None:
    assert all(one.event != "psu-2021" for one in stages("Sabu Raijua", on="2021-04-14"))
    assert vote("psu-2021", "2021-04-15", region="Sabu Raijua") == ("2021-04-16..2021-07-15", "unscheduled")
    assert vote("psu-2021", "2021-04-21", region="Sabu Raijua") == ("2021-07-07", "ahead")


def test_a_day_after_the_limit_of_an_order_stands_and_is_late() -> None:
    # Yalimo: due on 17 December 2021, put off for want of funds and held on 26 January 2022.
    assert vote("psu-2022-yalimo", "2021-08-01") == ("2021-06-30..2021-12-17", "unscheduled")
    found = schedule("psu-2022-yalimo", on="2022-01-10").voting_day
    assert (str(found.start), found.state, found.late) == ("2022-01-26", "ahead", True)
    assert not schedule("psu-2021-labuhanbatu", on="2021-06-10").voting_day.late
    assert "17 December 2021" in views.text(found)
    assert "17 Desember 2021" in views.text(found, "id")


def test_the_window_of_an_order_is_what_the_order_leaves() -> None:
    """The last day is the one counted from the ruling, or that with the ruling's own day as day one."""
    for row in builtin().all("event-dates"):
        if row["within"]:
            first, last = row["day"].split("..")
            assert first == shift(row["known"], 1)
            ends = [
                count(row["known"], int(row["within"]), row["unit"], first=way, calendar=official(row["known"]))
                for way in ("after", "on")
            ]
            assert last in ends, row


def test_every_revote_known_to_the_day_was_ordered_within_a_time() -> None:
    for row in builtin().all("contests"):
        if row["event"].startswith("psu-"):
            found = schedule(row["event"], on="2026-01-01", region=row["code"]).voting_day
            assert found.order is not None, row
            assert found.state == "done"


def test_the_days_after_a_vote_moved_forward_do_not_stand() -> None:
    # KPU Papua moved its vote from 9 to 6 August 2025; the count had been set for 9 and 10 August.
    before, after = (schedule("psu-2025", on=on, region="Provinsi Papua") for on in ("2025-03-20", "2025-03-27"))
    assert (str(before.stage("counting").start), before.stage("counting").state) == ("2025-08-09", "ahead")
    assert after.stage("counting").state == "overtaken"
    assert after.voting_day.state == "ahead"
    # The act is of that region alone, and of these stages alone.
    assert after.stage("quiet_period").state == "ahead"


def test_only_regions_with_new_candidates_nominated_in_2025() -> None:
    # Six regencies with a limit of 60 days, by the plan of KPU of 3 March 2025; Siak and Serang voted on the same pairs.
    for region in ("Kabupaten Siak", "Kabupaten Serang", "Kota Banjarbaru", "Kota Sabang"):
        assert "nomination_registration" not in schedule("psu-2025", on="2025-03-09", region=region)
    for region in ("Parigi Moutong", "Kabupaten Pasaman", "Kabupaten Tasikmalaya", "Kota Palopo"):
        assert schedule("psu-2025", on="2025-03-09", region=region).stage("nomination_registration").state == "running"


def test_governors_and_regents_have_schedules_of_their_own() -> None:
    found = schedule("pilkada-2018", on="2017-12-01")
    windows = {one.scope: str(one.start) for one in found.stages if one.stage == "independent_support_submission"}
    assert windows == {"province": "2017-11-22", "regency-city": "2017-11-25"}
    assert str(found.stage("independent_support_submission", scope="province").end) == "2017-11-26"
    with pytest.raises(Invalid, match="province"):
        found.stage("independent_support_submission")
    regency = schedule("pilkada-2018", on="2017-12-01", region="Kolaka")
    assert str(regency.stage("independent_support_submission").start) == "2017-11-25"


def test_extended_registration_only_where_it_was_opened() -> None:
    surabaya, kendari_wave = (
        schedule("pilkada-2015", on="2015-08-09", region=name) for name in ("Surabaya", "Konawe Selatan")
    )
    assert str(surabaya.stage("nomination_extension").start) == "2015-08-09"
    assert str(kendari_wave.stage("nomination_extension").start) == "2015-08-01"


def test_two_norms_on_one_limit_are_both_shown() -> None:
    found = schedule("pilkada-2024", on="2025-01-06", region="Sultra").stage("elected_determination_without_dispute")
    assert [item.instrument for item in found.basis] == ["pkpu-18-2024"]
    assert [(rival.by, rival.ground) for rival in found.rivals] == [("pkpu-2-2024", "later")]


@pytest.mark.parametrize(
    "event", ["pilkada-2015", "pilkada-2018", "pilkada-2020", "pilkada-2024", "pilkada-ulang-2025"]
)
def test_the_campaign_opens_three_days_after_the_pairs_and_closes_before_three_quiet_days(event: str) -> None:
    # Pasal 67 ayat (1) and (2), UU 8/2015.
    found = schedule(event, on="2026-01-01")
    pairs, campaign, quiet, day = (
        found.stage(key) for key in ("candidate_determination", "campaign", "quiet_period", "voting_day")
    )
    ordinal = {one: date.fromisoformat(str(one.start)).toordinal() for one in (pairs, campaign, quiet, day)}
    assert ordinal[campaign] - ordinal[pairs] == 3
    assert ordinal[day] - ordinal[quiet] == 3
    assert date.fromisoformat(str(campaign.end)).toordinal() == ordinal[quiet] - 1


@pytest.mark.parametrize(
    ("event", "days"),
    [("pilkada-2015", 101), ("pilkada-2017", 107), ("pilkada-2018", 129), ("pemilu-2019", 203), ("pilkada-2020", 71),
     ("pemilu-2024", 75), ("pilkada-2024", 60), ("pilkada-ulang-2025", 30), ("psu-2025-b", 45)],
)  # fmt: skip
def test_lengths_of_campaigns(event: str, days: int) -> None:
    found = schedule(event, on="2026-01-01").campaign
    ends = [date.fromisoformat(str(one)).toordinal() for one in (found.start, found.end)]
    assert ends[1] - ends[0] + 1 == days


# -- questions ------------------------------------------------------------------------------------------


def test_what_runs_what_is_next_and_how_long() -> None:
    found = schedule("pilkada-2024", on="2024-11-25", region="Sulawesi Tenggara")
    assert "quiet_period" in {one.stage for one in found.running}
    assert found.campaign.state == "done"
    assert {one.stage for one in found.next(3)} >= {"voting_day"}
    assert found.days_left() == 2
    assert found.days_left("campaign") == -2
    assert schedule("pilkada-2024", on="2023-01-01").days_left() is None


def test_stages_of_a_region_on_a_day() -> None:
    assert {one.event for one in stages("Sultra", on="2024-11-25")} == {"pilkada-2024"}
    assert {one.event for one in stages("Sultra", on="2016-06-30")} == {"pilkada-2018"}
    running = {one.stage for one in electlaw.at("2020-09-05").stages(region="Konawe Selatan") if one.state == "running"}
    assert "nomination_registration" in running
    assert stages("pilkada-2020", on="2020-05-05") == schedule("pilkada-2020", on="2020-05-05").stages


def test_answers_past_the_cut_off_are_marked() -> None:
    assert schedule("pilkada-2029", on="2026-06-01").projected
    assert not schedule("pilkada-2029", on="2026-01-01").projected


def test_schedules_do_not_load_the_holidays() -> None:
    import subprocess
    import sys

    code = (
        "import sys, electlaw.schedule as s; s.schedule('pilkada-2024', on='2024-11-25');"
        "s.deadline('campaign', '2024-09-22', on='2024-09-22'); assert 'holidays' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_rows_as_data() -> None:
    row = schedule("pilkada-2020", on="2020-06-20").voting_day.to_json()
    assert {key: row[key] for key in ("event", "stage", "start", "end", "state", "scope", "basis")} == {
        "event": "pilkada-2020",
        "stage": "voting_day",
        "start": "2020-12-09",
        "end": "2020-12-09",
        "state": "ahead",
        "scope": "national",
        "basis": ["pkpu-5-2020", "perppu-2-2020"],
    }
    assert row["verified"] == "report"
    assert [row["stage"] for row in schedule("pilkada-2020", on="2020-06-20").to_json()].count("campaign") == 1


def test_only_the_version_of_the_day_is_listed() -> None:
    rows = schedule("pilkada-2020", on="2020-06-20").to_json()
    assert {(row["start"], row["end"]) for row in rows if row["stage"] == "campaign"} == {("2020-09-26", "2020-12-05")}
    assert not any("pkpu-5-2020" in row["basis"] for row in schedule("pilkada-2020", on="2020-06-11").to_json())


# -- taxonomy -------------------------------------------------------------------------------------------


def test_events_are_named_as_people_write_them() -> None:
    assert [one.event for one in schedules.schedules("Pilkada 2024", on="2024-09-25")] == ["pilkada-2024"]
    assert [one.event for one in schedules.schedules("PSU 2021", on="2021-04-25")] == ["psu-2021"]


def test_a_stage_says_shortly_what_it_is() -> None:
    found = schedule("pilkada-2024", on="2024-09-25").campaign
    assert repr(found) == "<Stage campaign of pilkada-2024: 2024-09-25 to 2024-11-23, running>"
    assert len(repr(found.line)) < 120
    drafting = schedule("pilkada-2024", on="2024-09-25").stage("regulation_drafting")
    assert repr(drafting) == "<Stage regulation_drafting of pilkada-2024: until 2024-11-18, ahead>"
    statute = schedule("pilkada-2020", on="2020-06-20").history()[1]
    assert repr(statute) == "<Revision of 2016-07-01 by uu-10-2016: set voting_day, vote 2020-09>"
    assert repr(plan(voting_day="2025-04-16").stages[-1]) == "<Planned voting_day: 2025-04-16>"


def test_every_stage_is_in_the_taxonomy_in_both_languages() -> None:
    keys = stage_keys()
    for event in EVENTS:
        for line in timetable(event).lines:
            assert line.stage in keys
    assert all(one.name.en and one.name.id for one in keys.values())
    assert all(not one.parent or one.parent in keys for one in keys.values())


def test_the_statutory_list_of_stages_is_mapped_whole() -> None:
    # Pasal 5 ayat (2) huruf a to h, ayat (3) huruf c to l (a and b were emptied by UU 8/2015).
    places = {one.place.partition("pasal-5/")[2] for one in stage_keys().values() if one.place}
    expected = {f"ayat-2/huruf-{letter}" for letter in "abcdefgh"} | {
        f"ayat-3/huruf-{letter}" for letter in "cdefghijkl"
    }
    assert places == expected
    law = electlaw.at("2024-09-01")
    assert all(law.provision(f"uu-1-2015/pasal-5/{place}").state == "in_force" for place in places)
    assert stage_key("voter_list_verification").place == "uu-1-2015/pasal-5/ayat-2/huruf-h"


def test_stages_of_a_part_of_the_schedule() -> None:
    found = {one.stage for one in schedule("pilkada-2020", on="2020-09-01").within("nomination")}
    assert {"nomination_registration", "document_correction", "candidate_determination"} <= found
    assert "campaign" not in found


def test_the_names_each_version_uses() -> None:
    used = schedules.names("voter_list_verification")
    assert ("pilkada-2024", "pkpu-7-2024", "Pencocokan dan penelitian (coklit)") in used
    with pytest.raises(NotFound):
        schedules.names("coklit")


def test_mandates_use_the_same_stages() -> None:
    used = {row["stage"] for row in builtin().all("mandates")}
    assert used <= set(stage_keys())


# -- input that cannot be used --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "kind", "says"),
    [
        (lambda: schedule("pilkada-2021", on="2021-01-01"), NotFound, "nearest"),
        (lambda: schedule("", on="2021-01-01"), NotFound, "event"),
        (lambda: schedule("x" * 5000, on="2021-01-01"), NotFound, "event"),
        (lambda: schedule("pilkada-2020", on="yesterday"), Invalid, "YYYY-MM-DD"),
        (lambda: schedule("pilkada-2020", on="2020-02-30"), Invalid, "YYYY-MM-DD"),
        (lambda: schedule("pilkada-2020", on="2020-05-01", region="Sultra"), NotFound, "takes no part"),
        (lambda: schedule("pilkada-2020", on="2020-05-01", region="Atlantis"), NotFound, "Atlantis"),
        (lambda: schedule("pilkada-2020", on="2020-05-01").stage("kampanye"), NotFound, "campaign"),
        (lambda: schedule("pilkada-2022", on="2020-05-01").stage("campaign"), NotFound, "no campaign"),
        (lambda: schedule("pilkada-2020", on="2020-05-01").next(0), Invalid, "at least one"),
        (lambda: stages("Daerah Istimewa Yogyakarta", on="2024-11-01"), Invalid, "not elected"),
        (lambda: stages("pilkada-1999", on="2024-11-01"), NotFound, "event"),
        # Formed on 25 July 2022: an empty answer would look like one.
        (lambda: stages("Papua Selatan", on="2020-01-01"), NotFound, "no election of the head"),
        (lambda: schedule("pilkada-2020", on="2020-05-01").diff(None), Invalid, "schedules"),
    ],
)
def test_unusable_input_is_a_specific_error(call, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=says) as caught:
        call()
    assert caught.value.message("id")


# -- laws -----------------------------------------------------------------------------------------------

SOME_DAYS = st.dates(date(2015, 1, 1), date(2025, 12, 31)).map(date.isoformat)


def faces(found: schedules.Schedule) -> list[tuple[object, ...]]:
    return sorted(
        (one.stage, one.scope, one.region, str(one.start), str(one.end), one.state, one.by, len(one.doubts))
        for one in found.stages
    )


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(EVENTS), SOME_DAYS, SOME_DAYS)
@example("pilkada-2015", "2015-12-08", "2015-12-08")
def test_nothing_known_later_changes_an_earlier_answer(event: str, on: str, known: str) -> None:
    whole = timetable(event)
    cut = type(whole)(event, whole.corpus)
    cut.lines = tuple(line for line in whole.lines if line.known.earliest <= known)
    cut.halts = tuple(act for act in whole.halts if act.known.earliest <= known)
    assert faces(schedules.table.build(cut, on, known, None)) == faces(schedules.table.build(whole, on, known, None))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(EVENTS), SOME_DAYS, st.randoms(use_true_random=False))
def test_the_order_of_loading_does_not_matter(event: str, on: str, random) -> None:
    whole = timetable(event)
    shuffled = type(whole)(event, whole.corpus)
    lines = list(whole.lines)
    random.shuffle(lines)
    shuffled.lines, shuffled.halts = tuple(lines), whole.halts
    mine, theirs = (sorted(faces(schedules.table.build(one, on, on, None))) for one in (whole, shuffled))
    assert mine == theirs


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(EVENTS), SOME_DAYS)
def test_every_answer_keeps_its_word(event: str, on: str) -> None:
    for one in schedule(event, on=on).stages:
        assert one.state in schedules.STATES
        start, end = one.start, one.end
        if one.state == "running":
            assert end.latest >= on
            assert start.earliest <= on or not start.known
        if one.state == "done":
            assert end.latest < on
        if one.state == "ahead":
            assert end.latest >= on
        if one.state in ("done", "running", "ahead", "suspended", "missed"):
            assert one.basis
        if start.exact and end.exact:
            assert start.latest <= end.latest


def test_a_pack_may_set_a_day_of_its_own() -> None:
    from electlaw.sources import Rows

    columns = next(iter(builtin().all("stages"))).keys()
    row = dict.fromkeys(columns, "") | {
        "event": "pilkada-2024", "stage": "campaign_public_debate", "by": "", "region": "74", "scope": "province",
        "start": "2024-10-19", "end": "2024-10-19", "kind": "fixed", "known": "2024-10-01", "verified": "report",
    }  # fmt: skip
    corpus = builtin().extended(Rows({"stages": [row]}))
    found = schedule("pilkada-2024", on="2024-10-19", region="Sultra", corpus=corpus)
    assert found.stage("campaign_public_debate").state == "running"
    assert "campaign_public_debate" not in schedule("pilkada-2024", on="2024-10-19", region="Sultra")


def test_stages_that_depend_on_something_say_so() -> None:
    """Pasal 49 (8), 50 (8): registration is reopened where fewer than two pairs registered; UU 7/2017 Pasal 416."""
    found = schedule("pilkada-2024", on="2024-08-20")
    extension = found.stage("nomination_extension")
    assert extension.only_if is not None
    assert extension.only_if["en"] == "only where fewer than two pairs registered"
    assert extension.to_json()["only_if"] == {
        "en": "only where fewer than two pairs registered",
        "id": "hanya bila kurang dari dua pasangan mendaftar",
    }
    assert found.campaign.only_if is None
    assert found.campaign.to_json()["only_if"] is None
    second = schedule("pemilu-2024", on="2024-02-01").within("runoff_stage")
    assert all(one.only_if for one in second)
    held = schedule("pilkada-2017-dki-putaran-2", on="2017-03-05")
    assert all(one.only_if is None for one in held.within("runoff_stage"))


def test_nobody_is_inaugurated_where_the_empty_column_won() -> None:
    """UU 10/2016 Pasal 54D (1)-(3): no pair is elected, the election is repeated."""
    for name in ("Kabupaten Bangka", "Pangkalpinang"):
        known = schedule("pilkada-2024", on="2025-01-10", region=name)
        for key in ("inauguration", "appointment_proposal", "elected_determination"):
            assert not known.within(key), (name, key)
        assert schedule("pilkada-2024", on="2024-11-27", region=name).within("inauguration")
    assert schedule("pilkada-2024", on="2025-01-10", region="Belitung").within("inauguration")


@pytest.mark.parametrize(
    ("event", "open_day", "settled", "after"),
    [
        ("pemilu-2024", "2024-03-19", "2024-03-20", "2024-07-01"),
        ("pemilu-2019", "2019-05-20", "2019-05-21", "2019-09-01"),
    ],
)
def test_a_second_round_is_conditional_until_the_result_and_then_gone(
    event: str, open_day: str, settled: str, after: str
) -> None:
    # KPU set the results on 20 March 2024 and 21 May 2019: one pair won outright both times.
    runoff = schedule(event, on=open_day).within("runoff_stage")
    assert runoff
    assert all(stage.only_if for stage in runoff)
    for day in (settled, after):
        assert not schedule(event, on=day).within("runoff_stage")


def test_the_district_committees_rested_from_april_to_june_2020() -> None:
    states = [
        schedule("pilkada-2020", on=day).stage("adhoc_ppk_term").state
        for day in ("2020-03-15", "2020-05-01", "2020-06-20")
    ]
    assert states == ["running", "suspended", "running"]
    assert schedule("pilkada-2020", on="2020-06-20").stage("adhoc_pps_term").state == "running"


@pytest.mark.parametrize("stage", ["observer_registration", "pollster_registration", "quick_count_registration"])
def test_registration_of_observers_and_pollsters_moved_with_the_vote_of_2020(stage: str) -> None:
    # KPU Makassar, 21 June 2020; KPU Kediri, 8 September 2020.
    assert schedule("pilkada-2020", on="2020-10-01").stage(stage).state == "running"


def test_what_is_neither_region_nor_event_names_both() -> None:
    for name in ("foo", "Atlantis"):
        with pytest.raises(NotFound, match="no region or election event") as caught:
            stages(name, on="2024-01-01")
        assert caught.value.choices


def test_a_schedule_can_be_narrowed_to_states_and_to_the_next_stages() -> None:
    found = schedule("pilkada-2024", on="2024-08-27")
    assert {one.state for one in found.only(["running"]).stages} == {"running"}
    assert found.only(number=2).stages == found.next(2)
    assert found.only().stages == found.stages
    with pytest.raises(Invalid, match="no state"):
        found.only(["walking"])
