"""In which language Sentra speaks to the person at the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def message_language(environment: Mapping[str, str]) -> str:
    """Choose `id` or `en`: `SENTRA_LANG`, else the system's language, else Indonesian."""
    for name in ("SENTRA_LANG", *_VARIABLES):
        value = environment.get(name, "").lower()
        if value.startswith("en"):
            return "en"
        if value.startswith("id"):
            return "id"
    return "id"
