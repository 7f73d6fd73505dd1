"""Charts as pages show them, and the files beside them: drawings in both schemes, a table to download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from site_builder.model.catalog import Entry
from site_builder.model.entries import Chart, ChartRow, Source
from site_builder.model.localized import Localized, Shown
from site_builder.model.values import Quantity
from site_builder.names import EntryId, OutPath
from site_builder.plan.asset_names import DIGITS
from site_builder.plan.csv_files import Cell, csv_text
from site_builder.plan.drawings import (
    LINE_CHART_HEIGHT,
    WIDTH,
    ChartDrawing,
    DrawnRow,
    Mark,
    bars_height,
    label_lines,
)
from site_builder.plan.edition import Edition
from site_builder.plan.localize import localize
from site_builder.plan.palette import Colours
from site_builder.plan.tasks import ChartTask, TextTask
from site_builder.plan.views.chrome import Link
from site_builder.plan.views.figures import ChartRowView, ChartView, DrawnChart, Milestone
from site_builder.problems import Problem, Severity
from site_builder.store.keys import key_of
from site_builder.validate.references import Locate

MOST_DRAWN = {"bar": 60, "line": 200}
"""Rows of a drawing. Nobody reads more bars, and the time that it takes grows with their square."""


def chart_view(edition: Edition, entry: Entry[Chart[Localized]]) -> ChartView:
    """Make the view of a chart; one that several pages show is made once."""
    if entry.id not in edition.made_charts:
        edition.made_charts[entry.id] = _chart_view(edition, entry)
    return edition.made_charts[entry.id]


def chart_files(edition: Edition, entry: Entry[Chart[Localized]]) -> Iterator[ChartTask | TextTask]:
    """Plan the files beside a chart."""
    view = chart_view(edition, entry)
    if view.csv_url is not None:
        yield TextTask(edition.routes.out(view.csv_url), entry.path, _csv(edition, view))
    if view.drawn is not None:
        for url, colours in (
            (view.drawn.light, edition.palette.light),
            (view.drawn.dark, edition.palette.dark),
        ):
            out = edition.routes.out(url)
            yield ChartTask(out, entry.path, _drawing(edition, view, colours), edition.program)


def files_of_made_charts(edition: Edition) -> Iterator[OutPath]:
    """Name the files beside the charts that pages planned so far show."""
    for id_ in tuple(edition.made_charts):
        yield from (task.out for task in chart_files(edition, edition.catalog.charts[id_]))


def warn_of_long_charts(charts: Iterable[Entry[Chart[Localized]]], locate: Locate) -> Iterator[Problem]:
    """Tell which charts have more rows than a drawing: their pages show the table alone."""
    for chart in charts:
        facts = chart.facts
        count, most = len(facts.figures) + len(facts.rows), MOST_DRAWN.get(facts.kind)
        if most is not None and count > most:
            at = locate(chart.path, ("rows",) if facts.rows else ("figures",))
            values = {"count": str(count), "most": str(most)}
            yield Problem("chart-long", at, facts.kind, values, Severity.WARNING)


def _chart_view(edition: Edition, entry: Entry[Chart[Localized]]) -> ChartView:
    facts = localize(entry.facts, edition.lang, edition.fallbacks)
    is_timeline = facts.kind == "timeline"
    rows = () if is_timeline else _without_repeats(tuple(_rows(edition, facts)))
    named = [*facts.figures, *(row.figure for row in facts.rows if row.figure is not None)]
    sources = entry.meta.sources or tuple(
        dict.fromkeys(source for figure in named for source in edition.catalog.figures[figure].meta.sources)
    )
    csv = OutPath(f"data/charts/{entry.id}.{edition.lang}.csv")
    view = ChartView(
        id=entry.id,
        url=edition.url(entry),
        title=edition.show(entry.meta.name),
        kind=facts.kind,
        description=facts.description,
        rows=rows,
        milestones=tuple(_milestone(edition, row) for row in facts.rows) if is_timeline else (),
        sources=sources,
        drawn=None,
        csv_url=None if is_timeline else edition.routes.asset(csv),
    )
    return _with_drawing(edition, view)


def _rows(edition: Edition, facts: Chart[Shown]) -> Iterator[ChartRowView]:
    """Give all rows in order; a number without a unit of its own has the one that all figures share."""
    named = [*facts.figures, *(row.figure for row in facts.rows if row.figure is not None)]
    units = {edition.catalog.figures[figure].facts.unit for figure in named}
    unit = facts.unit or (units.pop() if len(units) == 1 else "")
    for figure in facts.figures:
        yield _figure_row(edition, figure)
    for row in facts.rows:
        if row.figure is not None:
            yield _figure_row(edition, row.figure, row.label)
        elif row.value is not None:
            yield ChartRowView(row.label, row.value, unit, _unit_name(edition, unit), mark="uncertain")


def _figure_row(edition: Edition, figure: EntryId, label: Shown | None = None) -> ChartRowView:
    """Show a figure in its own unit, whatever the chart's is."""
    entry = edition.catalog.figures[figure]
    facts = localize(entry.facts, edition.lang, edition.fallbacks)
    mark: Mark = "calculated" if facts.equals else "uncertain" if facts.confidence == "low" else ""
    return ChartRowView(
        label=label or edition.show(entry.meta.name),
        value=facts.value,
        unit=facts.unit,
        unit_name=_unit_name(edition, facts.unit),
        figure=figure,
        url=edition.url(entry),
        period=facts.period,
        mark=mark,
        disputed=facts.disputed,
    )


