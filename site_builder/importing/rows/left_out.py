"""What stands in a cell beside a value and is left out of it: each is told, unless it says the same again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.importing.cells.amounts_in_words import of_its_unit, states_nothing_sure
from site_builder.importing.cells.mail import instagram_among, meant_host
from site_builder.importing.cells.office_forms import tidy
from site_builder.importing.cells.words import in_full, says_more
from site_builder.importing.rows.wishes import Reading
from site_builder.model.readers.week_grammar import told_week
from site_builder.model.readers.written import shorten
from site_builder.problems import Problem, Severity, Span
from site_builder.spreadsheets.cells import Cell
from site_builder.validate.counted_units import COUNTS, in_its_unit
from site_builder.validate.shapes import FieldShape, ListShape


def leave_out_prices(reading: Reading, said: dict[str, Cell]) -> None:
    """Tell of words where numbers are asked for, and take a unit for what it is beside a price."""
    for target in [target for target, cell in said.items() if states_nothing_sure(target, tidy(cell.text))]:
        cell = said.pop(target)
        values = {"value": shorten(tidy(cell.text))}
        variant = "" if target == "price" else "number"
        reading.problems.append(Problem("cell-no-price", Span(cell.at), variant, values, Severity.WARNING))
    for target in [target for target in COUNTS if target in said and "unit" in said]:
        _count(reading, said, target)
    if "price" in said and "unit" in said:
        bare = of_its_unit(tidy(said["price"].text), tidy(said["unit"].text))
        said["price"] = replace(said["price"], text=bare)


def _count(reading: Reading, said: dict[str, Cell], target: str) -> None:
    """Take a count in the unit of the product for what it is; of one in another unit nobody knows."""
    cell, unit = said[target], in_full("unit", tidy(said["unit"].text))
    number = in_its_unit(tidy(cell.text), unit)
    if number:
        said[target] = replace(cell, text=number)
    elif number is not None:
        del said[target]
        values = {"value": shorten(tidy(cell.text)), "unit": shorten(unit)}
        told = Problem("cell-count", Span(cell.at), "", values)
        reading.faulty[target] = (told,)
        reading.problems.append(told)


def left_out(field: FieldShape, cell: Cell) -> Iterator[Problem]:
    """Tell of `dll.` behind words that were taken, and of holidays behind hours."""
    if field.name == "hours" and (holidays := told_week(tidy(cell.text)).holidays):
        values = {"value": shorten(holidays)}
        yield Problem("cell-holidays", Span(cell.at), "", values, Severity.WARNING)
    if field.name == "email" and (meant := meant_host(tidy(cell.text))):
        values = {"value": shorten(tidy(cell.text)), "suggestion": meant}
        yield Problem("cell-email", Span(cell.at), "host", values, Severity.WARNING)
    if field.name == "instagram" and (others := instagram_among(tidy(cell.text))[1]):
        values = {"value": shorten(", ".join(others))}
        yield Problem("cell-account", Span(cell.at), "", values, Severity.WARNING)
    if isinstance(field.shape, ListShape):
        for part in re.split(r"[,;/\n]", tidy(cell.text)):
            if says_more(part):
                yield Problem("cell-more", Span(cell.at), "", {"value": part.strip()}, Severity.WARNING)
