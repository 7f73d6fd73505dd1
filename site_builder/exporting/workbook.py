"""A table as the bytes of an .xlsx: the same bytes for the same table, texts that no program changes."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.exporting.table import Column, Table
from site_builder.exporting.words import say
from site_builder.spreadsheets.writing import WIDEST, bytes_of, fill, has_mark, mark_of
from site_builder.validate.header_words import COPY_SHEET

_ROWS_MORE = 500
"""Below the entries that offer words to choose from."""
_OWN = mark_of()


def workbook_bytes(table: Table) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = say(table.kind, table.language)
    fill(sheet, [[column.header for column in table.columns], *table.rows])
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    _guide(book.create_sheet(say("guide", table.language)), table)
    offered = [column for column in table.columns if column.words]
    if offered:
        words = book.create_sheet(say("words", table.language))
        fill(words, _side_by_side(offered))
        for number, column in enumerate(offered, start=1):
            if column.takes_one:
                _offer(sheet, table.columns.index(column) + 1, words.title, number, len(column.words))
    copy = book.create_sheet(COPY_SHEET)
    fill(copy, [[column.header for column in table.columns], *table.rows])
    copy.sheet_state = "veryHidden"
    return bytes_of(book, _OWN)


def is_untouched(data: bytes) -> bool:
    """Whether a file is an export that no program has saved since."""
    return has_mark(data, _OWN)


def _guide(sheet: Worksheet, table: Table) -> None:
    head = [say(name, table.language) for name in ("column", "about", "example")]
    fill(sheet, [head, *([column.header, column.about, column.example] for column in table.columns)])
    sheet.column_dimensions["B"].width = 2 * WIDEST
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _side_by_side(columns: Sequence[Column]) -> list[list[str]]:
    longest = max(len(column.words) for column in columns)
    words = (
        [column.words[place] if place < len(column.words) else "" for column in columns]
        for place in range(longest)
    )
    return [[column.header for column in columns], *words]


def _offer(sheet: Worksheet, column: int, words: str, among: int, count: int) -> None:
    """Let programs offer the words of a column; others may be typed after a warning."""
    letter, source = get_column_letter(column), get_column_letter(among)
    offer = DataValidation("list", formula1=f"{words}!${source}$2:${source}${count + 1}", allow_blank=True)
    offer.errorStyle = "warning"
    offer.add(f"{letter}2:{letter}{sheet.max_row + _ROWS_MORE}")
    sheet.add_data_validation(offer)
