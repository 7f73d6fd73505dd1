"""Every word of the status is there, in both languages; that both say the same is held for all sentences."""

from __future__ import annotations

import ast
from importlib import resources

import pytest

from site_builder.messages import LANGUAGES, catalogue
from site_builder.names import Kind
from site_builder.status.values import Group
from site_builder.status.words import Words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_group_and_every_kind_has_its_words(language: str) -> None:
    words = Words(language)
    assert all(words.heading(group) and words.cure(group, "2026-11-01") for group in Group)
    assert len({words.kind(kind) for kind in Kind}) == len(Kind)


def test_every_word_that_is_asked_for_is_there_and_none_is_left_over() -> None:
    known = {key.removeprefix("told-") for key in catalogue("id") if key.startswith("told-")}
    code = "".join(
        ast.unparse(ast.parse(file.read_text("utf-8")))
        for file in resources.files("site_builder.status").iterdir()
        if file.name.endswith(".py")
    )
    groups = {f"group.{group.value}" for group in Group} | {f"kind.{kind.value}" for kind in Kind}
    assert {word for word in known - groups if f"'{word}'" not in code and "column-" not in word} == set()
    assert groups <= known
