"""Lines that were written one below the other and show as one, or otherwise than they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.text.conversion import Conversion

_LINE_BELOW = re.compile(r"\n(?=[^\n])(?<=[^\n]\n)")

_ROW = re.compile(r" {0,3}\|[^\n]*\|[^\n]*")
_RULE_OF_TABLE = re.compile(r"[ |:-]*-[ |:-]*")

_UNREAD_MARK = re.compile(
    r" {0,3}(?:(?P<number>\d{1,2})(?:\) ?|\.(?=[^\W\d_]))"
    r"|(?:[a-h][.)] |[•●▪◦○■·–—✓✔➢►] ?|-(?=[^\W\d_])|\*(?=[^\W_][^*]*$)))"
    r"(?P<words>[^\s].*)"
)
"""What Word and messengers put before the items of a list, and marks without their space."""
_ANY_MARK = re.compile(rf"(?:{_UNREAD_MARK.pattern}| {{0,3}}(?:\d{{1,2}}\.|[-*+]) )")

_SPOKEN = re.compile(r" {0,3}[–—][A-Z“\"‘'«]")
"""How a line of a conversation begins: a dash and a word without a space; lists have one more often."""
_NAME_ALONE = re.compile(r"[a-z][a-z_]+[ \t]*:[ \t]*")
_PART = re.compile(r"[ \t]+[^\W\d][\w -]*:[ \t].*")

_UNDERLINE = re.compile(r"-+ *")
_NO_HEADING = (".", ",", ":", ";", "!", "?")
_SHORTER_BY = 4
"""An underline of a heading is about as long as its words."""

_LONGEST_OF_SHORT = 45
"""Signs; nobody breaks running text so early."""
_FEWEST_SHORT = 3
_SIGNS_OF_OTHERS = tuple("#>|-*+[!<`~:")
_GOES_ON = (".", ",", ";", "!", "?", "  ", "\\")

_STAR_WITHIN = re.compile(r"\*(?=\d)(?<=\d\*)")
_TIMES = re.compile(r"(?<![\d*\\.,])\d+(?:[.,]\d+)?(?:\*\d+(?:[.,]\d+)?)+(?![\d*])")
_LONGEST_SUGGESTION = 80


def tell_joined_lines(conversion: Conversion, text: str) -> None:
    """Warn of lists, tables and lines that Markdown joins, and of `30*20*10`; `text` has its code blanked."""
    if _STAR_WITHIN.search(text):
        _tell_times(conversion, text)
    if _LINE_BELOW.search(text) is None:
        return
    for above, lines in _paragraphs(text.split("\n")):
        for number, code, variant, written, suggestion in _faults(lines):
            at = conversion.source.at_line(above + number)
            meant = suggestion[:_LONGEST_SUGGESTION]
            conversion.warn(code, at, variant, written=written.strip(), suggestion=meant)


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Give those of several lines, each with the number of lines above it: one alone shows as written."""
    start = 0
    for number, line in enumerate((*lines, "")):
        if not line or line.isspace():
            if number - start > 1:
                yield start, lines[start:number]
            start = number + 1


_Fault = tuple[int, str, str, str, str]
"""The line in its paragraph, the code, its variant, what is written and what was meant."""


def _faults(lines: Sequence[str]) -> Iterator[_Fault]:
    """Give what is told of a paragraph: each thing once, at its first line."""
    yield from _table(lines)
    yield from _list(lines)
    yield from _underlined(lines)
    if len(lines) >= _FEWEST_SHORT and _are_items(lines):
        yield 1, "lines-joined", "", lines[1], f"- {lines[1].strip()}"


def _table(lines: Sequence[str]) -> Iterator[_Fault]:
    """Find rows of a table that lack the line of dashes, or have a text just above them."""
    rows = [number for number, line in enumerate(lines) if "|" in line and _ROW.fullmatch(line)]
    if len(rows) < 2:
        return
    first = lines[rows[0]]
    if not any(_RULE_OF_TABLE.fullmatch(lines[number]) for number in rows):
        cells = first.strip().strip("|").count("|") + 1
        yield rows[0], "table-form", "rule", first, "|" + " --- |" * cells
    elif rows[0] > 0:
        yield rows[0], "table-form", "blank", first, first.strip()


def _list(lines: Sequence[str]) -> Iterator[_Fault]:
    """Find the first of several lines whose marks are none in Markdown."""
    for number, line in enumerate(lines):
        found = _UNREAD_MARK.fullmatch(line)
        if found is None:
            continue
        beside = (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2])
        if any(map(_ANY_MARK.match, beside)):
            mark = f"{found['number']}." if found["number"] else "-"
            variant = "spoken" if _SPOKEN.match(line) else ""
            yield number, "list-mark", variant, line, f"{mark} {found['words'].strip()}"
            return


def _underlined(lines: Sequence[str]) -> Iterator[_Fault]:
    """Find a sentence that becomes a heading because of a line of dashes just below it."""
    words = lines[0].strip()
    if not _UNDERLINE.fullmatch(lines[1]) or lines[0].startswith((*_SIGNS_OF_OTHERS, " ")):
        return
    if len(words) - len(lines[1].strip()) >= _SHORTER_BY or words.endswith(_NO_HEADING) or ": " in words:
        yield 0, "heading-underline", "", words, f"## {words}"


def _are_items(lines: Sequence[str]) -> bool:
    """Whether short lines stand for themselves: below `Harga:`, or each with a capital or a number first."""
    if any(len(line) > _LONGEST_OF_SHORT for line in lines):
        return False
    bare = [line.lstrip() for line in lines]
    if any(line.startswith(_SIGNS_OF_OTHERS) or _ANY_MARK.match(line) for line in bare):
        return False
    if any(line.endswith(_GOES_ON) for line in lines[:-1]) or _is_field_with_parts(lines):
        return False
    return lines[0].rstrip().endswith(":") or all(line[0].isupper() or line[0].isdigit() for line in bare)


def _is_field_with_parts(lines: Sequence[str]) -> bool:
    """Whether these are `jam_buka:` and its parts, as they stand among the fields: told as such."""
    return _NAME_ALONE.fullmatch(lines[0]) is not None and all(map(_PART.fullmatch, lines[1:]))


def _tell_times(conversion: Conversion, text: str) -> None:
    """Tell of `30*20*10`: two stars in a paragraph make what is between them slanted, and are gone."""
    for found in _TIMES.finditer(text):
        start, end = text.rfind("\n\n", 0, found.start()), text.find("\n\n", found.end())
        if text.count("*", max(0, start), end if end >= 0 else len(text)) > 1:
            at = conversion.source.at_offset(found.start())
            meant = found.group().replace("*", " x ")
            conversion.warn("stars-in-numbers", at, written=found.group(), suggestion=meant)
