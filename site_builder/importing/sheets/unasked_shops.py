"""Shops of the site that a list of products names below a heading that does not say that they are shops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.importing.cells.office_forms import Known
from site_builder.importing.sheets.found_columns import FoundColumns
from site_builder.importing.sheets.groups import beside
from site_builder.importing.sheets.header_contexts import is_remark
from site_builder.importing.sheets.header_rows import Header
from site_builder.spreadsheets.cells import Row, column_letters
from site_builder.text.slug import slug_of
from site_builder.validate.header_words import header_key


class UnaskedShops(Struct, frozen=True):
    heading: str
    """What stands above the column; without a heading its letter."""
    places: Mapping[int, str]
    """By the numbers of the rows their cells in that column, also where they are empty."""


def unasked_shops(
    rows: Sequence[Row], found: FoundColumns, header: Header, words: Known
) -> UnaskedShops | None:
    """Find a column that nobody knows and that names shops of the site, where no column is that of shops.

    Its products would be published as made by all shops, so none of them is taken before someone says what
    the column is.
    """
    if "shop" in found.columns.values():
        return None
    columns = sorted({column for row in rows for column in row.cells} - set(found.columns) - set(found.twice))
    for column in columns:
        head = header.cells.get(column)
        if head is not None and is_remark(header_key(head.text)):
            continue
        if any(slug_of(row.cells[column].text) in words.shops for row in rows if column in row.cells):
            heading = " ".join(head.text.split())[:40] if head is not None else column_letters(column)
            return UnaskedShops(heading, {row.number: beside(row, column) for row in rows})
    return None
