"""The parameters say what the acts say: values, edges, ends and derogations, each with its legal source."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

import electlaw
from electlaw.corpus import builtin
from electlaw.tables import tables

HEADS = {"governor": (2_000_000, 6_000_000, 12_000_000), "regent": (250_000, 500_000, 1_000_000)}


def stated(day: str, key: str, subject: dict[str, str | int] | None = None, known: str | None = None) -> str:
    """The value as the act states it, or the state in angle brackets."""
    law = electlaw.at(day, known=known) if known else electlaw.at(day)
    value = law.parameter(key, **(subject or {}))
    return value.stated if value.state == "set" else f"<{value.state}>"


@pytest.mark.parametrize("office", HEADS)
@pytest.mark.parametrize(
    ("day", "key", "measure", "shares"),
    [
        # Pasal 41 of the base text, of UU 8/2015 and of UU 10/2016; Pasal 40 as read by MK 60/PUU-XXII/2024, amar 2;
        # Pasal 158. 'Sampai dengan' takes the edge into the lower bracket, 'lebih dari' begins above it.
        ("2014-10-02", "independent.support_share", "population", ("6.5", "5", "4", "3")),
        ("2015-03-18", "independent.support_share", "population", ("10", "8.5", "7.5", "6.5")),
        ("2016-07-01", "independent.support_share", "electorate", ("10", "8.5", "7.5", "6.5")),
        ("2024-08-20", "nomination.vote_share", "electorate", ("10", "8.5", "7.5", "6.5")),
        ("2014-10-02", "dispute.margin", "population", ("2", "1.5", "1", "0.5")),
        ("2016-07-01", "dispute.margin", "population", ("2", "1.5", "1", "0.5")),
    ],
)
def test_upper_edge_belongs_to_the_lower_bracket(
    office: str, day: str, key: str, measure: str, shares: tuple[str, ...]
) -> None:
    edges = HEADS[office]
    subject: dict[str, str | int] = {"office": office, "region": "32", "event": "pilkada-2017"}
    for edge, below, above in zip(edges, shares[:-1], shares[1:], strict=True):
        assert stated(day, key, subject | {measure: edge}) == below
        assert stated(day, key, subject | {measure: edge + 1}) == above


@pytest.mark.parametrize(
    ("day", "key", "subject", "expected"),
    [
        # Pasal 1 angka 28: Hari was a working day until UU 8/2015.
        ("2015-03-17", "calendar.day_meaning", {}, "working_day"),
        ("2015-03-18", "calendar.day_meaning", {}, "calendar_day"),
        # Pasal 40 ayat (1) and (3); MK 60/PUU-XXII/2024 of 20 August 2024.
        ("2024-08-19", "nomination.seat_share", {"region": "32"}, "20"),
        ("2024-08-20", "nomination.seat_share", {"region": "32"}, "<unset>"),
        ("2024-08-19", "nomination.vote_share", {"region": "32"}, "25"),
        ("2024-08-19", "nomination.seat_required", {"region": "32"}, "true"),
        ("2024-08-20", "nomination.seat_required", {"region": "32"}, "false"),
        # Aceh: UU 11/2006 Pasal 91 ayat (2), 68 ayat (1), 67 ayat (2) huruf e.
        ("2015-06-01", "nomination.seat_share", {"region": "11", "party": "local"}, "15"),
        ("2015-06-01", "nomination.seat_share", {"region": "11", "party": "national"}, "20"),
        ("2024-08-27", "nomination.seat_share", {"region": "11.01"}, "15"),
        ("2024-08-27", "nomination.vote_share", {"region": "11.01"}, "15"),
        ("2024-08-27", "independent.support_share", {"region": "11"}, "3"),
        ("2024-08-27", "candidate.min_age", {"region": "11", "office": "regent"}, "30"),
        # Pasal 7: 30 for governors, 25 for regents; deputies are candidates since UU 8/2015.
        ("2015-01-01", "candidate.min_age", {"region": "32", "office": "governor"}, "30"),
        ("2015-01-01", "candidate.min_age", {"region": "32", "office": "deputy-governor"}, "<not_yet>"),
        ("2015-03-18", "candidate.min_age", {"region": "32", "office": "deputy-mayor"}, "25"),
        # MK 60/PUU-XIII/2015: the base becomes the voters, not for the running round of 2015.
        ("2015-10-01", "independent.support_base", {"region": "32", "event": "pilkada-2015"}, "population"),
        ("2015-10-01", "independent.support_base", {"region": "32", "event": "pilkada-2017"}, "dpt_latest_election"),
        # Pasal 48: 21 days in the base text, 28 since UU 8/2015.
        ("2015-03-17", "independent.handover_latest", {}, "21"),
        ("2015-03-18", "independent.handover_latest", {}, "28"),
        # Pasal 107 and 109: 30 percent or a run-off until UU 8/2015; Jakarta keeps its run-off (UU 29/2007 Pasal 11).
        ("2015-03-17", "winner.first_round_share", {"region": "32"}, "30"),
        ("2015-03-18", "winner.first_round_share", {"region": "32"}, "<unset>"),
        ("2024-11-27", "winner.first_round_share", {"region": "31", "office": "governor"}, "50"),
        ("2024-11-27", "winner.rule", {"region": "32", "office": "governor"}, "plurality"),
        # Pasal 157 ayat (5): 3 x 24 hours, then three working days.
        ("2016-06-30", "dispute.filing_window", {}, "72"),
        ("2016-07-01", "dispute.filing_window", {}, "3"),
        # Pasal 157 ayat (8): 45 days, 45 working days since MK 105/PUU-XIII/2015 (see the units below).
        ("2015-03-17", "dispute.decision_window", {}, "14"),
        ("2015-11-11", "dispute.decision_window", {}, "45"),
        # Pasal 74 ayat (5).
        ("2016-06-30", "campaign.donation_max", {"donor": "person"}, "50000000"),
        ("2016-07-01", "campaign.donation_max", {"donor": "person"}, "75000000"),
        ("2016-07-01", "campaign.donation_max", {"donor": "legal-entity"}, "750000000"),
        # Pasal 201: national vote 2020, then 2027, then November 2024.
        ("2015-03-17", "schedule.national_vote", {}, "2020"),
        ("2015-03-18", "schedule.national_vote", {}, "2027"),
        ("2016-07-01", "schedule.national_vote", {}, "2024-11"),
        # Pasal 201 ayat (6); Pasal 201A ayat (2) of Perppu 2/2020.
        ("2020-05-03", "schedule.next_vote", {"elected": 2015}, "2020-09"),
        ("2020-05-04", "schedule.next_vote", {"elected": 2015}, "2020-12"),
        # Pasal 23 ayat (3); MK 48/PUU-XVII/2019.
        ("2020-01-28", "body.panwas_kabkota.size", {}, "3"),
        ("2020-01-29", "body.panwas_kabkota.size", {}, "<unset>"),
        ("2020-01-29", "body.panwas_kecamatan.size", {}, "3"),
        # UU 11/2006 Pasal 57: repealed by UU 7/2017, back by MK 66/PUU-XV/2017.
        ("2017-08-16", "body.kip_aceh.size", {}, "<unset>"),
        ("2018-01-11", "body.kip_aceh.size", {}, "7"),
        # Pasal 7 huruf g and its court history.
        ("2016-07-01", "candidate.conviction_threat", {"region": "32"}, "0"),
        ("2017-07-19", "candidate.conviction_threat", {"region": "32"}, "5"),
        ("2019-12-11", "candidate.exconvict_wait", {"region": "32", "threat": 5}, "5"),
        ("2025-08-28", "candidate.exconvict_wait", {"region": "32", "threat": 4}, "0"),
        # MA 23 P/HUM/2024; MK 70/PUU-XXII/2024.
        ("2024-08-19", "candidate.age_reference", {}, "inauguration"),
        ("2024-08-20", "candidate.age_reference", {}, "pair_determination"),
        # Pasal 54D ayat (3); MK 126/PUU-XXII/2024.
        ("2024-11-13", "single_pair.repeat_rule", {}, "following_year_or_schedule"),
        ("2024-11-14", "single_pair.repeat_window", {}, "1"),
        ("2025-01-01", "single_pair.ballot", {"cycle": 2025}, "photo_and_blank"),
        ("2025-01-01", "single_pair.ballot", {"cycle": 2029}, "name_photo_and_two_blanks"),
    ],
)
def test_value_on_a_day(day: str, key: str, subject: dict[str, str | int], expected: str) -> None:
    assert stated(day, key, subject) == expected


def test_share_is_an_exact_fraction() -> None:
    value = electlaw.at("2024-08-20").parameter(
        "nomination.vote_share", region="32.01", office="regent", electorate=300_000
    )
    assert value.value == Fraction(85, 1000)
    assert (value.unit, value.get("comparator"), value.get("base")) == ("percent", ">=", "valid_dprd_votes")


def test_single_pair_needs_more_than_half_and_spread_differs_in_aceh() -> None:
    """Pasal 54D ayat (1) says more than 50 %; Pasal 41 more than half of the areas, UU 11/2006 Pasal 68 at least."""
    law = electlaw.at("2024-11-27")
    assert law.parameter("single_pair.win_share").get("comparator") == ">"
    assert law.parameter("independent.spread", region="32", office="governor").get("comparator") == ">"
    assert law.parameter("independent.spread", region="11", office="governor").get("comparator") == ">="


@pytest.mark.parametrize(
    ("day", "unit", "counted"),
    [
        ("2015-03-18", "hari", "from:petition_received"),
        ("2015-11-11", "working_day", "from:mk_case_registration"),
        # UU 10/2016 Pasal 157 ayat (8): since the petition was received.
        ("2024-12-01", "working_day", "from:petition_received"),
    ],
)
def test_decision_window_of_the_constitutional_court(day: str, unit: str, counted: str) -> None:
    value = electlaw.at(day).parameter("dispute.decision_window")
    assert (value.unit, value.get("counted")) == (unit, counted)


def test_a_declaring_ruling_reaches_back_once_known() -> None:
    """MK 129/PUU-XXII/2024 of 14 November 2024 displaces the count since inauguration of PKPU 8/2024 Pasal 19."""
    assert stated("2024-09-22", "term.count_start") == "inauguration"
    assert stated("2024-09-22", "term.count_start", known="2026-01-01") == "real_exercise"


@pytest.mark.parametrize(
    ("offence", "before", "after"),
    [
        # Prison minimum and maximum in months, fine minimum and maximum, link; UU 1/2026 Pasal I, II ayat (5).
        (
            "pasal-187a/ayat-1",
            ("36", "72", "200000000", "1000000000", "and"),
            ("<unset>", "72", "<unset>", "500000000", "and_or"),
        ),
        ("pasal-188", ("1", "6", "600000", "6000000", "and_or"), ("<unset>", "6", "<unset>", "10000000", "and_or")),
        (
            "pasal-178b",
            ("36", "108", "36000000", "108000000", "and"),
            ("<unset>", "108", "<unset>", "2000000000", "and_or"),
        ),
        (
            "pasal-193/ayat-2",
            ("36", "144", "36000000", "144000000", "and"),
            ("<unset>", "144", "<unset>", "5000000000", "and_or"),
        ),
    ],
)
def test_penalties_around_the_penal_adjustment(offence: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    keys = ("prison_min", "prison_max", "fine_min", "fine_max", "link")
    assert tuple(stated("2026-01-01", f"penalty.{key}", {"offence": offence}) for key in keys) == before
    assert tuple(stated("2026-01-02", f"penalty.{key}", {"offence": offence}) for key in keys) == after


def test_repealed_offences_end() -> None:
    """Pasal 192 and 197 ayat (2) fell on 18 March 2015, Pasal 196 on 1 July 2016."""
    assert stated("2015-03-17", "penalty.prison_max", {"offence": "pasal-192/ayat-1"}) == "72"
    assert stated("2015-03-18", "penalty.prison_max", {"offence": "pasal-192/ayat-1"}) == "<unset>"
    assert stated("2015-03-18", "penalty.prison_max", {"offence": "pasal-197/ayat-2"}) == "<unset>"
    assert stated("2016-07-01", "penalty.prison_max", {"offence": "pasal-196"}) == "<unset>"


def test_inputs_left_out_are_named() -> None:
    value = electlaw.at("2024-08-21").parameter("nomination.vote_share")
    assert value.state == "unknown"
    assert set(value.needs) == {"region", "party", "office", "electorate"}


def test_rows_keep_the_form() -> None:
    """Words are documented, numbers exact, shares have a base, every row is sourced and every place well-formed."""
    words = {row["word"]: row for row in tables()["parameter-words"]}
    keys = {row["key"]: row for row in tables()["parameter-keys"]}
    forms = {"integer": r"\d+", "duration": r"\d+", "money": r"\d+", "share": r"\d+(\.\d+)?", "date": r"\d{4}(-\d\d)?"}
    place = re.compile(r"[a-z]+(-[a-z0-9]+)+(/(penjelasan|(pasal|ayat|huruf|angka)-[0-9a-z]+))*")
    assert len(words) == len(list(tables()["parameter-words"]))
    for row in tables()["parameters"]:
        key = keys[row["key"]]
        assert row["source"], row
        assert row["op"] in ("set", "unset"), row
        if row["op"] == "set" and not row["value"]:
            assert row["note"].startswith("unknown"), row
        elif row["op"] == "set":
            assert re.fullmatch(forms.get(key["type"], ".+"), row["value"]), row
            if key["type"] in ("word", "boolean"):
                assert row["value"] in key["values"].split(), row
            if key["type"] == "share":
                assert row["base"], row
        for word in filter(None, (row["unit"], row["base"], row["counted"].partition(":")[2])):
            assert word in words, row
        for name in re.findall(r"([a-z_]+)(?=[<>=!])", row["applies"]):
            assert name in key["inputs"].split(), row
        assert all(place.fullmatch(part) for part in filter(None, row["provision"].split(", "))), row
    assert set(keys) == {row["key"] for row in tables()["parameters"]}
    assert builtin().parameter_keys() == list(keys)
