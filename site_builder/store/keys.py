"""What a result depends on, as one digest; pure."""

from __future__ import annotations

import hashlib

import msgspec

from site_builder.names import Digest

_ENCODER = msgspec.json.Encoder(order="deterministic")


def key_of(*facts: object) -> Digest:
    """Name everything that can change a result: structs, texts, numbers, tuples, dicts of them.

    A template sees its view and the chrome only, so the encoded view *is* the list of what a
    page depends on; there is no second list to keep in step.
    """
    return Digest(hashlib.blake2b(_ENCODER.encode(facts), digest_size=20).hexdigest())


def key_of_texts(*facts: str) -> Digest:
    """Name a result that depends on texts alone: thousands of these are made in each build.

    No fact may hold a NUL, which parts them.
    """
    return Digest(hashlib.blake2b("\0".join(facts).encode(), digest_size=20).hexdigest())
