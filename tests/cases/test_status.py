"""`sentra status` and its marks on whole sites."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from site_builder.console import Talk
from site_builder.scaffold import phrase
from site_builder.status.marks import MARKS_PATH
from tests.support.cases import CASES, build, lay_out, sentra, tree_of, untouched

CASE = CASES / "_status_told"
ABOUT = "content/pages/tentang.md"
ABOUT_IN_ENGLISH = "content/pages/tentang.en.md"


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_is_told_word_for_word(language: str, tmp_path: Path, accept: bool) -> None:
    site, expected = lay_out(tmp_path / "site", CASE), CASE / f"status.{language}.txt"
    with untouched(site):
        told = sentra("status", "--root", site, language=language)
    if accept:
        expected.write_text(told.out, "utf-8", newline="\n")
    assert (told.code, told.out) == (1, expected.read_text("utf-8"))  # it has faults too
    assert told.err.startswith("content/shops/salah.md:3:8: error[choice-unknown]: ")


def test_a_spreadsheet_has_a_row_for_each_thing_and_runs_no_formula(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    told = sentra("status", "--root", site, "--format", "csv", language="en")
    rows = list(csv.reader(io.StringIO(told.out.removeprefix("\ufeff"), newline="")))
    assert rows[0] == [
        "work", "kind", "name", "file", "line", "language", "field", "detail", "what to do",
    ]  # fmt: skip
    assert rows[1] == [
        "Files with faults", "", "", "content/shops/salah.md", "3", "", "", "`jenis` can't be `warung`",
        "Mend these first: they are not shown. sentra check says how.",
    ]  # fmt: skip
    assert ["products", "Tas", "content/products/tas.md"] in [row[1:4] for row in rows]
    status = json.loads(sentra("status", "--root", site, "--format", "json").out)
    assert len(rows) == 1 + len(status["todos"]) + len(status["unmarked_files"])
    assert [row[7] for row in rows if row[0].startswith("Certificates")] == [
        "'=1+1: expired on 2026-10-31", "SVLK: expires on 2026-12-31",
    ]  # fmt: skip


@pytest.mark.parametrize(("language", "separator"), [("id", ";"), ("en", ",")])
def test_a_spreadsheet_opens_with_its_columns_in_the_excel_of_its_language(
    language: str, separator: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site", CASE)
    told = sentra("status", "--root", site, "--format", "csv", language=language).out
    assert told.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(told, newline=""), delimiter=separator))
    assert {len(row) for row in rows} == {9}


@pytest.mark.parametrize(("language", "told"), [("id", "lalu hapus baris"), ("en", "then delete")])
def test_an_example_that_is_left_is_told_as_the_release_tells_it(
    language: str, told: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site")
    made = sentra("new", "tempat", "Melati", "--root", site, language=language)
    file = site / "content/places/melati.md"
    draft = {"id": "draf: ya\n", "en": "draft: yes\n"}[language]
    file.write_text(file.read_text("utf-8").replace(draft, f"{_required(language)}\n"), "utf-8")
    assert made.code == 0
    listed = sentra("status", "--root", site, language=language).out
    assert re.search(rf"content/places/melati\.md:\d+  .*{told}", listed), listed
    refused = sentra("build", "--release", "--root", site, "--output", tmp_path / "out", language=language)
    assert told in refused.err


def _required(language: str) -> str:
    return f"# {phrase('new-required', language)}"


def test_a_program_reads_the_same_in_every_language(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    english, indonesian = (
        json.loads(sentra("status", "--root", site, "--format", "json", language=language).out)
        for language in ("en", "id")
    )
    assert english.pop("faults")[0]["message"] == "`jenis` can't be `warung`"
    assert indonesian.pop("faults")[0]["message"] == "`jenis` tidak bisa `warung`"
    assert english == indonesian
    assert (english["day"], english["counts"]["products"], english["unmarked"]) == (
        "2026-11-01",
        2,
        {"en": 13},
    )


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_holds_all_and_asks_for_nothing_else(language: str, tmp_path: Path) -> None:
    site, page = lay_out(tmp_path / "site", CASE), tmp_path / "status.html"
    told = sentra("status", "--root", site, "--to", page, language=language)
    assert (told.code, str(page) in told.out) == (1, True)
    text = page.read_text("utf-8")
    rows = csv.reader(
        io.StringIO(sentra("status", "--root", site, "--format", "csv", language=language).out, newline=""),
        delimiter={"id": ";", "en": ","}[language],
    )
    root = ET.fromstring(_as_xml(text))
    assert root.get("lang") == language
    cells = [" ".join(cell.itertext()) for cell in root.iter("td")]
    files = [cell.text for cell in root.iter("code")]
    assert [row[3] for row in rows if row[3] not in files] == [{"id": "berkas", "en": "file"}[language]]
    assert {"id": "lokasi, ringkasan, pembayaran, layanan", "en": "location, summary, payments, services"}[
        language
    ] in cells, "an owner is asked for all at once"
    assert {element.tag for element in root.iter()} & {"script", "link", "img", "iframe", "form"} == set()
    assert "url(" not in text
    assert all(link.get("href", "").startswith("#") for link in root.iter("a"))
    assert "'=1+1" not in text, "what is done for spreadsheets is not done here"


def test_on_a_site_of_hundreds_the_page_shows_what_is_missing_most_and_folds_up_the_rest(
    tmp_path: Path,
) -> None:
    shop = "---\nnama: Toko {0:03}\njenis: toko\nkategori: [dompet]\nalamat: Gang {0}\n{1}---\nTas.\n"
    hours = "jam_buka: {senin: 08.00-17.00}\nwa: 0812-3456-7890\n"
    shops = {
        f"content/shops/toko-{number:03}.md": shop.format(number, hours if number % 2 else "")
        for number in range(120)
    }
    site = lay_out(tmp_path / "site", files=shops)
    page = sentra("status", "--root", site, "--format", "html", language="en").out
    root = ET.fromstring(_as_xml(page))
    (fields,) = [part for part in root.iter("section") if part.get("aria-labelledby") == "fields"]
    counts = [item.text or "" for item in fields.iter("li")]
    assert re.fullmatch(r"hours: 6\d of 12\d", counts[0])
    assert counts[1].startswith("whatsapp: ")
    tables = [part for part in fields.iter("details") if "shops" in (part[0].text or "")]
    assert [part.get("open") for part in tables] == [None]
    told = [[" ".join(cell.itertext()) for cell in row.iter("td")] for row in tables[0].iter("tr")][1:]
    empty = [len(row[1].split(", ")) for row in told]
    assert empty == sorted(empty, reverse=True)
    assert len(empty) > 100
    assert any(name.startswith("Toko 000 content/shops/toko-000.md") for name, _ in told)
    (missing,) = [part for part in root.iter("section") if part.get("aria-labelledby") == "missing"]
    assert sum(cell.text == "en" for cell in missing.iter("td")) > 100


def _as_xml(page: str) -> str:
    """Close the tags that HTML leaves open, so that a strict parser finds all others that are not closed."""
    return re.sub(r"(<meta [^>]*|<br|<details open)>", _closed, page.removeprefix("<!doctype html>"))


def _closed(tag: re.Match[str]) -> str:
    return "<details open=''>" if tag[1].startswith("<details") else f"{tag[1]}/>"


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_spreadsheet_for_any_excel_holds_the_same_as_texts(language: str, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    written = []
    for _ in range(2):
        told = sentra("status", "--root", site, "--to", tmp_path / "status.xlsx", language=language)
        assert (told.code, told.err) == (1, "")
        written.append((tmp_path / "status.xlsx").read_bytes())
    assert written[0] == written[1]
    printed = sentra("status", "--root", site, "--format", "csv", language=language).out.removeprefix(
        "\ufeff"
    )
    rows = list(csv.reader(io.StringIO(printed, newline=""), delimiter={"id": ";", "en": ","}[language]))
    sheet = load_workbook(io.BytesIO(written[0])).worksheets[0]
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert cells == [[cell.removeprefix("'") for cell in row] for row in rows]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


@pytest.mark.parametrize(
    "name", ["status.csv", "status-umkm.csv", "status.html", "status.json", "status.txt"]
)
def test_a_file_of_somebody_else_is_written_over_only_where_that_is_asked_for(
    name: str, tmp_path: Path
) -> None:
    site, file = lay_out(tmp_path / "site", CASE), tmp_path / name
    for other in (b"nama;alamat\r\nMelati;Kludan\r\n", b"{}", b"<!doctype html>", b""):
        file.write_bytes(other)
        told = sentra("status", "--root", site, "--to", file, language="id")
        assert (told.code, file.read_bytes()) == (2, other)
        assert f"berkas `{name}` sudah ada" in told.err
    assert sentra("status", "--root", site, "--to", file, "--yes").code == 1
    whole = file.read_bytes()
    assert sentra("status", "--root", site, "--to", file).code == 1
    assert file.read_bytes() == whole


def test_a_list_with_notes_of_its_readers_is_not_written_over(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    table, book = tmp_path / "status.csv", tmp_path / "status.xlsx"
    for file in (table, book):
        assert sentra("status", "--root", site, "--to", file).code == 1
    table.write_bytes(table.read_bytes().replace(b"\r\n", b";sudah\r\n"))
    noted = load_workbook(book)
    noted.worksheets[0]["J2"] = "sudah"
    noted.save(book)
    with untouched(tmp_path):
        for file in (table, book):
            assert sentra("status", "--root", site, "--to", file).code == 2


@pytest.mark.parametrize("name", ["status.html", "status.csv", "status.json", "status.txt"])
def test_the_ending_chooses_the_form_and_the_same_bytes_come_again(name: str, tmp_path: Path) -> None:
    site, target = lay_out(tmp_path / "site", CASE), tmp_path / name
    written = []
    for _ in range(2):
        assert sentra("status", "--root", site, "--to", target).code == 1
        written.append(target.read_bytes())
    assert written[0] == written[1]
    style = {"txt": "text"}.get(name[7:], name[7:])
    printed = sentra("status", "--root", site, "--format", style).out
    assert written[0].decode("utf-8") == printed


@pytest.mark.parametrize(
    ("target", "key"),
    [
        ("site/content/status.html", "own folders"),
        ("site/templates/base.html", "own folders"),
        ("site/output/index.html", "own folders"),
        ("notes.md", "of that name"),
        ("daftar.csv", "already"),
        ("hilang/status.html", "no folder"),
    ],
)
def test_nothing_is_written_over_the_site_or_a_file_of_another_form(
    target: str, key: str, tmp_path: Path
) -> None:
    site = lay_out(tmp_path / "site", CASE)
    for name in ("notes.md", "daftar.csv"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    with untouched(tmp_path):
        told = sentra("status", "--root", site, "--to", tmp_path / target, language="en")
    assert told.code == 2
    assert "error[status-target]" in told.err
    assert key in told.err


def stale(site: Path) -> dict[str, list[str]]:
    """Give the changed parts by translation."""
    told = sentra("status", "--root", site, "--format", "json")
    assert told.code == 0
    return {todo["path"]: todo["parts"] for todo in json.loads(told.out)["todos"] if todo["group"] == "stale"}


def test_marked_once_a_change_of_the_original_is_named_until_it_is_marked_again(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    first = sentra("status", "--root", site, "--mark", "content", language="en")
    assert first.out == "Translations marked as true to the original: 13. Marked already: 0.\n"
    marks = (site / MARKS_PATH).read_bytes()
    again = sentra("status", "--root", site, "--mark", site / "content", language="en")
    assert again.out == "Translations marked as true to the original: 0. Marked already: 13.\n"
    assert (site / MARKS_PATH).read_bytes() == marks
    assert stale(site) == {}
    (site / ABOUT).write_bytes((site / ABOUT).read_bytes().replace(b"1976", b"1977"))
    assert stale(site) == {ABOUT_IN_ENGLISH: ["## Sejarah"]}
    told = sentra("status", "--root", site, language="id").out
    assert f"  {ABOUT_IN_ENGLISH}  berubah sejak diterjemahkan: ## Sejarah\n" in told
    left = sentra("status", "--root", site, "--mark", "content", language="en").out
    assert left.endswith("Left, for their original has changed: 1. Look at them, then name their files.\n")
    assert stale(site) == {ABOUT_IN_ENGLISH: ["## Sejarah"]}
    with untouched(site):
        refused = sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH, language="en")
    assert refused.code == 2
    assert "not touched since it was marked (content/pages/tentang.en: ## Sejarah)" in refused.err
    (site / ABOUT_IN_ENGLISH).write_bytes((site / ABOUT_IN_ENGLISH).read_bytes() + b"\nSince 1977.\n")
    sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH)
    assert stale(site) == {}
    (site / ABOUT).write_bytes((site / ABOUT).read_bytes().replace(b"1977", b"1978"))
    sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH, "--yes")
    assert stale(site) == {}


def replace_in(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_translation_that_was_adjusted_in_part_is_not_marked(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    sentra("status", "--root", site, "--mark", "content")
    replace_in(site / ABOUT, "Tentang kami", "Siapa kami")
    replace_in(site / ABOUT, "1976", "1977")
    assert stale(site) == {ABOUT_IN_ENGLISH: ["name", "## Sejarah"]}
    replace_in(site / ABOUT_IN_ENGLISH, "About us", "Who we are")
    with untouched(site):
        refused = sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH, language="id")
    assert refused.code == 2
    assert "belum disentuh sejak ditandai (content/pages/tentang.en: ## Sejarah)" in refused.err
    assert stale(site) == {ABOUT_IN_ENGLISH: ["name", "## Sejarah"]}
    replace_in(site / ABOUT_IN_ENGLISH, "1976", "1977")
    assert sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH).code == 0
    assert stale(site) == {}


def test_a_mark_goes_with_a_file_that_is_renamed(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    sentra("status", "--root", site, "--mark", "content")
    replace_in(site / ABOUT, "1976", "1977")
    for name in (ABOUT, ABOUT_IN_ENGLISH):
        (site / name).rename(site / name.replace("tentang", "riwayat"))
    new = ABOUT_IN_ENGLISH.replace("tentang", "riwayat")

    def status() -> dict[str, list[str]]:
        told = json.loads(sentra("status", "--root", site, "--format", "json").out)
        assert told["lost_marks"] == []
        return {todo["path"]: todo["parts"] for todo in told["todos"] if todo["group"] == "stale"}

    assert status() == {new: ["## Sejarah"]}
    replace_in(site / new, "1976", "1977")
    assert status() == {new: ["## Sejarah"]}
    sentra("status", "--root", site, "--mark", new)
    assert status() == {}
    marks = (site / MARKS_PATH).read_text("utf-8")
    assert "pages/riwayat.en" in marks
    assert "pages/tentang.en" not in marks


def test_a_mark_whose_file_is_gone_is_told_where_that_may_have_another_name(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    sentra("status", "--root", site, "--mark", "content")
    for name in (ABOUT, ABOUT_IN_ENGLISH):
        (site / name).rename(site / name.replace("tentang", "riwayat"))
    new = "content/pages/riwayat"
    (site / f"{new}.md").write_text("---\njudul: Lain\nringkasan: Lain.\n---\nLain.\n", "utf-8")
    (site / f"{new}.en.md").write_text("---\njudul: Other\nringkasan: Other.\n---\nOther.\n", "utf-8")
    told = sentra("status", "--root", site, language="id").out
    assert "  Ada tanda untuk berkas yang sudah tidak ada: pages/tentang.en. Berganti nama?" in told
    assert f"    {new}.en.md\n" in told
    page = sentra("status", "--root", site, "--format", "html", language="id").out
    assert "Ada tanda untuk berkas yang sudah tidak ada: pages/tentang.en." in page


def test_translations_that_nobody_marked_are_named(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    told = sentra("status", "--root", site, language="id").out
    files = [todo["path"] for todo in json.loads(_json(site))["unmarked_files"]]
    shown = re.search(r"sesuai naskah aslinya: en 13\.\n((?:    .*\n)+)(.*)", told)
    assert shown is not None
    lines = shown[1].splitlines()
    assert len(lines) == 6
    assert all(line.startswith(f"    {path}") for path, line in zip(files[:5], lines[:5], strict=True))
    assert lines[5] == "    … dan 8 lagi"
    assert f"`sentra status --mark {files[0]}`" in shown[2]
    page = sentra("status", "--root", site, "--format", "html", language="id").out
    table = sentra("status", "--root", site, "--format", "csv", language="id").out
    assert all(f"<code>{path}</code>" in page and f";{path};" in table for path in files)
    assert "Terjemahan yang belum ditandai: 13" in page


def _json(site: Path) -> str:
    return sentra("status", "--root", site, "--format", "json").out


def test_at_a_terminal_it_is_asked_before_what_may_be_wrong_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, asked = lay_out(tmp_path / "site"), list[str]()

    def mark(answer: str, path: str) -> str:
        def ask(question: str) -> str:
            asked.append(question)
            return answer

        monkeypatch.setattr("site_builder.cli.talk", lambda _language: Talk(ask, lambda _problem: None))
        return sentra("status", "--root", site, "--mark", path, language="en").out

    with untouched(site):
        assert mark("n", "content") == "Nothing was marked.\n"
    assert "13 translations will be marked" in asked[-1]
    assert mark("y", "content").startswith("Translations marked as true to the original: 13.")
    (site / ABOUT).write_bytes((site / ABOUT).read_bytes().replace(b"1976", b"1977"))
    with untouched(site):
        mark("n", ABOUT_IN_ENGLISH)
    assert "  content/pages/tentang.en: ## Sejarah\n1 of these were not touched" in asked[-1]
    mark("y", ABOUT_IN_ENGLISH)
    assert stale(site) == {}


@pytest.mark.parametrize("style", ["crlf", "bom", "blanks"])
def test_how_a_program_saves_a_file_is_no_change(style: str, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    sentra("status", "--root", site, "--mark", "content")
    for file in sorted((site / "content").rglob("*.md")):
        data = file.read_bytes()
        saved = {
            "crlf": data.replace(b"\n", b"\r\n"),
            "bom": b"\xef\xbb\xbf" + data,
            "blanks": data.replace(b".\n", b". \t\n") + b"\n\n",
        }
        assert saved[style] != data
        file.write_bytes(saved[style])
    assert stale(site) == {}


def test_an_event_that_is_over_is_told_with_the_files_that_link_to_it(tmp_path: Path) -> None:
    """`berakhir`, which is proposed for it, would leave nothing of these links but their words."""
    texts = {
        "content/pages/satu.md": "---\njudul: A\n---\nLihat [[event:pameran|itu]] dan [[event:pameran-2]].\n",
        "content/pages/dua.md": "---\njudul: B\n---\n[itu](../events/pameran.md)\n",
        "content/pages/tiga.md": "---\njudul: C\n---\n[itu](/acara/pameran/).\n",
        "content/pages/kode.md": "---\njudul: D\n---\nTulis `[itu](../events/pameran.md)`.\n",
    }
    site = lay_out(tmp_path / "site", CASE, files=texts)
    told = sentra("status", "--root", site, language="en").out
    assert (
        "  content/events/pameran.md  ended on 2026-02-05; linked in content/pages/dua.md, "
        "content/pages/satu.md, content/pages/tiga.md: with `expires` only the words stay there\n"
    ) in told


def test_marks_are_nothing_to_a_build(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    assert build(site, tmp_path / "before").code == 0
    sentra("status", "--root", site, "--mark", "content")
    assert build(site, tmp_path / "after").code == 0
    assert tree_of(tmp_path / "before") == tree_of(tmp_path / "after")


def test_a_base_file_is_marked_by_its_translations_which_are_named(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    told = sentra("status", "--root", site, "--mark", ABOUT).out.split("\n")
    assert told[1:] == ["  content/pages/tentang.en", ""]
    site = lay_out(tmp_path / "other")
    assert sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH).out.split("\n")[1:] == [""]


def test_the_hint_on_marks_names_a_file_that_exists(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site")
    told = sentra("status", "--root", site, "--mark", "content/pages/x.md").err
    named = re.search(r"--mark (\S+\.md)`", told)
    assert named, told
    assert (site / named[1]).is_file()


@pytest.mark.parametrize(
    ("asked", "code", "key"),
    [("content/pages/x.en.md", 2, "mark-unknown"), ("content/shops/salah.md", 2, "mark-unknown")],
)
def test_what_can_not_be_marked_changes_nothing(asked: str, code: int, key: str, tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    with untouched(site):
        told = sentra("status", "--root", site, "--mark", ABOUT_IN_ENGLISH, asked, language="en")
    assert told.code == code
    assert f"error[{key}]" in told.err


def test_damaged_marks_are_told_and_never_overwritten(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={MARKS_PATH: "<<<<<<< HEAD\n{}\n"})
    with untouched(site):
        told = sentra("status", "--root", site, language="en")
        marked = sentra("status", "--root", site, "--mark", "content", language="en")
    assert (told.code, marked.code) == (1, 1)
    assert told.err == marked.err
    assert told.err.startswith(f"{MARKS_PATH}:1:1: error[marks-broken]: ")


def test_settings_that_can_not_be_read_end_it_as_they_end_a_check(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", files={"content/site.yaml": "nama: X\n"})
    told = sentra("status", "--root", site)
    check = sentra("check", "--root", site)
    assert (told.code, told.err) == (check.code, check.err)


def test_a_pipe_is_neither_read_nor_written_over(tmp_path: Path) -> None:
    site = lay_out(tmp_path / "site", CASE)
    os.mkfifo(site / MARKS_PATH)
    told = sentra("status", "--root", site)
    assert (told.code, "file-special" in told.err) == (3, True)
    (site / MARKS_PATH).unlink()
    pipe = tmp_path / "status.html"
    os.mkfifo(pipe)
    told = sentra("status", "--root", site, "--to", pipe)
    assert (told.code, "file-special" in told.err) == (3, True)
    assert pipe.is_fifo()


def test_a_report_that_the_disk_does_not_take_is_told_without_traceback(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "site_builder", "check", "--format", "json", "--root", str(tmp_path)]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 3
    assert "disk-refused" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception" not in ran.stderr
