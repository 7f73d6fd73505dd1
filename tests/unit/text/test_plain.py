from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from site_builder.text.plain import EXCERPT_LENGTH, excerpt_of, plain_text


def test_plain_text_has_no_tags_and_no_entities() -> None:
    assert plain_text("<p>Tas &amp; <em>koper</em></p>\n<p>&lt;b&gt;</p>") == "Tas & koper <b>"


def test_a_short_text_is_its_own_excerpt() -> None:
    assert excerpt_of("Tas  kulit\nasli.") == "Tas kulit asli."


def test_a_long_text_is_cut_at_a_word() -> None:
    assert excerpt_of("satu dua, tiga empat lima", 18) == "satu dua, tiga…"


def test_a_sign_before_the_cut_is_left_out() -> None:
    assert excerpt_of("satu dua tiga, empat lima", 16) == "satu dua tiga…"


def test_chinese_is_cut_at_punctuation_or_between_characters() -> None:
    assert excerpt_of("皮革包袋。手工制作,经久耐用的产品", 12) == "皮革包袋。手工制作…"
    assert excerpt_of("皮" * 300) == "皮" * 199 + "…"


@given(st.text())
def test_an_excerpt_is_never_too_long(text: str) -> None:
    assert len(excerpt_of(text)) <= EXCERPT_LENGTH
