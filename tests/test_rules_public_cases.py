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


# -- more of 2015 to 2025, each read in the source named ------------------------------------------------


@pytest.mark.parametrize(("region", "day", "voters", "number", "areas", "covered"), [
    # rejogja.republika sctfya432 prints 45,987; 7.5 percent of its 613,144 voters are 45,985.8
    ("Gunungkidul", "2024-05-01", 613_144, 45_986, 18, 10),
    # gatra, 7 May 2024: 52,822 of 704,285, 9 of 16 sub-districts
    ("Blora", "2024-05-07", 704_285, 52_822, 16, 9),
    # rakyatbengkulu 667591 takes 10 percent of the inhabitants and half of 8 sub-districts; the law takes the voters,
    # whom it counts too, and more than half
    ("Kepahiang", "2024-05-07", 112_132, 11_214, 8, 5),
])  # fmt: skip
def test_independents_of_2024(region: str, day: str, voters: int, number: int, areas: int, covered: int) -> None:
    base = {"case": "independent", "region": region, "electorate": voters, "districts": areas}
    for more in (0, -1):
        report = rules.validate({**base, "supporters": number + more, "districts_covered": covered + more}, on=day)
        wanted = "fail" if more else "pass"
        assert (report["independent.support"].outcome, report["independent.spread"].outcome) == (wanted, wanted)


