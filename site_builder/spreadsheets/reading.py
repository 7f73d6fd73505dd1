"""Any spreadsheet file to its sheets, by its ending."""

from __future__ import annotations

from collections.abc import Callable

from site_builder.problems import Problem
from site_builder.spreadsheets.archive import MOST_FILE_BYTES
from site_builder.spreadsheets.cells import Sheet
from site_builder.spreadsheets.csv_text import read_csv
from site_builder.spreadsheets.faults import SheetFault
from site_builder.spreadsheets.ods import read_ods
from site_builder.spreadsheets.xlsx import read_xlsx

READERS: dict[str, Callable[[str, bytes], tuple[Sheet, ...]]] = {
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,  # its macros are never looked at
    ".ods": read_ods,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".txt": read_csv,
}


def read_spreadsheet(path: str, data: bytes) -> tuple[Sheet, ...] | Problem:
    """Give the sheets of a file, or why it can't be read; never raises for any bytes."""
    ending = path[path.rfind(".") :].lower() if "." in path else ""
    try:
        if len(data) > MOST_FILE_BYTES:
            raise SheetFault(path, "large", most=str(MOST_FILE_BYTES >> 20))
        if not data.strip():
            raise SheetFault(path, "empty")
        if ending == ".xls":
            raise SheetFault(path, "old")
        reader = READERS.get(ending)
        if reader is None:
            raise SheetFault(path, "ending", ending=ending or path)
        return reader(path, data)
    except SheetFault as fault:
        return fault.problem
    except (ValueError, ArithmeticError, RecursionError):  # in files that no program wrote
        return SheetFault(path, "broken").problem
