"""How a command can end: its exit code, and the problems that an exception stands for."""

from __future__ import annotations

from site_builder.problems import (
    ContentRefused,
    MachineFault,
    Problem,
    Refusal,
    Span,
    WrongUse,
    disk_problem,
)

EXIT_DONE, EXIT_CONTENT, EXIT_USE, EXIT_MACHINE, EXIT_BUG = 0, 1, 2, 3, 4
_EXIT_CODES = {ContentRefused: EXIT_CONTENT, WrongUse: EXIT_USE, MachineFault: EXIT_MACHINE}


def what_went_wrong(error: Exception) -> tuple[tuple[Problem, ...], int]:
    """Give the problems that an exception stands for, and the exit code that it ends a command with."""
    if isinstance(error, Refusal):
        return error.problems, _EXIT_CODES[type(error)]
    from site_builder.writing import Linked  # few commands write so, and none needs this at its start

    if isinstance(error, Linked):
        return (Problem(error.code, Span(error.path)),), EXIT_MACHINE
    if isinstance(error, OSError):
        return (disk_problem(error, str(error.filename or ".")),), EXIT_MACHINE
    return (_bug_problem(error),), EXIT_BUG


def _bug_problem(error: Exception) -> Problem:
    """Write the traceback into a file for whoever mends Sentra, and say where it is."""
    import tempfile  # these two are for the rarest of days
    import traceback

    with tempfile.NamedTemporaryFile(
        "w", prefix="sentra-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        traceback.print_exception(error, file=file)
    values = {"error": f"{type(error).__name__}: {error}"[:200], "file": file.name}
    return Problem("sentra-bug", Span("."), values=values)
