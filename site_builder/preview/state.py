"""What the preview shows at the moment."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from site_builder.names import OutPath
from site_builder.preview.replies import Fault, Told
from site_builder.problems import Severity
from site_builder.publish.marker import MARKER
from site_builder.source.scan import digest_of


class Preview(Struct):
    """The one changing thing of the server; only its event loop touches it."""

    folder: Path
    """Where the last good site lies; nothing outside it is ever sent."""
    language: str
    token: str
    tree: str = ""
    """Names the bytes of the last good site; empty until there is one."""
    ahead: Mapping[OutPath, bytes] = field(default_factory=dict)
    """Pages of the next site that are shown already, while the rest of it is made."""
    settled: frozenset[OutPath] = frozenset()
    """Pages that were shown so under the mark `tree_before` and are the same in the finished site."""
    tree_before: str = ""
    faults: tuple[Fault, ...] = ()
    """What is wrong with the present content; the last good site stays while there is any."""
    may_have_more_faults: bool = False
    """Whether nobody looked for more than these."""

    def take(self, told: Told) -> bool:
        """Take in how a build ended; say whether readers' pages are out of date now."""
        before, was_ahead, self.ahead = self.tree, bool(self.ahead), {}
        if not told.is_good:
            self.faults = tuple(one for one in told.problems if one.severity == Severity.ERROR)
            self.may_have_more_faults = told.ended_at_first
            self.settled = frozenset()
            if was_ahead:  # the rest has shown a fault: back to the last good page
                self.tree = _tree_in(self.folder)
            return was_ahead
        self.faults = ()
        self.tree = _tree_in(self.folder)
        self.settled, self.tree_before = frozenset(told.settled), before
        return before != self.tree

    def take_ahead(self, pages: Mapping[OutPath, str]) -> None:
        """Show these pages, beside those that are shown, until the site that they belong to is finished."""
        self.ahead = {**self.ahead, **{out: text.encode() for out, text in pages.items()}}
        self.faults = ()
        self.tree = digest_of("\0".join([self.tree, *pages, *pages.values()]).encode())

    def is_current(self, tree: str, page: OutPath) -> bool:
        """Whether a page that was sent under the mark `tree` shows what it would show now."""
        return tree == self.tree or (tree == self.tree_before and page in self.settled)


def _tree_in(folder: Path) -> str:
    """Digest the list of the site's files, which holds a digest of each; empty when someone deleted it."""
    try:
        return digest_of((folder / MARKER).read_bytes())
    except OSError:
        return ""
