"""Campaigning and campaign money: what Pasal 65 to 76 say in each period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw import at, rules
from electlaw.calendar import count

pytest.importorskip("holidays")

M = 1_000_000


def found(kind: str, on: str, code: str, **fields: object) -> str:
    return rules.validate({"case": kind, **fields}, on=on, rules=code)[code].outcome


# -- period: the third day after determination until the three days before the vote ----------------------

# determined, voted, first day, last day: the calendars of 2015, 2018, 2020 and 2024.
CALENDARS = [
    ("2015-08-24", "2015-12-09", "2015-08-27", "2015-12-05"),
    ("2018-02-12", "2018-06-27", "2018-02-15", "2018-06-23"),
    ("2020-09-23", "2020-12-09", "2020-09-26", "2020-12-05"),
    ("2024-09-22", "2024-11-27", "2024-09-25", "2024-11-23"),
]


@pytest.mark.parametrize(("determined", "voted", "first", "last"), CALENDARS)
def test_campaign_of_each_year(determined: str, voted: str, first: str, last: str) -> None:
    day = {"pairs_determined": determined, "voting_day": voted}
    code = "campaign.period"
    assert found("campaign", first, code, activity_day=first, **day) == "pass"
    assert found("campaign", last, code, activity_day=last, **day) == "pass"
    report = rules.validate({"case": "campaign", "activity_day": first, **day}, on=first, rules=code)[code]
    assert report.fact["first"] == first


@pytest.mark.parametrize(
    ("day", "wanted"), [("2024-09-24", "fail"), ("2024-11-24", "fail"), ("2024-11-26", "fail"), ("2024-11-27", "fail")]
)
def test_outside_the_campaign_of_2024(day: str, wanted: str) -> None:
    fields = {"pairs_determined": "2024-09-22", "voting_day": "2024-11-27", "activity_day": day}
    assert found("campaign", day, "campaign.period", **fields) == wanted


def test_the_quiet_days_are_known_without_the_determination() -> None:
    fields = {"voting_day": "2024-11-27", "activity_day": "2024-11-25"}
    assert found("campaign", "2024-11-25", "campaign.period", **fields) == "fail"
    report = rules.validate({"case": "campaign", "voting_day": "2024-11-27", "activity_day": "2024-11-01"},
                            on="2024-11-01", rules="campaign.period")  # fmt: skip
    assert report.needs == ("pairs_determined",)


def test_three_days_were_working_days_under_the_text_of_2014() -> None:
    fields = {"pairs_determined": "2015-02-06", "voting_day": "2015-06-10"}  # a Friday
    case = {"case": "campaign", "activity_day": "2015-02-10", **fields}
    finding = rules.validate(case, on="2015-02-10", rules="campaign.period")["campaign.period"]
    assert (finding.outcome, finding.fact["first"]) == ("fail", "2015-02-11")
    assert found("campaign", "2015-03-18", "campaign.period", activity_day="2015-02-10", **fields) == "pass"


@pytest.mark.parametrize(
    ("event", "on", "first", "last"),
    [
        # PKPU 13/2024 and 5/2020: the fourteen days before the quiet period.
        ("pilkada-2024", "2024-10-10", "2024-11-10", "2024-11-23"),
        ("pilkada-2020", "2020-11-01", "2020-11-22", "2020-12-05"),
    ],
)
def test_media_ads(event: str, on: str, first: str, last: str) -> None:
    for day, wanted in ((first, "pass"), (last, "pass"), (count(first, -1), "fail"), (count(last, 1), "fail")):
        assert found("campaign", on, "campaign.media", event=event, ad_day=day) == wanted


def test_media_ads_where_the_schedule_has_no_line() -> None:
    fields = {"voting_day": "2015-12-09", "event": "pilkada-2015", "ad_day": "2015-11-01"}
    assert found("campaign", "2015-11-01", "campaign.media", **fields) == "undetermined"
    assert found("campaign", "2015-11-01", "campaign.media", **{**fields, "ad_day": "2015-12-06"}) == "fail"


@pytest.mark.parametrize(
    ("event", "on", "first", "last"),
    [
        ("pilkada-2015", "2015-10-01", "2015-08-27", "2015-12-05"),
        ("pilkada-2017", "2017-01-01", "2016-10-28", "2017-02-11"),
        ("pilkada-2018", "2018-04-01", "2018-02-15", "2018-06-23"),
        ("pilkada-2020", "2020-11-01", "2020-09-26", "2020-12-05"),
        ("pilkada-2024", "2024-10-10", "2024-09-25", "2024-11-23"),
    ],
)
def test_campaign_by_the_schedule_of_the_kpu(event: str, on: str, first: str, last: str) -> None:
    for day, wanted in ((first, "pass"), (last, "pass"), (count(first, -1), "fail"), (count(last, 1), "fail")):
        assert found("campaign", on, "campaign.schedule", event=event, activity_day=day) == wanted
    assert found("campaign", on, "campaign.schedule", activity_day=first) == "undetermined"


def test_reports_of_donations() -> None:
    for event, on, last in (
        ("pilkada-2015", "2015-10-01", "2015-10-16"),
        ("pilkada-2020", "2020-10-10", "2020-10-31"),
        ("pilkada-2024", "2024-10-10", "2024-10-24"),
    ):
        assert found("finance", on, "money.donation_report", event=event, donation_report=last) == "pass"
        assert found("finance", on, "money.donation_report", event=event, donation_report=count(last, 1)) == "fail"


# -- means ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "method", "payer", "wanted"),
    [
        ("2015-10-01", "alat peraga", "pair", "fail"),
        ("2016-06-30", "bahan kampanye", "pair", "fail"),
        ("2016-07-01", "bahan kampanye", "pair", "pass"),
        ("2024-10-01", "alat peraga", "kpu", "pass"),
        ("2024-10-01", "iklan", "pair", "fail"),
        ("2024-10-01", "debat", "pair", "fail"),
        ("2024-10-01", "debat", "kpu", "pass"),
        ("2024-10-01", "pertemuan terbatas", "pair", "pass"),
    ],
)
def test_who_pays_for_which_means(on: str, method: str, payer: str, wanted: str) -> None:
    assert found("campaign", on, "campaign.method", method=method, funded_by=payer) == wanted


def test_three_debates_at_most() -> None:
    assert found("campaign", "2024-11-20", "campaign.debates", debates=3) == "pass"
    assert found("campaign", "2024-11-20", "campaign.debates", debates=4) == "fail"


def test_props_are_cleared_three_days_before_the_vote() -> None:
    fields = {"voting_day": "2024-11-27"}
    assert found("campaign", "2024-11-24", "campaign.props", props_removed="2024-11-24", **fields) == "pass"
    assert found("campaign", "2024-11-25", "campaign.props", props_removed="2024-11-25", **fields) == "fail"


def test_added_material_and_items() -> None:
    on = "2025-06-01"  # the day Perbawaslu 12/2024 was promulgated is not on record
    assert found("campaign", on, "campaign.material", material_ratio=100) == "pass"
    assert found("campaign", on, "campaign.material", material_ratio=101) == "fail"
    assert found("campaign", on, "campaign.item", item_value=100_000) == "pass"
    assert found("campaign", on, "campaign.item", item_value=100_001) == "fail"


# -- places, conduct, persons ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "place", "fields", "wanted"),
    [
        ("2024-10-10", "tempat ibadah", {"permitted": True, "attributes": False}, "fail"),
        ("2024-10-10", "sekolah", {"permitted": True, "attributes": False}, "fail"),
        ("2024-10-10", "pesantren", {}, "fail"),
        ("2024-08-19", "kampus", {"permitted": True, "attributes": False}, "fail"),
        ("2024-08-20", "kampus", {"permitted": True, "attributes": False}, "pass"),
        ("2024-08-20", "kampus", {"permitted": False, "attributes": False}, "fail"),
        ("2024-08-20", "kampus", {"permitted": True, "attributes": True}, "fail"),
        ("2024-08-20", "kampus", {"permitted": True}, "undetermined"),
        ("2024-10-10", "fasilitas pemerintah", {}, "fail"),
        ("2024-10-10", "lain", {}, "pass"),
    ],
)
def test_places(on: str, place: str, fields: dict[str, object], wanted: str) -> None:
    assert found("campaign", on, "campaign.place", place=place, **fields) == wanted


@pytest.mark.parametrize(
    ("conduct", "offence"),
    [
        ("hasutan", "pasal-187/ayat-2"),
        ("merusak alat peraga", "pasal-187/ayat-3"),
        ("pawai", "pasal-187/ayat-3"),
        ("di luar jadwal", "pasal-187/ayat-1"),
    ],
)
def test_banned_conduct_and_its_offence(conduct: str, offence: str) -> None:
    report = rules.validate({"case": "campaign", "conduct": conduct}, on="2024-10-10", rules="campaign.conduct")
    assert report["campaign.conduct"].outcome == "fail"
    assert report["campaign.conduct"].fact["offence"] == offence


@pytest.mark.parametrize(
    ("on", "person", "leave", "wanted"),
    [
        ("2024-10-10", "ASN", None, "fail"),
        ("2024-10-10", "kepala desa", None, "fail"),
        ("2024-10-10", "TNI", True, "fail"),
        ("2024-10-10", "pejabat BUMN", None, "fail"),
        ("2024-10-10", "kepala daerah", True, "pass"),
        ("2024-10-10", "kepala daerah", False, "fail"),
        ("2024-10-10", "pejabat negara", None, "undetermined"),
        ("2015-03-17", "pejabat daerah", True, "not_applicable"),
        ("2015-03-18", "pejabat daerah", True, "pass"),
        ("2024-10-10", "lain", None, "pass"),
    ],
)
def test_persons(on: str, person: str, leave: bool | None, wanted: str) -> None:
    assert found("campaign", on, "campaign.person", person=person, on_leave=leave) == wanted


# -- donations ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "donor", "limit"),
    [
        ("2015-10-01", "perseorangan", 50 * M),
        ("2016-06-30", "badan hukum swasta", 500 * M),
        ("2016-07-01", "perseorangan", 75 * M),
        ("2024-10-01", "perseorangan", 75 * M),
        ("2024-10-01", "badan hukum swasta", 750 * M),
        ("2025-06-01", "partai lain", 750 * M),
    ],
)
def test_limits_of_donations(on: str, donor: str, limit: int) -> None:
    assert found("donation", on, "money.limit", donor=donor, total=limit) == "pass"
    assert found("donation", on, "money.limit", donor=donor, total=limit + 1) == "fail"


def test_no_statutory_limit_for_the_pair_itself() -> None:
    assert found("donation", "2024-10-01", "money.limit", donor="pasangan calon", total=5_000 * M) == "not_applicable"


@pytest.mark.parametrize("donor", ["asing", "tanpa identitas", "pemerintah daerah", "BUMN", "bumdes"])
def test_forbidden_donors(donor: str) -> None:
    for on in ("2015-02-10", "2024-10-01"):
        assert found("donation", on, "money.donor", donor=donor) == "fail"
    assert found("donation", "2024-10-01", "money.limit", donor=donor, total=1) == "fail"


def test_other_donors() -> None:
    assert found("donation", "2024-10-01", "money.donor", donor="perseorangan") == "pass"
    assert found("donation", "2024-10-01", "money.donor", donor="pasangan calon") == "pass"
    assert found("donation", "2016-06-30", "money.donor", donor="pasangan calon") == "undetermined"
    assert found("donation", "2024-10-01", "money.donor", donor="partai lain", independent=True) == "fail"
    assert found("donation", "2024-10-01", "money.identity", identified=False) == "fail"


@given(st.integers(min_value=0, max_value=2_000 * M), st.integers(min_value=0, max_value=2_000 * M))
def test_a_larger_donation_is_never_better(one: int, other: int) -> None:
    results = [found("donation", "2024-10-01", "money.limit", donor="person", total=n) for n in sorted((one, other))]
    assert results != ["fail", "pass"]


# -- reports --------------------------------------------------------------------------------------------


def test_reports_of_2024_and_2020() -> None:
    # LADK by 24 September, LPPDK by 24 November 2024 (campaign 25 September to 23 November); LPPDK by 6 December 2020.
    fields = {"campaign_start": "2024-09-25", "campaign_end": "2024-11-23"}
    assert found("finance", "2024-09-24", "money.initial_report", initial_report="2024-09-24", **fields) == "pass"
    assert found("finance", "2024-09-25", "money.initial_report", initial_report="2024-09-25", **fields) == "fail"
    assert found("finance", "2024-11-24", "money.final_report", final_report="2024-11-24", **fields) == "pass"
    assert found("finance", "2024-11-25", "money.final_report", final_report="2024-11-25", **fields) == "fail"
    fields = {"campaign_end": "2020-12-05"}
    assert found("finance", "2020-12-06", "money.final_report", final_report="2020-12-06", **fields) == "pass"
    assert found("finance", "2020-12-07", "money.final_report", final_report="2020-12-07", **fields) == "fail"


@pytest.mark.parametrize(
    ("code", "start", "act", "last", "late"),
    [
        ("money.to_auditor", "report_received", "to_auditor", "2024-11-26", "2024-11-27"),
        ("money.audit", "auditor_received", "audit_done", "2024-12-09", "2024-12-10"),
        ("money.publication", "audit_received", "audit_published", "2024-11-27", "2024-11-28"),
    ],
)
def test_audit(code: str, start: str, act: str, last: str, late: str) -> None:
    assert found("finance", last, code, **{start: "2024-11-24", act: last}) == "pass"
    assert found("finance", late, code, **{start: "2024-11-24", act: late}) == "fail"


def test_banned_donations_are_reported_unused_and_handed_over() -> None:
    fields = {"campaign_end": "2024-11-23", "banned_used": False, "banned_handed_over": True}
    assert found("finance", "2024-12-07", "money.banned", banned_reported="2024-12-07", **fields) == "pass"
    assert found("finance", "2024-12-08", "money.banned", banned_reported="2024-12-08", **fields) == "fail"
    assert found("finance", "2024-12-07", "money.banned", banned_used=True) == "fail"
    assert found("finance", "2024-12-07", "money.banned", banned_handed_over=False) == "fail"


def test_account_and_spending() -> None:
    assert found("finance", "2024-10-01", "money.account", account_registered=False) == "fail"
    assert found("finance", "2024-10-01", "money.account", account_registered=True) == "pass"
    assert found("finance", "2024-12-01", "money.spending", spent=100 * M, spending_cap=100 * M) == "pass"
    assert found("finance", "2024-12-01", "money.spending", spent=100 * M + 1, spending_cap=100 * M) == "fail"


# -- what findings rest on ------------------------------------------------------------------------------


@pytest.mark.parametrize("family", ["process", "violations", "campaign", "money", "sanctions"])
def test_rules_rest_on_places_the_log_has(family: str) -> None:
    law = at("2026-01-15")
    for rule in rules.all(family=family):
        for place in rule.basis:
            if "/" in place:
                assert law.provision(place).state != "not_found", (rule.code, place)
            else:
                assert law.instrument(place) is not None
        for key in rule.keys:
            law.parameter(key)
