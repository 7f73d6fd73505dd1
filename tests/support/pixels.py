"""What can be told from the pixels of a page: whether something is there to be seen."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image
from playwright.sync_api import Page

from tests.support.probes import ask


@dataclass(frozen=True, slots=True)
class Part:
    """A text or a drawing, and how much its lightest and its darkest pixels differ."""

    kind: str
    name: str
    contrast: float


def parts_of(page: Page) -> Iterator[Part]:
    """Look at each text and each drawing that the page shows."""
    ask(page, "load_all")
    places = ask(page, "shown_parts")
    with Image.open(io.BytesIO(page.screenshot(full_page=True))) as picture:
        rgb = picture.convert("RGB")
    for place in places:
        box = (int(place["left"]), int(place["top"]), int(place["right"]) + 1, int(place["bottom"]) + 1)
        if box[0] < rgb.width and box[1] < rgb.height:
            yield Part(place["kind"], place["name"], _contrast(rgb.crop(box)))


def _contrast(image: Image.Image) -> float:
    """Compare the lightest and the darkest colour as WCAG does."""
    found = [_luminance(colour) for _, colour in image.getcolors(image.width * image.height) or ()]
    return (max(found) + 0.05) / (min(found) + 0.05)


def _luminance(colour: object) -> float:
    assert isinstance(colour, tuple)
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
