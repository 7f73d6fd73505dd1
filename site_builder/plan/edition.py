"""The site in one language: what the makers of views look things up in."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field

from site_builder.model.body import Body
from site_builder.model.catalog import AnyEntry, Catalog, Entry
from site_builder.model.entries import Page
from site_builder.model.localized import Localized, Shown
from site_builder.names import Digest, EntryId, Kind, Lang, SourcePath, UrlPath
from site_builder.plan.land import Land
from site_builder.plan.palette import PLAIN, Palette
from site_builder.plan.photos import PlacedPhoto
from site_builder.plan.routes import Routes
from site_builder.plan.views.cards import Picture, Term
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.figures import ChartView
from site_builder.plan.views.maps import MapView
from site_builder.source.naming import photo_path

ENGLISH = Lang("en")
"""The language of the words in templates and in the plan, before they are translated."""


class Shares(Struct, frozen=True):
    """What share pictures need besides the entries."""

    drawings: UrlPath
    """The sprite that drawings come from."""
    wordless: frozenset[Lang] = frozenset()
    """Languages whose fonts are not installed: one picture without words serves for all their pages."""
    products: frozenset[EntryId] = frozenset()
    """Those that have pictures of their own; thousands of them would take too long to draw."""


Bodies = Mapping[tuple[Kind, EntryId, Lang], Body]
Photos = Mapping[SourcePath, PlacedPhoto]
Addresses = Mapping[tuple[Kind, EntryId], Mapping[Lang, UrlPath]]


NO_PROGRAM = Digest("")


class Edition(Struct, frozen=True):
    lang: Lang
    fallbacks: tuple[Lang, ...]
    """What is shown where a text is missing, the best first."""
    catalog: Catalog
    """Only entries that are visible in this build."""
    routes: Routes
    bodies: Bodies
    photos: Photos
    words: Mapping[Lang, Mapping[str, str]]
    """Interface words that the plan itself needs, of every language, by their English form."""
    pages_by_template: Mapping[str, Entry[Page[Localized]]]
    addresses: Addresses
    """Of every entry, made once for all languages, as is `land`."""
    land: Land
    roots: frozenset[Kind] = frozenset()
    """Kinds whose list of everything is made although no editor wrote a page for it."""
    made_terms: dict[tuple[str, str, tuple[Kind, str] | None], Term] = field(default_factory=dict)
    made_trails: dict[tuple[str, ...], tuple[Link, ...]] = field(default_factory=dict)
    """Terms and breadcrumbs made so far: thousands of pages share a few."""
    made_charts: dict[EntryId, ChartView] = field(default_factory=dict)
    palette: Palette = PLAIN
    """The colours that charts are drawn in."""
    program: Digest = NO_PROGRAM
    """Of what draws the charts."""
    today: str = ""
    """The day of the build. No view may hold it: pages change when what they show does, not every day."""
    with_sheets: bool = False
    """Whether the site has the look of what is made for paper, and so these pages."""
    shares: Shares | None = None
    """Where the site has a template for share pictures."""
    made_maps: dict[str, MapView | None] = field(default_factory=dict)

    @property
    def default_lang(self) -> Lang:
        return self.routes.default_lang

    @property
    def langs(self) -> tuple[Lang, ...]:
        """All languages of the site, the default first."""
        return tuple(Lang(language.code) for language in self.catalog.config.languages)

    def source_of(self, translated: Collection[Lang]) -> Lang:
        """Give the language in which a page that exists in the languages `translated` is shown here."""
        chain = (self.lang, *self.fallbacks)
        return next((lang for lang in chain if lang in translated), self.default_lang)

    def fallback_of(self, translated: Collection[Lang]) -> Lang | None:
        """Give the language that such a page is shown in where it is not this one."""
        return None if self.lang in translated else self.source_of(translated)

    def body_of(self, entry: AnyEntry) -> Body | None:
        """Give the entry's text in this language, or in the one that it falls back to."""
        for lang in (self.lang, *self.fallbacks, *entry.bodies):
            body = self.bodies.get((entry.kind, entry.id, lang))
            if body is not None:
                return body
        return None

    def show(self, text: Localized) -> Shown:
        return text.show(self.lang, self.fallbacks)

    def show_or_none(self, text: Localized | None) -> Shown | None:
        return None if text is None else self.show(text)

    def word(self, english: str) -> Shown:
        """Give a word of the interface; one that nobody translated stays English and says so."""
        if not self.says(english, self.lang):
            return Shown(english, ENGLISH, is_fallback=True)
        return Shown(self.words.get(self.lang, {}).get(english, english), self.lang)

    def says(self, english: str, lang: Lang) -> bool:
        """Whether a word of the interface is there in `lang`."""
        return is_english(lang) or english in self.words.get(lang, {})

    def word_in_all(self, english: str) -> dict[Lang, str]:
        """Give a word of the interface in every language that has it; in the default language always."""
        own = {lang: self.words.get(lang, {}).get(english, english) for lang in self.langs}
        return {
            lang: text for lang, text in own.items() if lang == self.default_lang or self.says(english, lang)
        }

    def url(self, entry: AnyEntry) -> UrlPath:
        return self.addresses[entry.kind, entry.id][self.lang]

    def urls(self, entry: AnyEntry) -> Mapping[Lang, UrlPath]:
        """Give the entry's address in every language."""
        return self.addresses[entry.kind, entry.id]

    def is_translated(self, entry: AnyEntry) -> bool:
        return self.lang in entry.translated

    def term(self, section: str, term_id: str, listed: tuple[Kind, str] | None = None) -> Term:
        """Name a word of the vocabulary; `listed` is the kind and facet of the page that lists it."""
        key = (section, term_id, listed)
        if key not in self.made_terms:
            names: Mapping[str, Localized] = getattr(self.catalog.vocabulary, section)
            name = self.show(names[term_id]) if term_id in names else Shown(term_id, self.default_lang)
            url = None if listed is None else self.routes.term(*listed, term_id, self.lang)
            self.made_terms[key] = Term(term_id, name, url)
        return self.made_terms[key]

    def page(self, template: str) -> Entry[Page[Localized]] | None:
        """Give the page of this template, such as `products`."""
        return self.pages_by_template.get(template)

    def picture(self, kind: Kind, file: str, alt: Shown, credit: str | None = None) -> Picture | None:
        photo = self.photo(kind, file)
        return None if photo is None else Picture(photo, alt, credit)

    def photo(self, kind: Kind, file: str) -> PlacedPhoto | None:
        """Give a photo that could be read, by how an entry of that kind names it."""
        return self.photos.get(photo_path(kind, file))


def is_english(lang: Lang) -> bool:
    """Whether a language needs no catalog of interface words: `en`, `en-GB`."""
    return lang.partition("-")[0] == ENGLISH
