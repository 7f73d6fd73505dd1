"""Element tree → HTML text, in the very form in which a browser's parser would write it."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

KEEP = "keep"
"""The tag of an element that leaves only its content in the page."""

HOLE = "hole"
"""The tag of an element that is a reference; its attribute `token` goes into the page."""

_VOID = frozenset({"br", "hr"})
_OWN_LINE = frozenset(
    {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "div", "hr", "br",
     "table", "thead", "tbody", "tr", "th", "td"}
)  # fmt: skip


def to_html(root: Element) -> str:
    """Write the content of `root`, without `root` itself, between the `<div>`s that the parser expects."""
    parts = ["<div>"]
    _write_content(root, parts.append)
    parts.append("</div>")
    return "".join(parts)


def escaped(text: str) -> str:
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if "\xa0" in text:
        text = text.replace("\xa0", "&nbsp;")
    return text


def escaped_attribute(text: str) -> str:
    return escaped(text).replace('"', "&quot;")


def _write_content(element: Element, write: Callable[[str], None]) -> None:
    if text := element.text:
        # The parser has escaped the text of code already; nothing but text can stand in it.
        write(text.replace("\xa0", "&nbsp;") if element.tag == "code" else escaped(text))
    for child in element:
        _write(child, write)
        if tail := child.tail:
            write(escaped(tail))


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag = element.tag
    if tag == KEEP:
        _write_content(element, write)
        return
    if tag == HOLE:
        write(element.get("token", ""))
        return
    if element.attrib:
        attributes = "".join(f' {name}="{escaped_attribute(value)}"' for name, value in element.items())
        write(f"<{tag}{attributes}>")
    else:
        write(f"<{tag}>")
    if tag not in _VOID:
        _write_content(element, write)
        write(f"</{tag}>")
    if tag in _OWN_LINE:
        write("\n")
