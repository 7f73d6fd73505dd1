"""What pages say to search engines are facts, and nothing that could end their element."""

from __future__ import annotations

import json
from typing import Any

from site_builder.model.config import Contact, Language, SiteConfig
from site_builder.model.localized import Localized
from site_builder.names import Lang, OutPath
from site_builder.plan.tasks import PageTask
from site_builder.render.json_ld import write_json_ld
from tests.unit.plan.plans import entries_of, material_of, pages_of

EN = Lang("en")
SHOP = """
nama: Toko Jaya
jenis: toko
kategori: [tas]
alamat: Jl. Kludan 1
desa: Kludan
lokasi: {lintang: -7.5, bujur: 112.7}
wa: 081234567890
telepon: 0318941234
surel: a@example.org
ig: tokojaya
jam_buka: {senin-jumat: '08.00-12.00, 13.00-17.00', sabtu: 18.00-02.00, minggu: tutup}
anggota: Koperasi INTAKO
sejak: 1985
"""
PRODUCT = "nama: Tas Satu\nkategori: tas\nbahan: [kulit]\n"


def nodes_of(files: dict[str, str], out: str) -> list[dict[str, Any]]:
    """Give the things that a page names."""
    return nodes_on(pages_of(material_of(entries_of(files))), out)


def nodes_on(pages: dict[OutPath, PageTask], out: str) -> list[dict[str, Any]]:
    nodes = pages[OutPath(out)].view.head.structured  # type: ignore[union-attr]
    graph: list[dict[str, Any]] = json.loads(write_json_ld(nodes))["@graph"]
    return graph


def test_a_shop_is_a_store_with_its_facts_and_no_more() -> None:
    store, crumbs = nodes_of({"shops/jaya.md": SHOP}, "shops/jaya/index.html")
    assert store == {
        "@type": "Store",
        "@id": "https://example.org/shops/jaya/#it",
        "name": "Toko Jaya",
        "url": "https://example.org/shops/jaya/",
        "address": {"@type": "PostalAddress", "streetAddress": "Jl. Kludan 1", "addressLocality": "Kludan"},
        "geo": {"@type": "GeoCoordinates", "latitude": -7.5, "longitude": 112.7},
        "telephone": "+6281234567890",
        "email": "a@example.org",
        "sameAs": ["https://www.instagram.com/tokojaya/"],
        "openingHoursSpecification": [
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
                "opens": "08:00",
                "closes": "12:00",
            },
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
                "opens": "13:00",
                "closes": "17:00",
            },
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Saturday"],
                "opens": "18:00",
                "closes": "02:00",
            },
            {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": ["Sunday"],
                "opens": "00:00",
                "closes": "00:00",
            },
        ],
        "foundingDate": "1985",
        "memberOf": {"@type": "Organization", "name": "Koperasi INTAKO"},
    }
    assert [step["name"] for step in crumbs["itemListElement"]] == ["Home", "Shops", "Toko Jaya"]


def test_a_shop_on_the_equator_or_the_first_meridian_is_there() -> None:
    for lat, lon in ((0.0, 109.32), (-7.5, 0.0), (0.0, 0.0)):
        shop = SHOP.replace("{lintang: -7.5, bujur: 112.7}", f"{{lintang: {lat}, bujur: {lon}}}")
        (store, *_) = nodes_of({"shops/jaya.md": shop}, "shops/jaya/index.html")
        assert store["geo"] == {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}


def test_a_price_that_a_shop_asks_is_an_offer() -> None:
    files = {"shops/jaya.md": SHOP, "products/tas.md": f"{PRODUCT}toko: jaya\nharga: 250.000\n"}
    offer = nodes_of(files, "products/tas/index.html")[0]["offers"]
    assert offer == {
        "@type": "Offer",
        "price": 250_000,
        "priceCurrency": "IDR",
        "url": "https://example.org/products/tas/",
        "seller": {"@type": "Store", "@id": "https://example.org/shops/jaya/#it"},
    }
    files["products/tas.md"] = f"{PRODUCT}toko: jaya\nharga: {{terendah: 90.000, tertinggi: 120.000}}\n"
    offer = nodes_of(files, "products/tas/index.html")[0]["offers"]
    assert (offer["@type"], offer["lowPrice"], offer["highPrice"]) == ("AggregateOffer", 90_000, 120_000)


