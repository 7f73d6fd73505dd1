"""JSON Schema of every file, from the same declarations that the checks use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from site_builder.descriptions import describe
from site_builder.model.fields import RefTo, TermOf
from site_builder.model.readers.words import UNITS
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


class Wording(Struct, frozen=True):
    """What the schemas hang on besides the fields; what is known of the site is completed by text editors."""

    language: str = "id"
    """In which fields are described, `id` or `en`."""
    codes: tuple[str, ...] = ()
    """The languages of the site, for inline texts."""
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The ids of each section of the vocabulary: nothing else may stand where one is asked for."""
    ids: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    """The entries of each kind: proposed, but others may have come since."""


def json_schemas(wording: Wording) -> Schemas:
    """Give the schema of each kind's file (by `shops`, …), of `site` and of `vocabulary`."""
    schemas = {
        kind.value: _file(kind.value, shape_of_kind(kind), owners_of_kind(kind), wording) for kind in Kind
    }
    for name, shape in (("site", shape_of_config()), ("vocabulary", shape_of_vocabulary())):
        schemas[name] = _file(name, shape, owners_of(shape), wording)
    return schemas


def _file(name: str, shape: RecordShape, owners: tuple[str, ...], wording: Wording) -> JsonSchema:
    return {"$schema": DIALECT, "title": name, **_record(shape, owners, wording)}


def _record(shape: RecordShape, owners: tuple[str, ...], wording: Wording) -> JsonSchema:
    """Allow each field under all its names; a required one must be there under one of them."""
    properties: dict[str, Json] = {}
    for one in shape.fields:
        description = describe(wording.language, owners, one.name)
        schema = {
            **_optional(one, _schema(one.shape, wording)),
            "description": description.about,
            "examples": [_json(example_of(description))],
        }
        for name in one.names:
            properties[name] = schema
    required: list[JsonSchema] = [
        {"anyOf": [{"required": [name]} for name in one.names]} for one in shape.fields if one.required
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


def _optional(one: FieldShape, schema: JsonSchema) -> JsonSchema:
    return schema if one.required else {"anyOf": [schema, _NOTHING]}


def _schema(shape: Shape, wording: Wording) -> JsonSchema:
    match shape:
        case TextShape():
            return _text(wording.codes)
        case ScalarShape():
            return _scalar(shape, wording)
        case ChoiceShape():
            return {"enum": list(shape.meant)}
        case ListShape():
            item = _schema(shape.item, wording)
            return {"anyOf": [{"type": "array", "items": item}, item]}
        case TermsShape():
            return {"type": "object", "additionalProperties": _text(wording.codes)}
        case RecordShape():
            return _record(shape, owners_of(shape), wording)


def _scalar(shape: ScalarShape, wording: Wording) -> JsonSchema:
    match shape.ref:
        case TermOf(section=section) if terms := wording.terms.get(section):
            known = [name for names in UNITS.values() for name in names] if section == "units" else []
            return {"enum": list(dict.fromkeys([*terms, *known]))}
        case RefTo(kind=kind) if ids := wording.ids.get(kind):
            return {"anyOf": [{"enum": [*ids]}, shape.scalar.schema]}
        case _:
            return shape.scalar.schema


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
