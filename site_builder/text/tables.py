"""Tables that scroll sideways on a narrow screen, and that a screen reader can tell about."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from site_builder.text.labels import Labels
from site_builder.text.marks import without_marks
from site_builder.text.plain import one_line

WRAPPER_CLASS = "table-scroll"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_NUMBER = re.compile(r"[-−+±~]?\s?(?:Rp|US\$)?\s?\d[\d.,]*\s?%?", re.ASCII)
_NO_NUMBER = frozenset({"", "-", "–", "—"})
"""What stands where a number is missing."""


def finish_tables(root: Element, labels: Labels) -> None:
    """Wrap each table in a named region that the keyboard can scroll; name columns; align by class."""
    heading = ""
    names: dict[str, int] = {}
    for element in list(root.iter()):
        if element.tag in _HEADINGS:
            heading = one_line(without_marks("".join(element.itertext())))
        elif element.tag == "table":
            name = heading or labels.table
            names[name] = names.get(name, 0) + 1
            _finish_cells(element)
            _wrap(element, f"{name} ({names[name]})" if names[name] > 1 else name)


def _finish_cells(table: Element) -> None:
    _align_numbers(table)
    for cell in table.iter():
        if cell.tag not in {"th", "td"}:
            continue
        if align := cell.attrib.pop("align", ""):
            cell.set("class", f"align-{align}")
        if cell.tag == "th":
            if len(cell) or (cell.text or "").strip():
                cell.set("scope", "col")
            else:
                cell.tag = "td"  # a header without words names nothing


def _align_numbers(table: Element) -> None:
    """Set columns of numbers to the right where the editors set nothing; the first one names its rows."""
    rows = [[cell for cell in row if cell.tag in {"th", "td"}] for row in table.iter("tr")]
    for column in list(zip(*rows, strict=False))[1:]:
        said = ["".join(cell.itertext()).strip() for cell in column[1:]]
        numbers = [text for text in said if text not in _NO_NUMBER]
        if numbers and all(map(_NUMBER.fullmatch, numbers)):
            for cell in column:
                cell.attrib.setdefault("align", "right")


def _wrap(table: Element, name: str) -> None:
    """Turn `table` in place into the wrapper around a new table of the same content."""
    inner = Element("table")
    inner.extend(table)
    tail = table.tail
    table.clear()
    table.tail = tail
    table.tag = "div"
    table.attrib.update({"class": WRAPPER_CLASS, "tabindex": "0", "role": "region", "aria-label": name})
    table.append(inner)
