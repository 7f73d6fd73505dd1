"""Any spreadsheet file to its sheets, by its ending."""

from __future__ import annotations

from collections.abc import Callable

from site_builder.problems import Problem
from site_builder.spreadsheets.archive import MOST_FILE_BYTES
from site_builder.spreadsheets.cells import Sheet
from site_builder.spreadsheets.csv_text import read_csv
from site_builder.spreadsheets.faults import SheetFault
from site_builder.spreadsheets.forms import Form, form_of
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
_FORMS = {
    ".xlsx": Form.XLSX,
    ".xlsm": Form.XLSX,
    ".ods": Form.ODS,
    ".csv": Form.TEXT,
    ".tsv": Form.TEXT,
    ".txt": Form.TEXT,
}
"""What a file with one of the endings must be."""


def read_spreadsheet(path: str, data: bytes) -> tuple[Sheet, ...] | Problem:
    """Give the sheets of a file, or why it can't be read; never raises for any bytes."""
    ending = path[path.rfind(".") :].lower() if "." in path else ""
    try:
        if len(data) > MOST_FILE_BYTES:
            raise SheetFault(path, "large", most=str(MOST_FILE_BYTES >> 20))
        if not data.strip():
            raise SheetFault(path, "empty")
        _refuse_other_form(path, ending, data)
        reader = READERS.get(ending)
        if reader is None:
            raise SheetFault(path, "ending", ending=ending or path)
        return reader(path, data)
    except SheetFault as fault:
        return fault.problem
    except RecursionError:  # thousands of things in each other, as no program writes them
        return SheetFault(path, "broken").problem


def _refuse_other_form(path: str, ending: str, data: bytes) -> None:
    """Refuse a file that is another thing than its name says, with what it is."""
    form = form_of(data)
    wanted = _FORMS.get(ending)
    is_told = form not in (wanted, Form.UNKNOWN) and (form is not Form.TEXT or wanted or ending == ".xls")
    if is_told:
        raise SheetFault(path, str(form), ending=ending or path)
    if ending == ".xls":
        raise SheetFault(path, "broken")
