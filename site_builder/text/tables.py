"""Tables that scroll sideways on a narrow screen, and that a screen reader can tell about."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from site_builder.text.labels import Labels
from site_builder.text.marks import without_marks
from site_builder.text.plain import one_line

WRAPPER_CLASS = "table-scroll"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


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
