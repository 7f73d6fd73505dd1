"""Arguments that are refused before anything is read, and what a preview has that a build has not."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from site_builder import __version__
from site_builder.arguments import Parser, _parser, parse
from site_builder.explained import explained
from site_builder.messages import LANGUAGES, catalogue
from tests.support.cases import build, lay_out, sentra, tree_of
from tests.support.preview_build import build_preview
from tests.support.programs import ROOT

EMPTY_URL = (
    "--base-url:1:1: error[base-url]: the address after `--base-url` is empty\n"
    "    hint: write the address, such as `--base-url https://example.org/`, or leave `--base-url` out\n"
)
EMPTY_ROOT = (
    "--root:1:1: error[root-missing]: the name of the folder after `--root` is empty\n"
    "    hint: write the folder's name, or leave `--root` out for this folder\n"
)
BOTH = (
    "--release:1:1: error[release-drafts]: `--release` and `--drafts` do not go together: "
    "drafts may not be published\n"
    "    hint: leave one of them out\n"
)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--base-url", ""), EMPTY_URL),
        (("--base-url", " "), EMPTY_URL),
        (("--root", ""), EMPTY_ROOT),
        (("--release", "--drafts"), BOTH),
    ],
)
def test_arguments_that_say_nothing_or_contradict_are_refused(
    arguments: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    ran = build(site, tmp_path / "output", *arguments, language="en")
    assert (ran.code, ran.err.replace("content/", "")) == (2, told)
    assert not (tmp_path / "output").exists()


LONG = "a" * 5000


@pytest.mark.parametrize(
    "arguments",
    [
        (LONG,),
        ("check", LONG),
        ("check", f"--{LONG}"),
        ("build", "--jobs", LONG),
        ("build", "--output", LONG),
        ("build", f"--base-url=https://{LONG}/?x"),
        ("check", "--root", LONG),
        ("check", "--format", LONG),
        ("explain", LONG),
        ("explain", f"/{'a/' * 2500}"),
        ("new", LONG),
        ("new", "toko", "X", "--id", LONG),
        ("import", "toko", LONG),
        ("import", "toko", f"{LONG}.xlsx"),
        ("export", "toko", f"{LONG}.xlsx"),
        ("export", "toko", f"{LONG} {LONG}"),
        ("schema", "--to", LONG),
        ("status", "--to", f"{LONG}.html"),
        ("status", "--mark", LONG),
    ],
)
def test_a_very_long_argument_is_not_said_again_as_a_whole(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    given = arguments if "--root" in arguments else (*arguments, "--root", str(site))
    ran = sentra(*given, language="en")
    assert ran.code != 0
    assert "error[" in ran.err
    assert len(ran.err) < 3000, ran.err
    assert "sentra-bug" not in ran.err


def test_no_command_takes_an_empty_root_for_the_folder_at_hand() -> None:
    for command in (("check",), ("schema",), ("explain", "x"), ("new", "toko", "X"), ("serve",)):
        ran = sentra(*command, "--root", "", language="en")
        assert (ran.code, ran.err) == (2, EMPTY_ROOT)


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/%2e%2e/",
        "https://x.example/a/%2E./",
        "https://x.example/./",
        "https://x.example/../",
    ],
)
def test_an_address_that_leads_up_is_refused(url: str, tmp_path: Path) -> None:
    ran = build(lay_out(tmp_path / "site"), tmp_path / "output", "--base-url", url, language="en")
    assert ran.code == 2
    assert f"error[base-url]: `{url}` is no address of a site" in ran.err


def test_only_a_preview_has_the_style_guide(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={"templates/style_guide.html": "<title>x</title>"})
    ran = build(site, tmp_path / "drafts", "--drafts")
    assert (ran.code, ran.err) == (0, "")
    assert "gaya/index.html" not in tree_of(tmp_path / "drafts")
    assert build_preview(site, tmp_path / "preview") == (0, "")
    assert "gaya/index.html" in tree_of(tmp_path / "preview")


def test_a_preview_tells_the_first_fault_of_a_template_at_once_and_a_build_all(tmp_path: Path) -> None:
    broken = {f"templates/{name}.html": "<title>x</title>{{ nobody }}" for name in ("page", "shop_page")}
    site = lay_out(tmp_path / "site", files=broken)
    ran = build(site, tmp_path / "output", language="en")
    assert (ran.code, ran.err.count(": error[")) == (1, 2)
    code, told = build_preview(site, tmp_path / "output")
    assert (code, told.count(": error[")) == (1, 1)
    assert not (tmp_path / "output").exists()


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from parsers(below)


def test_every_command_helps_in_the_language_of_the_editor() -> None:
    helps = {
        language: [
            sentra(*parser.prog.split()[1:], "--help", language=language).out for parser in parsers(_parser())
        ]
        for language in LANGUAGES
    }
    assert len(helps["id"]) == len(helps["en"]) > 8
    english = ("usage", "options", "show", "arguments", "write", "Example", "the ", "COMMAND", "FILE")
    for text in helps["id"]:
        assert text.startswith("pemakaian: sentra")
        assert [word for word in english if word in text] == []
        assert "pilihan:\n" in text
    for text in helps["en"]:
        assert text.startswith("usage: sentra")
        assert [word for word in ("pemakaian", "pilihan", "tulis", "BERKAS") if word in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_version_is_told_in_every_language_alike(language: str) -> None:
    told = sentra("--version", language=language)
    assert (told.code, told.out, told.err) == (0, f"sentra {__version__}\n", "")


def test_every_text_of_the_help_is_there_and_none_is_left_over() -> None:
    asked = {"usage", "positional"}
    for parser in parsers(_parser()):
        assert isinstance(parser, Parser)
        asked |= {text for text in (parser.description, parser.epilog) if text}
        asked |= {
            action.help for action in parser._actions if action.help and action.help != argparse.SUPPRESS
        }
        asked |= {group.title for group in parser._action_groups if group.title}
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                asked |= {choice.help for choice in action._choices_actions if choice.help}
    asked -= {"positional arguments"}
    known = {key.removeprefix("help-") for key in catalogue("id") if key.startswith("help-")}
    assert asked == known


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("build", "--jobs", "0"), "`--jobs` harus angka mulai dari 1, bukan '0'"),
        (("serve", "--port", "pintu"), "`--port` harus angka mulai dari 1, bukan 'pintu'"),
        (("build", "--output"), "sesudah `--output` belum ada isinya"),
        (("build", "--strict=ya"), "`--strict` ditulis sendiri, tanpa isi"),
        (("import", "toko"), "masih kurang: BERKAS"),
        (("import", "a.xlsx"), "belum disebut apa isi a.xlsx: toko, produk, atau acara"),
        (("chek",), "tidak ada `chek`"),
        (("status", "--cepat"), "`--cepat` tidak dikenal"),
        (("build", "--relese"), "tidak ada `--relese`"),
        (
            ("check", "toko/a.md"),
            "`sentra check` selalu memeriksa atau membangun seluruh situs; `toko/a.md` tidak perlu disebut",
        ),
        (
            ("build", "toko"),
            "`sentra build` selalu memeriksa atau membangun seluruh situs; `toko` tidak perlu disebut",
        ),
        (("check", "--release"), "`sentra check` tidak punya pilihan `--release`"),
    ],
)
def test_wrong_use_is_told_in_plain_indonesian(arguments: tuple[str, ...], told: str) -> None:
    ran = sentra(*arguments)
    assert ran.code == 2
    assert f"error[usage]: {told}\n" in ran.err
    assert "argument" not in ran.err
    assert "invalid" not in ran.err


def test_a_spreadsheet_without_its_kind_is_given_one_to_write() -> None:
    ran = sentra("import", "Data IKM 2026.xlsx", language="id")
    assert (ran.code, ran.err.splitlines()[-1]) == (
        2,
        '    hint: tulis jenisnya sebelum nama berkas, misalnya `sentra import toko "Data IKM 2026.xlsx"`',
    )


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("check", "--release"), "`sentra build --release`"),
        (("check", "--output=keluar"), "`sentra build --output`, `sentra explain --output`"),
        (("status", "--dry-run"), "`sentra import --dry-run`"),
        (("new", "toko", "Melati", "--mark"), "`sentra status --mark`"),
        (("check", "-q"), "`sentra build -q`"),
    ],
)
def test_an_option_of_another_command_is_told_with_that_command(
    arguments: tuple[str, ...], meant: str
) -> None:
    ran = sentra(*arguments, language="id")
    assert (ran.code, f"    hint: maksudnya {meant}?\n" in ran.err) == (2, True), ran.err


FACTS: dict[str, object] = {
    "output": "toko/melati/index.html",
    "source": "content/shops/melati.md",
    "template": "shop_page.html",
    "template_file": "templates/shop_page.html",
    "templates": ["templates/base.html", "templates/shop_page.html"],
    "language": "id",
    "shows": ["content/shops/melati.md", "content/products/tas.md"],
    "key": "abc",
    "published_key": "abc",
    "is_current": True,
    "last_rendered_because": "content/products/tas.md",
}


def test_an_explanation_is_told_word_for_word() -> None:
    assert explained(FACTS, "id").splitlines() == [
        "toko/melati/index.html",
        "  dibuat dari: content/shops/melati.md",
        "  juga menampilkan isi dari:",
        "    content/products/tas.md",
        "  bentuk halamannya: templates/shop_page.html",
        "  bentuk itu memakai:",
        "    templates/base.html",
        "  bahasa: id",
        "  keadaan: yang ada di folder hasil sudah yang terbaru",
        "  terakhir dibuat karena: content/products/tas.md berubah",
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"last_rendered_because": "new"}, "  last made because: it was new"),
        ({"last_rendered_because": "program"}, "  last made because: Sentra itself had changed"),
        ({"is_current": False}, "  state: changed since it was made; `sentra build` makes it anew"),
        ({"published_key": None}, "  state: never made; `sentra build` makes it"),
    ],
)
def test_an_explanation_says_what_state_an_output_is_in(changed: dict[str, object], told: str) -> None:
    assert told in explained(FACTS | changed, "en").splitlines()


def test_no_sign_stops_a_command_on_a_console_that_can_not_show_it(tmp_path: Path) -> None:
    """Windows writes in an encoding of its own, which lacks most signs that editors use."""
    site = lay_out(
        tmp_path / "site",
        files={
            "content/shops/melati.md": "---\nnama: ‹革› Ŵ\njenis: 👜革\nkategori: [x]\nalamat: Gang 1\n---\n"
        },
    )
    for arguments in (
        ("--help",),
        ("check", "--root", site),
        ("status", "--root", site),
        ("explain", "--root", site, "革👜"),
    ):
        ran = subprocess.run(
            [sys.executable, "-m", "site_builder", *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0", "SENTRA_LANG": "id"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        assert ran.returncode in {0, 1, 2}, ran.stderr
        assert b"Traceback" not in ran.stderr
        assert b"sentra-bug" not in ran.stderr
        ran.stdout.decode("utf-8")
        assert "👜" in ran.stderr.decode("utf-8") or arguments == ("--help",)


HANDBOOK = {
    "templates/handbook.html": '<link rel="stylesheet" href="{{ view.style }}">{{ body(view.body) }}',
    "assets/css/parts/handbook.css": "pre { margin: 0 }",
}


def test_the_handbook_is_there_only_where_it_is_asked_for_and_changes_nothing_else(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files=HANDBOOK)
    trees = {}
    for arguments in ((), ("--handbook",), ("--drafts",)):
        ran = build(site, tmp_path / "output", *arguments)
        assert (ran.code, ran.err) == (0, "")
        trees[arguments] = tree_of(tmp_path / "output")
    added = {path for path, _ in trees["--handbook",].items() - trees[()].items()}
    pages = {path for path in added if path.startswith("panduan/")}
    others = added - pages - {".sentra-manifest"}
    assert pages
    assert len(others) == 1, others
    assert others.pop().startswith("assets/css/parts/handbook.")
    assert build_preview(site, tmp_path / "preview") == (0, "")
    assert "panduan/index.html" in tree_of(tmp_path / "preview")
    assert not any(path.startswith("panduan/") for path in (*trees[()], *trees["--drafts",]))


def test_a_second_build_with_the_handbook_renders_nothing(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files=HANDBOOK)
    arguments = ("build", "--handbook", "--format", "json", "--jobs", "1", "--root", site)
    first, second = (json.loads(sentra(*arguments).out) for _ in range(2))
    assert (first["rendered"], second["rendered"]) == (first["outputs"], 0)


def test_a_file_whose_name_has_spaces_needs_no_quotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Data UMKM 2026.csv").touch()
    chosen = parse(["import", "toko", "Data", "UMKM", "2026.csv", "--dry-run"])
    assert (chosen.file, chosen.dry_run) == ("Data UMKM 2026.csv", True)


@pytest.mark.parametrize(
    ("command", "file"), [("import", "Data UMKM 2027.csv"), ("export", "Data UMKM 2026.csv")]
)
def test_a_name_with_spaces_that_is_no_file_is_shown_in_quotes(
    command: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("Data UMKM 2026.csv").touch()
    ran = sentra(command, "toko", *file.split())
    assert ran.code == 2
    assert "hint: nama berkas dengan spasi ditulis dalam tanda petik: " in ran.err
    assert f'`sentra {command} toko "{file}"`' in ran.err
