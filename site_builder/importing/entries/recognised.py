"""Which entries of the site rows speak of, also rows that are refused: they stand in the list anyway."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from site_builder.importing.entries.matching import Match
from site_builder.importing.entries.origins import Past
from site_builder.importing.library import Library
from site_builder.importing.rows.row import ReadRow
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.names import EntryId
from site_builder.text.slug import slug_of

_NAMED = ("id", "known")
"""Values of a refusal in which entries stand that the row may be about."""


def recognised(
    rows: Sequence[ReadRow], matches: Sequence[Match], library: Library, past: Past
) -> list[frozenset[EntryId]]:
    """Give for each row the entries that it is about, or may be: none where it is new."""
    called: dict[str, set[EntryId]] = defaultdict(set)
    for entry, existing in library.entries.items():
        called[slug_of(existing.name)].add(entry)
        if entry in past.origins:
            called[past.origins[entry].row].add(entry)
    called.pop("", None)
    found = []
    for row, match in zip(rows, matches, strict=True):
        own = {EntryId(text) for text in _told(row, match)} & library.entries.keys()
        by_name = (called[key] for key in _keys(row) if key in called)
        found.append(frozenset(own or next(by_name, set())))
    return found


def _told(row: ReadRow, match: Match) -> Iterator[str]:
    """Give the ids that a row says itself, or that it was matched with or refused for."""
    if match.id or row.given_id:
        yield from (match.id, row.given_id)
    elif match.problem is not None:
        for name in _NAMED:
            yield from match.problem.values.get(name, "").split(", ")


def _keys(row: ReadRow) -> Iterator[str]:
    """Give what a row is called by, the surest first; one that was not read has its name as a label only."""
    if row.twin:
        yield row.twin
    if row.name:
        yield from (row.key, slug_of(row.name))
    if row.label:
        yield from (slug_of(row.label), slug_of(BRACKETED.sub("", row.label)))
