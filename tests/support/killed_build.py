"""Builds that die, or whose disk fails, at a chosen file operation: on any machine, without root or tracing.

A driver process loads the builder once and forks a child for each build. The child counts what
it does to files: an audit hook sees what Python does by name (open, rename, mkdir, remove, rmdir,
link, chmod, utime), and wrappers see write, fsync, the exchange of two names and each step of
SQLite. At the chosen one the child kills itself, or the operation fails.
"""

from __future__ import annotations

import builtins
import errno
import gc
import io
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tests.support.little_site import AT_THAT_TIME
from tests.support.programs import ROOT

_NAMED = {
    "os.rename": "rename",
    "os.mkdir": "mkdir",
    "os.remove": "unlink",
    "os.rmdir": "rmdir",
    "os.link": "link",
    "os.symlink": "symlink",
    "os.truncate": "truncate",
    "os.chmod": "chmod",
    "os.utime": "utime",
}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True)
class Fault:
    """What goes wrong in a build, and where."""

    at: int = 0
    """The number of the operation, from 1; 0 for none."""
    deed: str = "kill"
    """`kill`, `term`, `int`, or the name of an error such as `ENOSPC`."""
    lasting: bool = False
    """All operations from there on fail, as on a disk that is full."""
    read_only: str = ""
    """A folder in which nothing can be changed."""
    unreadable: str = ""
    """A file that can't be read."""
    no_exchange: bool = False
    """The system can't exchange two names at once."""
    like: str = ""
    """Only operations that this pattern fits, such as `write .*/share\\.png`, are counted."""
    flush_at_once: bool = False
    """New files are flushed together, as when there are many."""


@dataclass(frozen=True)
class Ended:
    """How a build came to its end."""

    code: int
    """The exit code; negative for a signal."""
    said: str
    operations: list[str] = field(default_factory=list)
    """Each as `name path`, in order."""