def test_parties_of_palembang_and_depok_2024() -> None:
    # detik sumbagsel d-7508136: 929,176 valid votes of 1,225,548 voters, 60,397 needed
    palembang = {"case": "nomination", "region": "Palembang", "electorate": 1_225_548, "valid_votes": 929_176}
    # urbannews.id, 28 August 2024: 70,746 needed in Depok
    depok = {"case": "nomination", "region": "Depok", "electorate": 1_400_000, "valid_votes": 70_746 * 1000 // 65}
    for base, day, votes, outcome in (
        (palembang, "2024-08-27", 72_515, "pass"),  # PAN
        (palembang, "2024-08-27", 22_332, "fail"),  # PPP
        (palembang, "2024-08-27", 99_925, "pass"),  # the ten parties without a seat, together
        (depok, "2024-08-28", 71_339, "pass"),  # Demokrat
        (depok, "2024-08-28", 58_833, "fail"),  # PAN
        (depok, "2024-08-28", 58_833 + 17_078, "pass"),  # PAN and Perindo
    ):
        assert rules.validate({**base, "votes": votes}, on=day)["nomination.threshold"].outcome == outcome


def test_kendari_before_the_ruling_and_tolikara_2016() -> None:
    # antaranews sultra 466539, 16 August 2024: 7 of 35 seats, or a quarter of 193,643 votes (48,410.75; it prints
    # 48,441); 123dok y93xlkry: 6 of 30 seats in Tolikara
    base = {"case": "nomination", "region": "Kendari", "dprd_seats": 35, "valid_votes": 193_643, "electorate": 238_205}
    for seats, votes, outcome in ((7, 0, "pass"), (6, 48_410, "fail"), (6, 48_411, "pass")):
        report = rules.validate({**base, "seats": seats, "votes": votes}, on="2024-08-16")
        assert report["nomination.threshold"].outcome == outcome
    for seats, outcome in ((7, "pass"), (6, "pass"), (5, "fail")):
        data = {"case": "nomination", "region": "Tolikara", "seats": seats, "dprd_seats": 30}
        assert rules.validate(data, on="2016-09-21")["nomination.seats"].outcome == outcome


@pytest.mark.parametrize(("region", "day", "people", "valid", "winner", "petitioner", "limit", "met"), [
    # pedomanbengkulu, January 2016, on 136/PHP.BUP-XIV/2016: 2 percent of 39,243, printed as 785 (784.86)
    ("Mukomuko", "2015-12-17", 170_000, None, 39_243, 26_043, 784, False),
    ("Mukomuko", "2015-12-17", 170_000, None, 39_243, 20_786, 784, False),
    # pedomanbengkulu on 79/PHP.BUP-XIV/2016
    ("Kabupaten Malang", "2015-12-17", 2_429_292, None, 605_817, 521_928, 3_029, False),
    # valoranews 15642 on 109/PHP.BUP-XIX/2021
    ("Lima Puluh Kota", "2020-12-17", 380_000, 162_229, 50_986, 43_338, 2_433, False),
    # voi 30344; the court did not accept the petition of Surabaya
    ("Surabaya", "2020-12-17", 2_900_000, 1_049_334, 597_540, 451_794, 5_246, False),
    # radarselatan 668752: 37,968, 37,150 and 25,574 votes; decided on its merits (68/PHPU.BUP-XXIII/2025)
    ("Bengkulu Selatan", "2024-12-05", 170_000, 100_692, 37_968, 37_150, 2_013, True),
    # kaltengpos, January 2025: heard in Murung Raya with 318 votes between the two
    ("Murung Raya", "2024-12-04", 115_000, 62_600, 31_459, 31_141, 1_252, True),
    # rctiplus 4694861: 41,842, 29,283 and 5,104; the court heard it beyond the threshold (55/PHPU.BUP-XXIII/2025)
    ("Gorontalo Utara", "2024-12-04", 130_000, 76_229, 41_842, 29_283, 1_524, False),
    # lintasgayo, 4 March 2017: seven within the threshold, in hundredths of a percent
    ("Gayo Lues", "2017-02-23", 95_000, 10_000, 5_000, 4_857, 200, True),
    ("Bombana", "2017-02-23", 170_000, 10_000, 5_000, 4_844, 200, True),
    ("Kota Yogyakarta", "2017-02-23", 410_000, 10_000, 5_000, 4_941, 150, True),
    ("Sulawesi Barat", "2017-02-26", 1_300_000, 10_000, 5_000, 4_925, 200, True),
])  # fmt: skip
def test_more_margins(
    region: str, day: str, people: int, valid: int | None, winner: int, petitioner: int, limit: int, met: bool
) -> None:
    data = {"case": "dispute", "region": region, "population": people, "valid_votes": valid, "winner_votes": winner,
            "petitioner_votes": petitioner}  # fmt: skip
    found = rules.validate(data, on=day)["dispute.margin"]
    assert (found.outcome, found.fact["limit"]) == ("pass" if met else "fail", limit)
    assert (found.practice is None) == met


def test_nobody_filed_in_time_in_jakarta_2024() -> None:
    # ipol.id, 12 December 2024: announced on Sunday 8 December, the window closed on Wednesday 11 at midnight
    data = {"case": "dispute", "region": "Jakarta", "announced": "2024-12-08"}
    for filed, outcome in (("2024-12-11 23:59 WIB", "pass"), ("2024-12-12 00:15 WIB", "fail")):
        assert rules.validate({**data, "filed": filed}, on="2024-12-08")["dispute.filing"].outcome == outcome


@pytest.mark.parametrize(("region", "day"), [
    # gatra 465334 and jateng.antaranews 284823: none of the 21 regions of Central Java broke the ban in January 2020
    ("Surakarta", "2019-12-31"), ("Demak", "2020-01-02"), ("Kebumen", "2020-01-03"), ("Sukoharjo", "2020-01-06"),
    ("Grobogan", "2020-01-07"),
])  # fmt: skip
def test_replacements_of_central_java_in_january_2020(region: str, day: str) -> None:
    data = {"case": "candidate", "region": region, "running_for": "head", "incumbent": True, "determined": "2020-07-08",
            "replacements": [{"day": day, "kind": "mutasi", "approved": False}]}  # fmt: skip
    assert rules.validate(data, on="2020-01-10")["incumbent.replacements"].outcome == "pass"


def test_bengkulu_selatan_in_the_words_of_its_papers() -> None:
    # abadikini and mguntur.id 22451: acting head from 17 May 2018, then definitive to 17 February 2021, two years nine
    # months by MK 68/PHPU.BUP-XXIII/2025; KPU counted one year nine months from the inauguration of 3 or 10 May 2019
    first = {"office": "bupati", "region": "Bengkulu Selatan"}
    services = [
        {**first, "capacity": "Plt", "start": "2018-05-17", "until": "2019-05-02"},
        {**first, "capacity": "definitif", "start": "2019-05-03", "inaugurated": "2019-05-10", "until": "2021-02-17"},
        {**first, "capacity": "definitif", "start": "2021-02-24", "inaugurated": "2021-02-24"},
    ]
    data: dict[str, object] = {"case": "candidate", "region": "Bengkulu Selatan", "running_for": "head",
                               "event": "pilkada-2024", "term_end": "2025-02-20", "services": services}  # fmt: skip
    known = electlaw.at("2024-09-22", known="2025-02-24")
    found = rules.validate(data, law=known, rules="candidate.terms")["candidate.terms"]
    assert (found.outcome, found.needs) == ("undetermined", ("services[1].capacity", "services[2].capacity"))
    told = [services[0], {**services[1], "capacity": "pengganti"}, {**services[2], "capacity": "terpilih"}]
    found = rules.validate({**data, "services": told}, law=known, rules="candidate.terms")["candidate.terms"]
    assert (found.outcome, found.fact["terms"][0]["months"]) == ("fail", 33)  # type: ignore[index]
    then = rules.validate({**data, "services": told}, on="2024-09-22", rules="candidate.terms")["candidate.terms"]
    assert {outcome for outcome, _ in then.readings} == {"pass", "fail"}


def test_ponorogo_2024() -> None:
    # jatim.antaranews 855457
    data = {"case": "result", "region": "Ponorogo", "votes": {"Ipong": 254_618, "Sugiri": 300_790}, "voters": 574_973}
    found = rules.validate(data, on="2024-12-05")["winner.elected"]
    assert (found.outcome, found.fact["elected"]) == ("pass", "Sugiri")


def test_elected_legislators_of_2024() -> None:
    # antaranews 4322663: PKPU 8/2024 asks for the resignation as elected candidate, beyond MK 12/PUU-XXII/2024
    data = {"case": "candidate", "region": "Sukoharjo", "running_for": "head", "event": "pilkada-2024"}
    for stated, outcome in ((True, "pass"), (False, "fail")):
        found = rules.validate({**data, "posts": [{"kind": "legislator-elect", "statement": stated}]}, on="2024-09-22")
        elect = found["candidate.legislator_elect"]
        assert elect.outcome == outcome
        assert elect.practice is not None
