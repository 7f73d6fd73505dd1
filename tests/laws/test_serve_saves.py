"""The preview under every editor's manner of saving and what else happens to files: the last state shows."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from site_builder.publish.marker import MARKER
from site_builder.source.scan import SOURCE_FOLDERS
from tests.support.little_site import LittleSite, make_little_site, photo, product
from tests.support.pictures import jpeg_with_secrets
from tests.support.preview import Listener, RunningPreview, listen, run_preview, until
from tests.support.preview_build import build_preview

pytestmark = pytest.mark.slow

HOME = "content/pages/beranda.md"
PRODUCTS = 12


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """A preview that the tests share; each leaves the content without faults."""
    site = make_little_site(tmp_path_factory.mktemp("saves") / "site", products=PRODUCTS)
    with run_preview(site) as running:
        yield running
        assert not any("Traceback" in line or "failed" in line for line in running.lines), running.lines


@pytest.fixture
def page(preview: RunningPreview) -> Iterator[Listener]:
    """An open page."""
    with listen(preview, preview.marks()) as listener:
        yield listener


def expect_the_present_state(preview: RunningPreview, page: Listener, folder: Path) -> None:
    """Wait until the preview shows, without a fault, just what a build from nothing makes of the files."""
    copy = LittleSite(folder / "copy")
    for name in SOURCE_FOLDERS:
        shutil.copytree(preview.site.root / name, copy.root / name)
    assert build_preview(copy.root, copy.output) == (0, "")
    wanted = (copy.output / MARKER).read_bytes()
    shutil.rmtree(copy.root)
    shown = preview.site.root / ".cache" / "preview" / MARKER
    until("what a build from nothing makes", lambda: shown.exists() and shown.read_bytes() == wanted)
    until("no fault is told", lambda: not page.has_fault)


# ---- Manners of saving: the file's path and its new bytes


def in_place(file: Path, data: bytes) -> None:
    """Notepad, VS Code, nano: emptied, then written; here with a pause between, and in two pieces."""
    with file.open("wb") as opened:
        time.sleep(0.08)
        opened.write(data[:40])
        opened.flush()
        time.sleep(0.08)
        opened.write(data[40:])


def by_a_hidden_file(file: Path, data: bytes) -> None:
    """Gedit and many others: written beside under a hidden name, then put in the place of the old one."""
    beside = file.with_name(f".{file.name}.k3jd")
    beside.write_bytes(data)
    time.sleep(0.08)
    beside.replace(file)


def by_a_strange_file(file: Path, data: bytes) -> None:
    """Kate and LibreOffice: the name beside has an ending that means nothing to anyone."""
    beside = file.with_name(f"{file.name}.XhT3qa")
    beside.write_bytes(data)
    time.sleep(0.3)
    beside.replace(file)


def by_a_backup(file: Path, data: bytes) -> None:
    """Word and many on Windows: the old one becomes a backup, the new one is written, the backup goes."""
    backup = file.with_name(f"{file.name}.bak")
    file.rename(backup)
    time.sleep(0.3)
    file.write_bytes(data)
    time.sleep(0.08)
    backup.unlink()


def as_vim(file: Path, data: bytes) -> None:
    """Vim: a swap file, a file to try whether it may write, a backup; the new one under a new inode."""
    swap, backup = file.with_name(f".{file.name}.swp"), file.with_name(f"{file.name}~")
    swap.write_bytes(b"b0VIM 9.0\0" + data)
    trial = file.with_name("4913")
    trial.touch()
    trial.unlink()
    file.rename(backup)
    file.write_bytes(data)
    backup.unlink()
    swap.unlink()


def as_emacs(file: Path, data: bytes) -> None:
    """Emacs: a link to nowhere that says who edits, a copy saved by itself, a backup."""
    claim, auto = file.with_name(f".#{file.name}"), file.with_name(f"#{file.name}#")
    auto.write_bytes(data)
    if sys.platform != "win32":
        claim.symlink_to("sri@kantor.4711:1690000000")
    shutil.copyfile(file, file.with_name(f"{file.name}~"))
    file.write_bytes(data)
    auto.unlink()
    claim.unlink(missing_ok=True)


def deleted_first(file: Path, data: bytes) -> None:
    """Synchronised folders and unzipping: gone for a moment, then there again."""
    file.unlink()
    time.sleep(0.3)
    file.write_bytes(data)


def with_a_mark_and_returns(file: Path, data: bytes) -> None:
    """Notepad of old: a byte order mark before, a carriage return in each line."""
    file.write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))


MANNERS: tuple[Callable[[Path, bytes], None], ...] = (
    in_place,
    by_a_hidden_file,
    by_a_strange_file,
    by_a_backup,
    as_vim,
    as_emacs,
    deleted_first,
    with_a_mark_and_returns,
)


@pytest.mark.parametrize("save", MANNERS, ids=lambda save: save.__name__)
def test_every_editors_manner_of_saving_is_seen(
    preview: RunningPreview, page: Listener, save: Callable[[Path, bytes], None]
) -> None:
    text = preview.site.read(HOME).replace("\r\n", "\n").lstrip("\ufeff")
    sentence = f"Disimpan {save.__name__}."
    head = text.split("---\n")[1]
    save(preview.site.root / HOME, f"---\n{head}---\n\n{sentence}\n".encode())
    until("the save", lambda: preview.shows("/", sentence))
    until("no fault is told", lambda: not page.has_fault)


def test_what_editors_and_systems_leave_about_is_no_change_and_no_fault(
    preview: RunningPreview, page: Listener
) -> None:
    litter = [
        ".beranda.md.swp", "beranda.md~", "~$randa.md", "4913", ".#beranda.md", "#beranda.md#",
        "beranda.md.bak", ".DS_Store", "Thumbs.db", "desktop.ini", "foto.jpg.crdownload",
        "foto.jpg.part", "beranda.md.orig",
    ]  # fmt: skip
    lines = len(preview.lines)
    for name in litter:
        preview.site.write(f"content/pages/{name}", "rahasia")
    time.sleep(0.5)
    preview.site.write(HOME, f"{preview.site.read(HOME)}\nDi antara sisa.\n")
    until("the save beside the litter", lambda: preview.shows("/", "Di antara sisa."))
    until("its line", lambda: len(preview.lines) > lines)
    assert [line.split("  ", 1)[1].split(":")[0] for line in preview.lines[lines:]] == [HOME]
    assert not any(one["html"] for one in page.heard("faults"))
    for name in litter:
        preview.site.remove(f"content/pages/{name}")


def test_a_photo_that_is_still_being_copied_shows_when_it_is_whole(
    preview: RunningPreview, page: Listener, tmp_path: Path
) -> None:
    data = jpeg_with_secrets((1200, 900))
    file = preview.site.root / "content/shops/intako/depan.jpg"
    with file.open("wb") as opened:
        for start in range(0, len(data), len(data) // 12):
            opened.write(data[start : start + len(data) // 12])
            opened.flush()
            time.sleep(0.25)
    expect_the_present_state(preview, page, tmp_path)
    preview.site.write("content/shops/intako/depan.jpg", photo())


def test_a_renamed_folder_with_its_entry_is_shown_under_its_new_name(
    preview: RunningPreview, page: Listener, tmp_path: Path
) -> None:
    content = preview.site.root / "content/products"
    (content / "tas-1").rename(content / "tas-lama")
    time.sleep(0.3)
    (content / "tas-1.md").rename(content / "tas-lama.md")
    time.sleep(0.3)
    preview.site.replace("content/products/tas-lama.md", "tas-1/sisi.png", "tas-lama/sisi.png")
    preview.site.replace("content/products/tas-lama.md", "alias: [/tas-lama/]", "alias: [/tas-dulu/]")
    expect_the_present_state(preview, page, tmp_path)
    assert preview.get("/produk/tas-lama/").status == 200
    assert preview.get("/produk/tas-1/").status == 404


def test_a_photo_renamed_in_its_capitals_alone_is_seen(
    preview: RunningPreview, page: Listener, tmp_path: Path
) -> None:
    folder = preview.site.root / "content/shops/intako"
    (folder / "depan.jpg").rename(folder / "Depan.JPG")
    time.sleep(0.3)
    preview.site.replace("content/shops/intako.md", "intako/depan.jpg", "intako/Depan.JPG")
    expect_the_present_state(preview, page, tmp_path)


@pytest.mark.parametrize("there_s", [0.0, 0.1, 0.4])
def test_a_file_that_is_gone_again_harms_nothing(
    preview: RunningPreview, page: Listener, tmp_path: Path, there_s: float
) -> None:
    for number in range(4):
        preview.site.write(f"content/products/sementara-{number}.md", product(number))
        time.sleep(there_s)
        preview.site.remove(f"content/products/sementara-{number}.md")
    expect_the_present_state(preview, page, tmp_path)
    assert preview.get("/produk/sementara-3/").status == 404


def test_a_checkout_of_many_files_and_back_shows_each_state(
    preview: RunningPreview, page: Listener, tmp_path: Path
) -> None:
    site = preview.site

    def git(*arguments: str) -> None:
        named = ("-c", "user.name=Sri", "-c", "user.email=sri@example.org", "-c", "core.autocrlf=false")
        subprocess.run(["git", *named, *arguments], cwd=site.root, check=True, capture_output=True)

    git("init", "-b", "utama")
    site.write(".gitignore", ".cache/\n")
    git("add", "-A")
    git("commit", "-m", "awal")
    git("checkout", "-b", "harga-baru")
    for number in range(1, PRODUCTS + 1):
        path = f"content/products/tas-no-{number:03}.md"
        site.replace(path, f"harga: {100 + number}.000", f"harga: {300 + number}.000")
    site.remove("content/products/dompet-3.md")
    site.write("content/products/tas-no-899.md", product(899))
    git("add", "-A")
    git("commit", "-m", "harga baru")
    expect_the_present_state(preview, page, tmp_path)
    for branch, status in (("utama", 404), ("harga-baru", 200), ("utama", 404)):
        git("checkout", branch)
        expect_the_present_state(preview, page, tmp_path)
        assert preview.get("/produk/tas-no-899/").status == status
    shutil.rmtree(site.root / ".git")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_round_in_circles_is_told_and_not_followed(
    preview: RunningPreview, page: Listener
) -> None:
    loop = preview.site.root / "content/pages/putar"
    loop.symlink_to(preview.site.root / "content")
    until("the link is told", lambda: "content/pages/putar" in str(page.heard("faults")))
    loop.unlink()
    until("the fault is gone", lambda: not page.has_fault)


def test_every_open_page_is_told_although_others_went_away(preview: RunningPreview) -> None:
    marks = preview.marks()
    gone = [listen(preview, marks) for _ in range(3)]
    for one in gone:
        with one:
            pass
    with listen(preview, marks) as first, listen(preview, marks) as second:
        preview.site.write(HOME, f"{preview.site.read(HOME)}\nUntuk semua.\n")
        until("both are told to load anew", lambda: all(one.heard("reload") for one in (first, second)))
