from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import SourcePath
from site_builder.problems import Span
from site_builder.text.marks import Source, leading_mark, without_marks

PATH = SourcePath("content/shops/a.md")


def test_a_mark_knows_the_place_of_its_sign() -> None:
    source = Source("a [b\n\n\t[^1] <c", PATH, 7)
    assert source.marked() == "a [\x040\x05b\n\n    [^\x041\x051] <\x042\x05c\n\n"
    assert [source.at_mark(mark) for mark in range(3)] == [
        Span(PATH, 7, 3),
        Span(PATH, 9, 2),
        Span(PATH, 9, 7),
    ]


def test_a_mark_is_read_where_it_stands() -> None:
    assert leading_mark("\x0412\x05a") == (12, 4)
    assert leading_mark("a") == (None, 0)


def test_authors_cannot_write_marks() -> None:
    assert Source("\x041\x05\x06", PATH, 1).marked() == "\ufffd1\ufffd\ufffd\n\n"


@given(st.text(alphabet="a [^]<|\n\\é"))
def test_without_marks_the_text_is_as_before(text: str) -> None:
    source = Source(text, PATH, 1)
    unmarked = without_marks(source.marked())
    kept = [line for line in unmarked.split("\n") if line.strip()]
    assert [line.replace("\\|", "|") for line in kept] == [
        line.replace("\\|", "|") for line in text.split("\n") if line.strip()
    ]
