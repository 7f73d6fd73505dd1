"""The stylesheet: colours that everybody can read, in light and in dark; small; nothing from elsewhere."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable

import pytest

from site_builder.plan.stylesheet import squeezed
from tests.support.made_up import ROOT

CSS = ROOT / "assets/css"
SHEETS = {
    path.relative_to(CSS).as_posix(): path.read_text(encoding="utf-8") for path in sorted(CSS.rglob("*.css"))
}
TOKENS = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")

GROUNDS = ("paper", "card", "wash", "wash-red", "wash-blue", "wash-ink")
TEXT = [
    *((text, ground) for text in ("ink", "soft", "thread") for ground in GROUNDS),
    ("tan", "paper"),
    ("tan", "card"),
    ("paper", "ink"),
    ("on-thread", "thread"),
    ("on-fish", "fish"),
    ("fish-soft", "fish"),
    ("on-red", "red"),
    ("on-leather", "leather"),
    ("leather-soft", "leather"),
]
"""Text and the ground that it stands on: 4.5 to 1."""

LINES = [
    *(("thread", ground) for ground in GROUNDS),
    ("blue", "wash-blue"),
    ("blue", "paper"),
    ("tan", "wash-ink"),
    ("glow", "fish"),
    ("glow", "red"),
    ("glow", "leather"),
]
"""Drawings, seams and focus rings: 3 to 1."""


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_a_line_stands_out_from_its_ground(scheme: str, line: str, ground: str) -> None:
    found = colours(scheme)
    assert contrast(found[line], found[ground]) >= 3


def test_every_colour_has_a_partner() -> None:
    paired = {name for pair in (*TEXT, *LINES) for name in pair}
    assert set(colours("light")) - paired == {"line"}, "a hairline parts what space parts already"


def test_the_colours_of_the_paper_stand_in_the_tokens_and_nowhere_else() -> None:
    """Charts, icons, the manifest and the browser around a page get them from there.

    Only the preview repeats them: its own pages must show what is wrong with a site of any look.
    """
    files = [
        path
        for folder in ("site_builder", "templates", "tools")
        for path in (ROOT / folder).rglob("*.*")
        if path.name != "preview.css"
    ]
    for scheme in ("light", "dark"):
        paper = colours(scheme)["paper"]
        assert [path.name for path in files if paper in path.read_text("utf-8", "replace")] == []


def test_contrast_is_computed_as_wcag_does() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#fff"), 2) == 4.48


def test_every_token_that_is_used_exists() -> None:
    text = "".join(SHEETS.values())
    assert set(re.findall(r"var\(--([\w-]+)", text)) == set(re.findall(r"--([\w-]+):", text))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_loads_nothing_and_overrides_nothing_by_force(name: str) -> None:
    own = re.sub(r'^@import url\("\./[\w-]+\.css"\);$', "", SHEETS[name], flags=re.M)
    assert not re.search(r"@import|url\(|https?:|!important", own)


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_stays_in_its_layer(name: str) -> None:
    own = {"10": "tokens", "20": "base", "30": "layout", "57": "languages", "90": "print", "91": "print"}
    layer = own.get(name.rpartition("/")[2][:2], "components")
    only_joins = re.fullmatch(r"/\*.*\*/\n(@import .*;\n)+", SHEETS[name])
    assert re.findall(r"@layer (\w+) \{", SHEETS[name]) == ([] if only_joins else [layer])


def weight(names: Iterable[str]) -> int:
    return len(gzip.compress("\n".join(squeezed(SHEETS[name]) for name in names).encode(), 9))


def test_the_sheets_of_all_pages_together_stay_small() -> None:
    assert weight(name for name in SHEETS if "/" not in name) <= 6_500


@pytest.mark.parametrize("part", sorted({name.split("/")[1] for name in SHEETS if "/" in name}))
def test_the_sheets_of_some_pages_stay_small(part: str) -> None:
    assert weight(name for name in SHEETS if name.startswith(f"parts/{part}")) <= 3_000
