"""What a file is by its bytes, whatever its name says: programs and websites save one form as another."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from site_builder.spreadsheets.archive import OLD_FILE, UNREADABLE


class Form(StrEnum):
    """The values name the message that is told where a file of this form is not read."""

    XLSX = "is-xlsx"
    ODS = "is-ods"
    TEXT = "is-text"
    OLD = "old"
    LOCKED = "locked"
    HTML = "is-html"
    XML = "is-xml"
    BINARY = "is-binary"
    NUMBERS = "is-numbers"
    WORD = "is-word"
    PDF = "is-pdf"
    PICTURE = "is-picture"
    UNKNOWN = "broken"


_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLDER_FILES = (b"\x09\x08\x10\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
"""How .xls began before 1997."""
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
"""With which texts begin that say how they are encoded."""
_LOCK = "EncryptedPackage".encode("utf-16-le")
_DOCUMENT = "WordDocument".encode("utf-16-le")
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_WEB_ARCHIVE = re.compile(rb"\s*MIME-Version:", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:ss:)?Workbook\b|\s*<office:document\b")
_LOOKED_AT = 4096
_NAME_OF_FORM = 120
"""Bytes in which a file of OpenDocument names itself."""


def form_of(data: bytes) -> Form:
    """Tell what a file is; text is what no other form is."""
    if data.startswith(_ZIP):
        return _of_zip(data)
    if data.startswith(OLD_FILE):
        return Form.LOCKED if _LOCK in data else Form.WORD if _DOCUMENT in data else Form.OLD
    if data.startswith(_OLDER_FILES):
        return Form.OLD
    if data.startswith(b"%PDF"):
        return Form.PDF
    if data.startswith(b"{\\rtf"):
        return Form.WORD
    if data.startswith(_PICTURES):
        return Form.PICTURE
    head = _plain(data[:_LOOKED_AT])
    if _XML.match(head):
        return Form.HTML if b"<html" in head.lower() else Form.XML
    if _HTML.match(head) or _WEB_ARCHIVE.match(head):
        return Form.HTML
    return Form.UNKNOWN if b"\0" in head else Form.TEXT


def _plain(head: bytes) -> bytes:
    """Give the beginning of a text without what stands for its encoding."""
    if head.startswith(_MARKS[:2]):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(_MARKS[2])


def _of_zip(data: bytes) -> Form:
    """Tell by its parts what a zip file is; they are not unpacked."""
    try:
        names = frozenset(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except UNREADABLE:
        return Form.UNKNOWN
    if "xl/workbook.bin" in names:
        return Form.BINARY
    if any(name.startswith("word/") for name in names):
        return Form.WORD
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        return Form.NUMBERS
    if b"opendocument.text" in data[:_NAME_OF_FORM]:
        return Form.WORD
    if "content.xml" in names:
        return Form.ODS
    return Form.XLSX if "[Content_Types].xml" in names else Form.UNKNOWN
