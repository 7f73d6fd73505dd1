from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.plan.palette import PLAIN, PLAIN_SHARES, Colours, read_palette

ROOT = Path(__file__).parents[3]
DAY = "--paper: #FFF; --ink: #111111; --soft: #333; --line: #ccc; --thread: #a00; --on-thread: var(--paper);"
NIGHT = "--paper: #000; --ink: #eee; --thread: #f88;"


def sheet(day: str = DAY, night: str = NIGHT) -> str:
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {night} }} }}"
    return f"/* :root {{ --ink: #f00; }} */\n@layer tokens {{ :root {{ {day} }}\n{dark} }}"


def test_the_colours_are_those_of_the_stylesheet() -> None:
    light = Colours("#ffffff", "#111111", "#333333", "#cccccc", "#aa0000", "#ffffff")
    assert read_palette(sheet()).light == light


def test_the_colours_of_share_pictures_are_those_of_the_light_scheme() -> None:
    more = "--tan: #840; --wash: #eda; --wash-red: #fdd; --wash-blue: #def; --wash-ink: #eee;"
    shares = read_palette(sheet(DAY + more, NIGHT + "--tan: #fff")).shares
    assert (shares.paper, shares.tan, shares.wash_blue) == ("#ffffff", "#884400", "#ddeeff")
    assert read_palette(sheet()).shares == PLAIN_SHARES


def test_the_dark_scheme_keeps_what_it_does_not_change() -> None:
    dark = Colours("#000000", "#eeeeee", "#333333", "#cccccc", "#ff8888", "#000000")
    assert read_palette(sheet()).dark == dark


@pytest.mark.parametrize(
    "day",
    [
        "",
        DAY.replace("#a00", "red"),
        DAY.replace("--ink: #111111;", ""),
        DAY.replace("var(--paper)", "var(--on-thread)"),
        DAY.replace("#a00", 'url("https://example.org/")'),
        DAY.replace("#a00", '#a00" onload="alert(1)'),
    ],
)
def test_colours_that_cannot_be_used_are_replaced_all_at_once(day: str) -> None:
    assert read_palette(sheet(day)).light == PLAIN.light


def test_a_sheet_without_a_dark_scheme_gets_a_plain_one() -> None:
    assert read_palette(":root { %s }" % DAY).dark == PLAIN.dark  # noqa: UP031  braces are CSS's


def test_charts_can_be_read_in_the_colours_of_this_site() -> None:
    tokens = (ROOT / "assets/css/10-tokens.css").read_text("utf-8")
    palette = read_palette(tokens)
    assert palette != PLAIN
    for colours in (palette.light, palette.dark):
        assert all(value in tokens for value in (colours.paper, colours.ink, colours.thread))
        assert contrast(colours.ink, colours.paper) >= 7
        assert contrast(colours.soft, colours.paper) >= 4.5
        assert contrast(colours.thread, colours.paper) >= 3
        assert contrast(colours.on_thread, colours.thread) >= 3


def contrast(one: str, other: str) -> float:
    """Compute the ratio as WCAG defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
