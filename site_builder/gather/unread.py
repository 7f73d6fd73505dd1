"""Files that could not be read as a whole: what can be told of them all the same.

Authors see every fault in one run, so the Markdown of a file whose fields are wrong is checked too, and
so are the fields that are right in an entry of which others are wrong. Only faulty files pay for this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field

from site_builder.gather.entries import EntryFiles, placed
from site_builder.model.body import Body, BodySource
from site_builder.model.catalog import AnyEntry
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.plan.links import Text
from site_builder.problems import Problem
from site_builder.source.documents import Document, markdown_alone, parse_document
from site_builder.source.naming import DocumentName
from site_builder.validate.loose import LooseFields, loose_fields


class Unread(Struct):
    """What the faulty files hold."""

    entries: set[tuple[Kind, EntryId]] = field(default_factory=set)
    """Entries that are missing from the catalog."""
    texts: list[Text] = field(default_factory=list)
    fields: list[LooseFields] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def bodies(self) -> dict[tuple[Kind, EntryId, Lang], Body]:
        return {(text.kind, text.id, text.body.lang): text.body for text in self.texts}


def read_unread(
    groups: Iterable[EntryFiles],
    entries: Iterable[AnyEntry],
    langs: Sequence[Lang],
    read: Callable[[SourcePath], bytes],
) -> Unread:
    """Go through the files of `groups` that no entry holds."""
    held = {path for entry in entries for path in entry.paths}
    unread = Unread()
    for group in groups:
        for name in group.names:
            if name.path not in held:
                _read_one(group, name, langs, read(name.path), unread)
        if not any(name.path in held for name in group.names):
            unread.entries.add((group.kind, group.id))
    return unread


def _read_one(
    group: EntryFiles, name: DocumentName, langs: Sequence[Lang], data: bytes, unread: Unread
) -> None:
    document, _ = parse_document(name.path, data, name)
    if document is not None and name.lang is None:
        unread.fields.append(loose_fields(document, langs))
    document = document or markdown_alone(name.path, data, name)
    if document is not None and document.markdown:
        _convert(group, document, langs, unread)


def _convert(group: EntryFiles, document: Document, langs: Sequence[Lang], unread: Unread) -> None:
    from site_builder.text.bounded import convert_bounded  # Markdown takes 50 ms to load

    lang = document.name.lang or langs[0]
    converted = convert_bounded(document.markdown, document.path, 1, lang)
    source = BodySource(document.path, document.markdown_line, document.markdown_digest)
    unread.problems += placed(converted.problems, source)
    unread.texts.append(Text(group.kind, group.id, source, converted.body))
