"""Charts whose rows can't be drawn in proportion, for they count different things, or have no source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_builder.model.catalog import Catalog, Entry
from site_builder.model.entries import Chart, Figure
from site_builder.model.localized import Localized
from site_builder.model.readers.words import names_no_source
from site_builder.names import EntryId
from site_builder.problems import Problem, Severity
from site_builder.validate.places import FieldPath
from site_builder.validate.references import KNOWN_UNITS, Locate


def check_charts(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Warn of bars and lines that are left out because of their units, at the first row that differs.

    A unit that is none is told at its figure.
    """
    for entry in catalog.charts.values():
        if entry.facts.kind not in {"bar", "line"}:
            continue
        rows = list(_units(entry.facts, catalog.figures))
        known = all(unit in catalog.vocabulary.units or unit in KNOWN_UNITS for _, unit in rows if unit)
        other = next((at for at, unit in rows if unit != rows[0][1]), None) if known else None
        if other is not None:
            units = ", ".join(dict.fromkeys(f"`{unit}`" for _, unit in rows if unit))
            at = locate(entry.path, other)
            yield Problem("chart-units", at, "", {"units": units}, Severity.WARNING)


def unsourced_charts(catalog: Catalog, locate: Locate) -> Iterator[Problem]:
    """Tell charts with values of their own whose source is not told; figures have theirs."""
    for entry in catalog.charts.values():
        own = next((place for place, row in enumerate(entry.facts.rows) if row.value is not None), None)
        has_source = any(not names_no_source(source.title) for source in entry.meta.sources)
        if own is not None and not has_source and not entry.meta.sample:
            yield Problem("release-unsourced", locate(entry.path, ("rows", own, "value")))


def _units(
    chart: Chart[Localized], figures: Mapping[EntryId, Entry[Figure[Localized]]]
) -> Iterator[tuple[FieldPath, str]]:
    """Give the unit of each row, as the chart shows it; a figure that is missing is told elsewhere."""
    named = [*chart.figures, *(row.figure for row in chart.rows if row.figure is not None)]
    shared = {figures[figure].facts.unit for figure in named if figure in figures}
    own = chart.unit or (shared.pop() if len(shared) == 1 else "")
    for place, figure in enumerate(chart.figures):
        if figure in figures:
            yield ("figures", place), figures[figure].facts.unit
    for place, row in enumerate(chart.rows):
        if row.figure is not None and row.figure in figures:
            yield ("rows", place, "figure"), figures[row.figure].facts.unit
        elif row.value is not None:
            yield ("rows", place, "value"), own
