"""Parameter look-ups beside OpenFisca-Core, the same values and questions in the same run.

    pip install openfisca-core && python benchmarks/parameters.py

The parameters without conditions, and the vote share a party needs to nominate (a scale by size of the electorate),
are written out in OpenFisca's format; both must give the same answers before anything is timed. OpenFisca keeps one
time axis and no basis; here every answer also weighs what was known and whom it applies to, and carries its acts.
"""

from __future__ import annotations

import itertools
import tempfile
import timeit
from collections.abc import Callable
from pathlib import Path

import numpy
from openfisca_core.parameters import ParameterNode

import electlaw
from electlaw.corpus import Corpus, builtin
from electlaw.sources import Directory

DAYS = ("2014-12-01", "2015-06-01", "2016-08-01", "2024-08-19", "2024-08-20", "2025-06-01")
SIZES = (100_000, 1_800_000, 2_000_000, 2_000_001, 6_000_001, 12_000_001)


def plain_keys() -> list[str]:
    """Return the keys whose every value is a number for everyone, with exact days."""
    keys = []
    for key in builtin().parameter_keys():
        acts = builtin().settings(key)
        sure = all(
            not act.scope and act.known.exact and act.span.start.exact and not act.span.condition for act in acts
        )
        if acts and sure and all(act.value.replace(".", "").isdigit() for act in acts if act.op == "set"):
            keys.append(key)
    return keys


def stated(day: str, key: str, **subject: str | int) -> float | None:
    found = electlaw.at(day).parameter(key, **subject)
    return float(found.stated) if found.stated else None


def days_of(key: str) -> list[str]:
    return sorted({max(a.known.latest, a.span.start.latest) for a in builtin().settings(key)})


def write_yaml(directory: Path) -> None:
    """Write the parameters as OpenFisca reads them, one file a key."""
    for key in plain_keys():
        lines = ["description: from electlaw", "values:"]
        for day in days_of(key):
            value = stated(day, key)
            lines.append(f"  {day}: {{value: {'null' if value is None else value}}}")
        directory.joinpath(f"{key.replace('.', '_')}.yaml").write_text("\n".join(lines) + "\n")
    lines = ["description: vote share to nominate, governor", "metadata: {type: single_amount}", "brackets:"]
    for lowest in (0, 2_000_001, 6_000_001, 12_000_001):
        values = {day: share(day, max(lowest, 1)) for day in ("2014-10-02", "2024-08-20")}
        lines.append(f"  - threshold: {{2014-10-02: {{value: {lowest}}}}}")
        lines.append(f"    amount: {{{', '.join(f'{day}: {{value: {value}}}' for day, value in values.items())}}}")
    directory.joinpath("vote_share.yaml").write_text("\n".join(lines) + "\n")


def share(day: str, electorate: int) -> float | None:
    return stated(day, "nomination.vote_share", office="governor", electorate=electorate, region="74", party="national")


def agree(node: ParameterNode, keys: list[str]) -> None:
    for day in DAYS:
        then = node.get_at_instant(day)
        for key in keys:
            if day >= days_of(key)[0]:
                assert getattr(then, key.replace(".", "_"), None) == stated(day, key), (day, key)
        for size in SIZES:
            assert then.vote_share.calc(numpy.array([size]))[0] == share(day, size), (day, size)


def best(call: Callable[[], object], number: int) -> float:
    return min(timeit.repeat(call, number=number, repeat=5)) / number * 1e6


def load_all() -> None:
    corpus = Corpus((Directory(),))
    for key in corpus.parameter_keys():
        corpus.settings(key)


def main() -> None:
    with tempfile.TemporaryDirectory() as path:
        write_yaml(Path(path))
        node = ParameterNode("", directory_path=path)
        keys = plain_keys()
        agree(node, keys)
        key = keys[0]
        name = key.replace(".", "_")
        law = electlaw.at("2024-08-20")
        subject = {"office": "governor", "electorate": 1_800_000, "region": "74", "party": "national"}
        then = node.get_at_instant("2024-08-20")
        one = numpy.array([1_800_000])
        days = [f"2024-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
        asked = itertools.cycle(days)
        child = node.children[name]

        def fresh() -> object:
            return child(next(asked))

        def at_hand() -> object:
            return getattr(then, name)

        def another() -> object:
            return electlaw.at(next(asked)).parameter(key)

        def scale() -> object:
            return law.parameter("nomination.vote_share", **subject)

        rows = [
            ("a value on a day at hand", best(lambda: law.parameter(key), 20_000), best(at_hand, 20_000)),
            ("the same, another day each time", best(another, 5_000), best(fresh, 5_000)),
            ("a bracket of a scale", best(scale, 10_000), best(lambda: then.vote_share.calc(one), 10_000)),
        ]
        count = sum(1 for _ in Path(path).iterdir())
        loading = best(load_all, 3), best(lambda: ParameterNode("", directory_path=path), 1)
    rows.append((f"loading: all {len(builtin().parameter_keys())} keys here, {count} there", *loading))
    print(f"{'µs a call':<48}{'electlaw':>12}{'OpenFisca':>12}")
    for label, mine, theirs in rows:
        print(f"{label:<48}{mine:12.2f}{theirs:12.2f}")


if __name__ == "__main__":
    main()
