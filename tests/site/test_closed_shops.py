"""A shop that has closed for good: one line says so, and all that leads to it is gone until that line is."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.problems import ContentRefused, Severity
from tests.support.links import expect_no_dead_link
from tests.support.little_site import BASE_URL, LittleSite, difference, make_little_site
from tests.support.site import BuiltSite

SHOP = "content/shops/anggrek.md"
NUMBER = "628111222333"
LINE = "\ntutup_sejak: 2026-01"
FILES = {
    SHOP: "---\nnama: Tas Anggrek\nringkasan: Tas dari Kludan.\njenis: toko\nkategori: [tas]\n"
    "alamat: Gang Kecil 9\ndesa: Kludan\nlokasi: {lintang: -7.505, bujur: 112.705}\nwa: 0811-1222-333\n"
    "telepon: 031-456789\nsurel: anggrek@kecil.net\nsitus: https://anggrek.net/\n"
    "jam_buka: {setiap hari: 08.00-17.00}\ntutup_pada: [{tanggal: 2026-03-20}]\npembayaran: [tunai]\n"
    "layanan: [grosir]\nbahasa: [id]\nsejak: 1980\n---\n\nDirintis Bu Anggrek.\n",
    "content/products/ransel.md": "---\nnama: Ransel\ntoko: anggrek\nkategori: tas\nbahan: [kulit]\n"
    "harga: 310.000\npesanan_minimum: 50\nsiap_ekspor: ya\nurutan: 1\n---\n\nTiga saku.\n",
}
PAGES = ("toko/anggrek/index.html", "en/shops/anggrek/index.html")


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    site = make_little_site(tmp_path / "project", with_search=True)
    for path, text in FILES.items():
        site.write(path, text)
    site.replace("content/visits/sehari.md", "perhentian:\n", "perhentian:\n  - {toko: anggrek, menit: 15}\n")
    return site


def close(site: LittleSite) -> None:
    site.replace(SHOP, "\nsejak: 1980", f"\nsejak: 1980{LINE}")


@pytest.fixture
def closed(site: LittleSite) -> LittleSite:
    close(site)
    site.build()
    return site


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def item_of(page: str, url: str) -> str:
    """Give what stands from the first link in the page's content to the end of its item or line."""
    main = main_of(page)
    return main[main.index(f'href="{url}"') :].partition("</li>")[0]


