"""Which day it is where the cluster is."""

from __future__ import annotations

import datetime as dt

from site_builder.model.config import SiteConfig
from site_builder.problems import Problem, Span, WrongUse
from site_builder.source.naming import CONFIG_PATH
from site_builder.zones import zone_of


def day_of_site(config: SiteConfig, now: dt.datetime) -> dt.date:
    """Give the day in the site's time zone; `WrongUse` where `site.yaml` names none that is known."""
    try:
        return now.astimezone(zone_of(config.timezone)).date()
    except (KeyError, ValueError, OSError) as error:
        values = {"value": config.timezone}
        raise WrongUse(Problem("timezone-unknown", Span(CONFIG_PATH), values=values)) from error
