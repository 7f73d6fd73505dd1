"""`sentra export`: writes entries as a spreadsheet that an office corrects and sends again."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from site_builder.console import say as print_text
from site_builder.exporting.run import Export, plan_export
from site_builder.exporting.words import say
from site_builder.exporting.workbook import is_untouched
from site_builder.names import Kind
from site_builder.problems import Problem, Span, WrongUse
from site_builder.source.scan import SOURCE_FOLDERS
from site_builder.spreadsheets.archive import MOST_FILE_BYTES
from site_builder.writing import replace_file

DONE, LEFT_OUT = 0, 1
_MOST_TOLD = 20


def run_export(
    root: Path, kind: Kind, file: Path, language: str, *, samples: bool, yes: bool, in_json: bool = False
) -> int:
    """Write the file; gives the exit code: 1 where entries had to be left out.

    Raises `WrongUse` for a file that is not this command's own, unless `yes`.
    """
    _check_target(file, root, say(kind, language).lower(), yes=yes)
    name = os.fsencode(file.name).decode("utf-8", "replace")
    export = plan_export(root, kind, name, language, samples=samples)
    replace_file(file, export.data)
    print_text(_json(file, export) if in_json else _text(file, export, language))
    return LEFT_OUT if export.unread or export.rows_left else DONE


def _check_target(file: Path, root: Path, name: str, *, yes: bool) -> None:
    """Refuse what could overwrite something else, above all a file that the office has corrected."""
    values = {"name": f"{name}.xlsx", "folder": str(file.parent)}
    if file.suffix.lower() != ".xlsx":
        raise WrongUse(Problem("export-target", Span(str(file)), "", values))
    if not file.parent.is_dir():
        raise WrongUse(Problem("export-target", Span(str(file)), "folder", values))
    kept = (*SOURCE_FOLDERS, "output")
    if any(file.resolve().is_relative_to((root / folder).resolve()) for folder in kept):
        raise WrongUse(Problem("export-target", Span(str(file)), "source", values))
    if file.exists() and not yes and not (file.is_file() and _is_untouched(file)):
        raise WrongUse(Problem("export-target", Span(str(file)), "exists", values))


def _is_untouched(file: Path) -> bool:
    """Whether a file is an export as it was written; one that is larger than any is not even read."""
    return file.stat().st_size <= MOST_FILE_BYTES and is_untouched(file.read_bytes())


def _text(file: Path, export: Export, language: str) -> str:
    kind = say(export.kind, language).lower()
    lines = [say("wrote", language, path=str(file), count=str(export.entries), kind=kind)]
    if export.samples:
        lines.append(say("samples", language, count=str(export.samples)))
    if export.unread:
        lines.append(say("unread", language, files=_listed(export.unread)))
    if export.rows_left:
        lines.append(say("rows", language, entries=_listed(export.rows_left)))
    if export.cells_left:
        cells = [f"{entry} ({header})" for entry, header in export.cells_left]
        lines.append(say("cells", language, cells=_listed(cells)))
    lines.append(say("send-back", language))
    return "\n".join(lines)


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_TOLD
    return ", ".join(names[:_MOST_TOLD]) + (f", … (+{more})" if more > 0 else "")


def _json(file: Path, export: Export) -> str:
    told = {
        "file": str(file),
        "kind": str(export.kind),
        "entries": export.entries,
        "samples_left_out": export.samples,
        "unread": export.unread,
        "rows_left_out": export.rows_left,
        "cells_left_empty": [{"id": entry, "column": header} for entry, header in export.cells_left],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
