"""What a stylesheet weighs without what only its readers need."""

from __future__ import annotations

import re
from functools import lru_cache

_PIECES = re.compile(
    r"""
    (?P<kept> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' | url\([^"')]*\) )
    | (?P<comment> /\*.*?\*/ )
    | \s* ; \s* (?P<last> \} ) \s*
    | \s* (?P<sign> [{};,>] ) \s*
    | (?P<colon> : ) \s+
    | (?P<blank> \s+ )
    """,
    re.VERBOSE | re.DOTALL,
)


@lru_cache(maxsize=256)
def squeezed(css: str) -> str:
    """Leave out comments and needless blanks; texts in quotes and addresses stay as they are.

    Blanks before `:` and around `+`, `-`, `*`, `(` and `)` stay, for there they can mean something:
    `a :hover`, `calc(1px + 2px)`, `and (…)`. Needs well-formed CSS.
    """
    without_comments = _PIECES.sub(lambda piece: " " if piece["comment"] else piece[0], css)
    return _PIECES.sub(_shorter, without_comments).strip()


def _shorter(piece: re.Match[str]) -> str:
    if piece["kept"]:
        return piece["kept"]
    return piece["last"] or piece["sign"] or piece["colon"] or " "
