"""Figures and charts with what an honest reader wants to see beside them."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from site_builder.model.entries import Disputed, Source
from site_builder.model.localized import Shown
from site_builder.model.values import Quantity
from site_builder.names import EntryId, UrlPath
from site_builder.plan.views.chrome import Link


class CheckPart(Struct, frozen=True):
    """One part of a sum: a figure, a number, or one of `+ − × ÷ ( )`."""

    sign: str = ""
    number: Decimal | None = None
    figure: Link | None = None


class FigureCard(Struct, frozen=True):
    """A figure with everything that an honest reader wants to see beside it."""

    id: EntryId
    url: UrlPath
    """Its place on the page of all figures of its scope: `/angka/nasional/#ekspor-kulit-2018`."""
    label: Shown
    value: Quantity
    unit: str
    """Id of the unit; the `figure` filter prints value and unit."""
    unit_name: Shown
    period: str
    scope: str
    confidence: str | None
    note: Shown | None
    disputed: tuple[Disputed[Shown], ...]
    sources: tuple[Source, ...]
    check: tuple[CheckPart, ...]
    """The sum that `equals` asks for; empty without. The build has proved it."""


class ChartRowView(Struct, frozen=True):
    label: Shown | None
    value: Quantity
    unit: str
    """A figure's own; a chart may set side by side what is counted in different units."""
    unit_name: Shown | None
    figure: EntryId | None = None
    url: UrlPath | None = None
    """The figure's place on the page of all figures of its scope."""
    period: str = ""
    mark: Literal["", "calculated", "uncertain"] = ""
    disputed: tuple[Disputed[Shown], ...] = ()


class Milestone(Struct, frozen=True):
    """A year on a timeline: what happened, the story that tells it, or both."""

    label: Shown
    text: Shown | None
    story: Link | None


class DrawnChart(Struct, frozen=True):
    """The drawings of a chart, one for each colour scheme, both of one size."""

    light: UrlPath
    dark: UrlPath
    width_px: int
    height_px: int


class ChartView(Struct, frozen=True):
    id: EntryId
    url: UrlPath
    title: Shown
    kind: Literal["bar", "line", "table", "timeline"]
    description: Shown
    rows: tuple[ChartRowView, ...]
    """All rows in order; a timeline has `milestones` in their stead."""
    milestones: tuple[Milestone, ...]
    sources: tuple[Source, ...]
    drawn: DrawnChart | None
    csv_url: UrlPath | None

    @property
    def marks(self) -> frozenset[str]:
        """What a legend has to explain: `calculated`, `uncertain`, `disputed`."""
        found = {row.mark for row in self.rows if row.mark}
        return frozenset(found | {"disputed"} if any(row.disputed for row in self.rows) else found)
