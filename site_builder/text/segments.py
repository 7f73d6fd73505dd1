"""Words for a search that knows words only by the blanks around them: Chinese and Japanese have none.

Each two neighbouring signs become one word, and so does the last sign. A part of a word is then found
whatever a dictionary thinks of it, and a single sign as the beginning of such a word. The words are written
in digits: no stemmer, no folding of accents and no browser's own segmentation changes them on the way. The
script `assets/js/search.js` writes what is typed in the same way.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

_DIGITS = 7
"""As many as the largest sign of Unicode has, so that a word begins with its first sign."""
_RUN = re.compile(
    "[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff]+"
)


def in_words(text: str) -> str:
    """Write a text with a blank around every word, Chinese and Japanese as pairs of signs in digits."""
    return _RUN.sub(lambda run: f" {' '.join(_pairs(run[0]))} ", unicodedata.normalize("NFKC", text))


def _pairs(run: str) -> list[str]:
    signs = [f"{ord(sign):0{_DIGITS}}" for sign in run]
    return [*(one + next_ for one, next_ in pairwise(signs)), signs[-1]]
