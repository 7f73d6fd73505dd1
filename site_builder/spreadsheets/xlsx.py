"""Reads .xlsx (Office Open XML): shown values, never formulas or macros."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from msgspec import Struct

from site_builder.spreadsheets.archive import Archive, attribute, local
from site_builder.spreadsheets.cells import Cell, Sheet, What, address, column_number, text_cell
from site_builder.spreadsheets.faults import SheetFault
from site_builder.spreadsheets.grid import Grid, Range, Room
from site_builder.spreadsheets.number_formats import KNOWN, is_date, shown_by
from site_builder.spreadsheets.shown import number_cell

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Numbers of formats that every program has without naming them."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_MERGED = 20_000
_MINUTE = dt.timedelta(minutes=1)


class _Styles(Struct, frozen=True):
    """What the styles of cells mean for how a number is shown."""

    dates: frozenset[int]
    codes: dict[int, str]
    """Style to the code of its format, without those of dates."""


class _Book(Struct, frozen=True):
    shared: Sequence[str]
    styles: _Styles
    since: dt.datetime
    """The day 0 of its dates."""
    room: Room


def read_xlsx(path: str, data: bytes) -> tuple[Sheet, ...]:
    """Read all sheets; raises `SheetFault`."""
    archive = Archive(path, data)
    workbook = archive.tree("xl/workbook.xml")
    if workbook is None:
        raise SheetFault(path, "broken")
    is_1904 = any(
        local(part) == "workbookPr" and attribute(part, "date1904") in ("1", "true") for part in workbook
    )
    since = dt.datetime(1904, 1, 1) if is_1904 else dt.datetime(1899, 12, 30)  # noqa: DTZ001  no zone
    book = _Book(_shared(archive), _styles(archive), since, Room(path))
    targets = _targets(archive)
    sheets = []
    for element in workbook.iter():
        if local(element) == "sheet":
            relation = next((value for key, value in element.items() if key.endswith("}id")), "")
            part = targets.get(relation, "")
            if part.startswith("xl/worksheets/"):  # charts have sheets of their own
                hidden = attribute(element, "state") in ("hidden", "veryHidden")
                sheets.append(_sheet(archive, part, attribute(element, "name"), book, hidden=hidden))
    return tuple(sheets)


def _targets(archive: Archive) -> dict[str, str]:
    relations = archive.tree("xl/_rels/workbook.xml.rels")
    found = {}
    for relation in relations if relations is not None else ():
        target = attribute(relation, "Target")
        part = target[1:] if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        found[attribute(relation, "Id")] = part
    return found


def _shared(archive: Archive) -> list[str]:
    texts = []
    for element in archive.ends("xl/sharedStrings.xml"):
        if local(element) == "si":
            texts.append(_text(element))
            element.clear()
    return texts


def _text(element: ET.Element) -> str:
    """Join the pieces of a text, without the reading aids of Japanese."""
    parts = []
    for child in element:
        match local(child):
            case "t":
                parts.append(child.text or "")
            case "r":
                parts += [piece.text or "" for piece in child if local(piece) == "t"]
            case _:
                pass
    return _unescaped("".join(parts))


def _unescaped(text: str) -> str:
    """Give the signs that XML can't hold: `_x000D_`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _styles(archive: Archive) -> _Styles:
    tree = archive.tree("xl/styles.xml")
    codes = dict(KNOWN)
    dates: set[int] = set()
    shown: dict[int, str] = {}
    for part in tree if tree is not None else ():
        if local(part) == "numFmts":
            codes |= {int(attribute(item, "numFmtId", "0")): attribute(item, "formatCode") for item in part}
    for part in tree if tree is not None else ():
        if local(part) != "cellXfs":
            continue
        for number, style in enumerate(part):
            form = int(attribute(style, "numFmtId", "0"))
            code = codes.get(form, "")
            if form in _DATE_FORMATS or is_date(code):
                dates.add(number)
            elif code:
                shown[number] = code
    return _Styles(frozenset(dates), shown)


def _sheet(archive: Archive, part: str, name: str, book: _Book, *, hidden: bool) -> Sheet:
    grid = Grid(archive.path, name, book.room)
    merged: list[Range] = []
    last_row = 0
    for element in archive.ends(part):
        match local(element):
            case "row":
                last_row = int(attribute(element, "r") or last_row + 1)
                if attribute(element, "hidden") in ("1", "true"):
                    grid.hidden.add(last_row)
                for column, cell in _cells(element, grid.name, last_row, book):
                    grid.put(last_row, column, cell)
                element.clear()
            case "mergeCell" if found := _RANGE.fullmatch(attribute(element, "ref")):
                merged.append(
                    (int(found[2]), column_number(found[1]), int(found[4]), column_number(found[3]))
                )
                if len(merged) > _MOST_MERGED:
                    raise SheetFault(archive.path, "bomb", most=str(_MOST_MERGED))
            case _:
                pass
    grid.merge(merged)
    return grid.sheet(hidden=hidden)


def _cells(row: ET.Element, sheet: str, number: int, book: _Book) -> Iterator[tuple[int, Cell]]:
    column = -1
    for element in row:
        if local(element) == "c":
            place = _PLACE.fullmatch(attribute(element, "r"))
            column = column_number(place[1]) if place else column + 1
            yield column, _cell(element, address(sheet, column, number), book)


def _cell(element: ET.Element, at: str, book: _Book) -> Cell:
    parts = {local(part): part for part in element}
    kind = attribute(element, "t", "n")
    if kind == "inlineStr":
        return text_cell(_text(parts["is"]) if "is" in parts else "", at)
    value = parts["v"].text or "" if "v" in parts else ""
    if kind in ("str", "e", "d"):
        if kind == "e":
            return Cell(value, at, What.ERROR)
        return text_cell(_unescaped(value), at)
    if not value:
        return Cell("", at, What.UNCOMPUTED if "f" in parts else What.TEXT)
    if kind == "s":
        index = int(value) if value.isdecimal() else -1
        return text_cell(book.shared[index] if 0 <= index < len(book.shared) else "", at)
    if kind == "b":
        return Cell("ya" if value == "1" else "tidak", at)
    return _number(value, int(attribute(element, "s", "0") or 0), at, book)


def _number(value: str, style: int, at: str, book: _Book) -> Cell:
    try:
        if style in book.styles.dates:
            return Cell(_day(float(value), book.since), at, What.DAY)
        return number_cell(value, shown_by(book.styles.codes.get(style, ""), value), at)
    except (ArithmeticError, ValueError):
        return text_cell(value, at)


def _day(days: float, since: dt.datetime) -> str:
    """Write a date as content files do: `2026-05-01`, `2026-05-01 09.00`; below a day it is a time."""
    minutes = round(days * 24 * 60)
    moment = since + minutes * _MINUTE
    time = f"{moment:%H.%M}"
    if 0 <= days < 1:
        return time
    return f"{moment:%Y-%m-%d}" if moment.time() == dt.time() else f"{moment:%Y-%m-%d} {time}"
