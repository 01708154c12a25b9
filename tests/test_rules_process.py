"""Process disputes, reports, administrative violations, money politics and crimes: what the statutes say.

The texts are those of UU 1/2015 (annex), UU 8/2015 and UU 10/2016; the calendar of working days is the official one.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw import rules
from electlaw.calendar import count

pytest.importorskip("holidays")


def outcome(kind: str, on: str, code: str, **fields: object) -> str:
    return rules.validate({"case": kind, "region": "Bandar Lampung", **fields}, on=on, rules=code)[code].outcome


# -- Bawaslu: three working days, twelve days, three working days ---------------------------------------

# Pairs determined on Sunday 22 September 2024: until Wednesday 25 September (disway.id 47373, of the Kukar dispute).
OBJECTIONS = [
    ("2024-09-22", "2024-09-22", "pass"),
    ("2024-09-22", "2024-09-25", "pass"),
    ("2024-09-22", "2024-09-26", "fail"),
    # Decided on Friday: Monday to Wednesday.
    ("2024-09-20", "2024-09-25", "pass"),
    ("2024-09-20", "2024-09-26", "fail"),
    # Monday 16 September 2024 was the Prophet's birthday: decided on Friday the 13th, until Thursday the 19th.
    ("2024-09-13", "2024-09-19", "pass"),
    ("2024-09-13", "2024-09-20", "fail"),
]


@pytest.mark.parametrize(("decided", "filed", "wanted"), OBJECTIONS)
def test_objection_within_three_working_days(decided: str, filed: str, wanted: str) -> None:
    assert outcome("process", decided, "process.objection", kpu_decision=decided, objection_filed=filed) == wanted


def test_objection_on_the_day_that_turns_on_day_one_shows_both_readings() -> None:
    case = {"case": "process", "kpu_decision": "2024-09-23", "objection_filed": "2024-09-26"}
    found = rules.validate(case, on="2024-09-26", rules="process.objection")["process.objection"]
    assert found.outcome == "pass"
    assert [end for end, _ in found.readings] == ["pass", "fail"]
    assert found.practice is not None


def test_no_statutory_limit_for_the_objection_before_uu_10_2016() -> None:
    fields = {"kpu_decision": "2015-08-24", "objection_filed": "2015-09-30"}
    assert outcome("process", "2016-06-30", "process.objection", **fields) == "not_applicable"
    assert outcome("process", "2016-07-01", "process.objection", **fields) == "fail"


def test_bawaslu_decides_within_twelve_calendar_days() -> None:
    fields = {"petition_received": "2024-10-01"}
    assert outcome("process", "2024-10-13", "process.bawaslu", bawaslu_decision="2024-10-13", **fields) == "pass"
    assert outcome("process", "2024-10-14", "process.bawaslu", bawaslu_decision="2024-10-14", **fields) == "fail"


def test_twelve_days_were_working_days_until_17_march_2015() -> None:
    # Pasal 1 angka 28: Monday 2 February 2015 and twelve working days end on Wednesday 18 February
    # (19 February was the Chinese New Year).
    fields = {"petition_received": "2015-02-02", "bawaslu_decision": "2015-02-18"}
    assert outcome("process", "2015-02-18", "process.bawaslu", **fields) == "pass"
    assert outcome("process", "2015-03-18", "process.bawaslu", **fields) == "fail"


def test_kpu_follows_within_three_working_days() -> None:
    # Bawaslu Lampung decided on Wednesday 6 January 2021, the KPU on Friday the 8th (MA 1 P/PAP/2021).
    fields = {"bawaslu_decision": "2021-01-06"}
    assert outcome("process", "2021-01-08", "process.follow_up", kpu_followed="2021-01-08", **fields) == "pass"
    assert outcome("process", "2021-01-11", "process.follow_up", kpu_followed="2021-01-11", **fields) == "pass"
    assert outcome("process", "2021-01-12", "process.follow_up", kpu_followed="2021-01-12", **fields) == "fail"


# -- courts ---------------------------------------------------------------------------------------------


def test_suit_only_after_bawaslu() -> None:
    assert outcome("process", "2024-10-01", "process.remedies", remedies_used=True) == "pass"
    assert outcome("process", "2024-10-01", "process.remedies", remedies_used=False) == "fail"
    assert outcome("process", "2024-10-01", "process.remedies") == "undetermined"


def test_suit_within_three_days_by_the_statute_of_2015() -> None:
    fields = {"bawaslu_decision": "2015-09-11"}
    assert outcome("process", "2015-09-14", "process.suit", suit_filed="2015-09-14", **fields) == "pass"
    assert outcome("process", "2015-09-15", "process.suit", suit_filed="2015-09-15", **fields) == "fail"


def test_suit_by_the_court_s_regulation_says_it_rests_on_memory() -> None:
    case = {"case": "process", "bawaslu_decision": "2024-10-11", "suit_filed": "2024-10-16"}
    found = rules.validate(case, on="2024-10-16", rules="process.suit")["process.suit"]
    assert found.outcome == "pass"
    assert {ground.verified for ground in found.basis} == {"recall"}


@pytest.mark.parametrize(
    ("on", "days", "unit"), [("2015-10-01", 21, "day"), ("2016-06-30", 21, "day"), ("2016-07-01", 15, "working_day")]
)
def test_judgment(on: str, days: int, unit: str) -> None:
    last = count("2016-03-01", days, unit)
    fields = {"suit_complete": "2016-03-01"}
    assert outcome("process", on, "process.judgment", judgment=last, **fields) == "pass"
    assert outcome("process", on, "process.judgment", judgment=count(last, 1, unit), **fields) == "fail"


@pytest.mark.parametrize(("on", "days"), [("2015-10-01", 7), ("2024-10-20", 5)])
def test_cassation_in_working_days(on: str, days: int) -> None:
    last = count("2024-10-14", days, "working_day")
    fields = {"judgment": "2024-10-14"}
    assert outcome("process", on, "process.cassation", cassation_filed=last, **fields) == "pass"
    later = count(last, 1, "working_day")
    assert outcome("process", on, "process.cassation", cassation_filed=later, **fields) == "fail"


@pytest.mark.parametrize(("on", "days", "unit"), [("2015-10-01", 30, "day"), ("2024-10-20", 20, "working_day")])
def test_decision_in_cassation(on: str, days: int, unit: str) -> None:
    last = count("2024-10-14", days, unit)
    fields = {"cassation_received": "2024-10-14"}
    assert outcome("process", on, "process.cassation_decision", cassation_decision=last, **fields) == "pass"
    later = count(last, 1, unit)
    assert outcome("process", on, "process.cassation_decision", cassation_decision=later, **fields) == "fail"


def test_no_review_of_the_supreme_court() -> None:
    assert outcome("process", "2024-11-01", "process.review", review_sought=True) == "fail"
    assert outcome("process", "2024-11-01", "process.review", review_sought=False) == "pass"


def test_suit_repair_and_follow_up_of_the_court() -> None:
    fields = {"suit_filed": "2024-10-11"}  # a Friday
    assert outcome("process", "2024-10-16", "process.suit_repair", suit_repaired="2024-10-16", **fields) == "pass"
    assert outcome("process", "2024-10-17", "process.suit_repair", suit_repaired="2024-10-17", **fields) == "fail"
    fields = {"ruling": "2024-10-11"}
    assert outcome("process", "2024-10-18", "process.court_follow_up", ruling_followed="2024-10-18", **fields) == "pass"
    assert outcome("process", "2024-10-19", "process.court_follow_up", ruling_followed="2024-10-19", **fields) == "fail"


@pytest.mark.parametrize(("changed", "wanted"), [("2024-10-28", "pass"), ("2024-10-29", "fail")])
def test_pairs_change_no_later_than_thirty_days_before_the_vote(changed: str, wanted: str) -> None:
    fields = {"voting_day": "2024-11-27", "pairs_changed": changed}
    assert outcome("process", changed, "process.pairs_changed", **fields) == wanted


def test_no_such_day_in_2015() -> None:
    fields = {"voting_day": "2015-12-09", "pairs_changed": "2015-12-01"}
    assert outcome("process", "2015-12-01", "process.pairs_changed", **fields) == "not_applicable"


@pytest.mark.parametrize(
    ("who", "wanted"),
    [("pasangan calon", "pass"), ("bakal pasangan calon", "pass"), ("pemilih", "fail"), ("party", "fail")],
)
def test_who_may_object(who: str, wanted: str) -> None:
    assert outcome("process", "2024-09-25", "process.standing", petitioner=who) == wanted


# -- contradictory and missing input --------------------------------------------------------------------


def test_contradictory_days_name_both_fields() -> None:
    case = {"case": "process", "kpu_decision": "2024-09-22", "objection_filed": "2024-09-21"}
    found = rules.validate(case, on="2024-09-22", rules="process.objection")["process.objection"]
    assert found.outcome == "undetermined"
    assert found.needs == ("kpu_decision", "objection_filed")


def test_missing_days_are_named_and_the_deadline_is_told_all_the_same() -> None:
    found = rules.validate({"case": "process", "kpu_decision": "2024-09-22"}, on="2024-09-22",
                           rules="process.objection")["process.objection"]  # fmt: skip
    assert (found.outcome, found.needs) == ("undetermined", ("objection_filed",))
    assert found.fact["deadline"] == "2024-09-25"


# -- reports --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reported", "wanted"), [("2024-11-01", "pass"), ("2024-11-08", "pass"), ("2024-11-09", "fail")]
)
def test_report_within_seven_days(reported: str, wanted: str) -> None:
    assert outcome("report", reported, "report.filing", known_on="2024-11-01", reported=reported) == wanted


@pytest.mark.parametrize(
    ("handled", "more", "wanted"),
    [
        ("2024-11-11", False, "pass"),
        ("2024-11-12", False, "fail"),
        ("2024-11-12", True, "pass"),
        ("2024-11-13", True, "pass"),
        ("2024-11-14", True, "fail"),
    ],
)
def test_follow_up_in_three_days_and_two_more(handled: str, more: bool, wanted: str) -> None:
    fields = {"received": "2024-11-08", "handled": handled, "more_asked": more}
    assert outcome("report", handled, "report.handling", **fields) == wanted


@pytest.mark.parametrize(
    ("matter", "right"), [("ethics", "dkpp"), ("administrative", "kpu"), ("dispute", "bawaslu"), ("crime", "police")]
)
def test_where_reports_go(matter: str, right: str) -> None:
    for place in ("dkpp", "kpu", "bawaslu", "police"):
        wanted = "pass" if place == right else "fail"
        assert outcome("report", "2024-11-08", "report.forwarding", matter=matter, sent_to=place) == wanted


def test_only_those_with_a_vote_observers_and_participants_report() -> None:
    assert outcome("report", "2024-11-08", "report.reporter", reporter="pemilih") == "pass"
    assert outcome("report", "2024-11-08", "report.reporter", reporter="lsm") == "fail"


def test_crime_goes_to_the_police_within_twenty_four_hours() -> None:
    code, on = "report.referral", "2024-11-14"
    decided = {"crime_decided": "2024-11-13 10:00 WIB"}
    assert outcome("report", on, code, crime_referred="2024-11-14 10:00 WIB", **decided) == "pass"
    assert outcome("report", on, code, crime_referred="2024-11-14 10:01 WIB", **decided) == "fail"
    assert outcome("report", on, code, crime_referred="2024-11-14 11:00 WITA", **decided) == "pass"
    assert outcome("report", on, code, crime_decided="2024-11-13", crime_referred="2024-11-14") == "undetermined"
    assert outcome("report", on, code, crime_decided="2024-11-13", crime_referred="2024-11-16") == "fail"
    assert outcome("report", on, code, crime_referred="2024-11-12", **decided) == "undetermined"


# -- recommendation or decision -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "event", "output", "wanted"),
    [
        ("2024-10-01", "pilkada-2024", "rekomendasi", "pass"),
        ("2024-10-01", "pilkada-2024", "putusan", "fail"),
        # MK 104/PUU-XXIII/2025 does not reach the elections of 2024.
        ("2025-08-01", "pilkada-2024", "rekomendasi", "pass"),
        ("2025-07-29", "pilkada-ulang-2025", "rekomendasi", "pass"),
        ("2025-07-30", "pilkada-ulang-2025", "rekomendasi", "fail"),
        ("2025-07-30", "pilkada-ulang-2025", "putusan", "pass"),
    ],
)
def test_output_of_bawaslu(on: str, event: str, output: str, wanted: str) -> None:
    assert outcome("violation", on, "violation.output", event=event, output=output) == wanted


def test_the_election_has_to_be_named_after_the_ruling() -> None:
    found = rules.validate({"case": "violation", "output": "decision"}, on="2025-08-01", rules="violation.output")
    assert found.outcome == "undetermined"
    assert found.needs == ("event",)


def test_a_decision_is_not_examined_anew() -> None:
    fields = {"event": "pilkada-ulang-2025", "output": "putusan", "reviewed": True}
    assert outcome("violation", "2025-08-27", "violation.output", **fields) == "fail"


def test_kpu_acts_within_seven_days() -> None:
    fields = {"output_received": "2024-10-01"}
    assert outcome("violation", "2024-10-08", "violation.kpu", kpu_acted="2024-10-08", **fields) == "pass"
    assert outcome("violation", "2024-10-09", "violation.kpu", kpu_acted="2024-10-09", **fields) == "fail"


# -- structured, systematic and massive -----------------------------------------------------------------

ALL = {"structured": True, "systematic": True, "massive": True}


def test_all_three_elements_of_the_candidate_s_own_money_politics() -> None:
    on, code = "2021-01-06", "tsm.elements"
    assert outcome("violation", on, code, by="calon", **ALL) == "pass"
    for name in ALL:
        assert outcome("violation", on, code, by="calon", **{**ALL, name: False}) == "fail"
    assert outcome("violation", on, code, by="calon", structured=True) == "undetermined"
    assert outcome("violation", on, code, by="tim kampanye", **ALL) == "fail"
    assert outcome("violation", on, code, by="relawan", **ALL) == "fail"
    assert outcome("violation", "2015-11-06", code, by="calon", **ALL) == "not_applicable"


@pytest.mark.parametrize(
    ("region", "proved", "areas", "wanted"),
    [
        ("Bandar Lampung", 10, 20, "pass"),
        ("Bandar Lampung", 9, 20, "fail"),
        ("Lampung", 8, 15, "pass"),
        ("Lampung", 7, 15, "fail"),
    ],
)
def test_evidence_from_half_of_the_areas(region: str, proved: int, areas: int, wanted: str) -> None:
    # Perbawaslu 9/2020 Pasal 15 ayat (3) huruf b.
    fields = {"region": region, "areas_proved": proved, "areas": areas}
    assert outcome("violation", "2024-12-01", "tsm.spread", **fields) == wanted


def test_bandar_lampung_2021() -> None:
    # KPU decision of 8 January 2021; the Supreme Court received the case on the 18th (letter of its registrar) and
    # annulled the decision on the 22nd (MA 1 P/PAP/2021; republika.id 13732, lampungpro.co).
    case = {
        "case": "violation", "region": "Bandar Lampung", "bawaslu_decision": "2021-01-06", "kpu_decision": "2021-01-08",
        "file_received": "2021-01-18", "appeal_decision": "2021-01-22", "annulled": True, "reinstated": True,
    }  # fmt: skip
    report = rules.validate(case, on="2021-02-01")
    for code in ("tsm.kpu", "tsm.supreme_court", "tsm.reinstatement"):
        assert report[code].outcome == "pass"


def test_recourse_to_the_supreme_court_in_three_working_days() -> None:
    fields = {"kpu_decision": "2021-01-08"}  # a Friday
    assert outcome("violation", "2021-01-13", "tsm.appeal", appeal_filed="2021-01-13", **fields) == "pass"
    assert outcome("violation", "2021-01-14", "tsm.appeal", appeal_filed="2021-01-14", **fields) == "fail"


def test_bawaslu_and_the_supreme_court_have_fourteen_working_days() -> None:
    last = count("2024-12-02", 14, "working_day")
    after = count(last, 1, "working_day")
    for code, start, act in (
        ("tsm.decision", "report_registered", "bawaslu_decision"),
        ("tsm.supreme_court", "file_received", "appeal_decision"),
    ):
        assert outcome("violation", last, code, **{start: "2024-12-02", act: last}) == "pass"
        assert outcome("violation", after, code, **{start: "2024-12-02", act: after}) == "fail"


def test_the_pair_is_determined_again_after_an_annulment() -> None:
    assert outcome("violation", "2021-02-01", "tsm.reinstatement", annulled=True, reinstated=False) == "fail"
    assert outcome("violation", "2021-02-01", "tsm.reinstatement", annulled=False) == "not_applicable"


# -- proceedings on crimes ------------------------------------------------------------------------------

CRIMES = [
    ("crime.trial", "brought", "judgment", 7),
    ("crime.appeal_filing", "judgment", "appeal_filed", 3),
    ("crime.appeal_transfer", "appeal_filed", "appeal_sent", 3),
    ("crime.appeal_decision", "appeal_filed", "appeal_judgment", 7),
    ("crime.judgment_delivery", "final_judgment", "delivered", 3),
    ("crime.execution", "delivered", "executed", 3),
]


@pytest.mark.parametrize(("code", "start", "act", "days"), CRIMES)
def test_days_of_the_courts(code: str, start: str, act: str, days: int) -> None:
    last, after = count("2024-11-01", days), count("2024-11-01", days + 1)
    assert outcome("crime", last, code, **{start: "2024-11-01", act: last}) == "pass"
    assert outcome("crime", after, code, **{start: "2024-11-01", act: after}) == "fail"


POLICE = [
    ("crime.investigation", "reported", "file_sent", 14),
    ("crime.file_return", "file_sent", "file_returned", 3),
    ("crime.file_resubmission", "file_returned", "file_resent", 3),
    ("crime.to_court", "file_accepted", "brought", 5),
]


@pytest.mark.parametrize(("code", "start", "act", "days"), POLICE)
@pytest.mark.parametrize(("on", "unit"), [("2016-06-30", "day"), ("2016-07-01", "working_day")])
def test_days_of_police_and_prosecutor(code: str, start: str, act: str, days: int, on: str, unit: str) -> None:
    last = count("2024-11-04", days, unit)
    after = count(last, 1, unit)
    assert outcome("crime", on, code, **{start: "2024-11-04", act: last}) == "pass"
    assert outcome("crime", on, code, **{start: "2024-11-04", act: after}) == "fail"


def test_judgment_that_may_change_the_votes() -> None:
    fields = {"result_day": "2024-12-05"}
    code = "crime.result_relevant_latest"
    assert outcome("crime", "2024-12-05", code, final_judgment="2024-11-30", **fields) == "pass"
    assert outcome("crime", "2024-12-05", code, final_judgment="2024-12-01", **fields) == "fail"


def test_no_cassation_in_crimes() -> None:
    assert outcome("crime", "2024-12-05", "crime.last_word", cassation_sought=True) == "fail"


# -- properties -----------------------------------------------------------------------------------------

OFFSETS = st.integers(min_value=0, max_value=30)


@given(OFFSETS, OFFSETS)
def test_an_earlier_report_is_never_worse(first: int, second: int) -> None:
    early, late = sorted((first, second))
    results = [
        outcome("report", "2024-12-31", "report.filing", known_on="2024-11-01", reported=count("2024-11-01", days))
        for days in (early, late)
    ]
    assert results != ["fail", "pass"]


@given(OFFSETS)
def test_every_finding_speaks_both_languages_and_has_a_basis(days: int) -> None:
    case = {"case": "process", "kpu_decision": "2024-09-22", "objection_filed": count("2024-09-22", days)}
    for found in rules.validate(case, on="2024-10-01"):
        assert found.message["id"] != found.message["en"]
        assert found.basis
