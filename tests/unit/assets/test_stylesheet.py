"""The stylesheet: colours that everybody can read, in light and in dark; small; nothing from elsewhere."""

from __future__ import annotations

import re

import pytest

from tests.support.made_up import ROOT

SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "assets/css").glob("*.css"))}
TOKENS = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")

TEXT = [
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "wash"),
    ("soft", "paper"),
    ("soft", "card"),
    ("soft", "wash"),
    ("thread", "paper"),
    ("thread", "card"),
    ("thread", "wash"),
    ("tan", "paper"),
    ("tan", "card"),
    ("on-thread", "thread"),
    ("on-fish", "fish"),
    ("fish-soft", "fish"),
    ("paper", "ink"),
]


def colours(scheme: str) -> dict[str, str]:
    light, _, dark = SHEETS["10-tokens.css"].partition("prefers-color-scheme: dark")
    found = dict(TOKENS.findall(light))
    return found | dict(TOKENS.findall(dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = [int(digits[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[text], found[ground]) >= 4.5


def test_contrast_is_computed_as_wcag_does() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48


def test_every_token_that_is_used_exists() -> None:
    text = "".join(SHEETS.values())
    assert set(re.findall(r"var\(--([\w-]+)", text)) == set(re.findall(r"--([\w-]+):", text))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_loads_nothing_and_overrides_nothing_by_force(name: str) -> None:
    assert not re.search(r"@import|url\(|https?:|!important", SHEETS[name])


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_stays_in_its_layer(name: str) -> None:
    layer = name.removesuffix(".css").partition("-")[2]
    assert f"@layer {layer} {{" in SHEETS[name]


def test_all_sheets_together_stay_small() -> None:
    text = re.sub(r"\s+", " ", "".join(SHEETS.values()))
    assert len(text.encode()) < 14_000
