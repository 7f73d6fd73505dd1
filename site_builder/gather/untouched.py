"""Lines of new entries whose example nobody has replaced: the comment still above, the value as it was. Pure.

A year or the name of a cooperative may be an example and true as well. What tells is the comment that
`sentra new` wrote above it; so whoever means the value keeps it by deleting the comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from site_builder.descriptions import describe
from site_builder.messages import LANGUAGES
from site_builder.model.readers.written import shorten
from site_builder.names import Kind, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.flow_yaml import flow_yaml
from site_builder.validate.described import example_of, owners_of_kind
from site_builder.validate.shapes import (
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TextShape,
    shape_of_kind,
)

_ABOUT_THE_ENTRY = frozenset(
    {"name", "order", "draft", "publish", "expires", "aliases", "slug", "verified", "sample"}
)
"""Say nothing of the shop or the product itself."""
_OFTEN_TRUE = frozenset({"languages", "incoterms"})


def untouched_examples(path: SourcePath, kind: Kind, text: str) -> Iterator[Problem]:
    """Tell each line that is still the example of its field, right below a comment."""
    examples = _example_lines(kind)
    above = ""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.rstrip()
        if bare in examples and above.startswith("#"):
            yield Problem("release-placeholder", Span(path, number), "untouched", {"value": shorten(bare)})
        above = bare


@cache
def _example_lines(kind: Kind) -> frozenset[str]:
    lines = set[str]()
    for field in shape_of_kind(kind).fields:
        if field.name in _ABOUT_THE_ENTRY | _OFTEN_TRUE or not _is_free(field.shape):
            continue
        for language in LANGUAGES:
            description = describe(language, owners_of_kind(kind), field.name)
            values = {description.example, flow_yaml(example_of(description))}
            lines |= {f"{name}: {value}" for name in field.names for value in values}
    return frozenset(lines)


def _is_free(shape: Shape) -> bool:
    """Whether editors write what they like, and don't choose among words or entries of the site."""
    match shape:
        case ScalarShape():
            return shape.ref is None
        case ListShape():
            return _is_free(shape.item)
        case _:
            return isinstance(shape, TextShape | RecordShape)
