"""Saves as fast and as badly as nobody would, for minutes, and looks on in a real browser: `make soak`.

Storms of 1,000 saves 10 ms apart, pairs of saves at every gap from 50 ms to 5 s, 200 slips made and mended.
It prints how long the browser took to show each, how many builds there were, and what memory the preview
held; it ends with 1 when a bar is missed. Shorter: `make soak ARGS="--storms 1 --gap-step 250 --slips 34"`.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.support.little_site import LittleSite, make_little_site
from tests.support.preview import RunningPreview, run_preview
from tests.support.programs import program
from tests.support.slips import SLIPS, make
from tests.support.soak import Eye, Process, Saver, builds_of, processes_of, share, watch

SHOWN_WITHIN_S = 2.0
TOLD_WITHIN_S = 1.0
MOST_BUILDS = 60
"""Of one storm."""
MOST_GROWTH_MB = 50.0
STORM_SAVES, STORM_APART_S = 1000, 0.01
GAPS_MS = range(50, 5001)
REST_S = 6.0
"""After it nothing is built any more, and a process that has built often has handed over: measured is what
the preview holds, not what a build needs."""


class Verdict:
    """Prints figures as they come, remembers which bars were missed."""

    def __init__(self) -> None:
        self.missed: list[str] = []

    def say(self, text: str) -> None:
        print(text, flush=True)

    def hold(self, what: str, value: float, bar: float) -> None:
        """Note whether a value keeps within its bar."""
        if value > bar:
            self.missed.append(f"{what}: {value:.2f}, at most {bar:.2f} wanted")

    def delays(self, what: str, delays: Sequence[float], bar_s: float) -> None:
        self.say(
            f"{what}: p50 {share(delays, 0.5):.2f} s, p95 {share(delays, 0.95):.2f} s, "
            f"max {max(delays):.2f} s, over {bar_s:.0f} s: "
            f"{sum(one > bar_s for one in delays)} of {len(delays)}"
        )
        self.hold(what, max(delays), bar_s)


def main() -> int:
    wanted = _read_arguments()
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as folder, _browser() as browser:
        site = make_little_site(Path(folder) / "site", products=wanted.products)
        verdict.say(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        with run_preview(site) as preview:
            _soak(preview, browser, wanted, verdict)
            faults = [
                line for line in preview.lines if "Traceback" in line or "failed at one request" in line
            ]
            verdict.say(f"tracebacks and faults of the preview itself: {len(faults)}")
            verdict.missed += faults
    for line in verdict.missed:
        verdict.say(f"MISSED  {line}")
    return 1 if verdict.missed else 0


def _soak(preview: RunningPreview, browser: Browser, wanted: argparse.Namespace, verdict: Verdict) -> None:
    eye = watch(browser.new_page(viewport={"width": 800, "height": 600}), preview.url)
    saver = Saver(preview.site, eye)
    for _ in range(3):  # so that "early" is not before everything was loaded
        saver.wait(saver.save())
    early = _at_rest(preview, eye)
    _storms(preview, saver, wanted.storms, verdict)
    _pairs(preview, saver, GAPS_MS[:: wanted.gap_step] or GAPS_MS[:1], wanted.rounds, verdict)
    _slips(preview, saver, wanted.slips, verdict)
    late = _at_rest(preview, eye)
    for name, processes in (("early", early), ("late", late)):
        told = ", ".join(f"{one.rss_mb:.0f} MB ({one.open_files} files)" for one in processes)
        verdict.say(f"processes at rest, {name}: {told}")
    verdict.hold("processes at rest", len(late), len(early))
    growth = sum(one.rss_mb for one in late) - sum(one.rss_mb for one in early)
    verdict.say(f"growth over {builds_of(preview)} builds: {growth:+.1f} MB")
    verdict.hold("growth of memory in MB", growth, MOST_GROWTH_MB)


def _storms(preview: RunningPreview, saver: Saver, count: int, verdict: Verdict) -> None:
    delays = []
    for number in range(1, count + 1):
        before = builds_of(preview)
        delays.append(saver.storm(STORM_SAVES, STORM_APART_S))
        saver.eye.rest(REST_S)
        builds = builds_of(preview) - before
        verdict.say(
            f"storm {number} of {STORM_SAVES} saves: last shown after {delays[-1]:.2f} s, {builds} builds"
        )
        verdict.hold(f"builds of storm {number}", builds, MOST_BUILDS)
    verdict.delays("last save of a storm shown", delays, SHOWN_WITHIN_S)


def _pairs(
    preview: RunningPreview, saver: Saver, gaps_ms: Sequence[int], rounds: int, verdict: Verdict
) -> None:
    verdict.say(f"pairs of saves, apart in ms: {', '.join(map(str, gaps_ms))}; each {rounds} times")
    before, delays = builds_of(preview), []
    for gap_ms in (gap for _ in range(rounds) for gap in gaps_ms):
        delays.append(saver.pair(gap_ms / 1000))
        if delays[-1] > SHOWN_WITHIN_S:
            verdict.say(f"  {gap_ms} ms apart: {delays[-1]:.2f} s")
    verdict.delays("second save of a pair shown", delays, SHOWN_WITHIN_S)
    verdict.say(f"builds of {len(delays)} pairs: {builds_of(preview) - before}")


def _slips(preview: RunningPreview, saver: Saver, count: int, verdict: Verdict) -> None:
    told, gone = [], []
    for number in range(count):
        told_s, gone_s = _slip(preview.site, saver, number, verdict)
        told.append(told_s)
        gone.append(gone_s)
    verdict.delays(f"{count} slips laid over the page with their place", told, TOLD_WITHIN_S)
    verdict.delays("message gone after mending", gone, SHOWN_WITHIN_S)


def _slip(site: LittleSite, saver: Saver, number: int, verdict: Verdict) -> tuple[float, float]:
    """Make a slip and mend it; give how long its message took to come, and to go."""
    slip = SLIPS[number % len(SLIPS)](site, number)
    good = (site.root / slip.path).read_bytes()
    make(site, slip)
    broken_at_s = time.time()
    seen = saver.eye.until_told(slip.place)
    told_s = seen.at_s - broken_at_s
    if seen.text != saver.sentence:
        verdict.missed.append(f"{slip.name}: the last good page went away")
    if told_s > TOLD_WITHIN_S:
        verdict.say(f"  {slip.name}: told after {told_s:.2f} s")
    site.write(slip.path, good)
    mended_at_s = time.time()
    seen = saver.eye.until(f"{slip.name} mended", lambda one: not one.places and one.text == saver.sentence)
    return told_s, seen.at_s - mended_at_s


def _at_rest(preview: RunningPreview, eye: Eye) -> tuple[Process, ...]:
    eye.rest(REST_S)
    return processes_of(preview.process.pid)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = program("chromium", "chromium-browser", "google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--disable-gpu"])
        yield browser
        browser.close()


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--storms", type=int, default=3)
    parser.add_argument("--gap-step", type=int, default=50, help="of the gaps between pairs, in ms")
    parser.add_argument("--rounds", type=int, default=1, help="how often each gap is tried")
    parser.add_argument("--slips", type=int, default=200)
    parser.add_argument("--products", type=int, default=60)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
