"""Made-up views, one for each template, with every part that a page can have."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from site_builder.model.entries import Event, Location, Market, Meta, Place, Product, Shop, Story, Visit
from site_builder.model.localized import Shown
from site_builder.model.values import Moment, PriceRange
from site_builder.names import EntryId, Kind, Lang, UrlPath
from site_builder.plan.views.cards import Term
from site_builder.plan.views.chrome import Head, LanguageChoice, Link
from site_builder.plan.views.pages import (
    BuyersListView,
    ChapterLink,
    EntryListView,
    EventPageView,
    ExportsPageView,
    FeedView,
    FiguresPageView,
    HandbookView,
    HomePageView,
    MapPageView,
    MarketPageView,
    PlacePageView,
    ProductListView,
    ProductPageView,
    RedirectView,
    ShopListView,
    ShopPageView,
    StandInView,
    StoryPageView,
    StyleGuideView,
    TextPageView,
    VisitPageView,
    VisitSectionView,
)
from site_builder.plan.views.parts import (
    Facet,
    FeedItem,
    Finder,
    OpenPlace,
    OrderingView,
    PlaceDistance,
    ScopeView,
    TermCount,
    TripView,
    WayView,
)
from site_builder.plan.views.search import NameGroup, SearchPageView
from site_builder.plan.views.sheets import (
    CounterCardView,
    DirectoryRow,
    LineSheetView,
    PrintedDirectoryView,
    StickerSheetView,
    TradeRow,
    VillageView,
)
from tests.support.made_up import EN, ID, NASTY, SOURCES, Maker, head


def all_views(lang: Lang) -> Iterator[tuple[str, object]]:
    """Yield the name of each template with full views of it, and with views as empty as can be."""
    make = Maker(lang)
    page_head = head(lang)
    page = make.page()
    yield "page.html", TextPageView(page_head, page)
    yield (
        "page.html",
        TextPageView(
            replace(head(lang, fallback=True, indexable=False), canonical="", alternates=(), description=""),
            replace(page, meta=Meta(make.text("Kosong")), body=None),
        ),
    )
    yield from _home_and_lists(make, page_head)
    yield from _entries(make, page_head)
    yield from _sections(make, page_head)
    yield from _sheets(make, page_head)
    yield "404.html", StandInView(head(lang, indexable=False), page_head.breadcrumbs)
    yield "offline.html", StandInView(head(lang, indexable=False), page_head.breadcrumbs)
    yield from _search(lang, page_head.breadcrumbs)
    yield "handbook.html", _handbook(make, lang)
    yield "style_guide.html", _style_guide(make, lang)
    yield (
        "redirect.html",
        RedirectView(page_head, UrlPath("/products/"), "https://example.org/products/"),
    )
    yield (
        "feed.xml",
        FeedView(
            lang,
            "Tanggulangin",
            "https://example.org/",
            "https://example.org/feed.xml",
            "2026-11-01",
            (
                FeedItem(
                    "https://example.org/a/", NASTY, "Ringkasan", "2018-10-27", "2018-10-28", make.body()
                ),
                FeedItem("https://example.org/b/", "B", "", "2026-02-05T09:00", "2026-02-05T09:00", None),
            ),
        ),
    )


def _handbook(make: Maker, lang: Lang) -> HandbookView:
    before, here = (
        ChapterLink(UrlPath(f"/panduan/{name}/"), name, is_current=name == "here")
        for name in ("before", "here")
    )
    languages = tuple(LanguageChoice(one, one, UrlPath(f"/panduan/{one}/"), one == lang) for one in (ID, EN))
    around = (head(lang, indexable=False), lang, UrlPath("/assets/css/parts/handbook.css"))
    return HandbookView(*around, make.body(), (before, here), before, None, languages)


def _style_guide(make: Maker, lang: Lang) -> StyleGuideView:
    return StyleGuideView(
        head(lang, indexable=False),
        ("ink", "paper"),
        ("bag", "suitcase"),
        (make.product_card(1),),
        (make.shop_card(1),),
        (make.entry_card(Kind.STORIES, 1),),
        (make.entry_card(Kind.PLACES, 1),),
        (make.figure(3),),
    )


def _home_and_lists(make: Maker, page_head: Head) -> Iterator[tuple[str, object]]:
    page, word = make.page("Satu benang, seribu tas."), make.text("Dompet")
    products = tuple(make.product_card(number) for number in range(1, 9))
    shops = tuple(make.shop_card(number) for number in range(1, 6))
    stories = tuple(make.entry_card(Kind.STORIES, number) for number in range(1, 4))
    figures = tuple(make.figure(number) for number in range(3, 7))
    visits = tuple(make.entry_card(Kind.VISITS, number) for number in range(1, 5))
    sections = {"products": UrlPath("/products/"), "shops": UrlPath("/shops/"), "visit": UrlPath("/visit/")}
    at_home = replace(page_head, breadcrumbs=(), menu_id=None, title="Tanggulangin")
    yield (
        "home.html",
        HomePageView(at_home, page, products[:4], shops, figures, stories[0], stories, visits, sections),
    )
    yield "home.html", HomePageView(at_home, replace(page, body=None), (), (), (), None, (), (), {})
    yield "home.html", HomePageView(at_home, None, products[:1], (), (), None, (), (), sections)
    counts, pages, one = make.counts(), make.pagination(), make.pagination(1, 1)
    term = counts[0].term
    facets = (Facet("category", counts), Facet("export-ready", counts[:1]))
    finder = Finder(UrlPath("/products/"), UrlPath("/data/finder/products.id.json"))
    yield (
        "product_list.html",
        ProductListView(
            page_head, page, make.text("Produk"), None, products[:3], products, facets, finder, one
        ),
    )
    yield (
        "product_list.html",
        ProductListView(page_head, None, word, term, (), products, facets, finder, pages),
    )
    yield "product_list.html", ProductListView(page_head, None, word, None, (), (), (), finder, one)
    yield (
        "shop_list.html",
        ShopListView(page_head, page, make.text("Toko"), None, shops, facets, finder, one),
    )
    yield "shop_list.html", ShopListView(page_head, None, word, term, (), facets, finder, one)
    yield (
        "buyers_list.html",
        BuyersListView(page_head, page, dict.fromkeys((ID, EN), finder.data_url), UrlPath("/produk/")),
    )
    for kind in (Kind.PLACES, Kind.EVENTS, Kind.STORIES, Kind.MARKETS):
        cards = tuple(make.entry_card(kind, number) for number in range(1, 5))
        yield (
            "entry_list.html",
            EntryListView(page_head, page, make.text("Daftar"), kind, None, cards, counts, pages),
        )
    yield "entry_list.html", EntryListView(page_head, None, word, Kind.STORIES, term, (), (), one)


def _entries(make: Maker, page_head: Head) -> Iterator[tuple[str, object]]:
    shop = Link(UrlPath("/shops/toko-1/"), make.text("Toko Contoh Satu"))
    terms = (make.term("a", "Satu"), make.term("b", "Dua"))
    products = tuple(make.product_card(number) for number in range(1, 5))
    product = make.entry(Kind.PRODUCTS, make.product(), sample=True, name="Dompet lipat contoh")
    yield (
        "product_page.html",
        ProductPageView(
            page_head, product, terms[0], terms, terms, shop, "628000000000", "toko@example.org", products
        ),
    )
    bare = replace(
        product, facts=Product("dompet", ("kulit-sapi",)), pictures=(), body=None, meta=make.meta()
    )
    yield (
        "product_page.html",
        ProductPageView(page_head, bare, terms[0], terms, (), None, None, None, ()),
    )
    entry = make.entry(Kind.SHOPS, make.shop(), sample=True, name="Toko Contoh Satu")
    yield "shop_page.html", ShopPageView(page_head, entry, terms, terms, terms, products, 40)
    empty = replace(entry, facts=Shop("shop", (), "Jalan"), pictures=(), body=None)
    yield "shop_page.html", ShopPageView(page_head, empty, terms, (), (), (), 0)
    visit = make.entry(
        Kind.VISITS, Visit("learning", 150, (), PriceRange(50_000, 50_000), make.text("Telepon dulu"))
    )
    yield (
        "visit_page.html",
        VisitPageView(
            page_head,
            visit,
            make.stops(),
            make.map(),
            (make.entry_card(Kind.VISITS),),
        ),
    )
    yield (
        "visit_page.html",
        VisitPageView(page_head, replace(visit, facts=Visit("shopping", 60, ())), (), None, ()),
    )
    place = Place(Location(-7.5, 112.7), "Kedensari", make.hours(), make.text("gratis"), make.text("2 km"))
    yield (
        "place_page.html",
        (
            PlacePageView(
                page_head,
                make.entry(Kind.PLACES, place),
                make.map(),
                PlaceDistance(2_900, make.text("Stasiun")),
            )
        ),
    )
    yield "place_page.html", PlacePageView(page_head, make.entry(Kind.PLACES, Place()), None, None)
    event = Event(
        Moment("2026-02-05T09:00"),
        Moment("2026-02-05T16:00"),
        make.text("Pasar Wisata"),
        "Kedensari",
        "Koperasi",
        make.text("setiap tahun"),
    )
    yield "event_page.html", EventPageView(page_head, make.entry(Kind.EVENTS, event), make.map())
    yield (
        "event_page.html",
        EventPageView(page_head, make.entry(Kind.EVENTS, Event(Moment("2026-02-05"))), None),
    )
    earlier, later = (make.entry_card(Kind.STORIES, number) for number in (1, 2))
    told: Story[Shown] = Story("2018-10-27", "196X", "Redaksi", ("mural",))
    story = make.entry(Kind.STORIES, told)
    yield "story_page.html", StoryPageView(page_head, story, terms, earlier, later)
    untold = replace(story, facts=Story("2018-10-27"))
    yield "story_page.html", StoryPageView(page_head, untold, (), None, None)
    market = Market("JP", ("ja",), (make.text("Label"),), (make.text("Catatan"),))
    ordering, nothing = _ordering(make)
    yield "market_page.html", MarketPageView(page_head, make.entry(Kind.MARKETS, market), ordering)
    yield "market_page.html", MarketPageView(page_head, make.entry(Kind.MARKETS, Market("US")), nothing)


def _ordering(make: Maker) -> tuple[OrderingView, OrderingView]:
    """Make what a buyer can do where there is everything, and where there is nothing."""
    url = UrlPath("/produk/siap-ekspor/")
    products = tuple(make.product_card(number) for number in range(1, 4))
    full = OrderingView(make.link("Koperasi"), True, products, url, url, url)
    return full, OrderingView(None, False, (), None, None, None)


def _sheets(make: Maker, page_head: Head) -> Iterator[tuple[str, object]]:
    """Make what is printed, with everything and with nothing."""
    url, target = UrlPath("/toko/"), "https://example.org/toko/intako/"
    shop = make.text("Toko")
    full = CounterCardView(page_head, shop, url, target, EntryId("t-1"), "shop", NASTY, "628123", "031 1")
    yield "counter_card.html", full
    yield "counter_card.html", replace(full, whatsapp=None, phone=None)
    stickers = StickerSheetView(page_head, shop, url, target)
    yield "sticker_sheet.html", stickers
    name, word = make.text("Direktori"), make.shop_card(1)
    rows = (DirectoryRow(word, "628123", "031 1"), DirectoryRow(replace(word, hours=None), None, None))
    villages = (VillageView(NASTY, rows), VillageView("", rows))
    directory = PrintedDirectoryView(page_head, name, villages, 4, False, url, target)
    yield "printed_directory.html", directory
    yield "printed_directory.html", replace(directory, are_samples=True, target="", villages=())
    card = make.product_card(1)
    row = TradeRow(card, make.product(), make.text("Toko"), ("WhatsApp +628123",))
    bare = TradeRow(card, Product("tas", ("kulit",)), None, ())
    sheet = LineSheetView(
        page_head, (row, bare), True, make.link("Koperasi"), (NASTY,), NASTY, url, True, target
    )
    yield "line_sheet.html", sheet
    bare_sheet = replace(sheet, rows=(bare,), are_ready=False, cooperative=None, target="")
    yield "line_sheet.html", replace(bare_sheet, is_back_to_exports=False)


def _sections(make: Maker, page_head: Head) -> Iterator[tuple[str, object]]:
    page = make.page("Bagian")
    figures = tuple(make.figure(number) for number in range(1, 5))
    visits = tuple(make.entry_card(Kind.VISITS, number) for number in range(1, 5))
    places = tuple(make.entry_card(Kind.PLACES, number) for number in range(1, 4))
    events = (make.entry_card(Kind.EVENTS),)
    markets = tuple(make.entry_card(Kind.MARKETS, number) for number in range(1, 3))
    trips = tuple(TripView(card, make.stops()) for card in visits)
    ways = (
        WayView("train", make.text("Turun di stasiun"), make.text("tarif")),
        WayView("walk", make.text("Jalan saja"), None),
    )
    drawn, sheet_url = make.map(), UrlPath("/map/")
    yield (
        "visit.html",
        VisitSectionView(page_head, page, trips, ways, places, events, drawn, sheet_url),
    )
    yield "visit.html", VisitSectionView(page_head, page, (), (), (), (), None, None)
    open_hours = (OpenPlace(make.link("Toko"), make.hours()),)
    yield "map.html", MapPageView(page_head, page, drawn, ways, open_hours)
    yield "map.html", MapPageView(page_head, page, None, (), ())
    figures_url = UrlPath("/exports/figures/")
    ordering, nothing = _ordering(make)
    scopes = (
        ScopeView("national", figures_url, figures[:2]),
        ScopeView("cluster", figures_url, figures[2:]),
    )
    yield (
        "exports.html",
        ExportsPageView(page_head, page, scopes, markets, ordering, figures_url),
    )
    yield "exports.html", ExportsPageView(page_head, page, (), (), nothing, None)
    bare = replace(
        figures[0], id=EntryId("kosong"), confidence=None, note=None, disputed=(), sources=(), check=()
    )
    charts = (make.chart(),)
    yield (
        "figures.html",
        FiguresPageView(
            page_head,
            replace(page, body=None),
            page.meta.name,
            "",
            scopes,
            charts,
            (),
        ),
    )
    yield "figures.html", FiguresPageView(page_head, None, make.text("Angka"), "", (), (), ())
    cluster = ScopeView("cluster", figures_url, (*figures, bare))
    name = make.text("Sentra ini")
    yield "figures.html", FiguresPageView(page_head, None, name, "cluster", (cluster,), (), SOURCES)


def _search(lang: Lang, links: tuple[Link, ...]) -> Iterator[tuple[str, object]]:
    """Yield the page that helps to find things: of a site with much to find, and of an empty one."""
    own_head, index_url = head(lang, indexable=False), UrlPath("/search/id/")
    names = (NameGroup("", links), NameGroup("T", links))
    terms = (TermCount(Term("tas", links[0].name, UrlPath("/produk/kategori/tas/")), 3),)
    yield "search.html", SearchPageView(own_head, index_url, terms, terms, names, links, 1)
    yield "search.html", SearchPageView(own_head, None, (), (), (), (), 1)
