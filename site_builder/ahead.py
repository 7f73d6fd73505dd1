"""Shows the pages that are looked at before the rest of the site is made, just as the finished site will.

Only a preview does so, and only where nothing that is left to do could find a fault in what was saved or
a file missing that these pages show; else the finished site is waited for. A text that was saved shows
from what the last build knew; anything else as soon as the whole content was read and checked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from site_builder.crew import Crew
from site_builder.gather.records import html_reader
from site_builder.names import OutPath, SourcePath
from site_builder.plan.charts import files_of_made_charts
from site_builder.plan.own_pages import plan_saved_text, plan_some
from site_builder.plan.tasks import IndexTask, PageTask, Plan
from site_builder.prepare import Groundwork
from site_builder.problems import has_errors
from site_builder.pulse import Pulse, go_on
from site_builder.render.render import Made, render, task_keys
from site_builder.saved_text import read_saved_text
from site_builder.source.naming import CONFIG_PATH
from site_builder.source.scan import Snapshot
from site_builder.store.database import Store

_DOCUMENTS = (".md", ".yaml")


class Grounds(Struct):
    """What is known of the whole site from one build to the next: held here and nowhere else."""

    known: Groundwork | None = None
    """Of the last build that came through; one that is overtaken leaves it."""
    coming: Groundwork | None = None
    """Of the build that is going on."""

    def come_through(self) -> None:
        self.known, self.coming = self.coming, None

    def forget(self) -> None:
        self.known = self.coming = None


class Ahead(Struct, frozen=True, kw_only=True):
    """What is looked at, what has changed, and where finished pages go."""

    changed: frozenset[SourcePath]
    open_pages: frozenset[OutPath]
    show: Callable[[Mapping[OutPath, bytes]], None]
    grounds: Grounds
    """What is known there differs from what is now in nothing but `changed`."""
    pulse: Pulse = go_on

    def last_pulse(self) -> None:
        """Let go of what was known before: from here on nothing overtakes the build."""
        self.pulse()
        self.grounds.known = None


def show_saved_text(ahead: Ahead, now: Snapshot, store: Store, crew: Crew) -> Ahead:
    """Show the pages of an entry of which only the text was saved; give what is still to be shown."""
    before = ahead.grounds.known
    if before is None or len(ahead.changed) != 1 or not ahead.open_pages:
        return ahead
    (path,) = ahead.changed
    saved = read_saved_text(before.material, path, now)
    if saved is None:
        return ahead
    saved.keep(before.code, store)
    tasks = tuple(plan_saved_text(before.desk.editions, saved.entry, saved.body, ahead.open_pages))
    pages = _rendered(tasks, before, store, crew)
    if pages:
        ahead.show(pages)
    return replace(ahead, open_pages=ahead.open_pages - pages.keys())


def show_ahead(ahead: Ahead, ground: Groundwork, store: Store, crew: Crew) -> None:
    """Render those of the open pages that the edit has changed and show them, where that is sure."""
    ahead.grounds.coming = ground
    if not ahead.open_pages or not _is_sure(ahead, ground):
        return
    published = store.outputs()
    if any(task.out not in published for task in ground.other_tasks):
        return  # a photo, say, that could be on one of the pages and is not there yet
    tasks = tuple(plan_some(ground.desk.editions, ahead.open_pages))
    if any(
        out not in published for edition, _ in ground.desk.editions for out in files_of_made_charts(edition)
    ):
        return  # the address of a drawing names what is drawn: there is none of a chart that has changed
    keys = task_keys(Plan(tasks, ground.desk.chromes), ground.closures, ground.setup, ground.code)
    changed = [task for task in tasks if (known := published.get(task.out)) and known.key != keys[task.out]]
    if pages := _rendered(changed, ground, store, crew):
        ahead.show(pages)


def _rendered(
    tasks: Sequence[PageTask], ground: Groundwork, store: Store, crew: Crew
) -> dict[OutPath, bytes]:
    """Render pages; give none of them if one has a fault."""
    made = list(render(tasks, ground.setup, ground.snapshot, html_reader(store), _no_index, crew))
    pages = {one.out: one.data for one in made if isinstance(one, Made)}
    return pages if len(pages) == len(made) else {}


def _is_sure(ahead: Ahead, ground: Groundwork) -> bool:
    if has_errors(ground.problems) or not all(map(_is_entry, ahead.changed)):
        return False
    return not ground.text_faults and not any(
        reference.form == "href" and reference.kind is None and reference.target
        for text in ground.material.texts
        if text.source.path in ahead.changed
        for reference in text.body.references  # whether such a path leads anywhere is known last of all
    )


def _is_entry(path: SourcePath) -> bool:
    return path.startswith("content/") and path.endswith(_DOCUMENTS) and path != CONFIG_PATH


def _no_index(task: IndexTask) -> bytes:
    raise AssertionError(f"{task.out} is no page")
