"""In which order entries stand in lists."""

from __future__ import annotations

from site_builder.model.catalog import AnyEntry


def in_list_order(entry: AnyEntry) -> tuple[bool, int, str]:
    """Sort real entries before samples, then by `order`, then by id."""
    order = entry.meta.order
    return (entry.meta.sample, 10**9 if order is None else order, entry.id)
