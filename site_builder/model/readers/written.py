"""What a reader takes, and how it says that a text is not what its field needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Written: TypeAlias = "str | list[Written] | dict[str, Written]"
"""A value as it stands in a content file: every scalar is still text."""

SHOWN_CHARACTERS = 40
"""Longer values are cut in messages."""
LONGEST_SUGGESTION = 400
"""In signs, of what is told to be pasted: as a whole or, where it is longer, not at all."""


NAME_FAULTS = frozenset({"price-part", "days-part", "hours-day", "hours-day-near", "hours-twice"})
"""Variants that find fault with the name of a part of a value, such as a day, not with what it holds."""


class ScalarFault(ValueError):
    """A text that its field can't be; `code`, `variant` and `values` as in `Problem`.

    `inside` leads from the field to the faulty part, such as `("minggu",)` in hours. `others` are
    faults of other parts of the same value.
    """

    def __init__(
        self,
        code: str,
        variant: str = "",
        values: dict[str, str] | None = None,
        inside: tuple[str | int, ...] = (),
        others: tuple[ScalarFault, ...] = (),
    ) -> None:
        super().__init__(code, variant, values or {}, inside, others)
        self.code = code
        self.variant = variant
        self.values = values or {}
        self.inside = inside
        self.others = others

    def within(self, name: str) -> ScalarFault:
        """Say the same of a part of a mapping, so that the hint names that part."""
        return ScalarFault(self.code, self.variant, {**self.values, "field": name}, (name, *self.inside))

    def called(self, name: str) -> ScalarFault:
        """Say the same with the field's right name in the hint."""
        return ScalarFault(self.code, self.variant, {**self.values, "field": name}, self.inside, self.others)


def together(faults: Sequence[ScalarFault]) -> ScalarFault:
    """Make one fault of those of several parts."""
    first, *others = faults
    return ScalarFault(first.code, first.variant, first.values, first.inside, tuple(others))


def shorten(text: str) -> str:
    """Make a value fit into a sentence: one line, at most 40 characters."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN_CHARACTERS else line[: SHOWN_CHARACTERS - 1] + "…"


def wrong(
    variant: str,
    written: str,
    suggestion: str = "",
    inside: tuple[str | int, ...] = (),
    **more: str,
) -> ScalarFault:
    """Make the fault `field-type.<variant>` of a text."""
    values = {"value": shorten(written), **more}
    if suggestion:
        values["suggestion"] = suggestion
    return ScalarFault("field-type", variant, values, inside)


LONGEST_SLIP = 200
"""Signs of a text in which it is looked for what was meant; what is longer is no slip in a short field."""


def is_long(text: str) -> bool:
    """Whether nothing is offered for a text: to look for slips takes the square of its length."""
    return len(text) > LONGEST_SLIP


def text_of(written: Written) -> str:
    """Give the text without space around it; a list or a mapping is a fault."""
    if isinstance(written, str):
        return written.strip()
    raise ScalarFault("field-type", "text" if isinstance(written, dict) else "one-text", {})
