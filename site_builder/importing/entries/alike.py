"""New shops that may be others all the same: in the house of another, or one of the site by another name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from site_builder.importing.cells.bare_names import LEGAL
from site_builder.importing.entries.judging import Planned
from site_builder.importing.entries.plan import Status
from site_builder.importing.entries.resembling import Likeness, core_of, likeness_in, likeness_of
from site_builder.importing.library import Library, is_sample
from site_builder.names import Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.text.slug import slug_of
from site_builder.text.village_names import are_near_words

_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_SMALL = frozenset({"dan", "and", "di", "the", "of"})
_FEWEST_WORDS = 3
"""Of a name, by which another is known that has them all: two may be any `Tas Kulit`."""
_SHORTEST_SHORT = 5
"""In letters, of a name that is short for several words."""
_MOST_COMPARED = 1_000_000
"""Pairs of a row and an entry; names in a longer list are not compared."""


class _Name(Struct, frozen=True):
    """A name, and what others are known by."""

    core: str
    words: frozenset[str]
    telling: tuple[str, ...]
    """In order, without the words that many names have."""
    sorted: tuple[str, ...]
    """The same without villages."""


def alike(planned: Sequence[Planned], library: Library) -> Iterator[Problem]:
    """Tell of each new shop once which other has its house, or may have its name."""
    known = [
        (str(entry), existing.name, likeness_in(library, entry))
        for entry, existing in library.entries.items()
        if not is_sample(existing)
    ]
    places = {slug for slug in library.known.villages if slug}
    housed: dict[str, list[tuple[str, Likeness, str]]] = defaultdict(list)
    for entry, name, own in known:
        if own.street:
            housed[own.address].append((entry, own, f"`{name[:40]}` (`{entry}`)"))
    names = [(entry, name, _names_of(name, places)) for entry, name, _ in known]
    compared = 0
    for one in planned:
        if one.done.outcome.status is Status.REFUSED:
            continue
        row, entry = one.row, str(one.match.id)
        own = likeness_of(Kind.SHOPS, {name: wish.value for name, wish in row.wishes.items()})
        if one.done.outcome.status is Status.NEW and not row.given_id:
            compared += len(names)
            meant = _meant(row.name, names, places) if compared <= _MOST_COMPARED else None
            beside = [
                shown
                for other, likeness, shown in housed[own.address]
                if other != entry and likeness.core != own.core and not _are_apart(own, likeness)
            ]
            values = {"value": row.name[:40]}
            if meant is not None:
                values |= {"id": meant[0], "other": meant[1][:60]}
                yield Problem("cell-same-name", Span(row.at.at), "likely", values, Severity.WARNING)
            elif own.street and beside:
                address = row.wishes["address"]
                values |= {"other": beside[0], "address": str(address.value)[:60]}
                yield Problem("cell-same-address", Span(address.cell.at), "", values, Severity.WARNING)
        if own.street:
            housed[own.address].append((entry, own, f"`{row.name[:40]}` ({row.at.at})"))


def _are_apart(one: Likeness, other: Likeness) -> bool:
    """Whether a street of the same name is in another village."""
    return bool(one.village and other.village) and one.village != other.village


def _names_of(name: str, places: set[str]) -> list[_Name]:
    """Give a name and those in brackets within it; a village is none."""
    parts = [_BRACKETS.sub(" ", name), *_BRACKETS.findall(name)]
    return [_name(part, places) for part in parts if slug_of(part) and slug_of(part) not in places]


def _name(text: str, places: set[str]) -> _Name:
    words = [word for word in slug_of(text).split("-") if word and word not in _SMALL]
    telling = tuple(word for word in words if word not in LEGAL)
    bare = tuple(sorted(word for word in telling if word not in places))
    return _Name(core_of(Kind.SHOPS, text), frozenset(words), telling, bare)


def _meant(
    name: str, known: Sequence[tuple[str, str, list[_Name]]], places: set[str]
) -> tuple[str, str] | None:
    """Give the shop of which a name may be another one: a slip, a part, or what its name is short for."""
    own = _name(_BRACKETS.sub(" ", name), places)
    form = _short_form(own.telling)
    for entry, called, others in known:
        for other in others:
            is_slip = bool(own.sorted) and are_near_words(own.sorted, other.sorted)
            is_part = len(own.words) >= _FEWEST_WORDS and own.words <= other.words
            if own.core != other.core and (is_slip or is_part or _is_short(other, form)):
                return entry, called
    return None


def _short_form(words: Sequence[str]) -> re.Pattern[str] | None:
    """Give the form of a name made of the beginnings of words: `Intako` of `Industri Tas & Koper`."""
    if len(words) < _FEWEST_WORDS:
        return None
    return re.compile("".join(f"{word[:2]}{_optional(word[2:])}" for word in words if len(word) > 1))


def _is_short(name: _Name, form: re.Pattern[str] | None) -> bool:
    short = name.telling[0] if len(name.telling) == 1 else ""
    return form is not None and len(short) >= _SHORTEST_SHORT and form.fullmatch(short) is not None


def _optional(letters: str) -> str:
    """Match the beginning of a text, however long."""
    return "".join(f"(?:{letter}" for letter in letters[:4]) + ")?" * len(letters[:4])
