"""The words of the status say the same in both languages."""

from __future__ import annotations

import string

from site_builder.names import Kind
from site_builder.status.values import Group
from site_builder.status.words import _GROUPS, _KINDS, _WORDS


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_word_has_the_same_blanks_in_both_languages() -> None:
    pairs = [*_WORDS.values(), *(pair for texts in _GROUPS.values() for pair in texts)]
    assert [pair for pair in pairs if blanks(pair[0]) != blanks(pair[1])] == []


def test_every_group_and_every_kind_has_its_words() -> None:
    assert _GROUPS.keys() == set(Group)
    assert _KINDS.keys() == set(Kind)
