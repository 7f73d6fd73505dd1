"""What a YAML text says, still as text, with the place of every value and every key."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from site_builder.model.scalars import Written

TreeValue: TypeAlias = "str | list[Tree] | dict[str, Tree]"


class Tree(Struct, frozen=True):
    """One value."""

    value: TreeValue
    line: int
    column: int
    key_line: int
    """Of the key, or of the value itself where there is no key."""
    key_column: int


def written(tree: Tree) -> Written:
    """Drop the places."""
    value = tree.value
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return [written(item) for item in value]
    return {key: written(item) for key, item in value.items()}
