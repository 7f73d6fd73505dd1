"""Entries that an office was sent, or had in its list before, and that stand in no row of what it sends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from site_builder.importing.entries.judging import Planned
from site_builder.importing.entries.origins import Past
from site_builder.importing.entries.overwriting import list_called
from site_builder.importing.entries.recognised import recognised
from site_builder.importing.library import Existing, Library, is_sample, value_in
from site_builder.importing.sheets.tables import Table
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import shape_of_kind

_MOST_TOLD = 20
_FEWEST_AGAIN = 3
_TIMES_AS_MANY = 3
"""So many entries of a list are there again for each that is not; of another list only some are."""
_VARIANTS = {Kind.SHOPS: "", Kind.EVENTS: "event"}
"""By what is to be written of one that is no more; an event that is called off keeps its page."""


def taken_out(
    tables: Sequence[Table], planned: Sequence[Planned], library: Library, past: Past
) -> Iterator[Problem]:
    """Tell once of the rows that an office deleted: nobody knows why, so no entry is touched."""
    rows, matches = [one.row for one in planned], [one.match for one in planned]
    there = {entry for entries in recognised(rows, matches, library, past) for entry in entries}
    there |= {one.match.id for one in planned} | {EntryId(one.row.given_id) for one in planned}
    called = {slug_of(one.row.name) for one in planned}
    passed = [row for table in tables for row in table.passed]  # told as left out
    called |= {slug_of(text) for row in passed for text in (row.cell.text, row.name)}
    there |= {entry for entry, one in library.entries.items() if {entry, slug_of(one.name)} & called}
    listed = _of_lists_sent_again(there, past)
    gone = [
        entry
        for entry, existing in library.entries.items()
        if (entry in past.carried or entry in listed) and entry not in there and not _is_over(existing)
    ]
    if gone and tables:
        named = ", ".join(gone[:_MOST_TOLD]) + (", …" if gone[_MOST_TOLD:] else "")
        variant = _VARIANTS.get(library.kind, "thing")
        values = {"value": named, "count": str(len(gone))}
        yield Problem("rows-gone", Span(tables[0].sheet or "-"), variant, values, Severity.WARNING)


def _of_lists_sent_again(there: Collection[EntryId], past: Past) -> frozenset[EntryId]:
    """Give what came from lists of which nearly all stands in this one too: it is that list, revised.

    All editions are one list: each of them has noted as its own only what it has changed.
    """
    by_list: dict[str, set[EntryId]] = defaultdict(set)
    for entry, origin in past.origins.items():
        by_list[list_called(origin.file)].add(EntryId(entry))
    listed: set[EntryId] = set()
    for entries in by_list.values():
        gone = entries.difference(there)
        if len(entries) - len(gone) >= max(_FEWEST_AGAIN, _TIMES_AS_MANY * len(gone)):
            listed |= gone
    return frozenset(listed)


def _is_over(existing: Existing) -> bool:
    """Whether there is nothing to be done: made up, or closed for good as the site says already."""
    closed = shape_of_kind(Kind.SHOPS).by_name["closed_since"]
    return is_sample(existing) or value_in(existing.document, closed) is not None
