"""Marks of translations: what they hold, what has changed since, and who is marked."""

from __future__ import annotations

import pytest

from site_builder.messages import sentence_for
from site_builder.model.catalog import Catalog, EntryKey
from site_builder.model.config import Language, SiteConfig, Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, WrongUse
from site_builder.status.marking import Marked, Wanted, wanted_translations, with_marks
from site_builder.status.marks import (
    OWN_PART,
    Mark,
    Marks,
    changed_parts,
    decode_marks,
    encode_marks,
    is_as_marked,
    mark_name,
    mark_of,
    untouched_parts,
)
from site_builder.status.parts import OPENING, own_parts, source_parts
from tests.unit.validate.files import good

INDONESIAN = Lang("id")
LANGUAGES = tuple(Language(code, code) for code in ("id", "en", "ja"))
PAGE = SourcePath("content/pages/tentang.md")
BASE = "judul: Tentang\nringkasan: Singkat.\n---\n{text}\n"
SOURCE = "Pembuka.\n\n## Sejarah\n\nSejak 1976."
KEY: EntryKey = (Kind.PAGES, EntryId("tentang"))


def catalog(text: str = SOURCE, base: str = BASE) -> Catalog:
    english, japanese = "title: About\n---\nOpening.\n", "title: 紹介\n"
    page = good(PAGE, base.format(text=text), en=english, ja=japanese)
    config = SiteConfig(Localized({INDONESIAN: "X"}), LANGUAGES)
    return Catalog(config, Vocabulary(), pages={EntryId("tentang"): page})  # type: ignore[dict-item]


def marked(marks: Marks, asked: str, text: str = SOURCE, base: str = BASE, english: str = "") -> Marked:
    wanted = wanted_translations(catalog(text, base), (), [SourcePath(asked)])
    now = {
        mark_name(KEY, one.lang): mark_of(
            source_parts(one.entry, INDONESIAN, text),
            {},
            english if one.lang == "en" else "",
        )
        for one in wanted
    }
    return with_marks(marks, wanted, now, {"pages/tentang"})


def test_a_translation_that_was_not_touched_since_its_source_changed_is_named() -> None:
    first = marked({}, "content", english="1").marks
    asked, later = "content/pages/tentang.en.md", SOURCE.replace("1976", "1977")
    untouched = marked(first, asked, later, english="1")
    assert untouched.untouched == (("pages/tentang.en", ("## Sejarah",)),)
    assert untouched.made == 1
    assert marked(first, asked, later, english="2").untouched == ()
    assert marked(first, asked, english="1").same == 1
    assert marked(marked({}, "content").marks, asked, later, english="1").untouched == ()  # an older mark
    learned = marked(marked({}, "content").marks, asked, english="1")
    assert (learned.same, learned.made, learned.marks) == (1, 0, first), (
        "an older mark learns the translation"
    )
    assert marked(first, "content", later, english="1").left == 1


