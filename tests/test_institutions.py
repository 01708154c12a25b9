"""Which bodies exist where and when, what they are called, who sits in the forums, what must be reported."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electlaw.errors import Ambiguous, Invalid, NotFound, OutOfCoverage
from electlaw.institutions import (
    CONCEPTS,
    duties,
    forum,
    institution_key,
    local,
    monitoring,
    name_use,
    obligations,
)
from electlaw.institutions.acts import LEVELS
from electlaw.regions import all_regions
from electlaw.tables import tables


def names(place, on, **more):
    return [seat.name for seat in local(place, on=on, **more).seats]


def chain(place, key, on, **more):
    return [str(item) for item in local(place, on=on, **more).seat(key).chain()]


# -- local seats ----------------------------------------------------------------------------------------


def test_organisers_and_supervisors_of_a_regency_with_those_above_them():
    # UU 7/2017 Pasal 6, 9, 89: hierarchical bodies of nation, province, regency
    assert "KPU Kabupaten Kolaka" in names("Kabupaten Kolaka", "2022-11-21")
    assert chain("Kolaka", "kpu-kabkota", "2022-11-21") == ["KPU Provinsi Sulawesi Tenggara", "KPU"]
    assert chain("Kolaka", "bawaslu-kabkota", "2022-11-21") == ["Bawaslu Provinsi Sulawesi Tenggara", "Bawaslu"]


def test_in_aceh_kip_stands_in_the_place_of_kpu():
    # UU 11/2006 Pasal 56: KIP Aceh and KIP kabupaten/kota run Pemilu and Pilkada
    for kind in ("pilkada", "pemilu"):
        here = local("Kabupaten Pidie", on="2024-02-14", kind=kind)
        assert here.seat("kpu-kabkota").name == "KIP Kabupaten Pidie"
        assert here.seat("kpu-kabkota").key == "kip-kabkota"
    assert chain("Kabupaten Pidie", "kip-kabkota", "2024-02-14") == ["KIP Aceh", "KPU"]
    assert not any(name.startswith("KPU") for name in names("Aceh", "2024-11-27"))


def test_the_supervisory_commission_of_aceh_ended_with_the_law_on_governing_aceh():
    # UU 18/2001 Pasal 13; UU 11/2006 Pasal 60 puts Panitia Pengawas Pemilihan in its place
    assert local("Aceh", on="2006-07-31").seat("kpp-aceh") is not None
    assert local("Aceh", on="2006-08-01").seat("kpp-aceh") is None
    assert local("Aceh", on="2024-11-27").seat("kpp-aceh") is None


def test_an_end_reaches_whatever_it_ends():
    # an act painted for everyone lies below one for a region or kind: an end must name what it ends
    from electlaw.institutions.acts import log

    acts = log()
    for name, table in {"bodies": acts.bodies, "mandates": acts.mandates()}.items():
        for key, rows in table.items():
            for at, end in enumerate(rows):
                if end.ends:
                    earlier = [one for one in rows[at + 1 :] if not one.ends and one.known.latest <= end.known.earliest]
                    assert not earlier, (name, key)


def test_panwaslih_supervises_the_pilkada_in_aceh_alone():
    # UU 11/2006 Pasal 60, 61
    assert local("Aceh", on="2024-11-27", kind="pilkada").seat("bawaslu-provinsi").key == "panwaslih-aceh"
    assert local("Aceh", on="2024-02-14", kind="pemilu").seat("bawaslu-provinsi").key == "bawaslu-provinsi"
    assert local("Sumut", on="2024-11-27", kind="pilkada").seat("panwaslih-aceh") is None


@pytest.mark.parametrize(
    ("on", "kind", "name"),
    [
        ("2018-06-27", "pilkada", "Panwas Kabupaten Kolaka"),
        ("2020-01-28", "pilkada", "Panwas Kabupaten Kolaka"),
        ("2020-01-29", "pilkada", "Bawaslu Kabupaten Kolaka"),  # MK 48/PUU-XVII/2019
        ("2017-08-15", "pemilu", "Panwaslu Kabupaten Kolaka"),
        ("2017-08-16", "pemilu", "Bawaslu Kabupaten Kolaka"),  # UU 7/2017 Pasal 89
    ],
)
def test_the_supervisor_of_a_regency_by_day_and_election(on, kind, name):
    found = [seat.name for seat in local("Kolaka", on=on, kind=kind).of_kind("supervisor")]
    assert found == [name]


def test_what_was_not_yet_known_changes_nothing():
    # on 2020-12-09 Bawaslu supervises, but in 2019 the ruling was not known
    assert "Panwas Kabupaten Kolaka" in names("Kolaka", "2020-12-09", known="2019-12-31", kind="pilkada")


def test_kpud_was_the_official_name_from_2004_to_2007_in_regional_elections():
    # UU 32/2004 Pasal 57 (1); UU 22/2007
    assert "KPUD Kota Kendari" in names("Kota Kendari", "2005-06-27", kind="pilkada")
    assert "KPU Kota Kendari" in names("Kota Kendari", "2005-06-27", kind="pemilu")
    assert "KPU Kota Kendari" in names("Kota Kendari", "2007-04-19", kind="pilkada")


def test_an_administrative_unit_of_jakarta_has_no_council_of_its_own():
    # UU 29/2007: only the province is an autonomous region
    keys = {seat.key for seat in local("Jakarta Pusat", on="2024-11-27")}
    assert "kpu-kabkota" in keys
    assert not keys & {"dprd-kabkota", "forkopimda-kabkota"}
    assert forum("Jakarta Pusat", on="2024-11-27") == ()


def test_a_province_is_a_tree_of_the_regencies_that_existed_that_day():
    here = local("Sulawesi Tenggara", on="2022-11-21")
    assert len(here.children) == 17
    assert here.children[0].above is here
    assert {child.seat("kpu-kabkota").region.key for child in here.children} == {c.region.key for c in here.children}


def test_members_follow_the_law_of_the_day():
    # UU 22/2007 and UU 15/2011 Pasal 6: five; UU 7/2017 Pasal 10: three or five; MK 31/PUU-XVI/2018: five
    found = [
        local("Kolaka", on=on).seat("kpu-kabkota").institution.members
        for on in ("2008-01-01", "2012-01-01", "2017-09-01", "2018-08-01")
    ]
    assert found == ["5", "5", "3|5", "5"]


def test_district_committees_had_three_members_in_the_pemilu_until_the_court_spoke():
    def members(on, kind):
        return next(item.members for item in local("Kolaka", on=on, kind=kind).below if item.key == "ppk")

    assert members("2018-01-01", "pemilu") == "3"  # UU 7/2017 Pasal 52 (1)
    assert members("2018-07-23", "pemilu") == "5"  # MK 31/PUU-XVI/2018
    assert members("2018-01-01", "pilkada") == "5"  # UU 10/2016 Pasal 16 (1)


def test_the_civil_service_commission_ended():
    assert local("Sultra", on="2024-08-23").national("kasn") is not None
    assert local("Sultra", on="2024-08-24").national("kasn") is None


def test_bad_input():
    with pytest.raises(OutOfCoverage):
        local("Sultra", on="2004-01-01")
    with pytest.raises(NotFound):
        local("Kabupaten Antah Berantah", on="2022-11-21")
    with pytest.raises(Ambiguous):
        local("Bekasi", on="2022-11-21")
    with pytest.raises(Invalid):
        local("Sultra", on="21-11-2022")


@settings(max_examples=40, deadline=None)
@given(
    place=st.sampled_from(all_regions()),
    on=st.dates(min_value=date(2007, 1, 1), max_value=date(2026, 1, 1)),
    kind=st.sampled_from(["pilkada", "pemilu"]),
)
def test_every_region_has_one_organiser_with_a_chain_to_kpu(place, on, kind):
    try:
        here = local(place, on=on, kind=kind)
    except NotFound:  # not formed yet
        return
    organisers = here.of_kind("organiser")
    assert len(organisers) == 1
    assert str(organisers[0].chain()[-1]) == "KPU"
    assert organisers[0].name.startswith("KIP" if place.key.startswith("11") else "KPU")
    assert len({seat.name for seat in here}) == len(here)


# -- names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "on", "status"),
    [
        ("KPUD", "2022-11-21", "former"),
        ("KPUD", "2005-06-01", "official"),
        ("kpud", "2007-04-19", "former"),
        ("Panwaslu Kabupaten/Kota", "2013-01-01", "official"),
        # members chosen under UU 15/2011 served on until Bawaslu Kabupaten/Kota took their place in August 2018
        ("Panwaslu Kabupaten/Kota", "2018-06-27", "official"),
        ("Panwaslu Kota", "2018-09-01", "former"),
        ("Panwaslu Kabupaten/Kota", "2020-12-09", "former"),
        ("Muspida", "2022-11-21", "former"),
        ("Forkopimda", "2022-11-21", "official"),
        ("Forkopimda", "2013-01-01", "later"),
        ("OPD", "2022-11-21", "alias"),
        ("Panwascam", "2022-11-21", "alias"),
        ("KPU Provinsi", "2022-11-21", "official"),
        ("Bawaslu Kabupaten/Kota", "2015-12-09", "later"),
    ],
)
def test_whether_a_name_was_official(name, on, status):
    assert name_use(name, on, known="2026-01-01").status == status


def test_a_name_not_yet_heard_of_is_not_on_record():
    assert name_use("Bawaslu Kabupaten/Kota", "2015-12-09") is None
    assert name_use("Komisi Pemilihan Galaksi", "2022-11-21") is None


def test_a_name_leads_to_its_institution():
    assert institution_key("KPU Kabupaten/Kota") == "kpu-kabkota"
    with pytest.raises(Ambiguous) as caught:
        institution_key("KPUD")
    assert set(caught.value.choices) == {"kpu-provinsi", "kpu-kabkota"}
    with pytest.raises(NotFound) as missing:
        institution_key("Bawaslo")
    assert "Bawaslu" in missing.value.choices


# -- forums ---------------------------------------------------------------------------------------------


def test_kpu_and_bawaslu_are_no_members_of_a_forum():
    # PP 12/2022 Pasal 3, 10, 17
    for place, level in (("Sultra", None), ("Kota Kendari", None), ("Kota Kendari", "district")):
        members = forum(place, on="2022-11-21", level=level)
        assert members[0].role == "chair"
        assert not {item.institution for item in members} & {"kpu-provinsi", "kpu-kabkota", "bawaslu-provinsi"}


def test_members_of_the_forum_by_region_and_day():
    def titles(place, on):
        return [item.title.id for item in forum(place, on=on)]

    assert "Wali Nanggroe" in titles("Aceh", "2023-01-01")
    assert "Ketua Majelis Rakyat Papua" in titles("Papua Tengah", "2023-01-01")
    assert "Kepala Kepolisian Resor" in titles("Kota Kendari", "2022-11-21")
    assert "Komandan Pangkalan TNI Angkatan Laut" in titles("Kota Kendari", "2022-02-25")
    # UU 23/2014 Pasal 26 (3) alone, before the government regulation
    assert len(titles("Kota Kendari", "2022-02-24")) == 5
    assert titles("Kota Kendari", "2013-01-01") == []


def test_unknown_level_of_a_forum():
    with pytest.raises(NotFound):
        forum("Sultra", on="2022-11-21", level="galaxy")


# -- duties ---------------------------------------------------------------------------------------------


def dated(place, since, until, key, **more):
    return [item.due for item in obligations(place, since, until, **more) if item.duty.key == key and item.due]


def test_the_forum_is_reported_on_monthly_and_yearly():
    # PP 12/2022 Pasal 27, 28
    assert dated("Sultra", "2022-11-01", "2023-02-01", "forkopimda-provinsi-report") == [
        "2022-11-30", "2022-12-31", "2022-12-31", "2023-01-31",
    ]  # fmt: skip
    found = obligations("Kolaka", "2022-11-01", "2022-12-01")
    report = next(item for item in found if item.duty.key == "forkopimda-kabkota-report" and item.due)
    assert (report.name, report.to) == ("Bupati Kolaka", "Gubernur Sulawesi Tenggara")


def test_no_report_on_the_forum_before_the_regulation():
    assert dated("Sultra", "2021-11-01", "2022-02-25", "forkopimda-provinsi-report") == []
    assert dated("Sultra", "2021-11-01", "2022-04-01", "forkopimda-provinsi-report")[0] >= "2022-02-25"


def test_an_acting_head_accounts_every_three_months_of_his_time():
    # PP 6/2005 Pasal 132 (5); Asmawa Tosepu acted in Kendari from 2022-10-10
    assert dated("Kota Kendari", "2022-11-01", "2023-08-01", "pj-bupati-walikota-account", known="2024-01-15") == [
        "2023-01-10", "2023-04-10", "2023-07-10",
    ]  # fmt: skip


def test_an_elected_head_owes_no_account_of_an_acting_one():
    # Ali Mazi was governor by election in 2022
    assert not [o for o in obligations("Sultra", "2022-01-01", "2022-12-31") if o.duty.key == "pj-gubernur-account"]


def test_monitoring_under_the_regulation_of_2011_has_no_known_interval():
    found = [item for item in obligations("Kolaka", "2022-11-01", "2023-01-01") if item.duty.concept == "monitoring"]
    kesbangpol = next(item for item in found if item.duty.institution == "badan-kesbangpol-kabkota")
    assert kesbangpol.state == "unknown"
    assert kesbangpol.due is None
    assert kesbangpol.duty.basis == ()
    assert kesbangpol.duty.by == "permendagri-61-2011"
    assert all(item.state != "known" for item in monitoring() if item.key == "interval")


def test_monitoring_supervision_and_observation_are_three_things():
    concepts = {duty.institution: duty.concept for duty in duties("Kolaka", on="2024-09-01", kind="pilkada")}
    assert concepts["badan-kesbangpol-kabkota"] == "monitoring"
    assert concepts["bawaslu-kabkota"] == "supervision"
    assert concepts["pemantau-pemilihan"] == "observation"
    assert set(concepts.values()) <= set(CONCEPTS)


def test_an_observer_reports_within_seven_days_of_inauguration():
    # UU 8/2015 Pasal 124 (1)
    days = {"inauguration": "2025-02-20"}
    found = dated("Kolaka", "2025-02-01", "2025-03-31", "observer-report", events=days, kind="pilkada")
    assert found == ["2025-02-27"]
    open_ended = obligations("Kolaka", "2025-02-01", "2025-03-31", kind="pilkada")
    assert next(item for item in open_ended if item.duty.key == "observer-report").state == "depends"


def test_an_empty_period_is_refused():
    with pytest.raises(Invalid):
        obligations("Sultra", "2022-12-01", "2022-12-01")


# -- the data -------------------------------------------------------------------------------------------


def test_the_tables_hang_together():
    all_tables = tables()
    bodies = {row["institution"] for row in all_tables["institutions"]}
    instruments = {row["id"] for row in all_tables["instruments"]}
    sources = {row["key"] for row in all_tables["sources"]}
    law = {row["place"] for row in all_tables["provisions/uu-1-2015"]}
    described = {row["institution"] for row in all_tables["institutions"] if row["level"]}
    assert bodies == described
    for name, places in (
        ("institutions", "basis"), ("mandates", "places"), ("duties", "places"), ("forum-members", "places"),
        ("institution-names", ""),
    ):  # fmt: skip
        for row in all_tables[name]:
            assert not row["by"] or row["by"] in instruments, row
            assert row["source"], row
            assert set(row["source"].split()) <= sources, row
            for place in row[places].split(",") if places and row[places] else ():
                text, _, path = place.partition("/")
                assert text in instruments, row
                assert text != "uu-1-2015" or path in law, row
    for row in all_tables["institutions"]:
        assert set(filter(None, row["level"].split("|"))) <= set(LEVELS)
        assert not row["parent"] or row["parent"] in bodies
        assert bool(row["en"]) == bool(row["id"])
    assert {row["institution"] for row in all_tables["institution-names"]} == bodies
    for row in all_tables["duties"]:
        assert {row["institution"], row["recipient"]} <= bodies
        assert row["kind"] in CONCEPTS
