"""The kinds of entry, field by field: the one declaration of what editors may write.

`T` is how a text is held: `Localized` (all languages) or `Shown` (that of a page). Other fields are facts.
"""

from __future__ import annotations

from typing import Annotated, Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

from site_builder.model.choices import PlaceKind, Withheld
from site_builder.model.fields import Choice, Named, RefTo, TermOf
from site_builder.model.scalars import (
    Centimetres,
    CountAMonth,
    Country,
    Day,
    DayCount,
    Degrees,
    Email,
    Grams,
    Handle,
    HsCode,
    Id,
    LangCode,
    Metres,
    Minutes,
    Number,
    OpeningHours,
    Period,
    Phone,
    PhotoFile,
    Plain,
    Price,
    Rupiah,
    Since,
    SitePath,
    Unit,
    WebUrl,
    WhatsApp,
    When,
    WholeNumber,
    Words,
    Year,
    YesNo,
)
from site_builder.names import Kind

T = TypeVar("T")

# --- parts that several kinds share ---------------------------------------------------------


class Source(Struct, frozen=True):
    """Where a fact comes from."""

    title: Annotated[Plain, Named("judul")]
    publisher: Annotated[Plain | None, Named("penerbit")] = None
    date: Annotated[Plain | None, Named("tanggal")] = None
    """As precise as the source is: `2018-11-02`, `2018-11`, `2018` or a text such as `c. 2013`."""
    url: Annotated[WebUrl | None, Named("tautan")] = None
    note: Annotated[Plain | None, Named("catatan")] = None
    language: Annotated[LangCode | None, Named("bahasa")] = None
    """Of the title, where it is not the default language: `en`."""


class Photo(Struct, Generic[T], frozen=True):
    file: Annotated[PhotoFile, Named("berkas")]
    alt: Annotated[T, Named("teks_alt")]
    credit: Annotated[Plain | None, Named("kredit")] = None


class Location(Struct, frozen=True):
    """WGS 84, decimal degrees."""

    lat: Annotated[Degrees, Named("lintang")]
    lon: Annotated[Degrees, Named("bujur")]


class Meta(Struct, Generic[T], frozen=True):
    """What every kind of entry has."""

    name: Annotated[T, Named("nama", ("title", "judul", "label"))]
    summary: Annotated[T | None, Named("ringkasan")] = None
    photos: Annotated[tuple[Photo[T], ...], Named("foto")] = ()
    order: Annotated[WholeNumber | None, Named("urutan")] = None
    draft: Annotated[YesNo, Named("draf")] = False
    publish: Annotated[Day | None, Named("terbit")] = None
    """Not on the site before this day."""
    expires: Annotated[Day | None, Named("berakhir")] = None
    """Not on the site from this day on."""
    aliases: Annotated[tuple[SitePath, ...], Named("alias")] = ()
    slug: Annotated[T | None, Named("slug")] = None
    """The last part of the address, where it should not be the file's name."""
    sources: Annotated[tuple[Source, ...], Named("sumber")] = ()
    verified: Annotated[Day | None, Named("diperiksa")] = None
    sample: Annotated[YesNo, Named("contoh")] = False


# --- kinds ------------------------------------------------------------------------------------

PageTemplate: TypeAlias = Literal[
    "page", "home", "products", "shops", "exports", "figures", "visit", "places", "events", "stories",
    "markets", "map", "enquiry",
]  # fmt: skip


class Way(Struct, Generic[T], frozen=True):
    """A way to get here, in two or three sentences."""

    by: Annotated[
        Literal["train", "bus", "plane", "car", "walk"],
        Named("naik"),
        Choice({"train": "kereta", "bus": "bus", "plane": "pesawat", "car": "mobil", "walk": "jalan-kaki"}),
    ]
    text: Annotated[T, Named("isi")]
    unknown: Annotated[T | None, Named("belum_diketahui")] = None
    """What nobody has told the editors yet; the page says so."""
    place: Annotated[Annotated[Id, RefTo(Kind.PLACES)] | None, Named("tempat")] = None
    """Where one gets off or turns in."""


