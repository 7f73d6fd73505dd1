"""Texts of a page that say nothing: a lone `ya`, `belum` or `-`."""

from __future__ import annotations

from site_builder.model.readers.words import BARE, NOTHING
from site_builder.validate.places import FieldPath

_MAY_BE_NONE = frozenset({"fee", "unknown"})
"""Texts that may say that there is none: no ticket is needed, no bus is known."""


def says_nothing(text: str, at: FieldPath) -> str:
    """Say how to tell of a text that is only `ya` or `belum`, which its page would show."""
    if BARE.fullmatch(text):
        return "bare"
    return "nothing" if NOTHING.fullmatch(text) and at[-1] not in _MAY_BE_NONE else ""
