"""The directory as open data: rows of shops, products and figures, the same facts that the pages show.

These classes are a public format, described by `data/schema.json`: a field may be added, none may change
its meaning. What nobody knows is left out of JSON and GeoJSON and empty in CSV.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct

from site_builder.model.catalog import AnyEntry, Catalog, Entry
from site_builder.model.entries import Certificate, Figure, Location, Product, Shop, Source
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Lang, OutPath
from site_builder.plan.routes import Routes
from site_builder.plan.sellers import seller_of
from site_builder.text.opening import opening_hours

F = TypeVar("F")
Texts: TypeAlias = dict[Lang, str]
"""A text by language code."""


class ShopData(Struct, frozen=True, omit_defaults=True):
    """A shop, workshop, wholesaler or cooperative."""

    id: EntryId
    name: Texts
    url: Texts
    """The shop's page by language."""
    kind: str
    categories: tuple[str, ...]
    address: str
    summary: Texts = {}
    village: str | None = None
    latitude: float | None = None
    """WGS 84, decimal degrees."""
    longitude: float | None = None
    whatsapp: str | None = None
    """With country and without `+`."""
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    instagram: str | None = None
    marketplaces: tuple[str, ...] = ()
    opening_hours: str | None = None
    """As OpenStreetMap writes them: `Mo-Sa 08:00-17:00; Su off`. Days that nobody knows are left out."""
    closed_on: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    member_of: str | None = None
    since: int | None = None
    closed_since: str | None = None
    """Of one that has closed for good: a day, month or year; how it was reached is left out."""
    verified: str | None = None
    """When somebody last made sure of these facts."""


class ReportedPriceData(Struct, frozen=True, omit_defaults=True):
    """What a source said a thing cost, never today's price."""

    min_idr: int
    max_idr: int
    year: int
    source: str
    url: str | None = None


class SizeData(Struct, frozen=True, omit_defaults=True):
    width_cm: Decimal
    height_cm: Decimal
    depth_cm: Decimal | None = None