class Page(Struct, Generic[T], frozen=True):
    template: Annotated[PageTemplate, Named("templat")] = "page"
    """Which page this is; all but `page` exist at most once and list a section of the site."""
    menu_name: Annotated[T | None, Named("nama_menu")] = None
    ways: Annotated[tuple[Way[T], ...], Named("cara")] = ()
    """Ways to get here, for the page `visit`; the page `map` prints them too."""


class Marketplace(Struct, frozen=True):
    name: Annotated[Plain, Named("nama")]
    url: Annotated[WebUrl, Named("tautan")]


class ClosedDay(Struct, Generic[T], frozen=True):
    date: Annotated[Day, Named("tanggal")]
    note: Annotated[T | None, Named("catatan")] = None


class Shop(Struct, Generic[T], frozen=True):
    kind: Annotated[
        Literal["cooperative", "wholesaler", "shop", "workshop"],
        Named("jenis"),
        Choice({"cooperative": "koperasi", "wholesaler": "grosir", "shop": "toko", "workshop": "bengkel"}),
    ]
    categories: Annotated[tuple[Annotated[Plain, TermOf("categories")], ...], Named("kategori")]
    address: Annotated[Plain, Named("alamat")]
    village: Annotated[Plain | None, Named("desa")] = None
    location: Annotated[Location | None, Named("lokasi")] = None
    whatsapp: Annotated[WhatsApp | None, Named("wa")] = None
    phone: Annotated[Phone | None, Named("telepon")] = None
    email: Annotated[Email | None, Named("surel")] = None
    website: Annotated[WebUrl | None, Named("situs")] = None
    instagram: Annotated[Handle | None, Named("ig")] = None
    marketplaces: Annotated[tuple[Marketplace, ...], Named("lokapasar")] = ()
    hours: Annotated[OpeningHours | None, Named("jam_buka")] = None
    closed_on: Annotated[tuple[ClosedDay[T], ...], Named("tutup_pada")] = ()
    payments: Annotated[tuple[Annotated[Plain, TermOf("payments")], ...], Named("pembayaran")] = ()
    services: Annotated[tuple[Annotated[Plain, TermOf("services")], ...], Named("layanan")] = ()
    languages: Annotated[tuple[LangCode, ...], Named("bahasa")] = ()
    member_of: Annotated[Plain | None, Named("anggota")] = None
    since: Annotated[Year | None, Named("sejak")] = None
    closed_since: Annotated[Since | None, Named("tutup_sejak")] = None
    without: Annotated[tuple[Withheld, ...], Named("tanpa")] = ()
    """Fields that the owner does not want on the site: nobody asks for them, no import fills them in."""


class SizeCm(Struct, frozen=True):
    """Whole or decimal centimetres, as text of a number: `32,5` is `32.5`."""

    width: Annotated[Centimetres, Named("lebar")]
    height: Annotated[Centimetres, Named("tinggi")]
    depth: Annotated[Centimetres | None, Named("tebal", ("kedalaman",))] = None


class ReportedPrice(Struct, frozen=True):
    """What a source said a thing cost, in whole rupiah, and when; never shown as today's price."""

    min: Annotated[Rupiah, Named("terendah")]
    max: Annotated[Rupiah | None, Named("tertinggi")]
    year: Annotated[Year, Named("tahun")]
    source: Annotated[Plain, Named("sumber")]
    url: Annotated[WebUrl | None, Named("tautan")] = None


class Certificate(Struct, frozen=True):
    name: Annotated[Plain, Named("nama")]
    number: Annotated[Plain | None, Named("nomor")] = None
    expires: Annotated[Day | None, Named("berakhir")] = None


