"""Records of the last build, kept some hundred together: one look into the store finds them all.

Reading two thousand rows one by one took 90 ms of every build; sixteen shards a kind take a
third of that, and an edit writes one of them anew.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from site_builder.names import Digest, EntryId, Kind
from site_builder.recall import MANY
from site_builder.store.database import Store
from site_builder.store.keys import key_of_texts

R = TypeVar("R")

SHARDS = 16


@lru_cache(maxsize=MANY)
def shard_key(what: str, code: Digest, kind: Kind, id_: EntryId) -> Digest:
    """Name the shard in which an entry's record is kept; `what` tells entries from bodies."""
    return key_of_texts("shard", what, code, kind, str(zlib.crc32(id_.encode()) % SHARDS))


def load_shards(
    shards: Mapping[Digest, Kind], store: Store, decode: Callable[[Kind, bytes], Mapping[str, R]]
) -> dict[Digest, Mapping[str, R]]:
    """Give the records of each shard by their keys; a shard that is gone or broken is empty."""
    known = {shard: store.memory[shard] for shard in shards if shard in store.memory}
    store.keep(known)
    found = store.get_many(shard for shard in shards if shard not in known)
    loaded = {shard: decode(shards[shard], data) for shard, data in found.items()}
    store.memory.update(loaded)
    return {shard: known.get(shard) or loaded.get(shard, {}) for shard in shards}


def save_shards(
    keys: Sequence[tuple[Digest, Digest]],
    records: Mapping[Digest, R],
    loaded: Mapping[Digest, Mapping[str, R]],
    store: Store,
    encode: Callable[[Mapping[str, R]], bytes],
) -> None:
    """Keep the records by (shard, key); only shards that hold others than before are written."""
    by_shard: defaultdict[Digest, dict[str, R]] = defaultdict(dict)
    for shard, key in keys:
        by_shard[shard][key] = records[key]
    for shard, kept in by_shard.items():
        if kept.keys() != loaded.get(shard, {}).keys():
            store.put(shard, encode(kept))
            store.memory[shard] = kept


def shelve(shard: Digest, key: Digest, record: object, store: Store) -> None:
    """Add a record that was made before its turn to a shard that is in memory; the next save writes it."""
    if shard in store.memory:  # else a shard of this one alone would hide those on disk
        store.memory[shard] = {**store.memory[shard], key: record}
