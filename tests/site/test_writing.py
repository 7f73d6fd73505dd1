"""How files are written: whole, all or none, and never over what was saved meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from site_builder.writing import (
    Changed,
    Linked,
    Torn,
    Write,
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
