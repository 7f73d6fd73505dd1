"""Looks at a photo without decoding it, and makes the one that is published.

Only pixels pass: position, camera and everything else that a phone writes into a photo stays
behind, because the picture is always encoded anew.
"""

from __future__ import annotations

import io
import warnings
from pathlib import PurePosixPath

from PIL import Image, ImageOps

from site_builder.media.size import ENCODERS, PUBLISHED_WIDTH_PX, PhotoSize
from site_builder.names import SourcePath
from site_builder.problems import Problem, Span

LARGEST_PIXELS = 40_000_000
"""A 12,000 by 12,000 picture of 49 kB would take 700 MB to decode."""
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def probe(path: SourcePath, data: bytes) -> tuple[PhotoSize | None, tuple[Problem, ...]]:
    """Read the size from the header; refuse what is no photo, not what its name says, or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of broken metadata, of many pixels: both are looked at here
            return _look(path, data)
    except Exception:  # noqa: BLE001  a broken photo makes Pillow fail in any way
        return None, (Problem("photo-unreadable", Span(path)),)


def _look(path: SourcePath, data: bytes) -> tuple[PhotoSize | None, tuple[Problem, ...]]:
    wanted = _FORMATS.get(PurePosixPath(path).suffix.lower())
    image = Image.open(io.BytesIO(data), formats=tuple(dict.fromkeys(_FORMATS.values())))
    if image.format != wanted:
        return None, (Problem("photo-format", Span(path), values={"found": str(image.format)}),)
    width, height = image.size
    if width * height > LARGEST_PIXELS:
        return None, (
            Problem("photo-too-large", Span(path), values={"width": str(width), "height": str(height)}),
        )
    if getattr(image, "n_frames", 1) > 1:
        return None, (Problem("photo-animated", Span(path)),)
    if image.getexif().get(0x0112, 1) in {5, 6, 7, 8}:
        width, height = height, width
    shown = min(width, PUBLISHED_WIDTH_PX)
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    return PhotoSize(shown, max(1, round(height * shown / width)), "png" if has_alpha else "jpg"), ()


def publishable(data: bytes, size: PhotoSize) -> bytes:
    """Encode the photo upright in its published size, without a byte of metadata.

    Raises whatever Pillow does when the picture is broken or cut short.
    """
    with Image.open(io.BytesIO(data)) as opened:
        upright = ImageOps.exif_transpose(opened)
        mode = "RGBA" if size.extension == "png" else "RGB"
        image = upright.convert(mode)
    if image.size != (size.width_px, size.height_px):
        image = image.resize((size.width_px, size.height_px), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    clean = Image.frombytes(mode, image.size, image.tobytes())
    kind, parameters = ENCODERS[size.extension]
    clean.save(out, kind, **parameters)
    return out.getvalue()
