"""What `make soak` does at length and tests in short: saves, and what a browser shows of them, and when."""

from __future__ import annotations

import json
import math
import re
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.support.little_site import LittleSite
from tests.support.preview import PATIENCE_S, RunningPreview

HOME = "content/pages/beranda.md"

# Says in the console what a visitor sees, each time it is something else: looked up anew for every picture
# that the browser paints, so neither our waiting nor Playwright's adds to a delay.
_WATCH = """(() => {
  let last = "";
  const look = () => {
    const host = document.querySelector("sentra-preview");
    const box = host?.shadowRoot?.querySelector(".faults");
    const shown = box && box.getClientRects().length ? [...box.querySelectorAll("li > p:first-child")] : [];
    const now = JSON.stringify({
      text: document.querySelector("main")?.textContent.match(/Simpanan [0-9-]+\\./)?.[0] ?? "",
      places: shown.map((one) => one.textContent),
    });
    if (document.readyState !== "loading" && now !== last) {
      last = now;
      console.info(`seen ${Date.now()} ${now}`);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();"""


@dataclass(frozen=True)
class Sight:
    """What a visitor saw from a moment on."""

    at_s: float
    text: str
    """The last sentence that was saved, as far as the page shows it."""
    places: tuple[str, ...]
    """Of the faults that are laid over the page; none when nothing is."""


@dataclass
class Eye:
    """A page of the preview that is watched."""

    page: Page
    sights: list[Sight] = field(default_factory=list)

    def hear(self, message: ConsoleMessage) -> None:
        if message.text.startswith("seen "):
            _, at_ms, said = message.text.split(" ", 2)
            seen = json.loads(said)
            self.sights.append(Sight(int(at_ms) / 1000, seen["text"], tuple(seen["places"])))

    def until(self, what: str, is_it: Callable[[Sight], bool], seconds: float = PATIENCE_S) -> Sight:
        """Wait until what is seen last is so; give the sight."""
        deadline = time.monotonic() + seconds
        while not (self.sights and is_it(self.sights[-1])):
            if time.monotonic() > deadline:
                pytest.fail(f"waited in vain: {what}; seen last: {self.sights[-1:]}", pytrace=False)
            self.page.wait_for_timeout(10)
        return self.sights[-1]

    def until_told(self, place: str) -> Sight:
        """Wait until a fault at this place is laid over the page."""
        return self.until(f"a fault at {place}", lambda one: place in one.places)

    def rest(self, seconds: float) -> None:
        self.page.wait_for_timeout(seconds * 1000)


def watch(page: Page, url: str) -> Eye:
    """Open an address of the preview and watch it."""
    eye = Eye(page)
    page.on("console", eye.hear)
    page.add_init_script(_WATCH)
    page.goto(url)
    return eye


def builds_of(preview: RunningPreview) -> int:
    """Count the builds that were told in the terminal, good ones and bad."""
    return sum(bool(re.match(r"\d\d:\d\d:\d\d  ", line)) for line in preview.lines)


@dataclass
class Saver:
    """Saves the first page again and again, each time with another sentence."""

    site: LittleSite
    eye: Eye
    count: int = 0

    def save(self) -> float:
        """Save; give the moment at which it was done."""
        self.count += 1
        head = self.site.read(HOME).split("---\n")[1]
        self.site.write(HOME, f"---\n{head}---\n\n{self.sentence}\n")
        return time.time()

    @property
    def sentence(self) -> str:
        return f"Simpanan {self.count}."

    def wait(self, saved_at_s: float) -> float:
        """Wait until the last sentence is seen, and no fault; give how long it took from its save."""
        wanted = self.sentence
        seen = self.eye.until(wanted, lambda one: one.text == wanted and not one.places)
        return seen.at_s - saved_at_s

    def storm(self, saves: int, apart_s: float) -> float:
        """Save many times; give how long the last took to be seen."""
        started, saved_at_s = time.monotonic(), 0.0
        for number in range(saves):
            time.sleep(max(0.0, started + number * apart_s - time.monotonic()))
            saved_at_s = self.save()
        return self.wait(saved_at_s)

    def pair(self, apart_s: float) -> float:
        """Save twice; give how long the second took to be seen."""
        self.save()
        time.sleep(apart_s)
        return self.wait(self.save())


@dataclass(frozen=True)
class Process:
    rss_mb: float
    open_files: int
    """0 where the system does not tell."""


def processes_of(root_pid: int) -> tuple[Process, ...]:
    """Look at a process and all that it started, the first first."""
    said = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout
    rows = [tuple(int(word) for word in line.split()) for line in said.splitlines()]
    rss_kb = {pid: rss for pid, _, rss in rows}
    found = [root_pid]
    for pid in found:
        found += sorted(child for child, parent, _ in rows if parent == pid)
    return tuple(Process(rss_kb[pid] / 1024, _open_files(pid)) for pid in found if pid in rss_kb)


def _open_files(pid: int) -> int:
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except OSError:
        return 0


def share(values: Sequence[float], part: float) -> float:
    """Give the value that this part of all does not exceed."""
    return sorted(values)[max(0, math.ceil(part * len(values)) - 1)]
