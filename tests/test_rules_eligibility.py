"""Conditions of candidates: age by each rule, schooling, papers, kin, Papua, Aceh; edges and bad input."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw import rules
from electlaw.errors import Invalid
from electlaw.findings import Finding
from electlaw.rules.asking import months_later


def asked(code: str, on: str, known: str | None = None, /, **fields: object) -> Finding:
    """Ask one rule about a candidate by the law of a day."""
    return rules.rule(code)(electlaw.at(on, known), rules.case({"case": "candidate", **fields}))


# -- age ------------------------------------------------------------------------------------------------

CENTRAL_JAVA = {"region": "Jawa Tengah", "event": "pilkada-2024", "running_for": "head"}


@pytest.mark.parametrize(("born", "outcome"), [("1994-09-22", "pass"), ("1994-09-23", "fail"), ("1994-09-21", "pass")])
def test_thirty_on_the_day_of_determination(born: str, outcome: str) -> None:
    # Pasal 7 ayat (2) huruf e; MK 70/PUU-XXII/2024: at the determination of pairs, 22 September 2024.
    finding = asked("candidate.age", "2024-09-22", **CENTRAL_JAVA, born=born)
    assert finding.outcome == outcome
    assert finding.fact["reached"] == months_later(born, 360)


@pytest.mark.parametrize(("region", "limit"), [("Jawa Tengah", 30), ("Kabupaten Sleman", 25), ("Kota Solok", 25)])
def test_twenty_five_for_regents_and_mayors(region: str, limit: int) -> None:
    for running_for in ("head", "deputy"):
        young = asked(
            "candidate.age",
            "2020-09-23",
            region=region,
            event="pilkada-2020",
            running_for=running_for,
            born=f"{2020 - limit}-09-24",
        )
        old = asked(
            "candidate.age",
            "2020-09-23",
            region=region,
            event="pilkada-2020",
            running_for=running_for,
            born=f"{2020 - limit}-09-23",
        )
        assert (young.outcome, old.outcome, old.fact["limit"]) == ("fail", "pass", limit)


def test_aceh_asks_thirty_for_every_office() -> None:
    # UU 11/2006 Pasal 67 ayat (2) huruf e; KIP Aceh kept it in 2024.
    finding = asked("candidate.age", "2024-09-22", region="Kota Sabang", event="pilkada-2024", born="1995-01-01")
    assert (finding.outcome, finding.fact["limit"]) == ("fail", 30)
    assert finding.practice is not None


def test_the_supreme_courts_reading_stands_until_the_constitutional_court_speaks() -> None:
    # Born on 25 December 1994: 29 at the determination of 22 September 2024, 30 at an inauguration of 1 January 2025
    # (KPU on 30 June 2024, viva.co.id 1727985), as MA 23 P/HUM/2024 had it.
    facts = CENTRAL_JAVA | {"born": "1994-12-25", "inauguration": "2025-01-01"}
    before = asked("candidate.age", "2024-05-28", **facts)
    between = asked("candidate.age", "2024-08-19", **facts)
    after = asked("candidate.age", "2024-08-20", **facts)
    assert [item.outcome for item in (before, between, after)] == ["fail", "pass", "fail"]
    assert {outcome for outcome, _ in between.readings} == {"pass", "fail"}
    assert "70/PUU-XXII/2024" in (after.practice or after.message).en
    # What the ruling says was always so, once it is known.
    assert asked("candidate.age", "2024-07-15", "2024-09-01", **facts).outcome == "fail"


def test_before_any_determination_the_day_was_open() -> None:
    facts = {"region": "Kabupaten Sleman", "registered": "2015-07-28", "determined": "2015-08-24"}
    assert asked("candidate.age", "2015-07-28", born="1990-08-01", **facts).outcome == "undetermined"
    assert asked("candidate.age", "2015-07-28", born="1990-07-28", **facts).outcome == "pass"
    assert asked("candidate.age", "2015-07-28", born="1990-08-25", **facts).outcome == "fail"


def test_who_is_old_enough_before_the_day_that_counts_is_so_on_it() -> None:
    # the inauguration and the determination both come after the registration
    known = {"region": "Jawa Tengah", "running_for": "head", "registered": "2024-08-29"}
    for on in ("2024-06-10", "2024-09-22"):  # at inauguration by the Supreme Court, at determination after
        finding = asked("candidate.age", on, **known, born="1994-08-29")
        assert (finding.outcome, finding.fact["measured"]) == ("pass", 30)
        assert asked("candidate.age", on, **known, born="1994-08-30").outcome == "undetermined"
    later = asked("candidate.age", "2024-06-10", **known, event="pilkada-2024", born="1994-09-22")
    assert later.outcome == "pass"
    assert "22 September 2024" in later.message["en"]


def test_age_names_what_is_missing() -> None:
    assert asked("candidate.age", "2024-09-22", region="Jawa Tengah").needs == ("born", "determined")
    assert asked("candidate.age", "2024-07-01", **CENTRAL_JAVA, born="1994-12-25").needs == ("inauguration",)
    assert asked("candidate.age", "2024-09-22", born="1994-01-01", determined="2024-09-22").needs == (
        "region",
        "office",
    )
    # A deputy was no candidate in the law of 2014.
    assert (
        asked("candidate.age", "2015-01-01", region="Jawa Tengah", running_for="deputy", born="1990-01-01").outcome
        == "not_applicable"
    )


@given(st.dates(date(1940, 1, 1), date(2010, 1, 1)))
def test_age_never_falls_back(born: date) -> None:
    """Who is old enough on a day is so on every later day; the birthday is the first."""
    reached = months_later(born.isoformat(), 300)
    law = electlaw.at("2020-09-23")
    for shift, outcome in ((-1, "fail"), (0, "pass"), (1, "pass")):
        day = (date.fromisoformat(reached) + timedelta(days=shift)).isoformat()
        case = rules.case({"case": "candidate", "region": "34.04", "born": born.isoformat(), "determined": day})
        assert rules.rule("candidate.age")(law, case).outcome == outcome


# -- schooling ------------------------------------------------------------------------------------------


def test_upper_secondary_or_equal() -> None:
    facts = {"region": "Kabupaten Pesawaran", "event": "pilkada-2024"}
    assert asked("candidate.education", "2024-09-22", schooling="SMA", **facts).outcome == "pass"
    assert asked("candidate.education", "2024-09-22", schooling="paket c", **facts).outcome == "pass"
    # Aries Sandi Darma Putra (Pesawaran 2024) had not finished upper secondary school: disqualified by MK on
    # 24 February 2025 (bitvonline.com 26291).
    assert asked("candidate.education", "2024-09-22", schooling="SMP", **facts).outcome == "fail"


def test_palopo_a_false_diploma() -> None:
    # Trisal Tahir (Palopo 2024): the Paket C diploma was not genuine; disqualified by MK on 24 February 2025.
    finding = asked(
        "candidate.education", "2024-09-22", region="Kota Palopo", schooling="paket c", diploma_genuine=False
    )
    assert (finding.outcome, finding.field) == ("fail", "diploma_genuine")


def test_papua_asks_a_degree_of_its_governors() -> None:
    # UU 21/2001 Pasal 12 huruf c; KPU Papua checked diplomas by it in 2018 (jpnn.com, 6 February 2018).
    for region, running_for in (("Papua", "head"), ("Papua Barat", "deputy"), ("Papua Selatan", "head")):
        facts = {"region": region, "running_for": running_for, "schooling": "SMA"}
        assert asked("candidate.education", "2024-09-22", **facts).outcome == "fail"
    assert asked("candidate.education", "2024-09-22", region="Kabupaten Merauke", schooling="SMA").outcome == "pass"


# -- conditions simply met or not -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "field", "good"),
    [
        ("candidate.citizen", "citizen", True),
        ("candidate.faith", "devout", True),
        ("candidate.loyalty", "loyal", True),
        ("candidate.health", "healthy", True),
        ("candidate.drugs", "drug_free", True),
        ("candidate.voting_right", "vote_revoked", False),
        ("candidate.wealth", "wealth_reported", True),
        ("candidate.state_debt", "state_debt", False),
        ("candidate.bankruptcy", "bankrupt", False),
        ("candidate.papers", "papers_true", True),
    ],
)
def test_each_condition_is_met_failed_or_asked_for(code: str, field: str, good: bool) -> None:
    assert asked(code, "2020-09-23", region="Provinsi Jambi", **{field: good}).outcome == "pass"
    failed = asked(code, "2020-09-23", region="Provinsi Jambi", **{field: not good})
    assert (failed.outcome, failed.field) == ("fail", field)
    assert asked(code, "2020-09-23", region="Provinsi Jambi").needs == (field,)
    assert failed.message.en
    assert failed.message.id
    assert any("pasal-7" in ground.ref or "pasal-45" in ground.ref for ground in failed.basis)


def test_papua_2024_false_data_in_a_certificate() -> None:
    # Yermias Bisai (Papua, deputy): certificates of the court on an untrue address (MK 304/PHPU.GUB-XXIII/2025). Petrus
    # Omba (Boven Digoel): a certificate of the wrong court (MK 260/PHPU.BUP-XXIII/2025).
    assert asked("candidate.papers", "2024-09-22", region="Papua", papers_true=False).outcome == "fail"


def test_sabu_raijua_a_foreign_citizen() -> None:
    # Orient P. Riwu Kore, citizen of the United States too: disqualified by MK 135/PHP.BUP-XIX/2021.
    assert asked("candidate.citizen", "2020-09-23", region="Kabupaten Sabu Raijua", citizen=False).outcome == "fail"


def test_the_public_test_and_the_drug_test_have_their_time() -> None:
    assert asked("candidate.public_test", "2015-03-17", region="Provinsi Jambi", public_test=False).outcome == "fail"
    assert (
        asked("candidate.public_test", "2015-03-18", region="Provinsi Jambi", public_test=False).outcome
        == "not_applicable"
    )
    assert asked("candidate.drugs", "2016-06-30", region="Provinsi Jambi", drug_free=False).outcome == "not_applicable"
    assert asked("candidate.drugs", "2016-07-01", region="Provinsi Jambi", drug_free=False).outcome == "fail"
    # Aceh has asked it since 2006.
    assert asked("candidate.drugs", "2016-06-30", region="Aceh", drug_free=False).outcome == "fail"


def test_aceh_has_conditions_of_its_own() -> None:
    for code, field in (("candidate.known_in_region", "known_in_region"), ("candidate.reads_quran", "reads_quran")):
        assert asked(code, "2017-01-01", region="Kota Langsa", **{field: False}).outcome == "fail"
        assert asked(code, "2017-01-01", region="Kota Medan", **{field: False}).outcome == "not_applicable"
        assert asked(code, "2017-01-01").needs == ("region",)


def test_conduct_and_its_certificate() -> None:
    facts = {"region": "Provinsi Jambi", "disgraceful": False}
    assert asked("candidate.conduct", "2015-03-17", **facts).outcome == "pass"
    assert asked("candidate.conduct", "2015-03-18", **facts).needs == ("police_record",)
    assert asked("candidate.conduct", "2015-03-18", **facts, police_record=True).outcome == "pass"
    assert asked("candidate.conduct", "2015-03-18", **facts, police_record=False).outcome == "fail"
    # MK 2/PUU-XX/2022: an act punished, served and told to the public no longer bars.
    served = {
        "region": "Provinsi Jambi",
        "disgraceful": True,
        "disclosed": True,
        "registered": "2024-08-28",
        "convictions": [{"threat": 4, "over": "2015-01-01", "final": "2014-01-01"}],
    }
    assert asked("candidate.conduct", "2024-09-22", **served).outcome == "pass"
    assert asked("candidate.conduct", "2020-09-23", **served).outcome == "fail"


def test_tax_of_five_years() -> None:
    facts = {"region": "Provinsi Jambi", "tax_number": True, "tax_arrears": False}
    assert asked("candidate.tax", "2020-09-23", **facts, tax_years=5).outcome == "pass"
    assert asked("candidate.tax", "2020-09-23", **facts, tax_years=4).outcome == "fail"
    assert asked("candidate.tax", "2020-09-23", **facts).needs == ("tax_years",)
    assert asked("candidate.tax", "2020-09-23", region="Provinsi Jambi", tax_arrears=True).outcome == "fail"


# -- acting heads, kin, Papua ---------------------------------------------------------------------------


def test_acting_heads() -> None:
    facts = {"region": "Papua Selatan", "acting_head": True, "registered": "2024-08-29"}
    assert asked("candidate.acting_head", "2024-09-22", **facts).outcome == "fail"
    # Apolo Safanpo left as acting governor before registration and was determined (Papua Selatan 2024).
    left = asked("candidate.acting_head", "2024-09-22", **facts, acting_head_left="2024-08-01")
    assert left.outcome == "pass"
    assert {outcome for outcome, _ in left.readings} == {"pass", "fail"}
    assert left.practice is not None
    assert asked("candidate.acting_head", "2024-09-22", **facts, acting_head_left="2024-08-30").outcome == "fail"
    assert asked("candidate.acting_head", "2024-09-22", region="Provinsi Jambi", acting_head=False).outcome == "pass"


def test_kin_of_the_incumbent_until_mk_33() -> None:
    facts = {"region": "Provinsi Jambi", "incumbent_relative": True}
    assert asked("candidate.relatives", "2015-07-07", **facts, term_between=False).outcome == "fail"
    assert asked("candidate.relatives", "2015-07-07", **facts, term_between=True).outcome == "pass"
    assert asked("candidate.relatives", "2015-07-07", **facts).needs == ("term_between",)
    assert asked("candidate.relatives", "2015-07-08", **facts, term_between=False).outcome == "not_applicable"


def test_indigenous_papuans_for_the_governors_pair_only() -> None:
    for region in ("Papua", "Papua Barat", "Papua Tengah"):
        assert asked("candidate.indigenous", "2024-09-22", region=region, indigenous_papuan=False).outcome == "fail"
        assert asked("candidate.indigenous", "2024-09-22", region=region, indigenous_papuan=True).outcome == "pass"
    for region in ("Kabupaten Merauke", "Maluku"):
        finding = asked("candidate.indigenous", "2024-09-22", region=region, indigenous_papuan=False)
        assert finding.outcome == "not_applicable"


# -- cases that cannot be right -------------------------------------------------------------------------


def test_days_that_contradict_each_other_are_named() -> None:
    finding = asked("candidate.dates", "2024-09-22", born="1990-05-01", convictions=[{"final": "1985-01-01"}])
    assert finding.outcome == "undetermined"
    assert finding.needs == ("born", "convictions[0].final")
    assert "born" in finding.message.en
    assert "convictions[0].final" in finding.message.id
    for fields in (
        {"registered": "2024-09-23", "determined": "2024-09-22"},
        {"services": [{"office": "bupati", "start": "2021-02-26", "until": "2020-02-26"}]},
        {"born": "2024-09-30", "determined": "2024-09-22"},
    ):
        assert asked("candidate.dates", "2024-09-22", **fields).outcome == "undetermined"
    assert asked("candidate.dates", "2024-09-22", born="1990-05-01", determined="2024-09-22").outcome == "pass"


@pytest.mark.parametrize(
    "fields",
    [
        {"born": "1990-02-30"},
        {"borne": "1990-02-03"},
        {"schooling": "doctorate of everything"},
        {"convictions": [{"threat": -1}]},
        {"convictions": [{"thret": 5}]},
        {"convictions": {"threat": 5}},
        {"services": ["bupati"]},
        {"tax_years": -2},
        {"citizen": "perhaps"},
        {"office": "bupati", "region": "Jawa Tengah"},
    ],
)
def test_bad_input_is_refused_with_the_field(fields: dict[str, object]) -> None:
    with pytest.raises(Invalid) as error:
        rules.case({"case": "candidate", **fields})
    assert next(iter(fields)).rstrip("e")[:4] in str(error.value)


def test_the_office_of_a_deputy_says_what_is_run_for() -> None:
    case = rules.case({"case": "candidate", "region": "Jawa Tengah", "office": "wakil gubernur"})
    assert (case.sought, case.running_for) == ("deputy-governor", "deputy")  # type: ignore[attr-defined]


def test_yogyakarta_and_the_mayors_of_jakarta_are_not_elected() -> None:
    for region in ("DI Yogyakarta", "Kota Administrasi Jakarta Pusat"):
        assert asked("candidate.age", "2024-09-22", region=region, born="1990-01-01").outcome == "not_applicable"


def test_a_candidate_goes_to_json_and_back() -> None:
    data = {
        "case": "candidate",
        "region": "Kota Palopo",
        "running_for": "head",
        "born": "1980-01-01",
        "convictions": [],
        "services": [{"office": "wali kota", "region": "Kota Palopo", "start": "2018-09-26"}],
    }
    case = rules.case(data)
    assert rules.case(case.to_json()) == case
    assert case.to_json()["convictions"] == []
