"""The lowest and the highest of something, in a mapping: of a price, of a number of days."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from site_builder.model.readers.written import ScalarFault, Written, together, wrong

_ENDS = {"min": "min", "terendah": "min", "max": "max", "tertinggi": "max"}


class EndsForm(Struct, frozen=True):
    """How two ends are read, and how faults of them are told."""

    read: Callable[[Written], int]
    meant: Callable[[str], int | None]
    """Gives the number of a text that is clear, whether it may be written so or not."""
    write: Callable[[int, int], str]
    """Writes two ends as the handbook does."""
    name: str
    """Of the variants: `price-part`, `price-several`, `price-order`, `price-range`, `price-one`."""
    order: str
    """The variant for ends in the wrong order."""
    least: int = 0
    """A smaller number beside others is something else."""
    is_other: Callable[[str], bool] = lambda _: False
    """Whether a name says that its number is no end: of prices `ongkir`, `lama`, `2025`."""


def two_ends(low: object, high: object) -> str:
    """Write the lowest and the highest as the handbook does."""
    return f"{{terendah: {low}, tertinggi: {high}}}"


def read_ends(written: dict[str, Written], form: EndsForm) -> tuple[int, int]:
    """Read the lowest and the highest; of other parts, as in `{kecil: 5, besar: 8}`, offer the ends."""
    if any(end is None for end in _ends_of(written)) or len(written) != len(set(_ends_of(written))):
        raise _other_parts(written, form)
    ends: dict[str, int] = {}
    faults: list[ScalarFault] = []
    for name, part in written.items():
        end = _ENDS[name.strip().lower()]
        try:
            ends[end] = form.read(part)
        except ScalarFault as fault:
            faults.append(fault.within(name))
            continue
        if ends.get("min", 0) > ends.get("max", ends[end]):
            faults.append(wrong(form.order, str(part), inside=(name,)))
    if faults:
        raise together(faults)
    if len(ends) < 2:
        if not ends:
            raise ScalarFault("field-type", f"{form.name}-range")
        raise ScalarFault("field-type", f"{form.name}-one", {"suggestion": str(*ends.values())})
    return ends["min"], ends["max"]


def _ends_of(written: dict[str, Written]) -> list[str | None]:
    return [_ENDS.get(name.strip().lower()) for name in written]


def _other_parts(written: dict[str, Written], form: EndsForm) -> ScalarFault:
    """Offer the numbers that stand there where all are clear; where one is not, offer none."""
    texts = [part or _value_in_name(name) for name, part in written.items()]
    found = [form.meant(text.strip()) if isinstance(text, str) else None for text in texts]
    known = [number for number in found if number is not None and number >= form.least]
    if len(known) < len(found):
        faults = [
            wrong(f"{form.name}-part", name, inside=(name,))
            for name, end in zip(written, _ends_of(written), strict=True)
            if end is None or _ends_of(written).count(end) > 1
        ]
        return together(faults)
    shown = "{" + ", ".join(f"{name}: {part}" if part else name for name, part in written.items()) + "}"
    if any(map(form.is_other, written)):
        raise wrong(f"{form.name}-other", shown)
    low, high = min(known), max(known)
    return wrong(f"{form.name}-several", shown, str(low) if low == high else form.write(low, high))


def _value_in_name(name: str) -> str:
    """Give what was meant for the value in `terendah 5000`, a name without one for YAML."""
    return re.split(r"[\s:=]+", name.strip(), maxsplit=1)[-1]
