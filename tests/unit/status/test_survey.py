"""What is left to do, from values alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from site_builder.gather.content import Content, key_of_entry
from site_builder.gather.placeholders import find_placeholders
from site_builder.model.catalog import AnyEntry, Catalog, EntryKey
from site_builder.model.config import Language, SiteConfig, Vocabulary
from site_builder.model.localized import Localized
from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem, Severity, Span
from site_builder.status.marks import Marks
from site_builder.status.needs import NEEDED, empty_fields, needed_fields
from site_builder.status.parts import source_parts
from site_builder.status.rows import detail_of
from site_builder.status.survey import Gathered, survey
from site_builder.status.terminal import status_text
from site_builder.status.values import Coverage, Group, Status, Todo
from site_builder.status.words import Words
from site_builder.validate.shapes import shape_of_kind
from tests.unit.validate.files import read

TODAY = dt.date(2026, 11, 29)
SHOP = "nama: Maju\njenis: toko\nkategori: [tas]\nalamat: Jalan 1\n"
PRODUCT = "nama: Tas\nkategori: tas\nbahan: [kulit]\n"


def entry(path: str, text: str, **translations: str) -> AnyEntry:
    """Read an entry; a text that its translations lack is no matter here."""
    found, _ = read(f"content/{path}", text, **translations)
    assert found is not None
    return found


def surveyed(
    *entries: AnyEntry,
    problems: tuple[Problem, ...] = (),
    placeholders: tuple[Problem, ...] = (),
    hidden: frozenset[EntryKey] = frozenset(),
    marks: Marks | None = None,
    sources: Mapping[EntryKey, str] | None = None,
    langs: tuple[str, ...] = ("id", "en"),
    dated: tuple[AnyEntry, ...] = (),
) -> Status:
    languages = tuple(Language(code, code) for code in langs)
    config = SiteConfig(Localized({Lang("id"): "Sentra"}), languages)
    by_kind: dict[str, dict[EntryId, AnyEntry]] = {kind.value: {} for kind in Kind}
    for one in entries:
        by_kind[one.kind.value][one.id] = one
    catalog = Catalog(config, Vocabulary(), **by_kind)  # type: ignore[arg-type]
    catalog = replace(catalog, dated={key_of_entry(one): one for one in dated})
    content = Content(catalog, hidden, frozenset(), {}, (), {}, lambda path, _field: Span(path))
    return survey(Gathered(content, problems, placeholders, sources or {}, marks or {}), TODAY)


def told(status: Status, group: Group) -> list[tuple[str, str, str]]:
    """Give file, day and note of each thing of a group."""
    return [(todo.path, todo.day, todo.note) for todo in status.todos if todo.group is group]


def test_an_event_is_over_on_the_day_after_its_last_and_then_nothing_else_of_it_is_asked() -> None:
    events = [
        entry("events/kemarin.md", "nama: A\nmulai: 2026-11-28 09.00\n"),
        entry("events/panjang.md", "nama: B\nmulai: 2026-11-01\nselesai: 2026-11-29\n"),
    ]
    status = surveyed(*events)
    assert told(status, Group.EVENTS) == [("content/events/kemarin.md", "2026-11-28", "")]
    others = {todo.path for todo in status.todos if todo.group in (Group.FIELDS, Group.UNVERIFIED)}
    assert others == {"content/events/panjang.md"}


def test_nothing_is_asked_of_a_cancelled_event_until_its_day_is_over() -> None:
    off = "nama: A\nmulai: {}\ndibatalkan: ya\n".format
    ahead = entry("events/besok.md", off("2026-12-28"))
    status = surveyed(ahead, entry("events/kemarin.md", off("2026-11-28")))
    assert told(status, Group.EVENTS) == [("content/events/kemarin.md", "2026-11-28", "")]
    assert all(todo.group not in (Group.FIELDS, Group.UNVERIFIED) for todo in status.todos)


@pytest.mark.parametrize(
    ("day", "is_told"),
    [("2026-11-27", True), ("2026-11-28", True), ("2026-11-29", False), ("2026-11-30", True)],
)
def test_an_event_that_somebody_looked_at_since_its_end_stays_as_a_memory(day: str, is_told: bool) -> None:
    """A day to come is a slip: nobody has looked at it then."""
    over = entry("events/kemarin.md", f"nama: A\nmulai: 2026-11-28 09.00\ndiperiksa: {day}\n")
    status = surveyed(over)
    assert bool(told(status, Group.EVENTS)) is is_told
    assert all(todo.group not in (Group.FIELDS, Group.UNVERIFIED) for todo in status.todos)


@pytest.mark.parametrize(
    ("day", "is_told"), [("2026-11-29", True), ("2027-02-27", True), ("2027-02-28", False)]
)
def test_a_certificate_is_told_for_90_days_before_its_end_and_after(day: str, is_told: bool) -> None:
    product = entry("products/tas.md", f"{PRODUCT}sertifikat: [{{nama: SVLK, berakhir: {day}}}]\n")
    expected = [("content/products/tas.md", day, "SVLK")] if is_told else []
    assert told(surveyed(product), Group.CERTIFICATES) == expected


@pytest.mark.parametrize(
    ("verified", "days"),
    [
        ("", [""]),
        ("2025-11-28", ["2025-11-28"]),
        ("2025-11-29", []),
        ("2026-01-01", []),
        ("2029-01-01", ["2029-01-01"]),
    ],
)
def test_a_fact_is_old_after_a_year_and_told_when_it_was_never_checked(
    verified: str, days: list[str]
) -> None:
    shop = entry("shops/maju.md", SHOP + (f"diperiksa: {verified}\n" if verified else ""))
    assert [day for _, day, _ in told(surveyed(shop), Group.UNVERIFIED)] == days


def test_stories_need_no_check_but_an_old_one_is_told() -> None:
    story = "judul: A\ntanggal: 2017-05-01\n"
    assert told(surveyed(entry("stories/a.md", story)), Group.UNVERIFIED) == []
    old = entry("stories/a.md", f"{story}diperiksa: 2020-01-01\n")
    assert told(surveyed(old), Group.UNVERIFIED) == [("content/stories/a.md", "2020-01-01", "")]


def test_samples_are_told_once_and_counted_nowhere() -> None:
    sample = entry("shops/contoh.md", f"{SHOP}contoh: ya\n")
    here = Problem("release-placeholder", Span(sample.path), "text", {"value": "TODO"})
    status = surveyed(sample, placeholders=(here,))
    assert [todo.group for todo in status.todos] == [Group.SAMPLES]
    assert (status.entries, status.counts, status.coverage, status.unmarked) == (0, (), (), ())


def test_an_example_of_a_new_entry_is_a_placeholder_too() -> None:
    shop = entry("shops/maju.md", SHOP)
    comment = "# Wajib: ganti contoh di bawah ini, lalu hapus baris ini."
    lefts = [
        one
        for below in ("", "jenis: toko\n")
        for one in find_placeholders(
            (shop.path,), (), {shop.path: f"---\n{comment}\n{below}".encode()}.__getitem__
        )
    ]
    assert [one.values["below"] for one in lefts] == ["", "jenis: toko"]
    left = lefts[-1]
    status = surveyed(shop, placeholders=(left,))
    (said,) = [detail_of(t, "", Words("id")) for t in status.todos if t.group is Group.PLACEHOLDERS]
    assert said.startswith(
        "mungkin masih contoh dari `sentra new`: periksa `jenis: toko`, lalu hapus baris `# Wajib"
    )
    assert told(status, Group.PLACEHOLDERS) == [(shop.path, "", "sentra new")]
    assert [todo.line for todo in status.todos if todo.group is Group.PLACEHOLDERS] == [2]


def test_empty_fields_come_in_the_order_of_their_use() -> None:
    status = surveyed(entry("shops/maju.md", f"{SHOP}telepon: 031-8951234\npembayaran: [tunai]\n"))
    assert [todo.field for todo in status.todos if todo.group is Group.FIELDS] == [
        "hours", "location", "photos", "summary", "services",
    ]  # fmt: skip


def test_what_an_owner_keeps_to_himself_is_asked_for_no_more() -> None:
    shop = f"{SHOP}ringkasan: S\npembayaran: [tunai]\njam_buka: {{senin: 08.00-16.00}}\n"
    kept = entry("shops/maju.md", f"{shop}tanpa: [wa, lokasi, foto]\n")
    assert list(empty_fields(kept)) == ["services"]


def test_fields_that_serve_as_well_and_those_of_buyers_and_stations() -> None:
    reported = f"{PRODUCT}harga_diberitakan: {{terendah: 1000, tahun: 2018, sumber: Kabar}}\n"
    assert "price" not in list(empty_fields(entry("products/tas.md", reported)))
    assert "moq" not in needed_fields(entry("products/tas.md", PRODUCT))
    assert "moq" in needed_fields(entry("products/tas.md", f"{PRODUCT}siap_ekspor: ya\n"))
    assert needed_fields(entry("places/halte.md", "nama: Halte\njenis: halte\n")) == ("location",)


@pytest.mark.parametrize("kind", NEEDED)
def test_what_visitors_need_is_a_field_of_the_kind_and_not_required(kind: Kind) -> None:
    fields = shape_of_kind(kind).by_name
    assert [name for name in NEEDED[kind] if name not in fields or fields[name].required] == []


def test_faults_placeholders_and_what_is_hidden_are_told() -> None:
    error = Problem("field-type", Span("content/shops/a.md", 7, 3))
    warning = Problem("verified-old", Span("content/shops/b.md"), severity=Severity.WARNING)
    left = Problem("release-placeholder", Span("content/site.yaml", 4), "text", {"value": "TODO"})
    hidden = frozenset({(Kind.FIGURES, EntryId("b")), (Kind.SHOPS, EntryId("a"))})
    status = surveyed(problems=(error, warning), placeholders=(left,), hidden=hidden)
    assert status.faults == (error,)
    assert status.todos == (
        Todo(Group.FAULTS, SourcePath("content/shops/a.md"), note="field-type", line=7),
        Todo(Group.PLACEHOLDERS, SourcePath("content/site.yaml"), note="TODO", line=4),
        Todo(Group.HIDDEN, SourcePath("content/figures/b.yaml"), Kind.FIGURES),
        Todo(Group.HIDDEN, SourcePath("content/shops/a.md"), Kind.SHOPS),
    )


def test_what_has_a_day_is_told_with_it_and_with_what_is_to_be_done_then() -> None:
    story = "judul: Cerita\ntanggal: 2026-11-01\n"
    dated = (
        entry("stories/depan.md", f"{story}terbit: 2026-12-24\n"),
        entry("stories/lalu.md", f"{story}berakhir: 2026-11-29\n"),
        entry("stories/ikut.md", story),
    )
    hidden = frozenset({*map(key_of_entry, dated), (Kind.SHOPS, EntryId("draf"))})
    status = surveyed(hidden=hidden, dated=dated)
    assert told(status, Group.HIDDEN) == [
        ("content/shops/draf.md", "", ""),
        ("content/stories/ikut.md", "", ""),
        ("content/stories/lalu.md", "2026-11-29", "over"),
        ("content/stories/depan.md", "2026-12-24", "due"),
    ]
    (due,) = (todo for todo in status.todos if todo.note == "due")
    assert due.name == "Cerita"
    assert detail_of(due, "2026-11-29", Words("id")) == (
        "terbit 2026-12-24: bangun dan terbitkan situs lagi pada hari itu"
    )
    text = status_text(status, Words("id"))
    assert "  content/stories/depan.md  terbit 2026-12-24: bangun" in text
    assert "  toko      1  draf" in text


def translations(status: Status) -> list[tuple[str, str, tuple[str, ...]]]:
    groups = (Group.STALE, Group.MISSING)
    return [(todo.path, todo.note, todo.parts) for todo in status.todos if todo.group in groups]


PAGE = "judul: A\nringkasan: B\n---\nTeks.\n\n## Bahan\n\nKulit.\n"
MARKDOWN = "Teks.\n\n## Bahan\n\nKulit."


def test_a_translation_is_missing_begun_or_done() -> None:
    none = surveyed(entry("pages/a.md", PAGE))
    assert translations(none) == [("content/pages/a.md", "none", ())]
    assert none.coverage == (Coverage(Kind.PAGES, Lang("en"), 0, 0, 0, 1),)
    begun = surveyed(entry("pages/a.md", PAGE, en="title: A\n"))
    assert translations(begun) == [("content/pages/a.en.md", "begun", ("summary", "(text)"))]
    assert begun.coverage == (Coverage(Kind.PAGES, Lang("en"), 0, 0, 1, 0),)
    done = surveyed(entry("pages/a.md", PAGE, en="title: A\nsummary: B\n---\nText.\n"))
    assert translations(done) == []
    assert done.coverage == (Coverage(Kind.PAGES, Lang("en"), 1, 0, 0, 0),)
    assert done.unmarked_counts == {"en": 1}
    assert [(todo.path, todo.name) for todo in done.unmarked] == [("content/pages/a.en.md", "A")]


def test_a_translation_is_out_of_date_when_a_marked_part_has_changed() -> None:
    page = entry("pages/a.md", PAGE, en="title: A\nsummary: B\n---\nText.\n")
    marks = {"pages/a.en": source_parts(page, Lang("id"), MARKDOWN)}
    key = (page.kind, page.id)
    same = surveyed(page, marks=marks, sources={key: MARKDOWN})
    assert (translations(same), same.unmarked) == ([], ())
    edited = entry("pages/a.md", PAGE.replace("B", "C"), en="title: A\nsummary: B\n---\nText.\n")
    status = surveyed(edited, marks=marks, sources={key: MARKDOWN.replace("Kulit", "Kanvas")})
    assert translations(status) == [("content/pages/a.en.md", "", ("summary", "## Bahan"))]
    assert status.coverage == (Coverage(Kind.PAGES, Lang("en"), 0, 1, 0, 0),)


def test_smaller_texts_that_are_missing_are_told_as_the_check_warns_of_them() -> None:
    shop = entry(
        "shops/maju.md", f"{SHOP}foto: [{{berkas: maju/a.jpg, teks_alt: Depan}}]\n", en="nama: Maju\n"
    )
    at = Span("content/shops/maju.en.md")
    warning = Problem(
        "translation-incomplete", at, "", {"fields": "`foto.teks_alt`, `satuan`"}, Severity.WARNING
    )
    status = surveyed(shop, problems=(warning,))
    assert [(todo.path, todo.field, todo.note) for todo in status.todos if todo.group is Group.MISSING] == [
        (at.path, "foto.teks_alt", "part"),
        (at.path, "satuan", "part"),
    ]


def test_a_text_that_is_missing_in_place_is_told_of_languages_that_are_begun() -> None:
    page = entry("pages/a.md", PAGE, en="title: A\nsummary: B\n---\nText.\n")
    inline = Problem("translation-incomplete", Span(page.path, 5), "inline", {"languages": "en, ja"})
    todos = surveyed(page, problems=(inline,)).todos
    assert [(todo.lang, todo.line) for todo in todos if todo.note == "part"] == [("en", 5)]


def test_a_site_of_one_language_has_no_translations_to_do() -> None:
    status = surveyed(entry("pages/a.md", PAGE), langs=("id",))
    assert (translations(status), status.coverage, status.unmarked) == ([], (), ())
