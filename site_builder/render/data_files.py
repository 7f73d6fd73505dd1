"""Writes open data: JSON, GeoJSON (RFC 7946), CSV (RFC 4180), and the schema that describes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, assert_never, get_origin

import msgspec

from site_builder.names import Lang
from site_builder.plan.csv_files import Cell, csv_text
from site_builder.plan.open_data import ROWS, DataRow, DataSchema, DataSet, ShopData

Column = tuple[str, Callable[[DataRow], Cell]]
"""The name of a column and what it shows of a row."""

_OF_FEATURE = ("id", "latitude", "longitude")
"""What of a shop stands outside of its properties in GeoJSON."""
_READ_ME = (
    "Each file of this folder is described under its own name in $defs: shops.json by #/$defs/shops.json. "
    "A field that nobody knows is left out. "
    "Whole numbers, such as prices in rupiah, are numbers. "
    "Decimal numbers (format: decimal), such as the values of figures and sizes, are text: "
    "4.10 says that it is exact to a hundredth, and as a number most programs would make 4.1 of it."
)


def write_data(data: DataSet) -> str:
    match data.form:
        case "json":
            return _json({**_about(data), data.name: data.rows})
        case "geojson":
            features = [_feature(row) for row in data.rows if isinstance(row, ShopData) and _has_point(row)]
            return _json({"type": "FeatureCollection", **_about(data), "features": features})
        case "csv":
            columns = tuple(_columns(data))
            names = tuple(name for name, _ in columns)
            return csv_text([names, *(tuple(show(row) for _, show in columns) for row in data.rows)])
        case _ as unreachable:
            assert_never(unreachable)


def write_schema(schema: DataSchema) -> str:
    """Describe each JSON file under its own name in `$defs`; CSV has the same rows, fields as columns."""
    _, parts = msgspec.json.schema_components(tuple(ROWS.values()), ref_template="#/$defs/{name}")
    files: dict[str, object] = {
        f"{name}.json": _file({name: {"type": "array", "items": {"$ref": f"#/$defs/{cls.__name__}"}}})
        for name, cls in ROWS.items()
    }
    files["shops.geojson"] = _file(
        {
            "type": {"const": "FeatureCollection"},
            "features": {"type": "array", "items": _feature_schema(parts[ShopData.__name__])},
        }
    )
    definitions: dict[str, object] = {**files, **parts}
    return _json(
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": schema.site,
            "description": _READ_ME,
            "anyOf": [{"$ref": f"#/$defs/{name}"} for name in files],
            "$defs": definitions,
        }
    )


def _file(fields: dict[str, object]) -> dict[str, object]:
    """Describe a file that says whose data it is and holds `fields`."""
    about = {"source": {"type": "string"}, "licence": {"type": "string"}}
    return {"type": "object", "required": ["source", *fields], "properties": {**about, **fields}}


def _feature_schema(shop: dict[str, Any]) -> dict[str, object]:
    """Describe a shop as GeoJSON has it: what `_feature` takes out of its fields stands beside them."""
    fields = {name: field for name, field in shop["properties"].items() if name not in _OF_FEATURE}
    required = [name for name in shop["required"] if name in fields]
    degrees = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    point = {"type": {"const": "Point"}, "coordinates": degrees}
    return {
        "type": "object",
        "required": ["type", "id", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {"type": "object", "required": list(point), "properties": point},
            "properties": {"type": "object", "required": required, "properties": fields},
        },
    }


def _about(data: DataSet) -> dict[str, str]:
    licence = {"licence": data.licence} if data.licence else {}
    return {"source": data.site, **licence}


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=1).decode() + "\n"


def _has_point(shop: ShopData) -> bool:
    return shop.latitude is not None and shop.longitude is not None


def _feature(shop: ShopData) -> dict[str, object]:
    """Write a shop with its longitude first, as RFC 7946 has it."""
    properties = msgspec.to_builtins(shop)
    id_, latitude, longitude = (properties.pop(name) for name in _OF_FEATURE)
    point = {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": id_, "geometry": point, "properties": properties}


def _columns(data: DataSet) -> Iterator[Column]:
    """Give texts a column for each language."""
    for field in msgspec.structs.fields(ROWS[data.name]):
        if get_origin(field.type) is dict:
            for lang in data.langs:
                yield f"{field.name}_{lang}", _text_of(field.name, lang)
        else:
            yield field.name, _value_of(field.name)


def _text_of(name: str, lang: Lang) -> Callable[[DataRow], Cell]:
    return lambda row: str(getattr(row, name).get(lang, ""))


def _value_of(name: str) -> Callable[[DataRow], Cell]:
    return lambda row: _cell(getattr(row, name))


def _cell(value: object) -> Cell:
    """Write a value into one cell: lists of words parted by `; `, what has parts of its own as JSON."""
    match value:
        case None | ():
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return Decimal(str(value))
        case Decimal() | str():
            return value
        case tuple() if all(isinstance(word, str) for word in value):
            return "; ".join(value)
        case _:
            return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)
