"""`sentra new` on little sites: what it writes, what it refuses, what it asks."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from site_builder.names import Kind
from site_builder.new_entry import write_anew
from tests.support.cases import lay_out, sentra
from tests.support.little_site import AT_THAT_TIME, LittleSite, make_little_site, photo
from tests.support.programs import ROOT

PHOTO = "content/shops/intako/depan.jpg"
EXPECTED = Path(__file__).parent / "_new_entries"
NAMES = {
    "toko": "Bengkel Melati",
    "produk": "Dompet Koin",
    "rute": "Setengah Hari",
    "tempat": "Stasiun Kecil",
    "acara": "Bazar Melati",
    "cerita": "Awal Mula Sekali",
    "pasar": "Negeri Jauh",
    "angka": "Penjahit Melati",
    "grafik": "Bengkel dan Toko",
    "halaman": "Cara Merawat",
}


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(("language", "word"), [("id", "toko"), ("en", "shop")])
def test_a_new_shop_is_written_word_for_word(language: str, word: str, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    before = files_of(site)
    ran = sentra("new", word, "Bengkel Melati", "--root", site, language=language)
    path = "content/shops/bengkel-melati.md"
    assert ran.code == 0, ran.err
    assert files_of(site).keys() - before.keys() == {path}
    assert {name: data for name, data in files_of(site).items() if name != path} == before
    assert (site / path).read_bytes().decode() == (EXPECTED / f"shop.{language}.md").read_text("utf-8")


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    ran = sentra("new", "toko", "--root", site, "Bengkel", "Melati")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{site / 'content' / 'shops' / 'bengkel-melati.md'} dibuat sebagai draf.\n"
        "  1. Buka berkas itu dan ganti contoh-contohnya.\n"
        "  2. Lihat hasilnya: sentra serve --open\n"
        "  3. Untuk menerbitkan: hapus baris `draf: ya`, lalu sentra check dan sentra build\n"
    )
    ran = sentra(
        "new", "angka", "Penjahit", "--root", site, "--lang", "en", "--id", "stitchers", language="id"
    )
    assert "hapus baris `draft: yes`" in ran.out
    assert ran.out.endswith("jalankan sekali: sentra schema\n")
    text = (site / "content/figures/stitchers.yaml").read_text("utf-8")
    schema = "# yaml-language-server: $schema=../../schema/figures.schema.json\n"
    assert text.startswith(f"{schema}# This entry is a draft")
    made = sentra("schema", "--root", site)
    assert str(site / "schema" / "figures.schema.json") in made.out.splitlines()
    units = json.loads((site / "schema/figures.schema.json").read_text("utf-8"))["properties"]["unit"]["enum"]
    assert "orang" in units
    again = sentra("new", "angka", "Perajin", "--root", site)
    assert "sentra schema" not in again.out


MISSING_KIND = (
    "sentra new:1:1: error[new-missing]: the kind of entry is not given\n"
    '    hint: write the kind and the name, such as `sentra new shop "Bengkel Melati"`; kinds: '
    "shop, product, visit, place, event, story, market, figure, chart, page\n"
)
MISSING_NAME = (
    "sentra new:1:1: error[new-missing]: the entry's name is not given\n"
    '    hint: write the name behind the kind: `sentra new product "Melati coin purse"`\n'
)
NO_ID = (
    "sentra new:1:1: error[new-id]: no file name can be made of the name `革`: there is no letter a-z or "
    "digit in it\n    hint: choose the file name yourself, such as `--id bengkel-melati`\n"
)
WRONG_ID = (
    "sentra new:1:1: error[new-id]: `../Y` can't be the name of a file\n"
    "    hint: use small letters a-z, digits and hyphens: `--id y`\n"
)
UNKNOWN = "sentra new:1:1: error[kind-unknown]: there is no kind of entry `{}`\n    hint: {}\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), MISSING_KIND),
        (("product",), MISSING_NAME),
        (("produkt", "X"), UNKNOWN.format("produkt", "did you mean `product`?")),
        (
            ("Bengkel Melati",),
            UNKNOWN.format(
                "Bengkel Melati",
                "choose one of: shop, product, visit, place, event, story, market, figure, chart, page",
            ),
        ),
        (
            ("shop", "革"),
            NO_ID,
        ),
        (
            ("shop", "X", "--id", "../Y"),
            WRONG_ID,
        ),
        (
            ("shop", ""),
            MISSING_NAME.replace("product", "shop").replace("Melati coin purse", "Bengkel Melati"),
        ),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_written(
    arguments: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    before = files_of(site)
    ran = sentra("new", *arguments, "--root", site, language="en")
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    assert files_of(site) == before


@pytest.mark.parametrize(
    ("taken", "is_folder"),
    [
        ("melati.md", False),
        ("Melati.md", False),
        ("MELATI.MD", False),
        ("melati.en.md", False),
        ("melati.txt", False),
        ("Melati/depan.jpg", True),
    ],
)
def test_an_id_that_is_taken_is_refused_with_the_file(taken: str, is_folder: bool, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={f"content/shops/{taken}": "---\ndraf: ya\n---\n"})
    before = files_of(site)
    ran = sentra("new", "toko", "Melati", "--root", site)
    file = "content/shops/Melati/" if is_folder else f"content/shops/{taken}"
    if is_folder:
        told = (
            f"nama berkas `melati` sudah dipakai: ada folder `{file}`\n    hint: ubah nama folder itu "
            "menjadi `melati`, supaya foto di dalamnya dipakai entri ini; atau pilih nama berkas lain, "
            "misalnya `--id melati-2`\n"
        )
    else:
        told = (
            f"nama berkas `melati` sudah dipakai: `{file}`\n    hint: buka berkas itu; bila ini entri lain, "
            "pilih nama berkas lain, misalnya `--id melati-2`\n"
        )
    assert (ran.code, ran.err) == (2, f"sentra new:1:1: error[entry-exists]: {told}")
    assert files_of(site) == before
    assert sentra("new", "toko", "Melati", "--id", "melati-2", "--root", site).code == 0


DOOR = {
    "id": 'teks_alt: "…isi… (misalnya Pintu bengkel, tas tergantung di kiri dan kanan)"',
    "en": 'alt: "TODO (such as The workshop door, bags hanging left and right)"',
}


@pytest.mark.parametrize(("language", "field", "file"), [("id", "foto", "berkas"), ("en", "photos", "file")])
def test_photos_that_are_there_before_their_entry_are_named_in_it(
    language: str, field: str, file: str, tmp_path: Path
) -> None:
    site = make_little_site(tmp_path / "project")
    site.write("content/shops/melati/sisi.png", photo("PNG"))
    site.write("content/shops/melati/IMG 2 (1).JPG", photo())
    site.write("content/shops/melati/.DS_Store", b"x")
    site.write("content/shops/melati/Thumbs.db", b"x")
    ran = sentra("new", "toko", "Melati", "--root", site.root, language=language, **AT_THAT_TIME)
    assert ran.code == 0, ran.err
    assert "IMG 2 (1).JPG, sisi.png. " in ran.out.splitlines()[-1]
    names = [f"  - {{{file}: melati/{name}, {DOOR[language]}}}" for name in ("IMG 2 (1).JPG", "sisi.png")]
    assert "\n".join(("", f"{field}:", *names, "")) in site.read("content/shops/melati.md")
    for arguments in ((), ("--drafts",)):
        checked = sentra("check", "--strict", "--root", site.root, *arguments, **AT_THAT_TIME)
        assert (checked.code, checked.err) == (0, "")


def test_outside_a_project_nothing_is_written(tmp_path: Path) -> None:
    ran = sentra("new", "toko", "Melati", "--root", tmp_path)
    assert ran.code == 2
    assert "error[config-missing]" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    elsewhere = tmp_path / "elsewhere"
    shutil.move(site / "content" / "shops", elsewhere)
    (site / "content" / "shops").symlink_to(elsewhere)
    before = files_of(elsewhere)
    ran = sentra("new", "toko", "Mawar", "--root", site)
    assert (ran.code, files_of(elsewhere)) == (2, before)
    assert "error[file-link]" in ran.err


@pytest.mark.parametrize("has_links", [True, False], ids=["links", "no links"])
def test_a_file_that_came_meanwhile_is_kept(
    has_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    if not has_links:
        monkeypatch.setattr("os.link", refuse)
    write_anew(tmp_path, "a.md", b"first")
    with pytest.raises(FileExistsError):
        write_anew(tmp_path, "a.md", b"second")
    assert files_of(tmp_path) == {"a.md": b"first"}


# --- what it writes is accepted -----------------------------------------------------------------


def site_with_new_entries(root: Path, language: str) -> tuple[LittleSite, dict[str, str]]:
    """Make a site and in it an entry of every kind; give their texts by path."""
    site = make_little_site(root)
    before = set(root.rglob("content/*/*"))
    for word, name in NAMES.items():
        ran = sentra("new", word, name, "--root", root, "--lang", language, **AT_THAT_TIME)
        assert ran.code == 0, ran.err
    paths = {path.relative_to(root).as_posix() for path in set(root.rglob("content/*/*")) - before}
    assert len(paths) == len(NAMES) == len(Kind)
    return site, {path: site.read(path) for path in sorted(paths)}


def told_of(site: LittleSite, paths: set[str], *arguments: str) -> list[str]:
    """Check the site; give what is told of these entries."""
    ran = sentra("check", "--root", site.root, "--jobs", "1", *arguments, language="en", **AT_THAT_TIME)
    lines = [line for line in ran.err.split("\n") if line.partition(":")[0] in paths]
    assert ran.code == (1 if any(": error[" in line for line in lines) else 0), ran.err
    return lines


@pytest.mark.slow
@pytest.mark.parametrize("language", ["id", "en"])
def test_new_entries_of_all_kinds_are_accepted_and_not_published(language: str, tmp_path: Path) -> None:
    site, texts = site_with_new_entries(tmp_path / "project", language)
    assert told_of(site, {*texts}) == []
    assert told_of(site, {*texts}, "--drafts") == []
    site.build()
    published = "".join(path for path in site.tree())
    assert "melati" not in published
    assert "setengah-hari" not in published


@pytest.mark.slow
@pytest.mark.parametrize("language", ["id", "en"])
def test_beside_the_content_of_the_site_new_entries_of_all_kinds_have_no_warning(
    language: str, tmp_path: Path
) -> None:
    for folder in ("content", "templates", "assets"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for word, name in NAMES.items():
        ran = sentra("new", word, name, "--root", tmp_path, "--lang", language)
        assert ran.code == 0, ran.err
    ran = sentra("check", "--strict", "--drafts", "--root", tmp_path)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("language", ["id", "en"])
def test_any_example_line_uncommented_is_accepted_even_where_drafts_are_shown(
    language: str, tmp_path: Path
) -> None:
    site, texts = site_with_new_entries(tmp_path / "project", language)
    written = set()
    for path, text in texts.items():
        lines = text.split("\n")
        stem, ending = path.rsplit(".", 1)
        for place, line in enumerate(lines):
            if line.startswith("#") and not line.startswith("# "):
                copy = f"{stem}-{place}.{ending}"
                site.write(copy, alone(copy, "\n".join((*lines[:place], line[1:], *lines[place + 1 :]))))
                written.add(copy)
        (name,) = re.findall(r"^#(?:foto|photos): \[\{(?:berkas|file): ([^,]+),", text, re.MULTILINE)
        site.write(f"{path.rpartition('/')[0]}/{name}", (site.root / PHOTO).read_bytes())
    assert len(written) > 150
    assert told_of(site, written, "--drafts") == []


def alone(path: str, text: str) -> str:
    """Give this copy addresses of its own: the editor has one such entry, this test has many."""
    own = path.removeprefix("content/").rpartition(".")[0].replace("/", "-")
    text = re.sub(r"^(alias|aliases): .*$", rf"\1: [/{own}/]", text, flags=re.MULTILINE)
    return re.sub(r"^slug: .*$", f"slug: {own}", text, flags=re.MULTILINE)


# --- questions ----------------------------------------------------------------------------------

_ON_A_TERMINAL = """
import os, pty, sys
answers = os.environ["ANSWERS"].encode()
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.executable, [sys.executable, "-m", "site_builder", *sys.argv[1:]])
os.write(terminal, answers)
shown = b""
while True:
    try:
        data = os.read(terminal, 4096)
    except OSError:
        break
    if not data:
        break
    shown += data
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def on_a_terminal(answers: str, *arguments: str, language: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", _ON_A_TERMINAL, *arguments],
        cwd=ROOT,
        env={**os.environ, **AT_THAT_TIME, "SENTRA_LANG": language, "NO_COLOR": "1", "ANSWERS": answers},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="needs pseudo-terminals")
