"""Entries that an office was sent and that stand in no row of what it sends back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.importing.entries.judging import Planned
from site_builder.importing.entries.origins import Past
from site_builder.importing.library import Existing, Library, is_sample, value_in
from site_builder.importing.sheets.tables import Table
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import shape_of_kind

_MOST_TOLD = 20
_VARIANTS = {Kind.SHOPS: "", Kind.EVENTS: "event"}
"""By what is to be written of one that is no more; an event that is called off keeps its page."""


def taken_out(
    tables: Sequence[Table], planned: Sequence[Planned], library: Library, past: Past
) -> Iterator[Problem]:
    """Tell once of the rows that an office deleted: nobody knows why, so no entry is touched."""
    there = {one.match.id for one in planned} | {EntryId(one.row.given_id) for one in planned}
    called = {slug_of(one.row.name) for one in planned}
    passed = [row for table in tables for row in table.passed]  # told as left out
    called |= {slug_of(text) for row in passed for text in (row.cell.text, row.name)}
    gone = [
        entry
        for entry, existing in library.entries.items()
        if entry in past.carried
        and entry not in there
        and not {entry, slug_of(existing.name)} & called
        and not _is_over(existing)
    ]
    if gone and tables:
        named = ", ".join(gone[:_MOST_TOLD]) + (", …" if gone[_MOST_TOLD:] else "")
        variant = _VARIANTS.get(library.kind, "thing")
        values = {"value": named, "count": str(len(gone))}
        yield Problem("rows-gone", Span(tables[0].sheet or "-"), variant, values, Severity.WARNING)


def _is_over(existing: Existing) -> bool:
    """Whether there is nothing to be done: made up, or closed for good as the site says already."""
    closed = shape_of_kind(Kind.SHOPS).by_name["closed_since"]
    return is_sample(existing) or value_in(existing.document, closed) is not None
