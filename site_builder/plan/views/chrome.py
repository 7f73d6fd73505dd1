"""What stands around the content of every page."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from site_builder.model.localized import Shown
from site_builder.names import EntryId, Lang, UrlPath

Node: TypeAlias = dict[str, object]
"""A thing of schema.org with its `@type`; what is `None`, `""`, `[]` or `{}` in it is not written."""


class Link(Struct, frozen=True):
    url: UrlPath
    name: Shown


class Alternate(Struct, frozen=True):
    """A real translation of a page, for `hreflang`; the page itself is among them."""

    lang: str
    """A language code or `x-default`."""
    url: str
    """Absolute when the site has a base URL."""


class LanguageChoice(Struct, frozen=True):
    """One item of the language switch; it always leads somewhere."""

    lang: Lang
    name: str
    url: UrlPath
    is_current: bool


class Head(Struct, frozen=True):
    """What stands around the content of every page."""

    lang: Lang
    title: str
    """For `<title>`, without the site's name."""
    description: str
    url: UrlPath
    canonical: str
    """Absolute; empty when no base URL is known. A page shown in a fallback language names its original."""
    alternates: tuple[Alternate, ...]
    """Empty on pages that are not really translated or not indexable."""
    languages: tuple[LanguageChoice, ...]
    breadcrumbs: tuple[Link, ...]
    """From home down to the parent; the page itself is not among them."""
    menu_id: EntryId | None
    """The menu item under which the page lies."""
    is_indexable: bool
    og_type: Literal["website", "article", "product", "place"]
    fallback_lang: Lang | None
    """Set when the main text is shown in another language because no translation exists."""
    notice_lang: Lang | None
    """The same where a notice above the title has to say so; none where only the text below falls back."""
    is_right_to_left: bool = False
    """Whether the page's language is written so."""
    share_url: str = ""
    """Of the picture that others show of the page, absolute; empty where the site has none."""
    share_says: str = ""
    """What stands on that picture, where it is the one for all pages of a language; else it says `title`."""
    structured: tuple[Node, ...] = ()
    """What the page says to search engines."""


class MenuItem(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    name: Shown


class Chrome(Struct, frozen=True):
    """What all pages of one language share; hashed once and named by its digest."""

    lang: Lang
    default_lang: Lang
    site_name: Shown
    tagline: Shown | None
    home_url: UrlPath
    menu: tuple[MenuItem, ...]
    footer_menu: tuple[MenuItem, ...]
    organisation: Shown | None
    whatsapp: str | None
    phone: str | None
    email: str | None
    address: Shown | None
    feed_url: UrlPath | None
    manifest_url: UrlPath
    keeps_offline: bool
    """Whether pages register the worker that keeps them for places without signal."""
    enquiry_url: UrlPath | None
    """Of the buyer's list, where the site has one."""
    data_url: UrlPath
    """The folder of open data, and below what others may do with it, where the editors say so."""
    data_licence: str | None
    search_url: UrlPath | None
    """Of the page that helps to find things, where the site has a search."""
    timezone: str
    assets: dict[str, UrlPath]
    """`css/site.css` to `/assets/css/site.1a2b3c4d.css`, for the `asset` function."""
    csp_meta: str
    """The strict policy for `<meta http-equiv>`, for hosts that send no headers."""
    papers: tuple[str, str]
    """The ground of all pages by day and by night, for the browser's own parts around them."""
