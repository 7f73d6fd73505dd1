"""Which places of a page a link may name: `/toko/intako/#jam-buka`."""

from __future__ import annotations

from site_builder.plan.routes import chart_anchor
from site_builder.plan.tasks import PageTask, Task
from site_builder.plan.views.pages import FeedView, FiguresPageView, RedirectView

_MAIN = "main"
"""The content of every page, as `base.html` names it."""


def anchors_of(task: Task) -> tuple[str, ...] | None:
    """Give the ids of headings and figures on a page; `None` where they are not known.

    A redirect takes the fragment along, and what is in a file (`/daftar.pdf#page=2`) is its own affair.
    """
    if not isinstance(task, PageTask) or isinstance(task.view, FeedView | RedirectView):
        return None
    entry = getattr(task.view, "entry", None)
    body = None if entry is None else entry.body
    ids = [_MAIN] if body is None else [_MAIN, *(heading.id for heading in body.headings)]
    if isinstance(task.view, FiguresPageView):
        ids += [figure.id for figure in task.view.figures]
        ids += [chart_anchor(chart.id) for chart in task.view.charts]
    return tuple(ids)
