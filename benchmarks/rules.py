"""Numeric rules: one case and a million rows, beside numpy written by hand and OpenFisca-Core, in one run.

    python benchmarks/rules.py

The hand-written numpy is the same whole expression: brackets, exact rounding up, nulls and wrong numbers, an outcome
and the limit. OpenFisca computes the bare condition in floating point, without outcome, limit or checks.
Needs narwhals, numpy, pandas and polars; OpenFisca-Core is timed if it is installed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import numpy as np

import electlaw
from electlaw import rules

ROWS = 1_000_000
DAY = "2024-08-27"


def timed(call: Callable[[], object], repeat: int = 9, number: int = 1) -> float:
    """The median seconds of one call."""
    spent = []
    call()
    for _ in range(repeat):
        start = time.perf_counter()
        for _ in range(number):
            call()
        spent.append((time.perf_counter() - start) / number)
    return median(spent)


def columns(missing: float) -> dict[str, np.ndarray]:
    """Columns of a regency election; `missing` is the part of votes that is not known."""
    chance = np.random.default_rng(1)
    electorate = chance.integers(10_000, 2_000_000, ROWS)
    valid = (electorate * 0.7).astype(np.int64)
    votes = (valid * chance.random(ROWS) * 0.2).astype(np.int64)
    if not missing:
        return {"electorate": electorate, "valid_votes": valid, "votes": votes}
    holes = np.where(chance.random(ROWS) < missing, np.nan, votes)
    return {"electorate": electorate, "valid_votes": valid, "votes": holes}


def by_hand(data: dict[str, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """The rule as numpy: outcome and limit."""
    edges, shares = np.array([250_000, 500_000, 1_000_000]), np.array([100, 85, 75, 65])
    electorate, valid, votes = data["electorate"], data["valid_votes"], data["votes"]
    absent = np.isnan(votes) if votes.dtype.kind == "f" else np.zeros(len(votes), bool)
    counted = np.where(absent, 0, votes).astype(np.int64)
    share = shares[np.searchsorted(edges, electorate, side="left")]
    limit = -(-(share * valid) // 1000)
    outcome = np.where(counted >= limit, 0, 1)
    wrong = (counted < 0) | (valid < 1) | (electorate < 1) | (counted > valid) | (counted != votes) & ~absent
    outcome[absent | wrong | (valid > electorate + electorate // 50 + 2000)] = 2
    return np.array(["pass", "fail", "undetermined"], dtype=object)[outcome], limit


def tables() -> None:
    import pandas as pd
    import polars as pl

    for missing in (0.0, 0.05):
        data = columns(missing)
        hand = timed(lambda: by_hand(data))  # noqa: B023
        print(f"\n{ROWS:,} rows, {missing:.0%} of the votes missing")
        print(f"{'numpy by hand':<36}{hand * 1e3:10.1f} ms{1:8.2f} ×")
        for name, frame in (("pandas", pd.DataFrame(data)), ("polars", pl.DataFrame(data))):
            spent = timed(lambda: rules.apply(frame, "nomination.votes", on=DAY, region="34.02"))  # noqa: B023
            print(f"{'electlaw, ' + name:<36}{spent * 1e3:10.1f} ms{spent / hand:8.2f} ×")
        made = rules.apply(pd.DataFrame(data), "nomination.votes", on=DAY, region="34.02")
        assert (np.asarray(made["outcome"]) == by_hand(data)[0]).all()


def single() -> float:
    law = electlaw.at(DAY)
    cases = {
        "nomination.votes": {"votes": 23_910, "valid_votes": 281_285, "electorate": 379_000},
        "independent.support": {"supporters": 54_435, "electorate": 725_790},
        "independent.spread": {"districts_covered": 10, "districts": 19},
        "single_pair.win": {"pair_votes": 50_443, "valid_votes": 117_989},
        "dispute.margin": {"winner_votes": 68_422, "petitioner_votes": 62_647, "valid_votes": 131_069,
                           "population": 270_000},
    }  # fmt: skip
    print("one case, µs a call")
    slowest = 0.0
    for code, fields in cases.items():
        rule = rules.rule(code)
        case = rule.case(region="34.02", **fields)  # type: ignore[arg-type]
        spent = timed(lambda: rule(law, case), 7, 20_000) * 1e6  # noqa: B023
        slowest = max(slowest, spent)
        print(f"{code:<36}{spent:10.2f} µs   at most 10")
    return slowest


def openfisca(slowest: float) -> None:
    try:
        from openfisca_core import entities, periods, simulations, taxbenefitsystems, variables
    except ImportError:
        print("\nOpenFisca-Core is not installed")
        return
    entity = entities.SingleEntity("person", "persons", "One nomination", "")

    def system() -> taxbenefitsystems.TaxBenefitSystem:
        made = taxbenefitsystems.TaxBenefitSystem([entity])
        for name in ("electorate", "valid_votes", "votes"):
            kind = type(name, (variables.Variable,), {
                "value_type": float, "entity": entity, "definition_period": periods.DateUnit.YEAR, "label": name,
            })  # fmt: skip
            made.add_variable(kind)

        def formula(person: object, period: object) -> np.ndarray:
            shares = np.array([0.1, 0.085, 0.075, 0.065])
            brackets = np.searchsorted([250_000, 500_000, 1_000_000], person("electorate", period))  # type: ignore[operator]
            return person("votes", period) >= np.ceil(shares[brackets] * person("valid_votes", period))  # type: ignore[operator]

        made.add_variable(
            type(
                "may_nominate",
                (variables.Variable,),
                {
                    "value_type": bool,
                    "entity": entity,
                    "definition_period": periods.DateUnit.YEAR,
                    "label": "may nominate",
                    "formula": formula,
                },
            )
        )
        return made

    country = system()

    def run(data: dict[str, np.ndarray]) -> np.ndarray:
        simulation = simulations.SimulationBuilder().build_default_simulation(country, len(data["votes"]))
        for name, values in data.items():
            simulation.set_input(name, "2024", values)
        return simulation.calculate("may_nominate", "2024")

    one = {"electorate": np.array([379_000.0]), "valid_votes": np.array([281_285.0]), "votes": np.array([23_910.0])}
    many = {name: values.astype(np.float32) for name, values in columns(0.0).items()}
    scalar, vector = timed(lambda: run(one), 9, 200) * 1e6, timed(lambda: run(many)) * 1e3
    print("\nOpenFisca-Core")
    print(f"{'one case: build and one rule':<36}{scalar:10.1f} µs{scalar / slowest:8.1f} × electlaw's slowest")
    print(f"{f'{ROWS:,} rows: build, bare condition':<36}{vector:10.1f} ms")


def main() -> None:
    """Print all figures."""
    slowest = single()
    tables()
    openfisca(slowest)


if __name__ == "__main__":
    main()
