"""From many runs to one table: medians, and how many times Hugo's cost Sentra's is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from bench.measure import MODES, Cost, Mode, Sample

SENTRA, HUGO = "sentra", "hugo"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of `latest.json`."""

    tool: str
    entries: int
    mode: Mode
    wall_s: float
    cpu_s: float
    rss_mb: float
    pages: int


@dataclass(frozen=True, slots=True)
class Ratio:
    """Sentra's cost over Hugo's: of the medians, and the least and the most of single rounds."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.least:.2f}–{self.most:.2f})"


def rows(samples: Sequence[Sample], entries: int, pages: int) -> list[Row]:
    """Give the medians by tool and mode."""
    tools = list(dict.fromkeys(sample.tool for sample in samples))
    found = []
    for mode in MODES:
        for tool in tools:
            costs = costs_of(samples, tool, mode)
            if costs:
                found.append(
                    Row(
                        tool,
                        entries,
                        mode,
                        round(median(cost.wall_s for cost in costs), 4),
                        round(median(cost.cpu_s for cost in costs), 4),
                        round(median(cost.rss_mb for cost in costs), 1),
                        pages,
                    )
                )
    return found


def costs_of(samples: Iterable[Sample], tool: str, mode: Mode) -> list[Cost]:
    """Give one tool's costs in a mode, by round."""
    chosen = (sample for sample in samples if sample.tool == tool and sample.mode == mode)
    return [sample.cost for sample in sorted(chosen, key=lambda sample: sample.round)]


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Compare rounds that belong together."""
    each = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Ratio(median(ours) / median(theirs), min(each), max(each))


def table(samples: Sequence[Sample], entries: int, pages: int) -> str:
    """Set the results of one size in columns; ratios below 1 mean that Sentra is the cheaper one."""
    lines: list[tuple[str, ...]] = [
        (
            "mode",
            "sentra wall s",
            "hugo wall s",
            "wall ratio",
            "sentra cpu s",
            "hugo cpu s",
            "cpu ratio",
            "sentra MB",
            "hugo MB",
        )
    ]
    for mode in MODES:
        ours, theirs = costs_of(samples, SENTRA, mode), costs_of(samples, HUGO, mode)
        if not (ours and theirs):
            continue
        walls = [cost.wall_s for cost in ours], [cost.wall_s for cost in theirs]
        cpus = [cost.cpu_s for cost in ours], [cost.cpu_s for cost in theirs]
        lines.append(
            (
                mode,
                *(_spread(wall) for wall in walls),
                str(ratio(*walls)),
                *(f"{median(cpu):.2f}" for cpu in cpus),
                str(ratio(*cpus)),
                *(f"{median(cost.rss_mb for cost in costs):.0f}" for costs in (ours, theirs)),
            )
        )
    rounds = len(costs_of(samples, HUGO, MODES[0]))
    title = f"{entries:,} products, {pages:,} pages, medians of {rounds} rounds (least–most)"
    return f"{title}\n{_columns(lines)}"


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.3f} ({min(values):.3f}–{max(values):.3f})"


def _columns(lines: Sequence[tuple[str, ...]]) -> str:
    """Align: the first column to the left, all others to the right."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
