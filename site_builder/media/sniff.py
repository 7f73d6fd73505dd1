"""What a file is by its first bytes, whatever its name says; nothing is decoded."""

from __future__ import annotations

_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP"),
)
_HEAD_BYTES = 4096


def sniff(data: bytes) -> str:
    """Name the form that a file has, such as `JPEG`, `HEIC` or `SVG`; nothing when it has none known here."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    if data[4:8] == b"ftyp":
        return _boxed(data)
    for start, name in _STARTS:
        if data.startswith(start):
            return name
    return _written(data[:_HEAD_BYTES])


def _boxed(data: bytes) -> str:
    """Tell AVIF from HEIC: the same boxes, and either may call itself `mif1` first."""
    length = min(int.from_bytes(data[:4], "big"), _HEAD_BYTES)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, length, 4))}
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIC" if brands & _HEIC else "MP4"


def _written(head: bytes) -> str:
    """Tell drawings and pages, which are text, in any of the usual encodings."""
    text = head.replace(b"\0", b"").lower()
    if b"<svg" in text or b"<!doctype svg" in text or b"svg:svg" in text:
        return "SVG"
    return "HTML" if b"<html" in text or b"<!doctype html" in text else ""


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Read the size of a WebP's canvas: its decoder makes room for two of them before anyone can ask."""
    form, start = data[12:16], data[20:30]
    if len(start) < 10:
        return None
    if form == b"VP8X":
        return 1 + int.from_bytes(start[4:7], "little"), 1 + int.from_bytes(start[7:10], "little")
    if form == b"VP8L":
        bits = int.from_bytes(start[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if form == b"VP8 ":
        return int.from_bytes(start[6:8], "little") & 0x3FFF, int.from_bytes(start[8:10], "little") & 0x3FFF
    return None
