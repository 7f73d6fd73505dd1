from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.host_files import headers_for, read_headers
from tests.support.nginx import fetch, run_nginx
from tests.support.policy import SECURITY_HEADERS
from tests.support.site import BuiltSite, is_index
from tests.support.verdict import expect_none

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def nginx_port(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with run_nginx(built_site.folder, tmp_path_factory.mktemp("nginx")) as port:
        yield port


def test_every_kind_of_answer_carries_each_security_header_once(
    built_site: BuiltSite, nginx_port: int
) -> None:
    rules = read_headers(built_site.folder)
    folder = _first_folder(built_site)
    etag = dict(fetch(nginx_port, "/")[1])["etag"]
    kinds = {
        path.rpartition(".")[2]: path for path in sorted(built_site.files) if not path.startswith(("_", "."))
    }
    answers = {
        "/": fetch(nginx_port, "/"),
        f"/{folder}": fetch(nginx_port, f"/{folder}"),
        "/ asked again": fetch(nginx_port, "/", {"If-None-Match": etag}),
        "/no-such-page": fetch(nginx_port, "/no-such-page"),
        **{f"/{path}": fetch(nginx_port, f"/{path}") for path in kinds.values()},
    }
    assert {200, 301, 304, 404} == {status for status, _, _ in answers.values()}
    assert {"html", "svg", "xml", "webmanifest"} <= kinds.keys()
    faults = []
    for path, (status, headers, _) in answers.items():
        expected = headers_for(path.partition(" ")[0], rules)
        for name in SECURITY_HEADERS:
            sent = [value for key, value in headers if key == name]
            if sent != ([expected[name]] if name in expected else []):
                faults.append(f"{path} ({status}): {name}: {sent}, not {expected.get(name)}")
    expect_none(faults)


def test_every_file_is_served_at_its_address(built_site: BuiltSite, nginx_port: int) -> None:
    faults = []
    for path in sorted(built_site.specimens, key=lambda page: page.path):
        status, headers, body = fetch(
            nginx_port, "/" + built_site.url(path.path).removeprefix(built_site.base_url)
        )
        told = dict(headers).get("content-type")
        if status != 200 or told != "text/html; charset=utf-8" or body.decode() != built_site.text(path.path):
            faults.append(f"{path.path}: {status}, {told}")
    expect_none(faults)


def test_a_missing_page_is_told_in_the_language_of_its_folder(built_site: BuiltSite, nginx_port: int) -> None:
    missing = [page for page in built_site.pages.values() if page.is_not_found]
    faults = []
    for page in missing:
        for place in ("no-such-page", "no/such/page/", "no-such.jpg"):
            path = f"/{page.path.removesuffix('404.html')}{place}"
            status, _, body = fetch(nginx_port, path)
            if status != 404 or body.decode() != built_site.text(page.path):
                faults.append(f"{path}: {status}, not {page.path}")
    expect_none(faults)


def test_a_language_that_is_not_there_gets_the_main_page_for_what_is_missing(
    built_site: BuiltSite, nginx_port: int
) -> None:
    status, _, body = fetch(nginx_port, "/tlh/no-such-page/")
    assert (status, body.decode()) == (404, built_site.text("404.html"))


def test_hashed_assets_are_kept_and_pages_are_asked_about_again(
    built_site: BuiltSite, nginx_port: int
) -> None:
    asset = next(path for path in sorted(built_site.files) if path.startswith("assets/"))
    assert dict(fetch(nginx_port, f"/{asset}")[1])["cache-control"] == "public, max-age=31536000, immutable"
    for path in ("/", "/sw.js"):
        assert dict(fetch(nginx_port, path)[1])["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/_headers", "/_redirects", "/.nojekyll", "/.git/config"])
def test_what_is_not_for_readers_is_not_served(nginx_port: int, path: str) -> None:
    assert fetch(nginx_port, path)[0] == 404


def test_pages_travel_compressed(nginx_port: int) -> None:
    headers = dict(fetch(nginx_port, "/", {"Accept-Encoding": "gzip"})[1])
    assert headers["content-encoding"] == "gzip"
    assert headers["vary"] == "Accept-Encoding"


def _first_folder(site: BuiltSite) -> str:
    return next(
        path.removesuffix("/index.html") for path in sorted(site.files) if is_index(path) and "/" in path
    )
