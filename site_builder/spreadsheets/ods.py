"""Reads .ods (OpenDocument): shown values, never formulas or macros."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from msgspec.structs import replace

from site_builder.spreadsheets.archive import Archive, attribute, local
from site_builder.spreadsheets.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Sheet,
    What,
    address,
    clean_text,
    day_cell,
    lined,
    text_cell,
)
from site_builder.spreadsheets.grid import MOST_SHEETS, Grid, Range, Room
from site_builder.spreadsheets.ods_styles import CELLS, Styles, lines_through, styles_of
from site_builder.spreadsheets.shown import number_cell

_MOST_REPEATED = 1000
"""Rows that are the same one after the other; more are blank ones below the table."""


def read_ods(path: str, data: bytes) -> tuple[Sheet, ...]:
    """Read all sheets; raises `SheetFault`."""
    archive = Archive(path, data)
    tree = archive.tree("content.xml")
    hidden = {
        attribute(style, "name")
        for style in tree.iter()
        if local(style) == "style"
        and any(local(part) == "table-properties" and attribute(part, "display") == "false" for part in style)
    }
    body = next((element for element in tree.iter() if local(element) == "spreadsheet"), tree)
    tables = [element for element in body if local(element) == "table"]
    if len(tables) > MOST_SHEETS:
        raise archive.bomb()
    styles = styles_of(archive, tree)
    room = Room(path)
    return tuple(
        _sheet(table, room, styles, hidden=attribute(table, "style-name") in hidden) for table in tables
    )


def _sheet(table: ET.Element, room: Room, styles: Styles, *, hidden: bool) -> Sheet:
    grid = Grid(room.path, attribute(table, "name"), room)
    merged: list[Range] = []
    number = 1
    first = 0
    usual: dict[int, str] = {}
    for row in table.iter():
        if local(row) == "table-column":
            times = _count(row, "number-columns-repeated")
            if attribute(row, "visibility") in ("collapse", "filter"):
                grid.hide_columns(first, first + times - 1)
            named = attribute(row, "default-cell-style-name")
            usual.update(dict.fromkeys(range(first, min(first + times, MOST_COLUMNS)), named))
            first += times
        if local(row) != "table-row":
            continue
        times = _count(row, "number-rows-repeated")
        cells = _cells(row, styles, usual)
        is_hidden = attribute(row, "visibility") in ("collapse", "filter")
        for repeated in range(min(times, _MOST_REPEATED) if cells else 0):
            at = number + repeated
            if is_hidden:
                grid.hidden.add(at)
            for column, cell, rows, columns in cells:
                room.hold(cell.text)
                room.hold(cell.comment)
                grid.put(at, column, replace(cell, at=address(grid.name, column, at)))
                if rows * columns > 1:
                    merged.append((at, column, at + min(rows, MOST_ROWS) - 1, column + columns - 1))
        number += times
    grid.merge(merged)
    return grid.sheet(hidden=hidden)


def _cells(row: ET.Element, styles: Styles, usual: Mapping[int, str]) -> list[tuple[int, Cell, int, int]]:
    """Give the cells of a row that say something, those that are repeated each in its column.

    Each with the rows and columns that it spans; its address is not known yet. `usual` names by columns the
    style of cells that name none themselves, as their row does not either.
    """
    of_row = attribute(row, "default-cell-style-name")
    found = []
    column = 0
    for element in row:
        name = local(element)
        if name not in ("table-cell", "covered-table-cell"):
            continue
        times = _count(element, "number-columns-repeated")
        if name == "table-cell" and column < MOST_COLUMNS:
            cell = _cell(element)
            comment = _comment(element)
            cell = replace(cell, comment=comment) if comment else cell
            spans = _count(element, "number-rows-spanned"), _count(element, "number-columns-spanned")
            if cell.text.strip() or cell.what != "text":
                last = min(column + times, MOST_COLUMNS)
                own = attribute(element, "style-name") or of_row
                found += [
                    (at, _styled(cell, element, styles, own or usual.get(at, "")), *spans)
                    for at in range(column, last)
                ]
        column += times
    return found


def _styled(cell: Cell, element: ET.Element, styles: Styles, name: str) -> Cell:
    look = styles.look(CELLS, name)
    is_struck = bool(look.is_struck)
    if not is_struck and not look.colour and not styles.strikes_texts:
        return cell
    lines = lines_through(element, styles, is_struck=is_struck)
    return lined(replace(cell, colour=look.colour), lines)


def _count(element: ET.Element, name: str) -> int:
    written = attribute(element, name, "1")
    return max(1, int(written)) if written.isdecimal() and len(written) < 9 else 1


def _cell(element: ET.Element) -> Cell:
    """Read a cell; its address is not known yet."""
    text = "\n".join(_text(part) for part in element if local(part) == "p")
    kind = attribute(element, "value-type")
    if any(key.endswith("calcext/1.0}value-type") and value == "error" for key, value in element.items()):
        return Cell(text or "#", "", What.ERROR)
    if attribute(element, "formula") and not kind and not text:
        return Cell("", "", What.UNCOMPUTED)
    match kind:
        case "float" | "currency" | "percentage":
            is_shown = any(local(part) == "p" for part in element)
            share = "%" if kind == "percentage" else None
            return _number(element, text if is_shown else share)
        case "date":
            return _day(attribute(element, "date-value"), text)
        case "time":
            value = attribute(element, "time-value")  # PT08H30M00S
            return Cell(f"{value[2:4]}.{value[5:7]}" if value.startswith("PT") else text, "", What.DAY)
        case "boolean":
            return Cell("ya" if attribute(element, "boolean-value") == "true" else "tidak", "")
        case _:
            return text_cell(text, "")


def _comment(element: ET.Element) -> str:
    """Give what somebody has stuck to a cell, without who and when."""
    notes = [part for part in element if local(part) == "annotation"]
    texts = [_text(part) for note in notes for part in note.iter() if local(part) == "p"]
    return " ".join(clean_text(" ".join(texts)).split())


def _number(element: ET.Element, shown: str | None) -> Cell:
    try:
        currency = attribute(element, "currency")
        return number_cell(attribute(element, "value"), shown, "", currency=currency)
    except ArithmeticError:
        return text_cell(shown or "", "")


def _day(written: str, text: str) -> Cell:
    try:
        return day_cell(dt.datetime.fromisoformat(written), "")
    except ValueError:
        return text_cell(text, "")


def _text(element: ET.Element) -> str:
    """Join the pieces of a paragraph, without notes that people stuck to it."""
    parts = [element.text or ""]
    for child in element:
        match local(child):
            case "s":
                parts.append(" " * min(_count(child, "c"), 100))
            case "line-break" | "tab":
                parts.append(" ")
            case "annotation":
                pass
            case _:
                parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
