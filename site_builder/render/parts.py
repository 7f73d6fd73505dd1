"""A text cut at its headings, for pages that set its parts side by side."""

from __future__ import annotations

import re

from markupsafe import Markup

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)[^>]*>")
_VOID = frozenset({"br", "hr", "img", "input", "path", "use", "wbr"})


def parts(html: str, heading: str = "h2") -> list[Markup]:
    """Cut before each heading of the second level, or of another, that stands in nothing else.

    What stands before the first heading is the first part, also when it is empty. Needs HTML in
    which each element is closed, as texts are.
    """
    cuts, depth = [0], 0
    for tag in _TAG.finditer(html):
        if tag["name"] in _VOID or tag[0].endswith("/>"):
            continue
        if tag["end"]:
            depth -= 1
            continue
        if tag["name"] == heading and depth == 0:
            cuts.append(tag.start())
        depth += 1
    return [Markup(html[start:end]) for start, end in zip(cuts, [*cuts[1:], len(html)], strict=True)]  # noqa: S704  a piece of what was clean
