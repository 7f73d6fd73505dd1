"""Texts of editors with the things embedded in them."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from site_builder.model.body import Heading
from site_builder.model.localized import Shown
from site_builder.model.values import Quantity
from site_builder.names import Digest, Lang, UrlPath
from site_builder.plan.views.cards import Picture
from site_builder.plan.views.figures import ChartView
from site_builder.plan.views.maps import MapView


class HrefEmbed(Struct, frozen=True):
    url: str
    form: Literal["href"] = "href"


class PathEmbed(Struct, frozen=True):
    """An address on this site that an editor has written out; only the whole plan shows what lies there."""

    url: str
    form: Literal["href"] = "href"


class WordsEmbed(Struct, frozen=True):
    """What a date keeps from the site: the name of an entry, or nothing but the words that are a link."""

    words: Shown | None
    is_address: bool = False
    """Whether the hole is the address of a link, whose words stand in the text."""
    form: Literal["words"] = "words"


class LinkEmbed(Struct, frozen=True):
    url: str
    name: Shown
    form: Literal["link"] = "link"


class FigureEmbed(Struct, frozen=True):
    """A figure amid a sentence: in the language of the sentence, which need not be that of the page."""

    url: UrlPath
    """Its place on the page of all figures."""
    value: Quantity
    unit: str
    unit_name: Shown
    disputed: Shown | None
    """The remark that sources disagree; empty where nobody does."""
    lang: Lang
    """Of the text around: value and unit are written as that language does."""
    form: Literal["figure"] = "figure"


class ChartEmbed(Struct, frozen=True):
    chart: ChartView
    form: Literal["chart"] = "chart"
    lang: Lang | None = None
    """Of the page, where the text around is in another; so with the embeds below."""


class MapEmbed(Struct, frozen=True):
    map: MapView | None
    """Empty where no place has coordinates."""
    form: Literal["map"] = "map"
    lang: Lang | None = None


class PhotosEmbed(Struct, frozen=True):
    pictures: tuple[Picture, ...]
    form: Literal["photos"] = "photos"
    lang: Lang | None = None
    is_first: bool = False
    """Whether the first photo of the page is here, which does not wait until it is scrolled to."""


class PhotoEmbed(Struct, frozen=True):
    picture: Picture
    form: Literal["photo"] = "photo"
    lang: Lang | None = None
    is_first: bool = False


Embed: TypeAlias = (
    HrefEmbed
    | PathEmbed
    | WordsEmbed
    | LinkEmbed
    | FigureEmbed
    | ChartEmbed
    | MapEmbed
    | PhotosEmbed
    | PhotoEmbed
)


class BodyView(Struct, frozen=True):
    """A text ready to be put together; the template writes `{{ body(view.entry.body) }}`."""

    digest: Digest
    lang: Lang
    is_fallback: bool
    headings: tuple[Heading, ...]
    embeds: tuple[Embed, ...]
