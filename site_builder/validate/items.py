"""What tells the items of a list apart, so that a translation's item finds its counterpart."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence

from site_builder.source.tree import Tree
from site_builder.validate.shapes import RecordShape, Shape


def item_keys(shape: Shape, items: Sequence[Tree]) -> list[tuple[str, int]]:
    """Give what tells each item apart and how often that came before; nothing where only position does."""
    seen: Counter[str] = Counter()
    keys: list[tuple[str, int]] = []
    for item in items:
        key = _item_key(shape, item)
        keys.append((key, seen[key]))
        seen[key] += 1
    return keys


def _item_key(shape: Shape, item: Tree) -> str:
    """Give the fact by which an item is known, such as a photo's file, if it is written."""
    if not isinstance(shape, RecordShape) or not isinstance(item.value, dict):
        return ""
    for key in shape.keys:
        for name in shape.by_name[key].names:
            value = item.value[name].value if name in item.value else ""
            if isinstance(value, str) and value.strip():
                return f"{key}: {unicodedata.normalize('NFC', value.strip())}"
    return ""