def test_a_mark_is_written_in_one_line_in_order_and_read_back() -> None:
    marks = {"shops/b.en": {"summary": "1"}, "pages/a.en": {"summary": "3", "## Bahan": "2"}}
    data = encode_marks(marks)
    assert data.decode() == (
        '{\n"pages/a.en": {"## Bahan": "2", "summary": "3"},\n"shops/b.en": {"summary": "1"}\n}\n'
    )
    assert decode_marks(data) == decode_marks(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")) == marks
    assert decode_marks(encode_marks({})) == {}


@pytest.mark.parametrize("data", [b"", b"<<<<<<< HEAD\n{}", b"[]", b'{"a": 1}', b"\xff\xfe{"])
def test_a_damaged_file_is_told(data: bytes) -> None:
    problem = decode_marks(data)
    assert isinstance(problem, Problem)
    assert problem.code == "marks-broken"
    assert "--mark" in sentence_for(problem, "id").hint


def test_what_changed_is_named_in_the_order_of_the_source() -> None:
    mark = {"name": "1", "summary": "2", OPENING: "3", "## Lama": "4", "## Tetap": "5"}
    source = {"name": "1", "summary": "x", OPENING: "x", "## Baru": "x", "## Tetap": "5"}
    everything = frozenset({"name", "summary", OPENING})
    assert changed_parts(mark, source, everything) == ("summary", OPENING, "## Baru", "## Lama")


def test_only_what_is_translated_can_be_out_of_date() -> None:
    mark, source = {"name": "1", "## A": "1"}, {"name": "x", "summary": "x", "## A": "x"}
    assert changed_parts(mark, source, frozenset({"name"})) == ("name",)
    assert changed_parts(mark, source, frozenset({OPENING})) == ("## A",)
    assert changed_parts(mark, source, frozenset()) == ()


def test_a_file_marks_its_language_a_base_file_and_a_folder_mark_all() -> None:
    english, japanese = (mark_name(KEY, Lang(lang)) for lang in ("en", "ja"))
    assert set(marked({}, "content/pages/tentang.en.md").marks) == {english}
    assert set(marked({}, PAGE).marks) == {english, japanese}
    for folder in ("content/pages", "content/pages/", "content"):
        assert set(marked({}, folder).marks) == {english, japanese}


def test_marking_twice_changes_nothing() -> None:
    first = marked({}, "content")
    assert (first.made, first.same, first.left) == (2, 0, 0)
    assert sorted(first.names) == ["pages/tentang.en", "pages/tentang.ja"]
    assert marked(first.marks, "content") == Marked(first.marks, 0, 2, (), (), 0)
    assert marked(first.marks, PAGE) == Marked(first.marks, 0, 2, (), (), 0)


def test_a_folder_leaves_what_is_out_of_date_and_its_file_does_not() -> None:
    first, edited = marked({}, "content").marks, SOURCE.replace("1976", "1977")
    again = marked(first, "content", edited)
    assert (again.made, again.left) == (1, 1), "Japanese has no text, so nothing of it is out of date"
    assert again.marks["pages/tentang.en"] == first["pages/tentang.en"]
    named = marked(first, "content/pages/tentang.en.md", edited)
    assert (named.made, named.left) == (1, 0)
    assert named.marks["pages/tentang.en"] != first["pages/tentang.en"]


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("Pembuka", "Permulaan", (OPENING,)),
        ("1976", "1977", ("## Sejarah",)),
        ("## Sejarah", "## Riwayat", ("## Riwayat", "## Sejarah")),
        ("1976.", "1976.\n\n## Kini\n\nMasih.", ("## Kini",)),
        ("1976.", "1976. \t\n\n", ()),
    ],
)
def test_an_edit_of_one_section_names_exactly_that_one(old: str, new: str, parts: tuple[str, ...]) -> None:
    before = marked({}, PAGE).marks["pages/tentang.en"]
    after = marked({}, PAGE, SOURCE.replace(old, new)).marks["pages/tentang.en"]
    assert changed_parts(before, after, frozenset({"name", OPENING})) == parts


def test_marks_of_entries_that_are_gone_are_dropped() -> None:
    assert set(marked({"shops/lama.en": {}}, "content/pages/tentang.en.md").marks) == {"pages/tentang.en"}


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("content/pages/tentang.zh.md", "mark-unknown"),
        ("content/shops", "mark-unknown"),
        ("content/pages/salah.en.md", "mark-unknown.faulty"),
    ],
)
def test_what_is_no_translation_is_refused(path: str, key: str) -> None:
    with pytest.raises(WrongUse) as refused:
        wanted_translations(catalog(), {SourcePath("content/pages/salah.en.md")}, [PAGE, SourcePath(path)])
    assert [problem.key for problem in refused.value.problems] == [key]


def test_a_file_named_beside_its_folder_counts_as_looked_at() -> None:
    paths = [SourcePath("content"), SourcePath("content/pages/tentang.en.md")]
    for asked in (paths, paths[::-1]):
        found = wanted_translations(catalog(), (), asked)
        assert {wanted.lang: wanted.is_named for wanted in found} == {"en": True, "ja": False}
        assert all(isinstance(wanted, Wanted) for wanted in found)


ENGLISH = "Opening.\n\n## History\n\nSince 1976.\n\n## Today\n\nStill."
OURS = SOURCE + "\n\n## Kini\n\nMasih."


