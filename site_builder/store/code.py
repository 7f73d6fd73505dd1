"""Which program this is: a digest that every key holds, so that no version number must be raised by hand."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path

from site_builder.names import Digest

_PACKAGE = Path(__file__).resolve().parent.parent
DRAWING = (
    "plan/drawings.py",
    "render/bar_chart.py",
    "render/chart_layers.py",
    "render/chart_spec.py",
    "render/charts.py",
    "render/line_chart.py",
    "text/amounts.py",
    "text/formats.py",
)
"""The modules that decide how a chart looks; `tests/laws/test_layers.py` finds any that is missing."""
PHOTOS = (
    "media/encode.py",
    "media/facts.py",
    "media/layouts.py",
    "media/pixels.py",
    "media/probe.py",
    "media/sniff.py",
    "media/variants.py",
)
"""The modules that decide what becomes of a photo."""
SHARES = (
    "media/layouts.py",
    "media/pixels.py",
    "render/lettering.py",
    "render/share_drawing.py",
)
"""The modules that decide how a share picture looks; what is on it is in its own view."""
SEARCHING = (
    "search/bundle.py",
    "search/cbor.py",
    "search/indexer.py",
    "search/pages.py",
    "search/stage.py",
    "text/plain.py",
    "text/segments.py",
)
"""The modules that decide what a search index holds of its records, and how the store keeps it."""
_SHARE_PACKAGES = ("fontpkg_", "jinja2-", "manimgx_", "pillow-", "uharfbuzz-", "vl_convert_python-")
_DRAWING_PACKAGES = ("babel-", "vl_convert_python-")


@cache
def code_digest() -> Digest:
    """Digest this package's own files and the names, versions included, of all installed packages."""
    state = hashlib.blake2b(sys.version.encode(), digest_size=20)
    for path in sorted(_package_files(str(_PACKAGE))):
        state.update(path.removeprefix(str(_PACKAGE)).encode())
        state.update(Path(path).read_bytes())
    for name in sorted(_distributions()):
        state.update(name.encode())
    return Digest(state.hexdigest())


def program_signs() -> str:
    """Tell how the program's files look on the disk now: it differs when one may have changed."""
    looks = []
    for path in sorted(_package_files(str(_PACKAGE))):
        seen = os.stat(path)  # noqa: PTH116  hundreds, before each build of a preview
        looks.append(f"{path} {seen.st_size} {seen.st_mtime_ns}")
    return hashlib.blake2b(
        "\n".join([*looks, *sorted(_distributions())]).encode(), digest_size=20
    ).hexdigest()


@cache
def drawing_digest() -> Digest:
    """Digest what draws charts: few files, so that most changes leave the addresses of drawings alone.

    Neither Python nor the machine is in it: addresses are the same everywhere.
    """
    return _digest_of_part(DRAWING, _DRAWING_PACKAGES)


@cache
def share_digest() -> Digest:
    """Digest what draws share pictures: thousands of them take minutes."""
    return _digest_of_part(SHARES, _SHARE_PACKAGES)


@cache
def photo_digest() -> Digest:
    """Digest what looks at photos and encodes them: no other change encodes thousands of them anew."""
    return _digest_of_part(PHOTOS, ("pillow-",))


@cache
def search_digest() -> Digest:
    """Digest what makes search indexes: no other change has thousands of records indexed anew."""
    return _digest_of_part(SEARCHING, ("pagefind_bin-",))


def _digest_of_part(modules: tuple[str, ...], packages: tuple[str, ...]) -> Digest:
    state = hashlib.blake2b(digest_size=20)
    for name in modules:
        state.update((_PACKAGE / name).read_bytes())
    for name in sorted(_distributions()):
        if name.lower().startswith(packages):
            state.update(name.encode())
    return Digest(state.hexdigest())


def _package_files(folder: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                found += _package_files(entry.path)
            elif entry.name.endswith((".py", ".toml")):
                found.append(entry.path)
    return found


def _distributions() -> list[str]:
    """Folder names such as `jinja2-3.1.6.dist-info`: a hundred times cheaper than `importlib.metadata`."""
    jinja = importlib.util.find_spec("jinja2")
    if jinja is None or jinja.origin is None:
        return []
    return [name for name in os.listdir(Path(jinja.origin).parent.parent) if name.endswith(".dist-info")]  # noqa: PTH208
