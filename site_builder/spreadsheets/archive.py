"""The zip file that .xlsx and .ods are, opened so that no file can fill the memory."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from site_builder.spreadsheets.faults import SheetFault

MOST_FILE_BYTES = 20 << 20
MOST_UNPACKED_BYTES = 80 << 20
MOST_RATIO = 300
"""Texts of sheets are packed to a tenth, rows of one and the same value to a hundredth."""
_SMALL_BYTES = 1 << 20
_MOST_PARTS = 2000

OLD_FILE = b"\xd0\xcf\x11\xe0"
"""How .xls begins, and a .xlsx that has a password."""


class Archive:
    """The parts of one file."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        if data.startswith(OLD_FILE):
            raise SheetFault(path, "old")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise SheetFault(path, "broken") from None
        parts = self._archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        is_bomb = any(
            part.file_size > _SMALL_BYTES and part.file_size > MOST_RATIO * max(1, part.compress_size)
            for part in parts
        )
        if unpacked > MOST_UNPACKED_BYTES or len(parts) > _MOST_PARTS or is_bomb:
            raise SheetFault(path, "bomb", most=str(MOST_UNPACKED_BYTES >> 20))
        self.names = frozenset(part.filename for part in parts)

    def read(self, name: str) -> bytes | None:
        """Give the bytes of an XML part, `None` where there is none; never any that declare entities."""
        if name not in self.names:
            return None
        try:
            data = self._archive.read(name)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, OSError):
            raise SheetFault(self.path, "broken") from None
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
            raise SheetFault(self.path, "broken")
        return data

    def tree(self, name: str) -> ET.Element | None:
        data = self.read(name)
        if data is None:
            return None
        try:
            return ET.fromstring(data)  # noqa: S314  without entities
        except ET.ParseError:
            raise SheetFault(self.path, "broken") from None

    def ends(self, name: str) -> Iterator[ET.Element]:
        """Yield the elements of a part as they end, so that a large one is never held whole."""
        data = self.read(name)
        if data is None:
            return
        try:
            for _, element in ET.iterparse(io.BytesIO(data)):  # noqa: S314  without entities
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
