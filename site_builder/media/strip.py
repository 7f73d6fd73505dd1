"""Takes out of a picture what is said about it, without touching a pixel.

It is for files that are copied as they are. Colour profiles stay: without them the same pixels would
have other colours.
"""

from __future__ import annotations

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


def without_metadata(data: bytes) -> bytes:
    """Give the same picture without EXIF, XMP, IPTC and comments; anything but JPEG, PNG and WebP as it is.

    What does not have the form that it should have stays as it is too: nobody can say what is in it.
    """
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return b"".join(_jpeg(data))
        if data.startswith(_PNG):
            return b"".join(_png(data))
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError, _Broken):
        pass
    return data


class _Broken(Exception):
    """The file ends too early."""


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        mark, kind, length = struct.unpack_from(">BBH", data, at)
        if mark != 0xFF or at + 2 + length > len(data):
            raise _Broken
        if kind == 0xDA:  # from here on there are only pixels, up to the end of this picture
            yield data[at : _end_of_jpeg(data, at)]
            return
        segment = data[at : at + 2 + length]
        is_metadata = kind == 0xFE or (0xE0 <= kind <= 0xEF and kind not in _KEPT_JPEG)
        if not is_metadata or segment[4:].startswith(_ICC):
            yield segment
        at += 2 + length


def _end_of_jpeg(data: bytes, at: int) -> int:
    """Find where the picture ends: phones put a second one behind it, with metadata of its own."""
    end = data.find(b"\xff\xd9", at)
    if end < 0:
        raise _Broken
    return end + 2


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + length + 12
        if end > len(data):
            raise _Broken
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
            raise _Broken
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
