"""The sheets of a file understood: what each column holds, told by its header and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.cells.consent import asks_consent
from site_builder.importing.cells.day_order import DAY_FIELDS, is_ambiguous, puts_month_first
from site_builder.importing.cells.endings import names_the_dead
from site_builder.importing.cells.office_forms import (
    Known,
    says_nothing,
)
from site_builder.importing.sheets.beside import parts_of
from site_builder.importing.sheets.columns import known_headers, meaning, price_factor
from site_builder.importing.sheets.footnotes import Note, marked_rows, rows_named
from site_builder.importing.sheets.found_columns import find_columns, likely_columns
from site_builder.importing.sheets.groups import NO_COLUMN, fill, groups_of, shop_headings
from site_builder.importing.sheets.header_contexts import is_remark
from site_builder.importing.sheets.header_rows import Header, find_header, listed, rows_below
from site_builder.importing.sheets.near_headers import headers_without_names
from site_builder.importing.sheets.numbered_names import without_numbers
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.importing.sheets.passing import PassedRow, Reason, passed_rows
from site_builder.importing.sheets.price_notes import PriceNote, price_note
from site_builder.importing.sheets.price_units import first_converted, look_like_thousands, lowest_likely
from site_builder.importing.sheets.remarks import OF_KIND, forbidden, said_elsewhere
from site_builder.importing.sheets.states import Sorted, price_headings, rows_below_headings, rows_of_a_state
from site_builder.importing.sheets.titles import notes_above, rows_above, villages_told
from site_builder.importing.sheets.unasked_shops import unasked_shops
from site_builder.importing.sheets.unread_texts import coloured_rows, rows_of_a_legend, unread_texts
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span, has_errors
from site_builder.spreadsheets.cells import Cell, Row, Sheet, column_letters
from site_builder.validate.header_words import (
    COPY_SHEET,
    ID,
    ORDINAL,
    OWN_SHEETS,
    header_key,
)
from site_builder.validate.shapes import ChoiceShape, shape_of_kind

_EXAMPLE = {Kind.SHOPS: "Nama Usaha", Kind.PRODUCTS: "Nama Produk", Kind.EVENTS: "Nama Acara"}


_MILLION = 1_000_000
_SAID_OF_ROWS = (Reason.NOTE, Reason.SIGNED)
"""Rows around a table in which something may be said of others."""


class Table(Struct, frozen=True, kw_only=True):
    """One sheet understood: which column is which field, and the rows of entries."""

    sheet: str
    columns: dict[int, str]
    """Column to field, or to one of the columns of `header_words`."""
    headers: dict[int, Cell]
    rows: tuple[Row, ...]
    twice: dict[int, str]
    """Columns that mean what one before them means."""
    foreign: Mapping[int, Problem]
    """By their numbers the rows that stand below other headers, and why they can't be read."""
    passed: tuple[PassedRow, ...] = ()
    """Rows that can't hold an entry."""
    consent: tuple[int, ...] = ()
    """Columns in which people say whether their data may be shown."""
    remarks: tuple[int, ...] = ()
    """Columns of remarks."""
    month_first: frozenset[str] = frozenset()
    """Columns of days that a program has written with the month first."""
    closed: Mapping[int, Problem] = {}
    """By their numbers the rows of which a remark or the name says that they must not be shown, and why."""
    shopless: Mapping[int, str] = {}
    """By their numbers the products that name no shop though others do, and the address of the empty cell."""
    names: Mapping[int, Cell] = {}
    """By the numbers of rows that are not read, in `foreign` and `closed`, the cells of their names."""
    factors: Mapping[int, int] = {}
    """By columns of prices in thousands or millions how many rupiah 1 is."""
    doubtful: frozenset[int] = frozenset()
    """Columns of prices of which most can only be thousands, though no header says so."""
    lowest: Mapping[int, Decimal] = {}
    """By columns of prices in rupiah from which amount on one fits the others of the column."""
    price_note: PriceNote | None = None
    """What a line around the table says of all its prices."""
    likely: Mapping[str, Cell] = {}
    """By fields that entries need and no column holds, the header of one that may be it."""
    shop_heading: str = ""
    """Of products without a column of shops, what stands above cells that name shops of the site."""


