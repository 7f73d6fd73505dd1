"""Addresses of the web and of mail that stand in a text without any sign."""

from __future__ import annotations

import pytest

from site_builder.names import Lang, SourcePath
from site_builder.text.convert import convert


def html(markdown: str) -> str:
    converted = convert(markdown, SourcePath("content/shops/a.md"), 1, Lang("id"))
    assert converted.problems == ()
    return "".join(converted.html).strip()


def link(url: str) -> str:
    return f'<a href="{url}" rel="external">{url}</a>'


def mail(address: str) -> str:
    return f'<a href="mailto:{address}">{address}</a>'


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Lihat https://intako.id/a_b?x=1.", f"Lihat {link('https://intako.id/a_b?x=1')}."),
        ("(https://intako.id/a_(b))", f"({link('https://intako.id/a_(b)')})"),
        ("**http://intako.id**", f"<strong>{link('http://intako.id')}</strong>"),
        ("https://intako.idを見る", f"{link('https://intako.id')}を見る"),
        ("Surel: toko.maju@intako.co.id.", f"Surel: {mail('toko.maju@intako.co.id')}."),
    ],
)
def test_an_address_is_a_link_without_the_stop_behind_it(markdown: str, expected: str) -> None:
    assert html(markdown) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    "written",
    [
        "https://contoh",
        "https://orang:sandi@intako.id/",
        "https://intako.id/%0a",
        "javascript:alert(1)",
        "ftp://intako.id/",
        "www.intako.id",
        "@intako_id dan a@b",
        "satu@dua.id@tiga.id",
    ],
)
def test_what_would_be_no_link_stays_text(written: str) -> None:
    assert html(written) == f"<p>{written}</p>"


def test_addresses_within_links_and_code_are_none_of_their_own() -> None:
    assert html("[https://a.id/x](https://b.id)") == (
        '<p><a href="https://b.id" rel="external">https://a.id/x</a></p>'
    )
    assert html("`https://a.id` dan `a@b.id`") == "<p><code>https://a.id</code> dan <code>a@b.id</code></p>"
    assert html("<https://a.id>") == f"<p>{link('https://a.id')}</p>"


def test_a_part_of_an_address_with_signs_of_markdown_is_not_made_one() -> None:
    assert html("https://a.id/*x*") == "<p>https://a.id/<em>x</em></p>"
    assert html("https://a.id/a\\_b") == "<p>https://a.id/a_b</p>"
