"""What the law was on a day: answers that the statutes and rulings themselves give.

Sources: UU 1/2015, UU 8/2015 and UU 10/2016 in full text; rulings of the Constitutional Court named in each case.
"""

from fractions import Fraction

import pytest

import electlaw

LAST_KNOWN = "2026-01-01"


@pytest.mark.parametrize(
    ("ref", "on", "state"),
    [
        ("Pasal 54D", "2016-06-30", "not_yet"),
        ("Pasal 54D", "2016-07-01", "in_force"),
        ("Pasal 33A", "2020-01-01", "not_found"),  # often misquoted, never inserted
        ("Pasal 9A", "2020-01-01", "not_found"),  # the press means Pasal 9 huruf a
        ("Pasal 153A", "2020-01-01", "not_found"),
        ("Pasal 4", "2015-03-17", "in_force"),
        ("Pasal 4", "2015-03-18", "repealed"),
        ("Pasal 122A", "2020-05-03", "not_yet"),
        ("Pasal 122A", "2020-05-04", "in_force"),
        ("Pasal 201A UU 6/2020", "2020-12-09", "in_force"),
        ("Pasal 192", "2015-03-17", "in_force"),
        ("Pasal 192", "2015-03-18", "repealed"),
        ("Pasal 196", "2016-07-01", "repealed"),
        ("Pasal 40 ayat (3)", "2024-08-19", "in_force"),
        ("Pasal 40 ayat (3)", "2024-08-20", "struck"),  # 60/PUU-XXII/2024, pronounced that day
        ("Pasal 7 huruf r", "2015-07-07", "in_force"),
        ("Pasal 7 huruf r", "2015-07-08", "struck"),  # 33/PUU-XIII/2015
        ("Pasal 7 huruf g", "2016-07-01", "repealed"),
        ("Pasal 59 ayat (2)", "2016-07-01", "repealed"),  # Pasal 59 lost its ayat in 2016
        ("Pasal 7 ayat (2)", "2016-06-30", "not_yet"),
    ],
)
def test_state(ref: str, on: str, state: str) -> None:
    assert electlaw.at(on).provision(ref).state == state


def test_the_threshold_is_read_anew_from_the_day_of_the_ruling() -> None:
    before = electlaw.at("2024-08-19").provision("Pasal 40 ayat (1) UU 10/2016")
    after = electlaw.at("2024-08-20").provision("Pasal 40 ayat (1) UU 10/2016")
    assert before.construed_by == ()
    assert after.construed_by == ("mk-60-puu-xxii-2024",)
    assert (after.version, after.place) == ("uu-10-2016", "uu-1-2015/pasal-40/ayat-1")
    assert [act.op for act in after.holdings] == ["read_as"]


def test_what_a_later_holding_declares_was_not_known_before() -> None:
    ref, on = "Pasal 7 ayat (2) huruf n", "2024-09-22"
    then = electlaw.at(on).provision(ref).construed_by
    now = electlaw.at(on, known=LAST_KNOWN).provision(ref).construed_by
    assert {"mk-67-puu-xviii-2020", "mk-2-puu-xxi-2023"} <= set(then)
    assert "mk-129-puu-xxii-2024" not in then
    assert "mk-129-puu-xxii-2024" in now
    assert electlaw.at(on).provision(ref).content_since == "uu-10-2016"


def test_readings_live_while_the_content_they_hit_stands() -> None:
    assert "mk-42-puu-xiii-2015" in electlaw.at("2015-07-09").provision("Pasal 7 huruf g").construed_by
    moved = electlaw.at("2016-07-01").provision("Pasal 7 huruf g")
    assert moved.moved_to == "uu-1-2015/pasal-7/ayat-2/huruf-g"
    assert "mk-42-puu-xiii-2015" not in electlaw.at("2016-07-01").provision(moved.moved_to).construed_by
    chain = electlaw.at("2020-01-01").provision("Pasal 7 ayat (2) huruf g").construed_by
    assert chain.index("mk-71-puu-xiv-2016") < chain.index("mk-56-puu-xvii-2019")


def test_a_ruling_for_later_elections_waits_for_them() -> None:
    ref = "Pasal 54C ayat (2)"
    open_question = electlaw.at("2025-01-01").provision(ref)
    assert [act.by for act in open_question.doubts] == ["mk-126-puu-xxii-2024"]
    assert "cycle" in open_question.needs
    assert electlaw.at("2025-01-01", event="pilkada-2024").provision(ref).construed_by == ()
    assert electlaw.at("2025-01-01", event="pilkada-2029").provision(ref).construed_by == ("mk-126-puu-xxii-2024",)


