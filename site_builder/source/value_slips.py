"""What went wrong within one line of YAML, and the line as it should be."""

from __future__ import annotations

import re

from msgspec import Struct

from site_builder.source.mended_lines import (
    braces_left_out,
    colon_left_out,
    equals_for_colon,
    fields_set_apart,
    is_readable,
    mended_brackets,
    quotes_closed,
    text_names,
    two_fields,
    yes_no_names,
)

LONGEST_SHOWN = 120
"""A corrected line longer than this is of no use as a hint to paste."""

_KEY = r"[^\W\d][\w /-]{0,40}?"
FIELD = re.compile(
    rf"(?P<indent>\s*(?:-\s+)*)(?P<key>{_KEY}|\"[^\"]*\"|'[^']*')\s*:(?P<gap>[ \t]+|$)(?P<value>.*)"
)
_ITEM = re.compile(r"(?P<indent>\s*(?:-\s+)+)(?P<value>.+)")
_NO_SPACE = re.compile(rf"(?P<indent>\s*(?:-\s+)*)(?P<key>{_KEY}):(?P<value>[^\s:/].*|\u00a0.*)")
_WIDE_COLON = re.compile(rf"(?P<indent>\s*(?:-\s+)*)(?P<key>{_KEY})\s*[：﹕ː]\s*(?P<value>.*)")
_TAB = re.compile(r" *\t")
_STAR_KEY = re.compile(r"\s*(\*\*|__)(?P<key>[^*_:]+)(?::?\1:?|:\1)\s*(?P<value>.*)")


class Slip(Struct, frozen=True):
    """A slip in one line: where to look, and the line as it should be."""

    variant: str
    column: int
    """From 0."""
    suggestion: str = ""
    value: str = ""
    face: str = ""
    """Which sentence of several that the slip has."""


def slip_in(line: str) -> Slip | None:
    if _TAB.match(line):
        words = line.lstrip(" \t")
        return Slip("tab", line.index("\t"), line[: -len(words) or None].replace("\t", "  ") + words)
    found = _WIDE_COLON.fullmatch(line)
    if found and not re.match(rf"\s*(?:-\s+)*{_KEY}\s*:", line):
        return Slip("wide-colon", found.end("key"), line_with(found, found["value"]))
    found = _STAR_KEY.fullmatch(line)
    if found:
        return Slip("bold-key", indent_of(line), f"{found['key'].strip()}: {found['value']}")
    found = FIELD.fullmatch(line)
    if found:
        return _slip_in_value(found)
    for variant, mended in (("equals", equals_for_colon(line)), ("no-colon", colon_left_out(line))):
        if mended is not None:
            return Slip(variant, mended.column, mended.line)
    found = _NO_SPACE.fullmatch(line)
    if found:
        return Slip("space", found.end("key") + 1, line_with(found, found["value"].strip(" \u00a0")))
    return _slip_in_item(line)


def _slip_in_value(field: re.Match[str]) -> Slip | None:
    value, column = field["value"].rstrip(), field.start("value")
    bare, comment = split_comment(value)
    mended = line_with(field, quote_value(bare)) + comment
    first = value[:1]
    second = two_fields(bare)
    if second:
        return _two_lines(field, second)
    if first in ("'", '"'):
        return _slip_in_quotes(field, value, column)
    if first in ("@", "`", "%", "*", "&", "!", "|", ">", ",", "]", "}", "?") and not re.fullmatch(
        r"[|>][-+\d]*\s*(#.*)?", value
    ):
        return Slip("character", column, mended, first)
    if first == "-" and value[1:2] in ("", " "):
        return _slip_of_dash(field, bare, comment)
    if first in ("[", "{"):
        closed = quotes_closed(bare)
        if closed:
            return Slip("quote-open", column, line_with(field, closed) + comment, '"')
        apart = fields_set_apart(bare)
        if apart and apart != bare and is_readable(apart):
            return Slip("bracket", column, line_with(field, apart) + comment, first, "fields")
        right = mended_brackets(bare) if bare[-1] in "]}" else ""
        if right and right != bare and is_readable(right):
            face = "semicolon" if ";" in bare else "mended"
            return Slip("bracket", column, line_with(field, right) + comment, first, face)
        is_text = re.match(r"\[[^\[\]]*\]\s*[^\s#]|\{[^{}]*\}\s*[^\s#]", value)
        return Slip("character", column, mended, first) if is_text else None
    colon = re.search(r":(?=\s|$)", bare)
    braced = braces_left_out(field["key"], bare) if colon else ""
    if colon and braced:
        return Slip(
            "colon", column + colon.start(), line_with(field, braced) + comment, field["key"], "braces"
        )
    if colon:
        return Slip("colon", column + colon.start(), mended)
    return None


def _slip_of_dash(field: re.Match[str], bare: str, comment: str) -> Slip:
    """Tell of `warna: - hitam`, a list begun one line too early, and of a text with a dash before it."""
    column, above = field.start("value"), line_with(field, "").rstrip()
    if not bare[1:].strip() and field["key"].strip() in yes_no_names():
        return Slip("dash", column, "", field["value"].rstrip(), "yes-no")
    if not bare[1:].strip():
        return Slip("dash", column, line_with(field, "") + comment, field["value"].rstrip(), "nothing")
    if field["key"].strip() in text_names():
        return Slip("dash", column, line_with(field, quote_value(bare)) + comment, bare, "text")
    below = f"{field['indent'].replace('-', ' ')}  {bare}"
    return Slip("dash", column, f"{above}{comment}\n{below}", field["value"].rstrip())


