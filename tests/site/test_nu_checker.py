from __future__ import annotations

import pytest

from tests.support.nu_checker import complaints
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none


@pytest.mark.checker
def test_the_nu_checker_finds_nothing_in_any_page_that_is_not_a_repetition(built_site: BuiltSite) -> None:
    expect_none(complaints(built_site, [page.path for page in built_site.distinct]))
