"""One row of a sheet: what it says of which field, and the cells that can't be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from site_builder.importing.cells.amounts_in_words import YES_OF, in_yes_or_no, is_unsure
from site_builder.importing.cells.consent import why_not_shown
from site_builder.importing.cells.day_order import is_ambiguous
from site_builder.importing.cells.garbled import as_typed
from site_builder.importing.cells.office_forms import is_cut_year, says_nothing, tidy, written_in
from site_builder.importing.library import Library
from site_builder.importing.rows.comments import comments_told
from site_builder.importing.rows.contacts import part_numbers
from site_builder.importing.rows.contradictions import contradictions
from site_builder.importing.rows.halves import add_times, join_halves
from site_builder.importing.rows.joined import PARTS, join_days, join_hours, unclear_hours
from site_builder.importing.rows.left_out import leave_out_prices, left_out
from site_builder.importing.rows.measures import add_measures, holds, pairs_told
from site_builder.importing.rows.remarks_on_hours import remarks_on_hours
from site_builder.importing.rows.whole_prices import whole_prices
from site_builder.importing.rows.wishes import Reading, Wish, attempt
from site_builder.importing.sheets.groups import address_in
from site_builder.importing.sheets.other_names import BRACKETED
from site_builder.importing.sheets.tables import Table
from site_builder.model.readers.paths import slug_fault, slug_like
from site_builder.model.readers.written import shorten
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import UNUSABLE, Cell, Row, column_letters
from site_builder.text.slug import slug_of
from site_builder.validate.header_words import (
    APART,
    CLOSED,
    CLOSES,
    CONTACT,
    DAYS,
    ID,
    LAT,
    LON,
    MOBILE,
    ORDINAL,
    PRICE_MAX,
    PRICE_MIN,
    TIME,
    TIME_ENDS,
    WEEKDAY,
)
from site_builder.validate.shapes import FieldShape, shape_of_kind

_APART = (
    frozenset({ID, ORDINAL, LAT, LON, MOBILE, CONTACT, PRICE_MIN, PRICE_MAX, "whatsapp", "phone"}) | PARTS
)

_SHIFTED = 3
"""Cells that can't be read, in a row without a name: more of them stand in the wrong columns."""
_HOLDS = {
    CONTACT: ("whatsapp", "phone"),
    MOBILE: ("whatsapp", "phone"),
    LAT: ("location",),
    LON: ("location",),
    PRICE_MIN: ("price",),
    PRICE_MAX: ("price",),
    DAYS: ("hours",),
    CLOSES: ("hours",),
    CLOSED: (),
    TIME: (),
    TIME_ENDS: (),
    WEEKDAY: (),
}
"""The fields that a column apart may hold."""


class ReadRow(Struct, frozen=True):
    at: Cell
    """The name's, or the first one of the row."""
    name: str
    given_id: str
    wishes: dict[str, Wish]
    """By English names of fields, in the order in which files have them."""
    empty: frozenset[str]
    """Names of columns and fields of which this row says nothing."""
    problems: tuple[Problem, ...]
    faulty: Mapping[str, tuple[Problem, ...]] = {}
    """By fields why their cells can't be used."""
    places: Mapping[str, str] = {}
    """By the columns and fields of which the row says nothing the addresses of their empty cells."""
    shopless: str = ""
    """Of a product that names no shop though others of its list do, the address of the empty cell."""
    shop_heading: str = ""
    """What stands above that cell, where it names a shop below a heading that does not say so."""
    likely: Mapping[str, Cell] = {}
    """By fields without a column the header of one that nobody knows and that is called much the same."""
    label: str = ""
    """What to call a row that is refused without a look at its name, which is empty then."""
    twin: str = ""
    """Of a row that is refused for a remark, the key of others that would be the same entry."""
    unread: Mapping[str, str] = {}
    """What stands in columns that are left out, by their headers or letters."""

    @property
    def key(self) -> str:
        """Tell the row from all others, also when it has moved."""
        shop = self.wishes.get("shop")
        return f"{slug_of(self.name)} {shop.value}" if shop is not None else slug_of(self.name)


def lacking(row: ReadRow, kind: Kind) -> list[FieldShape]:
    """Give the fields that a new entry must have and the row says nothing of; faulty ones are told."""
    return [
        field
        for field in shape_of_kind(kind).fields
        if field.required and field.name not in row.wishes and field.name not in row.faulty
    ]


def unsaid(row: ReadRow) -> frozenset[str]:
    """Give the fields of which a row says nothing, and not only something that can't be read."""
    wrong = {problem.at.path for problem in row.problems if problem.severity is Severity.ERROR}
    return frozenset(name for name in row.empty if row.places.get(name) not in wrong)


