"""The build that has nothing to do: seen from the disk and the cache alone."""

from __future__ import annotations

import json
import time

from site_builder.freshness import HEAVIEST, PROBLEMS, Glance, is_fresh
from site_builder.model.weights import PageWeight
from site_builder.options import BuildOptions
from site_builder.problems import Problem, Severity, Span
from site_builder.report import BuildReport
from site_builder.store.database import Store


def fresh_report(seen: Glance, options: BuildOptions, store: Store) -> BuildReport | None:
    """Report that nothing has changed since the last build, or `None` when something may have."""
    started = time.monotonic()
    if not options.use_cache or not is_fresh(seen, options, store):
        return None
    told = _problems(store.notes().get(PROBLEMS, "[]"))
    heaviest = tuple(PageWeight(**one) for one in json.loads(store.notes().get(HEAVIEST, "[]")))
    count = len(store.outputs())
    return BuildReport(count, 0, count, time.monotonic() - started, told, heaviest=heaviest)


def _problems(text: str) -> tuple[Problem, ...]:
    """Read back what the last build warned of."""
    return tuple(
        Problem(
            one["code"],
            Span(one["at"]["path"], one["at"]["line"], one["at"]["column"]),
            one["variant"],
            one["values"],
            Severity(one["severity"]),
        )
        for one in json.loads(text)
    )
