"""How a reader of spreadsheets gives up: with the problem that is told."""

from __future__ import annotations

from site_builder.problems import Problem, Span


class SheetFault(Exception):
    """Leaves the reader of a file of which the rest means nothing."""

    def __init__(self, path: str, variant: str, at_line: int = 1, **values: str) -> None:
        super().__init__(variant)
        self.problem = Problem("sheet-file", Span(path, at_line), variant, values)
