"""Which entry a row is about: remembered, or called the same; rows that are there twice are refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.cells.office_forms import same
from site_builder.importing.entries.origins import Origin, Past
from site_builder.importing.entries.resembling import (
    is_another,
    likeness_in,
    likeness_of,
    names_are_near,
    resembled,
)
from site_builder.importing.library import Existing, Library, value_in
from site_builder.importing.rows.row import ReadRow
from site_builder.model.readers.paths import slug_fault
from site_builder.model.readers.written import Written
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import shape_of_kind

_CONTACTS = ("whatsapp", "phone", "email")
"""Fields of which one must be the same for a row to be a remembered one with another name: several shops may
share an address."""
_FEWEST_SAME = 3
_MOST_COMPARED = 100_000
"""Pairs of a new row and an entry whose row is gone; a sheet with more of them is another list."""
_MOST_NAMED = 10
"""Cells of rows that would be one entry: each of a thousand rows would name all others."""


class Match(Struct, frozen=True):
    id: EntryId
    """Empty where there is a problem."""
    problem: Problem | None = None
    is_deleted: bool = False
    """Whether the entry came from an import, but is no longer there."""


class _Ways(Struct, frozen=True):
    """How rows find entries: each from a row's key to ids."""

    remembered: Mapping[str, Sequence[EntryId]]
    deleted: Mapping[str, Sequence[EntryId]]
    """Remembered, but no longer there."""
    renamed: Mapping[str, EntryId]
    called: Mapping[str, Sequence[EntryId]]
    """By the names that entries have now."""
    given: frozenset[str]
    """All ids that the sheet gives."""


def match_rows(rows: Sequence[ReadRow], library: Library, past: Past) -> list[Match]:
    """Give for each row the id of its entry, there already or new."""
    origins = past.origins
    remembered: dict[str, list[EntryId]] = defaultdict(list)
    deleted: dict[str, list[EntryId]] = defaultdict(list)
    for entry, origin in origins.items():
        is_there = entry in library.entries or entry in library.unread
        (remembered if is_there else deleted)[origin.row].append(EntryId(entry))
    known = remembered.keys() | deleted.keys()
    keys = {row.key for row in rows}
    free = {EntryId(entry): origin for entry, origin in origins.items() if origin.row not in keys}
    renamed = _renamed([row for row in rows if row.key not in known], free, library)
    called: dict[str, list[EntryId]] = defaultdict(list)
    for entry in library.entries:
        for key in _keys_of(library, entry):
            called[key].append(entry)
    given = frozenset(row.given_id for row in rows if row.given_id)
    ways = _Ways(remembered, deleted, renamed, called, given)
    found = _told_apart(rows, [_match(row, library, ways, past) for row in rows])
    found = [_if_not_another(row, match, library, past) for row, match in zip(rows, found, strict=True)]
    return _if_not_near(rows, found, library)


def _if_not_near(rows: Sequence[ReadRow], found: Sequence[Match], library: Library) -> list[Match]:
    """Refuse new rows that are most likely about an entry, or a row above, of another name."""
    near = dict(resembled([(row, match.id) for row, match in zip(rows, found, strict=True)], library))
    return [_with_near(match, near.get(place)) for place, match in enumerate(found)]


def _with_near(match: Match, near: Problem | None) -> Match:
    """Refuse a row for another that it may be; one that is there twice already names that one too."""
    if near is None:
        return match
    told = match.problem
    if told is None:
        return Match(EntryId(""), near)
    cells = [
        cell for cell in near.values.get("cells", "").split(", ") if cell not in told.values.get("cells", "")
    ]
    if told.code != "row-twice" or not cells:
        return match
    values = {**told.values, "cells": ", ".join([told.values["cells"], *cells])}
    return replace(match, problem=replace(told, values=values))


