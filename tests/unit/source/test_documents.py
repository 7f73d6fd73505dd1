"""Front matter and Markdown: where one ends and the other begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.documents import Document, parse_document
from site_builder.source.naming import DocumentName, name_document
from site_builder.source.tree import written
from tests.unit.validate.files import told

PATH = SourcePath("content/shops/a.md")
LANGS = (Lang("id"), Lang("en"))


def parse(text: str | bytes, path: str = PATH) -> tuple[Document | None, tuple[Problem, ...]]:
    name = name_document(SourcePath(path), LANGS)
    assert isinstance(name, DocumentName)
    data = text if isinstance(text, bytes) else text.encode()
    document, problems = parse_document(SourcePath(path), data, name)
    return document, tuple(told(problems))


def document_of(text: str | bytes, path: str = PATH) -> Document:
    document, problems = parse(text, path)
    assert problems == ()
    assert document is not None
    return document


def test_fields_and_text_are_parted_and_the_text_knows_its_line() -> None:
    document = document_of("---\nnama: Toko\n---\n\n\nHalo **dunia**\n\n")
    assert written(document.tree) == {"nama": "Toko"}
    assert (document.markdown, document.markdown_line) == ("Halo **dunia**", 6)
    assert document.path == PATH


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbf---\nnama: Toko\n---\nHalo",
        b"---\r\nnama: Toko\r\n---\r\nHalo\r\n",
        b"\n\n---  \nnama: Toko\n--- \nHalo",
    ],
)
def test_a_bom_crlf_blank_lines_and_trailing_spaces_do_no_harm(text: bytes) -> None:
    document = document_of(text)
    assert written(document.tree) == {"nama": "Toko"}
    assert document.markdown == "Halo"


def test_the_digest_is_of_the_text_alone() -> None:
    first = document_of("---\nnama: Toko\n---\nHalo")
    second = document_of("---\nnama: Lain\nalamat: x\n---\n\nHalo\n")
    assert first.markdown_digest == second.markdown_digest
    assert first.markdown_digest != document_of("---\nnama: Toko\n---\nHai").markdown_digest
    assert document_of("---\nnama: Toko\n---\n").markdown == ""


def test_empty_fields_are_a_mapping_without_any() -> None:
    assert document_of("---\n---\nHalo").fields == {}


def test_a_line_of_hyphens_in_the_text_is_a_rule_of_markdown() -> None:
    assert document_of("---\nnama: Toko\n---\nA\n\n---\n\nB").markdown == "A\n\n---\n\nB"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "nama: Toko\n---\nHalo",
            Problem("front-matter-open", Span(PATH), "fields", {"value": "nama: Toko"}),
        ),
        ("Halo dunia", Problem("front-matter-open", Span(PATH))),
        ("\n# Halo", Problem("front-matter-open", Span(PATH, 2))),
        ("----\nnama: x\n---\n", Problem("front-matter-open", Span(PATH), "marks", {"value": "----"})),
        ("—-\nnama: x\n---\n", Problem("front-matter-open", Span(PATH), "marks", {"value": "—-"})),
        (
            "--- nama: x\n---\n",
            Problem("front-matter-open", Span(PATH, 1, 4), "same-line", {"value": "nama: x"}),
        ),
        ("---\nnama: Toko\nalamat: x\n", Problem("front-matter-close", Span(PATH))),
        (
            "---\nnama: Toko\n\nHalo dunia.\n",
            Problem("front-matter-close", Span(PATH, 4), "before", {"line": "1", "value": "Halo dunia."}),
        ),
        (
            "---\nnama: Toko\n----\nHalo\n",
            Problem("front-matter-close", Span(PATH, 3), "marks", {"line": "1", "value": "----"}),
        ),
        (
            "---\nnama: Toko\nDompet kulit sapi, dijahit sambil Anda menunggu.\n",
            Problem(
                "front-matter-close",
                Span(PATH, 3),
                "before",
                {"line": "1", "value": "Dompet kulit sapi, dijahit sambil Anda …"},
            ),
        ),
        ("---\nnama: Toko\nringkasan = Tas\njenis: toko\n", Problem("front-matter-close", Span(PATH))),
        ("---\nnama: Toko\nringkasan Tas kulit\n", Problem("front-matter-close", Span(PATH))),
        ("---\nnama: Toko\nTas kulit\njenis: toko\n", Problem("front-matter-close", Span(PATH))),
        (
            "---\nnama: Toko\nringkasan = Tas\n\nHalo dunia.\n",
            Problem("front-matter-close", Span(PATH, 5), "before", {"line": "1", "value": "Halo dunia."}),
        ),
        ("---\n", Problem("file-empty", Span(PATH), "marks")),
        ("---\n\n", Problem("file-empty", Span(PATH), "marks")),
        ("", Problem("file-empty", Span(PATH))),
    ],
)
def test_missing_marks_are_told_at_their_line(text: str, expected: Problem) -> None:
    document, problems = parse(text)
    assert document is None
    assert problems == (expected,)


def test_places_of_yaml_faults_count_from_the_top_of_the_file() -> None:
    _, problems = parse("\n---\nnama: Toko\njudul: Tas: kulit\n---\n")
    assert [(problem.at, problem.key) for problem in problems] == [(Span(PATH, 4, 11), "yaml-colon")]


def test_a_translation_may_be_text_alone() -> None:
    document = document_of("\nHello *world*\n", "content/shops/a.en.md")
    assert (document.fields, document.markdown, document.markdown_line) == ({}, "Hello *world*", 2)
    assert parse("name: Shop\n", "content/shops/a.en.md")[1][0].key == "front-matter-open.fields"


def test_a_yaml_file_has_fields_only() -> None:
    document = document_of("judul: x\nnilai: 4,16\n", "content/figures/a.yaml")
    assert written(document.tree) == {"judul": "x", "nilai": "4,16"}
    assert parse("# kosong\n", "content/figures/a.yaml")[1][0].key == "file-empty"
    assert parse("- a\n", "content/figures/a.yaml")[0] is None


pieces = st.sampled_from(
    [
        "---\n",
        "nama: x\n",
        "a: b: c\n",
        "\t",
        "- x\n",
        "\r\n",
        "“",
        "\ufeff",
        "[",
        "{",
        "'",
        '"',
        "#",
        "\u2028",
        " ",
    ]
)


@given(st.binary(max_size=300) | st.lists(pieces, max_size=12).map(lambda parts: "".join(parts).encode()))
def test_any_bytes_give_a_document_or_problems_and_places_lie_inside(data: bytes) -> None:
    for path in (PATH, "content/shops/a.en.md", "content/figures/a.yaml"):
        document, problems = parse(data, path)
        assert document is not None or problems
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        for problem in problems:
            assert 1 <= problem.at.line <= len(lines)
            assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
        if document is not None:
            assert 1 <= document.markdown_line <= len(lines)
