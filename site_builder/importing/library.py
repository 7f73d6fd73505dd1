"""The entries that a project has already, so that rows find theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.importing.cells.office_forms import Known
from site_builder.model.config import WORD_SECTIONS, Vocabulary
from site_builder.model.readers.written import ScalarFault, Written
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import DocumentName, Role, name_document
from site_builder.source.tree import written
from site_builder.text.slug import slug_of
from site_builder.text.village_names import village_name
from site_builder.validate.places import is_empty
from site_builder.validate.shapes import FieldShape, ScalarShape, shape_of_kind


class Existing(Struct, frozen=True):
    document: Document
    data: bytes
    name: str

    @property
    def id(self) -> EntryId:
        return self.document.name.id


class Library(Struct, frozen=True):
    kind: Kind
    languages: Sequence[Lang]
    entries: Mapping[EntryId, Existing]
    unread: frozenset[EntryId]
    """Those whose file has faults or is a link, so that nobody knows what they are called."""
    links: frozenset[EntryId]
    """Those of `unread` whose file is a link."""
    known: Known

    def path_of(self, entry: EntryId) -> SourcePath:
        return SourcePath(f"content/{self.kind}/{entry}.md")


def read_library(
    kind: Kind,
    files: Mapping[SourcePath, bytes],
    languages: Sequence[Lang],
    vocabulary: Vocabulary,
    linked: Collection[SourcePath] = (),
) -> Library:
    """Read the base files of the kind, and of shops for the names that products give."""
    entries, unread = _entries(kind, files, languages)
    links = frozenset(name.id for _, name in _base_files(kind, linked, languages))
    shops = entries if kind is Kind.SHOPS else _entries(Kind.SHOPS, files, languages)[0]
    called: dict[str, list[str]] = {}
    for shop in shops.values():
        for word in {shop.id, slug_of(shop.name)}:
            called.setdefault(word, []).append(shop.id)
    terms = {section: getattr(vocabulary, section) for section in WORD_SECTIONS}
    known = Known(
        terms, {word: tuple(ids) for word, ids in called.items()}, _villages(shops), _shop_names(shops)
    )
    return Library(kind, languages, entries, unread | links, links, known)


def _shop_names(shops: Mapping[EntryId, Existing]) -> dict[str, str]:
    return {str(shop.id): shop.name for shop in shops.values()}


def _villages(shops: Mapping[EntryId, Existing]) -> dict[str, str]:
    """Give the names of villages as the entries write them, by their slugs; the first way that is there."""
    field = shape_of_kind(Kind.SHOPS).by_name["village"]
    found: dict[str, str] = {}
    for shop in shops.values():
        name = value_in(shop.document, field)
        if isinstance(name, str):
            found.setdefault(slug_of(village_name(name)), name)
    return found


def value_in(document: Document, field: FieldShape) -> Written | None:
    """Give what a file says of a field, `None` where it says nothing."""
    name = next((name for name in field.names if name in document.fields), None)
    if name is None or is_empty(document.fields[name]):
        return None
    return written(document.fields[name])


def is_sample(existing: Existing) -> bool:
    """Whether an entry only shows what one looks like: no office has written it."""
    return _says_yes(existing, "sample")


def is_draft(existing: Existing) -> bool:
    """Whether an entry is kept from the site by its editors."""
    return _says_yes(existing, "draft")


def _says_yes(existing: Existing, name: str) -> bool:
    field = shape_of_kind(existing.document.name.kind or Kind.SHOPS).by_name[name]
    said = value_in(existing.document, field)
    try:
        return (
            said is not None and isinstance(field.shape, ScalarShape) and bool(field.shape.scalar.read(said))
        )
    except ScalarFault:
        return True


def in_default(value: Written | None, languages: Sequence[Lang]) -> Written | None:
    """Give a text that is written in several languages in the default one."""
    return value.get(languages[0], value) if isinstance(value, dict) and languages else value


def _entries(
    kind: Kind, files: Mapping[SourcePath, bytes], languages: Sequence[Lang]
) -> tuple[dict[EntryId, Existing], frozenset[EntryId]]:
    entries: dict[EntryId, Existing] = {}
    unread = set()
    field = shape_of_kind(kind).by_name["name"]
    for path, name in _base_files(kind, files, languages):
        data = files[path]
        document, _ = parse_document(path, data, name)
        if document is None:
            unread.add(name.id)
            continue
        called = in_default(value_in(document, field), languages)
        entries[name.id] = Existing(document, data, called if isinstance(called, str) else "")
    return entries, frozenset(unread)


def _base_files(
    kind: Kind, paths: Collection[SourcePath], languages: Sequence[Lang]
) -> Iterator[tuple[SourcePath, DocumentName]]:
    for path in sorted(paths):
        name = name_document(path, languages)
        if not (isinstance(name, DocumentName) and name.role is Role.ENTRY and name.kind is kind):
            continue
        if name.lang is None:
            yield path, name
