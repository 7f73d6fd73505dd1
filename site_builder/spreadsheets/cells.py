"""A spreadsheet as values: sheets of rows of cells, each with the address that the office sees."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

MOST_ROWS = 20_000
"""That are not blank, in a whole file; a district has some thousand businesses."""
MOST_COLUMNS = 200

ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)|Err:\d+", re.IGNORECASE)
"""What spreadsheet programs show where a formula went wrong."""


_CONTROLS = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f]")
"""All but tabs and ends of lines; a terminal would obey some of them."""
_MINUTE = dt.timedelta(minutes=1)
_LAST_MINUTE = dt.datetime.combine(dt.date.max, dt.time(23, 59))
_MOST_POWER = 30
"""Of ten, in numbers that are written out."""


class What(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    """A day, with a time or without, or a time, already written as content files write them."""
    ERROR = "error"
    """A formula that failed."""
    UNLIKE = "unlike"
    """A number that the sheet shows as another one, as a share or in another currency."""
    UNCOMPUTED = "uncomputed"
    """A formula of which the file does not hold the result."""


UNUSABLE = frozenset({What.ERROR, What.UNLIKE, What.UNCOMPUTED})
"""What says something that nobody can take for a value."""


class Cell(Struct, frozen=True):
    text: str
    at: str
    """`Lembar1!C7`."""
    what: What = What.TEXT
    struck: bool = False
    """Whether a line is drawn through it, by which offices say that it holds no more."""
    struck_partly: bool = False
    """Whether a line is drawn through some of it: only a person can say what holds."""
    colour: str = ""
    """What tells its background and its letters from those of a new sheet; nobody can say what it means."""
    comment: str = ""
    """What somebody has stuck to it, beside its value."""


def lined(cell: Cell, lines: set[bool]) -> Cell:
    """Mark a cell by the lines through the pieces of its text."""
    return replace(cell, struck=lines == {True}, struck_partly=len(lines) > 1)


class Row(Struct, frozen=True):
    number: int
    cells: dict[int, Cell]
    """By column, from 0; blank ones are left out."""
    hidden: bool = False


class Sheet(Struct, frozen=True):
    name: str
    """Empty for CSV, which has no sheets."""
    rows: tuple[Row, ...]
    """That are not blank."""
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


def column_letters(column: int) -> str:
    """Name a column as programs do: 0 is `A`, 26 is `AA`."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def address(sheet: str, column: int, row: int) -> str:
    place = f"{column_letters(column)}{row}"
    return f"{sheet}!{place}" if sheet else place


def number_text(written: str) -> str:
    """Write a number in plain digits: `8.1234E10` is `81234000000`, `250000.0` is `250000`.

    One that is no size of anything stays as it is, so that a short file can't make long texts.
    """
    number = Decimal(written)
    if not number.is_finite():
        raise ArithmeticError(written)
    if number and abs(number.adjusted()) > _MOST_POWER:
        return written
    if number == number.to_integral_value():
        return str(int(number))
    return f"{number:f}"


def clean_text(text: str) -> str:
    """Leave out what steers machines; halves of letters become a sign that anybody sees."""
    halves = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _CONTROLS.sub("", halves.replace("\v", "\n"))


def text_cell(text: str, at: str) -> Cell:
    """Make the cell of a text, or of an error that stands there as text."""
    clean = clean_text(text)
    return Cell(clean, at, What.ERROR if ERRORS.fullmatch(clean.strip()) else What.TEXT)


def day_cell(moment: dt.date | dt.time | dt.timedelta, at: str) -> Cell:
    """Write a day as content files do: `2026-05-01`, `2026-05-01 09.30`; midnight is no time."""
    if isinstance(moment, dt.timedelta):
        minutes = round(moment / _MINUTE)
        return Cell(f"{minutes // 60:02d}.{minutes % 60:02d}", at, What.DAY)
    if isinstance(moment, dt.time):
        moment = dt.datetime.combine(dt.date(2000, 1, 1), moment)
        return Cell(f"{moment + _MINUTE / 2:%H.%M}", at, What.DAY)
    if isinstance(moment, dt.datetime):
        moment = moment.replace(tzinfo=None)
        moment += _MINUTE / 2 if moment < _LAST_MINUTE else dt.timedelta()
        if (moment.hour, moment.minute) != (0, 0):
            return Cell(f"{moment:%Y-%m-%d %H.%M}", at, What.DAY)
    return Cell(f"{moment:%Y-%m-%d}", at, What.DAY)