class Product(Struct, Generic[T], frozen=True):
    """A thing that one shop sells or, without `shop`, a product line of the whole sentra."""

    category: Annotated[Annotated[Plain, TermOf("categories")], Named("kategori")]
    materials: Annotated[tuple[Annotated[Plain, TermOf("materials")], ...], Named("bahan")]
    shop: Annotated[Annotated[Id, RefTo(Kind.SHOPS)] | None, Named("toko")] = None
    colours: Annotated[tuple[Annotated[Plain, TermOf("colours")], ...], Named("warna")] = ()
    price: Annotated[Price | None, Named("harga")] = None
    price_reported: Annotated[ReportedPrice | None, Named("harga_diberitakan")] = None
    unit: Annotated[T | None, Named("satuan")] = None
    size_cm: Annotated[SizeCm | None, Named("ukuran_cm")] = None
    weight_g: Annotated[Grams | None, Named("berat_g")] = None
    moq: Annotated[WholeNumber | None, Named("pesanan_minimum")] = None
    lead_time_days: Annotated[DayCount | None, Named("lama_pengerjaan_hari")] = None
    capacity_per_month: Annotated[CountAMonth | None, Named("kapasitas_per_bulan")] = None
    hs_code: Annotated[HsCode | None, Named("kode_hs")] = None
    incoterms: Annotated[Words, Named("incoterm")] = ()
    certificates: Annotated[tuple[Certificate, ...], Named("sertifikat")] = ()
    export_ready: Annotated[YesNo, Named("siap_ekspor")] = False


class Stop(Struct, Generic[T], frozen=True):
    """One stop of a trip: exactly one of `place` and `shop`."""

    minutes: Annotated[Minutes, Named("menit")]
    place: Annotated[Annotated[Id, RefTo(Kind.PLACES)] | None, Named("tempat")] = None
    shop: Annotated[Annotated[Id, RefTo(Kind.SHOPS)] | None, Named("toko")] = None
    note: Annotated[T | None, Named("catatan")] = None


class Visit(Struct, Generic[T], frozen=True):
    theme: Annotated[
        Literal["shopping", "culture-food", "learning"],
        Named("tema"),
        Choice({"shopping": "belanja", "culture-food": "budaya-kuliner", "learning": "edukasi"}),
    ]
    duration_minutes: Annotated[Minutes, Named("lama_menit")]
    stops: Annotated[tuple[Stop[T], ...], Named("perhentian")]
    price: Annotated[Price | None, Named("harga")] = None
    booking: Annotated[T | None, Named("pemesanan")] = None


class Stretch(Struct, frozen=True):
    """Roughly where something long lies that nobody has mapped: from a place with coordinates, one way."""

    start: Annotated[Annotated[Id, RefTo(Kind.PLACES)], Named("dari")]
    direction: Annotated[
        Literal["north", "east", "south", "west"],
        Named("arah"),
        Choice({"north": "utara", "east": "timur", "south": "selatan", "west": "barat"}),
    ]
    metres: Annotated[Metres, Named("meter")]
    shops: Annotated[tuple[Annotated[Id, RefTo(Kind.SHOPS)], ...], Named("toko")] = ()
    """Known to stand somewhere along it; the map's note names those that have no coordinates yet."""


class Place(Struct, Generic[T], frozen=True):
    location: Annotated[Location | None, Named("lokasi")] = None
    address: Annotated[Plain | None, Named("alamat")] = None
    hours: Annotated[OpeningHours | None, Named("jam_buka")] = None
    fee: Annotated[T | None, Named("tiket")] = None
    distance_note: Annotated[T | None, Named("jarak")] = None
    kind: Annotated[PlaceKind, Named("jenis")] = "sight"
    """What one goes there for: to see it, or to travel on."""
    rail_to: Annotated[tuple[Annotated[Id, RefTo(Kind.PLACES)], ...], Named("rel_ke")] = ()
    """The next stations along the railway; the map joins them by straight lines and says so."""
    roughly: Annotated[Stretch | None, Named("kira_kira")] = None
    """Of a place without coordinates; the map hatches it and says that it is rough."""


