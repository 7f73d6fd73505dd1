"""Python-Markdown, put together once a process through its own extension API."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import IMAGE_LINK_RE, LINK_RE
from markdown.inlinepatterns import InlineProcessor as StockSign
from markdown.treeprocessors import UnescapeTreeprocessor

from site_builder.text import inline
from site_builder.text.blocks import HeadingWithSpace, LinesOfBlocks
from site_builder.text.conversion import Conversion, Current
from site_builder.text.finish import Finish
from site_builder.text.footnotes import Footnotes
from site_builder.text.marks import without_marks
from site_builder.text.overriding import override
from site_builder.text.quick import BlocksWhereNeeded, InlineWhereNeeded, QuickDelimiters
from site_builder.text.serialize import to_html


class UnescapeWhereNeeded(UnescapeTreeprocessor):
    """Puts an escaped `*` back as `*`; nothing to do in the many texts without a backslash."""

    def __init__(self, current: Current) -> None:
        super().__init__()
        self.current = current

    @override
    def run(self, root: Element) -> None:
        if "\\" in self.current.conversion.source.text:
            super().run(root)


class SentraMarkdown(Extension):
    """Everything in which a Sentra text differs from plain Markdown."""

    def __init__(self, current: Current, fast: bool) -> None:
        super().__init__()
        self.current = current
        self.fast = fast

    @override
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        notes = Footnotes(self.current)
        notes.extendMarkdown(md)
        md.references = _Definitions()
        md.ESCAPED_CHARS.append("<")
        for name in ("html_block", "normalize_whitespace"):
            md.preprocessors.deregister(name)
        md.preprocessors.register(LinesOfBlocks(md, self.current), "lines_of_blocks", 20)
        md.parser.blockprocessors.register(HeadingWithSpace(md.parser), "hashheader", 70)
        self._register_signs(md)
        trees = md.treeprocessors
        if self.fast:
            md.preprocessors.register(BlocksWhereNeeded(md), "blocks_where_needed", 10)
            trees.register(InlineWhereNeeded(md), "inline", 20)
            quick = QuickDelimiters("*", "strong,em", md)
            quick.add("_", "strong,em", smart=True)
            md.inlinePatterns.register(quick, "em_strong", 60)
        trees.deregister("prettify")
        trees.register(UnescapeWhereNeeded(self.current), "unescape", 10)
        trees.register(Finish(self.current, notes), "finish", 0)
        md.postprocessors.deregister("amp_substitute")

    def _register_signs(self, md: Markdown) -> None:
        signs: list[tuple[str, StockSign, int]] = [
            ("shortcode", inline.ShortcodeSign(inline.SHORTCODE_RE, md, self.current), 186),
            ("unclosed", inline.UnclosedShortcodeSign(inline.UNCLOSED_RE, md, self.current), 185),
            ("reference", inline.ReferenceSign(LINK_RE, md, self.current), 170),
            ("link", inline.LinkSign(LINK_RE, md, self.current), 160),
            ("image_link", inline.PhotoSign(IMAGE_LINK_RE, md, self.current), 150),
            ("image_reference", inline.PhotoReferenceSign(IMAGE_LINK_RE, md, self.current), 140),
            ("short_reference", inline.ShortReferenceSign(LINK_RE, md, self.current), 130),
            ("short_image_ref", inline.ShortPhotoReferenceSign(IMAGE_LINK_RE, md, self.current), 125),
            ("autolink", inline.AddressSign(inline.AUTOLINK_RE, md, self.current), 120),
            ("automail", inline.AddressSign(inline.AUTOMAIL_RE, md, self.current), 110),
            ("html", inline.HtmlSign(inline.HTML_RE, md, self.current), 90),
            ("bare_web", inline.BareAddressSign(inline.BARE_WEB_RE, md, self.current), 86),
            ("bare_mail", inline.BareAddressSign(inline.BARE_MAIL_RE, md, self.current), 84),
            ("entity", inline.EntitySign(inline.ENTITY_RE, md, self.current), 80),
        ]
        for name, pattern, priority in signs:
            md.inlinePatterns.register(pattern, name, priority)


class _Definitions(dict[str, tuple[str, str]]):
    """`[name]: address`, with the names as written."""

    @override
    def __setitem__(self, name: str, definition: tuple[str, str]) -> None:
        super().__setitem__(without_marks(name), definition)


class Engine:
    """A parser of its own for one process; `html_of` is not to be called from two threads at once."""

    def __init__(self, fast: bool = True) -> None:
        self._current = Current()
        self._markdown = Markdown(
            extensions=[
                TableExtension(use_align_attribute=True),
                SaneListExtension(),
                SentraMarkdown(self._current, fast),
            ],
            output_format="html",
        )
        self._markdown.serializer = to_html

    def html_of(self, conversion: Conversion) -> str:
        """Convert the text of `conversion`, which takes up all that is found; references are still tokens."""
        self._current.conversion = conversion
        try:
            return without_marks(self._markdown.convert(conversion.source.marked()))
        finally:
            self._markdown.reset()


@cache
def engine() -> Engine:
    """Give this process's parser; building one costs some milliseconds."""
    return Engine()