def test_a_statute_revoked_on_the_day_it_was_promulgated() -> None:
    law = electlaw.at("2014-10-02")
    assert law.instrument("UU 22/2014").state == "repealed"
    assert law.instrument("UU 22/2014").repealed_by == "perppu-1-2014"
    assert law.instrument("Perppu 1/2014").state == "in_force"


def test_conditional_commencement() -> None:
    law = electlaw.at("2026-01-01")
    assert law.instrument("UU 2/2024").state == "not_yet"
    assert law.instrument("UU 2/2024").waits_for == "keppres-pemindahan-ibu-kota"
    assert law.instrument("UU 29/2007").state == "in_force"


def test_a_court_revives_what_a_statute_repealed() -> None:
    """UU 7/2017 Pasal 571 huruf d repealed Pasal 57 of UU 11/2006; ruling 66/PUU-XV/2017 struck that clause."""
    states = [
        electlaw.at(on).provision("Pasal 57 UU 11/2006").state for on in ("2017-01-01", "2017-09-01", "2018-02-01")
    ]
    assert states == ["in_force", "repealed", "in_force"]


def test_ratification_changes_no_text() -> None:
    for ref in ("Pasal 3 ayat (1)", "Pasal 107 ayat (1)"):
        before, after = (electlaw.at(on).provision(ref) for on in ("2015-02-01", "2015-02-02"))
        assert (
            (before.state, before.content_since) == (after.state, after.content_since) == ("in_force", "perppu-1-2014")
        )


def test_restated_but_unchanged() -> None:
    found = electlaw.at("2020-01-01").provision("Pasal 40 ayat (3)")
    assert (found.version, found.content_since) == ("uu-10-2016", "perppu-1-2014")


def test_cited_through_a_law_that_did_not_contain_it() -> None:
    law = electlaw.at("2020-01-01")
    assert not law.provision("Pasal 54D UU 8/2015").cited_contains
    assert law.provision("Pasal 54D UU 10/2016").cited_contains
    assert law.provision("Pasal 3 Perppu 1/2014").cited_contains


def test_the_chain_of_amendments_as_known() -> None:
    assert electlaw.at("2022-11-21").instrument("UU 1/2015").amended_by == (
        "uu-8-2015",
        "uu-10-2016",
        "perppu-2-2020",
        "uu-6-2020",
    )
    assert electlaw.at("2020-05-05").instrument("UU 1/2015").amended_by[-1] == "perppu-2-2020"
    assert electlaw.at("2016-01-01").instrument("UU 1/2015").amended_by == ("uu-8-2015",)


def test_an_explanation_changes_alone() -> None:
    """UU 10/2016 item 6 replaces only the explanation of Pasal 20 huruf c."""
    article = electlaw.at("2016-07-01").provision("Pasal 20 huruf c")
    explanation = electlaw.at("2016-07-01").provision("Penjelasan Pasal 20 huruf c")
    assert article.content_since != "uu-10-2016"
    assert explanation.content_since == "uu-10-2016"


@pytest.mark.parametrize(
    ("region", "on", "share"),
    [
        ("74", "2024-08-19", Fraction(25, 100)),
        ("74", "2024-08-20", Fraction(10, 100)),
        ("11", "2024-08-19", Fraction(15, 100)),
        ("11", "2024-08-21", Fraction(15, 100)),
    ],
)
def test_vote_share_for_a_governor_of_a_small_province(region: str, on: str, share: Fraction) -> None:
    found = electlaw.at(on).parameter("nomination.vote_share", office="governor", region=region, electorate=1_800_000)
    assert (found.state, found.value) == ("set", share)


@pytest.mark.parametrize(
    ("office", "electorate", "share"),
    [
        ("governor", 2_000_000, "10"),
        ("governor", 2_000_001, "8.5"),
        ("governor", 6_000_000, "8.5"),
        ("governor", 6_000_001, "7.5"),
        ("governor", 12_000_000, "7.5"),
        ("governor", 12_000_001, "6.5"),
        ("regent", 250_000, "10"),
        ("mayor", 250_001, "8.5"),
        ("regent", 500_001, "7.5"),
        ("mayor", 1_000_000, "7.5"),
        ("regent", 1_000_001, "6.5"),
    ],
)
def test_brackets_of_ruling_60_of_2024(office: str, electorate: int, share: str) -> None:
    """The amar of 60/PUU-XXII/2024: "sampai dengan" puts the upper edge into the lower bracket."""
    law = electlaw.at("2024-08-20", region="74")
    assert law.parameter("nomination.vote_share", office=office, electorate=electorate).stated == share


def test_what_is_missing_is_named() -> None:
    found = electlaw.at("2024-08-21").parameter("nomination.vote_share")
    assert found.state == "unknown"
    assert {"office", "electorate", "region"} <= set(found.needs)


