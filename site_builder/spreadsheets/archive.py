"""The zip file that .xlsx and .ods are, opened so that no file can fill the memory."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree as ET

from site_builder.spreadsheets.faults import SheetFault

MOST_FILE_BYTES = 20 << 20
MOST_UNPACKED_BYTES = 80 << 20
MOST_RATIO = 300
"""Texts of sheets are packed to a tenth, rows of one and the same value to a hundredth."""
MOST_TAGS = 2_500_000
"""In one part that is read piece by piece: all cells that are allowed, each with six, have 2,400,000."""
FEW_TAGS = 50_000
"""In one part that is read whole, such as the list of sheets."""
_SMALL_BYTES = 1 << 20
_MOST_PARTS = 2000
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    KeyError,
    MemoryError,  # a damaged part asks for any size
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)
"""What unpacking raises of a file that is damaged or that no program wrote."""

OLD_FILE = b"\xd0\xcf\x11\xe0"
"""How .xls begins, and a .xlsx that has a password."""
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/", b"http://schemas.openxmlformats.org/spreadsheetml/2006/"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
"""The names of the strict form of .xlsx, and those of the usual one, which openpyxl knows."""


class Archive:
    """The parts of one file; whoever reads one gets bytes of XML that are safe to parse."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        if data.startswith(OLD_FILE):
            raise SheetFault(path, "old")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except UNREADABLE:
            raise SheetFault(path, "broken") from None
        parts = self._archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        is_bomb = any(
            part.file_size > _SMALL_BYTES and part.file_size > MOST_RATIO * max(1, part.compress_size)
            for part in parts
        )
        if unpacked > MOST_UNPACKED_BYTES or len(parts) > _MOST_PARTS or is_bomb:
            raise self.bomb()

    def bomb(self) -> SheetFault:
        return SheetFault(self.path, "bomb", most=str(MOST_UNPACKED_BYTES >> 20))

    def has(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """Read a part that is never large; raises `SheetFault` for any that is unsafe or not there."""
        return self._guarded(name, FEW_TAGS)

    def large(self, name: str) -> IO[bytes]:
        return io.BytesIO(self._guarded(name, MOST_TAGS))

    def _guarded(self, name: str, most: int) -> bytes:
        """Unpack a part; refuse any that declares entities, or is written so that this can't be seen."""
        try:
            data = self._archive.read(name)
        except UNREADABLE:
            raise SheetFault(self.path, "broken") from None
        encoding = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
        is_plain = encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii")
        if not is_plain or b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
            raise SheetFault(self.path, "broken")
        if data.count(b"<") > most:
            raise self.bomb()
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return data

    def tree(self, name: str) -> ET.Element:
        try:
            return ET.parse(self.large(name)).getroot()  # noqa: S314  without entities
        except ET.ParseError:
            raise SheetFault(self.path, "broken") from None

    def ends(self, name: str) -> Iterator[ET.Element]:
        """Yield the elements of a part as they end, so that a large one is never held whole."""
        try:
            for _, element in ET.iterparse(self.large(name)):  # noqa: S314  without entities
                yield element
        except ET.ParseError:
            raise SheetFault(self.path, "broken") from None


def local(element: ET.Element) -> str:
    """Give an element's name without its namespace, of which programs use several for one thing."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str, default: str = "") -> str:
    """Give an attribute by its name without namespace."""
    found = element.get(name)
    if found is not None:
        return found
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), default)