class Event(Struct, Generic[T], frozen=True):
    starts: Annotated[When, Named("mulai")]
    ends: Annotated[When | None, Named("selesai")] = None
    venue: Annotated[T | None, Named("tempat_acara")] = None
    address: Annotated[Plain | None, Named("alamat")] = None
    organiser: Annotated[Plain | None, Named("penyelenggara")] = None
    repeats: Annotated[T | None, Named("berulang")] = None
    location: Annotated[Location | None, Named("lokasi")] = None
    cancelled: Annotated[YesNo, Named("dibatalkan")] = False
    """Its page stays and says so: whoever has noted the day learns of it nowhere else."""


class Story(Struct, Generic[T], frozen=True):
    date: Annotated[Day, Named("tanggal")]
    period: Annotated[Period | None, Named("periode")] = None
    """When it happened, not when it was written: `1986`, or `196X` for the sixties (ISO 8601-2)."""
    author: Annotated[Plain | None, Named("penulis")] = None
    tags: Annotated[tuple[Annotated[Plain, TermOf("tags")], ...], Named("tag")] = ()


class Market(Struct, Generic[T], frozen=True):
    country: Annotated[Country, Named("negara")]
    languages: Annotated[tuple[LangCode, ...], Named("bahasa")] = ()
    requirements: Annotated[tuple[T, ...], Named("persyaratan")] = ()
    trade_notes: Annotated[tuple[T, ...], Named("catatan_dagang")] = ()


class Disputed(Struct, Generic[T], frozen=True):
    """Another value that a source gives for the same thing."""

    value: Annotated[Number, Named("nilai")]
    source: Annotated[Plain, Named("sumber")]
    note: Annotated[T | None, Named("catatan")] = None
    url: Annotated[WebUrl | None, Named("tautan")] = None


class Figure(Struct, Generic[T], frozen=True):
    value: Annotated[Number, Named("nilai")]
    unit: Annotated[Annotated[Unit, TermOf("units")], Named("satuan")]
    period: Annotated[Plain, Named("periode")]
    """`2018`, `2018-11`, `2018-01/2018-09` (from/to), so that each language can print it."""
    scope: Annotated[
        Literal["national", "province", "regency", "cluster"],
        Named("lingkup"),
        Choice({"national": "nasional", "province": "provinsi", "regency": "kabupaten", "cluster": "sentra"}),
    ]
    confidence: Annotated[
        Literal["high", "medium", "low"] | None,
        Named("keyakinan"),
        Choice({"high": "tinggi", "medium": "sedang", "low": "rendah"}),
    ] = None
    disputed: Annotated[tuple[Disputed[T], ...], Named("diperdebatkan")] = ()
    equals: Annotated[Plain | None, Named("sama_dengan")] = None
    """`figure-id * 1,0628 - other-id`: must hold within the rounding of all figures named."""
    note: Annotated[T | None, Named("catatan")] = None


class ChartRow(Struct, Generic[T], frozen=True):
    """One bar or point, its own number or a figure's; on a timeline when (`label`) and what happened."""

    label: Annotated[T | None, Named("label")] = None
    value: Annotated[Number | None, Named("nilai")] = None
    figure: Annotated[Annotated[Id, RefTo(Kind.FIGURES)] | None, Named("angka")] = None
    text: Annotated[T | None, Named("teks")] = None
    story: Annotated[Annotated[Id, RefTo(Kind.STORIES)] | None, Named("cerita")] = None


class Chart(Struct, Generic[T], frozen=True):
    kind: Annotated[
        Literal["bar", "line", "table", "timeline"],
        Named("jenis"),
        Choice({"bar": "batang", "line": "garis", "table": "tabel", "timeline": "linimasa"}),
    ]
    description: Annotated[T, Named("keterangan")]
    rows: Annotated[tuple[ChartRow[T], ...], Named("baris")] = ()
    figures: Annotated[tuple[Annotated[Id, RefTo(Kind.FIGURES)], ...], Named("angka")] = ()
    """Short for rows that are figures; drawn before `rows`."""
    unit: Annotated[Annotated[Unit, TermOf("units")] | None, Named("satuan")] = None


Facts: TypeAlias = (
    Page[T] | Shop[T] | Product[T] | Visit[T] | Place[T] | Event[T] | Story[T] | Market[T] | Figure[T]
    | Chart[T]
)  # fmt: skip
