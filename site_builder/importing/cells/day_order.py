"""Days in figures: `05/02/2026` is the fifth of February, as offices here write it.

Unless the column itself shows that its program put the month first: then nobody knows of the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.spreadsheets.cells import Cell

DAY_FIELDS = frozenset({"starts", "ends", "verified"})
_IN_FIGURES = re.compile(r"\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{4}(?:\s.*)?", re.ASCII | re.DOTALL)
_MONTHS = 12


def is_ambiguous(cell: Cell) -> bool:
    """Whether either figure may be the month, and they are not the same."""
    found = _IN_FIGURES.fullmatch(cell.text)
    return found is not None and found[1] != found[2] and 1 <= int(found[1]) <= _MONTHS >= int(found[2]) >= 1


def puts_month_first(cells: Sequence[Cell]) -> bool:
    """Whether a cell of the column can only have the month first: `05/25/2026`."""
    found = [_IN_FIGURES.fullmatch(cell.text) for cell in cells]
    return any(one is not None and 1 <= int(one[1]) <= _MONTHS < int(one[2]) <= 31 for one in found)
