"""Penalties and administrative sanctions: the text of the day, the criminal code of the day, UU 1/2026.

Ranges are those printed in UU 1/2015 (annex), UU 8/2015 and UU 10/2016; from 2 January 2026 UU 1/2026 takes the special
minimums away, reads "and" as "and/or" and turns the fine into a category by the prison maximum.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electlaw import at, rules
from electlaw.corpus import builtin
from electlaw.errors import Ambiguous, Invalid
from electlaw.rules.threats import threat

M = 1_000_000
BN = 1_000 * M


def found(on: str, code: str, **fields: object) -> str:
    return rules.validate({"case": "sanction", **fields}, on=on, rules=code)[code].outcome


# pasal, prison from and to in months, fine from and to, whether both
PRINTED_2016 = [
    ("pasal-177", 3, 12, 3 * M, 12 * M, True),
    ("pasal-178b", 36, 108, 36 * M, 108 * M, True),
    ("pasal-178c/ayat-2", 36, 144, 36 * M, 144 * M, True),
    ("pasal-178e/ayat-1", 48, 144, 48 * M, 144 * M, True),
    ("pasal-180/ayat-2", 36, 96, 36 * M, 96 * M, True),
    ("pasal-184", 36, 72, 36 * M, 72 * M, True),
    ("pasal-187/ayat-2", 3, 18, 600_000, 6 * M, False),
    ("pasal-187/ayat-3", 1, 6, 100_000, 1 * M, False),
    ("pasal-187/ayat-5", 4, 24, 200 * M, 1 * BN, False),
    ("pasal-187a/ayat-1", 36, 72, 200 * M, 1 * BN, True),
    ("pasal-187a/ayat-2", 36, 72, 200 * M, 1 * BN, True),
    ("pasal-187b", 36, 72, 300 * M, 1 * BN, True),
    ("pasal-187c", 24, 60, 300 * M, 1 * BN, True),
    ("pasal-188", 1, 6, 600_000, 6 * M, False),
    ("pasal-189", 1, 6, 600_000, 6 * M, False),
    ("pasal-190a", 36, 72, 500 * M, 7_500 * M, True),
    ("pasal-191/ayat-1", 24, 60, 25 * BN, 50 * BN, True),
    ("pasal-193a/ayat-1", 12, 144, 12 * M, 144 * M, True),
    ("pasal-195", 60, 120, 2_500 * M, 5 * BN, True),
    ("pasal-197/ayat-1", 24, 60, 240 * M, 600 * M, True),
    ("pasal-198a", 12, 24, 12 * M, 24 * M, True),
]


@pytest.mark.parametrize(("name", "low", "high", "least", "most", "both"), PRINTED_2016)
def test_printed_ranges_of_2024(name: str, low: int, high: int, least: int, most: int, both: bool) -> None:
    day = {"acted": "2024-11-20", "offence": name}
    on = "2024-12-20"
    for months, wanted in ((low, "pass"), (high, "pass"), (high + 1, "fail")):
        assert found(on, "sanction.prison", prison_months=months, **day) == wanted
    assert found(on, "sanction.prison", prison_months=low - 1, prison_days=29, **day) == "fail"
    for fine, wanted in ((least - 1, "fail"), (least, "pass"), (most, "pass"), (most + 1, "fail")):
        assert found(on, "sanction.fine", fine=fine, **day) == wanted
    wanted = "fail" if both else "pass"
    assert found(on, "sanction.together", prison_months=low, fine=0, **day) == wanted
    assert found(on, "sanction.together", prison_months=0, fine=least, **day) == wanted
    assert found(on, "sanction.together", prison_months=low, fine=least, **day) == "pass"
    assert found(on, "sanction.together", prison_months=0, fine=0, **day) == "fail"


# From 2 January 2026: no minimum, and/or, the category of the prison maximum (UU 1/2026 Pasal I, II (5), VIII).
ADJUSTED_2026 = [
    ("pasal-187/ayat-1", 3, 10 * M),
    ("pasal-188", 6, 10 * M),
    ("pasal-177", 12, 10 * M),
    ("pasal-187/ayat-2", 18, 50 * M),
    ("pasal-194", 24, 50 * M),
    ("pasal-182", 36, 50 * M),
    ("pasal-193/ayat-3", 60, 200 * M),
    ("pasal-191/ayat-2", 60, 200 * M),
    ("pasal-187a/ayat-1", 72, 500 * M),
    ("pasal-180/ayat-2", 96, 500 * M),
    ("pasal-178d", 108, 2 * BN),
    ("pasal-195", 120, 2 * BN),
    ("pasal-193b/ayat-2", 144, 5 * BN),
    ("pasal-178f", 144, 5 * BN),
]


@pytest.mark.parametrize(("name", "high", "most"), ADJUSTED_2026)
def test_ranges_from_2_january_2026(name: str, high: int, most: int) -> None:
    day = {"acted": "2026-01-02", "offence": name}
    on = "2026-03-01"
    assert found(on, "sanction.prison", prison_days=1, **day) == "pass"
    assert found(on, "sanction.prison", prison_months=high, **day) == "pass"
    assert found(on, "sanction.prison", prison_months=high, prison_days=1, **day) == "fail"
    assert found(on, "sanction.fine", fine=most, **day) == "pass"
    assert found(on, "sanction.fine", fine=most + 1, **day) == "fail"
    assert found(on, "sanction.fine", fine=50_000, **day) == "pass"  # Pasal 78 ayat (2) of the code of 2023
    assert found(on, "sanction.fine", fine=49_999, **day) == "fail"
    assert found(on, "sanction.together", prison_months=0, fine=most, **day) == "pass"


def test_the_last_day_of_the_old_law_and_the_first_of_the_new() -> None:
    fields = {"offence": "187A ayat (1)", "prison_months": 10, "fine": 0}
    assert found("2026-01-01", "sanction.prison", acted="2026-01-01", **fields) == "fail"
    assert found("2026-01-02", "sanction.prison", acted="2026-01-02", **fields) == "pass"
    # Done before, judged after: the newer law is milder in every way and governs.
    assert found("2026-01-02", "sanction.prison", acted="2026-01-01", **fields) == "pass"
    assert found("2026-01-02", "sanction.law", acted="2026-01-01", law_applied="newer", **fields) == "pass"
    assert found("2026-01-02", "sanction.law", acted="2026-01-01", law_applied="older", **fields) == "fail"


def test_where_the_newer_fine_is_higher_both_readings_stand() -> None:
    # Pasal 177A ayat (1): Rp72 million at most before, category V since; the minimum of twelve months is gone.
    fields = {"offence": "177A ayat (1)", "acted": "2024-11-01"}
    case = {"case": "sanction", "fine": 100 * M, "prison_months": 24, **fields}
    fine = rules.validate(case, on="2026-03-01", rules="sanction.fine")["sanction.fine"]
    assert fine.outcome == "undetermined"
    assert {end for end, _ in fine.readings} == {"pass", "fail"}
    assert found("2026-03-01", "sanction.fine", fine=60 * M, **fields) == "pass"
    assert found("2026-03-01", "sanction.fine", fine=600 * M, **fields) == "fail"
    assert found("2026-03-01", "sanction.prison", prison_months=24, **fields) == "pass"
    assert found("2026-03-01", "sanction.prison", prison_months=6, **fields) == "undetermined"


def test_no_law_change_no_question() -> None:
    fields = {"offence": "pasal-188", "acted": "2024-10-20", "law_applied": "older"}
    assert found("2025-01-17", "sanction.law", **fields) == "not_applicable"


# -- what is punishable ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "acted", "judged", "wanted"),
    [
        # Inserted by UU 10/2016.
        ("187A ayat (1)", "2016-06-30", "2016-08-01", "fail"),
        ("187A ayat (1)", "2016-07-01", "2016-08-01", "pass"),
        # Quick counts on voting day: repealed by UU 8/2015.
        ("197 ayat (2)", "2015-03-17", "2015-03-17", "pass"),
        ("197 ayat (2)", "2015-03-17", "2015-03-18", "fail"),
        ("197 ayat (2)", "2015-03-18", "2015-03-18", "fail"),
        # Repealed by UU 10/2016.
        ("196", "2016-06-30", "2016-06-30", "pass"),
        ("196", "2016-06-30", "2016-07-01", "fail"),
        ("188", "2015-10-01", "2026-05-01", "pass"),
    ],
)
def test_punishable_on_both_days(name: str, acted: str, judged: str, wanted: str) -> None:
    assert found(judged, "sanction.offence", offence=name, acted=acted) == wanted


def test_raised_penalties_where_the_text_does_not_say_whether_the_fine_rises_too() -> None:
    # Pasal 177A ayat (2): the penalty of ayat (1), its maximum raised by a third: 96 months; Rp72 or Rp96 million.
    fields = {"offence": "177A ayat (2)", "acted": "2024-06-01"}
    assert found("2024-06-20", "sanction.prison", prison_months=96, **fields) == "pass"
    assert found("2024-06-20", "sanction.prison", prison_months=97, **fields) == "fail"
    assert found("2024-06-20", "sanction.fine", fine=72 * M, **fields) == "pass"
    assert found("2024-06-20", "sanction.fine", fine=96 * M, **fields) == "undetermined"
    assert found("2024-06-20", "sanction.fine", fine=96 * M + 1, **fields) == "fail"


def test_a_cap_of_fifteen_years_or_not() -> None:
    # Pasal 178E ayat (2): 192 months; UU 1/2026 Pasal III ayat (1) brings prison above fifteen years down to fifteen.
    fields = {"offence": "178E ayat (2)"}
    assert found("2024-06-20", "sanction.prison", prison_months=192, acted="2024-06-01", **fields) == "pass"
    new = {"acted": "2026-02-01", **fields}
    assert found("2026-06-20", "sanction.prison", prison_months=180, **new) == "pass"
    assert found("2026-06-20", "sanction.prison", prison_months=192, **new) == "undetermined"
    assert found("2026-06-20", "sanction.prison", prison_months=193, **new) == "fail"


def test_a_fine_of_three_times_the_donation() -> None:
    # Pasal 187 ayat (8).
    fields = {"offence": "187 ayat (8)", "acted": "2024-10-01", "amount": 50 * M}
    assert found("2024-12-01", "sanction.fine", fine=150 * M, **fields) == "pass"
    assert found("2024-12-01", "sanction.fine", fine=150 * M - 1, **fields) == "fail"
    assert found("2024-12-01", "sanction.fine", fine=150 * M + 1, **fields) == "fail"
    report = rules.validate({"case": "sanction", "offence": "187 ayat (8)", "acted": "2024-10-01", "fine": 150 * M},
                            on="2024-12-01", rules="sanction.fine")  # fmt: skip
    assert report.needs == ("amount",)


def test_a_corporation_is_fined_by_the_code_of_2023() -> None:
    # Pasal 121: at least category IV; at most VI below seven years of prison, VII from seven to fifteen.
    fields = {"offence": "187C", "acted": "2026-02-01", "offender": "korporasi"}
    assert found("2026-06-01", "sanction.fine", fine=200 * M - 1, **fields) == "fail"
    assert found("2026-06-01", "sanction.fine", fine=200 * M, **fields) == "pass"
    assert found("2026-06-01", "sanction.fine", fine=2 * BN, **fields) == "pass"
    assert found("2026-06-01", "sanction.fine", fine=2 * BN + 1, **fields) == "fail"
    assert found("2026-06-01", "sanction.prison", prison_months=24, **fields) == "not_applicable"


# -- real sentences -------------------------------------------------------------------------------------


def test_village_head_of_karanganyar_cirebon() -> None:
    # PN Sumber 11/Pid.Sus/2025/PN Sbr, 2025: one month and Rp1 million under Pasal 188 (planet.merdeka.com 281666).
    case = {"case": "sanction", "offence": "Pasal 188", "acted": "2024-11-01", "prison_months": 1, "fine": 1 * M}
    report = rules.validate(case, on="2025-01-17")
    assert report.outcome == "pass"


# Pasal 187A ayat (1), acts of November 2024: what the court imposed and what the law's range gives.
MONEY_POLITICS = [
    # PN Barabai, 15 January 2025 (newsway.co.id): 36 months and Rp200 million.
    ("187A ayat (1)", "2024-11-27", "2025-01-15", 36, 200 * M, "pass", "pass"),
    # The same court: twelve months on probation and Rp200 million, below the special minimum.
    ("187A ayat (1)", "2024-11-27", "2025-01-15", 12, 200 * M, "fail", "pass"),
    # PN Sleman, 24 December 2024 (patmamedia.com), voters who took money: three years on probation and Rp2 million.
    ("187A ayat (2)", "2024-11-20", "2024-12-24", 36, 2 * M, "pass", "fail"),
]


@pytest.mark.parametrize(("name", "acted", "judged", "months", "fine", "prison", "fined"), MONEY_POLITICS)
def test_sentences_for_money_politics(
    name: str, acted: str, judged: str, months: int, fine: int, prison: str, fined: str
) -> None:
    fields = {"offence": name, "acted": acted, "prison_months": months, "fine": fine}
    assert found(judged, "sanction.prison", **fields) == prison
    assert found(judged, "sanction.fine", **fields) == fined
    assert rules.rule("sanction.prison").practice is not None
    assert rules.rule("sanction.fine").practice is not None


# -- final sentences and settlement ---------------------------------------------------------------------


def test_a_final_sentence_above_the_newer_maximum_is_brought_down() -> None:
    # Pasal 3 ayat (7) of the code of 2023.
    fields = {"offence": "187A ayat (1)", "final": "2025-01-10", "prison_months": 36}
    assert found("2026-02-01", "sanction.adjustment", fine=1 * BN, **fields) == "fail"
    assert found("2026-02-01", "sanction.adjustment", fine=500 * M, **fields) == "pass"
    assert found("2025-12-31", "sanction.adjustment", fine=1 * BN, **fields) == "not_applicable"


def test_settlement_by_payment() -> None:
    assert found("2026-02-01", "sanction.settlement", offence="188", paid=200 * M, prosecutor_agreed=True) == "pass"
    assert found("2026-02-01", "sanction.settlement", offence="188", paid=200 * M, prosecutor_agreed=False) == "fail"
    assert found("2026-02-01", "sanction.settlement", offence="188", paid=200 * M - 1) == "fail"
    assert found("2026-02-01", "sanction.settlement", offence="187 ayat (2)", paid=200 * M) == "fail"
    assert found("2025-12-31", "sanction.settlement", offence="188", paid=200 * M) == "not_applicable"


# -- administrative sanctions ---------------------------------------------------------------------------

CONSEQUENCES = [
    ("2021-01-08", "tsm_money_politics", "cancellation", "bawaslu_decision", "pass"),
    ("2021-01-08", "tsm_money_politics", "cancellation", "final_judgment", "fail"),
    ("2016-06-30", "tsm_money_politics", "cancellation", "final_judgment", "pass"),
    ("2016-06-30", "tsm_money_politics", "cancellation", "bawaslu_decision", "fail"),
    ("2024-09-22", "incumbent_replacement", "cancellation", "kpu", "pass"),
    ("2024-09-22", "incumbent_replacement", "warning", "kpu", "fail"),
    ("2024-09-22", "acting_head_breach", "cancellation", "kpu", "fail"),
    ("2024-09-22", "acting_head_breach", "none", "kpu", "pass"),
    ("2015-10-01", "acting_head_breach", "cancellation", "kpu", "not_applicable"),
    ("2024-12-01", "banned_donation", "cancellation", "kpu", "pass"),
    ("2024-12-01", "nomination_reward_taken", "nomination_ban", "final_judgment", "pass"),
    ("2024-12-01", "nomination_reward_taken", "administrative_fine", "final_judgment", "pass"),
    ("2015-02-10", "nomination_reward_taken", "administrative_fine", "final_judgment", "fail"),
    ("2024-12-01", "nomination_reward_taken", "nomination_ban", "bawaslu_decision", "fail"),
    ("2024-12-01", "nomination_reward_given", "cancellation", "final_judgment", "pass"),
    ("2024-10-10", "banned_place_or_parade", "warning", "kpu", "pass"),
    ("2024-10-10", "banned_place_or_parade", "cancellation", "kpu", "fail"),
    ("2024-10-10", "party_withdrawal", "no_new_nominee", "kpu", "pass"),
    ("2024-10-10", "recommendation_ignored", "warning", "kpu", "pass"),
]


@pytest.mark.parametrize(("on", "conduct", "sanction", "proof", "wanted"), CONSEQUENCES)
def test_consequences(on: str, conduct: str, sanction: str, proof: str, wanted: str) -> None:
    fields = {"conduct": conduct, "consequence": sanction, "proved_by": proof}
    assert found(on, "sanction.consequence", **fields) == wanted


def test_the_fine_of_an_independent_who_withdraws() -> None:
    case = {"case": "sanction", "region": "Jawa Barat", "conduct": "independent_withdrawal",
            "consequence": "denda administratif"}  # fmt: skip
    report = rules.validate(case, on="2024-10-10", rules="sanction.consequence")
    assert report["sanction.consequence"].fact["fine"] == "20000000000"


@pytest.mark.parametrize(
    ("name", "acted", "conduct", "sanctions", "proof"),
    [
        ("187A ayat (1)", "2024-11-01", "tsm_money_politics", ["cancellation"], ["bawaslu_decision"]),
        ("187 ayat (6)", "2024-11-01", "banned_donation", ["cancellation"], []),
        (
            "187B",
            "2024-09-01",
            "nomination_reward_taken",
            ["nomination_ban", "administrative_fine"],
            ["final_judgment"],
        ),
        ("190", "2024-04-01", "incumbent_replacement", ["cancellation"], []),
    ],
)
def test_administrative_sanctions_beside_a_penalty(
    name: str, acted: str, conduct: str, sanctions: list[str], proof: list[str]
) -> None:
    case = {"case": "sanction", "offence": name, "acted": acted}
    beside = rules.validate(case, on="2024-12-01", rules="sanction.offence")["sanction.offence"].fact["administrative"]
    assert isinstance(beside, dict)
    assert beside[conduct]["open"] == sanctions
    assert beside[conduct]["proof"] == proof


# -- input ----------------------------------------------------------------------------------------------


def test_offences_are_read_as_cited() -> None:
    names = ("Pasal 187A ayat (1)", "pasal-187a/ayat-1", "187A ayat (1)", "Pasal 187A ayat (1) UU 10/2016",
             "uu-1-2015/pasal-187a/ayat-1")  # fmt: skip
    made = {rules.case({"case": "sanction", "offence": name}).offence for name in names}  # type: ignore[attr-defined]
    assert made == {"pasal-187a/ayat-1"}


def test_offences_that_are_none() -> None:
    with pytest.raises(Ambiguous, match="ayat"):
        rules.case({"case": "sanction", "offence": "Pasal 187A"})
    with pytest.raises(Invalid, match="no penalty"):
        rules.case({"case": "sanction", "offence": "Pasal 40"})


def test_an_act_after_its_judgment_is_a_finding_that_names_both() -> None:
    case = {"case": "sanction", "offence": "188", "acted": "2024-10-02", "judged": "2024-10-01", "prison_months": 2}
    found = rules.validate(case, on="2025-01-01", rules="sanction.prison")["sanction.prison"]
    assert (found.outcome, found.needs) == ("undetermined", ("acted", "judged"))


# -- properties -----------------------------------------------------------------------------------------

OFFENCES = sorted(
    {v for act in builtin().settings("penalty.prison_max") for c in act.scope.conditions for v in c.values}
)


@given(
    st.sampled_from(OFFENCES), st.sampled_from(["2015-02-10", "2015-03-18", "2016-07-01", "2024-11-27", "2026-01-02"])
)
def test_every_offence_has_a_range_or_none(name: str, on: str) -> None:
    one = threat(at(on), name, amount=1)
    assert one.basis
    if one.punishable:
        assert one.prison_min <= min(one.prison_max)
        assert one.fine_max
        assert on < "2026-01-02" or (one.prison_min == 0 and not one.both)
    else:
        assert not one.prison_max


@given(st.sampled_from(OFFENCES), st.integers(min_value=1, max_value=250))
def test_the_new_law_never_lengthens_prison(name: str, months: int) -> None:
    fields = {"offence": name, "prison_months": months}
    before = found("2025-12-31", "sanction.prison", acted="2025-12-31", **fields)
    after = found("2026-01-02", "sanction.prison", acted="2026-01-02", **fields)
    assert (before, after) != ("pass", "fail")
