"""Photos made up for tests, with all that a phone, a camera or somebody hostile may put into them."""

from __future__ import annotations

import io
import random
import zlib
from typing import Any

from PIL import Image, ImageCms, ImageFilter

SECRETS = (
    *(b"Telepon Rahasia", b"Exif", b"http://ns.adobe.com/xap", b"Photoshop 3.0", b"catatan rahasia"),
    *(b"ICC_", b"iCCP", b"ICCP", b"colrprof", b"eXIf", b"tEXt", b"iTXt"),
)
"""What must not be in any file that is published."""


def noisy(size: tuple[int, int] = (700, 500), mode: str = "RGB") -> Image.Image:
    """Draw something that has edges, a gradient and noise; the left half is darker."""
    noise = Image.frombytes("L", size, random.Random(7).randbytes(size[0] * size[1]))
    grey = Image.blend(noise.filter(ImageFilter.SMOOTH), Image.linear_gradient("L").resize(size), 0.6)
    image = Image.merge("RGB", (grey, grey.transpose(Image.Transpose.ROTATE_180), grey))
    image.paste((200, 30, 30), (0, 0, size[0] // 2, size[1] // 2))
    if mode == "I;16":
        return image.convert("L").convert("I").point(lambda grey: grey * 257).convert("I;16")
    if mode in {"LA", "RGBA", "PA"}:
        image = image.convert("RGBA")
        image.putalpha(Image.linear_gradient("L").resize(size))
        return image.convert(mode)
    return image.convert(mode)


def lifelike(size: tuple[int, int], mode: str = "RGB", seed: int = 7) -> Image.Image:
    """Draw clouds of all sizes, the large ones strongest: so do photographs, and compress so."""
    chance, (width, height) = random.Random(seed), size
    bands = []
    for _ in range(3):
        band = Image.linear_gradient("L").resize(size)
        for octave in range(2, 9):
            small = max(1, width >> (9 - octave)), max(1, height >> (9 - octave))
            cloud = Image.frombytes("L", small, chance.randbytes(small[0] * small[1])).resize(size)
            band = Image.blend(band, cloud, 0.5 / octave)
        bands.append(band)
    image = Image.merge("RGB", bands)
    if mode == "RGBA":
        image.putalpha(Image.radial_gradient("L").resize(size).point(lambda light: 255 if light < 160 else 0))
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **parameters: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **parameters)
    return out.getvalue()


def rgb_at(image: Image.Image, place: tuple[int, int]) -> tuple[int, int, int]:
    pixel = image.convert("RGB").getpixel(place)
    assert isinstance(pixel, tuple)
    red, green, blue = pixel
    return int(red), int(green), int(blue)


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def exif_of_a_phone(orientation: int = 1) -> Image.Exif:
    """Give what a phone writes: who made it, where it was taken, how it was held."""
    exif = Image.Exif()
    exif[0x010F] = "Telepon Rahasia"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 30.0, 0.0), 3: "E", 4: (112.0, 42.0, 0.0)})
    return exif


XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="7,30S"/>'
    b"</rdf:RDF></x:xmpmeta>"
)


def jpeg_with_secrets(size: tuple[int, int] = (700, 500), orientation: int = 1) -> bytes:
    """Make a JPEG with EXIF and its GPS, XMP, IPTC, a comment and a profile."""
    iptc = b"8BIM\x04\x04\x00\x00" + (20).to_bytes(4, "big") + b"\x1c\x02\x05\x00\x0fcatatan rahasia"
    data = encoded(
        noisy(size),
        exif=exif_of_a_phone(orientation),
        xmp=XMP,
        comment="catatan rahasia",
        icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
        quality=90,
    )
    segment = b"Photoshop 3.0\0" + iptc
    return data[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + data[2:]


def png_that_claims(width: int, height: int) -> bytes:
    """Write a PNG of a few bytes whose header promises a picture of any size."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")
        for name, data in chunks
    )


def jpeg_that_claims(width: int, height: int) -> bytes:
    """Give a small JPEG another size in its header."""
    data = bytearray(encoded(noisy((64, 48))))
    at = next(data.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data)
    data[at + 5 : at + 9] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(data)


def jpeg_of_many_scans(scans: int) -> bytes:
    """Write a progressive JPEG whose last scan comes again and again: few bytes, hours of decoding."""
    data = encoded(Image.new("L", (640, 480), 100), progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * scans + data[-2:]


def png_of(size: tuple[int, int], *chunks: tuple[bytes, bytes], pixels: bytes | None = None) -> bytes:
    """Write a black PNG of eight bits of grey, with chunks before its pixels."""
    width, height = size
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\0\0\0\0"
    data = zlib.compress(bytes((width + 1) * height)) if pixels is None else pixels
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        len(part).to_bytes(4, "big") + name + part + zlib.crc32(name + part).to_bytes(4, "big")
        for name, part in ((b"IHDR", header), *chunks, (b"IDAT", data), (b"IEND", b""))
    )


def bomb(mega: int) -> bytes:
    """Compress so many million zeros: a thousandth of that."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(mega)) + packer.flush()


def webp_without_loss_that_claims(width: int, height: int) -> bytes:
    """Write the beginning of a WebP without loss of any size."""
    head = b"\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little") + bytes(25)
    return (
        b"RIFF"
        + (12 + len(head)).to_bytes(4, "little")
        + b"WEBPVP8L"
        + len(head).to_bytes(4, "little")
        + head
    )


