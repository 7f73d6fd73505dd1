"""What the preview shows at the moment."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from site_builder.preview.builds import Fault, Told
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
    faults: tuple[Fault, ...] = ()
    """What is wrong with the present content; the last good site stays while there is any."""

    def take(self, told: Told) -> bool:
        """Take in how a build ended; say whether readers' pages are out of date now."""
        if not told.is_good:
            self.faults = tuple(one for one in told.problems if one.severity == Severity.ERROR)
            return False
        self.faults = ()
        before, self.tree = self.tree, _tree_in(self.folder)
        return before != self.tree


def _tree_in(folder: Path) -> str:
    """Digest the list of the site's files, which holds a digest of each; empty when someone deleted it."""
    try:
        return digest_of((folder / MARKER).read_bytes())
    except OSError:
        return ""
