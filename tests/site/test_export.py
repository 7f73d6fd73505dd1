"""`sentra export` as a command: what it writes, what it tells, what it never overwrites."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from site_builder.export_command import run_export
from site_builder.import_command import Manner, run_import
from site_builder.names import Kind
from site_builder.problems import WrongUse
from tests.support.spreadsheets import SITE

NOW = dt.datetime(2026, 6, 1, tzinfo=dt.UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in SITE.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    return tmp_path


def export(root: Path, file: Path, *, samples: bool = False, yes: bool = False, in_json: bool = False) -> int:
    return run_export(root, Kind.SHOPS, file, "id", samples=samples, yes=yes, in_json=in_json)


def test_the_office_corrects_an_export_and_sends_it_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "toko.xlsx"
    assert export(root, file) == 0
    assert capsys.readouterr().out == (
        f"{file}: 1 entri toko.\n"
        "Kirim dan terima kembali sebagai .xlsx, agar sel yang diubah kantor bisa dikenali saat diimpor.\n"
    )
    assert not (root / "content/.imported").exists()
    assert run_import(root, Kind.SHOPS, file, "id", NOW, Manner(yes=True)) == 0
    assert "TETAP: 1\nTidak ada yang perlu ditulis." in capsys.readouterr().out
    book = load_workbook(file)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "Telepon")
    assert column is not None
    sheet.cell(2, column).value = "031-8950000"
    book.save(file)
    assert run_import(root, Kind.SHOPS, file, "id", NOW, Manner(yes=True)) == 0
    text = (root / "content/shops/intako.md").read_text("utf-8")
    assert text == SITE["content/shops/intako.md"].replace("031-8951234 # kantor", "031-8950000 # kantor")


def test_only_an_export_that_nobody_has_touched_is_written_over(root: Path) -> None:
    file = root / "toko.xlsx"
    export(root, file)
    first = file.read_bytes()
    assert export(root, file) == 0
    assert file.read_bytes() == first
    book = load_workbook(io.BytesIO(first))
    book.save(file)
    with pytest.raises(WrongUse) as caught:
        export(root, file)
    assert [problem.key for problem in caught.value.problems] == ["export-target.exists"]
    assert file.read_bytes() != first
    assert export(root, file, yes=True) == 0
    assert file.read_bytes() == first


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("toko.csv", "export-target"),
        ("toko", "export-target"),
        ("tidak-ada/toko.xlsx", "export-target.folder"),
        ("content/shops/toko.xlsx", "export-target.source"),
        ("folder.xlsx", "export-target.exists"),
    ],
)
def test_files_that_are_no_place_for_an_export_are_refused(root: Path, path: str, key: str) -> None:
    (root / "folder.xlsx").mkdir()
    before = sorted(root.rglob("*"))
    with pytest.raises(WrongUse) as caught:
        export(root, root / path)
    assert [problem.key for problem in caught.value.problems] == [key]
    assert sorted(root.rglob("*")) == before


def test_what_is_left_out_is_told_and_ends_with_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/shops/rusak.md").write_text("---\nnama: [\n---\n", "utf-8")
    (root / "content/shops/contoh.md").write_text("---\nnama: Contoh\ncontoh: ya\n---\n", "utf-8")
    (root / "content/shops/baru.md").write_text("---\nnama: Baru\ndesa: tidak ada\n---\n", "utf-8")
    assert export(root, root / "toko.xlsx") == 1
    assert capsys.readouterr().out.splitlines()[:-1] == [
        f"{root / 'toko.xlsx'}: 2 entri toko.",
        "1 entri contoh tidak ikut; dengan `--samples` ikut, tetapi impor tidak mengubahnya.",
        (
            "Tidak ikut karena berkasnya salah atau berupa tautan: content/shops/rusak.md. "
            "Jalankan `sentra check`."
        ),
        (
            "Dikosongkan karena impor tidak akan membacanya kembali sama persis "
            "(misalnya ada nomor telepon di dalam teks): baru (Desa)"
        ),
    ]
    assert export(root, root / "toko.xlsx", in_json=True) == 1
    assert json.loads(capsys.readouterr().out) == {
        "file": str(root / "toko.xlsx"),
        "kind": "shops",
        "entries": 2,
        "samples_left_out": 1,
        "unread": ["content/shops/rusak.md"],
        "rows_left_out": [],
        "cells_left_empty": [{"id": "baru", "column": "Desa"}],
    }
