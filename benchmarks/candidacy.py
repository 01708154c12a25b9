"""The report on a candidacy: microseconds for every rule on a pair, and for its reasons in words.

    python benchmarks/candidacy.py

Asked in turn about many pairs, of which no two are alike. Where OpenFisca-Core is installed, one person with 15 nodes
is computed in the same run, beside it.
"""

from __future__ import annotations

import timeit
from collections.abc import Callable
from itertools import cycle
from random import Random

import electlaw
from electlaw import rules
from electlaw.rules.engine import validate

PERSON: dict[str, object] = {
    "born": "1980-05-17",
    "citizen": True,
    "devout": True,
    "loyal": True,
    "schooling": "S1",
    "healthy": True,
    "drug_free": True,
    "vote_revoked": False,
    "disgraceful": False,
    "police_record": True,
    "wealth_reported": True,
    "state_debt": False,
    "bankrupt": False,
    "tax_number": True,
    "tax_years": 5,
    "tax_arrears": False,
    "acting_head": False,
    "incumbent": True,
    "papers_true": True,
    "disclosed": True,
    "term_end": "2025-02-20",
    "convictions": [{"threat": 5.5, "imprisoned": True, "final": "2015-01-30", "over": "2016-02-01"}],
    "services": [{"office": "bupati", "region": "Kabupaten Tasikmalaya", "capacity": "elected", "start": "2021-04-26"}],
    "posts": [{"kind": "DPRD", "statement": True}],
    "programmes": [],
    "replacements": [{"day": "2024-05-01", "kind": "mutasi", "approved": True}],
    "campaign_from": "2024-09-25",
    "campaign_until": "2024-11-23",
    "leave_from": "2024-09-25",
    "leave_until": "2024-11-23",
}
PAIR: dict[str, object] = {
    "case": "candidacy",
    "region": "Kabupaten Tasikmalaya",
    "event": "pilkada-2024",
    "registered": "2024-08-29",
    "nomination": {"votes": 100_000, "valid_votes": 1_000_000, "electorate": 1_300_000, "pairs_proposed": 1},
    "head": PERSON,
    "deputy": PERSON,
}


def pairs(number: int) -> list[rules.CandidacyCase]:
    """Return pairs that differ in the days and numbers of both members."""
    chance = Random(1)

    def day(first: int, last: int) -> str:
        return f"{chance.randint(first, last)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"

    def person() -> dict[str, object]:
        return PERSON | {
            "born": day(1955, 1996),
            "tax_years": chance.randint(4, 9),
            "convictions": [{"threat": chance.randint(2, 20), "imprisoned": True, "final": day(2008, 2014),
                             "over": day(2015, 2020)}],
            "services": [{"office": "bupati", "region": "Kabupaten Tasikmalaya", "capacity": "elected",
                          "start": day(2021, 2022)}],
            "replacements": [{"day": day(2023, 2024), "kind": "mutasi", "approved": chance.random() < 0.7}],
        }  # fmt: skip

    made = []
    for _ in range(number):
        votes = {"nomination": {**PAIR["nomination"], "votes": chance.randint(30_000, 150_000)}}  # type: ignore[dict-item]
        case = rules.case({**PAIR, **votes, "head": person(), "deputy": person()})
        assert isinstance(case, rules.CandidacyCase)
        made.append(case)
    return made


def best(call: Callable[[], object], number: int) -> float:
    """Return the best time of a call in microseconds."""
    return min(timeit.repeat(call, number=number, repeat=15)) / number * 1e6


def openfisca() -> float | None:
    """Return the time of one OpenFisca person with 15 nodes, or None where it is not installed."""
    try:
        from openfisca_core import (  # type: ignore[import-not-found, unused-ignore]
            entities,
            periods,
            simulations,
            taxbenefitsystems,
            variables,
        )
    except ImportError:
        return None
    person = entities.SingleEntity("person", "persons", "", "")
    system = taxbenefitsystems.TaxBenefitSystem([person])

    def node(index: int) -> type:
        def formula(population: object, period: object) -> object:
            return population(f"node_{index - 1}", period) + 1  # type: ignore[operator]

        content: dict[str, object] = {
            "value_type": float,
            "entity": person,
            "definition_period": periods.DateUnit.MONTH,
            "label": "node",
        }
        if index:
            content["formula"] = formula
        return type(f"node_{index}", (variables.Variable,), content)

    for index in range(16):
        system.add_variable(node(index))

    def run() -> object:
        made = simulations.SimulationBuilder().build_default_simulation(system, 1)
        made.set_input("node_0", "2024-09", [1.0])
        return made.calculate("node_15", "2024-09")

    return best(run, 100)


def main() -> None:
    """Print the figures."""
    law = electlaw.at("2024-09-22", known="2026-01-01")
    made = pairs(2_000)
    report = rules.candidacy(made[0], law)
    parts = [part for item in report for part in (item, *item.parts)]
    head = next(item for item in report if item.rule == "candidacy.head")
    asked = [rules.rule(part.rule) for part in head.parts]
    heads = cycle([case.head for case in made if case.head is not None])
    cases = cycle(made)

    def each() -> object:
        person = next(heads)
        return [item(law, person) for item in asked]

    figures = [
        (f"the head alone, {len(asked)} rules", best(each, 500), 400),
        ("… with its reasons in words", best(lambda: validate(next(heads), law=law, rules=asked).explain("id"), 500),
         400),
        (f"the whole pair, {len(parts)} findings", best(lambda: rules.candidacy(next(cases), law), 200), 400),
        ("… with its reasons in words", best(lambda: rules.candidacy(next(cases), law).explain("id"), 200), 400),
    ]  # fmt: skip
    print(f"{'µs a call':<44}{'measured':>12}{'at most':>12}")
    for name, measured, limit in figures:
        print(f"{name:<44}{measured:12.1f}{limit:>12}")
    beside = openfisca()
    if beside is not None:
        print(f"{'OpenFisca-Core: one person, 15 nodes':<44}{beside:12.1f}")


if __name__ == "__main__":
    main()