def _if_not_another(row: ReadRow, match: Match, library: Library, past: Past) -> Match:
    """Refuse a row that only has the name of an entry: of another village, or of another year."""
    existing = library.entries.get(match.id)
    if existing is None or row.given_id:
        return match
    wishes = {name: wish.value for name, wish in row.wishes.items()}
    origin = past.origins.get(match.id)
    known = [likeness_in(library, match.id)]
    known += [likeness_of(library.kind, origin.fields)] if origin is not None else []
    if is_another(library.kind, likeness_of(library.kind, wishes), known):
        return _refused(row, "row-another", id=match.id)
    if library.kind is Kind.EVENTS:
        field = shape_of_kind(Kind.EVENTS).by_name["starts"]
        days = [value_in(existing.document, field), origin.fields.get("starts") if origin else None]
        years = {day[:4] for day in days if isinstance(day, str)}
        starts = wishes.get("starts")
        if years and isinstance(starts, str) and starts[:4] not in years:
            return _refused(row, "row-another", "year", id=match.id, year=sorted(years)[0])
    return match


def _match(row: ReadRow, library: Library, ways: _Ways, past: Past) -> Match:
    """Find the entry of one row: by its id, by what is remembered, by its name."""
    if row.given_id:
        return _given(row, EntryId(row.given_id), library, ways, past)
    for entries in (ways.remembered.get(row.key, ()), ways.called.get(row.key, ())):
        if len(entries) > 1:
            return _refused(row, "row-several", known=", ".join(entries))
        if entries:
            return Match(entries[0])
    gone = ways.deleted.get(row.key, ())
    if gone:
        return Match(gone[0], is_deleted=True)
    if row.key in ways.renamed:
        entry = ways.renamed[row.key]
        return Match(entry, is_deleted=entry not in library.entries and entry not in library.unread)
    return _made(row, library, past.origins)


def _given(row: ReadRow, entry: EntryId, library: Library, ways: _Ways, past: Past) -> Match:
    """Take the id that a row gives, unless its name or what is remembered says that it is another's."""
    own = {*ways.remembered.get(row.key, ()), *ways.called.get(row.key, ())}
    if entry in own or entry in library.unread:
        return Match(entry)
    existing = library.entries.get(entry)
    if existing is not None:
        bases: list[Mapping[str, Written]] = []
        bases += [past.origins[entry].fields] if entry in past.origins else []
        bases += [past.carried[entry]] if entry in past.carried else []
        is_near = not own and names_are_near(library.kind, row.name, existing.name)
        if (
            is_near
            or _has_contact(row, existing, library)
            or any(_others_of(row, base, library) for base in bases)
        ):
            return Match(entry)
        return _refused(row, "row-id-other", id=entry, other=existing.name[:40])
    others = sorted(own - ways.given)
    if others:
        return _refused(row, "row-id-other", "name", id=entry, other=others[0])
    gone = sorted({*ways.deleted.get(row.key, ())} - ways.given)
    if gone:
        return Match(gone[0], is_deleted=True)
    return Match(entry, is_deleted=entry in past.origins or entry in past.carried)


def _made(row: ReadRow, library: Library, origins: Mapping[str, Origin]) -> Match:
    """Make the id of a new entry; one that another entry has is never taken over."""
    slug = slug_of(row.name)
    shop = row.wishes.get("shop")
    if library.kind is Kind.PRODUCTS and shop is not None and _has_shop(library, slug):
        slug = slug_of(f"{row.name} {shop.value}")
    if slug_fault(slug):
        return _refused(row, "row-id")
    if slug in library.entries:
        new = slug_of(f"{row.name} {shop.value}") if shop is not None else f"{slug}-2"
        variant = "same" if library.kind is Kind.SHOPS else ""
        other = library.entries[EntryId(slug)].name[:40]
        return _refused(row, "row-id-taken", variant, id=slug, other=other, new=new)
    return Match(EntryId(slug), is_deleted=slug in origins and slug not in library.unread)


def _refused(row: ReadRow, code: str, variant: str = "", **values: str) -> Match:
    return Match(EntryId(""), Problem(code, Span(row.at.at), variant, {"value": row.name[:40], **values}))


