"""A text in several languages, and the same text as one reader sees it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from site_builder.names import Lang


class Shown(Struct, frozen=True):
    """A text in the language in which it is really shown."""

    text: str
    lang: Lang
    """Goes into `lang="…"`, above all when it is not the page's own language."""
    is_fallback: bool = False

    def __str__(self) -> str:
        return self.text


class Localized(Struct, frozen=True):
    """A text in every language in which the editors wrote it; the default language is there."""

    texts: dict[Lang, str]

    def show(self, lang: Lang, fallbacks: Sequence[Lang]) -> Shown:
        """Choose the text for `lang`, else the first of `fallbacks` that has one, else any."""
        for candidate in (lang, *fallbacks):
            if candidate in self.texts:
                return Shown(self.texts[candidate], candidate, candidate != lang)
        first = next(iter(self.texts))
        return Shown(self.texts[first], first, True)
