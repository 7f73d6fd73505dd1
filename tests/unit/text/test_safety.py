"""Whatever an author writes, nothing that runs, loads or misleads comes into a page."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import nh3
import pytest
from hypothesis import example, given, settings

from site_builder.names import Lang, SourcePath
from site_builder.text import sanitize
from site_builder.text.convert import Converted, convert
from tests.unit.text.markdown_texts import texts

ALLOWED = {
    "a": {"href", "title", "rel", "class", "role", "aria-label"},
    "code": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class", "scope"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
BARE = {"blockquote", "br", "em", "hr", "p", "pre", "strong", "table", "tbody", "thead", "tr", "ul"}


class Page(HTMLParser):
    """Reads HTML as a browser tokenises it and checks every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in BARE or tag in ALLOWED, tag
        for name, value in attrs:
            assert name in ALLOWED.get(tag, set()), (tag, name)
            if name == "href":
                assert re.match(r"https?://|mailto:|tel:|#fn|REF$", value or "", re.IGNORECASE), value
            if name == "id":
                self.ids.append(value or "")
        if tag not in {"br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


def converted(text: str) -> Converted:
    return convert(text, SourcePath("content/products/tas.md"), 1, Lang("id"))


def joined(result: Converted) -> str:
    """The page with something in each hole."""
    assert len(result.html) == len(result.body.references) + 1
    return "REF".join(result.html)


def check(text: str) -> None:
    html = joined(converted(text))
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert not set(html) & set("\x02\x03\x04\x05\x06")


@settings(max_examples=300, deadline=None)
@given(texts)
@example("<script>alert(1)</script>")
@example('<iframe srcdoc="<script>">a</iframe><object data=x></object><form action=//x><input></form>')
@example("<img src=x onerror=alert(1)>")
@example("<svg><a xlink:href=javascript:alert(1)>x</a></svg>")
@example('[x](https://a.id "\\"><script>alert(1)</script>")')
@example('![a"><script>](b.jpg)')
@example('```"><script>\nx\n```')
@example("# h {: onclick=alert(1) style=x id=y }")
@example("[a]\n\n[a]: javascript:alert(1)")
@example("<javascript:alert(1)>")
@example("| a |\n|---|\n| <script> |")
def test_only_our_own_tags_attributes_and_addresses_come_out(text: str) -> None:
    check(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_sanitising_twice_is_sanitising_once(text: str) -> None:
    html = joined(converted(text))
    assert sanitize.sanitized(html) == html
    attributes: dict[str, Any] = sanitize._ATTRIBUTES
    assert nh3.clean(html, tags=sanitize._TAGS, attributes=attributes, link_rel=None) == html


@settings(max_examples=200, deadline=None)
@given(texts)
def test_every_problem_and_reference_has_a_place_in_the_text(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    result = converted(text)
    places = [(p.at.line, p.at.column) for p in result.problems]
    places += [(r.line, r.column) for r in result.body.references]
    for line, column in places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@settings(max_examples=200, deadline=None)
@given(texts)
def test_shortcodes_links_and_photos_are_where_their_place_says(text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for reference in converted(text).body.references:
        written = lines[reference.line - 1][reference.column - 1 :]
        match reference.form:
            case "photo":
                assert written.startswith("![")
            case "href":
                assert written.startswith("[")
            case _:
                assert written.startswith("[[")


@pytest.mark.parametrize("text", ["{{ config }}", '{% include "/etc/passwd" %}', "{{ 7 * 7 }}"])
def test_template_signs_stay_text(text: str) -> None:
    assert joined(converted(text)) == f"<p>{text}</p>"


def test_an_author_cannot_write_a_token() -> None:
    first = convert("[[shop:a]]", SourcePath("content/shops/a.md"), 1, Lang("id"))
    token = "ref" + "0" * 24 + "n0e"
    second = convert(f"{token} [[shop:a]]", SourcePath("content/shops/a.md"), 1, Lang("id"))
    assert first.html == ("<p>", "</p>")
    assert second.html == (f"<p>{token} ", "</p>")
