"""Which folder may be published into, and what lies in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.names import Digest, OutPath
from site_builder.problems import Problem, Severity, Span, WrongUse
from site_builder.publish.marker import MARKER, UNFINISHED, read_marker

PREVIEW_FOLDER = "preview"
"""Below `.cache`: the one place in there that a tree may be published to."""
_CACHE = ".cache"
_FOREIGN_NAMED = 5
_OWN_FILES = frozenset({MARKER, UNFINISHED})


def check_output(output: Path, root: Path, source_folders: tuple[str, ...]) -> None:
    """Raise `WrongUse` unless `output` is ours, empty or not there yet, and apart from the sources."""
    if output.is_symlink():
        raise _refused(output, "link")
    place = output.resolve()
    if place in {Path(place.anchor), Path.home().resolve()} or root.resolve().is_relative_to(place):
        raise _refused(output, "contains")
    kept = (*source_folders, "site_builder", ".git")
    if place != (root / _CACHE / PREVIEW_FOLDER).resolve():
        kept = (*kept, _CACHE)
    for folder in kept:
        source = (root / folder).resolve()
        if place.is_relative_to(source) or source.is_relative_to(place):
            raise _refused(output, "source")
    if not output.exists():
        return
    if not output.is_dir():
        raise _refused(output, "file")
    if any(output.iterdir()) and read_marker(output) is None:
        raise _refused(output, "foreign")


def files_in(folder: Path) -> Iterator[tuple[OutPath, os.DirEntry[str]]]:
    """Yield all files and links below `folder`, our own marks left out."""
    pending = [""]
    while pending:
        below = pending.pop()
        try:
            with os.scandir(folder / below) as entries:
                found = list(entries)
        except FileNotFoundError:
            continue
        for entry in found:
            path = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            elif path not in _OWN_FILES:
                yield OutPath(path), entry


def read_published(output: Path, out: OutPath) -> bytes | None:
    """Give the bytes of a published file; `None` when there is none yet."""
    try:
        return (output / out).read_bytes()
    except FileNotFoundError:
        return None


def read_folder(output: Path, folder: OutPath, digest_of: Callable[[bytes], Digest]) -> dict[str, bytes]:
    """Give our published files below `folder`, by their names in it; none unless all are as we left them."""
    found: dict[str, bytes] = {}
    for out, digest in (read_marker(output) or {}).items():
        if out.startswith(folder):
            data = read_published(output, out)
            if data is None or digest_of(data) != digest:
                return {}
            found[out.removeprefix(folder)] = data
    return found


def foreign_files(output: Path, present: Mapping[OutPath, object]) -> tuple[OutPath, ...]:
    """Name the files in `output` that Sentra did not make."""
    ours = read_marker(output) or {}
    return tuple(sorted(present.keys() - ours.keys()))


def foreign_problems(foreign: Sequence[OutPath], planned: Collection[OutPath]) -> list[Problem]:
    """Warn of files in the output folder that someone else put there; they are kept."""
    if not foreign:
        return []
    needed = set(planned) | {OutPath(folder) for out in planned for folder in _folders(out)}
    for path in foreign:
        if path in needed or any(folder in planned for folder in _folders(path)):
            raise WrongUse(Problem("output-foreign", Span(path), "collision", {"path": path}))
    # A name of bytes that are no text can be kept, but neither printed nor noted as it is.
    named = [path.encode("utf-8", "replace").decode() for path in foreign[:_FOREIGN_NAMED]]
    return [Problem("output-foreign", Span(path), "", {"path": path}, Severity.WARNING) for path in named]


def _folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts))]


def _refused(output: Path, variant: str) -> WrongUse:
    return WrongUse(Problem("output-refused", Span(str(output)), variant, {"output": str(output)}))
