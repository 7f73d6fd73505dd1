"""How a problem is printed: with its line, where the file has lines that can be read."""

from __future__ import annotations

import pytest

from site_builder.problems import Problem, Span
from site_builder.report import print_problem


def printed(path: str) -> str:
    problem = Problem("file-link", Span(path, 1, 3))
    return print_problem(problem, "en", lambda _path, _line: "\u00ff\u00d8\u00ff\u00e0 JFIF")


@pytest.mark.parametrize(
    "path", ["content/shops/a/b.jpg", "content/shops/a/b.PNG", "assets/a.woff2", "--base-url"]
)
def test_bytes_of_a_photo_are_not_printed_as_its_line(path: str) -> None:
    assert "JFIF" not in printed(path)
    assert printed(path).count("\n") == 1


@pytest.mark.parametrize("path", ["content/a.md", "content/a.yaml", "templates/a.html", "assets/css/a.css"])
def test_a_line_of_a_text_is_printed_with_a_caret_below(path: str) -> None:
    lines = printed(path).split("\n")
    assert lines[1].endswith("JFIF")
    assert lines[2] == "      ^"
