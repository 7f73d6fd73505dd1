"""How much memory a build holds at most: a program, so that nothing but the build is in its process.

`ROOT OUTPUT` builds from nothing and prints the most bytes that were held at once. When cycles are collected
hangs on thresholds and on all that was made before, so here it is done at fixed points alone: before each
handful of jobs, whatever the jobs are, and before each stage. What is held is thus the same each time, and
garbage counts no longer than a handful makes it.
"""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from site_builder import build, prepare
from site_builder.crew import Crew
from tests.support.little_site import LittleSite

STAGES = {
    prepare: ("gather_content", "gather_photos", "read_appearance", "set_desk", "make_plan", "task_keys"),
    build: ("with_search", "stage", "swap"),
}


def _after_collecting(work: Callable[..., Any]) -> Callable[..., Any]:
    def collect_and_work(*args: Any, **named: Any) -> Any:
        gc.collect()
        return work(*args, **named)

    return collect_and_work


def _map(
    _crew: Crew,
    function: Callable[[Sequence[Any]], list[Any]],
    jobs: Sequence[Any],
    chunk: int = 40,
    worth: int = 0,
) -> Iterator[Any]:
    """Do what a crew of one does, and collect before each handful."""
    return _one(Crew(1), _after_collecting(function), jobs, chunk, worth)


_one = Crew.map


def main(root: str, output: str) -> None:
    site = LittleSite(Path(root))
    for module, names in STAGES.items():
        for name in names:
            setattr(module, name, _after_collecting(getattr(module, name)))
    setattr(Crew, "map", _map)  # noqa: B010  a method of another's class
    gc.collect()
    gc.disable()
    tracemalloc.start()
    site.build_from_nothing(Path(output))
    print(tracemalloc.get_traced_memory()[1])


if __name__ == "__main__":
    main(*sys.argv[1:])
