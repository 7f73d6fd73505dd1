from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import Lang
from site_builder.text import addresses
from site_builder.text.addresses import REFUSED, safe_url


@pytest.mark.parametrize(
    "url",
    [
        "/toko/intako/",
        "/",
        "/tanggulangin/?a=1&b=2#jam",
        "#jam",
        "../a/",
        "./",
        "?halaman=2",
        "https://example.org/a?b=c",
        "http://example.org",
        "HTTPS://example.org",
        "mailto:a@example.org?subject=x",
        "tel:+62310000000",
        "geo:-7.5,112.7?q=-7.5,112.7",
    ],
)
def test_addresses_that_lead_somewhere_are_kept(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https:///evil.example",
        "/a\n",
        "file:///etc/passwd",
        "toko",
        "",
    ],
)
def test_addresses_that_browsers_could_run_or_misread_are_refused(url: str) -> None:
    assert safe_url(url) == REFUSED


@given(st.text())
def test_no_text_becomes_an_address_that_runs_script(text: str) -> None:
    for url in (text, f"javascript:{text}", f"{text}javascript:alert(1)"):
        scheme = "".join(c for c in safe_url(url) if c > " ").partition(":")[0].lower()
        assert scheme not in {"javascript", "vbscript", "data"}


def test_places_are_named_for_map_apps_and_for_the_web() -> None:
    assert addresses.geo_url(-7.5069, 112.708) == "geo:-7.5069,112.708?q=-7.5069,112.708"
    assert (
        addresses.map_url(-7.5, 112.0) == "https://www.openstreetmap.org/?mlat=-7.5&mlon=112#map=17/-7.5/112"
    )
    assert addresses.geo_url(0.00001, -0.0000001) == "geo:0.00001,-0?q=0.00001,-0"


@given(st.text())
def test_a_message_arrives_as_it_was_written(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    url = addresses.whatsapp_url("628123", text)
    assert urlsplit(url).path == "/628123"
    assert parse_qs(urlsplit(url).query, keep_blank_values=True).get("text", [""]) == [text]
    assert safe_url(url) == url


def test_a_chat_may_start_without_a_message() -> None:
    assert addresses.whatsapp_url("628123", "") == "https://wa.me/628123"


def test_letters_have_a_subject_and_lines() -> None:
    url = addresses.mailto_url("toko@example.org", "Dompet & tas", "Halo\nApa kabar?")
    assert url == "mailto:toko@example.org?subject=Dompet%20%26%20tas&body=Halo%0D%0AApa%20kabar%3F"
    assert addresses.mailto_url("toko@example.org", "", "") == "mailto:toko@example.org"


def test_an_address_of_a_mailbox_cannot_smuggle_more_in() -> None:
    assert addresses.mailto_url("a@example.org?bcc=b@example.org", "", "") == (
        "mailto:a@example.org%3Fbcc%3Db@example.org"
    )


def test_phones_are_called_by_their_digits() -> None:
    assert addresses.phone_url("031-000 0000") == "tel:+62310000000"
    assert addresses.phone_url("+62 (31) 000") == "tel:+6231000"


def test_instagram_accounts_have_an_address() -> None:
    assert addresses.instagram_url("toko.contoh") == "https://www.instagram.com/toko.contoh/"


def test_a_phone_has_its_country_but_where_it_is_called_from_home() -> None:
    assert [addresses.phone_text("031-456-7012", lang) for lang in map(Lang, ("id", "en", "ja", "zh"))] == [
        "031-456-7012",
        "+62 31-456-7012",
        "+62 31-456-7012",
        "+62 31-456-7012",
    ]
