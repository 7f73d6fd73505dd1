"""Sentra as it is now, copied and compiled: someone may edit the package while the bench runs."""

from __future__ import annotations

import compileall
import importlib.util
import shutil
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

PACKAGE = "site_builder"


def copy_program(folder: Path) -> None:
    """Fill `folder`, emptied first, with the package that this Python imports, compiled as pip does it."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise FileNotFoundError(f"the package `{PACKAGE}` is not found: run from the project's folder")
    shutil.rmtree(folder, ignore_errors=True)
    copy = folder / PACKAGE
    shutil.copytree(found.submodule_search_locations[0], copy, ignore=shutil.ignore_patterns("__pycache__"))
    if not compileall.compile_dir(copy, quiet=1, invalidation_mode=PycInvalidationMode.TIMESTAMP):
        raise SyntaxError(f"{PACKAGE} does not compile: perhaps someone is in the middle of an edit")


def command(*arguments: str) -> tuple[str, ...]:
    """Run the copy that `environment` names; `-P` keeps the folder where it is started out of the search."""
    return (sys.executable, "-P", "-m", PACKAGE, *arguments)


def environment(folder: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(folder)}
