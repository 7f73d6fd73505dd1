"""Fills the holes of a Markdown text: links, figures, charts, maps and photos of this edition."""

from __future__ import annotations

from site_builder.model.body import Body, Reference
from site_builder.model.catalog import AnyEntry, Entry
from site_builder.model.config import fallbacks_of
from site_builder.model.entries import Figure
from site_builder.model.localized import Localized, Shown
from site_builder.names import EntryId, Kind, Lang
from site_builder.plan.cards import pictures
from site_builder.plan.charts import chart_view
from site_builder.plan.edition import Edition
from site_builder.plan.links import heading_ids, written_url
from site_builder.plan.maps import MAP_NAMES, map_view
from site_builder.plan.views.bodies import (
    BodyView,
    ChartEmbed,
    Embed,
    FigureEmbed,
    HrefEmbed,
    LinkEmbed,
    MapEmbed,
    PathEmbed,
    PhotoEmbed,
    PhotosEmbed,
    WordsEmbed,
)


def body_view(edition: Edition, entry: AnyEntry) -> BodyView | None:
    """Give the entry's text in this language, or in the one that it falls back to."""
    body = edition.body_of(entry)
    if body is None:
        return None
    first = _first_photo(entry, body)
    embeds = tuple(
        _embed(edition, entry, body, reference, is_first=reference is first) for reference in body.references
    )
    return BodyView(body.digest, body.lang, body.lang != edition.lang, body.headings, embeds)


def _first_photo(entry: AnyEntry, body: Body) -> Reference | None:
    """Find the first photo of a page in its text, unless the page shows photos above that."""
    if entry.meta.photos and entry.kind is not Kind.PAGES:
        return None
    return next((reference for reference in body.references if reference.form in {"photo", "photos"}), None)


def _embed(edition: Edition, entry: AnyEntry, body: Body, reference: Reference, *, is_first: bool) -> Embed:
    lang = _own_lang(edition, body)
    match reference.form:
        case "photos":
            return PhotosEmbed(pictures(edition, entry), lang=lang, is_first=is_first)
        case "photo":
            alt = Shown(reference.text, body.lang, body.lang != edition.lang)
            picture = edition.picture(entry.kind, reference.target, alt)
            if picture is None:
                return HrefEmbed("")  # told already: this plan will not be rendered
            return PhotoEmbed(picture, lang=lang, is_first=is_first)
        case "map":
            return MapEmbed(map_view(edition, MAP_NAMES.get(reference.target, "")), lang=lang)
        case _ if reference.kind is None:
            if reference.target:
                return PathEmbed(written_url(reference, edition.routes))
            return HrefEmbed(_fragment(edition, entry, reference))
        case _:
            return _entry_embed(edition, body, reference, reference.kind)


def _entry_embed(edition: Edition, body: Body, reference: Reference, kind: Kind) -> Embed:
    target = edition.catalog.of(kind).get(EntryId(reference.target))
    if target is None:
        return _words(edition, body, reference, kind)
    lang = _own_lang(edition, body)
    if reference.form == "figure" and kind is Kind.FIGURES:
        return _figure(edition, body, edition.catalog.figures[target.id])
    if reference.form == "chart" and kind is Kind.CHARTS:
        return ChartEmbed(chart_view(edition, edition.catalog.charts[target.id]), lang=lang)
    url = f"{edition.url(target)}{_fragment(edition, target, reference)}"
    if reference.form == "link":
        named = _in_its_words(edition, body, target.meta.name)
        return LinkEmbed(url, Shown(reference.text, body.lang) if reference.text else named)
    return HrefEmbed(url)


def _words(edition: Edition, body: Body, reference: Reference, kind: Kind) -> Embed:
    """Give what stays of a link to an entry that a date keeps from the site."""
    dated = edition.catalog.dated.get((kind, EntryId(reference.target)))
    if reference.form == "href" or dated is None:
        return WordsEmbed(None, is_address=reference.form == "href")
    if reference.form == "figure" and kind is Kind.FIGURES:
        return WordsEmbed(Shown(_NO_VALUE, body.lang))
    if reference.form == "chart" and kind is Kind.CHARTS:
        return WordsEmbed(None)
    named = _in_its_words(edition, body, dated.meta.name)
    return WordsEmbed(Shown(reference.text, body.lang) if reference.text else named)


_NO_VALUE = "…"
"""In the place of a figure: a sentence with a gap is better than a number that holds no more."""


def _figure(edition: Edition, body: Body, entry: Entry[Figure[Localized]]) -> FigureEmbed:
    unit = entry.facts.unit
    names, remark = edition.catalog.vocabulary.units, Localized(edition.word_in_all("(disputed)"))
    return FigureEmbed(
        url=edition.url(entry),
        value=entry.facts.value,
        unit=unit,
        unit_name=_in_its_words(edition, body, names[unit])
        if unit in names
        else Shown(unit, edition.default_lang),
        disputed=_in_its_words(edition, body, remark) if entry.facts.disputed else None,
        lang=body.lang,
    )


def _in_its_words(edition: Edition, body: Body, text: Localized) -> Shown:
    """Show a text in the language of the sentence around, which need not be that of the page."""
    return text.show(body.lang, fallbacks_of(edition.catalog.config, body.lang))


def _own_lang(edition: Edition, body: Body) -> Lang | None:
    """Give the page's language for what stands in a text of another one."""
    return None if body.lang == edition.lang else edition.lang


def _fragment(edition: Edition, target: AnyEntry, reference: Reference) -> str:
    """Give `#heading`, or nothing where a translated page has other headings than the text that links."""
    if not reference.fragment:
        return ""
    ids = heading_ids(edition.bodies, (target.kind, target.id), (edition.lang, *edition.fallbacks))
    return f"#{reference.fragment}" if reference.fragment in ids else ""
