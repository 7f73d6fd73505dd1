from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import Kind, SourcePath
from site_builder.text.links import Inward, Outward, Unclear, Unsafe, photo_file, read_address

PATH = SourcePath("content/products/tas.md")


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "javascript&colon;alert(1)",
        "&#x01;javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "java%0ascript:alert(1)",
        "java%09script:alert(1)",
        "javascript%3Aalert(1)",
        "%6Aavascript:alert(1)",
        " javascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "blob:x",
        "//evil.example/x",
        "\\\\evil.example/x",
        "/\\evil.example",
        "/%5Cevil.example",
        "http:evil.example",
        "https:/evil.example",
        "x y:z",
        "/toko\x00/",
    ],
)
def test_an_unsafe_address_is_refused_however_it_is_disguised(written: str) -> None:
    assert read_address(written, PATH) == Unsafe()


@pytest.mark.parametrize(
    ("written", "url", "is_web"),
    [
        ("https://intako.example/a?b=1&c=2#d", "https://intako.example/a?b=1&c=2#d", True),
        ("https://intako.example/a?b=1&amp;c=2", "https://intako.example/a?b=1&c=2", True),
        ("https://a.example/?a=1&copy=2&sect=3", "https://a.example/?a=1&copy=2&sect=3", True),
        ("HTTP://INTAKO.example", "HTTP://INTAKO.example", True),
        ('https://a.example/a b"<>[x]|', "https://a.example/a%20b%22%3C%3E%5Bx%5D%7C", True),
        ("https://a.example/100%", "https://a.example/100%25", True),
        ("mailto:toko@intako.example?subject=Tas", "mailto:toko@intako.example?subject=Tas", False),
        ("tel:+62 318 912-345", "tel:+62318912345", False),
    ],
)
def test_web_mail_and_phone_stay(written: str, url: str, is_web: bool) -> None:
    assert read_address(written, PATH) == Outward(url, is_web)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("koper.md", Inward(Kind.PRODUCTS, "koper", "")),
        ("../shops/intako.md#jam", Inward(Kind.SHOPS, "intako", "jam")),
        ("../shops/intako.en.md", Inward(Kind.SHOPS, "intako", "")),
        ("../shops/intako.zh-Hant.md", Inward(Kind.SHOPS, "intako", "")),
        ("/toko/", Inward(None, "/toko/", "")),
        ("/toko/?q=tas#a", Inward(None, "/toko/?q=tas", "a")),
        ("/%2Fevil.example", Inward(None, "/evil.example", "")),
        ("#jam-buka", Inward(None, "", "jam-buka")),
        ("#%E4%B8%AD", Inward(None, "", "中")),
    ],
)
def test_addresses_on_the_site_become_references(written: str, meant: Inward) -> None:
    assert read_address(written, PATH) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", Unclear("empty")),
        ("#", Unclear("empty")),
        ("www.intako.example", Unclear("web", "https://www.intako.example")),
        ("intako.co.id/tas", Unclear("web", "https://intako.co.id/tas")),
        ("toko@intako.example", Unclear("mail", "mailto:toko@intako.example")),
        ("mailto:toko", Unclear("mail-form")),
        ("tel:nomor", Unclear("phone-form")),
        ("https://a b/", Unclear("web-form")),
        ("https://bank.example@evil.example/", Unclear("web-form")),
        ("brosur.pdf", Unclear("relative")),
        ("../shops/intako", Unclear("relative")),
        ("../shop/intako.md", Unclear("folder", "../shops/intako.md")),
        ("../../../etc/x.md", Unclear("folder", "../shops/x.md")),
    ],
)
def test_an_address_that_leads_nowhere_says_what_was_meant(written: str, meant: Unclear) -> None:
    assert read_address(written, PATH) == meant


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("intako/front.jpg", "intako/front.jpg"),
        ("./intako/tas%20kulit.jpg", "intako/tas kulit.jpg"),
        ("intako/cafe\u0301.jpg", "intako/café.jpg"),
        ("http://tracker.example/p.gif", Unclear("remote")),
        ("//host.example/x", Unclear("remote")),
        ("data:image/png;base64,AA", Unclear("remote")),
        ("javascript:x", Unclear("remote")),
        ("\\\\host\\x", Unclear("remote")),
        ("/foto/a.jpg", Unclear("path")),
        ("../intako/a.jpg", Unclear("path")),
        ("a/..%2f..%2fb.jpg", Unclear("path")),
        ("a\\b.jpg", Unclear("path")),
        ("", Unclear("path")),
    ],
)
def test_a_photo_is_a_file_beside_its_entry(written: str, file: str | Unclear) -> None:
    assert photo_file(written) == file


@given(st.text() | st.text(alphabet="javscript:&#;/\\%0a \t\n.@ht"))
def test_what_goes_out_has_an_allowed_scheme(written: str) -> None:
    address = read_address(written, PATH)
    if isinstance(address, Outward):
        assert address.url.lower().startswith(("http://", "https://", "mailto:", "tel:"))
        assert not set(address.url) & set(' \t\n"<>\\')
    if isinstance(address, Inward):
        assert not address.target.startswith("//")
