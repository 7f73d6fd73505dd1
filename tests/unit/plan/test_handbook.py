"""The pages of the handbook: in the languages of a site, in no list, out of the way of what editors write."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from site_builder.handbook import ChapterPage, chapters_of
from site_builder.model.config import Language
from site_builder.names import Digest, Lang, OutPath, SourcePath
from site_builder.plan.handbook import Handbook, without_handbook
from site_builder.plan.plan import Material, make_plan
from site_builder.plan.tasks import CopyTask, PageTask
from site_builder.plan.views.bodies import HrefEmbed
from site_builder.plan.views.pages import HandbookView
from site_builder.problems import Severity
from site_builder.text.convert import convert
from tests.unit.plan.plans import CONFIG, entries_of, material_of
from tests.unit.validate.files import told as told_of

FILES = (
    ("en/01-shops.md", "# Add a shop\n\nSee [the start](README.md#here).\n"),
    ("en/README.md", "# Handbook\n\n## Here\n\nHello.\n"),
    ("id/01-toko.md", "# Menambah toko\n\nHalo.\n"),
    ("id/README.md", "# Panduan\n\nHalo.\n"),
)
HANDBOOK = Handbook(
    {
        Lang(lang): tuple(
            ChapterPage(one, convert(one.text, one.path, 2, one.lang).body)
            for one in chapters_of(FILES)
            if one.lang == lang
        )
        for lang in ("id", "en")
    }
)


def pages_of(material: Material) -> dict[OutPath, PageTask]:
    plan, problems = make_plan(material, ())
    assert problems == ()
    return {
        task.out: task
        for task in plan.tasks
        if isinstance(task, PageTask) and isinstance(task.view, HandbookView)
    }


def view_at(pages: dict[OutPath, PageTask], out: str) -> HandbookView:
    view = pages[OutPath(out)].view
    assert isinstance(view, HandbookView)
    return view


def test_there_is_none_unless_it_is_asked_for() -> None:
    material = material_of(entries_of({"pages/a.md": "judul: A\n"}))
    assert pages_of(material) == {}
    assert set(pages_of(replace(material, handbook=HANDBOOK))) == {
        "panduan/index.html",
        "panduan/toko/index.html",
        "panduan/en/index.html",
        "panduan/en/shops/index.html",
    }


def test_a_chapter_leads_to_its_neighbours_and_to_itself_in_the_other_language() -> None:
    material = material_of(entries_of({"pages/a.md": "judul: A\n"}))
    pages = pages_of(replace(material, handbook=HANDBOOK))
    shops, start = view_at(pages, "panduan/en/shops/index.html"), view_at(pages, "panduan/en/index.html")
    assert (shops.before, shops.after) == (shops.chapters[0], None)
    assert (start.before, start.after) == (None, start.chapters[1])
    assert [one.url for one in shops.chapters if one.is_current] == ["/panduan/en/shops/"]
    assert [(one.lang, one.url, one.is_current) for one in shops.languages] == [
        ("id", "/panduan/toko/", False),
        ("en", "/panduan/en/shops/", True),
    ]
    assert shops.body.embeds == (HrefEmbed("/panduan/en/#here"),)
    assert shops.head.is_indexable is False
    assert pages[OutPath("panduan/en/shops/index.html")].origin == SourcePath("docs/handbook/en/01-shops.md")


def test_a_site_in_other_languages_has_the_english_one() -> None:
    config = replace(CONFIG, languages=(Language("ja", "日本語"),))
    material = material_of((), config=config, words={Lang("ja"): {}})
    pages = pages_of(replace(material, handbook=HANDBOOK))
    assert set(pages) == {"panduan/en/index.html", "panduan/en/shops/index.html"}
    assert view_at(pages, "panduan/en/index.html").lang == "en"


def copy_to(out: str) -> CopyTask:
    return CopyTask(OutPath(out), SourcePath(f"assets/root/{out}"), Digest(""), is_picture=False)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("panduan", "judul: Panduan belanja\n"),
        ("a", "judul: A\nalias: [/panduan/]\n"),
        ("a", "judul: A\nalias: [/Panduan/en/]\n"),
        ("a", "judul: A\nalias: [/panduan/lama/]\n"),
    ],
)
def test_what_the_editors_have_at_its_address_stays(path: str, fields: str) -> None:
    material = replace(material_of(entries_of({f"pages/{path}.md": fields})), handbook=HANDBOOK)
    assert pages_of(material) == {}
    left_out = without_handbook(make_plan(material, ())[0].tasks)
    assert left_out is not None
    assert (left_out.key, left_out.at.path) == ("handbook-left-out", f"content/pages/{path}.md")
    assert left_out.severity is Severity.WARNING
    (told,) = told_of([left_out])
    assert told.values == {"address": "/panduan/", "other": f"content/pages/{path}.md"}


def test_a_plan_without_handbook_says_why_and_one_with_it_says_nothing() -> None:
    material = material_of(entries_of({"pages/a.md": "judul: A\n"}))
    assert without_handbook(make_plan(replace(material, handbook=HANDBOOK), ())[0].tasks) is None
    left_out = without_handbook(make_plan(material, ())[0].tasks)  # its look has no template for it
    assert left_out is not None
    assert left_out.key == "handbook-left-out.template"
    assert told_of([left_out])


@pytest.mark.parametrize(
    ("out", "is_taken"), [("panduan/a.pdf", True), ("panduan", True), ("panduan2", False)]
)
def test_a_file_for_hosts_at_its_address_stays(out: str, *, is_taken: bool) -> None:
    material = replace(material_of(entries_of({"pages/a.md": "judul: A\n"})), handbook=HANDBOOK)
    plan, problems = make_plan(material, (copy_to(out),))
    assert problems == ()
    chapters = [
        task for task in plan.tasks if isinstance(task, PageTask) and isinstance(task.view, HandbookView)
    ]
    assert (not chapters) is is_taken
