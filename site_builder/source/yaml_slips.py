"""What an editor most likely meant where YAML can't be read: one plain hint for each typical slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from site_builder.names import SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.lost_spaces import Lost, lost_spaces
from site_builder.source.mended_lines import (
    begins_field,
    colon_beside,
    dashed,
    indented,
    is_readable,
    mended_brackets,
    untabbed,
)
from site_builder.source.value_slips import (
    FIELD,
    LONGEST_SHOWN,
    Slip,
    has_open_quote,
    indent_of,
    line_with,
    quoted_end,
    shown,
    slip_in,
    split_comment,
    value_of,
)

LONGEST_QUOTED = 5_000
"""Signs of a text in quotes that goes on over several lines."""

_MOST_CHOICES = 3
_MOST_LOST = 6
"""Lines told with the first one that lost its spaces: more are not counted out."""

MENDED = "mended"
"""The value of a problem that holds its whole line as it should be, indentation and all."""


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
        if _is_quoted_over_lines(lines, number):
            continue
        slip = slip_in(lines[number])
        if slip is not None and slip.variant == "tab":
            slip = _tab_slip(slip.column, untabbed(lines, number, path))
        if slip is not None:
            return _problem(path, first_line + number, slip)
    number, slip = _between_lines(lines, place, since, reason)
    lost = lost_spaces(lines, number, path) if slip.variant == "indent" else ()
    if lost and len(lost[0].mended) <= LONGEST_SHOWN:
        return _lost_problem(path, first_line, lines, lost)
    return _problem(path, first_line + number, slip)


def _lost_problem(path: SourcePath, first_line: int, lines: list[str], lost: Sequence[Lost]) -> Problem:
    """Tell of the first line that lost its spaces, and of the others of its block with it."""
    first, *others = lost
    line = lines[first.number]
    slip = Slip("indent", indent_of(line), first.mended, line.strip(), "lines" if others else "mended")
    problem = _problem(path, first_line + first.number, slip)
    if not others:
        return problem
    told, more = others[:_MOST_LOST], ["…"] if len(others) > _MOST_LOST else []
    values = {
        "lines": ", ".join([*(str(first_line + one.number) for one in told), *more]),
        "others": ", ".join([*(f"`{shown(one.mended)}`" for one in told), *more]),
    }
    return replace(problem, values={**problem.values, **values})


def _tab_slip(column: int, meant: Sequence[str]) -> Slip:
    """Tell of a tab before a line, with all that the line may be without it."""
    if len(meant) == 1:
        return Slip("tab", column, meant[0], face="mended")
    choices = ", ".join(f"`{shown(line)}`" for line in meant[:_MOST_CHOICES])
    return Slip("tab", column, choices, face="several" if meant else "")


def _between_lines(
    lines: list[str], place: tuple[int, int], since: tuple[int, int] | None, reason: str
) -> tuple[int, Slip]:
    """Look at how the lines stand to each other, when none of them is wrong by itself."""
    if since is not None and ("flow" in reason or "',' or" in reason):
        closed = _closed(lines, *since)
        if closed:
            return since[0], Slip("bracket", since[1], closed, lines[since[0]][since[1]], "mended")
        return since[0], Slip("bracket", since[1], value=lines[since[0]][since[1] : since[1] + 1])
    number, column = min(place[0], len(lines) - 1), place[1]
    while number > 0 and not lines[number].strip():
        number, column = number - 1, 0
    line = lines[number]
    value, indent = line.strip(), indent_of(line)
    first = next((n for n, text in enumerate(lines) if text.strip() and text.strip()[0] != "#"), number)
    if "could not find expected ':'" in reason and since is not None and lines[since[0]].strip():
        return since[0], _line_slip(lines, since[0], since[1])
    directive = next((n for n, text in enumerate(lines[:number]) if text[:1] == "%" or text == "..."), None)
    if "document start" in reason and directive is not None:
        return directive, Slip("line", 0, value=lines[directive].strip())
    if "document start" in reason and indent_of(lines[first]) > indent:
        return _indent_slip(lines, first)
    for suspect in (number, number - 1):
        if suspect >= 0 and _is_lone_text(lines[suspect]):
            return suspect, _line_slip(lines, suspect, indent_of(lines[suspect]))
    if line[:1] in " -" and (indent <= column or "expected" in reason or "mapping values" in reason):
        return _indent_slip(lines, number)
    return number, Slip("syntax", min(column, len(line)), value=value)


def _indent_slip(lines: list[str], number: int) -> tuple[int, Slip]:
    """Tell of a line that is not in line with the others, and how it should stand where that can be read."""
    for suspect in (number, number - 1):
        with_dash = dashed(lines, suspect) if suspect > 0 else ""
        if with_dash:
            return suspect, Slip("dash", indent_of(lines[suspect]), with_dash, face="missing")
    for suspect in (number, number - 1):
        mended = indented(lines, suspect) if suspect >= 0 else ""
        if mended:
            face = "mended" if len(mended) <= LONGEST_SHOWN else ""
            return suspect, Slip("indent", indent_of(lines[suspect]), mended, lines[suspect].strip(), face)
    return number, Slip("indent", indent_of(lines[number]), value=lines[number].strip())


def _is_lone_text(line: str) -> bool:
    """Whether a line is neither a field nor an item nor a note."""
    return bool(line.strip()) and not re.search(r":(\s|$)", line) and line.strip()[0] not in "-#"


def _line_slip(lines: list[str], number: int, column: int) -> Slip:
    """Tell of a line that is no field; most go on with the text of the line above."""
    value = lines[number].strip()
    above = lines[number - 1] if number > 0 else ""
    with_dash = dashed(lines, number) if number else ""
    if with_dash:
        return Slip("dash", indent_of(lines[number]), with_dash, face="missing")
    apart = re.sub(r"^(\s*)-(?=[^\s-])", r"\1- ", lines[number])
    if apart != lines[number] and is_readable("\n".join([*lines[:number], apart, *lines[number + 1 :]])):
        return Slip("dash", indent_of(lines[number]), apart, face="space")
    with_colon = colon_beside(lines, number)
    if with_colon:
        return Slip("no-colon", column, with_colon)
    field = FIELD.fullmatch(above)
    if field is None or not field["value"].strip() or field["value"][0] in "[{'\"|>&*!":
        return Slip("line", column, value=value)
    joined = f"{above.strip()} {value}"
    if len(joined) > LONGEST_SHOWN or " #" in joined or re.search(r":(\s|$)", value):
        return Slip("line", column, value=value)
    return Slip("line", column, joined, value, "continued")


def _closed(lines: list[str], number: int, column: int) -> str:
    """Give the line with its bracket closed, if the bracket is not meant to go on in the next line."""
    field = FIELD.fullmatch(lines[number])
    follows = next((line for line in lines[number + 1 :] if line.strip()), "")
    if field is None or field.start("value") != column or (follows and not begins_field(follows)):
        return ""
    bare, comment = split_comment(field["value"].rstrip())
    mended = mended_brackets(bare)
    return line_with(field, mended) + comment if mended else ""


def _suspects(lines: list[str], place: tuple[int, int], since: tuple[int, int] | None) -> Iterator[int]:
    """Give the lines to look at: where the parser stopped, where it began, and the ones just before.

    A quote left open is noticed at the next quote or at the end, so the lines since count too.
    """
    last = min(place[0], len(lines) - 1)
    seen = set()
    above = [number for number in range(last - 1, max(-1, last - 30), -1) if lines[number].strip()]
    start = [since[0]] if since is not None and since[0] < len(lines) else []
    for number in (last, *above[:1], *start, *(n for n in above[1:] if has_open_quote(lines[n]))):
        if number not in seen:
            seen.add(number)
            yield number


def _is_quoted_over_lines(lines: list[str], number: int) -> bool:
    """Whether a value in quotes begins in this line and ends, as it should, in another one."""
    if not has_open_quote(lines[number]):
        return False
    value = value_of(lines[number])
    below = 1
    while (
        number + below < len(lines) and len(value) < LONGEST_QUOTED and lines[number + below][:1] in ("", " ")
    ):
        value += "\n" + lines[number + below]
        end = quoted_end(value)
        if end is not None:
            return not value[end + 1 :].strip() or value[end + 1 :].lstrip().startswith("#")
        below += 1
    return False


def _problem(path: SourcePath, line: int, slip: Slip) -> Problem:
    values = {"value": slip.value if len(slip.value) <= 40 else slip.value[:39] + "…"}
    if slip.suggestion and slip.face not in ("continued", "several"):
        values[MENDED] = slip.suggestion
    if slip.variant not in _WITHOUT_SUGGESTION or slip.face:
        is_indented = slip.variant in ("indent", "tab")
        suggestion = slip.suggestion if is_indented else slip.suggestion.strip()
        values["suggestion"] = suggestion if slip.face == "several" else shown(suggestion)
        if slip.variant == "indent":
            values["spaces"] = str(indent_of(slip.suggestion))
    return Problem(f"yaml-{slip.variant}", Span(path, line, slip.column + 1), slip.face, values)


_WITHOUT_SUGGESTION = frozenset({"bracket", "dash", "indent", "line", "syntax", "tab"})
"""Slips whose sentence tells what to do in words, unless it has a face of its own."""
