"""A hint holds no value that nobody said: what only the editor knows is a `…` in it."""

from __future__ import annotations

import pytest

from site_builder.messages import LANGUAGES, sentence_for
from site_builder.model.config import Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import Kind, Lang
from site_builder.problems import Problem
from site_builder.validate.shapes import shape_of_kind
from site_builder.validate.terms import unknown_term, with_words
from tests.unit.validate.files import read
from tests.unit.validate.test_entries import MINIMAL

WORDS = {word: Localized({Lang("id"): word}) for word in ("koper", "dompet")}
VOCABULARY = Vocabulary(categories=WORDS, materials=WORDS, units=WORDS)


def problems_of(path: str, text: str) -> list[Problem]:
    return with_words(read(path, text)[1], VOCABULARY)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", MINIMAL)
def test_a_required_field_that_is_missing_is_left_to_the_editor(path: str, language: str) -> None:
    fields = [field for field in shape_of_kind(Kind(path.split("/")[1])).fields if field.required]
    for text in ("contoh: ya\n", "contoh: ya\n" + "".join(f"{field.indonesian}:\n" for field in fields)):
        told = [problem for problem in problems_of(path, text) if problem.code == "field-missing"]
        assert len(told) == len(fields)
        for problem in told:
            assert f"`{problem.values['field']}: …`" in sentence_for(problem, language).hint


TAGS = {tag: Localized({Lang("id"): tag}) for tag in ("perajin", "tokoh", "sejarah", "ekspor", "kampanye")}


@pytest.mark.parametrize(
    ("written", "as_list", "others"),
    [
        ("pelatihan, ibu-ibu", "[…]", "`pelatihan`, `ibu-ibu`"),
        ("sejarah, pelatihan", "[sejarah, …]", "`pelatihan`"),
        ("sejrah, pelatihan", "[sejarah, …]", "`pelatihan`"),
    ],
)
def test_a_list_takes_no_other_word_for_one_that_is_no_slip(written: str, as_list: str, others: str) -> None:
    variant, values = unknown_term(TAGS, "tags", written, is_one=False)
    assert (variant, values["suggestion"], values["other"]) == ("list-other", as_list, others)


def test_a_word_that_is_like_no_other_is_not_taken_for_one() -> None:
    assert unknown_term(TAGS, "tags", "pelatihan", is_one=False)[0] == "several"
    assert unknown_term(TAGS, "tags", "perajn", is_one=False)[1]["suggestion"] == "perajin"
