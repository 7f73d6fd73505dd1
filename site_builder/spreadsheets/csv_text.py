"""Reads CSV whatever a program made of it: its encoding and what stands between its values."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from site_builder.spreadsheets.cells import MOST_COLUMNS, Sheet, address, text_cell
from site_builder.spreadsheets.faults import SheetFault
from site_builder.spreadsheets.grid import Grid, Room

_SEPARATORS = ";\t,"
_NO_SEPARATORS = ("", "\r", "\n", '"')
_LOOKED_AT = 200
"""Rows by which the separator is told."""
_BREAK = re.compile(r"\r\n|\r|\n")
_END = "\0end"
"""What no file holds: a zero byte is refused."""


def read_csv(path: str, data: bytes) -> tuple[Sheet, ...]:
    """Read the only sheet; raises `SheetFault`, also where a lost quote would swallow rows unseen."""
    text = _decoded(path, data)
    separator, width = _form(text)
    start = 0
    if text[:4].lower() == "sep=" and text[4:5] not in _NO_SEPARATORS:
        separator, start = text[4], 1
        width = _widths(text, separator).width
    room = Room(path)
    grid = Grid(path, "", room)
    for number, (line, values) in enumerate(_lines(path, text, separator), start=1):
        if number <= start:
            continue
        for column, value in enumerate(values[:MOST_COLUMNS]):
            if _BREAK.search(value) and _swallows(value, separator, width, len(values)):
                raise _quote_fault(path, line, values[:column])
            grid.put(number, column, text_cell(room.hold(value), address("", column, number)))
    return (grid.sheet(),)


def _lines(path: str, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line where it begins; a row of our own at the end shows an open quote."""
    end = "" if text.endswith(("\n", "\r")) else "\n"
    reader = csv.reader(io.StringIO(f"{text}{end}{_END}", newline=""), delimiter=separator)
    line = 1
    try:
        for values in reader:
            if values and values[-1].endswith(_END):
                if len(values) > 1 or values[0] != _END:
                    raise _quote_fault(path, line, values[:-1])
                return
            yield line, values
            line = reader.line_num + 1
    except csv.Error:  # a value longer than any: its quote is open
        raise _quote_fault(path, line, ()) from None


def _quote_fault(path: str, line: int, before: Sequence[str]) -> SheetFault:
    """Name the line where a quote opens: behind the lines of the values before it."""
    line += sum(len(_BREAK.findall(value)) for value in before)
    return SheetFault(path, "quote", at_line=line, line=str(line))


def _swallows(value: str, separator: str, width: int, values: int) -> bool:
    """Whether a value of several lines holds what must be further values of its row and of others.

    A comma before a space is one of a sentence.
    """
    if width < 2:
        return False
    sign = re.compile(re.escape(separator) + ("(?! )" if separator == "," else ""))
    counts = [len(sign.findall(line)) for line in _BREAK.split(value)]
    is_odd = '"' in value or values != width
    return max(counts[1:]) >= width - 1 or (is_odd and sum(counts) >= width - 1)


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
        _refuse_mixed(path, data)
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
    if "\0" in text:
        raise SheetFault(path, "broken")
    return text


def _refuse_mixed(path: str, data: bytes) -> None:
    """Refuse a file of which some lines are UTF-8 and others not: joined from two files."""
    in_utf8, in_other = 0, 0
    for number, line in enumerate(data.splitlines(), start=1):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            in_utf8 = in_utf8 or number
        except UnicodeDecodeError:
            in_other = in_other or number
    if in_utf8:
        first, later = sorted((in_utf8, in_other))
        raise SheetFault(path, "encodings", at_line=later, line=str(later), other=str(first))


class _Widths(NamedTuple):
    """How many rows have one and the same number of values."""

    rows: int
    width: int


def _form(text: str) -> tuple[str, int]:
    """Take the sign that parts most rows into the same number of values; give that number too."""
    best, most = ",", _Widths(0, 0)
    for separator in _SEPARATORS:
        found = _widths(text, separator)
        if found > most:
            best, most = separator, found
    return best, most.width


def _widths(text: str, separator: str) -> _Widths:
    widths = Counter[int]()
    try:
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator), _LOOKED_AT):
            if len(row) > 1:
                widths[len(row)] += 1
    except csv.Error:
        pass  # what came before tells it, too
    if not widths:
        return _Widths(0, 0)
    width, rows = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return _Widths(rows, width)
