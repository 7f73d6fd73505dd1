"""What a build costs: both generators in turn, cold, unchanged and after one edit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Literal

LAUNCHER = Path(__file__).with_name("launch.py")
PROJECT = Path(__file__).parents[1]

Mode = Literal["cold", "unchanged", "edited"]
MODES: tuple[Mode, ...] = ("cold", "unchanged", "edited")


class BuildFailed(Exception):
    """A generator ended with another exit code than 0."""


@dataclass(frozen=True, slots=True)
class Site:
    """One generator with its copy of the corpus."""

    tool: str
    root: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    """All that builds leave below `root`; without it a build is cold."""
    edited: Path
    """The product that gets another word in every round."""
    output: str = "output"
    environment: Mapping[str, str] = field(default_factory=dict)
    """Set beside what all programs here have around them."""


@dataclass(frozen=True, slots=True)
class Cost:
    wall_s: float
    cpu_s: float
    rss_mb: float

    def shared_by(self, count: int) -> Cost:
        """Give the time that each of `count` took; memory is not shared out."""
        return Cost(self.wall_s / count, self.cpu_s / count, self.rss_mb)


@dataclass(frozen=True, slots=True)
class Sample:
    tool: str
    mode: Mode
    round: int
    cost: Cost


def measure(sites: tuple[Site, ...], rounds: int, watch: Callable[[Sample], None]) -> Iterator[Sample]:
    """Yield the cost of every run: each round goes through the modes, and in each mode through the sites."""
    for number in range(1, rounds + 1):
        for mode in MODES:
            # The one that comes first changes with the round: neither always finds the machine warm.
            for site in sites if number % 2 else reversed(sites):
                prepare(site, mode, number)
                sample = Sample(site.tool, mode, number, run(site))
                watch(sample)
                yield sample


def prepare(site: Site, mode: Mode, number: int) -> None:
    match mode:
        case "cold":
            forget(site)
        case "unchanged":
            pass
        case "edited":
            add_word(site.edited, number)
    # What the run before left to be written to the disk is not this run's cost.
    os.sync()


def forget(site: Site) -> None:
    """Move what builds have left out of the way; it goes with the corpus.

    It is not deleted: ext4 reads every inode that was freed in the last minutes again before it gives
    one out, which makes each new folder twenty times as slow, for whoever comes next.
    """
    made = [site.root / name for name in site.made if (site.root / name).exists()]
    if made:
        aside = Path(mkdtemp(prefix=f"{site.tool}-aside-", dir=site.root.parent))
        for path in made:
            path.rename(aside / path.name)


def add_word(path: Path, number: int) -> None:
    """Put one more word at the end of a text, another one in each round."""
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text} kata{number}\n", encoding="utf-8", newline="\n")


def run(site: Site) -> Cost:
    """Build once and give what it cost; raises `BuildFailed` with what the generator said."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCHER), *site.command],
        check=False,
        cwd=PROJECT,
        env={**_environment(), **site.environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    lines = done.stdout.splitlines()
    report = json.loads(lines[-1]) if lines and done.returncode == 0 else {"exit_code": done.returncode}
    if report["exit_code"] != 0:
        said = "\n".join([*lines[:-1], done.stderr])
        raise BuildFailed(f"{site.tool} ended with exit code {report['exit_code']}:\n{said}")
    return Cost(report["wall_s"], report["cpu_s"], report["rss_kb"] / 1024)


def _environment() -> dict[str, str]:
    """Give this process's variables but the one with which Python compiles its files anew at each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
