from __future__ import annotations

import pytest

from site_builder.render.unlinked import UNLINKED, without_links


@pytest.mark.parametrize(
    ("first", "filled", "expected"),
    [
        ("<p>a</p>", [], "<p>a</p>"),
        ('<p><a href="', [("/x/", '">a</a> b')], '<p><a href="/x/">a</a> b'),
        ('<p>Ke <a href="', [(UNLINKED, '">a <b>b</b></a>.</p>')], "<p>Ke a <b>b</b>.</p>"),
        ('<a href="', [(UNLINKED, '" title="t">a</a><a href="'), ("/y/", '">b</a>')], 'a<a href="/y/">b</a>'),
        ('<a href="', [(UNLINKED, '">a</a>, <a href="'), (UNLINKED, '">b</a>')], "a, b"),
        ('<a href="', [(UNLINKED, '">'), ("<img>", "</a> <a href='https://x/'>c</a>")],
         "<img> <a href='https://x/'>c</a>"),
    ],
)  # fmt: skip
def test_a_link_that_leads_nowhere_leaves_its_words(
    first: str, filled: list[tuple[str | None, str]], expected: str
) -> None:
    assert without_links(first, filled) == expected
