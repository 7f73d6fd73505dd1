"""Small sites laid out from the folders of `tests/cases`, and Sentra run on them in this process."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest import mock

from site_builder.cli import main
from tests.support.programs import ROOT

CASES = ROOT / "tests" / "cases"
BASE = CASES / "_base"
TODAY = "1793491200"
"""1 November 2026 in seconds, the day on which every case is built."""


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def case_names() -> list[str]:
    return sorted(path.parent.name for path in CASES.glob("*/problems.txt"))


def lay_out(target: Path, case: Path | None = None, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Make the base site at `target`, changed as a case folder says or by `files` (path to content)."""
    shutil.copytree(BASE, target, symlinks=True)
    if case is not None:
        shutil.copytree(case / "site", target, symlinks=True, dirs_exist_ok=True)
        for path in _lines(case / "removed.txt"):
            (target / path).unlink()
    for path, content in (files or {}).items():
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return target


def sentra(*arguments: str | Path, language: str = "id", **environment: str) -> Run:
    """Run `sentra` in this process, on the day `TODAY`."""
    settings = {"SENTRA_LANG": language, "SOURCE_DATE_EPOCH": TODAY, "NO_COLOR": "1", **environment}
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with (
        mock.patch.dict(os.environ, settings),
        mock.patch("sys.stdout", out),
        mock.patch("sys.stderr", err),
    ):
        code = _exit_code([str(argument) for argument in arguments])
    texts = []
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        texts.append(stream.read())
    return Run(code, *texts)


def build(root: Path, output: Path, *arguments: str, language: str = "id", **environment: str) -> Run:
    fixed = ("build", "-q", "--no-cache", "--jobs", "1", "--root", root, "--output", output)
    return sentra(*fixed, *arguments, language=language, **environment)


def arguments_of(case: Path) -> list[str]:
    return _lines(case / "arguments.txt")


def expected_code(case: Path, problems: str) -> int:
    """Give the exit code that a case must end with."""
    written = _lines(case / "exit.txt")
    return int(written[0]) if written else int("error[" in problems)


def tree_of(folder: Path) -> dict[str, str]:
    """Name every file below a folder with the digest of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def untouched(*folders: Path) -> Iterator[None]:
    """Make sure that nothing in these folders changes."""
    before = [tree_of(folder) for folder in folders]
    yield
    for folder, old in zip(folders, before, strict=True):
        assert tree_of(folder) == old, f"{folder} was changed"


def _exit_code(arguments: Sequence[str]) -> int:
    try:
        main(arguments)
    except SystemExit as ended:
        assert isinstance(ended.code, int)
        return ended.code


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.is_file() else []
