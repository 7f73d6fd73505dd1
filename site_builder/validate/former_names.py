"""Which entry a name belonged to before its file was called otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from site_builder.model.catalog import AnyEntry
from site_builder.names import EntryId


def former_names(entries: Iterable[AnyEntry]) -> dict[str, EntryId]:
    """Give by each name that entries of a kind say they had, in `aliases` or `slug`, the one that says so."""
    return _of_one(entries, _names_of)


def shown_names(entries: Iterable[AnyEntry]) -> dict[str, EntryId]:
    """Give by each name that readers see, in any language and written as an id is, the entry of that name."""
    return _of_one(entries, lambda entry: map(shape_of_name, entry.meta.name.texts.values()))


def _of_one(entries: Iterable[AnyEntry], names_of: Callable[[AnyEntry], Iterable[str]]) -> dict[str, EntryId]:
    """Give entries by their names; a name that two of them have leads to neither."""
    found: dict[str, EntryId] = {}
    claimed: set[str] = set()
    for entry in entries:
        for name in names_of(entry):
            if found.setdefault(name, entry.id) != entry.id:
                claimed.add(name)
    return {name: id_ for name, id_ in found.items() if name not in claimed}


def shape_of_name(text: str) -> str:
    """Write a name as an id is written."""
    return "-".join(re.findall(r"[^\W_]+", text.casefold()))


def _names_of(entry: AnyEntry) -> set[str]:
    slugs = [] if entry.meta.slug is None else entry.meta.slug.texts.values()
    return {alias.rstrip("/").rpartition("/")[2] for alias in entry.meta.aliases} | set(slugs)
