"""What `--fix` does: writes the edits of content that are safe, and gives them to be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from site_builder.crew import Crew
from site_builder.freshness import Glance, glance
from site_builder.lock import only_build
from site_builder.mending.files import WARNINGS_MENDED, Mended, languages_in, mend
from site_builder.names import SourcePath
from site_builder.options import BuildOptions
from site_builder.prepare import prepare
from site_builder.problems import MachineFault, Problem, Refusal, Severity, Span
from site_builder.source.naming import CONFIG_PATH, DocumentName, Role, name_document
from site_builder.source.scan import Snapshot, digest_of
from site_builder.store.database import Store
from site_builder.writing import Changed, Linked, Torn, Write, write_together


def run_fix(options: BuildOptions, store: Store) -> tuple[Mended, ...]:
    """Mend the content's files where that is safe; give what was changed, by path.

    Raises `MachineFault` while another build goes on, or where a file changes meanwhile.
    """
    with only_build(options.cache), Crew(options.jobs) as crew:
        seen = glance(options, store)
        mended = mend_all(options, seen, store, crew)
        _write(options.root, mended)
    return mended


def mend_all(options: BuildOptions, seen: Glance, store: Store, crew: Crew) -> tuple[Mended, ...]:
    """Mend what can't be read, then what can be read and names something by the wrong capitals."""
    first = _mend_once(seen.snapshot, _told(options, seen, store, crew))
    if not first:
        return ()
    second_seen = replace(seen, snapshot=_with(seen.snapshot, first))
    second = _mend_once(second_seen.snapshot, _told(options, second_seen, store, crew))
    done = {mended.path: mended for mended in first}
    for mended in second:
        before = done.get(mended.path)
        done[mended.path] = (
            mended
            if before is None
            else Mended(mended.path, before.before, mended.after, (*before.changes, *mended.changes))
        )
    return tuple(done[path] for path in sorted(done))


def _told(options: BuildOptions, seen: Glance, store: Store, crew: Crew) -> tuple[Problem, ...]:
    try:
        return prepare(options, seen, store, crew).problems
    except Refusal as refusal:
        return refusal.problems


def _mend_once(snapshot: Snapshot, problems: Sequence[Problem]) -> tuple[Mended, ...]:
    by_path: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        is_mendable = problem.severity is Severity.ERROR or problem.code in WARNINGS_MENDED
        if is_mendable and problem.at.path in snapshot.stats:
            by_path[problem.at.path].append(problem)
    langs = languages_in(snapshot.read(CONFIG_PATH) if CONFIG_PATH in snapshot.stats else None)
    found = []
    for path in map(SourcePath, sorted(by_path)):
        name = name_document(path, langs) if path.startswith("content/") else None
        if isinstance(name, DocumentName) and name.role is not Role.PHOTO:
            mended = mend(name, snapshot.read(path), by_path[path], langs)
            found += [] if mended is None else [mended]
    return tuple(found)


def _with(snapshot: Snapshot, mended: Sequence[Mended]) -> Snapshot:
    stats, kept = dict(snapshot.stats), dict(snapshot.kept)
    for file in mended:
        stats[file.path] = replace(stats[file.path], digest=digest_of(file.after), size=len(file.after))
        kept[file.path] = file.after
    return replace(snapshot, stats=stats, kept=kept)


def _write(root: Path, mended: Sequence[Mended]) -> None:
    """Put each file in its place whole; none where one is no longer what was read."""
    try:
        write_together(root, [Write(file.path, file.before, file.after) for file in mended])
    except Changed as changed:
        raise MachineFault(Problem("file-changed", Span(changed.path), "fix")) from changed
    except Linked as linked:
        raise MachineFault(Problem(linked.code, Span(linked.path))) from linked
    except Torn as torn:
        values = {"reason": torn.reason}
        raise MachineFault(*(Problem("fix-torn", Span(path), "", values) for path in torn.paths)) from torn
