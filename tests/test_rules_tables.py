"""Absolute limits and the winner over whole tables: row by row what the single case says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import electlaw
from electlaw import rules
from electlaw.errors import Invalid

pytest.importorskip("narwhals")
pytest.importorskip("numpy")

#: Days on which the limits and the way to find the winner differ, from the base text to the second round in Jakarta.
DAYS = ("2014-10-05", "2015-04-01", "2016-06-30", "2016-07-01", "2017-04-01", "2020-06-20", "2024-11-28", "2025-03-01")
NUMBER = st.none() | st.sampled_from(
    [0, 1, 2, 499, 500, 501, 600, 601, 800, 801, 50_000_000, 50_000_001, 75_000_000, 75_000_001, 500_000_000,
     750_000_000, 750_000_001, -1]
) | st.integers(-2, 2**40)  # fmt: skip
WORDS: dict[str, list[str | None]] = {
    "region": [None, "11", "32", "32.06", "31", "31.74", "34", "73"],
    "event": [None, "pilkada-2015", "pilkada-2020", "pilkada-2024"],
    "donor": [None, "person", "legal-entity", "pair", "nominating-party", "foreign", "bumn"],
    "party_kind": [None, "national", "local"],
}
LIMITS = {
    "money.limit": (("total",), ("region", "event", "donor")),
    "money.spending": (("spent", "spending_cap"), ("region", "event")),
    "nomination.one_pair": (("pairs_proposed",), ("region", "event", "party_kind")),
    "station.size": (("voters",), ("region", "event")),
}


def alone(code: str, law: electlaw.Law, row: dict[str, Any]) -> tuple[str, Any]:
    """The single rule on a row; what a case refuses is undetermined in a table."""
    try:
        case = rules.rule(code).case(**{name: value for name, value in row.items() if value is not None})
    except Invalid:
        return "undetermined", {}
    found = rules.rule(code)(law, case)
    return found.outcome, found.fact


def table(library: str, rows: list[dict[str, Any]]) -> Any:
    frames = pytest.importorskip(library)
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    if library == "pandas":
        return frames.DataFrame(columns)
    if library == "polars":
        return frames.DataFrame(columns, schema={n: frames.String if n in WORDS else frames.Int64 for n in columns})
    kinds = [(n, frames.string() if n in WORDS else frames.int64()) for n in columns]
    return frames.table(columns, schema=frames.schema(kinds))


def listed(made: Any, name: str) -> list[Any]:
    column = made[name]
    found = column.to_pylist() if hasattr(column, "to_pylist") else list(column)
    return [None if str(item) in ("None", "<NA>", "nan") else item for item in found]


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("code", LIMITS)
def test_limits_row_by_row(code: str, library: str) -> None:
    numbers, words = LIMITS[code]
    cells = dict.fromkeys(numbers, NUMBER) | {name: st.sampled_from(WORDS[name]) for name in words}

    @settings(max_examples=40, deadline=None)
    @given(st.sampled_from(DAYS), st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=10))
    def holds(day: str, rows: list[dict[str, Any]]) -> None:
        law = electlaw.at(day)
        made = rules.apply(table(library, rows), code, law=law)
        assert listed(made, "outcome") == [alone(code, law, row)[0] for row in rows]
        for row, limit in zip(rows, listed(made, "limit"), strict=True):
            outcome, fact = alone(code, law, row)
            if outcome in ("pass", "fail") and "limit" in fact:
                assert limit == fact["limit"]

    holds()


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_winners_row_by_row(library: str) -> None:
    votes = st.none() | st.sampled_from([0, 1, 2, 49, 50, 51, 100, 30, 31, -1]) | st.integers(0, 5_000_000)
    names = ("votes_a", "votes_b", "votes_c")
    cells: dict[str, Any] = dict.fromkeys(names, votes)
    cells |= {"region": st.sampled_from(WORDS["region"]), "round": st.sampled_from([None, 1, 2, 3, 0])}
    cells |= {"more": st.sampled_from([None, None, 0, 0, 0, 1]), "voters": st.sampled_from([None, None, 10, 10**9])}

    @settings(max_examples=150, deadline=None)
    @given(st.sampled_from(DAYS), st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=10))
    def holds(day: str, drawn: list[dict[str, Any]]) -> None:
        rows = []
        for row in drawn:
            stated = [row[name] for name in names if row[name] is not None]
            more = row.pop("more")
            rows.append(row | {"valid_votes": None if more is None else sum(stated) + more})
        law = electlaw.at(day)
        made = rules.apply(table(library, rows), "winner.elected", law=law)
        for row, outcome, limit, chosen in zip(
            rows, listed(made, "outcome"), listed(made, "limit"), listed(made, "elected"), strict=True
        ):
            case = {name: value for name, value in row.items() if not name.startswith("votes_")}
            pairs = {name: row[name] for name in names if row[name] is not None}
            end, fact = alone("winner.elected", law, {**case, "votes": pairs or None})
            assert outcome == end, (row, fact)
            assert chosen == (fact.get("elected") if end == "pass" else None)
            if end in ("pass", "fail") and "limit" in fact:
                assert limit == fact["limit"]

    holds()


def test_jakarta_needs_a_majority_and_others_do_not() -> None:
    # KPU DKI 2017: 2,364,577 / 2,197,333 / 937,955 in the first round, nobody above half; second round 42.04 : 57.96
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({
        "region": ["DKI Jakarta", "DKI Jakarta", "Kabupaten Bekasi"],
        "round": [1, 2, None],
        "Basuki": [2_364_577, 2_350_366, None],
        "Anies": [2_197_333, 3_240_987, 3],
        "Agus": [937_955, None, 2],
    })  # fmt: skip
    made = rules.apply(frame, "winner.elected", on="2017-03-04", columns={"votes": ["Agus", "Basuki", "Anies"]})
    assert list(made["outcome"]) == ["fail", "pass", "pass"]
    assert listed(made, "elected") == [None, "Anies", "Anies"]
    assert made["limit"][0] == 2_749_933


def test_columns_of_votes_alone_are_enough() -> None:
    pd = pytest.importorskip("pandas")
    made = rules.apply(
        pd.DataFrame({"votes_1": [3, 2], "votes_2": [2, 2]}), "winner.elected", on="2024-11-28", region="Ponorogo"
    )
    assert (list(made["outcome"]), listed(made, "elected")) == (["pass", "undetermined"], ["votes_1", None])
