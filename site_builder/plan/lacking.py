"""Warns of languages that a site has and Sentra, or this machine, has too little for."""

from __future__ import annotations

from collections.abc import Container, Iterator

from site_builder.model.config import SiteConfig
from site_builder.names import Lang
from site_builder.plan.edition import Shares, is_english
from site_builder.plan.routes import Routes
from site_builder.problems import Problem, Severity
from site_builder.source.naming import CONFIG_PATH
from site_builder.validate.references import Locate


def without_words(config: SiteConfig, words: Container[Lang], locate: Locate) -> Iterator[Problem]:
    """Warn of languages whose pages would speak English around the content."""
    for place, language in enumerate(config.languages):
        lang = Lang(language.code)
        if lang not in words and not is_english(lang):
            at = locate(CONFIG_PATH, ("languages", place, "code"))
            source = "en" if lang == "id" else "id"
            values = {
                "language": language.name,
                "source": f"templates/locale/{source}.po",
                "file": f"templates/locale/{lang}.po",
            }
            yield Problem("locale-missing", at, "", values, Severity.WARNING)


def without_fonts(
    config: SiteConfig, shares: Shares | None, routes: Routes, locate: Locate
) -> Iterator[Problem]:
    """Tell of languages whose share pictures have no words, for their fonts are not installed."""
    if shares is None or not routes.origin:
        return
    for place, language in enumerate(config.languages):
        if language.code in shares.wordless:
            at = locate(CONFIG_PATH, ("languages", place, "code"))
            yield Problem("share-fonts", at, "", {"language": language.name}, Severity.WARNING)
