"""What the system says of files that are touched in the source folders, gathered until somebody asks."""

from __future__ import annotations

import asyncio
import contextlib
import stat
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field
from watchfiles import awatch

from site_builder.names import SourcePath
from site_builder.source.scan import FOR_HOSTS, SOURCE_FOLDERS, is_litter

_STEP_MS = 10
_TOGETHER_MS = 50
"""What comes within so short a time is told at once; coming to rest is waited for in `watch.py`."""
_FOLDERS_AGAIN_MS = 3_000
_TRY_AGAIN_S = 3.0
Identity = tuple[int, int]
"""Device and inode: a watch stays on these, whatever is called so by now."""


class Notices(Struct):
    """Paths that were touched. Never complete: drives in a network and full queues tell nothing."""

    root: Path
    is_listening: bool = False
    """Whether the system tells of changes at all."""
    _named: set[SourcePath] = field(default_factory=set)
    _event: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def named(self) -> frozenset[SourcePath]:
        """What the next `wait` will give at once."""
        return frozenset(self._named)

    async def wait(self, seconds: float) -> frozenset[SourcePath] | None:
        """Give what was touched since the last time, waiting for it; `None` when nothing was in time."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return None
        named, self._named = frozenset(self._named), set()
        self._event.clear()
        return named

    async def peek(self) -> frozenset[SourcePath]:
        """Wait until something was touched; give what the next `wait` will."""
        await self._event.wait()
        return self.named

    async def listen(self) -> None:
        """Gather what the system says, for ever; where it says nothing, try again from time to time."""
        while True:
            folders = self._folders()
            with contextlib.suppress(
                OSError, RuntimeError
            ):  # a folder went, or the system's watches are used up
                if folders:
                    await self._listen_to(folders)
            self.is_listening = False
            await asyncio.sleep(_TRY_AGAIN_S if folders == self._folders() else 0)

    async def _listen_to(self, folders: Mapping[Path, Identity]) -> None:
        told = awatch(
            *folders,
            watch_filter=None,
            step=_STEP_MS,
            debounce=_TOGETHER_MS,
            rust_timeout=_FOLDERS_AGAIN_MS,
            yield_on_timeout=True,
        )
        self.is_listening = True
        async for touched in told:
            named = {path for _, text in touched if not is_passed_over(path := self._named_path(text))}
            if named:
                self._named |= named
                self._event.set()
            if folders != self._folders():
                return

    def _folders(self) -> dict[Path, Identity]:
        """Find the source folders; one that was replaced is another, though it has the same name."""
        found = {}
        for name in SOURCE_FOLDERS:
            path = self.root / name
            with contextlib.suppress(OSError):  # not there
                shown = path.lstat()
                if stat.S_ISDIR(shown.st_mode):
                    found[path] = (shown.st_dev, shown.st_ino)
        return found

    def _named_path(self, text: str) -> SourcePath:
        """Name a path as scans do; the whole root where it is not below it, so that all is looked at."""
        for root in (self.root, self.root.resolve()):  # macOS tells where links lead
            with contextlib.suppress(ValueError):
                return SourcePath(Path(text).relative_to(root).as_posix())
        return SourcePath(".")


def is_passed_over(path: SourcePath) -> bool:
    parts = path.split("/")
    if "/".join(parts[:3]) in FOR_HOSTS:
        return False
    return path != "." and any(is_litter(part) for part in parts)
