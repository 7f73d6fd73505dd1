"""Reads CSV whatever a program made of it: its encoding and what stands between its values."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from site_builder.spreadsheets.cells import Sheet, address, text_cell
from site_builder.spreadsheets.faults import SheetFault
from site_builder.spreadsheets.grid import Grid, Room

_SEPARATORS = ";\t,"
_LOOKED_AT = 200
"""Rows by which the separator is told."""


def read_csv(path: str, data: bytes) -> tuple[Sheet, ...]:
    """Read the only sheet; raises `SheetFault`."""
    text = _decoded(path, data)
    named = text[:6].lower()
    if named.startswith("sep=") and len(text) > 4:
        separator, start = text[4], 1
    else:
        separator, start = _separator(text), 0
    grid = Grid(path, "", Room(path))
    try:
        for number, values in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1
        ):
            if number <= start:
                continue
            for column, value in enumerate(values):
                grid.put(number, column, text_cell(value, address("", column, number)))
    except csv.Error:
        raise SheetFault(path, "broken") from None
    return (grid.sheet(),)


def _decoded(path: str, data: bytes) -> str:
    """Decode UTF-8, UTF-16, else what Windows wrote before (1252, of which Latin-1 is nearly a part)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif len(data) > 3 and not any(data[1:64:2]):
        encoding = "utf-16-le"
    elif len(data) > 3 and not any(data[0:64:2]):
        encoding = "utf-16-be"
    else:
        encoding = "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8-sig":
            raise SheetFault(path, "broken") from None
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
    if "\0" in text:
        raise SheetFault(path, "broken")
    return text


def _separator(text: str) -> str:
    """Take the sign that parts most rows into the same number of values."""
    best, most = ",", (0, 0)
    for separator in _SEPARATORS:
        try:
            widths = Counter(
                width
                for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _LOOKED_AT)
                if (width := len(row)) > 1
            )
        except csv.Error:
            continue
        if widths:
            width, rows = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
            if (rows, width) > most:
                best, most = separator, (rows, width)
    return best
