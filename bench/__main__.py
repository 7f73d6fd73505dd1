"""Writes the corpus for both generators, checks that they make the same pages, measures, prints."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import hugo_site, program, sentra_site
from bench.compare import SHOWN, differences, html_paths
from bench.corpus import Corpus, make_corpus
from bench.measure import BuildFailed, Sample, Site, forget, measure, run
from bench.table import HUGO, SENTRA, Row, rows, table

RESULTS = Path(__file__).with_name("results")
CORPUS = Path(__file__).with_name("corpus")
"""Made and removed beside the code, on the disk that sites are built on; a temporary folder may be memory."""
MANY_ENTRIES = 10_000
FEWER_ROUNDS = 3


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    if options.keep is not None:
        return _bench(options, Path(options.keep).absolute())
    CORPUS.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=CORPUS) as folder:
        return _bench(options, Path(folder))


def _bench(options: argparse.Namespace, folder: Path) -> int:
    results: list[Row] = []
    program.copy_program(folder / "program")
    for entries in options.entries:
        rounds = options.rounds or (5 if entries < MANY_ENTRIES else FEWER_ROUNDS)
        here = folder / f"{entries}-{options.languages}"
        _say(f"{entries:,} products: writing the corpus …")
        sites = write_sites(make_corpus(entries, options.languages), here, folder / "program")
        try:
            build_once(sites)
            check(sites)
            samples = list(measure(sites, rounds, _watch))
            pages = check(sites)  # again: the edits of all rounds must have arrived
        except (BuildFailed, NotTheSame) as fault:
            _say(str(fault))
            return 1
        results += rows(samples, entries, pages)
        print(table(samples, entries, pages), end="\n\n", flush=True)
        if options.keep is None:
            shutil.rmtree(here)
    RESULTS.mkdir(exist_ok=True)
    name = "latest.json" if options.languages == 1 else f"latest-{options.languages}-languages.json"
    lines = ",\n".join(f"  {json.dumps(asdict(row))}" for row in results)
    (RESULTS / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8", newline="\n")
    return 0


class NotTheSame(Exception):
    """The two generators made different sites, so their times say nothing."""


def write_sites(corpus: Corpus, folder: Path, sentra_program: Path) -> tuple[Site, Site]:
    """Write the corpus for both generators into `folder`, which is emptied first."""
    shutil.rmtree(folder, ignore_errors=True)
    ours, theirs = folder / SENTRA, folder / HUGO
    for root in (ours, theirs):
        root.mkdir(parents=True)
    sentra_site.write_sentra_site(corpus, ours)
    hugo_site.write_hugo_site(corpus, theirs)
    edited = next(corpus.products())
    sentra = Site(
        SENTRA,
        ours,
        program.command("build", "--root", str(ours), "-q"),
        (".cache", "output", ".output.spare"),
        sentra_site.product_path(ours, edited),
        environment=program.environment(sentra_program),
    )
    binary = str(hugo_site.hugo_binary())
    folders = ("--source", str(theirs), "--destination", "output", "--cacheDir", str(theirs / "cache"))
    hugo = Site(
        HUGO,
        theirs,
        (binary, *folders, "--quiet"),
        ("cache", "output", "resources"),
        hugo_site.product_path(theirs, edited),
    )
    return sentra, hugo


def build_once(sites: tuple[Site, Site]) -> None:
    """Build both without measuring; it leaves compiled Python files and the disk's cache warm."""
    for site in sites:
        forget(site)
        run(site)


def check(sites: tuple[Site, Site]) -> int:
    """Say how many pages there are in both outputs; raise `NotTheSame` when these differ."""
    ours, theirs = (site.root / site.output for site in sites)
    found = differences(ours, theirs)
    if found:
        named = "\n".join(found[:SHOWN])
        raise NotTheSame(f"Not the same pages (first {SENTRA}, second {HUGO}): no figures.\n{named}")
    return len(html_paths(ours))


def _watch(sample: Sample) -> None:
    cost = sample.cost
    _say(
        f"  {sample.round} {sample.mode:9} {sample.tool:6} "
        f"{cost.wall_s:8.3f} s wall {cost.cpu_s:8.3f} s cpu {cost.rss_mb:6.0f} MB"
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "--entries", type=_sizes, default=(400, 2000), metavar="N,N", help="how many products; 400,2000"
    )
    parser.add_argument("--rounds", type=_count, metavar="R", help="5, and 3 from 10,000 products on")
    parser.add_argument("--languages", type=int, choices=(1, 2), default=1)
    parser.add_argument("--keep", metavar="DIR", help="write the sites here and leave them")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_count(part) for part in text.split(","))


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
