"""What the store keeps of an entry and of a text, and under which key."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct

from site_builder.model.body import Body
from site_builder.model.catalog import FACTS, AnyEntry, Entry
from site_builder.model.localized import Localized
from site_builder.names import Digest, Kind, Lang, SourcePath
from site_builder.problems import Problem
from site_builder.recall import MANY
from site_builder.store.database import CacheDamaged, Store
from site_builder.store.keys import key_of_texts

E = TypeVar("E")


class EntryRecord(Struct, Generic[E], frozen=True):
    """The outcome of reading one entry's files."""

    entry: E | None
    problems: tuple[Problem, ...]
    is_draft: bool = False
    """Told also of an entry with faults."""


class BodyRecord(Struct, frozen=True):
    """The outcome of converting one text; places count from the text's own first line."""

    body: Body
    problems: tuple[Problem, ...]


class SettingsRecord(Struct, Generic[E], frozen=True):
    """The outcome of reading `site.yaml` or `vocabulary.yaml`."""

    value: E | None
    problems: tuple[Problem, ...]


def encode_settings(record: SettingsRecord[E]) -> bytes:
    return msgspec.json.encode(record)


def decode_settings(kind: type[SettingsRecord[E]], data: bytes | None) -> SettingsRecord[E] | None:
    try:
        return None if data is None else msgspec.json.decode(data, type=kind)
    except msgspec.DecodeError:
        return None


@lru_cache(maxsize=MANY)
def entry_key(
    code: Digest, langs: tuple[Lang, ...], kind: Kind, files: tuple[tuple[SourcePath, Digest], ...]
) -> Digest:
    return key_of_texts("entry", code, *langs, kind, *(text for file in files for text in file))


@lru_cache(maxsize=MANY)
def body_key(code: Digest, lang: Lang, kind: Kind, text: Digest) -> Digest:
    """Name a conversion. The kind is part of it because relative links count from its folder."""
    return key_of_texts("body", code, lang, kind, text)


def html_key(body: Digest) -> Digest:
    return key_of_texts("html", body)


def encode_entry(record: EntryRecord[AnyEntry]) -> bytes:
    return msgspec.json.encode(record)


def decode_entry(kind: Kind, data: bytes) -> EntryRecord[AnyEntry] | None:
    """Read what `encode_entry` wrote; `None` when it is not that."""
    try:
        record: EntryRecord[AnyEntry] = _entry_decoder(kind).decode(data)
    except msgspec.DecodeError:
        return None
    return record


def decode_entries(kind: Kind, data: bytes) -> dict[str, EntryRecord[AnyEntry]]:
    """Read a shard of entries by their keys; empty when it is not that."""
    try:
        records: dict[str, EntryRecord[AnyEntry]] = _shard_decoder(kind).decode(data)
    except msgspec.DecodeError:
        return {}
    return records


def decode_bodies(_kind: Kind, data: bytes) -> dict[str, BodyRecord]:
    """Read a shard of bodies by their keys; empty when it is not that."""
    try:
        return msgspec.json.decode(data, type=dict[str, BodyRecord])
    except msgspec.DecodeError:
        return {}


def encode_records(records: Mapping[str, object]) -> bytes:
    return msgspec.json.encode(records)


def encode_body(record: BodyRecord) -> bytes:
    return msgspec.json.encode(record)


def decode_body(data: bytes) -> BodyRecord | None:
    try:
        return _body_decoder().decode(data)
    except msgspec.DecodeError:
        return None


def encode_html(html: tuple[str, ...]) -> bytes:
    return msgspec.json.encode(html)


def decode_html(data: bytes) -> tuple[str, ...]:
    return msgspec.json.decode(data, type=tuple[str, ...])


def html_reader(store: Store) -> Callable[[Sequence[Digest]], dict[Digest, tuple[str, ...]]]:
    """Make what gives converted texts; it raises `CacheDamaged` when one is gone."""

    def read(digests: Sequence[Digest]) -> dict[Digest, tuple[str, ...]]:
        found = store.get_many(html_key(digest) for digest in digests)
        if any(html_key(digest) not in found for digest in digests):
            raise CacheDamaged
        return {digest: decode_html(found[html_key(digest)]) for digest in digests}

    return read


@cache
def _entry_decoder(kind: Kind) -> Any:
    return msgspec.json.Decoder(EntryRecord[Entry[FACTS[kind][Localized]]])  # type: ignore[misc]


@cache
def _shard_decoder(kind: Kind) -> Any:
    return msgspec.json.Decoder(dict[str, EntryRecord[Entry[FACTS[kind][Localized]]]])  # type: ignore[misc]


@cache
def _body_decoder() -> msgspec.json.Decoder[BodyRecord]:
    return msgspec.json.Decoder(BodyRecord)
