"""Where the site is that a command did not find: further up, or here with its content gone."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec.structs import replace

from site_builder.names import Kind
from site_builder.problems import Problem

_OF_A_SITE = ("schema", ".vscode", "output", ".cache", "templates", "assets")
"""What lies beside `content`; other folders have one of them by chance."""


def with_whereabouts(problem: Problem, root: Path, *, is_root_given: bool) -> Problem:
    """Say of a folder without a site where that is; nobody whose content is gone is to begin a new one."""
    if problem.key != "config-missing":
        return problem
    try:
        above = next((folder for folder in root.resolve().parents if _is_site(folder)), None)
        if above is not None:
            steps = os.path.relpath(above)
            values = {"folder": str(above), "steps": f'"{steps}"' if " " in steps else steps}
            return replace(problem, variant="above-root" if is_root_given else "above", values=values)
        is_bereft = sum((root / name).is_dir() for name in _OF_A_SITE) > 1
    except (OSError, ValueError):  # a folder that may not be read, another drive of Windows
        return problem
    return replace(problem, variant="content-lost") if is_bereft else problem


def _is_site(folder: Path) -> bool:
    content = folder / "content"
    return (content / "site.yaml").is_file() or sum((content / kind).is_dir() for kind in Kind) > 1
