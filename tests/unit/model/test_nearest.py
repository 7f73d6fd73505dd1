"""The word that was meant, also among very many, without looking at all of them."""

from __future__ import annotations

import difflib
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model import nearest as module
from site_builder.model.nearest import (
    FEW,
    MOST_COMPARED,
    likeness,
    misspelled,
    misspelled_path,
    named_alike,
    nearest,
)

THINGS = ("tas", "koper", "dompet", "sabuk", "jaket", "sepatu", "sandal", "ransel", "selempang", "pinggang")
COLOURS = ("coklat", "hitam", "merah", "biru", "krem", "abu", "marun", "emas")
MANY = [f"{one}-{other}-{colour}-{n}" for one, other, colour, n in product(THINGS, THINGS, COLOURS, range(3))]


def by_difflib(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return close[0] if close else ""


def slipped(word: str, place: int, letter: str, how: int) -> str:
    place %= len(word)
    if how == 0:
        return word[:place] + word[place + 1 :]
    return word[:place] + letter + word[place + how - 1 :]


SLIPS = st.tuples(
    st.sampled_from(MANY), st.integers(0, 40), st.sampled_from("abcdefghijklmnop-"), st.integers(0, 2)
)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Koper_Haji", "koper-haji"), ("kopr haji", "koper-haji"), ("dompt", "dompet"), ("xyz", ""), ("", "")],
)
def test_capitals_and_signs_between_words_do_not_count(word: str, expected: str) -> None:
    assert nearest(word, ["koper-haji", "dompet", "tas"]) == expected


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("koprasi-intako", "koperasi-intako", "koperasi-intako"),
        ("Koperasi_Intako", "koperasi-intako", "koperasi-intako"),
        ("tas-kenari-kerja", "tas-kerja-kenari", "tas-kerja-kenari"),
        ("mju", "maju", "maju"),
        ("ekspor-2081", "ekspor-2018", "ekspor-2018"),
        ("ekspor-2017", "ekspor-2018", ""),
        ("tas-mawar", "tas-kenari", ""),
        ("tas-1", "tas-2", ""),
        ("rak", "meja", ""),
        ("tas-bu-lilik", "tas-bu-yuli", ""),
        ("tas-lilik", "tas-bu-lilik", ""),
        ("bengkelmelti", "bengkel-melati", "bengkel-melati"),
    ],
)
def test_a_name_with_a_slip_is_meant_and_that_of_another_thing_is_not(
    word: str, known: str, expected: str
) -> None:
    assert misspelled(word, [known]) == expected


@pytest.mark.parametrize(
    ("path", "known", "expected"),
    [
        ("tas-kenari/rak.jpg", "tas-kenari/meja.jpg", ""),
        ("tas-kerja-kenari/depan.jpg", "tas-kerja-kenari/besar.jpg", ""),
        ("tas-kenari/dpan.jpg", "tas-kenari/depan.png", "tas-kenari/depan.png"),
        ("tas-kenari/Depan.JPG", "tas-kenari/depan.jpg", "tas-kenari/depan.jpg"),
        ("/toko/tas-mawar/", "/toko/tas-kenari/", ""),
        ("/tentag/", "/tentang/", "/tentang/"),
        ("/tentang/", "/tentang/kami/", ""),
    ],
)
def test_each_part_of_a_path_is_held_against_its_own(path: str, known: str, expected: str) -> None:
    assert misspelled_path(path, [known]) == expected


@given(SLIPS)
@settings(max_examples=25, deadline=None)
def test_a_slip_of_one_letter_is_always_found(slip: tuple[str, int, str, int]) -> None:
    word, place, *_ = slip
    if not word[place % len(word)].isdecimal():
        assert misspelled(slipped(*slip), [word]) == word


@given(SLIPS)
@settings(max_examples=25, deadline=None)
def test_among_few_words_all_are_compared(slip: tuple[str, int, str, int]) -> None:
    few = MANY[: FEW - 1]
    assert nearest(slipped(*slip), few) == by_difflib(slipped(*slip), few)


@given(SLIPS)
@settings(max_examples=25, deadline=None)
def test_among_many_words_the_same_one_is_found(slip: tuple[str, int, str, int]) -> None:
    assert len(MANY) > FEW
    near = nearest(slipped(*slip), MANY)
    assert likeness(slipped(*slip), near) == likeness(slipped(*slip), by_difflib(slipped(*slip), MANY))


def test_five_hundred_faults_compare_few_words_each_and_the_same_fault_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    ratio = module._ratio

    def counted(word: str, other: str) -> float:
        nonlocal compared
        compared += 1
        return ratio(word, other)

    monkeypatch.setattr(module, "_ratio", counted)
    known = tuple(f"{name}-{n}" for name in MANY[:2000] for n in range(10))
    faults = [f"{name}x" for name in known[:500]]
    for fault in faults:
        nearest(fault, known)
    assert 500 <= compared <= 500 * MOST_COMPARED
    before = compared
    for fault in faults:
        nearest(fault, list(known))
    assert compared == before


NAMES = ("tas-kulit-bu-yuli-barokah", "tentang", "koperasi-intako", "tas-mawar", "ekspor-kulit-2018", "koper")


@pytest.mark.parametrize(
    ("word", "alike"),
    [
        ("Tas Kulit Bu Yuli", ["tas-kulit-bu-yuli-barokah"]),
        ("tas-kulit-bu-yuli", ["tas-kulit-bu-yuli-barokah"]),
        ("Tentang kami", ["tentang"]),
        ("intako", ["koperasi-intako"]),
        ("Toko Koper", ["koper"]),
        ("tas", []),
        ("tas-kenari", []),
        ("ekspor-kulit", []),
        ("ekspor-kulit-2017", []),
        ("koper-besar", []),
        ("", []),
    ],
)
def test_a_name_is_found_by_its_words(word: str, alike: list[str]) -> None:
    assert named_alike(word, NAMES) == alike


def test_where_many_names_hold_the_words_none_is_meant() -> None:
    assert len(named_alike("koper", [f"koper-{name}" for name in "abcd"])) == 4
    assert named_alike("koper", [f"koper-{name}" for name in "abcde"]) == []
