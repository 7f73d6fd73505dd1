"""A web server on this machine that serves a folder the way static hosts do."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from tests.support.host_files import HeaderRules, headers_for, read_headers, read_redirects

CONTENT_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
NOT_SERVED = frozenset({"_headers", "_redirects"})


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class StaticHost:
    """What is answered to a path; `prefix` is the site's folder on its domain: `/tanggulangin/`."""

    folder: Path
    prefix: str = "/"
    gate: threading.Event | None = None
    """While it is closed no page is answered: a line that is there and gives nothing."""

    @cached_property
    def header_rules(self) -> HeaderRules:
        return read_headers(self.folder)

    @cached_property
    def redirects(self) -> dict[str, tuple[str, int]]:
        return read_redirects(self.folder)

    def answer(self, target: str) -> Answer:
        path = unquote(urlsplit(target).path)
        if self.gate is not None and path.endswith("/"):
            self.gate.wait(60)
        own = path.removeprefix(self.prefix) if path.startswith(self.prefix) else None
        if own is None or "\0" in own or "\\" in own or ".." in PurePosixPath(own).parts:
            return Answer(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain"}, b"outside the site")
        found = self._find(own)
        if isinstance(found, Path):
            return self._file(own, found, HTTPStatus.OK)
        if found:
            return self._redirect(own, f"{path}/", HTTPStatus.MOVED_PERMANENTLY)
        if path in self.redirects:
            return self._redirect(own, *self.redirects[path])
        for parent in PurePosixPath(f"{own}x").parents:
            if (page := self.folder / parent / "404.html").is_file():
                return self._file(own, page, HTTPStatus.NOT_FOUND)
        return Answer(HTTPStatus.NOT_FOUND, self._headers(own), b"")

    def _find(self, own: str) -> Path | bool:
        """Find a file; True says that there is a folder and the path lacks its slash."""
        if own in NOT_SERVED:
            return False
        file = self.folder / own
        if own == "" or own.endswith("/"):
            file /= "index.html"
            return file if file.is_file() else False
        return file if file.is_file() else (file / "index.html").is_file()

    def _file(self, own: str, file: Path, status: int) -> Answer:
        kind = CONTENT_TYPES.get(file.suffix, "application/octet-stream")
        return Answer(status, {"Content-Type": kind, **self._headers(own)}, file.read_bytes())

    def _redirect(self, own: str, target: str, status: int) -> Answer:
        return Answer(status, {"Location": target, **self._headers(own)})

    def _headers(self, own: str) -> dict[str, str]:
        return headers_for(f"/{own}", self.header_rules)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, host: StaticHost) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.static_host = host

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Let a browser hang up when it goes to the next page; anything else is a fault of this server."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        answer = self.server.static_host.answer(self.path)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *args: object) -> None:
        """Stay silent: the browser's own account of what failed is what tests print."""


@contextmanager
def serve_folder(folder: Path, prefix: str = "/", gate: threading.Event | None = None) -> Iterator[str]:
    """Serve `folder` on a free port of this machine; gives the address of the site.

    The folder may be filled after this starts: a site wants to know its address before it is built.
    """
    with _Server(StaticHost(folder, prefix, gate)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
        finally:
            server.shutdown()
            thread.join()
