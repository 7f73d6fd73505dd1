"""The stage between plan and render: makes each language's search index, or finds it in the store.

Which files an index has is known only when it is made. So it is made before the build decides what is new,
once for each state of all that it depends on; its files are then outputs like all others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import msgspec

from site_builder.gather.records import decode_html, html_key
from site_builder.names import Digest, Lang, OutPath
from site_builder.plan.search import index_folder
from site_builder.plan.tasks import IndexTask
from site_builder.plan.views.search import SearchIndex
from site_builder.problems import Problem, Severity, Span
from site_builder.search.bundle import NotAsKnown, published
from site_builder.search.indexer import PACKAGE, IndexerFault, is_installed, make_index
from site_builder.search.pages import small_page
from site_builder.source.naming import CONFIG_PATH
from site_builder.source.scan import digest_of
from site_builder.store.database import CacheDamaged, Store
from site_builder.store.keys import key_of

Listing = tuple[tuple[str, Digest], ...]
"""The files of an index, each with the digest of its bytes."""


@dataclass(frozen=True, slots=True)
class Indexed:
    tasks: tuple[IndexTask, ...]
    problems: tuple[Problem, ...]
    made: int
    """How many indexes had to be made."""


def index_site(indexes: Sequence[SearchIndex], code: Digest, store: Store, most_at_once: int) -> Indexed:
    """Plan the files of all indexes. Without Pagefind's program there are none, which is a warning."""
    if not indexes:
        return Indexed((), (), 0)
    if not is_installed():
        return Indexed((), (_warning("search-missing", {"package": PACKAGE}),), 0)
    keys = {index.lang: key_of("search", code, index) for index in indexes}
    listings = _known(keys, store)
    missing = [index for index in indexes if index.lang not in listings]
    problems: list[Problem] = []
    for index, made in zip(missing, _made(missing, store, most_at_once), strict=True):
        if isinstance(made, str):
            problems.append(_warning("search-failed", {"language": index.lang, "reason": made}))
            continue
        listing = tuple((name, digest_of(data)) for name, data in made.items())
        store.put(_bundle(keys[index.lang]), msgspec.msgpack.encode(made))
        store.put(keys[index.lang], msgspec.json.encode(listing))
        listings[index.lang] = listing
    tasks = tuple(
        IndexTask(OutPath(f"{index_folder(lang)}{name}"), CONFIG_PATH, digest, _bundle(keys[lang]), name)
        for lang, listing in sorted(listings.items())
        for name, digest in listing
    )
    return Indexed(tasks, tuple(problems), len(missing))


def index_reader(store: Store) -> Callable[[IndexTask], bytes]:
    """Give what reads the files of indexes; raises `CacheDamaged` where the store has lost one."""
    opened: dict[Digest, dict[str, bytes]] = {}

    def read(task: IndexTask) -> bytes:
        if task.bundle not in opened:
            data = store.get(task.bundle)
            if data is None:
                raise CacheDamaged
            opened[task.bundle] = msgspec.msgpack.decode(data, type=dict[str, bytes])
        return opened[task.bundle][task.name]

    return read


def _bundle(key: Digest) -> Digest:
    return key_of("search-files", key)


def _known(keys: Mapping[Lang, Digest], store: Store) -> dict[Lang, Listing]:
    """Read which files the indexes have that are in the store; their bytes are wanted only where new."""
    found = store.get_many(keys.values())
    store.keep(_bundle(key) for key in keys.values())
    return {lang: msgspec.json.decode(found[key], type=Listing) for lang, key in keys.items() if key in found}


def _made(indexes: Sequence[SearchIndex], store: Store, most_at_once: int) -> list[dict[str, bytes] | str]:
    """Make indexes side by side: the files of each, or what went wrong."""
    pages = [_pages(index, store) for index in indexes]
    if not indexes:
        return []
    with ThreadPoolExecutor(min(most_at_once, len(indexes))) as threads:
        return list(threads.map(_index, indexes, pages))


def _index(index: SearchIndex, pages: Sequence[str]) -> dict[str, bytes] | str:
    try:
        return published(make_index(index.lang, pages), index.lang, [record.card for record in index.records])
    except (IndexerFault, NotAsKnown) as fault:
        return str(fault)


def _pages(index: SearchIndex, store: Store) -> list[str]:
    """Write what is to be found; texts come from the store."""
    bodies = dict.fromkeys(record.body for record in index.records if record.body is not None)
    found = store.get_many(html_key(body) for body in bodies)
    if any(html_key(body) not in found for body in bodies):
        raise CacheDamaged
    return [
        small_page(
            index.lang,
            record,
            () if record.body is None else decode_html(found[html_key(record.body)]),
        )
        for record in index.records
    ]


def _warning(code: str, values: dict[str, str]) -> Problem:
    return Problem(code, Span("."), "", values, Severity.WARNING)
