"""Words that are not in the vocabulary: what an editor most likely meant instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from site_builder.model.config import Vocabulary
from site_builder.model.localized import Localized
from site_builder.model.nearest import likeness, misspelled, nearest
from site_builder.model.readers.paths import slug_like
from site_builder.model.readers.written import LONGEST_SUGGESTION, shorten
from site_builder.problems import Problem
from site_builder.validate.shapes import shape_of_vocabulary

MOST_OFFERED = 8
"""So many words are named where any may be meant."""

_BETWEEN = re.compile(r"\s*(?:[,;/&+|]|\s(?:dan|and)\s)\s*")


def unknown_term(
    terms: Mapping[str, Localized], section: str, written: str, *, is_one: bool
) -> tuple[str, dict[str, str]]:
    """Give the variant of `term-unknown` and its values; `is_one` where a field holds but one word."""
    values = {"value": shorten(written), "section": section, "called": called(section)}
    several = _several(terms, written)
    if several and is_one:
        return "one", {**values, "known": ", ".join(f"`{word}`" for word in several)}
    if several:
        as_list = f"[{', '.join(several)}]"
        if len(as_list) > LONGEST_SUGGESTION:
            return "list-long", values
        others = [word for word in several if word not in terms]
        known, left = [word for word in several if word in terms], [*terms.keys() - {*several}]
        if others and left:
            other = ", ".join(f"`{shorten(word)}`" for word in others)
            named = {"other": other, "known": offered(word for word in terms if word in left)}
            return "list-other", {**values, **named, "suggestion": f"[{', '.join((*known, '…'))}]"}
        return "list", {**values, "suggestion": as_list}
    bare = written.strip("()[]{}\"' ")
    near = _by_name(terms, bare)
    if not near:
        holding = _holding(terms, bare)
        if len(holding) > 1:
            return "several", {**values, "known": offered(holding)}
        near = holding[0] if holding else _alike(terms, bare)
    if near:
        return "near", {**values, "suggestion": near}
    return ("several", {**values, "known": offered(terms)}) if terms else ("", values)


def called(section: str) -> str:
    """Give the Indonesian name of a section of the vocabulary."""
    return shape_of_vocabulary().by_name[section].indonesian


def with_words(problems: Iterable[Problem], vocabulary: Vocabulary) -> list[Problem]:
    """Name some of the words that a missing field may hold: the entry by itself does not know them."""
    return [_with_words(problem, vocabulary) for problem in problems]


def _with_words(problem: Problem, vocabulary: Vocabulary) -> Problem:
    section = problem.values.get("section", "")
    terms: Mapping[str, Localized] = getattr(vocabulary, section) if section else {}
    if problem.code != "field-missing" or not terms:
        return problem
    variant = "empty-words" if problem.variant else "words"
    return replace(problem, variant=variant, values={**problem.values, "known": offered(terms)})


def offered(terms: Iterable[str]) -> str:
    """Name some of the words to choose from."""
    listed = list(terms)
    return ", ".join(listed[:MOST_OFFERED]) + (", …" if len(listed) > MOST_OFFERED else "")


def _several(terms: Mapping[str, Localized], written: str) -> Sequence[str]:
    """Tell words apart that were written into one: `dompet; koper`, `(dompet, koper)`, `dompet koper`."""
    bare = written.strip("()[]{} ")
    parts = [part for part in _BETWEEN.split(bare) if part]
    if len(parts) > 1 and ("," in bare or ";" in bare or all(_term(terms, part) for part in parts)):
        return list(dict.fromkeys(_term(terms, part) or _near(terms, part) or part for part in parts))
    words = bare.split()
    if len(words) > 1 and not _by_name(terms, bare) and all(word in terms for word in words):
        return words
    return ()


def _holding(terms: Iterable[str], bare: str) -> list[str]:
    """Give the ids of which a word is a part: of `debit` `kartu-debit`."""
    word = slug_like(bare)
    return [term for term in terms if word and word in term.split("-")]


def _near(terms: Mapping[str, Localized], word: str) -> str:
    holding = _holding(terms, word)
    return holding[0] if len(holding) == 1 else "" if holding else misspelled(word, terms)


def _alike(terms: Mapping[str, Localized], word: str) -> str:
    """Give the word that may have been meant; it is asked for, never put into a list of others."""
    near = nearest(word, terms)
    return near if near and likeness(word, near) >= _MUCH else ""


_MUCH = 0.65
"""`pelatihan` is not `perajin`, though two letters in three are the same."""


def _term(terms: Mapping[str, Localized], word: str) -> str:
    return word if word in terms else _by_name(terms, word)


def _by_name(terms: Mapping[str, Localized], word: str) -> str:
    """Find the id of a word that was written by its name: `Kulit sapi` for `kulit-sapi`."""
    lower = word.casefold()
    return next((term for term, name in terms.items() if lower in map(str.casefold, name.texts.values())), "")
