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
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
_ONLY_IN_HEADER = ("frame-ancestors 'none'",)
"""Browsers ignore it in a `<meta>` element."""
_UPGRADE = ("upgrade-insecure-requests",)

CSP_META = "; ".join((*_POLICY, *_UPGRADE))

SECURITY_HEADERS: dict[str, str] = {
    "Content-Security-Policy": "; ".join((*_POLICY, *_ONLY_IN_HEADER, *_UPGRADE)),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
}

ASSET_CACHING = "public, max-age=31536000, immutable"
"""A file under `assets/` never changes: its name holds a digest of its bytes."""

WORKER_CACHING = "no-cache"
"""A worker that a host or a browser kept would go on after it was switched off."""


def headers_file() -> str:
    """Write `_headers` as Cloudflare Pages and Netlify read it."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in SECURITY_HEADERS.items())]
    lines += ["", "/assets/*", f"  Cache-Control: {ASSET_CACHING}"]
    lines += ["", "/sw.js", f"  Cache-Control: {WORKER_CACHING}", ""]
    return "\n".join(lines)
