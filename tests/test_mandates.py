"""Who is responsible, supervises, supports, pays, decides and reports, by stage, election, region and day."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw import views
from electlaw.errors import Invalid, NotFound
from electlaw.institutions import ROLES, mandates, matrix, stage_key, stage_name
from electlaw.tables import tables


def who(stage, role, place=None, on="2024-11-27", **more):
    return {item.name for item in mandates(on, stage=stage, role=role, region=place, **more)}


# -- formal responsibility ------------------------------------------------------------------------------


def test_the_governor_is_elected_under_kpu_provinsi_a_regent_under_kpu_kabupaten():
    # UU 8/2015 Pasal 8 (1)-(3), 10A
    assert who("overall", "responsible", "Sultra") == {"KPU", "KPU Provinsi Sulawesi Tenggara"}
    assert who("overall", "responsible", "Kolaka") == {"KPU", "KPU Kabupaten Kolaka"}


def test_bawaslu_has_the_final_responsibility_for_supervision():
    # UU 8/2015 Pasal 22A, 22D
    assert who("overall", "supervises", "Sultra") == {"Bawaslu", "Bawaslu Provinsi Sulawesi Tenggara"}
    assert "uu-1-2015/pasal-22d" in mandates("2022-11-21", institution="bawaslu", stage="overall")[0].basis


def test_supporting_is_the_duty_of_government_not_of_organisers():
    # UU 10/2016 Pasal 133A; UU 7/2017 Pasal 434
    assert not {item.institution for item in mandates("2022-11-21", role="supports")} & {
        "kpu",
        "kpu-provinsi",
        "bawaslu",
    }
    assert who("local_government_support", "supports", "Kolaka", kind="pemilu") >= {"Kemendagri", "Bupati Kolaka"}
    assert who("voter_participation", "responsible", "Kolaka") >= {"Bupati Kolaka", "DPRD Kabupaten Kolaka"}


def test_the_region_pays_for_the_pilkada():
    # UU 10/2016 Pasal 166 (1): charged to the regional budget
    assert who("funding", "funds", "Kolaka") == {"Bupati Kolaka", "Bawaslu"}
    assert "Gubernur Sulawesi Tenggara" in who("funding", "funds", "Sultra")


def test_polling_station_officers_lead_voting_and_counting():
    # UU 1/2015 Pasal 22 c, UU 8/2015 Pasal 89 (1), 98 (1)
    for stage in ("voting_day", "counting"):
        assert "KPPS" in who(stage, "responsible", "Kolaka")
        assert "Pengawas TPS" in who(stage, "supervises", "Kolaka")


# -- time -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "names"),
    [
        ("2005-06-27", {"MA"}),  # UU 32/2004 Pasal 106
        ("2010-01-01", {"MK"}),  # UU 12/2008 Pasal 236C
        ("2014-11-01", {"MA", "PT"}),  # UU 1/2015 Pasal 157, never used
        ("2015-12-09", {"MK"}),  # UU 8/2015 Pasal 157 (3)
        ("2024-11-27", {"MK"}),
    ],
)
def test_who_decides_disputes_about_results(on, names):
    assert who("dispute_settlement", "decides_disputes", on=on) == names


def test_the_regency_supervisor_changes_with_the_ruling_of_2020():
    assert who("campaign", "supervises", "Kolaka", on="2020-01-28") >= {"Panwas Kabupaten Kolaka"}
    assert who("campaign", "supervises", "Kolaka", on="2020-01-29") >= {"Bawaslu Kabupaten Kolaka"}
    assert not any(name.startswith("Panwas Kabupaten") for name in who("campaign", "supervises", "Kolaka"))
    known = who("campaign", "supervises", "Kolaka", on="2020-12-09", known="2020-01-01")
    assert "Panwas Kabupaten Kolaka" in known


def test_ordinary_administrative_breaches_pass_to_bawaslu_in_2025_but_not_for_2024():
    # MK 104/PUU-XXIII/2025, not for the elections of 2024
    def deciders(event):
        found = mandates(
            "2025-08-01", stage="administrative_violation", role="decides_disputes", region="Kolaka", event=event
        )
        return {item.institution for item in found if item.sure}

    assert "kpu-kabkota" in deciders("pilkada-2024")
    assert "bawaslu-kabkota" not in deciders("pilkada-2024")
    assert "bawaslu-kabkota" in deciders("pilkada-2029")
    assert "kpu-kabkota" not in deciders("pilkada-2029")
    unsure = mandates("2025-08-01", stage="administrative_violation", region="Kolaka")
    assert any(item.needs == ("event",) for item in unsure)


def test_money_politics_on_a_large_scale_is_decided_by_bawaslu_provinsi_since_2016():
    # UU 10/2016 Pasal 135A
    def bases(on):
        found = mandates(on, stage="administrative_violation", institution="bawaslu-provinsi", role="decides_disputes")
        return [place for item in found for place in item.basis]

    assert not any("135a" in place for place in bases("2016-06-30"))
    assert any("135a" in place for place in bases("2016-07-01"))


def test_the_public_test_of_aspirants_was_never_used():
    assert "Panitia Uji Publik" in who("nomination_registration", "responsible", on="2014-12-01")
    assert "Panitia Uji Publik" not in who("nomination_registration", "responsible", on="2015-03-18")


# -- the Pemilu -----------------------------------------------------------------------------------------


def test_recapitulation_of_the_pemilu_level_by_level():
    # UU 7/2017 Pasal 13 d, 16 b, 19 c, 53 (1) c, 64 d
    names = who("recapitulation", "responsible", kind="pemilu", on="2024-02-14")
    assert names == {"KPU", "KPU Provinsi", "KPU Kabupaten/Kota", "PPK", "PPLN"}


def test_process_disputes_of_the_pemilu_are_decided_by_bawaslu_at_three_levels():
    # UU 7/2017 Pasal 94 (3), 98 (3), 102 (3); what lies beyond Pasal 227 was not read
    found = mandates("2024-02-14", stage="dispute_resolution", role="decides_disputes", kind="pemilu")
    read = {item.name for item in found if item.verified == "text"}
    assert read == {"Bawaslu", "Bawaslu Provinsi", "Bawaslu Kabupaten/Kota"}
    assert {item.verified for item in found if item.institution == "pttun"} == {"recall"}


def test_what_could_not_be_read_of_the_pemilu_law_is_said():
    found = matrix("campaign", on="2024-01-01", kind="pemilu")
    kpu = next(item for item in found.by_role("responsible"))
    assert kpu.verified != "text"
    assert "Pasal 227" in kpu.text["id"]
    assert any("227" in note.en for note in found.notes)


def test_every_stage_of_pasal_167_has_an_organiser_and_a_supervisor():
    # UU 7/2017 Pasal 167 (4) a-k
    for stage in (
        "program_and_budget_planning", "voter_list_update", "party_determination", "seat_and_district_allocation",
        "nomination", "campaign", "quiet_period", "voting_day", "result_determination",
    ):  # fmt: skip
        found = matrix(stage, on="2024-02-14", kind="pemilu")
        assert found.by_role("responsible"), stage
        assert found.by_role("supervises"), stage
    assert matrix("oath_taking", on="2024-02-14", kind="pemilu").by_role("responsible")


def test_the_pilkada_stages_of_pasal_5_have_an_organiser_and_a_supervisor():
    # UU 8/2015 Pasal 5 (2)-(3)
    for row in tables()["stage-keys"]:
        if not row["place"].startswith("uu-1-2015/pasal-5/"):
            continue
        found = matrix(row["key"], "Kolaka", on="2024-11-27")
        assert found.by_role("responsible"), row["key"]
        assert found.by_role("supervises"), row["key"]


# -- regions --------------------------------------------------------------------------------------------


def test_in_aceh_the_bodies_of_aceh_act():
    found = mandates("2024-11-27", region="Kabupaten Pidie", stage="voting_day")
    kip = next(item for item in found if item.institution == "kip-kabkota")
    assert kip.instead_of == "kpu-kabkota"
    assert kip.verified != "text"  # our reading of Pasal 199, not a text
    assert {"uu-1-2015/pasal-199", "uu-11-2006/pasal-56/ayat-2"} <= set(kip.basis)
    assert not any(item.name.startswith(("KPU ", "Bawaslu ")) for item in found)
    assert who("overall", "supervises", "Kabupaten Pidie") >= {"Panwaslih Kabupaten Pidie", "Bawaslu"}


def test_the_papuan_assembly_is_consulted_on_candidates_for_governor_only():
    # UU 21/2001 Pasal 20 (1) a
    assert "MRP" in who("document_verification", "is_consulted", "Papua Selatan")
    assert "MRP" not in who("document_verification", "is_consulted", "Kabupaten Merauke")
    assert "MRP" not in who("document_verification", "is_consulted", "Sultra")


def test_yogyakarta_elects_no_governor():
    # UU 13/2012 Pasal 18-27
    found = matrix(region="DI Yogyakarta", on="2024-11-27")
    assert any("UU 13/2012" in note.en for note in found.notes)
    assert not [item for item in found.mandates if item.stage == "overall" and item.institution == "kpu-provinsi"]
    assert [item for item in found.mandates if "uu-13-2012/pasal-24/ayat-3" in item.basis]


def test_in_jakartas_units_the_governor_is_elected():
    # UU 29/2007 Pasal 19: mayors there are appointed
    found = matrix(region="Jakarta Pusat", on="2024-11-27")
    organisers = [item.institution for item in found.mandates if item.stage == "overall" and item.role == "responsible"]
    assert organisers == ["kpu", "kpu-provinsi"]
    assert found.notes


# -- stages and bad input -------------------------------------------------------------------------------


def test_a_stage_without_mandates_of_its_own_takes_those_of_the_stage_above():
    # the correction of a finance report belongs to the finance reports
    found = mandates("2024-11-27", stage="campaign_finance_initial_correction", role="responsible")
    assert {item.stage for item in found} == {"campaign_finance_reports"}


def test_a_stage_is_found_by_name_in_both_languages():
    assert stage_key("Pemungutan suara") == stage_key("voting day") == stage_key("voting_day") == "voting_day"
    assert stage_name("voting_day", "id") == "Pemungutan suara"
    with pytest.raises(NotFound) as caught:
        stage_key("kampanyee")
    assert "campaign" in caught.value.choices


def test_bad_input():
    with pytest.raises(NotFound) as caught:
        mandates("2024-11-27", institution="Bawaslo")
    assert "Bawaslu" in caught.value.choices
    with pytest.raises(NotFound) as caught:
        mandates("2024-11-27", role="enjoys")
    assert "responsible" in caught.value.choices
    with pytest.raises(Invalid):
        mandates("2024-11-27", kind="pilpres")


# -- rendering ------------------------------------------------------------------------------------------


def test_the_matrix_as_text_table_and_html():
    found = matrix("voting_day", "Kolaka", on="2024-11-27")
    assert "penanggung jawab" in found.to_text("id")
    assert "KPU Kabupaten Kolaka" in str(found)
    assert "<table>" in views.html(found, "id")
    rows = found.table()
    assert {row["role"] for row in rows} <= set(ROLES)
    assert all(isinstance(row["basis"], list) for row in rows)


# -- the data -------------------------------------------------------------------------------------------


def test_the_table_of_mandates_hangs_together():
    stages = {row["key"] for row in tables()["stage-keys"]}
    bodies = {row["institution"] for row in tables()["institutions"]}
    given: set[tuple[str, ...]] = set()
    for row in tables()["mandates"]:
        key = row["institution"], row["stage"], row["role"], row["item"]
        assert row["stage"] in stages, row
        assert row["institution"] in bodies, row
        assert row["role"] in ROLES, row
        assert bool(row["en"]) == bool(row["id"]), row
        if row["op"] == "gives":
            given.add(key)
        else:
            assert row["op"] == "ends"
            assert key in given, row


@settings(max_examples=30, deadline=None)
@given(
    on=st.dates(min_value=date(2004, 10, 15), max_value=date(2026, 1, 1)),
    kind=st.sampled_from(["pilkada", "pemilu"]),
)
def test_a_question_never_sees_an_act_of_a_later_day(on, kind):
    instruments = {row["id"]: row["known"] for row in tables()["instruments"]}
    for item in mandates(on, kind=kind):
        if item.by:
            assert instruments[item.by][:10] <= on.isoformat(), item


def test_the_basis_of_a_mandate_is_the_place_of_its_day() -> None:
    """Pasal 30 a of UU 10/2016 puts a new number 1 first: the campaign is number 4 before and number 5 since."""
    for on, number in (("2015-10-01", 4), ("2016-12-01", 5)):
        (found,) = mandates(on, stage="campaign", institution="panwas-kabkota", role="supervises")
        assert found.basis == (f"uu-1-2015/pasal-30/huruf-a/angka-{number}",)


def test_what_a_mandate_is_on_a_day_is_told_without_what_came_later() -> None:
    """Pasal 63 (2): KPU carries out the campaign until UU 10/2016, parties and pairs since; Pasal 154 (6): 21, 15 days."""
    before, after = (
        mandates(on, stage="campaign", institution="kpu-provinsi", role="responsible", office="governor")[0]
        for on in ("2015-10-01", "2016-12-01")
    )
    assert before.text["en"].startswith("Carries out the campaign")
    assert "parties and pairs carry out the campaign" in after.text["en"]
    days = [
        mandates(on, stage="dispute_resolution", institution="pttun")[0].text["en"]
        for on in ("2016-06-30", "2016-07-01")
    ]
    assert [("21 days" in days[0]), ("15 working days" in days[1])] == [True, True]
