"""A text is cut before its headings, and no element is torn."""

from __future__ import annotations

import pytest

from site_builder.render.parts import parts


@pytest.mark.parametrize(
    ("html", "cut"),
    [
        ("", [""]),
        ("<p>a</p>", ["<p>a</p>"]),
        ("<p>a<br>b</p><h2 id='x'>c</h2><p>d</p>", ["<p>a<br>b</p>", "<h2 id='x'>c</h2><p>d</p>"]),
        ("<h2>a</h2><h3>b</h3><h2>c</h2>", ["", "<h2>a</h2><h3>b</h3>", "<h2>c</h2>"]),
        ("<p>a</p><section><h2>notes</h2></section>", ["<p>a</p><section><h2>notes</h2></section>"]),
        (
            "<blockquote><hr><h2>a</h2></blockquote><h2>b</h2>",
            ["<blockquote><hr><h2>a</h2></blockquote>", "<h2>b</h2>"],
        ),
        ("<p><svg><path d='M0'/></svg></p><h2>a</h2>", ["<p><svg><path d='M0'/></svg></p>", "<h2>a</h2>"]),
    ],
)
def test_a_text_is_cut_before_headings_that_stand_in_nothing_else(html: str, cut: list[str]) -> None:
    assert parts(html) == cut


def test_a_text_is_cut_at_other_headings_too() -> None:
    html = "<h2>a</h2><figure><h3>b</h3></figure><h3>c</h3><p>d</p>"
    assert parts(html, "h3") == ["<h2>a</h2><figure><h3>b</h3></figure>", "<h3>c</h3><p>d</p>"]
