"""Names of villages, and which of them is hardly another one. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
    return abs(len(word) - len(other)) <= most and _distance(word, other) <= most


def _distance(one: str, other: str) -> int:
    """Count the letters to add, take away, change or exchange (Damerau and Levenshtein)."""
    before: list[int] = []
    above: list[int] = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line: list[int] = [row]
        for column, sign in enumerate(other, start=1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + int(letter != sign))
            is_turned = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign
            line.append(min(cost, before[column - 2] + 1) if is_turned else cost)
        before, above = above, line
    return above[-1]


def are_near_villages(one: str, other: str) -> bool:
    """Whether one slug of a village is the other with a slip, or with its words apart."""
    is_one = one.replace("-", "") == other.replace("-", "")
    return one != other and (is_one or are_near_words(one.split("-"), other.split("-")))
