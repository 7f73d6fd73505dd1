"""What stands on maps and on the pages around them, of a small village made in memory."""

from __future__ import annotations

from typing import TypeVar

import pytest

from site_builder.model.localized import Shown
from site_builder.plan import maps
from site_builder.plan.views.maps import MapStretch, MapView
from site_builder.plan.views.pages import (
    EventPageView,
    MapPageView,
    PlacePageView,
    ShopPageView,
    VisitPageView,
    VisitSectionView,
)
from site_builder.plan.views.parts import PlaceDistance
from tests.unit.plan.plans import ID, entries_of, material_of, pages_of, view_of

V = TypeVar("V")
WORDS = {ID: {"Shops": "Toko", "Places": "Tempat", "Events": "Acara", "Visits": "Rute"}}
STATION = "nama: Stasiun\njenis: stasiun\nurutan: 1\nlokasi: {lintang: -7.5, bujur: 112.7}\n"
FILES = {
    "pages/kunjungi.md": "judul: Kunjungi\ntemplat: visit\n"
    "cara:\n  - {naik: kereta, isi: Turun di stasiun., belum_diketahui: tarif, tempat: stasiun}\n",
    "pages/peta.md": "judul: Peta\ntemplat: map\n",
    "places/stasiun.md": f"{STATION}rel_ke: [ujung]\n",
    "places/ujung.md": "nama: Ujung\njenis: stasiun\nrel_ke: [stasiun]\n"
    "lokasi: {lintang: -7.6, bujur: 112.7}\n",
    "places/candi.md": "nama: Candi\nlokasi: {lintang: -7.5, bujur: 112.71}\n"
    "jam_buka: {senin-jumat: 08.00-16.00}\n",
    "places/taman.md": "nama: Taman\nalamat: Desa Kedensari\n",
    "shops/intako.md": "nama: Intako\njenis: koperasi\nkategori: [tas]\nalamat: Jalan 1\ndesa: Kedensari\n",
    "shops/tas.md": "nama: Tas\njenis: toko\nkategori: [tas]\nalamat: Jalan 2\n"
    "lokasi: {lintang: -7.501, bujur: 112.7}\n",
    "shops/contoh.md": "nama: Contoh\ncontoh: ya\njenis: toko\nkategori: [tas]\nalamat: Jalan 3\n"
    "lokasi: {lintang: -7.502, bujur: 112.7}\n",
    "visits/sehari.md": "nama: Sehari\ntema: belanja\nlama_menit: 120\nperhentian:\n"
    "  - {tempat: taman, menit: 15}\n  - {toko: tas, menit: 30}\n  - {tempat: candi, menit: 45}\n",
    "visits/sebentar.md": "nama: Sebentar\ntema: belanja\nlama_menit: 60\nperhentian:\n"
    "  - {toko: tas, menit: 30}\n  - {tempat: taman, menit: 15}\n",
    "events/pasar.md": "nama: Pasar\nmulai: 2026-02-05\nlokasi: {lintang: -7.503, bujur: 112.7}\n",
    "events/rapat.md": "nama: Rapat\nmulai: 2026-02-06\n",
}


def view(out: str, kind: type[V], **changed: str) -> V:
    """Give the view of a page; `changed` are other contents of files, by their last names."""
    files = {path: changed.get(path.split("/")[1].removesuffix(".md"), text) for path, text in FILES.items()}
    return view_of(pages_of(material_of(entries_of(files), words=WORDS)), f"{out}index.html", kind)


def section(**changed: str) -> VisitSectionView:
    return view("kunjungi/", VisitSectionView, **changed)


def the_map(found: MapView | None) -> MapView:
    assert found is not None
    return found


def named(found: MapView | None) -> list[tuple[int, str]]:
    return [(point.number, point.name.text) for point in the_map(found).points]


