"""The election of a case that does not name it: inferred where one fits, asked for with its choices where not."""

from __future__ import annotations

import electlaw
from electlaw import rules

# PKPU 2/2024: registration of pairs 27 to 29 August 2024, vote 27 November 2024; PKPU 5/2020: vote 9 December 2020;
# Tasikmalaya voted again on 19 April 2025 (MK 132/PHPU.BUP-XXIII/2025 of 24 February 2025); Jakarta's second round 2017


def test_the_day_of_registration_comes_before_the_day_of_the_law() -> None:
    data = {"case": "candidacy", "region": "Kabupaten Tasikmalaya", "registered": "2024-08-29", "head": {"name": "A"}}
    report = rules.validate(data, on="2025-03-10")
    assert report.case.event == "pilkada-2024"  # not the re-vote under way on the day of the law
    assert report.case.head.determined == "2024-09-22"
    for lang, word in (("en", "29 August 2024"), ("id", "29 Agustus 2024")):
        for shown in (report.explain(lang)[0], electlaw.views.text(report, lang=lang)):
            assert "pilkada-2024" in shown
            assert word in shown


def test_one_running_election_is_taken() -> None:
    for day, event in (("2020-09-05", "pilkada-2020"), ("2024-08-28", "pilkada-2024"), ("2025-03-10", "psu-2025")):
        report = rules.validate({"case": "pairs", "region": "Kabupaten Tasikmalaya", "pairs": 3}, on=day)
        assert report.to_json()["inferred"] == {"event": event}
        assert report.to_json()["choices"] == {}


def test_several_are_named() -> None:
    data = {"case": "campaign", "region": "DKI Jakarta", "activity_day": "2017-03-10"}
    report = rules.validate(data, on="2017-03-10")
    assert report.case.event is None
    assert "event" in report.needs
    assert report.to_json()["choices"] == {"event": ["pilkada-2017", "pilkada-2017-dki-putaran-2"]}
    assert "pilkada-2017-dki-putaran-2" in report.explain("id")[0]


def test_between_two_elections_those_of_the_region_are_named() -> None:
    data = {"case": "campaign", "region": "Kabupaten Tasikmalaya", "activity_day": "2016-05-10"}
    report = rules.validate(data, on="2016-05-10")
    assert report.case.event is None
    assert {"pilkada-2015", "pilkada-2020"} <= set(report.to_json()["choices"]["event"])


def test_nothing_is_said_where_nothing_is_to_be_said() -> None:
    named = {"case": "pairs", "region": "Kabupaten Tasikmalaya", "event": "pilkada-2024", "pairs": 2}
    for data in (named, {"case": "pairs", "pairs": 2}, {"case": "term", "region": "Tasikmalaya", "office": "regent"}):
        report = rules.validate(data, on="2024-09-22")
        assert report.election is None
        assert (report.to_json()["inferred"], report.to_json()["choices"]) == ({}, {})
    # the governor of Yogyakarta is not elected; a law asked about one event has it already
    assert rules.validate({"case": "pairs", "region": "DIY", "pairs": 2}, on="2024-09-22").election is None
    law = electlaw.at("2024-09-22", event="pilkada-2024")
    assert rules.validate({"case": "pairs", "region": "Sultra", "pairs": 2}, law=law).election is None


def test_the_case_stays_as_it_was() -> None:
    case = rules.case({"case": "candidacy", "region": "Sultra", "registered": "2024-08-29", "deputy": {"name": "B"}})
    report = rules.validate(case, on="2024-09-22")
    assert (case.event, case.deputy.event, case.deputy.determined) == (None, None, None)
    assert (report.case.deputy.event, report.case.deputy.determined) == ("pilkada-2024", "2024-09-22")


def test_other_days_of_the_matter_settle_it_too() -> None:
    # a decision of 22 September 2024 asked about on a day of the re-vote; two days of two elections settle nothing
    data = {"case": "process", "region": "Kabupaten Tasikmalaya", "kpu_decision": "2024-09-22"}
    assert rules.validate(data, on="2025-03-10").case.event == "pilkada-2024"
    other = {**data, "ruling": "2025-03-15"}
    assert rules.validate(other, on="2025-03-10").case.event is None
