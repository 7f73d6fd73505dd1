"""Why an output was rendered: for `sentra explain`, in one language-neutral line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from site_builder.names import OutPath, SourcePath
from site_builder.plan.tasks import PageTask, Task, TextTask
from site_builder.render.closure import Closures
from site_builder.source.scan import FileStat

NEW = "new"
PROGRAM = "program"
DAMAGED = "damaged"
MOST_NAMED = 3


class Reasons(Struct, frozen=True):
    """What may have changed since the last build."""

    sources_before: Mapping[SourcePath, FileStat]
    sources_now: Mapping[SourcePath, FileStat]
    published_before: Collection[OutPath]
    closures: Closures
    is_new_program: bool


def why_rendered(tasks: Sequence[Task], reasons: Reasons) -> dict[OutPath, str]:
    """Name, for each rendered task, the changed files that show in it, or what else it was.

    A value is `new`, `program`, `damaged` (the published file was touched) or up to three paths.
    """
    if not tasks:
        return {}
    before, now = reasons.sources_before, reasons.sources_now
    changed = {
        path
        for path in before.keys() | now.keys()
        if path not in before or path not in now or before[path].digest != now[path].digest
    }
    return {task.out: _why(task, changed, reasons) for task in tasks}


def _why(task: Task, changed: set[SourcePath], reasons: Reasons) -> str:
    if task.out not in reasons.published_before:
        return NEW
    own: set[SourcePath] = {task.origin}
    if isinstance(task, PageTask | TextTask):
        own |= set(task.sources)
    if isinstance(task, PageTask):
        members = reasons.closures.members.get(task.template, ())
        own |= {SourcePath(f"templates/{name}") for name in members}
    causes = sorted(own & changed)
    if not causes and reasons.is_new_program:
        return PROGRAM
    causes = causes or sorted(changed)
    return ", ".join(causes[:MOST_NAMED]) or DAMAGED
