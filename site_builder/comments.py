"""Comments in new content files: how an explanation is broken into lines. Pure."""

from __future__ import annotations

import re
import textwrap

_WIDTH = 100
_CODE = re.compile(r"`[^`]*`")
_HELD_SPACE = "\0"


def comment_lines(text: str) -> list[str]:
    """Break a comment into lines, but nothing between backticks.

    Examples have no space behind their `#`, so that they stand out and that taking it away is enough.
    """
    whole = _CODE.sub(lambda code: code[0].replace(" ", _HELD_SPACE), text)
    wrapped = textwrap.wrap(whole, _WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    return [f"# {line}".replace(_HELD_SPACE, " ") for line in wrapped]
