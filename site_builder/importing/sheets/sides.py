"""Cells that say themselves which of their numbers is which side of a thing."""

from __future__ import annotations

from site_builder.importing.cells.office_forms import tidy
from site_builder.model.readers.sides import labelled_sides
from site_builder.spreadsheets.cells import Cell


def names_its_sides(cell: Cell) -> bool:
    """Whether a cell says itself which of its numbers is which side."""
    return labelled_sides(tidy(cell.text)) is not None
