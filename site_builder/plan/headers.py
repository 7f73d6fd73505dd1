"""The security headers of the site, in one place for every kind of host."""

from __future__ import annotations

_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
_ONLY_IN_HEADER = ("worker-src 'self'", "frame-ancestors 'none'")
"""In a `<meta>` element browsers ignore the last, and for workers they go by `script-src`: bytes saved."""
_UPGRADE = ("upgrade-insecure-requests",)

_WITH_WASM = "script-src 'self' 'wasm-unsafe-eval'"
"""Lets scripts of this host compile WebAssembly, as the search does; texts still never become code."""

_FIXED_HEADERS: dict[str, str] = {
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
}

RESOURCE_POLICIES: dict[str, tuple[str, ...]] = {
    "same-origin": ("/", "/*/", "/*.html", "/*.css", "/*.js"),
    "cross-origin": ("/*.avif", "/*.jpeg", "/*.jpg", "/*.png", "/*.svg", "/*.webp", "/data/*"),
}
"""Who may load what: pages and their parts this site alone; photos, charts, share pictures, codes and data
everyone, for readers of feeds in browsers show a story's pictures from here. All else is no part of a page.

No address is in both: hosts join the values of two rules by a comma, and browsers understand none of that.
"""

ASSET_CACHING = "public, max-age=31536000, immutable"
"""A file under `assets/` never changes: its name holds a digest of its bytes."""

WORKER_CACHING = "no-cache"
"""A worker that a host or a browser kept would go on after it was switched off."""


def policy_in_page(*, with_search: bool) -> str:
    """Give the strict policy for `<meta http-equiv>`; a site with a search needs WebAssembly."""
    return "; ".join((*_rules(with_search=with_search), *_UPGRADE))


def security_headers(*, with_search: bool) -> dict[str, str]:
    """Give the headers by their names."""
    policy = (*_rules(with_search=with_search), *_ONLY_IN_HEADER, *_UPGRADE)
    return {"Content-Security-Policy": "; ".join(policy), **_FIXED_HEADERS}


def headers_file(*, with_search: bool) -> str:
    """Write `_headers` as Cloudflare Pages and Netlify read it."""
    headers = security_headers(with_search=with_search)
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    lines += ["", "/assets/*", f"  Cache-Control: {ASSET_CACHING}"]
    for policy, patterns in RESOURCE_POLICIES.items():
        for pattern in patterns:
            lines += ["", pattern, f"  Cross-Origin-Resource-Policy: {policy}"]
    lines += ["", "/sw.js", f"  Cache-Control: {WORKER_CACHING}", ""]
    return "\n".join(lines)


def _rules(*, with_search: bool) -> tuple[str, ...]:
    return tuple(_WITH_WASM if with_search and rule.startswith("script-src") else rule for rule in _POLICY)
