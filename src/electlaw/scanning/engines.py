"""Who does the tasks: the processes of this machine, or the workers of a dask cluster."""

from __future__ import annotations

import os
from importlib import import_module
from itertools import islice

from electlaw.errors import Invalid
from electlaw.scanning.parts import Done, Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from electlaw.scanning.inputs import Task

__all__ = ["ENGINES", "dask", "local"]

ENGINES = ("local", "dask")

#: Seconds to wait for a scheduler to answer.
_PATIENCE = 15


def local(run: Run, tasks: Iterable[Task], jobs: int) -> Iterator[Done]:
    """Do the tasks in `jobs` processes, at most twice as many tasks under way, and yield each part as it is done.

    Raises `Invalid` if a process dies; what was written stays.
    """
    if jobs == 1:
        yield from map(run, tasks)
        return
    from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    queue = iter(tasks)
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)
    try:
        under_way: set[Future[Done]] = {pool.submit(run, task) for task in islice(queue, 2 * jobs)}
        while under_way:
            done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield future.result()
            under_way |= {pool.submit(run, task) for task in islice(queue, len(done))}
    except BrokenProcessPool:
        raise Invalid(
            "a worker process died (out of memory?); the same command goes on where this run stopped",
            id="satu proses pekerja mati (kehabisan memori?); perintah yang sama akan melanjutkan pemindaian",
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Make a worker leave quietly when it is interrupted, or when the run that started it is killed."""
    import signal
    from multiprocessing import connection, parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def dask(run: Run, tasks: Iterable[Task], scheduler: str) -> Iterator[Done]:
    """Do the tasks on the cluster at an address, and yield each part as it is done.

    The inputs and the output folder must be on a file system every worker sees under the same path. A task whose
    worker dies is done again elsewhere; its part is written whole or not at all, so nothing comes twice.

    Raises `Invalid` if dask is not installed, the scheduler does not answer, or a task keeps killing its workers.
    """
    try:
        distributed: Any = import_module("distributed")
    except ModuleNotFoundError:
        raise Invalid(
            "this engine needs dask: pip install 'electlaw[dask]'",
            id="mesin ini memerlukan dask: pip install 'electlaw[dask]'",
        ) from None
    try:
        client = distributed.Client(scheduler, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError):
        raise Invalid(
            f"no dask scheduler answers at {scheduler}", id=f"tidak ada penjadwal dask yang menjawab di {scheduler}"
        ) from None
    with client:
        yield from _on_cluster(distributed, client, run, iter(tasks))


def _on_cluster(distributed: Any, client: Any, run: Run, queue: Iterator[Task]) -> Iterator[Done]:
    def submit(task: Task) -> Any:
        return client.submit(run, task, pure=False)

    wide = 2 * max(sum(client.nthreads().values()), 2)
    under_way = distributed.as_completed([submit(task) for task in islice(queue, wide)], loop=client.loop)
    try:
        for future in under_way:
            done: Done = future.result()
            yield done
            for task in islice(queue, 1):
                under_way.add(submit(task))
    except distributed.scheduler.KilledWorker as error:
        raise Invalid(f"dask gave up on a task: {error}", id=f"dask menyerah pada satu tugas: {error}") from None
