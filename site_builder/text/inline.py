"""The signs within a line that differ from the parser's own: links, photos, `[[…]]`, raw HTML."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.util import ETX, STX, AtomicString

from site_builder.model.body import Reference
from site_builder.text.conversion import Current
from site_builder.text.links import (
    Inward,
    Outward,
    Unclear,
    Unsafe,
    photo_file,
    read_address,
    without_stop,
)
from site_builder.text.marks import MARK, leading_mark, without_marks
from site_builder.text.overriding import override
from site_builder.text.plain import decoded, one_line
from site_builder.text.raw_html import RAW_ELEMENTS, gap_of, report_html
from site_builder.text.serialize import HOLE, KEEP
from site_builder.text.shortcodes import (
    BLOCK_FORMS,
    Embedded,
    is_attempt,
    is_known,
    read_shortcode,
)

Matched = tuple[Element | str | None, int | None, int | None]

_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
_OPTIONAL_MARK = f"(?:{MARK})?"

SHORTCODE_RE = rf"(?<!\\)\[{MARK}\[\x04[0-9]+\x05([^\[\]]*)\]\]"
UNCLOSED_RE = rf"(?<!\\)\[{MARK}\[\x04[0-9]+\x05([^\[\]\n]*)\]?"
AUTOLINK_RE = rf"<{_OPTIONAL_MARK}([A-Za-z][A-Za-z0-9+.-]{{1,31}}:[^<>\s]*)>"
AUTOMAIL_RE = rf"<{_OPTIONAL_MARK}([^<>\s!@:/]+@[^<>\s@:/]+)>"
BARE_WEB_RE = (
    r"(?<![A-Za-z0-9@/.=-])(https?://[A-Za-z0-9-]{1,63}+(?:\.[A-Za-z0-9-]{1,63}+)++(?::[0-9]{1,5}+)?+"
    r"(?:[/?#][!#-);+-;=?-Z^_a-{}~]*+)?+)(?!\x02|[*\\][A-Za-z0-9])"
)
"""An address as it stands: without spaces, quotes, brackets and stars."""
BARE_MAIL_RE = (
    r"(?<![A-Za-z0-9@/:.+_-])([A-Za-z0-9_+-][A-Za-z0-9._+-]{0,63}@"
    r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24})(?![A-Za-z0-9@/_-])"
)
ENTITY_RE = "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
HTML_RE = (
    rf"<{_OPTIONAL_MARK}(?:"
    r"""(/?+)([a-zA-Z][^\s"'<>@/]*+)[^\s"'<>@]*+(?:\s++[a-zA-Z_:@][^\s"'=<>]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>]++))?+)*+\s*+/?>"""
    r"|(!--)|(?:\?|!\[CDATA\[|![a-zA-Z])[^<>]*>)"
)


class Signs(InlineProcessor):
    """What all patterns here need: the conversion under way and the parser's stash."""

    def __init__(self, pattern: str, md: Markdown, current: Current) -> None:
        super().__init__(pattern, md)
        self.current = current

    def written(self, text: str) -> str:
        """Give `text` without what the parser has put into it; entities stay."""
        restored = _ESCAPED.sub(lambda found: chr(int(found.group(1))), self.unescape(text))
        return without_marks(restored)

    def words(self, text: str) -> str:
        """Give `text` as a reader sees it."""
        return decoded(self.written(text))

    def linked(self, element: Element, href: str, mark: int | None) -> Element:
        """Make `element`, which has its text and title, a link to `href`; a refused one keeps its words."""
        conversion = self.current.conversion
        at = conversion.source.at_mark(mark)
        address = read_address(href, conversion.source.path)
        match address:
            case Outward(url, is_web):
                element.set("href", url)
                if is_web:
                    element.set("rel", "external")
                return element
            case Inward(kind, target, fragment):
                reference = Reference("href", kind, target, "", fragment, at.line, at.column)
                element.set("href", conversion.token(reference))
                return element
            case Unsafe():
                conversion.warn("link-unsafe", at, href=href)
            case Unclear(variant, suggestion):
                conversion.report("link-form", at, variant, href=href, suggestion=suggestion)
        element.tag = KEEP
        element.attrib.clear()
        return element

    def photo(self, written: str, alt: str, mark: int | None) -> Element:
        """Make the hole for a photo, or report why there can be none."""
        conversion = self.current.conversion
        at = conversion.source.at_mark(mark, back=1)
        file = photo_file(written)
        if isinstance(file, Unclear):
            name = re.split(r"[\\/?#]", written.rstrip("/"))[-1] or "foto.jpg"
            own = f"{conversion.source.own_folder}/{name}"
            conversion.report(f"photo-{file.variant}", at, file=written, suggestion=own)
            return Element(KEEP)
        alt = one_line(alt)
        if not alt:
            conversion.report("photo-alt", at, file=file, suggestion=file)
        reference = Reference("photo", None, file, alt, line=at.line, column=at.column)
        hole = Element(HOLE, {"form": "photo", "token": conversion.token(reference)})
        hole.text = AtomicString(alt)
        return hole


