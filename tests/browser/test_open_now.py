"""Whether a place is open: the script's own functions, and what pages say at a given moment."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.support.site import BuiltSite

pytestmark = [pytest.mark.browser, pytest.mark.slow]

JAKARTA = "Asia/Jakarta"
OFFICE = "480-1020,480-1020,480-1020,480-1020,480-1020,540-900,"
"""Weekdays 08.00-17.00, Saturday 09.00-15.00, Sunday closed."""
LUNCH = "480-720+780-1020,480-720+780-1020,480-720+780-1020,480-720+780-1020,480-720+780-1020,,"
NIGHT = ",,,,1080-1560,1080-1560,"
"""Friday and Saturday 18.00 to 02.00 of the next day."""
ALWAYS = ",".join(["0-1440"] * 7)

MONDAY = "2026-03-02"
WORDS = {
    "open": "always",
    "closed": "closed",
    "until": "until {time}",
    "today": "today {time}",
    "tomorrow": "tomorrow {time}",
    "later": "{day} {time}",
}
_SAY = """async ({file, hours, closed, now, zone, words, lang}) => {
    const {opening, said} = await import(file);
    const state = opening(hours, closed, new Date(now), zone);
    return state && said(state, words, lang, new Date(now), zone);
}"""


@pytest.fixture(scope="module")
def page(built_site: BuiltSite, browser: Browser) -> Any:
    with browser.new_context() as context, context.new_page() as page:
        page.goto(built_site.url("index.html"))
        yield page


def say(
    page: Page,
    site: BuiltSite,
    hours: str,
    local: str,
    closed: str = "",
    zone: str = JAKARTA,
    written: tuple[str, str] = ("en", ":"),
) -> str | None:
    """Ask the script at a moment of Jakarta's clock (seven hours ahead of UTC)."""
    file = next(path for path in site.files if path.startswith("assets/js/hours."))
    now = dt.datetime.fromisoformat(local).replace(tzinfo=dt.timezone(dt.timedelta(hours=7))).isoformat()
    facts = {"file": site.url(file), "hours": hours, "closed": closed, "now": now, "zone": zone}
    answer = page.evaluate(_SAY, facts | {"words": WORDS | {"separator": written[1]}, "lang": written[0]})
    assert answer is None or isinstance(answer, str)
    return answer


@pytest.mark.parametrize(
    ("hours", "local", "expected"),
    [
        (OFFICE, "2026-03-02T07:59", "today 08:00"),
        (OFFICE, "2026-03-02T08:00", "until 17:00"),
        (OFFICE, "2026-03-02T16:59:59", "until 17:00"),
        (OFFICE, "2026-03-02T17:00", "tomorrow 08:00"),
        (OFFICE, "2026-03-06T20:00", "tomorrow 09:00"),
        (OFFICE, "2026-03-07T15:00", "Monday 08:00"),
        (OFFICE, "2026-03-08T12:00", "tomorrow 08:00"),
        (LUNCH, "2026-03-02T11:00", "until 12:00"),
        (LUNCH, "2026-03-02T12:30", "today 13:00"),
        (NIGHT, "2026-03-06T23:00", "until 02:00"),
        (NIGHT, "2026-03-07T01:30", "until 02:00"),
        (NIGHT, "2026-03-07T02:00", "today 18:00"),
        (NIGHT, "2026-03-08T01:00", "until 02:00"),
        (NIGHT, "2026-03-08T03:00", "Friday 18:00"),
        ("480-1440,0-120,,,,,", "2026-03-02T23:00", "until 02:00"),
        ("480-1440,480-1440,,,,,", "2026-03-02T23:00", "until 24:00"),
        (",,,,1080-1560,0-60,", "2026-03-06T23:00", "until 02:00"),  # the later end counts
        (",,,,1080-1560,0-60+60-150,", "2026-03-06T23:00", "until 02:30"),
        (ALWAYS, "2026-03-04T03:00", "always"),
        (",,,,,,", "2026-03-02T12:00", "closed"),
    ],
)
def test_hours_are_put_into_words(
    page: Page, built_site: BuiltSite, hours: str, local: str, expected: str
) -> None:
    assert say(page, built_site, hours, local) == expected


