"""Sentra as editors have it: built into a wheel, installed in an environment of its own, run far from here.

Its libraries are those of the environment that runs the tests, by a `.pth` file: such a file leads to a
folder, but nothing that is a `.pth` file in there is followed, so the way to this checkout is not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.programs import ROOT

PATIENCE_S = 120.0
LIBRARIES = Path(sysconfig.get_paths()["purelib"])

_WATCHED = """
import json, os, sys
root, libraries, report = sys.argv[1:4]
seen = set()

def watch(event, args):
    if event in ("open", "os.listdir", "os.scandir", "sqlite3.connect") and args and isinstance(args[0], str):
        path = os.path.abspath(args[0])
        if path.startswith(root + os.sep) and not (path + os.sep).startswith(libraries + os.sep):
            seen.add(path)

sys.addaudithook(watch)
from site_builder.cli import main
try:
    main(sys.argv[4:])
finally:
    files = [getattr(module, "__file__", None) for module in list(sys.modules.values())]
    own = sorted({file for file in files if file and (os.sep + "site_builder" + os.sep) in file})
    with open(report, "w") as file:
        json.dump({"touched": sorted(seen), "own": own}, file)
"""


@dataclass(frozen=True)
class Seen:
    """What a command touched of this checkout, and from where its own modules came."""

    touched: tuple[str, ...]
    own: tuple[str, ...]


def build_wheel(source: Path, target: Path) -> Path:
    """Build as pip does, with nothing from the network; give the wheel."""
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--no-cache-dir", "-q"]
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", *options]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(
        [*command, "-w", str(target), str(source)], check=True, env=environment, timeout=PATIENCE_S
    )
    (wheel,) = target.glob("*.whl")
    return wheel


class Installed:
    """The installed program, and the empty folder that it is run in."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        self.environment = folder / "environment"
        self.desk = folder / "desk"
        self.home = folder / "home"
        for one in (self.desk, self.home):
            one.mkdir(parents=True)
        venv.create(self.environment, with_pip=False)
        scripts = "Scripts" if sys.platform == "win32" else "bin"
        self.python = self.environment / scripts / "python"
        self.command = self.environment / scripts / "sentra"
        scheme = {"base": str(self.environment), "platbase": str(self.environment)}
        self.packages = Path(sysconfig.get_path("purelib", vars=scheme))
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", "--python", str(self.python)]
        options = ["install", "--no-deps", "--no-index", "--no-cache-dir", str(wheel)]
        subprocess.run([*pip, *options], check=True, cwd=self.desk, env=self.variables, timeout=PATIENCE_S)
        (self.packages / "libraries.pth").write_text(f"{LIBRARIES}\n", "utf-8")

    @property
    def variables(self) -> dict[str, str]:
        """The environment of somebody who has only just switched the machine on."""
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
        return {**kept, "HOME": str(self.home), "SENTRA_LANG": "id", "PYTHONNOUSERSITE": "1"}

    def sentra(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._run([str(self.command), *arguments])

    def watched(self, *arguments: str) -> Seen:
        """Run a command that must come through, and see what it touches of this checkout."""
        report = self.home / "seen.json"
        report.unlink(missing_ok=True)
        places = [str(ROOT), str(LIBRARIES), str(report)]
        self.run_python("-c", _WATCHED, *places, *arguments)
        return Seen(**{name: tuple(paths) for name, paths in json.loads(report.read_text("utf-8")).items()})

    def run_python(self, *arguments: str) -> str:
        """Run a program that must come through; give what it printed."""
        done = self._run([str(self.python), "-I", *arguments])
        done.check_returncode()
        return done.stdout

    def _run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            check=False,
            cwd=self.desk,
            env=self.variables,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
        )
