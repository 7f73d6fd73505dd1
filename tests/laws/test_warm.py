"""The process that builds for the preview: what it keeps in memory never shows in what it makes."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from site_builder import warm
from site_builder.names import SourcePath
from site_builder.plan.links import check_texts
from site_builder.preview.replies import Wish
from site_builder.problems import MachineFault, Problem, Span
from site_builder.text.bounded import convert_bounded
from site_builder.text.convert import Converted
from site_builder.text.cost import LARGEST_ORDINARY
from site_builder.warm import Worker
from tests.support.little_site import AT_THAT_TIME, LittleSite, difference, tree_of
from tests.support.programs import ROOT
from tests.support.random_edits import Editor, use_own_renderer
from tests.support.warm_rounds import ASSET, PAGE, PRODUCT, Pulses, Rounds, new_word

STEPS = 30
COLD_EVERY = 6
"""So often a process of its own builds the site anew: nothing that this one remembers can hide in it."""
OVERTAKEN_EVERY = 4
"""So often a second edit comes before the build of the first is done."""


def clean_preview(site: LittleSite, output: Path) -> tuple[dict[str, bytes], str]:
    """Have a process of its own build the preview from nothing; give the tree and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.preview_build", str(site.root), str(output)],
        cwd=ROOT,
        env={**os.environ, **AT_THAT_TIME},
        capture_output=True,
        text=True,
        check=False,
    )
    return (tree_of(output) if done.returncode == 0 else {}), done.stdout


def test_the_page_that_is_looked_at_is_shown_ahead_as_it_will_be(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    told = rounds.build(PAGE, "index.html")
    assert rounds.ahead == {PAGE: rounds.site.published(PAGE)}
    assert "Tujuh" in rounds.ahead[PAGE]
    assert told.settled == (PAGE,)


@pytest.fixture
def blind(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> Rounds:
    """A worker whose builds end before they have read the content: what is shown was known before."""

    def refuse(*_: object) -> None:
        raise MachineFault(Problem("worker-died", Span(".")))

    monkeypatch.setattr("site_builder.build.prepare", refuse)
    return rounds


@pytest.mark.parametrize(
    ("file", "old", "new", "page"),
    [
        (PRODUCT, "Enam", "Tujuh", PAGE),
        (PRODUCT, "Enam", "**Enam**", PAGE),
        ("content/shops/intako.md", "\n---\n\n", "\n---\n\nKata baru.\n\n", "toko/intako/index.html"),
    ],
)
def test_words_that_were_saved_show_before_anything_else_is_read(
    blind: Rounds, file: str, old: str, new: str, page: str
) -> None:
    blind.site.replace(file, old, new)
    blind.build(page, "index.html")
    assert list(blind.ahead) == [page]
    assert new.strip("-\n*") in blind.ahead[page]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("harga: 165.000", "harga: 166.000"),
        ("Enam", "## Enam"),
        ("Enam", "[[product:dompet-2]] Enam"),
        ("Enam", "![](dompet-1.jpg)"),
        ("kategori: dompet", "kategori: tidak-ada"),
        ("---\n\n", "\n\n"),
    ],
)
def test_anything_but_words_waits_until_the_whole_content_was_checked(
    blind: Rounds, old: str, new: str
) -> None:
    blind.site.replace(PRODUCT, old, new)
    blind.build(PAGE)
    assert blind.ahead == {}


