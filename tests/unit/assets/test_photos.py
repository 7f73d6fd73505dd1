from __future__ import annotations

import re

from tests.support.programs import ROOT

SHEET = (ROOT / "assets/css/parts/photos.css").read_text("utf-8")
STEPS = {"2": 0, "7": 1, "d": 2}


def test_every_colour_that_a_photo_may_mostly_have_is_in_the_sheet() -> None:
    tones = re.findall(r"\.tone-(\d+) \{\s+background: #([0-9a-f])([0-9a-f])([0-9a-f]);", SHEET)
    found = {int(tone): 9 * STEPS[red] + 3 * STEPS[green] + STEPS[blue] for tone, red, green, blue in tones}
    assert found == {tone: tone for tone in range(27)}
