"""Templates of one language: what they are called, what they may say, and how they write things."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, MutableMapping, Sequence
from datetime import date
from functools import cache, lru_cache, partial
from types import CodeType
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.runtime import Macro
from markupsafe import Markup, escape
from msgspec.structs import replace

from site_builder.media.layouts import LAYOUTS
from site_builder.model.entries import ReportedPrice, SizeCm
from site_builder.model.localized import Shown
from site_builder.model.values import Moment, PriceRange, Quantity
from site_builder.names import Digest, Lang, UrlPath
from site_builder.plan.kind_words import SHOP_KINDS, THEMES
from site_builder.plan.open_data import FORMS
from site_builder.plan.photos import LaidOut, lay_out
from site_builder.plan.views.bodies import BodyView, WordsEmbed
from site_builder.plan.views.cards import EntryCard, Picture, ProductCard, ShopCard, Term
from site_builder.plan.views.chrome import Chrome, Node
from site_builder.plan.views.figures import FigureCard
from site_builder.render.elsewhere import with_whole_addresses
from site_builder.render.json_ld import write_json_ld
from site_builder.render.maps import draw_maps
from site_builder.render.parts import parts
from site_builder.render.qr_codes import qr_code
from site_builder.render.unlinked import UNLINKED, without_links
from site_builder.render.words import Words
from site_builder.text import addresses, formats, opening, times

BodyHtml = Callable[[Digest], tuple[str, ...]]
"""The segments of a converted text: one more than it has embedded things."""

_TIMES = "×"
_REMEMBERED = 4096
"""Parts, of about half a kilobyte each; a list and its neighbours fit in."""


class _Environment(jinja2.Environment):
    """Templates that share their globals as they are.

    Jinja lays an empty mapping over them for each template, and every `import` then compares them one by
    one in Python: a tenth of the calls that a page costs.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


