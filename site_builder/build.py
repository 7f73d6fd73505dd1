"""Builds the site: the one place that knows the order of the stages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from site_builder.ahead import Ahead, show_ahead, show_saved_text
from site_builder.crew import Crew
from site_builder.freshness import (
    DONE,
    HEAVIEST,
    PROBLEMS,
    SCANNED_AT,
    Glance,
    intact,
    present_files,
    state_of,
)
from site_builder.gather.records import html_reader
from site_builder.model.weights import PageWeight, heaviest
from site_builder.names import Digest, OutPath
from site_builder.options import BuildOptions
from site_builder.plan.former import vanished_pages
from site_builder.plan.tasks import ImageTask, PageTask, Task
from site_builder.prepare import Prepared, prepare, with_search
from site_builder.problems import (
    ContentRefused,
    Problem,
    Span,
    has_errors,
    in_order,
)
from site_builder.publish.folder import (
    check_output,
    foreign_files,
    foreign_problems,
    read_published,
)
from site_builder.publish.stage import Artifact, Written, drop_foreign, stage
from site_builder.publish.swap import recover, swap
from site_builder.pulse import Progress, silent
from site_builder.reasons import Reasons, why_rendered
from site_builder.render.html_check import check_pages
from site_builder.render.render import Made, is_costly, one_of_each_template_first, render, resume
from site_builder.report import BuildReport
from site_builder.search.stage import index_reader
from site_builder.source.scan import SOURCE_FOLDERS
from site_builder.store.code import code_digest
from site_builder.store.database import CacheDamaged, OutputRecord, Store
from site_builder.store.unfinished import FOLDER as UNFINISHED_FOLDER
from site_builder.store.unfinished import Unfinished
from site_builder.weights import Scales, budget_problems

CODE = "code"
"""Name of the note that says which program made the published tree."""
HEAVIEST_TOLD = 3


def build(
    options: BuildOptions,
    seen: Glance,
    store: Store,
    crew: Crew,
    progress: Progress = silent,
    ahead: Ahead | None = None,
) -> BuildReport:
    """Build the site. Nothing under the output folder changes unless every stage came through.

    Pages that are looked at go to `ahead` as soon as they are known. What its pulse raises ends the build.

    Raises `ContentRefused` with all faults of the content, `WrongUse` for the configuration
    and `MachineFault` for the disk. However it ends, what was read and converted serves the next one.
    """
    started = time.monotonic()
    check_output(options.output, options.root, SOURCE_FOLDERS)
    recover(options.output)
    try:
        try:
            report = _build(options, seen, store, crew, progress, ahead)
        except CacheDamaged:
            store.clear()
            report = _build(options, seen, store, crew, progress, ahead)
    finally:
        store.commit_objects()  # `store.memory` outlives this build, so what it speaks of must do so too
    return replace(report, seconds=time.monotonic() - started)


def refuse_faults(problems: Sequence[Problem], *, strict: bool) -> None:
    """Raise `ContentRefused` for errors and, when strict, for warnings too."""
    if has_errors(problems) or (strict and problems):
        raise ContentRefused(*in_order(problems))


class Decision(Struct, frozen=True):
    """What of a plan is published already, and what must be made."""

    reused: dict[OutPath, OutputRecord]
    tasks: tuple[Task, ...]
    foreign: tuple[OutPath, ...]
    """Files of someone else's in the output folder; they are kept."""
    is_needed: bool
    """Whether the output folder has to change at all."""
    published_before: frozenset[OutPath]


