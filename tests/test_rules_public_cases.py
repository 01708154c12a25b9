"""More public cases of 2014 to 2024 as the press told them: thresholds, supporters, single pairs, bans and reports.

Where a source prints the number a region needs but not the valid votes behind it, the votes are those that give it.
"""

from __future__ import annotations

import pytest

import electlaw
from electlaw import rules

# region, voters on the list (rounded where the source names the bracket only), valid votes, party's votes, enough
NOMINATIONS = [
    # amp.kompas tren 2024/08/21 and tribun-timur: the parties of the DPRD of Jakarta; KPU DKI: 7.5 percent
    pytest.param("DKI Jakarta", 8_252_897, 6_067_241, 455_906, True, id="jakarta-pan"),
    pytest.param("DKI Jakarta", 8_252_897, 6_067_241, 444_314, False, id="jakarta-demokrat"),
    # metropolitan.id 95313380088: five parties of Bogor alone; PKB with 7.44 percent not
    pytest.param("Kota Bogor", 800_000, 637_400, 50_653, True, id="bogor-pan"),
    pytest.param("Kota Bogor", 800_000, 637_400, 47_450, False, id="bogor-pkb"),
    # detik sulsel d-7499365: 6,670,582 voters; PKB 389,706 votes, 7.65 percent
    pytest.param("Sulawesi Selatan", 6_670_582, 5_094_196, 389_706, True, id="sulsel-pkb"),
]


@pytest.mark.parametrize(("region", "voters", "valid", "votes", "enough"), NOMINATIONS)
def test_parties_that_could_nominate_alone(region: str, voters: int, valid: int, votes: int, enough: bool) -> None:
    data = {"case": "nomination", "region": region, "electorate": voters, "valid_votes": valid, "votes": votes}
    found = rules.validate(data, on="2024-08-27")["nomination.threshold"]
    assert found.outcome == ("pass" if enough else "fail")


