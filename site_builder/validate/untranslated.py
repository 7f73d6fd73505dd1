"""Texts of figures and charts that lack a language: their languages stand in place, so no file is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.model.catalog import AnyEntry, Catalog
from site_builder.model.entries import Chart, Figure, Meta
from site_builder.model.localized import Localized
from site_builder.names import Lang
from site_builder.problems import Problem, Severity
from site_builder.source.naming import YAML_KINDS
from site_builder.validate.places import FieldPath
from site_builder.validate.references import Locate
from site_builder.validate.shapes import shape_of_class
from site_builder.validate.texts import texts_of


def check_untranslated(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Warn of each text once; of a list of texts once.

    A text in two languages stands in for further ones, unless others of its file are in these, too.
    """
    langs = [Lang(language.code) for language in catalog.config.languages]
    for kind in sorted(YAML_KINDS):
        for entry in catalog.of(kind).values():
            yield from _lacking(entry, langs, locate)


def _lacking(entry: AnyEntry, langs: Sequence[Lang], locate: Locate) -> Iterator[Problem]:
    facts = Figure if isinstance(entry.facts, Figure) else Chart
    texts = [
        (at, text)
        for at, text in (
            *texts_of(shape_of_class(Meta), entry.meta),
            *texts_of(shape_of_class(facts), entry.facts),
        )
        if at != ("slug",) and _is_words(text)
    ]
    begun = {lang for _, text in texts for lang in text.texts}
    files = {lang for lang in langs for path in entry.paths if path.endswith(f".{lang}.yaml")}
    told: set[FieldPath] = set()
    for at, text in texts:
        wanted = begun if len(text.texts) > 1 else set(langs)
        lacking = [lang for lang in langs if lang in wanted - text.texts.keys() - files]
        whole = at[:-1] if isinstance(at[-1], int) else at
        if lacking and whole not in told:
            told.add(whole)
            example = ", ".join(f"{lang}: …" for lang in (*text.texts, *lacking))
            values = {"languages": ", ".join(lacking), "suggestion": f"{{{example}}}"}
            at_text = locate(entry.path, at)
            yield Problem("translation-incomplete", at_text, "inline", values, Severity.WARNING)


def _is_words(text: Localized) -> bool:
    """Whether there is anything to translate; a year is the same everywhere."""
    return any(map(str.isalpha, "".join(text.texts.values())))
