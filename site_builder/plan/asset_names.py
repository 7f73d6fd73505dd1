"""How files get names that hold a digest of their bytes."""

from __future__ import annotations

from pathlib import PurePosixPath

from site_builder.names import Digest, OutPath, SourcePath

DIGITS = 10


def hashed_name(path: SourcePath, digest: Digest) -> OutPath:
    """Put a digest into a file name: `assets/img/logo.svg` is `assets/img/logo.0123456789.svg`."""
    pure = PurePosixPath(path)
    return OutPath(str(pure.with_name(f"{pure.stem}.{digest[:DIGITS]}{pure.suffix}")))
