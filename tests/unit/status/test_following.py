"""Marks of files that are gone: which follow the file to its new name."""

from __future__ import annotations

from site_builder.status.following import followed, gone_marks

OLD, NEW = "shops/kembar-tas.en", "shops/tiga-saudara.en"
MARK = {"name": "1", "summary": "2", "## A": "3", "(translation)": "4"}
RENAMED = MARK | {"name": "x"}
"""Its name has changed, as that of a shop that is called otherwise now."""


def test_only_entries_that_are_not_there_are_gone() -> None:
    assert gone_marks({OLD: MARK, "shops/intako.en": {}}, {"shops/intako"}) == {OLD: MARK}


def test_a_mark_follows_the_file_to_its_new_name_as_it_was() -> None:
    found = followed({OLD: MARK, "shops/intako.en": {}}, {OLD: MARK}, {NEW: RENAMED})
    assert (found.marks, found.lost) == ({NEW: MARK, "shops/intako.en": {}}, ())


def test_another_kind_language_or_text_is_another_file() -> None:
    others = {"products/tiga-saudara.en": RENAMED, "shops/tiga-saudara.ja": RENAMED}
    assert followed({OLD: MARK}, {OLD: MARK}, others).lost == ()
    other = dict.fromkeys(MARK, "x")
    found = followed({OLD: MARK}, {OLD: MARK}, {NEW: other})
    assert (found.marks, found.lost) == ({OLD: MARK}, (OLD,)), "it is told, for it may have been this one"


def test_of_two_the_more_alike_gets_it_and_of_two_as_good_none() -> None:
    other = "shops/empat.en"
    assert set(followed({OLD: MARK}, {OLD: MARK}, {NEW: RENAMED, other: RENAMED | {"## A": "x"}}).marks) == {
        NEW
    }
    assert followed({OLD: MARK}, {OLD: MARK}, {NEW: RENAMED, other: RENAMED}).lost == (OLD,)
    both = {OLD: MARK, "shops/dua.en": MARK}
    assert followed(both, both, {NEW: RENAMED}).lost == ("shops/dua.en", OLD)


def test_a_paragraph_that_all_shops_have_tells_nothing_of_which_shop_it_is() -> None:
    gone = {OLD: {"name": "1", "## Cara ke sini": "same"}}
    stranger = {NEW: {"name": "2", "## Cara ke sini": "same"}}
    assert followed(gone, gone, stranger).lost == (OLD,), "half of it agrees"
    more = {OLD: gone[OLD] | {"## Bayar": "same"}}
    others = {"shops/a.en": more[OLD] | {"name": "3"}}
    assert followed(more | others, more, {NEW: more[OLD] | {"name": "2"}}).lost == (OLD,)
    assert followed(more | others, more, {NEW: more[OLD]}).lost == (), "its name is the same"
    own = {OLD: more[OLD] | {"summary": "4"}}
    renamed = {NEW: own[OLD] | {"name": "2"}}
    assert followed(own | others, own, renamed).lost == (), "no other entry has its summary"
