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
        if headers.get("cross-origin-resource-policy") not in {"same-origin", "cross-origin"}:
            faults.append(f"{path}: {headers.get('cross-origin-resource-policy')}")
    expect_none(faults)


def _directives(policy: str) -> dict[str, str]:
    pairs = (part.strip().partition(" ") for part in policy.split(";"))
    return {name: value for name, _, value in pairs}
