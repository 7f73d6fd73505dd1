"""What the owner of a shop does not want on the site, whatever the office's list says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from site_builder.importing.entries.origins import Origin
from site_builder.importing.library import Existing, Library, value_in
from site_builder.importing.rows.row import ReadRow
from site_builder.model.readers.contact import international
from site_builder.model.readers.written import Written, shorten
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Severity, Span
from site_builder.validate.shapes import ChoiceShape, ListShape, shape_of_kind

_NUMBERS = {"whatsapp": "phone", "phone": "whatsapp"}
"""In which other field a number would be shown all the same."""
_MOBILE = "+628"


def without_withheld(
    row: ReadRow, existing: Existing | None, known: Mapping[str, Written] | None = None
) -> ReadRow:
    """Take the cells of such fields out of a row, and tell that they are left alone.

    `known` is what an office has said of them before: a number does not come back in another column.
    """
    withheld = _withheld(existing)
    names = [
        name
        for name in (*withheld, *_same_numbers(row, existing, withheld, known or {}))
        if name in row.wishes or name in row.faulty
    ]
    if not names:
        return row
    by_name = shape_of_kind(Kind.SHOPS).by_name
    faults = [problem for name in names for problem in row.faulty.get(name, ())]
    cells = [row.wishes[name].cell.at for name in names if name in row.wishes]
    cells += [fault.at.path for fault in faults]
    fields = ", ".join(f"`{by_name[name].indonesian}`" for name in names)
    told = Problem(
        "row-withheld",
        Span(cells[0]),
        "",
        {"value": shorten(row.name), "fields": fields},
        Severity.WARNING,
    )
    return replace(
        row,
        wishes={name: wish for name, wish in row.wishes.items() if name not in names},
        faulty={name: found for name, found in row.faulty.items() if name not in names},
        problems=(*(one for one in row.problems if one not in faults), told),
    )


def _same_numbers(
    row: ReadRow, existing: Existing | None, withheld: frozenset[str], known: Mapping[str, Written]
) -> Iterator[str]:
    """Name the field for a number that would show one that is withheld; what its file has is agreed to.

    A mobile number of an owner who wants no WhatsApp is hardly another one.
    """
    by_name = shape_of_kind(Kind.SHOPS).by_name
    for name, other in _NUMBERS.items():
        wish = row.wishes.get(other)
        number = "" if wish is None else _dialled(wish.value)
        if name not in withheld or other in withheld or not number or existing is None:
            continue
        if number == _dialled(value_in(existing.document, by_name[other])):
            continue
        said = row.wishes.get(name)
        earlier = {_dialled(known.get(name)), _dialled(None if said is None else said.value)}
        if number in earlier or (name == "whatsapp" and number.startswith(_MOBILE)):
            yield other


def _dialled(value: Written | None) -> str:
    return international(value) if isinstance(value, str) and any(map(str.isdecimal, value)) else ""


def without_memory(origins: Mapping[str, Origin], library: Library) -> dict[str, Origin]:
    """Forget what an import has noted of such fields: an owner's number is not kept behind his back."""
    return {
        entry: _forgotten(origin, library.entries.get(EntryId(entry))) for entry, origin in origins.items()
    }


def _forgotten(origin: Origin, existing: Existing | None) -> Origin:
    names = _withheld(existing)
    if names.isdisjoint({*origin.fields, *origin.lists}):
        return origin
    return replace(
        origin,
        fields={name: value for name, value in origin.fields.items() if name not in names},
        lists={name: file for name, file in origin.lists.items() if name not in names},
    )


def _withheld(existing: Existing | None) -> frozenset[str]:
    """Name the fields in English, as far as they can be read: a check tells of the others."""
    if existing is None or existing.document.name.kind is not Kind.SHOPS:
        return frozenset()
    field = shape_of_kind(Kind.SHOPS).by_name["without"]
    said = value_in(existing.document, field)
    assert isinstance(field.shape, ListShape)
    assert isinstance(field.shape.item, ChoiceShape)
    meant = field.shape.item.meant
    words = said if isinstance(said, list) else [said]
    return frozenset(meant[word] for word in words if isinstance(word, str) and word in meant)
