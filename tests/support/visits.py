"""What a browser sees and complains of when it opens a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Route,
    ViewportSize,
    WebError,
)

from tests.support.page_types import example_of, languages_of
from tests.support.probes import ask
from tests.support.site import BuiltSite

WIDTHS_PX = (320, 360, 768, 1440)

PHONE = ViewportSize(width=360, height=780)
TABLET = ViewportSize(width=768, height=1024)
DESK = ViewportSize(width=1440, height=900)


@dataclass
class Visitor:
    """Opens pages of one site, lets nothing out to other hosts and notes every complaint."""

    site: BuiltSite
    context: BrowserContext
    faults: list[str] = field(default_factory=list)
    _at: str = ""

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.context.route("**/*", self._guard)
        self.context.on("console", self._note_console)
        self.context.on("weberror", self._note_error)
        self.context.on("requestfailed", self._note_failure)

    def open(self, path: str) -> Page:
        self._at = path
        answer = self.page.goto(self.site.url(path), wait_until="load")
        if answer is None or answer.status != 200:
            self.note(f"answers {answer.status if answer else 'nothing'}")
        return self.page

    def each(self, page_type: str, *languages: str) -> Iterator[Page]:
        """Open the page of this type in each language, or in those that are named."""
        for lang in languages or languages_of(self.site):
            if example := example_of(self.site, page_type, lang):
                yield self.open(example.path)

    def note(self, *faults: str) -> None:
        self.faults += (f"{self._at}: {fault}" for fault in faults)

    def measure(self) -> None:
        """Note each width at which the page scrolls sideways."""
        for width in WIDTHS_PX:
            self.page.set_viewport_size({"width": width, "height": 800})
            if wide := ask(self.page, "too_wide"):
                self.note(f"scrolls sideways at {width} px; it is {wide}")

    def _guard(self, route: Route) -> None:
        if self.site.is_own(route.request.url):
            route.continue_()
        else:
            self.note(f"asks another host: {route.request.url}")
            route.abort()

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "assert"}:
            self.note(f"console: {message.text} ({message.location.get('url')})")

    def _note_error(self, error: WebError) -> None:
        told: Error = error.error
        self.note(f"script error: {told.message}")

    def _note_failure(self, request: Request) -> None:
        # Aborted is what a browser does itself to requests under way when it is sent to the next page.
        if request.failure != "net::ERR_ABORTED":
            self.note(f"request failed: {request.url}: {request.failure}")


def scroll_through(page: Page) -> Iterator[float]:
    """Show the page from its top to its end, a quarter at a time."""
    for part in (0, 0.25, 0.5, 0.75, 1):
        page.evaluate(
            "part => scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight))", part
        )
        yield part
