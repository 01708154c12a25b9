"""Institutions, mandates and meetings in one run: ``python benchmarks/institutions.py``."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

from electlaw.corpus import builtin
from electlaw.institutions import local, mandates, matrix, name_use, obligations
from electlaw.institutions.acts import Log
from electlaw.meetings import CoordinationMeeting, draft


def timed(call: Callable[[], object], number: int = 5, rounds: int = 15) -> float:
    """Return the median time of one call in milliseconds."""
    spent = []
    for _ in range(rounds):
        start = perf_counter()
        for _ in range(number):
            call()
        spent.append((perf_counter() - start) / number)
    return median(spent) * 1e3


def tree(place: str, on: str) -> int:
    """Return how many seats a province has with its regencies and cities."""
    here = local(place, on=on)
    return len(here.seats) + sum(len(child.seats) for child in here.children)


def new_days() -> Callable[[], object]:
    """Ask for a day not asked for before at every call."""
    turn = iter(range(10**6))
    return lambda: tree("Jawa Timur", f"20{10 + (n := next(turn)) // 336 % 14}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}")


MEETING = {
    "name": "Rakor", "level": "province", "region": "Sultra", "election_scope": ["pilkada"], "date": "2022-11-21",
    "weekday": "Senin", "legal_bases": ["UU 10/2016", "Permendagri 61/2011"], "participants": ["Ketua KPU se-Sultra"],
    "opened_by": {"office": "Gubernur Sulawesi Tenggara", "name": "Ali Mazi"}, "purposes": ["dukungan"],
}  # fmt: skip


def main() -> None:
    tree("Jawa Timur", "2024-11-27")
    read = CoordinationMeeting.from_dict(MEETING)
    read.check()
    for name, call, number, limit in (
        ("load every act on institutions", lambda: Log(builtin()).names(), 1, ""),
        ("one regency", lambda: local("Kabupaten Kolaka", on="2024-11-27").seats, 200, ""),
        ("province with its 38, a day asked before", lambda: tree("Jawa Timur", "2024-11-27"), 5, "2"),
        ("province with its 38, a day not asked before", new_days(), 1, ""),
        ("every mandate, one regency", lambda: mandates("2024-11-27", region="Kolaka"), 5, ""),
        ("matrix of a stage", lambda: matrix("voting_day", "Kolaka", on="2024-11-27"), 5, ""),
        ("obligations of a year", lambda: obligations("Sultra", "2022-01-01", "2023-01-01"), 5, ""),
        ("a name on a day", lambda: name_use("KPUD", "2022-11-21"), 1000, ""),
        ("check a meeting", read.check, 1, ""),
        ("draft a meeting", lambda: draft("Sultra", on="2022-11-21"), 1, ""),
    ):
        shown = f"(goal {limit})" if limit else ""
        print(f"{name:<46} {timed(call, number):9.3f} ms  {shown}")


if __name__ == "__main__":
    main()
