"""A preview that runs in a process of its own, and a page that listens to it."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from tests.support.little_site import LittleSite
from tests.support.programs import ROOT

PATIENCE_S = 40.0
"""Far more than is ever needed, for machines with much else to do."""


def until(what: str, condition: Callable[[], bool], seconds: float = PATIENCE_S) -> None:
    """Wait for something to become true."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"waited in vain: {what}", pytrace=False)
        time.sleep(0.03)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: dict[str, str]
    body: str


@dataclass
class RunningPreview:
    site: LittleSite
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    url: str = ""

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    def get(self, path: str, headers: dict[str, str] | None = None) -> Reply:
        """Ask as a browser would, the path sent as it is."""
        connection = http.client.HTTPConnection(self.host, timeout=PATIENCE_S)
        try:
            connection.request("GET", path, headers=headers or {})
            answer = connection.getresponse()
            named = {name.lower(): value for name, value in answer.getheaders()}
            return Reply(answer.status, named, answer.read().decode("utf-8", "replace"))
        finally:
            connection.close()

    def ask(self, request: bytes) -> int:
        """Send bytes as they are; give the status of the answer, 0 when there is none."""
        name, port = self.host.rsplit(":", 1)
        with socket.create_connection((name, int(port)), PATIENCE_S) as connection:
            connection.sendall(request)
            answer = connection.recv(64)
        return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0

    def marks(self, path: str = "/") -> dict[str, str]:
        """Give what the preview wrote into a page for its script: `token` and `tree`."""
        return dict(re.findall(r'data-(token|tree)="([^"]*)"', self.get(path).body))

    def shows(self, path: str, text: str) -> bool:
        return text in self.get(path).body

    def wait_for_line(self, text: str) -> None:
        until(f"a line with {text!r} in {self.lines}", lambda: any(text in line for line in self.lines))

    def interrupt(self) -> int:
        """Press Ctrl-C; give the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE_S)

    def read_lines(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if found := re.match(r"(?:Preview|Pratinjau): (http\S+)", line):
                self.url = found[1]


@contextmanager
def run_preview(
    site: LittleSite, *arguments: str, environment: Mapping[str, str] | None = None
) -> Iterator[RunningPreview]:
    """Run `sentra serve` at a free port, in English unless told, until its first build is done."""
    arguments = arguments if "--port" in arguments else ("--port", "0", *arguments)
    process = subprocess.Popen(
        [sys.executable, "-m", "site_builder", "serve", "--root", str(site.root), *arguments],
        cwd=ROOT,
        env={**os.environ, "SENTRA_LANG": "en", "NO_COLOR": "1", **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    preview = RunningPreview(site, process)
    reader = threading.Thread(target=preview.read_lines, daemon=True)
    reader.start()
    try:
        until(
            "the first build",
            lambda: process.poll() is not None or any(re.search("start:|mulai:", x) for x in preview.lines),
        )
        assert process.poll() is None, preview.lines
        yield preview
    finally:
        process.kill()
        process.wait()
        reader.join()
        assert process.stdout is not None
        process.stdout.close()


@dataclass
class Listener:
    """What an open page hears from the preview."""

    messages: list[dict[str, Any]] = field(default_factory=list)
    status: int = 0
    """The status with which it was not let in; 0 when it was."""
    is_open: threading.Event = field(default_factory=threading.Event)
    _loop: asyncio.AbstractEventLoop | None = None
    _connection: WebSocketClientConnection | None = None

    def heard(self, command: str) -> list[dict[str, Any]]:
        return [message for message in self.messages if message["command"] == command]

    @property
    def has_fault(self) -> bool:
        """Whether faults lie over the page; it has none when it was told to load anew since."""
        told = [one for one in self.messages if one["command"] in {"reload", "styles", "faults"}]
        return bool(told) and bool(told[-1].get("html"))

    async def listen(self, url: str, origin: str | None, tree: str) -> None:
        headers = {} if origin is None else {"Origin": origin}
        self._loop = asyncio.get_running_loop()
        try:
            connection = await websocket_connect(
                HTTPRequest(url, headers=headers, connect_timeout=PATIENCE_S)
            )
        except Exception as error:  # noqa: BLE001  told by its status
            self.status = getattr(error, "code", -1)
            self.is_open.set()
            return
        self._connection = connection
        await connection.write_message(json.dumps({"command": "hello"}))
        await connection.write_message(json.dumps({"command": "info", "url": url, "tree": tree}))
        while isinstance(message := await connection.read_message(), str):
            self.messages.append(json.loads(message))
            self.is_open.set()
        connection.close()  # when the preview went first

    def close(self) -> None:
        if self._loop is not None and self._connection is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._connection.close)


@contextmanager
def listen(
    preview: RunningPreview, marks: dict[str, str], origin: str | None = "", *, at: str = "/livereload"
) -> Iterator[Listener]:
    """Connect as the script in a page with these marks does; an empty origin is the right one."""
    listener = Listener()
    url = f"ws://{preview.host}{at}?token={marks['token']}"
    own = preview.url.rstrip("/") if origin == "" else origin
    thread = threading.Thread(
        target=lambda: asyncio.run(listener.listen(url, own, marks["tree"])), daemon=True
    )
    thread.start()
    try:
        assert listener.is_open.wait(PATIENCE_S)
        yield listener
    finally:
        listener.close()
        thread.join(PATIENCE_S)
