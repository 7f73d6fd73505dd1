"""JSON Schema of every file, from the same declarations that the checks use."""

from __future__ import annotations

from typing import TypeAlias

from site_builder.model.config import SiteConfig
from site_builder.model.scalars import Json, JsonSchema
from site_builder.names import Kind
from site_builder.validate.shapes import (
    ChoiceShape,
    FieldShape,
    ListShape,
    RecordShape,
    ScalarShape,
    Shape,
    TermsShape,
    TextShape,
    shape_of_config,
    shape_of_kind,
    shape_of_vocabulary,
)

Schemas: TypeAlias = dict[str, JsonSchema]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_NOTHING: JsonSchema = {"type": "null"}
"""`harga:` with nothing behind it is allowed everywhere and means that nothing is given."""


def json_schemas(config: SiteConfig | None) -> Schemas:
    """Give the schema of each kind's file (by `shops`, …), of `site` and of `vocabulary`.

    With `config` the languages of inline texts are named, so that text editors complete them.
    """
    codes = tuple(language.code for language in config.languages) if config else ()
    shapes = {kind.value: shape_of_kind(kind) for kind in Kind}
    shapes |= {"site": shape_of_config(), "vocabulary": shape_of_vocabulary()}
    return {name: _file(name, shape, codes) for name, shape in shapes.items()}


def _file(name: str, shape: RecordShape, codes: tuple[str, ...]) -> JsonSchema:
    return {"$schema": DIALECT, "title": name, **_record(shape, codes)}


def _record(shape: RecordShape, codes: tuple[str, ...]) -> JsonSchema:
    """Allow each field under all its names; a required one must be there under one of them."""
    properties: dict[str, Json] = {}
    for field in shape.fields:
        schema = _optional(field, _schema(field.shape, codes))
        for name in field.names:
            properties[name] = schema
    required: list[JsonSchema] = [
        {"anyOf": [{"required": [name]} for name in field.names]} for field in shape.fields if field.required
    ]
    result: dict[str, Json] = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        result["allOf"] = required
    return result


def _optional(field: FieldShape, schema: JsonSchema) -> JsonSchema:
    return schema if field.required else {"anyOf": [schema, _NOTHING]}


def _schema(shape: Shape, codes: tuple[str, ...]) -> JsonSchema:
    match shape:
        case TextShape():
            return _text(codes)
        case ScalarShape():
            return shape.scalar.schema
        case ChoiceShape():
            return {"enum": list(shape.meant)}
        case ListShape():
            item = _schema(shape.item, codes)
            return {"anyOf": [{"type": "array", "items": item}, item]}
        case TermsShape():
            return {"type": "object", "additionalProperties": _text(codes)}
        case RecordShape():
            return _record(shape, codes)


def _text(codes: tuple[str, ...]) -> JsonSchema:
    """Describe a text: written alone, or once in each language."""
    plain: JsonSchema = {"type": ["string", "number"]}
    languages: dict[str, Json] = {"type": "object"}
    if codes:
        by_code: dict[str, Json] = {}
        for code in codes:
            by_code[code] = plain
        languages |= {"properties": by_code, "additionalProperties": False, "required": [codes[0]]}
    else:
        languages["additionalProperties"] = plain
    return {"anyOf": [plain, languages]}
