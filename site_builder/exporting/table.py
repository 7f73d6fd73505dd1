"""Entries of one kind as columns and rows of texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeGuard

from msgspec import Struct

from site_builder.descriptions import describe
from site_builder.exporting.texts import CellWriter
from site_builder.exporting.words import about, header_of, say
from site_builder.importing.library import Existing, Library, in_default, is_sample, value_in
from site_builder.importing.sheets.columns import importable
from site_builder.model.catalog import FACTS
from site_builder.model.readers.written import Written
from site_builder.names import EntryId, Kind, SourcePath
from site_builder.source.spanned_yaml import parse_yaml
from site_builder.source.tree import written
from site_builder.text.slug import slug_of
from site_builder.validate.shapes import FieldShape, ListShape

_FIRST = ("name",)
_LAST = ("summary", "verified")


class Column(Struct, frozen=True):
    header: str
    field: str
    """Empty for the one of ids."""
    about: str
    example: str
    words: tuple[str, ...] = ()
    """That may stand in it, where these are known."""
    takes_one: bool = False
    """Whether a cell holds one of them."""


class Table(Struct, frozen=True):
    kind: Kind
    language: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    """Texts by column; the first is the entry's id."""


class Entries(Struct, frozen=True):
    table: Table
    samples: int
    """That were left out."""


def entries_table(
    library: Library, shops: Mapping[EntryId, Existing], language: str, *, samples: bool
) -> Entries:
    """Write all entries of a library; `shops` are all that there are."""
    names = Counter(slug_of(shop.name) for shop in shops.values())
    single = {
        str(id_): shop.name for id_, shop in shops.items() if shop.name and names[slug_of(shop.name)] == 1
    }
    real = frozenset(shop.name for shop in shops.values() if samples or not is_sample(shop))
    writer = CellWriter(library.known, single, real, language)
    fields = _in_order(library.kind)
    columns = (_id_column(language), *(_column(library.kind, field, writer) for field in fields))
    rows, left = [], 0
    for entry, existing in library.entries.items():
        if is_sample(existing) and not samples:
            left += 1
            continue
        texts = (_text(existing, field, library, writer) for field in fields)
        rows.append((str(entry), *texts))
    return Entries(Table(library.kind, language, columns, tuple(rows)), left)


def _in_order(kind: Kind) -> list[FieldShape]:
    fields = {field.name: field for field in importable(kind)}
    middle = [name for name in fields if name not in (*_FIRST, *_LAST)]
    return [fields[name] for name in (*_FIRST, *middle, *_LAST) if name in fields]


def _text(existing: Existing, field: FieldShape, library: Library, writer: CellWriter) -> str:
    value = value_in(existing.document, field)
    if field.has_texts:
        value = in_default(value, library.languages)
        value = value if isinstance(value, str) else None
    return "" if value is None else writer.text(field, value)


def _id_column(language: str) -> Column:
    return Column(say("id", language), "", say("id-about", language), "")


def _column(kind: Kind, field: FieldShape, writer: CellWriter) -> Column:
    language = writer.language
    description = describe(language, (FACTS[kind].__name__, "Meta"), field.name)
    words = writer.words(field)
    takes_one = not isinstance(field.shape, ListShape)
    told = [say("required", language)] if field.required else []
    told.append(about(field.name, description.about, language))
    if words:
        told.append(say("one-word" if takes_one else "several-words", language))
        example = words[0] if takes_one else ", ".join(words[:2])
    else:
        example = writer.text(field, _example(description.example))
    return Column(header_of(kind, field, language), field.name, " ".join(told), example, words, takes_one)


def _example(text: str) -> Written:
    tree, _ = parse_yaml(SourcePath(""), f"a: {text}\n")
    found = None if tree is None else written(tree)
    assert _is_mapping(found), text
    return found["a"]


def _is_mapping(value: Written | None) -> TypeGuard[dict[str, Written]]:
    return isinstance(value, dict)
