"""Schedules and working days beside uk-election-timetables and holidays, in one run.

Run: python benchmarks/schedule.py (needs holidays and uk-election-timetables). The fastest and the median of
interleaved rounds: on a busy machine the fastest is the cost of the work, the median also that of the neighbours.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date

from electlaw.calendar import count, official
from electlaw.regions import all_regions
from electlaw.schedule import schedule
from electlaw.schedule.lines import timetable

ROUNDS = 15


def per(call: Callable[[], object], times: int) -> float:
    """Return the seconds one call takes."""
    started = time.perf_counter()
    for _ in range(times):
        call()
    return (time.perf_counter() - started) / times


def full(event: str, on: str) -> Callable[[], object]:
    def call() -> object:
        timetable(event).memo.clear()
        return schedule(event, on=on)

    return call


def everywhere(regions: list[object]) -> Callable[[], object]:
    def call() -> object:
        timetable("pilkada-2024").memo.clear()
        return [schedule("pilkada-2024", on="2024-09-25", region=region) for region in regions]  # type: ignore[arg-type]

    return call


def main() -> None:
    import holidays
    from uk_election_timetables.election_ids import from_election_id

    indonesia = holidays.country_holidays(
        "ID", categories=("public", "government"), language="id", years=range(2024, 2027)
    )
    first = date(2025, 1, 3)
    calendar = official()
    regions = [one for one in all_regions() if any(c.event == "pilkada-2024" for c in one.contests())]
    stages = {event: len(schedule(event, on=on).stages) for event, on in EVENTS.items()}

    def uk() -> object:
        found = from_election_id("parl.2024-07-04", country=None)
        return found.timetable

    uk_rows = len(uk())  # type: ignore[arg-type]
    tasks: dict[str, tuple[Callable[[], object], int, float]] = {
        f"timetable {event}, per stage": (full(event, on), 40, 1e6 / stages[event]) for event, on in EVENTS.items()
    }
    tasks |= {
        "uk-election-timetables, per date": (uk, 20, 1e6 / uk_rows),
        "45 working days, electlaw": (lambda: count("2025-01-03", 45, "working_day", calendar=calendar), 2000, 1e6),
        "45 working days, holidays": (lambda: indonesia.get_nth_working_day(first, 45), 200, 1e6),
        f"{len(regions)} regions of 2024 (ms)": (everywhere(regions), 1, 1e3),
    }
    found: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(ROUNDS):
        for name, (call, times, scale) in tasks.items():
            found[name].append(per(call, times) * scale)
    assert count("2025-01-03", 45, "working_day") == indonesia.get_nth_working_day(first, 45).isoformat()
    print(f"{ROUNDS} interleaved rounds, microseconds unless said{'fastest':>24}{'median':>10}")
    for name, values in found.items():
        print(f"  {name:<60}{min(values):10.2f}{statistics.median(values):10.2f}")


EVENTS = {
    "pilkada-2015": "2015-09-01",
    "pilkada-2018": "2018-03-01",
    "pilkada-2020": "2020-06-20",
    "psu-2021": "2021-05-01",
    "pemilu-2024": "2024-01-01",
    "pilkada-2024": "2024-09-25",
    "psu-2025": "2025-04-01",
}

if __name__ == "__main__":
    main()
