"""QR codes (ISO/IEC 18004): as one path within pages, as SVG and as PNG."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from segno import QRCode

BORDER = 4
"""Blank modules around a code, as ISO/IEC 18004 asks; readers fail without them."""
MODULE_PX = 12
"""Of a module in PNG: about 400 px a code, sharp at 4 cm on paper."""
_INK = bytes([255, *[0] * 255])
"""From a module, 1 where it is dark, to its grey."""


class QrPath(Struct, frozen=True):
    size: int
    """Modules from edge to edge, the blank border included."""
    d: str
    """The dark modules, one unit each, as the path of an SVG."""


@lru_cache(maxsize=64)
def qr_code(text: str) -> QrPath:
    matrix = _made(text).matrix
    pieces = [
        f"M{start + BORDER} {y + BORDER}h{length}v1h-{length}z"
        for y, row in enumerate(matrix)
        for start, length in _dark(bytes(row))
    ]
    return QrPath(len(matrix) + 2 * BORDER, "".join(pieces))


def qr_svg(text: str) -> bytes:
    out = io.BytesIO()
    _made(text).save(out, kind="svg", border=BORDER, svgclass=None, lineclass=None, omitsize=True)
    return out.getvalue()


def qr_png(text: str) -> bytes:
    from PIL import Image, ImageOps  # draws in a third of the time that segno takes

    matrix = _made(text).matrix
    modules = b"".join(bytes(row) for row in matrix).translate(_INK)
    grey = Image.frombytes("L", (len(matrix), len(matrix)), modules)
    small = ImageOps.expand(grey, BORDER, 255).convert("1")
    whole = small.resize((small.width * MODULE_PX, small.height * MODULE_PX), Image.Resampling.NEAREST)
    out = io.BytesIO()
    whole.save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=64)
def _made(text: str) -> QRCode:
    """Make a code that still reads when a sixth of it is scratched: 8 ms, for all that shows it."""
    import segno  # loads only where there is a code to draw

    return segno.make_qr(text, error="m")


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
