"""The parser's own way, without the steps that cannot come to anything in the text at hand.

Most texts are prose with few signs. Leaving out what cannot match changes nothing of the result
(a test compares both ways) and halves the time.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import DelimiterProcessor
from markdown.inlinepatterns import InlineProcessor as StockSign
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

from site_builder.text.overriding import override

_BLOCK_TRIGGERS = {
    "indent": re.compile("    "),
    "code": re.compile("    "),
    "table": re.compile(r"\|"),
    "hashheader": re.compile("#"),
    "setextheader": re.compile(r"[=-] *\n"),
    "hr": re.compile(r"([-_*]) {0,2}\1 {0,2}\1"),
    "olist": re.compile(r"[0-9]\. "),
    "ulist": re.compile(r"[-+*] "),
    "quote": re.compile(">"),
    "footnote": re.compile(r"\[\^"),
    "reference": re.compile(r"\]:"),
}
"""What must stand in a text for a kind of block to be in it; the other kinds are always possible."""


class BlocksWhereNeeded(Preprocessor):
    """Runs last before the blocks are read, and leaves the parser only the kinds that the text can hold."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.markdown = md
        self.every = md.parser.blockprocessors
        self.lists: dict[frozenset[str], Registry[BlockProcessor]] = {}

    @override
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        missing = frozenset(name for name, trigger in _BLOCK_TRIGGERS.items() if not trigger.search(text))
        if missing not in self.lists:
            self.lists[missing] = self._without(missing)
        self.markdown.parser.blockprocessors = self.lists[missing]
        return lines

    def _without(self, missing: frozenset[str]) -> Registry[BlockProcessor]:
        left_out = [self.every[name] for name in missing]
        chosen: Registry[BlockProcessor] = Registry()
        for place, processor in enumerate(self.every):
            if processor not in left_out:
                chosen.register(processor, str(place), -place)
        return chosen


class QuickDelimiters(DelimiterProcessor):
    """Emphasis, with the next sign found by the regular expression instead of character by character."""

    @override
    def search(self, data: str, start: int) -> re.Match[str] | None:
        for sign in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[sign.group()]
            found = delimiter.boundary.match(data, sign.start())
            if found and (delimiter.stack or found.lastgroup != "end"):
                return found
        return None


_TRIGGERS = {
    "backtick": "`",
    "shortcode": "\x05[",  # `[[`, the mark of the first between them
    "unclosed": "\x05[",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "bare_web": "://",
    "bare_mail": "@",
    "entity": "&",
}
"""What must stand in a text for a pattern to match in it; emphasis has two signs and is asked for apart."""

_NEED_DEFINITIONS = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
_ANY_SIGN = re.compile(r"[\\`\[<&*_@]|  \n|://")


class InlineWhereNeeded(InlineProcessor):
    """The parser's own reading of lines, spared texts and patterns that cannot match.

    A text without any sign is marked as finished, which is the parser's own way to say so; patterns whose
    sign stands nowhere in the document are left out of the document's list.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.markdown = md
        self.lists: dict[tuple[str, ...], Registry[StockSign]] = {}

    @override
    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        signs: list[str] = []
        for element in tree.iter():
            text, tail = element.text, element.tail
            if text:
                if not _ANY_SIGN.search(text):
                    element.text = AtomicString(text)
                elif not isinstance(text, AtomicString):
                    signs.append(text)
            if tail:
                if not _ANY_SIGN.search(tail):
                    element.tail = AtomicString(tail)
                else:
                    signs.append(tail)
        if not signs:
            self.stashed_nodes = {}
            return tree
        # The stubs mean the tree processor of that name where the parser has a registry of patterns.
        self.inlinePatterns = self._patterns_for("\n".join(signs))  # type: ignore[assignment]
        return super().run(tree, ancestors)

    def _patterns_for(self, text: str) -> Registry[StockSign]:
        """Give the patterns that can match in `text`, in their order."""
        has_definitions = bool(self.markdown.references)
        names = tuple(
            name
            for name, trigger in _TRIGGERS.items()
            if trigger in text and (has_definitions or name not in _NEED_DEFINITIONS)
        )
        if "*" in text or "_" in text:
            names += ("em_strong",)
        if names not in self.lists:
            chosen: Registry[StockSign] = Registry()
            for name in names:
                every = self.markdown.inlinePatterns
                pattern = every[name]
                assert isinstance(pattern, StockSign)
                chosen.register(pattern, name, -every.get_index_for_name(name))
            self.lists[names] = chosen
        return self.lists[names]