def _two_lines(field: re.Match[str], second: int) -> Slip:
    """Part a line in which a second field begins at `second` of the value."""
    value = field["value"].rstrip()
    indent = field["indent"].replace("-", " ")
    lines = f"{line_with(field, value[:second].rstrip())}\n{indent}{value[second:]}"
    return Slip("colon", field.start("value") + second, lines, value[second:], "field")


def _slip_in_quotes(field: re.Match[str], value: str, column: int) -> Slip | None:
    """Look at a value that begins with a quote: it must end with the same one, and only there."""
    end = quoted_end(value)
    quote = value[0]
    if end is None:
        if quote == '"' and "\\" in value and value.endswith('"') and len(value) > 1:
            return _escape(field, value, column)
        bare = value[1:]
        return Slip("quote-open", column, line_with(field, quote_value(bare)), quote)
    rest = value[end + 1 :]
    if rest.strip() and not rest.lstrip().startswith("#"):
        bare = value[1:-1] if value.endswith(quote) else value
        bare = value.strip(quote) if value.startswith(quote * 2) else bare
        mended = f'"{bare}"' if '"' not in bare and "\\" not in bare else "'" + bare.replace("'", "''") + "'"
        return Slip("quote", column + end, line_with(field, mended), quote)
    if quote == '"' and re.search(
        r"\\[^0abtnvfre \"/\\N_LPxuU]|\\x(?![0-9A-Fa-f]{2})|\\[uU](?![0-9A-Fa-f]{4})"
        r"|\\u[dD][89a-fA-F]|\\U(?!000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})|\\U0000[dD][89a-fA-F]",
        value,
    ):
        return _escape(field, value, column)
    return None


def _escape(field: re.Match[str], value: str, column: int) -> Slip:
    inner = value[1:].removesuffix('"')
    return Slip("escape", column + value.index("\\"), line_with(field, "'" + inner.replace("'", "''") + "'"))


def _slip_in_item(line: str) -> Slip | None:
    """Look at an item of a list, such as `- *tebal*` or `- @toko`."""
    found = _ITEM.fullmatch(line)
    if found is None:
        return None
    value = found[2].rstrip()
    if not value:
        return None
    closed, apart = quotes_closed(value), fields_set_apart(value)
    if closed:
        return Slip("quote-open", found.start(2), found[1] + closed, '"')
    if apart and apart != value and is_readable(apart):
        return Slip("bracket", found.start(2), found[1] + apart, value[0], "fields")
    right = mended_brackets(value) if value[0] in "[{" and value[-1] not in "]}" else ""
    if right and is_readable(right):
        return Slip("bracket", found.start(2), found[1] + right, value[0], "mended")
    if value[0] in "@`%*&!|>,]}?":
        return Slip("character", found.start(2), found[1] + quote_value(value), value[0])
    if has_open_quote(line):
        return Slip("quote-open", found.start(2), found[1] + quote_value(value[1:]), value[0])
    if value[0] == "'" and (end := quoted_end(value)) is not None and value[end + 1 :].strip(" "):
        bare = value[1:-1] if value.endswith("'") else value
        return Slip("quote", found.start(2) + end, f'{found[1]}"{bare}"', "'")
    return None


def shown(suggestion: str) -> str:
    """Give a line to paste; of a long one its beginning and its end, so that quotes and brackets are seen."""
    if len(suggestion) <= LONGEST_SHOWN:
        return suggestion
    return f"{suggestion[: LONGEST_SHOWN - 40].rstrip()} … {suggestion[-30:].lstrip()}"


def quoted_line(line: str, column: int) -> str:
    """Give a line with its value in quotes, if the value begins at `column` (from 0) and fills the line."""
    field = FIELD.fullmatch(line)
    if field is None or field.start("value") != column:
        return ""
    bare, comment = split_comment(field["value"].rstrip())
    mended = (line_with(field, quote_value(bare)) + comment).strip()
    return mended if len(mended) <= LONGEST_SHOWN else ""


def quote_value(value: str) -> str:
    """Put a text in quotes as YAML wants them; typographic quotes around it go."""
    bare = value.strip()
    for opening, closing in (("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»"), ('"', '"'), ("'", "'")):
        if len(bare) > 1 and bare.startswith(opening) and bare.endswith(closing):
            bare = bare[1:-1].replace("''", "'")
            break
    for quote in ('"', "'"):
        if bare.endswith(quote) and bare.count(quote) == 1:  # the one before it was lost
            bare = bare[:-1].rstrip()
    if '"' not in bare and "\\" not in bare:
        return f'"{bare}"'
    return "'" + bare.replace("'", "''") + "'"


def quoted_end(value: str) -> int | None:
    """Find the quote that closes the one at the beginning."""
    pattern = r"'(?:[^']|'')*'" if value[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.match(pattern, value, re.DOTALL)
    return found.end() - 1 if found else None


def value_of(line: str) -> str:
    """Give what a line of a field or an item holds."""
    field = FIELD.fullmatch(line) or _ITEM.fullmatch(line)
    return "" if field is None else field["value"].strip()


def has_open_quote(line: str) -> bool:
    value = value_of(line)
    return value[:1] in ("'", '"') and quoted_end(value) is None


def line_with(field: re.Match[str], value: str) -> str:
    return f"{field['indent']}{field['key']}: {value}".rstrip()


def split_comment(value: str) -> tuple[str, str]:
    bare, mark, comment = value.partition(" #")
    return (bare.rstrip(), f"  #{comment}") if mark else (value, "")


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip())
