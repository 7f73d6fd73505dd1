"""Tables to download, as RFC 4180 has them; no cell can be taken for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

Cell: TypeAlias = str | Decimal

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With one of these at its start Excel, LibreOffice and Google Sheets run a text; also in full width."""
_NEEDS_QUOTES = re.compile(r'[,"\r\n;]|\A\s|\s\Z')
_BYTE_ORDER_MARK = "\ufeff"
"""Excel takes a file without it for Windows-1252."""


def csv_text(lines: Iterable[Sequence[Cell]], separator: str = ",") -> str:
    """Write lines of cells; all have as many cells as the first, as the standard wants it."""
    table = list(lines)
    width = max((len(line) for line in table), default=0)
    return _BYTE_ORDER_MARK + "".join(
        separator.join(_cell(cell) for cell in (*line, *[""] * (width - len(line)))) + "\r\n"
        for line in table
    )


def _cell(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    text = cell.replace("\0", "")
    if text.lstrip(" ").startswith(_FORMULA_STARTS):
        text = f"'{text}"
    if _NEEDS_QUOTES.search(text):
        return '"' + text.replace('"', '""') + '"'
    return text
