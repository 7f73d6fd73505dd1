"""What readers find wrong with a cell, told so that an office can act on it.

What is quoted stands in the sheet, and what is to be written instead is the whole cell: a list of which
only one word is named would lose the others when the hint is pasted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_builder.importing.cells.office_forms import tidy
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.problems import Problem, Span
from site_builder.spreadsheets.cells import Cell

_LONGEST_QUOTE = 60


def fault_problems(fault: ScalarFault, cell: Cell, text: str, **more: str) -> Iterator[Problem]:
    """Tell a fault and those of other parts of the value; `text` is what the sheet shows in the cell."""
    shown = tidy(text) or tidy(cell.text)
    faults = (fault, *fault.others)
    mended = _mended(shown, faults)
    for one in faults:
        values = {"value": shorten(shown), **more, **one.values}
        part = _as_shown(values["value"].removesuffix("…"), shown)
        if not part:
            values["value"] = shorten(shown)
        elif "value" in one.values:
            values["value"] = part + "…" * values["value"].endswith("…")
        if _is_cut(values["value"], one):
            values["value"] = shown if len(shown) <= _LONGEST_QUOTE else f"{shown[: _LONGEST_QUOTE - 1]}…"
        if "suggestion" in values and "other" not in values:
            values["suggestion"] = mended or values["suggestion"]
        yield Problem(one.code, Span(cell.at), one.variant, values)


def _is_cut(value: str, fault: ScalarFault) -> bool:
    """Whether a quote leaves out what the sheet says: the rest of it, or the words beside a number."""
    is_number = fault.code == "field-type" and fault.variant.startswith(("phone", "whatsapp"))
    return value.endswith("…") or is_number or (fault.code, fault.variant) == ("cell-private", "number")


def _as_shown(part: str, shown: str) -> str:
    """Give a part of a text with the capitals that it has there; nothing where it is no part of it."""
    found = re.search(re.escape(part), shown, re.IGNORECASE)
    return found[0] if found is not None else ""


def _mended(shown: str, faults: Sequence[ScalarFault]) -> str:
    """Put each suggestion in the place of its part; nothing where a suggestion is the whole."""
    text = shown
    for fault in faults:
        part, suggestion = fault.values.get("value", ""), fault.values.get("suggestion", "")
        if not suggestion or "other" in fault.values:
            continue
        part = _as_shown(part, text)
        if not part or part == shorten(shown) or text.count(part) != 1:
            return ""
        text = text.replace(part, suggestion)
    return text if text != shown else ""
