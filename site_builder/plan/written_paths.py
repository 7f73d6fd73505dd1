"""Links of texts to addresses that are written out, once it is known what lies there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from site_builder.plan.tasks import PageTask, Task
from site_builder.plan.views.bodies import BodyView, Embed, PathEmbed, WordsEmbed
from site_builder.plan.views.pages import FeedView, PageView


def led_elsewhere(task: Task, instead: Mapping[str, str | None]) -> Task:
    """Give the links of a page other addresses, or leave their words where `instead` has none."""
    if not isinstance(task, PageTask) or not any(path.url in instead for path in _paths(task.view)):
        return task
    view = task.view
    if isinstance(view, FeedView):
        items = tuple(replace(item, body=_body(item.body, instead)) for item in view.items)
        return replace(task, view=replace(view, items=items))
    entry = getattr(view, "entry", None)
    assert entry is not None, "the text of a page is that of its entry"
    return replace(task, view=replace(view, entry=replace(entry, body=_body(entry.body, instead))))


def _paths(view: PageView) -> Iterator[PathEmbed]:
    for body in _bodies(view):
        yield from (embed for embed in body.embeds if isinstance(embed, PathEmbed))


def _bodies(view: PageView) -> Iterator[BodyView]:
    entry = getattr(view, "entry", None)
    bodies = (
        [item.body for item in view.items] if isinstance(view, FeedView) else [getattr(entry, "body", None)]
    )
    yield from (body for body in bodies if body is not None)


def _body(body: BodyView | None, instead: Mapping[str, str | None]) -> BodyView | None:
    if body is None:
        return None
    return replace(body, embeds=tuple(_embed(embed, instead) for embed in body.embeds))


def _embed(embed: Embed, instead: Mapping[str, str | None]) -> Embed:
    if not isinstance(embed, PathEmbed) or embed.url not in instead:
        return embed
    url = instead[embed.url]
    return WordsEmbed(None, is_address=True) if url is None else PathEmbed(url)
