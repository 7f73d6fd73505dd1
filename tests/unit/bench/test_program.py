from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench import program
from bench.measure import Site, run

WHERE = "import site_builder.cli as it; print(it.__file__, it.__cached__)"


def test_the_copy_has_all_files_of_the_package_and_each_module_compiled(tmp_path: Path) -> None:
    (tmp_path / "old").touch()
    program.copy_program(tmp_path)
    copy = tmp_path / program.PACKAGE
    own = Path(__file__).parents[3] / program.PACKAGE
    assert [path.name for path in tmp_path.iterdir()] == [program.PACKAGE]
    assert files(copy) == files(own)
    modules = list(copy.rglob("*.py"))
    assert sum(1 for _ in copy.rglob("*.pyc")) == len(modules)


def test_python_runs_the_copy_although_it_starts_beside_the_original(tmp_path: Path) -> None:
    program.copy_program(tmp_path)
    interpreter, *flags = program.command()[: program.command().index("-m")]
    done = subprocess.run(
        [interpreter, *flags, "-c", WHERE],
        check=True,
        cwd=Path(__file__).parents[3],
        env={**os.environ, **program.environment(tmp_path)},
        capture_output=True,
        text=True,
    )
    cli = tmp_path / program.PACKAGE / "cli.py"
    assert done.stdout.startswith(f"{cli} {cli.parent}")


def test_measured_programs_may_keep_their_compiled_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    code = "import os, sys; sys.exit(sys.dont_write_bytecode or os.environ['PLACE'] != 'here')"
    here = Path(__file__).parent
    run(Site("any", here, (sys.executable, "-c", code), (), here, environment={"PLACE": "here"}))


def files(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
