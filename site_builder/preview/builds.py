"""Builds the site for the preview, in a process of its own that can be ended at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

import site_builder
from site_builder.defaults import is_default
from site_builder.options import CACHE_FOLDER
from site_builder.preview.words import say
from site_builder.publish.folder import PREVIEW_FOLDER
from site_builder.source.scan import SOURCE_FOLDERS

PATIENCE_S = 60.0
"""So long the preview waits for another build of the project."""
_TRY_AGAIN = frozenset({"build-running", "file-changed"})
_PAUSE_S = 0.15
_MOST_READ_BYTES = 1 << 20
_PACKAGE_PLACE = Path(site_builder.__file__).resolve().parent.parent


class Fault(Struct, frozen=True):
    """A problem as `sentra build --format json` tells it, in the editor's language."""

    code: str
    message: str
    path: str = "."
    line: int = 0
    column: int = 0
    hint: str = ""
    severity: str = "error"
    excerpt: str = ""
    """The line of the source file, where there is one."""


class Told(Struct, frozen=True):
    """What a build said of itself."""

    outputs: int = 0
    rendered: int = 0
    seconds: float = 0.0
    problems: tuple[Fault, ...] = ()
    exit_code: int = 0

    @property
    def is_good(self) -> bool:
        return self.exit_code == 0


class Builder(Struct):
    """Runs one build at a time. `build` waits for it and may be called in a thread; `stop` ends it."""

    root: Path
    language: str
    _process: subprocess.Popen[bytes] | None = None
    _is_stopped: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def folder(self) -> Path:
        return self.root / CACHE_FOLDER / PREVIEW_FOLDER

    def build(self) -> Told:
        """Build once; wait while another build holds the project or files are being saved."""
        give_up_at = time.monotonic() + PATIENCE_S
        while True:
            told = self._run()
            is_passing = any(fault.code in _TRY_AGAIN for fault in told.problems) and not told.is_good
            if not is_passing or self._is_stopped or time.monotonic() > give_up_at:
                return replace(told, problems=tuple(_with_excerpt(self.root, one) for one in told.problems))
            time.sleep(_PAUSE_S)

    def stop(self) -> None:
        """End the build that runs and begin no other; a killed build leaves the last site whole."""
        with self._lock:
            self._is_stopped = True
            process = self._process
        if process is None or process.poll() is not None:
            return
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)

    def _run(self) -> Told:
        with self._lock:
            if self._is_stopped:
                return Told(exit_code=-1)
            process = _start(_command(self.root, self.folder), self.language)
            self._process = process
        said, _ = process.communicate()
        return read_report(said, process.returncode, self.language)


def read_report(said: bytes, exit_code: int, language: str) -> Told:
    """Read what `sentra build --format json` wrote; a build that could not even do that is a fault, too."""
    try:
        return replace(msgspec.json.decode(said, type=Told), exit_code=exit_code)
    except msgspec.DecodeError:
        sentence = say("build-died", language, code=str(exit_code))
        fault = Fault("build-died", sentence.message, hint=sentence.hint)
        return Told(problems=(fault,), exit_code=exit_code or 1)


def _command(root: Path, folder: Path) -> list[str]:
    # -P: a folder `site_builder` where the editor happens to be is not to be run.
    program = [sys.executable, "-P", "-m", "site_builder", "build", "--root", str(root)]
    return [*program, "--preview", "--output", str(folder), "--format", "json"]


def _start(command: list[str], language: str) -> subprocess.Popen[bytes]:
    """Start a build that the terminal's Ctrl-C does not reach: it is ended by `stop` alone."""
    places = [os.environ.get("PYTHONPATH", ""), str(_PACKAGE_PLACE)]
    environment = {
        **os.environ,
        "SENTRA_LANG": language,
        "PYTHONPATH": os.pathsep.join(filter(None, places)),
    }
    return subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # nothing on Windows, where the flags do it
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _with_excerpt(root: Path, fault: Fault) -> Fault:
    is_source = fault.path.startswith(tuple(f"{folder}/" for folder in SOURCE_FOLDERS))
    if fault.line < 1 or not (is_source or is_default(fault.path)):
        return fault
    try:
        path = root / fault.path
        if (
            path.is_symlink() or not path.is_file()
        ):  # what a link leads to is not shown, a pipe not waited for
            return fault
        with path.open("rb") as file:
            text = file.read(_MOST_READ_BYTES).decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return fault
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")  # as the places are counted
    return replace(fault, excerpt=lines[fault.line - 1]) if fault.line <= len(lines) else fault
