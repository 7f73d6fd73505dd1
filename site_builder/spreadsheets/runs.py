"""The pieces of a text of .xlsx, each in its own font, as programs write them where only some is marked."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from site_builder.spreadsheets.archive import Archive, local

YES = ("1", "true", "on")
Lines = tuple[bool | None, ...]
"""Of each piece that says something whether it is struck through; `None` where the font of its cell holds."""


def shared_lines(archive: Archive, part: str) -> Mapping[int, Lines]:
    """Give the lines of shared texts that are in pieces, by their numbers; raises `SheetFault`."""
    if not part or b"rPr" not in archive.large(part).read():
        return {}
    found: dict[int, Lines] = {}
    number = 0
    for element in archive.ends(part):
        if local(element) == "si":
            if lines := lines_of(element):
                found[number] = lines
            number += 1
            element.clear()
    return found


def lines_of(text: ET.Element) -> Lines:
    """Give the lines through the pieces of a text."""
    return tuple(
        _has_line(run)
        for run in text
        if local(run) == "r" and any(local(piece) == "t" and (piece.text or "").strip() for piece in run)
    )


def is_struck(font: ET.Element) -> bool:
    return any(local(part) == "strike" and part.get("val", "1") in YES for part in font)


def _has_line(run: ET.Element) -> bool | None:
    font = next((part for part in run if local(part) == "rPr"), None)
    return None if font is None else is_struck(font)
