from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from site_builder.media.facts import Recipe
from site_builder.model.config import MaterialGroup
from site_builder.model.localized import Localized
from site_builder.names import Lang, SourcePath, UrlPath
from site_builder.plan.edition import Photos
from site_builder.plan.photos import PlacedPhoto
from site_builder.plan.plan import make_plan
from site_builder.plan.tasks import TextTask
from tests.unit.plan.plans import EN, ID, entries_of, material_of
from tests.unit.plan.test_facets import BANDED, WORDS
from tests.unit.plan.test_lists import product, shop


def finder_of(files: dict[str, str], kind: str, lang: Lang, photos: Photos | None = None) -> Any:
    material = material_of(entries_of(files), words=WORDS, config=BANDED)
    material = replace(
        material, assets={"js/finder.js": UrlPath("/assets/js/finder.js")}, photos=photos or {}
    )
    plan, problems = make_plan(material, ())
    assert problems == ()
    texts = {task.out: task.text for task in plan.tasks if isinstance(task, TextTask)}
    return json.loads(texts[f"data/finder/{kind}.{lang}.json"])  # type: ignore[index]  # an OutPath is a text


def words_of(data: Any, row: Any) -> dict[str, list[str]]:
    """Say under which words a row stands."""
    return {
        name: [words[at][0] for at in places]
        for (name, words), places in zip(data["facets"], row[5], strict=True)
    }


def test_a_product_tells_what_it_is_found_by_and_what_its_card_shows() -> None:
    files = shop("intako", "wa: 081234567890\n")
    files |= product("tas-1", "toko: intako\nharga: {min: 90.000, max: 150.000}\nsiap_ekspor: ya\n")
    data = finder_of(files, "products", ID)
    (row,) = data["rows"]
    assert data["base"] == "/products/"
    assert row[:5] == ["tas-1", 0, "tas-1", 0, 0]
    assert row[6:] == [0, "Rp90.000–Rp150.000"]
    assert words_of(data, row) == {
        "category": ["tas"],
        "material": ["kulit"],
        "price": ["0-100000", "100000-500000"],
        "export-ready": ["yes"],
        "made-of": ["kulit"],
        "terms": [],
        "shop": ["intako"],
    }
    assert data["facets"][-1][1] == [["intako", "intako", "/shops/intako/", "6281234567890", ""]]


def test_a_made_up_product_says_so_and_a_picture_leads_to_its_file() -> None:
    photo = "foto: [{berkas: tas-1/sisi.png, teks_alt: Sisi}]\n"
    files = product("tas-1", photo) | product("tas-2", f"contoh: ya\n{photo.replace('tas-1', 'tas-2')}")
    photos = {
        SourcePath("content/products/tas-1/sisi.png"): PlacedPhoto(
            UrlPath("/assets/sisi"), 4, 3, Recipe((4,), ("png",))
        )
    }
    real, made_up = finder_of(files, "products", ID, photos)["rows"]
    assert (real[0], real[4], real[6]) == ("tas-1", 0, "/assets/sisi-4.png")
    assert (made_up[0], made_up[4], made_up[6]) == ("tas-2", 1, 0)


def test_what_is_ready_for_export_tells_its_terms_and_a_card_names_its_own_materials_only() -> None:
    rest = "siap_ekspor: ya\npesanan_minimum: 1.000\nlama_pengerjaan_hari: 14-21\n"
    files = product("siap", rest + "satuan: {id: pasang, en: pair}\n") | product("belum", rest[16:])
    words = {ID: {**WORDS[ID], "Minimum order": "Pesanan minimum", "Lead time": "Lama pengerjaan"}}
    material = material_of(entries_of(files), words=words, config=BANDED)
    catalog = replace(
        material.catalog,
        vocabulary=replace(
            material.catalog.vocabulary,
            materials={"asli": Localized({ID: "Asli"}), "kulit": Localized({ID: "Kulit"})},
            material_groups=(MaterialGroup("asli", ("kulit",)),),
        ),
    )
    material = replace(material, catalog=catalog, assets={"js/finder.js": UrlPath("/assets/js/finder.js")})
    texts = {task.out: task.text for task in make_plan(material, ())[0].tasks if isinstance(task, TextTask)}
    indonesian, english = (
        json.loads(texts[f"data/finder/products.{lang}.json"])  # type: ignore[index]  # an OutPath is a text
        for lang in (ID, EN)
    )
    told = [words_of(indonesian, row) for row in indonesian["rows"]]
    assert [one["material"] for one in told] == [["asli", "kulit"], ["asli", "kulit"]]
    assert [one["made-of"] for one in told] == [["kulit"], ["kulit"]]
    assert [one["terms"] for one in told] == [
        [],
        ["Pesanan minimum 1.000 × pasang · Lama pengerjaan 14–21 hari"],
    ]
    terms = words_of(english, english["rows"][1])["terms"]
    assert terms == ["Minimum order 1,000 × pair · Lead time 14–21 days"]


def test_a_price_that_was_reported_says_when_and_is_in_its_band() -> None:
    data = finder_of(
        product("dulu", "harga_diberitakan: {terendah: 90.000, tahun: 2018, sumber: K}\n"), "products", EN
    )
    (row,) = data["rows"]
    assert row[7:] == ["Rp90,000", "(reported in 2018)"]
    assert words_of(data, row)["price"] == ["0-100000"]


def test_a_price_by_the_dozen_says_so() -> None:
    files = product("lusin", "harga: 185.000\nsatuan: {id: lusin, en: dozen}\n")
    (row,) = finder_of(files, "products", EN)["rows"]
    assert row[7:] == ["Rp185,000", "per dozen"]
    assert words_of(finder_of(files, "products", EN), row)["price"] == []


def test_a_name_in_another_language_says_so() -> None:
    (row,) = finder_of(product("tas-1"), "products", EN)["rows"]
    assert row[3] == "id"


def test_nobody_is_led_to_write_to_a_made_up_shop() -> None:
    files = shop("contoh-1", "contoh: ya\nwa: 081234567890\nsurel: a@example.com\n") | product(
        "a", "toko: contoh-1\n"
    )
    data = finder_of(files, "products", ID)
    assert data["facets"][-1][1] == [["contoh-1", "contoh-1", "/shops/contoh-1/", "", ""]]


def test_a_shop_tells_its_hours_and_closed_days() -> None:
    rest = (
        "desa: Kludan\njam_buka: {senin: 08.00-17.00, minggu: tutup}\ntutup_pada: [{tanggal: 2026-03-20}]\n"
    )
    data = finder_of(shop("intako", rest), "shops", ID)
    (row,) = data["rows"]
    assert row[9:] == ["480-1020,?,?,?,?,?,", "2026-03-20"]
    assert words_of(data, row) == {
        "category": ["tas"], "village": ["kludan"], "service": [], "export-ready": [], "kind": ["shop"],
    }  # fmt: skip


def test_a_site_without_the_script_has_no_such_files() -> None:
    plan, _ = make_plan(material_of(entries_of(product("a")), words=WORDS), ())
    assert not [task for task in plan.tasks if task.out.startswith("data/finder/")]
