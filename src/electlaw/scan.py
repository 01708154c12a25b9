"""A run over a corpus: texts in files, JSON lines, CSV or Parquet in; one row a citation and one a finding out.

The output folder holds Parquet data sets ``citations/``, ``findings/`` and ``skipped/`` (texts that could not be read,
and why). A run that was killed goes on when it is started again the same way: its plan is kept in ``_plan.jsonl``, and
each part is there whole or not at all. Beyond one machine the same function, `Scanner`, runs on dask or Spark.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from itertools import pairwise

import attrs

from electlaw.errors import Invalid
from electlaw.files import why
from electlaw.scanning import engines
from electlaw.scanning.batch import Scanner, arrow
from electlaw.scanning.inputs import Columns, Task, plan
from electlaw.scanning.parts import FOLDERS, Done, Run, is_done, part_path
from electlaw.views import Shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["Columns", "Scanner", "Summary", "scan"]

_VERSION = 1


@attrs.frozen
class Summary(Shown):
    """What a run over a corpus found, all its parts together."""

    out: str
    parts: int
    documents: int
    citations: int
    findings: int
    skipped: int
    #: Parts that stood already when this run went on.
    kept: int

    def to_json(self) -> dict[str, object]:
        """Return the summary as plain data."""
        return attrs.asdict(self)


def scan(
    inputs: Sequence[str],
    out: str,
    *,
    columns: Columns | None = None,
    scanner: Scanner | None = None,
    jobs: int | None = None,
    engine: str = "local",
    scheduler: str | None = None,
    progress: Callable[[int, int], object] | None = None,
) -> Summary:
    """Scan files and folders into the folder `out`, and go on with a run that stopped there.

    `columns` names the columns of tables; of the `scanner` the day, region and pack are used. `jobs` processes work
    (default: one for each core), or the dask cluster at `scheduler`. ``progress(done, whole)`` is told bytes.
    Call it under ``if __name__ == "__main__"`` in a script, as the processes import it.

    Raises `Invalid` for inputs that cannot be read, an `out` that cannot be written or holds another run, and
    what a `Scanner` or the engine refuses. Parts written before stay, and the same call goes on after them.
    """
    arrow()
    scanner, columns = scanner or Scanner(), columns or Columns()
    scanner.ready()
    _check(inputs, engine, scheduler, jobs)
    out = os.path.abspath(out)
    with _held(out):
        head = _head(inputs, scanner, columns)
        whole, parts = _planned(out, head, inputs, columns)
        kept, size = _standing(out)
        run = Run(out, head["base"], columns, scanner)
        left = (task for task in _tasks(out) if not is_done(out, task.part))
        jobs = jobs or max(1, min(_cores(), parts - kept))
        for done in _work(run, left, engine, scheduler, jobs):
            size += done.size
            if progress is not None:
                progress(size, whole)
        return _summed(out, kept)


def _check(inputs: Sequence[str], engine: str, scheduler: str | None, jobs: int | None) -> None:
    if engine not in engines.ENGINES:
        raise Invalid(f"no engine {engine!r}", id=f"tidak ada mesin {engine!r}", choices=engines.ENGINES)
    if (engine == "dask") != bool(scheduler):
        raise Invalid(
            "the engine dask and the address of its scheduler go together",
            id="mesin dask dan alamat penjadwalnya harus disebut bersama",
        )
    if jobs is not None and jobs < 1:
        raise Invalid(f"{jobs} processes do nothing", id=f"{jobs} proses tidak mengerjakan apa-apa")
    full = sorted(os.path.realpath(given) for given in inputs)
    for one, other in pairwise(full):
        if other == one or other.startswith(one + os.sep):
            raise Invalid(f"{other}: given twice", id=f"{other}: disebut dua kali")


def _work(run: Run, left: Iterator[Task], engine: str, scheduler: str | None, jobs: int) -> Iterator[Done]:
    if engine == "dask":
        return engines.dask(run, left, scheduler or "")
    return engines.local(run, left, jobs)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# -- the output folder ----------------------------------------------------------------------------------


@contextlib.contextmanager
def _held(out: str) -> Iterator[None]:
    """Make the output folder and hold it for this run alone; a run that cannot even be planned leaves none."""
    new = not os.path.exists(out)
    try:
        for name in FOLDERS.values():
            os.makedirs(os.path.join(out, name), exist_ok=True)
        lock = open(os.path.join(out, "_lock"), "a")  # noqa: SIM115
    except OSError as error:
        raise Invalid(
            f"{out}: cannot write: {why(error)}", id=f"{out}: tidak dapat ditulis: {why(error, 'id')}"
        ) from None
    with lock:
        try:
            import fcntl
        except ImportError:
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Invalid(
                f"{out}: another run is at work there", id=f"{out}: pemindaian lain sedang berjalan"
            ) from None
        _swept(out)
        try:
            yield
        finally:
            if new and not os.path.exists(_plan_path(out)):
                shutil.rmtree(out, ignore_errors=True)


def _swept(out: str) -> None:
    """Remove what a killed run left unfinished."""
    for folder in (out, *(os.path.join(out, name) for name in FOLDERS.values())):
        for name in os.listdir(folder):
            if name.startswith(".") and name.endswith(".tmp"):
                os.remove(os.path.join(folder, name))


def _head(inputs: Sequence[str], scanner: Scanner, columns: Columns) -> dict[str, str]:
    """Return the first line of a plan: everything that decides what the parts hold."""
    from electlaw import __version__
    from electlaw.corpus import DATA_AS_OF

    asked = {name: getattr(scanner, name) for name in ("on", "region", "pack")}
    return {
        "plan": str(_VERSION),
        "electlaw": f"{__version__} {DATA_AS_OF}",
        "base": os.getcwd(),
        "inputs": json.dumps(list(inputs)),
        "options": json.dumps({**asked, "columns": attrs.asdict(columns)}, sort_keys=True),
    }


def _plan_path(out: str) -> str:
    return os.path.join(out, "_plan.jsonl")


def _planned(out: str, head: dict[str, str], inputs: Sequence[str], columns: Columns) -> tuple[int, int]:
    """Write the plan of a new run, or see that the plan there is of this run; return all bytes and parts."""
    path = _plan_path(out)
    if not os.path.exists(path):
        hidden = os.path.join(out, "._plan.jsonl.tmp")
        try:
            with open(hidden, "w", encoding="utf-8") as file:
                file.write(json.dumps(head) + "\n")
                for task in plan(inputs, columns):
                    file.write(json.dumps(attrs.asdict(task)) + "\n")
            os.replace(hidden, path)
        except OSError as error:
            raise Invalid(
                f"{out}: cannot write: {why(error)}", id=f"{out}: tidak dapat ditulis: {why(error, 'id')}"
            ) from None
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.remove(hidden)
    with open(path, encoding="utf-8") as file:
        held = json.loads(file.readline())
    differ = [name for name in head if held.get(name) != head[name]]
    if differ:
        raise Invalid(
            f"{out}: holds a run with other {', '.join(differ)}; name another folder",
            id=f"{out}: memuat pemindaian lain ({', '.join(differ)} berbeda); sebut folder lain",
        )
    size = parts = 0
    for task in _tasks(out):
        size, parts = size + task.size, parts + 1
    return size, parts


def _standing(out: str) -> tuple[int, int]:
    """Return how many parts were written whole before, and the bytes they took."""
    parts = size = 0
    for task in _tasks(out):
        if is_done(out, task.part):
            parts, size = parts + 1, size + task.size
    return parts, size


def _tasks(out: str) -> Iterator[Task]:
    with open(_plan_path(out), encoding="utf-8") as file:
        next(file)
        for line in file:
            item = json.loads(line)
            item["files"] = tuple(item["files"])
            item["stat"] = tuple(item["stat"]) if item["stat"] else None
            yield Task(**item)


def _summed(out: str, kept: int) -> Summary:
    from importlib import import_module

    pq = import_module("pyarrow.parquet")
    counts = dict.fromkeys(FOLDERS, 0)
    parts = documents = 0
    for task in _tasks(out):
        parts += 1
        for record in FOLDERS:
            held = pq.read_metadata(part_path(out, record, task.part))
            counts[record] += held.num_rows
            if record == "citation":
                documents += int(held.metadata[b"electlaw.documents"])
    return Summary(out, parts, documents, counts["citation"], counts["finding"], counts["skipped"], kept)
