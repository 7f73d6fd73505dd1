"""Where distances are measured from, and how far things are from there."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.catalog import AnyEntry, has_closed
from site_builder.names import Kind
from site_builder.plan.edition import Edition
from site_builder.plan.land import location_of, metres_between


def start_of(edition: Edition) -> AnyEntry | None:
    """Find the origin of all maps and distances."""
    return edition.land.start


def distance_from_origin(edition: Edition, entry: AnyEntry) -> int | None:
    """Measure metres in a straight line; nothing for the origin itself and where a place is not known."""
    start = start_of(edition)
    if start is None or start is entry or location_of(entry) is None:
        return None
    return metres_between(start, entry)


def real_entries(edition: Edition, kinds: Iterable[Kind]) -> list[AnyEntry]:
    """Give the entries of some kinds that are not made up, without shops that have closed for good."""
    entries = (entry for kind in kinds for entry in edition.catalog.of(kind).values())
    return [entry for entry in entries if not entry.meta.sample and not has_closed(entry)]
