"""What the styles of an .ods file say of a cell beside its format: lines through it, and its colours.

A style says only what differs from the one that it is made from; that may stand in a part of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET

from msgspec import Struct

from site_builder.spreadsheets.archive import Archive, attribute, local

CELLS, PARAGRAPHS, SPANS = "table-cell", "paragraph", "text"
"""Families of styles, each with names of its own."""
_PLAIN = frozenset({"", "#000000", "#ffffff", "transparent"})
_LINES = ("text-line-through-style", "text-line-through-type")


class Look(Struct, frozen=True):
    """`None` where a style says nothing, and what is around it holds."""

    is_struck: bool | None = None
    ground: str | None = None
    letters: str | None = None

    @property
    def colour(self) -> str:
        return "/".join(colour for colour in (self.ground, self.letters) if colour and colour not in _PLAIN)


class Styles:
    """All styles of a file, by their families and names."""

    def __init__(self, roots: Iterable[ET.Element]) -> None:
        self._own: dict[tuple[str, str], tuple[Look, str]] = {}
        self._whole: dict[tuple[str, str], Look] = {}
        for root in roots:
            for style in root.iter():
                if local(style) == "style":
                    key = (attribute(style, "family", CELLS), attribute(style, "name"))
                    self._own[key] = (_look(style), attribute(style, "parent-style-name"))
        self.strikes_texts = any(
            family in (PARAGRAPHS, SPANS) and look.is_struck for (family, _), (look, _) in self._own.items()
        )
        """Whether a line may be drawn through a part of a cell."""

    def look(self, family: str, name: str) -> Look:
        """Give what a style says, with what it takes from those that it is made from."""
        key = (family, name)
        if key not in self._whole:
            self._whole[key] = self._with_parents(family, name)
        return self._whole[key]

    def _with_parents(self, family: str, name: str) -> Look:
        found, seen = Look(), set()
        while (family, name) in self._own and name not in seen:
            seen.add(name)
            own, name = self._own[family, name]
            found = Look(
                own.is_struck if found.is_struck is None else found.is_struck,
                own.ground if found.ground is None else found.ground,
                own.letters if found.letters is None else found.letters,
            )
        return found


def styles_of(archive: Archive, content: ET.Element) -> Styles:
    """Read the styles of a file; those of its text win over those that all its sheets have."""
    shared = [archive.tree("styles.xml")] if archive.has("styles.xml") else []
    return Styles([*shared, content])


def lines_through(cell: ET.Element, styles: Styles, *, is_struck: bool) -> set[bool]:
    """Say of the pieces of a cell's text whether lines are drawn through them; `is_struck` is its own."""
    found: set[bool] = set()
    for part in cell:
        if local(part) == "p":
            own = styles.look(PARAGRAPHS, attribute(part, "style-name")).is_struck
            found.update(_pieces(part, styles, is_struck=is_struck if own is None else own))
    return found or {is_struck}


def _pieces(element: ET.Element, styles: Styles, *, is_struck: bool) -> Iterator[bool]:
    if (element.text or "").strip():
        yield is_struck
    for child in element:
        if local(child) != "annotation":
            own = styles.look(SPANS, attribute(child, "style-name")).is_struck
            yield from _pieces(child, styles, is_struck=is_struck if own is None else own)
        if (child.tail or "").strip():
            yield is_struck


def _look(style: ET.Element) -> Look:
    lines = [attribute(part, name) for part in style for name in _LINES]
    said = [line for line in lines if line]
    return Look(
        "none" not in said if said else None,
        _last(style, "background-color"),
        _last(style, "color"),
    )


def _last(style: ET.Element, name: str) -> str | None:
    said = [found.lower() for part in style if (found := attribute(part, name))]
    return said[-1] if said else None
