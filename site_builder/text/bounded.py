"""Conversion that ends: a text that could take long is converted in a process that can be killed."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from site_builder.model.body import Body
from site_builder.names import Digest, Lang, SourcePath
from site_builder.problems import Problem, Span
from site_builder.text.convert import Converted, convert
from site_builder.text.cost import is_costly

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

CPU_SECONDS = 2
WALL_SECONDS = 30.0
"""Where the system counts no processor time, and against a machine that stands still."""


def convert_bounded(
    markdown: str, path: SourcePath, first_line: int, lang: Lang, cpu_seconds: int = CPU_SECONDS
) -> Converted:
    """Convert as `convert` does, within two seconds of processor time; what takes longer is an error."""
    if not is_costly(markdown):
        return convert(markdown, path, first_line, lang)
    import multiprocessing

    spawn = multiprocessing.get_context("spawn")  # fork would copy the threads and locks of the preview
    receiver, sender = spawn.Pipe(duplex=False)
    child = spawn.Process(
        target=_convert_into, args=(sender, cpu_seconds, markdown, path, first_line, lang), daemon=True
    )
    child.start()
    sender.close()
    try:
        converted = _received(receiver)
    finally:
        receiver.close()
        child.kill()
        child.join()
        child.close()
    return converted or _timed_out(path, first_line, lang, cpu_seconds)


def _received(receiver: Connection) -> Converted | None:
    """Wait for what the child sends; `None` if it was killed or takes too long; its bugs are raised here."""
    if not receiver.poll(WALL_SECONDS):
        return None
    try:
        result = receiver.recv()
    except EOFError:
        return None
    if isinstance(result, Exception):
        raise result
    assert isinstance(result, Converted)
    return result


def _convert_into(
    sender: Connection, cpu_seconds: int, markdown: str, path: SourcePath, first_line: int, lang: Lang
) -> None:
    """Run in the child: the system itself ends it when its time is over."""
    with suppress(ImportError):
        import resource

        soft = int(time.process_time()) + 1 + cpu_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (soft, soft + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    result: Converted | Exception
    try:
        result = convert(markdown, path, first_line, lang)
    except Exception as error:  # noqa: BLE001 — raised again in the parent
        result = error
    with suppress(BrokenPipeError):
        sender.send(result)


def _timed_out(path: SourcePath, first_line: int, lang: Lang, cpu_seconds: int) -> Converted:
    problem = Problem("text-timeout", Span(path, first_line), values={"seconds": str(cpu_seconds)})
    return Converted(Body(Digest(""), lang, (), (), ""), ("",), (problem,))
