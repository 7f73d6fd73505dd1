from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.names import Lang, SourcePath
from site_builder.problems import Severity
from site_builder.text.convert import convert


def told(markdown: str) -> list[tuple[int, int, str]]:
    problems = convert(markdown, SourcePath("content/pages/a.md"), 1, Lang("id")).problems
    assert all(problem.severity is Severity.WARNING for problem in problems)
    return [(p.at.line, p.at.column, sentence_for(p, "id").hint) for p in problems]


def test_a_heading_without_its_space_is_told() -> None:
    assert told("Isi\n\n##Jam buka\n") == [(3, 1, "tulis `## Jam buka`")]


def test_a_link_with_a_space_too_many_is_told() -> None:
    assert told("Lihat [toko] (https://contoh.id/a).") == [(1, 7, "tulis `[toko](https://contoh.id/a)`")]


def test_a_photo_with_a_space_too_many_is_told() -> None:
    assert told("![Pintu] (maju/depan.PNG)") == [(1, 1, "tulis `![Pintu](maju/depan.PNG)`")]


def test_the_name_of_a_photo_in_brackets_is_told_with_the_form_that_shows_it() -> None:
    (told_of,) = told("Pagi di bengkel.\n\n![IMG 12.JPG]\n")
    assert told_of[:2] == (3, 1)
    assert "`![…isi…](a/img-12.jpg)`" in told_of[2]
    assert [at[:2] for at in told("Lihat [pagi.jpg] ini.")] == [(1, 7)]


@pytest.mark.parametrize("written", ["p5/pagi.jpg", "(pagi.jpg)", "Pagi.JPG"])
def test_the_name_of_a_photo_that_is_all_of_a_paragraph_is_told_too(written: str) -> None:
    for markdown, line in ((written, 1), (f"Isi.\n\n{written}\n\nLagi.", 3)):
        ((at_line, column, hint),) = told(markdown)
        assert (at_line, column) == (line, 1)
        assert "`![…isi…](a/pagi.jpg)`" in hint


def test_words_in_quotes_behind_a_photo_are_said_not_to_be_shown() -> None:
    for markdown in (
        '![Orang menjahit](a/foto.jpg "Bu Sri, 2026")',
        '![Orang menjahit][f]\n\n[f]: a/foto.jpg "Bu Sri, 2026"',
    ):
        (problem,) = convert(markdown, SourcePath("content/pages/a.md"), 1, Lang("id")).problems
        assert (problem.key, problem.severity) == ("photo-title", Severity.WARNING)
        assert problem.values == {"value": "Bu Sri, 2026"}
        assert sentence_for(problem, "id").hint == (
            "hapus tanda kutip beserta isinya; kalau perlu dibaca orang, tulis kalimatnya di teks, "
            "di bawah fotonya"
        )


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("0813-3012-8876", "+6281330128876"),
        ("+62 813 3012 8876", "+6281330128876"),
        ("081330128876", "+6281330128876"),
        ("0812.345.678", "+62812345678"),
    ],
)
def test_a_mobile_number_is_told_for_the_site_to_say_whose_it_is(written: str, dialled: str) -> None:
    text = f"Pesan ke {written}, Bu Ayu."
    (problem,) = convert(text, SourcePath("content/pages/a.md"), 1, Lang("id")).problems
    assert (problem.code, problem.at.column) == ("number-strange", 10)
    assert problem.values == {"value": written, "dialled": dialled}


@pytest.mark.parametrize(
    "markdown",
    [
        "[pagi.jpg]\n\n[pagi.jpg]: https://contoh.id/",
        "[pagi.jpg](https://contoh.id/)",
        "`[pagi.jpg]` saja",
        "`pagi.jpg`",
        "Simpan sebagai\npagi.jpg",
        "https://contoh.id/pagi.jpg",
        "![Pintu](a/pagi.jpg)",
        "Buka 08.00-16.00, sejak 08-12-2026 10.30.",
        "Nomor 4208 1234 5678 dan Rp 0,0812345678901",
        "`0812-3456-7890`",
        "## Jam buka",
        "nomor #5 dan #tanggulangin",
        "#tanggulangin",
        "`[a] (https://contoh.id)`",
        "```\n##Judul\n[a] (https://contoh.id)\n```\n",
        "Teks\n\n    ##Judul\n",
        "[tas] (kulit asli)",
        "![tas] (kulit asli)",
        "`![a] (b.png)`",
    ],
)
def test_other_texts_are_left_alone(markdown: str) -> None:
    assert told(markdown) == []