class Replacing(Signs):
    """A sign of which the parser makes an element that is turned into ours."""

    def made(self, element: Element) -> Element:
        """Turn the parser's element into ours."""
        raise NotImplementedError

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Matched:  # type: ignore[override]  # noqa: N802
        element, start, end = super().handleMatch(m, data)
        if not isinstance(element, Element):
            return None, None, None
        return self.made(element), start, end


class Referring(Replacing, ReferenceInlineProcessor):
    """A sign whose address stands elsewhere, under a name."""

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Matched:  # type: ignore[override]  # noqa: N802
        return ReferenceInlineProcessor.handleMatch(self, m, data)

    @override
    def evalId(self, data: str, index: int, text: str) -> tuple[str | None, int, bool]:  # noqa: N802
        name, end, handled = super().evalId(data, index, text)
        return (without_marks(name) if name else name), end, handled

    @override
    def makeTag(self, href: str, title: str, text: str) -> Element:  # noqa: N802
        return self.made(super().makeTag(href, title, text))


class LinkSign(Replacing, LinkInlineProcessor):
    """`[text](address "title")`."""

    def made(self, element: Element) -> Element:
        """Turn the parser's link into ours."""
        text = element.text or ""
        mark, after = leading_mark(text)
        element.text = text[after:]
        href = self.written(element.attrib.pop("href"))
        if title := element.attrib.pop("title", ""):
            element.set("title", one_line(self.words(title)))
        if not element.text.strip():
            conversion = self.current.conversion
            at = conversion.source.at_mark(mark)
            conversion.report("link-form", at, "text", href=href, suggestion=href)
        return self.linked(element, href, mark)


class ReferenceSign(Referring, LinkSign):
    """`[text][name]`, with `[name]: address` elsewhere."""


class ShortReferenceSign(ReferenceSign, ShortReferenceInlineProcessor):
    """`[name]`, with `[name]: address` elsewhere."""


class PhotoSign(Replacing, ImageInlineProcessor):
    """`![alt](file)`."""

    def made(self, element: Element) -> Element:
        mark, after = leading_mark(element.get("alt", ""))
        alt = self.words(element.get("alt", "")[after:])
        if title := one_line(self.words(element.get("title", ""))):
            conversion = self.current.conversion
            conversion.warn("photo-title", conversion.source.at_mark(mark, back=1), value=title)
        return self.photo(self.written(element.get("src", "")), alt, mark)


class PhotoReferenceSign(Referring, PhotoSign, ImageReferenceInlineProcessor):
    """`![alt][name]`."""


class ShortPhotoReferenceSign(PhotoReferenceSign, ShortImageReferenceInlineProcessor):
    """`![name]`."""


class Sign(Signs):
    """A sign of our own."""

    def matched(self, found: re.Match[str], data: str) -> Matched:
        """Give what takes the place of `found` in `data`, and from where to where."""
        raise NotImplementedError

    @override
    def handleMatch(self, m: re.Match[str], data: str) -> Matched:  # type: ignore[override]  # noqa: N802
        return self.matched(m, data)


