"""What `sentra check` would say of the content as an import would leave it: one rule book for both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from site_builder.crew import Crew
from site_builder.gather.content import Audience, gather_content, read_settings
from site_builder.gather.day import day_of_site
from site_builder.model.config import Language, SiteConfig
from site_builder.model.localized import Localized
from site_builder.names import Digest, Lang, SourcePath
from site_builder.problems import Problem, WrongUse
from site_builder.source.scan import FileStat, Snapshot, digest_of
from site_builder.store.database import Store

NO_DAY = dt.date.min
"""Where nobody says which day it is: nothing is old then, and nothing in the future."""

_CODE = Digest("import")
"""The store lives as long as the command, so all in it was made by the same program."""
_HEAD = re.compile(
    rb"\A(?:\xef\xbb\xbf)?[ \t\r\n]*---[ \t]*\r?\n.*?^---[ \t]*(?=\r?$)", re.DOTALL | re.MULTILINE
)


class Judge:
    """Checks the files of a project together, with some of them changed."""

    def __init__(
        self, files: Mapping[SourcePath, bytes], languages: Sequence[Lang], now: dt.datetime | None
    ) -> None:
        self._files = {path: _without_text(path, data) for path, data in files.items() if _is_read(path)}
        self._languages = languages
        self._now = now
        self._store = Store(None)
        self._crew = Crew(1)

    def problems(self, changed: Mapping[SourcePath, bytes]) -> tuple[Problem, ...]:
        """Tell what is wrong with the content once these files are what is given; texts are not read."""
        more = {path: _without_text(path, data) for path, data in changed.items()}
        files = dict(sorted({**self._files, **more}.items()))
        stats = {path: FileStat(len(data), 0, 0, digest_of(data)) for path, data in files.items()}
        snapshot = Snapshot(Path(), stats, files)
        try:
            config, _ = read_settings(snapshot, _CODE, self._store, self._crew)
            today = day_of_site(config, self._now) if self._now is not None else NO_DAY
        except WrongUse:  # what is wrong with the settings, the next check tells
            first = self._languages[0] if self._languages else Lang("id")
            languages = tuple(Language(lang, lang) for lang in self._languages or (first,))
            config = SiteConfig(Localized({first: ""}), languages)
            today = self._now.date() if self._now is not None else NO_DAY
        audience = Audience(today, shows_drafts=False)
        return gather_content(snapshot, config, audience, _CODE, self._store, self._crew)[1]


def _is_read(path: SourcePath) -> bool:
    return (
        path.startswith("content/") and not path.startswith("content/.") and path.endswith((".md", ".yaml"))
    )


def _without_text(path: SourcePath, data: bytes) -> bytes:
    """Leave out the Markdown below the fields: no field is judged by it, and to convert it takes long."""
    head = _HEAD.match(data) if path.endswith(".md") else None
    return head[0] + b"\n" if head is not None else data
