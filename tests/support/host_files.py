"""The `_headers` and `_redirects` files, read as Cloudflare Pages and Netlify read them."""

from __future__ import annotations

import re
from pathlib import Path

HeaderRules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def read_headers(folder: Path) -> HeaderRules:
    """Read `_headers`: an address pattern at the margin, its headers indented below."""
    file = folder / "_headers"
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
            continue
        name, _, value = line.strip().partition(":")
        rules[-1][1].append((name.strip(), value.strip()))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


def headers_for(path: str, rules: HeaderRules) -> dict[str, str]:
    """Collect the headers of one address: all rules that match, values of one name joined by a comma.

    The joining is what hosts do, and it breaks a policy that is given twice: so tests see it here first.
    """
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if not _matches(pattern, path):
            continue
        for name, value in headers:
            if name.startswith("! "):
                found.pop(name[2:].lower(), None)
            else:
                key = name.lower()
                found[key] = f"{found[key]}, {value}" if key in found else value
    return found


def _matches(pattern: str, path: str) -> bool:
    parts = (
        ".*" if part == "*" else "[^/]+" if part.startswith(":") else re.escape(part)
        for part in re.split(r"(\*|:[A-Za-z]\w*)", pattern)
    )
    return re.fullmatch("".join(parts), path) is not None


def read_redirects(folder: Path) -> dict[str, tuple[str, int]]:
    """Read the plain rules of `_redirects`: `from to [status]`."""
    file = folder / "_redirects"
    rules: dict[str, tuple[str, int]] = {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        match line.partition("#")[0].split():
            case [source, target]:
                rules.setdefault(source, (target, 301))
            case [source, target, status]:
                rules.setdefault(source, (target, int(status.rstrip("!"))))
    return rules
