"""Costly files of a build that did not come to its end: photos, share pictures, charts.

Each is a hard link to the finished file, made as soon as that is written, so it takes neither room nor time,
and a kill leaves all that was made until then. A name holds the key and the digest of the bytes, which are
looked at before they are believed: a power cut may leave a name without its bytes. The folder goes when the
site is published; deleting it is always safe. On a disk without links nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from site_builder.names import Digest
from site_builder.source.scan import digest_of

FOLDER = "unfinished"
"""Below `.cache`."""
_NAME = re.compile(r"(?P<key>[0-9a-f]{40})-(?P<digest>[0-9a-f]{40})")


class Unfinished:
    """The files in `folder`; none and nowhere without one."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._digests: dict[Digest, Digest] = {}

    def begin(self, wanted: Collection[Digest]) -> None:
        """Find what is there of the `wanted` keys, and make room for the others; what nobody wants goes."""
        if self._folder is None or not wanted:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for path, key, digest in _files(self._folder):
                if key in wanted:
                    self._digests[key] = digest
                else:
                    path.unlink()
        except OSError:  # a folder that can only be read, or something else in its place
            self._folder = None

    def read(self, key: Digest) -> bytes | None:
        """Give the bytes that were made under this key, if they are still whole."""
        if self._folder is None or key not in self._digests:
            return None
        path = self._folder / f"{key}-{self._digests[key]}"
        try:
            data = path.read_bytes()
            if digest_of(data) == self._digests[key]:
                return data
            path.unlink()
        except OSError:
            pass
        return None

    def place(self, key: Digest, digest: Digest) -> Path | None:
        """Say where the finished file of this key is to be linked."""
        return None if self._folder is None else self._folder / f"{key}-{digest}"

    def clear(self) -> None:
        """Forget all: the site is published."""
        if self._folder is None:
            return
        with suppress(OSError):
            for path, _, _ in _files(self._folder):
                path.unlink()
            self._folder.rmdir()


def _files(folder: Path) -> Iterator[tuple[Path, Digest, Digest]]:
    """Give what is ours in the folder, with its key and its digest."""
    for path in [*folder.iterdir()]:
        if found := _NAME.fullmatch(path.name):
            yield path, Digest(found["key"]), Digest(found["digest"])
