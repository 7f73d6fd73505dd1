"""Texts in braces that commas have torn: `{id: Naik dari 5 menjadi 6,5 miliar, en: …}`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from site_builder.model.readers.written import LONGEST_SUGGESTION, shorten
from site_builder.problems import Problem, Span
from site_builder.source.tree import Tree
from site_builder.source.value_slips import quote_value

_COLON_IN_WORD = re.compile(r"[^\W\d]:[^\W\d]")


class Torn(Struct, frozen=True):
    """A text in braces whose commas made fields of its parts."""

    at: tuple[int, int]
    variant: str
    """Of `field-unknown`."""
    values: dict[str, str]


def torn_text(key: str, entries: Mapping[str, Tree]) -> Torn | None:
    """Put `teks_alt: Dompet, cokelat` together again: in braces it is a text and a field without a value."""
    names = list(entries)
    first = last = names.index(key)
    while first > 0 and not entries[names[first - 1]].value:
        first -= 1
    while last + 1 < len(names) and not entries[names[last + 1]].value:
        last += 1
    owner = entries[names[first - 1]] if first else None
    parts = [entries[name] for name in names[first : last + 1]]
    if owner is None or not isinstance(owner.value, str) or not any(map(str.isalpha, owner.value)):
        return None
    if entries[key].value or any(part.key_line != owner.line for part in parts):
        return None
    if any(_COLON_IN_WORD.search(name) for name in names[first : last + 1]):
        return None  # a language or a field of which letters changed places: `e:n trips`
    whole, end = owner.value, owner.column + len(owner.value)
    for name, part in zip(names[first : last + 1], parts, strict=True):
        whole += f",{name}" if part.key_column == end + 1 else f", {name}"
        end = part.key_column + len(name)
    if whole.count('"') == 1:  # one of two that stood around it
        whole = whole.strip('"')
    suggestion = f"{names[first - 1]}: {quote_value(whole)}"
    at, values = (parts[0].key_line, parts[0].key_column), {"value": shorten(whole)}
    if len(suggestion) > LONGEST_SUGGESTION:
        return Torn(at, "quotes-long", values)
    return Torn(at, "quotes", {**values, "suggestion": suggestion})


def unknown_language(
    path: str, field: str, code: str, entries: Mapping[str, Tree], languages: Sequence[str]
) -> Problem:
    """Tell what stands in the place of a language in `{id: …, en: …}`: part of a text, or a language."""
    begun, _, text = code.replace(":", "", 1).partition(" ")
    if text and begun in languages and begun not in entries and not entries[code].value:
        values = {"language": begun, "suggestion": f"{begun}: {quote_value(text.strip())}"}
        return Problem("language-unknown", _place(path, entries[code]), "no-colon", values)
    torn = torn_text(code, entries)
    if torn is not None:
        return Problem("field-unknown", Span(path, *torn.at), torn.variant, torn.values)
    values = {"field": field, "language": shorten(code), "known": ", ".join(languages)}
    return Problem("language-unknown", _place(path, entries[code]), "inline", values)


def _place(path: str, item: Tree) -> Span:
    return Span(path, item.key_line, item.key_column)