def rows_of(site: LittleSite, section: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for path in site.output.rglob("*.json"):
        data = json.loads(path.read_text("utf-8"))
        if isinstance(data, dict) and data.get("base") == section:
            found = {row[0]: row for row in data["rows"]}
    return found


def data_of(site: LittleSite, name: str) -> dict[str, Any]:
    """Give the rows of an open data file by id."""

    def rows(value: Any) -> list[Any]:
        if isinstance(value, list):
            return value
        return next(part for part in value.values() if isinstance(part, list) and part and "id" in part[0])

    return {row["id"]: row for row in rows(json.loads(site.published(f"data/{name}.json")))}


# --- one line, and back -----------------------------------------------------------------------------


def test_one_line_closes_a_shop_and_deleting_it_brings_everything_back(
    site: LittleSite, tmp_path: Path
) -> None:
    site.build()
    before = site.tree()
    close(site)
    site.build()
    during = site.tree()
    assert during != before
    assert difference(during, site.build_clean(tmp_path / "clean")) == ""
    site.replace(SHOP, LINE, "")
    site.build()
    assert difference(site.tree(), before) == ""


def test_no_published_file_leads_to_a_closed_shop_and_no_link_is_dead(site: LittleSite) -> None:
    site.build()
    ways = (NUMBER.encode(), b"+62 811", b"anggrek@kecil.net", b"anggrek.net", b"Rp310.000", b"112.705")
    told = b"".join(site.tree().values())
    assert all(way in told for way in (ways[0], ways[2], ways[3], ways[4], ways[5]))
    close(site)
    site.build()
    for name, file in site.tree().items():
        assert not any(way in file for way in ways), name
    made = BuiltSite(site.output, BASE_URL)
    expect_no_dead_link(made)


# --- its page ---------------------------------------------------------------------------------------


def test_the_page_says_since_when_and_neither_hours_nor_how_to_get_there(closed: LittleSite) -> None:
    page = closed.published(PAGES[0])
    main = main_of(page)
    assert '<p class="notice">Sudah tutup sejak Januari 2026.</p>' in page
    assert main.index("Sudah tutup sejak") < main.index("Gang Kecil 9")
    for told in ("Tas dari Kludan.", "Dirintis Bu Anggrek.", "1980", "Ransel"):
        assert told in main
    for word in ("Kunjungi</h2>", "Jam buka", "Tanyakan", "Kontak", "wa.me", "tel:", "data-hours", ".vcf"):
        assert word not in main, word
    assert "add-to-list.js" not in page and "data-product" not in page
    assert "Closed for good since January 2026." in closed.published(PAGES[1])


def test_an_open_shop_of_the_same_site_has_all_of_that(closed: LittleSite) -> None:
    page = closed.published("toko/intako/index.html")
    assert "Sudah tutup" not in page
    for word in ("Kunjungi</h2>", "data-hours", "wa.me", ".vcf", "add-to-list"):
        assert word in page, word


def test_it_has_no_contact_card_no_code_and_nothing_to_print(site: LittleSite) -> None:
    def of_shop(name: str) -> set[str]:
        return {path for path in site.tree() if name in path and not path.endswith("/")}

    site.build()
    others = of_shop("intako")
    assert any(path.endswith(".vcf") for path in of_shop("anggrek"))
    close(site)
    site.build()
    html = {path for path in of_shop("anggrek") if path.endswith("index.html")}
    assert {path for path in of_shop("anggrek") if not path.startswith("assets/")} == html == set(PAGES)
    assert of_shop("intako") == others


def test_search_engines_are_told_that_it_ended(closed: LittleSite) -> None:
    text = closed.published(PAGES[0]).partition('<script type="application/ld+json">')[2]
    graph = json.loads(text.partition("</script>")[0])
    store = next(node for node in graph["@graph"] if "dissolutionDate" in node)
    assert store["dissolutionDate"] == "2026-01"
    assert store["address"]["streetAddress"] == "Gang Kecil 9"
    assert store.keys().isdisjoint({"telephone", "email", "openingHoursSpecification", "geo", "sameAs"})


# --- lists ------------------------------------------------------------------------------------------


def test_lists_show_it_marked_and_after_the_open_ones(closed: LittleSite) -> None:
    page = closed.published("toko/index.html")
    assert '<p class="open">Sudah tutup</p>' in item_of(page, "/toko/anggrek/")
    assert "Sudah tutup" not in item_of(page, "/toko/intako/")
    assert main_of(page).index("/toko/intako/") < main_of(page).index("/toko/anggrek/")
    assert "/toko/anggrek/" not in closed.published("index.html")


def test_instant_filters_mark_it_and_never_call_it_open(closed: LittleSite) -> None:
    rows = rows_of(closed, "/toko/")
    assert rows["anggrek"][7:] == ["Sudah tutup", 0, "", ""]
    assert rows["intako"][7:9] == [0, 0] and rows["intako"][9] != ""
    assert list(rows) == ["intako", "anggrek", "mekar"]


def test_the_printed_directory_and_maps_are_without_it(site: LittleSite) -> None:
    def names_it() -> set[str]:
        pages = {path: text for path, text in site.tree().items() if path.endswith("index.html")}
        return {path for path, text in pages.items() if b"Tas Anggrek" in text or b"/toko/anggrek/" in text}

    site.build()
    before = names_it()
    close(site)
    site.build()
    gone = before - names_it()
    assert {path for path in gone if path in {"index.html", "en/index.html"}}
    assert any("cetak" in path or "direktori" in path for path in gone), gone
    assert "toko/intako/index.html" in gone  # its map shows the other shops


def test_a_trip_says_at_which_stop_nobody_opens(closed: LittleSite) -> None:
    page = closed.published("rute/sehari/index.html")
    assert '<span class="badge">Sudah tutup</span>' in item_of(page, "/toko/anggrek/").partition("</p>")[0]
    assert page.count("Sudah tutup</span>") == 1


# --- what it sold -----------------------------------------------------------------------------------


def test_its_products_keep_their_pages_and_are_not_offered(closed: LittleSite) -> None:
    page = closed.published("produk/ransel/index.html")
    assert "Tokonya sudah tutup sejak Januari 2026: barang ini tidak bisa dipesan lagi." in page
    assert 'Dulu dibuat dan dijual oleh: <a href="/toko/anggrek/">Tas Anggrek</a>' in page
    assert "Tiga saku." in page and "Kulit sapi" in page
    article = page.partition("<article")[2].partition("</article>")[0]
    for word in ("wa.me", "mailto:", "data-product", "Tanya", "Rp", "add-here"):
        assert word not in article, word
    assert '"Offer"' not in page
    assert 'data-product="dompet-1"' in closed.published("produk/dompet-1/index.html")


def test_cards_and_filters_say_that_its_products_cannot_be_had(closed: LittleSite) -> None:
    listed = closed.published("produk/kategori/tas/index.html")
    card = item_of(listed, "/produk/ransel/")
    assert "Tokonya sudah tutup" in card and "Rp" not in card
    assert main_of(listed).index("/produk/tas-1/") < main_of(listed).index("/produk/ransel/")
    assert 'data-product="ransel"' not in listed and 'data-product="tas-1"' in listed
    rows = rows_of(closed, "/produk/")
    assert rows["ransel"][7:] == ["Tokonya sudah tutup", 0, 1]
    assert len(rows["tas-1"]) < 10


def test_open_data_carries_the_fact(closed: LittleSite) -> None:
    shops = data_of(closed, "shops")
    assert shops["anggrek"]["closed_since"] == "2026-01"
    assert (
        shops["anggrek"]
        .keys()
        .isdisjoint({"whatsapp", "phone", "email", "opening_hours", "latitude", "closed_on"})
    )
    assert "closed_since" not in shops["intako"]
    table = list(csv.DictReader(closed.published("data/shops.csv").lstrip("\ufeff").splitlines()))
    assert [row["closed_since"] for row in table] == ["2026-01", ""]
    product = data_of(closed, "products")["ransel"]
    assert product["shop"] == "anggrek" and product.keys().isdisjoint({"min_price_idr", "export_ready"})


# --- editors ----------------------------------------------------------------------------------------


def test_a_day_to_come_is_told_with_what_to_do(site: LittleSite) -> None:
    site.replace(SHOP, "\nsejak: 1980", "\nsejak: 1980\ntutup_sejak: 2026-03-02")
    with pytest.raises(ContentRefused) as refused:
        site.build()
    told = [problem for problem in refused.value.problems if problem.severity is Severity.ERROR]
    assert [(problem.code, problem.at.path, problem.at.line) for problem in told] == [
        ("closed-future", SHOP, 19)
    ]
    site.replace(SHOP, "tutup_sejak: 2026-03-02", "tutup_sejak: 2026-03-01")
    site.build()
    assert "Sudah tutup sejak 1 Maret 2026." in site.published(PAGES[0])


def test_status_asks_nothing_of_it_nor_of_what_it_sold(site: LittleSite) -> None:
    def asked() -> str:
        done = site.sentra("status", "--format", "json")
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "anggrek.md" in (before := asked()) and "ransel.md" in before
    close(site)
    after = asked()
    assert "anggrek.md" not in after and "ransel.md" not in after
    assert "dompet-2.md" in after
