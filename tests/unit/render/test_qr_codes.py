"""The code that pages for paper show, read by a decoder of other people."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from site_builder.render.qr_codes import BORDER, qr_code

SCALE = 6
_PIECE = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def drawn(text: str) -> Image.Image:
    """Paint the path as a browser does."""
    code = qr_code(text)
    image = Image.new("L", (code.size * SCALE, code.size * SCALE), 255)
    brush = ImageDraw.Draw(image)
    assert _PIECE.sub("", code.d) == ""
    for x, y, length, back in _PIECE.findall(code.d):
        assert length == back
        corner = int(x) * SCALE, int(y) * SCALE
        brush.rectangle((*corner, corner[0] + int(length) * SCALE - 1, corner[1] + SCALE - 1), fill=0)
    return image


@pytest.mark.parametrize(
    "text", ["https://tanggulangin.example/toko/intako/", "https://x.example/" + "a" * 120, "a"]
)
def test_a_code_says_what_it_was_made_from(text: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(text))
    assert found.text == text


def test_the_border_stays_blank() -> None:
    image = drawn("https://tanggulangin.example/")
    inside = image.point(lambda value: 255 - value).getbbox()
    edge = image.width - BORDER * SCALE
    assert inside == (BORDER * SCALE, BORDER * SCALE, edge, edge)
