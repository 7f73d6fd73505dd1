"""Fields of an entry that has faults: those that lead elsewhere are checked though others are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from msgspec import Struct

from site_builder.model.fields import RefTo, TermOf
from site_builder.model.readers.paths import read_photo_file
from site_builder.model.scalars import ScalarFault
from site_builder.names import Lang, SourcePath
from site_builder.source.documents import Document
from site_builder.validate.fields import FieldReader, FieldValue
from site_builder.validate.places import FieldPath
from site_builder.validate.shapes import ListShape, RecordShape, ScalarShape, Shape, shape_of_kind


class Pointer(Struct, frozen=True):
    """One id in one field of an entry."""

    at: FieldPath
    target: str
    ref: RefTo | TermOf


class LooseFields(Struct, frozen=True):
    """What a faulty base file names: other entries, words, photos, and figures to compute with."""

    path: SourcePath
    pointers: tuple[Pointer, ...]
    photos: tuple[tuple[FieldPath, str], ...]
    equals: str


def loose_fields(document: Document, languages: Sequence[Lang]) -> LooseFields:
    """Take what can be read; faults are passed over, for they are told already."""
    kind = document.name.kind
    assert kind is not None
    shape = shape_of_kind(kind)
    reader = FieldReader(document.path, languages, in_english=False, exempt=frozenset())
    fields = reader.record(shape, document.tree, (), (), "") or {}
    equals = fields.get("equals")
    return LooseFields(
        document.path,
        tuple(_pointers(shape, fields, ())),
        tuple(_photos(fields.get("photos"))),
        equals.strip() if isinstance(equals, str) else "",
    )


def _pointers(shape: Shape, value: FieldValue, at: FieldPath) -> Iterator[Pointer]:
    if isinstance(shape, ScalarShape):
        if shape.ref is not None and isinstance(value, str) and value.strip():
            yield from _pointer(shape, value, at, shape.ref)
    elif isinstance(shape, ListShape) and isinstance(value, list):
        for place, item in enumerate(value):
            yield from _pointers(shape.item, item, (*at, place))
    elif isinstance(shape, RecordShape) and isinstance(value, Mapping):
        for field in shape.fields:
            if field.name in value:
                yield from _pointers(field.shape, value[field.name], (*at, field.name))


def _pointer(shape: ScalarShape, value: str, at: FieldPath, ref: RefTo | TermOf) -> Iterator[Pointer]:
    """Give what a text names as its field reads it: `persen` is a unit by another name."""
    with suppress(ScalarFault):
        yield Pointer(at, str(shape.scalar.read(value)), ref)


def _photos(photos: FieldValue) -> Iterator[tuple[FieldPath, str]]:
    for place, photo in enumerate(photos if isinstance(photos, list) else ()):
        file = photo.get("file") if isinstance(photo, dict) else None
        if isinstance(file, str):
            try:
                yield ("photos", place, "file"), read_photo_file(file)
            except ScalarFault:
                continue
