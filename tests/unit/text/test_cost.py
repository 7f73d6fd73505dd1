"""Hostile texts: refused, or sent to a process that can be killed, or done in a moment."""

from __future__ import annotations

import time

import pytest

from site_builder.names import Lang, SourcePath
from site_builder.text.convert import Converted, convert
from site_builder.text.cost import LARGEST, is_costly

UNITS = {
    "brackets": "[",
    "tags": "<a ",
    "back-ticks": "`a``b",
    "footnotes": "[^1]",
    "links": "[a](https://b.id) ",
    "cdata": "<![",
    "declarations": "<!",
    "comments": "<!--",
    "end tags": "</",
    "stars": "*a ",
    "mixed": "*a_b",
    "escapes": "\\*",
    "entities": "&amp;",
    "photos": "![a](b.jpg)",
    "shortcodes": "[[shop:a]]",
    "open": "[[shop:a ",
    "scripts": "<script>",
    "script lines": "<script>\n",
    "setext": "a\n===\n",
    "rules": "---\n",
    "fences": "```\na\n",
    "headings": "## A\n\n",
    "definitions": "[a]: b\n",
    "notes": "[^a]: b\n",
    "table": "|a",
    "quotes": "> a\n> > b\n",
    "items": "- a\n",
    "numbers": "1. a\n\n",
    "parentheses": "[a](",
    "prose": "kata biasa ",
    "code": "    a\n\n",
    "line ends": "a  \n",
    "attributes": '<a b="',
    "hashes": "#",
    "pipes": "[[a|",
    "addresses": "https://a.id ",
    "mails": "a@b.id ",
    "times": "1*1 ",
    "marks": "1) a\n",
    "rows": "| a |\n",
}


def converted(text: str) -> Converted:
    return convert(text, SourcePath("content/shops/a.md"), 5, Lang("id"))


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_the_largest_ordinary_text_takes_a_moment(unit: str) -> None:
    low, high = 0, LARGEST
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_costly(unit * middle) else (middle, high)
    converted("a *b*")
    before = time.process_time()
    converted(unit * low)
    assert time.process_time() - before < 0.6  # a third of it on a machine at rest


@pytest.mark.parametrize(
    "text",
    [
        "[" * 13_000,
        "<a " * 20_000,
        "`a``b" * 5_000,
        "[^1]" * 5_000,
        "[a](https://b.id) " * 8_000,
        "kata " * 40_000,
    ],
)
def test_a_text_that_may_take_long_is_known_at_once(text: str) -> None:
    before = time.process_time()
    assert is_costly(text)
    assert time.process_time() - before < 0.1


def test_a_usual_text_is_ordinary() -> None:
    assert not is_costly("Tas **kulit** dari [Intako](../shops/intako.md), lihat [[shop:intako]].\n\n" * 300)


@pytest.mark.parametrize(
    "text", ["<![", "<!", "<!--" * 3000, "</", "<", "<![CDATA[", "<?", "</" * 2000, "<![" * 900]
)
def test_unfinished_html_is_text(text: str) -> None:
    result = converted(text)
    assert result.problems == ()
    assert result.html == (f"<p>{text.replace('<', '&lt;')}</p>",)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n" + ">" * 2000 + " b", 7),
        ("\n".join(f"{'  ' * depth}- a" for depth in range(500)), 25),
        ("\n".join(f"{'    ' * depth}- a" for depth in range(200)), 25),
        ("a\n" + "- " * 500 + "b", 6),
        ("1. " * 30 + "b", 5),
        ("> - " * 30 + "b", 5),
        ("\n".join(f"> {'  ' * depth}- a" for depth in range(100)), 25),
    ],
)
def test_deep_nesting_is_refused_at_its_line(text: str, line: int) -> None:
    result = converted(text)
    assert [(p.code, p.at.line) for p in result.problems] == [("text-nesting", line)]
    assert result.html == ("",)


@pytest.mark.parametrize(
    "text", ["- " * 60, "* * * " * 20, "> " * 20 + "a", "```\n" + "    " * 60 + "- a\n```"]
)
def test_rules_code_and_twenty_levels_are_no_deep_nesting(text: str) -> None:
    assert converted(text).problems == ()


def test_a_huge_text_is_refused() -> None:
    before = time.process_time()
    assert [p.code for p in converted("a" * 50_000_000).problems] == ["text-size"]
    assert time.process_time() - before < 0.2
    (problem,) = converted("é" * (LARGEST // 2 + 1)).problems
    assert (problem.code, problem.values) == ("text-size", {"limit": "256"})
