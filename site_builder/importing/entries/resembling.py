"""Whether a row may be about an entry that it does not name: nobody is published twice, or as another.

One business stands in lists under several names (`Tk. Amanah`, `Toko Amanah`), and several may share one.
What decides is the number, the e-mail address and the street; where these do not, a person must.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.importing.cells.bare_names import bare_slug
from site_builder.importing.cells.words import is_slip
from site_builder.importing.library import Library, in_default, is_sample, value_in
from site_builder.importing.rows.row import ReadRow, lacking
from site_builder.model.readers.contact import international
from site_builder.model.readers.written import Written
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span
from site_builder.text.slug import slug_of
from site_builder.text.village_names import village_name
from site_builder.validate.shapes import FieldShape, shape_of_kind

NUMBERS = ("whatsapp", "phone")
_MOST_COMPARED = 200_000
"""Pairs of an incomplete row and an entry; in a list with more of them the rows are incomplete by design."""
_MOST_NAMED = 5
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NO_NAMES = frozenset({"pusat", "cabang", "baru", "lama", "asli", "pendatang", "toko", "grosir", "bengkel"})
"""What brackets behind a name tell of it, and is no other name."""
_LANDMARK = re.compile(
    r"(?<=\d)(?P<letter>[a-z]?)\b.*?[\s,(\[]+(?:di\s+|sebelah\s+)*"
    r"(?:(?:depan|sebelah|samping|belakang|blkg|dekat|dkt|seberang|sebrang|dpn|smp|masuk|arah|pojok|sudut|pinggir"
    r"|area|kompleks|lantai|lt|patokan)\b.*|(?:timur|barat|utara|selatan|tengah)\b\D*$)",
    re.IGNORECASE | re.DOTALL,
)
"""What tells behind the number of a house how to find it: `15 depan balai desa`."""
_LANDMARK_BEFORE = re.compile(
    r"^\W*(?:di\s+)?(?:depan|sebelah|samping|belakang|blkg|dekat|dkt|seberang|sebrang|dpn|smp|timur|barat|utara|selatan)\b"
    r"[^,\d]*?(?:,\s*(?=[^,]*\d)|(?=\b(?:jl|jln|jalan)\b))",
    re.IGNORECASE,
)
"""The same before the street: `Sebelah utara Balai Desa, Jl. Kedensari 70`."""
_PLACE_WORDS = re.compile(r"\b(?:jl|jln|jalan|no|nomor|rt|rw|desa|ds|kec|kecamatan|kel)\b\.?", re.IGNORECASE)


class Likeness(Struct, frozen=True):
    """What tells one entry from others."""

    name: str
    core: str
    """The name without what lists leave out."""
    contacts: frozenset[str]
    address: str
    village: str
    shop: str
    street: str = ""
    """Of the address, without the number."""
    inner: frozenset[str] = frozenset()
    """Names that stand in brackets within the name."""


def likeness_of(kind: Kind, values: Mapping[str, Written]) -> Likeness:
    def text(name: str) -> str:
        value = values.get(name)
        return value if isinstance(value, str) else ""

    numbers = {international(text(name)) for name in NUMBERS if any(map(str.isdecimal, text(name)))}
    contacts = {number for number in numbers if number} | ({text("email").casefold()} - {""})
    address = _street(text("address"))
    return Likeness(
        text("name"),
        core_of(kind, text("name")),
        frozenset(contacts),
        address,
        slug_of(village_name(text("village"))),
        text("shop"),
        _without_number(address),
        _inner(text("name")) if kind is Kind.SHOPS else frozenset(),
    )


def likeness_in(library: Library, entry: EntryId) -> Likeness:
    document = library.entries[entry].document
    fields = shape_of_kind(library.kind).fields
    said = {field.name: in_default(value_in(document, field), library.languages) for field in fields}
    return likeness_of(library.kind, {name: value for name, value in said.items() if value is not None})


def core_of(kind: Kind, name: str) -> str:
    whole = _BRACKETS.sub(" ", name)
    words = (bare_slug(whole) if kind is Kind.SHOPS and slug_of(whole) else slug_of(name)).split("-")
    return "-".join(word.lstrip("0") or "0" if word.isdecimal() else word for word in words)


def _inner(name: str) -> frozenset[str]:
    """Give the names in brackets: `Pusgitta (Pusat Grosir Tas Tanggulangin)` has two."""
    cores = (core_of(Kind.SHOPS, part) for part in _BRACKETS.findall(name))
    return frozenset(core for core in cores if not core.isdecimal()) - _NO_NAMES - {""}


def _street(address: str) -> str:
    """Give the street and its number: what stands before the first comma, without `Jl.` and `RT`.

    The letter behind a number is left out: sources disagree on it most of all.
    """
    text = _LANDMARK_BEFORE.sub("", " ".join(address.split()))
    text = _LANDMARK.sub(r"\g<letter>", text)
    text = re.sub(r"\bRT\b.*", "", text.partition(",")[0], flags=re.IGNORECASE)
    return re.sub(r"(?<=\d)-?[a-f](?![a-z0-9])", "", slug_of(_PLACE_WORDS.sub(" ", text)))


def _without_number(address: str) -> str:
    """Give the street of an address that ends in the number of a house; nothing of another."""
    found = re.fullmatch(r"(.*[^\W\d_].*?)-\d+", address)
    return found[1] if found is not None else ""


def is_same_business(kind: Kind, one: Likeness, other: Likeness) -> bool:
    """Whether two names are most likely of one thing."""
    if kind is Kind.PRODUCTS:
        return one.core == other.core and one.shop == other.shop
    if kind is Kind.EVENTS:
        return False
    if one.core != other.core and _squeezed(one.core) == _squeezed(other.core):
        return True  # `Damar Wulan` and `Damarwulan`: as near as the very same name
    if _is_inner(one, other) or _is_inner(other, one):
        return True
    shares_number = bool(one.contacts & other.contacts)
    shares_street = bool(one.address) and one.address == other.address
    if shares_number and shares_street:
        return True
    if not _are_near(one.core, other.core):
        return False
    knows_little = not (one.contacts and other.contacts) and not (one.address and other.address)
    is_beside = bool(one.street) and one.street == other.street
    return shares_number or shares_street or (one.core == other.core and (knows_little or is_beside))


def _is_inner(one: Likeness, other: Likeness) -> bool:
    """Whether one thing is called as another is in brackets, or before them; a village is none."""
    inner = other.inner - {one.village, other.village}
    if one.core == other.core:
        return not one.inner and any("-" in name for name in inner)
    return one.core in inner


def names_are_near(kind: Kind, one: str, other: str) -> bool:
    """Whether two names may well be of one thing, once somebody says so."""
    return _are_near(core_of(kind, one), core_of(kind, other))


def _squeezed(core: str) -> str:
    return core.replace("-", "")


def _are_near(one: str, other: str) -> bool:
    shorter, longer = sorted((one.split("-"), other.split("-")), key=len)
    is_part = bool(one) and set(shorter) <= set(longer)
    return (
        _squeezed(one) == _squeezed(other)
        or is_part
        or is_slip(one, other)
        or _is_shortened(one.split("-"), other.split("-"))
    )


def _is_shortened(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words of one name are short for those of another: `Spt. Kuda`, `Sepatu Kuda`."""
    pairs = [*zip(one, other, strict=False)]
    is_whole = len(one) == len(other) and any(left == right for left, right in pairs)
    return is_whole and all(
        left == right or _is_short_for(left, right) or _is_short_for(right, left) for left, right in pairs
    )


