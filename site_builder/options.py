"""What a build is asked to do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

CACHE_FOLDER = ".cache"


class BuildOptions(Struct, frozen=True):
    """All that a build depends on besides the project's files."""

    root: Path
    output: Path
    now: dt.datetime
    """The only clock: decides what is published and what has expired."""
    base_url: str | None = None
    """Instead of the one in `site.yaml`; empty for none."""
    drafts: bool = False
    jobs: int | None = None
    use_cache: bool = True
    strict: bool = False
    release: bool = False
    preview: bool = False
    """Whether `serve` asks: only then there is a style guide."""
    handbook: str = ""
    """Names what the editors' handbook says, where a build is asked for it; a preview always has it."""
    weighs: bool = False
    """Whether to weigh the pages although no budget asks for it; changes nothing of the site."""

    @property
    def cache(self) -> Path:
        return self.root / CACHE_FOLDER

    @property
    def facts(self) -> str:
        """Everything here that can change the site, as text."""
        flags = (self.drafts, self.release, self.strict, self.preview)
        now = self.now.astimezone(dt.UTC)
        quarter = now.replace(minute=now.minute // 15 * 15)  # every time zone's midnight lies on one
        return f"{self.output.absolute()} {self.base_url!r} {flags} {self.handbook} {quarter:%Y-%m-%dT%H:%M}"


def preview_options(root: Path, folder: Path, now: dt.datetime) -> BuildOptions:
    """Say what `serve` wants: all that is written, at no address of its own, in a folder of the cache."""
    return BuildOptions(root=root, output=folder, now=now, base_url="", drafts=True, preview=True)
