"""Lines that lost the spaces before them, where a line further down still has them rightly."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from site_builder.model.readers.weekdays import is_days
from site_builder.source.mended_lines import (
    begins_field,
    is_language,
    is_readable,
    names_together,
    stands_alone,
)
from site_builder.source.value_slips import indent_of, value_of

_MOST_HEADS = 4
"""Names that are tried as the one that holds the lines: the text is read again for each."""


class Lost(Struct, frozen=True):
    """A line that lacks spaces, and the same with them."""

    number: int
    """From 0."""
    mended: str


def lost_spaces(lines: Sequence[str], number: int, path: str) -> tuple[Lost, ...]:
    """Find the lines that lack the spaces which the one at `number` has rightly; there is one above it.

    They stand below the name that holds them all, and no file has one of them at its top.
    """
    spaces = indent_of(lines[number])
    lost: list[int] = []
    heads = 0
    for place in range(number - 1, -1, -1):
        line = lines[place]
        if _says_nothing(line) or indent_of(line) >= spaces:
            continue
        if lost and _is_head(line):
            found = _of_block(lines, place, [*reversed(lost)], number, path)
            heads += 1
            if found or heads == _MOST_HEADS:
                return found
        if not begins_field(line) or stands_alone(line, path):
            break
        lost.append(place)
    return ()


def _is_head(line: str) -> bool:
    """Whether a line may have fields below it: those that it names, or those of an item it begins."""
    return (begins_field(line) and not value_of(line)) or line.lstrip().startswith("- ")


def _of_block(
    lines: Sequence[str], head: int, above: Sequence[int], number: int, path: str
) -> tuple[Lost, ...]:
    """Take the lines of a block that lost their spaces to be mended; nothing where it can't be read then.

    What lost them below the line at `number` is known by its name: it goes with the others.
    """
    spaces, margin = indent_of(lines[number]), indent_of(lines[head])
    if any(indent_of(lines[place]) > margin for place in above):
        return ()
    beside = {_key(lines[place]) for place in above}
    lost = list(above)
    end = number
    for place in range(number, len(lines)):
        line = lines[place]
        if _says_nothing(line):
            continue
        if indent_of(line) < spaces:
            if not begins_field(line) or stands_alone(line, path) or not _go_together({*beside, _key(line)}):
                break
            lost.append(place)
        if indent_of(line) == spaces and begins_field(line):
            beside.add(_key(line))
        end = place
    mended = {place: " " * spaces + lines[place].strip() for place in lost}
    block = [mended.get(place, lines[place]) for place in range(end + 1)]
    if not is_readable("\n".join(block)):
        return ()
    return tuple(Lost(place, mended[place]) for place in lost)


def _go_together(keys: set[str]) -> bool:
    """Whether all names are days, or languages, or fields that one thing has."""
    return (
        all(map(is_days, keys))
        or all(map(is_language, keys))
        or any(keys <= names for names in names_together())
    )


def _key(line: str) -> str:
    return line.partition(":")[0].strip(" -\"'")


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
