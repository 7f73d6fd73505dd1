"""The cells of one sheet while they are read: merged ones are filled, limits are held."""

from __future__ import annotations

from collections.abc import Iterable

from site_builder.spreadsheets.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, Sheet, clean_text
from site_builder.spreadsheets.faults import SheetFault

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column; rows from 1, columns from 0."""

MOST_CELLS = 400_000
"""In a whole file that say something: all rows that are allowed, each with twenty."""
MOST_LETTERS = 100_000_000
"""In a whole file, each as often as it is shown: all cells that are allowed, each with 250."""
MOST_LETTERS_IN_CELL = 32_767
"""No program writes longer ones."""
MOST_SHEETS = 1000
_MOST_FILLED = 500_000


class Room:
    """What a file may still hold, over all its sheets."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.rows = MOST_ROWS
        self.cells = MOST_CELLS
        self.letters = MOST_LETTERS

    def hold(self, text: str) -> str:
        """Give a text of a cell back, if the file is not too large with it: cells may share one text."""
        self.letters -= len(text)
        if self.letters < 0:
            raise SheetFault(self.path, "rows", most=str(MOST_ROWS))
        if len(text) > MOST_LETTERS_IN_CELL:
            raise SheetFault(self.path, "cell", most=str(MOST_LETTERS_IN_CELL))
        return text

    def take(self, *, rows: int, cells: int) -> None:
        self.rows -= rows
        self.cells -= cells
        if self.rows < 0 or self.cells < 0:
            raise SheetFault(self.path, "rows", most=str(MOST_ROWS))


class Grid:
    def __init__(self, path: str, name: str, room: Room) -> None:
        self.path = path
        self.room = room
        self.name = clean_text(name)
        self.rows: dict[int, dict[int, Cell]] = {}
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Keep a cell that says something; those far to the right are nobody's."""
        if column < MOST_COLUMNS and (cell.text.strip() or cell.what != "text"):
            self.room.take(rows=row not in self.rows, cells=1)
            self.rows.setdefault(row, {})[column] = cell

    def hide_columns(self, first: int, last: int) -> None:
        self.hidden_columns.update(range(first, min(last, MOST_COLUMNS - 1) + 1))

    def merge(self, ranges: Iterable[Range]) -> None:
        """Let the value of merged cells hold for all of them, on rows that have cells of their own."""
        filled = 0
        for first_row, first_column, last_row, last_column in ranges:
            anchor = self.rows.get(first_row, {}).get(first_column)
            if anchor is None:
                continue
            columns = range(first_column, min(last_column, MOST_COLUMNS - 1) + 1)
            few = last_row - first_row < len(self.rows)
            numbers = range(first_row, last_row + 1) if few else [*self.rows]
            for number in numbers:
                if first_row <= number <= last_row and number in self.rows:
                    for column in columns:
                        self.rows[number].setdefault(column, anchor)
                    filled += len(columns)
            filled += len(numbers)
            if filled > _MOST_FILLED:
                raise SheetFault(self.path, "rows", most=str(MOST_ROWS))

    def sheet(self, *, hidden: bool = False) -> Sheet:
        rows = (
            Row(number, dict(sorted(cells.items())), number in self.hidden)
            for number, cells in sorted(self.rows.items())
        )
        return Sheet(self.name, tuple(rows), hidden, frozenset(self.hidden_columns))
