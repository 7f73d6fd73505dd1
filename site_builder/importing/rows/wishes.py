"""What a row says while it is read: the values of fields, and what can't be used."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct, field

from site_builder.importing.rows.faults import fault_problems
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
    faulty: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """By fields what makes their cells useless."""


def attempt(reading: Reading, cell: Cell, make: Callable[[], T], called: str = "") -> T | None:
    """Make a value of a cell, or tell why not; `called` is the field that it is for, where that is known."""
    try:
        return make()
    except ScalarFault as fault:
        text = reading.texts.get(cell.at, cell.text)
        told = tuple(fault_problems(fault, cell, text, field=reading.headers.get(cell.at, "")))
        reading.problems += told
        if called:
            reading.faulty[called] = told
        return None
