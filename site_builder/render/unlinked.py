"""Links of a text that lead nowhere today: their words stay, as they stand in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OPENING = re.compile(r'<a\b[^<>]*\bhref="\Z')
_REST = re.compile(r'"[^<>]*>')
_CLOSING = "</a>"

UNLINKED = None
"""In the place of an address: the link around it is taken away."""


def without_links(first: str, filled: Iterable[tuple[str | None, str]]) -> str:
    """Join the segments of a text and what fills its holes; a link whose hole is `UNLINKED` leaves its words.

    A link never holds another, so its end is the first one behind it.
    """
    parts, is_open = [first], False
    for filling, segment in filled:
        rest = segment
        if filling is UNLINKED:
            parts[-1] = _OPENING.sub("", parts[-1])
            rest, is_open = _REST.sub("", segment, count=1), True
        else:
            parts.append(filling)
        if is_open and _CLOSING in rest:
            rest, is_open = rest.replace(_CLOSING, "", 1), False
        parts.append(rest)
    return "".join(parts)
