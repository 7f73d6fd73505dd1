"""Which pages are shown while the rest of the site is made, and which of them need not be loaded again."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from site_builder.names import OutPath
from site_builder.preview.replies import Fault, Told
from site_builder.preview.state import Preview
from site_builder.preview.wire import fault_message, page_at
from site_builder.publish.marker import MARKER

PAGE, OTHER = OutPath("a/index.html"), OutPath("b/index.html")
BROKEN = Told(problems=(Fault("field-type", "m"),), exit_code=1)


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    (tmp_path / MARKER).write_text("first")
    made = Preview(tmp_path, "en", "token")
    made.take(Told())
    return made


def test_a_page_that_is_the_same_in_the_finished_site_stays(preview: Preview) -> None:
    first = preview.tree
    preview.take_ahead({PAGE: "new"})
    ahead = preview.tree
    assert preview.ahead == {PAGE: b"new"}
    assert not preview.is_current(first, PAGE)
    (preview.folder / MARKER).write_text("second")
    assert preview.take(Told(settled=(PAGE,)))
    assert preview.ahead == {}
    assert preview.is_current(ahead, PAGE)
    assert not preview.is_current(ahead, OTHER)
    assert preview.is_current(preview.tree, OTHER)


def test_a_page_that_is_shown_stays_while_another_one_is_shown_too(preview: Preview) -> None:
    preview.take_ahead({PAGE: "new"})
    first = preview.tree
    preview.take_ahead({OTHER: "new, too"})
    assert preview.ahead == {PAGE: b"new", OTHER: b"new, too"}
    assert preview.tree != first
    preview.take_ahead({PAGE: "newer"})
    assert preview.ahead == {PAGE: b"newer", OTHER: b"new, too"}
    last = preview.tree
    preview.take(Told(settled=(PAGE, OTHER)))
    assert preview.ahead == {}
    assert all(preview.is_current(last, page) for page in (PAGE, OTHER))


def test_the_last_good_page_comes_back_when_the_rest_shows_a_fault(preview: Preview) -> None:
    first = preview.tree
    preview.take_ahead({PAGE: "new"})
    assert preview.take(BROKEN), "the page must be loaded again"
    assert (preview.ahead, preview.tree) == ({}, first)
    assert preview.faults == BROKEN.problems


def test_a_fault_alone_loads_nothing_again(preview: Preview) -> None:
    assert not preview.take(BROKEN)


def test_a_fault_that_ended_the_build_is_laid_over_the_page_as_the_first(preview: Preview) -> None:
    for told in (replace(BROKEN, ended_at_first=True), BROKEN):
        preview.take(told)
        assert ("perhaps more" in fault_message(preview)["html"]) is told.ended_at_first


def test_settled_pages_are_forgotten_with_the_next_site(preview: Preview) -> None:
    preview.take_ahead({PAGE: "new"})
    ahead = preview.tree
    preview.take(Told(settled=(PAGE,)))
    preview.take(Told())
    assert not preview.is_current(ahead, PAGE)


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("http://127.0.0.1:5500/", "index.html"),
        ("http://127.0.0.1:5500/a/?x=1#y", "a/index.html"),
        ("http://127.0.0.1:5500/a/b.html", "a/b.html"),
        ("http://127.0.0.1:5500/../a/", ""),
        ("http://[/", ""),
        ("about:blank", ""),
    ],
)
def test_an_address_names_its_file(url: str, page: str) -> None:
    assert page_at(url) == page