@pytest.mark.parametrize(
    ("hours", "local", "expected"),
    [
        ("?,480-1020,,,,,", "2026-03-02T12:00", None),  # nothing is known of today
        (",?,480-1020,,,,", "2026-03-02T12:00", "closed"),  # it may open tomorrow, nobody knows
        ("?,,,,,,1080-1560", "2026-03-02T01:00", "until 02:00"),  # still open from yesterday
        ("480-1020,480-1020", "2026-03-02T12:00", "until 17:00"),
    ],
)
def test_what_nobody_knows_is_not_said(
    page: Page, built_site: BuiltSite, hours: str, local: str, expected: str | None
) -> None:
    padded = hours if hours.count(",") == 6 else hours + "," * (6 - hours.count(","))
    assert say(page, built_site, padded, local) == expected


@pytest.mark.parametrize(
    ("closed", "local", "expected"),
    [
        (MONDAY, "2026-03-02T12:00", "tomorrow 08:00"),
        ("2026-03-02 2026-03-03", "2026-03-02T12:00", "Wednesday 08:00"),
        ("2026-03-03", "2026-03-02T18:00", "Wednesday 08:00"),
        ("2025-03-02", "2026-03-02T12:00", "until 17:00"),
    ],
)
def test_a_closed_day_is_closed_whatever_the_week_says(
    page: Page, built_site: BuiltSite, closed: str, local: str, expected: str
) -> None:
    assert say(page, built_site, OFFICE, local, closed) == expected


def test_a_night_that_began_before_a_closed_day_goes_on(page: Page, built_site: BuiltSite) -> None:
    assert say(page, built_site, NIGHT, "2026-03-07T01:00", "2026-03-07") == "until 02:00"


@pytest.mark.parametrize(
    ("zone", "expected"),
    [(JAKARTA, "until 17:00"), ("Asia/Jayapura", "tomorrow 08:00"), ("America/New_York", "tomorrow 08:00")],
)
def test_the_clock_is_that_of_the_place(page: Page, built_site: BuiltSite, zone: str, expected: str) -> None:
    # Monday 16.00 in Jakarta is 18.00 in Jayapura and 04.00 in New York, where it opens today.
    answer = say(page, built_site, OFFICE, "2026-03-02T16:00", zone=zone)
    assert answer == ("today 08:00" if zone == "America/New_York" else expected)


def test_times_and_days_are_written_as_the_language_does(page: Page, built_site: BuiltSite) -> None:
    assert say(page, built_site, OFFICE, "2026-03-07T15:00", written=("id", ".")) == "Senin 08.00"
    assert say(page, built_site, OFFICE, "2026-03-07T15:00", written=("ja", ":")) == "月曜日 08:00"


def test_a_shops_page_says_it_and_marks_today_for_a_reader_in_another_zone(
    built_site: BuiltSite, browser: Browser
) -> None:
    with browser.new_context(timezone_id="America/New_York") as context, context.new_page() as page:
        page.clock.install(time=dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC))  # Monday 16.30 in Jakarta
        page.goto(built_site.url("toko/toko-contoh-01/index.html"))
        line = page.locator(".now")
        assert line.inner_text() == "Buka sampai 17.00"
        assert page.locator(".is-today th").inner_text() == "Senin–Sabtu"
        page.clock.fast_forward("00:31:00")
        assert line.inner_text() == "Tutup, buka besok 08.00"


def test_without_script_nothing_is_said(built_site: BuiltSite, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context, context.new_page() as page:
        page.goto(built_site.url("toko/toko-contoh-01/index.html"))
        assert not page.locator(".now").is_visible()
        assert page.locator(".hours").is_visible()
