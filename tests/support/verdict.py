"""How a test over many pages tells everything that it found."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

MOST_SHOWN = 60


def expect_none(faults: Iterable[str]) -> None:
    """Fail with one line for each fault, all pages in one run, as Sentra itself reports."""
    found = list(faults)
    if found:
        shown = "\n".join(found[:MOST_SHOWN])
        more = f"\n… and {len(found) - MOST_SHOWN} more" if len(found) > MOST_SHOWN else ""
        pytest.fail(f"{len(found)} faults:\n{shown}{more}", pytrace=False)
