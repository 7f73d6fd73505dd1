"""`sentra import` as a command: what it asks, what it writes, how it ends."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from site_builder.import_command import Manner, run_import
from site_builder.importing.files import write_all
from site_builder.names import Kind, SourcePath
from site_builder.problems import MachineFault, WrongUse
from site_builder.writing import Write
from tests.support.spreadsheets import SITE, csv

ROWS = [["Nama Usaha", "Jenis", "Kategori", "Alamat"], ["Toko Mekar", "Toko", "Dompet", "Kludan 3"]]
BROKEN = [*ROWS, ["Toko Salah", "UKM", "Dompet", "Kludan 4"]]

NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in SITE.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "umkm.csv").write_bytes(csv(ROWS))
    (tmp_path / "salah.csv").write_bytes(csv(BROKEN))
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_without_a_terminal_and_without_yes_nothing_is_written(root: Path) -> None:
    before = files(root)
    with pytest.raises(WrongUse) as caught:
        run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner())
    assert [problem.code for problem in caught.value.problems] == ["import-consent"]
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner(in_json=True)) == 2
    assert files(root) == before


def test_a_trial_writes_nothing_and_ends_as_the_import_would(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert run_import(root, Kind.SHOPS, root / "salah.csv", "id", NOW, Manner(dry=True)) == 1
    assert files(root) == before
    assert capsys.readouterr().out.endswith("Percobaan saja: tidak ada yang ditulis.\n")
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner(dry=True)) == 0
    assert run_import(root, Kind.SHOPS, root / "salah.csv", "id", NOW, Manner(dry=True, in_json=True)) == 1
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner(dry=True, in_json=True)) == 0


def test_yes_writes_the_entry_and_where_it_came_from_and_a_second_run_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(root)
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner(yes=True)) == 0
    once = files(root)
    assert once.keys() - before.keys() == {"content/shops/toko-mekar.md", "content/.imported/shops.json"}
    assert {path: once[path] for path in before} == before
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner()) == 0
    assert files(root) == once
    assert capsys.readouterr().out.endswith("Tidak ada yang perlu ditulis. 0 baris ditolak.\n")


def test_rows_that_are_refused_show_in_the_exit_code(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_import(root, Kind.SHOPS, root / "salah.csv", "en", NOW, Manner(yes=True, in_json=True)) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["written"] is True
    assert [entry["id"] for entry in told["new"]] == ["toko-mekar"]
    assert [(refused["cell"], refused["value"]) for refused in told["refused"]] == [("B3", "UKM")]


@pytest.mark.parametrize(("answer", "is_written"), [("y", True), ("Ya", True), ("", False), ("t", False)])
def test_on_a_terminal_it_asks(
    root: Path, monkeypatch: pytest.MonkeyPatch, answer: str, is_written: bool
) -> None:
    asked = []

    def told(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("site_builder.import_command._is_asked", lambda: True)
    monkeypatch.setattr("builtins.input", told)
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "id", NOW, Manner()) == 0
    assert asked == ["\nTulis 1 entri baru dan 0 entri berubah? [y/T] "]
    assert (root / "content/shops/toko-mekar.md").exists() is is_written


def test_a_file_that_is_not_there_is_wrong_use(root: Path) -> None:
    with pytest.raises(WrongUse) as caught:
        run_import(root, Kind.SHOPS, root / "lain.xlsx", "id", NOW, Manner(dry=True))
    assert [problem.code for problem in caught.value.problems] == ["import-file"]


def test_a_file_that_changed_meanwhile_stops_all_writes(root: Path) -> None:
    writes = (
        Write(SourcePath("content/shops/baru.md"), None, b"x"),
        Write(SourcePath("content/shops/intako.md"), b"as it was planned", b"y"),
    )
    before = files(root)
    with pytest.raises(MachineFault):
        write_all(root, writes)
    assert files(root) == before


def test_a_disk_that_refuses_one_file_leaves_all_as_they_were(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(root)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == "penuh.md":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    writes = (
        Write(SourcePath("content/shops/baru.md"), None, b"x"),
        Write(SourcePath("content/shops/intako.md"), before["content/shops/intako.md"], b"y"),
        Write(SourcePath("content/shops/penuh.md"), None, b"z"),
    )
    with pytest.raises(OSError, match="No space left"):
        write_all(root, writes)
    assert files(root) == before


def test_files_that_cannot_be_taken_back_are_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, is_full = Path.replace, False

    def fill(self: Path, target: Path) -> Path:
        nonlocal is_full
        if is_full:
            raise OSError(28, "No space left on device")
        is_full = True
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fill)
    intako = (root / "content/shops/intako.md").read_bytes()
    writes = (
        Write(SourcePath("content/shops/intako.md"), intako, b"y"),
        Write(SourcePath("content/shops/penuh.md"), None, b"z"),
    )
    with pytest.raises(MachineFault) as caught:
        write_all(root, writes)
    assert [(problem.code, problem.at.path) for problem in caught.value.problems] == [
        ("import-torn", "content/shops/intako.md")
    ]


def test_an_entry_that_is_a_link_is_told_in_the_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "lain.md").write_text("x", "utf-8")
    (root / "content/shops/toko-mekar.md").symlink_to(root / "lain.md")
    assert run_import(root, Kind.SHOPS, root / "umkm.csv", "en", NOW, Manner(yes=True, in_json=True)) == 1
    assert [entry["code"] for entry in json.loads(capsys.readouterr().out)["refused"]] == ["row-unread"]
    assert (root / "lain.md").read_text("utf-8") == "x"


def test_numbers_of_one_and_of_several_are_told_in_words(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_import(root, Kind.SHOPS, root / "salah.csv", "en", NOW, Manner(yes=True)) == 1
    assert capsys.readouterr().out.endswith("Written: 1 new entry, 0 changed entries. 1 row refused.\n")