class ProductData(Struct, frozen=True, omit_defaults=True):
    """A thing that one shop sells or, without a shop, a product line of the whole cluster."""

    id: EntryId
    name: Texts
    url: Texts
    category: str
    materials: tuple[str, ...]
    summary: Texts = {}
    shop: str | None = None
    """The id of a row of shops."""
    colours: tuple[str, ...] = ()
    min_price_idr: int | None = None
    """Whole rupiah; a single price is both."""
    max_price_idr: int | None = None
    price_reported: ReportedPriceData | None = None
    unit: Texts = {}
    size: SizeData | None = None
    weight_g: int | None = None
    moq: int | None = None
    min_lead_time_days: int | None = None
    max_lead_time_days: int | None = None
    capacity_per_month: int | None = None
    hs_code: str | None = None
    incoterms: tuple[str, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    export_ready: bool = False
    verified: str | None = None


class DisputedData(Struct, frozen=True, omit_defaults=True):
    """Another value that a source gives for the same thing."""

    value: Decimal
    source: str
    url: str | None = None


class FigureData(Struct, frozen=True, omit_defaults=True):
    """A number with where it comes from, how sure it is and who says otherwise."""

    id: EntryId
    label: Texts
    url: Texts
    value: Decimal
    unit: str
    period: str
    """`2018`, `2018-11`, or from and to: `2018-01/2018-09`."""
    scope: str
    sources: tuple[Source, ...]
    approximate: bool = False
    confidence: str | None = None
    disputed: tuple[DisputedData, ...] = ()


DataRow: TypeAlias = ShopData | ProductData | FigureData
ROWS: dict[str, type[DataRow]] = {"shops": ShopData, "products": ProductData, "figures": FigureData}
"""What each file of data is made of."""
Form: TypeAlias = Literal["json", "csv", "geojson"]
DataName: TypeAlias = Literal["shops", "products", "figures"]
FORMS: dict[DataName, tuple[Form, ...]] = {
    "shops": ("csv", "geojson", "json"),
    "products": ("csv", "json"),
    "figures": ("csv", "json"),
}
"""Which files of data there are; pages, `llms.txt` and JSON-LD name them by this."""
MEDIA_TYPES: dict[Form, str] = {
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "json": "application/json",
}
SCHEMA_PATH = OutPath("data/schema.json")


class DataSet(Struct, frozen=True):
    """One file of rows of one kind."""

    name: DataName
    form: Form
    site: str
    licence: str
    """What others may do with the data, as the editors say; empty when they have not said it."""
    langs: tuple[Lang, ...]
    """The languages of texts, the default first: columns of CSV follow them."""
    rows: tuple[DataRow, ...]


class DataSchema(Struct, frozen=True):
    """What describes the files: `data/schema.json`."""

    site: str


def data_sets(catalog: Catalog, routes: Routes) -> Iterator[DataSet]:
    """Yield every file of open data; samples are in none of them."""
    langs = tuple(Lang(language.code) for language in catalog.config.languages)
    site = catalog.config.name.show(routes.default_lang, ()).text
    licence = catalog.config.data_licence or ""
    shops = tuple(_shop(shop, routes, langs) for shop in _real(catalog.shops.values()))
    products = tuple(
        _product(product, seller_of(catalog, product.id), routes, langs)
        for product in _real(catalog.products.values())
    )
    figures = tuple(_figure(figure, routes, langs) for figure in _real(catalog.figures.values()))
    rows: dict[DataName, tuple[DataRow, ...]] = {"shops": shops, "products": products, "figures": figures}
    for name, forms in FORMS.items():
        for form in forms:
            yield DataSet(name, form, site, licence, langs, rows[name])


def data_path(name: DataName, form: Form) -> OutPath:
    return OutPath(f"data/{name}.{form}")


def _real(entries: Iterable[Entry[F]]) -> Iterator[Entry[F]]:
    return (entry for entry in entries if not entry.meta.sample)


def _shop(entry: Entry[Shop[Localized]], routes: Routes, langs: tuple[Lang, ...]) -> ShopData:
    facts = entry.facts
    latitude, longitude = point_of(facts.location)
    return ShopData(
        id=entry.id,
        name=entry.meta.name.texts,
        url=_urls(entry, routes, langs),
        kind=facts.kind,
        categories=facts.categories,
        address=facts.address,
        summary=_texts(entry.meta.summary),
        village=facts.village,
        latitude=latitude,
        longitude=longitude,
        whatsapp=facts.whatsapp,
        phone=facts.phone,
        email=facts.email,
        website=facts.website,
        instagram=facts.instagram,
        marketplaces=tuple(place.url for place in facts.marketplaces),
        opening_hours=None if facts.hours is None else opening_hours(facts.hours) or None,
        closed_on=tuple(closed.date for closed in facts.closed_on),
        payments=facts.payments,
        services=facts.services,
        languages=facts.languages,
        member_of=facts.member_of,
        since=facts.since,
        closed_since=facts.closed_since,
        verified=entry.meta.verified,
    )


def _product(
    entry: Entry[Product[Localized]],
    shop: Entry[Shop[Localized]] | None,
    routes: Routes,
    langs: tuple[Lang, ...],
) -> ProductData:
    facts, size, reported = entry.facts, entry.facts.size_cm, entry.facts.price_reported
    return ProductData(
        id=entry.id,
        name=entry.meta.name.texts,
        url=_urls(entry, routes, langs),
        category=facts.category,
        materials=facts.materials,
        summary=_texts(entry.meta.summary),
        shop=None if shop is None else shop.id,
        colours=facts.colours,
        min_price_idr=None if facts.price is None else facts.price.min_idr,
        max_price_idr=None if facts.price is None else facts.price.max_idr,
        price_reported=None
        if reported is None
        else ReportedPriceData(
            reported.min, reported.max or reported.min, reported.year, reported.source, reported.url
        ),
        unit=_texts(facts.unit),
        size=None
        if size is None
        else SizeData(size.width.value, size.height.value, None if size.depth is None else size.depth.value),
        weight_g=facts.weight_g,
        moq=facts.moq,
        min_lead_time_days=None if facts.lead_time_days is None else facts.lead_time_days.min_days,
        max_lead_time_days=None if facts.lead_time_days is None else facts.lead_time_days.max_days,
        capacity_per_month=facts.capacity_per_month,
        hs_code=facts.hs_code,
        incoterms=facts.incoterms,
        certificates=facts.certificates,
        export_ready=facts.export_ready,
        verified=entry.meta.verified,
    )


def _figure(entry: Entry[Figure[Localized]], routes: Routes, langs: tuple[Lang, ...]) -> FigureData:
    facts = entry.facts
    return FigureData(
        id=entry.id,
        label=entry.meta.name.texts,
        url=_urls(entry, routes, langs),
        value=facts.value.value,
        unit=facts.unit,
        period=facts.period,
        scope=facts.scope,
        sources=entry.meta.sources,
        approximate=facts.value.approximate,
        confidence=facts.confidence,
        disputed=tuple(DisputedData(one.value.value, one.source, one.url) for one in facts.disputed),
    )


def _urls(entry: AnyEntry, routes: Routes, langs: tuple[Lang, ...]) -> Texts:
    return {lang: routes.absolute(routes.entry(entry, lang)) for lang in langs}


def _texts(text: Localized | None) -> Texts:
    return {} if text is None else text.texts


def point_of(location: Location | None) -> tuple[float | None, float | None]:
    """Give latitude and longitude, each of which may be 0."""
    return (None, None) if location is None else (location.lat, location.lon)
