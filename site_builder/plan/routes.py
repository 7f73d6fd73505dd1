"""Which address each thing has, in each language; the only place that makes addresses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from site_builder.model.catalog import AnyEntry, Entry
from site_builder.model.config import SiteConfig
from site_builder.model.entries import Chart, Figure, Page
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind, Lang, OutPath, UrlPath

SECTION_KINDS: dict[str, Kind] = {
    "products": Kind.PRODUCTS,
    "shops": Kind.SHOPS,
    "places": Kind.PLACES,
    "events": Kind.EVENTS,
    "stories": Kind.STORIES,
    "markets": Kind.MARKETS,
    "figures": Kind.FIGURES,
}
"""Page template to the kind that it lists: such a page lies at the root of its section."""

_WORDS: dict[str, dict[str, str]] = {
    "page": {"id": "halaman"},
    "category": {"id": "kategori"},
    "material": {"id": "bahan"},
    "price": {"id": "harga"},
    "village": {"id": "desa"},
    "tag": {"id": "tag"},
    "service": {"id": "layanan"},
    "export-ready": {"id": "siap-ekspor"},
    "national": {"id": "nasional"},
    "province": {"id": "provinsi"},
    "regency": {"id": "kabupaten"},
    "cluster": {"id": "sentra"},
    "print": {"id": "cetak"},
    "counter-card": {"id": "kartu-meja"},
    "stickers": {"id": "stiker"},
    "line-sheet": {"id": "daftar-dagang"},
    "offline": {"id": "luring"},
    "search": {"id": "cari"},
}
"""Parts of addresses that no entry names; English where a language has no word of its own here."""

EXPORT_READY = "export-ready"
"""A facet of a single word, which its address does not repeat: `/produk/siap-ekspor/`."""


class Routes(Struct, frozen=True):
    """All that addresses depend on. `base_path` is `/` or `/tanggulangin/`."""

    default_lang: Lang
    base_path: str
    origin: str
    """`https://host` or empty when no base URL is known."""
    slugs: Mapping[Kind, Mapping[Lang, str]]
    """The first part of the address of a kind's entries."""
    slug_langs: Mapping[Lang, tuple[Lang, ...]]
    """Whose slugs a language takes, the best first: its own, then those of its declared `fallback`."""

    def address(self, lang: Lang, *parts: str) -> UrlPath:
        """Join parts below the root of a language: `/en/shops/intako/`."""
        inner = "/".join(parts if lang == self.default_lang else (lang, *parts))
        return UrlPath(f"{self.base_path}{inner}/" if inner else self.base_path)

    def section(self, kind: Kind, lang: Lang) -> UrlPath:
        return self.address(lang, self.slugs[kind][lang])

    def entry(self, entry: AnyEntry, lang: Lang) -> UrlPath:
        slug = slug_in(entry, self.slug_langs[lang])
        match entry.facts:
            case Page(template="home"):
                return self.address(lang)
            case Page(template=template) if template in SECTION_KINDS:
                return self.section(SECTION_KINDS[template], lang)
            case Page():
                return self.address(lang, slug)
            case Figure(scope=scope):
                return UrlPath(f"{self.scope(scope, lang)}#{entry.id}")
            case Chart():
                return UrlPath(f"{self.section(Kind.FIGURES, lang)}#{chart_anchor(entry.id)}")
            case _:
                return self.address(lang, self.slugs[entry.kind][lang], slug)

    def scope(self, scope: str, lang: Lang) -> UrlPath:
        """Give the page of all figures of a scope: `/angka/sentra/`."""
        return self.address(lang, self.slugs[Kind.FIGURES][lang], word(scope, lang))

    def term(self, kind: Kind, facet: str, term_id: str, lang: Lang) -> UrlPath:
        """Give the list of a kind's entries under a term: `/produk/kategori/dompet/`."""
        words = (word(facet, lang),) if facet == EXPORT_READY else (word(facet, lang), term_id)
        return self.address(lang, self.slugs[kind][lang], *words)

    def numbered(self, first: UrlPath, page: int, lang: Lang) -> UrlPath:
        """Give page `page` (from 1) of the list that begins at `first`."""
        return first if page == 1 else UrlPath(f"{first}{word('page', lang)}/{page}/")

    def share(self, page: UrlPath) -> UrlPath:
        """Give the picture that others show of a page; one at the root of a language serves for the rest."""
        return UrlPath(f"{page}share.png")

    def shop_sheet(self, shop: AnyEntry, form: str) -> UrlPath:
        """Give what a shop prints for its counter, one for all languages: `/toko/intako/kartu-meja/`."""
        lang = self.default_lang
        return UrlPath(f"{self.entry(shop, lang)}{word(form, lang)}/")

    def printed_directory(self, lang: Lang) -> UrlPath:
        return self.address(lang, self.slugs[Kind.SHOPS][lang], word("print", lang))

    def line_sheet(self, lang: Lang) -> UrlPath:
        return self.address(lang, self.slugs[Kind.PRODUCTS][lang], word("line-sheet", lang))

    def finder(self, kind: Kind, lang: Lang) -> UrlPath:
        """Give what the instant filters of a kind read: a stable address, so that no page changes with it."""
        return self.asset(OutPath(f"data/finder/{kind.value}.{lang}.json"))

    def search(self, lang: Lang) -> UrlPath:
        """Give the page that helps to find things: `/cari/`."""
        return self.address(lang, word("search", lang))

    def card(self, shop: AnyEntry) -> UrlPath:
        """Give a shop's contact card, one for all languages: `/toko/intako/intako.vcf`."""
        return self._beside(shop, self.default_lang, "vcf")

    def code(self, entry: AnyEntry, form: str) -> UrlPath:
        """Give the QR code that leads to an entry's page in the default language."""
        return self._beside(entry, self.default_lang, f"qr.{form}")

    def calendar(self, event: AnyEntry, lang: Lang) -> UrlPath:
        return self._beside(event, lang, "ics")

    def calendar_feed(self, lang: Lang) -> UrlPath:
        """Give the calendar of all events, to subscribe to: `/acara/acara.ics`."""
        section = self.section(Kind.EVENTS, lang)
        return UrlPath(f"{section}{self.slugs[Kind.EVENTS][lang]}.ics")

    def _beside(self, entry: AnyEntry, lang: Lang, ending: str) -> UrlPath:
        """Name a file after its entry: it goes on under that name in a folder of downloads."""
        return UrlPath(f"{self.entry(entry, lang)}{entry.id}.{ending}")

    def asset(self, out: OutPath) -> UrlPath:
        return UrlPath(f"{self.base_path}{out}")

    def alias(self, path: str) -> UrlPath:
        """Give the former address `/tas-lama/` where the site lies now."""
        return UrlPath(f"{self.base_path}{path.removeprefix('/')}")

    def absolute(self, url: str) -> str:
        """Put the site's origin before a path; without a known base URL the path stays as it is."""
        return f"{self.origin}{url}"

    def out(self, url: UrlPath) -> OutPath:
        """Say which file answers for an address."""
        inner = url.removeprefix(self.base_path)
        return OutPath(f"{inner}index.html" if not inner or inner.endswith("/") else inner)


