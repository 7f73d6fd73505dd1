"""Rows that are refused because somebody objects or may do so: what the site shows of their entries stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from site_builder.importing.entries.judging import Planned
from site_builder.importing.entries.origins import Past
from site_builder.importing.entries.overwriting import base_of
from site_builder.importing.entries.plan import Held, Outcome, Status, Why
from site_builder.importing.entries.recognised import recognised
from site_builder.importing.library import Existing, Library, is_draft, is_sample, value_in
from site_builder.importing.rows.row import ReadRow, unsaid
from site_builder.model.readers.written import Written, shorten
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span
from site_builder.source.documents import Document
from site_builder.source.flow_yaml import flow_yaml
from site_builder.validate.shapes import shape_of_kind

_OBJECTS = frozenset({"row-consent"}) | {
    f"row-consent.{variant}" for variant in ("doubt", "empty", "objection", "partly", "remark")
}
_MAY_OBJECT = frozenset({
    "row-remark", "row-remark.product", "row-remark.event", "row-remark.number", "row-closed",
    "row-closed.product", "row-closed.late", "row-closed.inactive", "row-state.above", "row-state.sheet",
    "row-state.title", "row-mark", "row-mark.alone", "row-mark.colour", "cell-comment.doubt",
})  # fmt: skip
"""What says that an entry may be no more, or is not to be shown; that of events says itself what to do on
the site."""


def with_entries_told(planned: Sequence[Planned], library: Library, past: Past) -> list[Planned]:
    """Tell such rows where their entries are, and which of their cells the office has emptied since."""
    rows, matches = [one.row for one in planned], [one.match for one in planned]
    found = recognised(rows, matches, library, past)
    return [
        _with_entry(one, _sure(one, entries, library, past), past)
        for one, entries in zip(planned, found, strict=True)
    ]


def _sure(one: Planned, entries: frozenset[EntryId], library: Library, past: Past) -> Existing | None:
    """Give the one entry of a row: many sell a `Dompet`, so the name of a product alone tells nothing."""
    if len(entries) != 1:
        return None
    (entry,) = entries
    existing = library.entries[entry]
    is_by_name = not (one.match.id or one.row.given_id or entry in past.origins)
    return None if is_by_name and existing.document.name.kind is Kind.PRODUCTS else existing


def _with_entry(one: Planned, existing: Existing | None, past: Past) -> Planned:
    outcome = one.done.outcome
    said = _objection(outcome, existing)
    if existing is None or said is None:
        return one
    more = replace(
        outcome,
        id=existing.id,
        path=existing.document.path,
        problems=(*outcome.problems, _told(existing, said)),
        held=tuple(emptied(one.row, base_of(existing.id, past), existing.document)),
    )
    return replace(one, done=replace(one.done, outcome=more))


def _objection(outcome: Outcome, existing: Existing | None) -> Problem | None:
    """Give what a row is refused for, where that speaks against what the site shows now."""
    if outcome.status is not Status.REFUSED or existing is None or is_draft(existing) or is_sample(existing):
        return None
    closed = shape_of_kind(Kind.SHOPS).by_name["closed_since"]
    keys = _OBJECTS if value_in(existing.document, closed) is not None else _OBJECTS | _MAY_OBJECT
    return next((problem for problem in outcome.problems if problem.key in keys), None)


def _told(existing: Existing, said: Problem) -> Problem:
    """Say where the entry is; of a number that it shows, also how to take away that alone."""
    by_name = shape_of_kind(existing.document.name.kind or Kind.SHOPS).by_name
    numbers = [by_name[name] for name in ("whatsapp", "phone") if name in by_name]
    has_number = any(value_in(existing.document, field) is not None for field in numbers)
    values = {"value": shorten(existing.name), "file": str(existing.document.path)}
    is_closed = said.key == "row-closed"
    variant = "closed" if is_closed else "" if has_number else "thing"
    return Problem("row-shown", Span(said.at.path), variant, values)


def emptied(row: ReadRow, base: Mapping[str, Written], document: Document) -> Iterator[Held]:
    """Tell of cells that the office has emptied since: whether the entry forgets it, a person decides."""
    by_name = shape_of_kind(document.name.kind or Kind.SHOPS).by_name
    empty = unsaid(row)
    for name in base:
        here = value_in(document, by_name[name]) if name in empty and name in by_name else None
        if here is not None:
            place = row.places.get(name, row.at.at)
            yield Held(by_name[name].indonesian, shown(here), "", place, Why.EMPTIED)


def shown(value: Written | None) -> str:
    """Write a value as a person reads it."""
    return "" if value is None else value if isinstance(value, str) else flow_yaml(value)
