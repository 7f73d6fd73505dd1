"""What a Markdown text becomes: safe HTML with holes where other parts of the site go."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from site_builder.names import Digest, Kind, Lang, SourcePath


class BodySource(Struct, frozen=True):
    """Where a Markdown text stands; the text itself is read only when it must be converted."""

    path: SourcePath
    line: int
    """The line of the file on which the text starts, counted from 1."""
    digest: Digest
    """Of the text alone, so that an edit of the front matter converts nothing."""


class Reference(Struct, frozen=True):
    """A hole in the HTML: something that only the whole site can fill in.

    form      what is put in                          from
    href      only an address, escaped                `[teks](../shops/intako.md#jam)`, `[teks](/toko/)`
    link      a whole link                            `[[shop:intako]]`, `[[page:kunjungi|teks]]`
    figure    a figure with unit, linked to its source `[[figure:ekspor-kulit-2018]]`
    chart     the chart                               `[[chart:…]]` alone in its paragraph
    map       the map                                 `[[map:…]]` alone in its paragraph
    photos    all photos of the entry                 `[[photos]]` alone in its paragraph
    photo     one picture                             `![alt](intako/front.jpg)`
    """

    form: Literal["href", "link", "figure", "chart", "map", "photos", "photo"]
    kind: Kind | None
    """Of the entry that `target` names; `None` for a site path (`href`), a photo, a map."""
    target: str
    """An entry's id, a path on the site (`/toko/`), a photo's file, or a map's name."""
    text: str = ""
    """Plain text that the author gave: a link's words, a photo's alternative text."""
    fragment: str = ""
    line: int = 1
    """Within the file, as in `Span`."""
    column: int = 1


class Heading(Struct, frozen=True):
    level: int
    id: str
    text: str


class Body(Struct, frozen=True):
    """A converted text. The page is `html[0] + references[0] + html[1] + … + html[-1]`."""

    digest: Digest
    """Of everything below and of `html`, which the store keeps apart."""
    lang: Lang
    references: tuple[Reference, ...]
    headings: tuple[Heading, ...]
    excerpt: str
    """The beginning as plain text, at most 200 characters, cut at a word."""
