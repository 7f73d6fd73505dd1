"""Translations whose base file is gone: what they are to be called, and that nothing is deleted first."""

from __future__ import annotations

import pytest

from site_builder.gather.orphans import tell_orphans
from site_builder.messages import sentence_for
from site_builder.names import Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.source.naming import DocumentName, name_document
from tests.unit.validate.files import told

LANGS = (Lang("id"), Lang("en"), Lang("ja"))
ORPHAN = "content/products/tas-bu-sulastri.en.md"
BASE = "content/products/tas-bu-sulastri.md"


def of(*names: str) -> list[Problem]:
    """Tell of the orphan beside other files of its folder."""
    found = [name_document(SourcePath(path), LANGS) for path in (ORPHAN, *(_path(name) for name in names))]
    problems = [one for one in found if isinstance(one, Problem)]
    problems += [Problem("translation-orphan", Span(ORPHAN), values={"base": BASE})]
    return told(tell_orphans(problems, [one for one in found if isinstance(one, DocumentName)]))


def _path(name: str) -> str:
    return f"content/{name}" if "/" in name else f"content/products/{name}"


@pytest.mark.parametrize(
    ("names", "id_"),
    [
        (("tas-bu-lastri.md", "koper.md"), "tas-bu-lastri"),
        (("sulastri.md", "koper.md"), "sulastri"),
        (("tas-kulit.md",), "tas-kulit"),
        (("tas-bu-lastri.md", "tas-bu-lastri.ja.md", "koper.md"), "tas-bu-lastri"),
    ],
)
def test_the_entry_that_lacks_a_translation_may_be_the_renamed_one(names: tuple[str, ...], id_: str) -> None:
    (found,) = of(*names)
    assert found.key == "translation-orphan.renamed"
    assert (found.values["renamed"], found.values["suggestion"]) == (f"{id_}.md", f"{id_}.en.md")
    assert f"ganti nama berkas ini menjadi `{id_}.en.md`" in sentence_for(found, "id").hint


@pytest.mark.parametrize(
    "names",
    [
        (),
        ("tiga-saudara.md",),
        ("koper.md", "dompet.md"),
        ("tas-bu-lastri.md", "tas-bu-lastri.en.md"),
        ("shops/a.md",),
    ],
)
def test_else_its_base_file_is_to_be_brought_back(names: tuple[str, ...]) -> None:
    (found,) = of(*names)
    assert found.key == "translation-orphan"
    assert sentence_for(found, "id").hint.startswith(f"kembalikan `{BASE}` dari Keranjang Sampah")


def test_of_two_that_would_take_one_name_neither_is_offered_it() -> None:
    other = "content/products/tas-bu-lastriani.en.md"
    names = [name_document(SourcePath(path), LANGS) for path in (ORPHAN, other, _path("tas-bu-lastri.md"))]
    problems = [
        Problem("translation-orphan", Span(path), values={"base": path.replace(".en", "")})
        for path in (ORPHAN, other)
    ]
    found = tell_orphans(problems, [one for one in names if isinstance(one, DocumentName)])
    assert [problem.key for problem in found] == ["translation-orphan"] * 2


@pytest.mark.parametrize("name", ["Tas Bu Sulastri.md", "tas-bu-sulastri.md.txt", "tas-bu-sulastri.id.md"])
def test_where_the_base_file_is_there_under_a_wrong_name_only_that_is_told(name: str) -> None:
    (found,) = of(name)
    assert found.at.path == f"content/products/{name}"
