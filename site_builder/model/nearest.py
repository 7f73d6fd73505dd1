"""Which of the known words someone may have meant."""

from __future__ import annotations

import re
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
_LETTERS_A_SLIP = 4
"""In a word of so many letters one may be wrong, in one of twice as many two."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most like `word`, or nothing when none is near."""
    return _words_of(tuple(known)).nearest(_shape(word))


def misspelled(word: str, known: Iterable[str]) -> str:
    """Give the known name of which `word` is a slip of the fingers, or nothing.

    The name of another thing is never meant, however many letters it shares: who has deleted
    `tas-mawar` would be sent to `tas-kenari`, who has deleted the figure of 2017 to that of 2018.
    Each word of a name is held against its own, for `tas-bu-yuli` is not `tas-bu-lilik`.
    """
    near = nearest(word, known)
    one, other = _shape(word), _shape(near)
    return near if near and is_slip(one, other) and _are_slips(one.split("-"), other.split("-")) else ""


MOST_ALIKE = 4
_SHORTEST_TELLING = 4
"""Letters of a word that tells one name from another."""
_OF_ANY = {
    "toko", "kios", "bengkel", "koperasi", "grosir", "ud", "cv", "pt", "halaman", "produk", "kami", "shop",
}  # fmt: skip
"""Words with which a name is still that of the same thing."""


def named_alike(word: str, known: Iterable[str]) -> list[str]:
    """Give the few known names that hold all words of `word`, or all but words as of any thing.

    Who has written `Tas Kulit Bu Yuli` is offered `tas-kulit-bu-yuli-barokah`, and for `Tentang kami`
    `tentang`. Figures in a name are of another year, and where many names hold the words none is meant.
    """
    return _words_of(tuple(known)).named_alike(frozenset(filter(None, re.split(r"[\W_]+", word.casefold()))))


def _are_slips(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the words of two names are the same but for slips; run together, a letter may be wrong."""
    if len(words) != len(others):
        return edit_distance("".join(words), "".join(others)) <= 1
    return sorted(words) == sorted(others) or all(map(is_slip, words, others))


def is_slip(word: str, other: str) -> bool:
    """Whether one name is the other with a slip: a few letters, words in another order, figures swapped."""
    most = max(1, max(len(word), len(other)) // _LETTERS_A_SLIP)
    if abs(len(word) - len(other)) > most:
        return False
    if sorted(word.split("-")) == sorted(other.split("-")):
        return True
    (letters, digits), (other_letters, other_digits) = _parted(word), _parted(other)
    if digits != other_digits and sorted(digits) != sorted(other_digits):
        return False
    longer = max(len(letters), len(other_letters))
    return edit_distance(word, other) <= max(1, longer // _LETTERS_A_SLIP)


def misspelled_path(path: str, known: Iterable[str]) -> str:
    """Give the known path of which each part is written as in `path`, or with a slip; endings may differ."""
    near = nearest(path, known)
    parts, others = _parts(path), _parts(near)
    is_meant = len(parts) == len(others) and all(map(is_slip, parts, others))
    return near if near and is_meant else ""


def _parts(path: str) -> list[str]:
    *folders, name = _shape(path).split("/")
    stem, dot, ending = name.rpartition(".")
    return [*folders, stem if dot and ending.isalnum() else name]


def _parted(word: str) -> tuple[str, str]:
    digits = "".join(filter(str.isdecimal, word))
    return "".join(sign for sign in word if not sign.isdecimal()), digits


def edit_distance(word: str, other: str) -> int:
    """Count the letters that are too many, missing, wrong, or swapped with their neighbour.

    (Damerau and Levenshtein, no part of a word changed twice.)
    """
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(word, 1):
        line = [row]
        for column, its in enumerate(other, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != its))
            if row > 1 and column > 1 and (letter, word[row - 2]) == (other[column - 2], its):
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, above = above, line
    return above[-1]


def likeness(word: str, other: str) -> float:
    """Say how much two words look alike, from 0 to 1."""
    return _ratio(_shape(word), _shape(other))


def _holds(name: frozenset[str], words: frozenset[str]) -> bool:
    return words - _OF_ANY <= name and not any(map(str.isdecimal, "".join(name ^ words)))


class _Words:
    """Known words, made ready for one question after the other: a site may have 500 broken links."""

    def __init__(self, known: Sequence[str]) -> None:
        self._written: dict[str, str] = {}
        for candidate in known:
            self._written.setdefault(_shape(candidate), candidate)
        self._by_letters: dict[str, list[str]] = {}
        self._answers: dict[str, str] = {}
        self._holding: dict[str, list[str]] = {}

    def nearest(self, word: str) -> str:
        if word not in self._answers:
            self._answers[word] = self._find(word)
        return self._answers[word]

    def named_alike(self, words: frozenset[str]) -> list[str]:
        if not self._holding:
            for name in self._written:
                for part in set(name.split("-")):
                    self._holding.setdefault(part, []).append(name)
        telling = [word for word in words - _OF_ANY if len(word) >= _SHORTEST_TELLING]
        held = min((self._holding.get(word, []) for word in telling), key=len, default=[])
        found = [name for name in held if _holds(frozenset(name.split("-")), words)]
        return [self._written[name] for name in found] if len(found) <= MOST_ALIKE else []

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
