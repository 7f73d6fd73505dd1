"""Mobile numbers that stand in texts: nobody finds these again when their owner wants them gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.model.readers.contact import international

_MOBILE = re.compile(
    r"(?<![\d.,])(?:\+?62[ .\u00a0-]?8\d\d|08\d\d)(?:[ .\u00a0–-]?\d{2,5}){2,4}(?!\d)", re.ASCII
)
_FEWEST, _MOST = 11, 14
"""Digits with the country: `62` for the zero."""


def mobile_numbers(text: str) -> Iterator[tuple[int, str, str]]:
    """Give where each stands, how it is written, and as it is dialled: `0813-3012-8876`, `+6281330128876`."""
    if "08" not in text and "62" not in text:
        return
    for found in _MOBILE.finditer(text):
        dialled = international(re.sub(r"[^\d+]", "", found.group()))
        if _FEWEST <= len(dialled) - 1 <= _MOST:
            yield found.start(), found.group(), dialled
