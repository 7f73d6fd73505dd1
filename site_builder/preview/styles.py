"""What of a page is its look: while only that changes, the page need not be loaded anew."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.names import Digest
from site_builder.source.scan import digest_of

_SHEET = re.compile(rb'(<link rel="stylesheet" href=")([^"]*)(")')


class Dress(Struct, frozen=True):
    """A page taken apart: names its bytes without the addresses of its style sheets, and these."""

    page: Digest
    sheets: tuple[str, ...]


def dress_of(page: bytes) -> Dress:
    sheets = tuple(found[2].decode("utf-8", "replace") for found in _SHEET.finditer(page))
    return Dress(digest_of(_SHEET.sub(rb"\1\3", page)), sheets)
