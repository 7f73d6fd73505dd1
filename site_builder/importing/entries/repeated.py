"""Rows that say of one thing what another row says already: lists are joined, and pages copied."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from site_builder.importing.cells.office_forms import same, tidy
from site_builder.importing.rows.row import ReadRow
from site_builder.model.readers.written import Written, shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.text.slug import slug_of
from site_builder.text.village_names import village_name
from site_builder.validate.shapes import FieldShape, ScalarShape, TextShape, shape_of_kind

_MOST_COMPARED = 5
"""Rows of one name that each further one is compared with."""
_MOST_NAMED = 5
_LONGEST = 40
"""Headers in one message, and the letters of each."""


def once(rows: Sequence[ReadRow], kind: Kind) -> tuple[list[ReadRow], list[Problem]]:
    """Take once what rows of one name say alike, in the fullest of them, and tell of the others.

    What was to be told of the cells of rows that are left out is told all the same.
    """
    kept: list[ReadRow] = []
    places: dict[str, list[int]] = defaultdict(list)
    told: list[Problem] = []
    for row in rows:
        own = places[f"{row.given_id} {row.key}"]
        if not row.name or has_errors(row.problems):
            kept.append(row)
            continue
        fuller = next((place for place in own if _says_no_more(row, kept[place], kind)), None)
        poorer = next((place for place in own if _says_no_more(kept[place], row, kind)), None)
        if fuller is not None:
            told += [_told(row, kept[fuller]), *row.problems]
        elif poorer is not None:
            told += [_told(kept[poorer], row), *kept[poorer].problems]
            kept[poorer] = row
        else:
            own += [len(kept)] if len(own) < _MOST_COMPARED else []
            kept.append(row)
    return kept, told


def _says_no_more(row: ReadRow, other: ReadRow, kind: Kind) -> bool:
    by_name = shape_of_kind(kind).by_name
    return all(
        name in other.wishes and agree(by_name[name], other.wishes[name].value, wish.value)
        for name, wish in row.wishes.items()
    )


def _told(row: ReadRow, other: ReadRow) -> Problem:
    is_same = [wish.value for wish in row.wishes.values()] == [wish.value for wish in other.wishes.values()]
    values = {"value": shorten(row.name), "cell": other.at.at}
    differing = [
        header
        for header in dict.fromkeys((*row.unread, *other.unread))
        if row.unread.get(header) != other.unread.get(header)
    ]
    if differing:
        named = ", ".join(f"`{header[:_LONGEST]}`" for header in differing[:_MOST_NAMED])
        values["headers"] = named + (", …" if differing[_MOST_NAMED:] else "")
    variant = "" if is_same else "less"
    variant = f"{variant}-unread".lstrip("-") if differing else variant
    return Problem("row-same", Span(row.at.at), variant, values, Severity.WARNING)


def agree(field: FieldShape, here: Written, value: Written) -> bool:
    """Whether entry and sheet say the same; capitals, and dots of a name, are the editor's."""
    if field.name == "name" and isinstance(here, str) and isinstance(value, str):
        return slug_of(here) == slug_of(value)
    if field.name == "village" and isinstance(here, str) and isinstance(value, str):
        return slug_of(village_name(here)) == slug_of(village_name(value))
    if isinstance(field.shape, TextShape | ScalarShape) and isinstance(here, str) and isinstance(value, str):
        return same(field.shape, here, value) or tidy(here).casefold() == tidy(value).casefold()
    return same(field.shape, here, value)
