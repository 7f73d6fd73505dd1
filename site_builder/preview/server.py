"""Opens the preview's door and guards it; livereload carries its word to the browsers.

Of livereload only the connection to the browser is used. Its watcher, its builds on the server's own
loop, its three seconds in which a save is lost, its inline script and its open door are not.
"""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPMessageDelegate, HTTPServerRequest
from tornado.netutil import bind_sockets

from site_builder.names import OutPath
from site_builder.preview.access import Door, is_own_fetch, is_own_host, is_own_origin
from site_builder.preview.addresses import LONGEST_ADDRESS
from site_builder.preview.answers import OWN_FILES, OwnFile, Pages, Refused
from site_builder.preview.state import Preview
from site_builder.preview.wire import SOCKET, Wire, fault_message
from site_builder.problems import MachineFault, Problem, Span, WrongUse

_PORTS_TRIED = 50
_HIGHEST_PORT = 65535
_LARGEST_HEAD_BYTES = 1 << 17
_LARGEST_BODY_BYTES = 1 << 12
_LARGEST_MESSAGE_BYTES = 1 << 13
_PING_S = 20.0


class PreviewServer(Server):
    """Livereload's server with doors and pages of its own; `open` binds it, an event loop runs it."""

    def __init__(self, preview: Preview, on_fault: Callable[[str], None]) -> None:
        super().__init__()
        self.preview = preview
        self.on_fault = on_fault
        self.door = Door("", 0)
        self._http: HTTPServer | None = None

    def open(self, host: str, port: int) -> Door:
        """Listen at `port`, or at the next free one; give the door that was opened.

        Raises `WrongUse` for a host that is not this machine's and `MachineFault` when no port is free.
        """
        sockets, taken = _bind(host, port)
        self.door = Door(host, taken)
        self.application(taken, host)
        assert self._http is not None
        self._http.add_sockets(sockets)
        return self.door

    def application(
        self,
        port: int,  # noqa: ARG002  bound already
        host: str,  # noqa: ARG002
        liveport: int | None = None,  # noqa: ARG002
        debug: bool | None = None,  # noqa: ARG002  tornado's debug mode shows tracebacks to browsers
        live_css: bool = True,
    ) -> None:
        """Set up what answers: one guard before everything, no script put inline."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css
        app = Guard(
            self.get_web_handlers(b""),
            guarded=self,
            log_function=lambda _handler: None,
            websocket_ping_interval=_PING_S,
            websocket_max_message_size=_LARGEST_MESSAGE_BYTES,
        )
        self._http = HTTPServer(
            app, max_header_size=_LARGEST_HEAD_BYTES, max_body_size=_LARGEST_BODY_BYTES, xheaders=False
        )

    def get_web_handlers(
        self,
        script: bytes,  # noqa: ARG002  livereload's own, inline
    ) -> list[tuple[str, type[web.RequestHandler], dict[str, Any]]]:
        own = {"preview": self.preview, "on_fault": self.on_fault}
        static = [(rf"{path}", OwnFile, {**own, "name": name}) for path, name in OWN_FILES.items()]
        return [(SOCKET, Wire, {"preview": self.preview}), *static, (r".*", Pages, own)]

    def open_pages(self) -> frozenset[OutPath]:
        """Name the files that the open pages were sent from."""
        return frozenset(waiter.page for waiter in _waiters())

    def tell(self, *, reload: bool) -> None:
        """Tell every open page what has changed: to load anew, or which faults to show."""
        for waiter in _waiters():
            if reload and waiter.page not in self.preview.settled:
                waiter.bring_up_to_date()
            else:
                waiter.send_message(fault_message(self.preview))

    def tell_ahead(self) -> None:
        """Tell those open pages to load anew that are there before the site is finished."""
        for waiter in _waiters():
            if waiter.page in self.preview.ahead:
                waiter.bring_up_to_date()

    def close(self) -> None:
        """Take no more requests and let the pages go."""
        if self._http is not None:
            self._http.stop()
        for waiter in tuple(LiveReloadHandler.waiters):
            waiter.close()


def _waiters() -> tuple[Wire, ...]:
    return tuple(waiter for waiter in LiveReloadHandler.waiters if isinstance(waiter, Wire))


class Guard(web.Application):
    """Refuses, before any handler is chosen, what does not come from a page of this preview."""

    def __init__(self, handlers: Any, guarded: PreviewServer, **settings: Any) -> None:
        super().__init__(handlers, **settings)
        self._guarded = guarded

    def find_handler(self, request: HTTPServerRequest, **_kwargs: Any) -> HTTPMessageDelegate:  # type: ignore[override]
        status = self._refusal(request)
        if status is not None:
            door = self._guarded.door
            facts = {"preview": self._guarded.preview, "status": status, "url": door.url}
            return self.get_handler_delegate(request, Refused, facts)
        return super().find_handler(request)

    def _refusal(self, request: HTTPServerRequest) -> HTTPStatus | None:
        if len(request.uri or "") > LONGEST_ADDRESS:
            return HTTPStatus.REQUEST_URI_TOO_LONG
        hosts, origins = request.headers.get_list("Host"), request.headers.get_list("Origin")
        if len(hosts) != 1 or len(origins) > 1:
            return HTTPStatus.FORBIDDEN
        if not is_own_host(hosts[0], self._guarded.door, _local_address(request)):
            return HTTPStatus.FORBIDDEN
        if not is_own_origin(origins[0] if origins else None, hosts[0]):
            return HTTPStatus.FORBIDDEN
        fetch = (request.headers.get(f"Sec-Fetch-{name}", "") for name in ("Site", "Mode", "Dest"))
        return None if is_own_fetch(*fetch) else HTTPStatus.FORBIDDEN


def silence_libraries() -> None:
    """Keep livereload's and tornado's own log lines off the terminal."""
    for name in ("livereload", "tornado"):
        logger = logging.getLogger(name)
        logger.addHandler(logging.NullHandler())
        logger.propagate = False


def _bind(host: str, port: int) -> tuple[list[socket.socket], int]:
    if not 0 <= port <= _HIGHEST_PORT:
        raise WrongUse(Problem("port-wrong", Span("--port"), values={"port": str(port)}))
    if not host.strip():  # would mean: every address of this machine
        raise _unknown(host)
    for candidate in range(port, min(port + _PORTS_TRIED, _HIGHEST_PORT) + 1):
        try:
            sockets = bind_sockets(candidate, host)
        except (OSError, UnicodeError) as error:
            if isinstance(error, OSError) and error.errno in {errno.EADDRINUSE, errno.EACCES}:
                continue
            raise _unknown(host) from error
        return sockets, int(sockets[0].getsockname()[1])
    raise MachineFault(Problem("port-taken", Span("--port"), values={"port": str(port)}))


def _unknown(host: str) -> WrongUse:
    return WrongUse(Problem("host-unknown", Span("--host"), values={"host": host[:40]}))


def _local_address(request: HTTPServerRequest) -> str:
    """Give the address of this machine that a request came in on."""
    stream = getattr(request.connection, "stream", None)
    try:
        return str(stream.socket.getsockname()[0]) if stream is not None else ""
    except OSError:
        return ""
