"""The same run on a real dask cluster of several processes, also when one of them is killed."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("distributed")

from electlaw import Invalid  # noqa: E402
from electlaw.scan import Columns, scan  # noqa: E402

TEXTS = (
    "Menurut Pasal 201 ayat (8) UU Nomor 10 Tahun 2016, pemungutan suara pada November 2024.",
    "Undang-Undang (UUD) Nomor 10 Tahun 2016 dan PKPU 8/2024.",
)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, "list[subprocess.Popen[bytes]]"]]:
    """A scheduler and three workers, each a process of its own."""
    file = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": tmp_path}
    dask = [sys.executable, "-m", "dask"]
    place = ["--scheduler-file", str(file), "--no-dashboard", "--host", "127.0.0.1"]
    one = ["--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path)]
    processes = [subprocess.Popen([*dask, "scheduler", *place, "--port", "0"], **quiet)]  # type: ignore[call-overload]
    try:
        processes += [
            subprocess.Popen([*dask, "worker", *place, *one], **quiet)  # type: ignore[call-overload]
            for _ in range(3)
        ]
        deadline = time.monotonic() + 60
        while not file.exists() or not file.read_text():
            assert time.monotonic() < deadline, "the scheduler did not start"
            time.sleep(0.05)
        yield json.loads(file.read_text())["address"], processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def articles(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = TEXTS[number % 2] + " Tidak ada rujukan di sini." * 100
            file.write(json.dumps({"url": f"u{number}", "text": text}) + "\n")


def rows(out: Path) -> list[object]:
    return [pq.read_table(out / kind).to_pylist() for kind in ("citations", "findings", "skipped")]


def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_killed(
    tmp_path: Path, cluster: "tuple[str, list[subprocess.Popen[bytes]]]"
) -> None:
    address, workers = cluster
    path, here, there = tmp_path / "a.jsonl", tmp_path / "here", tmp_path / "there"
    articles(path, 12_000)
    command = [sys.executable, "-m", "electlaw.cli", "scan", str(path), "--id", "url", "--format", "json"]
    run = subprocess.Popen(
        [*command, "--out", str(there), "--engine", "dask", "--scheduler", address], stdout=subprocess.PIPE
    )
    deadline = time.monotonic() + 100
    while not list((there / "citations").glob("part-*")) and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(workers[0].pid, signal.SIGKILL)
    early = len(list((there / "citations").glob("part-*")))
    said, _ = run.communicate(timeout=200)
    assert run.returncode == 0
    summary = json.loads(said)
    assert early < summary["parts"]
    local = scan([str(path)], str(here), columns=Columns(document="url"), jobs=1)
    assert (summary["documents"], summary["citations"]) == (local.documents, local.citations) == (12_000, 18_000)
    assert rows(there) == rows(here)


def test_no_scheduler_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from electlaw.scanning import engines

    monkeypatch.setattr(engines, "_PATIENCE", 0.5)
    (tmp_path / "a.txt").write_text(TEXTS[0])
    with pytest.raises(Invalid, match="no dask scheduler answers"):
        scan([str(tmp_path / "a.txt")], str(tmp_path / "out"), engine="dask", scheduler="tcp://127.0.0.1:9")