def _build(
    options: BuildOptions, seen: Glance, store: Store, crew: Crew, progress: Progress, ahead: Ahead | None
) -> BuildReport:
    sources_before, notes_before = store.sources(), store.notes()
    prepared, is_whole = _prepared(options, seen, store, crew, ahead)
    decision = _decide(options, prepared, store)
    if ahead is not None:
        ahead.last_pulse()
    problems = (*prepared.problems, *foreign_problems(decision.foreign, prepared.keys))
    refuse_faults(problems, strict=options.strict)
    scales = _scales(prepared, store)
    if decision.is_needed:
        store.commit_objects()  # what was read, converted and indexed stays, even when the rest is killed
        written, weighed = _publish(options, prepared, decision, store, crew, progress, scales)
    else:
        written, weighed = {}, _weigh(options, prepared, scales)
    problems = (*problems, *weighed.problems)
    told = heaviest(weighed.weights, HEAVIEST_TOLD)
    reasons = why_rendered(
        decision.tasks,
        Reasons(
            sources_before=sources_before,
            sources_now=prepared.snapshot.stats,
            published_before=decision.published_before,
            closures=prepared.closures,
            is_new_program=notes_before.get(CODE) != code_digest(),
        ),
    )
    records = {
        out: _record(out, key, decision.reused.get(out), written.get(out), reasons)
        for out, key in prepared.keys.items()
    }
    notes = {
        DONE: state_of(prepared.snapshot, options) if is_whole else "",  # else the next build tries again
        SCANNED_AT: str(seen.scanned_at_ns),
        CODE: code_digest(),
        PROBLEMS: msgspec.json.encode(problems).decode(),
        HEAVIEST: msgspec.json.encode(told).decode(),
    }
    store.commit(prepared.snapshot.stats, records, notes)
    _unfinished(options).clear()
    outs = tuple(task.out for task in decision.tasks)
    return BuildReport(
        outputs=len(prepared.keys),
        rendered=len(outs),
        reused=len(decision.reused),
        seconds=0.0,
        problems=in_order(problems),
        rendered_paths=outs,
        heaviest=told,
        vanished=vanished_pages(decision.published_before, prepared.keys, prepared.routes),
    )


def _prepared(
    options: BuildOptions, seen: Glance, store: Store, crew: Crew, ahead: Ahead | None
) -> tuple[Prepared, bool]:
    """Plan all that there is to make, search indexes too; say whether all of these could be made."""
    if ahead is None:
        prepared = prepare(options, seen, store, crew)
    else:
        ahead = show_saved_text(ahead, seen.snapshot, store, crew)
        show = partial(show_ahead, ahead, store=store, crew=crew)
        prepared = prepare(options, seen, store, crew, show, ahead.pulse)
    refuse_faults(prepared.problems, strict=options.strict)
    if options.preview:  # what was just saved is to be seen at once; the search can wait
        return prepared, True
    return with_search(options, prepared, store, crew)


def _unfinished(options: BuildOptions) -> Unfinished:
    is_kept = options.use_cache and not options.preview  # whose pictures are made in a moment
    return Unfinished(options.cache / UNFINISHED_FOLDER if is_kept else None)


class Weighed(Struct, frozen=True):
    weights: tuple[PageWeight, ...] = ()
    problems: tuple[Problem, ...] = ()


def _scales(prepared: Prepared, store: Store) -> Scales | None:
    return Scales(store, code_digest()) if prepared.setup.weighs else None


def _weigh(options: BuildOptions, prepared: Prepared, scales: Scales | None) -> Weighed:
    """Weigh all pages where that is wanted: after all that must be made is made, before it is swapped in."""
    if scales is None:
        return Weighed()

    def read(out: OutPath) -> bytes | None:
        return read_published(options.output, out)

    weights = scales.weigh(prepared.plan.tasks, prepared.keys, prepared.routes.base_path, read)
    if prepared.budgets is None:
        return Weighed(weights)
    return Weighed(weights, tuple(budget_problems(weights, prepared.budgets, prepared.locate)))


def render_faults(
    options: BuildOptions, prepared: Prepared, store: Store, crew: Crew
) -> tuple[tuple[Problem, ...], tuple[PageWeight, ...]]:
    """Render what is not published yet without writing it; give what went wrong, and what pages weigh.

    Raises `CacheDamaged` like a build's first try.
    """
    faults: list[Problem] = []
    tasks = tuple(
        task
        for task in _decide(options, prepared, store).tasks
        if not isinstance(task, ImageTask)  # what is wrong with a photo was told when it was looked at
    )
    made = render(tasks, prepared.setup, prepared.snapshot, html_reader(store), index_reader(store), crew)
    if options.strict:
        made = check_pages(made, tasks)
    scales = _scales(prepared, store)
    for _ in _artifacts(made, faults, _note_in(scales, prepared)):
        pass
    if faults:
        return tuple(faults), ()
    weighed = _weigh(options, prepared, scales)
    return weighed.problems, weighed.weights


