"""What people have stuck to the cells of an .xlsx file: comments, which stand in a part of their own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from site_builder.spreadsheets.archive import Archive, attribute, local
from site_builder.spreadsheets.cells import clean_text
from site_builder.spreadsheets.grid import Room

_FOR_OLD_PROGRAMS = re.compile(r"\A\[[^\]\n]+\]\s.*?\n[^\W\d_]+:\n", re.DOTALL)
"""What Excel writes before a comment that has answers, for programs that know none."""


def read_comments(archive: Archive, sheet: str, room: Room) -> Mapping[str, str]:
    """Give the comments of a sheet by the cells that they belong to: `F4`; raises `SheetFault`."""
    folder, _, file = sheet.rpartition("/")
    links = f"{folder}/_rels/{file}.rels".lstrip("/")
    if not archive.has(links):
        return {}
    found: dict[str, str] = {}
    for link in archive.tree(links):
        part = posixpath.normpath(posixpath.join("/", folder, attribute(link, "Target"))).lstrip("/")
        if not attribute(link, "Type").endswith("/comments") or not archive.has(part):
            continue
        for element in archive.ends(part):
            if local(element) == "comment":
                text = "".join(piece.text or "" for piece in element.iter() if local(piece) == "t")
                text = _FOR_OLD_PROGRAMS.sub("", clean_text(room.hold(text)))
                found[attribute(element, "ref")] = " ".join(text.split())
                element.clear()
    return found