def find_tables(
    path: str, sheets: Sequence[Sheet], kind: Kind, words: Known
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """Understand every sheet that has a column of names; tell what is left out."""
    tables: list[Table] = []
    problems: list[Problem] = []
    for sheet in sheets:
        place = Span(sheet.name or path)
        if not sheet.rows or (sheet.hidden and sheet.name == COPY_SHEET):
            continue
        if sheet.hidden:
            problems.append(_warning(place, "hidden-sheet", sheet=sheet.name))
            continue
        header = find_header(sheet.rows, known_headers(kind))
        if header is None:
            if sheet.name in OWN_SHEETS:
                continue
            problems.append(_without_header(sheet, place, path, kind))
            continue
        for part in parts_of(sheet, header, known_headers(kind)):
            own = find_header(part.rows, known_headers(kind)) or header
            table, told = _table(part, own, kind, words)
            problems += [one for one in told if one not in problems]
            if not has_errors(told):
                tables.append(table)
    if not tables and not has_errors(problems):
        problems.append(Problem("sheet-file", Span(path), "no-names", {"example": _EXAMPLE[kind]}))
    return tuple(tables), tuple(problems)


def _without_header(sheet: Sheet, place: Span, path: str, kind: Kind) -> Problem:
    """Say why a sheet is not read, and which row is nearly one of headers."""
    nearly = headers_without_names(sheet.rows, known_headers(kind))
    called = sheet.name or path
    if nearly is None:
        return _warning(place, "no-header", sheet=called)
    values = {
        "sheet": called,
        "row": str(nearly.row.number),
        "known": listed([f"`{text}`" for text in (*nearly.known, *(text for text, _ in nearly.slips))]),
        "example": _EXAMPLE[kind],
    }
    slip = next((text for text, near in nearly.slips if near.target == "name"), "")
    return _warning(place, "slip-header" if slip else "no-name-header", **values, header=slip)


def _table(sheet: Sheet, header: Header, kind: Kind, words: Known) -> tuple[Table, list[Problem]]:
    known = known_headers(kind)
    rows = sheet.rows[header.end :]
    targets = {column: meaning(cell.text, known) for column, cell in header.cells.items()}
    below = rows_below(rows, header, targets, known, _values(kind))
    said = {
        column: [row.cells[column] for row in below.rows if _says(row, column)] for column in header.cells
    }
    found = find_columns(header, targets, said, kind, words)
    own_rows, numbered = without_numbers(below.rows, found.columns)
    below = replace(below, rows=own_rows)
    needed = {field.name for field in shape_of_kind(kind).fields if field.required} - {"name"}
    remarks = [
        column for column, cell in header.cells.items() if is_remark(header_key(BRACKETED.sub("", cell.text)))
    ]
    consent = [column for column, cell in header.cells.items() if asks_consent(cell.text)]
    shops = shop_headings(below.rows, found.columns, words) if kind is Kind.PRODUCTS else {}
    if shops and "shop" not in found.columns.values():
        found.columns[NO_COLUMN] = "shop"
    groups = groups_of(below.rows, found.columns)
    prices = price_headings(groups) if kind is Kind.PRODUCTS else {}
    passed = passed_rows(sheet.name, below.rows, found.columns, needed, remarks, shops | prices, kind)
    filled = fill(below.rows, found.columns, passed, shops, kind)
    unasked = unasked_shops(filled.rows, found, header, words) if kind is Kind.PRODUCTS else None
    struck = {one.number for one in passed if one.reason is Reason.STRUCK}
    kept = [row for row in filled.rows if row.number not in struck]
    closed = {one.number: _closed(one, kind) for one in passed if one.reason is Reason.CLOSED}
    passed = [*notes_above(sheet, header), *passed]
    notes = [Note(one.cell, one.text) for one in passed if one.reason in _SAID_OF_ROWS]
    marked = dict(marked_rows(kept, found.columns, notes))
    named = _names_in(found.columns, kept)
    marked = rows_of_a_legend(named, notes) | marked
    above = rows_of_a_state(sheet, rows_above(sheet, header), below.rows, kind)
    others = {one.number for one in passed if one.reason is not Reason.CLOSED}
    above = {number: told for number, told in above.items() if number not in others}
    in_groups = rows_below_headings(groups, passed, shops, kind, words) if not above else Sorted({}, [])
    closed = (
        above
        | in_groups.refused
        | said_elsewhere(kept, header, found.problems, kind)
        | marked
        | _late(named)
        | forbidden(kept, remarks, header, kind)
        | closed
    )
    month_first, ordered = _day_orders(found.columns, header, kept)
    problems = [
        *found.problems,
        *below.told,
        *numbered,
        *ordered,
        *filled.told,
        *in_groups.told,
        *_counted_ids(found.columns, header, kept),
    ]
    problems += _unseen(sheet, header, found.columns, kept)
    problems += unread_texts(header, found.problems, [row for row in kept if row.number not in closed])
    problems += villages_told(sheet, header, found.columns, passed, words.villages, kind)
    factors = {
        column: factor
        for column in found.columns.keys() & header.cells.keys()
        if (factor := price_factor(header.cells[column].text, known)) > 1
    }
    problems += _scaled(factors, header, kept)
    problems += coloured_rows(sheet.name, named)
    problems += rows_named({number: cell for number, cell in named.items() if number not in closed}, notes)
    table = Table(
        sheet=sheet.name,
        columns=found.columns,
        headers=header.cells,
        rows=tuple(kept),
        twice=found.twice,
        foreign=below.foreign,
        passed=tuple(one for one in passed if one.reason is not Reason.CLOSED),
        consent=tuple(consent),
        remarks=tuple(remarks),
        month_first=month_first,
        closed=closed,
        shopless=filled.shopless if unasked is None else unasked.places,
        names={number: named[number] for number in named.keys() & (closed.keys() - below.foreign.keys())}
        | below.names,
        factors=factors,
        doubtful=look_like_thousands(found.columns, kept, factors),
        lowest=lowest_likely({n: one for n, one in found.columns.items() if n not in factors}, kept),
        price_note=price_note(notes) if kind is Kind.PRODUCTS else None,
        likely=likely_columns(header, found, kind),
        shop_heading="" if unasked is None else unasked.heading,
    )
    return table, problems


def _closed(row: PassedRow, kind: Kind) -> Problem:
    """Say why a row is not imported, so that nobody misses a shop that is still there.

    An event that is called off keeps its page, which says so.
    """
    values = {"value": row.name[:40], "remark": " ".join(row.cell.text.split())[:60]}
    return Problem("row-closed", Span(row.cell.at), OF_KIND.get(kind, ""), values)


def _scaled(factors: Mapping[int, int], header: Header, rows: Sequence[Row]) -> Iterator[Problem]:
    """Show by one price of each column what is made of thousands and millions."""
    for column, factor in sorted(factors.items()):
        found = first_converted(column, rows, factor)
        if found is not None:
            variant = "thousands" if factor < _MILLION else "millions"
            values = {"header": _shown(header.cells[column]), "value": _shown(found[0]), "meant": found[1]}
            yield _warning(Span(header.cells[column].at), variant, **values)


def _late(names: Mapping[int, Cell]) -> dict[int, Problem]:
    """Refuse rows of which the name says that the owner has died."""
    return {
        number: Problem("row-closed", Span(cell.at), "late", {"value": " ".join(cell.text.split())[:60]})
        for number, cell in names.items()
        if names_the_dead(cell.text)
    }


def _names_in(columns: Mapping[int, str], rows: Sequence[Row]) -> dict[int, Cell]:
    named = [column for column, target in columns.items() if target == "name"]
    return {row.number: row.cells[column] for column in named for row in rows if column in row.cells}


def _values(kind: Kind) -> frozenset[str]:
    """Give the words that stand in cells, also where headers may be called so: `Toko`."""
    shapes = [field.shape for field in shape_of_kind(kind).fields]
    return frozenset(word for shape in shapes if isinstance(shape, ChoiceShape) for word in shape.meant)


def _says(row: Row, column: int) -> bool:
    return column in row.cells and not says_nothing(row.cells[column])


def _day_orders(
    columns: Mapping[int, str], header: Header, rows: Sequence[Row]
) -> tuple[frozenset[str], list[Problem]]:
    """Tell once of each column that its days in figures are read with the day first."""
    month_first = set()
    told = []
    for column, target in columns.items():
        cells = [row.cells[column] for row in rows if column in row.cells and target in DAY_FIELDS]
        unsure = next(filter(is_ambiguous, cells), None)
        if unsure is not None and puts_month_first(cells):
            month_first.add(target)
        elif unsure is not None:
            head = _shown(header.cells[column])
            told.append(_warning(Span(unsure.at), "day-first", header=head, value=unsure.text.strip()[:40]))
    return frozenset(month_first), told


def _counted_ids(columns: dict[int, str], header: Header, rows: Sequence[Row]) -> list[Problem]:
    """Take a column called `ID` that only numbers the rows for what it is."""
    told = []
    for column, target in columns.items():
        cells = [row.cells[column] for row in rows if column in row.cells]
        if target == ID and cells and all(re.fullmatch(r"\(?\d+[.)]?", cell.text.strip()) for cell in cells):
            columns[column] = ORDINAL
            told.append(_warning(Span(header.cells[column].at), "counted-id"))
    return told


def _unseen(sheet: Sheet, header: Header, columns: Mapping[int, str], rows: Sequence[Row]) -> list[Problem]:
    """Tell of hidden rows and columns, and of values in columns without a header."""
    told = []
    hidden = [str(row.number) for row in rows if row.hidden]
    if hidden:
        told.append(_warning(Span(sheet.name or "."), "hidden-rows", rows=listed(hidden)))
    unseen = [column_letters(column) for column in columns if column in sheet.hidden_columns]
    if unseen:
        told.append(_warning(Span(sheet.name or "."), "hidden-columns", columns=listed(unseen)))
    lost = {column for row in rows for column in row.cells} - set(header.cells) - set(columns)
    for column in sorted(lost):
        cell = next(row.cells[column] for row in rows if column in row.cells)
        told.append(_warning(Span(cell.at), "no-column", value=cell.text[:40]))
    return told


def _shown(cell: Cell) -> str:
    return " ".join(cell.text.split())[:40]


def _warning(at: Span, variant: str, **values: str) -> Problem:
    return Problem("sheet-note", at, variant, values, Severity.WARNING)
