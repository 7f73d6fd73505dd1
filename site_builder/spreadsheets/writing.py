"""Writes texts as sheets of an .xlsx: the same bytes for the same texts, which no program changes.

The file says what it is; whoever saves it in another program puts that one's name there.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_AS_TYPED = "@"
"""The format in which programs leave zeros, days and signs as they are typed."""
_FORMULA = ("=", "+", "-", "@")
_NARROWEST, WIDEST = 8, 44
_TIME = (2000, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"


def mark_of(title: str = "") -> bytes:
    """Give what a file says of who wrote it and, where files of several sorts are written, what it is."""
    named = f"<dc:title>{title}</dc:title>" if title else ""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{named}<dc:creator>Sentra</dc:creator>'
        "<cp:lastModifiedBy>Sentra</cp:lastModifiedBy></cp:coreProperties>"
    ).encode()


def fill(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Write texts below a row of headers; none becomes a formula, a number or a day."""
    for column in range(1, len(rows[0]) + 1):
        width = max(len(row[column - 1]) for row in rows)
        look = sheet.column_dimensions[get_column_letter(column)]
        look.width = min(max(width + 2, _NARROWEST), WIDEST)
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


def bytes_of(book: Workbook, mark: bytes) -> bytes:
    """Give a workbook without the time of the clock, with the mark of who wrote it."""
    data = io.BytesIO()
    book.save(data)
    steady = io.BytesIO()
    with zipfile.ZipFile(data) as source, zipfile.ZipFile(steady, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _TIME)
            part.compress_type, part.create_system = zipfile.ZIP_DEFLATED, 0
            target.writestr(part, mark if name == _CORE else source.read(name))
    return steady.getvalue()


def has_mark(data: bytes, mark: bytes) -> bool:
    """Whether a file was written with this mark, and saved by no program since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.getinfo(_CORE).file_size == len(mark) and archive.read(_CORE) == mark
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, MemoryError):
        return False  # a damaged file
    except (KeyError, ValueError, RuntimeError, NotImplementedError, OSError):
        return False
