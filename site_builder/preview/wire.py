"""The connection to an open page: tells it to load anew, or which faults to show."""

from __future__ import annotations

import json
import secrets
from http import HTTPStatus
from types import TracebackType
from typing import Any, ClassVar
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler
from tornado import web

from site_builder.names import OutPath
from site_builder.preview.access import is_own_origin
from site_builder.preview.addresses import file_at, parts_of
from site_builder.preview.html import fault_list
from site_builder.preview.sent import sent_now
from site_builder.preview.state import Preview
from site_builder.preview.styles import Dress, dress_of
from site_builder.preview.words import say

SOCKET = "/livereload"


class Wire(LiveReloadHandler):
    """The connection to an open page. It opens only to a page that this run of the preview has sent."""

    DEFAULT_RELOAD_TIME: ClassVar[float] = 0.0

    def initialize(self, preview: Preview) -> None:
        self._preview = preview
        self.page = OutPath("")
        """The file that the open page was sent from."""
        self._dress: object = None
        """Of the page when it was sent."""

    def prepare(self) -> None:
        token = self.get_query_argument("token", "")
        if not secrets.compare_digest(token.encode(), self._preview.token.encode()):
            raise web.HTTPError(HTTPStatus.FORBIDDEN)
        if "Origin" not in self.request.headers:  # every browser sends it with a websocket
            raise web.HTTPError(HTTPStatus.FORBIDDEN)

    def check_origin(self, origin: str) -> bool:
        return is_own_origin(origin, self.request.headers.get("Host", ""))

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        self.write(f"{HTTPStatus(status_code).phrase}\n")

    def log_exception(
        self, typ: type[BaseException] | None, value: BaseException | None, tb: TracebackType | None
    ) -> None:
        """Say nothing of pages that were refused or went away."""

    def on_message(self, message: str | bytes) -> None:
        """Greet as livereload does; bring a page up to date that was loaded before the last build."""
        said = _read_message(message)
        if said is None:
            self.close()
            return
        super().on_message(json.dumps(said))
        if said["command"] != "info":
            return
        self.page, self._dress = page_at(said["url"]), said.get("page")
        if not self._preview.is_current(str(said.get("tree")), self.page):
            self.bring_up_to_date()
        elif self._preview.faults:
            self.send_message(fault_message(self._preview))

    def bring_up_to_date(self) -> None:
        """Tell the page to load anew, or only what to wear where nothing else of it has changed."""
        tree = self._preview.tree  # named before the page is read, as in answers
        dress = _dress_of(self._preview, self.page)
        if dress is None or dress.page != self._dress:
            self.send_message({"command": "reload", "path": "*"})
        else:
            self.send_message({"command": "styles", "sheets": dress.sheets, "tree": tree})

    def write_message(self, message: bytes | str | dict[str, Any], binary: bool = False) -> Any:
        sent = super().write_message(message, binary)
        sent.add_done_callback(lambda one: one.cancelled() or one.exception())  # the page may have gone
        return sent


def page_at(url: str) -> OutPath:
    """Name the file of the site that answers an address; none for what is no address of a page."""
    try:
        parts = parts_of(urlsplit(url).path)
    except ValueError:
        parts = None
    return OutPath("") if parts is None else file_at(parts)


def fault_message(preview: Preview) -> dict[str, str]:
    """Write what lays the faults over a page, or takes them away when there are none."""
    page_stays = bool(preview.tree)
    more = preview.may_have_more_faults
    html = (
        fault_list(preview.faults, preview.language, page_stays=page_stays, may_be_more=more)
        if preview.faults
        else ""
    )
    close = say("preview-close", preview.language).message
    return {"command": "faults", "html": html, "close": close, "lang": preview.language}


def _dress_of(preview: Preview, page: OutPath) -> Dress | None:
    """Look at a page as it would be sent now, where there is one."""
    data = sent_now(preview, page) if page else None
    return None if data is None else dress_of(data)


def _read_message(message: str | bytes) -> dict[str, Any] | None:
    """Read one of the two messages that a page sends; `None` for anything else."""
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or said.get("command") not in {"hello", "info"}:
        return None
    return said if said["command"] == "hello" or isinstance(said.get("url"), str) else None
