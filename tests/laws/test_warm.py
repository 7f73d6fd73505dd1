"""The process that builds for the preview: what it keeps in memory never shows in what it makes."""

from __future__ import annotations

import datetime as dt
import gc
import io
import itertools
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from site_builder import warm
from site_builder.names import OutPath, SourcePath
from site_builder.plan.links import check_texts
from site_builder.plan.plan import make_plan
from site_builder.prepare import Groundwork
from site_builder.preview.replies import Told, Wish
from site_builder.preview.state import Preview
from site_builder.preview.watch import Sight, changes, doubted, look
from site_builder.problems import MachineFault, Problem, Span
from site_builder.publish.stage import stage
from site_builder.pulse import Overtaken, Pulse, go_on
from site_builder.source.scan import SOURCE_FOLDERS
from site_builder.store.database import Store
from site_builder.text.bounded import convert_bounded
from site_builder.text.convert import Converted
from site_builder.text.cost import LARGEST_ORDINARY
from site_builder.warm import Worker
from tests.support.little_site import AT_THAT_TIME, LittleSite, difference, make_little_site, tree_of
from tests.support.programs import ROOT
from tests.support.random_edits import Editor, use_own_renderer

STEPS = 30
COLD_EVERY = 6
"""So often a process of its own builds the site anew: nothing that this one remembers can hide in it."""
OVERTAKEN_EVERY = 4
"""So often a second edit comes before the build of the first is done."""
SIGNS = "signs of the program"
PRODUCT = "content/products/dompet-1.md"
PAGE = "produk/dompet-1/index.html"


_ASSET = re.compile(r"(?<=[\"'\s,(]/)assets/[^\"'\s,)#?&]+")


class Rounds:
    """A worker with what a preview knows: which files have changed since the last build, what is shown."""

    def __init__(self, site: LittleSite) -> None:
        self.site = site
        self.worker = Worker(site.root, site.output, "en", SIGNS)
        self.seen: Sight | None = None
        self.preview = Preview(site.output, "en", "token")
        self.ahead: dict[str, str] = {}
        """What of the last build the preview had to send before that ended."""
        self.times_shown = 0

    def build(self, *open_pages: str, pulse: Pulse = go_on) -> Told:
        seen = look(self.site.root, self.seen or Sight())
        changed = None if self.seen is None else changes(self.seen, seen)
        said, published = io.BytesIO(), set(self.site.tree()) if open_pages else set()
        reply = self.worker.answer(Wish(changed, [OutPath(page) for page in open_pages]), said, pulse)
        is_overtaken = reply.told is not None and reply.told.is_overtaken
        self.seen = doubted(self.seen, changed) if is_overtaken and self.seen and changed else seen
        lines = [json.loads(line) for line in said.getvalue().splitlines()]
        for line in lines:
            self.preview.take_ahead(line["ahead"])
        shown = {out for line in lines for out in line["ahead"]}
        self.ahead = {out: text.decode() for out, text in self.preview.ahead.items() if out in shown}
        self.times_shown = len(lines)
        assert self.ahead.keys() == shown
        named = {file for text in self.ahead.values() for file in _ASSET.findall(text)}
        assert named <= published, "a page that is shown ahead names a file that is not there yet"
        assert reply.told is not None
        if not is_overtaken:
            mark = self.preview.tree
            self.preview.take(reply.told)
            assert all(self.preview.is_current(mark, page) for page in reply.told.settled)
        return reply.told

    def tell(self, wish: Wish) -> None:
        """Wish for a build that need not fit to what has changed; the next one looks at everything."""
        self.worker.answer(wish, io.BytesIO())
        self.seen = None

    def open_pages(self) -> list[str]:
        return [path for path in self.site.tree() if path.endswith(".html")]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounds]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in AT_THAT_TIME.items():
            patch.setenv(name, value)
        for flush in ("sync", "fsync"):  # of no use here, and slow
            patch.setattr(os, flush, lambda *_: None)
        patch.setattr(warm, "program_signs", lambda: SIGNS)  # somebody may be working on it
        patch.setattr(warm, "STEPS_BACK_S", 0.0)  # there is no browser to step back for
        made = Rounds(make_little_site(tmp_path_factory.mktemp("warm") / "project"))
        assert made.build().is_good
        yield made


