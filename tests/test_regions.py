"""Regions: identity, state over time, look-up by code and on a day."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from electlaw import views
from electlaw.errors import Ambiguous, Invalid, NotFound, OutOfCoverage
from electlaw.regions import COVERED_FROM, KINDS, all_regions, region
from electlaw.regions.gazetteer import BuiltIn
from electlaw.tables import Row, tables

REGION = dict.fromkeys(tables()["regions"].columns, "") | {"kind": "regency", "verified": "text", "bps": "7499"}
NAME = dict.fromkeys(tables()["region-names"].columns, "")

# Kepmendagri 300.2.2-2430/2025: 38 provinces, 416 regencies (one administrative), 98 cities (five administrative).
COUNTS = {"province": 38, "regency": 415, "city": 93, "administrative-regency": 1, "administrative-city": 5}


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_number_of_regions_of_each_kind(kind: str, count: int) -> None:
    assert len(all_regions(kind)) == count


def test_every_region_is_complete_and_lies_in_a_province() -> None:
    everything = all_regions()
    assert len({one.code for one in everything}) == len({one.bps_code for one in everything}) == 552
    for one in everything:
        assert one.capital
        assert one.time_zone in {"WIB", "WITA", "WIT"}
        assert one.source
        assert one.verified in {"text", "report", "recall"}
        if one.kind == "province":
            assert one.parent is None
            assert one.province is one
            assert one.iso
            assert one.ocd_id
        else:
            assert one.province.kind == "province"
            assert one.code.startswith(one.province.code)
            assert one.iso is None
            assert one.ocd_id is None


def test_who_elects_its_head() -> None:
    # UU 13/2012: the governor of Yogyakarta is determined; UU 29/2007: heads of Jakarta's six units are appointed.
    without = [one.code for one in all_regions() if not one.elects_head]
    assert without == ["31.01", "31.71", "31.72", "31.73", "31.74", "31.75", "34"]
    assert region("34").head_selection == "determined"
    assert region("Jakarta Selatan").head_selection == "appointed"
    assert (region("34.04").elects_head, region("31").elects_head) == (True, True)


@pytest.mark.parametrize(
    ("code", "office"),
    [("74", "governor"), ("74.02", "regent"), ("74.71", "mayor"), ("31.01", "regent"), ("31.71", "mayor")],
)
def test_head_office(code: str, office: str) -> None:
    assert region(code).head_office == office
    assert region(code).deputy_office == f"deputy-{office}"


def test_codes_of_the_two_offices_cross_in_papua() -> None:
    # BPS 94 is Papua and 91 Papua Barat; Kemendagri 94 is Papua Tengah and 91 Papua.
    assert region("94").name == "Papua Tengah"
    assert region(bps="94").name == "Papua"
    assert region(bps="91").name == "Papua Barat"
    assert region(bps="9401") is region(bps="9501") is region("Merauke")
    assert region("9401").name == "Kabupaten Nabire"


def test_no_bps_code_names_two_regions() -> None:
    new = {one.bps_code: one.key for one in all_regions()}
    old = {one.bps_code_before_2023: one.key for one in all_regions() if one.bps_code_before_2023}
    assert not set(new) & set(old)


@pytest.mark.parametrize("text", ["74", " 74 ", "ID-SG", "ocd-division/country:id/province:sg", "７４"])
def test_identifiers_of_a_province(text: str) -> None:
    assert region(text).name == "Sulawesi Tenggara"


@pytest.mark.parametrize("text", ["74.71", "7471", "74-71", "74 71", "74.71."])
def test_writings_of_a_code(text: str) -> None:
    assert region(text).name == "Kota Kendari"


@pytest.mark.parametrize("text", ["7", "747", "74711", "74.7", "7" * 100])
def test_a_code_of_the_wrong_length_is_invalid(text: str) -> None:
    with pytest.raises(Invalid, match="digits"):
        region(text)


@pytest.mark.parametrize("text", ["740101", "74.01.01", "74.01.01.2001"])
def test_districts_and_villages_are_not_covered(text: str) -> None:
    with pytest.raises(OutOfCoverage, match="district"):
        region(text)


def test_a_code_nobody_has() -> None:
    with pytest.raises(NotFound, match="7499"):
        region("74.99")
    with pytest.raises(NotFound, match="BPS"):
        region(bps="9999")
    with pytest.raises(NotFound, match=r"bps='9702'"):
        region("9702")
    with pytest.raises(Invalid):
        region(bps="97021")


def test_name_or_bps_code_but_not_both() -> None:
    with pytest.raises(Invalid):
        region("74", bps="74")
    with pytest.raises(Invalid):
        region()


# -- over time --


@pytest.mark.parametrize(
    ("on", "code", "parent"),
    [
        ("2022-07-24", "91.01", "Papua"),  # UU 14/2022 promulgated on 25 July 2022
        ("2022-07-25", "91.01", "Papua Selatan"),
        ("2022-11-08", "91.01", "Papua Selatan"),  # Kepmendagri 100.1.1-6117/2022 of 9 November 2022
        ("2022-11-09", "93.01", "Papua Selatan"),
    ],
)
def test_merauke_moves_then_gets_a_new_code(on: str, code: str, parent: str) -> None:
    merauke = region("Merauke", on=on)
    assert (merauke.code, merauke.province.name) == (code, parent)
    assert merauke.key == "93.01"
    assert region("91.01", on=on) == merauke


def test_old_and_new_names() -> None:
    # PP 14/2020: Toba Samosir becomes Toba.
    assert region("Toba", on="2015-12-09").name == "Kabupaten Toba Samosir"
    assert region("Toba Samosir").name == "Kabupaten Toba"
    assert region("Kabupaten Mamuju Utara", on="2017-12-28").name == "Kabupaten Mamuju Utara"
    assert region("Kabupaten Mamuju Utara", on="2017-12-29").name == "Kabupaten Pasangkayu"


def test_a_name_that_moved_on() -> None:
    # Kendari was a regency until PP 26/2004 named it Konawe; Pontianak a regency until PP 58/2014.
    assert region("Kab. Kendari").code == "74.02"
    assert region("Kendari").code == "74.71"
    assert region("Pontianak").code == "61.71"
    with pytest.raises(Ambiguous) as ambiguous:
        region("Pontianak", on="2012-01-01")
    assert len(ambiguous.value.choices) == 2


def test_capital_of_kalimantan_selatan() -> None:
    # UU 8/2022 Pasal 4, promulgated on 16 March 2022.
    assert region("Kalsel", on="2022-03-15").capital == "Banjarmasin"
    assert region("Kalsel", on="2022-03-16").capital == "Banjarbaru"


@pytest.mark.parametrize(
    ("regency", "before", "day", "after"),
    [  # government regulations moving a regency's seat out of the city of the same name
        ("Kab. Blitar", "Blitar", "2010-01-05", "Kanigoro"),  # PP 3/2010
        ("Kab. Malang", "Malang", "2008-02-28", "Kepanjen"),  # PP 18/2008
        ("Kab. Nias", "Gunungsitoli", "2016-07-20", "Gido"),  # PP 30/2016
    ],
)
def test_seats_that_moved(regency: str, before: str, day: str, after: str) -> None:
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    assert region(regency, on=eve).capital == before
    assert region(regency, on=day).capital == region(regency).capital == after


@pytest.mark.parametrize(
    ("name", "before", "formed", "origin"),
    [
        ("Papua Selatan", "2022-07-24", "2022-07-25", ["Papua"]),
        ("Papua Barat Daya", "2022-12-07", "2022-12-08", ["Papua Barat"]),
        ("Kalimantan Utara", "2012-11-16", "2012-11-17", ["Kalimantan Timur"]),
        ("Muna Barat", "2014-07-22", "2014-07-23", ["Kabupaten Muna"]),
    ],
)
def test_before_it_existed_a_region_says_what_it_came_from(
    name: str, before: str, formed: str, origin: list[str]
) -> None:
    with pytest.raises(NotFound) as missing:
        region(name, on=before)
    assert formed in str(missing.value)
    assert missing.value.choices == tuple(one.full_name for one in region(name).origin)
    assert [one.name for one in region(name, on=formed).origin] == origin


def test_before_the_first_covered_day() -> None:
    assert region("Aceh", on=COVERED_FROM).code == "11"
    with pytest.raises(OutOfCoverage, match="covered"):
        region("Aceh", on="2004-10-14")


@pytest.mark.parametrize(
    ("on", "provinces"), [("2012-11-16", 33), ("2012-11-17", 34), ("2022-07-25", 37), ("2022-12-08", 38)]
)
def test_number_of_provinces(on: str, provinces: int) -> None:
    # 33 from 2004, 34 with Kalimantan Utara, 37 and 38 with the four Papua provinces of 2022.
    assert len(all_regions("province", on=on)) == provinces


def test_number_of_regencies_and_cities_over_time() -> None:
    # The Interior Ministry counted 497 (399 and 98, Jakarta's six included) at the end of 2009 and 514 since 2014.
    assert len([one for one in all_regions(on="2010-01-01") if one.kind != "province"]) == 497
    assert len([one for one in all_regions(on="2014-07-23") if one.kind != "province"]) == 514
    assert len([one for one in all_regions(on="2015-12-09") if one.kind != "province"]) == 514


def test_children_of_a_province_on_a_day() -> None:
    assert len(region("Sultra").children()) == 17
    assert len(region("Sultra").children(on="2014-07-22")) == 14
    assert {one.code for one in region("Papua").children(on="2022-07-24")} >= {"91.01", "91.71"}
    assert len(region("Papua").children(on="2022-07-24")) == 29
    assert len(region("Papua").children()) == 9


def test_jakarta_waits_for_a_decree() -> None:
    # UU 2/2024 Pasal 73: in force once a presidential decision moves the capital.
    jakarta = region("Daerah Khusus Jakarta")
    assert jakarta.name == "Daerah Khusus Ibukota Jakarta"
    (waiting,) = [change for change in jakarta.history() if change.condition]
    assert (waiting.by, waiting.when.known) == ("uu-2-2024", False)
    assert waiting not in jakarta.history(known="2024-04-24")
    assert waiting in jakarta.history(known="2024-04-25")


def test_history_tells_nothing_that_was_not_known() -> None:
    merauke = region("Merauke")
    assert [change.op for change in merauke.history()] == ["moved", "recoded"]
    assert [change.op for change in merauke.history(known="2022-11-08")] == ["moved"]
    assert merauke.history(known="2022-07-24") == ()


def test_is_within() -> None:
    merauke = region("Merauke")
    assert merauke.is_within("93")
    assert not merauke.is_within(region("Papua"))
    assert merauke.at("2022-07-24").is_within("91")
    assert merauke.is_within(merauke)


def test_equality_is_of_region_and_state() -> None:
    merauke = region("Merauke")
    assert merauke.at("2024-01-01") == merauke
    assert merauke.at("2022-07-24") != merauke
    assert hash(merauke.at("2022-07-24")) == hash(merauke)
    assert merauke != "93.01"


def test_plain_values_go_through_json() -> None:
    plain = json.loads(json.dumps(region("Merauke", on="2022-08-01").to_json()))
    assert (plain["code"], plain["key"], plain["parent"], plain["elects_head"]) == ("91.01", "93.01", "93", True)


def test_a_log_with_another_region_in_it() -> None:
    class Pack(BuiltIn):
        def all(self, table: str) -> list[Row]:
            more = {
                "regions": dict(REGION, code="74.99", name="Kabupaten Contoh", short="Contoh", parent="74"),
                "region-names": dict(NAME, code="74.71", name="Lulo"),
            }
            return [*super().all(table), *([more[table]] if table in more else [])]

    pack = Pack()
    assert region("Contoh", corpus=pack).province.name == "Sulawesi Tenggara"
    assert region("Lulo", corpus=pack).code == "74.71"
    assert len(all_regions(corpus=pack)) == 553
    with pytest.raises(NotFound):
        region("Contoh")


def test_all_regions_of_a_province() -> None:
    assert {one.kind for one in all_regions(within="DKI")} == {"administrative-regency", "administrative-city"}
    assert len(all_regions("city", within="Sultra")) == 2
    with pytest.raises(Invalid):
        all_regions("kingdom")


def test_every_row_of_the_tables_is_sourced_and_refers_to_a_region() -> None:
    known = {one.key for one in all_regions()}
    sources = {row["key"] for row in tables()["sources"]}
    for name in ("regions", "region-names", "region-history"):
        for row in tables()[name]:
            assert row["code"] in known, row
            assert row["source"].split(), row
            assert set(row["source"].split()) <= sources, row
            assert row["verified"] in {"text", "report", "recall"}, row
    for row in tables()["region-history"]:
        assert row["op"] in {"formed", "moved", "renamed", "recoded", "capital", "seated", "status"}, row
        assert set(filter(None, row["origin"].split(","))) <= known, row
        assert bool(row["was"]) == (row["op"] in {"moved", "renamed", "recoded", "capital"}), row
        if row["op"] == "moved":
            assert row["was"] in known, row
    assert set(COUNTS) == set(KINDS)


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("region-history", "by"),
        ("event-dates", "by"),
        ("terms", "by"),
        ("special-rules", "basis"),
        ("vacancy-rules", "basis"),
    ],
)
def test_every_instrument_named_is_in_the_register(table: str, column: str) -> None:
    register = {row["id"] for row in tables()["instruments"]}
    named = {place.partition("/")[0] for row in tables()[table] for place in row[column].split()}
    assert named <= register


def test_a_region_of_a_day_tells_what_was_known_that_day() -> None:
    """The vote of 27 November 2024 was set on 26 January 2024; on 21 November 2022 only its month was known."""
    then = region("Sultra", on="2022-11-21")
    days = {contest.event: str(contest.voting_day) for contest in then.contests()}
    assert days["pilkada-2024"] == "2024-11"
    assert "pilkada-2029" not in days
    assert dict(region("Sultra").contests("pilkada-2024")[0].to_json())["voting_day"] == "2024-11-27"
    told = then.to_json()
    assert told["on"] == "2022-11-21"
    assert [row["event"] for row in told["contests"]] == list(days)  # type: ignore[attr-defined]
    assert then.contests("pilkada-2029", known="2025-01-01")


def test_a_region_of_a_day_does_not_tell_its_later_history() -> None:
    """UU 14/2022 moved Merauke to Papua Selatan on 25 July 2022; it bore the code 91.01 until 8 November 2022."""
    before = region("Merauke", on="2022-07-24")
    assert before.history() == ()
    assert [change.op for change in region("Merauke", on="2022-07-25").history()] == ["moved"]
    assert before.to_json()["history"] == []
    assert before.parent == region("Papua")
    assert "Papua Selatan" not in views.text(before)


def test_names_given_later_are_not_told_of_a_day_before() -> None:
    for one in all_regions(on="2010-01-01"):
        assert one.name not in one.aliases
