"""A photo as it is published: its files, their sizes and addresses, and which of them a place offers."""

from __future__ import annotations

from msgspec import Struct

from site_builder.media.facts import NO_TONE, Recipe
from site_builder.media.layouts import LAYOUTS, choose, height_at
from site_builder.names import UrlPath

_MIME = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "png": "image/png"}


class PlacedPhoto(Struct, frozen=True):
    """A photo with its address and what is made of it."""

    stem: UrlPath
    """Its files are called after this, with `-640.avif` and so on behind it."""
    width_px: int
    height_px: int
    """Of the photo itself, upright."""
    recipe: Recipe
    tone: int = NO_TONE
    """See `PhotoFacts.tone`."""


class PlainPicture(Struct, frozen=True):
    """A file that every browser, reader and search engine can show: JPEG, or PNG where it is transparent."""

    url: UrlPath
    width_px: int
    height_px: int


class Source(Struct, frozen=True):
    """The files of one format."""

    mime: str
    srcset: str


class LaidOut(Struct, frozen=True):
    """What `<picture>` says of a photo in one place; a card's has one file of each format, without widths."""

    sources: tuple[Source, ...]
    """Of the formats that not every browser shows, the best first."""
    srcset: str
    """Empty where `plain` is all."""
    sizes: str
    plain: PlainPicture


def plain_picture(photo: PlacedPhoto, width_px: int) -> PlainPicture:
    """Give the file that is at least `width_px` wide, else the widest: for feeds, sitemaps and JSON-LD."""
    widths = photo.recipe.widths_px
    return _plain(photo, next((width for width in widths if width >= width_px), widths[-1]))


def lay_out(photo: PlacedPhoto, layout: str) -> LaidOut:
    """Choose the files that a place of this name (`LAYOUTS`) offers."""
    place = LAYOUTS[layout]
    widths = choose(place, photo.recipe.widths_px)
    *modern, plain = photo.recipe.formats
    if place.is_card:
        best = tuple(Source(_MIME[form], file_url(photo, widths[-1], form)) for form in modern[:1])
        return LaidOut(best, "", "", _plain(photo, widths[-1]))
    return LaidOut(
        tuple(Source(_MIME[form], _srcset(photo, widths, form)) for form in modern),
        _srcset(photo, widths, plain),
        place.sizes,
        _plain(photo, widths[-1]),
    )


def file_url(photo: PlacedPhoto, width_px: int, form: str) -> UrlPath:
    return UrlPath(f"{photo.stem}-{width_px}.{form}")


def _plain(photo: PlacedPhoto, width_px: int) -> PlainPicture:
    height = height_at(width_px, (photo.width_px, photo.height_px))
    return PlainPicture(file_url(photo, width_px, photo.recipe.formats[-1]), width_px, height)


def _srcset(photo: PlacedPhoto, widths: tuple[int, ...], form: str) -> str:
    return ", ".join(f"{file_url(photo, width, form)} {width}w" for width in widths)
