"""Runs a pure function over many jobs, in this process or in several, with the same results."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar

from site_builder.problems import MachineFault, Problem, Span

Job = TypeVar("Job")
Result = TypeVar("Result")

WORTH_A_PROCESS = 300
"""Fewer jobs than this are done here: they take about as long as a process takes to start."""


class Crew:
    """At most `size` processes, started when the first large piece of work comes."""

    def __init__(self, size: int | None = None) -> None:
        self.size = size or available_processors()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=kind is None, cancel_futures=True)

    def map(
        self,
        function: Callable[[Sequence[Job]], list[Result]],
        jobs: Sequence[Job],
        chunk: int = 40,
        worth: int = WORTH_A_PROCESS,
    ) -> Iterator[Result]:
        """Yield one result per job, in the order of `jobs`, whatever the size of the crew.

        `function` takes some jobs and gives as many results; fewer jobs than `worth` are done here. Raises
        `MachineFault` when a process dies.
        """
        chunks = [jobs[start : start + chunk] for start in range(0, len(jobs), chunk)]
        if self.size == 1 or len(jobs) < worth:
            for some in chunks:
                yield from function(some)
            return
        try:
            for results in self._started().map(function, chunks):
                yield from results
        except BrokenProcessPool as error:
            raise MachineFault(Problem("worker-died", Span("."))) from error

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context(_start_method())
            self._pool = ProcessPoolExecutor(self.size, context, initializer=_end_with_parent)
        return self._pool


def available_processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_method() -> str:
    """Choose how processes begin.

    A forked process has all modules at once, a spawned one loads them for 0.4 s; but a fork copies
    only one thread and whatever locks the others hold, so it is for a process of one thread.
    What draws charts has threads that Python does not count.
    """
    is_alone = threading.active_count() == 1 and "vl_convert" not in sys.modules
    return "fork" if sys.platform == "linux" and is_alone else "spawn"


def _end_with_parent() -> None:
    """End this process when the build is killed: it would wait for work, and hold the lock, for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the build alone answers it
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
