"""Which descriptions belong to a shape, and their examples as values."""

from __future__ import annotations

from functools import cache

from site_builder.descriptions import Description
from site_builder.model.catalog import FACTS
from site_builder.model.entries import Meta
from site_builder.model.scalars import Written
from site_builder.names import Kind, SourcePath
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import written
from site_builder.validate.shapes import RecordShape


def owners_of_kind(kind: Kind) -> tuple[str, ...]:
    """Name the structs whose fields stand in an entry's file; a kind's own words go before those for all."""
    return (FACTS[kind].__name__, Meta.__name__)


def owners_of(shape: RecordShape) -> tuple[str, ...]:
    """Name the struct of a part of a file."""
    return (shape.cls.__name__,)


@cache
def example_of(description: Description) -> Written:
    """Give an example as a field's reader gets it."""
    tree, problems = parse_yaml(SourcePath("example.yaml"), f"example: {description.example}\n")
    assert tree is not None and isinstance(tree.value, dict) and not problems, description
    return written(tree.value["example"])
