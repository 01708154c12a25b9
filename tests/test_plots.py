"""Pictures: their data are what the law says, and altair accepts them."""

from typing import Any

import pytest

import electlaw
from electlaw import Invalid, NotFound, plots

pytest.importorskip("altair")


def rows(chart: Any) -> list[dict[str, Any]]:
    """The rows behind a chart, which altair first finds in order."""
    chart.to_dict()
    found: list[dict[str, Any]] = chart.data.values
    return found


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_amendments_of_the_pilkada_law(lang: str) -> None:
    found = {row["instrument"]: row for row in rows(plots.amendments(electlaw.at("2024-09-01"), lang=lang))}
    days = {
        "Perppu 1/2014": "2014-10-02",
        "UU 8/2015": "2015-03-18",
        "UU 10/2016": "2016-07-01",
        "UU 6/2020": "2020-08-11",
    }
    for name, day in days.items():
        assert found[name]["known"] == day
    before = rows(plots.amendments(electlaw.at("2015-02-10"), lang=lang))
    assert "UU 10/2016" not in {row["instrument"] for row in before}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_stages_of_2024(lang: str) -> None:
    law = electlaw.at("2024-09-25")
    found = rows(plots.stages(law.schedule("pilkada-2024"), lang=lang))
    assert ("2024-09-25", "2024-11-23") in {(row["start"], row["end"]) for row in found}
    vote = [row for row in found if row["start"] == row["end"] == "2024-11-27"]
    assert vote
    assert vote[0]["after"] == "2024-11-28"
    assert [row["start"] for row in found] == sorted(row["start"] for row in found)
    assert {row["state"] for row in found} >= ({"selesai", "berlangsung"} if lang == "id" else {"done", "running"})


def test_stages_without_days_are_left_out() -> None:
    found = electlaw.at("2014-11-01").schedule("pilkada-2024")
    assert all(row["start"] <= row["end"] for row in rows(plots.stages(found)))


def test_the_share_of_votes_over_the_years() -> None:
    """25 % of the votes until ruling 60/PUU-XXII/2024, 10 % in a province of up to two million voters since."""
    law = electlaw.at("2025-06-01")
    found = rows(plots.parameter(law, "nomination.vote_share", office="governor", region="74", electorate=1_867_931))
    assert next(row["value"] for row in found if row["value"] is not None) == 25
    assert [row["value"] for row in found if row["day"] >= "2024-08-20"] == [10, 10]
    assert max(row["day"] for row in found if row["value"] == 25) < "2024-08-20"
    assert found[-1]["day"] == "2025-06-01"


def test_a_parameter_of_words_or_none() -> None:
    law = electlaw.at("2025-06-01")
    with pytest.raises(Invalid, match="no number"):
        plots.parameter(law, "candidate.age_reference")
    with pytest.raises(NotFound):
        plots.parameter(law, "nomination.vote_shar")


def test_every_province_has_a_tile_of_its_own() -> None:
    from electlaw.regions import all_regions

    provinces = {region.code for region in all_regions() if region.kind == "province"}
    assert set(plots.TILES) == provinces
    assert len(set(plots.TILES.values())) == len(provinces) == 38


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_waves_by_province(lang: str) -> None:
    """In 2024 all provinces but Yogyakarta elected a governor; in 2020 nine did."""
    found = {row["province"]: row for row in rows(plots.waves("pilkada-2024", lang=lang))}
    assert [name for name, row in found.items() if not row["governor"]] == ["Daerah Istimewa Yogyakarta"]
    assert sum(row["regions"] for row in found.values()) == 545
    before = rows(plots.waves("pilkada-2020", lang=lang))
    assert sum(row["governor"] for row in before) == 9
    assert sum(row["regions"] for row in before) == 270
    with pytest.raises(NotFound, match="pilkada-2020"):
        plots.waves("pilkada-1999")
