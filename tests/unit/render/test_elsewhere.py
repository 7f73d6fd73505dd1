"""What is read away from its page leads to the same places."""

from __future__ import annotations

from site_builder.render.elsewhere import with_whole_addresses

PAGE = "https://example.org/sub/cerita/awal/"


def test_addresses_become_whole_and_words_stay() -> None:
    html = (
        '<p>a href="/b"</p><a href="/sub/toko/">a</a><a href="#fn1">1</a><a href="tel:123">t</a>'
        '<a href="https://other.example/">o</a><img src="/sub/a.jpg" '
        'srcset="/sub/a.jpg 320w, /sub/b.jpg 640w">'
    )
    assert with_whole_addresses(html, PAGE) == (
        '<p>a href="https://example.org/b"</p><a href="https://example.org/sub/toko/">a</a>'
        f'<a href="{PAGE}#fn1">1</a><a href="tel:123">t</a><a href="https://other.example/">o</a>'
        '<img src="https://example.org/sub/a.jpg" '
        'srcset="https://example.org/sub/a.jpg 320w, https://example.org/sub/b.jpg 640w">'
    )
