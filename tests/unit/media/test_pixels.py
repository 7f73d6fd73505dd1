from __future__ import annotations

from typing import Literal

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from site_builder.media.pixels import resized
from site_builder.media.pixels import upright as upright_with_size
from tests.support.pictures import encoded, exif_of_a_phone, jpeg_with_secrets, noisy, opened, two_in_one

NEAR = 12


def upright(data: bytes, most_px: int) -> Image.Image:
    return upright_with_size(data, most_px)[0]


def distance(one: Image.Image, other: Image.Image) -> float:
    """Give by how much two pictures differ on average, of 255."""
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    return max(ImageStat.Stat(difference).mean)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_stands_upright_however_the_phone_was_held(orientation: int, kind: str) -> None:
    turned = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    wanted = noisy((300, 200))
    held = wanted if turned is None else wanted.transpose(turned)
    seen = upright(encoded(held, kind, exif=exif_of_a_phone(orientation)), 300)
    assert seen.size == (300, 200)
    assert distance(seen, wanted) < NEAR


@pytest.mark.parametrize(
    ("mode", "kind", "becomes"),
    [
        ("L", "JPEG", "RGB"),
        ("CMYK", "JPEG", "RGB"),
        ("1", "PNG", "RGB"),
        ("L", "PNG", "RGB"),
        ("P", "PNG", "RGB"),
        ("I;16", "PNG", "RGB"),
        ("LA", "PNG", "RGBA"),
        ("RGBA", "PNG", "RGBA"),
        ("RGBA", "WEBP", "RGBA"),
        ("RGBA", "AVIF", "RGBA"),
    ],
)
def test_every_kind_of_pixel_becomes_a_plain_one(mode: str, kind: str, becomes: str) -> None:
    seen = upright(encoded(noisy(mode=mode), kind), 350)
    assert (seen.mode, seen.size, seen.info) == (becomes, (350, 250), {})
    plain = noisy().convert("L") if mode in {"L", "1", "I;16", "LA"} else noisy()
    assert distance(seen, plain.resize(seen.size)) < 3 * NEAR


def test_what_is_transparent_in_a_palette_stays_so() -> None:
    palette = noisy(mode="P")
    data = encoded(palette, "PNG", transparency=palette.getpixel((0, 0)))
    alpha = upright(data, 700).getchannel("A")
    assert alpha.getextrema() == (0, 255)


def test_colours_of_another_profile_are_converted() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    other = srgb.replace(b"rXYZ", b"swap").replace(b"gXYZ", b"rXYZ").replace(b"swap", b"gXYZ")
    plain, glass = Image.new("RGB", (40, 30), (255, 0, 0)), Image.new("RGBA", (40, 30), (255, 0, 0, 128))
    assert upright(encoded(plain, "PNG", icc_profile=other), 40).getpixel((5, 5)) == (0, 255, 0)
    assert upright(encoded(glass, "PNG", icc_profile=other), 40).getpixel((5, 5)) == (0, 255, 0, 128)


@pytest.mark.parametrize("space", ["LAB", ""])
def test_a_profile_that_is_broken_or_of_other_colours_is_passed_over(space: Literal["LAB", ""]) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes() if space else b"bukan profil"
    data = encoded(Image.new("RGB", (40, 30), (255, 0, 0)), "PNG", icc_profile=profile)
    assert upright(data, 40).getpixel((5, 5)) == (255, 0, 0)


def test_the_first_picture_of_several_in_one_file_is_the_photo() -> None:
    assert upright(two_in_one(), 700).size == (700, 500)


def test_nothing_but_pixels_comes_through() -> None:
    seen = upright(jpeg_with_secrets(), 640)
    assert (seen.info, dict(seen.getexif())) == ({}, {})


def test_a_photo_is_made_smaller_with_its_shape() -> None:
    assert resized(noisy(), 350).size == (350, 250)
    assert resized(noisy(), 700).size == (700, 500)


def test_what_is_cut_short_is_not_decoded() -> None:
    data = encoded(noisy())
    with pytest.raises(OSError, match="truncated"):
        upright(data[: len(data) // 2], 320)
    assert opened(data).size == (700, 500)


def test_the_size_is_that_of_the_photo_as_it_was_taken_and_no_photo_grows() -> None:
    data = jpeg_with_secrets((700, 500), orientation=6)
    for most_px, width in ((320, 320), (5000, 500)):
        seen, size = upright_with_size(data, most_px)
        assert (seen.width, size) == (width, (500, 700))