def _without_repeats(rows: tuple[ChartRowView, ...]) -> tuple[ChartRowView, ...]:
    """Leave out another source's value where it has a row of its own."""
    from msgspec.structs import replace

    shown = {(row.value.value, row.unit) for row in rows}
    return tuple(
        replace(row, disputed=tuple(o for o in row.disputed if (o.value.value, row.unit) not in shown))
        for row in rows
    )


def _unit_name(edition: Edition, unit: str) -> Shown | None:
    return edition.term("units", unit).name if unit else None


def _milestone(edition: Edition, row: ChartRow[Shown]) -> Milestone:
    story = edition.catalog.stories.get(row.story) if row.story else None
    name = None if story is None else edition.show(story.meta.name)
    link = None if story is None or name is None else Link(edition.url(story), name)
    return Milestone(row.label or Shown("", edition.lang), row.text, link)


# --- the drawing ----------------------------------------------------------------------------------


def _with_drawing(edition: Edition, view: ChartView) -> ChartView:
    """Name the drawings after all that they depend on, so that a changed one has another address."""
    from msgspec.structs import replace

    if not 0 < len(view.rows) <= MOST_DRAWN.get(view.kind, 0):
        return view
    if len({row.unit for row in view.rows}) != 1:
        return view  # what is counted in different units stands in no proportion
    schemes = (edition.palette.light, edition.palette.dark)
    drawings = [_drawing(edition, view, colours) for colours in schemes]
    digest = key_of(edition.program, drawings)[:DIGITS]  # one for both: a page's own bytes count
    light, dark = (
        edition.routes.asset(OutPath(f"assets/charts/{view.id}.{edition.lang}.{scheme}.{digest}.svg"))
        for scheme in ("light", "dark")
    )
    return replace(view, drawn=DrawnChart(light, dark, WIDTH, drawings[0].height))


def _drawing(edition: Edition, view: ChartView, colours: Colours) -> ChartDrawing:
    kind: Literal["line", "bar"] = "line" if view.kind == "line" else "bar"
    rows = tuple(_drawn(row) for row in view.rows)
    height = LINE_CHART_HEIGHT if kind == "line" else bars_height(rows)
    return ChartDrawing(kind, edition.lang, rows, height, colours)


def _drawn(row: ChartRowView) -> DrawnRow:
    unit_name = "" if row.unit_name is None else row.unit_name.text
    label = "" if row.label is None else row.label.text
    return DrawnRow(
        lines=label_lines(label),
        value=row.value,
        unit=row.unit,
        unit_name=unit_name,
        mark=row.mark,
        others=tuple(other.value.value for other in row.disputed),
    )


# --- the table to download --------------------------------------------------------------------------


def _csv(edition: Edition, view: ChartView) -> str:
    """Write the rows for spreadsheets: numbers with a point and no unit, periods as ISO 8601."""
    header = (
        edition.word("Label"),
        edition.word("Value"),
        edition.word("Unit"),
        edition.word("Period"),
        edition.word("How sure we are"),
        edition.word("Other values"),
        edition.word("Sources"),
    )
    marks = {
        "": "",
        "calculated": edition.word("calculated").text,
        "uncertain": edition.word("uncertain").text,
    }
    lines: list[tuple[Cell, ...]] = [tuple(word.text for word in header)]
    for row in view.rows:
        others = "; ".join(f"{_number(other.value)} ({other.source})" for other in row.disputed)
        about = "±" if row.value.approximate else ""
        figure = edition.catalog.figures.get(row.figure) if row.figure else None
        sources = view.sources if figure is None else figure.meta.sources
        lines.append(
            (
                "" if row.label is None else row.label.text,
                row.value.value,
                "" if row.unit_name is None else row.unit_name.text,
                row.period,
                " ".join(part for part in (about, marks[row.mark]) if part),
                others,
                "; ".join(_source(source) for source in sources),
            )
        )
    return csv_text(lines)


def _number(value: Quantity) -> str:
    return f"{'±' if value.approximate else ''}{value.value:f}"


def _source(source: Source) -> str:
    parts = (source.title, source.publisher, source.date, source.url)
    return ", ".join(part for part in parts if part)
