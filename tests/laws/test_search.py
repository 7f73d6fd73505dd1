"""Search indexes are outputs like all others: the same bytes each time, made when what they hold changes."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

import pytest
from msgspec.structs import replace

from site_builder.commands import run_check
from site_builder.names import Lang
from site_builder.search import stage
from site_builder.search.indexer import IndexerFault, IndexerHangs, make_index
from site_builder.store.opening import open_store
from tests.support.little_site import LittleSite, difference, make_little_site, tree_of

pytestmark = pytest.mark.slow


class Indexing:
    """Notes for which languages an index is made."""

    def __init__(self) -> None:
        self.langs: list[str] = []

    def __call__(self, lang: Lang, pages: Sequence[str], seconds: float) -> dict[str, bytes]:
        self.langs.append(lang)
        return make_index(lang, pages, seconds)


@pytest.fixture
def indexing(monkeypatch: pytest.MonkeyPatch) -> Indexing:
    noting = Indexing()
    monkeypatch.setattr(stage, "make_index", noting)
    return noting


@pytest.fixture
def site(tmp_path: Path) -> LittleSite:
    return make_little_site(tmp_path / "project", with_search=True)


def words_in(tree: Mapping[str, bytes]) -> bytes:
    """Unpack all that the indexes hold: words as Pagefind stems them, cards and filters."""
    packed = (data for path, data in indexes(tree).items() if path.split(".")[-1].startswith("pf_"))
    return b"\n".join(map(gzip.decompress, packed))


def indexes(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in tree.items() if path.startswith("search/")}


def test_each_language_has_an_index_of_its_own(site: LittleSite, indexing: Indexing) -> None:
    site.build()
    assert sorted(indexing.langs) == ["en", "id"]
    for lang in ("id", "en"):
        assert site.is_published(f"search/{lang}/pagefind-entry.json")
        assert site.is_published(f"search/{lang}/pagefind.js")


def test_an_index_has_the_same_bytes_each_time_and_anywhere(site: LittleSite, tmp_path: Path) -> None:
    site.build()
    tree = indexes(site.tree())
    assert len(tree) > 30
    environments: tuple[dict[str, str], ...] = (
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PAGEFIND_SITE": "/nowhere"},
    )
    other = LittleSite(tmp_path / "another folder é")
    for path in sorted(site.root.rglob("*"), reverse=True):
        if path.is_file() and not {".cache", "output"} & {*path.parts}:
            other.write(path.relative_to(site.root).as_posix(), path.read_bytes())
    for jobs, environment in enumerate(environments, 1):
        output = tmp_path / f"output-{jobs}"
        arguments = ("--output", str(output), "--no-cache", "--jobs", str(jobs))
        done = other.sentra("build", *arguments, environment=environment)
        assert done.returncode == 0, done.stderr
        assert difference(tree, indexes(tree_of(output))) == ""


def test_a_build_of_what_is_unchanged_makes_no_index(site: LittleSite, indexing: Indexing) -> None:
    site.build()
    indexing.langs.clear()
    assert site.build().rendered_paths == ()
    site.replace("templates/404.html", '<div class="wrap">', '<div class="wrap lost">')
    assert "404.html" in site.build().rendered_paths
    assert indexing.langs == []


def test_an_edit_of_a_text_makes_the_index_of_its_language_anew(site: LittleSite, indexing: Indexing) -> None:
    site.build()
    before = indexes(site.tree())
    indexing.langs.clear()
    site.replace("content/pages/tentang.en.md", "a month", "each month, seen by Quetzalcoatl")
    site.build()
    assert indexing.langs == ["en"]
    after = indexes(site.tree())
    assert {path for path in before.keys() ^ after.keys() if path.startswith("search/id/")} == set()
    assert before != after
    assert difference(site.tree(), site.build_clean(site.root.parent / "clean")) == ""


@pytest.mark.parametrize(("is_sample", "is_found"), [("tidak", True), ("ya", False)])
def test_what_is_made_up_is_in_no_index(site: LittleSite, *, is_sample: str, is_found: bool) -> None:
    """Neither as a card nor as a word, though a real product is of that shop."""
    site.write(
        "content/products/qatarina.md",
        f"---\nnama: Qatarina\nkategori: tas\nbahan: [kulit]\ncontoh: {is_sample}\n---\nIsinya wolfram.\n",
    )
    site.replace("content/shops/mekar.md", "contoh: ya", f"contoh: {is_sample}")
    site.replace("content/shops/mekar.md", "Toko Mekar", "Toko Xilofon")
    site.replace("content/products/tas-1.md", "toko: intako", "toko: mekar")
    site.build()
    found = words_in(site.tree())
    assert b"Tas Satu" in found
    for word in (b"Qatarina", b"qatarina", b"wolfram", b"Xilofon", b"xilofon"):
        assert (word in found) == is_found, word


def test_check_and_preview_make_no_index(site: LittleSite, indexing: Indexing) -> None:
    store = open_store(site.options())
    run_check(site.options(), store)
    store.close()
    site.build(replace(site.options(), preview=True))
    assert indexing.langs == []
    assert site.is_published("cari/index.html")
    assert not site.is_published("search/id/pagefind.js")


def test_without_its_program_the_site_is_published_and_a_warning_says_how_to_get_it(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "is_installed", lambda: False)
    (problem,) = site.build().problems
    assert (problem.code, problem.values, problem.severity.value) == (
        "search-missing",
        {"package": "pagefind_bin"},
        "warning",
    )
    assert site.is_published("cari/index.html")
    assert not site.is_published("search/id/pagefind.js")


class FailsInEnglish:
    """Cannot make one of two indexes, as long as it is so."""

    def __init__(self) -> None:
        self.fails = True

    def __call__(self, lang: Lang, pages: Sequence[str], seconds: float) -> dict[str, bytes]:
        if self.fails and lang == "en":
            raise IndexerFault("out of memory")
        return make_index(lang, pages, seconds)


def test_an_index_that_fails_is_told_and_the_others_are_published(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "make_index", FailsInEnglish())
    (problem,) = site.build().problems
    assert (problem.code, problem.values) == ("search-failed", {"language": "en", "reason": "out of memory"})
    assert site.is_published("search/id/pagefind.js")
    assert not site.is_published("search/en/pagefind.js")


@pytest.mark.parametrize("use_cache", [True, False])
def test_the_published_search_stays_when_a_new_one_fails_and_the_next_build_tries_again(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch, *, use_cache: bool
) -> None:
    site.build()
    before = site.tree()
    making = FailsInEnglish()
    monkeypatch.setattr(stage, "make_index", making)
    site.replace("content/pages/tentang.en.md", "a month", "each month, seen by Quetzalcoatl")
    for _ in range(2):
        report = site.build(replace(site.options(), use_cache=use_cache))
        assert [problem.code for problem in report.problems] == ["search-failed"]
        assert difference(indexes(before), indexes(site.tree())) == ""
        assert "Quetzalcoatl" in site.published("en/tentang/index.html")
    making.fails = False
    report = site.build()
    assert report.problems == ()
    assert b"quetzalcoatl" in words_in(site.tree())
    assert site.build().rendered_paths == ()
    assert difference(site.tree(), site.build_clean(site.root.parent / "clean")) == ""


def test_a_damaged_search_does_not_stay(site: LittleSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.build()
    monkeypatch.setattr(stage, "make_index", FailsInEnglish())
    (site.output / "search/en/pagefind.js").write_bytes(b"half")
    site.replace("content/pages/tentang.en.md", "a month", "each month")
    site.build()
    assert not (site.output / "search/en").exists()
    assert site.is_published("search/id/pagefind.js")


def test_where_the_program_is_taken_away_the_published_search_stays_and_each_build_says_so(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.build()
    before = indexes(site.tree())
    monkeypatch.setattr(stage, "is_installed", lambda: False)
    site.replace("content/pages/tentang.en.md", "a month", "each month")
    for _ in range(2):
        assert [problem.code for problem in site.build().problems] == ["search-missing"]
        assert difference(before, indexes(site.tree())) == ""
    monkeypatch.undo()
    assert site.build().problems == ()
    assert difference(site.tree(), site.build_clean(site.root.parent / "clean")) == ""


def test_after_a_program_that_hangs_no_other_index_is_begun(
    site: LittleSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def hang(lang: Lang, _pages: Sequence[str], seconds: float) -> dict[str, bytes]:
        asked.append(lang)
        assert seconds > 60
        raise IndexerHangs("it took longer than 60 s")

    monkeypatch.setattr(stage, "make_index", hang)
    problems = site.build(replace(site.options(), jobs=1)).problems
    assert asked == ["id"]
    assert [problem.values["language"] for problem in problems] == ["en", "id"]
    assert {problem.values["reason"] for problem in problems} == {"it took longer than 60 s"}


@pytest.mark.parametrize("left", ["home", "samples"])
def test_where_nothing_is_to_be_found_there_is_no_index_and_no_fault(site: LittleSite, left: str) -> None:
    """The link in the header leads to the page with the lists then."""
    for path in sorted((site.root / "content").rglob("*.md")):
        text = path.read_text("utf-8")
        if path.stem.partition(".")[0] == "beranda":
            path.write_text(text.replace("[[", "").replace("]]", ""), "utf-8")
        elif left == "home" or "\ncontoh: ya" not in text:
            path.unlink()
    shutil.rmtree(site.root / "content/charts")
    site.replace("content/site.yaml", "menu: [produk, toko, tentang]\nmenu_bawah: [angka]\n", "")
    site.build()
    assert indexes(site.tree()) == {}
    page = site.published("cari/index.html")
    assert 'id="search"' not in page
    assert "data-index" not in page


def test_a_request_that_the_program_does_not_understand_is_a_fault() -> None:
    with pytest.raises(IndexerFault, match="null"):
        make_index(Lang("id"), [cast("str", None)], 60)  # what no caller can send
    assert _children() == []


def test_the_program_ends_with_its_work() -> None:
    page = "<html><body data-pagefind-body>isi</body></html>"
    assert "pagefind.js" in make_index(Lang("id"), [page], 60)
    assert _children() == []


def _children() -> list[str]:
    """Name the processes that this one has started, where the system tells."""
    folder = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    names = folder.read_text().split() if folder.exists() else []
    return [name for name in names if "pagefind" in Path(f"/proc/{name}/comm").read_text()]


def test_an_index_that_the_cache_has_lost_is_made_again(site: LittleSite, indexing: Indexing) -> None:
    site.build()
    tree = site.tree()
    with sqlite3.connect(site.root / ".cache/store.sqlite") as database:
        database.execute("DELETE FROM object WHERE length(data) > 100000")
    database.close()
    for path in (site.output / "search/id").rglob("*.js"):
        path.unlink()
    site.build()
    assert difference(tree, site.tree()) == ""
    assert sorted(indexing.langs) == ["en", "en", "id", "id"]
