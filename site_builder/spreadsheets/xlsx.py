"""Reads .xlsx (Office Open XML) with openpyxl: shown values, never formulas or macros.

openpyxl finds the parts and says what each cell holds. A workbook that it would load in full is never made:
it makes every cell of merged ones, follows links and pictures, and so has no bounds.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, cast
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace
from openpyxl.reader.excel import ExcelReader
from openpyxl.reader.strings import read_string_table
from openpyxl.styles.numbers import BUILTIN_FORMATS_MAX_SIZE, builtin_format_code
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.utils import range_boundaries
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import FORMULA_TAG, VALUE_TAG, WorkSheetParser
from openpyxl.xml.constants import SHARED_STRINGS, STYLES_TYPE

from site_builder.spreadsheets.archive import Archive, local
from site_builder.spreadsheets.cells import (
    Cell,
    Sheet,
    What,
    address,
    column_letters,
    day_cell,
    lined,
    text_cell,
)
from site_builder.spreadsheets.comments import read_comments
from site_builder.spreadsheets.faults import SheetFault
from site_builder.spreadsheets.grid import MOST_SHEETS, Grid, Range, Room
from site_builder.spreadsheets.number_formats import is_date, shown_by
from site_builder.spreadsheets.runs import YES, Lines, is_struck, lines_of, shared_lines
from site_builder.spreadsheets.shown import number_cell

_DATE_FORMATS = frozenset((*range(27, 37), *range(50, 59)))
"""Numbers of formats of days in East Asia, which openpyxl has no codes for."""
_MOST_STYLES = 70_000
"""Excel allows 65,490."""
_MOST_MERGED = 20_000
_MOST_IN_ROW = 16_384
_PLAIN_RGB, _PLAIN_INDEXED, _PLAIN_THEME = ("000000", "FFFFFF"), ("8", "9", "64", "65"), ("0", "1")
"""How black and white may be written."""
_COUNT = re.compile(r"[1-9]\d{0,8}", re.ASCII)
_NO_TINT = re.compile(r"-?0*\.?0*")


class _Style(Struct, frozen=True):
    code: str
    """Of its format."""
    is_day: bool
    is_struck: bool
    colour: str


_PLAIN = _Style("", is_day=False, is_struck=False, colour="")


class _Book(Struct, frozen=True):
    texts: Sequence[str]
    lines: Mapping[int, Lines]
    """Through those texts that are in pieces, by their numbers."""
    formats: Sequence[_Style]
    epoch: dt.datetime
    room: Room


def read_xlsx(path: str, data: bytes) -> tuple[Sheet, ...]:
    """Read all sheets; raises `SheetFault`."""
    archive = Archive(path, data)
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)  # openpyxl leaves something out, such as a sheet
        with _openpyxl(path):
            reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            reader.archive = cast(Any, archive)  # nothing passes by the guard
            reader.read_manifest()
            reader.read_workbook()
            sheets = [*islice(reader.parser.find_sheets(), MOST_SHEETS + 1)]
        if len(sheets) > MOST_SHEETS:
            raise archive.bomb()
        book = _Book(
            _texts(reader, archive),
            shared_lines(archive, _part(reader, SHARED_STRINGS)),
            _formats(reader, archive),
            reader.wb.epoch,
            Room(path),
        )
        return tuple(
            _sheet(archive, link.target, str(sheet.name), book, hidden=sheet.state != "visible")
            for sheet, link in sheets
            if link.Type.endswith("/worksheet")  # charts have sheets of their own
        )


@contextmanager
def _openpyxl(path: str) -> Iterator[None]:
    """Call openpyxl: it raises whatever comes of a file that no program wrote.

    Only its calls stand in here: what goes wrong elsewhere is no fault of the file.
    """
    try:
        yield
    except SheetFault:
        raise
    except Exception:  # noqa: BLE001
        raise SheetFault(path, "broken") from None


def _part(reader: ExcelReader, kind: str) -> str:
    """Name the part of a kind, which programs put wherever they like; give nothing where there is none."""
    return next((part.PartName[1:] for part in reader.package.Override if part.ContentType == kind), "")


def _texts(reader: ExcelReader, archive: Archive) -> list[str]:
    part = _part(reader, SHARED_STRINGS)
    if not part:
        return []
    data = archive.large(part)
    with _openpyxl(archive.path):
        return read_string_table(data)


def _formats(reader: ExcelReader, archive: Archive) -> list[_Style]:
    """Read formats, and of fonts only what strikes texts through: all else may be of any kind."""
    part = _part(reader, STYLES_TYPE)
    if not part:
        return []
    tree = archive.tree(part)
    fonts = [font for group in tree if local(group) == "fonts" for font in group]
    fills = [fill for group in tree if local(group) == "fills" for fill in group]
    struck, letters = [is_struck(font) for font in fonts], [_colour(font) for font in fonts]
    grounds = [_colour(pattern) for fill in fills for pattern in fill]
    for child in [*tree]:
        if local(child) not in ("numFmts", "cellXfs"):
            tree.remove(child)
        elif len(child) > _MOST_STYLES:
            raise archive.bomb()
    with _openpyxl(archive.path):
        styles = Stylesheet.from_tree(cast(Any, tree))  # its stubs know no elements of Python itself
        codes = [_code(style.numFmtId, styles.number_formats) for style in styles.cell_styles]
    found = []
    for style, code in zip(styles.cell_styles, codes, strict=True):
        is_day = style.numFmtId in _DATE_FORMATS or is_date(code)
        has_line = 0 <= style.fontId < len(struck) and struck[style.fontId]
        ground = grounds[style.fillId] if 0 <= style.fillId < len(grounds) else ""
        letter = letters[style.fontId] if 0 <= style.fontId < len(letters) else ""
        found.append(_Style(code, is_day, has_line, f"{ground}/{letter}" if ground or letter else ""))
    return found


def _code(number: int, own: Sequence[str]) -> str:
    """Give a format by its number; raises `IndexError` where the file has none of it."""
    place = number - BUILTIN_FORMATS_MAX_SIZE
    return own[place] if place >= 0 else builtin_format_code(number) or ""


def _colour(part: ET.Element) -> str:
    """Give the colour of a font or of a fill as it is written, nothing for that of new sheets."""
    if part.get("patternType", "solid") == "none":
        return ""
    colour = next((child for child in part if local(child) in ("color", "fgColor")), None)
    if colour is None or colour.get("auto") in YES or colour.get("indexed") in _PLAIN_INDEXED:
        return ""
    if colour.get("theme") in _PLAIN_THEME and _NO_TINT.fullmatch(colour.get("tint", "0")):
        return ""
    rgb = colour.get("rgb", "")[-6:].upper()
    return "" if rgb in _PLAIN_RGB else rgb or f"{colour.get('theme')}{colour.get('tint', '')}"


def _sheet(archive: Archive, part: str, name: str, book: _Book, *, hidden: bool) -> Sheet:
    grid = Grid(archive.path, name, book.room)
    parser = WorkSheetParser(io.BytesIO(), book.texts, data_only=True, epoch=book.epoch)
    merged: list[Range] = []
    comments = read_comments(archive, part, book.room)
    for element in archive.ends(part):
        match local(element):
            case "row":
                if len(element) > _MOST_IN_ROW:
                    raise archive.bomb()
                number, cells = _row(parser, element, grid.name, book)
                if element.get("hidden") in YES:
                    grid.hidden.add(number)
                for column, cell in cells:
                    comment = comments.get(f"{column_letters(column)}{number}", "")
                    grid.put(number, column, replace(cell, comment=comment) if comment else cell)
                element.clear()
            case "col" if element.get("hidden") in YES:
                grid.hide_columns(_place(element, "min", archive.path), _place(element, "max", archive.path))
            case "mergeCell":
                with _openpyxl(archive.path):
                    left, top, right, bottom = range_boundaries(element.get("ref", ""))
                if left and top and right and bottom:  # of no program whole rows
                    merged.append((top, left - 1, bottom, right - 1))
                if len(merged) > _MOST_MERGED:
                    raise archive.bomb()
            case _:
                pass
    grid.merge(merged)
    return grid.sheet(hidden=hidden)


def _row(
    parser: WorkSheetParser, element: ET.Element, sheet: str, book: _Book
) -> tuple[int, Iterator[tuple[int, Cell]]]:
    with _openpyxl(book.room.path):
        number, cells = parser.parse_row(cast(Any, element))
    parser.row_dimensions.clear()  # heights of a million blank rows
    return number, (
        (cell["column"] - 1, _looked_at(cell, written, address(sheet, cell["column"] - 1, number), book))
        for cell, written in zip(cells, element, strict=True)
    )


def _place(element: ET.Element, name: str, path: str) -> int:
    """Give the column that an attribute counts, from 0; raises `SheetFault`."""
    written = element.get(name, "1")
    if not _COUNT.fullmatch(written):
        raise SheetFault(path, "broken")
    return int(written) - 1


def _looked_at(cell: Mapping[str, Any], element: ET.Element, at: str, book: _Book) -> Cell:
    style = cell["style_id"] or 0  # openpyxl leaves an empty text as it is
    look = book.formats[style] if 0 <= style < len(book.formats) else _PLAIN
    found = _cell(cell, element, at, look, book)
    lines = _lines(element, book)
    if not look.is_struck and not look.colour and not lines:
        return found
    whole = {look.is_struck if line is None else line for line in lines} or {look.is_struck}
    return lined(replace(found, colour=look.colour), whole)


def _lines(element: ET.Element, book: _Book) -> Lines:
    """Give the lines through the pieces of a cell's text, if it is in pieces."""
    match element.get("t"):
        case "s" if book.lines:
            number = element.findtext(VALUE_TAG) or ""
            return book.lines.get(int(number), ()) if number.isdecimal() else ()
        case "inlineStr":
            return next((lines_of(part) for part in element if local(part) == "is"), ())
        case _:
            return ()


def _cell(cell: Mapping[str, Any], element: ET.Element, at: str, look: _Style, book: _Book) -> Cell:
    value, kind = cell["value"], cell["data_type"]
    if kind == "e":
        return Cell(str(value or ""), at, What.ERROR)
    match value:
        case None:
            is_formula = kind == "n" and element.find(FORMULA_TAG) is not None
            return Cell("", at, What.UNCOMPUTED if is_formula else What.TEXT)
        case str():
            return text_cell(unescape(book.room.hold(value)), at)
        case bool():
            return Cell("ya" if value else "tidak", at)
        case int() | float():
            return _number(value, look, at, book.epoch)
        case _:
            return day_cell(value, at)


def _number(value: float, look: _Style, at: str, epoch: dt.datetime) -> Cell:
    if look.is_day:
        try:
            return day_cell(from_excel(value, epoch), at)
        except (ArithmeticError, ValueError):  # there is no such day
            return text_cell(str(value), at)
    try:
        return number_cell(str(value), shown_by(look.code, str(value)), at)
    except ArithmeticError:
        return text_cell(str(value), at)
