"""Files that no folder of cases can hold: links, names that differ by case or form, litter, no permission."""

from __future__ import annotations

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from tests.support.cases import BASE, Run, build, lay_out, sentra, tree_of
from tests.support.pictures import encoded, exif_of_a_phone, noisy

PHOTO = (BASE / "content/shops/maju/depan.png").read_bytes()
SHOP = "---\nnama: Toko\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n{0}---\n"


def told(ran: Run) -> list[str]:
    """Give the first line of each problem."""
    return [line for line in ran.err.splitlines() if line[0] != " " and ": error[" in line]


def check(site: Path, language: str = "en") -> Run:
    return sentra("check", "--root", site, language=language)


def link_to_file(site: Path) -> str:
    (site / "content/shops/tautan.md").symlink_to("/etc/passwd")
    return "content/shops/tautan.md"


def link_to_folder(site: Path) -> str:
    (site / "content/shops/tautan").symlink_to("/", target_is_directory=True)
    return "content/shops/tautan"


def link_inside(site: Path) -> str:
    (site / "content/shops/tautan.md").symlink_to("maju.md")
    return "content/shops/tautan.md"


def link_loop(site: Path) -> str:
    (site / "content/lingkar").symlink_to(".", target_is_directory=True)
    return "content/lingkar"


def link_to_nothing(site: Path) -> str:
    (site / "assets").symlink_to("tidak-ada")
    return "assets"


def link_for_content(site: Path) -> str:
    (site / "content").rename(site / "isi")
    (site / "content").symlink_to("isi", target_is_directory=True)
    return "content"


