"""Sizes of files: `14 kB`."""

from __future__ import annotations

import re
from decimal import Decimal

from site_builder.model.readers.counted import decimal_of
from site_builder.model.readers.written import Written, text_of, wrong

_SIZE = re.compile(r"(?P<amount>\d[\d.,]*)[ \u00a0]*(?P<unit>[a-z]*)", re.IGNORECASE | re.ASCII)
_UNITS = {"": 1, "b": 1, "byte": 1, "bytes": 1, "bita": 1, "k": 1000, "kb": 1000, "mb": 1_000_000}
SMALLEST_BARE = 1000
"""A smaller number without a unit was meant in kB."""


def read_bytes(written: Written) -> int:
    """Read `14 kB`, `14.000` or `1,5 MB` as bytes; nothing at all is `0`."""
    text = text_of(written)
    found = _SIZE.fullmatch(text)
    amount: Decimal | None = None if found is None else decimal_of(found["amount"])
    if found is None or amount is None or found["unit"].lower() not in _UNITS:
        raise wrong("size", text)
    if not found["unit"] and 0 < amount < SMALLEST_BARE:
        raise wrong("size-bare", text, f"{found['amount']} kB")
    return int(amount * _UNITS[found["unit"].lower()])
