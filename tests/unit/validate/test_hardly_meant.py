"""What is read without a fault and is hardly meant, or not any more: age, points, samples, units."""

from __future__ import annotations

import pytest

from site_builder.problems import Problem, Severity, Span
from site_builder.validate.age import check_age, year_before
from site_builder.validate.charts import check_charts, unsourced_charts
from site_builder.validate.positions import check_positions
from site_builder.validate.samples import check_samples
from tests.unit.validate.files import told
from tests.unit.validate.sites import INTAKO, Site
from tests.unit.validate.test_entries import FIGURE, MINIMAL, PRODUCT, SHOP


def test_a_real_product_at_a_made_up_shop_is_warned_of_where_it_names_it() -> None:
    sample, product = MINIMAL[SHOP] + "contoh: ya\n", MINIMAL[PRODUCT] + "toko: intako\n"
    site = Site({INTAKO: sample, PRODUCT: product})
    (problem,) = told(check_samples(site.catalog, site.locate))
    values = {"value": "intako", "file": INTAKO}
    assert problem == Problem("shop-sample", Span(PRODUCT, 5, 7), "", values, Severity.WARNING)
    for files in (
        {INTAKO: sample, PRODUCT: f"{product}contoh: ya\n"},
        {INTAKO: MINIMAL[SHOP], PRODUCT: product},
    ):
        site = Site(files)
        assert told(check_samples(site.catalog, site.locate)) == []


def test_years_that_have_not_come_yet_are_told() -> None:
    site = Site(
        {
            INTAKO: MINIMAL[SHOP] + "sejak: 2027\n",
            SHOP: MINIMAL[SHOP] + "sejak: 2026\n",
            PRODUCT: MINIMAL[PRODUCT] + "harga_diberitakan: {terendah: 5000, tahun: 2099, sumber: X}\n",
        }
    )
    found = told(check_age(site.catalog, "2026-11-23", site.locate))
    assert [(p.at.path, p.at.line, p.at.column, p.key, p.severity) for p in found] == [
        (INTAKO, 6, 8, "year-future", Severity.ERROR),
        (PRODUCT, 5, 44, "year-future", Severity.ERROR),
    ]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        ("2026-11-23", [("content/events/a.md", 4), ("content/events/b.md", 3)]),
        ("0001-01-01", [("content/events/b.md", 3)]),
    ],
)
def test_years_that_are_odd_for_an_event_are_warned_of(today: str, found: list[tuple[str, int]]) -> None:
    """A clock before Sentra was made knows nothing of the future."""
    site = Site(
        {
            "content/events/a.md": "nama: X\nmulai: 2036-12-01\nselesai: 2037-01-01\n",
            "content/events/b.md": "nama: X\nmulai: 1927-03-01\n",
            "content/events/c.md": "nama: X\nmulai: 1970-03-01\n",
        }
    )
    problems = told(check_age(site.catalog, today, site.locate))
    assert {problem.key for problem in problems} == {"event-year"}
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert [(problem.at.path, problem.at.line) for problem in problems] == found


def test_a_stretch_can_not_start_from_itself() -> None:
    stretch = "nama: X\nkira_kira: {dari: jalan, arah: barat, meter: 20000}\n"
    site = Site({"content/places/jalan.md": stretch, "content/places/gang.md": stretch})
    (problem,) = told(check_positions(site.catalog, site.locate))
    assert (problem.key, problem.at) == ("stretch-self", Span("content/places/jalan.md", 3, 19))


@pytest.mark.parametrize("north", [1, 2, 4])
def test_however_many_points_lack_their_minus_these_are_told_and_no_other(north: int) -> None:
    shops = {
        f"content/shops/t{number}.md": MINIMAL[SHOP]
        + f"lokasi: {{lintang: {'' if number < north else '-'}7.50{number}, bujur: 112.71{number}}}\n"
        for number in range(4)
    }
    site = Site(shops)
    problems = told(check_positions(site.catalog, site.locate))
    assert [(one.key, one.at.path) for one in problems] == [
        ("location-sign.lat", f"content/shops/t{number}.md") for number in range(north)
    ]
    assert problems[0].values["suggestion"] == "-7.5"


def test_values_of_a_chart_without_a_source_are_not_published() -> None:
    chart = "judul: X\njenis: garis\nketerangan: X\nbaris:\n  - {label: 2020, nilai: 4}\n"
    site = Site(
        {
            "content/figures/a.yaml": MINIMAL[FIGURE],
            "content/charts/a.yaml": chart,
            "content/charts/b.yaml": f"{chart}sumber: [{{judul: kira-kira.}}]\n",
            "content/charts/c.yaml": f"{chart}sumber: [{{judul: BPS}}]\n",
            "content/charts/d.yaml": chart.replace("label: 2020, nilai: 4", "angka: a"),
            "content/charts/e.yaml": f"{chart}contoh: ya\n",
        }
    )
    found = told(unsourced_charts(site.catalog, site.locate))
    assert [(p.at.path[-6], p.at.line, p.at.column) for p in found] == [("a", 5, 26), ("b", 5, 26)]


def test_a_chart_of_several_units_is_warned_of_at_the_row_that_differs() -> None:
    other = MINIMAL[FIGURE].replace("usd-billion", "percent")
    chart = "judul: X\njenis: batang\nketerangan: X\n"
    site = Site(
        {
            "content/figures/a.yaml": MINIMAL[FIGURE],
            "content/figures/b.yaml": other,
            "content/charts/a.yaml": f"{chart}angka: [a, b]\n",
            "content/charts/b.yaml": f"{chart}baris:\n  - {{angka: a}}\n  - {{label: X, nilai: 4}}\n",
            "content/charts/c.yaml": (
                f"{chart}satuan: percent\nbaris:\n  - {{angka: a}}\n  - {{label: X, nilai: 4}}\n"
            ),
            "content/charts/d.yaml": f"{chart}angka: [a, b]\n".replace("batang", "tabel"),
            "content/charts/e.yaml": f"{chart}angka: [b]\nbaris:\n  - {{angka: a}}\n".replace(
                "batang", "garis"
            ),
        }
    )
    found = told(check_charts(site.catalog, site.locate))
    assert [(p.at.path[-6], p.at.line, p.at.column, p.values["units"]) for p in found] == [
        ("a", 4, 12, "`usd-billion`, `percent`"),
        ("c", 7, 23, "`usd-billion`, `percent`"),
        ("e", 6, 13, "`percent`, `usd-billion`"),
    ]
    assert {(p.key, p.severity) for p in found} == {("chart-units", Severity.WARNING)}


def test_old_facts_and_ended_certificates_are_warnings_at_their_days() -> None:
    site = Site(
        {
            INTAKO: MINIMAL[SHOP] + "diperiksa: 2025-11-22\n",
            SHOP: MINIMAL[SHOP] + "diperiksa: 2025-11-23\n",
            "content/shops/b.md": MINIMAL[SHOP] + "diperiksa: 2026-11-24\n",
            PRODUCT: MINIMAL[PRODUCT] + "sertifikat:\n  - nama: X\n    berakhir: 2026-11-23\n",
        }
    )
    found = told(check_age(site.catalog, "2026-11-23", site.locate))
    assert [(p.at.path, p.at.line, p.at.column, p.key, p.severity) for p in found] == [
        (INTAKO, 6, 12, "verified-old", Severity.WARNING),
        ("content/shops/b.md", 6, 12, "verified-future", Severity.WARNING),
        (PRODUCT, 7, 15, "certificate-expired", Severity.WARNING),
    ]
    assert year_before("2024-02-29") == "2023-02-29"
