"""The command `sentra status`: which form the list has and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from site_builder.names import Kind, SourcePath
from site_builder.options import BuildOptions
from site_builder.problems import Problem, Span, WrongUse
from site_builder.source.scan import SOURCE_FOLDERS
from site_builder.status.marking import Marked
from site_builder.status.own import is_own
from site_builder.status.page import status_page
from site_builder.status.rows import parts_called, status_csv, status_json
from site_builder.status.run import run_mark, run_status
from site_builder.status.terminal import status_text
from site_builder.status.values import Group, Status, Todo
from site_builder.status.words import Words
from site_builder.store.database import Store
from site_builder.writing import replace_file

_FORMS: dict[str, Callable[[Status, Words], str]] = {
    "text": status_text,
    "json": status_json,
    "csv": status_csv,
    "html": status_page,
}
_LARGEST_OWN_BYTES = 64 << 20
"""A larger file is none that this command wrote; it is not read."""
_MOST_NAMED = 12
"""So many translations that were marked are named; whoever marks more has named a folder."""
_ENDINGS = {"text": ".txt", "json": ".json", "csv": ".csv", "html": ".html", "xlsx": ".xlsx"}


class Told(Struct, frozen=True):
    text: str
    """What is to be printed, without a line end."""
    style: str
    faults: tuple[Problem, ...]


def tell_status(
    options: BuildOptions,
    store: Store,
    asked: str | None,
    to: str | None,
    language: str,
    *,
    yes: bool = False,
) -> Told:
    """Write the status in the form `asked`, or as the ending of the file `to` says.

    With `to` it goes into that file; raises `WrongUse` for a name that fits no form, a source's folder or,
    unless `yes`, a file that is there and was not written by this command.
    """
    target = None if to is None else Path(to)
    style = _style(asked, target)
    if target is not None:
        _check_target(target, style, options.root, options.output, yes=yes)
    words = Words(language)
    status = run_status(options, store)
    if target is None:
        return Told(_FORMS[style](status, words).removesuffix("\n"), style, status.faults)
    replace_file(target, _bytes(status, words, style))
    return Told(words.say("written", path=str(target)), style, status.faults)


def _bytes(status: Status, words: Words, style: str) -> bytes:
    if style == "xlsx":
        from site_builder.status.workbook import status_workbook  # loads the library of spreadsheets

        return status_workbook(status, words)
    text = _FORMS[style](status, words)
    return (text if text.endswith("\n") else f"{text}\n").encode()


def mark_translations(
    options: BuildOptions,
    store: Store,
    asked: Sequence[str],
    language: str,
    ask: Callable[[str], str] | None,
    *,
    yes: bool,
) -> str:
    """Mark these translations; say how many were.

    Of those that are out of date and were not touched since, the person is asked first, unless `yes`; raises
    `WrongUse` where there is none to ask. So it is asked, at a terminal, before a whole folder is marked.
    """
    words = Words(language)

    def agree(marked: Marked) -> bool:
        untouched = [_untouched(name, parts, words) for name, parts in marked.untouched]
        if untouched and not yes and ask is None:
            values = {"files": "; ".join(untouched[:_MOST_NAMED])}
            raise WrongUse(Problem("mark-untouched", Span("sentra status"), "", values))
        if yes or ask is None or not (untouched or marked.made > 1):
            return True
        told = [f"  {one}" for one in untouched] or [f"  content/{name}" for name in marked.names]
        more = [words.say("more", count=len(told) - _MOST_NAMED)] if len(told) > _MOST_NAMED else []
        question = words.say("ask-untouched" if untouched else "ask-mark", count=len(told))
        try:
            answer = ask("\n".join([*told[:_MOST_NAMED], *more, question]))
        except EOFError:
            return False
        return answer.strip().casefold() in {"y", "ya", "yes"}

    marked = run_mark(options, store, asked, agree)
    if marked is None:
        return words.say("not-marked")
    lines = [words.say("marked", count=marked.made, same=marked.same)]
    named = {path.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] for path in asked}
    others = [name for name in marked.names if name.rpartition("/")[2] not in named]
    if others and len(marked.names) <= _MOST_NAMED:  # a base file stands for its translations
        lines += [f"  content/{name}" for name in others]
    if marked.left:
        lines.append(words.say("left", count=marked.left))
    return "\n".join(lines)


def _untouched(name: str, parts: Sequence[str], words: Words) -> str:
    todo = Todo(Group.STALE, SourcePath(name), Kind(name.partition("/")[0]), parts=tuple(parts))
    return f"content/{name}: {', '.join(parts_called(todo, words))}"


def _style(asked: str | None, target: Path | None) -> str:
    if asked is not None or target is None:
        return asked or "text"
    return next((style for style, ending in _ENDINGS.items() if ending == target.suffix.lower()), "html")


def _check_target(target: Path, style: str, root: Path, output: Path, *, yes: bool) -> None:
    """Refuse what could overwrite something else."""
    ending = _ENDINGS[style]
    if target.suffix.lower() != ending:
        raise WrongUse(Problem("status-target", Span(str(target)), "", {"name": f"status{ending}"}))
    whole = target.resolve()
    kept = (*(root / folder for folder in SOURCE_FOLDERS), output)
    if any(whole.is_relative_to(folder.resolve()) for folder in kept):
        raise WrongUse(Problem("status-target", Span(str(target)), "source", {"name": f"status{ending}"}))
    if not target.parent.is_dir():
        values = {"name": f"status{ending}", "folder": str(target.parent)}
        raise WrongUse(Problem("status-target", Span(str(target)), "folder", values))
    if target.is_file() and not yes and not _is_own(target, style):
        raise WrongUse(Problem("status-target", Span(str(target)), "exists", {"name": target.name}))


def _is_own(file: Path, style: str) -> bool:
    return file.stat().st_size <= _LARGEST_OWN_BYTES and is_own(style, file.read_bytes())
