"""Every fault that reading can find has its sentence, in both languages, with the same blanks."""

from __future__ import annotations

import ast
import re
import string
from importlib import resources
from typing import get_args

import pytest

from site_builder.messages import LANGUAGES, catalogue, sentence_for
from site_builder.messages.results import RESULTS, Result, say
from site_builder.problems import Problem, Span

PACKAGES = ("importing", "model", "source", "spreadsheets", "status", "validate")

NO_FAULTS = (
    *("new-head", "new-required", "new-fill", "new-choices", "new-terms", "new-optional", "new-body"),
    *(
        "new-ask-",
        "new-done",
        "new-site-done",
        "new-languages",
        "preview-",
        "help-",
        "explained-",
        "told-",
        "import-told.",
        "sheet-note.unread-text",
        "export-told.",
    ),
)
"""Sentences that ask, explain or report: there is nothing to mend."""

CODE_LIKE = re.compile(r"[a-z]+(?:-[a-z0-9]+)+")

FAULT_MAKERS = frozenset(
    {"Problem", "Breach", "ScalarFault", "_Fault", "refuse", "note", "_problem", "problem"}
)


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def codes_in_source() -> set[str]:
    """Collect the codes with which the packages make faults."""
    codes: set[str] = set()
    for package in PACKAGES:
        for file in sorted(resources.files(f"site_builder.{package}").iterdir(), key=lambda item: item.name):
            if file.name.endswith(".py"):
                codes |= codes_of(ast.parse(file.read_text("utf-8")))
    return codes


def codes_of(tree: ast.Module) -> set[str]:
    codes = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node_name(node.func) in FAULT_MAKERS:
            texts = [
                arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            ]
            codes |= {text for text in texts[:1] if CODE_LIKE.fullmatch(text)}
    return codes


def node_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_both_languages_have_the_same_sentences_with_the_same_blanks_and_faults_have_a_cure() -> None:
    indonesian, english = (catalogue(language) for language in LANGUAGES)
    assert indonesian.keys() == english.keys()
    for key, sentence in indonesian.items():
        assert sentence.message and english[key].message, key
        assert blanks(sentence.message) == blanks(english[key].message), key
        assert blanks(sentence.hint) == blanks(english[key].hint), key
        assert bool(sentence.hint) == bool(english[key].hint), key
        assert sentence.hint or key.startswith(NO_FAULTS), key


def test_what_commands_say_of_their_results_has_the_same_blanks_in_both_languages() -> None:
    assert set(get_args(Result)) == RESULTS.keys()
    for name, said in RESULTS.items():
        assert blanks(said.id) == blanks(said.en), name
        assert not said.en_of_one or blanks(said.en_of_one) == blanks(said.en), name
    assert say("errors", "en", count=1) == "1 error"
    assert say("errors", "en", count=2) == "2 errors"
    assert say("errors", "id", count=1) == "1 kesalahan"
    assert say("checked", "en", outputs=9, count=1) == "No errors (9 files, 1 warning)"
    assert say("checked", "en", outputs=9, count=0) == "No errors (9 files, 0 warnings)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_in_the_source_has_a_sentence(language: str) -> None:
    told = {key.partition(".")[0] for key in catalogue(language)}
    codes = codes_in_source()
    assert len(codes) > 50
    assert codes - told == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_variants_of_readers_have_a_sentence(language: str) -> None:
    source = "".join(
        file.read_text("utf-8")
        for file in resources.files("site_builder.model.readers").iterdir()
        if file.name.endswith(".py")
    )
    variants = set(re.findall(r'wrong\(\s*"([a-z-]+)"', source))
    variants |= set(re.findall(r'"field-type", "([a-z-]+)"', source))
    assert len(variants) > 40
    assert {f"field-type.{variant}" for variant in variants} - catalogue(language).keys() == set()


def test_braces_in_hints_and_in_values_come_out_as_they_are() -> None:
    ends = {"field": "harga", "suggestion": "{terendah: 1, tertinggi: 2}", "value": "1-2"}
    problem = Problem("field-type", Span("a"), "price-two", ends)
    assert sentence_for(problem, "id").hint == "tulis `harga: {terendah: 1, tertinggi: 2}`"
    assert problem.key == "field-type.price-two"
    odd = Problem("field-type", Span("a"), "price", {"field": "harga", "value": "{x}"})
    assert sentence_for(odd, "en").message == "`harga` must be a price in rupiah, not `{x}`"


JARGON = re.compile(
    r"\b(yaml|mapping|tokens?|parse[rd]?|skalar|scalar|sintaks|syntax|string)\b", re.IGNORECASE
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_speaks_as_programmers_do(language: str) -> None:
    """What stands between backticks is code or a file, and the endings of files have their names."""
    for key, sentence in catalogue(language).items():
        words = re.sub(r"`[^`]*`|\.yaml", "", f"{sentence.message} {sentence.hint}")
        assert not JARGON.search(words), key
