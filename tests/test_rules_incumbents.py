"""Incumbents: the six months, the Minister's approval, programmes, acting heads, leave; edges and decided cases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw import rules
from electlaw.findings import Finding


def asked(code: str, on: str, known: str | None = None, /, **fields: object) -> Finding:
    """Ask one rule about a sitting regent by the law of a day."""
    facts = {"region": "Kabupaten Boalemo", "incumbent": True} | fields
    return rules.rule(f"incumbent.{code}")(electlaw.at(on, known), rules.case({"case": "candidate", **facts}))


def replaced(day: str, on: str = "2024-09-22", /, **more: object) -> Finding:
    """Ask about one replacement of officials before the determination of 22 September 2024."""
    item = {"day": day, "kind": "mutasi", "approved": False} | more
    return asked("replacements", on, determined="2024-09-22", replacements=[item])


# -- replacement of officials ---------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "outcome"), [("2024-03-21", "pass"), ("2024-03-22", "fail"), ("2024-11-27", "fail")])
def test_six_calendar_months_before_the_determination(day: str, outcome: str) -> None:
    # Pasal 71 ayat (2): 22 September 2024 back to 22 March 2024, that day included (Tana Tidung, Minahasa Utara).
    finding = replaced(day)
    assert (finding.outcome, finding.fact["from"]) == (outcome, "2024-03-22")


@pytest.mark.parametrize(
    ("determined", "opens"),
    [
        ("2016-10-24", "2016-04-24"),
        ("2018-02-12", "2017-08-12"),
        ("2020-07-08", "2020-01-08"),
        ("2020-09-23", "2020-03-23"),
        ("2024-08-31", "2024-02-29"),
        ("2025-08-31", "2025-02-28"),
    ],
)
def test_the_window_by_calendar(determined: str, opens: str) -> None:
    # 8 January 2020 was the first day by the first schedule of 2020 (Bawaslu Semarang, kompas.com, 9 January 2020).
    assert asked("replacements", "2024-09-22", determined=determined, replacements=[]).fact["from"] == opens


@given(st.integers(0, 400))
def test_the_window_has_one_edge(back: int) -> None:
    day = (date(2024, 9, 22) - timedelta(days=back)).isoformat()
    assert replaced(day).outcome == ("fail" if day >= "2024-03-22" else "pass")


def test_the_ministers_approval_must_come_first() -> None:
    assert replaced("2024-05-01", approved=True).outcome == "pass"
    assert replaced("2024-05-01", approved=True, approved_on="2024-05-01").outcome == "pass"
    late = replaced("2024-05-01", approved=True, approved_on="2024-05-02")
    assert (late.outcome, late.field) == ("fail", "replacements[0].day")
    assert replaced("2024-05-01", approved=None).needs == ("replacements[0].approved",)


def test_naming_an_acting_official_is_no_replacement() -> None:
    # The explanation: 'penggantian' is transfer between posts; a vacant post gets an acting official. Bawaslu stopped
    # such a report in Kabupaten Gorontalo (sharenews.id, 9 October 2020).
    assert replaced("2024-05-01", kind="pelaksana tugas").outcome == "pass"
    assert replaced("2024-05-01", kind="pengisian").outcome == "fail"


def test_before_july_2016_the_last_six_months_of_the_term_without_exception() -> None:
    facts = {"term_end": "2015-12-31", "determined": "2015-08-24"}
    for day, outcome in (
        ("2015-06-29", "pass"),
        ("2015-06-30", "fail"),
        ("2015-08-01", "fail"),
        ("2016-01-01", "pass"),
    ):
        finding = asked("replacements", "2015-08-24", replacements=[{"day": day, "approved": True}], **facts)
        assert finding.outcome == outcome
    # Posts that fell vacant could be filled.
    filled = [{"day": "2015-08-01", "kind": "filling"}]
    assert asked("replacements", "2015-08-24", replacements=filled, **facts).outcome == "pass"
    assert asked("replacements", "2015-08-24", replacements=filled, determined="2015-08-24").needs == ("term_end",)


def test_what_was_done_before_the_ban_was_law_is_no_breach() -> None:
    # Six months before 24 October 2016 begin on 24 April; UU 10/2016 is law since 1 July 2016.
    for day, outcome in (("2016-05-01", "pass"), ("2016-06-30", "pass"), ("2016-07-01", "fail")):
        items = [{"day": day, "approved": False}]
        finding = asked("replacements", "2016-10-24", event="pilkada-2017", replacements=items)
        assert (finding.outcome, finding.fact["from"]) == (outcome, "2016-04-24")


def test_boalemo_2016() -> None:
    # Rum Pagau replaced a hospital director on 5 August 2016; pairs were determined on 24 October 2016. Revocation
    # does not
    # undo it (Supreme Court 570 K/TUN/PILKADA/2016, 4 January 2017).
    items = [{"day": "2016-08-05", "kind": "mutasi", "approved": False, "revoked": "2016-10-01"}]
    facts = {"event": "pilkada-2017", "replacements": items, "programmes": []}
    finding = asked("replacements", "2016-10-24", **facts)
    assert finding.outcome == "fail"
    assert finding.practice is not None
    sanction = asked("cancellation", "2016-10-24", **facts)
    assert (sanction.outcome, sanction.fact["decided_by"]) == ("fail", "kpu-kabupaten-kota")
    assert any(ground.ref.startswith("uu-1-2015/pasal-71/ayat-") for ground in sanction.basis)


def test_banggai_2020() -> None:
    # Herwin Yatim inaugurated officials on 22 April 2020; KPU found the pair unqualified on 23 September 2020
    # (KPU decision 50/2020; sulawesi.bisnis.com, 24 September 2020).
    items = [{"day": "2020-04-22", "approved": False}]
    finding = asked("replacements", "2020-09-23", region="Kabupaten Banggai", event="pilkada-2020", replacements=items)
    assert finding.outcome == "fail"


def test_minahasa_utara_2024_names_the_practice() -> None:
    # 56 officials on 22 March 2024, revoked on 17 April: KPU and Bawaslu took that as a cure, and the petition was not
    # accepted (MK 107/PHPU.BUP-XXIII/2025). The law's answer stays; the practice is named.
    finding = replaced("2024-03-22", revoked="2024-04-17")
    assert finding.outcome == "fail"
    assert "Minahasa Utara" in (finding.practice or finding.message).en


# -- programmes, acting heads, others -------------------------------------------------------------------


def test_programmes_until_the_elected_pair_is_determined() -> None:
    for day, outcome in (
        ("2024-03-21", "pass"),
        ("2024-03-22", "fail"),
        ("2025-01-09", "fail"),
        ("2025-01-10", "pass"),
    ):
        facts = {"determined": "2024-09-22", "elected_determined": "2025-01-09"}
        finding = asked("programmes", "2024-09-22", programmes=[{"day": day, "favours": True}], **facts)
        assert finding.outcome == outcome
    neutral = [{"day": "2024-05-01", "favours": False}]
    assert asked("programmes", "2024-09-22", determined="2024-09-22", programmes=neutral).outcome == "pass"
    unclear = [{"day": "2024-05-01"}]
    needs = asked("programmes", "2024-09-22", determined="2024-09-22", programmes=unclear).needs
    assert needs == ("programmes[0].favours",)


def test_banjarbaru_2024() -> None:
    # Aditya Mufti Ariffin: programmes under his slogan; cancelled by KPU on 31 October 2024 (decision 124/2024).
    facts = {
        "region": "Kota Banjarbaru",
        "event": "pilkada-2024",
        "replacements": [],
        "programmes": [{"day": "2024-07-01", "favours": True}],
    }
    assert asked("programmes", "2024-10-31", **facts).outcome == "fail"
    assert asked("cancellation", "2024-10-31", **facts).outcome == "fail"


def test_acting_heads_are_bound_but_not_cancelled() -> None:
    items = [{"day": "2024-05-01", "approved": False}]
    facts = {"incumbent": False, "acting_head": True, "determined": "2024-09-22", "programmes": []}
    bound = asked("replacements", "2024-09-22", replacements=items, **facts)
    assert (bound.outcome, bound.fact["sanction"]) == ("fail", "general_rules")
    sanction = asked("cancellation", "2024-09-22", replacements=items, **facts)
    assert sanction.outcome == "not_applicable"
    assert any(ground.ref == "uu-1-2015/pasal-71/ayat-6" for ground in sanction.basis)
    assert asked("replacements", "2016-06-30", replacements=items, **facts).outcome == "not_applicable"


def test_bawaslu_recommends_until_july_2025_and_decides_since() -> None:
    items = [{"day": "2025-06-01", "approved": False}]
    facts = {"determined": "2025-07-22", "replacements": items, "programmes": []}
    for on, asked_by in (("2025-07-29", "bawaslu_recommendation"), ("2025-07-30", "bawaslu_decision")):
        assert asked("cancellation", on, **facts).fact["asked_by"] == asked_by


def test_who_is_not_in_office_is_not_asked() -> None:
    for code in ("replacements", "programmes", "cancellation", "leave"):
        outcome = asked(code, "2024-09-22", incumbent=False).outcome
        assert outcome == "not_applicable", code
        assert "incumbent" in asked(code, "2024-09-22", incumbent=None).needs


def test_services_tell_who_sits() -> None:
    sitting = [{"office": "bupati", "region": "Kabupaten Boalemo", "capacity": "elected", "start": "2021-02-26"}]
    facts = {"services": sitting, "incumbent": None, "determined": "2024-09-22"}
    assert asked("replacements", "2024-09-22", replacements=[], **facts).outcome == "pass"
    former = [sitting[0] | {"until": "2024-02-26"}]
    assert asked("replacements", "2024-09-22", **facts | {"services": former}).outcome == "not_applicable"


def test_governors_are_cancelled_by_the_provincial_kpu() -> None:
    items = [{"day": "2024-05-01", "approved": False}]
    facts = {"region": "Maluku Utara", "determined": "2024-09-22", "replacements": items, "programmes": []}
    assert asked("cancellation", "2024-09-22", **facts).fact["decided_by"] == "kpu-provinsi"


def test_what_is_missing_is_named() -> None:
    assert asked("replacements", "2024-09-22").needs == ("replacements",)
    assert asked("replacements", "2024-09-22", replacements=[{"day": "2024-05-01"}]).needs == ("determined",)
    assert asked("replacements", "2024-09-22", replacements=[{}], determined="2024-09-22").needs == (
        "replacements[0].day",
    )
    assert asked("cancellation", "2024-09-22").needs == ("replacements", "programmes")


# -- leave ----------------------------------------------------------------------------------------------


def test_campaign_leave_by_period() -> None:
    assert asked("leave", "2015-03-17", leave_taken=False).outcome == "not_applicable"
    assert asked("leave", "2015-03-18", leave_taken=False).outcome == "fail"
    assert asked("leave", "2015-03-18", leave_taken=True).outcome == "pass"
    campaign = {"campaign_from": "2024-09-25", "campaign_until": "2024-11-23"}
    whole = {"leave_from": "2024-09-25", "leave_until": "2024-11-23"}
    assert asked("leave", "2024-09-25", **campaign, **whole).outcome == "pass"
    assert asked("leave", "2024-09-25", **campaign, **whole | {"leave_from": "2024-09-26"}).outcome == "fail"
    assert asked("leave", "2024-09-25", **campaign, **whole | {"leave_until": "2024-11-22"}).outcome == "fail"
    assert asked("leave", "2024-09-25", **campaign).needs == ("leave_from", "leave_until")
    assert asked("leave", "2024-09-25", **campaign, **whole, facilities_used=True).outcome == "fail"