def mark(source: str, english: str, summary: str = "Short.", ringkasan: str = "Singkat.") -> Mark:
    base = BASE.replace("Singkat.", ringkasan).format(text=source)
    page = good(PAGE, base, en=f"title: About\nringkasan: {summary}\n---\n{english}\n")
    own = own_parts(page, Lang("en"), source, english)
    return mark_of(source_parts(page, INDONESIAN, source), own, f"{summary} {english}")


def untouched(before: Mark, after: Mark) -> tuple[str, ...]:
    changed = changed_parts(before, {part: after[part] for part in after if OWN_PART not in part}, EVERY)
    return untouched_parts(before, after, changed)


EVERY = frozenset({"name", "summary", OPENING})


@pytest.mark.parametrize(
    ("source", "english", "parts"),
    [
        ([("Pembuka", "Awal")], [], (OPENING,)),
        ([("Pembuka", "Awal")], [("Opening", "Beginning")], ()),
        ([("Pembuka", "Awal"), ("1976", "1977")], [("Opening", "Beginning")], ("## Sejarah",)),
        ([("1976", "1977"), ("Masih", "Tetap")], [("Still", "Yet")], ("## Sejarah",)),
        ([("## Kini", "## Sekarang")], [("Still", "Yet")], ()),
        ([("## Kini", "## Sekarang")], [("1976", "1977")], ("## Sekarang", "## Kini")),
        ([("Masih.", "Masih.\n\n## Baru\n\nAda.")], [], ("## Baru",)),
        ([("Masih.", "Masih.\n\n## Baru\n\nAda.")], [("Still.", "Still.\n\n## New\n\nIs.")], ()),
        (
            [("1976", "1977"), ("Masih.", "Masih.\n\n## Baru\n\nAda.")],
            [("1976", "1977")],
            ("## Baru",),
        ),
        ([("\n\n## Kini\n\nMasih.", "")], [("1976", "1977")], ("## Kini",)),
        ([("\n\n## Kini\n\nMasih.", "")], [("\n\n## Today\n\nStill.", "")], ()),
    ],
)
def test_of_a_translation_that_was_adjusted_in_part_the_rest_is_named(
    source: list[tuple[str, str]], english: list[tuple[str, str]], parts: tuple[str, ...]
) -> None:
    ours, theirs = OURS, ENGLISH
    for old, new in source:
        ours = ours.replace(old, new)
    for old, new in english:
        theirs = theirs.replace(old, new)
    assert untouched(mark(OURS, ENGLISH), mark(ours, theirs)) == parts


def test_of_a_summary_and_a_text_that_changed_the_one_left_as_it_was_is_named() -> None:
    before, ours = mark(OURS, ENGLISH), OURS.replace("Pembuka", "Awal")
    assert untouched(before, mark(ours, ENGLISH, "Brief.", "Pendek.")) == (OPENING,)
    theirs = ENGLISH.replace("Opening", "Beginning")
    assert untouched(before, mark(ours, theirs, "Short.", "Pendek.")) == ("summary",)
    assert untouched(before, mark(ours, theirs, "Brief.", "Pendek.")) == ()


def test_sections_that_do_not_answer_each_other_count_as_one() -> None:
    english = "Opening.\n\nAll else."
    before, ours = mark(OURS, english), OURS.replace("1976", "1977")
    assert untouched(before, mark(ours, english, "Brief.", "Pendek.")) == ("## Sejarah",)
    assert untouched(before, mark(ours, english.replace("else", "this"))) == ()


def test_a_mark_of_a_former_version_is_as_good_as_it_was() -> None:
    now = mark(OURS, ENGLISH)
    former = {part: digest for part, digest in now.items() if not part.startswith(OWN_PART)}
    assert is_as_marked(former, now)
    assert untouched_parts(former, now, ("summary",)) == ("summary",)
    assert untouched_parts(former, mark(OURS, ENGLISH, "Brief."), ("summary",)) == ()
    assert decode_marks(encode_marks({"pages/tentang.en": now})) == {"pages/tentang.en": now}
