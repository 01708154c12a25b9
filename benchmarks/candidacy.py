"""The report on a candidacy: microseconds for every rule on a pair, and for its reasons in words.

    python benchmarks/candidacy.py

Where OpenFisca-Core is installed, one person with 15 nodes is computed in the same run, beside it.
"""

from __future__ import annotations

import timeit
from collections.abc import Callable

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


def best(call: Callable[[], object], number: int) -> float:
    """Return the best time of a call in microseconds."""
    return min(timeit.repeat(call, number=number, repeat=7)) / number * 1e6


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
    case = rules.case(PAIR)
    assert isinstance(case, rules.CandidacyCase)
    report = rules.candidacy(case, law)
    parts = [part for item in report for part in (item, *item.parts)]
    head = next(item for item in report if item.rule == "candidacy.head")

    person = case.head
    assert person is not None
    asked = [rules.rule(part.rule) for part in head.parts]
    figures = [
        (f"the head alone, {len(asked)} rules", best(lambda: [item(law, person) for item in asked], 2_000), 400),
        ("… with its reasons in words", best(lambda: validate(person, law=law, rules=asked).explain("id"), 500), 400),
        (f"the whole pair, {len(parts)} findings", best(lambda: rules.candidacy(case, law), 1_000), 800),
        ("… with its reasons in words", best(lambda: rules.candidacy(case, law).explain("id"), 200), 0),
    ]
    print(f"{'µs a call':<44}{'measured':>12}{'at most':>12}")
    for name, measured, limit in figures:
        print(f"{name:<44}{measured:12.1f}{limit or '':>12}")
    beside = openfisca()
    if beside is not None:
        print(f"{'OpenFisca-Core: one person, 15 nodes':<44}{beside:12.1f}")


if __name__ == "__main__":
    main()