def test_the_place_that_editors_put_first_is_number_one_and_the_others_follow_by_distance() -> None:
    points = the_map(section().map).points
    assert [(point.number, point.name.text) for point in points] == [
        (1, "Stasiun"),
        (2, "Tas"),
        (3, "Candi"),
        (4, "Ujung"),
    ]
    assert [point.distance_m for point in points] == [None, 111, 1102, 11120]
    assert [point.mark for point in points] == ["station", "shop", "sight", "station"]


def test_what_has_no_coordinates_is_named_by_village_and_samples_are_nowhere() -> None:
    found = the_map(section().map)
    assert [(group.village, [link.name.text for link in group.links]) for group in found.unlocated] == [
        ("Kedensari", ["Intako"]),
        ("", ["Taman"]),
    ]
    assert [group.addresses for group in found.unlocated] == [(), ()]
    printed = the_map(view("peta/", MapPageView).map)
    assert [group.addresses for group in printed.unlocated] == [("Jalan 1",), ("",)]
    assert found.unlocated_more == 0


def test_stations_that_name_one_another_are_joined_once() -> None:
    (rail,) = the_map(section().map).rails
    assert set(rail) == {(-7.5, 112.7), (-7.6, 112.7)}


def test_a_street_without_coordinates_lies_roughly_where_editors_say_it_does() -> None:
    street = "nama: Jalan\nkira_kira: {dari: stasiun, arah: barat, meter: 1105}\n"
    (stretch,) = the_map(section(taman=street).map).stretches
    assert stretch == MapStretch(Shown("Jalan", ID), (-7.5, 112.7), (-7.5, 112.68998))
    assert the_map(section(taman=street, stasiun="nama: Stasiun\n").map).stretches == ()


def test_shops_along_a_street_are_named_unless_a_pin_shows_them() -> None:
    street = "nama: Jalan\nkira_kira: {dari: stasiun, arah: barat, meter: 1105, toko: [intako, tas]}\n"
    (stretch,) = the_map(section(taman=street).map).stretches
    assert [shop.name.text for shop in stretch.shops] == ["Intako"]


def test_a_place_without_a_known_end_of_its_railway_has_none() -> None:
    assert the_map(section(ujung="nama: Ujung\n").map).rails == ()


def test_without_any_coordinates_there_is_no_map() -> None:
    bare = "nama: X\n"
    shop = "nama: Tas\njenis: toko\nkategori: [tas]\nalamat: Jalan 2\n"
    found = section(stasiun=bare, ujung=bare, candi=bare, tas=shop)
    assert found.map is None
    assert [card.distance_m for card in found.places] == [None] * 4


def crowded(number_of_shops: int) -> MapView:
    """Give the map of the village with so many more shops, all of them nearer to the station than `Ujung`."""
    files = {
        f"shops/t{number}.md": f"nama: T{number}\njenis: toko\nkategori: [tas]\nalamat: Jalan\n"
        f"lokasi: {{lintang: -7.50{number:03}, bujur: 112.7}}\n"
        for number in range(100, 100 + number_of_shops)
    }
    pages = pages_of(material_of(entries_of(FILES | files), words=WORDS))
    return the_map(view_of(pages, "kunjungi/index.html", VisitSectionView).map)


@pytest.mark.parametrize("number_of_shops", [60, 410])
def test_only_shops_become_dots_and_every_place_keeps_its_number(number_of_shops: int) -> None:
    found = crowded(number_of_shops)
    places = [point.name.text for point in found.points if point.mark != "shop"]
    assert places == ["Stasiun", "Candi", "Ujung"]
    assert [point.number for point in found.points] == list(range(1, maps.NUMBERED + 1))
    assert found.points[-1].name.text == "Ujung", "the list goes from near to far"
    assert len(found.dots) == number_of_shops + 1 - (maps.NUMBERED - 3)


def test_with_more_places_than_the_list_holds_all_of_them_are_numbered() -> None:
    files = {
        f"places/p{number}.md": f"nama: P{number}\nlokasi: {{lintang: -7.4{number}, bujur: 112.7}}\n"
        for number in range(10, 10 + maps.NUMBERED)
    }
    pages = pages_of(material_of(entries_of(FILES | files), words=WORDS))
    found = the_map(view_of(pages, "kunjungi/index.html", VisitSectionView).map)
    assert len(found.points) == maps.NUMBERED + 3
    assert "shop" not in {point.mark for point in found.points}
    assert len(found.dots) == 1


