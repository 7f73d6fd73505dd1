"""Lines of new entries whose example nobody has replaced: the comment still above, the value as it was. Pure.

A year or the name of a cooperative may be an example and true as well. What tells is the comment that
`sentra new` wrote above it, and no other: whoever means the value keeps it by deleting or changing that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from site_builder.comments import comment_lines
from site_builder.descriptions import describe
from site_builder.messages import LANGUAGES, sentence_for
from site_builder.model.readers.words import read_yes_no
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
_OFTEN_TRUE = frozenset({"languages", "incoterms", "unit", "village"})


def untouched_examples(path: SourcePath, kind: Kind, text: str) -> Iterator[Problem]:
    """Tell each line that is still the example of its field, right below the explanation it came with."""
    examples = _example_lines(kind)
    above = ""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.rstrip()
        if above in examples.get(bare, ()):
            yield Problem("release-placeholder", Span(path, number), "untouched", {"value": shorten(bare)})
        above = bare


@cache
def _example_lines(kind: Kind) -> Mapping[str, frozenset[str]]:
    """Give the lines of examples, each with the last lines of the comments that may stand above it."""
    lines: dict[str, frozenset[str]] = {}
    for field in shape_of_kind(kind).fields:
        if field.name in _ABOUT_THE_ENTRY | _OFTEN_TRUE or not _is_free(field.shape):
            continue
        told = [describe(language, owners_of_kind(kind), field.name) for language in LANGUAGES]
        above = {comment_lines(one.about)[-1] for one in told}
        above |= {_required(language) for language in LANGUAGES}
        values = {value for one in told for value in (one.example, flow_yaml(example_of(one)))}
        lines |= {f"{name}: {value}": frozenset(above) for name in field.names for value in values}
    return lines


def _required(language: str) -> str:
    """Give what stands between the explanation and the example of a field that must be filled in."""
    return comment_lines(sentence_for(Problem("new-required", Span("")), language).message)[-1]


def _is_free(shape: Shape) -> bool:
    """Whether editors write what they like, and neither choose among words or entries nor say yes."""
    match shape:
        case ScalarShape():
            return shape.ref is None and shape.scalar.read is not read_yes_no
        case ListShape():
            return _is_free(shape.item)
        case _:
            return isinstance(shape, TextShape | RecordShape)
