"""The worked bill on separate local elections: hypothetical, folded over the law, compared with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import electlaw
from electlaw.cli import main
from electlaw.integrity import check

BILL = str(Path(__file__).parent.parent / "examples" / "bill-135" / "bill.toml")
RULING = "mk-135-puu-xxii-2024"


@pytest.fixture(scope="module")
def law() -> electlaw.Law:
    return electlaw.at("2027-06-01", known=electlaw.DATA_AS_OF)


@pytest.fixture(scope="module")
def changed(law: electlaw.Law) -> electlaw.Law:
    return law.with_instrument(BILL)


def test_the_bill_says_that_it_is_hypothetical(changed: electlaw.Law) -> None:
    found = changed.instrument("uu-999-2027")
    assert "hipotetis" in found.title
    assert found.state == "in_force"
    assert found.projected


def test_the_places_it_changes(law: electlaw.Law, changed: electlaw.Law) -> None:
    places = {change.target for change in law.diff(changed).changes if change.kind == "provision"}
    assert places == {
        "uu-1-2015/pasal-3/ayat-1",
        "uu-1-2015/pasal-201b",
        "uu-1-2015/pasal-201b/ayat-1",
        "uu-1-2015/pasal-201b/ayat-2",
        "uu-7-2017/pasal-167/ayat-3",
        "uu-7-2017/pasal-347/ayat-1",
    }
    assert set(law.diff(changed).by_instrument()) == {"uu-999-2027"}


@pytest.mark.parametrize("ref", ["Pasal 3 ayat (1)", "Pasal 167 ayat (3) UU 7/2017", "Pasal 347 ayat (1) UU 7/2017"])
def test_the_reading_of_the_court_falls_with_the_text_it_was_given_on(
    law: electlaw.Law, changed: electlaw.Law, ref: str
) -> None:
    before = law.having(cycle=2031).provision(ref)
    after = changed.having(cycle=2031).provision(ref)
    assert RULING in before.construed_by
    assert RULING not in after.construed_by
    assert after.content_since == "uu-999-2027"
    assert RULING in {act.by for act in after.history()}


def test_before_2029_the_ruling_reaches_nothing(law: electlaw.Law) -> None:
    found = law.having(event="pilkada-2024").provision("Pasal 3 ayat (1)")
    assert RULING not in found.construed_by


def test_the_choice_it_makes_within_the_ruling(law: electlaw.Law, changed: electlaw.Law) -> None:
    """The ruling: two years to two years and six months."""
    keys = ("schedule.local_vote_gap_min", "schedule.local_vote_gap_max")
    gaps = [tuple(one.parameter(key, cycle=2031).stated for key in keys) for one in (law, changed)]
    assert gaps == [("24", "30"), ("24", "27")]


def test_it_is_law_only_from_its_day() -> None:
    early = electlaw.at("2027-01-03", known=electlaw.DATA_AS_OF)
    assert early.with_instrument(BILL).provision("Pasal 201B").state == "not_yet"
    assert early.provision("Pasal 201B").state == "not_found"


def test_the_bill_keeps_the_format() -> None:
    assert check(str(Path(BILL).parent)) == []


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["diff", "2027-06-01", "2027-06-01", "--known", electlaw.DATA_AS_OF, "--with", BILL]
    assert main([*arguments, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["by_instrument"]) == {"uu-999-2027"}
    assert main([*arguments, "--lang", "id"]) == 0
    assert "Pasal 201B ayat (2) UU 1/2015: tidak ada → berlaku" in capsys.readouterr().out
    assert main(["diff", "2027-06-01", "2027-06-01", "--with", "no-such.toml"]) == 2
    assert "no such file" in capsys.readouterr().err
