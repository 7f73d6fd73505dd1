"""What is done to the lines of a text before the parser sees them, and two kinds of block.

Lists are brought into the only form that the parser nests rightly (four spaces a level), so that
editors may indent as CommonMark, Hugo and GitHub let them: by two spaces or more, and without a blank
line before the first item. Fenced code and elements such as `<script>` are taken out whole.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.preprocessors import Preprocessor
from msgspec import Struct

from site_builder.text.conversion import Current
from site_builder.text.cost import DEEPEST
from site_builder.text.marks import MARK, without_marks
from site_builder.text.overriding import override
from site_builder.text.raw_html import RAW_ELEMENTS, report_html
from site_builder.text.serialize import escaped, escaped_attribute

_OF_INTEREST = re.compile(r"^ *(?:[-+*] |[0-9]{1,9}\. |```|~~~|<)", re.MULTILINE)
_ITEM = re.compile(r" *([-+*]|[0-9]{1,9}\.)( +)(?=\S)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_FENCE = re.compile(r" *(`{3,}|~{3,}) *([^`]*)$")
_LANGUAGE = re.compile(r"[A-Za-z][A-Za-z0-9_+#.-]{0,29}")
_RAW_BLOCK = re.compile(rf" {{0,3}}<{MARK}(?:(!--)|({'|'.join(RAW_ELEMENTS)})\b)", re.IGNORECASE)
_COMMENT_END = re.compile("-->")


class TooDeep(Exception):
    """The text nests lists or quotations deeper than anyone could mean; carries the line, from 0."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Item(Struct, frozen=True):
    """An open list item: where its marker and its content begin."""

    marker: int
    content: int
    ordered: bool

    def holds(self, indent: int) -> bool:
        # Two spaces nest below `1.` too: CommonMark wants three there, but editors do not count.
        return indent >= min(self.content, self.marker + 2)


class LinesOfBlocks(Preprocessor):
    """Goes through the lines once; texts without a list, code or HTML at a line's start pass unread."""

    def __init__(self, md: Markdown, current: Current) -> None:
        super().__init__(md)
        self.markdown = md
        self.current = current

    @override
    def run(self, lines: list[str]) -> list[str]:
        if not _OF_INTEREST.search("\n".join(lines)):
            return lines
        self.lines = lines
        self.out: list[str] = []
        self.open: list[_Item] = []
        self.unended: set[str] = set()
        self.is_loose = False
        number = 0
        while number < len(lines):
            number = self._read(number)
        return [*self.out, "", ""]

    def _read(self, number: int) -> int:
        """Take in line `number` and give the number of the next one to read."""
        line = self.lines[number]
        if not line:
            self.out.append(line)
            return number + 1
        after_blank = not self.out or not self.out[-1]
        indent = len(line) - len(line.lstrip(" "))
        item = None if _RULE.match(line) else _ITEM.match(line)
        before = self.open[:]
        if item or after_blank:
            while self.open and not self.open[-1].holds(indent):
                self.open.pop()
        inner = indent - self.open[-1].content if self.open else indent
        if inner < 4:
            if fence := _FENCE.match(line):
                self.out.append("")
                return self._take_code(number, indent, fence, "    " * len(self.open))
            if item and self._begins_item(item, before, after_blank):
                start = self._add_item(number, indent, item, before)
                if fence := _FENCE.match(line, item.end()):
                    return self._take_code(number, item.end(), fence, start)
                self.out.append(start + line[item.end() :])
                return number + 1
            if raw := _RAW_BLOCK.match(line):
                return self._drop_element(number, raw)
        self.out.append(self._continued(line, indent, inner, after_blank))
        return number + 1

    def _begins_item(self, item: re.Match[str], before: list[_Item], after_blank: bool) -> bool:
        """Within running text only a bullet or `1.` begins a list: `2.` there is the end of a sentence."""
        return bool(before) or after_blank or not item.group(1)[0].isdigit() or item.group(1) == "1."

    def _add_item(self, number: int, indent: int, item: re.Match[str], before: list[_Item]) -> str:
        """Open an item; give the beginning of its line as the parser counts it."""
        level = len(self.open)
        ordered = item.group(1)[0].isdigit()
        sibling = before[level] if len(before) > level else None
        is_new = not before or (sibling and sibling.ordered is not ordered)
        if self.out and self.out[-1] and (is_new or (self.is_loose and sibling)):
            self.out.append("")
        self.is_loose = False
        # Five spaces and more after the marker: the content begins with indented code.
        content = item.end() if len(item.group(2)) < 5 else item.end(1) + 1
        self.open.append(_Item(indent, content, ordered))
        if len(self.open) > DEEPEST:
            raise TooDeep(number)
        return "    " * level + item.group()[indent:]

    def _continued(self, line: str, indent: int, inner: int, after_blank: bool) -> str:
        """Give a line of text as the parser counts it, below the item that it belongs to."""
        if not self.open:
            return line
        if not after_blank and line[indent] not in "#>|":
            return line[indent:]
        self.is_loose = True
        return "    " * len(self.open) + " " * (inner if inner >= 4 else 0) + line[indent:]

    def _take_code(self, number: int, indent: int, fence: re.Match[str], start: str) -> int:
        """Put fenced code aside; code without an end goes to the end of the text, and is reported."""
        sign = fence.group(1)
        end = number + 1
        while end < len(self.lines):
            line = self.lines[end].strip(" ")
            if line.startswith(sign) and not line.strip(sign[0]):
                break
            end += 1
        else:
            conversion = self.current.conversion
            at = conversion.source.at_line(number)
            conversion.report("code-unclosed", at, suggestion=sign)
        margin = re.compile(f"^ {{0,{indent}}}", re.MULTILINE)
        code = margin.sub("", "\n".join(self.lines[number + 1 : end]))
        language = _LANGUAGE.match(without_marks(fence.group(2)))
        name = f' class="language-{escaped_attribute(language.group().lower())}"' if language else ""
        html = f"<pre><code{name}>{escaped(code.rstrip())}\n</code></pre>"
        self.out += [start + self.markdown.htmlStash.store(html), ""]
        return end + 1

    def _drop_element(self, number: int, raw: re.Match[str]) -> int:
        """Take an element or a comment out that may span blank lines; without an end it stays a tag."""
        mark, comment, name = raw.groups()
        tag = "!--" if comment else name.lower()
        closing = _COMMENT_END if comment else RAW_ELEMENTS[tag].closing
        start = raw.end()
        for end in range(number, len(self.lines) if tag not in self.unended else number + 1):
            if found := closing.search(self.lines[end], start):
                if not comment:
                    report_html(self.current.conversion, tag, closing=False, mark=mark)
                self.lines[end] = self.lines[end][found.end() :].strip(" ")
                return end if self.lines[end] else end + 1
            start = 0
        self.unended.add(tag)
        self.out.append(self.lines[number])
        return number + 1


class HeadingWithSpace(HashHeaderProcessor):
    """`# Heading`; a sign without a space behind it is text (`#1 di Jawa Timur`, `#tastanggulangin`)."""

    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?=[ \n]|$)(?P<header>(?:\\.|[^\\#\n]|#+(?=[^#\n]))*?)#*(?:\n|$)"
    )

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        super().run(parent, blocks)
        parent[-1].set("raw", parent[-1].text or "")
