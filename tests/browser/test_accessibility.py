from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.support.programs import npm_file
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none
from tests.support.visits import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.checker, pytest.mark.slow]

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """async (tags) => {
    const result = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
    const told = (rule, node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`;
    return result.violations.flatMap(rule => rule.nodes.map(node => told(rule, node)));
}"""


@pytest.mark.parametrize(
    ("scheme", "width_px"), [("light", 1280), ("dark", 360)], ids=["light", "dark and narrow"]
)
def test_axe_finds_no_violation_of_wcag_on_any_kind_of_page(
    built_site: BuiltSite, browser: Browser, scheme: Literal["light", "dark"], width_px: int
) -> None:
    # The debugging protocol puts axe into the page, so the policy against foreign script stays in force.
    axe = npm_file("axe-core/axe.min.js").read_text(encoding="utf-8")
    with browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", viewport={"width": width_px, "height": 800}
    ) as context:
        visitor = Visitor(built_site, context)
        for specimen in built_site.specimens:
            page = visitor.open(specimen.path)
            page.evaluate(axe)
            for violation in page.evaluate(_RUN, TAGS):
                visitor.note(violation)
    expect_none(visitor.faults)
