from __future__ import annotations

import sys
from types import FrameType

from msgspec.structs import replace

from site_builder.gather.dated import menus_without, without_dated
from site_builder.model.catalog import AnyEntry, EntryKey
from site_builder.model.entries import Chart, Page, Place, Product, Visit
from site_builder.names import EntryId, Kind
from site_builder.validate.references import pointers_of_entry
from tests.unit.plan.plans import CONFIG, entries_of

SHOP = (Kind.SHOPS, EntryId("intako"))
FILES = {
    "shops/intako.md": "nama: Intako\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n",
    "products/tas.md": "nama: Tas\ntoko: intako\nkategori: tas\nbahan: [kulit-sapi]\n",
    "products/lain.md": "nama: Lain\nkategori: tas\nbahan: [kulit-sapi]\n",
    "visits/sehari.md": "nama: Sehari\ntema: belanja\nlama_menit: 9\nperhentian:\n"
    "  - {toko: intako, menit: 4}\n  - {tempat: candi, menit: 5}\n",
    "visits/pendek.md": "nama: Pendek\ntema: belanja\nlama_menit: 9\n"
    "perhentian: [{toko: intako, menit: 4}]\n",
    "places/candi.md": "nama: Candi\nrel_ke: [halte]\n",
    "places/halte.md": "nama: Halte\njenis: halte\n"
    "kira_kira: {dari: candi, arah: utara, meter: 90, toko: [intako]}\n",
    "pages/kunjungi.md": "judul: K\ntemplat: visit\ncara: [{naik: bus, isi: Turun., tempat: halte}]\n",
}


def remaining(*dated: tuple[Kind, EntryId]) -> tuple[dict[str, AnyEntry], list[str]]:
    """Give what is left by id, and the ids of what fell with the `dated`."""
    seen = [entry for entry in entries_of(FILES) if (entry.kind, entry.id) not in dated]
    left = without_dated(seen, frozenset(dated))
    return {entry.id: entry for entry in left.entries}, [entry.id for entry in left.leaning]


def test_without_dated_entries_all_stay_as_they_are() -> None:
    entries = entries_of(FILES)
    left = without_dated(entries, frozenset())
    assert (left.entries, left.leaning) == (tuple(entries), ())
    assert all(one is other for one, other in zip(left.entries, entries, strict=True))


def test_what_a_dated_shop_sells_falls_with_it_and_trips_pass_by() -> None:
    left, leaning = remaining(SHOP)
    assert leaning == ["tas", "pendek"]
    assert isinstance(left["lain"].facts, Product)
    visit, place = left["sehari"].facts, left["halte"].facts
    assert isinstance(visit, Visit)
    assert isinstance(place, Place)
    assert [(stop.place, stop.shop) for stop in visit.stops] == [("candi", None)]
    assert place.roughly is not None
    assert place.roughly.shops == ()


def test_a_stretch_and_a_railway_need_the_place_where_they_begin() -> None:
    left, leaning = remaining((Kind.PLACES, EntryId("candi")))
    place = left["halte"].facts
    assert isinstance(place, Place)
    assert (place.roughly, leaning) == (None, [])
    left, _ = remaining((Kind.PLACES, EntryId("halte")))
    candi, page = left["candi"].facts, left["kunjungi"].facts
    assert isinstance(candi, Place)
    assert isinstance(page, Page)
    assert candi.rail_to == ()
    # Read as a localized text, never as plain words.
    assert [(way.text.texts["id"], way.place) for way in page.ways] == [("Turun.", None)]  # type: ignore[index]


def test_a_chart_draws_the_figures_that_are_left_and_falls_with_the_last() -> None:
    figure = "label: A\nnilai: 1\nsatuan: orang\nperiode: 2018\nlingkup: sentra\nsumber: [{judul: B}]\n"
    chart = "judul: G\njenis: batang\nketerangan: K\nangka: [a, b]\n"
    files = {"figures/a.yaml": figure, "figures/b.yaml": figure, "charts/g.yaml": chart}
    entries = entries_of(files)
    left = without_dated(entries, {(Kind.FIGURES, EntryId("a"))})
    (facts,) = (entry.facts for entry in left.entries if isinstance(entry.facts, Chart))
    assert facts.figures == ("b",)
    left = without_dated(entries, {(Kind.FIGURES, EntryId("a")), (Kind.FIGURES, EntryId("b"))})
    assert [entry.id for entry in left.leaning] == ["g"]


def test_menus_pass_over_dated_pages_only() -> None:
    config = replace(CONFIG, menu=(EntryId("a"), EntryId("b")), footer_menu=(EntryId("b"),))
    assert menus_without(config, {(Kind.SHOPS, EntryId("a"))}) is config
    changed = menus_without(config, {(Kind.PAGES, EntryId("b"))})
    assert (changed.menu, changed.footer_menu) == (("a",), ())


def calls_for(products: int, dated: set[EntryKey]) -> int:
    """Count the calls that it takes to take out what is dated, of entries whose references are known."""
    made = entries_of({f"products/tas-{number}.md": FILES["products/tas.md"] for number in range(products)})
    made += entries_of({"shops/intako.md": FILES["shops/intako.md"]})
    for entry in made:
        pointers_of_entry(entry)  # as the check of references asks for them in every build
    without_dated((), dated)  # asks once which kinds can name which
    calls = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        without_dated(made, dated)
    finally:
        sys.setprofile(None)
    return calls


def test_entries_that_cannot_name_what_is_dated_are_not_looked_at() -> None:
    dated = {(Kind.EVENTS, EntryId("lama")), (Kind.PRODUCTS, EntryId("lama"))}
    assert calls_for(40, dated) == calls_for(10, dated)


def test_what_entries_name_is_not_found_out_anew_because_one_is_dated() -> None:
    dated = {(Kind.SHOPS, EntryId("lama"))}
    assert (calls_for(40, dated) - calls_for(10, dated)) / 30 < 12
