from __future__ import annotations

from hypothesis import example, given, settings

from site_builder.names import Lang, SourcePath
from site_builder.text.convert import convert
from site_builder.text.engine import Engine, engine
from tests.unit.text.markdown_texts import texts

STOCK = Engine(fast=False)


@settings(max_examples=500, deadline=None)
@given(texts)
@example("a\\*b `c` **d** [e](/f/) <b>g</b> &copy; ![h](i.jpg)  \nj[^k]\n\n[^k]: *l*")
def test_leaving_needless_patterns_out_changes_nothing(text: str) -> None:
    path = SourcePath("content/shops/a.md")
    assert convert(text, path, 1, Lang("id")) == convert(text, path, 1, Lang("id"), STOCK)


def test_a_process_has_one_engine() -> None:
    assert engine() is engine()


def test_nothing_is_left_over_from_the_text_before() -> None:
    path = SourcePath("content/shops/a.md")
    convert("x[^1] [r]\n\n[^1]: y\n\n[r]: /z/\n\n# H\n\n```\nc\n```", path, 1, Lang("id"))
    after = convert("x[r] # H", path, 1, Lang("id"))
    assert after.html == ("<p>x[r] # H</p>",)
    assert after.body.headings == ()
    assert after.problems == ()
