from __future__ import annotations

from site_builder.preview.styles import dress_of

PAGE = b"""<head><link rel="stylesheet" href="/assets/css/site.1a.css">
<link rel="stylesheet" href="/p.2b.css" media="print"></head>"""


def test_the_sheets_of_a_page_are_named_in_order() -> None:
    assert dress_of(PAGE).sheets == ("/assets/css/site.1a.css", "/p.2b.css")


def test_a_page_in_another_dress_is_the_same_page() -> None:
    assert dress_of(PAGE.replace(b"1a", b"9f")).page == dress_of(PAGE).page


def test_whatever_else_differs_is_another_page() -> None:
    for old, new in (
        (b"print", b"screen"),
        (b"</head>", b"</head>x"),
        (b'rel="stylesheet" href="/p', b'rel="icon" href="/p'),
    ):
        assert dress_of(PAGE.replace(old, new)).page != dress_of(PAGE).page