def test_a_price_by_the_dozen_says_what_it_counts() -> None:
    dozen = "satuan: {id: lusin, en: dozen}\n"
    files = {"shops/jaya.md": SHOP, "products/tas.md": f"{PRODUCT}toko: jaya\nharga: 185.000\n{dozen}"}
    offer = nodes_of(files, "products/tas/index.html")[0]["offers"]
    by_the_dozen = {"@type": "UnitPriceSpecification", "priceCurrency": "IDR", "unitText": "lusin"}
    assert offer == {
        "@type": "Offer",
        "priceSpecification": {"price": 185_000} | by_the_dozen,
        "url": "https://example.org/products/tas/",
        "seller": {"@type": "Store", "@id": "https://example.org/shops/jaya/#it"},
    }
    files["products/tas.md"] = (
        f"{PRODUCT}toko: jaya\nharga: {{terendah: 90.000, tertinggi: 120.000}}\n{dozen}"
    )
    offer = nodes_of(files, "products/tas/index.html")[0]["offers"]
    assert offer["priceSpecification"] == {"minPrice": 90_000, "maxPrice": 120_000} | by_the_dozen


def test_a_price_that_the_press_reported_is_none() -> None:
    reported = "harga_diberitakan: {terendah: 90.000, tahun: 2018, sumber: K}\n"
    files = {"shops/jaya.md": SHOP, "products/tas.md": f"{PRODUCT}toko: jaya\n{reported}"}
    assert "offers" not in nodes_of(files, "products/tas/index.html")[0]


def test_a_real_product_of_a_made_up_shop_offers_nothing() -> None:
    files = {
        "shops/jaya.md": f"{SHOP}contoh: ya\n",
        "products/a.md": f"{PRODUCT}toko: jaya\nharga: 250.000\n",
    }
    (thing, *_) = nodes_of(files, "products/a/index.html")
    assert "offers" not in thing


def test_a_line_without_a_shop_offers_nothing() -> None:
    files = {"products/tas.md": f"{PRODUCT}harga: 250.000\n"}
    assert "offers" not in nodes_of(files, "products/tas/index.html")[0]


def test_made_up_entries_and_untranslated_pages_say_nothing() -> None:
    files = {
        "shops/jaya.md": f"{SHOP}contoh: ya\n",
        "products/tas.md": f"{PRODUCT}ringkasan: Rapi.\ntoko: jaya\nharga: 250.000\n",
    }
    pages = pages_of(material_of(entries_of(files)))
    assert nodes_on(pages, "shops/jaya/index.html") == []
    assert nodes_on(pages, "en/products/tas/index.html") == []
    assert "offers" not in nodes_on(pages, "products/tas/index.html")[0]


def test_an_event_with_an_hour_says_how_far_its_clock_is_from_utc() -> None:
    event = "nama: Malam\nmulai: 2026-05-01T19:00\nselesai: 2026-05-03\n"
    node = nodes_of({"events/malam.md": event}, "events/malam/index.html")[0]
    assert (node["startDate"], node["endDate"]) == ("2026-05-01T19:00+07:00", "2026-05-03")


def test_an_event_says_that_it_is_cancelled_and_nothing_of_the_kind_otherwise() -> None:
    event = "nama: Malam\nmulai: 2026-05-01\n"
    for line, status in (("", None), ("dibatalkan: ya\n", "https://schema.org/EventCancelled")):
        node = nodes_of({"events/malam.md": f"{event}{line}"}, "events/malam/index.html")[0]
        assert node.get("eventStatus") == status
        assert node["startDate"] == "2026-05-01"


def test_a_list_names_what_is_real_in_its_order() -> None:
    files = {
        "pages/toko.md": "judul: Toko\ntemplat: shops\n",
        "shops/b.md": SHOP.replace("Jaya", "B"),
        "shops/a.md": SHOP.replace("Jaya", "A"),
        "shops/c.md": f"{SHOP}contoh: ya\n",
    }
    listed = nodes_of(files, "shops/index.html")[0]
    assert listed["itemListElement"] == [
        "https://example.org/shops/a/",
        "https://example.org/shops/b/",
    ]


def test_a_site_names_who_publishes_it() -> None:
    config = SiteConfig(
        Localized({Lang("id"): "Sentra"}),
        (Language("id", "Bahasa Indonesia"),),
        contact=Contact(email="a@example.org"),
    )
    pages = pages_of(
        material_of(entries_of({"pages/beranda.md": "judul: Beranda\ntemplat: home\n"}), config=config)
    )
    assert nodes_on(pages, "index.html")[0]["publisher"] == {
        "@type": "Organization",
        "name": "Sentra",
        "email": "a@example.org",
    }
