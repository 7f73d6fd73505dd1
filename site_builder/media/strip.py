"""Takes out of a picture what is said about it, without touching a pixel.

It is for files that are copied as they are. Colour profiles stay: without them the same pixels would
have other colours.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_KEPT_JPEG = {0xE0, 0xEE}
"""JFIF, and Adobe's note of how colours are stored: without it they come out wrong."""
_ICC = b"ICC_PROFILE\0"
_KEPT_PNG = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT"),
    *(b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"),
}
_DROPPED_WEBP = {b"EXIF": 0x08, b"XMP ": 0x04}
"""With the bits that announce them in the header."""
_PNG = b"\x89PNG\r\n\x1a\n"
_START_OF_SCAN, _END_OF_IMAGE = 0xDA, 0xD9
_AFTER_PIXELS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""A marker within pixels: neither an escaped 255 nor one of those from which decoding can start again."""
_KEPT_GIF = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""How often it moves, and its colours."""
_TELLING_AVIF = (b"Exif", b"application/rdf+xml")
"""How the index of an AVIF names its metadata."""


class MetadataStays(Exception):
    """The file says more than its picture does, or nobody can tell whether it does."""


def without_metadata(data: bytes) -> bytes:
    """Give the same picture, a JPEG, PNG, WebP, GIF or AVIF, without EXIF, XMP, IPTC and comments.

    Raises `MetadataStays` where these can't be taken out: of an AVIF, and of what does not have the form that
    it should have, as nobody can say what is in it.
    """
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return b"".join(_png(data))
        if data.startswith((b"GIF87a", b"GIF89a")):
            return b"".join(_gif(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data[4:8] == b"ftyp":
            _refuse_telling_avif(data)
            return data
    except (struct.error, IndexError) as error:  # it ends too early
        raise MetadataStays from error
    raise MetadataStays


def _jpeg(data: bytes) -> Iterator[bytes]:
    """Give the segments up to the end of this picture: phones put another one behind it."""
    yield data[:2]
    at = 2
    while True:
        while data[at] == data[at + 1] == 0xFF:  # any marker may have more of these before it
            at += 1
        mark, kind = data[at], data[at + 1]
        if mark != 0xFF:
            raise MetadataStays
        if kind == _END_OF_IMAGE:
            yield data[at : at + 2]
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if kind == _START_OF_SCAN:
            found = _AFTER_PIXELS.search(data, end)
            if found is None:
                raise MetadataStays
            end = found.start()
        elif end > len(data):
            raise MetadataStays
        segment = data[at:end]
        is_metadata = kind == 0xFE or (0xE0 <= kind <= 0xEF and kind not in _KEPT_JPEG)
        if not is_metadata or segment[4:].startswith(_ICC):
            yield segment
        at = end


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if end > len(data):
            raise MetadataStays
        if kind in _KEPT_PNG:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end


def _webp(data: bytes) -> bytes:
    chunks: list[bytes] = []
    at, gone = 12, 0
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        end = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise MetadataStays
        if kind in _DROPPED_WEBP:
            gone |= _DROPPED_WEBP[kind]
        else:
            chunks.append(data[at:end])
        at = end
    if chunks and chunks[0].startswith(b"VP8X"):
        flags = chunks[0][8] & ~gone
        chunks[0] = chunks[0][:8] + bytes([flags]) + chunks[0][9:]
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(data: bytes) -> Iterator[bytes]:
    at = 13 + _colours_of_gif(data[10])
    yield data[:at]
    while True:
        kind, start = data[at], at
        if kind == 0x3B:
            yield b";"
            return
        if kind == 0x2C:  # a picture: ten bytes, its colours, the size of its codes
            at += 11 + _colours_of_gif(data[at + 9])
        elif kind == 0x21:
            at += 2
        else:
            raise MetadataStays
        program = data[at + 1 : at + 12]
        while data[at]:  # blocks, each with its length before it
            at += 1 + data[at]
        at += 1
        is_comment = kind == 0x21 and data[start + 1] == 0xFE
        is_of_program = kind == 0x21 and data[start + 1] == 0xFF
        if not is_comment and not (is_of_program and program not in _KEPT_GIF):
            yield data[start:at]


def _colours_of_gif(flags: int) -> int:
    """Give the bytes that a table of colours takes, announced by these flags."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _refuse_telling_avif(data: bytes) -> None:
    """Look through all boxes but the pixels; to take something out would move all that stands behind it."""
    at = 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, at + 8)
        end = len(data) if length == 0 else at + length
        if end > len(data) or end <= at:
            raise MetadataStays
        if kind != b"mdat" and any(sign in data[at:end] for sign in _TELLING_AVIF):
            raise MetadataStays
        at = end
