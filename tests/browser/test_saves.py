"""Storms and pairs of saves, and slips, in short; `make soak` does it at length and holds it to a clock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support.little_site import make_little_site
from tests.support.preview import RunningPreview, run_preview
from tests.support.slips import SLIPS, make
from tests.support.soak import Eye, Saver, builds_of, processes_of, watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STORM_SAVES = 200
MOST_BUILDS = 60


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningPreview]:
    """A preview that the tests share; each leaves the content without faults."""
    site = make_little_site(tmp_path_factory.mktemp("saves") / "site", products=len(SLIPS))
    with run_preview(site) as running:
        yield running
        assert not any("Traceback" in line or "failed" in line for line in running.lines), running.lines


@pytest.fixture
def eye(preview: RunningPreview, browser: Browser) -> Iterator[Eye]:
    with browser.new_context(viewport={"width": 800, "height": 600}) as context:
        yield watch(context.new_page(), preview.url)


def test_of_a_storm_of_saves_the_last_is_seen_after_few_builds_and_nothing_stays_behind(
    preview: RunningPreview, eye: Eye
) -> None:
    saver = Saver(preview.site, eye)
    saver.wait(saver.save())
    before, processes = builds_of(preview), len(processes_of(preview.process.pid))
    saver.storm(STORM_SAVES, apart_s=0.01)
    eye.rest(1)
    assert eye.sights[-1].text == f"Simpanan {STORM_SAVES + 1}.", "nothing older came after the last save"
    assert 1 <= builds_of(preview) - before <= MOST_BUILDS
    assert len(processes_of(preview.process.pid)) == processes


@pytest.mark.parametrize("gap_s", [0.05, 0.15, 0.4, 0.9])
def test_of_two_saves_the_second_is_seen(preview: RunningPreview, eye: Eye, gap_s: float) -> None:
    saver = Saver(preview.site, eye, count=round(gap_s * 1000) * 10)
    saver.pair(gap_s)
    eye.rest(0.5)
    assert eye.sights[-1].text == saver.sentence


def test_every_slip_is_laid_over_the_last_good_page_with_its_place_until_it_is_mended(
    preview: RunningPreview, eye: Eye
) -> None:
    site = preview.site
    saver = Saver(site, eye, count=100_000)
    saver.wait(saver.save())
    for number, kind in enumerate(SLIPS):
        slip = kind(site, number)
        good = (site.root / slip.path).read_bytes()
        make(site, slip)
        seen = eye.until_told(slip.place)
        assert seen.text == saver.sentence, f"{slip.name}: the last good page stays"
        site.write(slip.path, good)
        eye.until(f"{slip.name} is mended", lambda one: not one.places)
        assert eye.sights[-1].text == saver.sentence
