from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageCms
from PIL.PngImagePlugin import PngInfo

from site_builder.media.strip import MetadataStays, without_metadata
from tests.support.pictures import XMP, encoded, exif_of_a_phone, jpeg_with_secrets, noisy, opened, two_in_one

PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SAID = (b"Telepon Rahasia", b"Exif\0\0", b"ns.adobe.com", b"Photoshop 3.0", b"catatan rahasia")


def same_pixels(one: bytes, other: bytes) -> bool:
    first, second = (opened(data).convert("RGBA") for data in (one, other))
    return (
        first.size == second.size and ImageChops.difference(first, second).getbbox(alpha_only=False) is None
    )


def png_with_secrets() -> bytes:
    text = PngInfo()
    text.add_text("Comment", "catatan rahasia")
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return encoded(noisy(mode="RGBA"), "PNG", pnginfo=text, exif=exif_of_a_phone(), icc_profile=PROFILE)


def moving_gif_with_secrets() -> bytes:
    first, second = noisy(mode="P"), noisy(mode="P").rotate(180)
    moving = encoded(first, "GIF", save_all=True, append_images=[second], loop=0, comment="catatan rahasia")
    loops = b"\x21\xff\x0bNETSCAPE2.0"
    return moving.replace(loops, b"\x21\xff\x0bXMP DataXMP\x0fcatatan rahasia\0" + loops, 1)


def with_fill_bytes(jpeg: bytes) -> bytes:
    """As T.81 allows it (B.1.1.2): any marker may have more bytes of 255 before it."""
    return jpeg.replace(b"\xff\xe1", b"\xff\xff\xff\xe1")


def between_scans(progressive: bytes, said: bytes) -> bytes:
    at = progressive.rindex(b"\xff\xda")
    return progressive[:at] + b"\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said + progressive[at:]


@pytest.mark.parametrize(
    "data",
    [
        jpeg_with_secrets(),
        encoded(noisy(mode="CMYK"), exif=exif_of_a_phone()),
        encoded(noisy(), progressive=True, comment="catatan rahasia"),
        png_with_secrets(),
        encoded(noisy(mode="P"), "PNG", exif=exif_of_a_phone()),
        encoded(noisy(), "WEBP", exif=exif_of_a_phone(), xmp=XMP, icc_profile=PROFILE),
        encoded(noisy(mode="RGBA"), "WEBP", lossless=True, exif=exif_of_a_phone()),
        encoded(noisy(mode="P"), "GIF", comment="catatan rahasia"),
        moving_gif_with_secrets(),
        with_fill_bytes(jpeg_with_secrets()),
        between_scans(encoded(noisy(), progressive=True), b"catatan rahasia"),
    ],
)
def test_only_what_is_said_about_a_picture_goes(data: bytes) -> None:
    clean = without_metadata(data)
    assert [secret for secret in SAID if secret in data] != []
    assert [secret for secret in SAID if secret in clean] == []
    assert same_pixels(clean, data)
    assert opened(clean).info.get("icc_profile") == opened(data).info.get("icc_profile")
    assert without_metadata(clean) == clean


def test_what_lies_behind_a_jpeg_goes_too() -> None:
    data = two_in_one()
    assert same_pixels(without_metadata(data), data)
    assert without_metadata(data).count(b"\xff\xd8\xff") == 1
    assert without_metadata(encoded(noisy()) + b"catatan rahasia") == without_metadata(encoded(noisy()))


@pytest.mark.parametrize("said", [{"exif": exif_of_a_phone()}, {"xmp": XMP}])
@pytest.mark.parametrize("kept", [{}, {"icc_profile": PROFILE}])
def test_an_avif_that_says_more_than_its_picture_is_refused(
    said: dict[str, bytes], kept: dict[str, bytes]
) -> None:
    silent = encoded(noisy(), "AVIF", **kept)
    assert without_metadata(silent) == silent
    with pytest.raises(MetadataStays):
        without_metadata(encoded(noisy(), "AVIF", **kept, **said))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        encoded(noisy(), "AVIF")[:-40],
        encoded(noisy(), "GIF")[:-1],
        encoded(noisy(), "GIF")[:700],
        encoded(noisy())[:-2],
        encoded(noisy(), exif=exif_of_a_phone())[:90],
        b"\xff\xd8\xff\xe1\x00",
        b"\x89PNG\r\n\x1a\n\0\0",
        b"RIFF\x10\0\0\0WEBPVP8 \xff\xff\0\0",
        b"<svg/>",
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    with pytest.raises(MetadataStays):
        without_metadata(data)


def test_a_picture_that_says_nothing_stays_as_it_is() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "GIF", "AVIF"):
        data = encoded(Image.new("RGB", (40, 30)), kind)
        assert without_metadata(data) == data
