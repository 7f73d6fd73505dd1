"""The status as an .xlsx, which opens in any Excel whatever its language takes for a separator."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.spreadsheets.writing import bytes_of, fill, has_mark, mark_of
from site_builder.status.rows import table
from site_builder.status.values import Status
from site_builder.status.words import Words

_OWN = mark_of("sentra status")


def status_workbook(status: Status, words: Words) -> bytes:
    """Write one row for each thing to do, below headers that stay in view and can be filtered by."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Status"
    fill(sheet, table(status, words))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return bytes_of(book, _OWN)


def is_status_workbook(data: bytes) -> bool:
    """Whether a file is such a list that no program has saved since."""
    return has_mark(data, _OWN)
