"""Texts of a page that say nothing: a lone `ya`, `belum`, `sda` or `-`."""

from __future__ import annotations

from site_builder.model.readers.words import BARE, DITTO, NOTHING
from site_builder.validate.places import FieldPath

_MAY_BE_NONE = frozenset({"fee", "unknown"})
"""Texts that may say that there is none: no ticket is needed, no bus is known."""


def says_nothing(text: str, at: FieldPath) -> str:
    """Say how to tell of a text that is only `ya`, `belum` or `sda`, which its page would show."""
    if BARE.fullmatch(text):
        return "bare"
    if DITTO.fullmatch(text):
        return "ditto"
    return "nothing" if NOTHING.fullmatch(text) and at[-1] not in _MAY_BE_NONE else ""