def _has_contact(row: ReadRow, existing: Existing, library: Library) -> bool:
    """Whether a row gives a number or e-mail address that the entry has."""
    fields = shape_of_kind(library.kind).by_name
    for name in _CONTACTS:
        here = value_in(existing.document, fields[name]) if name in fields else None
        if here is not None and name in row.wishes and same(fields[name].shape, here, row.wishes[name].value):
            return True
    return False


def _keys_of(library: Library, entry: EntryId) -> Iterator[str]:
    """Give what rows of an entry may be told by: its name, of a product also with its shop."""
    existing = library.entries[entry]
    key = slug_of(existing.name)
    if key:
        yield key
    if key and library.kind is Kind.PRODUCTS:
        shop = _shop_of(existing)
        if shop:
            yield f"{key} {shop}"


def _shop_of(existing: Existing) -> Written | None:
    return value_in(existing.document, shape_of_kind(Kind.PRODUCTS).by_name["shop"])


def _has_shop(library: Library, entry: str) -> bool:
    """Whether a product of this id is of a shop: then the same name may be another shop's product."""
    existing = library.entries.get(EntryId(entry))
    return existing is not None and _shop_of(existing) is not None


def _renamed(rows: Sequence[ReadRow], free: Mapping[EntryId, Origin], library: Library) -> dict[str, EntryId]:
    """Find rows whose name alone has changed: all else is as it was, also a number, and of one row only."""
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
    others = _others_of(row, origin.fields, library)
    if len(others) >= _FEWEST_SAME and others.intersection(_CONTACTS):
        return True
    own = likeness_of(library.kind, {name: wish.value for name, wish in row.wishes.items()})
    before = likeness_of(library.kind, origin.fields)
    return bool(own.contacts & before.contacts) and bool(own.address) and own.address == before.address


def _others_of(row: ReadRow, base: Mapping[str, Written], library: Library) -> frozenset[str]:
    """Give the fields beside the name, if the row says of all of them what is remembered; else none."""
    fields = shape_of_kind(library.kind).by_name
    others = frozenset(name for name in (*row.wishes, *base) if name != "name" and name in fields)
    is_same = all(
        name in row.wishes and name in base and same(fields[name].shape, row.wishes[name].value, base[name])
        for name in others
    )
    return others if is_same else frozenset()


def _told_apart(rows: Sequence[ReadRow], found: Sequence[Match]) -> list[Match]:
    """Refuse all rows that would be one entry, each with the cells of the others."""
    groups: dict[str, list[int]] = defaultdict(list)
    for place, (row, match) in enumerate(zip(rows, found, strict=True)):
        if row.name and match.problem is None:
            groups[match.id].append(place)
    result = [*found]
    for place, twins in _twins(rows).items():
        if result[place].problem is None:
            cells = ", ".join(rows[twin].at.at for twin in twins[:_MOST_NAMED])
            result[place] = _refused(rows[place], "row-twice", "refused", cells=cells)
    for places in groups.values():
        for place in places if len(places) > 1 else ():
            some = [rows[other].at.at for other in places[: _MOST_NAMED + 1] if other != place]
            others = ", ".join(some[:_MOST_NAMED]) + (", …" if len(places) > _MOST_NAMED + 1 else "")
            values = {"value": rows[place].name[:40], "cells": others}
            problem = Problem("row-twice", Span(rows[place].at.at), "", values)
            result[place] = Match(EntryId(""), problem)
    return result


def _twins(rows: Sequence[ReadRow]) -> dict[int, list[int]]:
    """Give for rows the places of others that would be the same entry and are refused for a remark."""
    twins: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.twin:
            twins[row.twin].append(place)
    found: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        own = [
            twin
            for key in dict.fromkeys((row.key, slug_of(row.name)) if row.name else ())
            for twin in twins.get(key, ())
            if not (row.given_id and rows[twin].given_id and row.given_id != rows[twin].given_id)
        ]
        found |= {place: own} if own else {}
    return found