def test_it_asks_at_a_terminal_and_enter_takes_what_it_proposes(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    ran = on_a_terminal("tokko\ntoko\n\nBengkel Mawar\n\n", "new", "--root", str(site), language="id")
    shown = ran.stdout.decode().replace("\r\n", "\n")
    assert ran.returncode == 0, shown
    assert (site / "content/shops/bengkel-mawar.md").is_file()
    kinds = "toko, produk, kunjungan, tempat, acara, cerita, pasar, angka, grafik, halaman"
    assert shown.count(f"Jenis entri ({kinds}): ") == 2
    assert "maksudnya `toko`?" in shown
    assert "namanya kosong" in shown
    assert "Nama berkas, yang juga menjadi alamat halaman [bengkel-mawar]: " in shown
    assert "dibuat sebagai draf." in shown


@pytest.mark.skipif(os.name == "nt", reason="needs pseudo-terminals")
def test_it_asks_for_another_id_where_the_proposed_one_is_taken(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={"content/shops/mawar.md": "---\ndraf: ya\n---\n"})
    ran = on_a_terminal("Mawar\n\nmawar-dua\n", "new", "shop", "--root", str(site), language="en")
    shown = ran.stdout.decode()
    assert ran.returncode == 0, shown
    assert "the file name `mawar` is taken" in shown
    assert (site / "content/shops/mawar-dua.md").is_file()


@pytest.mark.skipif(os.name == "nt", reason="needs pseudo-terminals")
@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("Stitchers", "{id: Penjahit, en: Stitchers}"),
        ("", "{id: Penjahit, en: …isi… (misalnya Penjahit)}"),
    ],
)
def test_it_asks_for_the_name_of_a_figure_in_the_second_language(
    answer: str, label: str, tmp_path: Path
) -> None:
    site = make_little_site(tmp_path / "project")
    ran = on_a_terminal(f"Penjahit\n\n{answer}\n", "new", "angka", "--root", str(site.root), language="id")
    assert ran.returncode == 0, ran.stdout
    assert "Nama itu dalam English (tekan Enter bila belum ada): " in ran.stdout.decode()
    assert f"\nlabel: {label}\n" in site.read("content/figures/penjahit.yaml")


@pytest.mark.skipif(os.name == "nt", reason="needs pseudo-terminals")
def test_an_end_of_answers_ends_it(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    before = files_of(site)
    ran = on_a_terminal("shop\n\x04", "new", "--root", str(site), language="en")
    assert ran.returncode == 2, ran.stdout
    assert b"the entry's name is not given" in ran.stdout
    assert files_of(site) == before
