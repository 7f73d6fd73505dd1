"""Values written as YAML on one line: what `spanned_yaml` reads back as they were."""

from __future__ import annotations

import re

from site_builder.model.scalars import Written

_PLAIN = re.compile(r"(?:[^\W_]|[/…±]|-(?=\d))(?:[\w ./()+–'’%…±@*-]|:(?=[\w/]))*(?<! )")
"""Signs that mean nothing to YAML, alone or in brackets, and that nobody could take for a slip."""
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"'})


def flow_yaml(value: Written) -> str:
    """Write a value: `[dompet, tas]`, `{minggu: tutup}`, a text with quotes only where it needs them."""
    if isinstance(value, str):
        return scalar_yaml(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow_yaml, value))}]"
    return "{" + ", ".join(f"{scalar_yaml(key)}: {flow_yaml(item)}" for key, item in value.items()) + "}"


def scalar_yaml(text: str) -> str:
    """Write a text of one line, without signs that files may not hold, so that it is read back as it is."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() != "null"
    return text if is_plain else f'"{text.translate(_ESCAPED)}"'
