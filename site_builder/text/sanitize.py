"""What HTML a text may bring into a page, whatever stands in it and whatever the parser does."""

from __future__ import annotations

import re

_ATTRIBUTES = {
    "a": {"href", "title", "rel", "class", "role", "aria-label"},
    "code": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"class"},
    "th": {"class", "scope"},
}
_BARE = {"blockquote", "br", "em", "hr", "p", "pre", "strong", "table", "tbody", "thead", "tr", "ul"}
_TAGS = _BARE | _ATTRIBUTES.keys()
_SCHEMES = {"http", "https", "mailto", "tel"}
_VALUES = {
    "class": re.compile(
        r"language-[A-Za-z0-9_+#.-]{1,30}|table-scroll|footnotes|footnote-ref|footnote-back|align-\w+"
    ),
    "id": re.compile(r"[\w:-]{1,100}"),
    "rel": re.compile(r"external"),
    "role": re.compile(r"region|doc-endnotes|doc-noteref|doc-backlink"),
    "scope": re.compile(r"col"),
    "start": re.compile(r"[0-9]{1,9}"),
    "tabindex": re.compile(r"0"),
}

# The tags of most texts, written exactly so. Where every `<` begins one of them there is nothing to
# take away, and the sanitiser, which parses the text once more, need not be asked.
_PLAIN = frozenset(
    f"{slash}{tag}" for tag in (*_BARE, "ol", "li", "code", "a", "h2", "h3", "h4") for slash in ("", "/")
)
_PLAIN_LINK = re.compile(
    r'h[2-6] id="[\w-]{1,100}"|a href="(?:https?://[^"<>]*" rel="external|ref[0-9a-f]{24}n[0-9]+e)"'
)


def sanitized(html: str) -> str:
    """Give `html` with nothing in it but the tags, attributes and schemes above; twice is as once."""
    if _is_plain(html):
        return html
    import nh3

    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        url_schemes=_SCHEMES,
        link_rel=None,
    )


def _is_plain(html: str) -> bool:
    tags = {piece.partition(">")[0] for piece in html.split("<")[1:]}
    return all(_PLAIN_LINK.fullmatch(tag) for tag in tags - _PLAIN)


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    pattern = _VALUES.get(attribute)
    return value if pattern is None or pattern.fullmatch(value) else None
