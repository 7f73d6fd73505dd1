"""Looks at a photo once: what it is, whether it can be used, and what the plan must know of it."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import PurePosixPath

from PIL import Image

from site_builder.media.encode import fallback_of, formats_worth
from site_builder.media.facts import NO_TONE, PhotoFacts
from site_builder.media.layouts import WIDTHS_PX
from site_builder.media.pixels import open_photo, upright
from site_builder.media.sniff import sniff, webp_size
from site_builder.names import SourcePath
from site_builder.problems import Problem, Span

MOST_PIXELS = {"JPEG": 40_000_000, "PNG": 40_000_000, "WEBP": 24_000_000, "AVIF": 24_000_000}
"""What is decoded in less than 500 MB; the decoder of WebP takes 16 bytes for each pixel."""
LONGEST_BY_SHORTEST = 10
"""A side that is longer than so many of the other has no place on a page, and WebP ends at 16,383 pixels."""
MOST_SCANS = 100
"""Of a JPEG: cameras and programs write up to a few dozen, each of which is a pass over the whole picture."""
_SCAN = b"\xff\xda"
_NAMED = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
_OWN_CURE = {"HEIC": "heic", "SVG": "svg"}
_SAMPLE_PX = 24


def probe(path: SourcePath, data: bytes) -> PhotoFacts | Problem:
    """Tell what a photo is; refuse by the first bytes and the header what must not be decoded.

    Then it is decoded, small: that finds what is cut short, and all that the plan has to know.
    """
    refused = _refused(path, data)
    if refused is not None:
        return refused
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of broken metadata, which stays behind anyway
            return _refused_by_header(path, data) or _facts(data)
    except Exception:  # noqa: BLE001  a broken photo makes Pillow fail in any way
        return Problem("photo-unreadable", Span(path))


def _refused(path: SourcePath, data: bytes) -> Problem | None:
    if not data:
        return Problem("photo-empty", Span(path))
    found = sniff(data)
    if not found:
        return Problem("photo-unreadable", Span(path))
    if found != _NAMED.get(PurePosixPath(path).suffix.lower()):
        return Problem("photo-format", Span(path), _OWN_CURE.get(found, ""), {"found": found})
    if found == "JPEG" and data.count(_SCAN) > MOST_SCANS:
        return Problem("photo-unreadable", Span(path))
    size = webp_size(data) if found == "WEBP" else None
    return None if size is None else _too_large(path, found, size)


def _refused_by_header(path: SourcePath, data: bytes) -> Problem | None:
    with open_photo(data) as image:
        refused = _too_large(path, sniff(data), image.size)
        if refused is not None:
            return refused
        moves = getattr(image, "n_frames", 1) > 1 and image.format != "MPO"  # several photos in one JPEG
    return Problem("photo-animated", Span(path)) if moves else None


def _too_large(path: SourcePath, form: str, size: tuple[int, int]) -> Problem | None:
    width, height = size
    if width * height <= MOST_PIXELS[form]:
        return _too_long(path, size)
    most = str(MOST_PIXELS[form] // 1_000_000)
    return Problem(
        "photo-too-large",
        Span(path),
        values={"width": str(width), "height": str(height), "format": form, "most": most},
    )


def _too_long(path: SourcePath, size: tuple[int, int]) -> Problem | None:
    width, height = size
    if max(size) <= LONGEST_BY_SHORTEST * min(size):
        return None
    values = {"width": str(width), "height": str(height), "most": str(LONGEST_BY_SHORTEST)}
    return Problem("photo-shape", Span(path), values=values)


def _facts(data: bytes) -> PhotoFacts:
    small, (width, height) = upright(data, WIDTHS_PX[0])
    return PhotoFacts(width, height, formats_worth(small), _tone(small))


def _tone(image: Image.Image) -> int:
    """Find the colour that most of the photo has; of equals the darker one."""
    if fallback_of(image) == "png":
        return NO_TONE
    few = image.convert("RGB").resize((_SAMPLE_PX, _SAMPLE_PX), Image.Resampling.BOX)
    data = few.tobytes()
    found = Counter(
        red * 3 // 256 * 9 + green * 3 // 256 * 3 + blue * 3 // 256
        for red, green, blue in zip(data[::3], data[1::3], data[2::3], strict=True)
    )
    return min(found, key=lambda tone: (-found[tone], tone))
