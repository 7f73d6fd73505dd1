"""Names of businesses without what lists leave out or change: `UD. Barokah Jaya` is `Barokah Jaya`."""

from __future__ import annotations

from site_builder.text.slug import slug_of

LEGAL = frozenset(
    {"toko", "tk", "ud", "cv", "pt", "pd", "kop", "koperasi", "bengkel", "grosir", "usaha", "umkm",
     "ikm", "butik"}
)  # fmt: skip
"""Words before a name that lists leave out or change."""


def bare_slug(name: str) -> str:
    """Give the slug of a name without such words; of one that has nothing else the whole."""
    words = slug_of(name).split("-")
    return "-".join([word for word in words if word not in LEGAL] or words)
