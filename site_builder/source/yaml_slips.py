"""What an editor most likely meant where YAML can't be read: one plain hint for each typical slip."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.mended_lines import (
    begins_field,
    braces_left_out,
    colon_left_out,
    equals_for_colon,
    fields_set_apart,
    mended_brackets,
)

LONGEST_SHOWN = 120
"""A corrected line longer than this is of no use as a hint to paste."""

_KEY = r"[^\W\d][\w /-]{0,40}?"
_FIELD = re.compile(
    rf"(?P<indent>\s*(?:-\s+)*)(?P<key>{_KEY}|\"[^\"]*\"|'[^']*')\s*:(?P<gap>[ \t]+|$)(?P<value>.*)"
)
_NO_SPACE = re.compile(rf"(?P<indent>\s*(?:-\s+)*)(?P<key>{_KEY}):(?P<value>[^\s:/].*|\u00a0.*)")
_WIDE_COLON = re.compile(rf"(?P<indent>\s*(?:-\s+)*)(?P<key>{_KEY})\s*[：﹕ː]\s*(?P<value>.*)")
_TAB = re.compile(r" *\t")
_STAR_KEY = re.compile(r"\s*(\*\*|__)(?P<key>[^*_:]+)(?::?\1:?|:\1)\s*(?P<value>.*)")


class _Slip(Struct, frozen=True):
    """A slip in one line: where to look, and the line as it should be."""

    variant: str
    column: int
    """From 0."""
    suggestion: str = ""
    value: str = ""
    face: str = ""
    """Which sentence of several that the slip has."""


def explain(
    path: SourcePath,
    text: str,
    first_line: int,
    place: tuple[int, int],
    since: tuple[int, int] | None,
    reason: str,
) -> Problem:
    """Tell of a YAML syntax error at `place` (line and column from 0) in an editor's words.

    `since` is where the parser began the thing that it could not finish.
    """
    lines = text.split("\n")
    for number in _suspects(lines, place, since):
        slip = _slip_in(lines[number])
        if slip is not None:
            return _problem(path, first_line + number, slip)
    number, slip = _between_lines(lines, place, since, reason)
    return _problem(path, first_line + number, slip)


def _between_lines(
    lines: list[str], place: tuple[int, int], since: tuple[int, int] | None, reason: str
) -> tuple[int, _Slip]:
    """Look at how the lines stand to each other, when none of them is wrong by itself."""
    if since is not None and ("flow" in reason or "',' or" in reason):
        closed = _closed(lines, *since)
        if closed:
            return since[0], _Slip("bracket", since[1], closed, lines[since[0]][since[1]], "mended")
        return since[0], _Slip("bracket", since[1], value=lines[since[0]][since[1] : since[1] + 1])
    number, column = min(place[0], len(lines) - 1), place[1]
    while number > 0 and not lines[number].strip():
        number, column = number - 1, 0
    line = lines[number]
    value, indent = line.strip(), _indent(line)
    first = next((n for n, text in enumerate(lines) if text.strip() and text.strip()[0] != "#"), number)
    if "could not find expected ':'" in reason and since is not None and lines[since[0]].strip():
        return since[0], _line_slip(lines, since[0], since[1])
    directive = next((n for n, text in enumerate(lines[:number]) if text[:1] == "%" or text == "..."), None)
    if "document start" in reason and directive is not None:
        return directive, _Slip("line", 0, value=lines[directive].strip())
    if "document start" in reason and _indent(lines[first]) > indent:
        return first, _Slip("indent", _indent(lines[first]), value=lines[first].strip())
    for suspect in (number, number - 1):
        if suspect >= 0 and _is_lone_text(lines[suspect]):
            return suspect, _line_slip(lines, suspect, _indent(lines[suspect]))
    if line[:1] in " -" and (indent <= column or "expected" in reason or "mapping values" in reason):
        return number, _Slip("indent", indent, value=value)
    return number, _Slip("syntax", min(column, len(line)), value=value)


def _is_lone_text(line: str) -> bool:
    """Whether a line is neither a field nor an item nor a note."""
    return bool(line.strip()) and not re.search(r":(\s|$)", line) and line.strip()[0] not in "-#"


def _line_slip(lines: list[str], number: int, column: int) -> _Slip:
    """Tell of a line that is no field; most go on with the text of the line above."""
    value = lines[number].strip()
    above = lines[number - 1] if number > 0 else ""
    field = _FIELD.fullmatch(above)
    if field is None or not field["value"].strip() or field["value"][0] in "[{'\"|>&*!":
        return _Slip("line", column, value=value)
    joined = f"{above.strip()} {value}"
    if len(joined) > LONGEST_SHOWN or " #" in joined or re.search(r":(\s|$)", value):
        return _Slip("line", column, value=value)
    return _Slip("line", column, joined, value, "continued")


def _closed(lines: list[str], number: int, column: int) -> str:
    """Give the line with its bracket closed, if the bracket is not meant to go on in the next line."""
    field = _FIELD.fullmatch(lines[number])
    follows = next((line for line in lines[number + 1 :] if line.strip()), "")
    if field is None or field.start("value") != column or (follows and not begins_field(follows)):
        return ""
    bare, comment = _split_comment(field["value"].rstrip())
    mended = mended_brackets(bare)
    return _line(field, mended) + comment if mended else ""


def quoted_line(line: str, column: int) -> str:
    """Give a line with its value in quotes, if the value begins at `column` (from 0) and fills the line."""
    field = _FIELD.fullmatch(line)
    if field is None or field.start("value") != column:
        return ""
    bare, comment = _split_comment(field["value"].rstrip())
    mended = (_line(field, quote_value(bare)) + comment).strip()
    return mended if len(mended) <= LONGEST_SHOWN else ""


def quote_value(value: str) -> str:
    """Put a text in quotes as YAML wants them; typographic quotes around it go."""
    bare = value.strip()
    for opening, closing in (("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»"), ('"', '"'), ("'", "'")):
        if len(bare) > 1 and bare.startswith(opening) and bare.endswith(closing):
            bare = bare[1:-1].replace("''", "'")
            break
    if '"' not in bare and "\\" not in bare:
        return f'"{bare}"'
    return "'" + bare.replace("'", "''") + "'"


def _suspects(lines: list[str], place: tuple[int, int], since: tuple[int, int] | None) -> Iterator[int]:
    """Give the lines to look at: where the parser stopped, where it began, and the ones just before.

    A quote left open is noticed at the next quote or at the end, so the lines since count too.
    """
    last = min(place[0], len(lines) - 1)
    seen = set()
    above = [number for number in range(last - 1, max(-1, last - 30), -1) if lines[number].strip()]
    start = [since[0]] if since is not None and since[0] < len(lines) else []
    for number in (last, *above[:1], *start, *(n for n in above[1:] if _open_quote(lines[n]))):
        if number not in seen:
            seen.add(number)
            yield number


def _open_quote(line: str) -> bool:
    found = _FIELD.fullmatch(line)
    return found is not None and found["value"][:1] in ("'", '"') and _quoted_end(found["value"]) is None


def _slip_in(line: str) -> _Slip | None:
    if _TAB.match(line):
        return _Slip("tab", line.index("\t"), line.replace("\t", "  "))
    found = _WIDE_COLON.fullmatch(line)
    if found and not re.match(rf"\s*(?:-\s+)*{_KEY}\s*:", line):
        return _Slip("wide-colon", found.end("key"), _line(found, found["value"]))
    found = _STAR_KEY.fullmatch(line)
    if found:
        return _Slip("bold-key", _indent(line), f"{found['key'].strip()}: {found['value']}")
    found = _FIELD.fullmatch(line)
    if found:
        return _slip_in_value(found)
    for variant, mended in (("equals", equals_for_colon(line)), ("no-colon", colon_left_out(line))):
        if mended is not None:
            return _Slip(variant, mended.column, mended.line)
    found = _NO_SPACE.fullmatch(line)
    if found:
        return _Slip("space", found.end("key") + 1, _line(found, found["value"].strip(" \u00a0")))
    return _slip_in_item(line)


def _line(field: re.Match[str], value: str) -> str:
    return f"{field['indent']}{field['key']}: {value}".rstrip()


def _slip_in_value(field: re.Match[str]) -> _Slip | None:
    value, column = field["value"].rstrip(), field.start("value")
    bare, comment = _split_comment(value)
    mended = _line(field, quote_value(bare)) + comment
    first = value[:1]
    if first in ("'", '"'):
        return _slip_in_quotes(field, value, column)
    if first in ("@", "`", "%", "*", "&", "!", "|", ">", ",", "]", "}", "?") and not re.fullmatch(
        r"[|>][-+\d]*\s*(#.*)?", value
    ):
        return _Slip("character", column, mended, first)
    if first == "-" and value[1:2] in ("", " "):
        return _Slip("dash", column, mended if bare[1:].strip() else "", value)
    if first in ("[", "{"):
        apart = fields_set_apart(bare)
        if apart and apart != bare:
            return _Slip("bracket", column, _line(field, apart) + comment, first, "fields")
        right = mended_brackets(bare) if bare[-1] in "]}" else ""
        if right and right != bare:
            face = "semicolon" if ";" in bare else "mended"
            return _Slip("bracket", column, _line(field, right) + comment, first, face)
        is_text = re.match(r"\[[^\[\]]*\]\s*[^\s#]|\{[^{}]*\}\s*[^\s#]", value)
        return _Slip("character", column, mended, first) if is_text else None
    colon = re.search(r":(?=\s|$)", bare)
    braced = braces_left_out(field["key"], bare) if colon else ""
    if colon and braced:
        return _Slip("colon", column + colon.start(), _line(field, braced) + comment, field["key"], "braces")
    if colon:
        return _Slip("colon", column + colon.start(), mended)
    return None


def _slip_in_quotes(field: re.Match[str], value: str, column: int) -> _Slip | None:
    """Look at a value that begins with a quote: it must end with the same one, and only there."""
    end = _quoted_end(value)
    quote = value[0]
    if end is None:
        if quote == '"' and "\\" in value and value.endswith('"') and len(value) > 1:
            return _escape(field, value, column)
        bare = value[1:]
        return _Slip("quote-open", column, _line(field, quote_value(bare)), quote)
    rest = value[end + 1 :]
    if rest.strip() and not rest.lstrip().startswith("#"):
        bare = value[1:-1] if value.endswith(quote) else value
        mended = f'"{bare}"' if '"' not in bare and "\\" not in bare else "'" + bare.replace("'", "''") + "'"
        return _Slip("quote", column + end, _line(field, mended), quote)
    if quote == '"' and re.search(
        r"\\[^0abtnvfre \"/\\N_LPxuU]|\\x(?![0-9A-Fa-f]{2})|\\[uU](?![0-9A-Fa-f]{4})"
        r"|\\u[dD][89a-fA-F]|\\U(?!000[0-9A-Fa-f]{5}|0010[0-9A-Fa-f]{4})|\\U0000[dD][89a-fA-F]",
        value,
    ):
        return _escape(field, value, column)
    return None


def _escape(field: re.Match[str], value: str, column: int) -> _Slip:
    inner = value[1:].removesuffix('"')
    return _Slip("escape", column + value.index("\\"), _line(field, "'" + inner.replace("'", "''") + "'"))


def _quoted_end(value: str) -> int | None:
    """Find the quote that closes the one at the beginning."""
    pattern = r"'(?:[^']|'')*'" if value[0] == "'" else r'"(?:[^"\\]|\\.)*"'
    found = re.match(pattern, value)
    return found.end() - 1 if found else None


def _slip_in_item(line: str) -> _Slip | None:
    """Look at an item of a list, such as `- *tebal*` or `- @toko`."""
    found = re.fullmatch(r"(\s*(?:-\s+)+)(.+)", line)
    if found is None:
        return None
    value = found[2].rstrip()
    if not value:
        return None
    apart = fields_set_apart(value)
    if apart and apart != value:
        return _Slip("bracket", found.start(2), found[1] + apart, value[0], "fields")
    if value[0] in "@`%*&!|>,]}?":
        return _Slip("character", found.start(2), found[1] + quote_value(value), value[0])
    if value[0] == "'" and (end := _quoted_end(value)) is not None and value[end + 1 :].strip(" "):
        bare = value[1:-1] if value.endswith("'") else value
        return _Slip("quote", found.start(2) + end, f'{found[1]}"{bare}"', "'")
    return None


def _split_comment(value: str) -> tuple[str, str]:
    bare, mark, comment = value.partition(" #")
    return (bare.rstrip(), f"  #{comment}") if mark else (value, "")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _problem(path: SourcePath, line: int, slip: _Slip) -> Problem:
    values = {"value": slip.value if len(slip.value) <= 40 else slip.value[:39] + "…"}
    suggestion = slip.suggestion.strip()
    if slip.variant in (
        "colon",
        "character",
        "quote",
        "quote-open",
        "escape",
        "space",
        "wide-colon",
        "bold-key",
        "equals",
        "no-colon",
    ) or (slip.face and suggestion):
        values["suggestion"] = (
            suggestion if len(suggestion) <= LONGEST_SHOWN else suggestion[: LONGEST_SHOWN - 1] + "…"
        )
    code = f"yaml-{slip.variant}"
    return Problem(code, Span(path, line, slip.column + 1), slip.face, values)
