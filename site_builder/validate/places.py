"""Where in a file a field stands, from its English path."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from site_builder.problems import Span
from site_builder.source.documents import Document
from site_builder.source.naming import DocumentName, Role
from site_builder.source.tree import Tree
from site_builder.validate.shapes import (
    ListShape,
    RecordShape,
    Shape,
    TermsShape,
    TextShape,
    shape_of_config,
    shape_of_kind,
    shape_of_vocabulary,
)

FieldPath: TypeAlias = "tuple[str | int, ...]"
"""From the top of a file to a value, in English names and places from 0: `("stops", 1, "place")`."""


class FieldPlace(Struct, frozen=True):
    tree: Tree
    name: str
    """Of the innermost field, as the editor wrote it."""
    steps: int
    """How many steps of the path exist in the file; fewer than all when a field is missing."""


def span_of(document: Document, path: FieldPath) -> Span:
    """Give the place of a value, or of what should hold it where it is missing."""
    found = find_field(document, path)
    if found.steps == 0:
        return Span(document.path)
    return Span(document.path, found.tree.line, found.tree.column)


def find_field(document: Document, path: FieldPath) -> FieldPlace:
    """Follow a path as far as the file goes."""
    tree, name = document.tree, ""
    shape: Shape | None = shape_of(document.name)
    for done, step in enumerate(path):
        following = _step(shape, tree, step)
        if following is None:
            return FieldPlace(tree, name, done)
        key, tree, shape = following
        name = key or name
    return FieldPlace(tree, name, len(path))


def shape_of(name: DocumentName) -> RecordShape:
    if name.role is Role.CONFIG:
        return shape_of_config()
    if name.role is Role.VOCABULARY:
        return shape_of_vocabulary()
    assert name.kind is not None
    return shape_of_kind(name.kind)


def is_empty(tree: Tree) -> bool:
    """Whether nothing is given: `harga:` or `harga: []`; `harga: ~` was read as nothing, too."""
    return not tree.value


def items_of(tree: Tree) -> list[Tree]:
    """Give the items of a list; a single value is a list of one, empty items do not count."""
    value = tree.value
    return [item for item in value if not is_empty(item)] if isinstance(value, list) else [tree]


def _step(shape: Shape | None, tree: Tree, step: str | int) -> tuple[str, Tree, Shape | None] | None:
    """Take one step down: the key as written, the value there, and its shape."""
    value = tree.value
    if isinstance(shape, RecordShape):
        field = shape.by_name.get(str(step))
        if field is None or not isinstance(value, dict):
            return None
        key = next((name for name in field.names if name in value), None)
        return None if key is None else (key, value[key], field.shape)
    if isinstance(shape, ListShape):
        items = items_of(tree)
        return ("", items[step], shape.item) if isinstance(step, int) and step < len(items) else None
    if isinstance(shape, TextShape) and not (isinstance(value, dict) and step in value):
        return ("", tree, shape)
    below: Shape | None = TextShape(one_line=True) if isinstance(shape, TermsShape) else None
    if isinstance(value, dict) and step in value:
        assert isinstance(step, str)
        return step if below or shape is None else "", value[step], below
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return "", value[step], below
    return None