@pytest.fixture
def rounds(shared: Rounds) -> Iterator[Rounds]:
    """A worker that has built the little site; each test leaves the content as it was."""
    files = {path: path.read_bytes() for path in shared.site.root.rglob("*") if _is_source(path, shared.site)}
    yield shared
    for path in shared.site.root.rglob("*"):
        if _is_source(path, shared.site) and path not in files:
            path.unlink()
    for path, data in files.items():
        if path.read_bytes() != data:
            path.write_bytes(data)
    assert shared.build().is_good


def _is_source(path: Path, site: LittleSite) -> bool:
    return path.is_file() and path.relative_to(site.root).parts[0] in SOURCE_FOLDERS


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
    before = _ASSET.findall(site.published(page))
    site.replace("content/charts/omzet.yaml", "nilai: 5", "nilai: 4")
    assert rounds.build(page).is_good
    assert rounds.ahead == {}
    after = _ASSET.findall(site.published(page))
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


def test_a_process_that_has_built_often_ends(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm, "MOST_BUILDS", rounds.worker.builds + 2)
    assert not rounds.worker.answer(Wish(None), io.BytesIO()).is_last
    assert rounds.worker.answer(Wish(None), io.BytesIO()).is_last


def test_a_broken_site_is_told_with_its_place(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "harga: 165.000", "harga: murah")
    told = rounds.build(PAGE)
    line = rounds.site.read(PRODUCT).splitlines().index("harga: murah") + 1
    assert (told.exit_code, [(one.path, one.line) for one in told.problems]) == (1, [(PRODUCT, line)])


_WORDS = itertools.count()


def new_word() -> str:
    """Give a word that no build has read: what was converted once stays in the store."""
    return f"Kata-{next(_WORDS)}"


class Pulses:
    """Counts the pulses of a build and overtakes it at one of them."""

    def __init__(self, last: int = 0) -> None:
        self.last = last
        self.count = 0

    def __call__(self) -> None:
        self.count += 1
        if self.count == self.last:
            raise Overtaken


def test_a_build_that_is_overtaken_changes_nothing_and_the_next_one_makes_all(rounds: Rounds) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    all_of_them = Pulses()
    assert rounds.build(pulse=all_of_them).is_good
    assert all_of_them.count > len(rounds.open_pages()) // 500 + 3
    for number in range(1, all_of_them.count + 1):
        before = rounds.site.tree()
        rounds.site.replace(PRODUCT, "nama: ", f"nama: {number} ")
        assert rounds.build(PAGE, pulse=Pulses(number)).is_overtaken
        assert difference(before, rounds.site.tree()) == ""
        rounds.site.replace(PRODUCT, "Tujuh", "Tujuh lagi")
        assert rounds.build(PAGE).is_good
        page = rounds.site.published(PAGE)
        assert rounds.ahead == {PAGE: page}
        assert f"{number} " in page
        assert "Tujuh lagi" in page
        rounds.site.replace(PRODUCT, "Tujuh lagi", "Tujuh")


