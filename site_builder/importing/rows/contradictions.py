"""Two columns of one row that say different things of one field: the owner's name, the shop's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.importing.cells.office_forms import says_nothing, tidy
from site_builder.importing.sheets.tables import Table
from site_builder.model.readers.written import shorten
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Cell, Row

_ONE_ONLY = frozenset({"name", "address", "shop", "price", "starts", "ends"})
"""Fields of which an entry has one, and a wrong one harms."""


def contradictions(table: Table, row: Row, said: Mapping[str, Cell]) -> Iterator[Problem]:
    """Refuse a row of which two columns differ, for the header where one is merged over both."""
    for column, target in table.twice.items():
        one, other = said.get(target), row.cells.get(column)
        if target not in _ONE_ONLY or one is None or other is None or other.struck or says_nothing(other):
            continue
        if tidy(one.text).casefold() != tidy(other.text).casefold():
            values = {"value": shorten(tidy(one.text)), "other": shorten(tidy(other.text)), "cell": other.at}
            head = table.headers[column]
            firsts = [table.headers.get(first) for first, own in table.columns.items() if own == target]
            is_merged = any(first is not None and first.at == head.at for first in firsts)
            values |= {"header": shorten(tidy(head.text)), "place": head.at} if is_merged else {}
            yield Problem("row-columns", Span(one.at), "merged" if is_merged else "", values)
