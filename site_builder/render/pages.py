"""Renders pages. One renderer serves a process; it knows nothing of a page but its view."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

import jinja2
from msgspec import Struct

from site_builder.names import Digest, Lang, OutPath, SourcePath
from site_builder.plan.views.chrome import Chrome
from site_builder.plan.views.pages import PageView
from site_builder.problems import Problem, Span
from site_builder.render.environment import make_environment
from site_builder.render.loads import PageLoads, page_loads
from site_builder.render.words import Words

Html = dict[Digest, tuple[str, ...]]


class RenderSetup(Struct, frozen=True):
    """What all pages share, sent once to each process."""

    digest: Digest
    templates: dict[str, str]
    chromes: dict[Lang, Chrome]
    words: dict[Lang, Words]
    weighs: bool = False
    """Whether what each page loads is looked at where the page is rendered."""
    drawings: str = ""
    """The sprite of drawings, for share pictures; empty where the site has none."""


class PageJob(Struct, frozen=True):
    """A page to render, with the converted texts that it shows."""

    out: OutPath
    origin: SourcePath
    template: str
    lang: Lang
    view: PageView
    html: Html


class Rendered(Struct, frozen=True):
    out: OutPath
    data: bytes
    loads: PageLoads | None = None
    """Where it was asked for."""


class Renderer:
    """The templates of all languages, compiled at first use."""

    def __init__(self, setup: RenderSetup) -> None:
        self.setup = setup
        self._html: Html = {}
        self._environments: dict[Lang, jinja2.Environment] = {}

    def render(self, job: PageJob) -> Rendered | Problem:
        self._html = job.html
        try:
            environment = self._environment(job.lang)
            text = environment.get_template(job.template).render(view=job.view)
        except Exception as error:  # noqa: BLE001  a template can fail in any way; name the place, go on
            return _template_fault(error, job)
        data = text.encode()
        is_weighed = self.setup.weighs and job.out.endswith(".html")
        return Rendered(job.out, data, page_loads(data) if is_weighed else None)

    def _environment(self, lang: Lang) -> jinja2.Environment:
        if lang not in self._environments:
            environment = make_environment(
                self.setup.templates,
                lang,
                self.setup.words.get(lang, Words()),
                self.setup.chromes[lang],
                lambda digest: self._html[digest],
            )
            environment.globals["range"] = bounded_range
            self._environments[lang] = environment
        return self._environments[lang]


LONGEST_RANGE = 10_000


def bounded_range(*bounds: int) -> range:
    """Keep a slip in a template from running for hours."""
    numbers = range(*bounds)
    if len(numbers) > LONGEST_RANGE:
        raise jinja2.TemplateRuntimeError(f"range of {len(numbers)} items; at most {LONGEST_RANGE}")
    return numbers


_renderer: Renderer | None = None
"""Of this process, kept from one piece of work to the next."""


def render_pages(work: Sequence[tuple[RenderSetup, PageJob]]) -> list[Rendered | Problem]:
    """Render some pages in the order given."""
    global _renderer  # noqa: PLW0603  one per process, and a process does one thing at a time
    results = []
    for setup, job in work:
        if _renderer is None or _renderer.setup.digest != setup.digest:
            _renderer = Renderer(setup)
        results.append(_renderer.render(job))
    return results


def _template_fault(error: Exception, job: PageJob) -> Problem:
    """Point at the line of the template that failed: the innermost frame that is a template's."""
    at = Span(f"templates/{job.template}")
    if isinstance(error, jinja2.TemplateSyntaxError):
        at = Span(f"templates/{error.name or job.template}", error.lineno)
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename.startswith("templates/"):
                at = Span(frame.filename, frame.lineno or 1)
    reason = str(error).strip() or type(error).__name__
    return Problem("template-fault", at, values={"reason": reason, "page": job.out, "origin": job.origin})