class _Compiled(jinja2.BytecodeCache):
    """Templates as they were compiled, for a process that builds several times: most stay as they are."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._known[bucket.key] = (bucket.checksum, bucket.code)


@cache
def _compiled(_lang: Lang) -> _Compiled:
    """Give those of one language: what filters make of constants is part of the code."""
    return _Compiled()


def make_environment(
    templates: Mapping[str, str], lang: Lang, words: Words, chrome: Chrome, body_html: BodyHtml
) -> jinja2.Environment:
    """Prepare the templates of one language.

    `templates` maps names below `templates/` (`page.html`, `macros/cards.html`) to their text;
    faults in them name `templates/<name>`. Everything printed is escaped unless it is `Markup`,
    and a name that does not exist is a fault, never an empty place.
    """

    def load(name: str) -> tuple[str, str, None] | None:
        source = templates.get(name)
        return None if source is None else (source, f"templates/{name}", None)

    environment = _Environment(
        loader=jinja2.FunctionLoader(load),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_compiled(lang),
        extensions=("jinja2.ext.i18n",),
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # the extension's, for {% trans %}
    environment.globals.update(_gettext(words))
    environment.globals.update(_names(lang, chrome))
    environment.globals["body"] = _body_function(environment, body_html)
    environment.filters.update(_filters(lang))
    environment.tests["date"] = times.is_date
    return environment


def _gettext(words: Words) -> dict[str, Callable[..., Markup]]:
    """Give the functions that templates translate with; translations are text, escaped like all others.

    Jinja's own get the whole context with each call, which took a fifth of a page's time.
    """

    @cache
    def escaped(text: str) -> Markup:
        return escape(text)

    def gettext(message: str, /, **values: object) -> Markup:
        translated = escaped(words.gettext(message))
        return translated % values if values else translated

    def ngettext(singular: str, plural: str, num: int, /, **values: object) -> Markup:
        return escaped(words.ngettext(singular, plural, num)) % {"num": num, **values}

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext}


def _remembered(macro: Macro, *values: Hashable) -> Markup:
    """Print a part that stands on many pages, such as a product's card, and remember it.

    Only for values that look the same when they are equal: no figures, for 4.1 equals 4.10.
    """
    return Markup(macro(*values))  # noqa: S704  macros escape what they print


def _filters(lang: Lang) -> dict[str, Callable[..., object]]:
    """Write one value in the language: `{{ view.entry.facts.moq|number }}`."""
    return {
        "number": partial(formats.number, lang=lang),
        "price": partial(formats.price, lang=lang),
        "reported_price": partial(_reported_price, lang=lang),
        "weight": partial(formats.weight, lang=lang),
        "size": partial(_size, lang=lang),
        "distance": partial(formats.distance, lang=lang),
        "day": partial(times.day, lang=lang),
        "period": partial(times.period, lang=lang),
        "era": partial(times.era, lang=lang),
        "day_of_week": partial(_day_of_week, lang=lang),
        "hours": partial(opening.hours, lang=lang),
        "compact_hours": opening.compact,
        "duration": partial(times.duration, lang=lang),
        "days": partial(times.days, lang=lang),
        "country": partial(formats.country, lang=lang),
        "language_name": partial(formats.language_name, lang=lang),
        "safe_url": addresses.safe_url,
        "laid_out": _laid_out,
        "json_ld": _json_ld,
        "phone": partial(addresses.phone_text, lang=lang),
        "phone_url": addresses.phone_url,
        "instagram_url": addresses.instagram_url,
        "parts": parts,
        "in_a_row": partial(_in_a_row, lang=lang),
        "large_figure": partial(_large_figure, lang=lang),
        "lang_attr": _lang_attribute,
        "t": _text,
    }


def _names(lang: Lang, chrome: Chrome) -> dict[str, object]:
    """Functions that take more than one value, and `chrome`."""

    def asset(name: str) -> UrlPath:
        if name not in chrome.assets:
            raise jinja2.TemplateRuntimeError(f"no file `assets/{name}`")
        return chrome.assets[name]

    def moments(starts: Moment, ends: Moment | None) -> str:
        return _with_zone(times.moments(starts, ends, lang), ends or starts, chrome)

    def lang_mark(code: str | None = None) -> Markup:
        """Mark what no editor translates, such as an address or the title of a source: ` lang="id"`."""
        written_in = code or chrome.default_lang
        return Markup("") if written_in == lang else Markup(' lang="{}"').format(written_in)

    def timestamp(iso: str) -> str:
        return times.timestamp(iso, chrome.timezone)

    return {
        "chrome": chrome,
        "remembered": lru_cache(maxsize=_REMEMBERED)(_remembered),
        "asset": asset,
        "draw_maps": draw_maps,
        "qr_code": qr_code,
        "any_picture": _any_picture,
        "figure": partial(_figure, lang=lang),
        "moments": moments,
        "timestamp": timestamp,
        "lang_mark": lang_mark,
        "shop_kinds": SHOP_KINDS,
        "themes": THEMES,
        "data_forms": FORMS,
        "og_locale": formats.locale_tag(lang),
        "comma": formats.comma(lang),
        "full_stop": formats.full_stop(lang),
        "time_separator": times.time_separator(lang),
        "list_comma": formats.list_comma(lang),
        "lists_in_lower_case": lang in formats.LISTS_IN_LOWER_CASE,
        "geo": addresses.geo_url,
        "osm": addresses.map_url,
        "wa_url": _whatsapp_url,
        "mailto": _mailto_url,
    }


def _body_function(environment: jinja2.Environment, body_html: BodyHtml) -> Callable[..., Markup]:
    def body(view: BodyView, read_elsewhere: str = "") -> Markup:
        """Put a text together: its HTML, which is clean already, and what is embedded in between.

        `read_elsewhere` is the whole address of its page, where it goes out without the page around it.
        """
        first, *others = body_html(view.digest)
        if len(others) != len(view.embeds):
            raise jinja2.TemplateRuntimeError(f"a text has {len(others)} holes for {len(view.embeds)} things")
        text = first
        if others:
            macros: Any = environment.get_template("embeds.html").module
            embed = partial(macros.plain, page_url=read_elsewhere) if read_elsewhere else macros.embed
            # Without the blanks around it: it may stand inside a sentence or an attribute.
            fillings = [
                _words(thing) if isinstance(thing, WordsEmbed) else str(embed(thing)).strip()
                for thing in view.embeds
            ]
            text = without_links(first, zip(fillings, others, strict=True))
        if read_elsewhere:
            text = with_whole_addresses(text, read_elsewhere)
        return Markup(text)  # noqa: S704  sanitised when it was converted; the macros escape what they print

    return body


def _words(thing: WordsEmbed) -> str | None:
    if thing.words is None:
        return UNLINKED if thing.is_address else ""
    return str(escape(thing.words.text))


def _laid_out(picture: Picture, layout: str) -> LaidOut:
    if layout not in LAYOUTS:
        raise jinja2.TemplateRuntimeError(f"no layout `{layout}` for photos; there are {', '.join(LAYOUTS)}")
    return lay_out(picture.photo, layout)


def _any_picture(*lists: Sequence[ProductCard | ShopCard | EntryCard]) -> bool:
    """Whether a page that shows these cards needs the style sheet of photos."""
    return any(card.picture is not None for cards in lists for card in cards)


def _json_ld(nodes: Sequence[Node]) -> Markup:
    return Markup(write_json_ld(nodes))  # noqa: S704  it holds no sign that could end its element


def _lang_attribute(text: Shown) -> Markup:
    """` lang="id"` where a text stands in for a missing translation; else nothing."""
    return Markup(' lang="{}"').format(text.lang) if text.is_fallback else Markup("")


def _text(text: Shown) -> Markup:
    """Print a text; one that stands in for a missing translation says its language."""
    if text.is_fallback:
        return Markup('<span lang="{}">{}</span>').format(text.lang, text.text)
    return escape(text.text)


def _figure(value: Quantity, unit: str, unit_name: Shown | None, lang: Lang) -> Markup:
    if unit_name is None or unit in formats.OWN_FORM:
        return escape(formats.figure(value, unit, "", lang))
    if unit_name.is_fallback:
        return Markup("{} {}").format(formats.quantity(value, lang), _text(unit_name))
    return escape(formats.figure(value, unit, unit_name.text, lang))


def _large_figure(item: FigureCard, lang: Lang) -> Markup:
    """Write a figure above its label: small what is about the number, and no unit that the label names."""
    before, digits, behind = formats.figure_parts(item.value, item.unit, item.unit_name.text, lang)
    if _says(item.label.text, item.unit_name.text):
        behind = ""
    return _small(before) + digits + _small(behind, _lang_attribute(item.unit_name))


def _says(label: str, unit: str) -> bool:
    """Whether a label says what is counted; in Japanese and Chinese a counter stands before the word."""
    word = unit if unit.isascii() else unit[len(unit) // 2 :]
    return word.casefold() in label.casefold()


def _small(text: str, mark: str = "") -> Markup:
    return Markup("<small{}>{}</small>").format(mark, text) if text else Markup("")


def _reported_price(value: ReportedPrice, lang: Lang) -> str:
    high = value.min if value.max is None else value.max
    return formats.price(PriceRange(value.min, high), lang)


def _in_a_row(terms: Sequence[Term], lang: Lang) -> tuple[Term, ...]:
    """Name terms as members of one list; one that is not translated stays as its own language writes it."""
    if not any(term.name.text[:1].isupper() for term in terms[1:]):
        return tuple(terms)
    names = formats.in_a_row([term.name.text for term in terms], lang)
    return tuple(
        term if term.name.is_fallback else replace(term, name=Shown(name, term.name.lang))
        for term, name in zip(terms, names, strict=True)
    )


def _size(value: SizeCm, lang: Lang) -> str:
    sides = (value.width, value.height, value.depth)
    return f" {_TIMES} ".join(formats.quantity(side, lang) for side in sides if side is not None) + " cm"


def _day_of_week(value: Moment, lang: Lang) -> str:
    return times.weekday(date.fromisoformat(value.day).weekday(), lang)


def _with_zone(written: str, value: Moment, chrome: Chrome) -> str:
    zone = times.zone_name(chrome.timezone) if value.has_time else ""
    return f"{written} {zone}" if zone else written


def _whatsapp_url(number: str, text: str) -> str:
    return addresses.whatsapp_url(number, _plain(text))


def _mailto_url(address: str, subject: str, text: str) -> str:
    return addresses.mailto_url(address, _plain(subject), _plain(text))


def _plain(text: str) -> str:
    """Undo the escaping that translated sentences come with, before they are encoded anew."""
    return text.unescape() if isinstance(text, Markup) else text
