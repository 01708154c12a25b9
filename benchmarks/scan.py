"""What a second core gives a scan, and how much memory a scan holds as its input grows.

Run ``python benchmarks/scan.py [MEGABYTES …]`` with ``electlaw[scan]`` installed on a machine with two free cores. For
each size (default 50 and 200; the claim is for 100 and 2000) a JSONL file of made-up news is scanned in one process
and in two, each in a process of its own, the best of three rounds; peak memory is that of the run and of its largest
worker.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile

from citations import NEWS

#: Rounds of each, one after the other; the best counts.
ROUNDS = 3

RUN = """
import json, resource, sys, time
from electlaw.scan import scan
if __name__ == "__main__":
    start = time.perf_counter()
    done = scan([sys.argv[1]], sys.argv[2], jobs=int(sys.argv[3]))
    took = time.perf_counter() - start
    peak = [resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(resource.getrusage(who).ru_utime for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps([took, cpu, *peak, done.documents, done.citations]))
"""


def articles(path: str, megabytes: int) -> None:
    """Write articles of a few lengths until the file is so large."""
    size = number = 0
    with open(path, "w", encoding="utf-8") as file:
        while size < megabytes * 1_000_000:
            text = f"Berita {number}. " + NEWS * (1 + number % 3)
            size += file.write(json.dumps({"text": text, "id": number}) + "\n")
            number += 1


def run(path: str, jobs: int) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        script = os.path.join(folder, "run.py")
        with open(script, "w", encoding="utf-8") as file:
            file.write(RUN)
        out = os.path.join(folder, "out")
        done = subprocess.run([sys.executable, script, path, out, str(jobs)], stdout=subprocess.PIPE, check=True)
        found: list[float] = json.loads(done.stdout)
        return found


def free_cores(seconds: float = 1.0) -> float:
    """Return how many cores' worth of work two busy processes get done now: near 2 on a free machine."""
    busy = "import time; t = time.perf_counter()\nwhile time.perf_counter() - t < %f: pass\nprint(time.process_time())"
    pair = [
        subprocess.Popen([sys.executable, "-c", busy % seconds], stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    return sum(float(process.communicate()[0]) for process in pair) / seconds


def main(sizes: list[str]) -> None:
    for megabytes in map(int, sizes or ("50", "200")):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "articles.jsonl")
            articles(path, megabytes)
            rounds = {jobs: [] for jobs in (1, 2)}
            for _ in range(ROUNDS):
                for jobs, done in rounds.items():
                    done.append(run(path, jobs))
            took = {jobs: min(done)[0] for jobs, done in rounds.items()}
            for jobs, done in rounds.items():
                _, cpu, own, worker, documents, citations = min(done)
                print(
                    f"{megabytes} MB, {documents} articles, {citations} citations, {jobs} processes: "
                    f"{took[jobs]:.1f} s, {megabytes / took[jobs]:.1f} MB/s, processor {cpu:.1f} s; "
                    f"peak {own} MB, largest worker {worker} MB"
                )
            print(f"  two cores: {took[1] / took[2]:.2f} times one; cores free now: {free_cores():.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
