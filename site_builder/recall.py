"""Results that are kept from one build to the next in a process that makes several."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

MANY = 1 << 15
"""So many results of one kind are kept: those of ten thousand entries, and their translations."""

V = TypeVar("V")
R = TypeVar("R")


def once_for_each(function: Callable[[V], R]) -> Callable[[V], R]:
    """Call a pure function once for each value; the very value, so that nothing need be compared.

    For values that never change. It is kept with its result, so its `id` is nobody else's.
    """
    known: dict[int, tuple[V, R]] = {}

    @wraps(function)
    def recall(value: V) -> R:
        found = known.get(id(value))
        if found is None:
            if len(known) >= MANY:
                known.clear()
            found = known[id(value)] = (value, function(value))
        return found[1]

    return recall
