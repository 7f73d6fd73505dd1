"""References without a kind, once it is known which entries there are."""

from __future__ import annotations

from site_builder.gather.kindless import with_kinds
from site_builder.messages import sentence_for
from site_builder.names import EntryId, Kind
from site_builder.problems import Problem, Span

ENTRIES = [(Kind.FIGURES, EntryId("f4")), (Kind.SHOPS, EntryId("melati")), (Kind.STORIES, EntryId("melati"))]


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


def test_where_there_is_none_all_kinds_stay_possible() -> None:
    assert hint_of("[[x]]", "x").startswith("tulis jenisnya di depan nama berkasnya: `[[shop:x]]`")
