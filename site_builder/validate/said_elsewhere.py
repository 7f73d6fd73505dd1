"""What has no field of the name that was tried: another field holds it, a row, a list, or the text. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from site_builder.model.readers.gone import gone_since, says_gone
from site_builder.model.readers.times import read_since
from site_builder.model.readers.weekdays import is_days
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.problems import Problem, Span
from site_builder.source.tree import Tree
from site_builder.source.value_slips import quote_value
from site_builder.validate.shapes import FieldShape
from site_builder.validate.synonyms import MEANT


def said_elsewhere(
    fields: Sequence[FieldShape], path: str, key: str, entries: Mapping[str, Tree], *, in_english: bool
) -> Problem | None:
    """Tell of what has no such field and a place of its own: another field, a row of a chart, the text."""
    item = entries[key]
    at = Span(path, item.key_line, item.key_column)
    state = _state(fields, key, item, in_english=in_english)
    if state is not None:
        return Problem("field-unknown", at, state[0], {"field": shorten(key), **state[1]})
    days = _days_by_themselves(fields, path, key, entries, in_english=in_english)
    if days is not None:
        return days
    row = _chart_row(fields, entries, in_english=in_english)
    if row:
        first = next(iter(entries))  # once, whichever of its names this is
        where = Span(path, entries[first].key_line, entries[first].key_column)
        return Problem("field-unknown", where, "row", {"field": shorten(first), "suggestion": row})
    alt = next((field for field in fields if field.name == "alt"), None)
    if key.casefold() in _CAPTIONS and alt is not None and any(name in entries for name in alt.names):
        return Problem("field-unknown", at, "caption", {"field": shorten(key)})
    return None


def is_of_state(key: str) -> bool:
    return key.casefold() in _OF_STATE


def _state(
    fields: Sequence[FieldShape], key: str, item: Tree, *, in_english: bool
) -> tuple[str, dict[str, str]] | None:
    """Tell of `status: tutup permanen` and `status: batal`, each of which has a field of its own."""
    if not is_of_state(key) or not isinstance(item.value, str):
        return None
    names = {field.name: field.called(in_english=in_english) for field in fields}
    text = item.value.strip()
    if "closed_since" in names and (says_gone(text) or says_gone(f"sudah {text}")):
        return "gone", {"other": names["closed_since"], "value": _since(gone_since(text))}
    if "cancelled" in names and _CALLED_OFF.fullmatch(text):
        return "called-off", {"other": names["cancelled"], "value": "yes" if in_english else "ya"}
    return None


def _since(text: str) -> str:
    """Give a time as its field takes it, or the dots to be replaced by one."""
    try:
        return read_since(text)
    except ScalarFault as fault:
        return fault.values.get("suggestion", "…")


_CALLED_OFF = re.compile(
    r"(?:sudah |di)?batal(?:kan)?(?: digelar| diadakan)?|(?:tidak|tdk|gak) jadi|cancell?ed|called off",
    re.IGNORECASE,
)


def _days_by_themselves(
    fields: Sequence[FieldShape], path: str, key: str, entries: Mapping[str, Tree], *, in_english: bool
) -> Problem | None:
    """Tell once of days of the week beside `jam_buka`, which holds them."""
    hours = next((field for field in fields if field.name == "hours"), None)
    if hours is None or not is_days(key):
        return None
    days = {name: item for name, item in entries.items() if is_days(name) and isinstance(item.value, str)}
    if key not in days:
        return None
    parts = ", ".join(f"{name}: {_bare(str(item.value))}" for name, item in days.items())
    there = next((name for name in hours.names if name in entries), "")
    first = next(iter(days))
    values = {"field": shorten(first), "other": there or hours.called(in_english=in_english)}
    at = Span(path, days[first].key_line, days[first].key_column)
    return Problem("field-unknown", at, "day-there" if there else "day", {**values, "suggestion": parts})


def there_already(
    fields: Sequence[FieldShape], key: str, others: Sequence[str], entries: Mapping[str, Tree]
) -> tuple[str, dict[str, str]] | None:
    """Tell of another name for what the entry has: `NAMA USAHA` beside `nama`."""
    word = key.casefold().strip().replace("_", "-").replace(" ", "-")
    if word in _TOLD_IN_TEXT:
        return None
    by_name = {field.name: field for field in fields}
    meant = [by_name[name] for name in (*MEANT.get(word, ()), *others) if name in by_name]
    there = next((name for field in meant for name in field.names if name in entries), "")
    return ("there", {"other": there}) if there else None


def without_field(key: str) -> tuple[str, dict[str, str]] | None:
    """Tell of what only the text of an entry can hold."""
    word = key.casefold().strip().replace("_", "-").replace(" ", "-")
    if word in _PERSONS:
        return "person", {}
    return ("told-in-text", {}) if word in _TOLD_IN_TEXT else None


_PERSONS = frozenset(
    {"pemilik", "nama-pemilik", "pengelola", "nama-pengelola", "penanggung-jawab", "ketua"}
    | {"owner", "owner-name"}
)
_TOLD_IN_TEXT = frozenset(
    {"keterangan", "ket", "catatan", "deskripsi", "penjelasan", "sejarah"}
    | {"note", "notes", "remarks", "description"}
)


def _chart_row(fields: Sequence[FieldShape], entries: Mapping[str, Tree], *, in_english: bool) -> str:
    """Give `{label: 2021, nilai: 120}` for the rows `2021: 120` and `tahun: 2021, jumlah: 120` of a chart.

    Several years with their values, `2021: 120, 2022: 150`, are as many rows.
    """
    by_name = {field.name: field for field in fields}
    if not {"label", "value", "figure"} <= by_name.keys():
        return ""
    texts = [item.value for item in entries.values() if isinstance(item.value, str)]
    if len(texts) < len(entries):
        return ""
    if any(name in field.names for name in entries for field in fields):
        return ""
    is_years = all(re.fullmatch(r"\d{4}", name) for name in entries)
    rows = list(zip(entries, texts, strict=True)) if is_years or len(texts) == 1 else [tuple(texts)]
    if any(len(row) != 2 or not row[0] or not row[1][:1].isdigit() for row in rows):
        return ""
    names = [by_name[name].called(in_english=in_english) for name in ("label", "value")]
    shown = [
        "{" + ", ".join(f"{name}: {_bare(part)}" for name, part in zip(names, row, strict=True)) + "}"
        for row in rows
    ]
    return shown[0] if len(shown) == 1 else f"[{', '.join(shown)}]"


def _bare(part: str) -> str:
    return part if re.fullmatch(r"[\w.-]+", part) else quote_value(part)


_OF_STATE = frozenset({"status", "kondisi", "keadaan", "state", "condition"})
_CAPTIONS = frozenset({"keterangan", "caption", "judul", "title", "teks", "text", "deskripsi", "description"})
"""What is tried for words below a photo, which has no such field."""
