"""The value of a field as the text of one cell: what `office_forms` reads back as the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from site_builder.importing.cells.office_forms import Known, tidy
from site_builder.importing.cells.words import term_named
from site_builder.model.fields import RefTo, TermOf
from site_builder.model.localized import Localized
from site_builder.model.readers.written import ScalarFault, Written
from site_builder.spreadsheets.cells import clean_text
from site_builder.validate.shapes import ChoiceShape, FieldShape, ListShape, ScalarShape, Shape

_NO_XML = re.compile("[\ufffe\uffff]")
_APART = re.compile(r"[,;|•\n]")
"""What parts the words of a list."""


class CellWriter:
    """Writes values of one kind in one language."""

    def __init__(
        self, known: Known, shop_names: Mapping[str, str], offered: frozenset[str], language: str
    ) -> None:
        self.known = known
        self.shop_names = shop_names
        """Ids of shops to their names, of those that no other shop has."""
        self.offered = offered
        """Names of the shops that a product may be of: samples are none."""
        self.language = language

    def text(self, field: FieldShape, value: Written) -> str:
        item = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        if isinstance(value, dict):
            text = _days(value) if field.name == "hours" else _parts(field.name, value)
        elif isinstance(value, list):
            text = ", ".join(self._one(item, part) for part in value if isinstance(part, str))
        else:
            text = self._one(item, value)
        return _NO_XML.sub("", clean_text(tidy(text)))

    def words(self, field: FieldShape) -> tuple[str, ...]:
        """Give all that may stand in a column, where that is a list of words."""
        shape = field.shape.item if isinstance(field.shape, ListShape) else field.shape
        if isinstance(shape, ChoiceShape):
            return tuple(self._one(shape, word) for word in shape.words)
        ref = shape.ref if isinstance(shape, ScalarShape) else None
        if isinstance(ref, TermOf):
            return tuple(self._one(shape, term) for term in self.known.terms.get(ref.section, {}))
        if isinstance(ref, RefTo):
            return tuple(sorted(self.offered.intersection(self.shop_names.values()), key=str.casefold))
        return ()

    def _one(self, shape: Shape, written: str) -> str:
        if isinstance(shape, ChoiceShape):
            meant = shape.meant.get(written.strip().lower(), "")
            return (shape.words.get(meant, written) if self.language == "id" else meant) or written
        ref = shape.ref if isinstance(shape, ScalarShape) else None
        if isinstance(ref, TermOf):
            return self._term(ref.section, written)
        if isinstance(ref, RefTo):
            return self.shop_names.get(written, written)
        return written

    def _term(self, section: str, term: str) -> str:
        """Name a word of the vocabulary as people do, if that name means it alone."""
        terms = self.known.terms.get(section, {})
        for name in _names(terms.get(term), self.language):
            try:
                if not _APART.search(name) and term_named(terms, section, tidy(name)) == term:
                    return name
            except ScalarFault:
                continue
        return term


def _names(localized: Localized | None, language: str) -> Iterator[str]:
    if localized is not None:
        texts = {str(lang): text for lang, text in localized.texts.items()}
        yield from (texts[language],) if language in texts else ()
        yield from texts.values()


def _days(week: dict[str, Written]) -> str:
    """Write a week in a line: `Senin-Sabtu 08.00-16.00; Minggu tutup`."""
    parts = []
    for days, hours in week.items():
        times = ", ".join(map(str, hours)) if isinstance(hours, list) else str(hours)
        parts.append(f"{days.replace('_', ' ').title()} {times}")
    return "; ".join(parts)


def _parts(name: str, value: dict[str, Written]) -> str:
    """Join two parts: of a place with a comma, of prices and other ranges with a line."""
    return (", " if name == "location" else " - ").join(map(str, value.values()))
