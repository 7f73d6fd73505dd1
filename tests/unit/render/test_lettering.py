"""Texts as outlines: they fit, they break where they may, and no sign is ever a box."""

from __future__ import annotations

import re

import pytest

from site_builder.names import Lang
from site_builder.render import lettering
from site_builder.render.lettering import ELLIPSIS, LEADING, Unwritable, can_write, fit, set_line

ID, JA, ZH = Lang("id"), Lang("ja"), Lang("zh")
SIZES = (92.0, 80.0, 70.0, 62.0, 54.0)
WIDTH, HEIGHT = 640.0, 250.0
LONG = (
    "Tas",
    "Tas wanita kulit sapi asli dari Tanggulangin",
    "Setengah hari di kampung kulit bersama koperasi, tanggul lumpur, dan kerupuk khas Sidoarjo " * 3,
    "W" * 200,
    "a " * 300,
)
WIDE = (
    "タングランギンの革スーツケースと旅行かばん",
    "真皮手提包——丹古朗因的工匠制作，" * 8,
    "INTAKO協同組合（1976年）",
    "ー" * 90,
)


@pytest.mark.parametrize(
    ("text", "lang"), [(text, ID) for text in LONG] + [(text, JA) for text in WIDE] + [(WIDE[1], ZH)]
)
def test_a_text_stays_within_its_place_however_long_it_is(text: str, lang: Lang) -> None:
    block = fit(text.strip(), lang, "strong", WIDTH, SIZES, HEIGHT)
    assert block.lines
    assert len(block.lines) * block.size * LEADING <= HEIGHT
    for line in block.lines:
        assert 0 < line.width <= WIDTH
        assert all(0 <= x < line.width for x, *_ in line.glyphs)


def test_the_width_that_is_told_is_where_the_last_outline_ends() -> None:
    line = set_line("Hamburg", ID, "strong", 100)
    x, _, scale, outline = line.glyphs[-1]
    numbers = [float(number) for number in re.findall(r"(-?\d+) -?\d+", outline)]
    end = x + max(numbers) * scale
    assert line.width - 12 < end <= line.width + 2


def test_a_short_text_is_large_and_a_long_one_small_and_none_is_lost() -> None:
    short = fit("Tas", ID, "strong", WIDTH, SIZES, HEIGHT)
    assert (short.size, [line.text for line in short.lines]) == (SIZES[0], ["Tas"])
    long = fit(LONG[1], ID, "strong", WIDTH, SIZES, HEIGHT)
    assert long.size < SIZES[0]
    assert " ".join(line.text for line in long.lines) == LONG[1]


def test_what_fits_at_no_size_ends_in_an_ellipsis_after_a_whole_word() -> None:
    block = fit(LONG[2].strip(), ID, "strong", WIDTH, SIZES, HEIGHT)
    assert block.size == SIZES[-1]
    *before, last = " ".join(line.text for line in block.lines).split(" ")
    assert last.endswith(ELLIPSIS)
    assert {*before, last.removesuffix(ELLIPSIS)} <= set(LONG[2].split(" "))


def test_a_word_is_rather_small_than_in_two() -> None:
    block = fit("タングランギン", JA, "strong", WIDTH, SIZES, HEIGHT)
    assert [line.text for line in block.lines] == ["タングランギン"]


def test_no_size_is_chosen_whose_single_line_is_too_high() -> None:
    assert fit("Tas", ID, "strong", WIDTH, (92, 80, 54), 85).size == 54


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        (
            "買い手であり、競争相手であり、仕入れ先でもあります",
            ["買い手であり、競争相手であり、", "仕入れ先でもあります"],
        ),
        ("ダイヤルロック・シドアルジョのバティック", ["ダイヤルロック・", "シドアルジョの", "バティック"]),
        ("本革の見分け方と店の歩き方", ["本革の見分け方と", "店の歩き方"]),
    ],
)
def test_a_japanese_line_ends_where_a_phrase_does(text: str, broken: list[str]) -> None:
    width = max(set_line(line, JA, "strong", 40).width for line in broken) + 5
    assert [line.text for line in fit(text, JA, "strong", width, (40.0,), 400).lines] == broken


def test_a_number_stays_with_what_it_counts() -> None:
    width = set_line("四十天，43,000", ZH, "strong", 40).width + 5
    lines = [line.text for line in fit("四十天，43,000只行李箱", ZH, "strong", width, (40.0,), 400).lines]
    assert "".join(lines) == "四十天，43,000只行李箱"
    assert any("43,000只" in line for line in lines)


def test_figures_and_latin_words_among_wide_signs_are_in_the_face_of_these() -> None:
    mixed, alone = set_line("3in1旅游", ZH, "strong", 50), set_line("3in1", ZH, "strong", 50)
    assert mixed.glyphs[:4] != alone.glyphs
    assert alone.glyphs == set_line("3in1", ID, "strong", 50).glyphs


@pytest.mark.parametrize(
    "text", ["商品（かばん）、靴、ベルト。" * 3, "「革」の「かばん」と「靴」とベルト" * 2]
)
def test_no_line_begins_or_ends_with_a_sign_that_may_not_stand_there(text: str) -> None:
    lines = [line.text for line in fit(text, JA, "strong", 300, (40.0,), 2000).lines]
    assert "".join(lines) == text
    assert len(lines) > 2
    assert not [line for line in lines if line[0] in "）、。」ー"]
    assert not [line for line in lines if line[-1] in "（「"]


def test_the_last_line_is_no_single_word_where_it_can_be_helped() -> None:
    lines = fit("Tas wanita kulit sapi asli Tanggulangin", ID, "strong", WIDTH, (70.0,), HEIGHT).lines
    widths = [line.width for line in lines]
    assert len(lines) > 1
    assert min(widths) > max(widths) / 2


@pytest.mark.parametrize("sign", ["ก", "א", "ك"])
def test_a_sign_that_no_face_has_is_told_and_never_drawn(sign: str) -> None:
    with pytest.raises(Unwritable):
        fit(f"Tas {sign}", ID, "strong", WIDTH, SIZES, HEIGHT)


def test_emoji_are_left_out_for_no_word_is_lost() -> None:
    plain = set_line("Tas  kulit", ID, "strong", 50)
    assert set_line("Tas \U0001f45c\ufe0f kulit", ID, "strong", 50).glyphs == plain.glyphs


def test_every_sign_of_a_text_has_an_outline_but_blanks() -> None:
    for text, lang in (("Kulit – Rp1.600.000…", ID), ("牛革、山羊革", JA), ("真皮钱包", ZH)):
        assert len(set_line(text, lang, "plain", 40).glyphs) == len(text.replace(" ", ""))


def test_japanese_and_chinese_have_their_own_form_of_a_sign() -> None:
    assert set_line("直", JA, "strong", 50).glyphs != set_line("直", ZH, "strong", 50).glyphs


def test_pairs_are_kerned() -> None:
    apart = sum(set_line(sign, ID, "strong", 100).width for sign in "Ta")
    assert set_line("Ta", ID, "strong", 100).width < apart


def test_a_language_can_be_written_where_its_fonts_are_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(map(can_write, (ID, JA, ZH, Lang("zh-Hant"))))
    monkeypatch.setattr(lettering, "_WIDE_FILE", ("no_such_package_of_fonts", "x.otf"))
    assert can_write(ID)
    assert not any(map(can_write, (JA, ZH, Lang("ko"))))
