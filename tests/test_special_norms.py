"""What stands beside a place: special rules of a region, remarks of rulings, readings that outlive a later statute."""

from __future__ import annotations

from html import unescape

import pytest

import electlaw
from electlaw.catalog import word
from electlaw.render.law import html, text


def test_the_threshold_in_aceh_is_shown_with_its_special_norms() -> None:
    """UU 11/2006 Pasal 91 ayat (2) and Qanun 12/2016 Pasal 22 ayat (1): 15 percent, beside UU 1/2015 Pasal 40."""
    place = electlaw.at("2024-09-01", region="Aceh").provision("Pasal 40 ayat (1)")
    basis = {basis for rule in place.special for basis in rule.basis}
    assert {"uu-11-2006/pasal-91/ayat-2", "qanun-aceh-12-2016/pasal-22/ayat-1"} <= basis
    assert place.construed_by == ("mk-60-puu-xxii-2024",)
    assert "Pasal 91 ayat (2) UU 11/2006" in text(place)
    assert "Pasal 91 ayat (2) UU 11/2006" in html(place, lang="id")


@pytest.mark.parametrize(
    ("region", "ref", "on", "basis"),
    [
        ("Banda Aceh", "Pasal 41 ayat (2)", "2024-09-01", "uu-11-2006/pasal-68/ayat-1"),
        ("Jakarta", "Pasal 109 ayat (1)", "2017-02-15", "uu-29-2007/pasal-11"),
        ("Papua", "Pasal 7 ayat (1)", "2024-09-01", "uu-21-2001/pasal-20"),
    ],
)
def test_special_norms_of_other_regions(region: str, ref: str, on: str, basis: str) -> None:
    place = electlaw.at(on, region=region).provision(ref)
    assert basis in {one for rule in place.special for one in rule.basis}


@pytest.mark.parametrize("region", ["Kendari", "Jakarta", None])
def test_no_special_norm_elsewhere(region: str | None) -> None:
    law = electlaw.at("2024-09-01", region=region) if region else electlaw.at("2024-09-01")
    assert law.provision("Pasal 40 ayat (1)").special == ()


def test_a_special_norm_is_not_shown_before_it_was_known() -> None:
    place = electlaw.at("2024-08-19", region="Aceh").provision("Pasal 40 ayat (1)")
    assert "threshold-ruling" not in {rule.topic for rule in place.special}
    assert "party-threshold" in {rule.topic for rule in place.special}


def test_a_remark_of_a_ruling_stands_at_its_place_and_changes_nothing() -> None:
    """MK 58/PUU-XVII/2019 upheld the ages in Pasal 7 ayat (2) huruf e (recounted in MK 70/PUU-XXII/2024)."""
    ruling = electlaw.at("2024-08-19").instrument("mk-58-puu-xvii-2019")
    known = ruling.instrument.known.latest
    place = electlaw.at(known).provision("Pasal 7 ayat (2) huruf e")
    assert [act.by for act in place.remarks] == ["mk-58-puu-xvii-2019"]
    assert place.holdings == ()
    assert "58/PUU-XVII/2019" in text(place)


def test_what_a_ruling_says_of_a_neighbouring_place_binds_its_meaning() -> None:
    """MK 60/PUU-XXII/2024, paragraph 3.14: Pasal 40 ayat (2) must follow the reading of ayat (1)."""
    before, after = (electlaw.at(day).provision("Pasal 40 ayat (2)") for day in ("2024-08-19", "2024-08-20"))
    assert (before.state, before.holdings) == ("in_force", ())
    assert after.state == "in_force"
    assert [(act.by, act.op) for act in after.holdings] == [("mk-60-puu-xxii-2024", "holding")]


def test_a_remark_on_older_content_is_not_carried_to_newer() -> None:
    """MK 55/PUU-XVII/2019 spoke of Pasal 201 ayat (9) as UU 10/2016 put it."""
    assert electlaw.at("2019-02-01").provision("Pasal 201 ayat (9)").remarks == ()


