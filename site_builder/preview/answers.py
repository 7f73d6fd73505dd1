"""What the preview answers: the pages of the last good site, its own two files, or a refusal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import Any

from tornado import web

from site_builder.plan.headers import security_headers
from site_builder.preview.addresses import HTML, content_type, file_at, find_file, missing_pages, parts_of
from site_builder.preview.html import SCRIPT, STYLE, start_page, with_script
from site_builder.preview.sent import sent_now
from site_builder.preview.state import Preview
from site_builder.preview.words import say

OWN_FILES = {SCRIPT: "preview.js", STYLE: "preview.css"}
_ONLY_BY_HTTPS = frozenset({"Strict-Transport-Security"})
_LOOKS, _BETWEEN_LOOKS_S = 40, 0.01


def preview_headers() -> dict[str, str]:
    """Give the headers of a published site with a search, without what makes sense over `https` alone."""
    headers = {
        name: value
        for name, value in security_headers(with_search=True).items()
        if name not in _ONLY_BY_HTTPS
    }
    policy = headers["Content-Security-Policy"].split("; ")
    headers["Content-Security-Policy"] = "; ".join(
        part for part in policy if part != "upgrade-insecure-requests"
    )
    return headers | {"Cache-Control": "no-store"}


class Answering(web.RequestHandler):
    """What all answers have in common."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        for name, value in preview_headers().items():
            self.set_header(name, value)

    def compute_etag(self) -> None:
        """Give none: nothing is ever to be kept."""

    def write_error(self, status_code: int, **_kwargs: Any) -> None:
        """Say the status, never the traceback."""
        self.send_text(status_code, HTTPStatus(status_code).phrase)

    def send_text(self, status: int, text: str) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write(f"{text}\n")


class Refused(Answering):
    def initialize(self, preview: Preview, status: HTTPStatus, url: str) -> None:
        self._preview, self._status, self._url = preview, status, url

    async def prepare(self) -> None:
        told = say("preview-refused", self._preview.language, url=self._url)
        self.send_text(self._status, f"{told.message}: {told.hint}")
        await self.finish()


class Pages(Answering):
    """The files of the last good site."""

    def initialize(self, preview: Preview, on_fault: Callable[[str], None]) -> None:
        self._preview, self._on_fault = preview, on_fault

    async def get(self) -> None:  # type: ignore[mutable-override]  # tornado types it as a variable
        preview = self._preview
        parts = parts_of(self.request.path)
        if parts is None:
            self._send_missing()
        elif not preview.tree:
            self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
            more = preview.may_have_more_faults
            page = start_page(preview.faults, preview.language, preview.token, may_be_more=more)
            self._send(page, HTML)
        else:
            await _is_there(preview.folder)
            self._send_file(parts)

    async def head(self) -> None:  # type: ignore[mutable-override]  # as above
        await self.get()

    def log_exception(
        self,
        typ: type[BaseException] | None,
        value: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        """Tell a fault of the preview itself in one line."""
        del typ, tb
        if not isinstance(value, web.HTTPError):
            self._on_fault(f"{type(value).__name__}: {value}")

    def _send_file(self, parts: tuple[str, ...]) -> None:
        tree = self._preview.tree  # named before it is read: a change in between loads once too often
        out = file_at(parts)
        data = sent_now(self._preview, out)
        if data is None and parts[-1] and find_file(self._preview.folder, file_at((*parts, ""))) is not None:
            self.redirect(f"{self.request.path}/")
            return
        if data is None:
            self.set_status(HTTPStatus.NOT_FOUND)
            sent = ((page, sent_now(self._preview, page)) for page in missing_pages(parts))
            out, data = next((one for one in sent if one[1] is not None), (out, None))
        if data is None:
            self._send_missing()
            return
        kind = content_type(out)
        self._send(with_script(data, self._preview.token, tree) if kind == HTML else data, kind)

    def _send_missing(self) -> None:
        self.send_text(HTTPStatus.NOT_FOUND, HTTPStatus.NOT_FOUND.phrase)

    def _send(self, data: bytes, kind: str) -> None:
        self.set_header("Content-Type", kind)
        self.write(data)


class OwnFile(Answering):
    """The preview's script and style: they hold no secret, so anyone let in may have them."""

    def initialize(self, preview: Preview, on_fault: Callable[[str], None], name: str) -> None:  # noqa: ARG002
        self._name = name

    def get(self) -> None:  # type: ignore[mutable-override]  # tornado types it as a variable
        file = resources.files(__package__) / "static" / self._name
        kind = "text/css" if self._name.endswith(".css") else "text/javascript"
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.write(file.read_bytes())


async def _is_there(folder: Path) -> None:
    """Wait for the moment in which the old site is gone and the new one not there yet, where there is one."""
    for _ in range(_LOOKS):
        if folder.is_dir():
            return
        await asyncio.sleep(_BETWEEN_LOOKS_S)