def read_row(table: Table, row: Row, library: Library) -> ReadRow:
    """Read every cell of a row; all that can't be used is told at once."""
    foreign, closed = table.foreign.get(row.number), table.closed.get(row.number)
    if foreign is not None:
        return _unread(table, row, foreign)
    whole = _read(table, row, library)
    if closed is None:
        return whole
    others = (one for one in whole.problems if one.severity is Severity.ERROR and closed.code != "row-closed")
    bare = replace(whole, name=BRACKETED.sub("", whole.name))
    twin = bare.key if whole.name else ""
    unread = _unread(table, row, closed, *others)
    return replace(unread, twin=twin, given_id=whole.given_id, empty=unsaid(whole), places=whole.places)


def _unread(table: Table, row: Row, *problems: Problem) -> ReadRow:
    """Give a row that is refused whatever it says; one that is closed may be wrong in all else."""
    at = table.names.get(row.number) or _first(row)
    label = tidy(at.text) if row.number in table.names else ""
    return ReadRow(at, "", "", {}, frozenset(), problems, label=label)


def _read(table: Table, row: Row, library: Library) -> ReadRow:
    reading = Reading(
        {row.cells[n].at: tidy(head.text) for n, head in table.headers.items() if n in row.cells},
        {cell.at: cell.text for cell in row.cells.values()},
    )
    parts = _said(reading, table, row)
    said = _joined(reading, parts, library.kind)
    leave_out_prices(reading, said)
    _read_fields(reading, table, said, library)
    reading.problems += [*pairs_told(reading), *contradictions(table, row, said)]
    _read_parts(reading, parts, said, library)
    if library.kind is Kind.SHOPS:
        reading.problems += remarks_on_hours(reading, table, row)
    given = _given_id(reading, said.get(ID))
    reading.problems += _consent(table, row)
    at = _place_of_name(table, row, said.get("name"))
    _refuse_nameless(reading, row, at, said.get("name"))
    return _whole(reading, table, row, at, given, library.kind)


def _said(reading: Reading, table: Table, row: Row) -> dict[str, Cell]:
    """Give the cells that say something by what they mean, as their texts were typed."""
    cells = {
        target: cell if is_cut_year(cell.text) and target == "since" else as_typed(cell)
        for target, cell in _not_struck(reading, table, row).items()
    }
    cells = whole_prices(reading, cells, table, row)
    for target in YES_OF.keys() & cells.keys():
        cells[target] = in_yes_or_no(cells[target], target)
    return {
        target: cell
        for target, cell in cells.items()
        if not says_nothing(cell) or (target in YES_OF and is_unsure(cell))
    }


def _joined(reading: Reading, parts: dict[str, Cell], kind: Kind) -> dict[str, Cell]:
    """Put together what stands in several columns and means one thing."""
    if kind is not Kind.SHOPS:
        return join_days(parts)
    said = join_hours(parts)
    unclear = unclear_hours(parts)
    if unclear is not None:  # hours are refused for the cell of their days, or of one hour
        cell, (code, _, variant) = unclear[0], unclear[1].partition(".")
        values = {"value": shorten(tidy(cell.text))}
        if variant == "closed":
            values |= {"other": shorten(tidy(parts[CLOSED].text)), "cell": parts[CLOSED].at}
        told = Problem(code, Span(cell.at), variant, values)
        reading.faulty["hours"] = (told,)
        reading.problems.append(told)
        said.pop("hours", None)
    return said


def _read_fields(reading: Reading, table: Table, said: Mapping[str, Cell], library: Library) -> None:
    """Read each cell that is a field of its own."""
    by_name = shape_of_kind(library.kind).by_name
    for target, cell in said.items():
        if target in table.month_first and is_ambiguous(cell):
            told = Problem("cell-day-order", Span(cell.at), "", {"value": shorten(cell.text)})
            reading.faulty[target] = (told,)
            reading.problems.append(told)
        elif target not in _APART and not target.startswith(APART):
            shape = by_name[target]
            value = attempt(reading, cell, partial(written_in, shape, cell, library.known), target)
            if value is not None:
                reading.wishes[target] = Wish(value, cell)
                reading.problems += left_out(shape, cell)


def _read_parts(reading: Reading, parts: dict[str, Cell], said: dict[str, Cell], library: Library) -> None:
    """Read cells that are a field only with others; `parts` are what `said` was joined of."""
    join_halves(reading, said)
    add_measures(reading, said)
    if library.kind is Kind.EVENTS:
        add_times(reading, parts)
    if library.kind is Kind.SHOPS:
        part_numbers(reading, said, library)


