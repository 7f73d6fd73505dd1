"""The words of the interface in one language, read from `templates/locale/<lang>.po`."""

from __future__ import annotations

import gettext
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Words:
    """What templates say, by the English words that stand in them; made of texts only, so JSON can keep it.

    A word that is missing is shown in English.
    """

    singles: dict[str, str] = field(default_factory=dict)
    plurals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By the singular; each has as many forms as the language."""
    plural_rule: str = "n != 1"
    """Which form a number takes, as the header of the file writes it."""

    def gettext(self, message: str) -> str:
        return self.singles.get(message, message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        forms = self.plurals.get(singular)
        if forms is None:
            return singular if count == 1 else plural
        return forms[min(_plural_index(self.plural_rule)(count), len(forms) - 1)]


def parse_po(source: bytes) -> Words:
    """Read a catalog of gettext; what is untranslated, marked unsure or obsolete is left out."""
    from babel.messages.pofile import read_po  # only when a catalog changed

    catalog = read_po(BytesIO(source), charset="utf-8")
    singles: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        match message.id, message.string:
            case str(single), str(written) if written:
                singles[single] = written
            case (str(single), str()), (*forms,) if forms and all(forms):
                plurals[single] = tuple(str(form) for form in forms)
    return Words(singles, plurals, catalog.plural_expr)


@lru_cache(maxsize=32)
def _plural_index(rule: str) -> Callable[[int], int]:
    plural_index: Callable[[int], int] = gettext.c2py(
        rule
    )  # reads the rule's own small grammar, runs nothing else
    return plural_index
