"""Has the site built for the preview, in a process of its own that can be ended at any time.

The process stays from one build to the next with the program loaded and what it knows of the site in
memory. One that ends by a mishap is followed by another; one that has built often hands over to another.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

import site_builder
from site_builder.excerpts import line_of
from site_builder.names import OutPath
from site_builder.options import CACHE_FOLDER
from site_builder.preview.replies import OVERTAKEN, Fault, Reply, Told, Wish
from site_builder.preview.words import say
from site_builder.publish.folder import PREVIEW_FOLDER

PATIENCE_S = 60.0
"""So long the preview waits for another build of the project before it says so."""
_PAUSE_S = 0.15
_PACKAGE_PLACE = Path(site_builder.__file__).resolve().parent.parent
Show = Callable[[Mapping[OutPath, str]], None]
"""Is given pages to be shown ahead of the finished site."""


class Builder(Struct):
    """Runs one build at a time. `build` waits for it and may be called in a thread; `stop` ends it."""

    root: Path
    language: str
    _process: subprocess.Popen[bytes] | None = None
    _is_stopped: bool = False
    _is_worn: bool = False
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _building: threading.Lock = field(default_factory=threading.Lock)

    @property
    def folder(self) -> Path:
        return self.root / CACHE_FOLDER / PREVIEW_FOLDER

    @property
    def is_worn(self) -> bool:
        """Whether the process has built so often that another is to take over."""
        return self._is_worn

    def build(self, wish: Wish, show: Show) -> Told:
        """Build once; wait while another build holds the project or files are being saved.

        `show` is given the pages that can be shown before the site is finished, in the calling thread.
        """
        give_up_at = time.monotonic() + PATIENCE_S
        while True:
            with self._building:
                told = self._ask(wish, show)
            if not told.is_passing or self._is_stopped or time.monotonic() > give_up_at:
                return replace(told, problems=tuple(_with_excerpt(self.root, one) for one in told.problems))
            time.sleep(_PAUSE_S)
            wish = replace(wish, changed=None)

    def hand_over(self) -> None:
        """Let another process learn the site and take over; one that is overtaken goes, and all is as before.

        To be called when nothing is to be built, like `build` in a thread.
        """
        with self._building:
            if (begun := self._begin_successor()) is None:
                return
            worn, successor = begun
            last = _talk(successor, Wish(), lambda _pages: None)
            told = last.told if last is not None else None
            has_learnt = told is not None and not (told.is_overtaken or told.is_passing)
            if has_learnt:
                self._is_worn = False
            else:
                with self._lock:
                    self._process = worn
            self._leave(worn if has_learnt else successor)
            if self._is_stopped:
                self._leave(worn)

    def _begin_successor(self) -> tuple[subprocess.Popen[bytes], subprocess.Popen[bytes]] | None:
        """Start another process beside the one that is there, and let it be the one that can be ended."""
        with self._lock:
            worn = self._process
            if self._is_stopped or worn is None:
                return None
            self._process = _start(self.root, self.folder, self.language)
            return worn, self._process

    def overtake(self) -> None:
        """Let the build that runs end before its time, if it can: something newer was saved."""
        with self._lock:
            process = self._process
        if process is not None and process.stdin is not None:
            with suppress(OSError, ValueError):  # it has gone, or its pipe is closed
                process.stdin.write(OVERTAKEN)
                process.stdin.flush()

    def stop(self) -> None:
        """End the build that runs and begin no other; a killed build leaves the last site whole."""
        with self._lock:
            self._is_stopped = True
            process = self._process
        if process is None:
            return
        if process.poll() is None:
            if sys.platform == "win32":
                process.kill()
            else:
                with suppress(OSError):  # it has ended since it was asked
                    os.killpg(process.pid, signal.SIGKILL)
        with self._building:  # whoever reads from it sees its end
            self._leave(process)

    def _ask(self, wish: Wish, show: Show) -> Told:
        """Ask the process that is there; should it end without an answer, a new one, once."""
        while (running := self._running()) is not None:
            process, is_new = running
            last = _talk(process, wish, show)
            self._is_worn = last is not None and last.is_worn
            if last is not None and last.told is not None:
                return last.told
            self._leave(process)
            if last is None and is_new:
                return _died(process.returncode, self.language)
            wish = replace(wish, changed=None)  # a new process knows of no build before
        return Told(exit_code=-1)

    def _running(self) -> tuple[subprocess.Popen[bytes], bool] | None:
        """Give the process that builds, and whether it was started only now; none after the end."""
        with self._lock:
            if self._is_stopped:
                return None
            if self._process is not None and self._process.poll() is None:
                return self._process, False
            self._process = _start(self.root, self.folder, self.language)
            return self._process, True

    def _leave(self, process: subprocess.Popen[bytes]) -> None:
        """Let a process go: without a line to read from it ends."""
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        process.wait()
        with self._lock:
            if self._process is process:
                self._process = None


def _talk(process: subprocess.Popen[bytes], wish: Wish, show: Show) -> Reply | None:
    """Say what is wished and hear the answer out; `None` when the process ends before its last word."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(msgspec.json.encode(wish) + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            reply = msgspec.json.decode(line, type=Reply)
            if reply.ahead is not None:
                show(reply.ahead)
            else:
                return reply
    except (OSError, ValueError):  # it has gone, or speaks no JSON (msgspec's fault is a ValueError)
        pass
    return None


def _died(exit_code: int, language: str) -> Told:
    """Tell as a fault that a build could not even say what is wrong."""
    sentence = say("build-died", language, code=str(exit_code))
    fault = Fault("build-died", sentence.message, hint=sentence.hint)
    return Told(problems=(fault,), exit_code=exit_code or 1)


def command_of(root: Path, folder: Path, language: str) -> list[str]:
    # -P: a folder `site_builder` where the editor happens to be is not to be run.
    return [sys.executable, "-P", "-m", "site_builder.warm", str(root), str(folder), language]


def _start(root: Path, folder: Path, language: str) -> subprocess.Popen[bytes]:
    """Start a process that the terminal's Ctrl-C does not reach: it is ended by `stop` alone."""
    places = [os.environ.get("PYTHONPATH", ""), str(_PACKAGE_PLACE)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
    return subprocess.Popen(
        command_of(root, folder, language),
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # nothing on Windows, where the flags do it
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def _with_excerpt(root: Path, fault: Fault) -> Fault:
    return replace(fault, excerpt=line_of(root, fault.path, fault.line) or "")
