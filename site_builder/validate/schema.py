"""JSON Schema of every file, from the same declarations that the checks use."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from site_builder.descriptions import describe
from site_builder.model.config import SiteConfig
from site_builder.model.scalars import Json, JsonSchema, Written
from site_builder.names import Kind
from site_builder.validate.described import example_of, owners_of, owners_of_kind
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


class _Wording(Struct, frozen=True):
    """What the schemas hang on besides the fields."""

    language: str
    """In which fields are described."""
    codes: tuple[str, ...]
    """The languages of the site."""


def json_schemas(config: SiteConfig | None, language: str = "id") -> Schemas:
    """Give the schema of each kind's file (by `shops`, …), of `site` and of `vocabulary`.

    Fields are described in `language` (`id` or `en`). With `config` the languages of inline texts are
    named, so that text editors complete them.
    """
    wording = _Wording(language, tuple(one.code for one in config.languages) if config else ())
    schemas = {
        kind.value: _file(kind.value, shape_of_kind(kind), owners_of_kind(kind), wording) for kind in Kind
    }
    for name, shape in (("site", shape_of_config()), ("vocabulary", shape_of_vocabulary())):
        schemas[name] = _file(name, shape, owners_of(shape), wording)
    return schemas


def _file(name: str, shape: RecordShape, owners: tuple[str, ...], wording: _Wording) -> JsonSchema:
    return {"$schema": DIALECT, "title": name, **_record(shape, owners, wording)}


def _record(shape: RecordShape, owners: tuple[str, ...], wording: _Wording) -> JsonSchema:
    """Allow each field under all its names; a required one must be there under one of them."""
    properties: dict[str, Json] = {}
    for field in shape.fields:
        description = describe(wording.language, owners, field.name)
        schema = {
            **_optional(field, _schema(field.shape, wording)),
            "description": description.about,
            "examples": [_json(example_of(description))],
        }
        for name in field.names:
            properties[name] = schema
    required: list[JsonSchema] = [
        {"anyOf": [{"required": [name]} for name in field.names]} for field in shape.fields if field.required
    ]
    result: dict[str, Json] = {"type": "object", "additionalProperties": False, "properties": properties}
    if required:
        result["allOf"] = required
    return result


def _json(example: Written) -> Json:
    if isinstance(example, str):
        return example
    if isinstance(example, list):
        return [_json(item) for item in example]
    return {key: _json(item) for key, item in example.items()}


def _optional(field: FieldShape, schema: JsonSchema) -> JsonSchema:
    return schema if field.required else {"anyOf": [schema, _NOTHING]}


def _schema(shape: Shape, wording: _Wording) -> JsonSchema:
    match shape:
        case TextShape():
            return _text(wording.codes)
        case ScalarShape():
            return shape.scalar.schema
        case ChoiceShape():
            return {"enum": list(shape.meant)}
        case ListShape():
            item = _schema(shape.item, wording)
            return {"anyOf": [{"type": "array", "items": item}, item]}
        case TermsShape():
            return {"type": "object", "additionalProperties": _text(wording.codes)}
        case RecordShape():
            return _record(shape, owners_of(shape), wording)


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
