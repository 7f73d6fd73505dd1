"""Two builds of one project at the same time do each other no harm."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support.little_site import AT_THAT_TIME, difference, make_little_site
from tests.support.programs import ROOT

_HOLD_LOCK = """
import sys, time
from pathlib import Path
from site_builder.lock import only_build
with only_build(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_at_the_same_time_is_refused(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project")
    site.build()
    site.replace("content/stories/baru.md", "Kini", "Sekarang")
    before = site.tree()
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD_LOCK, str(site.root / ".cache")], cwd=ROOT, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        done = site.sentra("build")
        assert done.returncode == 3
        assert "error[build-running]" in done.stderr
        assert str(holder.pid) in done.stderr
        assert site.tree() == before
        holder.kill()
    assert site.sentra("build").returncode == 0  # a lock of the dead holds nobody


def test_builds_begun_together_do_not_disturb_each_other(tmp_path: Path) -> None:
    site = make_little_site(tmp_path / "project", products=40)
    command = [sys.executable, "-m", "site_builder", "build", "--root", str(site.root), "--jobs", "1"]
    environment = {**os.environ, **AT_THAT_TIME}
    silence = subprocess.DEVNULL
    builds = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=silence, stderr=silence) for _ in range(3)
    ]
    codes = [build.wait(60) for build in builds]
    assert set(codes) <= {0, 3}
    assert 0 in codes
    assert difference(site.tree(), site.build_clean(tmp_path / "clean")) == ""
