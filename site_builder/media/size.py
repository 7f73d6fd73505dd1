"""In which size and how a photo is published."""

from __future__ import annotations

from dataclasses import dataclass

PUBLISHED_WIDTH_PX = 1280

ENCODERS: dict[str, tuple[str, dict[str, int | bool]]] = {
    "jpg": ("JPEG", {"quality": 82, "optimize": True, "progressive": True}),
    "png": ("PNG", {"optimize": True}),
}
"""Format and parameters by the ending of the published file."""


@dataclass(frozen=True, slots=True)
class PhotoSize:
    """Size as it is shown, upright, in the published width."""

    width_px: int
    height_px: int
    extension: str
    """Of the published file: `jpg`, or `png` where something shines through."""


def encoding(extension: str) -> tuple[object, ...]:
    """Name all that decides, beside the photo itself, which bytes are published."""
    import PIL  # only for photos that are new

    return (PIL.__version__, PUBLISHED_WIDTH_PX, ENCODERS[extension])
