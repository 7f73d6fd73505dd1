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


@pytest.mark.parametrize(
    "markdown",
    [
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
