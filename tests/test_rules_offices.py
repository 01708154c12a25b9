"""Vacancy, acting heads, appointment, inauguration and terms: Pasal 160 to 176 and 201, in each period."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw import at, rules
from electlaw.calendar import add_months

pytest.importorskip("holidays")


def found(kind: str, on: str, code: str, **fields: object) -> str:
    return rules.validate({"case": kind, "region": "Kota Kendari", **fields}, on=on, rules=code)[code].outcome


# -- succession -----------------------------------------------------------------------------------------

BOTH = {"cause": "diberhentikan", "deputy": "kosong"}


@pytest.mark.parametrize(
    ("on", "left", "ends", "wanted"),
    [
        # 29 December 2024 and eighteen months: 29 June 2026. Exactly eighteen months are not fewer.
        ("2024-12-31", "2024-12-29", "2026-06-29", "dprd"),
        ("2024-12-31", "2024-12-29", "2026-06-28", "acting"),
        ("2024-12-31", "2024-12-29", "2026-06-30", "dprd"),
        ("2015-06-01", "2015-05-31", "2016-11-30", "dprd"),
        ("2015-06-01", "2015-05-31", "2016-11-29", "acting"),
    ],
)
def test_both_gone_the_dprd_elects_with_eighteen_months_or_more_left(
    on: str, left: str, ends: str, wanted: str
) -> None:
    for way in ("dprd", "acting", "deputy"):
        outcome = "pass" if way == wanted else "fail"
        fields = {"head_left": left, "deputy_left": left, "term_end": ends, "filled_by": way, **BOTH}
        assert found("vacancy", on, "vacancy.succession", **fields) == outcome


def test_exactly_eighteen_months_was_a_gap_until_17_march_2015() -> None:
    fields = {"head_left": "2015-01-10", "deputy_left": "2015-01-10", **BOTH}
    assert found("vacancy", "2015-03-17", "vacancy.succession", term_end="2016-07-10", filled_by="dprd", **fields) == (
        "undetermined"
    )
    assert (
        found("vacancy", "2015-03-17", "vacancy.succession", term_end="2016-07-11", filled_by="dprd", **fields)
        == "pass"
    )
    assert found(
        "vacancy", "2015-03-17", "vacancy.succession", term_end="2016-07-09", filled_by="acting", **fields
    ) == ("pass")


def test_the_later_of_the_two_departures_counts() -> None:
    fields = {"head_left": "2024-01-10", "deputy_left": "2024-12-29", "term_end": "2026-06-28", **BOTH}
    assert found("vacancy", "2025-01-10", "vacancy.succession", filled_by="acting", **fields) == "pass"


@pytest.mark.parametrize("cause", ["meninggal dunia", "mengundurkan diri", "diberhentikan"])
def test_the_deputy_follows_the_head(cause: str) -> None:
    fields = {"cause": cause, "deputy": "menjabat", "head_left": "2021-01-10", "term_end": "2024-12-31"}
    assert found("vacancy", "2021-02-01", "vacancy.succession", filled_by="wakil", **fields) == "pass"
    assert found("vacancy", "2021-02-01", "vacancy.succession", filled_by="penjabat", **fields) == "fail"


def test_jakarta_2014_the_deputy_follows_a_head_appointed_under_the_law_of_2004() -> None:
    # Perppu 1/2014 Pasal 203 (1); detik d-2748480 and setkab: inaugurated on 19 November 2014, no vote of the DPRD
    fields = {"cause": "mengundurkan diri", "deputy": "menjabat", "head_left": "2014-10-16", "term_end": "2017-10-15"}
    case = {"case": "vacancy", "region": "Jakarta", "filled_by": "deputy", **fields}
    finding = rules.validate(case, on="2014-11-19", rules="vacancy.succession")["vacancy.succession"]
    assert finding.outcome == "pass"
    assert [ground.ref for ground in finding.basis] == ["uu-1-2015/pasal-203/ayat-1"]
    assert found("vacancy", "2014-11-19", "vacancy.succession", filled_by="dprd", **fields) == "fail"


def test_the_deputy_did_not_follow_under_the_text_of_2014() -> None:
    # a head elected under that text, which was replaced before its first vote
    fields = {"cause": "diberhentikan", "deputy": "menjabat", "head_left": "2017-01-10", "term_end": "2021-12-31"}
    assert found("vacancy", "2015-03-17", "vacancy.succession", filled_by="deputy", **fields) == "fail"
    assert found("vacancy", "2015-03-17", "vacancy.succession", filled_by="dprd", **fields) == "pass"
    assert found("vacancy", "2015-03-18", "vacancy.succession", filled_by="deputy", **fields) == "pass"


def test_suspension_and_the_end_of_a_term() -> None:
    on = "2022-02-01"
    fields = {"cause": "ditahan", "deputy": "menjabat"}
    assert found("vacancy", on, "vacancy.succession", filled_by="wakil melaksanakan tugas", **fields) == "pass"
    assert found("vacancy", on, "vacancy.succession", filled_by="deputy", **fields) == "fail"
    assert found("vacancy", on, "vacancy.succession", cause="term_end", filled_by="penjabat") == "pass"
    assert found("vacancy", on, "vacancy.succession", cause="term_end", filled_by="dprd") == "fail"


REAL = [
    # Nurdin Abdullah was removed; his deputy became governor on 10 March 2022 (kompas.com makassar 173409578).
    ("Sulawesi Selatan", "2022-03-10", "diberhentikan", "menjabat", None, None, "deputy"),
    # The regent was held from October 2018, the deputy did the work, and became regent on 12 June 2019.
    ("Kabupaten Bekasi", "2018-10-18", "ditahan", "menjabat", None, None, "deputy_acts"),
    ("Kabupaten Bekasi", "2019-06-12", "diberhentikan", "menjabat", None, None, "deputy"),
    # He died on 11 July 2021 without a deputy; the term ran to 22 May 2022 (mimbar-rakyat.com, jpnn.com).
    ("Kabupaten Bekasi", "2021-07-22", "meninggal dunia", "kosong", "2021-07-11", "2022-05-22", "acting"),
]


@pytest.mark.parametrize(("region", "on", "cause", "deputy", "left", "ends", "way"), REAL)
def test_real_vacancies(region: str, on: str, cause: str, deputy: str, left: str, ends: str, way: str) -> None:
    fields = {"cause": cause, "deputy": deputy, "head_left": left, "term_end": ends, "filled_by": way}
    assert found("vacancy", on, "vacancy.succession", region=region, **fields) == "pass"


def test_a_term_that_ended_before_the_vacancy_names_both_days() -> None:
    case = {"case": "vacancy", "region": "Kota Kendari", "head_left": "2024-05-01", "term_end": "2024-04-01",
            "filled_by": "dprd", **BOTH}  # fmt: skip
    finding = rules.validate(case, on="2024-05-02", rules="vacancy.succession")["vacancy.succession"]
    assert (finding.outcome, finding.needs) == ("undetermined", ("head_left", "term_end"))


# -- deputies -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "left", "ends", "filled", "wanted"),
    [
        # Jakarta: the deputy governor resigned on 27 August 2018, the term ended on 16 October 2022.
        ("2020-04-15", "2018-08-27", "2022-10-16", True, "pass"),
        ("2020-04-15", "2018-08-27", "2022-10-16", False, "fail"),
        # Sulawesi Selatan: the deputy became governor on 10 March 2022, five days after the last day on which
        # eighteen months were left (tribunnews makassar, 5 February 2023).
        ("2022-03-10", "2022-03-10", "2023-09-05", False, "pass"),
        ("2022-03-10", "2022-03-05", "2023-09-05", False, "pass"),
        ("2022-03-10", "2022-03-04", "2023-09-05", True, "pass"),
        # Bekasi: empty from 12 June 2019 to the end, 22 May 2022, though the law had it filled.
        ("2022-05-22", "2019-06-12", "2022-05-22", False, "fail"),
        ("2024-01-01", "2023-12-31", "2025-06-30", False, "pass"),  # exactly eighteen months are not more
        ("2024-01-01", "2023-12-31", "2025-06-30", True, "fail"),
        ("2024-01-01", "2023-12-31", "2025-07-01", True, "pass"),
        ("2016-06-30", "2016-01-01", "2016-12-01", True, "pass"),
        ("2016-07-01", "2016-01-01", "2016-12-01", True, "fail"),
    ],
)
def test_empty_deputy_posts(on: str, left: str, ends: str, filled: bool, wanted: str) -> None:
    fields = {"deputy_left": left, "term_end": ends, "deputy_filled": filled}
    assert found("vacancy", on, "vacancy.deputy", **fields) == wanted


def test_deputies_were_filled_within_a_month_under_the_text_of_2014() -> None:
    fields = {"deputy_left": "2015-01-10"}
    assert found("vacancy", "2015-03-01", "vacancy.deputy", filled_on="2015-02-10", **fields) == "pass"
    assert found("vacancy", "2015-03-01", "vacancy.deputy", filled_on="2015-02-11", **fields) == "fail"


def test_names_and_nominators() -> None:
    assert found("vacancy", "2024-01-01", "vacancy.nominees", nominees=2) == "pass"
    assert found("vacancy", "2024-01-01", "vacancy.nominees", nominees=1) == "fail"
    assert found("vacancy", "2024-01-01", "vacancy.nominators", nominator_seats=9, dprd_seats=45) == "pass"
    assert found("vacancy", "2024-01-01", "vacancy.nominators", nominator_seats=8, dprd_seats=45) == "fail"
    fields = {"nominator_seats": 8, "dprd_seats": 45, "nominator_votes": 25, "valid_votes": 100}
    assert found("vacancy", "2016-06-30", "vacancy.nominators", **fields) == "pass"
    assert found("vacancy", "2016-07-01", "vacancy.nominators", **fields) == "fail"


def test_windows_of_a_succession() -> None:
    fields = {"head_left": "2024-01-05"}  # a Friday; ten working days end on Friday the 19th
    assert found("vacancy", "2024-01-19", "vacancy.proposal", proposed="2024-01-19", **fields) == "pass"
    assert found("vacancy", "2024-01-22", "vacancy.proposal", proposed="2024-01-22", **fields) == "fail"
    fields = {"proposal_received": "2024-01-05"}
    assert found("vacancy", "2024-01-12", "vacancy.passed_on", passed_on="2024-01-12", **fields) == "pass"
    assert found("vacancy", "2024-01-15", "vacancy.passed_on", passed_on="2024-01-15", **fields) == "fail"


# -- acting heads ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "rank", "wanted"),
    [
        ("Jawa Barat", "madya", "pass"),
        ("Jawa Barat", "pratama", "fail"),
        ("Kota Kendari", "pratama", "pass"),
        ("Kota Kendari", "lain", "fail"),
    ],
)
def test_rank(region: str, rank: str, wanted: str) -> None:
    assert found("acting", "2023-09-05", "acting.rank", region=region, rank=rank) == wanted


def test_no_rank_before_uu_8_2015() -> None:
    assert found("acting", "2015-03-17", "acting.rank", rank="pratama") == "not_applicable"


@pytest.mark.parametrize(
    ("until", "extensions", "wanted"),
    [
        ("2023-10-17", 0, "pass"),
        ("2023-10-18", 0, "fail"),
        ("2023-10-18", None, "undetermined"),
        ("2024-10-17", 1, "pass"),
        ("2024-10-18", 1, "fail"),
        ("2024-10-18", None, "fail"),
        ("2024-10-17", 2, "fail"),
    ],
)
def test_one_year_and_one_more(until: str, extensions: int | None, wanted: str) -> None:
    # Jakarta: acting governor from 17 October 2022.
    fields = {"region": "Jakarta", "started": "2022-10-17", "until": until, "extensions": extensions}
    assert found("acting", "2024-11-01", "acting.term", **fields) == wanted


def test_soldiers_and_appointers() -> None:
    on = "2022-05-24"
    assert found("acting", on, "acting.soldier", active_soldier_or_police=True) == "fail"
    assert found("acting", on, "acting.soldier", active_soldier_or_police=False) == "pass"
    assert found("acting", "2022-04-19", "acting.soldier", active_soldier_or_police=True) == "undetermined"
    assert found("acting", on, "acting.appointer", appointed_by="menteri") == "pass"
    assert found("acting", on, "acting.appointer", appointed_by="gubernur") == "fail"
    assert found("acting", on, "acting.appointer", region="Banten", appointed_by="presiden") == "pass"


# -- appointment and inauguration -----------------------------------------------------------------------


def test_confirmation_in_each_period() -> None:
    fields = {"file_complete": "2025-02-03"}
    assert found("appointment", "2025-02-23", "appointment.confirmation", confirmed="2025-02-23", **fields) == "pass"
    assert found("appointment", "2025-02-24", "appointment.confirmation", confirmed="2025-02-24", **fields) == "fail"
    fields = {"conveyed": "2025-02-03"}
    assert found("appointment", "2025-02-10", "appointment.dprd", dprd_proposed="2025-02-10", **fields) == "pass"
    assert found("appointment", "2025-02-11", "appointment.dprd", dprd_proposed="2025-02-11", **fields) == "fail"
    assert (
        found("appointment", "2016-06-30", "appointment.dprd", dprd_proposed="2025-02-10", **fields) == "not_applicable"
    )
    fields = {"bypass_received": "2025-02-03"}
    assert found("appointment", "2025-02-21", "appointment.bypass", bypass_confirmed="2025-02-21", **fields) == "pass"
    assert found("appointment", "2025-02-24", "appointment.bypass", bypass_confirmed="2025-02-24", **fields) == "fail"
    assert found("appointment", "2016-06-30", "appointment.bypass", bypass_confirmed="2025-02-23", **fields) == "pass"


@pytest.mark.parametrize(
    ("on", "region", "officer", "prevented", "wanted"),
    [
        ("2025-02-20", "Jawa Barat", "presiden", None, "pass"),
        ("2025-02-20", "Kota Kendari", "presiden", None, "pass"),  # all together, 20 February 2025
        ("2016-06-30", "Kota Kendari", "presiden", None, "fail"),
        ("2018-09-20", "Kota Kendari", "gubernur", None, "pass"),
        ("2018-09-20", "Kota Kendari", "wakil gubernur", False, "fail"),
        ("2018-09-20", "Kota Kendari", "wakil gubernur", True, "pass"),
        ("2018-09-20", "Kota Kendari", "menteri", None, "undetermined"),
        ("2018-09-05", "Jawa Barat", "gubernur", None, "fail"),
        # Aceh: the Minister, on 12 February 2025.
        ("2025-02-12", "Aceh", "menteri", None, "pass"),
    ],
)
def test_who_inaugurates(on: str, region: str, officer: str, prevented: bool | None, wanted: str) -> None:
    fields = {"region": region, "officer": officer, "others_prevented": prevented}
    assert found("inauguration", on, "inauguration.officer", **fields) == wanted


def test_time_of_inauguration() -> None:
    fields = {"predecessor_term_end": "2018-09-20"}
    assert found("inauguration", "2018-09-20", "inauguration.time", inaugurated="2018-09-20", **fields) == "pass"
    assert found("inauguration", "2018-09-19", "inauguration.time", inaugurated="2018-09-19", **fields) == "fail"
    fields = {"inaugurated": "2025-02-20", "predecessor_elected": 2020}
    assert found("inauguration", "2025-02-20", "inauguration.time", **fields) == "pass"


@pytest.mark.parametrize(
    ("status", "taken", "wanted"),
    [
        # The regent of Tulungagung was inaugurated as a suspect on 25 September 2018.
        ("tersangka", "dilantik", "pass"),
        ("tersangka", "tidak dilantik", "fail"),
        ("terdakwa", "suspended", "pass"),
        ("terdakwa", "dilantik", "fail"),
        ("terpidana", "dismissed", "pass"),
        ("tidak ada", "dilantik", "pass"),
    ],
)
def test_elected_persons_under_prosecution(status: str, taken: str, wanted: str) -> None:
    fields = {"legal_status": status, "taken": taken}
    assert found("inauguration", "2018-09-25", "inauguration.status", region="Tulungagung", **fields) == wanted
    assert (
        found("inauguration", "2016-06-30", "inauguration.status", region="Tulungagung", **fields) == "not_applicable"
    )


def test_a_suspect_in_custody_is_inaugurated_and_the_deputy_acts() -> None:
    # Tulungagung, 25 September 2018 (times indonesia 183873): the minister put the deputy in charge at once.
    fields = {"region": "Tulungagung", "legal_status": "tersangka", "taken": "suspended"}
    on, code = "2018-09-25", "inauguration.status"
    assert found("inauguration", on, code, detained=True, **fields) == "pass"
    assert found("inauguration", on, code, detained=False, **fields) == "fail"
    assert found("inauguration", on, code, **fields) == "undetermined"


def test_the_one_left_is_inaugurated_alone() -> None:
    on = "2021-02-26"
    assert found("inauguration", on, "inauguration.alone", partner_lost="head", installed_as="deputy") == "pass"
    assert found("inauguration", on, "inauguration.alone", partner_lost="head", installed_as="head") == "fail"
    assert found("inauguration", on, "inauguration.alone", partner_lost="deputy", installed_as="head") == "pass"


# -- terms ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "elected", "inaugurated", "left", "wanted"),
    [
        ("2022-10-10", "2017", "2017-10-09", "2022-10-09", "pass"),
        ("2022-10-10", "2017", "2017-10-09", "2022-10-10", "fail"),
        ("2023-12-20", "2018", "2019-01-15", "2023-12-31", "pass"),
        ("2023-12-20", "2018", "2019-01-15", "2024-01-15", "fail"),
        ("2023-12-21", "2018", "2019-01-15", "2024-01-15", "pass"),  # MK 143/PUU-XXI/2023
        ("2024-12-31", "2018", "2019-12-01", "2024-10-28", "fail"),
        ("2025-02-21", "2020", "2021-02-26", "2025-02-20", "pass"),  # MK 27/PUU-XXII/2024
        ("2026-02-01", "2024", "2025-02-20", "2030-02-20", "pass"),
        ("2026-02-01", "2024", "2025-02-20", "2030-02-21", "fail"),
    ],
)
def test_end_of_terms(on: str, elected: str, inaugurated: str, left: str, wanted: str) -> None:
    fields = {"elected_in": elected, "inaugurated": inaugurated, "left": left}
    assert found("term", on, "term.end", **fields) == wanted


# -- properties and basis -------------------------------------------------------------------------------


@given(st.integers(min_value=0, max_value=60), st.integers(min_value=0, max_value=60))
def test_a_longer_rest_never_turns_an_election_into_an_acting_head(one: int, other: int) -> None:
    results = []
    for months in sorted((one, other)):
        fields = {"head_left": "2022-01-10", "deputy_left": "2022-01-10", "term_end": add_months("2022-01-10", months)}
        results.append(found("vacancy", "2022-02-01", "vacancy.succession", filled_by="dprd", **fields, **BOTH))
    assert results != ["pass", "fail"]


def test_rules_rest_on_places_the_log_has() -> None:
    law = at("2026-01-15")
    for rule in rules.all(family="offices"):
        for place in rule.basis:
            if "/" in place:
                assert law.provision(place).state != "not_found", (rule.code, place)
        for key in rule.keys:
            law.parameter(key)
