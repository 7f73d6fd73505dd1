"""Telephone numbers, accounts and addresses of every sort: how people write them, and which are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.model.readers.contact import (
    as_dialled_abroad,
    international,
    read_email,
    read_handle,
    read_phone,
    read_web_url,
    read_whatsapp,
)
from site_builder.model.readers.paths import read_photo_file, read_site_path, read_slug, slug_fault, slug_like
from tests.unit.model.faults import fault_of


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("0314567012", "0314567012"),
        ("031 456 7012", "0314567012"),
        ("(031) 456-7012", "(031)456-7012"),
        ("+390123456", "+390123456"),
    ],
)
def test_a_telephone_number_keeps_its_zero_and_its_plus(text: str, phone: str) -> None:
    assert read_phone(text) == phone


def test_other_texts_are_no_telephone_numbers() -> None:
    assert fault_of(read_phone, "nol tiga satu") == ("phone", "")
    assert fault_of(read_phone, "031-123, 032-456") == ("phone-several", "031-123")
    assert fault_of(read_phone, "123") == ("phone-length", "")
    assert fault_of(read_phone, "1" * 16) == ("phone-length", "")


@pytest.mark.parametrize(
    "text",
    [
        "0812-3456-789",
        "0812 3456 789",
        "+62 812-3456-789",
        "628123456789",
        "https://wa.me/628123456789?text=Halo",
    ],
)
def test_a_whatsapp_number_gets_its_country_code(text: str) -> None:
    assert read_whatsapp(text) == "628123456789"


def test_whatsapp_numbers_of_other_countries_need_their_plus() -> None:
    assert read_whatsapp("+81 90-1234-5678") == "819012345678"
    assert fault_of(read_whatsapp, "8123456789") == ("whatsapp-form", "08123456789")
    assert fault_of(read_whatsapp, "+62 0812345678") == ("whatsapp-form", "0812345678")
    assert fault_of(read_whatsapp, "0812") == ("whatsapp-length", "")
    assert fault_of(read_whatsapp, "0812-ABC") == ("whatsapp", "")
    assert fault_of(read_whatsapp, "") == ("whatsapp", "")


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0812-3456-7890", "+6281234567890"),
        ("+62 (0)812 3456 7890", "+6281234567890"),
        ("6281234567890", "+6281234567890"),
        ("81234567890", "+6281234567890"),
        ("00 81 90 1234 5678", "+819012345678"),
        ("+39 0123 45678", "+39012345678"),
        ("(031) 894-1234", "+62318941234"),
        ("14045", "14045"),
        ("62123456", "62123456"),
    ],
)
def test_a_telephone_number_has_one_form_by_which_others_are_compared(written: str, number: str) -> None:
    assert international(read_phone(written)) == number


def test_an_email_address_is_one_plain_address() -> None:
    assert read_email("toko@contoh.co.id") == "toko@contoh.co.id"
    assert fault_of(read_email, "mailto:toko@contoh.id") == ("email-form", "toko@contoh.id")
    assert fault_of(read_email, "a@b") == ("email-ending", "")
    for text in ("toko", "a@b@c.id", "a b@c.id", "a@b.id\nBcc: x@y.id", "a..b@c.id", "<a@b.id>"):
        assert fault_of(read_email, text) == ("email", "")
    for text in (
        "x?bcc=v@evil.example",
        "x?subject=a&bcc=v@evil.id",
        "x&y@c.id",
        "x#y@c.id",
        "x%3Fbcc%3Dv@c.id",
    ):
        assert fault_of(read_email, text) == ("email", "")


@pytest.mark.parametrize(
    "text",
    ["https://contoh.id/", "http://localhost:8000/a", "https://例え.jp/x?y=1#z", "https://xn--r8jz45g.jp"],
)
def test_a_web_address_is_http_with_a_host(text: str) -> None:
    assert read_web_url(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:a@b.id",
        "//evil.example/",
        "http:",
        "https://",
        "https:///x",
        "https://a b.id/",
        "https://contoh.id/\nx",
        "https://contoh.id/\u0001",
        "https://user@evil.example/",
        "https://contoh.id:99999/",
        "https://[::1",
        "ftp://contoh.id/",
        'https://contoh.id/"onclick',
        "toko",
        "https://" + "a" * 3000 + ".id/",
    ],
)
def test_nothing_else_is_a_web_address(text: str) -> None:
    assert fault_of(read_web_url, text) == ("url", "")


def test_a_web_address_without_scheme_is_offered_with_one() -> None:
    assert fault_of(read_web_url, "www.contoh.id") == ("url-scheme", "https://www.contoh.id")
    assert fault_of(read_web_url, "contoh.co.id/toko") == ("url-scheme", "https://contoh.co.id/toko")


def test_an_instagram_account_is_known_by_name_sign_or_address() -> None:
    assert read_handle("intako.id") == "intako.id"
    assert read_handle("@intako.id") == "intako.id"
    assert read_handle("https://www.instagram.com/intako.id/?hl=id") == "intako.id"
    assert fault_of(read_handle, "toko kita") == ("handle", "")


def test_slugs_are_short_lower_case_and_free() -> None:
    assert read_slug("tas-kulit-2") == "tas-kulit-2"
    assert fault_of(read_slug, "Tas Kulit") == ("slug-form", "tas-kulit")
    assert fault_of(read_slug, "café") == ("slug-form", "cafe")
    assert fault_of(read_slug, "日本") == ("slug", "")
    assert fault_of(read_slug, "con") == ("slug-reserved", "con-1")
    assert fault_of(read_slug, "assets") == ("slug-reserved", "assets-1")
    assert fault_of(read_slug, "a" * 81) == ("slug-form", "a" * 80)
    for text in (
        "../x",
        "/etc/x",
        "..%2fx",
        "%252e",
        "..\\x",
        "C:\\x",
        ".",
        "",
        "a\0b",
        ".git/config",
        "_headers",
        ".htaccess",
        "index.html",
        "aux.",
        "a:b",
        "a?b#c",
        "a ",
    ):
        assert slug_fault(text) != ""


@given(st.text())
def test_what_is_made_like_a_slug_is_one(text: str) -> None:
    made = slug_like(text)
    assert made == "" or slug_fault(made) == ""


@pytest.mark.parametrize(
    ("text", "path"),
    [("/produk/lama/", "/produk/lama/"), ("/produk/lama", "/produk/lama/"), ("/lama.html", "/lama.html")],
)
def test_a_former_address_is_a_path_of_this_site(text: str, path: str) -> None:
    assert read_site_path(text) == path


def test_other_former_addresses_are_refused() -> None:
    assert fault_of(read_site_path, "produk/lama") == ("site-path-form", "/produk/lama/")
    for text in (
        "/",
        "",
        "/../x",
        "/a/../b/",
        "//evil/",
        "/a//b/",
        "/a\\b/",
        "/a%2fb/",
        "/a?b",
        "/a#b",
        "/x.php",
        "/.git/config",
        "https://contoh.id/a/",
        "/a.html/b/",
        "/a b/",
    ):
        assert fault_of(read_site_path, text) == ("site-path", "")
    for text in ("/assets/x/", "/404.html", "/_headers/", "/con/", "/search/"):
        assert fault_of(read_site_path, text) == ("site-path-reserved", "")


def test_a_photo_is_named_by_its_path_below_the_kind() -> None:
    assert read_photo_file("intako/depan.jpg") == "intako/depan.jpg"
    assert read_photo_file("intako/Cafe\u0301.JPG") == "intako/Caf\u00e9.JPG"
    assert fault_of(read_photo_file, "intako\\depan.jpg") == ("photo-slash", "intako/depan.jpg")
    assert fault_of(read_photo_file, "https://x.id/a.jpg") == ("photo-remote", "")
    assert fault_of(read_photo_file, "//x.id/a.jpg") == ("photo-remote", "")
    for text in ("C:\\Users\\a.jpg", "C:/Users/a.jpg", "file:///home/x/a.jpg"):
        assert fault_of(read_photo_file, text) == ("photo-computer", "a.jpg")
    assert fault_of(read_photo_file, "intako/a.heic") == ("photo-heic", "")
    for text in (
        "../a.jpg",
        "/a.jpg",
        "a/../b.jpg",
        "a//b.jpg",
        "",
        "a/.b.jpg",
        "con/a.jpg",
        "a/nul.jpg",
        "a /b.jpg",
        "a/b?.jpg",
    ):
        assert fault_of(read_photo_file, text) == ("photo", "")
    for text in ("a/b.gif", "a/b.svg", "a/b", "a/b.exe"):
        assert fault_of(read_photo_file, text) == ("photo-ending", "")


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u200e", "\u2066"])
def test_a_web_address_holds_no_sign_that_nobody_sees(sign: str) -> None:
    assert fault_of(read_web_url, f"https://x.example/{sign}gpj.exe") == ("url", "")


@pytest.mark.parametrize("read", [read_phone, read_whatsapp])
def test_of_a_number_beside_words_the_number_is_offered(read: object) -> None:
    assert fault_of(read, "0813-5555-1234 (Bu Lilik)")[1] == "0813-5555-1234"
    assert fault_of(read, "kantor: (031) 8951234, Senin")[1] == "(031) 8951234"
    assert fault_of(read, "Bu Lilik")[1] == ""


@pytest.mark.parametrize("read", [read_phone, read_whatsapp])
@pytest.mark.parametrize("text", ["08l3-3012-8876", "0813-3012-88?6", "O813-3012-8873", "0812 3450 9O13"])
def test_of_a_number_with_a_letter_in_it_no_part_is_offered(read: object, text: str) -> None:
    assert fault_of(read, text) == ("phone-letter", "")


def test_a_whatsapp_number_says_its_country() -> None:
    for text in ("12-8876-4432", "3-3012-8876", "90-1234-5678"):
        assert fault_of(read_whatsapp, text) == ("whatsapp-start", "")


def test_so_does_a_telephone_number_unless_it_is_one_of_a_service_or_of_this_place() -> None:
    for text in ("12-8876-4432", "1288764432", "90-1234-5678", "(21) 5551-2345"):
        assert fault_of(read_phone, text) == ("phone-start", "")
    for text in (
        "14045",
        "1500-123",
        "8951234",
        "318951234",
        "62 31 8951234",
        "(031) 8951234",
        "021-5551234",
    ):
        assert read_phone(text) == text.replace(" ", "")


@pytest.mark.parametrize(
    ("phone", "abroad"),
    [
        ("031-456-7012", "+62 31-456-7012"),
        ("(031)456-7012", "+62 (31)456-7012"),
        ("0812-3456-789", "+62 812-3456-789"),
        ("6281234567890", "+6281234567890"),
        ("0065-6123-4567", "+65-6123-4567"),
        ("+62314567012", "+62314567012"),
        ("14045", "14045"),
    ],
)
def test_a_number_is_written_abroad_with_its_country_in_the_same_groups(phone: str, abroad: str) -> None:
    assert as_dialled_abroad(phone) == abroad


@given(phone=st.from_regex(r"(?:0[1-9]|\(0[1-9][0-9]\)|\+[1-9]|[1-9])[0-9-]{4,11}", fullmatch=True))
def test_a_number_written_abroad_is_the_same_number(phone: str) -> None:
    assert international(as_dialled_abroad(phone)) == international(phone)


def test_an_address_with_the_dots_of_a_hint_is_told_to_fill_them_in() -> None:
    assert fault_of(read_email, "bu.sri@gmail.…") == ("email-dots", "")
