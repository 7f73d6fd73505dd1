"""What a path below `content/` is, and what the right name would be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.names import EntryId, Kind, Lang, SourcePath
from site_builder.problems import Problem
from site_builder.source.naming import DocumentName, Role, name_document, unless_taken
from tests.unit.validate.files import told

LANGS = (Lang("id"), Lang("en"), Lang("zh-Hant"))


def named(path: str) -> DocumentName:
    found = name_document(SourcePath(path), LANGS)
    assert isinstance(found, DocumentName)
    return found


@pytest.mark.parametrize(
    ("path", "role", "kind", "entry_id", "lang"),
    [
        ("content/site.yaml", Role.CONFIG, None, "", None),
        ("content/vocabulary.yaml", Role.VOCABULARY, None, "", None),
        ("content/shops/intako.md", Role.ENTRY, Kind.SHOPS, "intako", None),
        ("content/shops/intako.en.md", Role.ENTRY, Kind.SHOPS, "intako", "en"),
        ("content/shops/intako.zh-Hant.md", Role.ENTRY, Kind.SHOPS, "intako", "zh-Hant"),
        ("content/figures/ekspor-2018.yaml", Role.ENTRY, Kind.FIGURES, "ekspor-2018", None),
        ("content/charts/ekspor.en.yaml", Role.ENTRY, Kind.CHARTS, "ekspor", "en"),
        ("content/shops/intako/depan.jpg", Role.PHOTO, Kind.SHOPS, "intako", None),
        ("content/shops/intako/2026/Café (1).JPG", Role.PHOTO, Kind.SHOPS, "intako", None),
    ],
)
def test_a_right_path_is_named(
    path: str, role: Role, kind: Kind | None, entry_id: str, lang: str | None
) -> None:
    expected_lang = Lang(lang) if lang else None
    assert named(path) == DocumentName(SourcePath(path), role, kind, EntryId(entry_id), expected_lang)


@pytest.mark.parametrize(
    "name", [".intako.md.swp", "intako.md~", ".#intako.md", "4913", ".DS_Store", "Thumbs.db", "a.crdownload"]
)
def test_what_editors_and_systems_leave_is_passed_over(name: str) -> None:
    assert named(f"content/shops/{name}").role is Role.IGNORED
    assert named(f"content/{name}").role is Role.IGNORED


@pytest.mark.parametrize(
    ("path", "key", "suggestion"),
    [
        ("content/site.yml", "file-name.near", "content/site.yaml"),
        ("content/vocabulari.yaml", "file-name.near", "content/vocabulary.yaml"),
        ("content/catatan.md", "file-place", None),
        ("content/shop/a.md", "folder-unknown.near", "shops"),
        ("content/toko/a.md", "folder-unknown.near", "shops"),
        ("content/Shops/a.md", "folder-unknown.near", "shops"),
        ("content/xyz/a.md", "folder-unknown", None),
        ("content/shops/a.yaml", "file-ending.text", "a.md"),
        ("content/figures/a.md", "file-ending.text", "a.yaml"),
        ("content/figures/a.yml", "file-ending.text", "a.yaml"),
        ("content/shops/a.MD", "file-ending.text", "a.md"),
        ("content/shops/a.md.txt", "file-ending.text", "a.md"),
        ("content/shops/Toko Baru.txt", "file-ending.text", "toko-baru.md"),
        ("content/shops/Toko Baru.en.txt", "file-ending.text", "toko-baru.en.md"),
        ("content/shops/Toko Baru.docx", "file-ending.word", "toko-baru.md"),
        ("content/shops/Toko Baru", "file-ending.none", "toko-baru.md"),
        ("content/shops/a.docx", "file-ending.word", "a.md"),
        ("content/shops/a", "file-ending.none", "a.md"),
        ("content/shops/a.php", "file-refused", None),
        ("content/shops/a.html", "file-refused", None),
        ("content/shops/a/b.exe", "file-refused", None),
        ("content/shops/depan.jpg", "file-place.photo", "content/shops/…/depan.jpg"),
        ("content/shops/a/b.heic", "photo-ending.heic", None),
        ("content/shops/a/b.svg", "photo-ending.convert", None),
        ("content/shops/a/b.gif", "photo-ending.convert", None),
        ("content/shops/a/b.pdf", "photo-ending.convert", None),
        ("content/shops/a/index.md", "file-index", "content/shops/a.md"),
        ("content/shops/a/b.md", "file-place.text", "content/shops/b.md"),
        ("content/shops/Intako.md", "id-form.near", "intako.md"),
        ("content/shops/Toko Kita.md", "id-form.near", "toko-kita.md"),
        ("content/shops/cafe\u0301.md", "id-form.near", "cafe.md"),
        ("content/shops/café.en.md", "id-form.near", "cafe.en.md"),
        ("content/shops/koper.2024.md", "id-form.near", "koper-2024.md"),
        ("content/shops/a..md", "id-form.near", "a.md"),
        ("content/shops/tas-bu-sulastri - Copy.md", "id-form.copy", None),
        ("content/shops/tas - Copy (2).md", "id-form.copy", None),
        ("content/shops/tas - Salin.en.md", "id-form.copy", None),
        ("content/shops/tas - Salinan.md", "id-form.copy", None),
        ("content/shops/tas-dua salinan.md", "id-form.copy", None),
        ("content/shops/Salinan tas-bu-lastri.md", "id-form.copy", None),
        ("content/shops/Kopi Tubruk.md", "id-form.near", "kopi-tubruk.md"),
        ("content/shops/tas (1).md", "id-form.copy", None),
        ("content/shops/tas.en (2).md", "id-form.copy", None),
        ("content/figures/Salinan dari tas.yaml", "id-form.copy", None),
        ("content/shops/Copy of tas.md", "id-form.copy", None),
        ("content/shops/Toko (Kludan).md", "id-form.near", "toko-kludan.md"),
        ("content/shops/日本.md", "id-form", None),
        ("content/shops/aux.md", "id-form.reserved", "aux-1.md"),
        ("content/shops/con/a.jpg", "id-form.reserved", "con-1/"),
        ("content/shops/index.md", "id-form.index", None),
        ("content/shops/" + "a" * 81 + ".md", "id-form.near", "a" * 80 + ".md"),
        ("content/shops/intako.fr.md", "language-unknown", None),
        ("content/shops/intako.EN.md", "language-unknown.near", "intako.en.md"),
        ("content/shops/intako.eng.md", "language-unknown.near", "intako.en.md"),
        ("content/shops/intako.inggris.md", "language-unknown.near", "intako.en.md"),
        ("content/shops/intako.english.md", "language-unknown.near", "intako.en.md"),
        ("content/shops/Toko Intako.english.md", "language-unknown.near", "toko-intako.en.md"),
        ("content/shops/intako.en-US.md", "language-unknown.near", "intako.en.md"),
        ("content/shops/intako.mandarin.md", "language-unknown.near", "intako.zh-Hant.md"),
        ("content/shops/intako.cn.md", "language-unknown.near", "intako.zh-Hant.md"),
        ("content/shops/intako.jp.md", "language-unknown", None),
        ("content/charts/ekspor.eng.yaml", "language-unknown.near", "ekspor.en.yaml"),
        ("content/shops/intako.id.md", "language-default", "intako.md"),
        ("content/shops/intako.ID.md", "language-default", "intako.md"),
        ("content/shops/intako.indo.md", "language-default", "intako.md"),
    ],
)
def test_a_wrong_path_is_refused_with_the_right_one(path: str, key: str, suggestion: str | None) -> None:
    found = name_document(SourcePath(path), LANGS)
    assert isinstance(found, Problem)
    assert told([found]) == [found]
    assert (found.key, found.values.get("suggestion")) == (key, suggestion)
    assert found.at.path == path


@pytest.mark.parametrize("name", ["index", "_index"])
@pytest.mark.parametrize("rest", [".md", ".en.md", "/depan.jpg"])
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.value not in ("figures", "charts")])
def test_what_is_called_index_is_told_names_that_are_taken(name: str, rest: str, kind: Kind) -> None:
    found = name_document(SourcePath(f"content/{kind}/{name}{rest}"), LANGS)
    assert isinstance(found, Problem)
    assert told([found]) == [found]
    offered = [found.values[key] for key in ("example", "home") if key in found.values]
    assert len(offered) == (2 if kind is Kind.PAGES else 1)
    for right in offered:
        assert named(f"content/{kind}/{right}{'depan.jpg' if '/' in rest else ''}").kind is kind


def test_without_settings_any_language_code_will_do() -> None:
    found = name_document(SourcePath("content/shops/a.fr.md"), ())
    assert isinstance(found, DocumentName)
    assert found.lang == "fr"


@given(st.lists(st.text(st.characters(exclude_characters="/\0"), min_size=1), min_size=1, max_size=4))
def test_any_path_is_named_or_refused(parts: list[str]) -> None:
    found = name_document(SourcePath("/".join(["content", *parts])), LANGS)
    assert isinstance(found, DocumentName | Problem)


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("content/shops/intako.id.md", "content/shops/intako.md"),
        ("content/shops/intako.md.txt", "content/shops/intako.md"),
        ("content/shops/intako.EN.md", "content/shops/intako.en.md"),
        ("content/shops/Toko Intako.md", "content/shops/toko-intako.md"),
        ("content/shops/intako/index.md", "content/shops/intako.md"),
    ],
)
def test_a_better_name_that_is_taken_is_no_advice_to_overwrite_the_other_file(path: str, there: str) -> None:
    found = name_document(SourcePath(path), LANGS)
    assert isinstance(found, Problem)
    assert unless_taken(found, {path}) == found
    assert unless_taken(found, {path, there}).code == "file-twice"
