"""In which widths photos are published, and which of them a place on a page may choose from."""

from __future__ import annotations

from msgspec import Struct

WIDTHS_PX = (480, 640, 960, 1600)
"""A photo that is narrower than the widest is published in its own width too, never in a wider one."""
PREVIEW_WIDTHS_PX = (960,)
"""`serve` waits for the editor: one quick picture has to do for every place."""
WORTH_ANOTHER = 1.15
"""A picture that is not wider than the next by this factor is not made: it would hardly be sharper."""


class Layout(Struct, frozen=True):
    """A place for photos: the widths worth having there, and how wide it is, as HTML's `sizes` says it.

    A card has one width, which is sharp on a phone with three points to a pixel and on a wide screen, and
    needs no `sizes`: a list has dozens of them, and whatever each says of its photo comes before the first.
    """

    widths_px: tuple[int, ...]
    sizes: str = ""

    @property
    def is_card(self) -> bool:
        return len(self.widths_px) == 1


LAYOUTS = {
    "goods": Layout((480,)),
    "ticket": Layout((480,)),
    "thumb": Layout((480,)),
    "main": Layout((480, 640, 960, 1600), "(min-width: 80rem) 33rem, (min-width: 44rem) 42vw, 94vw"),
    "text": Layout((480, 640, 960, 1600), "(min-width: 44rem) 40rem, 94vw"),
    "large": Layout((960, 1600), "96vw"),
}
"""By the name that templates use. The style sheets decide how wide a place is; change them together."""


def widths_for(width_px: int, ladder: tuple[int, ...]) -> tuple[int, ...]:
    """Choose the widths of a photo that has `width_px`, the smallest first, without making it larger."""
    if width_px >= ladder[-1]:
        return ladder
    return (*(width for width in ladder if width * WORTH_ANOTHER < width_px), width_px)


def height_at(width_px: int, size_px: tuple[int, int]) -> int:
    """Give the height of a photo of this size when it is made `width_px` wide."""
    width, height = size_px
    return max(1, round(height * width_px / width))


def choose(layout: Layout, widths_px: tuple[int, ...]) -> tuple[int, ...]:
    """Choose what this place offers of a photo's widths: those it wants, else the nearest that there is."""
    chosen = tuple(width for width in widths_px if width in layout.widths_px)
    if not chosen or (chosen[-1] < layout.widths_px[-1] and widths_px[-1] > chosen[-1]):
        wider = [width for width in widths_px if width > (chosen[-1] if chosen else layout.widths_px[0])]
        chosen = (*chosen, wider[0] if wider else widths_px[-1])
    return chosen
