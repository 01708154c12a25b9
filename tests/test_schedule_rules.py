"""Time limits and plans: what the statutes, the regulations and the courts' practice say."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.calendar import WorkingDays, official
from electlaw.corpus import builtin
from electlaw.dates import zone
from electlaw.errors import Invalid, NotFound, OutOfCoverage
from electlaw.schedule import Order, closing, deadline, deadlines, lasting, plan, rules, schedule, stage_keys
from electlaw.schedule.rules import shift

pytest.importorskip("holidays")

WIB, WITA, WIT = zone("WIB"), zone("WITA"), zone("WIT")


# -- filing with the Constitutional Court ---------------------------------------------------------------


def test_muara_enim_three_working_days_with_the_announcement_as_day_one() -> None:
    # Announced on Tuesday 3 December 2024, late in the evening; filed on Friday 6 December 17.29 WIB: late
    # (MK 83/PHPU.BUP-XXIII/2025).
    announced = datetime(2024, 12, 3, 22, 37, tzinfo=WIB)
    limit = deadline("dispute_filing", announced, on="2024-12-03", event="pilkada-2024", region="Muara Enim")
    assert limit.day == "2024-12-05"
    assert limit.at == datetime(2024, 12, 6, 0, 0, tzinfo=WIB)
    assert datetime(2024, 12, 6, 17, 29, tzinfo=WIB) > limit.at


def test_pekanbaru_filed_on_day_three() -> None:
    # Announced on Wednesday 4 December 01.48 WIB, filed on Friday 6 December 20.43 WIB: in time.
    announced = datetime(2024, 12, 4, 1, 48, tzinfo=WIB)
    limit = deadline("dispute_filing", announced, on="2024-12-04", event="pilkada-2024", region="Pekanbaru")
    assert limit.at is not None
    assert datetime(2024, 12, 6, 20, 43, tzinfo=WIB) < limit.at


def test_the_court_closes_at_24_wib_even_for_an_announcement_in_wit() -> None:
    announced = datetime(2024, 12, 9, 15, 0, tzinfo=WIT)
    limit = deadline("dispute_filing", announced, on="2024-12-09", event="pilkada-2024", region="Provinsi Papua")
    assert limit.at is not None
    assert limit.at.isoformat() == "2024-12-12T00:00:00+07:00"


def test_an_announcement_between_midnight_in_wit_and_midnight_in_wib_is_undetermined() -> None:
    announced = datetime(2024, 12, 10, 1, 0, tzinfo=WIT)
    limit = deadline("dispute_filing", announced, on="2024-12-10", event="pilkada-2024", region="Provinsi Papua")
    assert limit.state == "undetermined"
    assert limit.days == ("2024-12-11", "2024-12-12")
    assert limit.day == ""
    assert limit.at is None
    assert limit.needs == ("anchor_date",)


def test_3_times_24_hours_in_2015() -> None:
    # UU 8/2015 Pasal 157 ayat (5).
    announced = datetime(2015, 12, 18, 10, 30, tzinfo=WITA)
    limit = deadline("dispute_filing", announced, on="2015-12-18", event="pilkada-2015")
    assert limit.at == datetime(2015, 12, 21, 10, 30, tzinfo=WITA)
    assert limit.by == "uu-8-2015"
    # Pasal 157 as restated by UU 10/2016 counts working days.
    later = deadline("dispute_filing", "2017-02-27", on="2017-02-27", event="pilkada-2017")
    assert (later.by, later.day) == ("uu-10-2016", "2017-03-01")


def test_a_day_off_within_the_limit_counts_as_it_was_known() -> None:
    # The decree that made 27 November 2024 a holiday came on the 21st.
    before = deadline("dispute_filing", "2024-11-25", on="2024-11-20")
    after = deadline("dispute_filing", "2024-11-25", on="2024-11-25")
    assert (before.day, after.day) == ("2024-11-27", "2024-11-28")


def test_the_ruling_is_due_45_working_days_after_entry_in_the_register() -> None:
    # Entered on 3 January 2025.
    limit = deadline("dispute_ruling", "2025-01-03", on="2025-01-03", event="pilkada-2024")
    assert limit.day == "2025-03-11"
    assert limit.by == "pmk-14-2024"
    # Entered on 18 January 2021, counted by the list of holidays of that day: 24 March, as the court announced.
    earlier = deadline("dispute_ruling", "2021-01-18", on="2021-01-18", event="pilkada-2020")
    assert earlier.day == "2021-03-24"
    assert earlier.at is not None
    assert earlier.at.isoformat() == "2021-03-25T00:00:00+07:00"


def test_where_the_law_leaves_day_one_open_both_days_are_named() -> None:
    # Pasal 154 ayat (1): three working days "terhitung sejak" the decision; Sunday 22 September 2024.
    limit = deadline("nomination_dispute_filing", "2024-09-23", on="2024-09-23", event="pilkada-2024")
    assert limit.state == "undetermined"
    assert limit.days == ("2024-09-25", "2024-09-26")
    assert limit.needs == ("first_day",)


def test_the_ruling_of_november_2015_made_the_45_days_working_days() -> None:
    # MK 105/PUU-XIII/2015 of 11 November 2015; petitions were entered in the register on 4 January 2016.
    limit = deadline("dispute_ruling", "2016-01-04", on="2016-01-04", event="pilkada-2015")
    assert (limit.by, limit.day, limit.others) == ("mk-105-puu-xiii-2015", "2016-03-07", ())
    assert deadline("dispute_ruling", "2015-11-04", on="2015-11-04").by == "uu-8-2015"
    assert deadline("dispute_ruling", "2017-03-13", on="2017-03-13").by == "uu-10-2016"


# -- two norms ------------------------------------------------------------------------------------------


def test_pkpu_2_2024_against_18_2024() -> None:
    limit = deadline("elected_determination_without_dispute", "2025-01-07", on="2025-01-07", event="pilkada-2024")
    assert (limit.by, limit.day, limit.ground) == ("pkpu-18-2024", "2025-01-10", "later")
    assert [(other.by, other.day) for other in limit.others] == [("pkpu-2-2024", "2025-01-12")]


def test_before_the_second_norm_was_known_only_the_first_stood() -> None:
    limit = deadline("elected_determination_without_dispute", "2025-01-06", on="2024-06-01", event="pilkada-2024")
    assert (limit.by, limit.others) == ("pkpu-2-2024", ())


def test_registration_closed_at_three_moments() -> None:
    # PKPU 8/2024 Pasal 96: 23.59 local time on the last day, 29 August 2024.
    closed = {
        name: schedule("pilkada-2024", on="2024-08-27", region=name).closes("nomination_registration")
        for name in ("Sumatera Barat", "Sulawesi Tenggara", "Provinsi Papua")
    }
    assert [moment.isoformat() for moment in closed.values()] == [
        "2024-08-29T23:59:00+07:00",
        "2024-08-29T23:59:00+08:00",
        "2024-08-29T23:59:00+09:00",
    ]
    assert closed["Provinsi Papua"] == datetime(2024, 8, 29, 21, 59, tzinfo=WIB)
    everywhere = schedule("pilkada-2024", on="2024-08-27")
    assert everywhere.closes("nomination_registration") is None
    assert everywhere.closes("campaign") is None


def test_only_the_last_day_closes_at_its_hour() -> None:
    # PKPU 8/2024 Pasal 96: 08.00 to 16.00, on the last day to 23.59.
    days = {
        day: closing("nomination_registration", day, on="2024-08-27", event="pilkada-2024", region="Bali")
        for day in ("2024-08-27", "2024-08-28", "2024-08-29")
    }
    hours = [moment.strftime("%H:%M") for moment in days.values() if moment]
    assert hours == ["16:00", "16:00", "23:59"]
    for day in ("2024-08-26", "2024-08-30"):
        with pytest.raises(Invalid, match="is not a day of"):
            closing("nomination_registration", day, on="2024-08-27", event="pilkada-2024", region="Bali")


def test_a_norm_for_regents_only_is_not_applied_to_governors() -> None:
    on = "2021-01-20"
    governor = deadline("elected_determination_after_ruling", on, on=on, event="pilkada-2020", region="Sumatera Barat")
    regent = deadline("elected_determination_after_ruling", on, on=on, event="pilkada-2020", region="Konawe Selatan")
    assert (governor.by, governor.day) == ("pkpu-5-2020", "2021-01-25")
    assert (regent.by, regent.day) == ("pkpu-19-2020", "2021-01-23")
    assert [other.by for other in regent.others] == ["pkpu-5-2020"]


# -- stages by rule -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stage", "anchor", "expected"),
    [
        ("campaign", "candidate_determination", "campaign"),
        ("campaign_finance_initial_report", "campaign", "campaign_finance_initial_report"),
        ("quiet_period", "voting_day", "quiet_period"),
    ],
)
@pytest.mark.parametrize("event", ["pilkada-2018", "pilkada-2020", "pilkada-2024"])
def test_rules_give_the_days_the_annexes_print(event: str, stage: str, anchor: str, expected: str) -> None:
    found = schedule(event, on="2026-01-01")
    limit = found.deadline(stage, str(found.stage(anchor).start))
    assert limit.day == str(found.stage(expected).start)


def test_the_audit_of_2020_was_published_within_three_days() -> None:
    limit = deadline("campaign_finance_audit_announcement", "2020-12-22", on="2020-12-22", event="pilkada-2020")
    assert limit.day == "2020-12-25"


def test_transfers_of_officials_were_banned_from_22_march_2024() -> None:
    limit = deadline("official_transfer_ban", "2024-09-22", on="2024-03-01", event="pilkada-2024")
    assert limit.day == "2024-03-22"


def test_hari_was_a_working_day_until_18_march_2015() -> None:
    # Pasal 1 angka 28; Friday 13 March 2015.
    before = deadline("campaign", "2015-03-13", on="2015-03-17", event="pilkada-2015")
    after = deadline("campaign", "2015-03-13", on="2015-03-18", event="pilkada-2015")
    assert (before.day, after.day) == ("2015-03-18", "2015-03-16")


def test_without_an_anchor_a_rule_stays_a_rule() -> None:
    limit = deadline("dispute_filing", on="2024-12-01", event="pilkada-2024")
    assert (limit.state, limit.day, limit.needs) == ("rule", "", ("result_announcement",))
    assert (limit.rule.offset, limit.rule.unit, limit.rule.close, limit.rule.zone) == (3, "working_day", "24:00", "WIB")


def test_every_limit_that_counts_from_the_vote() -> None:
    found = deadlines({"candidate_determination": "2024-09-22"}, on="2024-09-22", event="pilkada-2024")
    assert [(one.stage, one.day) for one in found] == [
        ("official_transfer_ban", "2024-03-22"),
        ("campaign", "2024-09-25"),
    ]


def test_an_injected_calendar() -> None:
    quiet = WorkingDays([], "2024-01-01", "2025-12-31")
    limit = deadline("dispute_ruling", "2025-01-03", on="2025-01-03", event="pilkada-2024", calendar=quiet)
    assert limit.day == "2025-03-06"


# -- input that cannot be used --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("call", "kind", "says"),
    [
        (lambda: deadline("dispute_filing", datetime(2024, 12, 3, 22, 0), on="2024-12-03"), Invalid, "no time zone"),
        (lambda: deadline("dispute_filing", "2015-12-18", on="2015-12-18"), Invalid, "moment"),
        (lambda: deadline("dispute_filing", "2031-01-01", on="2024-12-03"), OutOfCoverage, "holiday data"),
        (lambda: deadline("dispute_filling", "2024-12-03", on="2024-12-03"), NotFound, "dispute_filing"),
        (lambda: deadline("party_number_draw", on="2024-12-03"), NotFound, "no time limit"),
        (lambda: deadline("dispute_filing", on="2010-01-01"), NotFound, "no time limit"),
        (lambda: deadline("elected_determination_without_dispute", on="2025-01-01"), NotFound, "depends on"),
        (lambda: deadlines({"breakfast": "2024-01-01"}, on="2024-01-01"), NotFound, "no limit counts"),
        (
            lambda: deadline("dispute_filing", "2024-11-26", on="2024-12-01", event="pilkada-2024"),
            Invalid,
            "before voting_day",
        ),
        (
            lambda: deadline("campaign", "2024-09-21", on="2024-09-25", event="pilkada-2024"),
            Invalid,
            "before candidate_determination",
        ),
        (lambda: plan(), Invalid, "order"),
        (lambda: plan(voting_day="2024-11-27", event="pilkada-1999"), NotFound, "event"),
        (lambda: plan(order=Order("2025-02-24", 60), voting_day="2025-02-24"), Invalid, "does not come after"),
        (lambda: plan(order=Order("2025-02-24", 0)), Invalid, "at least 1"),
        (lambda: Order("24 Feb 2025", 60), Invalid, "YYYY-MM-DD"),
    ],
)
def test_unusable_input_is_a_specific_error(call, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=says) as caught:
        call()
    assert caught.value.message("id")


# -- plans ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("within", "limit"),
    [(30, "2025-03-26"), (45, "2025-04-10"), (60, "2025-04-25"), (90, "2025-05-25"), (180, "2025-08-23")],
)
def test_limits_of_24_february_2025(within: int, limit: str) -> None:
    assert Order("2025-02-24", within).limit() == limit


def test_orders_of_2021_count_working_days() -> None:
    # 22 March 2021; 17 to 19 May had been joint leave until 22 February 2021.
    assert Order("2021-03-22", 60, "working_day").limit() == official().after("2021-03-22", 60)
    assert Order("2021-03-22", 60, "working_day").limit() > Order("2021-03-22", 60).limit()


def test_a_revote_within_60_days() -> None:
    found = plan(order=Order("2025-02-24", 60), voting_day="2025-04-19", new_candidates=True)
    assert not found.impossible
    assert (found["quiet_period"].start, found["quiet_period"].end) == ("2025-04-16", "2025-04-18")
    assert found["campaign"].end == "2025-04-15"
    assert found["campaign_finance_final_report"].start == "2025-04-16"
    pairs, opens = found["candidate_determination"].start, found["campaign"].start
    assert date.fromisoformat(opens).toordinal() - date.fromisoformat(pairs).toordinal() == 3
    assert {one.rule.by for one in found.stages if one.rule} == {"uu-8-2015", "uu-10-2016"}


def test_independents_cannot_be_ready_after_an_order_of_60_days() -> None:
    # Their papers are due 28 days before registration (Pasal 48 ayat (2)).
    found = plan(order=Order("2025-02-24", 60), new_candidates=True, independents=True)
    assert [one.stage for one in found.impossible] == [
        "independent_support_transfer_to_pps",
        "independent_support_verification",
        "independent_support_recap_district",
        "independent_support_recap_regency_city",
    ]
    assert "2025-02-24" in found.impossible[0].problem.en
    assert found.impossible[0].problem.id


def test_a_vote_after_the_limit_is_impossible() -> None:
    # The plan for Papua of 9 August 2025 kept the limit of 23 August; a day later than the limit does not.
    assert not plan(order=Order("2025-02-24", 180), voting_day="2025-08-09").impossible
    late = plan(order=Order("2025-02-24", 180), voting_day="2025-08-24")
    assert [one.stage for one in late.impossible] == ["voting_day"]


def test_27_days_leave_no_room_for_new_pairs_with_full_windows() -> None:
    # Pasal 154 ayat (12): a ruling on the pairs is followed until 30 days before the vote only.
    found = plan(order=Order("2025-02-24", 27), new_candidates=True)
    assert {one.stage for one in found.impossible} == {"campaign", "nomination_dispute_court_follow_up"}
    shorter = plan(order=Order("2025-02-24", 20), new_candidates=True)
    assert {"candidate_determination", "campaign"} <= {one.stage for one in shorter.impossible}


@pytest.mark.parametrize(
    ("region", "vote", "opens", "ends"),
    [
        # Letter 631 of KPU of 23 March 2025: 7 days within 60 days, 14 days within 90 to 180 days.
        ("Bengkulu Selatan", "2025-04-19", "2025-04-09", "2025-04-15"),
        ("Kota Palopo", "2025-05-24", "2025-05-07", "2025-05-20"),
    ],
)
def test_the_length_of_a_campaign_that_a_letter_sets(region: str, vote: str, opens: str, ends: str) -> None:
    found = schedule("psu-2025", on="2025-04-01", region=region)
    order = found.voting_day.order
    assert order is not None
    planned = plan(order=order, voting_day=vote, event="psu-2025", new_candidates=True, on="2025-03-24")
    assert (planned["campaign"].start, planned["campaign"].end) == (opens, ends)
    assert planned["campaign"].rule is not None
    assert planned["campaign"].rule.by == "surat-kpu-631-2025"
    assert (str(found.campaign.start), str(found.campaign.end)) == (opens, ends)
    assert not planned.impossible


def test_the_statute_sets_no_length_of_a_campaign() -> None:
    # Pasal 67: from the third day after the determination of pairs until the quiet period.
    assert lasting("campaign", on="2024-09-01", event="pilkada-2024") is None
    assert lasting("campaign", on="2025-03-22", event="psu-2025", within=60) is None  # the letter is of 23 March
    assert lasting("campaign", on="2025-03-23", event="psu-2025", within=180) is not None
    before = plan(order=Order("2025-02-24", 60), voting_day="2025-04-19", event="psu-2025", new_candidates=True)
    assert before["campaign"].start == "2025-03-22"


def test_a_campaign_too_short_for_its_length_is_named() -> None:
    order = Order("2025-02-24", 32)
    assert not any(one.stage == "campaign" for one in plan(order=order, new_candidates=True).impossible)
    short = plan(order=order, event="psu-2025", new_candidates=True, on="2025-03-24")
    (campaign,) = (one for one in short.impossible if one.stage == "campaign")
    assert "7 days" in campaign.problem.en
    assert "7 hari" in campaign.problem.id


def test_an_election_determines_its_pairs_before_the_last_ruling_on_them() -> None:
    # Pasal 154 ayat (12): a ruling on the pairs is followed until 30 days before the vote, 28 October.
    found = plan(voting_day="2024-11-27", new_candidates=True)
    assert found["candidate_determination"].start == "2024-10-27"
    assert found["nomination_dispute_court_follow_up"].end == "2024-10-28"
    assert not found.impossible
    assert plan(voting_day="2015-12-09", new_candidates=True)["campaign"].end == "2015-12-05"


def test_pairs_determined_on_the_last_day_of_a_ruling_leave_no_time_for_one() -> None:
    # Registered on the day after the order, pairs are determined 23 days after it at the earliest.
    found = plan(order=Order("2025-02-24", 53), new_candidates=True)
    assert found["candidate_determination"].start == found["nomination_dispute_court_follow_up"].end
    assert "nomination_dispute_court_follow_up" in [one.stage for one in found.impossible]


def test_a_plan_has_the_voter_list_the_check_of_support_and_the_disputes() -> None:
    # Pasal 58 ayat (5) and (6): shown for 10 days, corrected in 5; Pasal 60: determined 30 days before the vote.
    found = plan(voting_day="2024-11-27", event="pilkada-2024", on="2024-02-01", new_candidates=True, independents=True)
    assert found["final_voter_list_determination"].end == "2024-10-28"
    assert (found["provisional_voter_list_correction"].start, found["provisional_voter_list_correction"].end) == (
        "2024-10-23",
        "2024-10-27",
    )
    assert found["provisional_voter_list_announcement"].start == "2024-10-13"
    # Pasal 48: 14 days of checking, 7 and 7 of adding up, all before registration opens.
    assert found["independent_support_verification"].start == found["independent_support_transfer_to_pps"].start
    assert found["independent_support_recap_regency_city"].end == shift(found["nomination_registration"].start, -1)
    assert [rule.stage for rule in found.after] == ["dispute_filing", "dispute_ruling"]
    # A vote ordered by a court keeps its voter list.
    ordered = plan(order=Order("2025-02-24", 60))
    assert "final_voter_list_determination" not in [one.stage for one in ordered.stages]


def test_limits_counted_back_from_the_vote() -> None:
    # Pasal 60 (voter list) and Pasal 154 ayat (12) of UU 10/2016.
    found = {
        one.stage: one.day for one in deadlines({"voting_day": "2024-11-27"}, on="2024-09-01", event="pilkada-2024")
    }
    assert found["final_voter_list_determination"] == "2024-10-28"
    assert found["nomination_dispute_court_follow_up"] == "2024-10-28"
    assert found["quiet_period"] == "2024-11-24"


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2016, 8, 1), date(2027, 1, 1)).map(date.isoformat), st.integers(5, 200), st.booleans())
def test_a_plan_keeps_its_rules(on: str, within: int, new: bool) -> None:
    found = plan(order=Order(on, within), new_candidates=new)
    assert found.voting_day == found.limit
    for one in found.stages:
        if one.possible and one.stage != "campaign_finance_initial_report":
            assert on < one.start <= one.end <= found.voting_day
    assert new or not found.impossible or within < 4


# -- the table ------------------------------------------------------------------------------------------


def test_every_rule_is_of_the_taxonomy_and_has_its_provenance() -> None:
    keys, sources = stage_keys(), {row["key"] for row in builtin().all("sources")}
    for row in builtin().all("stage-rules"):
        assert {row["stage"], row["anchor"]} <= set(keys), row
        assert set(row["source"].split()) <= sources
        assert row["verified"] in ("text", "report", "recall")
        assert row["kind"] in ("latest", "from", "start", "window", "length", "lasts", "close", "hours")
        assert row["first"] in ("", "after", "on")
        assert rules(row["stage"])


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(sorted({row["stage"] for row in builtin().all("stage-rules")})),
    st.dates(date(2016, 8, 1), date(2026, 1, 1)).map(date.isoformat),
)
def test_two_days_at_most_and_never_reversed(stage: str, anchor: str) -> None:
    try:
        limit = deadline(stage, anchor, on=anchor)
    except (NotFound, Invalid):
        return
    assert len(limit.days) in (1, 2)
    assert list(limit.days) == sorted(limit.days)
    if limit.rule.offset > 0:
        assert limit.days[0] >= anchor
    if limit.rule.offset < 0:
        assert limit.days[-1] <= anchor
