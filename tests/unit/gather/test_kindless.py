"""References without a kind, once it is known which entries there are."""

from __future__ import annotations

import pytest

from site_builder.gather.kindless import with_kinds
from site_builder.messages import sentence_for
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span
from tests.unit.validate.files import good
from tests.unit.validate.test_entries import MINIMAL, SHOP

ENTRIES = [(Kind.FIGURES, EntryId("f4")), (Kind.SHOPS, EntryId("melati")), (Kind.STORIES, EntryId("melati"))]
ENTRIES += [(Kind.SHOPS, EntryId("tas-bu-yuli-barokah"))]


def hint_of(written: str, id_: str) -> str:
    values = {"written": written, "suggestion": id_}
    problem = Problem("shortcode-form", Span("content/pages/a.md", 3, 1), "kind", values)
    (told,) = with_kinds([problem], ENTRIES)
    return sentence_for(told, "id").hint


def test_the_kind_is_that_of_the_entry() -> None:
    assert hint_of("[[f4]]", "f4") == "tulis `[[figure:f4]]`"
    assert hint_of("[[F4.yaml|empat]]", "f4") == "tulis `[[figure:f4|empat]]`"


def test_of_several_kinds_each_is_offered() -> None:
    asked = "tulis salah satu yang Anda maksud: `[[shop:melati]]`, `[[story:melati]]`"
    assert hint_of("[[melati]]", "melati") == asked


def test_where_there_is_none_no_link_is_offered_that_leads_nowhere() -> None:
    assert hint_of("[[x]]", "x") == (
        "tulis jenisnya dan nama berkas yang ada, di tempat `…`: `[[shop:…]]`, `[[product:…]]`, atau"
        " `[[page:…]]`"
    )


def test_a_longer_name_with_the_same_words_is_offered() -> None:
    assert hint_of("[[Tas Bu Yuli|di sini]]", "tas-bu-yuli") == "tulis `[[shop:tas-bu-yuli-barokah|di sini]]`"
    assert hint_of("[[Tas Bu Yulii]]", "tas-bu-yuli-barokhah") == "tulis `[[shop:tas-bu-yuli-barokah]]`"


@pytest.mark.parametrize(
    ("suggestion", "hint"),
    [
        (
            "[[shop:tas-bu-yuli|di sini]]",
            "tulis nama berkasnya saja, tanpa folder dan tanpa `.md`: `[[shop:tas-bu-yuli-barokah|di sini]]`",
        ),
        ("[[shop:melati]]", "tulis nama berkasnya saja, tanpa folder dan tanpa `.md`: `[[shop:melati]]`"),
        ("[[shop:tas]]", "tulis nama berkasnya saja, tanpa folder dan tanpa `.md`, setelah titik dua"),
    ],
)
def test_so_is_one_whose_kind_is_told(suggestion: str, hint: str) -> None:
    values = {"written": "[[shop:…]]", "suggestion": suggestion}
    problem = Problem("shortcode-form", Span("content/pages/a.md", 3, 1), "id", values)
    (told,) = with_kinds([problem], ENTRIES)
    assert sentence_for(told, "id").hint == hint


def test_an_entry_is_found_by_the_name_that_readers_see() -> None:
    shop = good(SHOP, MINIMAL[SHOP].replace("nama: Toko", "nama: Sinar Terang"))
    values = {"written": "[[Sinar Terang]]", "suggestion": "sinar-terang"}
    problem = Problem("shortcode-form", Span("content/pages/a.md", 3, 1), "kind", values)
    (told,) = with_kinds([problem], [(Kind.SHOPS, EntryId("a"))], [shop])
    assert sentence_for(told, "id").hint == "tulis `[[shop:a]]`"
