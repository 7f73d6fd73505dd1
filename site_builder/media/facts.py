"""What the plan knows of a photo, and what it asks for; loads no library."""

from __future__ import annotations

from msgspec import Struct

NO_TONE = -1


class PhotoFacts(Struct, frozen=True):
    """What the store keeps of a photo."""

    width_px: int
    height_px: int
    """Upright, as it was taken."""
    formats: tuple[str, ...]
    """Endings of the published files, the best first; the last is the one for every browser."""
    tone: int
    """The colour that most of it has, in three steps of red, green and blue: 9 r + 3 g + b; or `NO_TONE`."""


class Recipe(Struct, frozen=True):
    """All that decides, beside the photo and the program, which bytes its pictures have."""

    widths_px: tuple[int, ...]
    """The narrowest first; all others are made from the widest."""
    formats: tuple[str, ...]
    """As in `PhotoFacts`: each is made smaller than the one after it."""


Variant = tuple[int, str]
"""Width and format of a picture."""
