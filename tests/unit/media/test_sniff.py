from __future__ import annotations

import pytest

from site_builder.media.sniff import sniff, webp_size
from tests.support.pictures import (
    HEIC,
    SVG_BOMB,
    SVG_WITH_SCRIPT,
    encoded,
    noisy,
    webp_that_claims,
)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF"])
def test_a_form_is_known_by_its_first_bytes(kind: str) -> None:
    assert sniff(encoded(noisy((64, 48)), kind)) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (HEIC, "HEIC"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "AVIF"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "MP4"),
        (SVG_WITH_SCRIPT, "SVG"),
        (SVG_BOMB, "SVG"),
        ("<svg/>".encode("utf-16"), "SVG"),
        (b"<!doctype html><p>", "HTML"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04", "ZIP"),
        (b"", ""),
        (b"\0\0\0\0ftyp", "MP4"),
        (b"RIFF", ""),
        (b"foto", ""),
    ],
)
def test_what_is_no_photo_has_its_name(data: bytes, name: str) -> None:
    assert sniff(data) == name


@pytest.mark.parametrize("parameters", [{"quality": 50}, {"lossless": True}, {"exif": b"Exif\0\0MM\0*"}])
def test_the_size_of_a_canvas_is_read_from_each_kind_of_webp(parameters: dict[str, object]) -> None:
    assert webp_size(encoded(noisy((321, 123)), "WEBP", **parameters)) == (321, 123)


def test_a_canvas_may_claim_any_size_and_need_not_be_there() -> None:
    assert webp_size(webp_that_claims(16_000_000, 7)) == (16_000_000, 7)
    assert webp_size(b"RIFF\0\0\0\0WEBPVP8X") is None
    assert webp_size(b"RIFF\0\0\0\0WEBPXXXX" + b"\0" * 20) is None
