"""Properties of the numeric rules: more is never worse, edges move the answer once, tables agree with single cases."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import electlaw
from electlaw import rules
from electlaw.errors import Invalid
from electlaw.rules.cases import KINDS

DAYS = ("2015-01-05", "2015-12-16", "2016-09-21", "2018-01-08", "2020-09-04", "2024-08-19", "2024-08-27", "2025-02-04")
REGIONS = ("11", "11.71", "31", "33", "34.02", "91", "74.71")
LAWS = {day: electlaw.at(day) for day in DAYS}
VOTES = rules.rule("nomination.votes")
SUPPORT = rules.rule("independent.support")
MARGIN = rules.rule("dispute.margin")
SINGLE = rules.rule("single_pair.win")

counts = st.integers(1, 20_000_000)
some = settings(max_examples=150, deadline=None)


@some
@given(st.sampled_from(DAYS), st.sampled_from(REGIONS), counts, counts, st.data())
def test_more_votes_never_turn_pass_into_fail(day: str, region: str, valid: int, electorate: int, data: Any) -> None:
    valid = min(valid, electorate)
    votes = data.draw(st.integers(0, valid - 1))
    kind = "national"
    made = [
        rules.NominationCase(region=region, votes=n, valid_votes=valid, electorate=electorate, party_kind=kind)
        for n in (votes, votes + 1)
    ]
    fewer, more = (VOTES(LAWS[day], case).outcome for case in made)
    assert not (fewer == "pass" and more == "fail")


@some
@given(st.sampled_from(DAYS), st.sampled_from(REGIONS), counts, counts)
def test_the_limit_is_the_least_number_the_share_allows(day: str, region: str, valid: int, electorate: int) -> None:
    valid = min(valid, electorate)
    case = rules.NominationCase(region=region, votes=0, valid_votes=valid, electorate=electorate, party_kind="national")
    fact = VOTES(LAWS[day], case).fact
    if "share" not in fact:  # Aceh in 2016: the day of Qanun 12/2016 is known to the year only
        assert (region[:2], day) == ("11", "2016-09-21")
        return
    share, limit = Fraction(str(fact["share"])) / 100, fact["limit"]
    assert isinstance(limit, int)
    assert limit >= share * valid > limit - 1


@some
@given(st.sampled_from(DAYS), st.sampled_from(REGIONS), counts, counts, st.integers(0, 2_000_000))
def test_more_supporters_never_turn_pass_into_fail(
    day: str, region: str, population: int, electorate: int, supporters: int
) -> None:
    supporters = min(supporters, population - 1, electorate - 1)  # nobody has more supporters than there are people
    made = [
        rules.IndependentCase(region=region, event="pilkada-2017", population=population, electorate=electorate,
                              supporters=max(n, 0))
        for n in (supporters, supporters + 1)
    ]  # fmt: skip
    fewer, more = (SUPPORT(LAWS[day], case).outcome for case in made)
    assert not (fewer == "pass" and more == "fail")


@some
@given(st.sampled_from(DAYS), st.sampled_from(REGIONS), counts, counts, st.data())
def test_a_smaller_difference_never_closes_the_way_to_the_court(
    day: str, region: str, population: int, valid: int, data: Any
) -> None:
    winner = data.draw(st.integers((valid + 1) // 2, valid))
    petitioner = data.draw(st.integers(0, min(winner, valid - winner)))
    if petitioner + 1 > min(winner, valid - winner):
        return
    made = [
        rules.DisputeCase(region=region, population=population, valid_votes=valid, winner_votes=winner,
                          petitioner_votes=n)
        for n in (petitioner, petitioner + 1)
    ]  # fmt: skip
    wider, closer = (MARGIN(LAWS[day], case).outcome for case in made)
    assert not (wider == "pass" and closer == "fail")


@some
@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_the_single_pair_wins_exactly_where_it_has_more_than_the_column(pair: int, empty: int) -> None:
    if pair + empty == 0:
        return
    case = rules.ResultCase(region="33", pair_votes=pair, empty_votes=empty)
    assert (SINGLE(LAWS["2018-01-08"], case).outcome == "pass") == (pair > empty)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        # MK 60/PUU-XXII/2024; UU 8/2015; UU 10/2016; MK 100/PUU-XIII/2015; MK 126/PUU-XXII/2024
        ("nomination.threshold", "2024-08-20"),
        ("independent.support", "2015-03-18"),
        ("dispute.margin", "2016-07-01"),
        ("single_pair.win", "2015-09-29"),
    ],
)
def test_the_answer_turns_on_the_day_of_the_instrument(key: str, day: str) -> None:
    cases: dict[str, rules.Case] = {
        "nomination.threshold": rules.NominationCase(region="33.01", votes=20, seats=0, valid_votes=200, dprd_seats=50,
                                                     electorate=300),
        "independent.support": rules.IndependentCase(region="33.01", event="pilkada-2015", population=1000,
                                                     supporters=70),
        "dispute.margin": rules.DisputeCase(region="33.01", population=200_000, valid_votes=10_000, winner_votes=4_000,
                                            petitioner_votes=3_850),
        "single_pair.win": rules.ResultCase(region="33.01", pair_votes=3, empty_votes=1),
    }  # fmt: skip
    from datetime import date, timedelta

    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    before, after = (rules.validate(cases[key], on=on, rules=key)[key].outcome for on in (eve, day))
    assert before != after


# -- tables ---------------------------------------------------------------------------------------------

CELLS = st.one_of(st.none(), st.integers(-2, 3_000_000), st.sampled_from((250_000, 250_001, 500_000, 2_000_001)))
PLACES = st.sampled_from((None, "11", "33", "33.01", "34", "91", "Kota Kendari"))
FIELDS = {
    "nomination.votes": ("votes", "valid_votes", "electorate"),
    "nomination.seats": ("seats", "dprd_seats", "appointed_seats"),
    "nomination.threshold": ("votes", "valid_votes", "electorate", "seats", "dprd_seats", "appointed_seats"),
    "independent.support": ("supporters", "population", "electorate"),
    "independent.spread": ("districts_covered", "districts"),
    "single_pair.win": ("pair_votes", "valid_votes"),
    "dispute.margin": ("winner_votes", "petitioner_votes", "valid_votes", "population"),
}


def alone(code: str, day: str, row: dict[str, object]) -> tuple[str, object]:
    """What the single form says of a row: its outcome, and its limit where it has one."""
    asked = rules.rule(code)
    try:
        found = asked(LAWS[day], asked.case(**{k: v for k, v in row.items() if v is not None}))
    except Invalid:
        return "undetermined", None
    return found.outcome, found.fact.get("limit")


def rows_of(code: str) -> Any:
    names = FIELDS[code]
    return st.lists(st.fixed_dictionaries({"region": PLACES, **dict.fromkeys(names, CELLS)}), min_size=1, max_size=12)


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("code", FIELDS)
def test_a_table_says_what_the_single_case_says(code: str, library: str) -> None:
    pytest.importorskip("narwhals")
    pytest.importorskip("numpy")
    frames = pytest.importorskip(library)

    def table(rows: list[dict[str, object]]) -> Any:
        columns = {name: [row[name] for row in rows] for name in rows[0]}
        if library == "pandas":
            return frames.DataFrame(columns)
        schema = {name: name != "region" for name in columns}
        if library == "polars":
            return frames.DataFrame(
                columns, schema={n: frames.Int64 if i else frames.String for n, i in schema.items()}
            )
        types = {n: frames.int64() if i else frames.string() for n, i in schema.items()}
        return frames.table(columns, schema=frames.schema(types))

    @settings(max_examples=40, deadline=None)
    @given(st.sampled_from(DAYS), rows_of(code))
    def holds(day: str, rows: list[dict[str, object]]) -> None:
        made = rules.apply(table(rows), code, on=day)
        ends = [str(item) for item in made["outcome"].to_pylist()] if library == "pyarrow" else list(made["outcome"])
        singles = [alone(code, day, row) for row in rows]
        assert ends == [end for end, _ in singles]
        limits = made["limit"].to_pylist() if library == "pyarrow" else None
        if library == "polars" and code != "nomination.threshold":
            limits = made["limit"].to_list()
        for found, (end, limit) in zip(limits or [], singles, strict=False):
            if end in ("pass", "fail"):
                assert found == limit

    if library == "pyarrow" and code == "nomination.threshold":
        pytest.skip("has no limit")
    holds()


def test_tables_refuse_what_they_cannot_read() -> None:
    pd = pytest.importorskip("pandas")
    pytest.importorskip("narwhals")
    good = pd.DataFrame({"votes": [1], "valid_votes": [10], "electorate": [20]})
    with pytest.raises(Invalid, match="no numeric form"):
        rules.apply(good, "candidate.age", on=DAYS[0])
    with pytest.raises(Invalid, match="a column for each pair"):
        rules.apply(good, "winner.elected", on=DAYS[0])
    with pytest.raises(Invalid, match="no column 'votes_9'"):
        rules.apply(good, "winner.elected", on=DAYS[0], columns={"votes": ["votes", "votes_9"]})
    with pytest.raises(Invalid, match="no numbers"):
        rules.apply(good.assign(votes=["one"]), "nomination.votes", on=DAYS[0], region="33")
    with pytest.raises(Invalid, match="no field 'vote'"):
        rules.apply(good, "nomination.votes", on=DAYS[0], vote=3)
    with pytest.raises(Invalid, match="no column"):
        rules.apply(good, "nomination.votes", on=DAYS[0], columns={"votes": "suara"})
    with pytest.raises(Invalid, match="no column that nomination"):
        rules.apply(pd.DataFrame({"a": [1]}), "nomination.votes", on=DAYS[0], region="33")
    limits = rules.apply(good.drop(columns="votes"), "nomination.votes", on="2024-08-27", region="33.01")
    assert (list(limits["outcome"]), list(limits["limit"])) == (["undetermined"], [1])
    with pytest.raises(Invalid, match="prefix"):
        rules.apply(good.assign(outcome="x"), "nomination.votes", on=DAYS[0], region="33")
    with pytest.raises(Invalid, match="a table"):
        rules.apply([1], "nomination.votes", on=DAYS[0])
    odd = pd.DataFrame({"votes": [float("nan"), 2.5, -1.0, float("inf"), 3.0], "valid_votes": 30, "electorate": 40})
    found = rules.apply(odd, "nomination.votes", on="2024-08-27", region="33.01", prefix="n_")
    assert list(found["n_outcome"]) == ["undetermined"] * 4 + ["pass"]
    renamed = rules.apply(odd.rename(columns={"votes": "suara"}), "nomination.votes", on="2024-08-27", region="33.01",
                          columns={"votes": "suara"})  # fmt: skip
    assert list(renamed["outcome"]) == list(found["n_outcome"])


# -- any input ------------------------------------------------------------------------------------------

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | st.dates().map(str)
    | st.sampled_from(("11", "33", "Bantul", "2024-12-03 22:37 WIB", "death", "pair", "UU 10/2016", "Pasal 158")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(KINDS)), st.sampled_from(DAYS), st.data())
def test_any_input_is_judged_or_refused_with_a_reason(kind: str, day: str, data: Any) -> None:
    names = [item.name for item in rules.fields(kind)]
    given_fields = data.draw(st.dictionaries(st.sampled_from(names), ANYTHING, max_size=5))
    refused = report = None
    try:
        report = rules.validate({"case": kind, **given_fields}, on=day)
    except electlaw.ElectlawError as error:
        refused = error
    if report is None:
        assert refused is not None
        assert str(refused)
        assert refused.message("id")
    else:
        assert report.explain("id")
        assert report.explain("en")
