"""Writes structured data as JSON-LD for a `<script>` element."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from site_builder.plan.views.chrome import Node


def write_json_ld(nodes: Iterable[Node]) -> str:
    """Write nodes so that no sign in them can end the element, and what is empty is left out.

    Raises `ValueError` for a number that JSON does not have, such as `NaN`.
    """
    graph = {"@context": "https://schema.org", "@graph": [_bare(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _bare(node: Mapping[str, object]) -> Node:
    """Leave out what is empty, at every depth; thousands of pages are written, so it looks at parts only."""
    kept: Node = {}
    for key, value in node.items():
        inner = value
        if type(value) is dict:
            inner = _bare(value)
        elif type(value) is list and value and type(value[0]) is dict:
            inner = [_bare(one) for one in value]
        if inner or inner == 0:
            kept[key] = inner
    return kept