def _is_short_for(short: str, word: str) -> bool:
    letters = iter(word)
    return 2 <= len(short) < len(word) and short[0] == word[0] and all(letter in letters for letter in short)


def is_another(kind: Kind, row: Likeness, known: Sequence[Likeness]) -> bool:
    """Whether a row of the same name says of nothing what the entry said, now or at the last import."""
    if kind is not Kind.SHOPS:
        return False
    pairs = [
        (row.address, [one.address for one in known]),
        (row.village, [one.village for one in known]),
    ]
    said = [(value, [other for other in others if other]) for value, others in pairs if value]
    agreed = [value in others for value, others in said if others]
    contacts = [one.contacts for one in known if one.contacts]
    if row.contacts and contacts:
        agreed.append(any(row.contacts & one for one in contacts))
    return len(agreed) >= 3 and not any(agreed)


def resembled(rows: Sequence[tuple[ReadRow, EntryId]], library: Library) -> Iterator[tuple[int, Problem]]:
    """Give for new rows, by their places, what entry or other row they may be instead.

    Rows that are refused for something else count too: which of several is right, nobody knows. Of two
    rows that may be one, both are refused.
    """
    known = [
        _Named(existing.name, str(entry), likeness_in(library, entry))
        for entry, existing in library.entries.items()
        if not is_sample(existing)
    ]
    index: dict[str, list[_Named]] = defaultdict(list)
    for one in known:
        for mark in _marks(one.likeness):
            index[mark].append(one)
    likes = [
        likeness_of(library.kind, {name: wish.value for name, wish in row.wishes.items()}) for row, _ in rows
    ]
    beside: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(likes):
        for mark in _marks(own) if rows[place][0].name else ():
            beside[mark].append(place)
    compared = 0
    for place, (row, entry) in enumerate(rows):
        own = likes[place]
        is_new = bool(row.name) and entry not in library.entries and not row.given_id
        lacks = lacking(row, library.kind) if is_new and entry else []
        compared += len(known) if lacks else 0
        near = [
            other
            for mark in _marks(own)
            for other in index[mark]
            if is_same_business(library.kind, own, other.likeness)
        ]
        if not near and lacks and compared <= _MOST_COMPARED:
            near = [one for one in known if _may_be_meant(own, one.likeness)]
        others = [
            other
            for other in dict.fromkeys(other for mark in _marks(own) for other in beside[mark])
            if other != place and is_same_business(library.kind, own, likes[other])
        ]
        settled = [other for other in others if rows[other][0].given_id or rows[other][1] in library.entries]
        near += [_Named(rows[other][0].name, str(rows[other][1]), likes[other]) for other in settled]
        if near and is_new and entry:
            yield place, _near(row, near, lacks, str(entry))
        elif others and is_new:
            yield place, _near_rows(row, [rows[other][0] for other in others])


