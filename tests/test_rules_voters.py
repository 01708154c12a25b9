"""Voters, polling stations, re-votes, recounts, postponement and ad hoc bodies, as the statutes have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw import at, rules

pytest.importorskip("holidays")


def found(kind: str, on: str, code: str, **fields: object) -> str:
    return rules.validate({"case": kind, **fields}, on=on, rules=code)[code].outcome


# -- voters ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "married", "wanted"),
    [
        ("2007-11-27", False, "pass"),  # seventeen on voting day
        ("2007-11-28", False, "fail"),
        ("2007-11-28", True, "pass"),
        ("2007-11-28", None, "undetermined"),
        ("2010-01-01", True, "pass"),
        ("1950-01-01", None, "pass"),
    ],
)
def test_age_on_27_november_2024(born: str, married: bool | None, wanted: str) -> None:
    fields = {"voting_day": "2024-11-27", "born": born, "married": married}
    assert found("voter", "2024-11-27", "voter.age", **fields) == wanted


def test_born_on_29_february() -> None:
    # Seventeen on 28 February of a year that has no 29th: the day the calendar gives.
    fields = {"born": "2000-02-29", "married": False}
    assert found("voter", "2017-02-15", "voter.age", voting_day="2017-02-15", **fields) == "fail"
    assert found("voter", "2017-03-01", "voter.age", voting_day="2017-03-01", **fields) == "pass"


def test_a_birth_after_the_vote_names_both_days() -> None:
    case = {"case": "voter", "born": "2025-01-01", "voting_day": "2024-11-27"}
    finding = rules.validate(case, on="2024-11-27", rules="voter.age")["voter.age"]
    assert (finding.outcome, finding.needs) == ("undetermined", ("born", "voting_day"))


@pytest.mark.parametrize(
    ("on", "state", "wanted"),
    [
        ("2015-12-09", "gangguan jiwa", "fail"),
        ("2016-10-12", "gangguan jiwa", "fail"),
        ("2016-10-13", "gangguan jiwa", "pass"),
        ("2016-10-13", "permanen bersurat keterangan", "fail"),
        ("2024-11-27", "tidak terganggu", "pass"),
    ],
)
def test_mental_disorder_before_and_after_mk_135_of_2015(on: str, state: str, wanted: str) -> None:
    assert found("voter", on, "voter.capacity", mental_state=state) == wanted


def test_right_to_vote() -> None:
    on = "2024-11-27"
    assert found("voter", on, "voter.right", citizen=True, vote_revoked=False) == "pass"
    assert found("voter", on, "voter.right", citizen=False) == "fail"
    assert found("voter", on, "voter.right", citizen=True, vote_revoked=True) == "fail"
    assert found("voter", on, "voter.right", citizen=True) == "undetermined"
    fields = {"citizen": True, "vote_revoked": False}
    assert found("voter", on, "voter.right", service="Polri", **fields) == "fail"  # Pasal 28 ayat (2) UU 2/2002
    assert found("voter", on, "voter.right", service="TNI", **fields) == "undetermined"
    assert found("voter", on, "voter.right", service="none", **fields) == "pass"


UNLISTED = {"listed": False, "own_area": True, "last_hour": True}


@pytest.mark.parametrize(
    ("on", "document", "wanted"),
    [
        ("2015-12-09", "e-KTP", "pass"),
        ("2015-12-09", "identitas lain", "pass"),
        ("2016-06-30", "surat keterangan", "pass"),
        ("2016-07-01", "surat keterangan", "fail"),
        ("2024-11-27", "e-KTP", "pass"),
        ("2024-11-27", "identitas lain", "fail"),
    ],
)
def test_what_an_unlisted_voter_shows(on: str, document: str, wanted: str) -> None:
    assert found("voter", on, "voter.unlisted", document=document, **UNLISTED) == wanted


def test_where_and_when_an_unlisted_voter_votes() -> None:
    on = "2024-11-27"
    assert found("voter", on, "voter.unlisted", document="e-KTP", **{**UNLISTED, "own_area": False}) == "fail"
    assert found("voter", on, "voter.unlisted", document="e-KTP", **{**UNLISTED, "last_hour": False}) == "fail"
    assert found("voter", on, "voter.unlisted", listed=True) == "not_applicable"
    assert found("voter", on, "voter.unlisted", listed=False, document="e-KTP") == "undetermined"


def test_notice_to_vote() -> None:
    fields = {"voting_day": "2024-11-27"}
    assert found("voter", "2024-11-24", "voter.invitation", invited_on="2024-11-24", **fields) == "pass"
    assert found("voter", "2024-11-25", "voter.invitation", invited_on="2024-11-25", **fields) == "fail"


@pytest.mark.parametrize(
    ("on", "code", "start", "act", "last", "late"),
    [
        ("2016-06-30", "voter_list.update", "data_received", "updated", "2024-06-04", "2024-06-05"),
        ("2016-07-01", "voter_list.update", "data_received", "updated", "2024-06-15", "2024-06-16"),
        ("2024-09-01", "voter_list.recap", "updated", "recapped", "2024-06-04", "2024-06-05"),
        ("2024-09-01", "voter_list.repair", "comments_closed", "repaired", "2024-06-06", "2024-06-07"),
        ("2024-09-01", "voter_list.announcement", "drawn_up", "announced", "2024-06-03", "2024-06-04"),
    ],
)
def test_days_of_the_list(on: str, code: str, start: str, act: str, last: str, late: str) -> None:
    assert found("voter_list", on, code, **{start: "2024-06-01", act: last}) == "pass"
    assert found("voter_list", on, code, **{start: "2024-06-01", act: late}) == "fail"


def test_final_list_thirty_days_before_the_vote() -> None:
    fields = {"voting_day": "2024-11-27"}
    assert found("voter_list", "2024-10-28", "voter_list.final", fixed="2024-10-28", **fields) == "pass"
    assert found("voter_list", "2024-10-29", "voter_list.final", fixed="2024-10-29", **fields) == "fail"


# -- stations and ballots -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "event", "voters", "wanted"),
    [
        ("2015-12-09", "pilkada-2015", 800, "pass"),
        ("2015-12-09", "pilkada-2015", 801, "fail"),
        ("2018-06-27", "pilkada-2018", 800, "pass"),
        ("2020-12-09", "pilkada-2020", 500, "pass"),
        ("2020-12-09", "pilkada-2020", 501, "fail"),
        ("2024-11-27", "pilkada-2024", 600, "pass"),
        ("2024-11-27", "pilkada-2024", 601, "fail"),
        ("2024-11-27", "pilkada-2024", 801, "fail"),
    ],
)
def test_voters_of_a_station(on: str, event: str, voters: int, wanted: str) -> None:
    assert found("station", on, "station.size", event=event, voters=voters) == wanted


def test_more_than_the_statute_needs_no_event() -> None:
    assert found("station", "2024-11-27", "station.size", voters=801) == "fail"
    assert found("station", "2024-11-27", "station.size", voters=700) == "undetermined"


@pytest.mark.parametrize(
    ("on", "ballots", "wanted"),
    [
        ("2024-11-27", 615, "pass"),  # 600 and 15
        ("2024-11-27", 614, "fail"),
        ("2024-11-27", 616, "fail"),
        ("2015-02-10", 615, "fail"),  # the additional list counted too
        ("2015-02-10", 625, "pass"),
    ],
)
def test_ballots_at_the_station(on: str, ballots: int, wanted: str) -> None:
    assert found("station", on, "station.ballots", dpt=600, additional=10, ballots=ballots) == wanted


def test_either_rounding_of_the_reserve_passes() -> None:
    # 2.5 percent of 501 is 12.525.
    assert found("station", "2024-11-27", "station.ballots", dpt=501, ballots=513) == "pass"
    assert found("station", "2024-11-27", "station.ballots", dpt=501, ballots=514) == "pass"
    assert found("station", "2024-11-27", "station.ballots", dpt=501, ballots=515) == "fail"


def test_print_run_and_other_ballots() -> None:
    on = "2024-11-01"
    assert found("station", on, "ballot.print", contest_dpt=8_214_007, printed=8_419_358) == "pass"
    assert found("station", on, "ballot.print", contest_dpt=8_214_007, printed=8_500_000) == "fail"
    assert found("station", on, "ballot.revote", revote_ballots=2_000) == "pass"
    assert found("station", on, "ballot.revote", revote_ballots=1_999) == "fail"
    assert found("station", on, "ballot.replacement", replacements=1) == "pass"
    assert found("station", on, "ballot.replacement", replacements=2) == "fail"
    assert found("station", on, "ballot.delivery", voting_day="2024-11-27", delivered="2024-11-26") == "pass"
    assert found("station", on, "ballot.delivery", voting_day="2024-11-27", delivered="2024-11-27") == "fail"
    assert found("station", on, "station.security", security_officers=2) == "pass"


# -- re-votes and recounts ------------------------------------------------------------------------------

NONE = {
    "security_disturbance": False, "improper_opening": False, "marked_by_request": False, "spoiled": 0,
    "double_voters": 0, "unregistered": 0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        ({}, "fail"),
        ({"security_disturbance": True}, "pass"),
        ({"improper_opening": True}, "pass"),
        ({"marked_by_request": True}, "pass"),
        ({"spoiled": 1}, "fail"),
        ({"spoiled": 2}, "pass"),
        ({"double_voters": 1}, "fail"),
        ({"double_voters": 2}, "pass"),
        ({"unregistered": 1}, "fail"),
        ({"unregistered": 2}, "pass"),
        ({"unregistered": 2, "found_by_supervisor": False}, "fail"),
        ({"security_disturbance": True, "found_by_supervisor": False}, "pass"),
    ],
)
def test_grounds_of_a_re_vote(change: dict[str, object], wanted: str) -> None:
    # Pasal 112: more than one person, more than one ballot.
    assert found("revote", "2024-12-01", "revote.grounds", **{**NONE, **change}) == wanted


def test_one_ground_is_enough_and_no_ground_needs_all_the_facts() -> None:
    assert found("revote", "2024-12-01", "revote.grounds", double_voters=2) == "pass"
    report = rules.validate({"case": "revote", "double_voters": 1}, on="2024-12-01", rules="revote.grounds")
    assert report.outcome == "undetermined"
    assert "unregistered" in report.needs


def test_time_of_a_re_vote_at_a_station() -> None:
    fields = {"voting_day": "2024-11-27"}
    assert found("revote", "2024-12-07", "revote.time", revote_day="2024-12-07", **fields) == "pass"
    assert found("revote", "2024-12-08", "revote.time", revote_day="2024-12-08", **fields) == "undetermined"
    assert found("revote", "2024-12-08", "revote.time", revote_day="2024-11-27", **fields) == "undetermined"


# Ordered by the court on 24 February 2025, the days given and the day of the vote (merahputih.com, viva.co.id 1805446).
COURT_2025 = [
    ("Barito Utara", 30, "2025-03-22", "pass"),
    ("Pasaman", 60, "2025-04-19", "pass"),
    ("Papua", 180, "2025-08-06", "pass"),
    ("Barito Utara", 30, "2025-03-26", "pass"),
    ("Barito Utara", 30, "2025-03-27", "fail"),
]


@pytest.mark.parametrize(("region", "days", "voted", "wanted"), COURT_2025)
def test_re_votes_the_court_ordered_in_2025(region: str, days: int, voted: str, wanted: str) -> None:
    fields = {"region": region, "event": "pilkada-2024", "ruling": "2025-02-24", "ordered_days": days}
    assert found("revote", "2025-08-06", "revote.by_court", revote_day=voted, **fields) == wanted


def test_re_votes_of_2021_counted_working_days() -> None:
    # Labuhanbatu: ruling of 22 March 2021 (suaratani.com), vote on 24 April 2021 (digtara.com 121084).
    fields = {"region": "Labuhanbatu", "event": "pilkada-2020", "ruling": "2021-03-22", "ordered_days": 30}
    assert found("revote", "2021-05-05", "revote.by_court", revote_day="2021-04-24", **fields) == "pass"
    assert found("revote", "2021-05-05", "revote.by_court", revote_day="2021-05-04", **fields) == "pass"
    assert found("revote", "2021-05-05", "revote.by_court", revote_day="2021-05-05", **fields) == "fail"


@pytest.mark.parametrize(
    ("level", "on", "last", "late"),
    [
        ("station", "2024-11-27", "2024-11-27", "2024-11-28"),
        ("higher", "2024-11-27", "2024-11-29", "2024-11-30"),
        ("discrepancy", "2024-11-27", "2024-12-02", "2024-12-03"),
    ],
)
def test_time_of_a_recount(level: str, on: str, last: str, late: str) -> None:
    fields = {"level": level, "voting_day": "2024-11-27"}
    assert found("recount", on, "recount.time", recount_day=last, **fields) == "pass"
    assert found("recount", on, "recount.time", recount_day=late, **fields) == "fail"


def test_four_working_days_where_certificates_differ_until_17_march_2015() -> None:
    fields = {"level": "discrepancy", "voting_day": "2024-11-27"}
    assert found("recount", "2015-03-17", "recount.time", recount_day="2024-12-03", **fields) == "pass"
    assert found("recount", "2015-03-18", "recount.time", recount_day="2024-12-03", **fields) == "fail"


def test_grounds_of_a_recount() -> None:
    names = ("closed", "dark", "unclear_voice", "unclear_writing", "no_view", "elsewhere", "inconsistent")
    for name in names:
        assert found("recount", "2024-11-27", "recount.grounds", **{name: True}) == "pass"
    assert found("recount", "2024-11-27", "recount.grounds", **dict.fromkeys(names, False)) == "fail"
    assert found("recount", "2025-01-01", "recount.grounds", ballots=300, voters=301) == "pass"


# -- postponement ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "part", "whole", "people", "wanted"),
    [
        ("Kota Kendari", 4, 10, 0, "governor"),  # exactly 40 percent
        ("Kota Kendari", 3, 10, 0, "kpu"),
        ("Kota Kendari", 0, 10, 500, "governor"),  # exactly half of the voters
        ("Kota Kendari", 0, 10, 499, "kpu"),
        ("Sulawesi Tenggara", 7, 17, 0, "minister"),
        ("Sulawesi Tenggara", 6, 17, 0, "kpu"),
    ],
)
def test_who_postpones(region: str, part: int, whole: int, people: int, wanted: str) -> None:
    fields = {"region": region, "areas_unable": part, "areas": whole, "voters_unable": people, "voters": 1_000}
    for who in ("kpu", "governor", "minister"):
        outcome = "pass" if who == wanted else "fail"
        assert found("postponement", "2024-11-26", "postponement.decider", decided_by=who, **fields) == outcome


def test_continued_or_supplementary() -> None:
    code = "postponement.kind"
    fields = {"cause": "bencana alam", "disturbed": "sebagian tahapan"}
    assert found("postponement", "2024-11-26", code, kind_chosen="lanjutan", **fields) == "pass"
    assert found("postponement", "2024-11-26", code, kind_chosen="susulan", **fields) == "fail"
    fields = {"cause": "bencana nonalam", "disturbed": "seluruh tahapan", "kind_chosen": "susulan"}
    assert found("postponement", "2020-05-04", code, **fields) == "pass"
    assert found("postponement", "2020-05-03", code, **fields) == "undetermined"
    assert found("postponement", "2024-11-26", code, cause="other") == "fail"


def test_postponed_nation_wide_since_may_2020() -> None:
    fields = {"decided_by": "kpu_with_government_and_dpr"}
    assert found("postponement", "2020-05-03", "postponement.decider", **fields) == "fail"
    assert found("postponement", "2020-05-04", "postponement.decider", **fields) == "pass"


# -- bodies ---------------------------------------------------------------------------------------------

SIZES = [("PPK", 5), ("PPS", 3), ("KPPS", 7), ("Panwas Kecamatan", 3), ("PPL", 1), ("Pengawas TPS", 1)]


@pytest.mark.parametrize(("body", "size"), SIZES)
def test_sizes(body: str, size: int) -> None:
    for on in ("2015-06-01", "2024-06-01"):
        assert found("body", on, "body.size", body=body, members=size) == "pass"
        assert found("body", on, "body.size", body=body, members=size + 1) == "fail"


def test_sizes_that_rulings_changed() -> None:
    assert found("body", "2020-01-28", "body.size", body="panwas_kabkota", members=3) == "pass"
    assert found("body", "2020-01-29", "body.size", body="panwas_kabkota", members=3) == "not_applicable"
    assert found("body", "2018-07-23", "body.size", body="kpu_kabkota", members=5) == "pass"
    assert found("body", "2018-07-23", "body.size", body="kpu_kabkota", members=3) == "fail"
    assert found("body", "2024-06-01", "body.size", body="kip_aceh", members=7) == "pass"
    assert found("body", "2017-09-01", "body.size", body="kip_aceh", members=7) == "not_applicable"


@pytest.mark.parametrize(
    ("body", "last", "late"),
    [
        # Before the vote of 27 November 2024; PPK were sworn in on 16 May, PPS on 26 May 2024.
        ("PPK", "2024-05-27", "2024-05-28"),
        ("PPS", "2024-05-27", "2024-05-28"),
        ("Pengawas TPS", "2024-11-04", "2024-11-05"),
    ],
)
def test_formation_before_the_vote(body: str, last: str, late: str) -> None:
    fields = {"body": body, "voting_day": "2024-11-27"}
    assert found("body", last, "body.formation", formed=last, **fields) == "pass"
    assert found("body", late, "body.formation", formed=late, **fields) == "fail"


@pytest.mark.parametrize(
    ("body", "last", "late"),
    [
        ("PPK", "2025-01-27", "2025-01-28"),
        ("PPS", "2025-01-27", "2025-01-28"),
        ("Pengawas TPS", "2024-12-04", "2024-12-05"),
    ],
)
def test_dissolution_after_the_vote(body: str, last: str, late: str) -> None:
    fields = {"body": body, "voting_day": "2024-11-27"}
    assert found("body", last, "body.dissolution", dissolved=last, **fields) == "pass"
    assert found("body", late, "body.dissolution", dissolved=late, **fields) == "fail"


def test_supervisors_count_from_the_stages() -> None:
    fields = {"body": "Panwas Kecamatan", "first_stage": "2024-03-27", "last_stage": "2025-03-10"}
    assert found("body", "2024-02-27", "body.formation", formed="2024-02-27", **fields) == "pass"
    assert found("body", "2024-02-28", "body.formation", formed="2024-02-28", **fields) == "fail"
    assert found("body", "2025-05-10", "body.dissolution", dissolved="2025-05-10", **fields) == "pass"
    assert found("body", "2025-05-11", "body.dissolution", dissolved="2025-05-11", **fields) == "fail"


def test_women_are_to_be_heeded() -> None:
    assert found("body", "2024-06-01", "body.women", body="PPK", members=5, women=2) == "pass"
    assert found("body", "2024-06-01", "body.women", body="PPK", members=5, women=1) == "undetermined"
    assert found("body", "2024-06-01", "body.women", body="KPPS", members=7, women=0) == "not_applicable"


# -- properties and basis -------------------------------------------------------------------------------


@given(st.integers(min_value=0, max_value=900), st.integers(min_value=0, max_value=900))
def test_more_voters_are_never_better(one: int, other: int) -> None:
    results = [
        found("station", "2020-12-09", "station.size", event="pilkada-2020", voters=number)
        for number in sorted((one, other))
    ]
    assert results != ["fail", "pass"]


@pytest.mark.parametrize("family", ["voters", "polling", "bodies"])
def test_rules_rest_on_places_the_log_has(family: str) -> None:
    law = at("2026-01-15")
    for rule in rules.all(family=family):
        for place in rule.basis:
            if "/" in place:
                assert law.provision(place).state != "not_found", (rule.code, place)
        for key in rule.keys:
            law.parameter(key)
