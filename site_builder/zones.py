"""Time zones, from the package `tzdata` alone: a system's are as old as it is, and would give other bytes."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def zone_of(name: str) -> ZoneInfo:
    """Give a zone by its name, such as `Asia/Jakarta`; else a `KeyError` or `ValueError`."""
    from importlib import resources

    file = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    if not file.is_file():
        raise ZoneInfoNotFoundError(name)
    with file.open("rb") as data:
        return ZoneInfo.from_file(data, key=name)
