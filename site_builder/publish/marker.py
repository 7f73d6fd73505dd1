"""The list, inside a published folder, of the files that Sentra made there.

Only what stands in it is ever deleted; a folder without it is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from site_builder.names import Digest, OutPath

MARKER = ".sentra-manifest"
UNFINISHED = ".sentra-unfinished"
"""Stands in a folder of ours while it is being filled."""
_FIRST_LINE = "Made by Sentra. Files that are not in this list were put here by someone else and are kept.\n"


_KEPT = "kept"
"""Stands in place of the digest of a file of someone else's."""


def marker_text(digests: Mapping[OutPath, Digest], kept: Iterable[OutPath]) -> bytes:
    """Write the list; `kept` are files of someone else's that were taken over from the tree before."""
    lines = [f"{digest}  {_in_one_line(path)}\n" for path, digest in sorted(digests.items())]
    lines += [f"{_KEPT}  {_in_one_line(path)}\n" for path in sorted(kept)]
    return (_FIRST_LINE + "".join(lines)).encode("utf-8", "surrogateescape")


def read_marker(folder: Path) -> dict[OutPath, Digest] | None:
    """Give the files of ours in `folder`; `None` where there is no (whole) list."""
    listed = read_listed(folder)
    return None if listed is None else {path: digest for path, digest in listed.items() if digest != _KEPT}


def read_listed(folder: Path) -> dict[OutPath, Digest] | None:
    """Give all files that the list names, with those of others (whose digest means nothing)."""
    try:
        text = (folder / MARKER).read_bytes().decode("utf-8", "surrogateescape")
    except OSError:
        return None
    first, _, rest = text.partition("\n")
    if f"{first}\n" != _FIRST_LINE:
        return None
    digests: dict[OutPath, Digest] = {}
    for line in rest.removesuffix("\n").split("\n") if rest else ():
        digest, separator, name = line.partition("  ")
        path = name.replace("%0A", "\n").replace("%25", "%") if "%" in name else name
        is_known = len(digest) == 40 or digest == _KEPT
        if not separator or not is_known or path.startswith("/") or ".." in path.split("/"):
            return None
        digests[OutPath(path)] = Digest(digest)
    return digests


def keeps_others(folder: Path) -> bool:
    """Whether the list names files of someone else's."""
    try:
        return f"\n{_KEPT}  ".encode() in (folder / MARKER).read_bytes()
    except OSError:
        return False


def _in_one_line(path: OutPath) -> str:
    return path.replace("%", "%25").replace("\n", "%0A")
