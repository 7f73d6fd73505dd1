"""From the bytes of a photo to upright pixels of the size that is wanted, and nothing but pixels.

Memory is the bound: a JPEG is decoded at an eighth, a quarter or half of its size where that is
enough, and everything else is made small before its colours are converted.
"""

from __future__ import annotations

import io
from contextlib import suppress

from PIL import Image, ImageCms

from site_builder.media.layouts import height_at

Image.MAX_IMAGE_PIXELS = None  # sizes are refused by `probe`, which tells of them in words

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = {5, 6, 7, 8}
_ORIENTATION = 0x0112
_GAP = 2.0
"""Down to twice the size by averaging, the rest by Lanczos: as sharp to the eye, in a third of the time."""
_KEPT = {"L", "RGB", "RGBA", "CMYK"}
_SPACES = {"L": "GRAY", "RGB": "RGB", "RGBA": "RGB", "CMYK": "CMYK"}
"""The colours that a profile must speak of to be of use for a mode."""


def open_photo(data: bytes) -> Image.Image:
    """Read the header. Of a JPEG with several pictures in it, as phones make them, the first is the photo."""
    return Image.open(io.BytesIO(data), formats=FORMATS)


def upright(data: bytes, most_px: int) -> tuple[Image.Image, tuple[int, int]]:
    """Decode a photo at most `most_px` wide, upright, as RGB or RGBA in sRGB, with its own size, upright.

    Nothing else of the file is left. Raises whatever Pillow does when the picture is broken or cut short.
    """
    with open_photo(data) as image:
        turn, profile = _orientation(image), image.info.get("icc_profile")
        size = image.size[::-1] if turn in _SIDEWAYS else image.size
        width = min(size[0], most_px)
        shown = width, height_at(width, size)
        stored = shown[::-1] if turn in _SIDEWAYS else shown
        image.draft(None, stored)
        image.load()
        plain = _eight_bits(image)
        if (
            plain.mode == "RGBA"
        ):  # weighed by their opacity, or the colours of what can't be seen shine through
            plain = plain.convert("RGBa")
        if plain is not image:
            image.close()  # of 40 megapixels each copy takes 160 MB
        small = _resized(plain, stored)
    if small.mode == "RGBa":
        small = small.convert("RGBA")
    coloured = _in_srgb(small, profile)
    turned = coloured.transpose(_TURNS[turn]) if turn in _TURNS else coloured
    return Image.frombytes(turned.mode, turned.size, turned.tobytes()), size


def resized(image: Image.Image, width_px: int) -> Image.Image:
    """Make a decoded photo smaller."""
    return _resized(image, (width_px, height_at(width_px, image.size)))


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    if image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=_GAP)


def _orientation(image: Image.Image) -> int:
    found = image.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) else 1


def _eight_bits(image: Image.Image) -> Image.Image:
    """Give a mode that can be made smaller: colours, not places in a palette; eight bits for each."""
    if image.mode in {"LA", "PA", "La", "RGBa"} or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # 16 bits of grey
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in _KEPT else image.convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert the colours; a profile that is broken or of other colours is passed over, as browsers do."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if source.profile.xcolor_space.strip() == _SPACES[image.mode]:
                return _through(image, source)
    return image if image.mode in {"RGB", "RGBA"} else image.convert("RGB")


def _through(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image if alpha is None else image.convert("RGB")
    done = ImageCms.profileToProfile(colours, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if done is None:
        raise ValueError("nothing converted")
    if alpha is not None:
        done.putalpha(alpha)
    return done
