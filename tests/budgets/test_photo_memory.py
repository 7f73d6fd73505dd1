"""How much memory a process takes for the largest photo that is not refused."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.support.programs import ROOT

MOST_MB = 500
FAST = {
    "PNG": {"compress_level": 1},
    "JPEG": {"quality": 50},
    "WEBP": {"method": 0},
    "AVIF": {"speed": 10},
}
_MAKE = """
import re, sys
from site_builder.media.facts import Recipe
from site_builder.media.variants import make_variants
from pathlib import Path
make_variants(Path(sys.argv[1]).read_bytes(), Recipe((320, 1600), ("webp", "png")), [(320, "png")])
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""
"""`getrusage` would count what the process that starts this one once had."""


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
@pytest.mark.parametrize(
    ("kind", "mode", "size"),
    [
        ("PNG", "RGBA", (7300, 5470)),
        ("PNG", "P", (7300, 5470)),
        ("JPEG", "CMYK", (7300, 5470)),
        ("WEBP", "RGBA", (5990, 4000)),
        ("AVIF", "RGB", (5990, 4000)),
    ],
)
def test_the_largest_photos_fit_into_half_a_gigabyte(
    kind: str, mode: str, size: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "foto"
    Image.new(mode, size).save(path, kind, **FAST[kind])
    done = subprocess.run(
        [sys.executable, "-c", _MAKE, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert 20 < int(done.stdout) < MOST_MB
