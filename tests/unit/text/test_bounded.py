from __future__ import annotations

from site_builder.names import Lang, SourcePath
from site_builder.text.bounded import convert_bounded
from site_builder.text.convert import convert
from site_builder.text.cost import is_costly

PATH = SourcePath("content/shops/a.md")
HOSTILE = "[" * 13_000


def test_an_ordinary_text_is_converted_here() -> None:
    text = "a [[shop:b]]"
    assert convert_bounded(text, PATH, 3, Lang("id")) == convert(text, PATH, 3, Lang("id"))


def test_a_costly_text_that_ends_in_time_comes_out_the_same() -> None:
    text = "kata *biasa* " * 700
    assert is_costly(text)
    assert convert_bounded(text, PATH, 3, Lang("id")) == convert(text, PATH, 3, Lang("id"))


def test_a_text_that_takes_too_long_is_an_error() -> None:
    result = convert_bounded(HOSTILE, PATH, 3, Lang("id"), cpu_seconds=1)
    (problem,) = result.problems
    assert (problem.key, problem.at.line, problem.values) == ("text-timeout", 3, {"seconds": "1"})
    assert result.html == ("",)
