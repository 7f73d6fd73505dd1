"""What each command does once there is work; loading this module loads the heavy libraries."""

from __future__ import annotations

import json
import time
from pathlib import Path

from msgspec import Struct

from site_builder.ahead import Ahead
from site_builder.build import build, refuse_faults, render_faults
from site_builder.crew import Crew
from site_builder.defaults import place_of
from site_builder.freshness import Glance, glance
from site_builder.lock import only_build
from site_builder.model.weights import PageWeight
from site_builder.names import Kind, OutPath
from site_builder.options import BuildOptions
from site_builder.plan.tasks import PageTask, Task, TextTask
from site_builder.prepare import Prepared, prepare
from site_builder.problems import Problem, Span, WrongUse, in_order
from site_builder.pulse import Progress, silent
from site_builder.report import BuildReport
from site_builder.store.database import CacheDamaged, Store
from site_builder.surroundings import entries_of, languages_of, terms_of
from site_builder.validate.schema import Wording, json_schemas
from site_builder.writing import replace_file


def run_build(
    options: BuildOptions,
    store: Store,
    seen: Glance | None = None,
    progress: Progress = silent,
    ahead: Ahead | None = None,
) -> BuildReport:
    """Build the site under the project's lock, from the files as `seen` or as they are now."""
    with only_build(options.cache) as was_free, Crew(options.jobs) as crew:
        if seen is None or not was_free:
            seen = glance(options, store)
        return build(options, seen, store, crew, progress, ahead)


def run_check(options: BuildOptions, store: Store) -> BuildReport:
    """Find everything that `build` would refuse, faults of templates and photos too, and write nothing.

    Raises `ContentRefused` like `build`.
    """
    started = time.monotonic()
    try:
        found = _found(options, store)
    except CacheDamaged:
        store.clear()
        found = _found(options, store)
    refuse_faults(found.problems, strict=options.strict)
    seconds = time.monotonic() - started
    weights = found.weights if options.weighs else None
    partly = sum(weight.not_weighed > 0 for weight in found.weights)
    return BuildReport(
        found.outputs, 0, 0, seconds, in_order(found.problems), weights=weights, not_weighed=partly
    )


class _Found(Struct, frozen=True):
    """The number of outputs, all that is wrong with them, and what the pages weigh where that is wanted."""

    outputs: int
    problems: tuple[Problem, ...]
    weights: tuple[PageWeight, ...]


def _found(options: BuildOptions, store: Store) -> _Found:
    with Crew(options.jobs) as crew:
        prepared = prepare(options, glance(options, store), store, crew)
        refuse_faults(prepared.problems, strict=options.strict)
        faults, weights = render_faults(options, prepared, store, crew)
        return _Found(len(prepared.keys), (*prepared.problems, *faults), weights)


def run_schema(folder: Path, language: str, root: Path | None = None) -> list[Path]:
    """Write a JSON Schema for every kind of file into `folder`, described in `language`; give their paths.

    Of the project at `root` they know its languages, the words of its vocabulary and its entries.
    """
    wording = Wording(language)
    if root is not None:
        codes = tuple(code for code, _ in languages_of(root))
        wording = Wording(language, codes, terms_of(root), {kind: entries_of(root, kind) for kind in Kind})
    if root is not None and folder == root / "schema" and folder.is_symlink():
        raise WrongUse(Problem("file-link", Span(str(folder))))
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, schema in json_schemas(wording).items():
        path = folder / f"{name}.schema.json"
        replace_file(path, (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode())
        paths.append(path)
    return paths


def run_explain(options: BuildOptions, store: Store, asked: str) -> dict[str, object]:
    """Tell which sources made an output, what its key is made of, and why it was last rendered.

    `asked` may be a path below the output folder, such a path with the folder, or an address.
    """
    with Crew(1) as crew:
        prepared = prepare(options, glance(options, store), store, crew)
    refuse_faults(prepared.problems, strict=False)
    task = _asked_task(prepared, options, asked)
    record = store.outputs().get(task.out)
    key = prepared.keys[task.out]
    facts: dict[str, object] = {"output": task.out, "source": place_of(options.root, task.origin)}
    if isinstance(task, TextTask) and task.sources:
        facts |= {"source": task.sources[0], "shows": list(dict.fromkeys(task.sources))}
    if isinstance(task, PageTask):
        templates = prepared.closures.members.get(task.template, ())
        facts |= {
            "template": task.template,
            "template_file": place_of(options.root, f"templates/{task.template}"),
            "templates": [place_of(options.root, f"templates/{name}") for name in templates],
            "language": task.lang,
            "shows": list(dict.fromkeys(task.sources)),
        }
    facts |= {
        "key": key,
        "published_key": None if record is None else record.key,
        "is_current": record is not None and record.key == key,
        "last_rendered_because": None if record is None else record.reason,
    }
    return facts


def _asked_task(prepared: Prepared, options: BuildOptions, asked: str) -> Task:
    path = asked.split("#", maxsplit=1)[0].replace("\\", "/")
    for start in (prepared.routes.origin, f"{options.output.as_posix()}/", f"{options.output.name}/"):
        if start:
            path = path.removeprefix(start)
    path = path.removeprefix(prepared.routes.base_path).lstrip("/")
    candidates = (path, f"{path.rstrip('/')}/index.html".lstrip("/"))
    by_out: dict[OutPath, Task] = {task.out: task for task in prepared.plan.tasks}
    for candidate in candidates:
        if candidate in by_out:
            return by_out[OutPath(candidate)]
    raise WrongUse(Problem("explain-unknown", Span(asked), values={"path": asked}))
