"""Draws a share picture: a template makes the SVG, all of it outlines, and one engine makes the pixels."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

import jinja2
from markupsafe import Markup

from site_builder.plan.views.shares import TEMPLATE, SharePicture
from site_builder.render.lettering import Block, Unwritable, Weight, fit

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE = (1200, 630)
HORIZON, PHOTO_HORIZON = 296, 366
"""How far down the line runs that a drawing or a photo stands on."""
SQUARE = (285, 915)
"""From left to right what is left where a picture is cut to a square: all words and the photo are within."""
_ABOVE_PHOTO_PX, _MAT_PX = 26, 8
"""A photo stands like a print: with a margin of paper, and air above it."""
_WIDEST_PX = 1600
"""Enough for the box out of a wide photo; more would only take memory."""
_COLOURS = 48
_COLOURS_WITH_PHOTO = 192
_NO_LINES = Block(1.0, ())
_SYMBOL = re.compile(r'<symbol id="(?P<id>[^"]+)"[^>]*>(?P<inner>.*?)</symbol>', re.DOTALL)


class Studio:
    """What pictures of one site are drawn with: its templates, without `chrome`, and its drawings.

    No picture hangs on a stylesheet or a menu, so no change of these draws one anew.
    """

    def __init__(self, templates: Mapping[str, str], sprite: str) -> None:
        self.symbols = {found["id"]: found["inner"] for found in _SYMBOL.finditer(sprite)}
        self.environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(lambda name: _source(templates, name)),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )


def _source(templates: Mapping[str, str], name: str) -> tuple[str, str, None] | None:
    text = templates.get(name)
    return None if text is None else (text, f"templates/{name}", None)


def share_png(studio: Studio, picture: SharePicture, photo: bytes | None = None) -> bytes:
    """Draw one picture: the same bytes on every machine with the same packages.

    Raises whatever the template, the engine and, where the photo is broken, Pillow do.
    """
    import vl_convert  # 30 MB, only where a picture is drawn

    pixels = vl_convert.svg_to_png(share_svg(studio, picture), scale=1.0, ppi=72.0)
    return _small(pixels, photo, picture.colours.paper)


def share_svg(studio: Studio, picture: SharePicture) -> str:
    """Fill in the template; a text that no face can write is left out."""

    def lettered(text: str, weight: Weight, width: float, sizes: Sequence[float], height: float = 0) -> Block:
        try:
            return fit(" ".join(text.split()), picture.lang, weight, width, sizes, height)
        except Unwritable:
            return _NO_LINES

    def symbol(name: str) -> Markup:
        return Markup(studio.symbols.get(name, ""))  # noqa: S704  the site's own drawing

    template = studio.environment.get_template(TEMPLATE)
    horizon = PHOTO_HORIZON if picture.photo else HORIZON
    return template.render(view=picture, lettered=lettered, symbol=symbol, horizon=horizon)


def photo_box(size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Give the place of a photo: on the line, in the middle, whole unless it is upright or very wide."""
    left, right = SQUARE
    bottom = PHOTO_HORIZON - 2  # the line lies half above
    high = bottom - _ABOVE_PHOTO_PX
    wide = min(max(round(high * size[0] / size[1]), high), right - left - 2 * _MAT_PX)
    left = (SIZE[0] - wide) // 2
    return left, bottom - high, left + wide, bottom


def _small(png: bytes, photo: bytes | None, paper: str) -> bytes:
    """Give the picture with few colours: a fifth of the bytes, and no eye sees it in flat grounds."""
    from PIL import Image, ImageOps

    from site_builder.media.pixels import upright

    image = Image.open(io.BytesIO(png)).convert("RGB")
    if photo is not None:
        pixels, _ = upright(photo, _WIDEST_PX)
        box = photo_box(pixels.size)
        size = (box[2] - box[0], box[3] - box[1])
        fitted = ImageOps.fit(pixels, size, Image.Resampling.LANCZOS).convert("RGBA")
        if fitted.getchannel("A").getextrema() == (255, 255):  # what is cut out stands by itself
            image.paste(paper, (box[0] - _MAT_PX, box[1] - _MAT_PX, box[2] + _MAT_PX, box[3]))
        image.paste(fitted, box[:2], fitted)
    if photo is None:
        few = image.quantize(palette=_palette_of(image), dither=Image.Dither.NONE)
    else:
        few = image.quantize(_COLOURS_WITH_PHOTO, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", compress_level=6)  # 9 takes five times as long and saves a seventh
    return out.getvalue()


def _palette_of(image: Image) -> Image:
    """Give the commonest colours as they are: grounds keep theirs to the last bit."""
    from PIL import Image as Images

    counted = sorted(image.getcolors(SIZE[0] * SIZE[1]) or (), key=lambda one: (-one[0], one[1]))
    palette = Images.new("P", (1, 1))
    palette.putpalette([part for _, colour in counted[:_COLOURS] for part in cast("tuple[int, ...]", colour)])
    return palette