def path_in(target: str) -> str:
    """Give the path that a text links to, without its query and its first `/`."""
    return target.partition("?")[0].removeprefix("/")


def word(name: str, lang: Lang) -> str:
    return _WORDS[name].get(lang, name)


def slug_in(entry: AnyEntry | Entry[Page[Localized]], langs: Iterable[Lang]) -> str:
    """Give the entry's last part of the address: its `slug` in the first of `langs` with one, else its id.

    A page that is translated later keeps its address so: `/ja/the-mud/` before and after.
    """
    texts = {} if entry.meta.slug is None else entry.meta.slug.texts
    return next((texts[lang] for lang in langs if lang in texts), entry.id)


def make_routes(config: SiteConfig, pages: Mapping[EntryId, Entry[Page[Localized]]], base_url: str) -> Routes:
    """Read the addresses' parts from the settings; `base_url` is checked already or empty."""
    default = config.languages[0].code
    parts = urlsplit(base_url)
    visit = next((page for page in pages.values() if page.facts.template == "visit"), None)
    slugs: dict[Kind, dict[Lang, str]] = {}
    slug_langs = {
        Lang(language.code): (Lang(language.code), *map(Lang, language.fallback))
        for language in config.languages
    }
    for kind in Kind:
        named: Localized | None = None if kind is Kind.PAGES else getattr(config.sections, kind.value)
        slugs[kind] = {lang: _section_slug(kind, named, visit, langs) for lang, langs in slug_langs.items()}
    path = parts.path.strip("/")
    return Routes(
        default_lang=Lang(default),
        base_path=f"/{path}/" if path else "/",
        origin=f"{parts.scheme}://{parts.netloc}" if parts.netloc else "",
        slugs=slugs,
        slug_langs=slug_langs,
    )


def chart_anchor(id_: EntryId) -> str:
    """Name the place of a chart on the page of all figures; no figure and no heading is called so."""
    return f"chart_{id_}"


def _section_slug(
    kind: Kind, named: Localized | None, visit: Entry[Page[Localized]] | None, langs: tuple[Lang, ...]
) -> str:
    if named is not None:
        own = (named.texts[lang] for lang in langs if named.texts.get(lang))
        return next(own, next(iter(named.texts.values())))
    if kind is Kind.VISITS and visit is not None:  # trips lie below the page that lists them
        return slug_in(visit, langs)
    return kind.value
