"""Squeezing a stylesheet: less to send, the same rules."""

from __future__ import annotations

import pytest

from site_builder.plan.stylesheet import squeezed


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a {\n  color: red;\n  margin: 0 auto;\n}\n", "a{color:red;margin:0 auto}"),
        ("/* why */ a { b: c } /* and */", "a{b:c}"),
        ("a/* in between */b { c: d }", "a b{c:d}"),
        ("ul > li ,\n  ol > li { x: y; }", "ul>li,ol>li{x:y}"),
        (
            "@media (min-width: 1px) and (hover: hover) { a { b: c } }",
            "@media (min-width:1px) and (hover:hover){a{b:c}}",
        ),
        ("a { width: calc(1px + 2px) }", "a{width:calc(1px + 2px)}"),
        ("a :hover { b: c }", "a :hover{b:c}"),
        ('a::before { content: " /* kept */ ;} " }', 'a::before{content:" /* kept */ ;} "}'),
        ("a { content: '\\' { ' / \"\" }", "a{content:'\\' { ' / \"\"}"),
        (
            "a { background: url(../img/a,b.svg) , url( 'c d.svg' ) }",
            "a{background:url(../img/a,b.svg),url( 'c d.svg' )}",
        ),
        ("a { b: c ; ; }", "a{b:c;}"),
        ("", ""),
    ],
)
def test_a_sheet_is_sent_without_comments_and_needless_blanks(written: str, sent: str) -> None:
    assert squeezed(written) == sent


def test_squeezing_twice_changes_nothing_more() -> None:
    once = squeezed("a > b , c { d: e ; /* f */ } ;")
    assert squeezed(once) == once
