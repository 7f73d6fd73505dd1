"""A real browser; package-wide only, so that Playwright's event loop does not run during other tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.programs import program

# Without these Chromium calls its maker's hosts on its own, which would be noise in a test about silence.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The Chromium of the machine: Playwright's own is never downloaded."""
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        # What a worker fetches no guard of a context sees; the tests of the worker ask for it.
        # Playwright has no setting for all contexts of a browser, so its method is wrapped: hence the ignore.
        browser.new_context = partial(browser.new_context, service_workers="block")  # type: ignore[method-assign]
        yield browser
        browser.close()
