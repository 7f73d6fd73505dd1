from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import OutPath
from site_builder.preview.addresses import content_type, parts_of


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("/", ("",)),
        ("/toko/", ("toko", "")),
        ("/toko/intako", ("toko", "intako")),
        ("/caf%C3%A9/", ("café", "")),
        ("/.well-known/security.txt", (".well-known", "security.txt")),
        ("/%252e%252e/x", ("%2e%2e", "x")),
    ],
)
def test_addresses_that_a_link_can_have_come_apart(address: str, parts: tuple[str, ...]) -> None:
    assert parts_of(address) == parts


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "http://evil.example/",
        "*",
        "//etc/passwd",
        "/a//b",
        "/..",
        "/../x",
        "/a/../../x",
        "/%2e%2e/x",
        "/%2E%2e%2fx",
        "/..%2fx",
        "/..%5cx",
        "/a%5c..%5cx",
        "/.",
        "/./x",
        "/.git/config",
        "/a/.well-known/x",
        "/.sentra-manifest",
        "/.well-known/.x",
        "/%00",
        "/a%00.html",
        "/a%0d%0ab",
        "/c:/x",
        "/index.html::$DATA",
        "/a./x",
        "/a%20/x",
        "/%ff",
        "/_headers",
        "/_redirects",
    ],
)
def test_addresses_that_no_link_has_are_refused(address: str) -> None:
    assert parts_of(address) is None


@given(st.text("/.%2eE5cC~aZ\\:_ \x00", max_size=24))
def test_parts_never_lead_upwards_or_to_hidden_files(tail: str) -> None:
    parts = parts_of(f"/{tail}")
    if parts is not None:
        path = PurePosixPath(*parts)
        assert not path.is_absolute()
        assert not any(part.startswith(".") for part in path.parts)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("site.1f.css", "text/css; charset=utf-8"),
        ("FOTO.JPG", "image/jpeg"),
        ("toko.vcf", "text/vcard; charset=utf-8"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_the_type_follows_the_ending(name: str, kind: str) -> None:
    assert content_type(OutPath(name)) == kind
