"""Chapters of the handbook: what a file of it becomes."""

from __future__ import annotations

from site_builder.handbook import chapters_of, handbook_digest, read_handbook

FILES = (
    ("en/01-shops.md", "# Add a shop\n\nSee [the start](README.md).\n"),
    ("en/README.md", "# Handbook\n\nHello.\n"),
    (
        "id/01-toko.md",
        "# Menambah toko\n\n[Mulai](README.md), [ini](01-toko.md#tutup), [English](../en/01-shops.md).\n",
    ),
    ("id/README.md", "# Panduan\n\nHalo. [Luar](https://x.example/01-toko.md), [lain](catatan.md)\n"),
    ("id/catatan.md", "# Bukan bab\n"),
)


def test_chapters_stand_in_the_order_of_their_numbers_with_titles_of_their_own() -> None:
    told = [(one.lang, one.number, one.title, one.address) for one in chapters_of(FILES)]
    assert told == [
        ("en", 0, "Handbook", "/panduan/en/"),
        ("en", 1, "Add a shop", "/panduan/en/shops/"),
        ("id", 0, "Panduan", "/panduan/"),
        ("id", 1, "Menambah toko", "/panduan/toko/"),
    ]


def test_links_between_files_lead_to_their_addresses_and_others_stay() -> None:
    texts = {one.address: one.text for one in chapters_of(FILES)}
    assert texts["/panduan/en/shops/"] == "\nSee [the start](/panduan/en/).\n"
    assert "[Mulai](/panduan/)" in texts["/panduan/toko/"]
    assert "(/panduan/toko/#tutup)" in texts["/panduan/toko/"]
    assert "[English](/panduan/en/shops/)" in texts["/panduan/toko/"]
    assert "(https://x.example/01-toko.md), [lain](catatan.md)" in texts["/panduan/"]


def test_the_handbook_that_comes_with_sentra_is_found() -> None:
    chapters = read_handbook()
    assert {one.lang for one in chapters} == {"id", "en"}
    assert all(one.title and one.text for one in chapters)
    assert len(handbook_digest()) == 40
