"""Sites that lack something: section pages, translations, words; and photos that must stay private."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.problems import Problem
from site_builder.publish.marker import MARKER
from tests.site import test_languages as languages
from tests.site import test_sitemap_and_feeds as feeds
from tests.support.links import expect_no_dead_link
from tests.support.little_site import BASE_URL, LittleSite, make_little_site, photo
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

SECTIONS = ("produk", "toko", "kunjungi", "ekspor", "angka", "cerita", "tempat", "acara", "pasar")
MENU = "menu: [produk, toko, tentang]\nmenu_bawah: [angka]\n"


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    site = make_little_site(tmp_path / "project")
    site.replace("content/site.yaml", MENU, "menu: [tentang]\n")
    for path, link in (("tentang.md", " dan [[page:produk]]"), ("tentang.en.md", "")):
        site.write(f"content/pages/{path}", site.read(f"content/pages/{path}").replace(link, "."))
    return site


def built(site: LittleSite) -> tuple[BuiltSite, tuple[Problem, ...]]:
    report = site.build()
    return BuiltSite(site.output, BASE_URL), report.problems


def published_photos(site: LittleSite) -> list[str]:
    """Name the published photos without their digests."""
    folder = site.output / "assets/photos"
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(".".join(part for at, part in enumerate(name.split(".")) if at != 1) for name in names)


# --- pages that nobody wrote ------------------------------------------------------------------------


def test_a_site_without_any_page_has_a_home_page_and_all_lists_and_no_dead_link(site: LittleSite) -> None:
    for page in (site.root / "content/pages").iterdir():
        page.unlink()
    site.replace("content/site.yaml", "menu: [tentang]\n", "")
    made, problems = built(site)
    assert problems == ()
    expect_no_dead_link(made)
    for path in ("", "produk/", "toko/", "rute/", "tempat/", "acara/", "cerita/", "pasar/", "angka/"):
        assert f"{path}index.html" in made.pages
    assert "en/shops/category/dompet/index.html" in made.pages
    assert "Sentra Kecil" in made.text("index.html")
    crumbs = made.text("produk/dompet-1/index.html").partition('class="crumbs"')[2].partition("</nav>")[0]
    assert 'href="/produk/"' in crumbs
    feeds.test_the_sitemap_lists_exactly_the_indexable_pages(made)
    languages.test_alternates_are_mutual_and_speak_the_language_they_promise(made)


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("way", ["removed", "draft"])
def test_a_missing_section_page_leaves_no_dead_link(site: LittleSite, section: str, way: str) -> None:
    path = f"content/pages/{section}.md"
    if way == "draft":
        site.replace(path, "\ntemplat:", "\ndraf: ya\ntemplat:")
    else:
        site.remove(path)
        (site.root / f"content/pages/{section}.en.md").unlink(missing_ok=True)
    made, _ = built(site)
    expect_no_dead_link(made)


def test_a_list_that_nobody_wrote_gives_way_to_a_page_or_a_former_address(site: LittleSite) -> None:
    site.remove("content/pages/toko.md")
    site.write("content/pages/toko.md", "---\njudul: Tentang toko\n---\n\nSebuah halaman biasa.\n")
    site.remove("content/pages/acara.md")
    site.replace("content/pages/tentang.md", "/siapa-kami/", "/acara/")
    made, problems = built(site)
    assert problems == ()
    expect_no_dead_link(made)
    assert "Sebuah halaman biasa." in made.text("toko/index.html")
    assert made.pages["acara/index.html"].is_redirect


def test_a_kind_without_entries_has_no_list_of_its_own(site: LittleSite) -> None:
    site.remove("content/pages/acara.md")
    site.remove("content/events/pekan.md")
    made, _ = built(site)
    assert "acara/index.html" not in made.pages


# --- translations -----------------------------------------------------------------------------------


def test_nothing_is_indexable_in_a_language_in_which_nothing_is_written(site: LittleSite) -> None:
    site.replace("content/site.yaml", "nama: English}", "nama: English}\n  - {kode: ja, nama: 日本語}")
    site.write(
        "templates/locale/ja.po", site.read("templates/locale/en.po").replace("Language: en", "Language: ja")
    )
    site.replace(
        "content/vocabulary.yaml", "{id: Dompet, en: Wallets}", "{id: Dompet, en: Wallets, ja: 財布}"
    )
    made, _ = built(site)
    japanese = [page for page in made.full_pages if page.lang == "ja"]
    assert len(japanese) > 30
    expect_none(page.path for page in japanese if page.is_indexable or page.alternates)
    languages_are_right(made)


def test_lists_of_words_that_lack_a_language_are_not_offered_in_it(site: LittleSite) -> None:
    site.replace("content/vocabulary.yaml", "{id: Dompet, en: Wallets}", "Dompet")
    made, _ = built(site)
    list_in_english = made.pages["en/products/category/dompet/index.html"]
    assert list_in_english.is_noindex
    assert list_in_english.canonical == ["https://example.org/produk/kategori/dompet/"]
    assert made.pages["produk/kategori/dompet/index.html"].alternates == []
    languages_are_right(made)


def test_lists_without_a_translated_entry_are_not_offered_in_that_language(site: LittleSite) -> None:
    made, _ = built(site)
    assert made.pages["en/products/material/kanvas/index.html"].is_noindex
    assert made.pages["produk/bahan/kanvas/index.html"].alternates == []
    assert made.pages["en/products/category/dompet/index.html"].is_indexable
    assert len(made.pages["produk/kategori/dompet/index.html"].alternates) == 3
    languages_are_right(made)


def test_later_pages_of_an_untranslated_list_name_the_original(site: LittleSite) -> None:
    site.remove("content/products/dompet-1.en.md")
    made, _ = built(site)
    page = made.pages["en/products/category/dompet/page/2/index.html"]
    assert page.canonical == ["https://example.org/produk/kategori/dompet/halaman/2/"]
    assert page.is_noindex


def languages_are_right(site: BuiltSite) -> None:
    languages.test_every_page_names_one_canonical_address_that_is_there(site)
    languages.test_an_indexable_page_is_its_own_canonical_page(site)
    languages.test_alternates_are_absolute_and_name_the_page_itself(site)
    languages.test_alternates_are_mutual_and_speak_the_language_they_promise(site)
    feeds.test_the_sitemap_lists_exactly_the_indexable_pages(site)
    feeds.test_the_sitemap_and_the_pages_name_the_same_alternates(site)
    expect_no_dead_link(site)


def test_a_language_without_its_words_is_told_and_marked(site: LittleSite) -> None:
    site.replace("content/site.yaml", "nama: English}", "nama: English}\n  - {kode: ja, nama: 日本語}")
    site.remove("templates/locale/ja.po")
    made, problems = built(site)
    (problem,) = (problem for problem in problems if problem.code == "locale-missing")
    assert (problem.at.path, problem.at.line, problem.values["file"]) == (
        "content/site.yaml",
        6,
        "templates/locale/ja.po",
    )
    assert '<a href="/ja/" lang="en">Home</a>' in made.text("ja/tentang/index.html")


# --- photos ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("hidden", ["draf: ya", "terbit: 2030-01-01", "berakhir: 2020-01-01"])
def test_photos_of_entries_that_are_not_shown_are_not_published(site: LittleSite, hidden: str) -> None:
    site.write("content/products/tas-1/lain.jpg", photo())
    site.replace(
        "content/products/belum.md",
        "draf: ya",
        f"{hidden}\nfoto: [{{berkas: belum/rahasia.jpg, teks_alt: x}}]",
    )
    site.replace("content/products/belum.md", "Nanti.", "![Rahasia](belum/lagi.jpg)")
    for name in ("rahasia", "lagi", "tanpa-nama"):
        site.write(f"content/products/belum/{name}.jpg", photo())
    built(site)
    of = {path.rpartition(".")[0] for path in published_photos(site)}
    assert of == {"products/tas-1/sisi", "shops/intako/depan"}


def test_photos_in_texts_are_published_and_unused_ones_are_still_looked_at(site: LittleSite) -> None:
    site.write("content/products/tas-1/lain.jpg", photo())
    site.replace("content/products/tas-1.md", "Dijahit rapat.", "![Lain](tas-1/lain.jpg)")
    built(site)
    assert "products/tas-1/lain.jpg" in published_photos(site)
    site.write("content/products/tas-1/rusak.jpg", b"not a photo")
    told = site.sentra("check").stderr
    assert "content/products/tas-1/rusak.jpg:1:1: error[photo-unreadable]" in told


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_any_name_of_a_photo_becomes_an_address(site: LittleSite, form: str) -> None:
    name = "Foto Kafé (2).JPG"
    site.write(
        unicodedata.normalize("NFC" if form == "NFC" else "NFD", f"content/products/tas-1/{name}"), photo()
    )
    site.replace("content/products/tas-1.md", "tas-1/sisi.png", f"'tas-1/{name}'")
    made, _ = built(site)
    assert "products/tas-1/foto-kafe-2.jpg" in published_photos(site)
    expect_no_dead_link(made)


def test_photos_whose_names_differ_only_in_their_ending_are_both_published(site: LittleSite) -> None:
    for ending in ("jpg", "jpeg", "JPG"):
        site.write(f"content/products/tas-1/{ending.lower()}-{ending.isupper()}/a.{ending}", photo())
    for name in ("a.jpg", "a.jpeg"):
        site.write(f"content/products/tas-1/{name}", photo())
    site.replace("content/products/tas-1.md", "Dijahit rapat.", "![a](tas-1/a.jpg) ![b](tas-1/a.jpeg)")
    built(site)
    assert published_photos(site).count("products/tas-1/a.jpg") == 2


# --- addresses ------------------------------------------------------------------------------------------


def test_villages_that_differ_by_spelling_share_a_list(site: LittleSite) -> None:
    for name, village in (("mekar", "kedensari "), ("mawar", "KEDENSARI"), ("melati", "'***'")):
        site.write(
            f"content/shops/{name}.md",
            f"---\nnama: {name}\njenis: toko\nkategori: [tas]\nalamat: Gang\ndesa: {village}\n---\n\nToko.\n",
        )
    made, _ = built(site)
    expect_no_dead_link(made)
    lists = [path for path in made.pages if path.startswith("toko/desa/")]
    assert lists == ["toko/desa/kedensari/halaman/2/index.html", "toko/desa/kedensari/index.html"]
    assert "<h1>Kedensari</h1>" in made.text("toko/desa/kedensari/index.html")


def test_hosts_find_their_hidden_files_and_other_hidden_files_stay(site: LittleSite) -> None:
    for path in (".well-known/security.txt", ".htaccess", ".env", "lain/.htaccess", ".well-known/.DS_Store"):
        site.write(f"assets/root/{path}", "x")
    site.write("assets/.htaccess", "x")
    made, _ = built(site)
    hidden = {path for path in made.files if "/." in f"/{path}"}
    assert hidden - {".nojekyll", MARKER} == {".well-known/security.txt", ".htaccess"}


def test_a_link_by_path_names_a_heading_that_is_there(site: LittleSite) -> None:
    site.replace("content/shops/intako.md", "Buka setiap", "## Jam buka\n\nBuka setiap")
    text = "[a](/toko/intako/#jam-buka) [b](/toko/intako/#jam-bukak) [c](/siapa-kami/#x)"
    text += " [d](/angka/#omzet-bulan)"
    site.replace("content/pages/tentang.md", "Lihat", f"{text}\n\nLihat")
    told = site.sentra("check").stderr
    assert told.count("error[") == 1
    assert "error[anchor-missing]: that page has no heading `#jam-bukak`" in told
    assert "did you mean `#jam-buka`?" in told


# --- previews ---------------------------------------------------------------------------------------


def test_a_preview_keeps_nothing_on_a_phone_and_frees_its_address(site: LittleSite) -> None:
    site.build(replace(site.options(), preview=True, base_url=""))
    assert "registration.unregister()" in site.published("sw.js")
    assert "js/offline." not in site.published("index.html")
    assert not site.is_published("luring/index.html")
