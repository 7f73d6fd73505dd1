"""The catalogs of interface words hold exactly what templates and plan say."""

from __future__ import annotations

import re
from typing import TypeAlias

import jinja2
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2.ext import InternationalizationExtension

from site_builder.names import Kind
from site_builder.plan.kind_words import SHOP_KINDS, THEMES
from tests.support.made_up import ROOT, templates

Message: TypeAlias = "str | tuple[str, str]"
LANGS = ("id", "en", "ja", "zh")


def messages_of_templates() -> set[Message]:
    extension = InternationalizationExtension(jinja2.Environment(autoescape=True))
    found: set[Message] = set()
    for text in templates().values():
        for _, function, message in extension._extract(text):
            texts = [message] if isinstance(message, str) else [part for part in message or () if part]
            if not texts:
                continue  # a word from a table
            found.add((texts[0], texts[1]) if function == "ngettext" else texts[0])
    return found


def messages_of_plan() -> set[Message]:
    found: set[Message] = {kind.value.capitalize() for kind in Kind}
    found |= {*SHOP_KINDS.values(), *THEMES.values()}
    for path in sorted((ROOT / "site_builder/plan").glob("*.py")):
        found |= set(
            re.findall(r"""\.word(?:_in_all)?\(["']([^"']+)["']\)""", path.read_text(encoding="utf-8"))
        )
    return found


def catalog(lang: str) -> Catalog:
    with (ROOT / f"templates/locale/{lang}.po").open("rb") as file:
        return read_po(file, locale=lang, charset="utf-8", abort_invalid=True)


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_is_translated_and_none_is_left_over(lang: str) -> None:
    written = {message.id for message in catalog(lang) if message.id and not message.fuzzy}
    assert written == messages_of_templates() | messages_of_plan()
    assert [message.id for message in catalog(lang) if not all(_forms(message.string))] == []
    assert not catalog(lang).obsolete


@pytest.mark.parametrize("lang", LANGS)
def test_a_translation_fills_in_the_same_values(lang: str) -> None:
    for message in catalog(lang):
        if message.id:
            wanted = set(re.findall(r"%\(\w+\)s", _forms(message.id)[0]))
            for text in _forms(message.string):
                assert set(re.findall(r"%\(\w+\)s", text)) == wanted, message.id
                assert "%" not in re.sub(r"%\(\w+\)s", "", text), message.id


@pytest.mark.parametrize("lang", LANGS)
def test_a_translation_can_stand_in_an_attribute(lang: str) -> None:
    """It would be escaped, but a word for a label needs none of these."""
    assert [
        text
        for message in catalog(lang)
        for text in _forms(message.string)
        if message.id and set(text) & set('<>&"')
    ] == []


@pytest.mark.parametrize("lang", ["ja", "zh"])
def test_nobody_types_blanks_between_kanji_and_latin_letters(lang: str) -> None:
    """The stylesheet sets them apart."""
    blank = re.compile("(?<=[A-Za-z]) (?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff]) (?=[A-Za-z])")
    assert [text for message in catalog(lang) for text in _forms(message.string) if blank.search(text)] == []


@pytest.mark.parametrize(("lang", "forms"), [("id", 1), ("en", 2), ("ja", 1), ("zh", 1)])
def test_plurals_have_as_many_forms_as_the_language(lang: str, forms: int) -> None:
    assert catalog(lang).num_plurals == forms
    assert {len(_forms(message.string)) for message in catalog(lang) if isinstance(message.id, tuple)} == {
        forms
    }


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())