@pytest.mark.parametrize("plant", [link_to_file, link_to_folder, link_inside, link_loop, link_to_nothing])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "ini tautan ke tempat lain; Sentra hanya membaca berkas di dalam proyek"),
        ("en", "this is a link to another place; Sentra reads only files inside the project"),
    ],
)
def test_a_link_is_named_and_not_followed(
    plant: Callable[[Path], str], language: str, sentence: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    path = plant(site)
    ran = check(site, language)
    assert (ran.code, told(ran)) == (1, [f"{path}:1:1: error[file-link]: {sentence}"])
    assert "root:" not in ran.err


def test_a_content_folder_that_is_a_link_is_refused_as_configuration(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    link_for_content(site)
    assert check(site).code == 2


def test_a_pipe_is_refused_and_does_not_hold_the_build_up(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    os.mkfifo(site / "content/shops/pipa.md")
    ran = check(site)
    assert (ran.code, told(ran)) == (
        1,
        ["content/shops/pipa.md:1:1: error[file-special]: this is no ordinary file"],
    )


@pytest.mark.parametrize("folder", ["templates", "assets"])
def test_a_file_in_the_place_of_a_folder_of_the_look_is_told(folder: str, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    shutil.rmtree(site / folder, ignore_errors=True)
    (site / folder).write_bytes(b"")
    ran = check(site)
    assert (ran.code, told(ran)) == (
        1,
        [f"{folder}:1:1: error[folder-file]: `{folder}` is a file, but a folder of that name belongs here"],
    )
    assert f"without a folder `{folder}` the site has Sentra's own look" in ran.err


@pytest.mark.parametrize("path", ["templates/base.html", "assets/css/20-base.css", "templates/locale/id.po"])
@pytest.mark.parametrize("is_empty", [True, False])
def test_a_folder_in_the_place_of_a_file_of_the_look_is_told(
    path: str, is_empty: bool, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    (site / path).unlink(missing_ok=True)
    (site / path).mkdir(parents=True)
    if not is_empty:
        (site / path / "isi.txt").write_bytes(b"x")
    ran = check(site)
    assert ran.code == 1
    sentence = f"`{path.rpartition('/')[2]}` is a folder, but its name is that of a file"
    assert f"{path}:1:1: error[file-folder]: {sentence}" in told(ran)


def test_folders_for_hosts_are_called_as_they_like(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={"assets/root/v1.html/catatan.txt": b"x"})
    ran = build(site, tmp_path / "output")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "output/v1.html/catatan.txt").read_bytes() == b"x"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    (site / "content/shops/maju.md").chmod(0)
    ran = check(site)
    assert ran.code == 1
    assert told(ran)[0].startswith("content/shops/maju.md:1:1: error[file-unreadable]")


def test_what_editors_and_systems_leave_lying_about_is_passed_over(tmp_path: Path) -> None:
    litter = (
        *("content/shops/.maju.md.swp", "content/shops/maju.md~", "content/shops/.#maju.md"),
        *("content/shops/4913", "content/.DS_Store", "content/shops/maju/Thumbs.db"),
        *("content/shops/foto.jpg.crdownload", "content/shops/#maju.md#", "content/~$maju.docx"),
        *("content/shops/maju.md.bak", "content/shops/maju/desktop.ini", "content/.git/config"),
    )
    clean, littered = lay_out(tmp_path / "clean"), lay_out(tmp_path / "littered")
    for path in litter:
        (littered / path).parent.mkdir(exist_ok=True)
        (littered / path).write_bytes(b"\0sampah")
    for site in (clean, littered):
        ran = build(site, site / "output")
        assert (ran.code, ran.err) == (0, "")
    assert tree_of(clean / "output") == tree_of(littered / "output")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("content/shops/toko/Logo.png", "content/shops/toko/logo.png"),
        ("content/shops/toko/café.png", unicodedata.normalize("NFD", "content/shops/toko/café.png")),
        ("assets/img/Logo.svg", "assets/img/logo.svg"),
    ],
)
def test_two_names_that_are_one_on_other_systems_are_refused(first: str, second: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"content/shops/toko.md": SHOP.format(""), first: PHOTO, second: PHOTO}
    ran = check(lay_out(tmp_path / "site", files=files))
    assert ran.code == 1
    (problem,) = (line for line in told(ran) if "error[file-same]" in line)
    assert first in problem
    assert second in problem


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_photo_is_found_whichever_way_a_system_writes_its_name(
    form: Literal["NFC", "NFD"], tmp_path: Path
) -> None:
    photo = "toko/kafé.png"
    text = SHOP.format(f"foto: [{{berkas: {photo}, teks_alt: {{id: Kafe, en: Café}}}}]\n")
    name = unicodedata.normalize(form, photo)
    files: dict[str, str | bytes] = {
        "content/shops/toko.md": f"{text}\n![Kafe]({photo})\n",
        f"content/shops/{name}": PHOTO,
    }
    ran = build(lay_out(tmp_path / "site", files=files), tmp_path / "output")
    assert (ran.code, ran.err) == (0, "")
    assert "<img" in (tmp_path / "output/toko/toko/index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["Koper.md", "KOPER.md"])
def test_two_entries_whose_names_differ_by_case_are_refused(name: str, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"content/products/{name}": "---\nnama: Koper\n---\n"}
    ran = check(lay_out(tmp_path / "site", files=files))
    assert ran.code == 1
    assert any(line.startswith(f"content/products/{name}:1:1: error[") for line in told(ran))


def test_a_read_only_project_can_be_checked(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    for path in (site, *site.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    ran = check(site)
    assert (ran.code, ran.err) == (0, "")


def test_an_asset_that_tells_where_it_was_taken_is_named_and_nothing_is_published(tmp_path: Path) -> None:
    telling = encoded(noisy(), "AVIF", exif=exif_of_a_phone())
    site = lay_out(tmp_path / "site", files={"assets/img/gudang.avif": telling})
    ran = build(site, tmp_path / "output", language="en")
    (first,) = told(ran)
    assert first.startswith("assets/img/gudang.avif:1:1: error[asset-metadata]: this picture may tell where")
    assert ran.code == 1
    assert not (tmp_path / "output").exists()
