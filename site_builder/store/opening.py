"""Opens the store that belongs to a build."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from site_builder.names import Digest
from site_builder.options import BuildOptions
from site_builder.source.naming import CONFIG_PATH
from site_builder.store.database import Store


def open_store(
    options: BuildOptions,
    *,
    only_existing: bool = False,
    memory: dict[Digest, Mapping[str, Any]] | None = None,
) -> Store:
    """Open the cache of this project for this output folder; one in memory with `--no-cache`.

    With `only_existing` nothing is written where there is no cache yet; nor is anything where there is no
    site, such as at the place where it was before its folder was renamed.
    """
    tree = hashlib.blake2b(str(options.output.absolute()).encode(), digest_size=8).hexdigest()
    path = options.cache / "store.sqlite"
    may_begin = not only_existing and (options.root / CONFIG_PATH).is_file()
    is_used = options.use_cache and (path.is_file() or may_begin)
    return Store(path if is_used else None, tree, memory)