def test_without_a_region_the_general_rule_answers_and_the_derogations_are_doubts() -> None:
    found = electlaw.at("2024-08-20").parameter("nomination.vote_share", office="governor", electorate=1_800_000)
    assert (found.state, found.stated) == ("set", "10")
    assert all("region=11" in str(act.scope) for act in found.doubts)


def test_the_seat_share_ended_with_the_ruling() -> None:
    law = electlaw.at("2024-08-19", region="74")
    assert law.parameter("nomination.seat_share", office="governor").value == Fraction(1, 5)
    law = electlaw.at("2024-08-20", region="74")
    assert law.parameter("nomination.seat_share", office="governor").state == "unset"


def test_difference_made_by_ruling_60_of_2024() -> None:
    changes = electlaw.at("2024-08-19").diff(electlaw.at("2024-08-21")).by_instrument()
    places = {change.target for change in changes["mk-60-puu-xxii-2024"] if change.kind == "provision"}
    # ayat (1) read otherwise and ayat (3) struck by its dictum; ayat (2) must follow by paragraph 3.14
    assert places == {f"uu-1-2015/pasal-40/ayat-{number}" for number in (1, 2, 3)}


def test_answers_past_the_cut_off_are_marked() -> None:
    assert not electlaw.at(electlaw.DATA_AS_OF).provision("Pasal 54D").projected
    assert electlaw.at("2029-01-01").provision("Pasal 54D").projected
    assert electlaw.at("2024-01-01", known="2029-01-01").provision("Pasal 54D").projected


def test_before_the_log_begins() -> None:
    with pytest.raises(electlaw.OutOfCoverage, match="2004-10-14"):
        electlaw.at("2004-10-14")


@pytest.mark.parametrize("value", ["2024-13-01", "21 November 2022", "", "2024-1-1", None, 20241127])
def test_what_is_no_day(value: object) -> None:
    with pytest.raises(electlaw.Invalid, match="not a day"):
        electlaw.at(value)  # type: ignore[arg-type]


def test_unknown_instruments_and_parameters_name_the_nearest() -> None:
    law = electlaw.at("2022-11-21")
    with pytest.raises(electlaw.NotFound) as error:
        law.instrument("UU 10/2061")
    assert "uu-10-2016" in error.value.choices
    with pytest.raises(electlaw.NotFound) as error:
        law.parameter("nomination.vote_shar")
    assert "nomination.vote_share" in error.value.choices
    with pytest.raises(electlaw.Invalid, match="whole instrument"):
        law.provision("UU 10/2016")


def test_a_cross_reference_goes_stale_when_its_target_moves() -> None:
    """Pasal 62 (1) still cites 58 (6) for the final voter list, which moved to (7) in 2015 and to (8) in 2016."""
    stale = [electlaw.at(on).provision("Pasal 62 ayat (1)").refers for on in ("2015-01-01", "2015-06-01", "2017-01-01")]
    assert "pasal-58/ayat-6" in stale[0]
    assert "pasal-58/ayat-6>pasal-58/ayat-7" in stale[1]
    assert "pasal-58/ayat-6>pasal-58/ayat-8" in stale[2]


def test_what_was_held_of_a_predecessor_carries_over() -> None:
    """22/PUU-VII/2009 on UU 32/2004 Pasal 58 huruf o: half a term or more counts as one."""
    assert "mk-22-puu-vii-2009" in electlaw.at("2017-01-01").provision("Pasal 7 ayat (2) huruf n").construed_by


def test_a_difference_shows_the_value_that_stood_in_each_bracket_before() -> None:
    """25 percent for everyone until 60/PUU-XXII/2024; 10 to 6.5 percent by bracket since."""
    before, after = electlaw.at("2024-08-19"), electlaw.at("2024-08-20")
    changes = {
        c.target: c for c in before.diff(after).changes if c.target.startswith("nomination.vote_share [office=governor")
    }
    assert len(changes) == 4
    for change in changes.values():
        assert change.before is not None
        assert change.after is not None
        assert [act.value for act in change.before[1]] == ["25"]
    assert {act.value for c in changes.values() for act in c.after[1]} == {"10", "8.5", "7.5", "6.5"}


def test_a_pasal_tells_of_rulings_on_its_ayat() -> None:
    parts = electlaw.at("2025-01-10").provision("Pasal 40").parts
    assert ("uu-1-2015/pasal-40/ayat-3", "struck") in {(str(place), act.op) for place, act in parts}
    assert electlaw.at("2024-08-19").provision("Pasal 40").parts == ()


def test_nothing_of_a_place_shows_before_it_was_known() -> None:
    ahead = electlaw.at("2016-06-30").provision("Pasal 54D")
    assert not ahead.heading
    assert ahead.verified is None
    early = electlaw.at("2015-02-05").instrument("UU 1/2015")
    assert {act.by for act in early.history()} <= {
        "uu-1-2015",
        "perppu-1-2014",
        "uu-11-2006",
        "uu-13-2012",
        "uu-21-2001",
        "uu-29-2007",
    }


