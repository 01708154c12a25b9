"""The whole story of a candidacy: every rule on how the pair was put forward and on both members."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw import rules
from electlaw.errors import Invalid
from electlaw.rules.candidacies import candidacy

#: A person to whom nothing stands against.
CLEAN: dict[str, object] = {
    "born": "1980-05-17",
    "citizen": True,
    "devout": True,
    "loyal": True,
    "schooling": "S1",
    "healthy": True,
    "drug_free": True,
    "convictions": [],
    "vote_revoked": False,
    "disgraceful": False,
    "police_record": True,
    "wealth_reported": True,
    "state_debt": False,
    "bankrupt": False,
    "tax_number": True,
    "tax_years": 5,
    "tax_arrears": False,
    "services": [],
    "acting_head": False,
    "posts": [],
    "incumbent": False,
    "papers_true": True,
}
PAIR: dict[str, object] = {
    "region": "Kabupaten Pesisir Selatan",
    "event": "pilkada-2024",
    "registered": "2024-08-29",
    "nomination": {"votes": 23910, "valid_votes": 281285, "electorate": 380000, "pairs_proposed": 1, "shared": False},
    "head": CLEAN | {"name": "Head"},
    "deputy": CLEAN | {"name": "Deputy"},
}


def with_head(**fields: object) -> dict[str, object]:
    """Return the pair with another head."""
    head = PAIR["head"]
    assert isinstance(head, Mapping)
    return PAIR | {"head": dict(head) | fields}


def test_a_clean_pair_passes_every_rule_in_order() -> None:
    report = candidacy(PAIR, on="2024-09-22")
    assert report.outcome == "pass"
    assert not report.needs
    assert [item.rule for item in report] == ["candidacy.pair", "candidacy.route", "candidacy.head", "candidacy.deputy"]
    head = next(item for item in report if item.rule == "candidacy.head")
    numbers = [rules.rule(item.rule).number for item in head.parts]
    assert numbers == sorted(numbers)
    assert len(head.parts) >= 30
    assert {item.outcome for item in head.parts} == {"pass", "not_applicable"}


def test_the_engine_takes_the_case_too() -> None:
    case = rules.case({"case": "candidacy", **PAIR})
    assert rules.validate(case, "2024-09-22").outcome == "pass"
    assert candidacy(PAIR, electlaw.at("2024-09-22")).outcome == "pass"


def test_what_fails_is_told_with_the_person() -> None:
    report = candidacy(with_head(born="1999-09-23"), on="2024-09-22")
    assert report.outcome == "fail"
    head = report["candidacy.head"]
    assert head.fact["failed"] == ["candidate.age"]
    assert "Age" in head.message.en
    assert "Usia" in head.message.id
    assert report["candidacy.deputy"].outcome == "pass"
    assert head.parts[6].field == "head.born"


def test_the_nomination_is_told_too() -> None:
    nomination = {"votes": 23909, "valid_votes": 281285, "electorate": 380000}
    report = candidacy(PAIR | {"nomination": nomination}, on="2024-09-22")
    assert report["candidacy.route"].outcome == "fail"
    assert report["nomination.votes"].fact["limit"] == 23910
    independent = {"supporters": 40000, "electorate": 380000, "districts": 15, "districts_covered": 8}
    pair = {key: value for key, value in PAIR.items() if key != "nomination"} | {"independent": independent}
    assert candidacy(pair, on="2024-09-22")["candidacy.route"].outcome == "pass"
    both = candidacy(PAIR | {"independent": independent}, on="2024-09-22")["candidacy.route"]
    assert (both.outcome, both.needs) == ("undetermined", ("nomination", "independent"))


def test_missing_parts_and_fields_are_named() -> None:
    report = candidacy({"region": "32.06", "event": "pilkada-2024"}, on="2024-09-22")
    assert report.outcome == "undetermined"
    assert set(report.needs) == {"head", "deputy", "nomination", "independent"}
    head = dict(CLEAN)
    del head["born"]
    assert candidacy(PAIR | {"head": head}, on="2024-09-22").needs == ("head.born",)
    # A wrong date is named with the person too.
    wrong = candidacy(with_head(convictions=[{"final": "1970-01-01", "threat": 1}]), on="2024-09-22")
    assert {"head.born", "head.convictions[0].final"} <= set(wrong.needs)


@pytest.mark.parametrize("field", sorted(CLEAN))
def test_no_missing_field_ever_passes(field: str) -> None:
    """Whatever is left out, the report does not pass by silence where a rule asks for it."""
    head = {key: value for key, value in CLEAN.items() if key != field}
    report = candidacy(PAIR | {"head": head}, on="2024-09-22")
    if field == "incumbent":  # the services tell
        assert report.outcome == "pass"
    else:
        assert report.outcome == "undetermined"
        assert any(name.endswith(field) for name in report.needs)


@given(
    st.dictionaries(st.sampled_from(sorted(CLEAN)), st.none(), max_size=8),
    st.sampled_from(
        ["2015-02-01", "2015-04-01", "2015-08-24", "2016-10-24", "2018-02-12", "2020-09-23", "2024-07-15", "2024-09-22"]
    ),
)
def test_leaving_out_never_turns_a_failure_around(left_out: dict[str, None], on: str) -> None:
    """Fewer facts may make a report open; they never make a clean candidate fail, and every day has an answer."""
    head = {key: value for key, value in CLEAN.items() if key not in left_out}
    report = candidacy(PAIR | {"head": head, "determined": on, "event": None, "registered": None}, on=on)
    assert report["candidacy.head"].outcome in ("pass", "undetermined")


def test_tasikmalaya_2024_only_the_head_falls() -> None:
    # MK 132/PHPU.BUP-XXIII/2025: the candidate for regent was struck out, the candidate for deputy stays.
    home = {"office": "bupati", "region": "Kabupaten Tasikmalaya"}
    services = [
        home | {"capacity": "Plt", "start": "2018-09-05", "until": "2018-12-02"},
        home | {"capacity": "successor", "start": "2018-12-03", "inaugurated": "2018-12-03", "until": "2021-03-23"},
        home | {"capacity": "elected", "start": "2021-04-26", "inaugurated": "2021-04-26"},
    ]
    pair = with_head(services=services, incumbent=False) | {"region": "Kabupaten Tasikmalaya"}
    then, now = candidacy(pair, on="2024-09-22"), candidacy(pair, on="2024-09-22", known="2025-02-24")
    assert then["candidacy.head"].outcome == "pass"
    assert now["candidacy.head"].fact["failed"] == ["candidate.terms"]
    assert now["candidacy.deputy"].outcome == "pass"
    assert (
        any("PKPU 8/2024" in line for line in now.explain("en") + now.explain("id")) or now["candidate.terms"].practice
    )


def test_the_same_pair_by_two_laws() -> None:
    case = rules.case({"case": "candidacy", **with_head(born="1999-12-25"), "inauguration": "2025-02-20"})
    compared = rules.compare(case, "2024-08-19", "2024-08-21")
    assert (compared.before["candidate.age"].outcome, compared.after["candidate.age"].outcome) == ("pass", "fail")


def test_until_march_2015_the_head_stood_alone() -> None:
    pair = {
        "region": "32.06",
        "head": CLEAN | {"public_test": True},
        "determined": "2015-02-01",
        "registered": "2015-01-15",
    }
    report = candidacy(pair, on="2015-02-01")
    assert report["candidacy.pair"].outcome == "not_applicable"


def test_a_candidacy_goes_to_json_and_back() -> None:
    case = rules.case({"case": "candidacy", **PAIR})
    data = case.to_json()
    assert rules.case(data) == case
    report = candidacy(PAIR, on="2024-09-22")
    import json

    assert json.loads(json.dumps(report.to_json()))["outcome"] == "pass"


def test_bad_parts_are_refused() -> None:
    for bad in (
        {"head": "Budi"},
        {"head": {"borne": "1980-01-01"}},
        {"deputy": {"born": "1980-13-01"}},
        {"nomination": {"votes": -1}},
        {"region": "Atlantis"},
    ):
        with pytest.raises((Invalid, electlaw.NotFound)):
            rules.case({"case": "candidacy", **PAIR, **bad})
    same = candidacy(PAIR | {"deputy": CLEAN | {"name": "head"}}, on="2024-09-22")
    assert same["candidacy.pair"].outcome == "fail"


def test_every_rule_is_documented_in_both_languages() -> None:
    families = ("eligibility", "convictions", "terms", "resignations", "incumbents", "candidacies")
    found = [item for family in families for item in rules.all(family=family)]
    assert len(found) >= 36
    for item in found:
        assert 600 <= item.number < 660
        for text in (item.title, item.about):
            assert text["en"]
            assert text["id"]
            assert text["en"] != text["id"]


def test_each_field_is_documented() -> None:
    for kind in ("candidate", "candidacy"):
        for field in rules.fields(kind):
            assert field.text["en"]
            assert field.text["id"]
            assert field.unit
