"""A text in several languages, and the same text as one reader sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from site_builder.names import Lang


@dataclass(frozen=True, slots=True)
class Shown:
    """A text in the language in which it is really shown."""

    text: str
    lang: Lang
    """Goes into `lang="…"`, above all when it is not the page's own language."""
    is_fallback: bool = False

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Localized:
    """A text in every language in which the editors wrote it; the default language is there."""

    texts: dict[Lang, str]

    def show(self, lang: Lang, fallbacks: Sequence[Lang]) -> Shown:
        """Choose the text for `lang`, else the first of `fallbacks` that has one, else any."""
        for candidate in (lang, *fallbacks):
            if candidate in self.texts:
                return Shown(self.texts[candidate], candidate, candidate != lang)
        first = next(iter(self.texts))
        return Shown(self.texts[first], first, True)
