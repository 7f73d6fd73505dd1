"""The watch over Pagefind's program, tried on programs that do other things than it."""

from __future__ import annotations

import sys
from pathlib import Path

import pagefind_bin
import pytest

from site_builder.names import Lang
from site_builder.search.indexer import IndexerFault, IndexerHangs, make_index, seconds_for

ID = Lang("id")
HANGS = """import sys
while True:
    sys.stdin.buffer.raw.read()
    import time; time.sleep(1e6)
"""
READS_NOTHING = "import time; time.sleep(1e6)"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program of the test's own in the place of Pagefind's."""
    path = tmp_path / "program"
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: path)
    return path


def write(program: Path, text: str) -> None:
    program.write_text(f"#!{sys.executable}\n{text}", "utf-8")
    program.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script")
@pytest.mark.parametrize("text", [HANGS, READS_NOTHING])
def test_a_program_that_hangs_is_ended(program: Path, text: str) -> None:
    """However slow the machine is: it would sleep for days."""
    write(program, text)
    with pytest.raises(IndexerHangs, match="longer than 0 s"):
        make_index(ID, ["x" * 100_000] * 3, 0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a script")
def test_a_program_that_ends_early_does_not_hang(program: Path) -> None:
    write(program, "import sys; sys.stdin.buffer.raw.read(1)")
    with pytest.raises(IndexerFault) as told:
        make_index(ID, ["isi"], 1e6)
    assert not isinstance(told.value, IndexerHangs)


def test_what_cannot_be_started_is_a_fault(program: Path) -> None:
    with pytest.raises(IndexerFault, match=program.name):
        make_index(ID, ["isi"], 1e6)


def test_more_pages_may_take_longer() -> None:
    assert seconds_for(0) == 60
    assert seconds_for(8000) > 10 * seconds_for(0)
