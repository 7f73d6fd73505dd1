"""The command `sentra serve`: the site as its writer is writing it, at an address of this machine."""

from __future__ import annotations

import asyncio
import contextlib
import os
import secrets
import signal
import sys
import time
import webbrowser
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from site_builder.handbook import read_handbook
from site_builder.language import message_language
from site_builder.names import OutPath, SourcePath
from site_builder.preview.access import Door
from site_builder.preview.builds import Builder
from site_builder.preview.notices import Notices
from site_builder.preview.replies import Told, Wish
from site_builder.preview.server import PreviewServer, silence_libraries
from site_builder.preview.state import Preview
from site_builder.preview.watch import Sight, doubted, files_among, look, next_change, until_saved
from site_builder.preview.words import say
from site_builder.problems import Severity, WrongUse
from site_builder.report import harmless
from site_builder.source.naming import CONFIG_PATH, config_missing

_FAULTS_PRINTED = 5
LONGEST_BEHIND_S = 20.0
"""While saves follow each other the site is at most so far behind them; the pages that are open never are."""
REST_S = 2.0
"""So long nothing is saved before another process is made ready to build."""


def serve(root: Path, host: str, port: int, *, open_browser: bool = False) -> int:
    """Serve the preview until Ctrl-C; give the exit code.

    Raises `WrongUse` for a folder that is no project or an address that can't be listened at.
    """
    root = root.absolute()
    if not (root / CONFIG_PATH).is_file():
        raise WrongUse(config_missing(has_content=any((root / "content").glob("*/*"))))
    silence_libraries()
    language = message_language(os.environ)
    # Both mean that the preview was ended: by Ctrl-C, or by the system as it ends services.
    with contextlib.suppress(KeyboardInterrupt, asyncio.CancelledError):
        asyncio.run(_serve(Session(root, language), host, port, open_browser=open_browser))
    _print(say("preview-stopped", language).message)
    return 0


class Session(Struct, frozen=True):
    root: Path
    language: str

    def say(self, key: str, **values: str) -> str:
        return say(key, self.language, **values).message


class Greeting(Struct):
    """What is still to be done once for who has started the preview."""

    door: Door
    has_browser_to_open: bool
    has_handbook_to_tell: bool = True
    """With the first site that is good: only then it is there."""


async def _serve(session: Session, host: str, port: int, *, open_browser: bool) -> None:
    builder = Builder(session.root, session.language)
    preview = Preview(builder.folder, session.language, secrets.token_urlsafe(24))
    server = PreviewServer(preview, lambda fault: _print(session.say("preview-fault", error=fault)))
    door = server.open(host, port)
    _stop_when_told()
    try:
        _print_door(session, door, port)
        await _follow(session, builder, preview, server, Greeting(door, has_browser_to_open=open_browser))
    finally:
        server.close()
        builder.stop()


async def _follow(
    session: Session,
    builder: Builder,
    preview: Preview,
    server: PreviewServer,
    greeting: Greeting,
) -> None:
    """Build, show, wait for the next change, for ever."""
    notices = Notices(session.root)
    listening = asyncio.create_task(notices.listen())  # before the first look, so that nothing is missed
    try:
        await _build_again_and_again(session, builder, preview, server, notices, greeting)
    finally:
        listening.cancel()


async def _build_again_and_again(
    session: Session,
    builder: Builder,
    preview: Preview,
    server: PreviewServer,
    notices: Notices,
    greeting: Greeting,
) -> None:
    seen = await asyncio.to_thread(look, session.root, Sight())
    changed: tuple[SourcePath, ...] = ()
    is_known = False
    """Whether only `changed` has changed since the last build that came to an end."""
    loop = asyncio.get_running_loop()

    def show_now(pages: Mapping[OutPath, str]) -> None:
        preview.take_ahead(pages)
        server.tell_ahead()

    def show(pages: Mapping[OutPath, str]) -> None:  # runs in the thread that waits for the build
        loop.call_soon_threadsafe(show_now, pages)

    built, behind_since = seen, loop.time()
    """How the files were for the last build that came to an end, and when that was overtaken first."""
    while True:
        wish = Wish(changed if is_known else None, tuple(sorted(server.open_pages())))
        may_be_overtaken = is_known and loop.time() - behind_since < LONGEST_BEHIND_S
        async with _overtaking(session.root, seen, notices, builder, wanted=may_be_overtaken):
            told = await asyncio.to_thread(builder.build, wish, show)
        if told.is_overtaken:
            built = doubted(built, {*changed, *notices.named})
            seen, changed = await next_change(session.root, built, notices, seen)
            continue
        is_new = preview.take(told)
        server.tell(reload=is_new)
        if greeting.has_handbook_to_tell and told.is_good:
            greeting.has_handbook_to_tell = False
            _print_handbook(session, greeting.door, builder.folder)
        _print(build_line(told, changed, session))
        if greeting.has_browser_to_open:
            greeting.has_browser_to_open = False
            await asyncio.to_thread(_open, greeting.door)
        is_known = not told.is_passing
        if not is_known:  # what was saved is still to be shown, though nothing may ever be saved again
            continue
        if builder.is_worn and await _rests(session.root, seen, notices):
            async with _overtaking(session.root, seen, notices, builder, wanted=True):
                await asyncio.to_thread(builder.hand_over)
        # What was touched meanwhile may have been built otherwise than it was seen, and be as before by now.
        built = doubted(seen, notices.named)
        seen, changed = await next_change(session.root, built, notices)
        behind_since = loop.time()


