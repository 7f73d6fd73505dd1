"""A table as the bytes of an .xlsx: the same bytes for the same table, texts that no program changes."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from site_builder.exporting.table import Column, Table
from site_builder.exporting.words import say
from site_builder.importing.header_words import COPY_SHEET

_AS_TYPED = "@"
"""The format in which programs leave zeros, days and signs as they are typed."""
_FORMULA = ("=", "+", "-", "@")
_NARROWEST, _WIDEST = 8, 44
_ROWS_MORE = 500
"""Below the entries that offer words to choose from."""
_TIME = (2000, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_OWN = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    b' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Sentra</dc:creator>'
    b"<cp:lastModifiedBy>Sentra</cp:lastModifiedBy></cp:coreProperties>"
)
"""Who wrote the file; every program that saves it puts itself there."""


def workbook_bytes(table: Table) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = say(table.kind, table.language)
    _fill(sheet, [[column.header for column in table.columns], *table.rows])
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    _guide(book.create_sheet(say("guide", table.language)), table)
    offered = [column for column in table.columns if column.words]
    if offered:
        words = book.create_sheet(say("words", table.language))
        _fill(words, _side_by_side(offered))
        for number, column in enumerate(offered, start=1):
            if column.takes_one:
                _offer(sheet, table.columns.index(column) + 1, words.title, number, len(column.words))
    copy = book.create_sheet(COPY_SHEET)
    _fill(copy, [[column.header for column in table.columns], *table.rows])
    copy.sheet_state = "veryHidden"
    data = io.BytesIO()
    book.save(data)
    return _steady(data.getvalue())


def is_untouched(data: bytes) -> bool:
    """Whether a file is an export that no program has saved since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.getinfo(_CORE).file_size == len(_OWN) and archive.read(_CORE) == _OWN
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, MemoryError):
        return False  # a damaged file
    except (KeyError, ValueError, RuntimeError, NotImplementedError, OSError):
        return False


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Write texts below a row of headers; none becomes a formula, a number or a day."""
    for column in range(1, len(rows[0]) + 1):
        width = max(len(row[column - 1]) for row in rows)
        look = sheet.column_dimensions[get_column_letter(column)]
        look.width = min(max(width + 2, _NARROWEST), _WIDEST)
        look.number_format = _AS_TYPED
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            if not text:
                continue
            cell = sheet.cell(number, column, text)
            cell.data_type = "s"
            cell.number_format = _AS_TYPED
            cell.quotePrefix = text.startswith(_FORMULA)
            if number == 1:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor="FFE7E0D6")


def _guide(sheet: Worksheet, table: Table) -> None:
    head = [say(name, table.language) for name in ("column", "about", "example")]
    _fill(sheet, [head, *([column.header, column.about, column.example] for column in table.columns)])
    sheet.column_dimensions["B"].width = 2 * _WIDEST
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


def _steady(data: bytes) -> bytes:
    """Write the parts anew without the time of the clock."""
    steady = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(steady, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _TIME)
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(part, _OWN if name == _CORE else source.read(name))
    return steady.getvalue()
