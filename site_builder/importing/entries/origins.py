"""Remembers which row an entry came from and what the office had written: `content/.imported/shops.json`.

A hidden folder is passed over by the build, and git keeps it. By what the office wrote the last time an
import knows whether a value of an entry is the office's or an editor's, and of which list it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, TypeGuard

import msgspec
from msgspec import Struct, field

from site_builder.model.readers.written import Written
from site_builder.names import Kind, SourcePath
from site_builder.problems import Problem, Span


class Origin(Struct, frozen=True):
    file: str
    cell: str
    """Of the name, when the entry was last written."""
    row: str
    """What the row is called by: the slug of its name, of a product with its shop."""
    fields: dict[str, Written] = field(default_factory=dict)
    """What the office wrote, by English names, as content files have it."""
    lists: dict[str, str] = field(default_factory=dict)
    """By fields the file from which an import wrote what `fields` says into the entry."""


class Past(Struct, frozen=True):
    """What is known of entries and offices from before."""

    origins: Mapping[str, Origin]
    carried: Mapping[str, Mapping[str, Written]] = {}
    """By the ids of entries what the sheet itself says that it said when it was exported."""
    memory: bytes | None = None
    """The bytes from which the origins were read."""


class _Kept(Struct, frozen=True):
    """An origin as the file has it; of its values nothing is known yet."""

    file: str
    cell: str
    row: str
    fields: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)


def origins_path(kind: Kind) -> SourcePath:
    return SourcePath(f"content/.imported/{kind}.json")


def read_origins(kind: Kind, data: bytes | None) -> dict[str, Origin] | Problem:
    """Read what is remembered, by the ids of entries."""
    if data is None:
        return {}
    kept: dict[str, _Kept] = {}
    try:
        kept = msgspec.json.decode(data, type=dict[str, _Kept])
        is_right = all(all(map(_is_written, one.fields.values())) for one in kept.values())
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        is_right = False
    if not is_right:
        return Problem("import-memory", Span(origins_path(kind)))
    return {entry: Origin(one.file, one.cell, one.row, one.fields, one.lists) for entry, one in kept.items()}


def write_origins(origins: dict[str, Origin]) -> bytes:
    """Write it so that two editors' imports can be merged: one field a line, in order of the ids."""
    told = {entry: msgspec.to_builtins(origin) for entry, origin in sorted(origins.items())}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _is_written(value: object) -> TypeGuard[Written]:
    """Whether a value can stand in a content file: texts, and lists and mappings of them."""
    if isinstance(value, list):
        return all(map(_is_written, value))
    if isinstance(value, dict):
        return all(isinstance(name, str) and _is_written(part) for name, part in value.items())
    return isinstance(value, str)
