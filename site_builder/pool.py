"""Processes that work for one build and end with it."""

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
from typing import TypeVar

from site_builder.problems import MachineFault, Problem, Span

Job = TypeVar("Job")
Result = TypeVar("Result")


class Pool:
    """`size` processes, started when the first work comes."""

    def __init__(self, size: int) -> None:
        context = multiprocessing.get_context(_start_method())
        self._processes = ProcessPoolExecutor(size, context, initializer=_end_with_parent)

    def map(
        self, function: Callable[[Sequence[Job]], list[Result]], chunks: Sequence[Sequence[Job]]
    ) -> Iterator[Result]:
        """Yield the results of all chunks in their order; raises `MachineFault` when a process dies."""
        try:
            for results in self._processes.map(function, chunks):
                yield from results
        except BrokenProcessPool as error:
            raise MachineFault(Problem("worker-died", Span("."))) from error

    def close(self, *, is_orderly: bool) -> None:
        """End the processes; when something went wrong without waiting for what they do."""
        self._processes.shutdown(wait=is_orderly, cancel_futures=True)


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
