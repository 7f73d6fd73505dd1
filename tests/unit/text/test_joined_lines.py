from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.names import Lang, SourcePath
from site_builder.problems import Severity
from site_builder.text.convert import convert


def told(markdown: str) -> list[tuple[int, int, str, str]]:
    problems = convert(markdown, SourcePath("content/shops/a.md"), 1, Lang("id")).problems
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [(p.at.line, p.at.column, p.key, p.values["suggestion"]) for p in problems]


@pytest.mark.parametrize(
    ("markdown", "line", "suggestion"),
    [
        ("1) menjahit\n2) memotong\n• finishing", 1, "1. menjahit"),
        ("1. Tanya\n2) Bayar", 2, "2. Bayar"),
        ("Kami:\n• menjahit\n• memotong", 2, "- menjahit"),
        ("a. potong\nb. jahit", 1, "- potong"),
        ("– potong\n– jahit", 1, "- potong"),
        ("-potong\n-jahit", 1, "- potong"),
        ("1.potong\n2.jahit", 1, "1. potong"),
    ],
)
def test_a_list_whose_marks_are_none_is_told_once(markdown: str, line: int, suggestion: str) -> None:
    assert told(markdown) == [(line, 1, "list-mark", suggestion)]
    assert told(f"Isi.\n\n{markdown}\n\nIsi.") == [(line + 2, 1, "list-mark", suggestion)]


@pytest.mark.parametrize(
    ("markdown", "suggestion"),
    [
        ("—Berapa?\n—Seratus ribu.", "- Berapa?"),
        ("–Berapa?\n–Seratus ribu.", "- Berapa?"),
        ("—“Berapa?”\n—“Seratus ribu.”", "- “Berapa?”"),
    ],
)
def test_lines_that_may_be_spoken_are_told_to_be_set_apart_first(markdown: str, suggestion: str) -> None:
    assert told(markdown) == [(1, 1, "list-mark.spoken", suggestion)]
    problems = convert(markdown, SourcePath("content/shops/a.md"), 1, Lang("id")).problems
    assert sentence_for(problems[0], "id").hint == (
        "percakapan? sisipkan satu baris kosong di antara baris-baris itu;"
        f" daftar? tulis `{suggestion}`, begitu juga baris lainnya"
    )
    assert told(markdown.replace("\n", "\n\n")) == []


def test_the_parts_of_a_field_below_its_place_are_not_told_as_lines() -> None:
    assert told("jam_buka:\n  senin: 8-5\n  sabtu: 8-12\n  minggu: tutup") == []
    assert told("layanan:\n  Grosir\n  Eceran")[0][2] == "lines-joined"


def test_short_lines_that_show_as_one_are_told() -> None:
    for markdown in ("Harga:\nKecil 450rb\nBesar 550rb", "Senin 8-4\nSabtu 8-12\nMinggu tutup"):
        second = markdown.split("\n")[1]
        assert told(markdown) == [(2, 1, "lines-joined", f"- {second}")]


def test_a_table_without_its_dashes_is_told_with_the_line_to_write() -> None:
    assert told("| ukuran | harga |\n| kecil | 450 |\n| besar | 550 |") == [
        (1, 1, "table-form.rule", "| --- | --- |")
    ]


def test_a_table_just_below_a_text_is_told() -> None:
    assert told("Harga:\n| a | b |\n| --- | --- |\n| 1 | 2 |") == [(2, 1, "table-form.blank", "| a | b |")]


def test_a_sentence_that_dashes_below_it_make_a_heading_is_told() -> None:
    for dashes in ("---", "-", "--------------------"):
        assert told(f"Nama: Bu Yuli\n{dashes}\n\nIsi.") == [(1, 1, "heading-underline", "## Nama: Bu Yuli")]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("30*20*10", "30 x 20 x 10"), ("2,5*3*4cm", "2,5 x 3 x 4")],
)
def test_stars_between_numbers_that_would_be_lost_are_told(written: str, meant: str) -> None:
    assert told(f"Ukuran {written}.") == [(1, 8, "stars-in-numbers", meant)]


def test_one_star_is_lost_where_another_one_follows_in_its_paragraph() -> None:
    assert [place[:2] for place in told("Meja 30*20 cm dan 40*30 cm.")] == [(1, 6), (1, 19)]
    assert told("Meja 30*20 cm.\n\nKursi 40*30 cm.") == []


def test_what_to_write_shows_as_it_was_meant() -> None:
    for markdown in ("1. Tanya\n2. Bayar", "- Kecil 450rb\n- Besar 550rb\n- Jumbo", "Nama: Bu Yuli\n\n---"):
        assert told(markdown) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "Bengkel ini berdiri sejak 1976 dan\nmenjahit koper, tas, dan dompet\ndi Kedensari.",
        "Kami menjahit tas.\nKami menjual koper.\nDatanglah!",
        "Jl. Raya Kludan 5,\nTanggulangin,\nSidoarjo",
        "Pilih satu\n2) yang pas",
        "• satu",
        "| satu |",
        "a. m. dan\np. m.",
        "Judul\n-----\n\nIsi",
        "Judul bagian\n============\n\nIsi",
        "- a\n- b\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
        "Ukuran 30\\*20\\*10 dan `30*20*10`.",
        "**2*3**",
        "```\n1) a\n2) b\n\n| a |\n| b |\n```",
        "> Kutipan\n> Kedua\n> Ketiga",
        "Baris  \nKedua  \nKetiga",
        "[^1]: Satu\n[^2]: Dua\n[^3]: Tiga\n\nIsi[^1][^2][^3]",
    ],
)
def test_other_lines_are_left_alone(markdown: str) -> None:
    assert told(markdown) == []


def test_the_hints_say_what_to_write() -> None:
    problems = convert("1) a\n2) b", SourcePath("content/shops/a.md"), 1, Lang("id")).problems
    assert sentence_for(problems[0], "id").message == (
        "`1) a` tampil menyambung dengan baris lain, bukan sebagai daftar"
    )
    assert sentence_for(problems[0], "id").hint == (
        "tulis `1. a`, begitu juga baris lainnya di daftar ini: `- ` atau `1. ` di awal tiap baris"
    )