def test_words_that_were_saved_are_converted_once(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    converted: list[str] = []

    def note(text: str, *rest: Any) -> Converted:
        converted.append(text)
        return convert_bounded(text, *rest)

    monkeypatch.setattr("site_builder.text.bounded.convert_bounded", note)
    word = new_word()
    rounds.site.replace(PRODUCT, "Enam", word)
    assert rounds.build(PAGE).rendered == 1
    assert list(rounds.ahead) == [PAGE]
    assert [text for text in converted if word in text] == converted
    assert len(converted) == 1
    assert rounds.worker.answer(Wish(None), io.BytesIO()).told is not None, "nor is it after this build"
    assert len(converted) == 1


@pytest.mark.parametrize(("more", "shown"), [(-100, [PAGE]), (100, [])])
def test_a_text_that_could_take_long_is_waited_for_with_all_else(
    blind: Rounds, more: int, shown: list[str]
) -> None:
    blind.site.replace(PRODUCT, "Enam", "kata " * ((LARGEST_ORDINARY + more) // len("kata ")))
    blind.build(PAGE)
    assert list(blind.ahead) == shown


def test_after_a_refused_build_nothing_is_shown_from_what_was_known_before(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds.site.replace(PRODUCT, "harga: 165.000", "harga: murah")
    assert not rounds.build(PAGE).is_good
    rounds.site.replace(PRODUCT, "harga: murah", "harga: 165.000")
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    monkeypatch.setattr("site_builder.ahead.read_saved_text", lambda *_: pytest.fail("it is not sure"))
    assert rounds.build(PAGE).is_good
    assert "Tujuh" in rounds.site.published(PAGE)


def test_a_page_that_was_shown_is_not_shown_twice(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    told = rounds.build(PAGE)
    assert (rounds.times_shown, told.settled) == (1, (PAGE,))


def test_a_page_that_was_shown_stays_when_another_is_shown(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, its_day = "cerita/baru/index.html", dt.datetime(2026, 5, 1, 5, tzinfo=dt.UTC)
    rounds.site.replace("content/stories/baru.md", "judul: ", "terbit: 2026-05-01\njudul: ")
    assert rounds.build().is_good
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(its_day.timestamp())))
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    told = rounds.build(PAGE, story)
    assert rounds.times_shown == 2
    assert rounds.ahead == {page: rounds.site.published(page) for page in (PAGE, story)}
    assert set(told.settled) == {PAGE, story}


def test_texts_are_checked_once_for_what_is_shown_ahead_and_for_the_rest(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[object] = []

    def check(*facts: Any) -> Iterator[Problem]:
        checked.append(facts)
        return check_texts(*facts)

    monkeypatch.setattr("site_builder.plan.plan.check_texts", check)
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    rounds.build(PAGE)
    assert (len(checked), list(rounds.ahead)) == (1, [PAGE])


def test_a_page_that_an_edit_leaves_alone_is_not_shown_ahead(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    rounds.build("produk/dompet-2/index.html")
    assert rounds.ahead == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("harga: 165.000", "harga: murah"),
        ("Enam", "[[shop:tidak-ada]]"),
        ("Enam", "[di sini](/tidak/ada/)"),
        ("Enam", "[di sini](/toko/)"),
        ("nama: Dompet Satu", "nama: Dompet Satu\nslug: dompet-2"),
    ],
)
def test_nothing_is_shown_ahead_while_a_fault_may_be_found(rounds: Rounds, old: str, new: str) -> None:
    rounds.site.replace(PRODUCT, old, new)
    rounds.build(*rounds.open_pages())
    assert rounds.ahead == {}


def test_a_page_with_a_new_photo_waits_for_it(rounds: Rounds) -> None:
    site = rounds.site
    photo = (site.root / "content/shops/intako/depan.jpg").read_bytes()
    site.write("content/products/dompet-1/baru.jpg", photo)
    site.replace(
        PRODUCT, "harga: 165.000", "harga: 165.000\nfoto: [{berkas: dompet-1/baru.jpg, teks_alt: Baru}]"
    )
    assert rounds.build(PAGE).is_good
    assert rounds.ahead == {}


def test_a_page_with_a_chart_waits_for_the_drawing_of_what_was_saved(rounds: Rounds) -> None:
    site, story, page = rounds.site, "content/stories/awal.md", "cerita/awal/index.html"
    site.replace(story, "Dahulu.", "Dahulu.\n\n[[chart:omzet]]\n\n")
    assert rounds.build().is_good
    before = ASSET.findall(site.published(page))
    site.replace("content/charts/omzet.yaml", "nilai: 5", "nilai: 4")
    assert rounds.build(page).is_good
    assert rounds.ahead == {}
    after = ASSET.findall(site.published(page))
    assert {path for path in after if "/charts/" in path}.isdisjoint(before)
    site.replace(story, "judul: Awal", "judul: Awal Mula")
    assert rounds.build(page).is_good
    assert list(rounds.ahead) == [page], "the drawings are there already"


def test_a_template_is_seen_by_the_next_build(rounds: Rounds) -> None:
    rounds.site.replace("templates/product_page.html", "{% endblock %}", "<p>baru</p>{% endblock %}")
    rounds.build(PAGE)
    assert rounds.ahead == {}
    assert "<p>baru</p>" in rounds.site.published(PAGE)


def test_what_nobody_told_of_is_seen_when_everything_is_looked_at(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    rounds.tell(Wish(None))
    assert "Tujuh" in rounds.site.published(PAGE)


def test_a_name_that_is_no_known_file_makes_it_look_at_everything(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    rounds.tell(Wish([SourcePath("content/products")]))
    assert "Tujuh" in rounds.site.published(PAGE)


def test_a_lost_cache_costs_time_and_nothing_else(rounds: Rounds) -> None:
    before = rounds.site.tree()
    (rounds.site.root / ".cache/store.sqlite").unlink()
    assert rounds.build().is_good
    assert rounds.site.tree() == before
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    assert rounds.build().rendered == 1


def test_a_build_beside_it_and_one_in_it_do_each_other_no_harm(rounds: Rounds, tmp_path: Path) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    rounds.site.build(replace(rounds.site.options(), output=tmp_path / "output"))
    assert rounds.build().is_good
    assert "Tujuh" in rounds.site.published(PAGE)


def test_a_changed_program_is_not_run_on(rounds: Rounds) -> None:
    other = Worker(rounds.site.root, rounds.site.output, "en", signs="of another program")
    assert other.answer(Wish(None), io.BytesIO()).is_outdated


def test_a_process_that_has_built_often_says_so(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "MOST_BUILDS", rounds.worker.builds + 2)
    assert not rounds.worker.answer(Wish(None), io.BytesIO()).is_worn
    assert rounds.worker.answer(Wish(None), io.BytesIO()).is_worn


def test_a_broken_site_is_told_with_its_place(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "harga: 165.000", "harga: murah")
    told = rounds.build(PAGE)
    line = rounds.site.read(PRODUCT).splitlines().index("harga: murah") + 1
    assert (told.exit_code, [(one.path, one.line) for one in told.problems]) == (1, [(PRODUCT, line)])


@pytest.mark.slow
def test_random_edits_in_one_process_give_what_a_new_one_gives(shared: Rounds, tmp_path: Path) -> None:
    rounds, site, editor = shared, shared.site, Editor(shared.site, seed=11)
    refused = shown = 0
    for step in range(STEPS):
        what, before = editor.edit(), site.tree()
        if step % OVERTAKEN_EVERY == 0:
            assert not rounds.build(*rounds.open_pages(), pulse=Pulses(1 + step % 4)).is_good
            assert difference(before, site.tree()) == "", f"step {step}: an overtaken build changed the site"
            what += f", {editor.edit()}"
        told = rounds.build(*rounds.open_pages())
        shown += len(rounds.ahead)
        if not told.is_good:
            refused += 1
            assert difference(before, site.tree()) == "", f"step {step}: a refused build changed the site"
            assert rounds.ahead == {}, f"step {step}: {what}"
            editor.undo()
            continue
        for out, text in rounds.ahead.items():
            assert site.published(out) == text, f"step {step}: {what}"
        assert set(told.settled) <= rounds.ahead.keys()
        if step % COLD_EVERY == 0:
            expected, said = clean_preview(site, tmp_path / f"clean-{step}")
            assert expected, said
        else:
            options = replace(rounds.worker.options(), output=tmp_path / f"clean-{step}", use_cache=False)
            with use_own_renderer(step):
                site.build(options)
            expected = tree_of(options.output)
        assert difference(site.tree(), expected) == "", f"step {step}: {what}"
    assert 0 < refused < STEPS // 2
    assert shown > 0