async def _rests(root: Path, seen: Sight, notices: Notices) -> bool:
    """Wait a while; say whether nothing was saved in it."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(REST_S):
            await until_saved(root, seen, notices)
        return False
    return True


@contextlib.asynccontextmanager
async def _overtaking(
    root: Path, seen: Sight, notices: Notices, builder: Builder, *, wanted: bool
) -> AsyncIterator[None]:
    """End the build that runs within before its time as soon as a file is not as it was `seen` any more."""

    async def overtake() -> None:
        await until_saved(root, seen, notices)
        builder.overtake()

    watching = asyncio.create_task(overtake()) if wanted else None
    try:
        yield
    finally:
        if watching is not None:
            watching.cancel()


def build_line(told: Told, changed: Sequence[SourcePath], session: Session) -> str:
    """Say in one calm line what a build did; below it the first few faults, if any."""
    values = {"time": time.strftime("%H:%M:%S"), "what": _what(changed, session)}
    if not told.is_good:
        errors = [one for one in told.problems if one.severity == Severity.ERROR]
        key = "preview-broken-first" if told.ended_at_first else "preview-broken"
        lines = [session.say(key, count=str(len(errors)), **values)]
        for one in errors[:_FAULTS_PRINTED]:
            lines.append(f"  {one.path}:{one.line}:{one.column}: {one.message}")
            lines += [f"    {one.hint}"] if one.hint else []
        return "\n".join(lines)
    seconds = f"{told.seconds:.2f}"
    values["seconds"] = seconds.replace(".", ",") if session.language == "id" else seconds
    line = session.say("preview-built", rendered=str(told.rendered), outputs=str(told.outputs), **values)
    if told.problems:
        line += session.say("preview-warnings", count=str(len(told.problems)))
    return line


def _what(changed: Sequence[SourcePath], session: Session) -> str:
    match files_among(changed):
        case []:
            return session.say("preview-first")
        case [one]:
            return one
        case several:
            return session.say("preview-more", path=several[0], count=str(len(several) - 1))


def _print_door(session: Session, door: Door, wanted: int) -> None:
    if wanted not in {0, door.port}:
        _print(session.say("preview-port", wanted=str(wanted), port=str(door.port)))
    if not door.is_private:
        _print(session.say("preview-public"), error=True)
    _print(session.say("preview-address", url=door.url))


def _print_handbook(session: Session, door: Door, folder: Path) -> None:
    if address := handbook_address(folder, session.language):
        _print(session.say("preview-handbook", url=door.url.removesuffix("/") + address))


def handbook_address(folder: Path, language: str) -> str:
    """Give the address of the handbook in a finished site, in this language before others; else `""`."""
    chapters = read_handbook()
    for lang in sorted({one.lang for one in chapters}, key=lambda lang: (lang != language, lang)):
        addresses = [one.address for one in chapters if one.lang == lang]
        # All of them: at the first one's address a page of the editors' own may lie.
        if all((folder / address.strip("/") / "index.html").is_file() for address in addresses):
            return addresses[0]
    return ""


def _stop_when_told() -> None:
    """End as cleanly on a request of the system as on Ctrl-C."""
    task = asyncio.current_task()
    if task is None or sys.platform == "win32":
        return
    for number in (signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)


def _open(door: Door) -> None:
    webbrowser.open(door.url)


def _print(text: str, *, error: bool = False) -> None:
    print(harmless(text), file=sys.stderr if error else sys.stdout, flush=True)
