"""Reads entries: parsed, checked and converted through the store, in this process or in several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.crew import Crew
from site_builder.gather.records import (
    BodyRecord,
    EntryRecord,
    body_key,
    decode_bodies,
    decode_body,
    decode_entries,
    decode_entry,
    encode_body,
    encode_entry,
    encode_html,
    encode_records,
    entry_key,
    html_key,
)
from site_builder.gather.shards import load_shards, save_shards, shard_key
from site_builder.model.body import Body, BodySource
from site_builder.model.catalog import AnyEntry
from site_builder.names import Digest, EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.documents import Document, markdown_alone, parse_document
from site_builder.source.naming import DocumentName, Role
from site_builder.store.database import Store
from site_builder.validate.entries import check_translations, is_draft, read_entry

Read = Callable[[SourcePath], bytes]


class EntryFiles(Struct, frozen=True):
    """The files of one entry: the base file, if there is one, and its translations."""

    kind: Kind
    id: EntryId
    names: tuple[DocumentName, ...]


class EntryJob(Struct, frozen=True):
    langs: tuple[Lang, ...]
    files: tuple[tuple[DocumentName, bytes], ...]
    kind: Kind


class EntryResult(Struct, frozen=True):
    record: bytes
    texts: dict[Lang, str]
    """The Markdown of the entry, so that it need not be parsed twice."""


class BodyJob(Struct, frozen=True):
    path: SourcePath
    lang: Lang
    text: str


class BodyResult(Struct, frozen=True):
    record: bytes
    html: bytes
    digest: Digest


class Gathered(Struct, frozen=True):
    entries: tuple[AnyEntry, ...]
    bodies: dict[tuple[Kind, EntryId, Lang], Body]
    problems: tuple[Problem, ...]
    drafts: frozenset[tuple[Kind, EntryId]]
    """Entries that say that they are drafts, whether they have faults or not."""


def gather_entries(
    groups: Sequence[EntryFiles],
    langs: tuple[Lang, ...],
    code: Digest,
    digests: Mapping[SourcePath, Digest],
    read: Read,
    store: Store,
    crew: Crew,
) -> Gathered:
    """Read all entries and their texts; what the store knows is neither parsed nor converted again."""
    keys = [
        entry_key(code, langs, group.kind, tuple((name.path, digests[name.path]) for name in group.names))
        for group in groups
    ]
    records, texts = _entries(groups, keys, langs, code, read, store, crew)
    entries = tuple(record.entry for record in records if record.entry is not None)
    problems = [problem for record in records for problem in record.problems]
    bodies = _bodies(entries, texts, code, read, store, crew, problems)
    drafts = frozenset(
        (group.kind, group.id) for group, record in zip(groups, records, strict=True) if record.is_draft
    )
    return Gathered(entries, bodies, tuple(problems), drafts)


def _entries(
    groups: Sequence[EntryFiles],
    keys: Sequence[Digest],
    langs: tuple[Lang, ...],
    code: Digest,
    read: Read,
    store: Store,
    crew: Crew,
) -> tuple[list[EntryRecord[AnyEntry]], dict[SourcePath, str]]:
    shards = [shard_key("entry", code, group.kind, group.id) for group in groups]
    kinds = {shard: group.kind for shard, group in zip(shards, groups, strict=True)}
    loaded = load_shards(kinds, store, decode_entries)
    known = {
        key: record
        for shard, key in zip(shards, keys, strict=True)
        if (record := loaded[shard].get(key)) is not None
    }
    missing = [(group, key) for group, key in zip(groups, keys, strict=True) if key not in known]
    jobs = [
        EntryJob(langs, tuple((name, read(name.path)) for name in group.names), group.kind)
        for group, _ in missing
    ]
    texts: dict[SourcePath, str] = {}
    for (group, key), result in zip(missing, crew.map(read_entries, jobs), strict=True):
        record = decode_entry(group.kind, result.record)
        if record is None:
            raise AssertionError(f"an entry of kind {group.kind} can't be read back")
        known[key] = record
        if record.entry is not None:
            texts |= {record.entry.bodies[lang].path: text for lang, text in result.texts.items()}
    save_shards(list(zip(shards, keys, strict=True)), known, loaded, store, encode_records)
    return [known[key] for key in keys], texts


def read_entries(jobs: Sequence[EntryJob]) -> list[EntryResult]:
    """Parse and check some entries, each by itself."""
    return [_read_one(job) for job in jobs]


def _read_one(job: EntryJob) -> EntryResult:
    problems: list[Problem] = []
    base: Document | None = None
    translations: list[Document] = []
    for name, data in job.files:
        document, found = parse_document(name.path, data, name)
        problems += found
        if document is not None and name.lang is None:
            base = document
        elif document is not None:
            translations.append(document)
    entry: AnyEntry | None = None
    if base is None and any(name.lang is None for name, _ in job.files):
        problems += check_translations(translations, job.langs)
    else:
        entry, found = read_entry(base, translations, job.langs)
        problems += found
    documents = [base, *translations] if base is not None else []
    texts: dict[Lang, str] = {}
    if entry is not None:
        for document in documents:
            lang = document.name.lang or job.langs[0]
            if lang in entry.bodies:
                texts[lang] = document.markdown
    record: EntryRecord[AnyEntry] = EntryRecord(entry, tuple(problems), base is not None and is_draft(base))
    return EntryResult(encode_entry(record), texts)


def _bodies(
    entries: Sequence[AnyEntry],
    texts: Mapping[SourcePath, str],
    code: Digest,
    read: Read,
    store: Store,
    crew: Crew,
    problems: list[Problem],
) -> dict[tuple[Kind, EntryId, Lang], Body]:
    wanted = [
        (entry, lang, source, body_key(code, lang, entry.kind, source.digest))
        for entry in entries
        for lang, source in entry.bodies.items()
    ]
    shards = [shard_key("body", code, entry.kind, entry.id) for entry, *_ in wanted]
    kinds = {shard: entry.kind for shard, (entry, *_) in zip(shards, wanted, strict=True)}
    loaded = load_shards(kinds, store, decode_bodies)
    records = {
        key: record
        for shard, (*_, key) in zip(shards, wanted, strict=True)
        if (record := loaded[shard].get(key)) is not None
    }
    missing: dict[Digest, BodyJob] = {}
    for entry, lang, source, key in wanted:
        if key not in records and key not in missing:
            text = texts[source.path] if source.path in texts else _text_of(entry, lang, source, read)
            missing[key] = BodyJob(source.path, lang, text)
    for key, result in zip(missing, crew.map(convert_bodies, list(missing.values())), strict=True):
        record = decode_body(result.record)
        if record is None:
            raise AssertionError("a text can't be read back")
        records[key] = record
        store.put(html_key(result.digest), result.html)
    shelved = [(shard, key) for shard, (*_, key) in zip(shards, wanted, strict=True)]
    save_shards(shelved, records, loaded, store, encode_records)
    store.keep(html_key(record.body.digest) for record in records.values())
    bodies: dict[tuple[Kind, EntryId, Lang], Body] = {}
    for entry, lang, source, key in wanted:
        bodies[entry.kind, entry.id, lang] = records[key].body
        problems += placed(records[key].problems, source)
    return bodies


def convert_bodies(jobs: Sequence[BodyJob]) -> list[BodyResult]:
    """Convert some texts; places count from the first line of the text."""
    from site_builder.text.bounded import convert_bounded  # Markdown takes 50 ms to load

    results = []
    for job in jobs:
        converted = convert_bounded(job.text, job.path, 1, job.lang)
        record = BodyRecord(converted.body, converted.problems)
        results.append(BodyResult(encode_body(record), encode_html(converted.html), converted.body.digest))
    return results


def _text_of(entry: AnyEntry, lang: Lang, source: BodySource, read: Read) -> str:
    """Take the text from its file again: the entry was known, only the conversion is gone."""
    its_lang = None if source.path == entry.path else lang
    name = DocumentName(source.path, Role.ENTRY, entry.kind, entry.id, its_lang)
    document = markdown_alone(source.path, read(source.path), name)
    if document is None:
        raise AssertionError(f"{source.path} could be read before")
    return document.markdown


def placed(problems: Iterable[Problem], source: BodySource) -> Iterator[Problem]:
    """Move places that count from a text's own first line to their line of the file."""
    for problem in problems:
        line = source.line + problem.at.line - 1
        yield replace(problem, at=Span(source.path, line, problem.at.column))
