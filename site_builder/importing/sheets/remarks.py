"""What a cell below `Aktif` says."""

from __future__ import annotations

import re

from site_builder.importing.cells.plain_words import plain_words

_ACTIVE = frozenset(
    {"y", "ya", "iya", "yes", "aktif", "masih", "masih-aktif", "1", "true", "v", "✓", "✔", "√", "buka"}
)
_INACTIVE = frozenset(
    {"t", "tidak", "n", "no", "0", "false", "f", "tidak-aktif", "nonaktif", "tutup", "tidak-lagi",
     "sudah-tidak", "x", "inactive"}
)  # fmt: skip


def is_active(text: str) -> bool | None:
    """Read a cell below `Aktif`; `None` where it is neither a clear yes nor a clear no."""
    said = "-".join(re.findall(r"[\w✓✔√]+", plain_words(text).casefold()))
    return True if said in _ACTIVE else False if said in _INACTIVE else None