@pytest.mark.parametrize(("region", "voters", "permille", "number"), [
    # detik sumbagsel d-7509533: decisions of the KPU of South Sumatra's regions, percent and number
    ("Ogan Komering Ulu", 274_000, 85, 18_745),
    ("Ogan Komering Ilir", 550_000, 75, 34_677),
    ("Muara Enim", 440_000, 85, 31_763),
    ("Palembang", 1_200_000, 65, 60_397),
    ("Pagar Alam", 110_000, 100, 9_400),
    ("Prabumulih", 145_000, 100, 11_797),
    ("Banyuasin", 610_000, 75, 38_296),
    ("Musi Rawas Utara", 140_000, 100, 12_701),
])  # fmt: skip
def test_numbers_of_south_sumatra_2024(region: str, voters: int, permille: int, number: int) -> None:
    data = {"case": "nomination", "region": region, "electorate": voters, "valid_votes": number * 1000 // permille}
    for votes, outcome in ((number, "pass"), (number - 1, "fail")):
        found = rules.validate({**data, "votes": votes}, on="2024-08-27")["nomination.votes"]
        assert (found.outcome, found.fact["limit"]) == (outcome, number)


@pytest.mark.parametrize(("region", "voters", "number", "day"), [
    # metropolitan.id 95312561938: 7.5 percent of 733,927 (55,044.53)
    ("Purwakarta", 733_927, 55_045, "2024-05-08"),
    # radarjawatengah 2019/11/05: the KPU of Kendal; gatra 454402 prints 58,397 for it, rounded down
    ("Kendal", 778_630, 58_398, "2019-11-04"),
])  # fmt: skip
def test_numbers_of_supporters(region: str, voters: int, number: int, day: str) -> None:
    for supporters, outcome in ((number, "pass"), (number - 1, "fail")):
        data = {"case": "independent", "region": region, "electorate": voters, "supporters": supporters}
        assert rules.validate(data, on=day)["independent.support"].outcome == outcome


@pytest.mark.parametrize(("region", "areas", "needed"), [
    # gatra 454402: the KPU of Central Java for 2020; the list's 11 for Klaten is left out, which has 26 sub-districts
    ("Rembang", 14, 8), ("Wonosobo", 15, 8), ("Blora", 16, 9), ("Surakarta", 5, 3), ("Sragen", 20, 11),
    ("Kota Magelang", 3, 2), ("Sukoharjo", 12, 7), ("Kabupaten Semarang", 19, 10), ("Kota Pekalongan", 4, 3),
    ("Kota Semarang", 16, 9), ("Wonogiri", 25, 13), ("Boyolali", 22, 12), ("Kendal", 20, 11),
])  # fmt: skip
def test_spread_in_central_java_2020(region: str, areas: int, needed: int) -> None:
    for covered, outcome in ((needed, "pass"), (needed - 1, "fail")):
        data = {"case": "independent", "region": region, "districts": areas, "districts_covered": covered}
        assert rules.validate(data, on="2019-11-01")["independent.spread"].outcome == outcome


@pytest.mark.parametrize(("region", "day", "pair", "empty"), [
    # solo.tribunnews 2020/12/16; 697,675 valid votes
    ("Boyolali", "2020-12-16", 666_956, 30_719),
    # regional.kompas 2020/12/15 and 2020/12/11: counts of those days
    ("Kota Semarang", "2020-12-14", 714_531, 67_407), ("Grobogan", "2020-12-11", 223_271, 34_764),
    ("Sragen", "2020-12-11", 262_050, 60_769), ("Wonosobo", "2020-12-11", 146_723, 85_918),
    # detik 3424076: hundredths of a percent
    ("Buton", "2017-02-16", 5_508, 4_492), ("Pati", "2017-02-16", 7_449, 2_551),
    ("Tulang Bawang Barat", "2017-02-16", 9_669, 331),
    # tribunnews 2024/11/29: count of 28 November
    ("Banyumas", "2024-11-28", 539_427, 368_209),
])  # fmt: skip
def test_single_pairs_that_won(region: str, day: str, pair: int, empty: int) -> None:
    data = {"case": "result", "region": region, "pair_votes": pair, "empty_votes": empty}
    assert rules.validate(data, on=day)["single_pair.win"].outcome == "pass"


def test_makassar_votes_again_at_the_next_elections() -> None:
    # the empty column won in 2018 (ceknricek); the city voted again at the elections of 9 December 2020
    data = {"case": "result", "region": "Makassar", "pair_votes": 4_643, "empty_votes": 5_357,
            "voting_day": "2018-06-27", "repeat_day": "2020-12-09"}  # fmt: skip
    known = rules.validate(data, law=electlaw.at("2018-07-06", known="2021-01-01"))["single_pair.repeat"]
    assert known.outcome == "pass"
    other = {**data, "repeat_day": "2020-12-16"}
    assert rules.validate(other, law=electlaw.at("2018-07-06", known="2021-01-01"))["single_pair.repeat"].outcome == (
        "undetermined"
    )
    # in July 2018 only the month of the next elections was set
    assert rules.validate(data, on="2018-07-06")["single_pair.repeat"].outcome == "undetermined"


@pytest.mark.parametrize(("region", "determined", "day", "outcome"), [
    # prodeteksi on Pasaman Barat and linggaupos on Musi Rawas: the Minister's circular of 29 March 2024
    ("Pasaman Barat", "2024-09-22", "2024-03-21", "pass"),
    ("Musi Rawas", "2024-09-22", "2024-03-22", "fail"),
    # regional.kompas 2020/01/09 and jateng.antaranews 284823: by the determination then planned, of 8 July 2020
    ("Kota Semarang", "2020-07-08", "2020-01-07", "pass"),
    ("Kota Semarang", "2020-07-08", "2020-01-08", "fail"),
])  # fmt: skip
def test_the_last_day_to_replace_officials(region: str, determined: str, day: str, outcome: str) -> None:
    data = {"case": "candidate", "region": region, "running_for": "head", "incumbent": True, "determined": determined,
            "replacements": [{"day": day, "approved": False}]}  # fmt: skip
    assert rules.validate(data, on=determined)["incumbent.replacements"].outcome == outcome


@pytest.mark.parametrize(("field", "rule", "last"), [
    # insidepolitik on the KPU of Lampung
    ("donation_report", "money.donation_report", 24),
    ("final_report", "money.final_report", 24),
])  # fmt: skip
def test_reports_of_campaign_money_in_lampung_2024(field: str, rule: str, last: int) -> None:
    month = "2024-10" if field == "donation_report" else "2024-11"
    data = {"case": "finance", "region": "Lampung", "event": "pilkada-2024", "campaign_start": "2024-09-25",
            "campaign_end": "2024-11-23"}  # fmt: skip
    for day, outcome in ((last, "pass"), (last + 1, "fail")):
        on = f"{month}-{day}"
        assert rules.validate({**data, field: on}, on=on)[rule].outcome == outcome