def _note_in(
    scales: Scales | None, prepared: Prepared, tell: Callable[[int], None] | None = None
) -> Callable[[int, Made | Problem], None]:
    """Make what is done with each result: tell how many there are, and weigh it."""

    def note(done: int, one: Made | Problem) -> None:
        if tell is not None:
            tell(done)
        if scales is not None and isinstance(one, Made):
            scales.note(one, prepared.keys[one.out])

    return note


def _decide(options: BuildOptions, prepared: Prepared, store: Store) -> Decision:
    """Compare the keys of the plan with what lies in the output folder."""
    present = present_files(options)
    before = store.outputs()
    whole = intact(before, present)
    reused = {out: whole[out] for out, key in prepared.keys.items() if out in whole and whole[out].key == key}
    if options.strict:  # every page is made anew, so that every page is checked; nothing looks at the others
        pages = {task.out for task in prepared.plan.tasks if isinstance(task, PageTask)}
        reused = {out: record for out, record in reused.items() if out not in pages}
    foreign = foreign_files(options.output, present)
    tasks = tuple(task for task in prepared.plan.tasks if task.out not in reused)
    is_needed = bool(tasks) or len(present) != len(reused) + len(foreign)
    return Decision(reused, tasks, foreign, is_needed, frozenset(before))


def _publish(
    options: BuildOptions,
    prepared: Prepared,
    decision: Decision,
    store: Store,
    crew: Crew,
    progress: Progress,
    scales: Scales | None,
) -> tuple[dict[OutPath, Written], Weighed]:
    """Render what must be made into the spare tree and swap it in."""
    faults: list[Problem] = []
    tasks = one_of_each_template_first(decision.tasks) if options.preview else decision.tasks
    costly = {task.out: prepared.keys[task.out] for task in tasks if is_costly(task)}
    unfinished = _unfinished(options)
    unfinished.begin(costly.values())
    render_rest = partial(
        render,
        setup=prepared.setup,
        snapshot=prepared.snapshot,
        html_of=html_reader(store),
        index_file=index_reader(store),
        crew=crew,
    )
    made = resume(tasks, costly, unfinished, render_rest)
    if options.strict:
        made = check_pages(made, tasks)
    written = stage(
        options.output,
        {out: Written(r.digest, r.size, r.mtime_ns, r.inode) for out, r in decision.reused.items()},
        decision.foreign,
        [task.out for task in tasks],
        _artifacts(
            made,
            faults,
            _note_in(scales, prepared, lambda done: progress(done, len(tasks))),
            lambda one: unfinished.place(costly[one.out], one.digest) if one.out in costly else None,
            first_only=options.preview,  # whoever waits for a page is told at once
        ),
    )
    weighed = _weigh(options, prepared, None if faults else scales)
    try:
        refuse_faults((*prepared.problems, *faults, *weighed.problems), strict=options.strict)
    except ContentRefused as refused:
        refused.ended_at_first = bool(faults) and options.preview
        raise
    swap(options.output)
    drop_foreign(options.output, decision.foreign)
    return written, weighed


def _record(
    out: OutPath,
    key: Digest,
    reused: OutputRecord | None,
    written: Written | None,
    reasons: dict[OutPath, str],
) -> OutputRecord:
    if written is None:
        if reused is None:
            raise AssertionError(f"{out} was neither kept nor written")
        return reused
    reason = reused.reason if reused is not None else reasons.get(out, "")
    return OutputRecord(key, written.digest, written.size, written.mtime_ns, written.inode, reason)


def _artifacts(
    made: Iterator[Made | Problem],
    faults: list[Problem],
    note: Callable[[int, Made | Problem], None],
    kept_as: Callable[[Made], Path | None] = lambda _: None,
    *,
    first_only: bool = False,
) -> Iterator[Artifact]:
    """Pass on what was made and keep the faults apart, so that all of them are told, or the first.

    What is wrong in a template is wrong on every page that it makes: that is told once.
    """
    told: set[tuple[Span, str, str]] = set()
    for done, one in enumerate(made, 1):
        note(done, one)
        if isinstance(one, Problem):
            fault = (one.at, one.key, one.values.get("reason") or one.values.get("tag", ""))
            if fault not in told:
                faults.append(one)
            if first_only:
                return
            told.add(fault)
        else:
            yield Artifact(one.out, one.data, one.digest, kept_as(one))
