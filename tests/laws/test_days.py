"""A site that was built yesterday can be built today: a day that comes breaks nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from site_builder.problems import Severity
from tests.support.links import expect_no_dead_link, fault_of, page_links
from tests.support.little_site import BASE_URL, LittleSite, content_files, make_little_site
from tests.support.programs import ROOT
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
    expect_no_dead_link(made)


_SAID_BY_THE_HANDBOOK = {
    "shops/intako.md": ("id/02-toko.md", "en/02-shops.md"),
    "events/pekan.md": ("id/06-acara.md", "en/06-events.md"),
}
"""Chapters that say of `berakhir` in such a file what becomes of links to it."""


@pytest.mark.parametrize("path", _SAID_BY_THE_HANDBOOK)
def test_of_links_to_what_has_expired_the_words_stay_as_the_handbook_says(
    site: LittleSite, path: str
) -> None:
    indonesian, english = (ROOT / "docs/handbook" / name for name in _SAID_BY_THE_HANDBOOK[path])
    assert "tinggal kata-katanya saja" in indonesian.read_text("utf-8")
    assert "only the words stay" in english.read_text("utf-8")
    file = f"content/{path}"
    site.write(file, _expiring(site.read(file)))
    tomorrow = replace(site.options(), now=site.options().now.replace(day=2))
    report = site.build(replace(tomorrow, output=site.root / "lusa"))
    assert {problem.severity for problem in report.problems} == {Severity.WARNING}
    told = [problem.at.path for problem in report.problems if problem.key == "link-missing.dated"]
    assert "content/pages/tentang.md" in told
    text = (site.root / "lusa/tentang/index.html").read_text("utf-8")
    words = {"shops/intako.md": ", toko dan", "events/pekan.md": "dan pekan itu,"}
    assert words[path] in text


def test_links_to_what_has_expired_are_its_words(site: LittleSite) -> None:
    path = "content/places/taman.md"
    site.write(path, _expiring(site.read(path)))
    tomorrow = replace(site.options(), now=site.options().now.replace(day=2))
    site.build(replace(tomorrow, output=site.root / "besok"))
    text = (site.root / "besok/tentang/index.html").read_text("utf-8")
    assert "Ke taman <strong>kota</strong>, <a" in text
    assert ">pekan itu</a>" in text


_WRITTEN = {
    "/acara/": "events/pekan.md",
    "/acara/pekan/pekan.ics": "events/pekan.md",
    "/en/places/lama/": "places/taman.md",
    "/en/siapa-kami/": "pages/tentang.md",
    "/feed.xml": "stories/awal.md stories/baru.md",
    "/kunjungi/sehari/": "pages/kunjungi.md",
    "/produk/halaman/2/": "products/dompet-2.md products/dompet-3.md",
    "/produk/kategori/koper/": "products/koper.md",
    "/toko/desa/kedensari/": "shops/intako.md",
    "/toko/intako/intako.vcf": "shops/intako.md",
    "/toko/siap-ekspor/": "products/dompet-1.md",
}
"""Addresses that an editor wrote out, with the entries without which nothing lies there."""

_WITH_PLACES = {
    "/angka/sentra/#omzet-bulan": "figures/omzet-bulan.yaml",
    "/angka/#chart_omzet": "charts/omzet.yaml",
    "/produk/#pintu": "pages/produk.md",
}
"""Addresses of places on pages that stay, with the entries without which the place is not there."""


def _words_for(address: str) -> str:
    return f"kata untuk {address.replace('/', '-').replace('#', '-')}."


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> LittleSite:
    """Make a site whose list of events has no page, and on which an editor has written out many addresses."""
    site = make_little_site(tmp_path_factory.mktemp("written") / "project")
    site.remove("content/pages/acara.md")
    site.replace("content/site.yaml", "  kunjungan: {id: rute, en: trips}\n", "")
    site.replace("content/places/taman.md", "nama: Taman\n", "nama: Taman\nalias: [/tempat/lama/]\n")
    site.replace("content/pages/produk.md", "Pembuka", "## Pintu\n\nPembuka")
    links = "\n\n".join(f"Ke [{_words_for(one)}]({one})" for one in (*_WRITTEN, *_WITH_PLACES))
    site.write("content/pages/alamat.md", f"---\njudul: Alamat\n---\n{links}\n")
    expect_none(str(problem) for problem in site.build().problems)
    return site


def _page_of_the_next_day(site: LittleSite, expiring: str) -> str:
    """Build on the day on which `expiring` expire; give the page with the addresses."""
    before = {path: site.read(path) for path in (f"content/{name}" for name in expiring.split())}
    for path, text in before.items():
        site.write(path, _expiring(text))
    try:
        tomorrow = replace(site.options(), now=site.options().now.replace(day=2))
        problems = site.build(tomorrow).problems
    finally:
        for path, text in before.items():
            site.write(path, text)
    expect_none(str(problem) for problem in problems if problem.severity is Severity.ERROR)
    assert any(problem.at.path == "content/pages/alamat.md" for problem in problems)
    made = BuiltSite(site.output, BASE_URL)
    links = page_links(made, made.pages["alamat/index.html"])
    expect_none(fault for link in links if (fault := fault_of(made, link)))
    return (site.output / "alamat/index.html").read_text("utf-8")


@pytest.mark.parametrize("address", _WRITTEN)
def test_an_address_that_is_written_out_leaves_its_words_when_a_date_takes_what_is_there(
    written: LittleSite, address: str
) -> None:
    page = _page_of_the_next_day(written, _WRITTEN[address])
    assert f"<p>Ke {_words_for(address)}</p>" in page


@pytest.mark.parametrize("address", _WITH_PLACES)
def test_a_link_to_a_place_that_a_date_takes_leads_to_its_page(written: LittleSite, address: str) -> None:
    page = _page_of_the_next_day(written, _WITH_PLACES[address])
    assert f'<p>Ke <a href="{address.partition("#")[0]}">{_words_for(address)}</a></p>' in page


def test_a_link_stays_where_another_entry_takes_the_address_on_that_day(written: LittleSite) -> None:
    path = "content/places/taman-baru.md"
    written.write(path, "---\nnama: Taman Baru\nalamat: Gang 5\nslug: taman\nterbit: 2026-03-02\n---\n")
    written.replace("content/pages/alamat.md", "Ke ", "Ke [taman](/tempat/taman/) dan ")
    try:
        page = _page_of_the_next_day(written, "places/taman.md")
    finally:
        written.remove(path)
        written.replace("content/pages/alamat.md", "Ke [taman](/tempat/taman/) dan ", "Ke ")
    assert '<a href="/tempat/taman/">taman</a>' in page
