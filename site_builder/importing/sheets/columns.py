"""Which column a header means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from site_builder.importing.cells.unfit import is_contact_person, is_private_header
from site_builder.importing.sheets.header_contexts import (
    BY_HAND,
    EXAMPLES,
    FILLERS,
    HARMLESS,
    PARTS_NAMED,
    SIDES,
    SIZES,
    WITH_UNIT,
    is_remark,
)
from site_builder.importing.sheets.price_units import PRICES, in_units
from site_builder.model.readers.sides import order_of
from site_builder.names import Kind
from site_builder.validate.header_words import (
    CONTACT,
    MOBILE,
    SIZE,
    WEIGHT,
    header_key,
    unspaced,
    words_of,
)
from site_builder.validate.shapes import (
    ChoiceShape,
    FieldShape,
    ListShape,
    ScalarShape,
    TextShape,
    shape_of_kind,
)

_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_NEVER = frozenset({"slug", "aliases", "expires", "publish", "order", "sample", "draft", "without"})
"""Fields that belong to the site, not to an office."""
_WHOLE = frozenset({"location"})
"""Fields of several parts that one cell can hold."""


def importable(kind: Kind) -> Iterator[FieldShape]:
    """Yield the fields of a kind that a cell can hold."""
    for field in shape_of_kind(kind).fields:
        shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        is_plain = isinstance(shape, ScalarShape | TextShape | ChoiceShape)
        if (is_plain or field.name in _WHOLE) and field.name not in _NEVER:
            yield field


def meaning(header: str, known: Mapping[str, str]) -> str:
    """Give the column that a header means, or nothing; prices may be in thousands."""
    target = _plain_meaning(header, known)
    if target or "price" not in known.values():
        return target
    bare, factor = in_units(header)
    target = _plain_meaning(bare, known) if factor > 1 else ""
    return target if target in PRICES else ""


def price_factor(header: str, known: Mapping[str, str]) -> int:
    """Say how many rupiah 1 is in a column of prices."""
    if _plain_meaning(header, known) or meaning(header, known) not in PRICES:
        return 1
    return in_units(header)[1]


def _plain_meaning(header: str, known: Mapping[str, str]) -> str:
    """Give the column that a header means, or nothing; brackets must say nothing that matters."""
    inside = [text for text in (header_key(text) for text in _BRACKETS.findall(header)) if text]
    word = header_key(_BRACKETS.sub(" ", header))
    if SIZES.search(header) and WEIGHT in known.values():
        return _size(header)
    target = _target(word, known)
    units: frozenset[str] = frozenset()
    for with_unit, its_units in WITH_UNIT.get(word, ()):
        if with_unit in known.values() and its_units.intersection(inside):
            target, units = with_unit, its_units
    if target in (MOBILE, "phone") and not {"wa", "hp/wa", "telepon/wa", "wa-aktif"}.isdisjoint(inside):
        return CONTACT
    harmless = HARMLESS[""] | HARMLESS.get(target, frozenset()) | units
    parts = PARTS_NAMED.get(target, frozenset())
    said = [
        text
        for text in inside
        if not text.startswith(EXAMPLES) and not parts.issuperset(re.split(r"[-/]", text))
    ]
    return target if harmless.issuperset(said) else ""


def _size(header: str) -> str:
    """Name the sides of a size in their order, where the header does: `Ukuran (P x L x T)`.

    The long side is seen from before, so it is the width; beside a thickness the breadth is the height.
    """
    sides = SIDES.search(header)
    units = frozenset(re.findall(r"[^\W\d_]+", header.lower())).intersection(_OTHER_UNITS)
    if sides is None:
        return "" if units else f"{SIZE}."
    order = order_of([side.lower() for side in sides.groups() if side is not None])
    return f"{SIZE}.{order}" if order and not units else ""


_OTHER_UNITS = frozenset({"mm", "inci", "inch", "m", "meter", "kemasan", "dus", "karton"})
"""Of sizes that are not those of the thing in centimetres."""


_OF_WORK = frozenset(
    {"toko", "usaha", "workshop", "produksi", "bengkel", "kios", "outlet", "showroom", "lengkap", "tempat",
     "lokasi", "umkm", "perusahaan", "galeri", "gallery", "gerai", "jualan", "kerja", "koperasi", "kantor",
     "sekarang", "perajin", "sentra"}
)  # fmt: skip
"""What an address may be of, in one header with others: `Alamat toko/workshop`."""


def _target(word: str, known: Mapping[str, str]) -> str:
    """Look a header up as it is, without words that say nothing, and each of `Nama Perusahaan / IKM`."""
    if word in known:
        return known[word]
    bare = "-".join(part for part in word.split("-") if part not in FILLERS)
    if bare in known:
        return known[bare]
    first, *others = re.split(r"[-/]", bare)
    if first == "alamat" and _OF_WORK.issuperset(others) and known.get("alamat-usaha") == "address":
        return "address"
    targets = {known.get(part, "") for part in bare.split("/")}
    return targets.pop() if "/" in bare and len(targets) == 1 else ""


@cache
def known_headers(kind: Kind) -> Mapping[str, str]:
    """Give all headers that mean something: the fields' own names first."""
    own = {header_key(name): field.name for field in importable(kind) for name in field.names}
    return words_of(kind) | own


def why_no_field(header: str) -> str:
    """Say why a column is not imported."""
    header = unspaced(header)
    key = header_key(_BRACKETS.sub(" ", header))
    if key in BY_HAND:
        return "by-hand-column"
    if SIZES.search(header) or key in WITH_UNIT:
        return "size-column" if SIZES.search(header) else "unit-column"
    if is_contact_person(header):
        return "contact-column"
    if is_private_header(header):
        return "private-column"
    return "remark-column" if is_remark(key) else "unknown-column"