@pytest.mark.parametrize(
    ("subject", "reason"),
    [
        ({"event": "pilkada-9999"}, "no election event"),
        ({"office": "president"}, "no office"),
        ({"electorate": -5}, "whole number"),
        ({"electorate": "1.800.000"}, "whole number"),
        ({"electorate": 1.5}, "whole number"),
        ({"region": "Atlantis"}, "no region"),
        ({"regoin": "74"}, "region"),
        ({"event": "pilkada-2042"}, "nearest: pilkada-2029"),
        ({"party": "x"}, "nearest: local, mixed, national"),
        ({"forum": "zzz"}, "nearest: mk"),
        ({"donor": "individual"}, "nearest: legal-entity, nominating-party, other-party, pair, person"),
        ({"category": "X"}, "nearest: I, II, III"),
        ({"offence": "pasal-999"}, "nearest: pasal-19"),
        ({"kind": 5}, "no text"),
        ({"office": "governor", "region": "Kota Kendari"}, "headed by a mayor"),
        ({"office": "bupati", "region": "Kota Kendari"}, "nearest: mayor, deputy-mayor"),
    ],
)
def test_subjects_that_cannot_be(subject: dict[str, object], reason: str) -> None:
    with pytest.raises(electlaw.ElectlawError, match=reason):
        electlaw.at("2024-08-21", **subject)  # type: ignore[arg-type]
    with pytest.raises(electlaw.ElectlawError, match=reason):
        electlaw.at("2024-08-21").parameter("nomination.vote_share", **subject)  # type: ignore[arg-type]


def test_subjects_as_people_name_them() -> None:
    law = electlaw.at("2024-08-21", region="Sultra")
    assert law.parameter("nomination.vote_share", office="Gubernur", electorate=1_800_000).stated == "10"
    assert law.having(region="Kota Kendari").parameter("nomination.vote_share", office="wali kota",
                                                       electorate="300000").stated == "8.5"  # fmt: skip
    assert law.parameter("campaign.donation_max", donor="Legal_Entity").stated == "750000000"


def test_a_subject_no_act_names_lets_the_law_set_nothing() -> None:
    """No statute limits what a pair gives to its own campaign (UU 1/2015 Pasal 74): nothing is awaited either."""
    assert electlaw.at("2024-09-01").parameter("campaign.donation_max", donor="pair").state == "unset"


def test_elections_the_law_lets_come_may_be_asked_about() -> None:
    """The local vote of 2031 (ruling 135/PUU-XXII/2024) and the national one of 2029 have no row of their own."""
    for event in ("pemilu-2029", "pilkada-2031"):
        assert electlaw.at("2026-01-01", event=event).moment.subject["event"] == event


@pytest.mark.parametrize("ref", ["Pasal 65 ayat (2) UU 23/2014", "Pasal 13 UU 13/2012"])
def test_a_place_that_was_not_read_says_so(ref: str) -> None:
    """Of these laws only some articles are in the log; the rest may say anything."""
    found = electlaw.at("2024-08-21").provision(ref)
    assert (found.state, found.unread) == ("unknown", True)
    assert found.nearest
    assert all(electlaw.at("2024-08-21").provision(near).basis for near in found.nearest)
    assert not electlaw.at("2024-08-21").provision("Pasal 40 ayat (1)").unread


@pytest.mark.parametrize("ref", [None, 5, ["Pasal 7"], b"Pasal 7"])
def test_what_is_no_reference(ref: object) -> None:
    with pytest.raises(electlaw.Invalid, match="no reference"):
        electlaw.at("2024-08-21").provision(ref)  # type: ignore[arg-type]


def test_the_annex_is_the_text() -> None:
    """The Pilkada law is the annex of UU 1/2015."""
    law = electlaw.at("2024-08-20")
    assert law.provision("Lampiran UU 1/2015").state == "in_force"
    assert law.provision("Lampiran Pasal 40 ayat (1) UU 1/2015").place == "uu-1-2015/pasal-40/ayat-1"


def test_answers_pickle_without_the_log() -> None:
    import pickle

    for answer in (electlaw.at("2024-08-20").provision("Pasal 40"), electlaw.at("2024-08-20").instrument("UU 10/2016")):
        packed = pickle.dumps(answer)
        assert len(packed) < 20_000
        assert pickle.loads(packed) == answer


def test_what_is_no_key() -> None:
    with pytest.raises(electlaw.Invalid, match="no key"):
        electlaw.at("2024-08-21").parameter(None)  # type: ignore[arg-type]
