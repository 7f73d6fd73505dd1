"""Questions put to a page inside the browser: one JavaScript function in each file beside this one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_HERE = Path(__file__).parent


def ask(page: Page, probe: str) -> Any:
    """Run `probe`.js in the page and give what it answers, most often one line for each fault.

    The debugging protocol runs it, so the page's policy against foreign script stays in force.
    """
    return page.evaluate(_expression(probe))


@cache
def _expression(probe: str) -> str:
    common, own = (_HERE.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in ("common", probe))
    return f"(() => {{ {common}\nreturn (\n{own.rstrip()}\n)(); }})()"
