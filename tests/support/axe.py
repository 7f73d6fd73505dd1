"""What axe finds wrong with a page for people who can not see, hear, point or read as most do."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.support.programs import npm_file

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

_RUN = """async (tags) => {
    const result = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
    const told = (rule, node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`;
    return result.violations.flatMap(rule => rule.nodes.map(node => told(rule, node)));
}"""


def violations_on(page: Page) -> list[str]:
    # The debugging protocol puts axe into the page, so the policy against foreign script stays in force.
    page.evaluate(npm_file("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_RUN, TAGS)
    return found
