from collections.abc import Callable, Sequence
from os import PathLike
from typing import Any, Literal

from livereload.handlers import StaticFileHandler
from livereload.watcher import Watcher
from tornado import web

HEAD_END: bytes

class LiveScriptInjector(web.OutputTransform):
    script: bytes

class Server:
    root: str | PathLike[str] | None
    app: Any
    watcher: Watcher
    SFH: type[StaticFileHandler]
    default_filename: str
    def __init__(self, app: Any = None, watcher: Watcher | None = None) -> None: ...
    def setHeader(self, name: str, value: str) -> None: ...
    def watch(
        self,
        filepath: str,
        func: str | Callable[[], object] | None = None,
        delay: float | Literal["forever"] | None = None,
        ignore: Callable[[str], bool] | None = None,
    ) -> None: ...
    def application(
        self,
        port: int,
        host: str,
        liveport: int | None = None,
        debug: bool | None = None,
        live_css: bool = True,
    ) -> None: ...
    def get_web_handlers(self, script: bytes) -> list[tuple[str, type[web.RequestHandler], dict[str, Any]]]: ...
    def serve(
        self,
        port: int = 5500,
        liveport: int | None = None,
        host: str | None = None,
        root: str | PathLike[str] | None = None,
        debug: bool | None = None,
        open_url: bool = False,
        restart_delay: float = 2,
        open_url_delay: float | None = None,
        live_css: bool = True,
        default_filename: str = "index.html",
    ) -> None: ...

def shell(
    cmd: str | Sequence[str],
    output: str | None = None,
    mode: str = "w",
    cwd: str | None = None,
    shell: bool = False,
) -> Callable[[], object]: ...
