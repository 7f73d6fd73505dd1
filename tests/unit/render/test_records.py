"""What leaves the site equals the record it is made from, as programs that we did not write read it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zoneinfo
from importlib import resources
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
import pytest
import vobject
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from site_builder.model.localized import Localized
from site_builder.model.values import Moment
from site_builder.names import Lang
from site_builder.plan.open_data import FigureData, ProductData, ShopData
from site_builder.plan.outlets import outlets
from site_builder.plan.plan import Material
from site_builder.plan.records import Calendar, CalendarEvent, ContactCard, QrCode
from site_builder.render.records import write_record
from site_builder.text.times import timestamp
from site_builder.zones import zone_of
from tests.support.json_schema import misfits
from tests.unit.plan.plans import entries_of, material_of

SHOP = """
nama: 'Toko; Kulit, "Jaya" \\ & Anak'
ringkasan: Tas, dompet; dan sabuk.
jenis: toko
kategori: [tas, koper]
alamat: Jl. Raya Kludan 31, Desa Kludan; Tanggulangin
desa: Kludan
lokasi: {lintang: -7.5071, bujur: 112.7051}
wa: 081234567890
telepon: 0318941234
surel: toko@example.org
situs: https://toko.example.org/a?b=1
jam_buka: {senin-jumat: '08.00-12.00, 13.00-17.00', sabtu: 18.00-02.00, minggu: tutup}
tutup_pada: [{tanggal: 2026-03-20}]
anggota: Koperasi INTAKO
sejak: 1985
diperiksa: 2026-11-01
"""
PRODUCT = """
nama: Koper Haji
toko: jaya
kategori: koper
bahan: [kulit]
harga: {terendah: 250.000, tertinggi: 1.600.000}
harga_diberitakan: {terendah: 135.000, tahun: 2018, sumber: 'Tempo, "Belanja"'}
ukuran_cm: {lebar: '32,5', tinggi: 20}
pesanan_minimum: 50
kode_hs: 4202.21
sertifikat: [{nama: SNI, nomor: '=1+1'}]
siap_ekspor: ya
"""
EVENT = """
nama: Pekan Kulit; dan, Tas
ringkasan: Empat hari.
mulai: 2026-02-05
selesai: 2026-02-08
tempat_acara: Pasar Wisata, Kedensari
alamat: Desa Kedensari
penyelenggara: Kabupaten
lokasi: {lintang: -7.5, bujur: 112.69}
"""
FIGURE = """
label: Anggota
nilai: ±2.500
satuan: orang
periode: 2018-11
lingkup: sentra
diperdebatkan: [{nilai: '354', sumber: Kabar lain}]
sumber: [{judul: Kabar, penerbit: Kabar, tanggal: 2018-11, tautan: https://example.com/k}]
"""


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Every outlet of a small site by its path."""
    files = {
        "shops/jaya.md": SHOP,
        "shops/rekaan.md": f"{SHOP}contoh: ya\n",
        "products/koper-haji.md": PRODUCT,
        "events/pekan.md": EVENT,
        "events/malam.md": "nama: Malam\nmulai: 2026-05-01T19:00\nselesai: 2026-05-01T22:30\n",
        "figures/anggota.yaml": FIGURE,
    }
    return made_of(files)


def made_of(files: dict[str, str]) -> dict[str, bytes]:
    material = material_of(entries_of(files))
    return {task.out: write_record(task.record) for task in outlets(material.catalog, material.routes)}


def test_each_kind_of_record_has_its_files_and_samples_have_none(made: dict[str, bytes]) -> None:
    assert sorted(made) == [
        "data/figures.csv",
        "data/figures.json",
        "data/products.csv",
        "data/products.json",
        "data/schema.json",
        "data/shops.csv",
        "data/shops.geojson",
        "data/shops.json",
        "en/events/events.ics",
        "en/events/malam/malam.ics",
        "en/events/pekan/pekan.ics",
        "events/events.ics",
        "events/malam/malam.ics",
        "events/pekan/pekan.ics",
        "shops/jaya/jaya.qr.png",
        "shops/jaya/jaya.qr.svg",
        "shops/jaya/jaya.vcf",
    ]


def test_a_contact_card_says_what_the_shop_says(made: dict[str, bytes]) -> None:
    card: Any = vobject.readOne(made["shops/jaya/jaya.vcf"].decode())
    assert card.version.value == "3.0"
    assert card.fn.value == 'Toko; Kulit, "Jaya" \\ & Anak'
    assert card.n.value.family == 'Toko; Kulit, "Jaya" \\ & Anak'
    assert card.org.value == ["Koperasi INTAKO"]
    assert [one.value for one in card.tel_list] == ["+6281234567890", "+62318941234"]
    assert card.email.value == "toko@example.org"
    assert [one.value for one in card.url_list] == [
        "https://example.org/shops/jaya/",
        "https://toko.example.org/a?b=1",
    ]
    assert card.adr.value.street == "Jl. Raya Kludan 31, Desa Kludan; Tanggulangin"
    assert card.geo.value == "-7.5071;112.7051"
    assert card.note.value == "Tas, dompet; dan sabuk."


def test_one_number_stands_on_a_contact_card_once() -> None:
    made = made_of({"shops/jaya.md": SHOP.replace("0318941234", "0812-3456-7890")})
    card: Any = vobject.readOne(made["shops/jaya/jaya.vcf"].decode())
    assert [one.value for one in card.tel_list] == ["+6281234567890"]


def test_nothing_made_up_leaves_with_a_real_product() -> None:
    product = PRODUCT.replace("toko: jaya", "toko: rekaan")
    made = made_of({"shops/rekaan.md": f"{SHOP}contoh: ya\n", "products/koper-haji.md": product})
    (row,) = json.loads(made["data/products.json"])["products"]
    assert "shop" not in row
    assert not [path for path, data in made.items() if b"rekaan" in data or b"81234567890" in data]


def test_an_event_of_days_ends_on_the_morning_after_the_last(made: dict[str, bytes]) -> None:
    (event,) = _events(made["events/pekan/pekan.ics"])
    assert event.summary.value == "Pekan Kulit; dan, Tas"
    assert event.description.value == "Empat hari."
    assert (event.dtstart.value, event.dtend.value) == (dt.date(2026, 2, 5), dt.date(2026, 2, 9))
    assert event.location.value == "Pasar Wisata, Kedensari, Desa Kedensari"
    assert event.geo.value == "-7.5;112.69"
    assert event.url.value == "https://example.org/events/pekan/"


def test_an_event_with_hours_is_told_in_the_time_zone_of_the_site(made: dict[str, bytes]) -> None:
    (event,) = _events(made["events/malam/malam.ics"])
    zone = ZoneInfo("Asia/Jakarta")
    assert event.dtstart.value == dt.datetime(2026, 5, 1, 19, tzinfo=zone)
    assert event.dtend.value == dt.datetime(2026, 5, 1, 22, 30, tzinfo=zone)


def test_the_calendar_to_subscribe_to_holds_every_event_in_time(made: dict[str, bytes]) -> None:
    feed = _events(made["events/events.ics"])
    assert [event.summary.value for event in feed] == ["Pekan Kulit; dan, Tas", "Malam"]
    alone = [_events(made[f"events/{id_}/{id_}.ics"])[0] for id_ in ("pekan", "malam")]
    assert [event.uid.value for event in feed] == [event.uid.value for event in alone]


def test_an_event_keeps_its_name_when_the_site_moves_and_two_sites_on_one_host_differ() -> None:
    site = material_of(entries_of({"events/pekan.md": EVENT}))
    moved = replace(site, routes=replace(site.routes, origin="https://lain.example", base_path="/x/"))
    nowhere = replace(site, routes=replace(site.routes, origin=""))
    (name,) = _names_of_events(site)
    assert UUID(name).version == 5
    assert _names_of_events(moved) == _names_of_events(nowhere) == {name}
    beside = replace(site.catalog.config, name=Localized({Lang("id"): "Sentra lain"}))
    other = material_of(site.catalog, config=beside)
    assert _names_of_events(other).isdisjoint({name})
    renamed = material_of(entries_of({"events/pekan-2.md": EVENT}))
    assert _names_of_events(renamed).isdisjoint({name})


@pytest.mark.parametrize(
    ("day", "stamp", "sequence"),
    [
        ("", "2018-11-02", 0),
        ("diperiksa: 2018-11-03\n", "2018-11-03", 2),
        ("terbit: 2026-01-01\n", "2026-01-01", 5234),
    ],
)
def test_an_event_that_was_changed_is_newer_by_the_day_that_it_names(
    day: str, stamp: str, sequence: int
) -> None:
    (event,) = _events(made_of({"events/pekan.md": f"{EVENT}{day}"})["events/pekan/pekan.ics"])
    moment = dt.datetime.fromisoformat(f"{stamp}T00:00:00+00:00")
    assert (event.dtstamp.value, event.sequence.value) == (moment, str(sequence))
    assert hasattr(event, "last_modified") == bool(day)
    if day:
        assert event.last_modified.value == moment


@pytest.mark.parametrize(("day", "sequence"), [("", 1), ("diperiksa: 2018-11-03\n", 3)])
def test_a_cancelled_event_is_struck_and_newer_than_the_same_that_was_not(day: str, sequence: int) -> None:
    files = {"events/pekan.md": f"{EVENT}{day}dibatalkan: ya\n"}
    before = _events(made_of({"events/pekan.md": f"{EVENT}{day}"})["events/pekan/pekan.ics"])[0]
    made = made_of(files)
    for path in ("events/pekan/pekan.ics", "events/events.ics", "en/events/events.ics"):
        (event,) = _events(made[path])
        assert event.status.value == "CANCELLED"
        assert (event.sequence.value, before.sequence.value) == (str(sequence), str(sequence - 1))
        assert (event.uid.value, event.dtstart.value) == (before.uid.value, before.dtstart.value)
    assert not hasattr(before, "status")


def test_an_event_that_takes_place_after_all_is_newer_than_when_it_was_cancelled() -> None:
    cancelled, after_all = (
        _events(made_of({"events/pekan.md": f"{EVENT}{more}"})["events/pekan/pekan.ics"])[0]
        for more in ("diperiksa: 2018-11-03\ndibatalkan: ya\n", "diperiksa: 2018-11-04\n")
    )
    assert int(after_all.sequence.value) > int(cancelled.sequence.value)


def test_calendars_do_not_depend_on_the_time_zones_of_the_system(tmp_path: Path) -> None:
    """A system whose Morocco never moves its clock writes the same bytes."""
    (tmp_path / "Africa").mkdir()
    utc = resources.files("tzdata").joinpath("zoneinfo", "UTC").read_bytes()
    (tmp_path / "Africa/Casablanca").write_bytes(utc)
    starts = Moment("2026-05-01T19:00")
    event = CalendarEvent("a", "Malam", "", starts, None, "", "", None, None, "")
    record = Calendar("k", Lang("id"), "Africa/Casablanca", (event,))
    zoneinfo.reset_tzpath([str(tmp_path)])
    zoneinfo.ZoneInfo.clear_cache()
    zone_of.cache_clear()
    try:
        assert dt.datetime(2026, 5, 1, tzinfo=ZoneInfo("Africa/Casablanca")).tzname() == "UTC"
        elsewhere = write_record(record)
        assert timestamp("2026-05-01T19:00", "Africa/Casablanca") == "2026-05-01T19:00:00+01:00"
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache()
        zone_of.cache_clear()
    assert b"TZOFFSETTO:+0100" in elsewhere
    assert elsewhere == write_record(record)


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_code_leads_to_the_page(made: dict[str, bytes], form: str) -> None:
    data = made[f"shops/jaya/jaya.qr.{form}"]
    if form == "svg":
        import vl_convert  # draws it as a browser would

        data = vl_convert.svg_to_png(data.decode().replace("<svg ", '<svg width="400" height="400" '))
    picture = Image.open(io.BytesIO(data)).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    (code,) = zxingcpp.read_barcodes(paper.convert("L"))
    assert code.text == "https://example.org/shops/jaya/"


def test_json_holds_every_fact_and_fits_its_schema(made: dict[str, bytes]) -> None:
    (shop,) = msgspec.convert(json.loads(made["data/shops.json"])["shops"], list[ShopData])
    assert shop == ShopData(
        id=shop.id,
        name={Lang("id"): 'Toko; Kulit, "Jaya" \\ & Anak'},
        url={
            Lang("id"): "https://example.org/shops/jaya/",
            Lang("en"): "https://example.org/en/shops/jaya/",
        },
        kind="shop",
        categories=("tas", "koper"),
        address="Jl. Raya Kludan 31, Desa Kludan; Tanggulangin",
        summary={Lang("id"): "Tas, dompet; dan sabuk."},
        village="Kludan",
        latitude=-7.5071,
        longitude=112.7051,
        whatsapp="6281234567890",
        phone="0318941234",
        email="toko@example.org",
        website="https://toko.example.org/a?b=1",
        opening_hours="Mo-Fr 08:00-12:00,13:00-17:00; Sa 18:00-02:00; Su off",
        closed_on=("2026-03-20",),
        member_of="Koperasi INTAKO",
        since=1985,
        verified="2026-11-01",
    )
    (product,) = msgspec.convert(json.loads(made["data/products.json"])["products"], list[ProductData])
    assert (product.min_price_idr, product.max_price_idr, product.moq) == (250_000, 1_600_000, 50)
    assert product.price_reported is not None
    assert (product.price_reported.min_idr, product.price_reported.max_idr) == (135_000, 135_000)
    (figure,) = msgspec.convert(json.loads(made["data/figures.json"])["figures"], list[FigureData])
    assert (str(figure.value), figure.approximate, str(figure.disputed[0].value)) == ("2500", True, "354")
    schema = json.loads(made["data/schema.json"])
    assert set(shop.__struct_fields__) == set(schema["$defs"]["ShopData"]["properties"])


def test_the_schema_says_which_file_is_which_and_each_fits_its_own(made: dict[str, bytes]) -> None:
    schema = json.loads(made["data/schema.json"])
    names = [out.removeprefix("data/") for out in made if out.startswith("data/") and out.endswith("json")]
    names.remove("schema.json")
    assert sorted(names) == ["figures.json", "products.json", "shops.geojson", "shops.json"]
    assert schema["anyOf"] == [{"$ref": f"#/$defs/{name}"} for name in schema["$defs"] if "." in name]
    for name in names:
        data = json.loads(made[f"data/{name}"])
        fits = [other for other in names if not misfits(data, schema["$defs"][other], schema)]
        assert fits == [name], misfits(data, schema["$defs"][name], schema)
    shops = json.loads(made["data/shops.json"])
    shops["shops"][0]["since"] = "1985"
    assert misfits(shops, schema["$defs"]["shops.json"], schema) == ["/shops/0/since"]
    del shops["shops"][0]["since"], shops["shops"][0]["address"]
    assert misfits(shops, schema["$defs"]["shops.json"], schema) == ["/shops/0: address"]


def test_geojson_puts_the_longitude_first(made: dict[str, bytes]) -> None:
    collection = json.loads(made["data/shops.geojson"])
    assert collection["type"] == "FeatureCollection"
    (feature,) = collection["features"]
    assert feature["id"] == "jaya"
    assert feature["geometry"] == {"type": "Point", "coordinates": [112.7051, -7.5071]}
    assert feature["properties"]["address"] == "Jl. Raya Kludan 31, Desa Kludan; Tanggulangin"


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 109.32), (-7.5, 0.0), (0.0, 0.0), (0.00001, -0.5)])
def test_the_equator_and_greenwich_are_places_like_others(lat: float, lon: float) -> None:
    at = f"lokasi: {{lat: {lat:.5f}, lon: {lon}}}\n"
    shop = f"nama: Jaya\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n{at}"
    made = made_of({"shops/jaya.md": shop, "events/pekan.md": f"nama: Pekan\nmulai: 2026-02-05\n{at}"})
    card: Any = vobject.readOne(made["shops/jaya/jaya.vcf"].decode())
    (event,) = _events(made["events/pekan/pekan.ics"])
    for geo in (card.geo.value, event.geo.value):
        assert tuple(map(float, geo.split(";"))) == (lat, lon)
        assert "e" not in geo
    (feature,) = json.loads(made["data/shops.geojson"])["features"]
    assert feature["geometry"]["coordinates"] == [lon, lat]
    (row,) = csv.DictReader(io.StringIO(made["data/shops.csv"].decode("utf-8-sig"), newline=""))
    assert (float(row["latitude"]), float(row["longitude"])) == (lat, lon)


