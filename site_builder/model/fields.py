"""Marks on the fields of an entry: their Indonesian name, and what their text refers to.

The structs of this package are the only declaration of what editors may write. The reader
in `validate/`, the JSON Schema and the check of references all follow these marks.
"""

from __future__ import annotations

from msgspec import Struct

from site_builder.names import Kind


class Named(Struct, frozen=True, eq=False):
    """How a field may be called in a content file besides its own name."""

    indonesian: str
    others: tuple[str, ...] = ()


class RefTo(Struct, frozen=True, eq=False):
    """The text is the id of an entry of this kind."""

    kind: Kind


class TermOf(Struct, frozen=True, eq=False):
    """The text is an id of this section of `content/vocabulary.yaml`."""

    section: str


class Choice(Struct, frozen=True, eq=False):
    """The text is one of these words; each may be written in English or in Indonesian."""

    words: dict[str, str]
    """English word (which is kept) to Indonesian word."""
