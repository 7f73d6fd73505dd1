"""A reader of JSON Schema, as far as Sentra's schemas use it; a word that it does not know is an error."""

from __future__ import annotations

from itertools import chain
from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "array": (list,),
    "boolean": (bool,),
    "integer": (int,),
    "null": (type(None),),
    "number": (int, float),
    "object": (dict,),
    "string": (str,),
}
_KNOWN = {
    "$ref", "$schema", "additionalProperties", "allOf", "anyOf", "const", "default", "description", "enum",
    "examples", "format", "items", "maxItems", "minItems", "properties", "required", "title", "type",
}  # fmt: skip


def misfits(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """Name each place of a value that is not as its schema says."""
    assert schema.keys() <= _KNOWN, schema.keys() - _KNOWN
    if "$ref" in schema:
        part: dict[str, Any] = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            part = part[step]
        return misfits(value, part, root, at)
    if "anyOf" in schema and all(misfits(value, one, root, at) for one in schema["anyOf"]):
        return [at]
    wrong = [at for one in schema.get("allOf", ()) if misfits(value, one, root, at)]
    if wrong:
        return wrong
    if not _is_of_type(value, schema) or value not in schema.get("enum", [schema.get("const", value)]):
        return [at]
    if isinstance(value, dict):
        return [*_lacking(value, schema, at), *_in_object(value, schema, root, at)]
    if isinstance(value, list):
        few, many = schema.get("minItems", 0), schema.get("maxItems", len(value))
        wrong = [] if few <= len(value) <= many else [at]
        items = (misfits(item, schema.get("items", {}), root, f"{at}/{n}") for n, item in enumerate(value))
        return [*wrong, *chain.from_iterable(items)]
    return []


def _is_of_type(value: Any, schema: dict[str, Any]) -> bool:
    names = schema.get("type")
    if names is None:
        return True
    return any(
        isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
        for name in (names if isinstance(names, list) else [names])
    )


def _lacking(value: dict[str, Any], schema: dict[str, Any], at: str) -> list[str]:
    return [f"{at}: {name}" for name in schema.get("required", ()) if name not in value]


def _in_object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], at: str) -> list[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    if others is False:
        unknown = [f"{at}/{name}" for name in value if name not in known]
        return unknown or _in_object(value, {"properties": known}, root, at)
    parts = (misfits(part, known.get(name, others), root, f"{at}/{name}") for name, part in value.items())
    return list(chain.from_iterable(parts))
