from __future__ import annotations

import pytest

from site_builder.names import Kind
from site_builder.text.shortcodes import Embedded, Malformed, read_shortcode


@pytest.mark.parametrize(
    ("content", "meant"),
    [
        ("shop:intako", Embedded("link", Kind.SHOPS, "intako", "")),
        (" page : kunjungi | baca \n ini ", Embedded("link", Kind.PAGES, "kunjungi", "baca ini")),
        ("story:a|b: c", Embedded("link", Kind.STORIES, "a", "b: c")),
        ("figure:ekspor-kulit-2018", Embedded("figure", Kind.FIGURES, "ekspor-kulit-2018", "")),
        ("chart:ekspor", Embedded("chart", Kind.CHARTS, "ekspor", "")),
        ("map:toko", Embedded("map", None, "toko", "")),
        ("photos", Embedded("photos", None, "", "")),
    ],
)
def test_a_shortcode_names_a_thing(content: str, meant: Embedded) -> None:
    assert read_shortcode(content) == meant


@pytest.mark.parametrize(
    ("content", "meant"),
    [
        ("sho:intako", Malformed("name", "[[shop:intako]]")),
        ("Shop:intako", Malformed("name", "[[shop:intako]]")),
        ("shops:intako", Malformed("name", "[[shop:intako]]")),
        ("galeri", Malformed("name", "[[photos]]")),
        ("wisata:belanja|teks", Malformed("name", "[[visit:belanja|teks]]")),
        ("Tas Kulit", Malformed("kind", "tas-kulit")),
        ("shop:", Malformed("id", "[[shop:…]]")),
        ("shop:shops/intako.md", Malformed("id", "[[shop:intako]]")),
        ("shop:Toko Intako", Malformed("id", "[[shop:toko-intako]]")),
        ("shop", Malformed("colon", "[[shop:…]]")),
        ("photos:semua", Malformed("extra", "[[photos]]")),
    ],
)
def test_a_malformed_one_says_what_to_write(content: str, meant: Malformed) -> None:
    assert read_shortcode(content) == meant
