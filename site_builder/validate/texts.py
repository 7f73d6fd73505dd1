"""The texts of an entry's fields, each with the place at which an editor finds it."""

from __future__ import annotations

from collections.abc import Iterator

from site_builder.model.localized import Localized
from site_builder.validate.places import FieldPath
from site_builder.validate.shapes import ListShape, RecordShape, Shape, TextShape


def texts_of(shape: Shape, value: object, at: FieldPath = ()) -> Iterator[tuple[FieldPath, Localized]]:
    """Give all that may be written in several languages: `("photos", 0, "alt")` and its words."""
    if isinstance(value, Localized):
        if isinstance(shape, TextShape):
            yield at, value
    elif isinstance(shape, ListShape) and isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from texts_of(shape.item, item, (*at, place))
    elif isinstance(shape, RecordShape) and value is not None:
        for field in shape.fields:
            if field.has_texts:
                yield from texts_of(field.shape, getattr(value, field.name), (*at, field.name))
