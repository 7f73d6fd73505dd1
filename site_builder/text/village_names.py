"""Names of villages, and which of them is hardly another one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.model.nearest import edit_distance

_OF_VILLAGES = re.compile(r"(?:desa|ds|kelurahan|kel)\b\.?\s*(?=[^\W\d_])", re.IGNORECASE)
_SHORTEST_SLIP = 4
_LONG = 8


def village_name(text: str) -> str:
    """Leave out what says that a village is one: `Ds. Kludan`."""
    found = _OF_VILLAGES.match(text)
    return text[found.end() :] if found is not None else text


def are_near_words(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each word is the other one, or that with a letter lost, doubled or wrong; of long ones two."""
    pairs = zip(words, others, strict=False)
    return len(words) == len(others) and all(one == other or _is_near(one, other) for one, other in pairs)


def _is_near(word: str, other: str) -> bool:
    if word[:1] != other[:1] or min(len(word), len(other)) < _SHORTEST_SLIP:
        return False
    most = 2 if len(other) >= _LONG else 1
    return abs(len(word) - len(other)) <= most and edit_distance(word, other) <= most


def are_near_villages(one: str, other: str) -> bool:
    """Whether one slug of a village is the other with a slip, or with its words apart."""
    is_one = one.replace("-", "") == other.replace("-", "")
    return one != other and (is_one or are_near_words(one.split("-"), other.split("-")))
