"""Remarks that name other hours or closed days than the row's own hours, which would be published falsely."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.importing.cells.office_forms import tidy
from site_builder.importing.cells.plain_words import plain_words
from site_builder.importing.rows.joined import weekdays_in
from site_builder.importing.rows.wishes import Reading
from site_builder.importing.sheets.tables import Table
from site_builder.model.readers.hours import read_hours
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Row

_DAY = r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)"
_DAYS = rf"{_DAY}(?:\s*(?:[,&/–-]|dan|s/d|sampai)\s*{_DAY})*"
_CLOSED = re.compile(
    rf"\b(?P<first>{_DAYS})\s+(?:tutup|libur)\b"
    rf"|\b(?:tutup|libur)\s+(?:(?:pada|tiap|setiap|hari)\s+)*(?P<last>{_DAYS})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    rf"\b(?:hanya\s+)?buka\s+(?:(?:pada|tiap|setiap|hari)\s+)*(?P<days>{_DAYS})\b", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b(?:jam|pukul|pkl)\b\.?\s*\d|\b\d{1,2}[.:]\d{2}\b|\b24\s+jam\b|\bsetengah\s+hari\b"
    r"|\b(?:buka|tutup|sampai|istirahat)\s+(?:lebih\s+\w+|pagi|siang|sore|malam|ma?ghrib|magrib|isya|subuh)\b"
    rf"|\b{_DAY}\s+(?:sampai|s/d|istirahat|janji|dengan\s+janji)\b",
    re.IGNORECASE,
)
_OF_HOURS = re.compile(rf"\b(?:jam|pukul|pkl|buka|tutup|sampai|istirahat|libur|{_DAY})\b", re.IGNORECASE)
_OF_A_SEASON = re.compile(
    r"\b(?:libur\s+nasional|hari\s+(?:raya|besar)|lebaran|idul\s*fitri|natal|nyepi|tanggal\s+merah|ramadh?an|puasa)\b",
    re.IGNORECASE,
)
"""Hours of the site are those of every week."""


def remarks_on_hours(reading: Reading, table: Table, row: Row) -> Iterator[Problem]:
    """Refuse hours of which a remark in the same row says something that they do not."""
    hours = reading.wishes.get("hours")
    if hours is None:
        return
    try:
        week = read_hours(hours.value)
    except ScalarFault:
        return
    open_days = frozenset(day for day, spans in enumerate(week.days) if spans)
    for column in table.remarks:
        cell = row.cells.get(column)
        if cell is not None and not cell.struck and _says_otherwise(tidy(cell.text), open_days):
            values = {
                "header": shorten(tidy(table.headers[column].text)),
                "value": tidy(cell.text)[:60],
                "cell": hours.cell.at,
            }
            yield Problem("row-remark", Span(cell.at), "hours", values)


def _says_otherwise(text: str, open_days: frozenset[int]) -> bool:
    plain = plain_words(text).casefold()
    if _OF_A_SEASON.search(plain):
        return False
    if _CLOCK.search(plain) and _OF_HOURS.search(plain):
        return True
    closed = [found["first"] or found["last"] for found in _CLOSED.finditer(plain)]
    opened = [found["days"] for found in _OPEN.finditer(plain)]
    return any(weekdays_in(days) & open_days or not weekdays_in(days) for days in closed) or any(
        not weekdays_in(days) or not weekdays_in(days) <= open_days for days in opened
    )
