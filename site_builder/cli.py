"""The command `sentra`: what each command does with its arguments, and its exit code.

Only the standard library and small modules are loaded here, so that a build that has nothing to
do is over before the heavy libraries would be.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from msgspec.structs import replace

from site_builder.arguments import IMPORTED, SITE_WORDS, parse
from site_builder.clock import now
from site_builder.console import progress_on_terminal, say, talk, tell
from site_builder.fresh_build import fresh_report
from site_builder.freshness import glance
from site_builder.handbook import handbook_digest
from site_builder.language import message_language
from site_builder.options import BuildOptions
from site_builder.outcomes import EXIT_CONTENT, EXIT_DONE, what_went_wrong
from site_builder.problems import Problem, Span, WrongUse, has_errors, in_brief
from site_builder.publish.folder import check_output
from site_builder.report import (
    BuildReport,
    check_summary,
    mended_lines,
    strictness,
    summary,
    vanished_lines,
    weight_lines,
)
from site_builder.source.naming import CONFIG_PATH
from site_builder.source.scan import SOURCE_FOLDERS
from site_builder.store.database import Store
from site_builder.store.opening import open_store
from site_builder.whereabouts import with_whereabouts

_INTERRUPTED = 130
GC_THRESHOLDS = (100_000, 50, 100)
"""A build makes hundreds of thousands of values that live to its end: looking through them for
cycles again and again only takes time."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit with its code; nobody ever sees a traceback."""
    gc.set_threshold(*GC_THRESHOLDS)
    for stream in (sys.stdout, sys.stderr):  # Windows' own encoding can't write what editors write
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    chosen = parse(None if arguments is None else list(arguments))
    try:
        code = _outcome(chosen)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def _outcome(chosen: argparse.Namespace) -> int:
    """Run the command, tell what went wrong, give the exit code."""
    try:
        return _run(chosen)
    except Exception as error:  # noqa: BLE001  the one place where a bug ends
        problems, code = what_went_wrong(error)
    problems = tuple(
        with_whereabouts(problem, Path(chosen.root), is_root_given=chosen.is_root_given)
        for problem in problems
    )
    if code != EXIT_CONTENT and all(problem.at.path != CONFIG_PATH for problem in problems):
        problems = tuple(map(in_brief, problems))  # not with faults of files, whose hints are to be pasted
    try:
        _tell(BuildReport(0, 0, 0, 0.0, problems), chosen, with_count=code == EXIT_CONTENT)
    except OSError as error:  # such as a full disk that the report was to go to
        problems, code = what_went_wrong(error)
        with contextlib.suppress(OSError):
            tell(BuildReport(0, 0, 0, 0.0, problems), "text", Path(chosen.root))
    if code == EXIT_CONTENT and not has_errors(problems) and getattr(chosen, "format", "text") == "text":
        say(strictness(message_language(os.environ), builds=chosen.command == "build"), sys.stderr)
    return code


def _run(chosen: argparse.Namespace) -> int:
    match chosen.command:
        case "build":
            return _build(chosen)
        case "check":
            return _check(chosen)
        case "schema":
            return _schema(chosen)
        case "explain":
            return _explain(chosen)
        case "new":
            return _new(chosen)
        case "status":
            return _status(chosen)
        case "import":
            return _import(chosen)
        case "export":
            return _export(chosen)
        case _:
            return _serve(chosen)


def _build(chosen: argparse.Namespace) -> int:
    options = _options(chosen)
    check_output(options.output, options.root, SOURCE_FOLDERS)
    progress = progress_on_terminal(wanted=chosen.format == "text" and not chosen.quiet)
    store = open_store(options)
    try:
        _fix(options, store, chosen)
        seen = glance(options, store)
        report = fresh_report(seen, options, store)
        if report is None:
            commands = importlib.import_module("site_builder.commands")
            report = commands.run_build(options, store, seen, progress)
    finally:
        store.close()
    _tell(report, chosen)
    if chosen.format == "text" and not chosen.quiet:
        language = message_language(os.environ)
        if report.heaviest:
            say(weight_lines(report.heaviest, language))
        if report.vanished:
            say(vanished_lines(report.vanished, language))
        say(summary(report, language))
    return EXIT_DONE


def _check(chosen: argparse.Namespace) -> int:
    options = _options(chosen)
    store = open_store(options, only_existing=True)
    try:
        _fix(options, store, chosen)
        report = importlib.import_module("site_builder.commands").run_check(options, store)
    finally:
        store.close()
    _tell(report, chosen)
    if chosen.format == "text":
        say(check_summary(report, message_language(os.environ)))
    return EXIT_DONE


def _fix(options: BuildOptions, store: Store, chosen: argparse.Namespace) -> None:
    """Mend what is safe to mend, where that was asked for, and show it; what is left is told as ever.

    JSON holds what was mended; SARIF has no place for it, so it goes to standard error.
    """
    if not chosen.fix:
        return
    chosen.mended = importlib.import_module("site_builder.fix_command").run_fix(options, store)
    if chosen.format in ("text", "sarif"):
        stream = sys.stderr if chosen.format == "sarif" else None
        say(mended_lines(chosen.mended, message_language(os.environ)), stream)