def test_a_trip_has_a_map_of_its_stops_with_their_numbers() -> None:
    found = view("kunjungi/sehari/", VisitPageView)
    assert named(found.map) == [(2, "Tas"), (3, "Candi")]
    assert [stop.so_far_minutes for stop in found.stops] == [15, 45, 90]
    assert [stop.where for stop in found.stops] == ["Desa Kedensari", "Jalan 2", ""]
    assert [card.name.text for card in found.others] == ["Sebentar"]


def test_a_trip_with_one_known_stop_has_no_map() -> None:
    found = view("kunjungi/sebentar/", VisitPageView)
    assert found.map is None


def test_a_place_stands_on_its_map_with_its_neighbours_and_says_how_far_it_is() -> None:
    found = view("places/candi/", PlacePageView)
    points = the_map(found.map).points
    assert [point.name.text for point in points if point.is_here] == ["Candi"]
    assert [point.name.text for point in points] == ["Stasiun", "Tas", "Candi", "Ujung"]
    assert found.distance == PlaceDistance(1102, Shown("Stasiun", ID))
    assert the_map(found.map).unlocated == ()


def test_only_the_nearest_neighbours_of_a_place_are_on_its_map() -> None:
    files = {
        f"shops/dekat-{number}.md": f"nama: Dekat {number}\njenis: toko\nkategori: [tas]\nalamat: Jalan\n"
        f"lokasi: {{lintang: -7.5, bujur: 112.71{number}}}\n"
        for number in range(1, 8)
    }
    pages = pages_of(material_of(entries_of(FILES | files), words=WORDS))
    found = the_map(view_of(pages, "places/candi/index.html", PlacePageView).map)
    near = [f"Dekat {number}" for number in range(1, maps.NEIGHBOURS + 1)]
    assert [point.name.text for point in found.points] == ["Stasiun", "Candi", *near]


def test_the_origin_is_not_far_from_itself_and_an_unknown_place_has_no_map() -> None:
    station, park = view("places/stasiun/", PlacePageView), view("places/taman/", PlacePageView)
    assert station.distance is None
    assert park.map is None
    assert park.distance is None


def test_an_event_has_a_map_where_its_venue_is_known() -> None:
    fair, meeting = view("events/pasar/", EventPageView), view("events/rapat/", EventPageView)
    assert [(point.mark, point.is_here) for point in the_map(fair.map).points if point.is_here] == [
        ("event", True)
    ]
    assert meeting.map is None


def test_the_page_to_print_has_the_ways_here_and_the_hours_that_are_known() -> None:
    found = view("peta/", MapPageView)
    (way,) = found.ways
    assert (way.by, way.text.text) == ("train", "Turun di stasiun.")
    assert [place.link.name.text for place in found.open_hours] == ["Candi"]
    assert section().map_url == "/peta/"


def test_the_visit_page_tells_sights_from_stations() -> None:
    assert [card.name.text for card in section().places] == ["Candi", "Taman"]


def test_a_shop_without_a_pin_leads_to_the_ways_here_and_to_the_map() -> None:
    assert [link.url for link in view("shops/intako/", ShopPageView).ways_here] == ["/kunjungi/", "/peta/"]
    assert view("shops/tas/", ShopPageView).ways_here == ()


def test_a_shop_on_the_equator_or_the_first_meridian_has_its_pin() -> None:
    for lat, lon in ((0.0, 112.7), (-7.5, 0.0), (0.0, 0.0)):
        shop = "nama: Tas\njenis: toko\nkategori: [tas]\nalamat: Jalan 2\n"
        shop += f"lokasi: {{lintang: {lat}, bujur: {lon}}}\n"
        points = the_map(section(tas=shop).map).points
        assert [(p.latitude, p.longitude) for p in points if p.name.text == "Tas"] == [(lat, lon)]
