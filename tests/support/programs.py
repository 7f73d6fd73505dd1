"""Where the programs lie that the tests drive: a browser, Java, nginx, the npm tools."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Debian keeps servers outside an ordinary user's PATH.
_PATH = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/sbin"])


def program(*names: str) -> str:
    """Find the first of `names`, or fail: a check that is skipped in silence is no check."""
    for name in names:
        if found := shutil.which(name, path=_PATH):
            return found
    pytest.fail(f"{names[0]} is not installed; `make setup` installs it or says how", pytrace=False)


def npm_file(path: str) -> Path:
    """Find a file of a package that package-lock.json names, or fail."""
    found = ROOT / "node_modules" / path
    if not found.is_file():
        pytest.fail(f"node_modules/{path} is not there; `make setup` installs it", pytrace=False)
    return found


def printed_with_seeds(code: str) -> set[str]:
    """Run `code` in two processes that order sets differently; give what they print, each text once."""
    return {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
