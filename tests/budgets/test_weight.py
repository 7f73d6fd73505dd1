"""What pages may weigh: the budgets of the site, for every page, from the built files."""

from __future__ import annotations

import re

import pytest

from tests.support.site import BuiltSite
from tests.support.weight import Sort, Weight, sent_bytes, table, weight_of

# Ten packets of 1,460 bytes come before the first answer of the phone; 14 kB leave room for headers.
PAGE_AND_STYLE = 14_000
SCRIPT = 10_000
READ_SCRIPT = 10_000
"""Before it is compressed: what a slow phone has to read."""
HOME, PRODUCT = 200_000, 150_000


@pytest.fixture(scope="module")
def weights(built_site: BuiltSite) -> list[Weight]:
    return [weight_of(built_site, page) for page in built_site.full_pages]


def test_page_and_style_come_in_the_first_flight(weights: list[Weight]) -> None:
    expect_at_most(PAGE_AND_STYLE, weights, "page", "style")


def test_script_is_small_on_every_page_before_it_is_compressed(
    built_site: BuiltSite, weights: list[Weight]
) -> None:
    """What a phone has to read, imports with it."""
    sizes = {path: len(built_site.text(path).encode()) for path in built_site.files if path.endswith(".js")}
    for weight in weights:
        loaded: set[str] = set()
        waiting = [load.path for load in weight.loads if load.sort == "script"]
        while waiting:
            path = waiting.pop()
            loaded.add(path)
            imports = re.findall(r"""from"\./([\w.-]+)";""", built_site.text(path))
            waiting += [f"assets/js/{name}" for name in imports if f"assets/js/{name}" not in loaded]
        assert sum(sizes[path] for path in loaded) <= READ_SCRIPT, (weight.page.path, loaded)


def test_all_the_script_of_the_site_is_small_on_its_way(built_site: BuiltSite) -> None:
    """What the search brings comes only when somebody opens it."""
    own = (path for path in built_site.files if path.endswith(".js") and not path.startswith("search/"))
    scripts = {path: sent_bytes(built_site, path) for path in own if not path.startswith("assets/js/search.")}
    assert sum(scripts.values()) <= SCRIPT, scripts


@pytest.mark.parametrize(("template", "most"), [("home", HOME), ("product_page", PRODUCT)])
def test_a_page_with_all_its_pictures_is_light(weights: list[Weight], template: str, most: int) -> None:
    pages = [weight for weight in weights if weight.page.template == template]
    assert pages
    heaviest = max(pages, key=lambda weight: weight.total)
    assert heaviest.total <= most, f"at most {most:,} bytes\n{heaviest}"


def expect_at_most(most: int, weights: list[Weight], *sorts: Sort) -> None:
    over = sum(weight.of(*sorts) > most for weight in weights)
    if over:
        pages = f"{over} of {len(weights)} pages have more than {most:,} bytes of {' and '.join(sorts)}"
        pytest.fail(f"{pages}; the heaviest:\n{table(weights, *sorts)}", pytrace=False)
