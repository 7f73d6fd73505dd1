"""Which bytes are text, and where and how the others go wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.text_bytes import read_text
from tests.unit.validate.files import told

MD = SourcePath("content/shops/a.md")
YAML = SourcePath("content/figures/a.yaml")


def problem_of(data: bytes, path: SourcePath = MD) -> Problem:
    found = read_text(path, data)
    assert isinstance(found, Problem)
    assert told([found]) == [found]
    return found


def test_a_bom_is_dropped_and_line_ends_become_one() -> None:
    assert read_text(MD, b"\xef\xbb\xbfa\r\nb\rc\n") == "a\nb\nc\n"


def test_line_separators_of_the_web_become_spaces_so_that_lines_count_as_in_an_editor() -> None:
    assert read_text(MD, "a\u2028b\u2029c".encode()) == "a b c"


@pytest.mark.parametrize(
    "data",
    ["nama: Toko".encode("utf-16"), "nama: Toko".encode("utf-16-le"), "nama: Toko".encode("utf-16-be")],
)
def test_utf16_from_notepad_is_named_with_or_without_its_bom(data: bytes) -> None:
    assert problem_of(data) == Problem(
        "file-encoding", Span(MD), "utf16", {"encoding": "UTF-16", "byte": "1"}
    )


def test_latin_letters_in_one_byte_are_placed_and_shown() -> None:
    problem = problem_of("nama: Toko\r\nkota: Kafé".encode("cp1252"))
    assert (problem.key, problem.at) == ("file-encoding.ansi", Span(MD, 2, 10))
    assert problem.values == {"byte": "22", "encoding": "Windows-1252 (ANSI)", "character": "é"}


def test_a_mixture_is_told_from_a_wrong_encoding() -> None:
    problem = problem_of(b"\xef\xbb\xbf" + "é".encode() + b"\n\x93x")
    assert (problem.key, problem.at, problem.values["byte"]) == ("file-encoding.mixed", Span(MD, 2, 1), "7")
    assert problem.values["character"] == "“"


@pytest.mark.parametrize(
    ("text", "key", "character"),
    [
        ("nama: Toko besar sekali di Tanggulangin\nkota: a\0b", "file-character.nul", "U+0000"),
        ("nama: a\nkota: a\x9bb", "file-character.control", "U+009B"),
        ("nama: a\nkota: a\x0bb", "file-character.control", "U+000B"),
        ("nama: a\nkota: a\ufeffb", "file-character.control", "U+FEFF"),
        ("nama: a\nkota: a\ufffdb", "file-character.lost", "U+FFFD"),
    ],
)
def test_invisible_and_lost_characters_are_placed(text: str, key: str, character: str) -> None:
    problem = problem_of(text.encode())
    assert (problem.key, problem.at, problem.values["character"]) == (key, Span(MD, 2, 8), character)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_nothing_is_no_content(data: bytes) -> None:
    assert problem_of(data) == Problem("file-empty", Span(MD))


def test_size_is_capped_by_kind_of_file() -> None:
    assert problem_of(b"x " * 200_000).key == "file-large"
    assert isinstance(read_text(YAML, b"x: y\n" * 100_000), str)
    assert problem_of(b"x: y\n" * 300_000, YAML).values == {"size": "1464", "most": "1024"}
    assert problem_of(b"a\n" + b"x" * 100_001) == Problem("line-long", Span(MD, 2), "", {"most": "100000"})


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_problem_with_a_place_in_the_file(data: bytes) -> None:
    found = read_text(MD, data)
    if isinstance(found, Problem):
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        assert 1 <= found.at.line <= len(lines)
        assert 1 <= found.at.column <= len(lines[found.at.line - 1]) + 1


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1", b"{\\rtf1\\ansi}"])
def test_a_word_file_under_another_name_is_recognised(data: bytes) -> None:
    problem = read_text(SourcePath("content/shops/a.md"), data)
    assert isinstance(problem, Problem)
    assert problem.key == "file-encoding.word"
