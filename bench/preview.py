"""From save to reloaded browser: `sentra serve` beside `hugo server`, the same edit of the same page in turn.

A real browser has the page of one product open in each. A word is added to the product's text; the time runs
from the end of the write to the first frame that shows the word. Both tools reload the page by themselves.
Pauses between edits are of many lengths, because Hugo looks at what was saved twice a second.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from urllib.error import URLError

from bench import hugo_site, program, sentra_site
from bench.corpus import Corpus, make_corpus
from bench.table import HUGO, SENTRA

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

RESULTS = Path(__file__).with_name("results")
CORPUS = Path(__file__).with_name("corpus")
SIZES = (80, 2000, 10_000)
EDITS = 20
PATIENCE_S = 120.0
WARM_UP = 3
"""Edits that are not counted: the first ones of each tool load what the others need."""
PAUSES_S = (1.2, 2.6)
WORD = "terbaru"
SEEN = """
(() => {
  const look = () => {
    const found = [...(document.body?.textContent ?? "").matchAll(/terbaru(\\d+)/g)];
    const last = Math.max(0, ...found.map((one) => Number(one[1])));
    if (last && last !== window.benchWord) {
      window.benchWord = last;
      requestAnimationFrame(() => window.benchSaw(last, performance.timeOrigin + performance.now()));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  look();
})();
"""
"""Tells, from every document of the page, when it first showed the newest word."""
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True, slots=True)
class Server:
    tool: str
    process: subprocess.Popen[bytes]
    url: str
    edited: Path
    seen: dict[int, float] = field(default_factory=dict)
    """When the browser showed each edit, by the clock of the machine."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a server and all that it started have used."""

    cpu_s: float
    rss_mb: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of `latest.json`; `cpu_s` is that of one edit, its whole build included."""

    tool: str
    entries: int
    mode: str
    wall_s: float
    cpu_s: float
    rss_mb: float
    pages: int = 1


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        print(f"no browser: none of {', '.join(CHROMIUMS)}", file=sys.stderr)
        return 1
    CORPUS.mkdir(exist_ok=True)
    rows: list[Row] = []
    with sync_playwright() as playwright, TemporaryDirectory(dir=CORPUS) as folder:
        browser = playwright.chromium.launch(executable_path=found, args=("--disable-gpu",))
        program.copy_program(Path(folder, "program"))
        for entries in options.entries:
            rows += measure(make_corpus(entries, 1), Path(folder), browser, options.edits)
            print(_table(rows, entries), flush=True)
        browser.close()
    if not options.dry:
        keep(rows, RESULTS / "latest.json")
    return 0


def measure(corpus: Corpus, folder: Path, browser: Browser, edits: int) -> list[Row]:
    """Edit in turn until each tool has shown all edits; give its rows."""
    here = folder / str(corpus.entries)
    ours, theirs = here / SENTRA, here / HUGO
    for root in (ours, theirs):
        root.mkdir(parents=True)
    sentra_site.write_sentra_site(corpus, ours)
    hugo_site.write_hugo_site(corpus, theirs)
    product, chance = next(corpus.products()), Random(corpus.seed)
    with ExitStack() as stack:
        servers = [
            stack.enter_context(
                _sentra(ours, folder / "program", sentra_site.product_path(ours, product), product.id)
            ),
            stack.enter_context(_hugo(theirs, hugo_site.product_path(theirs, product), product.id)),
        ]
        pages = {one.tool: _open(browser, one) for one in servers}
        times: dict[str, list[float]] = {one.tool: [] for one in servers}
        before: dict[str, Cost] = {}
        for number in range(1, edits + WARM_UP + 1):
            if number == WARM_UP + 1:
                before = {one.tool: cost_of(one.process.pid) for one in servers}
            for one in servers if number % 2 else reversed(servers):
                time.sleep(chance.uniform(*PAUSES_S))
                shown_s = _edit(one, pages[one.tool], number)
                if number > WARM_UP:
                    times[one.tool].append(shown_s)
        time.sleep(PAUSES_S[1])  # what goes on after the page is shown costs, too
        after = {one.tool: cost_of(one.process.pid) for one in servers}
        for page in pages.values():
            page.close()
    shutil.rmtree(here)
    return [row for tool in times for row in _rows(tool, corpus.entries, times[tool], before, after)]


def percentile(times: Sequence[float], part: float) -> float:
    """Give the least time that at least `part` of all do not exceed."""
    ordered = sorted(times)
    return ordered[max(0, -int(-part * len(ordered) // 1) - 1)]


def keep(rows: Sequence[Row], path: Path) -> None:
    """Put the rows in the place of those of the last run, beside those of the other benches."""
    old = json.loads(path.read_text("utf-8")) if path.is_file() else []
    kept = [row for row in old if not str(row["mode"]).startswith("preview-")]
    lines = ",\n".join(f"  {json.dumps(row)}" for row in (*kept, *map(asdict, rows)))
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")


def cost_of(pid: int) -> Cost:
    """Add up what a process and its living descendants have used, and what ended ones left; Linux only."""
    cpu, rss, pending = 0.0, 0.0, [pid]
    if not Path("/proc").is_dir():
        return Cost(0.0, 0.0)
    while pending:
        here = Path("/proc", str(pending.pop()))
        try:
            facts = (here / "stat").read_text().rpartition(")")[2].split()
            pending += [
                int(x) for task in (here / "task").iterdir() for x in (task / "children").read_text().split()
            ]
        except OSError:  # ended meanwhile
            continue
        cpu += sum(map(int, facts[11:15])) / os.sysconf("SC_CLK_TCK")
        rss += int(facts[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return Cost(cpu, rss)


def _rows(
    tool: str, entries: int, times: Sequence[float], before: dict[str, Cost], after: dict[str, Cost]
) -> Iterator[Row]:
    cpu_s = round((after[tool].cpu_s - before[tool].cpu_s) / len(times), 4)
    for mode, part in (("preview-p50", 0.5), ("preview-p95", 0.95)):
        yield Row(tool, entries, mode, round(percentile(times, part), 4), cpu_s, round(after[tool].rss_mb, 1))


def _edit(server: Server, page: Page, number: int) -> float:
    """Add a word to the product's text; give the seconds until the browser showed it."""
    text = server.edited.read_text("utf-8")
    server.edited.write_text(f"{text.rstrip()} {WORD}{number}\n", encoding="utf-8", newline="\n")
    saved_at = time.time()
    give_up_at = time.monotonic() + PATIENCE_S
    while number not in server.seen:
        page.wait_for_timeout(20)  # lets the page speak; when it saw the word it says itself
        if time.monotonic() > give_up_at:
            raise TimeoutError(f"{server.tool} does not show the edit {number}")
    return server.seen[number] - saved_at


def _open(browser: Browser, server: Server) -> Page:
    def saw(_source: object, word: int, at_ms: float) -> None:
        server.seen.setdefault(word, at_ms / 1000)

    page = browser.new_page()
    page.expose_binding("benchSaw", saw)
    page.add_init_script(SEEN)
    page.goto(server.url)
    return page


@contextmanager
def _sentra(root: Path, copy: Path, edited: Path, product: str) -> Iterator[Server]:
    port = _free_port()
    command = program.command("serve", "--root", str(root), "--port", str(port))
    environment = {**os.environ, **program.environment(copy)}
    yield from _run(SENTRA, command, environment, f"http://127.0.0.1:{port}/produk/{product}/", edited)


@contextmanager
def _hugo(root: Path, edited: Path, product: str) -> Iterator[Server]:
    port = _free_port()
    binary, cache = str(hugo_site.hugo_binary()), str(root / "cache")
    command = (
        binary,
        "server",
        "--source",
        str(root),
        "--cacheDir",
        cache,
        "--bind",
        "127.0.0.1",
        "--port",
        str(port),
    )
    url = f"http://127.0.0.1:{port}/produk/{product}/"
    yield from _run(HUGO, command, dict(os.environ), url, edited)


def _run(
    tool: str, command: Sequence[str], environment: dict[str, str], url: str, edited: Path
) -> Iterator[Server]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet)
    try:
        _wait_for(url, process)
        yield Server(tool, process, url, edited)
    finally:
        process.terminate()
        process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE_S):  # noqa: S310  of this machine
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"nothing answers at {url}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _table(rows: Sequence[Row], entries: int) -> str:
    found = {(row.tool, row.mode): row for row in rows if row.entries == entries}
    lines = [f"From save to reloaded browser, {entries:,} products:"]
    for mode in ("preview-p50", "preview-p95"):
        ours, theirs = found[SENTRA, mode], found[HUGO, mode]
        ms = [round(one.wall_s * 1000) for one in (ours, theirs)]
        part, ratio = mode.removeprefix("preview-"), ours.wall_s / theirs.wall_s
        lines.append(f"  {part}  {SENTRA} {ms[0]:5} ms   {HUGO} {ms[1]:5} ms   {ratio:.2f} of Hugo's")
    cpu = [f"{tool} {found[tool, 'preview-p50'].cpu_s:.2f} s" for tool in (SENTRA, HUGO)]
    lines.append(f"  CPU of an edit  {cpu[0]}   {cpu[1]}")
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.preview", description=__doc__)
    parser.add_argument("--entries", type=lambda text: tuple(map(int, text.split(","))), default=SIZES)
    parser.add_argument("--edits", type=int, default=EDITS)
    parser.add_argument("--dry", action="store_true", help="print, and leave latest.json alone")
    return parser


if __name__ == "__main__":
    sys.exit(main())
