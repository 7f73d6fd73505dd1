"""What a page makes a phone fetch, told from its bytes alone."""

from __future__ import annotations

import gzip

import pytest

from site_builder.names import OutPath
from site_builder.render.loads import file_weight, page_loads, sent_bytes


def loads(html: str) -> tuple[str, ...]:
    return page_loads(html.encode()).urls


def test_sheets_scripts_and_pictures_are_found_once_each() -> None:
    found = page_loads(
        b'<link rel="stylesheet" href="/a.css"><link rel=stylesheet href=/p.css media=print>'
        b'<link rel="icon" href="/i.svg"><link rel="canonical" href="https://a.example/">'
        b'<script type="module" src="/a.js"></script><script type="application/ld+json">{"a": 1}</script>'
        b'<svg><use href="/l.svg#a"/><use href="/l.svg#b"/><use href="#own"/></svg>'
        b"<img src='/f.jpg' alt='a > b'>"
    )
    assert found.urls == ("/a.css", "/p.css", "/i.svg", "/a.js", "/l.svg", "/f.jpg")
    assert found.deferred == ("/p.css", "/i.svg")


WIDE = '<source media="(min-width: 60em)" srcset="/w.jpg">'
AVIF, WEBP, JXL = (f'<source type="image/{form}" srcset="/a.{form}">' for form in ("avif", "webp", "jxl"))


@pytest.mark.parametrize(
    ("html", "taken"),
    [
        ('<img src="/a.jpg" loading="lazy">', ()),
        ('<img src="/a.jpg" loading="eager">', ("/a.jpg",)),
        ('<img src="data:image/png;base64,AA">', ()),
        ('<img src="/a.jpg" srcset="/1.jpg 1x, /2.jpg 2x, /3.jpg 3x">', ("/2.jpg",)),
        # 412 pixels of the whole width are 721 points on this phone
        ('<img src="/a.jpg" srcset="/w320.jpg 320w, /w960.jpg 960w, /w640.jpg 640w">', ("/w960.jpg",)),
        ('<img src="/a.jpg" sizes="50vw" srcset="/w320.jpg 320w, /w640.jpg 640w">', ("/w640.jpg",)),
        ('<img sizes="(min-width: 60em) 10vw, 100px" srcset="/a.jpg 176w, /b.jpg 90w">', ("/a.jpg",)),
        ('<img sizes="(min-width: 20em) 100px, 100vw" srcset="/a.jpg 176w, /b.jpg 900w">', ("/a.jpg",)),
        ('<img srcset="/a.jpg 100w, /b.jpg 200w">', ("/b.jpg",)),
        (f'<picture>{AVIF}{WEBP}<img src="/a.jpg"></picture><img src="/b.jpg">', ("/a.avif", "/b.jpg")),
        (f'<picture>{WIDE}<img src="/a.jpg"></picture>', ("/a.jpg",)),
        (f'<picture>{JXL}<img src="/a.jpg"></picture>', ("/a.jpg",)),
        (f'<picture>{AVIF}<img loading="lazy" src="/a.jpg"></picture>', ()),
    ],
)
def test_of_a_picture_the_one_counts_that_a_phone_takes_at_once(html: str, taken: tuple[str, ...]) -> None:
    assert loads(html) == taken


def test_text_travels_compressed_and_pictures_as_they_are() -> None:
    text, photo = b"a" * 5000, b"b" * 5000
    assert sent_bytes("a.css", text) == len(gzip.compress(text, 6, mtime=0))
    assert sent_bytes("a.jpg", photo) == 5000


def test_what_a_file_fetches_in_turn_is_known() -> None:
    css = b'a{background:url("/img/a.svg")}b{background:url(/img/a.svg)}'
    assert file_weight(OutPath("assets/css/a.css"), css).needs == ("/img/a.svg",)
    script = b'import{a}from"./b.1.js";import("./late.js");'
    assert file_weight(OutPath("assets/js/a.js"), script).needs == ("assets/js/b.1.js",)
