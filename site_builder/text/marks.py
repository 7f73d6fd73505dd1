"""Marks that carry places of the source through the Markdown parser, which itself knows none.

Right behind every `[`, `[^` and `<` goes a mark: a number between two control characters that no
author can write (control characters of the text are replaced first). The patterns read the number of
the mark where they match, and at the end all marks go. Neither character is a letter, a space or
a Markdown sign, and a mark always follows the sign it belongs to, so the parser decides as it would
without them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from site_builder.names import SourcePath
from site_builder.problems import Span

MARK = "\x04([0-9]+)\x05"
"""As a piece of a regular expression; one group, the number."""

PIPE = "\x06"
"""Stands for `|` within `[[…]]`, so that a table does not take it for the border of a cell."""

_MARK = re.compile(MARK)
_MARKED = re.compile(r"\[\^?|<")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SHORTCODE_PIPE = re.compile(r"(\[\[[^\[\]\n|]{1,200}?)\\?\|(?=[^\[\]\n|]{0,400}\]\])")
_BLANK = re.compile(r"\n +(?=\n)")


class Source:
    """A Markdown text as written, and the place in its file of each mark."""

    def __init__(self, text: str, path: SourcePath, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.text = _CONTROL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))

    @property
    def own_folder(self) -> str:
        """The folder that has the photos of this file: `intako` for `content/shops/intako.en.md`."""
        return self.path.rpartition("/")[2].partition(".")[0]

    def marked(self) -> str:
        """Give the text as the parser shall read it: tabs expanded, blank lines empty, marks set."""
        text = self.text.expandtabs(4) if "\t" in self.text else self.text
        if "[[" in text:
            text = _SHORTCODE_PIPE.sub(rf"\1{PIPE}", text)
        if "[" in text or "<" in text:
            numbers = iter(range(len(text)))
            text = _MARKED.sub(lambda found: f"{found.group()}\x04{next(numbers)}\x05", text)
        return _BLANK.sub("\n", f"\n{text}\n\n")[1:]

    @cached_property
    def _offsets(self) -> list[int]:
        return [found.start() for found in _MARKED.finditer(self.text)]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def at_mark(self, mark: int | None, back: int = 0) -> Span:
        """Give the place of the sign before mark number `mark`, or `back` characters before it."""
        if mark is None or mark >= len(self._offsets):
            return Span(self.path, self.first_line)
        return self.at_offset(self._offsets[mark] - back)

    def at_line(self, line: int) -> Span:
        """Give the first sign of a line of the text, counted from 0."""
        start = self._line_starts[line]
        end = self.text.find("\n", start)
        written = self.text[start : end if end >= 0 else len(self.text)]
        return Span(self.path, self.first_line + line, len(written) - len(written.lstrip()) + 1)

    def at_offset(self, offset: int) -> Span:
        line = bisect_right(self._line_starts, offset) - 1
        return Span(self.path, self.first_line + line, offset - self._line_starts[line] + 1)


def without_marks(text: str) -> str:
    """Give `text` as the author wrote it."""
    if "\x04" in text:
        text = _MARK.sub("", text)
    return text.replace(PIPE, "|") if PIPE in text else text


def leading_mark(text: str, start: int = 0) -> tuple[int | None, int]:
    """Give the number of the mark that stands at `start` and where it ends; (None, start) without one."""
    found = _MARK.match(text, start)
    return (int(found.group(1)), found.end()) if found else (None, start)
