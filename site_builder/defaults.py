"""Where the files lie that Sentra brings along: the default look, which any project gets file by file.

In the repository they are its own folders `templates` and `assets`, so that there is no copy to keep in
step; a wheel carries them inside the package (see `force-include` in `pyproject.toml`).
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from site_builder.names import SourcePath

LOOK_FOLDERS = ("templates", "assets")
OWN_LOOK = SourcePath("templates/own-look.txt")
"""A project with this file has a look of its own, whole: nothing is added to it."""

_BELOW_LOOK = tuple(f"{folder}/" for folder in LOOK_FOLDERS)
_IN_WHEEL = "default_files"


@cache
def default_root() -> Path:
    """Give the folder that holds `templates` and `assets` of the default look."""
    package = Path(__file__).resolve().parent
    carried = package / _IN_WHEEL
    return carried if carried.is_dir() else package.parent


def place_of(root: Path, path: str) -> str:
    """Say where a file of the look can be opened: by its own path in the project, else where Sentra has it.

    Paths of anything else are given back as they are.
    """
    if not path.startswith(_BELOW_LOOK) or os.path.lexists(root / path) or (root / OWN_LOOK).is_file():
        return path
    file = default_root() / path
    return str(file) if file.is_file() and ".." not in file.parts else path


def is_default(path: str) -> bool:
    """Say whether `path` is what `place_of` gives for a file that Sentra brings."""
    places = tuple(str(default_root() / folder) + os.sep for folder in LOOK_FOLDERS)
    return path.startswith(places) and ".." not in Path(path).parts