class ShortcodeSign(Sign):
    """`[[shop:intako]]`."""

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:
        content = self.words(found.group(2))
        if not is_attempt(content) or (data.startswith("(", found.end()) and not is_known(content)):
            return None, found.start(), found.end()
        conversion = self.current.conversion
        at = conversion.source.at_mark(int(found.group(1)))
        shortcode = read_shortcode(content)
        if not isinstance(shortcode, Embedded):
            written, meant = f"[[{content}]]", shortcode.suggestion
            conversion.report("shortcode-form", at, shortcode.variant, written=written, suggestion=meant)
            return "", found.start(), found.end()
        token = conversion.token(shortcode.reference(at.line, at.column))
        hole = Element(
            HOLE,
            {"form": shortcode.form, "token": token, "mark": found.group(1), "written": f"[[{content}]]"},
        )
        if shortcode.form not in BLOCK_FORMS:
            # Told in excerpts and headings; a figure's words are known to the whole site only.
            words = "…" if shortcode.form == "figure" else shortcode.target.replace("-", " ")
            hole.text = AtomicString(shortcode.text or words)
        return hole, found.start(), found.end()


class UnclosedShortcodeSign(Sign):
    """`[[shop:intako]` and `[[shop:intako`; runs after the closed ones are out of the way."""

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:  # noqa: ARG002
        content = self.words(found.group(2))
        if ":" in content and is_known(content):
            conversion = self.current.conversion
            at = conversion.source.at_mark(int(found.group(1)))
            start = re.match(r"[^:]*:\s*[^\s|.,;!?)]*(?:\|.*)?", content)
            meant = f"[[{(start.group() if start else content).strip()}]]"
            conversion.report("shortcode-unclosed", at, written=f"[[{content}", suggestion=meant)
            return "", found.start(), found.end()
        return None, found.start(), found.end()


class AddressSign(Sign):
    """`<https://intako.example/>` and `<koperasi@intako.example>`."""

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:  # noqa: ARG002
        mark = int(found.group(1)) if found.group(1) else None
        written = self.written(found.group(2))
        element = Element("a")
        element.text = AtomicString(decoded(written))
        href = written if ":" in written else f"mailto:{written}"
        return self.linked(element, href, mark), found.start(), found.end()


class BareAddressSign(Sign):
    """`https://intako.example/` and `koperasi@intako.example` without any sign, as GitHub links them.

    Only what would be let through in a link is one; all else stays text.
    """

    ANCESTOR_EXCLUDES: ClassVar[Collection[str]] = ("a",)

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:  # noqa: ARG002
        written = without_stop(found.group(1))
        href = written if "://" in written else f"mailto:{written}"
        if not isinstance(read_address(href, self.current.conversion.source.path), Outward):
            return None, None, None
        element = Element("a")
        element.text = AtomicString(decoded(written))
        return self.linked(element, href, None), found.start(), found.start() + len(written)


class HtmlSign(Sign):
    """Raw HTML: taken out, elements that are no text (`<script>`) with all that is in them."""

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:
        mark, closing, name, comment = found.groups()
        if comment:
            end = data.find("-->", found.end()) if self.current.conversion.mentions("-->") else -1
            return ("", found.start(), end + 3) if end >= 0 else (None, found.start(), found.end())
        end = found.end()
        tag = without_marks(name or "!").lower()
        if tag in RAW_ELEMENTS and not closing and self.current.conversion.mentions(f"</{tag}"):
            end = RAW_ELEMENTS[tag].end_of(data, end) or end
        report_html(self.current.conversion, tag, bool(closing), mark)
        return gap_of(tag), found.start(), end


class EntitySign(Sign):
    """`&copy;`: becomes the character itself, which the serialiser escapes where it must."""

    @override
    def matched(self, found: re.Match[str], data: str) -> Matched:  # noqa: ARG002
        character = unescape(found.group())
        if character == found.group():
            return None, found.start(), found.end()
        return character.replace("\r", " "), found.start(), found.end()