def test_the_site_before_is_let_go_as_soon_as_nothing_can_overtake_the_build(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[str, int] = {}

    def counted(name: str, stage: Callable[..., Any]) -> Callable[..., Any]:
        def count_and_run(*args: Any, **named: Any) -> Any:
            held[name] = sum(isinstance(one, Groundwork) for one in gc.get_objects())
            return stage(*args, **named)

        return count_and_run

    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    monkeypatch.setattr("site_builder.prepare.make_plan", counted("planning", make_plan))
    monkeypatch.setattr("site_builder.build.stage", counted("rendering", stage))
    gc.collect()
    gc.disable()  # as in the process of a preview
    try:
        assert rounds.build(PAGE).is_good
    finally:
        gc.enable()
    assert held == {"planning": 2, "rendering": 1}


def test_the_words_that_overtake_a_build_show_at_once(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    assert rounds.build(PAGE, pulse=Pulses(1)).is_overtaken
    assert "Tujuh" in rounds.ahead[PAGE]
    rounds.site.replace(PRODUCT, "Tujuh", "Delapan")
    monkeypatch.setattr("site_builder.ahead.show_ahead", lambda *_, **__: pytest.fail("it was shown already"))
    rounds.build(PAGE, pulse=Pulses(1))
    assert "Delapan" in rounds.ahead[PAGE]


def test_what_was_overtaken_and_taken_back_is_shown_as_it_was(rounds: Rounds) -> None:
    before = rounds.site.tree()
    rounds.site.replace(PRODUCT, "Enam", "Tujuh")
    assert rounds.build(PAGE, pulse=Pulses(1)).is_overtaken
    rounds.site.replace(PRODUCT, "Tujuh", "Enam")
    assert rounds.build(PAGE).is_good
    assert difference(before, rounds.site.tree()) == ""


SLIPS = (
    ("content/site.yaml", "zona_waktu: Asia/Jakarta", "zona_waktu: Asia/Jakart"),
    ("content/site.yaml", "nama: {id", "nama: {{id"),
    ("content/vocabulary.yaml", "kategori:", "kategori: ["),
    ("content/products/dompet-2.md", "kategori: dompet", "kategori: tidak-ada"),
    ("content/stories/awal.md", "[[story:baru]]", "[[story:tidak-ada]] [di sini](/tidak/ada/)"),
    ("templates/product_page.html", "{% endblock %}", "{{ view.tidak_ada }}{% endblock %}"),
)


@pytest.mark.parametrize(("file", "right", "wrong"), SLIPS)
def test_after_a_refused_build_the_next_good_one_renders_only_what_changed(
    rounds: Rounds, file: str, right: str, wrong: str
) -> None:
    word = new_word()
    rounds.site.replace(file, right, wrong)
    rounds.site.replace(PRODUCT, "Enam", word)
    assert not rounds.build(PAGE).is_good
    rounds.site.replace(file, wrong, right)
    assert rounds.build(PAGE).rendered == 1
    assert word in rounds.site.published(PAGE)


@pytest.mark.parametrize(
    "stage",
    [
        "gather.content.read_unread",
        "prepare.make_routes",
        "prepare.gather_photos",
        "prepare.read_appearance",
        "prepare.set_desk",
        "prepare.make_plan",
        "prepare.task_keys",
        "build.present_files",
        "build.stage",
        "build.swap",
    ],
)
def test_after_a_failed_build_the_next_good_one_renders_only_what_changed(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MachineFault(Problem("worker-died", Span(".")))

    word = new_word()
    rounds.site.replace(PRODUCT, "Enam", word)
    with monkeypatch.context() as patch:
        patch.setattr(f"site_builder.{stage}", fail)
        assert not rounds.build(PAGE).is_good
    assert rounds.build(PAGE).rendered == 1
    assert word in rounds.site.published(PAGE)


def test_after_an_overtaken_build_the_next_good_one_renders_only_what_changed(rounds: Rounds) -> None:
    word, all_of_them = "Enam", Pulses()
    rounds.build(pulse=all_of_them)
    for number in range(1, all_of_them.count + 1):
        before, word = word, new_word()
        rounds.site.replace(PRODUCT, before, word)
        assert rounds.build(PAGE, pulse=Pulses(number)).is_overtaken
        rounds.site.replace("content/products/dompet-2.md", "Dua ruang", f"{number} Dua ruang")
        assert rounds.build(PAGE).rendered == 3, "the page of the one and, in both languages, of the other"


def test_a_build_that_could_not_keep_what_it_read_costs_no_other_its_cache(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = new_word()
    rounds.site.replace(PRODUCT, "Enam", word)
    with monkeypatch.context() as patch:
        patch.setattr(warm, "open_store", lambda _options, memory: Store(None, memory=memory))
        assert rounds.build(PAGE).is_good
    monkeypatch.setattr(Store, "clear", lambda _: pytest.fail("nothing is wrong with it"))
    rounds.site.replace("content/products/dompet-2.md", "Dua ruang", f"{word} Dua ruang")
    assert rounds.build(PAGE).is_good
    assert word in rounds.site.published(PAGE)


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