def webp_that_claims(width: int, height: int) -> bytes:
    """Write the beginning of a WebP with a canvas of any size."""
    canvas = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + (10).to_bytes(4, "little") + canvas
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def moving(kind: str) -> bytes:
    first, second = noisy((64, 48)), noisy((64, 48)).transpose(Image.Transpose.ROTATE_180)
    return encoded(first, kind, save_all=True, append_images=[second], duration=100)


def two_in_one() -> bytes:
    """Make what phones make of a portrait: a JPEG with a second one, such as a map of depths, behind it."""
    return encoded(noisy(), "MPO", save_all=True, append_images=[noisy((64, 48))])


def harmless() -> dict[str, bytes]:
    """Make files that are photos, with what does not belong into one; by their names."""
    photo = encoded(noisy((400, 300)))
    profiles = {
        "cmyk": b"\0" * 16 + b"CMYKLab " + b"\0" * 200,
        "lab": ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes(),
        "xyz": ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes(),
    }
    text = (b"zTXt", b"catatan rahasia\0\0" + bomb(1)[:900])
    return {
        "zip.jpg": photo + b"PK\x03\x04catatan rahasia",
        "html.jpg": photo + b"<html><script>alert('catatan rahasia')</script></html>",
        "dua.jpg": two_in_one(),
        **{
            f"putar-{turn}.jpg": encoded(noisy((400, 300)), exif=exif_of_a_phone(turn))
            for turn in (0, 9, 65535)
        },
        **{f"{name}.jpg": encoded(noisy((400, 300)), icc_profile=icc) for name, icc in profiles.items()},
        "cetak.jpg": encoded(noisy((400, 300), "CMYK"), icc_profile=profiles["xyz"]),
        "panjang.png": png_of((400, 300), text, pixels=bomb(9)),
    }


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100
SVG_WITH_SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
SVG_BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>'
)

HOSTILE: dict[str, tuple[bytes, str]] = {
    "kosong.jpg": (b"", "photo-empty"),
    "potong.jpg": (encoded(noisy())[:9000], "photo-unreadable"),
    "potong.png": (encoded(noisy(), "PNG")[:9000], "photo-unreadable"),
    "potong.webp": (encoded(noisy(), "WEBP")[:9000], "photo-unreadable"),
    "potong.avif": (encoded(noisy(), "AVIF")[:9000], "photo-unreadable"),
    "sampah.jpg": (b"bukan foto sama sekali", "photo-unreadable"),
    "bom.png": (png_that_claims(100_000, 100_000), "photo-too-large"),
    "bom.jpg": (jpeg_that_claims(60_000, 60_000), "photo-too-large"),
    "bom.webp": (webp_that_claims(16_000_000, 256), "photo-too-large"),
    "bom-2.webp": (webp_without_loss_that_claims(16_383, 16_383), "photo-too-large"),
    "bom-profil.png": (png_of((64, 48), (b"iCCP", b"x\0\0" + bomb(80))), "photo-unreadable"),
    "bom-teks.png": (png_of((64, 48), (b"zTXt", b"x\0\0" + bomb(80))), "photo-unreadable"),
    "bom-pindai.jpg": (jpeg_of_many_scans(5000), "photo-unreadable"),
    "pita.png": (png_of((9, 3_000_000)), "photo-shape"),
    "tanpa-luas.png": (png_of((0, 9)), "photo-unreadable"),
    "jp2.jpg": (encoded(noisy((64, 48)), "JPEG2000"), "photo-unreadable"),
    "ico.jpg": (encoded(noisy((64, 48)), "ICO"), "photo-unreadable"),
    "psd.jpg": (b"8BPS\0\x01" + b"\0" * 40, "photo-unreadable"),
    "jxl.jpg": (b"\0\0\0\x0cJXL \r\n\x87\n" + b"\0" * 40, "photo-unreadable"),
    "tiff.jpg": (encoded(noisy((64, 48)), "TIFF"), "photo-format"),
    "pdf.jpg": (encoded(noisy((64, 48)), "PDF"), "photo-format"),
    "video.jpg": (b"\0\0\0\x18ftypisom\0\0\0\0isomiso2" + b"\0" * 50, "photo-format"),
    "salah.jpg": (encoded(noisy((64, 48)), "PNG"), "photo-format"),
    "salah.png": (encoded(noisy((64, 48)), "GIF"), "photo-format"),
    "salah.avif": (encoded(noisy((64, 48)), "TIFF"), "photo-format"),
    "iphone.jpg": (HEIC, "photo-format.heic"),
    "gambar.jpg": (SVG_WITH_SCRIPT, "photo-format.svg"),
    "bom-svg.png": (SVG_BOMB, "photo-format.svg"),
    "bergerak.png": (moving("PNG"), "photo-animated"),
    "bergerak.webp": (moving("WEBP"), "photo-animated"),
    "bergerak.avif": (moving("AVIF"), "photo-animated"),
    "gambar.svg": (SVG_WITH_SCRIPT, "photo-ending.convert"),
    "bom.svg": (SVG_BOMB, "photo-ending.convert"),
    "bergerak.gif": (moving("GIF"), "photo-ending.convert"),
    "iphone.heic": (HEIC, "photo-ending.heic"),
}
"""Files that are no photos to publish, and the code of the fault that is told."""
