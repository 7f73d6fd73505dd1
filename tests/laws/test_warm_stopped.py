"""Builds of a preview that do not come to their end: refused, failed, overtaken by a newer save."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pytest

from site_builder import warm
from site_builder.plan.plan import make_plan
from site_builder.prepare import Groundwork
from site_builder.problems import MachineFault, Problem, Span
from site_builder.publish.stage import stage
from site_builder.store.database import Store
from tests.support.little_site import difference
from tests.support.warm_rounds import PAGE, PRODUCT, Pulses, Rounds, new_word


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