def _schema(chosen: argparse.Namespace) -> int:
    root = _root(chosen)
    folder = root / "schema" if chosen.to is None else Path(chosen.to)
    commands = importlib.import_module("site_builder.commands")
    for path in commands.run_schema(folder, message_language(os.environ), root):
        say(str(path))
    return EXIT_DONE


def _new(chosen: argparse.Namespace) -> int:
    language = message_language(os.environ)
    new_entry = importlib.import_module("site_builder.new_entry")
    asked = new_entry.Asked(chosen.kind, " ".join(chosen.name) or None, chosen.id)
    if chosen.kind in SITE_WORDS:
        new_site = importlib.import_module("site_builder.new_site")
        root = Path(_written_root(chosen))
        texts, own_folder = chosen.lang or language, not chosen.is_root_given
        say(new_site.run_new_site(root, asked, language, texts, talk(language), own_folder=own_folder))
        return EXIT_DONE
    say(new_entry.run_new(_root(chosen), asked, language, chosen.lang or language, now(), talk(language)))
    return EXIT_DONE


def _explain(chosen: argparse.Namespace) -> int:
    options = _options(chosen)
    store = open_store(options, only_existing=True)
    try:
        facts = importlib.import_module("site_builder.commands").run_explain(options, store, chosen.path)
    finally:
        store.close()
    if chosen.format == "json":
        say(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        explained = importlib.import_module("site_builder.explained").explained
        say(explained(facts, message_language(os.environ)))
    return EXIT_DONE


def _status(chosen: argparse.Namespace) -> int:
    """Tell what is left to do, which is no fault; or note which translations are up to date."""
    options, language = _options(chosen), message_language(os.environ)
    command = importlib.import_module("site_builder.status.command")
    store = open_store(options, only_existing=True)
    try:
        if chosen.mark is not None:
            person = talk(language)
            ask = None if person is None else person.ask
            say(command.mark_translations(options, store, chosen.mark, language, ask, yes=chosen.yes))
            return EXIT_DONE
        told = command.tell_status(options, store, chosen.format, chosen.to, language, yes=chosen.yes)
    finally:
        store.close()
    if told.style == "text":
        _tell(BuildReport(0, 0, 0, 0.0, told.faults), chosen, with_count=True)
    say(told.text)
    return EXIT_CONTENT if has_errors(told.faults) else EXIT_DONE


def _import(chosen: argparse.Namespace) -> int:
    command = importlib.import_module("site_builder.import_command")
    root, kind, file = _root(chosen), IMPORTED[chosen.kind], Path(chosen.file)
    manner = command.Manner(chosen.dry_run, chosen.yes, chosen.format == "json")
    return int(command.run_import(root, kind, file, message_language(os.environ), now(), manner))


def _export(chosen: argparse.Namespace) -> int:
    command = importlib.import_module("site_builder.export_command")
    root, kind, file = _root(chosen), IMPORTED[chosen.kind], Path(chosen.file)
    is_json, language = chosen.format == "json", message_language(os.environ)
    options = {"samples": chosen.samples, "yes": chosen.yes, "in_json": is_json}
    return int(command.run_export(root, kind, file, language, **options))


def _serve(chosen: argparse.Namespace) -> int:
    preview = importlib.import_module("site_builder.serve")
    return int(preview.serve(_root(chosen), chosen.host, chosen.port, open_browser=chosen.open))


def _options(chosen: argparse.Namespace) -> BuildOptions:
    root = _root(chosen)
    output = getattr(chosen, "output", None)
    if output is not None and not output.strip():
        raise WrongUse(Problem("output-refused", Span("--output"), "empty"))
    base_url = getattr(chosen, "base_url", None)
    if base_url is not None and not base_url.strip():
        raise WrongUse(Problem("base-url", Span("--base-url"), "empty"))
    drafts, release = getattr(chosen, "drafts", False), getattr(chosen, "release", False)
    if drafts and release:
        raise WrongUse(Problem("release-drafts", Span("--release")))
    return BuildOptions(
        root=root,
        output=root / "output" if output is None else Path(output),
        now=now(),
        base_url=base_url,
        drafts=drafts,
        jobs=getattr(chosen, "jobs", None),
        use_cache=not getattr(chosen, "no_cache", False),
        strict=getattr(chosen, "strict", False),
        release=release,
        handbook=handbook_digest() if getattr(chosen, "handbook", False) else "",
        weighs=chosen.command == "check" and chosen.format == "json",
    )


def _root(chosen: argparse.Namespace) -> Path:
    root = Path(_written_root(chosen))
    if not root.is_dir():
        raise WrongUse(Problem("root-missing", Span(str(root)), values={"root": str(root)}))
    return root


def _written_root(chosen: argparse.Namespace) -> str:
    written = str(chosen.root)
    if not written.strip():
        raise WrongUse(Problem("root-missing", Span("--root"), "empty"))
    return written


def _tell(report: BuildReport, chosen: argparse.Namespace, *, with_count: bool = False) -> None:
    told = replace(report, mended=getattr(chosen, "mended", None))
    command = "build" if chosen.command == "build" else "check"  # the others mend nothing
    tell(told, getattr(chosen, "format", "text"), Path(chosen.root), command, with_count=with_count)
