"""Which of the known words someone may have meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nlargest

CUTOFF = 0.6
FEW = 400
"""So many words are all compared, which is exact; of more only those that share rare letters."""
MOST_COMPARED = 50
_MOST_COUNTED = 800
_LENGTH_APART = 3


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most like `word`, or nothing when none is near."""
    return _words_of(tuple(known)).nearest(_shape(word))


def likeness(word: str, other: str) -> float:
    """Say how much two words look alike, from 0 to 1."""
    return _ratio(_shape(word), _shape(other))


class _Words:
    """Known words, made ready for one question after the other: a site may have 500 broken links."""

    def __init__(self, known: Sequence[str]) -> None:
        self._written: dict[str, str] = {}
        for candidate in known:
            self._written.setdefault(_shape(candidate), candidate)
        self._by_letters: dict[str, list[str]] = {}
        self._answers: dict[str, str] = {}

    def nearest(self, word: str) -> str:
        if word not in self._answers:
            self._answers[word] = self._find(word)
        return self._answers[word]

    def _find(self, word: str) -> str:
        if word in self._written:
            return self._written[word]
        likely = self._written if len(self._written) <= FEW else self._likely(word)
        best = max(((_ratio(word, other), other) for other in likely), default=(0.0, ""))
        return self._written[best[1]] if best[0] >= CUTOFF else ""

    def _likely(self, word: str) -> list[str]:
        """Give the words of like length that share most with `word`, found by the rarest letters in it."""
        if not self._by_letters:
            self._by_letters = _by_letters(self._written)
        letters = _letters(word)
        shared: dict[str, None] = {}
        for three in sorted(letters & self._by_letters.keys(), key=lambda one: len(self._by_letters[one])):
            found = self._by_letters[three]
            if shared and len(shared) + len(found) > _MOST_COUNTED:
                break
            shared.update(dict.fromkeys(found[:_MOST_COUNTED]))
        fitting = (other for other in shared if abs(len(other) - len(word)) <= _LENGTH_APART)
        return nlargest(MOST_COMPARED, fitting, key=lambda other: (len(letters & _letters(other)), other))


def _by_letters(words: Iterable[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for three in _letters(word):
            found[three].append(word)
    return dict(found)


def _letters(word: str) -> set[str]:
    """Give each three letters that stand together, the beginning and the end counting as one."""
    framed = f"\0{word}\0"
    return {framed[place : place + 3] for place in range(len(framed) - 2)}


def _ratio(word: str, other: str) -> float:
    import difflib

    matcher = difflib.SequenceMatcher(None, other, word)
    if matcher.real_quick_ratio() < CUTOFF or matcher.quick_ratio() < CUTOFF:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=16)
def _words_of(known: tuple[str, ...]) -> _Words:
    return _Words(known)


def _shape(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
