"""Day and time of an event in fields of their own, `tanggal` and `jam`: the line that holds both. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_builder.model.readers.moments import read_when
from site_builder.model.readers.times import hours_of_day
from site_builder.model.readers.written import ScalarFault, shorten
from site_builder.problems import Problem, Span
from site_builder.source.tree import Tree
from site_builder.validate.shapes import FieldShape

_DAYS = frozenset({"tanggal", "tgl", "hari", "waktu", "date", "day"})
_TIMES = frozenset({"jam", "pukul", "waktu", "jam-mulai", "time", "start-time", "starts-at"})
_PUT_OFF = frozenset(
    {"diundur", "ditunda", "penundaan", "jadwal-baru", "tanggal-baru", "postponed", "put-off"}
)


def event_time(
    fields: Sequence[FieldShape], path: str, key: str, entries: Mapping[str, Tree], *, in_english: bool
) -> Problem | None:
    """Tell of a day and a time that stand apart, once for both; and of an event that has been put off."""
    by_name = {field.name: field for field in fields}
    if not {"starts", "ends", "cancelled"} <= by_name.keys():
        return None
    starts, ends = (by_name[name].called(in_english=in_english) for name in ("starts", "ends"))
    if _word(key) in _PUT_OFF:
        day = _moment(_text(entries[key])) or "…"
        values = {"field": shorten(key), "first": starts, "last": ends, "suggestion": day}
        return Problem("field-unknown", _at(path, entries[key]), "put-off", values)
    there = next((name for name in by_name["starts"].names if name in entries), "")
    day = there or next((name for name in entries if _word(name) in _DAYS), "")
    time = next((name for name in entries if _word(name) in _TIMES and name != day), "")
    if not day or not time or key not in (day, time):
        return None
    values = {"field": shorten(day), "other": shorten(time), "first": starts}
    said = _text(entries[day])
    whole, at = f"{said} {_text(entries[time])}", _at(path, entries[time])
    both = hours_of_day(whole)
    if both and not any(name in entries for name in by_name["ends"].names):
        values |= {"last": ends, "start": both[0][0], "end": both[0][1]}
        if len(both) > 1:
            values |= {"later": both[1][0], "later_end": both[1][1], "suggestion": f"{starts}: …"}
            return Problem("field-unknown", at, "day-and-hours-either", values)
        values["suggestion"] = f"{starts}: {both[0][0]}"
        return Problem("field-unknown", at, "day-and-hours", values)
    fault = _fault_of(whole)
    if fault is not None and fault.variant in ("when-either", "when-night"):
        values |= {name: fault.values[name] for name in ("early", "late")} | {"suggestion": f"{starts}: …"}
        return Problem("field-unknown", at, f"day-and-time-{fault.variant.partition('-')[2]}", values)
    moment = _moment(whole) or f"{_moment(said)} …".strip()
    values["suggestion"] = f"{starts}: {moment}"
    return Problem("field-unknown", at, "day-and-time", values)


def _moment(text: str) -> str:
    """Give a moment as its field takes it, of a text that is clear; or nothing."""
    try:
        return read_when(text).iso.replace("T", " ").replace(":", ".")
    except ScalarFault as fault:
        return fault.values.get("suggestion", "").replace(":", ".")


def _fault_of(text: str) -> ScalarFault | None:
    try:
        read_when(text)
    except ScalarFault as fault:
        return fault
    return None


def _text(item: Tree) -> str:
    return item.value.strip() if isinstance(item.value, str) else ""


def _word(key: str) -> str:
    return key.casefold().strip().replace("_", "-").replace(" ", "-")


def _at(path: str, item: Tree) -> Span:
    return Span(path, item.key_line, item.key_column)
