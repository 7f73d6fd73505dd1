"""Which entry a name belonged to before its file was called otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.model.catalog import AnyEntry
from site_builder.names import EntryId


def former_names(entries: Iterable[AnyEntry]) -> dict[str, EntryId]:
    """Give by each name that entries of a kind say they had, in `aliases` or `slug`, the one that says so.

    A name that two of them claim leads to neither.
    """
    found: dict[str, EntryId] = {}
    claimed: set[str] = set()
    for entry in entries:
        for name in _names_of(entry):
            if found.setdefault(name, entry.id) != entry.id:
                claimed.add(name)
    return {name: id_ for name, id_ in found.items() if name not in claimed}


def _names_of(entry: AnyEntry) -> set[str]:
    slugs = [] if entry.meta.slug is None else entry.meta.slug.texts.values()
    return {alias.rstrip("/").rpartition("/")[2] for alias in entry.meta.aliases} | set(slugs)
