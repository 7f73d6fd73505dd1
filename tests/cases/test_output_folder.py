"""Where Sentra may write: never over sources, never over what others put there, never through a link."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.cases import build, lay_out, sentra, tree_of, untouched


def code_of(text: str) -> str:
    return text.partition("[")[2].partition("]")[0]


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (".", "memuat proyek ini"),
        ("..", "memuat proyek ini"),
        ("/", "memuat proyek ini"),
        ("content", "folder sumber"),
        ("content/shops", "folder sumber"),
        ("templates/baru", "folder sumber"),
        ("assets", "folder sumber"),
        (".git", "folder sumber"),
        (".cache", "folder sumber"),
        ("docs", "bukan buatan Sentra"),
        ("catatan.txt", "adalah berkas"),
        ("tautan", "adalah tautan"),
    ],
)
def test_a_folder_that_is_not_for_the_site_is_refused_and_left_alone(
    output: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lay_out(tmp_path / "site")
    (site / "docs").mkdir()
    (site / "docs/catatan.md").write_text("milik editor")
    (site / "catatan.txt").write_text("milik editor")
    (site / "hasil").mkdir()
    (site / "tautan").symlink_to("hasil", target_is_directory=True)
    monkeypatch.chdir(site)
    with untouched(tmp_path):
        ran = sentra("build", "--no-cache", "--output", output)
    assert (ran.code, code_of(ran.err)) == (2, "output-refused")
    assert sentence in ran.err


@pytest.mark.parametrize("output", ["", "  "])
def test_an_empty_name_is_refused(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay_out(tmp_path / "site"))
    with untouched(tmp_path):
        ran = sentra("build", "--no-cache", "--output", output)
    assert (ran.code, code_of(ran.err)) == (2, "output-refused")


def test_the_home_folder_is_refused(tmp_path: Path) -> None:
    site, home = lay_out(tmp_path / "site"), tmp_path / "rumah"
    home.mkdir()
    ran = build(site, home, HOME=str(home))
    assert (ran.code, code_of(ran.err)) == (2, "output-refused")
    assert list(home.iterdir()) == []


def test_a_folder_beside_the_sources_with_a_like_name_is_allowed(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    assert build(site, site / "content-hasil").code == 0
    assert (site / "content-hasil/index.html").is_file()


def test_a_strangers_file_in_the_published_site_is_kept_and_named(tmp_path: Path) -> None:
    site, output = lay_out(tmp_path / "site"), tmp_path / "output"
    build(site, output)
    (output / "verifikasi.txt").write_text("kode")
    ran = build(site, output)
    assert ran.code == 0
    assert "verifikasi.txt:1:1: warning[output-foreign]" in ran.err
    assert (output / "verifikasi.txt").read_text() == "kode"


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("contoh.id", 2),
        ("//contoh.id/", 2),
        ("javascript:alert(1)", 2),
        ("ftp://contoh.id/", 2),
        ("https://", 2),
        ("https:///x", 2),
        ("https://contoh.id/ ", 2),
        (" https://contoh.id/", 2),
        ("https://contoh.id/a b/", 2),
        ("https://contoh.id/?x=1", 2),
        ("https://contoh.id/#x", 2),
        ("https://[::1", 2),
        ("https://contoh.id:port/", 2),
        ("https://user:sandi@contoh.id/", 2),
        ('https://contoh.id/"><script>', 2),
        ("https://contoh.id/../x/", 2),
        ("https://contoh.id", 0),
        ("https://contoh.id/tanggulangin", 0),
        ("https://contoh.id/tanggulangin/", 0),
        ("http://localhost:8000/a/b/", 0),
        ("", 2),
    ],
)
def test_a_base_url_is_a_whole_address(url: str, code: int, tmp_path: Path) -> None:
    site, output = lay_out(tmp_path / "site"), tmp_path / "output"
    ran = build(site, output, "--base-url", url)
    assert ran.code == code, ran.err
    assert ("error[base-url]" in ran.err) == (code == 2)
    assert output.exists() == (code == 0)


def test_a_base_url_with_a_path_is_in_every_link(tmp_path: Path) -> None:
    site, output = lay_out(tmp_path / "site"), tmp_path / "output"
    build(site, output, "--base-url", "https://contoh.id/tanggulangin")
    home = (output / "index.html").read_text("utf-8")
    assert '<a href="/tanggulangin/toko/maju/">' in home
    assert "https://contoh.id/tanggulangin/toko/maju/" in (output / "sitemap.xml").read_text("utf-8")
    assert not (output / "CNAME").exists()


@pytest.mark.parametrize("written", ["besok", "1.5", "99999999999999999999", "-99999999999999"])
def test_a_clock_that_is_none_is_refused(written: str, tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "site"), tmp_path / "output", SOURCE_DATE_EPOCH=written)
    assert (ran.code, code_of(ran.err)) == (2, "clock-form")


@pytest.mark.parametrize("seconds", ["0", "1", "2147483648", "4102444800", "1793491200"])
def test_any_year_of_the_clock_will_do(seconds: str, tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "site"), tmp_path / "output", SOURCE_DATE_EPOCH=seconds)
    assert ran.code == 0, ran.err


def test_neither_time_zone_nor_language_nor_clock_is_in_the_bytes(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    trees = []
    for number, environment in enumerate(
        (
            {"TZ": "UTC", "LC_ALL": "C"},
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1793400000"},
            {"TZ": "America/Los_Angeles", "LANG": "", "SOURCE_DATE_EPOCH": "1793450000"},
        )
    ):
        output = tmp_path / f"output-{number}"
        assert build(site, output, **environment).code == 0
        trees.append(tree_of(output))
    assert trees[0] == trees[1] == trees[2]


@pytest.mark.parametrize("command", [["build"], ["build", "--fix"], ["check", "--fix"]])
def test_nothing_is_left_in_a_folder_without_a_site(command: list[str], tmp_path: Path) -> None:
    ran = sentra(*command, "--root", tmp_path)
    assert (ran.code, code_of(ran.err)) == (2, "config-missing")
    assert [*tmp_path.iterdir()] == []
