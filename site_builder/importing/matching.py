"""Which entry a row is about: remembered, or called the same; rows that are there twice are refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.importing.library import Library
from site_builder.importing.office_forms import same
from site_builder.importing.origins import Origin
from site_builder.importing.rows import ReadRow
from site_builder.model.readers.paths import slug_fault
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import shape_of_kind

_TELLING = ("whatsapp", "phone", "address", "email", "shop", "starts")
"""Fields of which one must be the same for a row to be a remembered one with another name."""
_FEWEST_SAME = 3
_MOST_COMPARED = 100_000
"""Pairs of a new row and an entry whose row is gone; a sheet with more of them is another list."""


class Match(Struct, frozen=True):
    id: EntryId
    """Empty where there is a problem."""
    problem: Problem | None = None


def match_rows(rows: Sequence[ReadRow], library: Library, origins: Mapping[str, Origin]) -> list[Match]:
    """Give for each row the id of its entry, there already or new."""
    remembered = {
        origin.row: EntryId(entry)
        for entry, origin in origins.items()
        if entry in library.entries or entry in library.unread
    }
    keys = {row.key for row in rows}
    free = {entry: origins[entry] for key, entry in remembered.items() if key not in keys}
    renamed = _renamed([row for row in rows if row.key not in remembered], free, library)
    called: dict[str, list[EntryId]] = defaultdict(list)
    for entry in library.entries:
        called[_key_of(library, entry)].append(entry)
    found = [_match(row, library, (remembered, renamed), called.get(row.key, [])) for row in rows]
    return _told_apart(rows, found)


def _match(
    row: ReadRow, library: Library, known: Sequence[Mapping[str, EntryId]], called: Sequence[EntryId]
) -> Match:
    """Find the entry of one row; `called` are those that have its name."""
    if row.given_id:
        return Match(EntryId(row.given_id))
    for entries in known:
        if row.key in entries:
            return Match(entries[row.key])
    slug = slug_of(row.name)
    if len(called) > 1:
        values = {"value": row.name[:40], "known": ", ".join(called)}
        return Match(EntryId(""), Problem("row-several", Span(row.at.at), "", values))
    if called:
        return Match(called[0])
    shop = row.wishes.get("shop")
    if (
        library.kind is Kind.PRODUCTS
        and shop is not None
        and (slug in library.entries or slug in library.unread)
    ):
        slug = slug_of(f"{row.name} {shop.value}")
    if slug_fault(slug):
        return Match(EntryId(""), Problem("row-id", Span(row.at.at), "", {"value": row.name[:40]}))
    return Match(EntryId(slug))


def _key_of(library: Library, entry: EntryId) -> str:
    """Tell an entry as rows are told apart; a product by its shop too."""
    existing = library.entries[entry]
    key = slug_of(existing.name)
    if library.kind is Kind.PRODUCTS:
        field = shape_of_kind(Kind.PRODUCTS).by_name["shop"]
        shop = next(
            (existing.document.fields[n].value for n in field.names if n in existing.document.fields), ""
        )
        return f"{key} {shop}" if shop else key
    return key


def _renamed(rows: Sequence[ReadRow], free: Mapping[EntryId, Origin], library: Library) -> dict[str, EntryId]:
    """Find rows whose name alone has changed: all else is as it was, and of one row only."""
    if len(rows) * len(free) > _MOST_COMPARED:
        return {}
    pairs = [
        (row.key, entry) for row in rows for entry, origin in free.items() if _is_same(row, origin, library)
    ]
    by_row, by_entry = defaultdict(set), defaultdict(set)
    for key, entry in pairs:
        by_row[key].add(entry)
        by_entry[entry].add(key)
    return {key: entry for key, entry in pairs if len(by_row[key]) == len(by_entry[entry]) == 1}


def _is_same(row: ReadRow, origin: Origin, library: Library) -> bool:
    fields = shape_of_kind(library.kind).by_name
    others = {name for name in (*row.wishes, *origin.fields) if name != "name" and name in fields}
    if len(others) < _FEWEST_SAME or not any(name in others for name in _TELLING):
        return False
    return all(
        name in row.wishes
        and name in origin.fields
        and same(fields[name].shape, row.wishes[name].value, origin.fields[name])
        for name in others
    )


def _told_apart(rows: Sequence[ReadRow], found: Sequence[Match]) -> list[Match]:
    """Refuse all rows that would be one entry, each with the cells of the others."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, (row, match) in enumerate(zip(rows, found, strict=True)):
        if row.name and match.problem is None:
            groups[match.id].append(place)
    result = [*found]
    for places in groups.values():
        for place in places if len(places) > 1 else ():
            others = ", ".join(rows[other].at.at for other in places if other != place)
            values = {"value": rows[place].name[:40], "cells": others}
            problem = Problem("row-twice", Span(rows[place].at.at), "", values)
            result[place] = Match(EntryId(""), problem)
    return result
