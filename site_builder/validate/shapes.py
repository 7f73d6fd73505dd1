"""What may stand in a file: the structs of `model/` and their marks, worked out once a class."""

from __future__ import annotations

import types
from functools import cache
from typing import Annotated, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from msgspec import Struct
from msgspec.structs import FieldInfo, fields, replace

from site_builder.model.catalog import FACTS
from site_builder.model.config import SiteConfig, Vocabulary
from site_builder.model.entries import ChartRow, ClosedDay, Disputed, Meta, Photo, Stop
from site_builder.model.fields import Choice, Named, RefTo, TermOf
from site_builder.model.localized import Localized
from site_builder.model.scalars import Scalar
from site_builder.names import Kind

NAMES: dict[Kind, tuple[str, str]] = {
    Kind.PAGES: ("title", "judul"),
    Kind.STORIES: ("title", "judul"),
    Kind.CHARTS: ("title", "judul"),
    Kind.FIGURES: ("label", "label"),
}
"""How `name` is called in hints for these kinds; everywhere all its names are accepted."""

_KEYS: dict[type, tuple[str, ...]] = {
    Photo: ("file",),
    ClosedDay: ("date",),
    Stop: ("place", "shop"),
    Disputed: ("source",),
    ChartRow: ("figure", "story"),
}


class TextShape(Struct, frozen=True):
    """A text that may be translated."""

    one_line: bool


class ScalarShape(Struct, frozen=True):
    scalar: Scalar[object]
    ref: RefTo | TermOf | None


class ChoiceShape(Struct, frozen=True):
    words: dict[str, str]
    """English word to Indonesian word."""
    meant: dict[str, str]
    """Every accepted word to the English one."""


class ListShape(Struct, frozen=True):
    item: Shape


class TermsShape(Struct, frozen=True):
    """Ids and their texts, as in `vocabulary.yaml`."""


class RecordShape(Struct, frozen=True):
    cls: type
    """The struct; `object` for the fields of `Meta` and of a kind together."""
    fields: tuple[FieldShape, ...]
    by_written: dict[str, FieldShape]
    """By every name that an editor may use."""
    by_name: dict[str, FieldShape]
    has_texts: bool
    keys: tuple[str, ...] = ()
    """Facts, one of which tells items of a list apart, so that translations find theirs."""


Shape: TypeAlias = TextShape | ScalarShape | ChoiceShape | ListShape | TermsShape | RecordShape


class FieldShape(Struct, frozen=True):
    name: str
    """The English name, which the struct has."""
    indonesian: str
    names: tuple[str, ...]
    """All that are accepted, English first."""
    required: bool
    nullable: bool
    shape: Shape
    has_texts: bool

    def called(self, *, in_english: bool) -> str:
        return self.name if in_english else self.indonesian


@cache
def shape_of_kind(kind: Kind) -> RecordShape:
    """Join what every kind has with what this kind has: front matter is flat."""
    common = shape_of_class(Meta)
    own = shape_of_class(FACTS[kind])
    fields = list(common.fields)
    if kind in NAMES:
        english, indonesian = NAMES[kind]
        names = (english, *(name for name in fields[0].names if name != english))
        fields[0] = replace(fields[0], indonesian=indonesian, names=names)
    return _record(object, (*fields, *own.fields), ())


@cache
def shape_of_class(cls: type) -> RecordShape:
    return _record(
        cls,
        tuple(_field(field) for field in fields(cls)),
        _KEYS.get(cls, ()),
    )


def shape_of_config() -> RecordShape:
    return shape_of_class(SiteConfig)


def shape_of_vocabulary() -> RecordShape:
    return shape_of_class(Vocabulary)


def _record(cls: type, fields: tuple[FieldShape, ...], keys: tuple[str, ...]) -> RecordShape:
    by_written = {name: field for field in fields for name in field.names}
    by_name = {field.name: field for field in fields}
    return RecordShape(cls, fields, by_written, by_name, any(field.has_texts for field in fields), keys)


def _field(field: FieldInfo) -> FieldShape:
    hint: object = field.type
    named = next(mark for mark in _marks(hint) if isinstance(mark, Named))
    names = tuple(dict.fromkeys((field.name, named.indonesian, *named.others)))
    shape = _shape(hint, (), one_line=field.name in ("name", "slug", "label", "menu_name"))
    optional = not field.required
    nullable = _accepts_none(hint)
    return FieldShape(
        name=field.name,
        indonesian=named.indonesian,
        names=names,
        required=not optional and not nullable,
        nullable=nullable and not optional,
        shape=shape,
        has_texts=_has_texts(shape),
    )


def _marks(hint: object) -> tuple[object, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _accepts_none(hint: object) -> bool:
    if get_origin(hint) is Annotated:
        return _accepts_none(get_args(hint)[0])
    return _is_union(hint) and type(None) in get_args(hint)


def _is_union(hint: object) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _shape(hint: object, marks: tuple[object, ...], *, one_line: bool) -> Shape:
    """Work out a type; `marks` are those met around it on the way in."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _shape(args[0], (*args[1:], *marks), one_line=one_line)
    if _is_union(hint):
        (inner,) = (arg for arg in args if arg is not type(None))
        return _shape(inner, marks, one_line=one_line)
    scalar = next((mark for mark in marks if isinstance(mark, Scalar)), None)
    if scalar is not None:
        ref = next((mark for mark in marks if isinstance(mark, RefTo | TermOf)), None)
        return ScalarShape(scalar, ref)
    if isinstance(hint, TypeVar) or hint is Localized:
        return TextShape(one_line)
    if origin is Literal:
        return _choice(args, marks)
    if origin is tuple:
        return ListShape(_shape(args[0], (), one_line=False))
    if origin is dict:
        return TermsShape()
    cls = origin or hint
    assert isinstance(cls, type) and issubclass(cls, Struct), hint
    return shape_of_class(cls)


def _choice(args: tuple[str, ...], marks: tuple[object, ...]) -> ChoiceShape:
    choice = next((mark for mark in marks if isinstance(mark, Choice)), None)
    words = choice.words if choice else {word: word for word in args}
    meant = {word: word for word in words} | {indonesian: english for english, indonesian in words.items()}
    return ChoiceShape(words, meant)


def _has_texts(shape: Shape) -> bool:
    match shape:
        case TextShape() | TermsShape():
            return True
        case ListShape():
            return _has_texts(shape.item)
        case RecordShape():
            return shape.has_texts
        case ScalarShape() | ChoiceShape():
            return False