def test_tables_hold_the_same_as_json_and_no_formula(made: dict[str, bytes]) -> None:
    (shop,) = csv.DictReader(io.StringIO(made["data/shops.csv"].decode("utf-8-sig"), newline=""))
    assert shop["name_id"] == 'Toko; Kulit, "Jaya" \\ & Anak'
    assert (shop["latitude"], shop["longitude"], shop["since"]) == ("-7.5071", "112.7051", "1985")
    assert shop["categories"] == "tas; koper"
    assert shop["opening_hours"] == "Mo-Fr 08:00-12:00,13:00-17:00; Sa 18:00-02:00; Su off"
    (product,) = csv.DictReader(io.StringIO(made["data/products.csv"].decode("utf-8-sig"), newline=""))
    assert json.loads(product["certificates"]) == [{"name": "SNI", "number": "=1+1", "expires": None}]
    assert json.loads(product["size"]) == {"width_cm": "32.5", "height_cm": "20"}
    assert (product["export_ready"], product["hs_code"]) == ("yes", "4202.21")


_WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40).map(
    # vobject reads a backslash at the very end wrongly.
    lambda text: " ".join(text.split()).rstrip("\\") or "a"
)


@settings(max_examples=60, deadline=None)
@given(name=_WORDS, address=_WORDS)
def test_no_name_breaks_out_of_its_field(name: str, address: str) -> None:
    card = ContactCard(name, "", ("+62812",), "", (), f"{address}\nTEL:666", None, None, "")
    read: Any = vobject.readOne(write_record(card).decode())
    assert read.fn.value == name
    assert [one.value for one in read.tel_list] == ["+62812"]
    event = CalendarEvent(
        "a@b", name, f"{address}\nEND:VEVENT", Moment("2026-02-05"), None, "", "", None, None, ""
    )
    (told,) = _events(write_record(Calendar("k", Lang("id"), "Asia/Jakarta", (event,))))
    assert told.summary.value == name
    assert told.description.value == f"{address}\nEND:VEVENT"


@pytest.mark.parametrize("form", ["svg", "png"])
def test_long_addresses_in_any_script_can_be_read(form: str) -> None:
    content = "https://example.org/tanggulangin/" + "タングランギン/" * 8
    assert write_record(QrCode(content, "svg" if form == "svg" else "png"))


def _names_of_events(site: Material) -> set[str]:
    records = [task.record for task in outlets(site.catalog, site.routes)]
    return {event.uid for record in records if isinstance(record, Calendar) for event in record.events}


def _events(data: bytes) -> list[Any]:
    calendar: Any = vobject.readOne(data.decode())
    return list(calendar.vevent_list)