@pytest.mark.parametrize("ref", ["Pasal 49 ayat (9)", "Pasal 50 ayat (9)", "Pasal 51 ayat (2)", "Pasal 52 ayat (2)"])
def test_a_reading_outlives_a_statute_that_does_not_restate_its_place(ref: str) -> None:
    """UU 10/2016 adds Pasal 54C and 54D on single pairs and leaves Pasal 49 to 52, read by MK 100/PUU-XIII/2015."""
    assert "mk-100-puu-xiii-2015" in electlaw.at("2018-01-01").provision(ref).construed_by


@pytest.mark.parametrize(
    ("before", "after", "event", "other", "places"),
    [
        (
            "2025-06-25", "2025-06-27", "pemilu-2029", "pilkada-2024",
            ["uu-1-2015/pasal-3/ayat-1", "uu-7-2017/pasal-167/ayat-3", "uu-7-2017/pasal-347/ayat-1"],
        ),
        (
            "2025-07-29", "2025-07-31", "pilkada-2030", "pilkada-2024",
            [f"uu-1-2015/pasal-{place}" for place in ("139/ayat-1", "139/ayat-2", "139/ayat-3", "140/ayat-1")],
        ),
    ],
)  # fmt: skip
def test_a_difference_tells_what_changed_for_some_only(
    before: str, after: str, event: str, other: str, places: list[str]
) -> None:
    """MK 135/PUU-XXII/2024 is for votes from 2029 on, MK 104/PUU-XXIII/2025 not for those of 2024."""

    def changed(**subject: str) -> tuple[list[str], list[str]]:
        found = electlaw.at(before).having(**subject).diff(electlaw.at(after).having(**subject))
        return [c.target for c in found.changes if c.kind == "provision"], [c.target for c in found.for_some]

    assert changed() == ([], places)
    assert changed(event=event) == (places, [])
    assert changed(event=other) == ([], [])


def test_what_changed_for_some_is_told_and_marked() -> None:
    found = electlaw.at("2025-06-25").diff(electlaw.at("2025-06-27"))
    assert {change.applies for change in found.for_some} == {("cycle>=2029",)}
    for shown in (text(found), unescape(html(found)), text(found, lang="id")):
        assert "cycle>=2029" in shown


def test_a_repeal_that_waits_names_its_condition_in_the_history() -> None:
    """UU 2/2024 replaces UU 29/2007 when the presidential decree on the move of the capital is made (Pasal 73)."""
    found = electlaw.at("2025-01-01").instrument("UU 29/2007")
    assert found.state == "in_force"
    (repeal,) = [line for line in text(found).splitlines() if "repealed, UU 2/2024" in line]
    assert word("keppres-pemindahan-ibu-kota", "en") in repeal


@pytest.mark.parametrize(("on", "first"), [("2015-02-01", []), ("2015-02-02", ["uu-1-2015"])])
def test_the_history_of_a_statute_begins_with_itself(on: str, first: list[str]) -> None:
    """Older statutes of special regions derogate from UU 1/2015 (Pasal 199), known since 2 February 2015."""
    history = electlaw.at(on).instrument("UU 1/2015").history()
    assert [act.by for act in history[:1]] == first
    assert all(act.known.earliest >= "2015-02-02" for act in history)


def test_the_ceiling_of_a_polling_station_is_the_statutes_until_an_election_is_named() -> None:
    """UU 1/2015 Pasal 87 ayat (1): 800; PKPU 6/2020 Pasal 21 ayat (4): 500 for the round of 2020."""
    law = electlaw.at("2020-12-09")
    general = law.parameter("polling_station.voters_max")
    assert (general.value, general.needs) == (800, ("event",))
    then = law.parameter("polling_station.voters_max", event="pilkada-2020")
    assert (then.value, then.basis[0].instrument) == (500, "pkpu-6-2020")
    assert electlaw.at("2020-07-06").parameter("polling_station.voters_max", event="pilkada-2020").value == 800


def test_a_value_tells_which_law_printed_its_place_anew() -> None:
    """UU 10/2016 wrote the single pair of MK 100/PUU-XIII/2015 into Pasal 54C ayat (1)."""
    value = electlaw.at("2024-08-01").parameter("nomination.pairs_min")
    assert (value.basis[0].instrument, value.restated_by) == ("mk-100-puu-xiii-2015", ("uu-10-2016",))
    assert "UU 10/2016" in text(value)
    assert electlaw.at("2016-06-30").parameter("nomination.pairs_min").restated_by == ()
