"""Runs a pure function over many jobs, in this process or in several, with the same results."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from site_builder.pool import Pool

Job = TypeVar("Job")
Result = TypeVar("Result")

WORTH_A_PROCESS = 300
"""Fewer jobs than this are done here: they take about as long as a process takes to start."""


class Crew:
    """At most `size` processes, started when the first large piece of work comes."""

    def __init__(self, size: int | None = None) -> None:
        self.size = size or available_processors()
        self._pool: Pool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.close(is_orderly=kind is None)

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
        if self._pool is None:
            from site_builder.pool import Pool  # most builds after an edit need no processes

            self._pool = Pool(self.size)
        yield from self._pool.map(function, chunks)


def available_processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
