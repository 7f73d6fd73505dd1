"""Which pages have a share picture of their own, and what stands on it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.media.facts import Recipe
from site_builder.names import OutPath, SourcePath, UrlPath
from site_builder.plan import share_urls
from site_builder.plan.edition import Shares
from site_builder.plan.photos import PlacedPhoto
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.tasks import PageTask, ShareTask
from site_builder.plan.views.chrome import Head
from site_builder.plan.views.pages import FeedView
from site_builder.plan.views.shares import SharePicture
from tests.unit.plan.plans import ID, entries_of, material_of
from tests.unit.plan.test_facets import WORDS
from tests.unit.plan.test_lists import product, shop
from tests.unit.validate.files import good

SHARES = Shares(UrlPath("/assets/lines.svg"))
TOLD = "ringkasan: Tas dan koper.\n"
"""What makes an entry one that is not written in English: names stay as they are."""
BASE = "https://example.org"


def material(files: dict[str, str], shares: Shares | None = SHARES) -> Material:
    return replace(material_of(entries_of(files), words=WORDS), shares=shares)


def pictures(of: Material) -> dict[str, SharePicture]:
    plan, _ = make_plan(of, ())
    return {task.out: task.picture for task in plan.tasks if isinstance(task, ShareTask)}


def head_of(of: Material, out: str) -> Head:
    plan, _ = make_plan(of, ())
    (view,) = (task.view for task in plan.tasks if isinstance(task, PageTask) and task.out == out)
    assert not isinstance(view, FeedView)
    return view.head


def said_of(of: Material, out: str) -> str:
    """Say what a page tells those who cannot see its picture; empty where that is its title."""
    return head_of(of, out).share_says


def share_of(of: Material, out: str) -> str:
    """Say which picture a page names."""
    return head_of(of, out).share_url


def test_an_entry_and_each_language_have_a_picture_and_the_page_names_it() -> None:
    site = material(shop("intako", TOLD + "desa: Kedensari\n"))
    found = pictures(site)
    assert list(found) == ["share.png", "shops/intako/share.png", "en/share.png"]
    assert share_of(site, "shops/intako/index.html") == f"{BASE}/shops/intako/share.png"
    picture = found["shops/intako/share.png"]
    assert (picture.title, picture.fact, picture.drawing_kind) == ("intako", "Kedensari", "shop")
    assert found["en/share.png"].title == "Cluster"


@pytest.mark.parametrize(
    ("summary", "fact"),
    [
        ("Toko tas. Buka sejak 1976.", "Toko tas"),
        ("Toko tas", "Toko tas"),
        ("Tas Rp2.500 saja. Murah.", "Tas Rp2.500 saja"),
        ("Ada yang keliru? Begini caranya.", "Ada yang keliru?"),
        ("Di Jl. Utama 2.5 km dari sini.", "Di Jl"),
        ("革のかばん。店は二つ。", "革のかばん"),
        ("Tas kulit, koper, dompet, ikat pinggang, sepatu, sandal, jaket, dan lain-lain.", ""),
        ("革" * 40, ""),
    ],
)
def test_where_there_is_no_fact_a_short_first_sentence_stands(summary: str, fact: str) -> None:
    found = pictures(material(shop("intako", f"ringkasan: {summary}\n")))
    assert found["shops/intako/share.png"].fact == fact


def test_a_page_that_repeats_another_language_names_the_picture_of_that() -> None:
    site = material(shop("intako", TOLD))
    assert share_of(site, "en/shops/intako/index.html") == f"{BASE}/shops/intako/share.png"
    assert said_of(site, "en/shops/intako/index.html") == ""


def test_a_translation_has_a_picture_in_its_language() -> None:
    entry = good(
        "content/shops/intako.md",
        "nama: Koperasi\njenis: koperasi\nkategori: [tas]\nalamat: Jalan 1\n",
        en="name: Cooperative\n",
    )
    site = replace(material_of([entry], words=WORDS), shares=SHARES)
    assert pictures(site)["en/shops/intako/share.png"].title == "Cooperative"
    assert share_of(site, "en/shops/intako/index.html") == f"{BASE}/en/shops/intako/share.png"


@pytest.mark.parametrize("out", ["shops/index.html", "404.html", "shops/contoh/index.html"])
def test_lists_samples_and_what_is_not_there_name_the_picture_of_the_language(out: str) -> None:
    site = material(shop("contoh", "contoh: ya\n"))
    assert list(pictures(site)) == ["share.png", "en/share.png"]
    assert said_of(site, out) == pictures(site)["share.png"].title
    assert share_of(site, out) == f"{BASE}/share.png"


@pytest.mark.parametrize("missing", ["template", "address"])
def test_without_template_or_address_there_is_none_and_no_page_names_any(missing: str) -> None:
    site = material(shop("intako"), None if missing == "template" else SHARES)
    if missing == "address":
        site = replace(site, routes=replace(site.routes, origin=""))
    assert pictures(site) == {}
    assert share_of(site, "shops/intako/index.html") == ""


def test_a_language_without_its_fonts_has_one_picture_without_words_and_it_is_told_once() -> None:
    shares = replace(SHARES, wordless=frozenset({ID}))
    site = material(shop("intako", TOLD) | shop("mekar", TOLD), shares)
    found = pictures(site)
    assert list(found) == ["share.png", "en/share.png"]
    assert (found["share.png"].title, found["share.png"].fact) == ("", "")
    assert share_of(site, "shops/intako/index.html") == f"{BASE}/share.png"
    told = [problem for problem in make_plan(site, ())[1] if problem.code == "share-fonts"]
    assert [problem.values for problem in told] == [{"language": "Bahasa Indonesia"}]


@pytest.mark.parametrize(
    ("rest", "fact"),
    [
        ("harga: 250.000\n", "Rp250.000"),
        ("harga: 250.000\nsatuan: lusin\n", "Rp250.000 per lusin"),
        ("harga: {min: 90.000, max: 150.000}\n", "Rp90.000–Rp150.000"),
        (
            "harga_diberitakan: {terendah: 135.000, tahun: 2018, sumber: Kabar}\n",
            "Rp135.000 (reported in 2018)",
        ),
        ("toko: intako\n", "intako"),
        ("", ""),
    ],
)
def test_a_product_tells_its_price_and_of_a_reported_one_its_year(rest: str, fact: str) -> None:
    site = material(shop("intako") | product("tas-1", rest))
    assert pictures(site)["products/tas-1/share.png"].fact == fact


@pytest.mark.parametrize(("line", "kicker"), [("", "Events"), ("dibatalkan: ya\n", "Cancelled")])
def test_a_cancelled_event_says_so_in_the_place_of_what_it_is(line: str, kicker: str) -> None:
    site = material({"events/pekan.md": f"nama: Pekan\n{TOLD}mulai: 2027-05-01\n{line}"})
    picture = pictures(site)["events/pekan/share.png"]
    assert (picture.kicker, picture.fact) == (kicker, "1 Mei 2027")


def test_a_real_product_does_not_name_a_made_up_shop() -> None:
    site = material(shop("rekaan", "contoh: ya\n") | product("tas-1", "toko: rekaan\n"))
    assert pictures(site)["products/tas-1/share.png"].fact == ""


def test_what_the_title_says_is_not_said_twice() -> None:
    files = {path: text.replace("nama: tas-1", "nama: Tas") for path, text in product("tas-1").items()}
    picture = pictures(material(files))["products/tas-1/share.png"]
    assert (picture.title, picture.kicker) == ("Tas", "")


def test_the_first_photo_stands_for_the_drawing() -> None:
    files = shop("intako", TOLD + "foto: [{berkas: intako/a.jpg, teks_alt: Depan}]\n")
    path = SourcePath("content/shops/intako/a.jpg")
    photos = {path: PlacedPhoto(UrlPath("/photos/a.1234"), 10, 10, Recipe((10,), ("jpg",)))}
    plan, _ = make_plan(replace(material(files), photos=photos), ())
    (task,) = (task for task in plan.tasks if isinstance(task, ShareTask) and "intako" in task.out)
    assert (task.photo, task.picture.photo) == (path, "/photos/a.1234")


def test_an_edit_changes_the_picture_of_its_own_entry_only() -> None:
    files = shop("intako") | product("tas-1", "harga: 250.000\n") | product("tas-2")
    before = pictures(material(files))
    after = pictures(material(files | product("tas-1", "harga: 260.000\n")))
    assert [out for out in after if after[out] != before[out]] == ["products/tas-1/share.png"]


def test_past_thousands_of_products_the_others_show_the_picture_of_their_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = shop("intako") | product("tas-1") | product("tas-2") | product("tas-3", "contoh: ya\n")
    monkeypatch.setattr(share_urls, "MOST_PRODUCT_PICTURES", 2)
    assert OutPath("products/tas-2/share.png") in pictures(material(files))
    monkeypatch.setattr(share_urls, "MOST_PRODUCT_PICTURES", 1)
    site = material(files)
    assert [out for out in pictures(site) if out.startswith("products/")] == ["products/tas-1/share.png"]
    assert OutPath("shops/intako/share.png") in pictures(site)
    assert share_of(site, "products/tas-1/index.html") == f"{BASE}/products/tas-1/share.png"
    assert share_of(site, "products/tas-2/index.html") == f"{BASE}/share.png"
