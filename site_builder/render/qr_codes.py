"""QR codes within pages, as one path: sharp on any paper, and nothing more to load."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

BORDER = 4
"""Blank modules around a code, as ISO/IEC 18004 asks; readers fail without them."""


class QrPath(NamedTuple):
    size: int
    """Modules from edge to edge, the blank border included."""
    d: str
    """The dark modules, one unit each, as the path of an SVG."""


@lru_cache(maxsize=64)
def qr_code(text: str) -> QrPath:
    """Draw a code that still reads when a sixth of it is scratched."""
    import segno  # loads only where a page with a code is rendered

    matrix = segno.make_qr(text, error="m").matrix
    pieces = [
        f"M{start + BORDER} {y + BORDER}h{length}v1h-{length}z"
        for y, row in enumerate(matrix)
        for start, length in _dark(bytes(row))
    ]
    return QrPath(len(matrix) + 2 * BORDER, "".join(pieces))


def _dark(row: bytes) -> list[tuple[int, int]]:
    """Give start and length of each stretch of dark modules."""
    found: list[tuple[int, int]] = []
    for x, module in enumerate(row):
        if not module:
            continue
        if found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((x, 1))
    return found
