"""`sentra new site`: what it writes, that it builds at once, and what it leaves to be filled in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from site_builder.new_site import starter_files
from site_builder.scaffold import phrase
from tests.support.cases import Run, sentra
from tests.support.programs import ROOT

NAME = 'Sentra "Anyaman": Melati & Kawan'
SLUG = "sentra-anyaman-melati-kawan"
WORDS = {"id": "situs", "en": "site"}
PLACEHOLDER = {"id": "…isi…", "en": "TODO"}
"""What starter files hold for the editor to replace; `--release` refuses it. No task of ours."""
ADDRESS = {"id": "alamat_situs:", "en": "base_url:"}
KINDS = ("shop", "product", "place", "visit", "event", "story", "market", "figure", "chart", "page")
"""Those first that others refer to."""
BROUGHT = ("content", ".vscode", ".gitignore", "schema")


def start(root: Path, language: str) -> Run:
    return sentra("new", WORDS[language], NAME, "--root", root, language=language)


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("language", WORDS)
def test_a_new_site_builds_at_once_without_a_warning_and_says_its_name(language: str, tmp_path: Path) -> None:
    root = tmp_path / "new"
    ran = start(root, language)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == phrase("new-site-done", language, folder=str(root)) + "\n"
    ran = sentra("build", "--strict", "--root", root, "--format", "json", language=language)
    report = json.loads(ran.out)
    assert (ran.code, ran.err, report["problems"]) == (0, "", [])
    home = (root / "output/index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in home
    assert "Sentra &#34;Anyaman&#34;: Melati &amp; Kawan" in home
    assert {path.name for path in root.iterdir()} >= set(BROUGHT)


@pytest.mark.parametrize("language", WORDS)
def test_release_refuses_each_placeholder_and_nothing_else(language: str, tmp_path: Path) -> None:
    start(tmp_path / "new", language)
    root, sign = tmp_path / "new", PLACEHOLDER[language]
    expected = sorted(
        (path, line)
        for path, data in files_of(root).items()
        if path.startswith("content/")
        for line, text in enumerate(data.decode().split("\n"), 1)
        if sign in text and not text.startswith("#")
    )
    assert len(expected) >= 14
    ran = sentra("build", "--release", "--root", root, "--format", "json", language=language)
    problems = json.loads(ran.out)["problems"]
    assert ran.code == 1
    told = [(one["path"], one["line"]) for one in problems if one["code"] == "release-placeholder"]
    assert sorted(told) == expected
    assert [one["code"] for one in problems if one["code"] != "release-placeholder"] == ["release-base-url"]
    for path in {path for path, _ in expected}:
        text = (root / path).read_text("utf-8")
        filled = re.sub(rf"(?m)^([^#\n]*){sign}", r"\1Melati", re.sub(rf"{sign}(?= [^(])", "Melati", text))
        (root / path).write_text(filled, "utf-8")
    ran = sentra("build", "--release", "--root", root, "--base-url", "https://melati.example/", "-q")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("language", WORDS)
def test_another_language_is_added_as_the_comment_says(language: str, tmp_path: Path) -> None:
    root = tmp_path / "new"
    start(root, language)
    config = root / "content/site.yaml"
    text, count = re.subn(r"(?m)^  #(- \{)", r"  \1", config.read_text("utf-8"))
    assert count == 1
    config.write_text(text, "utf-8")
    ran = sentra("build", "--root", root, "--format", "json", language=language)
    errors = [one for one in json.loads(ran.out)["problems"] if one["severity"] == "error"]
    assert (ran.code, errors) == (0, [])


@pytest.mark.parametrize("language", WORDS)
def test_the_words_of_a_further_language_are_copied_from_where_the_hint_says(
    language: str, tmp_path: Path
) -> None:
    root = tmp_path / "new"
    start(root, language)
    config = root / "content/site.yaml"
    text, count = re.subn(r"(?m)^  #- \{.*", "  - {kode: su, nama: Basa Sunda}", config.read_text("utf-8"))
    assert count == 1
    config.write_text(text, "utf-8")
    ran = sentra("check", "--root", root, "--format", "json", language=language)
    problems = json.loads(ran.out)["problems"]
    (hint,) = (one["hint"] for one in problems if one["code"] == "locale-missing")
    source, file, *_ = re.findall(r"`([^`]+)`", hint)
    (root / file).parent.mkdir(parents=True)
    (root / file).write_bytes(Path(source).read_bytes())
    forms = [one["hint"].split("`")[1] for one in problems if one["code"] == "term-untranslated"]
    assert forms[0] == {"id": "tas: {id: Tas, su: …}", "en": "bags: {en: Bags, su: …}"}[language]
    ran = sentra("check", "--root", root, "--format", "json", language=language)
    assert {one["code"] for one in json.loads(ran.out)["problems"]} == {"term-untranslated"}


@pytest.mark.parametrize("language", WORDS)
def test_contacts_are_given_by_taking_away_the_sign_before_them(language: str, tmp_path: Path) -> None:
    root = tmp_path / "new"
    start(root, language)
    config = root / "content/site.yaml"
    text, count = re.subn(r"(?m)^  #(?=\w+: )", "  ", config.read_text("utf-8"))
    assert count == 4
    config.write_text(text.replace("0812-xxxx-xxxx", "0812-3456-789"), "utf-8")
    ran = sentra("build", "--root", root, "--format", "json", language=language)
    assert (ran.code, json.loads(ran.out)["problems"]) == (0, [])
    assert "62812" in (root / "output/index.html").read_text("utf-8")


@pytest.mark.parametrize("language", WORDS)
def test_entries_of_every_kind_that_are_made_in_it_are_right(language: str, tmp_path: Path) -> None:
    root = tmp_path / "new"
    start(root, language)
    for kind in KINDS:
        ran = sentra("new", kind, "Melati", "--root", root, language=language)
        assert (ran.code, ran.err) == (0, "")
        for path in (root / "content").glob("*/melati.*"):  # no longer a draft: others may refer to it
            path.write_text(re.sub(r"(?m)^dra(?:f: ya|ft: yes)$", "", path.read_text("utf-8")), "utf-8")
    ran = sentra("check", "--root", root, "--format", "json", language=language)
    assert [one for one in json.loads(ran.out)["problems"] if one["severity"] == "error"] == []
    assert sentra("status", "--root", root, language=language).code == 0


def test_without_a_root_it_goes_into_a_folder_that_is_called_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").touch()
    ran = sentra("new", "situs", NAME)
    assert (ran.code, ran.err) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} == {"letter.txt", SLUG}
    assert f'cd "{SLUG}"' in ran.out
    monkeypatch.chdir(tmp_path / SLUG)
    before = files_of(tmp_path)
    ran = sentra("new", "situs", "Lain", language="en")
    assert ran.code == 2
    assert ran.err == (
        "sentra new:1:1: error[site-exists]: there is a site in `.` already: a folder `content` is there\n"
        "    hint: use that site, or choose another folder with `--root FOLDER`\n"
    )
    assert files_of(tmp_path) == before


def test_an_empty_current_folder_gets_a_folder_too_unless_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = sentra("new", "situs", NAME)
    assert (ran.code, ran.err) == (0, "")
    assert [path.name for path in tmp_path.iterdir()] == [SLUG]
    assert f'cd "{SLUG}"' in ran.out
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    ran = sentra("new", "situs", NAME, "--root", ".")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "here/content/site.yaml").is_file()
    assert "cd " not in ran.out


def test_what_is_there_already_stays_and_nothing_half_made_is_left(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", "utf-8")
    assert start(tmp_path, "id").code == 0
    assert (tmp_path / ".gitignore").read_text("utf-8") == "mine\n"
    assert {path.name for path in tmp_path.iterdir()} == {*BROUGHT, "BACA-SAYA.md"}


def test_a_name_must_be_there_and_make_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").touch()
    for name, code in (
        ((), "new-missing"),
        (("",), "new-missing"),
        (("日本",), "new-id"),
        (("a\x07b",), "new-name"),
    ):
        ran = sentra("new", "site", *name, language="en")
        assert (ran.code, ran.err.count(f"error[{code}]")) == (2, 1), ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    assert sentra("new", "site", "日本", "--id", "nihon").code == 0
    assert Path("nihon/content/site.yaml").is_file()


def test_its_editor_is_set_up_as_the_one_of_this_repository() -> None:
    files = starter_files("id", "Melati")
    for path in (".vscode/settings.json", ".vscode/extensions.json"):
        assert files[path] == (ROOT / path).read_bytes()


def test_both_languages_have_the_same_pages_and_their_texts_hold_no_blank() -> None:
    made = {language: starter_files(language, "Melati") for language in WORDS}
    kinds = {
        language: sorted(re.findall(rb"(?m)^templ\w+: (\w+)$", b"\n".join(files.values())))
        for language, files in made.items()
    }
    assert kinds["id"] == kinds["en"]
    assert len(made["id"]) == len(made["en"]) <= 60
    assert not any(b"@NAM" in data for files in made.values() for data in files.values())


def test_a_name_that_looks_like_a_blank_stays_as_it_is() -> None:
    files = starter_files("id", "@NAME@ @NAMA@")
    assert b'"@NAME@ @NAMA@"' in files["content/site.yaml"]


def test_no_schema_is_written_behind_a_link(tmp_path: Path) -> None:
    root, outside = tmp_path / "new", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (root / "schema").symlink_to(outside)
    ran = start(root, "en")
    assert (ran.code, "file-link" in ran.err) == (2, True)
    assert [path.name for path in root.iterdir()] == ["schema"]
    (root / "content").mkdir()
    assert sentra("schema", "--root", root).code == 2
    assert [*outside.iterdir()] == []
