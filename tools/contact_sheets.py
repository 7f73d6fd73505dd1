"""Puts pictures of pages side by side, at a size at which a person can read and compare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

GAP_PX = 16
LABEL_PX = 28
PAPER, INK = (216, 216, 216), (32, 32, 32)


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture on a sheet."""

    label: str
    image: Image.Image


@dataclass(frozen=True, slots=True)
class Layout:
    """How the tiles of a sheet are cut and shown."""

    columns: int
    rows: int
    tile_px: int
    """The width at which each is shown; the height follows."""

    highest: float
    """The height at which a tile is cut, in widths of the tile: `2` is a tile twice as high as wide."""


def sheets_of(tiles: Sequence[Tile], layout: Layout) -> list[Image.Image]:
    """Lay the tiles out in their order, as many sheets as it takes."""
    a_sheet = layout.columns * layout.rows
    return [_sheet(tiles[at : at + a_sheet], layout) for at in range(0, len(tiles), a_sheet)]


def _sheet(tiles: Sequence[Tile], layout: Layout) -> Image.Image:
    rows = [tiles[at : at + layout.columns] for at in range(0, len(tiles), layout.columns)]
    shown = [[(tile.label, _fit(tile.image, layout)) for tile in row] for row in rows]
    heights = [LABEL_PX + max(image.height for _, image in row) for row in shown]
    width = GAP_PX + min(layout.columns, len(tiles)) * (layout.tile_px + GAP_PX)
    sheet = Image.new("RGB", (width, GAP_PX + sum(height + GAP_PX for height in heights)), PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(16)
    top = GAP_PX
    for row, height in zip(shown, heights, strict=True):
        for column, (label, image) in enumerate(row):
            left = GAP_PX + column * (layout.tile_px + GAP_PX)
            draw.text((left, top + 4), label, INK, font)
            sheet.paste(image, (left, top + LABEL_PX))
        top += height + GAP_PX
    return sheet


def _fit(image: Image.Image, layout: Layout) -> Image.Image:
    cut = image.crop((0, 0, image.width, min(image.height, round(image.width * layout.highest))))
    if cut.width == layout.tile_px:
        return cut
    height = max(1, round(cut.height * layout.tile_px / cut.width))
    return cut.resize((layout.tile_px, height), Image.Resampling.LANCZOS)
