"""Builds the site of a preview once, from nothing: what `sentra serve` shows, without the server.

Run as a program, it does so in a process that remembers nothing: `ROOT OUTPUT`; it prints the faults.
"""

from __future__ import annotations

import sys
from pathlib import Path

from msgspec.structs import replace

from site_builder.clock import now
from site_builder.commands import run_build
from site_builder.options import BuildOptions, preview_options
from site_builder.outcomes import what_went_wrong
from site_builder.report import print_problems
from site_builder.store.opening import open_store


def options_from_nothing(root: Path, output: Path) -> BuildOptions:
    return replace(preview_options(root, output, now()), use_cache=False, jobs=1)


def build_preview(root: Path, output: Path) -> tuple[int, str]:
    """Build into `output`; give the exit code that a command would end with, and the problems in English."""
    options = options_from_nothing(root, output)
    store = open_store(options)
    try:
        problems, code = run_build(options, store).problems, 0
    except Exception as error:  # noqa: BLE001  told like a command's
        problems, code = what_went_wrong(error)
    finally:
        store.close()
    return code, print_problems(problems, "en", lambda _path, _line: None)


if __name__ == "__main__":
    code, told = build_preview(Path(sys.argv[1]), Path(sys.argv[2]))
    print(told)
    sys.exit(code)
