"""Translations of which the name says the language otherwise than `.en` before the ending."""

from __future__ import annotations

import pytest

from site_builder.gather.misnamed import tell_misnamed
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.source.naming import DocumentName, name_document
from tests.unit.validate.files import told

LANGS = (Lang("id"), Lang("en"), Lang("ja"), Lang("zh"))
BASES = ("content/shops/tiga-saudara.md", "content/charts/ekspor.yaml", "content/places/gua.md")

KINDS = {"kind-other": "places"}
VALUES = {"field": "alamat", "suggestion": "alamat: …"}


def of(path: str, code: str = "") -> list[Problem]:
    """Tell of one file beside the bases: what its name is told, or a fault of its fields."""
    found = [name_document(SourcePath(each), LANGS) for each in (*BASES, path)]
    problems = [one for one in found if isinstance(one, Problem)]
    problems += [Problem(code, Span(path), KINDS.get(code, ""), VALUES)] if code else []
    return told(tell_misnamed(problems, [one for one in found if isinstance(one, DocumentName)], LANGS))


@pytest.mark.parametrize(
    "name",
    [
        "tiga-saudara_en.md", "tiga-saudara en.md", "tiga-saudara (en).md", "tiga-saudara(EN).md",
        "tiga-saudara.EN.md", "tiga-saudara.eng.md", "tiga-saudara.inggris.md", "tiga-saudara.english.md",
        "Tiga Saudara EN.md", "tiga-saudara.md.en", "tiga-saudara.md.EN", "tiga-saudara.en",
        "tiga-saudara_en", "tiga-saudara-en.txt", "tiga-saudara-en.md.txt", "tiga-saudara - EN.md",
    ],
)  # fmt: skip
def test_a_name_that_says_english_otherwise_is_told_the_right_one(name: str) -> None:
    values = {"name": name, "base": "tiga-saudara.md", "suggestion": "tiga-saudara.en.md"}
    assert of(f"content/shops/{name}") == [
        Problem("file-language", Span(f"content/shops/{name}"), values=values)
    ]


@pytest.mark.parametrize(
    ("word", "code"), [("jp", "ja"), ("jepang", "ja"), ("cn", "zh"), ("mandarin", "zh"), ("zh-CN", "zh")]
)
def test_each_language_is_known_by_what_people_call_it(word: str, code: str) -> None:
    (found,) = of(f"content/shops/tiga-saudara.{word}.md")
    assert found.values["suggestion"] == f"tiga-saudara.{code}.md"


@pytest.mark.parametrize("code", ["kind-other", "field-missing"])
def test_what_lacks_the_fields_of_an_entry_is_no_entry_of_another_kind(code: str) -> None:
    (found,) = of("content/shops/tiga-saudara-en.md", code)
    assert (found.key, found.severity) == ("file-language", Severity.ERROR)
    assert found.values["suggestion"] == "tiga-saudara.en.md"


def test_a_whole_entry_of_such_a_name_is_asked_about() -> None:
    (found,) = of("content/shops/tiga-saudara-en.md")
    assert (found.key, found.severity) == ("file-language", Severity.WARNING)
    assert of("content/places/gua-jepang.md") == [], "a place of that name"


@pytest.mark.parametrize(
    "path",
    [
        "shops/en/tiga-saudara.md", "en/shops/tiga-saudara.md", "shops/tiga-saudara/en.md",
        "shops/english/tiga-saudara.md", "shops/en/Tiga Saudara.md",
    ],
)  # fmt: skip
def test_a_folder_of_a_language_is_told_where_the_file_goes(path: str) -> None:
    (found,) = of(f"content/{path}")
    assert found.key == "file-language.folder"
    assert found.values["suggestion"] == "content/shops/tiga-saudara.en.md"


def test_a_file_of_word_is_still_to_be_saved_as_text() -> None:
    (found,) = of("content/shops/tiga-saudara-en.docx")
    assert (found.key, found.values["suggestion"]) == ("file-ending.word", "tiga-saudara.en.md")


def test_a_chart_keeps_its_ending() -> None:
    (found,) = of("content/charts/ekspor-en.yaml", "field-missing")
    assert found.values["suggestion"] == "ekspor.en.yaml"


@pytest.mark.parametrize("name", ["lain-en.md", "tiga-saudara-fr.md", "tiga-saudara-baru.md"])
def test_what_is_no_translation_of_an_entry_that_is_there_is_left(name: str) -> None:
    (found,) = of(f"content/shops/{name}", "field-missing")
    assert found.key == "field-missing"
