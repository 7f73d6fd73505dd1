from __future__ import annotations

import re

import pytest

from site_builder.text.segments import in_words
from tests.support.programs import ROOT


def words(text: str) -> list[str]:
    return in_words(text).split()


def test_other_languages_stay_as_they_are() -> None:
    assert words("Tas kulit sapi, 2 × 3") == ["Tas", "kulit", "sapi,", "2", "×", "3"]


def test_signs_become_pairs_that_begin_with_their_first_sign_and_the_last_stands_alone() -> None:
    pair, last = words("革袋")
    assert pair == f"{ord('革'):07}{ord('袋'):07}"
    assert last == f"{ord('袋'):07}"


@pytest.mark.parametrize("part", ["スー", "ツケ", "ース", "スーツケース", "ケース"])
def test_every_part_of_a_word_is_among_its_words(part: str) -> None:
    whole = words("革のスーツケース")
    *pairs, _last = words(part)
    assert pairs
    assert set(pairs) <= set(whole)


def test_a_single_sign_begins_the_words_that_it_stands_first_in() -> None:
    assert any(word.startswith(words("革")[0]) for word in words("牛革の財布"))


def test_words_of_two_scripts_are_parted() -> None:
    assert words("INTAKO製") == ["INTAKO", f"{ord('製'):07}"]


def test_signs_that_mean_the_same_are_written_alike() -> None:
    assert words("ﾊﾞｯｸﾞ ＴＡＳ") == words("バッグ TAS")


def test_signs_beyond_the_first_plane_are_signs_too() -> None:
    assert words("𠮷野")[0] == f"{ord('𠮷'):07}{ord('野'):07}"


def test_the_browser_knows_the_same_signs() -> None:
    """What is typed must become the words that are in the index."""
    script = (ROOT / "assets/js/search.js").read_text("utf-8")
    source = (ROOT / "site_builder/text/segments.py").read_text("utf-8")
    theirs = re.findall(r"\\u\{?([0-9a-f]+)\}?", script.partition("const runs")[2].partition(";")[0])
    ours = re.findall(r"\\[uU]0*([0-9a-f]+)", source.partition("_RUN =")[2].partition("\n)")[0])
    assert [int(sign, 16) for sign in theirs] == [int(sign, 16) for sign in ours]
    assert len(ours) > 10
    assert "padStart(7" in script
