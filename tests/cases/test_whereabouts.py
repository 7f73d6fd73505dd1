"""A command that finds no site: where the site is, or that its content is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.cases import lay_out, sentra


@pytest.mark.parametrize("command", [("check",), ("status",), ("build",), ("new", "toko", "Melati")])
def test_inside_the_content_it_is_told_how_to_get_out(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lay_out(tmp_path / "site")
    monkeypatch.chdir(site / "content/shops")
    told = sentra(*command, language="id")
    assert told.code == 2
    assert f"error[config-missing]: ini bukan folder situs; folder situsnya `{site}`\n" in told.err
    assert f"    hint: pindah dulu ke sana: `cd {Path('../..')}`\n" in told.err


def test_a_root_inside_the_site_is_told_the_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lay_out(tmp_path / "site")
    monkeypatch.chdir(tmp_path)
    told = sentra("check", "--root", site / "content", language="id")
    assert "    hint: tulis `--root site`\n" in told.err


def test_a_site_whose_content_is_gone_is_not_to_be_begun_anew(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    shutil.rmtree(site / "content")
    for name in ("schema", "output"):
        (site / name).mkdir(exist_ok=True)
    told = sentra("check", "--root", site, language="id")
    assert told.code == 2
    assert "folder `content` hilang, padahal berkas situs yang lain ada di sini\n" in told.err
    assert "dari Keranjang Sampah atau dari cadangan; jangan memulai situs baru\n" in told.err


@pytest.mark.parametrize("command", ["import", "export"])
def test_a_spreadsheet_is_neither_read_nor_written_outside_a_site(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lay_out(tmp_path / "site")
    table = tmp_path / ("toko.csv" if command == "import" else "toko.xlsx")
    if command == "import":
        table.write_text("nama;alamat\nMelati;Kludan\n", "utf-8")
    monkeypatch.chdir(site / "content/shops")
    told = sentra(command, "toko", table, language="id")
    assert (told.code, "    hint: pindah dulu ke sana: `cd " in told.err) == (2, True), told.err


def test_any_other_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    told = sentra("check", "--root", tmp_path, language="id")
    assert (
        "jalankan perintah ini di folder situs, tambahkan `--root FOLDER`, atau mulai situs baru" in told.err
    )
