"""Which of two norms prevails: the ladder of UU 12/2011 Pasal 7-8, what the laws write, and what nobody settles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import electlaw
from electlaw import views
from electlaw.cli import main
from electlaw.corpus import builtin
from electlaw.hierarchy import GROUNDS, prevails
from electlaw.refs import Ref

NOW = "2024-09-01"


@pytest.mark.parametrize(
    ("one", "other", "winner"),
    [
        ("UUD 1945", "UU 10/2016", "uud-1945"),  # huruf a above c
        ("UU 23/2014", "PP 12/2022", "uu-23-2014"),  # c above d
        ("PP 12/2022", "Perpres 16/2016", "pp-12-2022"),  # d above e
        ("Perpres 16/2016", "Qanun Aceh 12/2016", "perpres-16-2016"),  # e above f, a qanun counts as perda
        ("Perppu 2/2020", "PP 12/2018", "perppu-2-2020"),
        ("UU 10/2016", "PKPU 8/2024", "uu-10-2016"),  # outside the ladder, reviewed against statutes (Pasal 8, 9)
        ("UU 7/2017", "Permendagri 61/2011", "uu-7-2017"),
    ],
)
def test_the_higher_norm_prevails(one: str, other: str, winner: str) -> None:
    law = electlaw.at("2022-11-21") if "61/2011" in other else electlaw.at(NOW)
    for pair in ((one, other), (other, one)):
        found = law.prevails(*pair)
        assert (found.winner, found.ground, found.settled) == (winner, "superior", True)
        assert any(place.startswith("uu-12-2011/") for reason in found.reasons for place in reason.basis)


def test_a_place_of_a_statute_stands_above_a_regulation() -> None:
    found = electlaw.at(NOW).prevails("Pasal 7 ayat (2) huruf e UU 10/2016", "Pasal 15 PKPU 8/2024")
    assert found.winner == "uu-10-2016/pasal-7/ayat-2/huruf-e"
    assert found.ground == "superior"


@pytest.mark.parametrize(
    ("region", "winner", "ground"), [("11", "uu-11-2006", "special"), ("74", "uu-1-2015", "elsewhere")]
)
def test_the_special_statute_of_a_region(region: str, winner: str, ground: str) -> None:
    """Pasal 199: the Pilkada law applies in Aceh as far as its own statute does not rule otherwise."""
    found = electlaw.at(NOW, region=region).prevails("UU 1/2015", "UU 11/2006")
    assert (found.winner, found.ground, found.settled) == (winner, ground, True)


def test_without_a_region_the_special_statute_prevails_there_alone() -> None:
    found = electlaw.at(NOW).prevails("UU 11/2006", "UU 1/2015")
    assert (found.winner, found.ground) == ("uu-11-2006", "special")
    assert "region_open" in [reason.code for reason in found.reasons]
    assert "uu-1-2015/pasal-199" in found.reasons[0].basis


def test_between_statutes_for_different_matters_the_matter_decides() -> None:
    """Lex specialis: on the Pilkada UU 10/2016 is the special statute, on general elections UU 7/2017 is."""
    law = electlaw.at(NOW)
    found = law.prevails("UU 7/2017", "UU 10/2016")
    assert (found.winner, found.ground, found.settled) == (None, "matter", False)
    assert [reason.code for reason in found.reasons] == ["special_matter", "special_matter", "same_rank", "later"]
    on_pilkada = law.having(event="pilkada-2024").prevails("UU 7/2017", "UU 10/2016")
    assert (on_pilkada.winner, on_pilkada.ground, on_pilkada.settled) == ("uu-10-2016", "special", False)
    assert law.having(kind="pemilu").prevails("UU 7/2017", "UU 10/2016").winner == "uu-7-2017"


def test_the_later_of_two_statutes_is_doctrine() -> None:
    found = electlaw.at(NOW, kind="pilkada").prevails("UU 23/2014", "UU 7/2017")
    assert (found.winner, found.ground, found.settled) == ("uu-7-2017", "later", False)
    assert [reason.code for reason in found.reasons] == ["same_rank", "later"]


def test_a_norm_is_as_old_as_its_content() -> None:
    """Pasal 201 (8) of the annex of 2015 was written in 2016, before UU 7/2017; UU 10/2016 is later than UU 23/2014."""
    found = electlaw.at(NOW, kind="pemilu").prevails("Pasal 201 ayat (8) UU 1/2015", "UU 9/2015")
    assert (found.winner, found.ground) == ("uu-1-2015/pasal-201/ayat-8", "later")


def test_the_later_amendment_of_one_text() -> None:
    found = electlaw.at(NOW).prevails("UU 8/2015", "UU 10/2016")
    assert (found.winner, found.ground, found.settled) == ("uu-10-2016", "later", True)


def test_two_places_of_one_text_are_read_together() -> None:
    found = electlaw.at(NOW).prevails("Pasal 3 ayat (1)", "Pasal 201 ayat (8)")
    assert (found.winner, found.ground) == (None, "unknown")
    assert found.reasons[0].code == "same_text"


def test_one_that_is_no_law_yields() -> None:
    found = electlaw.at(NOW).prevails("UU 22/2014", "Perppu 1/2014")
    assert (found.winner, found.ground) == ("perppu-1-2014", "only_one_in_force")
    assert electlaw.at(NOW).prevails("UU 22/2014", "UU 32/2004").ground == "unknown"


def test_a_ruling_decides_how_a_norm_is_read_and_nothing_else() -> None:
    law = electlaw.at(NOW)
    found = law.prevails("Pasal 40 ayat (1)", "Putusan MK 60/PUU-XXII/2024")
    assert (found.winner, found.ground) == ("mk-60-puu-xxii-2024", "ruling")
    assert law.prevails("UU 23/2014", "Putusan MK 60/PUU-XXII/2024").ground == "unknown"


@pytest.mark.parametrize("statute", ["UU 10/2016", "UU 8/2015", "UU 1/2015"])
def test_a_ruling_binds_the_statute_it_tested_by_whatever_name(statute: str) -> None:
    found = electlaw.at(NOW).prevails("Putusan MK 60/PUU-XXII/2024", statute)
    assert (found.winner, found.ground, found.settled) == ("mk-60-puu-xxii-2024", "ruling", True)


def test_a_ruling_that_changed_nothing_decides_no_reading() -> None:
    """MK 67/PUU-XIX/2021 upheld Pasal 201."""
    assert electlaw.at(NOW).prevails("Putusan MK 67/PUU-XIX/2021", "Pasal 201").winner is None


def test_regulations_outside_the_ladder_have_no_order() -> None:
    """Pasal 8 names their makers and gives no order among them."""
    law = electlaw.at(NOW)
    for pair in (("PKPU 8/2024", "Perbawaslu 2/2020"), ("PP 12/2022", "PKPU 8/2024")):
        found = law.prevails(*pair)
        assert (found.winner, found.ground) == (None, "unknown")
        assert found.reasons[0].code == "no_order"


def test_of_one_maker_the_later_regulation() -> None:
    found = electlaw.at(NOW).prevails("PKPU 2/2024", "PKPU 8/2024")
    assert (found.winner, found.ground) == ("pkpu-8-2024", "later")


def test_a_decision_or_circular_sets_no_regulation_aside() -> None:
    found = electlaw.at("2025-01-10").prevails("Keputusan KPU 1229/2024", "PKPU 8/2024")
    assert (found.winner, found.ground) == ("pkpu-8-2024", "superior")
    assert found.reasons[0].code == "no_regulation"


def test_unknown_instruments_are_refused() -> None:
    with pytest.raises(electlaw.NotFound):
        electlaw.at(NOW).prevails("UU 10/2061", "UU 10/2016")


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_answer_in_words(lang: str) -> None:
    found = electlaw.at(NOW).prevails("UU 10/2016", "PKPU 8/2024")
    for shown in (views.text(found, lang), views.html(found, lang), views.markdown(found, lang)):
        assert "UU 10/2016" in shown
        assert "PKPU 8/2024" in shown
    assert set(found.to_json()) >= {"winner", "ground", "settled", "reasons"}


ids = sorted(item.id for item in builtin().instruments() if item.status != "stub" or item.kind in ("uu", "pp", "pkpu"))
law = electlaw.at(NOW)


@given(st.sampled_from(ids), st.sampled_from(ids))
def test_the_order_of_asking_changes_nothing(one: str, other: str) -> None:
    found, turned = (prevails(law.corpus, Ref(a), Ref(b), law.moment) for a, b in ((one, other), (other, one)))
    assert (found.winner, found.ground, found.settled) == (turned.winner, turned.ground, turned.settled)
    assert found.ground in GROUNDS
    assert found.reasons
    assert (found.winner is None) == (found.ground in ("matter", "unknown"))
    assert all(reason.text.en and reason.text.id for reason in found.reasons)


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--on", NOW, "--known", NOW]
    assert main(["prevails", "PKPU 8/2024", "UU 10/2016", *days]) == 0
    assert "UU 10/2016 prevails (higher norm)" in capsys.readouterr().out
    assert main(["prevails", "UU 1/2015", "UU 11/2006", "--region", "Aceh", *days, "--lang", "id"]) == 0
    assert "UU 11/2006 unggul (lex specialis)" in capsys.readouterr().out
    assert main(["prevails", "UU 1/2015", "UU 11/2060", *days]) == 2


@pytest.mark.parametrize(
    ("statute", "perppu"),
    [("UU 1/2015", "Perppu 1/2014"), ("UU 6/2020", "Perppu 2/2020"), ("UU 7/2023", "Perppu 1/2022")],
)
def test_a_perppu_made_a_statute_is_one_text_with_it(statute: str, perppu: str) -> None:
    found = electlaw.at(NOW).prevails(perppu, statute)
    assert (found.ground, found.settled) == ("later", True)
    assert [reason.code for reason in found.reasons] == ["ratifies"]
