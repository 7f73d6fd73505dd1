"""Lighthouse, as package-lock.json names it, in the browser of this machine."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from typing import Any

from tests.support.programs import npm_file, program

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
SLOWDOWN = 4.0
"""How much slower than this machine the simulated phone is, by Lighthouse's mobile profile."""

_FAST_INDEX = 1500
"""From this benchmark index on, that profile means the phone it is made for.

Source: Lighthouse, docs/throttling.md: its 4 for a mid-tier phone is meant for a high-end desktop (1500 to
2000); for a low-end one (1000 to 1500) it names 2.
"""

_CHROME_FLAGS = "--headless=new --disable-gpu --no-sandbox"
"""Containers run the tests as root, for whom Chromium has no sandbox; it only sees our own pages here."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What Lighthouse gives a page: 0 to 100 in each category, and why it is not all 100."""

    scores: dict[str, int]
    reasons: tuple[str, ...]
    benchmark_index: float = 0.0
    """Lighthouse's measure of how fast the machine was; 0 where a run broke off."""

    def low(self, least: int) -> dict[str, int]:
        return {name: score for name, score in self.scores.items() if score < least}


def slowdown_on(benchmark_index: float) -> float:
    """Say how much slower the same phone is than a machine of this index: less than usual if it is slow."""
    return min(SLOWDOWN, SLOWDOWN * benchmark_index / _FAST_INDEX) if benchmark_index else SLOWDOWN


def ask_lighthouse(url: str, skip: tuple[str, ...] = (), slowdown: float = SLOWDOWN) -> Marks:
    """Run its mobile profile with its own throttling (a slow phone and network, simulated).

    A run that breaks off gives 0 for performance: on a busy machine a trace gets lost now and then.
    """
    command = [
        *(program("node", "nodejs"), str(npm_file("lighthouse/cli/index.js")), url),
        *("--quiet", "--output=json", "--output-path=stdout", f"--chrome-flags={_CHROME_FLAGS}"),
        f"--throttling.cpuSlowdownMultiplier={slowdown:.2f}",
        *("--no-enable-error-reporting", f"--only-categories={','.join(CATEGORIES)}"),
        *([f"--skip-audits={','.join(skip)}"] if skip else []),
    ]
    chromium = program("chromium", "chromium-browser", "google-chrome")
    done = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chromium},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
        check=False,
    )
    if done.returncode:
        return Marks({"performance": 0}, (f"Lighthouse broke off: {done.stderr.strip()[-2000:]}",))
    report = json.loads(done.stdout)
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    return Marks(scores, tuple(_reasons(report)), report["environment"]["benchmarkIndex"])


def _reasons(report: dict[str, Any]) -> list[str]:
    """Name each audit that costs points, the dearest first, with what Lighthouse points at."""
    found = []
    for category, told in report["categories"].items():
        for reference in told["auditRefs"]:
            audit = report["audits"][reference["id"]]
            score = audit["score"]
            if reference["weight"] and score is not None and score < 1:
                shown = " ".join(filter(None, (audit["title"], audit.get("displayValue"))))
                lost = reference["weight"] * (1 - score)
                found.append((lost, f"{category}: {audit['id']} {score}: {shown}{_places(audit)}"))
    return [text for _, text in sorted(found, reverse=True)]


def _places(audit: dict[str, Any]) -> str:
    items = (audit.get("details") or {}).get("items") or []
    nodes = (item.get("node") for item in items if isinstance(item, dict))
    selectors = [node.get("selector", "") for node in nodes if isinstance(node, dict)]
    return f" ({'; '.join(selectors[:4])})" if selectors else ""
