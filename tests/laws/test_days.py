"""A site that was built yesterday can be built today: a day that comes breaks nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from site_builder.problems import Severity
from tests.support.links import fault_of, page_links
from tests.support.little_site import BASE_URL, LittleSite, content_files, make_little_site
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none

_DATED = (
    "charts/omzet.yaml",
    "events/pekan.md",
    "figures/omzet-bulan.yaml",
    "figures/omzet-tahun.yaml",
    "markets/jp.md",
    "pages/pasar.md",
    "pages/produk.md",
    "pages/tentang.md",
    "places/taman.md",
    "products/koper.md",
    "products/dompet-1.md",
    "shops/intako.md",
    "stories/awal.md",
    "stories/baru.md",
    "visits/sehari.md",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> LittleSite:
    site = make_little_site(tmp_path_factory.mktemp("days") / "project")
    site.replace(
        "content/pages/tentang.md",
        "Lihat [[shop:intako]]",
        "Ke [taman **kota**](/tempat/taman/), [toko](../shops/intako.md) dan [[event:pekan|pekan itu]], "
        "[cerita](/cerita/awal/). Lihat [[shop:intako]]",
    )
    site.replace("content/site.yaml", "menu_bawah: [angka]", "menu_bawah: [angka, pasar]")
    site.build()
    return site


@pytest.fixture
def site(built: LittleSite) -> Iterator[LittleSite]:
    yield built
    for path, text in content_files().items():
        if path != "content/site.yaml" and not path.endswith("tentang.md"):
            built.write(path, text)


def _expiring(text: str) -> str:
    head, mark, rest = text.partition("---\n")
    return f"{head}{mark}berakhir: 2026-03-02\n{rest}" if mark else f"berakhir: 2026-03-02\n{text}"


@pytest.mark.parametrize("path", _DATED)
def test_the_day_on_which_an_entry_expires_stops_no_build(site: LittleSite, path: str) -> None:
    file = f"content/{path}"
    whole = site.read(file)
    site.write(file, _expiring(whole))
    try:
        report = site.build(replace(site.options(), now=site.options().now.replace(day=2)))
    finally:
        site.write(file, whole)
    expect_none(str(problem) for problem in report.problems if problem.severity is Severity.ERROR)
    made = BuiltSite(site.output, BASE_URL)
    expect_none(
        fault
        for page in made.pages.values()
        for link in page_links(made, page)
        if (fault := fault_of(made, link))
    )


def test_links_to_what_has_expired_are_its_words(site: LittleSite) -> None:
    path = "content/places/taman.md"
    site.write(path, _expiring(site.read(path)))
    tomorrow = replace(site.options(), now=site.options().now.replace(day=2))
    site.build(replace(tomorrow, output=site.root / "besok"))
    text = (site.root / "besok/tentang/index.html").read_text("utf-8")
    assert "Ke taman <strong>kota</strong>, <a" in text
    assert ">pekan itu</a>" in text
