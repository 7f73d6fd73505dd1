"""How files are written: whole, all or none, and never over what was saved meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.writing import (
    Changed,
    Linked,
    Special,
    Torn,
    Write,
    read_remembered,
    replace_file,
    write_folder,
    write_new,
    write_together,
)

WRITES = (Write("a.md", b"a", b"A"), Write("b.md", b"b", b"B"), Write("c/neu.md", None, b"C"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_bytes(b"a")
    (tmp_path / "b.md").write_bytes(b"b")
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def just_after(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[Path], object]) -> None:
    """Do something in the folder just after the file `name` was replaced."""
    replace = Path.replace

    def replaced(self: Path, target: Path) -> Path:
        done = replace(self, target)
        if Path(target).name == name:
            act(Path(target).parent)
        return done

    monkeypatch.setattr(Path, "replace", replaced)


def test_all_files_are_written_and_nothing_else_is_left(root: Path) -> None:
    (root / "a.md").chmod(0o640)
    write_together(root, WRITES)
    assert files(root) == {"a.md": b"A", "b.md": b"B", "c/neu.md": b"C"}
    assert (root / "a.md").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("write", [Write("a.md", b"other", b"x"), Write("a.md", None, b"x")])
def test_what_has_changed_before_stops_all(root: Path, write: Write) -> None:
    with pytest.raises(Changed) as caught:
        write_together(root, (WRITES[1], write))
    assert caught.value.path == "a.md"
    assert files(root) == {"a.md": b"a", "b.md": b"b"}


def test_a_save_while_others_are_written_is_kept_and_they_are_taken_back(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    just_after(monkeypatch, "a.md", lambda folder: (folder / "b.md").write_bytes(b"saved"))
    with pytest.raises(Changed) as caught:
        write_together(root, WRITES)
    assert caught.value.path == "b.md"
    assert files(root) == {"a.md": b"a", "b.md": b"saved"}


def test_a_save_of_what_was_written_already_is_not_taken_back_but_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_both(folder: Path) -> None:
        (folder / "a.md").write_bytes(b"saved too")
        (folder / "b.md").write_bytes(b"saved")

    just_after(monkeypatch, "a.md", save_both)
    with pytest.raises(Torn) as caught:
        write_together(root, WRITES)
    assert caught.value.paths == ("a.md",)
    assert files(root) == {"a.md": b"saved too", "b.md": b"saved"}


def test_a_disk_that_refuses_one_file_leaves_all_as_they_were(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "b.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_together(root, (WRITES[0], WRITES[2], WRITES[1]))
    assert files(root) == {"a.md": b"a", "b.md": b"b"}


def test_nothing_is_written_behind_a_link(root: Path) -> None:
    (root / "c").symlink_to(root)
    with pytest.raises(Linked):
        write_together(root, (WRITES[0], Write("c/neu.md", None, b"x")))
    assert files(root)["a.md"] == b"a"


def test_a_file_is_replaced_whole_or_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(root / "a.md", b"A")
    replace_file(root / ".new", b"N")
    assert files(root) == {"a.md": b"A", "b.md": b"b", ".new": b"N"}

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        replace_file(root / "a.md", b"half")
    assert files(root) == {"a.md": b"A", "b.md": b"b", ".new": b"N"}


def test_what_is_to_be_new_overwrites_nothing(root: Path) -> None:
    with pytest.raises(FileExistsError):
        write_new(root / "a.md", b"x")
    write_folder(root, {"a.md": b"x", "content/d.md": b"D", "assets/e.css": b"E"}, last="content")
    assert files(root) == {"a.md": b"a", "b.md": b"b", "content/d.md": b"D", "assets/e.css": b"E"}


def test_a_link_or_a_pipe_is_never_written_into(root: Path) -> None:
    (root / "link").symlink_to(root / "a.md")
    os.mkfifo(root / "pipe")
    for name in ("link", "pipe"):
        with pytest.raises(Linked):
            replace_file(root / name, b"x")
        with pytest.raises(Linked):
            write_together(root, (WRITES[0], Write(name, b"a", b"x")))
    assert (root / "link").is_symlink()
    assert (root / "pipe").is_fifo()
    assert files(root)["a.md"] == b"a"


def test_what_stands_at_the_place_of_a_temporary_file_is_not_written_into(
    root: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "victim"
    outside.write_bytes(b"mine")
    monkeypatch.setattr(os, "urandom", bytes)
    (root / f".a.md.{os.getpid()}-{'0' * 16}.tmp").symlink_to(outside)
    with pytest.raises(FileExistsError) as caught:
        write_together(root, WRITES)
    assert outside.read_bytes() == b"mine"
    assert caught.value.filename == str(root / "a.md"), "an editor knows no temporary names"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_who_ends_the_command_in_the_middle_finds_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    came = []
    kept = signal.signal(number, lambda got, _frame: came.append(got))
    just_after(monkeypatch, "a.md", lambda _folder: os.kill(os.getpid(), number))
    try:
        with pytest.raises(KeyboardInterrupt):
            write_together(root, WRITES)
    finally:
        signal.signal(number, kept)
    assert came == [number]
    assert files(root) == {"a.md": b"a", "b.md": b"b"}


def test_what_a_killed_command_left_goes_at_the_next_write(root: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = root / f".a.md.{ended.pid}-{'0' * 16}.tmp"
    running = root / f".a.md.{os.getpid()}-{'0' * 16}.tmp"
    for file in (left, running):
        file.write_bytes(b"half")
    write_together(root, WRITES)
    assert not left.exists()
    assert running.exists()


def test_a_file_that_is_protected_stays(root: Path) -> None:
    (root / "b.md").chmod(0o444)
    with pytest.raises(PermissionError) as caught:
        write_together(root, WRITES)
    assert caught.value.filename == str(root / "b.md")
    with pytest.raises(PermissionError):
        replace_file(root / "b.md", b"x")
    assert files(root) == {"a.md": b"a", "b.md": b"b"}


def test_what_a_command_remembers_is_a_plain_file_of_a_size(root: Path) -> None:
    (root / "c").mkdir()
    (root / "linked").symlink_to(root / "c")
    (root / "c/a.json").write_bytes(b"12345")
    (root / "c/link").symlink_to(root / "a.md")
    os.mkfifo(root / "c/pipe")
    assert read_remembered(root, "c/a.json", 5) == b"12345"
    assert read_remembered(root, "c/a.json", 3) == b"1234"
    assert read_remembered(root, "d/a.json", 5) is None
    for path in ("c/link", "linked/a.json"):
        with pytest.raises(Linked) as caught:
            read_remembered(root, path, 5)
        assert caught.value.code == "file-link"
    for path in ("c/pipe", "c"):
        with pytest.raises(Special):
            read_remembered(root, path, 5)
