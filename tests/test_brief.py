"""A brief tells what a meeting in a region could know on its day, and nothing that came later."""

import pytest

import electlaw
from electlaw import views
from electlaw.brief import brief


def elections(region: str, on: str, known: str | None = None) -> dict[str, str]:
    return {one.event: str(one.voting_day) for one in brief(region, electlaw.at(on, known)).elections}


def test_what_was_known_in_november_2022() -> None:
    """KPU decision 21/2022 had set 14 February 2024; the Pilkada law only the month, November 2024."""
    found = brief("Sultra", electlaw.at("2022-11-21"))
    assert {one.event: (str(one.voting_day), one.scheduled) for one in found.elections} == {
        "pemilu-2024": ("2024-02-14", True),
        "pilkada-2024": ("2024-11", False),
    }
    assert found.head.person == "Ali Mazi"
    assert {frame.instrument.id for frame in found.frames} >= {"uu-1-2015", "uu-7-2017", "uu-23-2014"}
    names = {seat.name for seat in found.bodies}
    assert {"KPU Provinsi Sulawesi Tenggara", "Bawaslu Provinsi Sulawesi Tenggara"} <= names


def test_the_day_of_the_vote_when_it_was_set() -> None:
    """PKPU 2/2024 of 26 January 2024."""
    assert elections("Sultra", "2024-01-25")["pilkada-2024"] == "2024-11"
    assert elections("Sultra", "2024-01-27")["pilkada-2024"] == "2024-11-27"
    assert elections("Sultra", "2022-11-21", known="2024-03-01")["pilkada-2024"] == "2024-11-27"


def test_a_postponed_vote() -> None:
    """Perppu 2/2020 of 4 May 2020 moved the vote from September to December 2020; PKPU 5/2020 set the 9th."""
    days = [elections("Kota Makassar", on)["pilkada-2020"] for on in ("2020-05-01", "2020-05-05", "2020-06-20")]
    assert days == ["2020-09-23", "2020-12", "2020-12-09"]
    assert brief("Kota Makassar", electlaw.at("2020-05-01")).suspended


def test_regions_with_rules_of_their_own() -> None:
    law = electlaw.at("2024-09-01")
    aceh = brief("Kabupaten Pidie", law)
    assert "KIP Kabupaten Pidie" in {seat.name for seat in aceh.bodies}
    assert "uu-11-2006" in {frame.instrument.id for frame in aceh.frames}
    assert "uu-11-2006" not in {frame.instrument.id for frame in brief("Sultra", law).frames}
    yogyakarta = brief("DI Yogyakarta", law)  # its governor is not elected
    assert not any(one.office for one in yogyakarta.elections)


@pytest.mark.parametrize("form", [views.text, views.markdown, views.html])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_forms(form, lang) -> None:  # type: ignore[no-untyped-def]
    shown = form(brief("Sultra", electlaw.at("2022-11-21")), lang)
    assert "UU 10/2016" in shown
    assert ("14 Februari 2024" if lang == "id" else "14 February 2024") in shown


def test_every_region_has_a_brief() -> None:
    from electlaw.regions import all_regions

    for on in ("2022-11-21", "2024-08-21"):
        law = electlaw.at(on)
        for region in all_regions(on=on):
            assert brief(region, law).to_json()["law"]


def test_who_is_responsible_at_the_stages_of_the_day() -> None:
    """UU 8/2015 Pasal 8 (3), 63: KPU of the regency runs its campaign; Bawaslu supervises it."""
    found = brief("Kabupaten Kolaka", electlaw.at("2024-10-20"))
    campaign = next(item for item in found.responsibilities if item.stage == "campaign")
    assert [item.name for item in campaign.responsible] == ["KPU Kabupaten Kolaka"]
    assert "Bawaslu Kabupaten Kolaka" in {item.name for item in campaign.by_role("supervises")}
    assert "KPU Kabupaten Kolaka" in views.text(found, "id")


def test_reports_that_fall_due() -> None:
    """PP 12/2022 Pasal 27 and 28: monthly, from the governor to the minister."""
    found = brief("Sultra", electlaw.at("2022-11-21"))
    dated = [(item.name, item.to, item.due) for item in found.due if item.due]
    assert dated == [("Gubernur Sulawesi Tenggara", "Kemendagri", "2022-11-30")]
    assert any(item.duty.concept == "monitoring" and item.state == "unknown" for item in found.due)


def test_a_brief_as_docx(tmp_path) -> None:  # type: ignore[no-untyped-def]
    pytest.importorskip("docx")
    path = tmp_path / "brief.docx"
    brief("Kota Kendari", electlaw.at("2024-10-20")).to_docx(str(path))
    assert path.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("on", ["2015-06-01", "2016-01-15", "2019-01-01", "2021-06-01", "2025-01-10"])
def test_every_region_has_a_brief_while_plans_stood_that_were_later_dropped(on: str) -> None:
    """UU 8/2015 Pasal 201 planned votes in 2022, 2023 and 2027, which UU 10/2016 took off again."""
    from electlaw.regions import all_regions

    law = electlaw.at(on)
    for region in all_regions(on=on):
        assert brief(region, law).to_json()["law"]


def test_a_plan_stands_until_it_is_dropped() -> None:
    """UU 8/2015 Pasal 201 (4): heads elected in June 2018 to be followed in 2023; UU 10/2016 has no such vote."""
    assert elections("Sultra", "2015-06-01")["pilkada-2023"] == "2023"
    assert elections("Sultra", "2016-06-30")["pilkada-2023"] == "2023"
    assert "pilkada-2023" not in elections("Sultra", "2016-07-01")


def test_a_law_that_waits_is_part_of_the_frame() -> None:
    """UU 2/2024 (25 April 2024) Pasal 73 waits for the decree on the capital; UU 151/2024 (30 November 2024) amends it."""
    frames = {frame.instrument.id: frame for frame in brief("Jakarta", electlaw.at("2024-12-10")).frames}
    assert {"uu-29-2007", "uu-2-2024", "uu-151-2024"} <= set(frames)
    waiting = frames["uu-2-2024"].to_json()
    assert (waiting["state"], waiting["waits_for"]) == ("not_yet", "keppres-pemindahan-ibu-kota")
    shown = views.text(brief("Jakarta", electlaw.at("2024-12-10")), "en")
    assert "not yet in force, waits for the presidential decree that moves the capital" in shown
    before = {frame.instrument.id for frame in brief("Jakarta", electlaw.at("2024-04-24")).frames}
    assert not before & {"uu-2-2024", "uu-151-2024"}
    assert "uu-2-2024" not in {f.instrument.id for f in brief("Sultra", electlaw.at("2024-12-10")).frames}


def test_stages_of_several_elections_name_theirs() -> None:
    """In January 2024 the general election of February ran; so did the preparation of the regional elections."""
    found = brief("Sultra", electlaw.at("2024-01-30"))
    assert {stage.event for stage in (*found.running, *found.ahead)} >= {"pemilu-2024", "pilkada-2024"}
    shown = views.text(found, "en").partition("STAGES RUNNING")[2].partition("HEAD OF REGION")[0]
    lines = [line for line in shown.splitlines() if line.startswith("  - ")]
    assert lines
    assert all("election" in line.partition(":")[0] for line in lines)


def test_a_head_not_on_record_is_said_in_plain_words() -> None:
    found = brief("Kabupaten Kolaka", electlaw.at("2010-01-01"))
    assert found.head.person is None
    assert "that day is not on record" in views.text(found, "en")
    assert "tidak tercatat" in views.text(found, "id")
