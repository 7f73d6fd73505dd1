from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.plan.maps import MAP_NAMES
from site_builder.plan.views.bodies import MapEmbed
from site_builder.plan.views.pages import TextPageView
from tests.unit.plan.plans import ID, entries_of, material_of, pages_of, problems_of
from tests.unit.validate.files import told

WORDS = {ID: {"Shops": "Toko", "Places": "Tempat", "Figures": "Angka"}}
FILES = {
    "pages/halaman.md": "judul: Halaman\nalias: [/lama/]\n",
    "pages/lain.md": "judul: Lain\n",
    "shops/intako.md": "nama: Intako\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"
    "lokasi: {lintang: -7.5, bujur: 112.7}\n",
    "shops/contoh.md": "nama: Contoh\ncontoh: ya\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"
    "lokasi: {lintang: -7.5, bujur: 112.7}\n",
    "places/candi.md": "nama: Candi\nlokasi: {lintang: -7.6, bujur: 112.7}\n",
    "places/taman.md": "nama: Taman\nalamat: Jalan 2\n",
}


def faults(markdown: str) -> list[tuple[str, str, str]]:
    """Give code, wanted name and suggestion of what is wrong in the text of a page."""
    texts = {"pages/halaman.md": markdown, "pages/lain.md": "## Jam buka\n\nTeks."}
    problems = problems_of(material_of(entries_of(FILES), texts, WORDS))
    return [(problem.code, problem.values["target"], problem.values["near"]) for problem in told(problems)]


@pytest.mark.parametrize("link", ["/lain/#jam-buka", "/lain/#main", "/lain/", "/lama/#x", "/robots.txt#x"])
def test_a_path_with_a_heading_that_is_there_is_right(link: str) -> None:
    assert faults(f"[x]({link})") == []


@pytest.mark.parametrize(
    ("link", "wanted", "near"),
    [("/lain/#jam-buk", "jam-buk", "jam-buka"), ("/shops/intako/#tidak-ada", "tidak-ada", "")],
)
def test_a_path_with_a_heading_that_is_not_there_is_told(link: str, wanted: str, near: str) -> None:
    assert faults(f"[x]({link})") == [("anchor-missing", wanted, near)]


def test_a_link_by_a_former_name_is_told_with_the_present_one() -> None:
    shop = FILES["shops/intako.md"]
    renamed = {"shops/lilik.md": f"{shop}alias: [/shops/tas-bu-lilik/]\n", "shops/tas-bu-lilit.md": shop}
    texts = {"pages/halaman.md": "[[shop:tas-bu-lilik]] dan [[shop:tas-bu-lili]]"}
    problems = problems_of(material_of(entries_of({**FILES, **renamed}), texts, WORDS))
    assert [(problem.key, problem.values["near"]) for problem in told(problems)] == [
        ("link-missing.renamed", "lilik"),
        ("link-missing.near", "tas-bu-lilit"),
    ]


@pytest.mark.parametrize("name", sorted(MAP_NAMES))
def test_known_maps_are_right(name: str) -> None:
    assert faults(f"[[map:{name}]]") == []


@pytest.mark.parametrize(("name", "near"), [("tokoo", "toko"), ("place", "places"), ("zzz", "")])
def test_an_unknown_map_is_told_with_what_was_meant(name: str, near: str) -> None:
    assert faults(f"[[map:{name}]]") == [("map-unknown", name, near)]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("semua", ["Candi", "Intako"]),
        ("all", ["Candi", "Intako"]),
        ("tempat", ["Candi"]),
        ("toko", ["Intako"]),
    ],
)
def test_a_map_shows_what_its_name_says(name: str, shown: list[str]) -> None:
    pages = pages_of(material_of(entries_of(FILES), {"pages/halaman.md": f"[[map:{name}]]"}, WORDS))
    view = next(task.view for out, task in pages.items() if out == "halaman/index.html")
    assert isinstance(view, TextPageView)
    assert view.entry.body is not None
    (embed,) = view.entry.body.embeds
    assert isinstance(embed, MapEmbed)
    assert embed.map is not None
    assert sorted(point.name.text for point in embed.map.points) == shown


def test_a_link_is_offered_by_the_words_of_its_entry() -> None:
    assert faults("[[shop:koperasi-intako]] [[page:lain-kami]]") == [
        ("link-missing", "koperasi-intako", "intako"),
        ("link-missing", "lain-kami", "lain"),
    ]
    both = {
        **FILES,
        "shops/sinar-jaya.md": FILES["shops/intako.md"],
        "shops/sinar-terang.md": FILES["shops/intako.md"],
    }
    texts = {"pages/halaman.md": "[[shop:sinar]]", "pages/lain.md": "Teks."}
    (problem,) = problems_of(material_of(entries_of(both), texts, WORDS))
    assert sentence_for(problem, "id").hint.startswith(
        "maksudnya salah satu dari `sinar-jaya`, `sinar-terang`?"
    )
