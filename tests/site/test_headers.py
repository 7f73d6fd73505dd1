from __future__ import annotations

from tests.support.host_files import headers_for, read_headers
from tests.support.policy import HEADERS, POLICY
from tests.support.site import BuiltSite
from tests.support.verdict import expect_none


def test_the_strict_policy_is_sent_with_every_file(built_site: BuiltSite) -> None:
    rules = read_headers(built_site.folder)
    faults = []
    for path in sorted(built_site.files):
        headers = headers_for(f"/{path}", rules)
        faults += [
            f"{path}: {name}: {headers.get(name)}" for name in HEADERS if headers.get(name) != HEADERS[name]
        ]
        if _directives(headers.get("content-security-policy", "")) != POLICY:
            faults.append(f"{path}: {headers.get('content-security-policy')}")
    expect_none(faults)


def test_other_hosts_may_show_pictures_and_data_and_nothing_that_makes_up_a_page(
    built_site: BuiltSite,
) -> None:
    """Readers of feeds in browsers do; a value joined of two rules would be none to browsers."""
    rules = read_headers(built_site.folder)
    told: dict[str, set[str]] = {}
    for path in sorted(built_site.files):
        policy = headers_for(f"/{path}", rules).get("cross-origin-resource-policy", "")
        told.setdefault(policy, set()).add("data" if path.startswith("data/") else path.rpartition(".")[2])
        if path.endswith("/index.html"):
            address = f"/{path.removesuffix('index.html')}"
            assert headers_for(address, rules)["cross-origin-resource-policy"] == "same-origin"
    assert headers_for("/", rules)["cross-origin-resource-policy"] == "same-origin"
    assert told.keys() <= {"", "same-origin", "cross-origin"}
    assert told["same-origin"] == {"html", "css", "js"}
    assert {"data", "png", "svg"} <= told["cross-origin"]
    assert told["cross-origin"] <= {"data", "avif", "jpg", "png", "svg", "webp"}


def _directives(policy: str) -> dict[str, str]:
    pairs = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: value for name, _, value in pairs}
