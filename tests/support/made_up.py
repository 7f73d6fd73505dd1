"""Made-up parts that views are put together from."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from site_builder.media.facts import Recipe
from site_builder.model.body import Heading
from site_builder.model.entries import (
    Certificate,
    ClosedDay,
    Disputed,
    Location,
    Marketplace,
    Meta,
    Page,
    Product,
    ReportedPrice,
    Shop,
    SizeCm,
    Source,
)
from site_builder.model.localized import Shown
from site_builder.model.values import DayRange, Hours, Interval, Moment, PriceRange, Quantity
from site_builder.names import Digest, EntryId, Kind, Lang, UrlPath
from site_builder.plan.photos import PlacedPhoto
from site_builder.plan.views.bodies import (
    BodyView,
    ChartEmbed,
    FigureEmbed,
    HrefEmbed,
    LinkEmbed,
    MapEmbed,
    PhotoEmbed,
    PhotosEmbed,
)
from site_builder.plan.views.cards import EntryCard, Picture, ProductCard, ShopCard, Term
from site_builder.plan.views.chrome import Alternate, Chrome, Head, LanguageChoice, Link, MenuItem
from site_builder.plan.views.figures import (
    ChartRowView,
    ChartView,
    CheckPart,
    DrawnChart,
    FigureCard,
    Milestone,
)
from site_builder.plan.views.maps import MapOrigin, MapPoint, MapStretch, MapView, Unlocated
from site_builder.plan.views.parts import EntryView, NumberedPage, Pagination, StopView, TermCount

ROOT = Path(__file__).parents[2]
ID, EN = Lang("id"), Lang("en")
F = TypeVar("F")
NASTY = "Dompet <b>\"kulit\"</b> & 'zq'"


def templates() -> dict[str, str]:
    """Read all templates, by their name below `templates/`."""
    folder = ROOT / "templates"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".html", ".xml"}
    }


def chrome(lang: Lang) -> Chrome:
    english = ("Products", "Shops", "Visit", "Exports")
    names = ("Produk", "Toko", "Kunjungi", "Ekspor") if lang == ID else english
    ids = ("products", "shops", "visit", "exports")
    menu = tuple(
        MenuItem(EntryId(id_), UrlPath(f"/{id_}/"), Shown(name, lang))
        for id_, name in zip(ids, names, strict=True)
    )
    return Chrome(
        lang=lang,
        default_lang=ID,
        site_name=Shown("Tanggulangin", lang),
        tagline=Shown("Kampung tas dan koper di Sidoarjo", ID, lang != ID),
        home_url=UrlPath("/"),
        menu=menu,
        footer_menu=menu[:2],
        organisation=Shown("Koperasi Contoh", ID, lang != ID),
        whatsapp="628000000000",
        phone="031 000 0000",
        email="tanya@example.org",
        address=Shown("Kedensari, Tanggulangin, Sidoarjo", ID, lang != ID),
        feed_url=UrlPath("/feed.xml"),
        manifest_url=UrlPath("/manifest.webmanifest"),
        keeps_offline=True,
        enquiry_url=UrlPath("/daftar-pesanan/"),
        data_url=UrlPath("/data/"),
        data_licence="CC BY 4.0",
        search_url=UrlPath("/cari/"),
        timezone="Asia/Jakarta",
        assets={
            "css/site.css": UrlPath("/assets/css/site.css"),
            **{
                f"css/parts/{name}.css": UrlPath(f"/assets/css/parts/{name}.css")
                for name in (
                    *(
                        "add-to-list",
                        "buyers-list",
                        "charts",
                        "entries",
                        "entry",
                        "exports",
                        "facts",
                        "figures",
                        "finder",
                    ),
                    *("home", "lists", "map", "open-now", "papers", "photos", "print", "product-list"),
                    *("reading", "route", "search", "sheets", "shop-list", "shops", "tales", "timeline"),
                    "visit",
                )
            },
            "img/apple-touch-icon.png": UrlPath("/assets/img/apple-touch-icon.png"),
            "img/favicon.svg": UrlPath("/assets/img/favicon.svg"),
            "img/lines.svg": UrlPath("/assets/img/lines.svg"),
            "img/hero.svg": UrlPath("/assets/img/hero.svg"),
            **{
                f"js/{name}.js": UrlPath(f"/assets/js/{name}.js")
                for name in (
                    *("add-to-list", "buyers-list", "finder", "offline", "open-now", "open-search"),
                    "search",
                )
            },
        },
        csp_meta="default-src 'none'; style-src 'self'; img-src 'self'",
        papers=("#fafafa", "#101010"),
    )


SOURCES = (
    Source(
        "Dorong Ekspor Produk IKM Ini",
        "hotfokus.com",
        "2018-11-02",
        "https://example.org/seed?a=1&b=2",
        "siaran pers",
    ),
    Source("Majalah", None, "c. 2013"),
)


def head(lang: Lang, *, fallback: bool = False, indexable: bool = True) -> Head:
    return Head(
        lang=lang,
        title=NASTY,
        description="Satu kalimat & dua.",
        url=UrlPath("/x/"),
        canonical="https://example.org/x/",
        alternates=(
            Alternate("id", "https://example.org/x/"),
            Alternate("en", "https://example.org/en/x/"),
        ),
        languages=(
            LanguageChoice(ID, "Indonesia", UrlPath("/x/"), lang == ID),
            LanguageChoice(EN, "English", UrlPath("/en/x/"), lang == EN),
        ),
        breadcrumbs=(
            Link(UrlPath("/"), Shown("Beranda", lang)),
            Link(UrlPath("/products/"), Shown("Produk", ID, lang != ID)),
        ),
        menu_id=EntryId("products"),
        is_indexable=indexable,
        og_type="website",
        fallback_lang=ID if fallback else None,
        notice_lang=ID if fallback else None,
    )


class Maker:
    """Makes views of one language; texts are Indonesian, so that English pages show fallbacks."""

    def __init__(self, lang: Lang) -> None:
        self.lang = lang

    def text(self, text: str) -> Shown:
        return Shown(text, ID, self.lang != ID)

    def term(self, id_: str, name: str) -> Term:
        return Term(id_, self.text(name), UrlPath(f"/products/{id_}/"))

    def meta(self, name: str = NASTY, *, sample: bool = False) -> Meta[Shown]:
        return Meta(
            name=self.text(name),
            summary=self.text("Sebuah ringkasan yang cukup panjang untuk dua baris di telepon."),
            sources=SOURCES,
            verified="2026-11-01",
            sample=sample,
        )

    def picture(self) -> Picture:
        return Picture(
            PlacedPhoto(UrlPath("/assets/a"), 800, 600, Recipe((480, 640, 800), ("avif", "webp", "jpg")), 27),
            self.text("Tas & koper"),
            "Budi",
        )

    def hours(self) -> Hours:
        day = (Interval(480, 720), Interval(780, 1020))
        return Hours((*(day,) * 5, (Interval(480, 1440),), ()))

    def body(self) -> BodyView:
        embeds = (
            HrefEmbed("/shops/intako/?a=1&b=2"),
            LinkEmbed("/shops/intako/", self.text("Koperasi INTAKO")),
            FigureEmbed(
                UrlPath("/exports/figures/#angka-1"),
                Quantity(Decimal(2500), True),
                "people",
                Shown("orang", ID),
                Shown("(ada angka lain)", ID),
                ID,
            ),
            ChartEmbed(self.chart()),
            ChartEmbed(self.timeline()),
            MapEmbed(self.map()),
            PhotosEmbed((self.picture(),)),
            PhotoEmbed(self.picture()),
        )
        return BodyView(Digest("b"), ID, self.lang != ID, (Heading(2, "jam", "Jam"),), embeds)

    def map(self) -> MapView:
        """Make a map with every kind of pin, dots, a railway and shops without a place."""
        origin = MapOrigin(self.text("Stasiun"), -7.5069, 112.708)
        places = (
            ("Stasiun", -7.5069, 112.708, "station"),
            (NASTY, -7.5071, 112.7083, "stop"),
            ("Candi", -7.5161, 112.6834, "sight"),
            ("Toko", -7.5, 112.69, "shop"),
            ("Bandara", -7.3775, 112.7943, "airport"),
        )
        points = tuple(
            MapPoint(
                number, self.text(name), UrlPath(f"/p/{number}/"), lat, lon, mark, number * 900, number == 3
            )
            for number, (name, lat, lon, mark) in enumerate(places, 1)
        )
        links = (self.link("Toko Satu"), self.link("Toko Dua"))
        return MapView(
            points=points,
            origin=origin,
            dots=((-7.508, 112.702), (-7.51, 112.7)),
            rails=(((-7.5069, 112.708), (-7.4561, 112.7125)),),
            stretches=(MapStretch(self.text("Jalan <toko>"), (-7.5069, 112.708), (-7.5069, 112.69)),),
            unlocated=(
                Unlocated("Kedensari", links, ("Jalan Kludan 1",) * len(links)),
                Unlocated("", links[:1], ("",)),
            ),
            unlocated_more=3,
        )

    def link(self, name: str) -> Link:
        return Link(UrlPath("/places/x/"), self.text(name))

    def stops(self) -> tuple[StopView, ...]:
        return (
            StopView(45, 45, self.link("Taman Budaya"), "Kedensari", self.text("Lihat koper")),
            StopView(30, 75, None, "", None),
        )

    def entry(self, kind: Kind, facts: F, *, sample: bool = False, name: str = NASTY) -> EntryView[F]:
        return EntryView(
            EntryId("x"), kind, self.meta(name, sample=sample), facts, self.body(), (self.picture(),)
        )

    def page(self, name: str = NASTY) -> EntryView[Page[Shown]]:
        return EntryView(EntryId("x"), Kind.PAGES, self.meta(name), Page(), self.body(), ())

    def product_card(self, number: int = 1, *, sample: bool = True) -> ProductCard:
        priced = number % 3
        return ProductCard(
            id=EntryId(f"dompet-{number}"),
            url=UrlPath(f"/products/dompet-{number}/"),
            name=self.text(f"Dompet lipat contoh {number}"),
            category=self.term(
                ("dompet", "koper", "tas-golf", "sepatu", "jaket", "ransel")[number % 6], "Dompet"
            ),
            materials=(self.term("kulit-sapi", "Kulit sapi"), self.term("kulit-domba", "Kulit domba")),
            price=PriceRange(250_000, 1_600_000) if priced == 1 else None,
            price_reported=ReportedPrice(135_000, 400_000, 2018, "Bisnis") if priced == 2 else None,
            shop_name=self.text("Toko Contoh Satu"),
            export_ready=number % 2 == 0,
            is_sample=sample,
            picture=None if number != 1 else self.picture(),
        )

    def shop_card(self, number: int = 1) -> ShopCard:
        return ShopCard(
            id=EntryId(f"toko-{number}"),
            url=UrlPath(f"/shops/toko-{number}/"),
            name=self.text(f"Toko Contoh {number}"),
            shop_kind=("cooperative", "wholesaler", "shop", "workshop")[number % 4],
            village="Kedensari",
            address="Jalan Contoh",
            categories=(self.term("dompet", "Dompet"), self.term("koper", "Koper")),
            hours=self.hours(),
            is_sample=True,
            picture=None,
        )

    def entry_card(self, kind: Kind, number: int = 1) -> EntryCard:
        is_visit = kind is Kind.VISITS
        return EntryCard(
            kind=kind,
            id=EntryId(f"e{number}"),
            url=UrlPath(f"/{kind}/e{number}/"),
            name=self.text(f"Isian nomor {number}"),
            summary=self.text("Satu kalimat tentang isian ini."),
            is_sample=False,
            picture=None,
            theme=("shopping", "culture-food", "learning")[number % 3] if is_visit else "",
            duration_minutes=90 * number if is_visit else None,
            starts=Moment("2026-02-05") if kind is Kind.EVENTS else None,
            ends=Moment("2026-02-08") if kind is Kind.EVENTS else None,
            date="2018-10-27" if kind is Kind.STORIES else None,
            country="JP" if kind is Kind.MARKETS else "",
            note=self.text("2 km dari stasiun") if kind is Kind.PLACES else None,
        )

    def figure(self, number: int = 1) -> FigureCard:
        value, unit, name = (
            (Quantity(Decimal("4.16")), "usd-billion", "miliar dolar AS"),
            (Quantity(Decimal(2500), True), "people", "orang"),
            (Quantity(Decimal("6.28")), "percent", "persen"),
        )[number % 3]
        return FigureCard(
            id=EntryId(f"angka-{number}"),
            url=UrlPath(f"/exports/figures/#angka-{number}"),
            label=self.text("Ekspor kulit, barang kulit dan alas kaki"),
            value=value,
            unit=unit,
            unit_name=self.text(name),
            period="2018-01/2018-09",
            scope=("national", "province", "regency", "cluster")[number % 4],
            confidence="high",
            note=self.text("Angka nasional."),
            disputed=(
                Disputed(
                    Quantity(Decimal("3.1")), "hotfokus", self.text("tidak cocok"), "https://example.org/"
                ),
            ),
            sources=SOURCES,
            check=(
                CheckPart(figure=Link(UrlPath("/exports/figures/#angka-2"), self.text("Ekspor 2018"))),
                CheckPart("÷"),
                CheckPart(number=Decimal("1.0628")),
            ),
        )

    def chart(self) -> ChartView:
        people = Quantity(Decimal(410))
        rows = (
            ChartRowView(
                self.text("Tahun 2016"),
                people,
                "people",
                self.text("orang"),
                EntryId("kunjungan-2016"),
                UrlPath("/exports/figures/#kunjungan-2016"),
                "2016",
                "calculated",
                (Disputed(Quantity(Decimal(4)), NASTY, self.text(NASTY), None),),
            ),
            ChartRowView(self.text("Nilainya"), Quantity(Decimal("4.16")), "usd-billion", None),
            ChartRowView(None, people, "", None),
        )
        return ChartView(
            EntryId("kunjungan"),
            UrlPath("/exports/figures/#kunjungan"),
            self.text("Kunjungan per tahun"),
            "bar",
            self.text("Kunjungan naik."),
            rows,
            (),
            SOURCES,
            DrawnChart(UrlPath("/assets/a.svg"), UrlPath("/assets/b.svg"), 400, 200),
            UrlPath("/data/charts/kunjungan.id.csv"),
        )

    def timeline(self) -> ChartView:
        story = Link(UrlPath("/stories/koper/"), self.text("Koper yang pertama"))
        milestones = (
            Milestone(self.text("1939"), self.text("Koper pertama dibuat."), story),
            Milestone(self.text("1976"), None, story),
            Milestone(self.text(NASTY), self.text(NASTY), None),
        )
        return replace(
            self.chart(),
            id=EntryId("linimasa"),
            kind="timeline",
            rows=(),
            milestones=milestones,
            drawn=None,
            csv_url=None,
        )

    def pagination(self, page: int = 5, pages: int = 12) -> Pagination:
        urls = tuple(UrlPath(f"/products/{number}/") for number in range(1, pages + 1))
        return Pagination(
            page,
            pages,
            280,
            12,
            urls[page - 2] if page > 1 else None,
            urls[page] if page < pages else None,
            tuple(
                NumberedPage(number, urls[number - 1])
                for number in sorted({1, page - 1, page, page + 1, pages} & set(range(1, pages + 1)))
            ),
        )

    def counts(self) -> tuple[TermCount, ...]:
        return (
            TermCount(self.term("dompet", "Dompet"), 12),
            TermCount(self.term("koper", "Koper"), 1234),
        )

    def product(self) -> Product[Shown]:
        return Product(
            category="dompet",
            materials=("kulit-sapi",),
            price=PriceRange(250_000, 1_600_000),
            price_reported=ReportedPrice(135_000, 400_000, 2018, "Bisnis", "https://example.org/"),
            unit=self.text("buah"),
            size_cm=SizeCm(Quantity(Decimal("32.5")), Quantity(Decimal(24)), Quantity(Decimal(12))),
            weight_g=1200,
            moq=1000,
            lead_time_days=DayRange(14, 14),
            capacity_per_month=2500,
            hs_code="4202.31",
            incoterms=("FOB", "EXW"),
            certificates=(Certificate("SNI", "123", "2027-01-31"),),
            export_ready=True,
        )

    def shop(self) -> Shop[Shown]:
        return Shop(
            kind="cooperative",
            categories=("dompet",),
            address="Jalan Contoh 1",
            village="Kedensari",
            location=Location(-7.5069, 112.708),
            whatsapp="628000000000",
            phone="031-000-0000",
            email="toko@example.org",
            website="https://example.org/",
            instagram="contoh",
            marketplaces=(Marketplace("Lokapasar", "https://example.org/toko"),),
            hours=self.hours(),
            closed_on=(ClosedDay("2026-03-20", self.text("Idulfitri")), ClosedDay("2026-03-21")),
            languages=("id", "en"),
            member_of="INTAKO",
            since=1976,
        )


SEGMENTS = (
    '<p>Kalimat dengan <a href="',
    '">tautan</a>, ',
    " dan angka ",
    '.</p>\n<h2 id="jam">Jam</h2>\n',
    "\n",
    "\n",
    "\n",
    "\n<p>Gambar ",
    "</p>\n<table><thead><tr><th>Satu</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
)


def body_html(_digest: Digest) -> tuple[str, ...]:
    """Give the segments around the embeds of `Maker.body`."""
    return SEGMENTS
