"""What somebody else has put into the output folder stays, and no folder of theirs is taken for it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.little_site import difference, make_little_site, tree_of


def test_files_of_someone_else_in_the_output_are_kept_and_told(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    site.write("output/google123.html", "verified")
    site.write("output/produk/mine/photo.jpg", b"mine")
    site.replace("content/stories/baru.md", "Kini", "Sekarang")
    for _ in range(3):
        done = site.sentra("build")
        assert done.returncode == 0
        assert "google123.html:1:1: warning[output-foreign]" in done.stderr
        assert "produk/mine/photo.jpg:1:1: warning[output-foreign]" in done.stderr
        assert site.read("output/google123.html") == "verified"
        assert site.published("produk/mine/photo.jpg") == "mine"
    assert site.build().rendered == 0
    site.remove("content/stories/awal.md")
    site.build()
    assert site.is_published("google123.html")
    assert not site.is_published("cerita/awal")


def test_files_of_someone_else_with_strange_names_are_kept(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    strange = [b"a\nb.txt", b"100%0A.txt", "x\u2028y.txt".encode(), b"caf\xe9.txt", b"\rz.txt"]
    paths = [site.output / os.fsdecode(name) for name in strange]
    for path in paths:
        path.write_text("mine")
    for number in range(3):
        site.write("content/stories/baru.md", site.read("content/stories/baru.md") + f"\nKata {number}.\n")
        done = site.sentra("build")
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        assert [path.read_text() for path in paths] == ["mine"] * len(paths)
        assert "error" not in done.stderr
    for path in paths:
        path.unlink()
    site.replace("content/stories/baru.md", "Kini", "Sekarang")
    site.build()
    assert difference(site.tree(), site.build_clean(tmp_path / "clean")) == ""


def test_a_page_never_takes_the_place_of_someone_elses_file(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    site.write("output/robots-2.txt", "mine")
    site.write("assets/root/robots-2.txt", "ours")
    before = site.tree()
    done = site.sentra("build")
    assert done.returncode == 2
    assert "output-foreign" in done.stderr
    assert site.tree() == before


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Note the time and the size of everything below `folder`, so that no touch goes unseen."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_mtime_ns, path.lstat().st_size)
        for path in [folder, *folder.rglob("*")]
    }


@pytest.mark.parametrize(
    "output",
    [
        ".",
        "/",
        "..",
        "~",
        "content",
        "content/pages",
        "templates",
        "assets/img",
        "site_builder",
        ".git",
        ".cache",
        "link-to-content",
        "link-to-nothing",
        "foreign",
        "docs",
        "a-file",
        "",
        " ",
    ],
)
def test_an_output_folder_that_could_do_harm_is_refused_untouched(tmp_path: Path, output: str) -> None:
    home = tmp_path / "home"
    site = make_little_site(home / "project")
    (site.root / ".git").mkdir()
    (site.root / "link-to-content").symlink_to("content")
    (site.root / "link-to-nothing").symlink_to("nothing")
    site.write("foreign/thesis.txt", "three years of work")
    site.write("docs/index.md", "mine")
    site.write("docs-src/index.md", "mine too")
    site.write("a-file", "mine")
    before = stamps(home)
    asked = {"~": str(home), "/": "/"}.get(output, str(site.root / output) if output.strip() else output)
    done = site.sentra("build", "--output", asked, environment={"HOME": str(home)})
    assert done.returncode == 2, done.stdout + done.stderr
    assert "error[output-refused]" in done.stderr
    assert stamps(home) == before


def test_an_output_folder_whose_name_begins_like_a_source_folder_is_no_source_folder(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    before = tree_of(site.root / "content")
    for name in ("content-2", "contents", "docs"):
        assert site.sentra("build", "--output", str(site.root / name)).returncode == 0
        assert (site.root / name / "index.html").is_file()
    assert tree_of(site.root / "content") == before
