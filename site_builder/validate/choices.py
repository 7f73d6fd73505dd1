"""What an editor may have meant by a word that is none of those to choose from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_builder.model.nearest import misspelled, nearest
from site_builder.source.tree import Tree
from site_builder.validate.shapes import ChoiceShape


def one_choice(shape: ChoiceShape, tree: Tree, *, in_english: bool) -> tuple[str, dict[str, str]]:
    """Say which of several words may stay where one is asked for: the first that is known."""
    items = (
        [item.value for item in tree.value if isinstance(item.value, str)]
        if isinstance(tree.value, list)
        else []
    )
    known = next((word for item in items if (word := shape.meant.get(item.strip().lower()))), "")
    if not known:
        return "one-text", {}
    several = _several_choices(shape, items, in_english=in_english)
    if len(several) > 1:
        return "one-of-several", {"known": _in_ticks(several)}
    return "one-of", {"suggestion": known if in_english else shape.words.get(known, known)}


def unknown_choice(
    shape: ChoiceShape, text: str, *, in_english: bool, in_list: bool = False
) -> tuple[str, dict[str, str]]:
    """Say what was meant by a word that is no choice: one that is near, or several at once.

    Of several all may stay `in_list`, each as an item of its own.
    """
    parts = re.split(r"\s*(?:[&/+,;]|\b(?:dan|and|atau|or)\b)\s*", text.strip())
    several = _several_choices(shape, parts, in_english=in_english)
    if len(several) > 1 and in_list and len(several) == len(parts):
        return "list", {"suggestion": ", ".join(several)}
    if len(several) > 1 and not in_list:
        return "several", {"known": _in_ticks(several)}
    values = nearest_choice(shape, text, in_english=in_english)
    return ("near" if "suggestion" in values else ""), values


def _several_choices(shape: ChoiceShape, words: Sequence[str], *, in_english: bool) -> list[str]:
    """Give the choices that several words are, or are nearly."""
    meant = [
        shape.meant.get(word.lower()) or shape.meant.get(misspelled(word, shape.meant), "") for word in words
    ]
    return [word if in_english else shape.words.get(word, word) for word in dict.fromkeys(meant) if word]


def _in_ticks(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def nearest_choice(shape: ChoiceShape, word: str, *, in_english: bool) -> dict[str, str]:
    """Give the words to choose from and, where one is near, the one that was meant."""
    known = list(shape.words) if in_english else list(shape.words.values())
    near = nearest(word, known)
    if not near:
        english = shape.meant.get(nearest(word, shape.meant), "")
        near = english if in_english else shape.words.get(english, "")
    values = {"known": ", ".join(known)}
    return {**values, "suggestion": near} if near else values
