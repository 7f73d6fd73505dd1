from __future__ import annotations

from bench.compare import Seen, choose, see

PAGE = """<!doctype html>
<html lang="id"><head>
<title>Tas &amp;
 dompet</title>
<meta name="description" content="Semua &quot;tas&quot;">
<link rel="canonical" href="https://sentra.example/produk/">
<link rel="stylesheet" href="/site.1234.css">
</head><body>
<h1>Tas</h1><p>Dari <a href="/toko/a/">Toko&nbsp;A</a>,
<b>Kedensari</b></p>
</body></html>"""


def test_a_page_is_seen_as_title_words_links_and_head() -> None:
    assert see(PAGE) == Seen(
        title="Tas & dompet",
        text="Tas Dari Toko A , Kedensari",
        links=("/toko/a/",),
        head=("canonical   https://sentra.example/produk/", 'description Semua "tas"', "lang id"),
    )


def test_blanks_and_markup_between_words_make_no_difference() -> None:
    loose = "<html><body><ul>\n <li> satu </li>\n\n<li>dua</li> </ul></body></html>"
    tight = "<html><body><ul><li>satu</li><li>dua</li></ul></body></html>"
    assert see(loose) == see(tight)


def test_another_word_or_another_link_makes_a_difference() -> None:
    assert see(PAGE) != see(PAGE.replace("Kedensari", "Kludan"))
    assert see(PAGE) != see(PAGE.replace("/toko/a/", "/toko/b/"))


def test_the_sample_has_some_of_every_kind_of_address_and_is_always_the_same() -> None:
    entries = [f"produk/{number}/index.html" for number in range(500)]
    lists = [f"produk/halaman/{number}/index.html" for number in range(2, 20)]
    paths = ["index.html", "404.html", "produk/index.html", *entries, *lists]
    chosen = choose(paths, 20)
    assert chosen == choose(list(reversed(paths)), 20)
    assert {"index.html", "404.html", "produk/index.html"} <= set(chosen)
    assert set(chosen) & set(entries)
    assert set(chosen) & set(lists)
