"""What stands in a PDF that Chromium printed: enough to count its pages and to find blank ones."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page\b")
_CONTENTS = re.compile(rb"/Contents\s+(\d+) 0 R")
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"\bT[jJ]\b")


def texts_on_pages(pdf: bytes) -> list[int]:
    """Count, for each page in order, how often something is written on it."""
    objects = dict(_OBJECT.findall(pdf))
    pages = [body for body in objects.values() if _PAGE.search(body)]
    assert pages, "not a PDF as Chromium writes it"
    return [_texts(objects, page) for page in pages]


def _texts(objects: dict[bytes, bytes], page: bytes) -> int:
    contents = _CONTENTS.search(page)
    stream = _STREAM.search(objects[contents[1]]) if contents else None
    return len(_SHOWN.findall(zlib.decompress(stream[1]))) if stream else 0
