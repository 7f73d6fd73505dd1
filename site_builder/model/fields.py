"""Marks on the fields of an entry: their Indonesian name, and what their text refers to.

The dataclasses of this package are the only declaration of what editors may write. The reader
in `validate/`, the JSON Schema and the check of references all follow these marks.
"""

from __future__ import annotations

from dataclasses import dataclass

from site_builder.names import Kind


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """How a field may be called in a content file besides its own name."""

    indonesian: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class RefTo:
    """The text is the id of an entry of this kind."""

    kind: Kind


@dataclass(frozen=True, slots=True, eq=False)
class TermOf:
    """The text is an id of this section of `content/vocabulary.yaml`."""

    section: str


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The text is one of these words; each may be written in English or in Indonesian."""

    words: dict[str, str]
    """English word (which is kept) to Indonesian word."""
