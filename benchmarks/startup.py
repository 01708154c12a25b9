"""Whole-process times of the installed wheel, as ratios to ``python -c "import attrs"`` in the same rounds.

    python benchmarks/startup.py            # builds the wheel into a temporary environment first
    python benchmarks/startup.py --rounds 31

An uncompiled source tree is recompiled at each start and tells nothing, so the wheel is installed and byte-compiled.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "examples" / "berita-rakor.txt"


def commands(python: str) -> dict[str, tuple[list[str], float]]:
    first = "import electlaw; electlaw.at('2024-08-20').provision('Pasal 40 ayat (1) UU 10/2016').state"
    cli = [python, "-m", "electlaw.cli"]
    return {
        "import attrs": ([python, "-c", "import attrs"], 1.0),
        "import electlaw": ([python, "-c", "import electlaw"], 0.4),
        "first provision": ([python, "-c", first], 1.5),
        "electlaw check (sample)": ([*cli, "check", str(SAMPLE)], 4.0),
        "electlaw brief Sultra": ([*cli, "brief", "Sultra", "--on", "2022-11-21"], 6.0),
        "electlaw --help": ([*cli, "--help"], 3.0),
        "python -c pass": ([python, "-c", "pass"], 1.0),
    }


def environment(directory: str) -> str:
    venv.create(directory, with_pip=True)
    python = os.path.join(directory, "bin", "python")
    subprocess.run([python, "-m", "pip", "install", "-q", f"{ROOT}[cli]"], check=True)
    subprocess.run([python, "-m", "compileall", "-q", os.path.join(directory, "lib")], check=False)
    return python


def measure(python: str, rounds: int) -> None:
    runs = commands(python)
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, (command, _) in runs.items():
            start = time.perf_counter()
            subprocess.run(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, cwd="/")
            if number:
                times[name].append(time.perf_counter() - start)
    base = times["import attrs"]
    print(f"{'command':<26}{'ms':>8}{'× attrs':>10}{'at most':>10}")
    for name, (_, limit) in runs.items():
        ratio = statistics.median(one / two for one, two in zip(times[name], base, strict=True))
        print(f"{name:<26}{statistics.median(times[name]) * 1000:8.1f}{ratio:10.2f}{limit:10.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--python", help="an interpreter that already has the wheel installed")
    args = parser.parse_args()
    if args.python:
        measure(args.python, args.rounds)
        return
    with tempfile.TemporaryDirectory() as directory:
        measure(environment(directory), args.rounds)


if __name__ == "__main__":
    sys.exit(main())