def _near_rows(row: ReadRow, others: Sequence[ReadRow]) -> Problem:
    """Name the other rows that may be about the same thing."""
    cells = ", ".join(other.at.at for other in others[:_MOST_NAMED])
    values = {"value": row.name[:40], "other": others[0].name[:40], "cells": cells}
    return Problem("row-near", Span(row.at.at), "rows", values)


class _Named(Struct, frozen=True):
    name: str
    id: str
    likeness: Likeness


def _near(row: ReadRow, near: Sequence[_Named], lacks: Sequence[FieldShape], entry: str) -> Problem:
    """Ask whether a row is about another; one that lacks what a new entry needs is told that too."""
    values = {"value": row.name[:40], "other": near[0].name[:40], "id": near[0].id, "new": entry}
    if not lacks:
        return Problem("row-near", Span(row.at.at), "", values)
    ids = [*dict.fromkeys(one.id for one in near)]
    values |= {
        "fields": ", ".join(field.indonesian for field in lacks),
        "known": ", ".join(ids[:_MOST_NAMED]) + (", …" if len(ids) > _MOST_NAMED else ""),
    }
    return Problem("row-near", Span(row.at.at), "several" if len(ids) > 1 else "lacking", values)


def _may_be_meant(row: Likeness, other: Likeness) -> bool:
    """Whether a row that can be no new entry may be about another of nearly its name."""
    is_apart = bool(row.contacts and other.contacts) and not row.contacts & other.contacts
    return bool(row.core) and not is_apart and _are_near(row.core, other.core)


def _marks(one: Likeness) -> Iterator[str]:
    """Give what two that are alike share at least one of, so that a long list is not compared in pairs."""
    yield from (f"@{contact}" for contact in sorted(one.contacts))
    yield from (f"/{part}" for part in (one.address,) if part)
    yield from (f"={_squeezed(name)}" for name in sorted({one.core, *one.inner}))
