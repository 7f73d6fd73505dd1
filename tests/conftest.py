"""What every test may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.cases import sentra
from tests.support.handbook import lay_out_site
from tests.support.site import BuiltSite, build_site
from tests.support.static_host import serve_folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite the expected files instead of comparing with them"
    )
    parser.addoption(
        "--slips", type=int, default=116, help="how many slips of editors to try (`make slips`: 500)"
    )


@pytest.fixture(scope="session")
def accept(pytestconfig: pytest.Config) -> bool:
    """Whether expected files are to be rewritten (`make accept`)."""
    return bool(pytestconfig.getoption("--accept"))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The real site, built for the root of a domain and served there."""
    output = tmp_path_factory.mktemp("root") / "output"
    with serve_folder(output) as url:
        yield build_site(output, url)


@pytest.fixture(scope="session")
def built_site_under_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The real site, built for a folder of a domain and served there; all else on that domain is missing."""
    output = tmp_path_factory.mktemp("path") / "output"
    with serve_folder(output, "/tanggulangin/") as url:
        yield build_site(output, url)


@pytest.fixture(scope="session")
def handbook_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """A small site with the editors' handbook in it, built for a folder of a domain and served there."""
    root = lay_out_site(tmp_path_factory.mktemp("handbook") / "site")
    output = root / "output"
    with serve_folder(output, "/tanggulangin/") as url:
        run = sentra(
            "build", "-q", "--jobs", "1", "--handbook", "--strict", "--root", root, "--base-url", url
        )
        assert (run.code, run.err) == (0, "")
        yield BuiltSite(output, url)


@pytest.fixture(scope="session", params=["built_site", "built_site_under_path"], ids=["root", "path"])
def any_site(request: pytest.FixtureRequest) -> BuiltSite:
    """The site at the root of a domain and, in a second run of the test, below a path."""
    site = request.getfixturevalue(request.param)
    assert isinstance(site, BuiltSite)
    return site
