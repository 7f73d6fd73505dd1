"""`llms.txt`: one page of Markdown about the whole site."""

from __future__ import annotations

import re

from msgspec.structs import replace

from site_builder.model.localized import Localized
from site_builder.names import EntryId
from site_builder.plan.llms import MOST_LINKS
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.routes import make_routes
from site_builder.plan.tasks import TextTask
from tests.unit.plan.plans import CONFIG, EN, ID, entries_of, material_of

SHOP = "jenis: toko\nkategori: [tas]\nalamat: Jl. A\n"
FILES = {
    "pages/tentang.md": "judul: Tentang [kami]\nringkasan: Siapa kami.\ntemplat: page\n",
    "shops/intako.md": f"nama: Intako\nringkasan: Satu ruang.\n{SHOP}",
    "shops/contoh.md": f"nama: Karangan\ncontoh: ya\n{SHOP}",
    "products/koper.md": "nama: Koper\nkategori: koper\nbahan: [kulit]\n",
    "products/tas.md": "nama: Tas\ntoko: intako\nkategori: tas\nbahan: [kulit]\n",
}
SITE = replace(
    CONFIG,
    description=Localized({ID: "Kampung\n tas.", EN: "Bags."}),
    menu=(EntryId("tentang"),),
    data_licence="CC BY 4.0",
)
WORDS = {ID: {"Shops": "Toko", "Open data": "Data terbuka", "Language": "Bahasa", "Pages": "Halaman"}}


def text_of(material: Material) -> str:
    plan, problems = make_plan(material, ())
    assert problems == ()
    (task,) = (task for task in plan.tasks if task.out == "llms.txt")
    assert isinstance(task, TextTask)
    return task.text


def test_name_summary_and_sections_in_the_default_language_without_samples() -> None:
    text = text_of(material_of(entries_of(FILES), words=WORDS, config=SITE))
    assert text.startswith("# Sentra\n\n> Kampung tas.\n\n## Halaman\n\n")
    assert "- [Tentang \\[kami\\]](https://example.org/tentang/): Siapa kami.\n" in text
    assert "## Toko\n\n- [Intako](https://example.org/shops/intako/): Satu ruang.\n\n" in text
    assert "## Product lines\n\n- [Koper](https://example.org/products/koper/)\n\n" in text
    assert "- [figures.csv](https://example.org/data/figures.csv): CC BY 4.0\n" in text
    assert text.endswith("## Bahasa\n\n- [English](https://example.org/en/)\n")
    assert "Karangan" not in text


def test_every_line_is_a_heading_the_summary_or_a_link() -> None:
    text = text_of(material_of(entries_of(FILES), words=WORDS, config=SITE))
    form = re.compile(r"#{1,2} \S.*|> \S.*|- \[(?:\\.|[^\]\\])+\]\(https://example\.org/\S*\)(?:: \S.*)?|")
    assert [line for line in text.split("\n") if not form.fullmatch(line)] == []


def test_without_an_address_of_the_site_links_begin_at_the_root() -> None:
    material = material_of(entries_of(FILES), words=WORDS, config=SITE)
    text = text_of(replace(material, routes=make_routes(SITE, material.catalog.pages, "")))
    assert "- [Intako](/shops/intako/): Satu ruang.\n" in text


def test_it_stays_short_however_many_shops_there_are() -> None:
    shops = {f"shops/toko-{number}.md": f"nama: Toko {number}\n{SHOP}" for number in range(MOST_LINKS + 5)}
    text = text_of(material_of(entries_of(shops), words=WORDS, config=SITE))
    assert text.count("/shops/toko-") == MOST_LINKS
