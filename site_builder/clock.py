"""What time it is: asked once for each build, which sees no clock."""

from __future__ import annotations

import datetime as dt
import os

from site_builder.problems import Problem, Span, WrongUse


def now() -> dt.datetime:
    """Take the time from `SOURCE_DATE_EPOCH`, as reproducible builds agree to, else from the clock.

    Raises `WrongUse` where it holds no time.
    """
    written = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not written:
        return dt.datetime.now(dt.UTC)
    try:
        return dt.datetime.fromtimestamp(int(written), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        values = {"value": written[:40]}
        raise WrongUse(Problem("clock-form", Span("SOURCE_DATE_EPOCH"), values=values)) from error