def _refuse_nameless(reading: Reading, row: Row, at: Cell, said: Cell | None) -> None:
    """Refuse a row without a name at `at`, and one of which all cells are wrong with a single reason."""
    if "name" in reading.wishes:
        return
    faulty = {problem.at.path for problem in reading.problems}
    if faulty.isdisjoint({at.at, *([said.at] if said is not None else [])}):
        reading.problems.append(Problem("row-name", Span(at.at), "", {"value": shorten(at.text)}))
    if len({problem.at.path for problem in reading.problems}) > _SHIFTED:
        first = _first(row)
        reading.problems = [Problem("row-shifted", Span(first.at), "", {"value": shorten(first.text)})]


def _whole(reading: Reading, table: Table, row: Row, at: Cell, given: str, kind: Kind) -> ReadRow:
    name = reading.wishes.get("name")
    ordered = {
        field: reading.wishes[field] for field in shape_of_kind(kind).by_name if field in reading.wishes
    }
    empty = {
        name: address_in(at.at, column, row.number)
        for column, target in reversed(table.columns.items())
        for name in (*holds(target), *_HOLDS.get(target, (target,)))
        if name not in ordered
    }
    return ReadRow(
        at=at,
        name=name.value if name is not None and isinstance(name.value, str) else "",
        given_id=given,
        wishes=ordered,
        empty=frozenset(empty),
        problems=(*reading.problems, *comments_told(table, row, kind)),
        faulty=reading.faulty,
        places=empty,
        shopless=table.shopless.get(row.number, ""),
        shop_heading=table.shop_heading,
        likely=table.likely,
        label=_label(table, row),
        unread=_unread_cells(table, row),
    )


def _unread_cells(table: Table, row: Row) -> dict[str, str]:
    left_out = row.cells.keys() - table.columns.keys() - {*table.consent}
    heads = {column: table.headers.get(column, Cell(column_letters(column), "")) for column in left_out}
    return {tidy(heads[column].text): tidy(row.cells[column].text) for column in sorted(left_out)}


def _label(table: Table, row: Row) -> str:
    """Name a row of which a person must say first what of its name holds."""
    names = [
        row.cells[column] for column, one in table.columns.items() if one == "name" and column in row.cells
    ]
    return next((tidy(cell.text) for cell in names if cell.struck_partly), "")


def _not_struck(reading: Reading, table: Table, row: Row) -> dict[str, Cell]:
    """Give what is to be read; cells with a line through them say by it that they hold no more, and are told.

    They are left out before anything is joined, so that no part of a value is one of them. Where a line is
    drawn through some of a text the row is refused: what is left may be all that holds, or nothing of it.
    """
    cells = {}
    for column, target in table.columns.items():
        cell = row.cells.get(column)
        if cell is not None and cell.struck_partly:
            told = Problem("cell-struck", Span(cell.at), "partly", {"value": shorten(tidy(cell.text))})
            reading.problems += [told] if told not in reading.problems else []
            reading.faulty |= dict.fromkeys(_HOLDS.get(target, (target,)), (told,))
        elif cell is not None and not cell.struck:
            cells[target] = cell
        elif cell is not None and not says_nothing(cell):
            values = {"value": shorten(tidy(cell.text))}
            told = Problem("cell-struck", Span(cell.at), "", values, Severity.WARNING)
            reading.problems += [told] if told not in reading.problems else []  # merged over two columns
    return cells


def _first(row: Row) -> Cell:
    return next(iter(row.cells.values()))


def _place_of_name(table: Table, row: Row, said: Cell | None) -> Cell:
    """Give the cell of a row's name in that row, also where it is empty or merged with the one above."""
    first = said or _first(row)
    column = next((column for column, target in table.columns.items() if target == "name"), None)
    return first if column is None else Cell(first.text, address_in(first.at, column, row.number))


def _consent(table: Table, row: Row) -> Iterator[Problem]:
    """Refuse a row whose owner was asked whether it may be shown, and has not said yes."""
    for column in table.consent:
        cell, header = row.cells.get(column), tidy(table.headers[column].text)
        values = {"header": header[:60]}
        if cell is None:
            place = address_in(_first(row).at, column, row.number)
            yield Problem("row-consent", Span(place), "empty", values)
            continue
        why = "doubt" if cell.struck or cell.struck_partly else why_not_shown(cell.text, header)
        if why is not None:
            yield Problem("row-consent", Span(cell.at), why, {**values, "value": shorten(cell.text)})


def _given_id(reading: Reading, cell: Cell | None) -> str:
    """Take the id of a column of its own: how an office tells two shops of one name apart."""
    if cell is None:
        return ""
    given = tidy(cell.text)
    if given.isdecimal():
        reading.problems.append(Problem("row-id", Span(cell.at), "number", {"value": shorten(given)}))
        return ""
    if slug_fault(given) or cell.what in UNUSABLE:
        meant = slug_like(slug_of(given))  # `CON` is a name of Windows, so `con-1` is proposed
        values = {"value": shorten(given), "suggestion": meant}
        reading.problems.append(Problem("row-id", Span(cell.at), "form" if meant else "", values))
        return ""
    return given
