"""The stage between plan and render: makes each language's search index, or finds it in the store.

Which files an index has is known only when it is made. So it is made before the build decides what is new,
once for each state of all that it depends on; its files are then outputs like all others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import msgspec
from msgspec import Struct

from site_builder.gather.records import decode_html, html_key
from site_builder.names import Digest, Lang, OutPath
from site_builder.plan.search import index_folder
from site_builder.plan.tasks import IndexTask
from site_builder.plan.views.search import SearchIndex
from site_builder.problems import Problem, Severity, Span
from site_builder.search.bundle import NotAsKnown, published
from site_builder.search.indexer import (
    PACKAGE,
    IndexerFault,
    IndexerHangs,
    is_installed,
    make_index,
    seconds_for,
)
from site_builder.search.pages import small_page
from site_builder.source.naming import CONFIG_PATH
from site_builder.source.scan import digest_of
from site_builder.store.database import CacheDamaged, Store
from site_builder.store.keys import key_of

Listing = tuple[tuple[str, Digest], ...]
"""The files of an index, each with the digest of its bytes."""


Published = Callable[[OutPath], Mapping[str, bytes]]
"""Gives the files that are published in a folder, by their names in it; none where any is damaged."""


class Indexed(Struct, frozen=True):
    tasks: tuple[IndexTask, ...]
    problems: tuple[Problem, ...]
    """Warnings, each of an index that is to be tried again in the next build."""
    made: int
    """How many indexes had to be made."""


def index_site(
    indexes: Sequence[SearchIndex],
    program: Digest,
    store: Store,
    most_at_once: int,
    published_in: Published,
) -> Indexed:
    """Plan the files of all indexes; a language in which nothing is to be found has none.

    Of an index that cannot be made, the published one stays: a search that does not know the last edit
    yet is better than none.
    """
    indexes = [index for index in indexes if index.records]
    keys = {index.lang: key_of("search", program, index) for index in indexes}
    listings = _known(keys, store)
    missing = [index for index in indexes if index.lang not in listings]
    bundles = {lang: _bundle(key) for lang, key in keys.items()}
    problems: list[Problem] = []
    for index, result in zip(missing, _made(missing, store, most_at_once), strict=True):
        lang = index.lang
        if isinstance(result, Problem):
            problems.append(result)
            made = published_in(index_folder(lang))
            bundles[lang] = key_of("search-published", _listing(made))
        else:
            made = result
            store.put(keys[lang], msgspec.json.encode(_listing(made)))
        listings[lang] = _listing(made)
        store.put(bundles[lang], msgspec.msgpack.encode(made))
    tasks = tuple(
        IndexTask(OutPath(f"{index_folder(lang)}{name}"), CONFIG_PATH, digest, bundles[lang], name)
        for lang, listing in sorted(listings.items())
        for name, digest in listing
    )
    return Indexed(tasks, tuple(problems), len(missing))


def _listing(files: Mapping[str, bytes]) -> Listing:
    return tuple((name, digest_of(data)) for name, data in files.items())


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


def _made(
    indexes: Sequence[SearchIndex], store: Store, most_at_once: int
) -> list[dict[str, bytes] | Problem]:
    """Make indexes side by side: the files of each, or what went wrong.

    Once the program hangs, no other index is begun: each would be waited for as long.
    """
    if not indexes:
        return []
    if not is_installed():
        return [_warning("search-missing", {"package": PACKAGE}) for _ in indexes]
    pages = [_pages(index, store) for index in indexes]
    hung: list[str] = []
    with ThreadPoolExecutor(min(most_at_once, len(indexes))) as threads:
        waiting = [threads.submit(_index, *one, hung) for one in zip(indexes, pages, strict=True)]
        try:
            return [one.result() for one in waiting]
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


def _index(index: SearchIndex, pages: Sequence[str], hung: list[str]) -> dict[str, bytes] | Problem:
    try:
        if hung:
            raise IndexerFault(hung[0])
        made = make_index(index.lang, pages, seconds_for(len(pages)))
        return published(made, index.lang, [record.card for record in index.records])
    except (IndexerFault, NotAsKnown) as fault:
        if isinstance(fault, IndexerHangs):
            hung.append(str(fault))
        return _warning("search-failed", {"language": index.lang, "reason": str(fault)})


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
