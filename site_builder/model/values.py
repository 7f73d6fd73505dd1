"""Small values that facts are made of."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct


class PriceRange(Struct, frozen=True):
    """A price in whole rupiah; a single price has `min_idr == max_idr`."""

    min_idr: int
    max_idr: int


class DayRange(Struct, frozen=True):
    """How many days something takes; `min_days == max_days` where one number was given."""

    min_days: int
    max_days: int


class Quantity(Struct, frozen=True):
    """A number as a source gives it: `±2.500` is approximate, `4,16` has two decimals."""

    value: Decimal
    approximate: bool = False

    @property
    def half_step(self) -> Decimal:
        """Half of the last digit written: how far rounding may have moved the true value."""
        exponent = self.value.as_tuple().exponent
        return Decimal(5).scaleb(int(exponent) - 1)


class Interval(Struct, frozen=True):
    """Opening time of one stretch of a day, in minutes after midnight.

    Open all day is 0 to 1440; a closing past midnight counts on: 02.00 of the next day is 1560.
    """

    opens_minute: int
    closes_minute: int


class Hours(Struct, frozen=True):
    """A week, Monday first. A day is `None` when nothing is known, empty when closed."""

    days: tuple[tuple[Interval, ...] | None, ...]


class Moment(Struct, frozen=True):
    """A day, or a day and a time in the site's own time zone: `2026-02-05`, `2026-02-05T09:00`."""

    iso: str

    @property
    def has_time(self) -> bool:
        return "T" in self.iso

    @property
    def day(self) -> str:
        return self.iso[:10]
