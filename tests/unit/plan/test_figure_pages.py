from __future__ import annotations

from decimal import Decimal

from site_builder.plan.views.pages import ExportsPageView, FiguresPageView
from tests.unit.plan.plans import entries_of, material_of, pages_of, view_of

SOURCE = "sumber: [{judul: Kabar, penerbit: Harian, tanggal: 2018-11}]\n"


def figure(name: str, scope: str, rest: str = "", period: str = "2018", value: int = 4) -> dict[str, str]:
    text = f"label: {name}\nnilai: {value}\nsatuan: orang\nperiode: {period}\nlingkup: {scope}\n"
    return {f"figures/{name}.yaml": f"{text}{rest}{SOURCE}"}


FILES = {
    **figure("ekspor", "nasional", "urutan: 2\n", "2018-01/2018-09"),
    **figure("kuno", "sentra", "urutan: 1\n", "1986"),
    **figure("unit", "sentra", "urutan: 3\n", "2018-11"),
    **figure("orang", "sentra", "", "2018-11"),
    **figure("kunjungan", "kabupaten"),
    "pages/angka.md": "judul: Angka\ntemplat: figures\n",
    "pages/ekspor.md": "judul: Ekspor\ntemplat: exports\n",
}


def figures(out: str, files: dict[str, str] = FILES) -> FiguresPageView:
    return view_of(pages_of(material_of(entries_of(files))), out, FiguresPageView)


def test_the_index_leads_to_a_page_for_each_scope_the_widest_first() -> None:
    index = figures("figures/index.html")
    assert [group.scope for group in index.groups] == ["national", "regency", "cluster"]
    assert [group.url for group in index.groups] == [
        "/figures/nasional/", "/figures/kabupaten/", "/figures/sentra/",
    ]  # fmt: skip
    assert [card.url for card in index.groups[2].figures] == [
        "/figures/sentra/#kuno", "/figures/sentra/#orang", "/figures/sentra/#unit",
    ]  # fmt: skip
    assert (index.scope, index.sources) == ("", ())
    assert index.entry is not None


def test_the_page_of_a_scope_has_its_figures_and_each_source_once() -> None:
    cluster = figures("figures/sentra/index.html")
    assert [card.id for card in cluster.figures] == ["kuno", "orang", "unit"]
    assert [source.title for source in cluster.sources] == ["Kabar"]
    assert [link.url for link in cluster.head.breadcrumbs] == ["/", "/ekspor/", "/figures/"]
    english = figures("en/figures/cluster/index.html")
    assert english.heading.text == "This cluster"


def test_a_sum_names_the_figures_that_it_is_made_of() -> None:
    files = FILES | figure("dua", "sentra", "sama_dengan: '[unit] * (1 + 1)'\n", value=8)
    card = next(card for card in figures("figures/sentra/index.html", files).figures if card.id == "dua")
    link, *rest = card.check
    assert link.figure is not None
    assert (link.figure.url, link.figure.name.text) == ("/figures/sentra/#unit", "unit")
    assert [part.sign or part.number for part in rest] == ["×", "(", Decimal(1), "+", Decimal(1), ")"]


def test_exports_set_side_by_side_what_is_of_one_year() -> None:
    pages = pages_of(material_of(entries_of(FILES)))
    exports = view_of(pages, "ekspor/index.html", ExportsPageView)
    assert {group.scope: [card.id for card in group.figures] for group in exports.scopes} == {
        "national": ["ekspor"],
        "cluster": ["unit", "orang"],
    }