class Driver:
    """A process in which builds are begun; one at a time."""

    def __init__(self, warm: Path) -> None:
        """Load the builder and compile the templates of the project `warm`, which need not be built."""
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.support.killed_build", str(warm)],
            cwd=ROOT,
            env={**os.environ, **AT_THAT_TIME, "SENTRA_LANG": "en", "NO_COLOR": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert self._read() == "ready"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def build(self, root: Path, fault: Fault | None = None, arguments: Iterable[str] = ()) -> Ended:
        """Run `sentra build` in a process of its own."""
        asked = {"root": str(root), "fault": asdict(fault or Fault()), "arguments": list(arguments)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._read()))

    def _read(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the driver of builds is gone"
        return line.rstrip("\n")


class _Counter:
    """Counts operations, writes them down and strikes at the chosen one."""

    def __init__(self, fault: Fault, log: IO[bytes]) -> None:
        self.fault = fault
        self.log = log
        self.count = 0
        self.is_off = False

    def step(self, name: str, path: object, *, partly: Callable[[], None] | None = None) -> None:
        """Note an operation that is about to happen; `partly` does half of it before the blow falls."""
        place = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else str(path)
        if self.is_off or place in {":memory:", os.devnull} or place.startswith("/proc/"):
            return
        is_counted = re.match(self.fault.like, f"{name} {place}") is not None
        self.count += is_counted
        self.is_off = True
        self.log.write(f"{name} {place}\n".encode())
        is_hit = self.count == self.fault.at or (self.fault.lasting and 0 < self.fault.at < self.count)
        is_hit = is_hit and is_counted
        if is_hit and partly is not None:
            partly()
        self.is_off = False
        if is_hit:
            self._strike(name, place)
        if self.fault.read_only and place.startswith(self.fault.read_only):
            self._fail("EROFS", name, place)

    def _strike(self, name: str, place: str) -> None:
        match self.fault.deed:
            case "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            case "term":
                os.kill(os.getpid(), signal.SIGTERM)
            case "int":
                os.kill(os.getpid(), signal.SIGINT)
            case error:
                self._fail(error, name, place)

    def _fail(self, error: str, name: str, place: str) -> None:
        number = getattr(errno, error)
        if name.startswith("sqlite"):
            raise sqlite3.OperationalError(os.strerror(number))
        raise OSError(number, os.strerror(number), place)

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Look at everything that Python is about to do by name."""
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, int):
                return
            if self.fault.unreadable and str(path) == self.fault.unreadable:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
            if (isinstance(mode, str) and set(mode) & set("wxa+")) or (mode is None and flags & _WRITING):
                self.step("open", path)
        elif event in _NAMED:
            self.step(_NAMED[event], arguments[1] if event == "os.link" else arguments[0])


class _CountedFile:
    """A file open for writing whose writes are counted."""

    def __init__(self, file: IO[Any], counter: _Counter) -> None:
        self._file = file
        self._counter = counter

    def write(self, data: Any) -> int:
        def half() -> None:
            self._file.write(data[: len(data) // 2])
            self._file.flush()

        self._counter.step("write", self._file.name, partly=half)
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def _count_in_this_process(counter: _Counter) -> None:
    """Put the hook and the wrappers in place; they can't be taken away again."""
    real_open, real_connect = io.open, sqlite3.connect

    def counted_open(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        opened = real_open(file, mode, *rest, **more)
        return _CountedFile(opened, counter) if set(mode) & set("wxa+") else opened

    # Counted, but not done: they are for power cuts, which no test here can make, and they cost minutes.
    def counted_fsync(descriptor: Any) -> None:
        counter.step("fsync", Path(f"/proc/self/fd/{descriptor}").readlink())

    def counted_sync() -> None:
        counter.step("sync", "everything")

    def counted_connect(path: Any, **more: Any) -> sqlite3.Connection:
        counter.step("sqlite-open", path)
        connection: sqlite3.Connection = real_connect(
            path, factory=_counted_connection(counter, path), **more
        )
        return connection

    builtins.open = counted_open
    io.open = counted_open
    os.fsync = counted_fsync  # type: ignore[assignment]
    os.sync = counted_sync
    sqlite3.connect = counted_connect  # type: ignore[assignment]
    _count_exchange(counter)
    sys.addaudithook(counter.hook)


def _count_exchange(counter: _Counter) -> None:
    from site_builder.publish import stage, swap

    real_exchange = swap._exchange

    def counted_exchange(one: Path, other: Path) -> bool:
        if counter.fault.no_exchange:
            return False
        counter.step("exchange", other)
        return real_exchange(one, other)

    swap._exchange = counted_exchange
    if counter.fault.flush_at_once:
        stage._FEW = 0


def _counted_connection(counter: _Counter, path: Any) -> type[sqlite3.Connection]:
    class Connection(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            self._step(arguments[0])
            return super().execute(*arguments)

        def executemany(self, *arguments: Any) -> sqlite3.Cursor:
            self._step(arguments[0])
            return super().executemany(*arguments)

        def executescript(self, script: str) -> sqlite3.Cursor:
            self._step(script)
            return super().executescript(script)

        def __exit__(self, *error: object) -> Any:
            if error[0] is None:
                counter.step("sqlite-commit", path)
            return super().__exit__(*error)  # type: ignore[arg-type]

        def _step(self, statement: str) -> None:
            verb = statement.split(maxsplit=1)[0].rstrip(";").lower()
            if verb not in {"select", "pragma"}:
                counter.step(f"sqlite-{verb}", path)

    return Connection


def _run_child(asked: dict[str, Any], said: str, log: str) -> None:
    """Be the build: never returns."""
    output = os.open(said, os.O_WRONLY)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  lives as long as the child
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    code = 99
    counter = _Counter(Fault(**asked["fault"]), Path(log).open("wb", buffering=0))  # noqa: SIM115
    try:
        from site_builder.cli import main

        _count_in_this_process(counter)
        main(["build", "--root", asked["root"], "--jobs", "1", *asked["arguments"]])
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException as error:  # noqa: BLE001  whatever it is, the parent must hear of it
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        counter.is_off = True
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _build_once(asked: dict[str, Any], folder: Path) -> Ended:
    said, log = folder / "said", folder / "log"
    said.write_bytes(b"")
    log.write_bytes(b"")
    child = os.fork()
    if child == 0:
        _run_child(asked, str(said), str(log))
    _, status = os.waitpid(child, 0)
    operations = log.read_text("utf-8", "surrogateescape").splitlines()
    return Ended(os.waitstatus_to_exitcode(status), said.read_text("utf-8", "replace"), operations)


def _drive(warm: str) -> None:
    from site_builder.cli import main

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            main(
                ["build", "--root", warm, "--no-cache", "--jobs", "1", "-q", "--output", str(folder / "warm")]
            )
        except SystemExit as end:
            if end.code:
                raise
        gc.collect()
        gc.freeze()
        print("ready", flush=True)
        for line in sys.stdin:
            print(json.dumps(asdict(_build_once(json.loads(line), folder))), flush=True)


if __name__ == "__main__":
    _drive(sys.argv[1])
