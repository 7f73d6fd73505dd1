"""What a row says while it is read: the values of fields, and what can't be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field

from site_builder.importing.faults import fault_problems
from site_builder.model.readers.written import ScalarFault, Written
from site_builder.problems import Problem
from site_builder.spreadsheets.cells import Cell

T = TypeVar("T")


class Wish(Struct, frozen=True):
    """What the office wants a field to say."""

    value: Written
    cell: Cell


class Reading(Struct):
    """A row while it is read."""

    headers: dict[str, str]
    """The address of a cell to what stands above it."""
    texts: dict[str, str]
    """The address of a cell to what stands in it, which may be joined with others when it is read."""
    wishes: dict[str, Wish] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def attempt(reading: Reading, cell: Cell, make: Callable[[], T]) -> T | None:
    try:
        return make()
    except ScalarFault as fault:
        text = reading.texts.get(cell.at, cell.text)
        reading.problems += fault_problems(fault, cell, text, field=reading.headers.get(cell.at, ""))
        return None
