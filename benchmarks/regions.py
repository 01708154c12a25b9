"""Look-ups of regions beside pycountry's subdivisions, in one run: ``python benchmarks/regions.py``."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from statistics import median
from time import perf_counter

import pycountry

from electlaw.errors import ElectlawError
from electlaw.regions import Gazetteer, all_regions, region
from electlaw.sources import Directory
from electlaw.tables import DATA


def timed(call: Callable[[], object], number: int, rounds: int = 15) -> float:
    """Return the median time of one call in microseconds."""
    spent = []
    for _ in range(rounds):
        start = perf_counter()
        for _ in range(number):
            call()
        spent.append((perf_counter() - start) / number)
    return median(spent) * 1e6


def misspelt() -> None:
    with suppress(ElectlawError):
        region("Sulawesi Tengara")


def fuzzy() -> None:
    with suppress(LookupError):
        pycountry.subdivisions.search_fuzzy("Sulawesi Tengara")


def unseen(names: list[str]) -> Callable[[], object]:
    """Look up names in forms not seen before, so that none is remembered."""
    home = Gazetteer(Directory(DATA))
    home.aliases("11")
    kinds: frozenset[str] = frozenset()
    turn = iter(range(10**9))
    return lambda: home.find(names[next(turn) % len(names)], kinds, None, None)


def main() -> None:
    region("Sultra")
    pycountry.subdivisions.get(code="ID-SG")
    aliases = [alias for one in all_regions("province") if one.key != "34" for alias in one.aliases]
    for name, call, number, limit in (
        ("load all 552 regions", lambda: Gazetteer(Directory(DATA)), 1, "10 000"),
        ("load and index every name", lambda: Gazetteer(Directory(DATA)).aliases("11"), 1, ""),
        ("alias (Sultra)", lambda: region("Sultra"), 50_000, "1.5"),
        ("alias, first reading", unseen(aliases), 5_000, ""),
        ("code (74.71)", lambda: region("74.71"), 50_000, "0.3"),
        ("state of a day (Merauke, 2020)", lambda: region("Merauke", on="2020-01-01"), 5_000, ""),
        ("misspelt, with suggestions", misspelt, 50, "1 000"),
        (
            "pycountry: load subdivisions",
            lambda: pycountry.Subdivisions(pycountry.subdivisions.filename)._load(),
            1,
            "",
        ),
        ("pycountry: subdivision by code", lambda: pycountry.subdivisions.get(code="ID-SG"), 50_000, ""),
        ("pycountry: look-up by name", lambda: pycountry.subdivisions.lookup("Sulawesi Tenggara"), 20, ""),
        ("pycountry: fuzzy search", fuzzy, 3, ""),
    ):
        print(f"{name:34} {timed(call, number):12.3f} us   {f'limit {limit}' if limit else ''}")


if __name__ == "__main__":
    main()
