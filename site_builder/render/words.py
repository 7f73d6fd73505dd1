"""The words of the interface in one language, read from `templates/locale/<lang>.po`."""

from __future__ import annotations

import gettext
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable


class Words(Struct, frozen=True):
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
        try:
            form = plural_form(self.plural_rule, count)
        except (ValueError, ArithmeticError):
            form = 0  # a rule was tried with the numbers up to a thousand; this is one beyond
        return forms[max(0, min(form, len(forms) - 1))]


def plural_form(rule: str, count: int) -> int:
    """Compute which form a number takes; `ValueError` or `ArithmeticError` where the rule is at fault."""
    return _plural_index(rule)(count)


@lru_cache(maxsize=32)
def _plural_index(rule: str) -> Callable[[int], int]:
    plural_index: Callable[[int], int] = gettext.c2py(
        rule
    )  # reads the rule's own small grammar, runs nothing else
    return plural_index
